//! A way to complete a plan as a card, and some of them side by side.

use super::asked::{AddedView, added_views};
use super::fewest::Fewest;
use super::{Editor, PlanBar};
use crate::assess::{Assessment, Completion, GroupTotals, State, Totals, assess};
use crate::plan::{Action, Pick, Plan};
use crate::qualification::{Measure, Qualification, UnitCode};
use crate::wording::{self, fill as words};

/// A way to complete the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayView {
    /// What it is called: “with 524, 404”.
    pub name: String,
    /// What it does, by the titles of units.
    pub label: String,
    /// The units that it adds.
    pub added: Vec<AddedView>,
    /// The picks that it takes out: “Without “Managing Risk””; empty where it takes none.
    pub without: String,
    /// The plan as it would be.
    pub bar: PlanBar,
    /// Its totals: “14 credits, 24 hours”.
    pub totals: String,
    /// Why it stands where it does: “Fewest hours”, “3 hours more, 1 unit fewer”.
    pub why: String,
    /// What is left to do then; empty where the plan is complete.
    pub then: String,
    /// Where it stands in time; empty where no last day is known.
    pub in_time: String,
    /// The change that does it.
    pub action: Action,
    /// How many units it adds and takes out.
    changes: u32,
    /// All that counts then, and the groups in which it does.
    figures: Figures,
}

/// What ways are compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Figures {
    counted: Totals,
    to_do: u32,
    groups: Vec<(String, u32)>,
}

/// Ways side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What each is called.
    pub names: Vec<String>,
    /// What is compared.
    pub lines: Vec<ComparedLine>,
}

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// What is compared.
    pub label: String,
    /// What each way has, and whether that is the least where they differ.
    pub values: Vec<(u32, bool)>,
}

impl Figures {
    fn new(of: &Qualification, plan: &Plan, found: &Assessment) -> Self {
        let counted = found.units.iter().filter(|unit| unit.not_counted.is_none());
        let achieved = |code: &UnitCode| plan.pick(code).is_some_and(Pick::is_achieved);
        let to_do = counted.filter(|unit| !achieved(&unit.code)).count();
        let group = |totals: &GroupTotals| {
            let group = of.groups.iter().find(|group| group.id == totals.group)?;
            Some((group.title.clone(), totals.counted.of(of.measure())))
        };
        Self {
            counted: found.counted,
            to_do: u32::try_from(to_do).unwrap_or(u32::MAX),
            groups: found.groups.iter().filter_map(group).collect(),
        }
    }
}

impl Editor {
    /// A completion as a card.
    pub(super) fn way(&self, one: &Completion) -> WayView {
        let (of, was) = (self.qualification(), self.plan());
        let action = one.action();
        let after = was.clone().after(action.clone());
        let found = assess(of, &after, &self.context());
        let words = wording::completion(of, one);
        let changes = one.added.len().saturating_add(one.instead.len());
        WayView {
            name: words::with_codes(of, &one.added),
            label: words.by_titles,
            added: added_views(of, &found, &one.added),
            without: words::without(of, &one.instead),
            bar: PlanBar::with_added(of, &found, &one.added),
            totals: wording::totals_in_short(of, &found),
            why: String::new(),
            then: if found.state == State::Met {
                String::new()
            } else {
                wording::headline(of, &found).sentence
            },
            in_time: words::in_time(of, &after, &found, self.context().today),
            action,
            changes: u32::try_from(changes).unwrap_or(u32::MAX),
            figures: Figures::new(of, &after, &found),
        }
    }
}

impl WayView {
    /// Says of each way why it stands where it does.
    pub(super) fn say_why(ways: &mut [Self], fewest: Fewest) {
        let Some(first) = ways.first().cloned() else {
            return;
        };
        for (place, way) in ways.iter_mut().enumerate() {
            way.why = match fewest {
                Fewest::Changes => words::changes(way.changes, first.changes, place == 0),
                Fewest::Of(measure) if place == 0 => words::fewest(measure),
                Fewest::Of(measure) => {
                    words::beside(way.figures.counted, first.figures.counted, measure)
                }
            };
        }
    }

    /// Ways side by side.
    #[must_use]
    pub fn compared(ways: &[&Self]) -> Comparison {
        let line = |label: &str, value: &dyn Fn(&Self) -> u32| {
            let values: Vec<u32> = ways.iter().map(|way| value(way)).collect();
            let least = values.iter().min().copied();
            let differ = values.iter().max().copied() != least;
            ComparedLine {
                label: label.to_owned(),
                values: values
                    .into_iter()
                    .map(|value| (value, differ && Some(value) == least))
                    .collect(),
            }
        };
        let mut lines = vec![line(words::UNITS_TO_DO, &|way| way.figures.to_do)];
        for measure in Measure::FIGURES {
            let of = move |way: &Self| way.figures.counted.of(measure);
            if ways.iter().any(|way| of(way) > 0) {
                lines.push(line(wording::column(measure), &of));
            }
        }
        let groups = ways.first().map(|way| way.figures.groups.len());
        for place in 0..groups.unwrap_or_default() {
            let group = |way: &Self| way.figures.groups.get(place).cloned().unwrap_or_default();
            let label = ways.first().map(|way| group(way).0).unwrap_or_default();
            let mut from = line(&words::from_group(&label), &|way| group(way).1);
            // Neither is better.
            from.values.iter_mut().for_each(|(_, least)| *least = false);
            lines.push(from);
        }
        Comparison {
            names: ways.iter().map(|way| way.name.clone()).collect(),
            lines,
        }
    }
}
