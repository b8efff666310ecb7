//! The picks of a plan as its qualification lists them.

use crate::plan::{Pick, Plan};
use crate::qualification::Qualification;

/// The picks of a plan as its qualification lists them: those that it does not have last.
#[must_use]
pub fn picks_of<'a>(qualification: &Qualification, plan: &'a Plan) -> Vec<&'a Pick> {
    let mut picks: Vec<&Pick> = plan.picks().iter().collect();
    picks.sort_by_cached_key(|pick| qualification.order(&pick.code));
    picks
}

/// The picks of units that the qualification has, with the places of those units, in order.
pub(super) fn picks_by_place<'a>(
    qualification: &Qualification,
    plan: &'a Plan,
) -> Vec<(usize, &'a Pick)> {
    let picks = plan.picks().iter();
    let mut picks: Vec<(usize, &Pick)> = picks
        .filter_map(|pick| Some((qualification.unit_index(&pick.code)?, pick)))
        .collect();
    picks.sort_unstable_by_key(|(place, _)| *place);
    picks
}

/// The places of the picked units that the qualification has, in order.
pub(super) fn picked(qualification: &Qualification, plan: &Plan) -> Vec<usize> {
    let picks = plan.picks().iter();
    let mut places: Vec<usize> = picks
        .filter_map(|pick| qualification.unit_index(&pick.code))
        .collect();
    places.sort_unstable();
    places
}
