//! A plan as days of a calendar, and what came of a list of codes.

use super::quantity::day_or_month;
use super::{date, not_counted, unit_state};
use crate::assess::{NotCounted, picks_of};
use crate::exchange::calendar::Event;
use crate::saved_plans::SavedPlan;

use crate::exchange::link;
use crate::names::Recognised;
use crate::plan::{Pick, Plan};
use crate::qualification::{Date, Earned, Qualification, QualificationId, UnitCode};
use crate::reading::near;

/// What a plan from a link is that is kept here already.
pub const SENT: &str = "Somebody sent you this plan.";

/// What a plan that came as a link is.
#[must_use]
pub const fn from_link() -> &'static str {
    "Somebody sent you this plan. It is not saved on this device yet."
}

/// What a saved plan of a newer version is.
#[must_use]
pub const fn newer_plan() -> &'static str {
    "This plan was made by a newer version of the planner. It is shown as far as this version \
     understands it, and stays as it is. Reload the page to get the newer version, or keep what you see \
     as a plan of your own to change it."
}

/// Says why a link cannot be opened.
#[must_use]
pub const fn link_error(error: link::LinkError) -> &'static str {
    match error {
        link::LinkError::TooLong => "It is longer than any link to a plan.",
        link::LinkError::Newer(_) => {
            "It was made by a newer version of the planner. Reload the page, or ask for a file instead."
        }
        link::LinkError::CutShort => {
            "Its end is missing, which happens when a link is copied in part or broken over lines. Copy \
             the whole of it, or ask for it again."
        }
        link::LinkError::Damaged => {
            "Something in it was changed or left out on its way. Copy the whole of it, or ask for it again."
        }
        link::LinkError::NoLink => {
            "It does not begin as a link to a plan does. Copy the whole of it, or ask for it again."
        }
    }
}

/// What is kept where a link cannot be opened.
#[must_use]
pub const fn link_error_kept() -> &'static str {
    "Nothing was added, and your plans are as they were."
}

/// Says that a link is for a qualification that no catalogue has.
#[must_use]
pub fn unknown_in_link(id: &QualificationId) -> String {
    format!(
        "It is a plan for “{id}”, which no catalogue that is open here has. Open the catalogue file of \
         your centre, then this link again. These are its units:"
    )
}

/// Of which days the catalogue is that a plan was made with, and the one that is here.
#[must_use]
pub fn catalogue_versions(then: Date, now: Date) -> String {
    let (then, now) = (date(then), date(now));
    format!("Made with the catalogue of {then}; the one here is of {now}.")
}

/// What the learner said of a unit beside picking it; empty where that is nothing.
#[must_use]
pub fn unit_choices(of: &Qualification, pick: &Pick) -> String {
    let mut said = unit_state::sentences(pick);
    if pick.earned != Earned::Study {
        said.push(format!(
            "Earned by {}.",
            super::way_of_earning(pick.earned).to_lowercase()
        ));
    }
    if pick.is_without_credit() {
        said.push("It brings no credit.".to_owned());
    }
    if let Some(group) = pick.group.as_ref().and_then(|id| of.group(id)) {
        said.push(format!("To count in {}.", group.title));
    }
    if let Some(day) = pick.still_planned() {
        said.push(format!("Planned for {}.", day_or_month(day)));
    }
    if !pick.evidence.is_empty() {
        said.push(format!("From {}.", pick.evidence));
    }
    said.join(" ")
}

/// What can be pasted into the field for codes of units.
pub const PASTE_CODES: &str =
    "Paste them from a message, a table or a document, with anything between them.";

/// In place of the units of a plan that is only shown.
pub const NO_UNIT_PICKED: &str = "No unit is picked.";

/// The last day on which a plan can be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// The day.
    pub day: Date,
    /// Who has set it.
    pub whose: Whose,
}

/// Who has set a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The document gives so many years from registration.
    Document(u32),
    /// The last day of certification.
    Certification,
    /// The learner or an advisor, in the plan.
    Plan,
    /// The centre.
    Centre,
}

/// The last day on which the qualification can be completed, and whose it is: the earliest that is known.
#[must_use]
pub fn last_day_of(qualification: &Qualification, plan: &Plan) -> Option<LastDay> {
    let years = plan.registered.zip(qualification.completion_years);
    let of_years = years.and_then(|(day, years)| {
        let day = day.last_of_years(years)?;
        Some((day, Whose::Document(years)))
    });
    let certification = qualification.last_certification;
    let certification = certification.map(|day| (day, Whose::Certification));
    let own = plan.last_day.map(|day| (day, Whose::Plan));
    let all = of_years.into_iter().chain(certification).chain(own);
    let (day, whose) = all.min_by_key(|(day, _)| *day)?;
    Some(LastDay { day, whose })
}

/// The same without whose it is.
#[must_use]
pub fn last_day(qualification: &Qualification, plan: &Plan) -> Option<Date> {
    last_day_of(qualification, plan).map(|last| last.day)
}

/// The same as a sentence; empty where there is none.
#[must_use]
pub fn last_day_line(qualification: &Qualification, plan: &Plan) -> String {
    match (last_day(qualification, plan), plan.registered) {
        (Some(day), Some(_)) => format!("To be completed by {}.", date(day)),
        _ => String::new(),
    }
}

