//! The rules where there is little room: one short line each beside a plan.

use super::headline::tied;
use super::judgement::which_mandatory;
use super::list::joined;
use super::measure::measure_name;
use super::quantity::{bounded, sentence};
use super::row::some;
use super::selection::{Share, place};
use super::titles::quoted;
use crate::assess::{Assessment, Finding, Judgement, State};
use crate::qualification::{Bounds, Form, Qualification, UnitCode};

/// The most units of sets that are named in a line.
const MOST_IN_SETS: usize = 6;

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
    /// The units that a pathway asks for and that can be picked.
    pub add: Vec<UnitCode>,
}

/// How a plan stands against each of its rules, in short lines.
#[must_use]
pub fn rule_lines(of: &Qualification, found: &Assessment) -> Vec<RuleLine> {
    found.judgements.iter().map(|one| line(of, one)).collect()
}

fn line(of: &Qualification, judgement: &Judgement) -> RuleLine {
    let finding = &judgement.finding;
    let form = of.rule(&judgement.rule).map(|rule| &rule.form);
    let (name, asks, figure) = match finding {
        Finding::Amount { .. } => amount(of, finding),
        Finding::Mandatory {
            of: all, missing, ..
        } => {
            let (name, asks) = mandatory(of, judgement, *all);
            (name, asks, all.saturating_sub(missing.len()).to_string())
        }
        Finding::Share {
            of: part_of,
            out_of,
            measure,
            part,
            whole,
            least,
            most,
        } => {
            let share = Share::new(of, (part_of, out_of), *measure, (*least, *most));
            let asks = format!("{} {}", share.bounds, share.whole);
            (sentence(&share.part), asks, format!("{part} of {whole}"))
        }
        Finding::Choice {
            missing, bounds, ..
        } => {
            let whole = missing.iter().filter(|units| units.is_empty()).count();
            let sets = match form {
                Some(Form::Choice { options, .. }) => sets(of, options),
                _ => String::new(),
            };
            (choose(*bounds), sets, whole.to_string())
        }
        _ => {
            let (name, asks) = form.and_then(|form| of_some(of, form)).unwrap_or_default();
            (name, asks, String::new())
        }
    };
    RuleLine {
        add: to_add(of, judgement),
        state: Some(judgement.state).filter(|_| finding.is_asked()),
        name: tied(of, &name),
        asks,
        figure,
    }
}

/// What is missing of the mandatory units of a pathway, as far as it can be picked.
fn to_add(of: &Qualification, judgement: &Judgement) -> Vec<UnitCode> {
    let rule = of.rule(&judgement.rule);
    let is_of_pathway = rule.is_some_and(|rule| !rule.when.pathways.is_empty());
    match &judgement.finding {
        Finding::Mandatory {
            missing,
            closed,
            picked,
            ..
        } if is_of_pathway => {
            let missing = missing.iter();
            let missing = missing.filter(|code| !closed.contains(code) && !picked.contains(code));
            missing.cloned().collect()
        }
        _ => Vec::new(),
    }
}

fn amount(of: &Qualification, finding: &Finding) -> (String, String, String) {
    let Finding::Amount {
        of: selection,
        measure,
        counted,
        bounds,
        subjects,
        ..
    } = finding
    else {
        return Default::default();
    };
    let mut name = match (subjects, selection.is_all()) {
        (Some(_), true) => measure_name(*measure),
        (_, all) if *measure != of.measure() || all => {
            format!("{} {}", measure_name(*measure), place(of, selection))
        }
        _ => sentence(&place(of, selection)),
    };
    if subjects.is_some() {
        name.push_str(" in each subject");
    }
    let asks = match bounds.most() {
        Some(0) => "none".to_owned(),
        _ => bounded(*bounds),
    };
    (name, asks, counted.to_string())
}

/// A rule on mandatory units: the one unit, or which of several such rules it is, and how many there are.
fn mandatory(of: &Qualification, judgement: &Judgement, all: usize) -> (String, String) {
    let form = of.rule(&judgement.rule).map(|rule| &rule.form);
    let units = form.and_then(Form::mandatory).unwrap_or_default();
    if units.len() == 1 {
        return ("Mandatory unit".to_owned(), quoted(of, units).concat());
    }
    let which = which_mandatory(of, judgement, some);
    (format!("Mandatory units{which}"), format!("all {all}"))
}

/// How many of several sets are asked for: “Choose one”.
fn choose(bounds: Bounds) -> String {
    let number = |number: u32| match number {
        1 => "one".to_owned(),
        number => number.to_string(),
    };
    let how_many = match (bounds.least().filter(|least| *least > 0), bounds.most()) {
        (Some(least), Some(most)) if least == most => number(least),
        (Some(least), None) => format!("at least {}", number(least)),
        (None, Some(most)) => format!("at most {}", number(most)),
        _ => bounded(bounds),
    };
    format!("Choose {how_many}")
}

/// Sets of units to choose from: “302, or 404 with 405”.
fn sets(of: &Qualification, options: &[Vec<UnitCode>]) -> String {
    let units = options.concat();
    if units.len() == options.len() {
        return match units.len() {
            ..=MOST_IN_SETS => joined(&short(of, &units), "or"),
            _ => some(of, &units),
        };
    }
    if units.len() > MOST_IN_SETS {
        return format!("of {} sets of units", options.len());
    }
    let sets = options.iter().map(|units| match units.split_first() {
        Some((first, rest)) if !rest.is_empty() => {
            format!("{} with {}", of.units.short_code(first), some(of, rest))
        }
        _ => some(of, units),
    });
    sets.collect::<Vec<String>>().join(", or ")
}

/// What is asked of those who take certain units, and what is to be ticked: “501 needs 502 or 503”; a text with
/// “if 25 or 26 is chosen”, or with nothing where it is asked of all.
pub(super) fn of_some(of: &Qualification, form: &Form) -> Option<(String, String)> {
    let joined = |codes: &[UnitCode], word| joined(&short(of, codes), word);
    match form {
        Form::Needs { unit, needs, all } => {
            let needed = joined(needs, if *all { "and" } else { "or" });
            let unit = of.units.short_code(unit);
            Some((format!("{unit} needs {needed}"), String::new()))
        }
        Form::Condition { text, if_taken } => {
            let only = match if_taken.as_slice() {
                [] => String::new(),
                units => format!("if {} is chosen", joined(units, "or")),
            };
            Some((text.clone(), only))
        }
        _ => None,
    }
}

fn short(of: &Qualification, codes: &[UnitCode]) -> Vec<String> {
    let codes = codes.iter();
    codes
        .map(|code| of.units.short_code(code).to_owned())
        .collect()
}
