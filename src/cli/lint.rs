//! What is wrong with catalogue files, or likely to be: first what the reader finds, then what the
//! engine finds of each qualification that could be read.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Failure;
use super::args::Args;
use super::inputs::{read_text, today};
use crate::assess::{Context, Limit, State, assess_within, effective};
use crate::catalogue;
use crate::plan::Plan;
use crate::qualification::{Form, Qualification, UnitCode};
use crate::wording;

pub(crate) fn run(files: &[PathBuf], args: &Args) -> Result<Value, Failure> {
    let context = Context {
        today: today(args)?,
    };
    let mut all = Vec::new();
    for path in files {
        let reading = catalogue::read(&read_text(path)?);
        for problem in &reading.problems {
            let message = wording::problem(problem);
            let message = message
                .strip_prefix(&format!("{}: ", problem.path))
                .unwrap_or(&message);
            all.push(finding(
                path,
                &problem.path,
                "error",
                "unreadable",
                message,
                "See docs/catalogue-format.md.",
            ));
        }
        for (index, qualification) in reading
            .file
            .iter()
            .flat_map(|file| &file.qualifications)
            .enumerate()
        {
            let mut lint = Lint {
                file: path,
                path: format!("qualifications[{index}]"),
                qualification,
                context,
                nodes: args.limit,
                all: &mut all,
            };
            lint.look();
        }
    }
    Ok(Value::Array(all))
}

pub(crate) fn has_errors(findings: &Value) -> bool {
    findings
        .as_array()
        .is_some_and(|all| all.iter().any(|one| one["severity"] == "error"))
}

fn finding(
    file: &Path,
    path: &str,
    severity: &str,
    kind: &str,
    message: &str,
    hint: &str,
) -> Value {
    json!({
        "file": file.display().to_string(),
        "path": path,
        "severity": severity,
        "kind": kind,
        "message": message,
        "hint": hint,
    })
}

struct Lint<'a> {
    file: &'a Path,
    /// The way to the qualification. Those that could not be read are not counted.
    path: String,
    qualification: &'a Qualification,
    context: Context,
    nodes: u64,
    all: &'a mut Vec<Value>,
}

impl Lint<'_> {
    fn tell(&mut self, place: &str, severity: &str, kind: &str, message: &str, hint: &str) {
        let path = if place.is_empty() {
            format!("{} ({})", self.path, self.qualification.id)
        } else {
            format!("{} ({}).{place}", self.path, self.qualification.id)
        };
        self.all
            .push(finding(self.file, &path, severity, kind, message, hint));
    }

    fn look(&mut self) {
        self.mandatory_and_barred();
        self.unreachable();
        self.groups();
    }

    /// Mandatory units that another rule does not let count side by side.
    fn mandatory_and_barred(&mut self) {
        let rules = &self.qualification.rules;
        let mandatory: Vec<&UnitCode> = rules
            .iter()
            .filter_map(|rule| match &rule.form {
                Form::Mandatory { units } => Some(units),
                _ => None,
            })
            .flatten()
            .collect();
        for (place, rule) in rules.iter().enumerate() {
            let (units, most): (Vec<&UnitCode>, usize) = match &rule.form {
                Form::Barred { units, most, .. } => (units.iter().collect(), *most as usize),
                Form::SameContent { units } => (units.iter().collect(), 1),
                Form::Bars { unit, units } if mandatory.contains(&unit) => {
                    (std::iter::once(unit).chain(units).collect(), 1)
                }
                _ => continue,
            };
            let both: Vec<&str> = units
                .into_iter()
                .filter(|unit| mandatory.contains(unit))
                .map(UnitCode::as_str)
                .collect();
            if both.len() > most {
                let message = format!(
                    "{} are mandatory, but do not count together.",
                    both.join(" and ")
                );
                self.tell(
                    &format!("rules[{place}]"),
                    "error",
                    "mandatory-barred",
                    &message,
                    "Take one of them out of the mandatory units or out of this rule.",
                );
            }
        }
    }

    /// Rules that no choice of units meets, by themselves or together.
    fn unreachable(&mut self) {
        let qualification = self.qualification;
        let plan = Plan::new(qualification.id.clone());
        let found = assess_within(
            qualification,
            &plan,
            &self.context,
            &mut Limit::nodes(self.nodes),
        );
        if !found.fully_searched {
            self.tell(
                "",
                "warning",
                "not-searched",
                "The rules are too many or too entangled to be searched whole.",
                "Try a larger --limit.",
            );
        } else if found.state == State::Broken {
            let mut told = false;
            for judgement in found
                .judgements
                .iter()
                .filter(|one| one.state == State::Broken)
            {
                told = true;
                let Some(place) = qualification
                    .rules
                    .iter()
                    .position(|rule| rule.id == judgement.rule)
                else {
                    continue;
                };
                let text = wording::rule(qualification, &qualification.rules[place]);
                self.tell(
                    &format!("rules[{place}]"),
                    "error",
                    "unreachable",
                    &format!("No choice of units meets this rule: {text}"),
                    "Compare its bounds with the units it speaks of.",
                );
            }
            if !told {
                let rules: Vec<&str> = found
                    .collision
                    .iter()
                    .map(crate::qualification::RuleId::as_str)
                    .collect();
                let message = format!(
                    "No choice of units meets these rules together: {}.",
                    rules.join(", ")
                );
                self.tell(
                    "rules",
                    "error",
                    "contradiction",
                    &message,
                    "Compare their bounds: one of them asks for more than the others leave.",
                );
            }
        }
    }

    /// Units that no group offers, groups that no choice can use.
    fn groups(&mut self) {
        let qualification = self.qualification;
        let plan = Plan::new(qualification.id.clone());
        let bounds = effective(
            qualification,
            &plan,
            &self.context,
            &mut Limit::nodes(self.nodes),
        );
        for (place, (group, bounds)) in qualification.groups.iter().zip(&bounds).enumerate() {
            let within = qualification
                .groups
                .iter()
                .any(|other| other.parent.as_ref() == Some(&group.id));
            if group.units.is_empty() && !within {
                self.tell(
                    &format!("groups[{place}]"),
                    "warning",
                    "empty-group",
                    "The group has no units to choose from.",
                    "Leave it out, or list its units.",
                );
            } else if bounds.fully_searched && bounds.credits.is_some_and(|(_, most)| most == 0) {
                let credits = group
                    .units
                    .iter()
                    .filter_map(|code| qualification.unit(code))
                    .any(|unit| unit.credits.number() > 0);
                if credits {
                    self.tell(
                        &format!("groups[{place}]"),
                        "warning",
                        "unusable-group",
                        "No valid combination has a unit of this group.",
                        "Compare the rules with the group's units.",
                    );
                }
            }
        }
    }
}
