//! How a plan stands against one rule, in words.

use super::quantity::{bounded, counted, noun, quantity};
use super::rule::{list, titles};
use super::selection::{place, share};
use crate::assess::{Finding, Judgement, State};
use crate::qualification::{Bounds, Qualification, UnitCode};

/// What is said of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, in a few words: “7 more credits”.
    pub headline: String,
    /// The rule with the number behind it: “30 of at least 37 credits in all”.
    pub detail: String,
    /// What would put this rule right, where it is broken.
    pub advice: Option<String>,
}

/// How a plan stands against one rule.
#[must_use]
pub fn judgement(qualification: &Qualification, judgement: &Judgement) -> Line {
    match &judgement.finding {
        Finding::Amount { .. } => amount(qualification, judgement),
        Finding::Share {
            of,
            out_of,
            measure,
            part,
            whole,
            least,
            most,
        } => Line {
            headline: share(qualification, (of, out_of), *measure, (*least, *most)),
            detail: format!("{part} of {}", quantity(*whole, *measure)),
            advice: never(judgement.state),
        },
        Finding::Mandatory {
            of,
            missing,
            closed,
        } => mandatory(qualification, *of, missing, closed),
        Finding::Choice { missing, bounds } => {
            choice(qualification, judgement.state, missing, *bounds)
        }
        Finding::Needs { unit, missing, all } => {
            needs(qualification, judgement.state, unit, missing, *all)
        }
        Finding::Condition { ticked } => Line {
            headline: qualification
                .rule(&judgement.rule)
                .map_or_else(String::new, |rule| super::rule(qualification, rule)),
            detail: if *ticked { "Ticked" } else { "Not ticked yet" }.to_owned(),
            advice: None,
        },
    }
}

/// What is said where no unit can put a rule right.
fn never(state: State) -> Option<String> {
    (state == State::Broken)
        .then(|| "No unit that is open to you can put this rule right.".to_owned())
}

fn amount(qualification: &Qualification, judgement: &Judgement) -> Line {
    let Finding::Amount {
        of,
        measure,
        counted: number,
        bounds,
        reachable,
        take_out,
        each_subject,
    } = &judgement.finding
    else {
        return Line::default();
    };
    let mut place = place(qualification, of);
    if *each_subject {
        place.push_str(" of each subject");
    }
    let over = number.saturating_sub(bounds.most().unwrap_or(*number));
    let short = bounds.floor().saturating_sub(*number);
    let headline = if over > 0 {
        format!("{} too many {place}", quantity(over, *measure))
    } else if short > 0 && judgement.state != State::Met {
        format!("{short} more {} {place}", noun(short, *measure))
    } else if short > 0 {
        format!("Nothing needed {place}: none of it is used")
    } else if bounds.least().is_some() {
        format!("Enough {} {place}", noun(2, *measure))
    } else {
        format!("Within the limit {}", place.replacen("from ", "for ", 1))
    };
    let advice = if !take_out.is_empty() {
        Some(format!(
            "Taking out {} would put this rule right.",
            titles(qualification, take_out)
        ))
    } else if let Some(reachable) = reachable.filter(|reachable| *reachable < bounds.floor()) {
        Some(format!(
            "The units open to you give {} at most.",
            quantity(reachable, *measure)
        ))
    } else {
        never(judgement.state)
    };
    Line {
        headline,
        detail: format!("{} {place}", counted(*number, *bounds, *measure)),
        advice,
    }
}

fn mandatory(
    qualification: &Qualification,
    of: usize,
    missing: &[UnitCode],
    closed: &[UnitCode],
) -> Line {
    Line {
        headline: match missing.len() {
            0 => "Every mandatory unit is picked".to_owned(),
            1 => "1 mandatory unit is missing".to_owned(),
            left => format!("{left} mandatory units are missing"),
        },
        detail: if missing.is_empty() {
            format!("{of} of {of}")
        } else {
            format!("Still to pick: {}", titles(qualification, missing))
        },
        advice: (!closed.is_empty()).then(|| {
            format!(
                "{} cannot count in this plan.",
                titles(qualification, closed)
            )
        }),
    }
}

fn choice(
    qualification: &Qualification,
    state: State,
    missing: &[Vec<UnitCode>],
    bounds: Bounds,
) -> Line {
    let whole = missing.iter().filter(|units| units.is_empty()).count();
    let left: Vec<String> = missing
        .iter()
        .filter(|units| !units.is_empty())
        .map(|units| titles(qualification, units))
        .collect();
    Line {
        headline: match state {
            State::Met => "Enough of the sets are whole".to_owned(),
            _ => format!("{whole} of {} sets are whole", bounded(bounds)),
        },
        detail: match state {
            State::Met => format!("{whole} of {}", bounded(bounds)),
            _ => format!("Missing, set by set: {}", left.join("; ")),
        },
        advice: never(state),
    }
}

fn needs(
    qualification: &Qualification,
    state: State,
    unit: &UnitCode,
    missing: &[UnitCode],
    all: bool,
) -> Line {
    let codes = if all || missing.len() < 2 {
        list(missing)
    } else {
        format!("one of {}", list(missing))
    };
    Line {
        headline: match state {
            State::Met => format!("{unit} has what it needs"),
            _ => format!("{unit} needs {codes}"),
        },
        detail: if missing.is_empty() {
            "Nothing is missing".to_owned()
        } else {
            format!("Still to pick: {}", titles(qualification, missing))
        },
        advice: never(state),
    }
}
