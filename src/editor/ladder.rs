//! What the units of a plan count for: each qualification that counts any of them, how far they lead there, which count and
//! why others do not.

use std::sync::Arc;

use super::bar_scale::{WHOLE, percent, share};
use super::carried::taken_over;
use super::ladder_bar::{RungBar, amounts, end_of_scale};
use super::same_titles::same_titles;
use crate::assess::{Assessment, Context, Limit, State, assess_within, repair};
use crate::plan::{Action, Plan};
use crate::qualification::{Bounds, Measure, Qualification, UnitCode};
use crate::wording::{self, ladder as words};

/// Each qualification may be searched for so many nodes: it is asked after each change, for all of them.
const NODES_OF_A_RUNG: u64 = 80_000;

/// What the units of a plan count for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LadderView {
    /// The qualifications that count any of them: those of the plan’s own suite by their size, then the others by how
    /// little is missing.
    pub rungs: Vec<RungView>,
    /// Units that have the title of one of them under another code, each in a sentence.
    pub same: Vec<String>,
    /// For how many others none counts, in words; empty where there is no other.
    pub none: String,
    /// What the picture shows, for each measure of it.
    pub about: String,
}

/// What the units come to in one qualification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RungView {
    /// The qualification.
    pub of: Arc<Qualification>,
    /// What it is called beside the others: “Level 5 Award”.
    pub name: String,
    /// True for that of the plan itself.
    pub is_own: bool,
    /// How what counts stands to its rules.
    pub state: State,
    /// The same in words: “16 of 37, 21 to go”.
    pub words: String,
    /// In few: “16 of 37”.
    pub in_short: String,
    /// What is missing: “21 to go”.
    pub to_go: String,
    /// Which units count, and why others do not.
    pub which: String,
    /// What is asked for: “Needed: 37 or more”.
    pub asked: String,
    /// The units that count, by group: “Group 1: 501, 533, 550”.
    pub groups: Vec<String>,
    /// On the scale of the picture.
    pub bar: RungBar,
    /// How much of what is needed counts, as the width of a thin bar.
    pub share: String,
    /// A plan for it with the units that count, and all that is said of them.
    pub plan: Plan,
    /// What makes that plan: “Plan the Level 5 Diploma with these units”.
    pub button: String,
    /// What is said of it once it is made.
    pub said: String,
    /// The codes of the units that count.
    pub counting: Vec<UnitCode>,
}

/// A qualification that counts some of the units, before it is shown.
pub(super) struct Found<'a> {
    of: &'a Arc<Qualification>,
    is_own: bool,
    /// True where the units are those of a plan.
    is_of_plan: bool,
    plan: Plan,
    pub(super) assessment: Assessment,
    too_much: Vec<UnitCode>,
}

/// What the units of a plan count for, among these qualifications.
#[must_use]
pub fn ladder(all: &[&Arc<Qualification>], plan: &Plan, context: &Context) -> LadderView {
    let own = all.iter().copied().find(|of| of.id == plan.qualification);
    let found = all.iter().filter_map(|of| stand(of, own, plan, context));
    let mut found: Vec<Found<'_>> = found.collect();
    let measure = own.map_or(Measure::Credits, |own| own.measure());
    found.sort_by_key(|one| {
        let own_suite = own.is_some_and(|own| one.is_own || own.is_of_suite(one.of));
        if own_suite {
            return (0, one.asks_for(), false, 0, 0);
        }
        let missing = wording::amount_to_go(one.of, &one.assessment);
        let is_other = one.of.measure() != measure;
        let state = 1 + one.assessment.state as u32;
        (state, 0, is_other, missing, one.asks_for())
    });
    let counting: Vec<&Arc<Qualification>> = found.iter().map(|one| one.of).collect();
    let names = words::short_titles(&counting);
    let rungs = found.iter().zip(names);
    let rungs: Vec<RungView> = rungs.map(|(one, name)| one.view(name, &found)).collect();
    let others = all.len().saturating_sub(rungs.len());
    LadderView {
        same: same_titles(all, plan),
        none: words::none_counts(others),
        about: about(&found),
        rungs,
    }
}

impl LadderView {
    /// What the units count for beside the plan’s own qualification.
    pub fn others(&self) -> impl Iterator<Item = &RungView> {
        self.rungs.iter().filter(|one| !one.is_own)
    }
}

