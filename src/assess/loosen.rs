//! Choices beside the units that stand in the way: the group that a unit is to count in, and the
//! pathway. Another choice there puts a plan right with every pick kept.

use super::{Context, State, assess_within};
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, UnitCode, VariantId};
use crate::solve::Limit;

/// Another choice of groups or of the pathway, tried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Picked units whose choice of a group stands in the way: let them count in any of theirs.
    pub any_group: Vec<UnitCode>,
    /// The pathway to follow in place of the chosen one, where that stands in the way.
    pub pathway: Option<VariantId>,
    /// How the plan stands then.
    pub leads_to: State,
}

impl Choice {
    /// What does all of it in one step.
    #[must_use]
    pub fn action(&self) -> Action {
        let follow = self.pathway.clone().map(|one| Action::Follow(Some(one)));
        let groups = without_groups(&self.any_group);
        Action::All(follow.into_iter().chain([groups]).collect())
    }
}

/// The fewest other choices after which the plan is met or can be: of groups first, then for each
/// other pathway.
pub(super) fn other_choices(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    limit: &mut Limit,
) -> Vec<Choice> {
    let mut does = |any_group: &[UnitCode], pathway: Option<&VariantId>| {
        let choice = Choice {
            any_group: any_group.to_vec(),
            pathway: pathway.cloned(),
            leads_to: State::Met,
        };
        let then = plan.clone().after(choice.action());
        let leads_to = assess_within(qualification, &then, &context, limit).state;
        matches!(leads_to, State::Met | State::Open).then_some(Choice { leads_to, ..choice })
    };
    let pinned = pinned(qualification, plan);
    let mut of_this = |pathway: Option<&VariantId>| {
        if pathway.is_some()
            && let Some(found) = does(&[], pathway)
        {
            return Some(found);
        }
        if pinned.is_empty() {
            return None;
        }
        let mut fewest = does(&pinned, pathway)?;
        for code in &pinned {
            let mut fewer = fewest.any_group.clone();
            fewer.retain(|one| one != code);
            if !fewer.is_empty()
                && let Some(found) = does(&fewer, pathway)
            {
                fewest = found;
            }
        }
        Some(fewest)
    };
    let chosen = plan.pathway.as_ref();
    let others = qualification.pathways.iter().map(|one| Some(&one.id));
    let others = others.filter(|one| chosen.is_some() && *one != chosen);
    std::iter::once(None)
        .chain(others)
        .filter_map(&mut of_this)
        .collect()
}

/// The picked units for which a group is chosen.
pub(super) fn pinned(qualification: &Qualification, plan: &Plan) -> Vec<UnitCode> {
    let picks = plan.picks().iter();
    let pinned = picks.filter(|pick| pick.group.is_some());
    let mut codes: Vec<UnitCode> = pinned.map(|pick| pick.code.clone()).collect();
    codes.retain(|code| qualification.unit(code).is_some());
    codes
}

/// Leaves open in which of their groups these picks count.
pub(super) fn without_groups(codes: &[UnitCode]) -> Action {
    let codes = codes.iter().cloned();
    Action::All(codes.map(|code| Action::Pin(code, None)).collect())
}
