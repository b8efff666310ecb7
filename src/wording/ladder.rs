//! What units count for: in which qualifications, how far they lead there, and why one does not.

use std::sync::Arc;

use super::list::{join, joined};
use super::not_counted::sizes_list;
use super::quantity::{number_in_words, sentence};
use super::{amount_to_go, date, headline, in_short, overall};
use crate::assess::{Assessment, NotCounted, State};
use crate::qualification::{Bounds, Measure, Qualification, UnitCode};

/// What else the units of a plan count for.
pub const COUNTS_ALSO_FOR: &str = "Counts also for";
/// The sheet with the picture of it.
pub const WHAT_UNITS_COUNT_FOR: &str = "What your units count for";
/// The same for one unit.
pub const WHERE_ELSE: &str = "Where else it counts";
/// Opens that sheet.
pub const SEE_ALL: &str = "See what your units count for";
/// In place of the name of the plan’s own qualification: it is this one.
pub const THIS_PLAN: &str = "this plan";
/// The summary of the table beside the picture.
pub const AS_A_TABLE: &str = "The same as a table";
/// The heads of the columns of that table.
pub const COLUMNS: [&str; 3] = ["Qualification", "Counts", "Units"];
/// What stands for what there is none of.
pub const NONE: &str = "–";

/// A qualification in few words, where the reader knows what it is about: “Level 5 Award”.
#[must_use]
pub fn short_title(of: &Qualification) -> String {
    let level = of.level.map(super::level);
    let words: Vec<String> = level
        .into_iter()
        .chain([of.size.name().to_owned()])
        .collect();
    words.join(" ")
}

/// The same of several, each told from the others: with its code, or else its whole title.
#[must_use]
pub fn short_titles(all: &[&Arc<Qualification>]) -> Vec<String> {
    let of = |name: fn(&Qualification) -> String| -> Vec<String> {
        all.iter().map(|one| name(one)).collect()
    };
    let (short, coded) = (of(short_title), of(coded_title));
    let is_one = |names: &[String], name: &String| {
        let mut same = names.iter().filter(|other| *other == name);
        same.next();
        same.next().is_none()
    };
    let names = all.iter().zip(short.iter().zip(&coded));
    let names = names.map(|(one, (short_one, coded_one))| {
        if is_one(&short, short_one) {
            short_one.clone()
        } else if is_one(&coded, coded_one) {
            coded_one.clone()
        } else {
            one.title.clone()
        }
    });
    names.collect()
}

fn coded_title(of: &Qualification) -> String {
    let short = short_title(of);
    if of.suite.is_empty() {
        short
    } else {
        format!("{short} {}", of.suite)
    }
}

/// How units stand to a qualification: “complete, 12 credits”, “16 of 37, 21 to go”. `found` is what counts, without
/// what is too much.
#[must_use]
pub fn rung_state(of: &Qualification, found: &Assessment) -> String {
    let (measure, number) = (of.measure(), found.counted.of(of.measure()));
    match found.state {
        State::Met => format!("complete, {}", in_short(number, measure)),
        State::Open => match rung_to_go(of, found) {
            to_go if goal(of, found).is_some() => {
                format!("{}, {to_go}", rung_in_short(of, found))
            }
            to_go => to_go,
        },
        State::NotKnown => "not worked out: too many ways".to_owned(),
        State::Broken => lower(&headline(of, found).sentence),
    }
}

/// The same where there is little room: “complete”, “16 of 37”.
#[must_use]
pub fn rung_in_short(of: &Qualification, found: &Assessment) -> String {
    let (measure, number) = (of.measure(), found.counted.of(of.measure()));
    match (found.state, goal(of, found)) {
        (State::Met, _) => "complete".to_owned(),
        (State::Open, Some(goal)) if measure == Measure::Credits => format!("{number} of {goal}"),
        (State::Open, Some(goal)) => format!("{number} of {}", in_short(goal, measure)),
        (State::Open, None) => rung_to_go(of, found),
        (State::NotKnown, _) => "not worked out".to_owned(),
        (State::Broken, _) => "not with these".to_owned(),
    }
}

/// What is still to go: “21 to go”; in words, where that is no amount.
#[must_use]
pub fn rung_to_go(of: &Qualification, found: &Assessment) -> String {
    match (found.state, amount_to_go(of, found)) {
        (State::Open, 0) => lower(&headline(of, found).sentence),
        (State::Open, number) if of.measure() == Measure::Credits => format!("{number} to go"),
        (State::Open, number) => format!("{} to go", in_short(number, of.measure())),
        _ => rung_in_short(of, found),
    }
}

/// What a qualification asks for at least.
fn goal(of: &Qualification, found: &Assessment) -> Option<u32> {
    let bounds = overall(of, found)?;
    bounds.least().filter(|least| *least > 0)
}

/// What is needed and allowed in all, for a table: “Needed: 6 to 12”; nothing where that is not said.
#[must_use]
pub fn rung_bounds(bounds: Option<Bounds>) -> String {
    bounds.map_or_else(String::new, |bounds| {
        format!("Needed: {}", super::offer_amount(bounds))
    })
}

/// A unit that does not count, by its short code, and why.
pub type Uncounted = (String, String);

