//! What is left of a plan that is not complete yet, in one sentence.

use super::judgement::still_needed;
use super::plan_head::in_short;
use super::quantity::{number_in_words, sentence};
use super::selection::place;
use crate::assess::{Assessment, Finding, State};
use crate::qualification::{Amount, Form, GroupId, Measure, Qualification, Selection, UnitCode};

/// The most facts that are said beside how much is left.
const FACTS: usize = 2;

/// What an open plan still misses.
#[derive(Default)]
struct Missing {
    /// How much of the whole, in the qualification's own measure.
    whole: u32,
    /// How much of parts of it.
    parts: Vec<Part>,
    /// Mandatory units.
    units: Vec<UnitCode>,
    /// The rest, each as words of its own.
    others: Vec<String>,
}

struct Part {
    short: u32,
    measure: Measure,
    place: String,
    group: Option<GroupId>,
}

/// What is left of an open plan, in one sentence without a full stop.
pub(super) fn to_go(of: &Qualification, found: &Assessment) -> String {
    let own = of.measure();
    let mut missing = missing(of, found);
    let (mut of_own, others): (Vec<Part>, Vec<Part>) = missing
        .parts
        .into_iter()
        .partition(|part| part.measure == own);
    of_own.sort_by_key(|part| std::cmp::Reverse(part.short));
    let mandatory = missing.units.iter().filter_map(|code| of.unit(code));
    let mandatory = mandatory.fold(0, |sum: u32, unit| sum.saturating_add(unit.amount(own)));
    let of_parts = at_least_of(of, &of_own);
    let whole = missing.whole.max(of_parts).max(mandatory);
    let mut facts = Vec::new();
    if whole > 0 {
        facts.extend(of_them(&of_own, whole));
    }
    facts.extend(with_mandatory(of, &missing.units, whole > 0));
    facts.extend(others.iter().map(|part| {
        let amount = format!(
            "at least {} {}",
            in_short(part.short, part.measure),
            part.place
        );
        let amount = amount.strip_suffix(" in all").unwrap_or(&amount).to_owned();
        if whole > 0 {
            format!("with {amount}")
        } else {
            format!("{amount} to go")
        }
    }));
    facts.truncate(FACTS);
    let mut said = String::new();
    if whole > 0 {
        said = format!("{} to go", in_short(whole, own));
        for fact in facts {
            said = format!("{said}, {fact}");
        }
    } else if !facts.is_empty() {
        said = facts.join(", ");
    }
    missing
        .others
        .truncate(if said.is_empty() { FACTS } else { 1 });
    let said: Vec<String> = Some(said)
        .filter(|said| !said.is_empty())
        .into_iter()
        .chain(missing.others)
        .collect();
    if said.is_empty() {
        return "Other units are needed to complete this plan".to_owned();
    }
    sentence(&said.join("; "))
}

/// What is missing for sure to parts in one measure: all of it where they are groups that have no unit
/// in common, or else the most that one of them misses.
fn at_least_of(of: &Qualification, parts: &[Part]) -> u32 {
    let groups: Option<Vec<_>> = parts
        .iter()
        .map(|part| part.group.as_ref().and_then(|id| of.group(id)))
        .collect();
    let are_apart = groups.is_some_and(|groups| {
        groups.iter().enumerate().all(|(place, one)| {
            let mut others = groups.iter().enumerate();
            others.all(|(other, outer)| other == place || !of.is_within(one, &outer.id))
        })
    });
    let each = parts.iter().map(|part| part.short);
    if are_apart {
        each.fold(0, u32::saturating_add)
    } else {
        each.max().unwrap_or(0)
    }
}

/// “at least 1 of them from Group 1”, “5 of them from Group A and 4 from Group B”.
fn of_them(parts: &[Part], whole: u32) -> Option<String> {
    let shown = parts.get(..parts.len().min(FACTS))?;
    let (first, rest) = shown.split_first()?;
    if first.short == whole && rest.is_empty() {
        return Some(if whole == 1 {
            first.place.clone()
        } else {
            format!("all of them {}", first.place)
        });
    }
    let mut said = format!("at least {} of them {}", first.short, first.place);
    for part in rest {
        said = format!("{said} and {} {}", part.short, part.place);
    }
    Some(said)
}

fn with_mandatory(of: &Qualification, units: &[UnitCode], beside_whole: bool) -> Option<String> {
    let title = |code: &UnitCode| {
        let unit = of.unit(code);
        unit.map_or_else(|| code.to_string(), |unit| unit.title.clone())
    };
    match (units, beside_whole) {
        ([], _) => None,
        ([one], true) => Some(format!("with “{}”", title(one))),
        ([one], false) => Some(format!("the mandatory unit “{}” to go", title(one))),
        (all, true) => Some(format!(
            "with {} mandatory units",
            number_in_words(all.len())
        )),
        (all, false) => Some(format!(
            "{} mandatory units to go",
            number_in_words(all.len())
        )),
    }
}

fn missing(of: &Qualification, found: &Assessment) -> Missing {
    let mut missing = Missing::default();
    let open = found
        .judgements
        .iter()
        .filter(|one| one.state == State::Open);
    for judgement in open {
        missing.others.extend(still_needed(of, &judgement.finding));
        let rule = of.rule(&judgement.rule);
        let form = rule.map(|rule| &rule.form);
        match &judgement.finding {
            Finding::Amount { .. } => {
                missing.amount(of, &judgement.finding, form.and_then(Form::amount));
            }
            Finding::Mandatory { missing: units, .. } => {
                let units = units.iter().filter(|code| !missing.units.contains(code));
                let units: Vec<UnitCode> = units.cloned().collect();
                missing.units.extend(units);
            }
            Finding::Condition {
                asked: true,
                ticked: false,
            } => {
                if let Some(Form::Condition { text, .. }) = form {
                    missing.others.push(format!("still to tick: {text}"));
                }
            }
            Finding::Choice { .. } => {
                let line = super::judgement(of, judgement).detail;
                missing.others.push(line);
            }
            Finding::Share { .. } => {
                let text = rule.map_or_else(String::new, |rule| super::rule(of, rule));
                let text = text.strip_suffix('.').unwrap_or(&text);
                missing.others.push(small(text));
            }
            _ => {}
        }
    }
    missing
}

impl Missing {
    fn amount(&mut self, of: &Qualification, finding: &Finding, rule: Option<&Amount>) {
        let Finding::Amount {
            of: selection,
            measure,
            counted,
            bounds,
            subjects,
            given_up,
            ..
        } = finding
        else {
            return;
        };
        let mut part = |short: u32, place: String, group: Option<&GroupId>| {
            if short > 0 {
                self.parts.push(Part {
                    short,
                    measure: *measure,
                    place,
                    group: group.cloned(),
                });
            }
        };
        if let Some(subjects) = subjects {
            for one in subjects.iter().filter(|one| !one.given_up) {
                part(one.short, in_subject(of, selection, &one.subject), None);
            }
            return;
        }
        let short = bounds.floor().saturating_sub(*counted);
        if *given_up || short == 0 {
            return;
        }
        let is_whole = rule.is_some_and(|amount| of.is_whole(amount));
        if is_whole && *measure == of.measure() {
            self.whole = self.whole.max(short);
        } else {
            part(short, place(of, selection), selection.group());
        }
    }
}

fn in_subject(of: &Qualification, selection: &Selection, subject: &str) -> String {
    if selection.is_all() {
        format!("in “{subject}”")
    } else {
        format!("{} in “{subject}”", place(of, selection))
    }
}

/// The first letter small, for a rule within a sentence.
pub(super) fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
