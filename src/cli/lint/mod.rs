//! What is wrong with catalogue files, or likely to be: first what the reader finds, then what the
//! engine finds of each qualification that could be read.
//!
//! No rule is reckoned here. Every answer about rules comes from the engine, which judges the
//! qualification with some of its rules left out or with one more (`trial`), for everybody who may
//! register (`who`). A family of findings has a file: `unmet`, `cause` and `mandatory` for rules
//! that cannot be met, `totals` for the published credit value, `words` for what selects nothing or
//! is never reached, `figures` for what counts nothing, `idle` for what nobody can use, `days` for what never opens.

mod cause;
mod days;
mod figures;
mod idle;
mod mandatory;
mod place;
mod totals;
mod trial;
mod unmet;
mod who;
mod words;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::UNREADABLE;
use super::args::Args;
use super::inputs::{read_text, today};
use super::remarks::{Failure, Remark, Remarks};
use crate::assess::Context;
use crate::catalogue::{self, Reading, Where};
use crate::qualification::{Qualification, QualificationId, UnitCode};
use crate::wording;
use place::Place;
use trial::Trial;

/// What is likely to be wrong, but leaves the qualification one that can be met. Every other kind
/// is an error.
const WARNINGS: [&str; 16] = [
    "missing-figure",
    "encoding",
    "not-searched",
    "unused-unit",
    "empty-group",
    "unusable-group",
    "unusable-unit",
    "unknown-tag",
    "unknown-subject",
    "empty-selection",
    "never-open",
    "never-applies",
    "unmet-need",
    "unreachable-if-used",
    "unreachable-endorsement",
    "credit-value-differs",
];

/// One thing that is wrong in a file, or likely to be.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    kind: &'static str,
    message: String,
    hint: String,
    /// Where that is, where it is known better than the path tells.
    there: Option<Box<Where>>,
}

impl Finding {
    fn new(
        path: String,
        kind: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            path,
            kind,
            message: message.into(),
            hint: hint.into(),
            there: None,
        }
    }

    fn severity(&self) -> &'static str {
        if WARNINGS.contains(&self.kind) {
            "warning"
        } else {
            "error"
        }
    }
}

pub(crate) fn run(files: &[PathBuf], args: &Args) -> Result<Value, Failure> {
    let context = Context {
        today: today(args)?,
    };
    let mut all = Vec::new();
    let mut before: Vec<(QualificationId, &Path)> = Vec::new();
    for path in files {
        let mut of_this = Remarks::default();
        let (text, mut found) = match read_text(path, &mut of_this) {
            Ok(text) => {
                let reading = catalogue::read(&text);
                let mut found = again(&reading, &before);
                let here = reading.file.iter().flat_map(|file| &file.qualifications);
                before.extend(here.map(|one| (one.id.clone(), path.as_path())));
                found.extend(of_reading(&reading, context, args.limit));
                (text, found)
            }
            Err(Failure(errors)) => (String::new(), errors.iter().map(unreadable).collect()),
        };
        found.splice(0..0, of_this.notes.iter().map(doubtful));
        let paths: Vec<&str> = found.iter().map(|one| one.path.as_str()).collect();
        let places = catalogue::locate(&text, &paths);
        all.extend(found.iter().zip(places).map(|(one, there)| {
            // What is said of a whole file has no place in it.
            let somewhere = one.there.is_some() || !one.path.is_empty();
            let there = one.there.as_deref().unwrap_or(&there);
            let known = |number: usize| (somewhere && number > 0).then_some(number);
            json!({
                "file": path.display().to_string(),
                "path": one.path,
                "line": known(there.line),
                "column": known(there.column),
                "unit": unit(&one.path, there),
                "place": wording::place(&one.path, Some(there)),
                "severity": one.severity(),
                "kind": one.kind,
                "message": one.message,
                "hint": one.hint,
            })
        }));
    }
    Ok(Value::Array(all))
}

/// A file that cannot be read at all.
fn unreadable(error: &Remark) -> Finding {
    let message = sentence(&format!("{}.", error.message.trim_end_matches('.')));
    let hint = "Nothing of it was checked.";
    Finding::new(String::new(), "unreadable", message, hint)
}

/// A file whose letters may not be those that were written.
fn doubtful(note: &Remark) -> Finding {
    let hint = "Save the file as UTF-8.";
    Finding::new(String::new(), "encoding", sentence(&note.message), hint)
}