/// How the units stand to a qualification; nothing where none of them counts there.
pub(super) fn stand<'a>(
    of: &'a Arc<Qualification>,
    own: Option<&Arc<Qualification>>,
    plan: &Plan,
    context: &Context,
) -> Option<Found<'a>> {
    let is_own = of.id == plan.qualification;
    let mut plan = taken_over(of, own.map(AsRef::as_ref), plan);
    let is_any = |plan: &Plan| {
        plan.picks()
            .iter()
            .any(|pick| of.unit(&pick.code).is_some())
    };
    if !is_any(&plan) {
        return None;
    }
    let judge = |plan: &Plan| {
        let limit = &mut Limit::nodes(NODES_OF_A_RUNG);
        assess_within(of, plan, context, limit)
    };
    let mut assessment = judge(&plan);
    let mut too_much = Vec::new();
    if assessment.state == State::Broken && !is_own {
        // What is more than it takes is no reason against it.
        let limit = &mut Limit::nodes(NODES_OF_A_RUNG);
        let repairs = repair(of, &plan, context, 1, limit).repairs;
        if let Some(one) = repairs.into_iter().find(|one| one.add.is_empty()) {
            plan = plan.after(one.action());
            assessment = judge(&plan);
            too_much = one.drop;
        }
    }
    let counts = |found: &Assessment| found.units.iter().any(|one| one.not_counted.is_none());
    counts(&assessment).then_some(Found {
        of,
        is_own,
        is_of_plan: own.is_some(),
        plan,
        assessment,
        too_much,
    })
}

impl Found<'_> {
    fn bounds(&self) -> Option<Bounds> {
        wording::overall(self.of, &self.assessment)
    }

    fn asks_for(&self) -> u32 {
        self.bounds().map_or(0, Bounds::floor)
    }

    fn amount(&self) -> u32 {
        self.assessment.counted.of(self.of.measure())
    }

    fn short(&self, code: &UnitCode) -> String {
        self.of.units.short_code(code).to_owned()
    }

    fn view(&self, name: String, beside: &[Self]) -> RungView {
        let (of, found) = (self.of, &self.assessment);
        let units = found.units.iter();
        let counting = units.clone().filter(|one| one.not_counted.is_none());
        let counting: Vec<UnitCode> = counting.map(|one| one.code.clone()).collect();
        // The codes of one suite are told by their ends; one of another would be taken for one of these.
        let why = units.filter_map(|one| {
            let why = one.not_counted.as_ref()?;
            Some((self.short(&one.code), words::why_not(of, why)))
        });
        let why: Vec<_> = why.collect();
        let shorts = |codes: &[UnitCode]| -> Vec<String> {
            codes.iter().map(|code| self.short(code)).collect()
        };
        let too_much = shorts(&self.too_much);
        let measure = of.measure();
        let end = end_of(beside, measure);
        let goal = self.asks_for().max(1);
        let part = share(self.amount(), goal, WHOLE);
        let left = why.iter().map(|(code, _)| code).chain(&too_much);
        let left: Vec<String> = left.cloned().collect();
        let mut plan = self.plan.clone();
        for pick in self.plan.picks() {
            if !counting.contains(&pick.code) {
                plan = plan.after(Action::Remove(pick.code.clone()));
            }
        }
        RungView {
            of: Arc::clone(of),
            button: words::plan_with_these(&name),
            said: words::carried(counting.len(), &name, &left, self.is_of_plan),
            name,
            is_own: self.is_own,
            state: found.state,
            words: words::rung_state(of, found),
            in_short: words::rung_in_short(of, found),
            to_go: words::rung_to_go(of, found),
            which: words::which_count(&shorts(&counting), &why, &too_much),
            asked: words::rung_bounds(self.bounds()),
            groups: self.groups(),
            bar: RungBar::new(&amounts(of, found), self.bounds(), end),
            share: percent(part),
            plan,
            counting,
        }
    }

    /// The units that count, by group.
    fn groups(&self) -> Vec<String> {
        let groups = self.of.groups.iter().map(|group| {
            let units = self.assessment.units.iter();
            let units = units.filter(|one| one.not_counted.is_none());
            let units = units.filter(|one| one.group.as_ref() == Some(&group.id));
            let units: Vec<String> = units.map(|one| self.short(&one.code)).collect();
            words::units_of_group(&group.title, &units)
        });
        groups.filter(|line| !line.is_empty()).collect()
    }
}

/// The end of the scale of a measure.
fn end_of(all: &[Found<'_>], measure: Measure) -> u32 {
    let own = all.iter().filter(|one| one.of.measure() == measure);
    end_of_scale(own.flat_map(|one| {
        let most = one.bounds().and_then(Bounds::most);
        [one.amount(), one.asks_for(), most.unwrap_or(0)]
    }))
}

fn about(all: &[Found<'_>]) -> String {
    let mut measures: Vec<(Measure, usize)> = Vec::new();
    for one in all {
        let measure = one.of.measure();
        match measures.iter_mut().find(|(known, _)| *known == measure) {
            Some((_, number)) => *number += 1,
            None => measures.push((measure, 1)),
        }
    }
    let about = measures.iter();
    let about: Vec<String> = about
        .map(|(measure, number)| words::about_scale(*number, end_of(all, *measure), *measure))
        .collect();
    about.join(" ")
}