/// Which units count, by their short codes, and why others do not: “501, 533 and 550 count. 400 does not: Group 1
/// only”, “All four count”. What `too_much` names would count if others did not.
#[must_use]
pub fn which_count(count: &[String], not: &[Uncounted], too_much: &[String]) -> String {
    let mut said = Vec::new();
    if not.is_empty() && too_much.is_empty() {
        return match count.len() {
            0 => String::new(),
            1 => format!("{} counts", some(count, "and")),
            2 => "Both count".to_owned(),
            all => format!("All {} count", number_in_words(all)),
        };
    }
    match count.len() {
        0 => said.push("None counts".to_owned()),
        1 => said.push(format!("{} counts", some(count, "and"))),
        _ => said.push(format!("{} count", some(count, "and"))),
    }
    let mut reasons: Vec<(&String, Vec<String>)> = Vec::new();
    for (code, why) in not {
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, codes)) => codes.push(code.clone()),
            None => reasons.push((why, vec![code.clone()])),
        }
    }
    said.extend(reasons.iter().map(|(why, codes)| {
        let verb = if codes.len() == 1 { "does" } else { "do" };
        format!("{} {verb} not: {why}", some(codes, "and"))
    }));
    match too_much.len() {
        0 => {}
        1 => said.push(format!("{} is too much", some(too_much, "and"))),
        _ => said.push(format!("{} are too much", some(too_much, "and"))),
    }
    said.join(". ")
}

/// The most codes that a sentence names.
const MOST_NAMED: usize = 8;

/// Some codes in a sentence, with how many there are beside them.
pub(super) fn some(codes: &[String], word: &str) -> String {
    match codes.get(..MOST_NAMED) {
        Some(first) if codes.len() > MOST_NAMED + 1 => {
            let more = codes.len() - first.len();
            joined(&[first, &[format!("{more} more")]].concat(), word)
        }
        _ => joined(codes, word),
    }
}

/// The units that count in a group: “Group 1: 501, 533, 550”; nothing where there are none.
#[must_use]
pub fn units_of_group(title: &str, units: &[String]) -> String {
    if units.is_empty() {
        return String::new();
    }
    format!("{title}: {}", units.join(", "))
}

/// Why a unit does not count in a qualification, in few words: “Group 1 only”, “replaced by 550”.
#[must_use]
pub fn why_not(of: &Qualification, why: &NotCounted) -> String {
    let short = |code| of.units.short_code(code).to_owned();
    match why {
        NotCounted::NotListed | NotCounted::LeftOutByRule => match of.groups.as_slice() {
            [one] if !one.title.is_empty() => format!("{} only", one.title),
            _ => format!("not in the {}", of.size.name()),
        },
        NotCounted::OtherSizes(sizes) => format!("{} only", sizes_list(sizes)),
        NotCounted::Registration {
            instead: Some(other),
            ..
        } => format!("replaced by {}", short(other)),
        NotCounted::Registration { closed_from, .. } => {
            format!("closed to registrations from {}", date(*closed_from))
        }
        NotCounted::NotYet { open_from, .. } => {
            format!("for registrations from {}", date(*open_from))
        }
        NotCounted::Barred { by, .. } | NotCounted::SameContent { by, .. } => {
            format!("{} counts in its place", short(by))
        }
        NotCounted::ClassFull { by, .. } => {
            let by: Vec<String> = by.iter().map(short).collect();
            format!("{} count in its place", join(&by))
        }
        NotCounted::Surplus { .. } => "more than counts".to_owned(),
    }
}

/// A unit that has the title of another, in the qualifications of these names: it does not count by itself.
#[must_use]
pub fn same_title(there: &UnitCode, names: &[String], own: &UnitCode) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("the {name}")).collect();
    format!(
        "{there} of {} has the title of {own}: ask your centre whether it counts.",
        join(&names)
    )
}

/// The qualifications for which none of the units count.
#[must_use]
pub fn none_counts(number: usize) -> String {
    match number {
        0 => String::new(),
        1 => "None of them counts for the other qualification here.".to_owned(),
        number => format!(
            "None of them counts for the {} other qualifications here.",
            number_in_words(number)
        ),
    }
}

/// What the picture shows, below it.
#[must_use]
pub fn about_scale(number: usize, end: u32, measure: Measure) -> String {
    let all = match number {
        0 | 1 => "The scale is".to_owned(),
        2 => "One scale for both,".to_owned(),
        number => format!("One scale for all {},", number_in_words(number)),
    };
    format!(
        "{all} 0 to {}. The line marks what is needed, the shaded part what is allowed.",
        in_short(end, measure)
    )
}

/// Makes a plan of the units there: “Plan the Diploma with these units”. `name` is what the qualification is called
/// beside the others.
#[must_use]
pub fn plan_with_these(name: &str) -> String {
    format!("Plan the {name} with these units")
}

/// What was done, said once in the new plan. `left` are the short codes of those that it does not have, and `of_plan` is
/// true where they come from another plan.
#[must_use]
pub fn carried(units: usize, name: &str, left: &[String], of_plan: bool) -> String {
    let units = match units {
        1 => "One unit is".to_owned(),
        units => format!("{} units are", sentence(&number_in_words(units))),
    };
    let left = match left.len() {
        0 => String::new(),
        1 => format!(" {} is left out.", some(left, "and")),
        _ => format!(" {} are left out.", some(left, "and")),
    };
    let other = if of_plan {
        " Your other plan is as it was."
    } else {
        ""
    };
    format!("{units} in a new plan for the {name}.{left}{other}")
}

/// Where a unit counts beside this plan: its group, and what comes of it.
#[must_use]
pub fn together_with(state: &str, others: &[String]) -> String {
    if others.is_empty() {
        return state.to_owned();
    }
    format!("{state}, together with {}", some(others, "and"))
}

/// How far the units of the plan lead: “13 of 37 with your units”.
#[must_use]
pub fn with_your_units(state: &str) -> String {
    format!("{state} with your units")
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