/// The exit status of these findings: 2 where a file could not be read, 1 where one is wrong.
pub(crate) fn status(findings: &Value) -> u8 {
    let has = |key: &str, value: &str| {
        let all = findings.as_array();
        all.is_some_and(|all| all.iter().any(|one| one[key] == value))
    };
    if has("kind", "unreadable") {
        UNREADABLE
    } else {
        u8::from(has("severity", "error"))
    }
}

/// The code of the unit that a path leads to, or into.
fn unit<'p>(path: &str, there: &'p Where) -> Option<&'p str> {
    let (list, _) = path.rsplit_once('[')?;
    let name = there.names.last().filter(|name| !name.is_empty())?;
    list.ends_with("units").then_some(name)
}

/// Qualifications whose names stand in a file before this one: only one of them could be planned.
fn again(reading: &Reading, before: &[(QualificationId, &Path)]) -> Vec<Finding> {
    let here = reading.file.iter().flat_map(|file| &file.qualifications);
    let here = reading.places.iter().zip(here);
    here.filter_map(|(place, one)| {
        let (_, first) = before.iter().find(|(id, _)| *id == one.id)?;
        Some(Finding::new(
            format!("qualifications[{place}].id"),
            "duplicate",
            format!("“{}” stands in {} as well.", one.id, first.display()),
            "Give each qualification a name of its own: drafts and links know it by that.",
        ))
    })
    .collect()
}

/// What is wrong in a file.
fn of_reading(reading: &Reading, context: Context, nodes: u64) -> Vec<Finding> {
    let mut all: Vec<Finding> = reading
        .problems
        .iter()
        .map(|problem| {
            let message = sentence(&wording::reason(problem));
            let (kind, hint) = (problem.reason.name(), wording::hint(problem));
            Finding {
                there: problem.place.clone(),
                ..Finding::new(problem.path.clone(), kind, message, hint)
            }
        })
        .collect();
    all.extend(unused_units(reading));
    let qualifications = reading.file.iter().flat_map(|file| &file.qualifications);
    for (place, qualification) in reading.places.iter().zip(qualifications) {
        let found = of_qualification(*place, qualification, context, nodes);
        all.extend(
            found
                .into_iter()
                .map(|one| as_written(reading, qualification, one)),
        );
    }
    all
}

/// A finding where it is written; what a suite has may be wrong in one of its qualifications only.
fn as_written(reading: &Reading, qualification: &Qualification, finding: Finding) -> Finding {
    let path = reading.origins.as_written(&finding.path);
    if path == finding.path {
        return finding;
    }
    let message = format!("In {}: {}", qualification.id, finding.message);
    Finding {
        path,
        message,
        ..finding
    }
}

/// Units that no group of any qualification names. While a qualification is left out, nobody knows
/// which units it names.
fn unused_units(reading: &Reading) -> Vec<Finding> {
    let Some(file) = reading.file.as_ref().filter(|_| reading.left_out == 0) else {
        return Vec::new();
    };
    let named = |code: &UnitCode| {
        let mut qualifications = file.qualifications.iter();
        qualifications.any(|qualification| qualification.unit(code).is_some())
    };
    let unused = reading.units.iter().filter(|(_, code)| !named(code));
    unused
        .map(|(place, code)| {
            Finding::new(
                format!("units[{place}]"),
                "unused-unit",
                format!("No group of any qualification names unit {code}."),
                format!("Put {code} into the group that offers it, or leave it out of the file."),
            )
        })
        .collect()
}

fn of_qualification(
    place: usize,
    qualification: &Qualification,
    context: Context,
    nodes: u64,
) -> Vec<Finding> {
    let place = Place::new(place, qualification);
    let days = days::open_days(qualification);
    let who = who::all(qualification, &days);
    let mut trial = Trial::new(qualification, context, nodes);
    let mut found = days::findings(&place, &mut trial, &days, &who);
    let unmet = unmet::findings(&place, &mut trial, &who);
    found.extend(unmet.findings);
    found.extend(words::findings(&place, &mut trial, &who, &unmet.rules));
    found.extend(figures::findings(&place));
    if !unmet.possible.is_empty() {
        found.extend(words::floors(&place, &mut trial, &unmet.possible));
        found.extend(totals::findings(&place, &mut trial, &unmet.possible));
        let idle = idle::findings(&place, &mut trial, &unmet.possible, &found);
        found.extend(idle);
    }
    found.extend(trial.not_searched(&place));
    found
}

/// A text with its first letter large.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
