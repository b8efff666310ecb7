//! What is said where a plan goes to others: as a link, as a picture of that, as files and on paper.

use super::quantity::short_date;
use crate::exchange::calendar::Event;
use crate::plan::{Plan, Progress};
use crate::qualification::{Earned, Qualification};

/// The link was copied.
pub const LINK_COPIED: &str = "The link is on the clipboard.";

/// The link could not be copied.
pub const LINK_NOT_COPIED: &str =
    "The browser does not let the page copy. Copy the link above by hand.";

/// The link could not be given to another app.
pub const LINK_NOT_SHARED: &str = "This device did not take the link. Copy it instead.";

/// Beside the picture of a link.
pub const POINT_CAMERA: &str = "Open it on a phone: point its camera here. The plan opens there.";

/// Says that a plan is too large for a picture.
pub const TOO_LARGE_FOR_CODE: &str =
    "This plan is too large for a QR code. Send the link or the plan file.";

/// What a plan file is for.
pub const ABOUT_PLAN_FILE: &str = "opens in any planner like this";

/// What stands in a table of a plan.
pub const ABOUT_TABLE: &str = "units, credits, hours, dates";

/// What stands on paper.
pub const ABOUT_PAPER: &str = "one page, with signatures";

/// Says what of this plan its link holds, and who can read that.
#[must_use]
pub fn in_the_link(plan: &Plan, with_name: bool) -> String {
    let picks = plan.picks();
    let are_dated = (picks.iter()).any(|pick| pick.planned.or(pick.start).is_some());
    let units = match picks.len() {
        0 => None,
        1 if are_dated => Some("its unit and the date of it".to_owned()),
        1 => Some("its unit".to_owned()),
        number if are_dated => Some(format!("the {number} units and their dates")),
        number => Some(format!("the {number} units")),
    };
    let is_more_said =
        (picks.iter()).any(|pick| pick.is_achieved() || pick.earned != Earned::Study);
    let is_begun = (picks.iter()).any(|pick| pick.progress == Progress::Working);
    let parts = [
        Some("the qualification".to_owned()),
        units,
        is_more_said.then(|| "what you have achieved".to_owned()),
        is_begun.then(|| "what you are working on".to_owned()),
        plan.registered.map(|_| "your registration date".to_owned()),
        (with_name && !plan.name.is_empty()).then(|| "the plan’s name".to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts = match parts.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => parts.concat(),
    };
    format!("In the link: {parts}. No server keeps it. Whoever has it can read it.")
}

/// What a calendar gets of a plan: “3 dates, the last in Oct 2027”; what it would need where that is nothing.
#[must_use]
pub fn about_days(qualification: &Qualification, days: &[Event]) -> String {
    let Some(last) = days.iter().map(|event| event.day).max() else {
        return no_days(qualification).to_owned();
    };
    let last = short_date(last);
    match days.len() {
        1 => format!("1 date, in {last}"),
        number => format!("{number} dates, the last in {last}"),
    }
}

const fn no_days(qualification: &Qualification) -> &'static str {
    match qualification.completion_years {
        Some(_) => "Add a date to a unit first, or your registration date",
        None => "Add a date to a unit first",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::{Date, QualificationId, UnitCode};

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn id(id: &str) -> QualificationId {
        QualificationId::new(id).unwrap()
    }

    #[test]
    fn a_day_of_registration_is_asked_for_only_where_a_last_day_follows_from_it() {
        let catalogue = Catalogue::shipped();
        let asks = |of: &str| {
            about_days(catalogue.qualification(&id(of)).unwrap(), &[]).contains("registration date")
        };
        assert!(asks("8617-award"));
        assert!(!asks("8607-certificate"));
    }

    #[test]
    fn a_calendar_says_how_many_days_it_gets_and_when_the_last_is() {
        let catalogue = Catalogue::shipped();
        let of = catalogue.qualification(&id("8607-award")).unwrap();
        let event = |day| Event {
            id: String::new(),
            day: date(day),
            title: String::new(),
            description: String::new(),
            revision: 0,
        };
        let days = [
            event("2027-10-31"),
            event("2027-03-31"),
            event("2026-12-01"),
        ];
        assert_eq!(about_days(of, &days), "3 dates, the last in Oct 2027");
        assert_eq!(about_days(of, &days[1..2]), "1 date, in Mar 2027");
    }

    #[test]
    fn a_link_is_said_to_hold_what_it_holds() {
        let plan = Plan::new(id("8607-award"));
        let in_it = |plan: &Plan, with_name| {
            let text = in_the_link(plan, with_name);
            text.split(". ").next().unwrap().to_owned()
        };
        assert_eq!(in_it(&plan, true), "In the link: the qualification");
        let unit = |code| UnitCode::new(code).unwrap();
        let picked = plan.after(Action::PickAll(vec![unit("8607-501"), unit("8607-503")]));
        assert_eq!(
            in_it(&picked, false),
            "In the link: the qualification and the 2 units"
        );
        let working = Action::SetProgress(unit("8607-501"), Progress::Working);
        assert_eq!(
            in_it(&picked.clone().after(working), false),
            "In the link: the qualification, the 2 units and what you are working on"
        );
        let named = picked
            .after(Action::Rename("Siân".to_owned()))
            .after(Action::Register(Some(date("2026-09-01"))));
        assert_eq!(
            in_it(&named, false),
            "In the link: the qualification, the 2 units and your registration date"
        );
        assert_eq!(
            in_it(&named, true),
            "In the link: the qualification, the 2 units, your registration date and the plan’s name"
        );
    }
}
