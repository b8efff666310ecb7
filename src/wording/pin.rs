//! Groups that a plan names for its units, and that are left alone.

use super::list::join;
use super::problem::meant;
use crate::plan::{Pick, Plan};
use crate::qualification::{Group, Qualification};
use crate::reading::near;

/// Says that a plan puts a unit into a group in which it does not stand; nothing where it stands there, or
/// where the qualification does not have the unit at all.
#[must_use]
pub fn pinned_elsewhere(qualification: &Qualification, pick: &Pick) -> Option<String> {
    let (code, wanted) = (&pick.code, pick.group.as_ref()?);
    let offering: Vec<&Group> = qualification
        .groups
        .iter()
        .filter(|group| group.units.contains(code))
        .collect();
    if offering.is_empty() || offering.iter().any(|group| group.id == *wanted) {
        return None;
    }
    let place = match qualification.group(wanted) {
        Some(group) => format!("“{}”, where it does not stand", group.title),
        None => format!("the group “{wanted}”, which is not there"),
    };
    let near = near(
        wanted.as_str(),
        offering.iter().map(|group| group.id.as_str()),
    );
    let instead = if near.is_empty() {
        let titles = offering.iter().map(|group| format!("“{}”", group.title));
        format!(" It stands in {}.", join(&titles.collect::<Vec<_>>()))
    } else {
        meant(&near)
    };
    Some(format!(
        "The plan puts {code} into {place}: it counts as if no group were named.{instead}"
    ))
}

/// Says that of every unit of a plan.
#[must_use]
pub fn all_pinned_elsewhere(qualification: &Qualification, plan: &Plan) -> Vec<String> {
    let picks = plan.picks().iter();
    picks
        .filter_map(|pick| pinned_elsewhere(qualification, pick))
        .collect()
}
