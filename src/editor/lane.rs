//! A unit of a plan in time.

use super::Current;
use super::axis::{Axis, value};
use super::plan_bar::group_place;
use crate::plan::{Action, Pick};
use crate::qualification::{DayOrMonth, Measure, Month, UnitCode};
use crate::wording::{self, LastDay, timeline as words};

/// A unit with the months for which it is planned.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub(super) code: UnitCode,
    pub(super) title: String,
    name: String,
    short: String,
    group: Option<usize>,
    pub(super) hours: u32,
    figures: Vec<String>,
    pub(super) is_achieved: bool,
    /// The first and the last month; none where it is not planned.
    pub(super) span: Option<(Month, Month)>,
}

/// The same as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneView {
    /// Its code.
    pub code: UnitCode,
    /// Its code without what all codes of the qualification begin with.
    pub short: String,
    /// Its title.
    pub title: String,
    /// Its short name.
    pub name: String,
    /// The place of the group that counts it.
    pub group: Option<usize>,
    /// “20 h”.
    pub hours: String,
    /// Its figures: “6 credits, 20 hours”.
    pub figures: String,
    /// Where it begins, as a share of all; empty where it is not planned.
    pub start: String,
    /// How wide it is.
    pub width: String,
    /// At which of the months that are drawn it begins.
    pub place: u32,
    /// The first and the last month as values in a plan; empty where it is not planned.
    pub from: String,
    /// See `from`.
    pub to: String,
    /// The two in words: “Sep 2026 to Jan 2027”; “not planned yet”.
    pub when: String,
    /// “2 months too late”; empty where it is in time.
    pub late: String,
    /// “planned”, “achieved”, “after the last day”.
    pub state: &'static str,
    /// True where it has been achieved.
    pub is_achieved: bool,
}

/// The units of a plan, in order of their start; those without a month last.
pub(super) fn lanes(current: &Current<'_>) -> Vec<Lane> {
    let (of, found) = (current.qualification, current.assessment);
    let picked = found.units.iter();
    let lane = |one: &crate::assess::PickedUnit| {
        let pick = current.pick(&one.code)?;
        let unit = of.unit(&one.code)?;
        let figures = wording::figures_in_short(of, unit);
        Some(Lane {
            code: one.code.clone(),
            title: unit.title.clone(),
            name: of.short_name(&one.code).unwrap_or_default().to_owned(),
            short: of.units.short_code(&one.code).to_owned(),
            group: group_place(of, one.group.as_ref()),
            hours: unit.amount(Measure::Hours),
            figures,
            is_achieved: pick.is_achieved(),
            span: span(pick),
        })
    };
    let mut lanes: Vec<Lane> = picked.filter_map(lane).collect();
    lanes.sort_by_key(|lane| (lane.span.is_none(), lane.span));
    lanes
}

/// The first and the last month of a unit. Where only one of the two days is said, it is that month.
pub(super) fn span(pick: &Pick) -> Option<(Month, Month)> {
    let month = |on: DayOrMonth| Month::of(on.last_day());
    let (from, to) = (pick.start.map(month), pick.planned.map(month));
    let (from, to) = (from.or(to)?, to.or(from)?);
    Some((from.min(to), to))
}

/// Plans a unit for these months.
pub(super) fn plan_for(code: &UnitCode, from: Month, to: Month) -> Action {
    Action::All(vec![
        Action::Start(code.clone(), from.planned()),
        Action::Schedule(code.clone(), to.planned()),
    ])
}

impl Lane {
    /// True where it ends after the month of the last day.
    pub(super) fn is_late(&self, last: Month) -> bool {
        !self.is_achieved && self.span.is_some_and(|(_, to)| to > last)
    }

    /// Plans it as long as it is, to end in a month.
    pub(super) fn to_end_in(&self, end: Month) -> Action {
        let months = self.span.map_or(0, |(from, to)| to.since(from));
        plan_for(&self.code, end.earlier(months), end)
    }

    pub(super) fn view(&self, axis: &Axis, last: Option<LastDay>) -> LaneView {
        let planned = self.span;
        let last = last.map(|last| Month::of(last.day));
        let late = last.filter(|last| self.is_late(*last)).zip(planned);
        let late = late.map(|(last, (_, to))| words::months_late(to.since(last)));
        LaneView {
            code: self.code.clone(),
            short: self.short.clone(),
            title: self.title.clone(),
            name: self.name.clone(),
            group: self.group,
            hours: if self.hours > 0 {
                words::hours(self.hours)
            } else {
                String::new()
            },
            figures: words::figures(&self.figures),
            start: planned.map_or_else(String::new, |(from, _)| axis.at(from)),
            place: planned.map_or(0, |(from, _)| from.since(axis.first)),
            width: planned.map_or_else(String::new, |(from, to)| axis.width(to.since(from) + 1)),
            from: planned.map(|(from, _)| value(from)).unwrap_or_default(),
            to: planned.map(|(_, to)| value(to)).unwrap_or_default(),
            when: words::when(planned),
            state: words::state(planned.is_some(), late.is_some(), self.is_achieved),
            late: late.unwrap_or_default(),
            is_achieved: self.is_achieved,
        }
    }
}

/// Plans a unit for these months, each as a plan has it, or empty for none.
#[must_use]
pub fn plan_unit(code: &UnitCode, from: &str, to: &str) -> Action {
    let on = |text: &str| DayOrMonth::parse(text);
    Action::All(vec![
        Action::Start(code.clone(), on(from)),
        Action::Schedule(code.clone(), on(to)),
    ])
}

impl LaneView {
    fn months(&self) -> Option<(Month, Month)> {
        let month = |text: &str| Some(Month::of(DayOrMonth::parse(text)?.last_day()));
        Some((month(&self.from)?, month(&self.to)?))
    }

    /// Plans it so many months later, or earlier where that is less than nothing; nothing where it is not planned.
    #[must_use]
    pub fn moved(&self, by: i32) -> Option<Action> {
        let (from, to) = self.months()?;
        Some(plan_for(&self.code, shifted(from, by), shifted(to, by)))
    }

    /// Plans it so many months longer, or shorter, but for one month at least.
    #[must_use]
    pub fn lengthened(&self, by: i32) -> Option<Action> {
        let (from, to) = self.months()?;
        Some(plan_for(&self.code, from, shifted(to, by).max(from)))
    }

    /// Plans it for another first or last month, as a plan has it. The other one gives way; without a month it is not
    /// planned.
    #[must_use]
    pub fn with_month(&self, month: &str, is_last: bool) -> Action {
        let other = if is_last { &self.from } else { &self.to };
        let (from, to) = if is_last {
            (other.as_str(), month)
        } else {
            (month, other.as_str())
        };
        // Months as a plan has them stand in the order of their letters.
        let crossed = from > to || other.is_empty();
        match month {
            "" => plan_unit(&self.code, "", ""),
            month if crossed => plan_unit(&self.code, month, month),
            _ => plan_unit(&self.code, from, to),
        }
    }
}

fn shifted(month: Month, by: i32) -> Month {
    let months = by.unsigned_abs();
    if by < 0 {
        month.earlier(months)
    } else {
        month.later(months)
    }
}
