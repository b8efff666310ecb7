//! A plan as a sheet of paper, for who signs it.

use super::PlanBar;
use super::plan_bar::group_place;
use crate::assess::{Assessment, State};
use crate::plan::{Pick, Plan};
use crate::qualification::{Date, Measure, Qualification, UnitCode};
use crate::saved_plans::UnitSnapshot;
use crate::wording::{self, RuleLine, paper};

/// What stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperView {
    /// The title of the qualification.
    pub title: String,
    /// Whose it is, with its code and number.
    pub awarded_by: String,
    /// The name of the plan, which the learner gave it; may be empty.
    pub name: String,
    /// The day on which it is printed.
    pub date: String,
    /// What stands over the figures: “Credits”, “Hours”.
    pub columns: Vec<&'static str>,
    /// Its state.
    pub state: State,
    /// What is left of it, or what breaks it, in one sentence.
    pub standing: String,
    /// The units that count, as listed.
    pub units: Vec<PaperUnit>,
    /// Their sums, a figure for each column.
    pub sums: Vec<String>,
    /// The picked units that do not count, each with its reason.
    pub uncounted: Vec<PaperUnit>,
    /// The rules in short lines.
    pub rules: Vec<RuleLine>,
    /// The plan as a bar.
    pub bar: PlanBar,
    /// Hours and days.
    pub time: Vec<(&'static str, String)>,
}

/// A unit on the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperUnit {
    /// Its whole code.
    pub code: String,
    /// Its title; empty where nobody knows it.
    pub title: String,
    /// The group in which it counts: “1”.
    pub group: String,
    /// Its figures, one for each column; an empty one where it has none.
    pub figures: Vec<String>,
    /// The month in which it was achieved: “Oct 2026”; “in progress” while it is; empty where it is not begun.
    pub achieved: String,
    /// The month for which it is planned: “Mar 2027”; empty where it is not.
    pub by: String,
    /// Why it does not count; empty where it does.
    pub reason: String,
}

impl PaperView {
    /// The sheet of a plan. `known` gives what a unit was that the qualification does not have.
    #[must_use]
    pub fn new(
        of: &Qualification,
        plan: &Plan,
        found: &Assessment,
        today: Date,
        known: impl Fn(&UnitCode) -> Option<UnitSnapshot>,
    ) -> Self {
        let columns = Measure::FIGURES.into_iter();
        let columns: Vec<Measure> = columns.filter(|measure| of.gives(*measure)).collect();
        let row = |one: &crate::assess::PickedUnit| {
            let unit = of.unit(&one.code);
            let title = unit.map(|unit| unit.title.clone());
            let title = title.or_else(|| known(&one.code).map(|unit| unit.title));
            let place = group_place(of, one.group.as_ref());
            let group = place.and_then(|place| of.groups.get(place));
            let pick = plan.pick(&one.code);
            let why = one.not_counted.as_ref();
            PaperUnit {
                code: one.code.to_string(),
                title: title.unwrap_or_default(),
                group: group
                    .map(|group| paper::group_in_column(&group.title).to_owned())
                    .unwrap_or_default(),
                figures: columns
                    .iter()
                    .map(|of| unit.and_then(|unit| one.given(unit, *of)))
                    .map(|figure| figure.map(|figure| figure.to_string()).unwrap_or_default())
                    .collect(),
                achieved: pick.map(paper::achieved).unwrap_or_default(),
                by: wording::planned(pick.and_then(Pick::still_planned)),
                reason: why
                    .map(|why| wording::not_counted(of, why))
                    .unwrap_or_default(),
            }
        };
        let (counted, uncounted) = found
            .units
            .iter()
            .map(row)
            .partition(|unit| unit.reason.is_empty());
        Self {
            title: of.title.clone(),
            awarded_by: paper::awarded_by(of),
            name: plan.name.clone(),
            date: wording::date(today),
            state: found.state,
            standing: wording::headline(of, found).sentence,
            units: counted,
            sums: columns
                .iter()
                .map(|of| found.counted.of(*of).to_string())
                .collect(),
            columns: columns.into_iter().map(wording::column).collect(),
            uncounted,
            rules: wording::rule_lines(of, found),
            bar: PlanBar::new(of, found),
            time: paper::time(of, plan, found),
        }
    }
}
