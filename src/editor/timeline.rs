//! The units of a plan in time: from when to when each is planned, the hours of each month, and the last day.

use super::axis::{Axis, first_month, value};
use super::hours_by_month::HoursByMonth;
use super::lane::{Lane, LaneView, lanes, span};
use super::spread::{MOST_HOURS, Spread};
use super::{Current, Editor};
use crate::plan::{Action, Pick};
use crate::qualification::{Date, Month};
use crate::wording::{self, LastDay, timeline as words};

/// A plan in time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineView {
    /// The months that are drawn, from left to right.
    pub months: Vec<MonthView>,
    /// The units, in order of their start; those without a month last.
    pub lanes: Vec<LaneView>,
    /// Where today is; empty where it is not among the months.
    pub today: String,
    /// The end of the last day.
    pub last: Option<LastDayView>,
    /// The months that can be chosen, as a plan has them and in words: up to a year behind the last that is drawn.
    pub choices: Vec<(String, String)>,
    /// The month for which a unit is planned first, as a plan has it.
    pub next_month: String,
    /// The unit that is latest past the last day, with what is to be done about it.
    pub late: Option<LateView>,
    /// “Most: 9 hours in Apr 2027, about 2 hours a week”; empty where nothing is planned.
    pub most: String,
    /// The hours a week by which the units end in time, as the first offer.
    pub week: u32,
    /// How many units have no month yet, in words.
    pub without: String,
}

/// A month of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthView {
    /// Its value in a plan: “2026-09”.
    pub value: String,
    /// “Sep”; empty where there is no room for the names of all.
    pub short: &'static str,
    /// “Sep 2026”.
    pub name: String,
    /// The year, where it begins one or is the first of all, and there is room; else empty.
    pub year: String,
    /// True where it begins a year.
    pub begins_year: bool,
    /// Where it begins, as a share of all: “12.50%”.
    pub start: String,
    /// The hours that are planned for it.
    pub hours: u32,
    /// How high they stand, as a share of the most: “75.00%”.
    pub height: String,
    /// True where it is after the last day.
    pub is_late: bool,
}

/// The last day, as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDayView {
    /// Where its month ends, as a share of all.
    pub at: String,
    /// How wide is what comes after it.
    pub rest: String,
    /// “Last day 30 June 2028, set by your centre”.
    pub words: String,
    /// “last day 30 June 2028”.
    pub short: String,
}

/// A unit that is planned past the last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateView {
    /// “Making a Financial Case ends after your last day.”
    pub title: String,
    /// “It is planned to August 2028.” With others: “2 more units do.”
    pub detail: String,
    /// “Move it to end in June 2028”.
    pub label: String,
    /// What does that.
    pub action: Action,
}

impl Current<'_> {
    /// The plan in time. Nothing where it has no units.
    #[must_use]
    pub fn timeline(&self, today: Date) -> Option<TimelineView> {
        let (of, plan) = (self.qualification, self.plan);
        let lanes = lanes(self);
        if lanes.is_empty() {
            return None;
        }
        let last = wording::last_day_of(of, plan);
        let spans = lanes.iter().filter_map(|lane| lane.span);
        let axis = Axis::new(spans, plan.registered, last.map(|last| last.day), today);
        let hours = HoursByMonth::new(&lanes, axis.first, axis.number);
        let last_month = last.map(|last| Month::of(last.day));
        let months = (0..axis.number).map(|place| {
            let month = axis.first.later(place);
            MonthView {
                value: month
                    .planned()
                    .map(|month| month.to_string())
                    .unwrap_or_default(),
                short: if axis.names(month) {
                    words::month_in_short(month)
                } else {
                    ""
                },
                name: words::month(month),
                year: if place == 0 || axis.names_year(month) {
                    month.year().to_string()
                } else {
                    String::new()
                },
                begins_year: place > 0 && month.number() == 1,
                start: axis.at(month),
                hours: hours.of(place),
                height: hours.height(place),
                is_late: last_month.is_some_and(|last| month > last),
            }
        });
        let months: Vec<MonthView> = months.collect();
        Some(TimelineView {
            today: axis.at_day(today),
            last: last.map(|last| {
                let end = Month::of(last.day).later(1);
                LastDayView {
                    at: axis.at(end),
                    rest: axis.width(axis.end().since(end)),
                    words: words::last_day(last),
                    short: words::last_day_in_short(last),
                }
            }),
            choices: axis.choices(),
            next_month: value(axis.start),
            late: last.and_then(|last| late(&lanes, last)),
            most: hours.most(),
            week: week(&lanes, axis.start, last_month),
            without: words::without_month(lanes.iter().filter(|lane| lane.span.is_none()).count()),
            lanes: lanes.iter().map(|lane| lane.view(&axis, last)).collect(),
            months,
        })
    }
}

