//! What would complete a plan or put it right, and what the rules leave to a group.

use super::quantity::{quantity, sentence};
use super::rule::{list, titles};
use crate::assess::{Assessment, Choice, Completion, Effective, Repair, State, Totals};
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
    let label = if completion.added.is_empty() {
        format!("Take out {}", list(&completion.instead))
    } else if completion.instead.is_empty() {
        format!("Add {}", list(&completion.added))
    } else {
        format!(
            "Choose {} instead of {}",
            list(&completion.added),
            list(&completion.instead)
        )
    };
    let mut told = completion.added.clone();
    told.extend(completion.instead.iter().cloned());
    let units = completion.units.iter();
    let all: Totals = units.filter_map(|code| qualification.unit(code)).collect();
    let own = qualification.measure();
    let hours =
        (own != Measure::Hours && qualification.gives(Measure::Hours)).then_some(Measure::Hours);
    let in_all: Vec<String> = [Some(own), hours]
        .into_iter()
        .flatten()
        .map(|measure| quantity(all.of(measure), measure))
        .collect();
    let mut pathways = qualification.pathways.iter();
    let pathway = pathways.find(|one| Some(&one.id) == completion.pathway.as_ref());
    Suggestion {
        label,
        detail: format!(
            "{}. Then {} in all{}.",
            titles(qualification, &told),
            in_all.join(", "),
            pathway
                .map(|one| format!(" on the pathway {}", one.title))
                .unwrap_or_default()
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
    Suggestion {
        label,
        detail: format!(
            "{}. {}",
            titles(qualification, &units),
            leads_to(repair.leads_to)
        ),
    }
}

/// Another choice of groups, ways of earning or the pathway.
#[must_use]
pub fn other_choice(qualification: &Qualification, choice: &Choice) -> Suggestion {
    let mut pathways = qualification.pathways.iter();
    let pathway = pathways.find(|one| Some(&one.id) == choice.pathway.as_ref());
    let count = |whose: &str| {
        let codes = list(&choice.any_group);
        format!("let {codes} count in any of {whose} groups")
    };
    let groups = match choice.any_group.len() {
        0 => None,
        1 => Some(count("its")),
        _ => Some(count("their")),
    };
    let by_study = &choice.by_study;
    let study = (!by_study.is_empty()).then(|| format!("earn {} by study", list(by_study)));
    let follow = pathway.map(|one| format!("follow {}", one.title));
    let steps: Vec<String> = [follow, groups, study].into_iter().flatten().collect();
    Suggestion {
        label: sentence(&steps.join(" and ")),
        detail: format!("Every unit may stay. {}", leads_to(choice.leads_to)),
    }
}

const fn leads_to(state: State) -> &'static str {
    match state {
        State::Met => "Then all rules are met.",
        _ => "Then all rules can be met.",
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
pub fn effective(
    qualification: &Qualification,
    found: &Assessment,
    bounds: &Effective,
) -> Option<String> {
    let (least, _) = bounds.range?;
    let measure = qualification.measure();
    let own = super::group_bounds(qualification, found, &bounds.group)
        .map_or(0, crate::qualification::Bounds::floor);
    (qualification.groups.len() > 1 && least > own).then(|| {
        format!(
            "The other rules need at least {} from here.",
            quantity(least, measure)
        )
    })
}
