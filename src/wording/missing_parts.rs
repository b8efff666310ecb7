//! What is missing of parts of a plan, in words.

use super::plan_head::in_short;
use crate::qualification::{GroupId, Measure, Qualification};

/// The most facts that are said beside how much is left.
pub(super) const FACTS: usize = 2;

/// How much is missing, and of what.
pub(super) struct Part {
    pub(super) short: u32,
    pub(super) measure: Measure,
    pub(super) place: String,
    /// True where that is the whole.
    pub(super) is_whole: bool,
    pub(super) group: Option<GroupId>,
}

/// What is missing for sure to parts in one measure: all of it where they are groups that have no unit
/// in common, or else the most that one of them misses.
pub(super) fn at_least_of(of: &Qualification, parts: &[Part]) -> u32 {
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
pub(super) fn of_them(parts: &[Part], whole: u32) -> Option<String> {
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

/// What is missing in other measures: “at least 1 unit from Group 1 and 3 credits from Group 2”, and how much of the
/// first has to be of a part.
pub(super) fn of_others(
    parts: &[Part],
    most: usize,
    beside_units: bool,
) -> Option<(String, String)> {
    // What is missing of the whole is missing of a part of it too, where that is no less; beside units that are named
    // nobody can tell whether they are among it.
    let is_said = |one: &Part| {
        let says_it = |part: &Part| {
            let is_as_much = part.measure == one.measure && part.short >= one.short;
            !part.is_whole && (is_as_much || beside_units)
        };
        one.is_whole && parts.iter().any(says_it)
    };
    let left = parts.iter().filter(|part| !is_said(part));
    let (whole, of_parts): (Vec<&Part>, Vec<&Part>) = left.partition(|part| part.is_whole);
    let mut all = whole.iter().chain(&of_parts).take(most);
    let first = all.next()?;
    let mut said = format!("at least {}", first.words());
    if first.is_whole && beside_units {
        said.push_str(" in all");
    }
    let mut of_them = String::new();
    for part in all {
        if first.is_whole && part.measure == first.measure {
            of_them = format!(", at least {} of them {}", part.short, part.place);
        } else {
            said = format!("{said} and {}", part.words());
        }
    }
    Some((said, of_them))
}

impl Part {
    /// “1 unit from Group 1”, “2 units”.
    fn words(&self) -> String {
        let amount = in_short(self.short, self.measure);
        if self.is_whole {
            amount
        } else {
            format!("{amount} {}", self.place)
        }
    }
}