/// The least hours a week by which the units end in time; 2 where no last day is known.
fn week(lanes: &[Lane], start: Month, last: Option<Month>) -> u32 {
    let Some(last) = last else {
        return 2;
    };
    let in_time = |hours: &u32| Spread::new(lanes, start, *hours).end() <= last;
    (1..=MOST_HOURS).find(in_time).unwrap_or(MOST_HOURS)
}

/// The first unit that is planned past the last day.
fn late(lanes: &[Lane], last: LastDay) -> Option<LateView> {
    let end = Month::of(last.day);
    let all = lanes.iter().filter(|lane| lane.is_late(end));
    let number = all.clone().count();
    let lane = all.min_by_key(|lane| lane.span)?;
    Some(LateView {
        title: words::ends_late(&lane.title),
        detail: words::planned_to(lane.span.map(|(_, to)| to), number.saturating_sub(1)),
        label: words::move_to_end_in(end),
        action: lane.to_end_in(end),
    })
}

impl Editor {
    /// What plans the units one after the other at so many hours a week, and when the last of them ends then.
    #[must_use]
    pub fn spread(&self, hours_a_week: u32) -> (Action, String) {
        let lanes = lanes(&self.current(None));
        let registered = self.plan().registered.map(Month::of);
        let start = first_month(registered, Month::of(self.context().today));
        let spread = Spread::new(&lanes, start, hours_a_week.clamp(1, MOST_HOURS));
        let last = wording::last_day_of(self.qualification(), self.plan());
        (spread.action(), words::would_end(spread.end(), last))
    }
}

/// A plan in time, in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeLine {
    /// “to Oct 2027”, “add months”, “2 months too late”; empty where nothing is picked.
    pub words: String,
    /// True where a unit is planned past the last day.
    pub is_late: bool,
}

impl Current<'_> {
    /// The plan in time, in one line.
    #[must_use]
    pub fn time_line(&self) -> TimeLine {
        // It is asked after each tick, so nothing but the months is made.
        let last = wording::last_day_of(self.qualification, self.plan);
        let last = last.map(|last| Month::of(last.day));
        let picks = self.plan.picks().iter();
        let picks = picks.filter(|pick| self.qualification.unit(&pick.code).is_some());
        let end_of = |pick: &Pick| span(pick).map(|(_, to)| to);
        let end = picks.clone().filter_map(end_of).max();
        let to_do = picks.clone().filter(|pick| !pick.is_achieved());
        let late = to_do.filter_map(end_of).max().zip(last);
        let late = late
            .map(|(to, last)| to.since(last))
            .filter(|late| *late > 0);
        TimeLine {
            words: if picks.count() == 0 {
                String::new()
            } else {
                words::in_one_line(end, late)
            },
            is_late: late.is_some(),
        }
    }
}

/// The days of a plan that bound its time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaysView {
    /// “Registered 7 September 2026”.
    pub registered: String,
    /// The day as the value of its field.
    pub registered_value: String,
    /// The last day that is set in the plan, as the value of its field.
    pub last_value: String,
    /// “Last day 6 September 2029, 3 years from registration, as the document says.”
    pub last: String,
}

impl Current<'_> {
    /// The day of registration and the last day, in words.
    #[must_use]
    pub fn days(&self) -> DaysView {
        let registered = self.plan.registered;
        let last = wording::last_day_of(self.qualification, self.plan);
        DaysView {
            registered: words::registered(registered),
            registered_value: registered.map(|day| day.to_string()).unwrap_or_default(),
            last_value: self
                .plan
                .last_day
                .map(|day| day.to_string())
                .unwrap_or_default(),
            last: last.map_or_else(|| words::NO_LAST_DAY.to_owned(), words::last_day),
        }
    }
}
