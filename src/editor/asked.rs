//! Answers that take a search, so they are only computed where somebody looks at them: repairs,
//! what the rules leave to each group, how many combinations complete the plan, and what a unit would
//! do.

use super::plan_bar::group_place;
use super::{Editor, groups_to_choose};
use crate::assess::{
    Assessment, Choice, Effective, Limit, NODES, Repair, State, assess, effective, outlook, repair,
};
use crate::plan::Action;
use crate::qualification::{Qualification, UnitCode};
use crate::wording::{self, unit_sheet};

/// The most repairs that are shown.
const REPAIRS: usize = 3;

/// How many of each kind are looked at for that: many take out the same unit.
const LOOKED_AT: usize = 8;

/// A change that mends the plan. It is tried out before it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairView {
    /// What it does, as the label of its button.
    pub label: String,
    /// What comes of it: “Then your plan is complete: 14 credits, 57 hours”.
    pub detail: String,
    /// The same where it stands among others: “Complete with 14 credits, 57 hours”.
    pub result: String,
    /// The change that does it.
    pub action: Action,
}

/// A unit that would be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedView {
    /// Its title.
    pub title: String,
    /// Its code without what all codes of the qualification begin with.
    pub short: String,
    /// Its figures: “3 credits”, “8 hours”.
    pub figures: Vec<String>,
    /// The place of the group that would count it.
    pub group: Option<usize>,
}

impl Editor {
    /// The smallest changes that mend a broken plan. The first completes it, where one does; the others take out other
    /// units, or nothing but that.
    #[must_use]
    pub fn repairs(&self) -> Vec<RepairView> {
        let (of, limit) = (self.qualification(), &mut Limit::nodes(NODES));
        let found = repair(of, self.plan(), &self.context(), LOOKED_AT, limit);
        let (whole, part): (Vec<&Repair>, Vec<&Repair>) = found
            .repairs
            .iter()
            .partition(|one| one.leads_to == State::Met);
        let mut repairs: Vec<&Repair> = Vec::new();
        for one in &whole {
            if !repairs.iter().any(|known| known.drop == one.drop) {
                repairs.push(one);
            }
        }
        repairs.truncate(if part.is_empty() {
            REPAIRS
        } else {
            REPAIRS - 1
        });
        repairs.extend(part.iter().chain(&whole));
        // Another choice of groups takes nothing out; another pathway is another course.
        let (pathways, groups): (Vec<_>, Vec<_>) =
            found.choices.iter().partition(|one| one.pathway.is_some());
        let choice = |one: &&Choice| (wording::other_choice(of, one), one.action());
        let groups = groups.iter().map(choice);
        let repairs = repairs
            .iter()
            .map(|one| (wording::repair(of, one), one.action()));
        let all = groups.chain(repairs).chain(pathways.iter().map(choice));
        let mut views: Vec<RepairView> = Vec::new();
        for (words, action) in all {
            if views.len() == REPAIRS || views.iter().any(|known| known.action == action) {
                continue;
            }
            let after = self.plan().clone().after(action.clone());
            let found = assess(of, &after, &self.context());
            views.push(RepairView {
                label: words.by_titles,
                detail: wording::then(of, &found),
                result: wording::result(of, &found),
                action,
            });
        }
        views
    }

    /// What the rules together leave to each group, in the order of the groups.
    #[must_use]
    pub fn effective(&self) -> Vec<Effective> {
        let plan = self.assessment().as_judged(self.plan());
        let limit = &mut Limit::nodes(NODES);
        effective(self.qualification(), &plan, &self.context(), limit)
    }

    /// What picking a unit would do where that is not plain, or in which of its groups it counts; empty
    /// where there is nothing to say.
    #[must_use]
    pub fn outlook(&self, code: &UnitCode) -> String {
        let (of, now) = (self.qualification(), self.assessment());
        if let Some(unit) = now.units.iter().find(|unit| unit.code == *code) {
            let is_of_several = !groups_to_choose(of, code).is_empty();
            let group = unit.group.as_ref().filter(|_| is_of_several);
            return group.map_or_else(String::new, |id| unit_sheet::counts_in(of, id));
        }
        let limit = &mut Limit::nodes(NODES);
        let Some(found) = outlook(of, self.plan(), &self.context(), now, code, limit) else {
            return String::new();
        };
        let status = self.current(None).status(code);
        let is_told = status.is_some_and(|status| status.not_counted.is_some());
        wording::outlook(of, now.state, &found, is_told)
    }
}

/// Units that would be added, by how the plan is judged then.
pub(super) fn added_views(
    of: &Qualification,
    found: &Assessment,
    added: &[UnitCode],
) -> Vec<AddedView> {
    let view = |code: &UnitCode| {
        let unit = of.unit(code)?;
        let mut judged = found.units.iter();
        let judged = judged.find(|one| one.code == *code);
        Some(AddedView {
            title: unit.title.clone(),
            short: of.units.short_code(code).to_owned(),
            figures: wording::figures_in_short(of, unit),
            group: group_place(of, judged.and_then(|one| one.group.as_ref())),
        })
    };
    added.iter().filter_map(view).collect()
}
