//! The rules where there is little room: under the title of a qualification, and one short line each beside a plan.

use super::group::asked_in_short;
use super::headline::tied;
use super::measure::measure_name;
use super::quantity::{bounded, bounded_quantity, sentence};
use super::selection::place;
use crate::assess::{Assessment, Finding, Judgement, State};
use crate::qualification::{Amount, Form, Qualification};

/// The most rules that stand under a title.
const IN_ONE_LINE: usize = 3;

/// How a plan stands against a rule, in a short line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLine {
    /// Its state; `None` where it has nothing to say of this plan.
    pub state: Option<State>,
    /// What it is about: “From Group 1”.
    pub name: String,
    /// What it asks for: “at least 7”; may be empty.
    pub asks: String,
    /// The learner's figure: “9”; may be empty.
    pub figure: String,
}

/// How a plan stands against each of its rules, in short lines.
#[must_use]
pub fn rule_lines(of: &Qualification, found: &Assessment) -> Vec<RuleLine> {
    found.judgements.iter().map(|one| line(of, one)).collect()
}

fn line(of: &Qualification, judgement: &Judgement) -> RuleLine {
    let (state, finding) = (Some(judgement.state), &judgement.finding);
    if let Some((counted, all)) = finding.mandatory() {
        return RuleLine {
            state,
            name: "Mandatory units".to_owned(),
            asks: format!("all {all}"),
            figure: counted.to_string(),
        };
    }
    match finding {
        Finding::Amount {
            of: selection,
            measure,
            counted,
            bounds,
            subjects: None,
            ..
        } => {
            let place = place(of, selection);
            let name = if *measure == of.measure() && !selection.is_all() {
                sentence(&place)
            } else {
                format!("{} {place}", measure_name(*measure))
            };
            RuleLine {
                state,
                name: tied(of, &name),
                asks: bounded(*bounds),
                figure: counted.to_string(),
            }
        }
        _ => RuleLine {
            state: state.filter(|_| finding.is_asked()),
            name: super::judgement(of, judgement).headline,
            asks: String::new(),
            figure: String::new(),
        },
    }
}

/// The rules of everybody in one line: “13 to 36 credits, at least 7 from Group 1, at most 6 from Group 2”.
#[must_use]
pub fn rules_in_one_line(of: &Qualification) -> String {
    let rules = of.rules_for_all().map(|rule| &rule.form);
    let said: Vec<String> = rules.filter_map(|form| in_short(of, form)).collect();
    let more = said.len().saturating_sub(IN_ONE_LINE);
    let mut line = said.get(..IN_ONE_LINE).unwrap_or(&said).join(", ");
    match more {
        0 => {}
        1 => line.push_str(" and 1 more rule"),
        more => line = format!("{line} and {more} more rules"),
    }
    tied(of, &sentence(&line))
}

fn in_short(of: &Qualification, form: &Form) -> Option<String> {
    if let Some(amount) = form.amount() {
        return Some(amount_in_short(of, amount));
    }
    let units = form.mandatory()?.len();
    match units {
        1 => Some("1 mandatory unit".to_owned()),
        _ if units == of.units.len() => None,
        _ => Some(format!("{units} mandatory units")),
    }
}

fn amount_in_short(of: &Qualification, amount: &Amount) -> String {
    let bounds = amount.bounds;
    let selection = place(of, &amount.of);
    let of_whole = of.is_whole(amount);
    let mut said = if of_whole || amount.each_subject && amount.of.is_all() {
        asked_in_short((amount.measure, bounds))
    } else if amount.measure == of.measure() {
        format!("{} {selection}", bounded(bounds))
    } else {
        format!("{} {selection}", bounded_quantity(bounds, amount.measure))
    };
    if amount.each_subject {
        said.push_str(" in each subject");
    }
    if amount.if_used {
        said.push_str(" if any are chosen");
    }
    said
}
