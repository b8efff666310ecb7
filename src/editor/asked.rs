//! Answers that take a search, so they are only computed where somebody looks at them: suggestions,
//! what the rules leave to each group, how many combinations complete the plan, and what a unit would
//! do.

use super::plan_bar::group_place;
use super::{Editor, PlanBar, groups_to_choose};
use crate::assess::{
    Aim, Choice, Effective, Limit, NODES, State, assess, complete, effective, outlook, repair,
};
use crate::plan::{Action, History};
use crate::qualification::UnitCode;
use crate::wording::{self, unit_sheet};

/// The most suggestions that are shown.
const SUGGESTIONS: usize = 3;

/// A suggestion that completes or mends the plan. It is tried out before it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionView {
    /// What it does, as the label of its button.
    pub label: String,
    /// What results from it.
    pub detail: String,
    /// The change that does it.
    pub action: Action,
    /// The plan as it would be, with what would be added.
    pub bar: PlanBar,
    /// The units that are added, where nothing else is done.
    pub added: Vec<AddedView>,
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
    /// The best ways to complete the plan, by the smallest total; where a rule is broken, the smallest
    /// changes that mend it.
    ///
    /// # Errors
    ///
    /// A sentence: there is none, or none was found.
    pub fn suggestions(&self) -> Result<Vec<SuggestionView>, &'static str> {
        let (ways, fully_searched) = match self.assessment().state {
            State::Broken => self.repairs(),
            _ => self.completions(),
        };
        if ways.is_empty() {
            return Err(wording::no_advice(fully_searched));
        }
        Ok(ways)
    }

    fn completions(&self) -> (Vec<SuggestionView>, bool) {
        let (of, found) = (self.qualification(), self.assessment());
        // For the pathway and nation by which the plan is judged.
        let aim = Aim::least(of.measure());
        let (plan, limit) = (found.as_judged(self.plan()), &mut Limit::nodes(NODES));
        let ways = complete(of, &plan, &self.context(), aim, SUGGESTIONS, limit);
        let all = ways.answer.iter();
        let all = all.map(|one| self.view(wording::completion(of, one), one.action()));
        // A pathway whose search hit its limit proves nothing.
        let fully_searched = ways.fully_searched && found.state != State::NotKnown;
        (all.collect(), fully_searched)
    }

    fn repairs(&self) -> (Vec<SuggestionView>, bool) {
        let (of, limit) = (self.qualification(), &mut Limit::nodes(NODES));
        let found = repair(of, self.plan(), &self.context(), SUGGESTIONS, limit);
        // Another choice of groups takes nothing out; another pathway is another course.
        let (pathways, groups): (Vec<_>, Vec<_>) =
            found.choices.iter().partition(|one| one.pathway.is_some());
        let choice = |one: &&Choice| self.view(wording::other_choice(of, one), one.action());
        let repairs = found.repairs.iter();
        let repairs = repairs.map(|one| self.view(wording::repair(of, one), one.action()));
        let all = groups.iter().map(choice).chain(repairs);
        let all = all.chain(pathways.iter().map(choice));
        (all.collect(), found.fully_searched)
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

    fn view(&self, words: wording::Suggestion, action: Action) -> SuggestionView {
        let (of, was) = (self.qualification(), self.plan());
        let mut history = History::new(was.clone());
        history.act(action.clone());
        let found = assess(of, history.now(), &self.context());
        let picks = history.now().picks().iter().map(|pick| pick.code.clone());
        let added: Vec<UnitCode> = picks.filter(|code| was.pick(code).is_none()).collect();
        let adds_only = was.picks().len() + added.len() == history.now().picks().len();
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
        let units = if adds_only {
            added.iter().filter_map(view).collect()
        } else {
            Vec::new()
        };
        SuggestionView {
            label: words.by_titles,
            detail: wording::then(of, &found),
            action,
            bar: PlanBar::new(of, &found).with_added(&added),
            added: units,
        }
    }
}
