//! Choices beside the units that stand in the way: the group that a unit is to count in, how its credit
//! is earned, and the pathway. Another choice there puts a plan right with every pick kept.

use super::assess_within;
use super::model::{Context, State};
use crate::plan::{Action, Pick, Plan};
use crate::qualification::{Earned, Qualification, UnitCode, VariantId};
use crate::solve::Limit;

/// Another choice of groups, ways of earning or the pathway, tried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Picked units whose choice of a group stands in the way: let them count in any of theirs.
    pub any_group: Vec<UnitCode>,
    /// Picked units that are not earned by taking them, where that stands in the way: let them be.
    pub by_study: Vec<UnitCode>,
    /// The pathway to follow in place of the chosen one, where that stands in the way.
    pub pathway: Option<VariantId>,
    /// How the plan stands then.
    pub leads_to: State,
}

impl Choice {
    /// What does all of it in one step.
    #[must_use]
    pub fn action(&self) -> Action {
        let set_pathway = self
            .pathway
            .clone()
            .map(|one| Action::SetPathway(Some(one)));
        let by_study = self.by_study.iter().cloned();
        let study = by_study.map(|code| Action::Earn(code, Earned::Study));
        let groups = without_groups(&self.any_group);
        Action::All(
            set_pathway
                .into_iter()
                .chain(study)
                .chain([groups])
                .collect(),
        )
    }

    /// True where on the same pathway units only have to be earned otherwise.
    pub(super) fn is_of_earning(&self) -> bool {
        self.pathway.is_none() && !self.by_study.is_empty()
    }

    /// True where this lets one of these stay, earned otherwise or in another group of the same pathway.
    pub(super) fn spares(&self, codes: &[UnitCode]) -> bool {
        let mut spared = self.any_group.iter().chain(&self.by_study);
        self.pathway.is_none() && spared.any(|code| codes.contains(code))
    }
}

/// The fewest other choices after which the plan is met or can be, where one is enough each that is: on
/// the same pathway first, then for each other one.
pub(super) fn other_choices(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    limit: &mut Limit,
) -> Vec<Choice> {
    let mut does = |loose: &[(Loose, UnitCode)], pathway: Option<&VariantId>| {
        let of = |kind| -> Vec<UnitCode> {
            let those = loose.iter().filter(|(one, _)| *one == kind);
            those.map(|(_, code)| code.clone()).collect()
        };
        let choice = Choice {
            any_group: of(Loose::Group),
            by_study: of(Loose::Earned),
            pathway: pathway.cloned(),
            leads_to: State::Met,
        };
        let then = plan.clone().after(choice.action());
        let leads_to = assess_within(qualification, &then, &context, limit).state;
        matches!(leads_to, State::Met | State::Open).then_some(Choice { leads_to, ..choice })
    };
    let earned = otherwise_earned(qualification, plan).into_iter();
    let pinned = pinned(qualification, plan).into_iter();
    let all: Vec<(Loose, UnitCode)> = earned
        .map(|code| (Loose::Earned, code))
        .chain(pinned.map(|code| (Loose::Group, code)))
        .collect();
    let mut of_this = |pathway: Option<&VariantId>| -> Vec<Choice> {
        if pathway.is_some()
            && let Some(found) = does(&[], pathway)
        {
            return vec![found];
        }
        // Each that is enough by itself, so that a learner may prefer one.
        let alone = all
            .iter()
            .filter_map(|one| does(std::slice::from_ref(one), pathway));
        let alone: Vec<Choice> = alone.collect();
        if !alone.is_empty() || all.len() < 2 {
            return alone;
        }
        let Some(mut found) = does(&all, pathway) else {
            return Vec::new();
        };
        let mut fewest = all.clone();
        for one in &all {
            let mut fewer = fewest.clone();
            fewer.retain(|other| other != one);
            if fewer.len() > 1
                && let Some(smaller) = does(&fewer, pathway)
            {
                (found, fewest) = (smaller, fewer);
            }
        }
        vec![found]
    };
    let chosen = plan.pathway.as_ref();
    let others = qualification.pathways.iter().map(|one| Some(&one.id));
    let others = others.filter(|one| chosen.is_some() && *one != chosen);
    std::iter::once(None)
        .chain(others)
        .flat_map(&mut of_this)
        .collect()
}

/// What is chosen for a pick and can be chosen otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loose {
    Group,
    Earned,
}

/// The plan with each unit in whichever of its groups.
pub(super) fn loosened(qualification: &Qualification, plan: &Plan) -> Plan {
    plan.clone()
        .after(without_groups(&pinned(qualification, plan)))
}

/// The picked units for which a group is chosen.
fn pinned(qualification: &Qualification, plan: &Plan) -> Vec<UnitCode> {
    picks_that(qualification, plan, |pick| pick.group.is_some())
}

/// The picked units that are not earned by taking them.
fn otherwise_earned(qualification: &Qualification, plan: &Plan) -> Vec<UnitCode> {
    picks_that(qualification, plan, |pick| pick.earned != Earned::Study)
}

fn picks_that(of: &Qualification, plan: &Plan, is_it: impl Fn(&Pick) -> bool) -> Vec<UnitCode> {
    let picks = plan.picks().iter().filter(|pick| is_it(pick));
    let codes = picks.map(|pick| pick.code.clone());
    codes.filter(|code| of.unit(code).is_some()).collect()
}

/// Leaves open in which of their groups these picks count.
fn without_groups(codes: &[UnitCode]) -> Action {
    let codes = codes.iter().cloned();
    Action::All(codes.map(|code| Action::SetGroup(code, None)).collect())
}
