//! A group of units where there is little room: what is asked of it, and how far it has come.

use super::mark;
use super::measure::in_force;
use super::plan_head::in_short;
use super::quantity::{bounded_quantity, hours_asked};
use super::selection::group_title;
use crate::assess::{Assessment, State};
use crate::qualification::{Bounds, Group, Measure, Qualification};

/// What the rules ask of a group: in the qualification's own measure, or else in another; or else all of
/// its mandatory units, or so many of its units.
#[must_use]
pub fn asked_of_group(
    of: &Qualification,
    found: &Assessment,
    group: &Group,
) -> Option<(Measure, Bounds)> {
    let own = of.measure();
    let others = [
        Measure::Units,
        Measure::Credits,
        Measure::Hours,
        Measure::Points,
    ];
    let others = others.into_iter().filter(|one| *one != own);
    let measures = std::iter::once(own).chain(others);
    let mut asked = measures.filter_map(|measure| {
        let rules = in_force(of, found);
        Some((measure, of.asked_of_group(rules, &group.id, measure)?))
    });
    asked.next().or_else(|| {
        let all = of.rules_for_all().any(|rule| {
            let mandatory = rule.form.mandatory().unwrap_or_default();
            group.units.iter().all(|code| mandatory.contains(code))
        });
        let number = u32::try_from(group.units.len()).ok();
        let number = number.filter(|number| all && *number > 0);
        Some((Measure::Units, Bounds::new(number, number)?))
    })
}

/// The title of a group in two: what most begin with, and the rest: “Group ” and “A”.
#[must_use]
pub fn group_in_short(title: &str) -> (&'static str, String) {
    match title.strip_prefix("Group ") {
        Some(rest) => ("Group ", rest.to_owned()),
        None => ("", title.to_owned()),
    }
}

/// A pathway as the choice of pathways has it: “Pathway: Dementia”.
#[must_use]
pub fn pathway_choice(title: &str) -> String {
    format!("Pathway: {title}")
}

/// What is asked, in short: “at least 7 credits”, “60 hours”.
#[must_use]
pub fn asked_in_short((measure, bounds): (Measure, Bounds)) -> String {
    match measure {
        Measure::Hours => hours_asked(bounds),
        other => bounded_quantity(bounds, other),
    }
}

/// How far a group has come: “6 of 7”, “9, limit 6”, “9 credits chosen”. The first two stand behind what is asked.
#[must_use]
pub fn pot(number: u32, bounds: Option<Bounds>, measure: Measure) -> String {
    group_count(number, bounds).unwrap_or_else(|| format!("{} chosen", in_short(number, measure)))
}

/// What of a group is there, where it is too little or too much: “6 of 7”, “9, limit 6”.
#[must_use]
pub fn group_count(number: u32, bounds: Option<Bounds>) -> Option<String> {
    let least = bounds.and_then(Bounds::least);
    let most = bounds.and_then(Bounds::most);
    match (least, most) {
        (_, Some(most)) if number > most => Some(format!("{number}, limit {most}")),
        (Some(least), _) if number < least => Some(format!("{number} of {least}")),
        _ => None,
    }
}

/// A group with what is asked of it and how far it has come, in one name: “Group 1, at least 7 credits, Open: 6 of 7”.
#[must_use]
pub fn group_read(title: &str, asked: &str, state: Option<State>, words: &str) -> String {
    let state = state.map_or("", mark::of);
    let asked = if asked.is_empty() {
        ""
    } else {
        &format!(", {asked}")
    };
    format!("{title}{asked}, {state}{words}")
}

/// What a group has of the whole, below a bar: “Group 1: 9”.
#[must_use]
pub fn group_has(title: &str, number: u32) -> String {
    format!("{}: {number}", group_name(title))
}

/// The title of a group within a sentence, of which a last word of one or two letters stays in the line.
pub(super) fn group_name(title: &str) -> String {
    let title = group_title(title);
    match title.rsplit_once(' ') {
        Some((first, last)) if last.len() <= 2 => format!("{first}\u{a0}{last}"),
        _ => title.to_owned(),
    }
}

/// What says below a bar where its line stands: “goal 13”.
#[must_use]
pub fn goal(least: u32) -> String {
    format!("goal {least}")
}

/// What stands at the end of a bar: “to 36”.
#[must_use]
pub fn up_to(most: u32) -> String {
    format!("to {most}")
}
