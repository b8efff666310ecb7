//! How a plan stands against so many of several sets, which are often of one unit each.

use super::line::{Line, cannot_count, kept_out, never};
use super::list::{each, join, joined, list};
use super::quantity::{bounded, sentence};
use super::titles::{each_title, titles};
use crate::assess::{Judgement, State, sets_to_take};
use crate::qualification::{Bounds, Form, Qualification, UnitCode};

/// One rule, as a plan stands against it.
struct Choice<'a> {
    qualification: &'a Qualification,
    options: &'a [Vec<UnitCode>],
    missing: &'a [Vec<UnitCode>],
    /// What is missing of the sets that can still be taken.
    to_take: Vec<&'a Vec<UnitCode>>,
    /// Those of the missing that are picked and do not count.
    picked: &'a [UnitCode],
    bounds: Bounds,
    /// How many sets are complete, above the most, and missing to the least.
    whole: u32,
    over: u32,
    short: u32,
}

pub(super) fn choice(
    qualification: &Qualification,
    judgement: &Judgement,
    (missing, closed, picked): (&[Vec<UnitCode>], &[UnitCode], &[UnitCode]),
    bounds: Bounds,
) -> Line {
    let options = match qualification.rule(&judgement.rule).map(|rule| &rule.form) {
        Some(Form::Choice { options, .. }) => options.as_slice(),
        _ => &[],
    };
    let whole = missing.iter().filter(|units| units.is_empty()).count();
    let whole = u32::try_from(whole).unwrap_or(u32::MAX);
    let short = bounds.floor().saturating_sub(whole);
    let this = Choice {
        qualification,
        options,
        missing,
        to_take: sets_to_take(missing, closed),
        picked,
        bounds,
        whole,
        over: whole.saturating_sub(bounds.most().unwrap_or(whole)),
        short: if judgement.state == State::Met {
            0
        } else {
            short
        },
    };
    let (headline, detail) = if is_of_single_units(options) {
        this.of_units()
    } else {
        this.of_sets()
    };
    Line {
        headline,
        detail,
        advice: match judgement.state {
            State::Broken if this.short > 0 && !closed.is_empty() => {
                Some(cannot_count(qualification, closed))
            }
            state => never(state),
        },
    }
}

/// True where each set is one unit.
pub(super) fn is_of_single_units(options: &[Vec<UnitCode>]) -> bool {
    options.iter().all(|units| units.len() == 1)
}

impl Choice<'_> {
    fn of_sets(&self) -> (String, String) {
        let complete = match self.whole {
            0 => "No set is complete yet".to_owned(),
            1 => "1 set is complete".to_owned(),
            whole => format!("{whole} sets are complete"),
        };
        let by_titles = |sets: Vec<&Vec<UnitCode>>| {
            let sets = sets.into_iter();
            let sets = sets.map(|units| titles(self.qualification, units));
            sets.collect::<Vec<String>>().join("; ")
        };
        let those = if self.whole == 0 {
            "None is complete".to_owned()
        } else {
            format!("Complete, set by set: {}", by_titles(self.complete()))
        };
        if self.over > 0 {
            (format!("{complete}, and {} be", self.may()), those)
        } else if self.short > 0 {
            let rest = by_titles(self.to_take.clone());
            (
                format!("{complete}: {} be", self.must()),
                format!("Missing, set by set: {rest}{}", kept_out(self.picked)),
            )
        } else if self.bounds.floor() > 0 {
            ("Enough sets are complete".to_owned(), those)
        } else {
            ("No more sets are complete than may be".to_owned(), those)
        }
    }

    fn of_units(&self) -> (String, String) {
        let units = self.options.concat();
        let all = list(&units);
        let some = match (self.whole, units.as_slice()) {
            (0, [one, other]) => format!("Neither {one} nor {other} counts yet"),
            (0, _) => format!("None of {all} counts yet"),
            (1, _) => format!("1 of {all} counts"),
            (2, [one, other]) => format!("Both {one} and {other} count"),
            (whole, _) => format!("{whole} of {all} count"),
        };
        let counted: Vec<UnitCode> = self.complete().into_iter().flatten().cloned().collect();
        let those = if counted.is_empty() {
            "None of them counts".to_owned()
        } else {
            format!("Counted: {}", titles(self.qualification, &counted))
        };
        if self.over > 0 {
            (format!("{some}, and {}", self.may()), those)
        } else if self.short > 0 {
            let rest: Vec<UnitCode> = self.to_take.iter().copied().flatten().cloned().collect();
            let rest = each_title(self.qualification, &rest);
            let rest = if self.short == 1 {
                joined(&rest, "or")
            } else {
                format!("{} of {}", self.short, join(&rest))
            };
            (
                format!("{some}: {}", self.must()),
                format!("Missing: {rest}"),
            )
        } else if self.bounds.floor() > 0 {
            (format!("Enough of {all} count"), those)
        } else {
            (format!("No more of {all} count than may"), those)
        }
    }

    fn complete(&self) -> Vec<&Vec<UnitCode>> {
        let sets = self.options.iter().zip(self.missing);
        let sets = sets.filter(|(_, missing)| missing.is_empty());
        sets.map(|(units, _)| units).collect()
    }

    /// “only one may”, “at most 2 may”.
    fn may(&self) -> String {
        match self.bounds.most() {
            Some(0) => "none may".to_owned(),
            Some(1) | None => "only one may".to_owned(),
            Some(most) => format!("at most {most} may"),
        }
    }

    /// “at least one must”, “exactly 2 must”.
    fn must(&self) -> String {
        format!("{} must", at_least(self.bounds))
    }
}

/// “at least one”, “exactly 2”: how many have to be there.
fn at_least(bounds: Bounds) -> String {
    let how = if bounds.least() == bounds.most() {
        "exactly"
    } else {
        "at least"
    };
    match bounds.floor() {
        1 => format!("{how} one"),
        least => format!("{how} {least}"),
    }
}

/// The rule itself: “At least one of 501 and 502.”
pub(super) fn rule_of_choice(options: &[Vec<UnitCode>], bounds: Bounds) -> String {
    let how_many = match (bounds.least(), bounds.most()) {
        (Some(least), most) if most.is_none_or(|most| most == least) => at_least(bounds),
        (None | Some(0), Some(1)) => "at most one".to_owned(),
        _ => bounded(bounds),
    };
    let how_many = sentence(&how_many);
    if is_of_single_units(options) {
        return format!("{how_many} of {}.", list(&options.concat()));
    }
    let sets: Vec<String> = options.iter().map(|units| list(units)).collect();
    format!("{how_many} of these, each as a whole: {}.", sets.join("; "))
}

/// What of each set is missing, by the codes: “501; 502 and 503”.
pub(super) fn missing_by_set(missing: &[Vec<UnitCode>], closed: &[UnitCode]) -> String {
    let sets = sets_to_take(missing, closed).into_iter();
    let sets: Vec<String> = sets.map(|units| join(&each(units))).collect();
    sets.join("; ")
}
