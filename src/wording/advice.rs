//! What would complete a plan or put it right, and what the rules leave to a group.

use super::quantity::quantity;
use super::rule::{list, titles};
use crate::assess::{Completion, Effective, Repair, State};
use crate::qualification::{Measure, Qualification};

/// What a suggestion is called, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The words on its button: “Add 8607-523”.
    pub label: String,
    /// The units by their titles, and what comes of it.
    pub detail: String,
}

/// A completion of a plan.
#[must_use]
pub fn completion(qualification: &Qualification, completion: &Completion) -> Suggestion {
    let label = if completion.instead.is_empty() {
        format!("Add {}", list(&completion.added))
    } else {
        format!(
            "Choose {} instead of {}",
            list(&completion.added),
            list(&completion.instead)
        )
    };
    let mut units = completion.added.clone();
    units.extend(completion.instead.iter().cloned());
    Suggestion {
        label,
        detail: format!(
            "{}. Then {}, {} in all.",
            titles(qualification, &units),
            quantity(completion.credits.number(), Measure::Credits),
            quantity(completion.hours.number(), Measure::Hours)
        ),
    }
}

/// A repair of a plan.
#[must_use]
pub fn repair(qualification: &Qualification, repair: &Repair) -> Suggestion {
    let label = match (repair.drop.as_slice(), repair.add.as_slice()) {
        (drop, []) => format!("Take out {}", list(drop)),
        ([], add) => format!("Add {}", list(add)),
        (drop, add) => format!("Take out {} and add {}", list(drop), list(add)),
    };
    let mut units = repair.drop.clone();
    units.extend(repair.add.iter().cloned());
    let then = match repair.leads_to {
        State::Met => "Then all rules are met.",
        _ => "Then all rules can be met.",
    };
    Suggestion {
        label,
        detail: format!("{}. {then}", titles(qualification, &units)),
    }
}

/// Why there is no suggestion.
#[must_use]
pub const fn no_advice(fully_searched: bool) -> &'static str {
    if fully_searched {
        "There is none with the units that are open to you."
    } else {
        "The rules are too many to be searched whole; none was found so far."
    }
}

/// What the rules together ask of a group beyond its own rule: “The other rules need at least 19
/// credits from here.” Nothing where they ask no more.
#[must_use]
pub fn effective(qualification: &Qualification, bounds: &Effective) -> Option<String> {
    let (least, _) = bounds.credits?;
    let own = super::group_bounds(qualification, &bounds.group)
        .map_or(0, crate::qualification::Bounds::floor);
    (qualification.groups.len() > 1 && least > own).then(|| {
        format!(
            "The other rules need at least {} from here.",
            quantity(least, Measure::Credits)
        )
    })
}