/// The days of a plan for a calendar: by when units that are not achieved are to be done, and the last day of all. The saved plan is
/// in the names of the events, and what it is called in their texts: a calendar may have those of several plans.
#[must_use]
pub fn calendar(qualification: &Qualification, saved_plan: &SavedPlan) -> Vec<Event> {
    let (snapshot, revision) = (saved_plan.snapshot(), saved_plan.changed);
    let plan = &snapshot.plan;
    let name = |what: &str| {
        let (id, of) = (&saved_plan.id, &qualification.id);
        format!("{id}-{of}-{what}@qualification-planner")
    };
    let called = match plan.name.as_str() {
        "" => String::new(),
        name => format!("In the plan “{name}”. "),
    };
    let mut events: Vec<Event> = picks_of(qualification, plan)
        .into_iter()
        .filter_map(|pick| {
            let unit = snapshot.unit(qualification, &pick.code);
            let title = unit.map(|unit| unit.title).unwrap_or_default();
            Some(Event {
                id: name(pick.code.as_str()),
                day: pick.still_planned()?.last_day(),
                title: format!("{} {title}", pick.code),
                description: format!("{called}Planned for the {}.", qualification.title),
                revision,
            })
        })
        .collect();
    events.extend(last_day(qualification, plan).map(|day| Event {
        id: name("last-day"),
        day,
        title: format!("Last day to complete the {}", qualification.title),
        description: format!(
            "{called}Reckoned from the specification by an unofficial planner. Confirm the day \
                 with your centre."
        ),
        revision,
    }));
    events
}

/// What came of a list of codes: a line for those that were added, are there already, are closed, or
/// were not recognised.
#[must_use]
pub fn added(
    qualification: &Qualification,
    added: &[UnitCode],
    there: &[UnitCode],
    closed: &[(UnitCode, NotCounted)],
    found: &Recognised,
) -> Vec<String> {
    let mut lines = vec![match added.len() {
        0 => "No unit was added.".to_owned(),
        1 => format!("1 unit was added: {}.", list(added)),
        number => format!("{number} units were added: {}.", list(added)),
    }];
    if !there.is_empty() {
        lines.push(format!("In your plan already: {}.", list(there)));
    }
    lines.extend(left_out(qualification, closed, found));
    lines
}

/// What came of a list of units that the learner has: a line for those that are achieved now, were before, are closed, or
/// were not recognised.
#[must_use]
pub fn achieved(
    qualification: &Qualification,
    achieved: &[UnitCode],
    there: &[UnitCode],
    closed: &[(UnitCode, NotCounted)],
    found: &Recognised,
) -> Vec<String> {
    let mut lines = vec![match achieved.len() {
        0 => "No unit was marked.".to_owned(),
        1 => format!("1 unit is marked as achieved: {}.", list(achieved)),
        number => format!("{number} units are marked as achieved: {}.", list(achieved)),
    }];
    if !there.is_empty() {
        lines.push(format!("Achieved already: {}.", list(there)));
    }
    lines.extend(left_out(qualification, closed, found));
    lines
}

fn list(codes: &[UnitCode]) -> String {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    codes.join(", ")
}

/// What of a list of codes was left out: what is closed, and what was not recognised.
fn left_out(
    qualification: &Qualification,
    closed: &[(UnitCode, NotCounted)],
    found: &Recognised,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (code, why) in closed {
        lines.push(format!(
            "{code} was not added. {}",
            not_counted(qualification, why)
        ));
    }
    if !found.unknown.is_empty() {
        let codes = || qualification.units.iter().map(|unit| unit.code.as_str());
        let unknown = found.unknown.iter().map(|text| {
            let meant = near(text, codes());
            match meant.as_slice() {
                [] => format!("“{text}”"),
                meant => format!("“{text}” (did you mean {}?)", meant.join(" or ")),
            }
        });
        let unknown: Vec<String> = unknown.collect();
        lines.push(format!(
            "Not units of this qualification: {}.",
            unknown.join(", ")
        ));
    }
    lines
}

/// Says that a list of codes is too long, and what to do.
#[must_use]
pub const fn list_too_long() -> &'static str {
    "This text is too long to be a list of codes, so nothing was added. Paste the codes only."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::exchange::calendar;
    use crate::plan::Action;
    use crate::qualification::DayOrMonth;
    use crate::saved_plans::{PlanId, PlanSnapshot, Writer};

    #[test]
    fn every_day_of_a_plan_that_has_a_name_says_it_in_lines_that_a_calendar_reads() {
        let catalogue = Catalogue::shipped();
        let of = catalogue
            .qualification(&QualificationId::new("8604-award").unwrap())
            .unwrap();
        let (unit, today) = (
            UnitCode::new("8604-308").unwrap(),
            Date::parse("2026-11-30").unwrap(),
        );
        let plan = [
            Action::PickAll(vec![unit.clone()]),
            Action::Schedule(unit, DayOrMonth::month(2027, 3)),
            Action::Register(Some(today)),
        ]
        .into_iter()
        .fold(Plan::new(of.id.clone()), Plan::after);
        let texts = |plan: Plan| -> Vec<String> {
            let snapshot = PlanSnapshot::new(plan, of);
            let saved = SavedPlan::new(PlanId::of_number(1), Writer::of_number(2), snapshot);
            let text = calendar::file(&calendar(of, &saved), today);
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
            let unfolded = text.replace("\r\n ", "");
            let lines = unfolded.split("\r\n");
            let lines = lines.filter_map(|line| line.strip_prefix("DESCRIPTION:"));
            lines.map(str::to_owned).collect()
        };
        let unnamed = texts(plan.clone());
        assert_eq!(unnamed.len(), 2);
        assert!(unnamed[0].starts_with("Planned for the Level 4 Award"));
        for said in texts(plan.after(Action::Rename("Siân; nights, room 2".to_owned()))) {
            assert!(
                said.starts_with("In the plan “Siân\\; nights\\, room 2”. "),
                "{said}"
            );
        }
    }
}
