//! What stands beside each rule on the sheet of rules and facts: how a plan stands to it, as a figure.

use super::list::join;
use super::quantity;
use crate::assess::{Assessment, Finding, Judgement, State};
use crate::plan::Plan;
use crate::qualification::{Measure, Qualification, Rule, UnitCode};

/// Its hours.
pub const HOURS: &str = "Hours";
/// Below the hours: what the two kinds are.
pub const HOURS_MEAN: &str = "In guided learning hours you are taught. Hours of study are all your hours: those, and your own work.";
/// The same, of those that are published.
pub const NOT_ADDED_UP: &str =
    "As published. Documents do not say how these hours hang together, so they are not added up.";
/// How its document is read, and what else there is to know.
pub const GOOD_TO_KNOW: &str = "Good to know";
/// Where all of it comes from.
pub const SOURCE: &str = "Source";
/// What the small lines are.
pub const SMALL_LINES: &str =
    "The small lines name the heading there. What stands below them is our reading.";

/// Whose rules and facts these are: “Level 5 Award in Leadership and Management, 8607 · 600/5855/9”.
#[must_use]
pub fn whose(of: &Qualification) -> String {
    format!("{}, {}", of.title, super::eyebrow(of))
}

/// The hours of the picked units, as a term with its value; nothing where units have no hours.
#[must_use]
pub fn guided_hours(of: &Qualification, found: &Assessment) -> Option<(&'static str, String)> {
    let hours = super::hours(found.hours.units.number());
    of.gives(Measure::Hours)
        .then_some(("Guided learning of your units", hours))
}

/// Where a search stopped before the rule was decided.
const NOT_WORKED_OUT: &str = "not worked out";
/// Beside a rule that is not for this plan.
const NOT_ASKED: &str = "not asked of this plan";

/// How a plan stands to a rule: “you have 13”, “you chose 530”. `found` is what was judged of it; rules of
/// another pathway, and those that only say which units count, have none.
#[must_use]
pub fn figure(of: &Qualification, plan: &Plan, rule: &Rule, found: Option<&Judgement>) -> String {
    let Some(found) = found else {
        if rule.form.is_of_registration() || rule.form.decides_what_counts() {
            return chosen(of, plan, rule);
        }
        return NOT_ASKED.to_owned();
    };
    let whole =
        |missing: usize, all: usize| format!("you have {} of {all}", all.saturating_sub(missing));
    if let Finding::Condition { ticked, asked } = &found.finding {
        return match (asked, ticked) {
            (false, _) => NOT_ASKED,
            (true, true) => "ticked",
            (true, false) => "not ticked yet",
        }
        .to_owned();
    }
    match &found.finding {
        Finding::Amount { counted, .. } => format!("you have {counted}"),
        Finding::Share { part, whole, .. } => format!("you have {part} of {whole}"),
        _ if found.state == State::NotKnown => NOT_WORKED_OUT.to_owned(),
        Finding::Mandatory { of, missing, .. } => whole(missing.len(), *of),
        Finding::Choice { missing, .. } => {
            let sets = missing.iter().filter(|units| units.is_empty()).count();
            let sets = u32::try_from(sets).unwrap_or(u32::MAX);
            format!("you have {sets}")
        }
        // Its mark says it all.
        _ => String::new(),
    }
}

/// Which units of a rule that says what counts are picked.
fn chosen(of: &Qualification, plan: &Plan, rule: &Rule) -> String {
    /// Of more units only the number is said.
    const MOST: usize = 3;
    let units = rule.form.units().into_iter();
    let picked: Vec<&UnitCode> = units.filter(|code| plan.pick(code).is_some()).collect();
    let names = || -> Vec<String> {
        let short = picked
            .iter()
            .map(|code| of.units.short_code(code).to_owned());
        short.collect()
    };
    match picked.len() {
        0 => "not chosen".to_owned(),
        1..=MOST => format!("you chose {}", join(&names())),
        number => {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            format!("you chose {}", quantity(number, Measure::Units))
        }
    }
}
