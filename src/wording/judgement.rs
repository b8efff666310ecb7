//! How a plan stands against one rule, in words.

use super::quantity::{bounded, counted, noun, quantity};
use super::rule::{each, each_title, joined, list, titles};
use super::selection::{place, share};
use crate::assess::{Finding, Judgement, State};
use crate::qualification::{Bounds, Form, Qualification, UnitCode};

/// What is said of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, in a few words: “7 more credits”.
    pub headline: String,
    /// The rule with the number behind it: “30 of at least 37 credits in all”.
    pub detail: String,
    /// Why it cannot be met, where it is broken. What to do about it is for the repairs to say.
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
        Finding::Choice { missing, bounds } => choice(qualification, judgement, missing, *bounds),
        Finding::Needs { unit, missing, all } => {
            needs(qualification, judgement.state, unit, missing, *all)
        }
        Finding::Condition { ticked, asked } => Line {
            headline: qualification
                .rule(&judgement.rule)
                .map_or_else(String::new, |rule| super::rule(qualification, rule)),
            detail: match (ticked, asked) {
                (true, _) => "Ticked",
                (false, true) => "Not ticked yet",
                (false, false) => "Not asked of this plan",
            }
            .to_owned(),
            advice: None,
        },
    }
}

/// What is said where no unit can put a rule right, and where that is not known.
fn never(state: State) -> Option<String> {
    match state {
        State::Broken => Some("Adding units cannot put this rule right.".to_owned()),
        State::NotKnown => Some(NOT_KNOWN.to_owned()),
        State::Met | State::Open => None,
    }
}

const NOT_KNOWN: &str = "What is missing here is not known: the rules were not searched whole.";

fn amount(qualification: &Qualification, judgement: &Judgement) -> Line {
    let Finding::Amount {
        of,
        measure,
        counted: number,
        bounds,
        reachable,
        subject,
        given_up,
    } = &judgement.finding
    else {
        return Line::default();
    };
    let mut place = place(qualification, of);
    let mut units = String::new();
    if let Some((subject, of_it)) = subject {
        place = format!("{place} of the subject “{subject}”");
        if !of_it.is_empty() {
            units = format!(": {}", list(of_it));
        }
    }
    let over = number.saturating_sub(bounds.most().unwrap_or(*number));
    let short = bounds.floor().saturating_sub(*number);
    let headline = if over > 0 {
        format!("{} too many {place}", quantity(over, *measure))
    } else if short > 0 && *given_up {
        format!(
            "{} {place}: too few, and none is needed",
            quantity(*number, *measure)
        )
    } else if short > 0 && judgement.state == State::NotKnown {
        format!("{} {place} so far", quantity(*number, *measure))
    } else if short > 0 && judgement.state != State::Met {
        format!("{short} more {} {place}", noun(short, *measure))
    } else if short > 0 {
        format!("Nothing needed {place}: none of it is used")
    } else if bounds.least().is_some() {
        format!("Enough {} {place}", noun(2, *measure))
    } else {
        format!("Within the limit {}", place.replacen("from ", "for ", 1))
    };
    let advice = match reachable.filter(|reachable| *reachable < bounds.floor()) {
        Some(reachable) => Some(format!(
            "The units open to you give {} at most.",
            quantity(reachable, *measure)
        )),
        None => never(judgement.state),
    };
    Line {
        headline,
        detail: format!("{} {place}{units}", counted(*number, *bounds, *measure)),
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
    judgement: &Judgement,
    missing: &[Vec<UnitCode>],
    bounds: Bounds,
) -> Line {
    let sets = |is_whole: bool, units: &dyn Fn(usize) -> Vec<UnitCode>| -> String {
        let places = (0..missing.len()).filter(|at| missing[*at].is_empty() == is_whole);
        let sets = places.map(|at| titles(qualification, &units(at)));
        sets.collect::<Vec<String>>().join("; ")
    };
    let whole = missing.iter().filter(|units| units.is_empty()).count();
    let over = bounds
        .most()
        .map_or(0, |most| whole.saturating_sub(most as usize));
    let of_rule = qualification.rule(&judgement.rule).map(|rule| &rule.form);
    let (headline, detail) = if over > 0 {
        let options = match of_rule {
            Some(Form::Choice { options, .. }) => options.as_slice(),
            _ => &[],
        };
        (
            format!(
                "{over} of the sets too many: {whole} of {}",
                bounded(bounds)
            ),
            format!(
                "Whole, set by set: {}",
                sets(true, &|at| options.get(at).cloned().unwrap_or_default())
            ),
        )
    } else if judgement.state == State::Met {
        (
            "Enough of the sets are whole".to_owned(),
            format!("{whole} of {}", bounded(bounds)),
        )
    } else {
        (
            format!("{whole} of {} sets are whole", bounded(bounds)),
            format!(
                "Missing, set by set: {}",
                sets(false, &|at| missing[at].clone())
            ),
        )
    };
    Line {
        headline,
        detail,
        advice: never(judgement.state),
    }
}

fn needs(
    qualification: &Qualification,
    state: State,
    unit: &UnitCode,
    missing: &[UnitCode],
    all: bool,
) -> Line {
    let word = if all { "and" } else { "or" };
    Line {
        headline: match state {
            State::Met => format!("{unit} has what it needs"),
            _ => format!("{unit} needs {}", joined(&each(missing), word)),
        },
        detail: if missing.is_empty() {
            "Nothing is missing".to_owned()
        } else {
            let units = each_title(qualification, missing);
            format!("Still to pick: {}", joined(&units, word))
        },
        advice: never(state),
    }
}
