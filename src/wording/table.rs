//! A plan as a table.

use super::{last_day, measure_name, not_counted, state, unit_state};
use crate::assess::{Assessment, picks_of};
use crate::exchange::sheet::Cell;
use crate::plan::Pick;
use crate::qualification::{Date, Earned, Measure, Qualification};
use crate::saved_plans::PlanSnapshot;

/// A plan as a table for a centre's records: a line of names, then a row for each picked unit, or a single
/// one where there is none. What is true of the whole plan stands in every row.
#[must_use]
pub fn plan_table(
    qualification: &Qualification,
    snapshot: &PlanSnapshot,
    found: &Assessment,
) -> Vec<Vec<Cell>> {
    let head = [
        "Plan",
        "Qualification",
        "Qualification number",
        "Registered",
        "Unit",
        "Title",
        "Level",
        "Credits",
        "Guided learning hours",
        "Group",
        "Counts",
        "Why it does not count",
        "Achieved",
        "How it is earned",
        "Planned for",
        "Credits that count",
        "Rules of combination",
        "To be completed by",
        "Catalogue compared with its document on",
        "Points",
        "Measured in",
        "Amount that counts",
        "State",
        "Achieved on",
        "Where it comes from",
        "Brings credit",
        "Amount achieved",
    ];
    let plan = &snapshot.plan;
    let text = |text: &str| Cell::Text(text.to_owned());
    let value = |value: Option<String>| Cell::Value(value.unwrap_or_default());
    let day = |day: Option<Date>| value(day.map(|day| day.to_string()));
    let measure = qualification.measure();
    let known = |of: Measure, figure: Option<u32>| {
        let figure = figure.filter(|_| qualification.gives(of));
        value(figure.map(|figure| figure.to_string()))
    };
    let whole = |row: Vec<Cell>, points: Option<u32>, pick: Option<&Pick>| -> Vec<Cell> {
        let before = [
            text(&plan.name),
            text(&qualification.title),
            text(&qualification.accreditation_number),
            day(plan.registered),
        ];
        let after = [
            known(Measure::Credits, Some(found.counted.credits.number())),
            text(&state(found)),
            day(last_day(qualification, plan)),
            day(Some(qualification.source.checked)),
            known(Measure::Points, points),
            text(&measure_name(measure)),
            value(Some(found.counted.of(measure).to_string())),
        ];
        let state = state_cells(pick);
        let achieved = value(Some(found.achieved.of(measure).to_string()));
        let all = before.into_iter().chain(row).chain(after);
        all.chain(state).chain([achieved]).collect()
    };
    let row = |pick: &Pick| {
        let unit = snapshot.unit(qualification, &pick.code);
        let judged = found.units.iter().find(|unit| unit.code == pick.code);
        let why = judged.and_then(|unit| unit.not_counted.as_ref());
        let group = judged.and_then(|unit| qualification.group(unit.group.as_ref()?));
        let level = unit.as_ref().and_then(|unit| unit.level);
        let cells = vec![
            text(pick.code.as_str()),
            text(unit.as_ref().map(|unit| &*unit.title).unwrap_or_default()),
            value(level.map(|level| level.to_string())),
            known(
                Measure::Credits,
                unit.as_ref().and_then(|unit| unit.credits),
            ),
            known(Measure::Hours, unit.as_ref().and_then(|unit| unit.hours)),
            text(group.map(|group| &*group.title).unwrap_or_default()),
            yes(why.is_none()),
            Cell::Text(
                why.map(|why| not_counted(qualification, why))
                    .unwrap_or_default(),
            ),
            yes(pick.is_achieved()),
            Cell::Text(match pick.earned {
                Earned::Study => String::new(),
                other => super::way_of_earning(other),
            }),
            value(pick.planned.map(|day| day.to_string())),
        ];
        let points = unit.as_ref().and_then(|unit| unit.points);
        whole(cells, points, Some(pick))
    };
    let mut rows = vec![head.iter().map(|name| text(name)).collect()];
    rows.extend(picks_of(qualification, plan).into_iter().map(row));
    if plan.picks().is_empty() {
        rows.push(whole(vec![Cell::Text(String::new()); 11], None, None));
    }
    rows
}

/// How far the learner has come with a unit, when it was achieved, where it comes from, and whether it brings credit.
fn state_cells(pick: Option<&Pick>) -> [Cell; 4] {
    let Some(pick) = pick else {
        return [const { Cell::Text(String::new()) }; 4];
    };
    let day = pick.achieved_on.filter(|_| pick.is_achieved());
    [
        Cell::Text(unit_state::on_record(pick.progress).to_owned()),
        Cell::Value(day.map_or_else(String::new, |day| day.to_string())),
        Cell::Text(pick.evidence.clone()),
        yes(!pick.is_without_credit()),
    ]
}

fn yes(yes: bool) -> Cell {
    Cell::Text(if yes { "yes" } else { "no" }.to_owned())
}
