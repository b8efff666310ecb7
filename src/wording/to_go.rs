//! What is left of a plan that is not complete yet, in one sentence.

use super::judgement::still_needed;
use super::missing_parts::{FACTS, Part, at_least_of, of_others, of_them};
use super::plan_head::in_short;
use super::quantity::{number_in_words, sentence};
use super::selection::place;
use crate::assess::{Assessment, Finding, State};
use crate::qualification::{Amount, Form, GroupId, Qualification, Selection, UnitCode};

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

/// What is left of an open plan, in one sentence without a full stop.
pub(super) fn to_go(of: &Qualification, found: &Assessment) -> String {
    let own = of.measure();
    let mut missing = missing(of, found);
    let (mut of_own, others): (Vec<Part>, Vec<Part>) = missing
        .parts
        .into_iter()
        .partition(|part| part.measure == own);
    of_own.sort_by_key(|part| std::cmp::Reverse(part.short));
    let whole = whole(of, &missing.units, missing.whole, &of_own);
    let mut facts = Vec::new();
    if whole > 0 {
        facts.extend(of_them(&of_own, whole));
    }
    let room = FACTS.saturating_sub(facts.len());
    let others = of_others(&others, room, !missing.units.is_empty());
    let mandatory = with_mandatory(of, &missing.units, whole > 0);
    facts.extend(match (mandatory, others) {
        (Some(units), Some((others, of_them))) if whole > 0 => {
            vec![format!("{units} and {others}{of_them}")]
        }
        (None, Some((others, of_them))) if whole > 0 => {
            vec![format!("with {others}{of_them}")]
        }
        (units, others) => {
            let others = others.map(|(others, of_them)| format!("{others} to go{of_them}"));
            units.into_iter().chain(others).collect()
        }
    });
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

/// How much an open plan still misses, in the qualification's own measure, as far as that is known.
pub(crate) fn amount_to_go(of: &Qualification, found: &Assessment) -> u32 {
    let own = of.measure();
    let mut missing = missing(of, found);
    missing.parts.retain(|part| part.measure == own);
    whole(of, &missing.units, missing.whole, &missing.parts)
}

/// The most of what is missing of the whole, of its parts and of mandatory units.
fn whole(of: &Qualification, units: &[UnitCode], whole: u32, parts: &[Part]) -> u32 {
    let mandatory = units.iter().filter_map(|code| of.unit(code));
    let mandatory = mandatory.fold(0, |sum: u32, unit| {
        sum.saturating_add(unit.amount(of.measure()))
    });
    whole.max(at_least_of(of, parts)).max(mandatory)
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
        let is_whole = subjects.is_none() && selection.is_all();
        let mut part = |short: u32, place: String, group: Option<&GroupId>| {
            if short > 0 {
                self.parts.push(Part {
                    short,
                    measure: *measure,
                    place,
                    is_whole,
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
        let is_of_whole = rule.is_some_and(|amount| of.is_whole(amount));
        if is_of_whole && *measure == of.measure() {
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
