//! Why a unit does not count, and what else to know.

use super::date;
use super::list::{join, list};
use super::rule::surplus;
use crate::assess::{NotCounted, Notice};
use crate::plan::Plan;
use crate::qualification::{Form, Qualification, Size, Unit};

/// Says why a unit does not, or would not, count.
#[must_use]
pub fn not_counted(qualification: &Qualification, not_counted: &NotCounted) -> String {
    match not_counted {
        NotCounted::NotListed => format!(
            "Not a unit of the {}, so it does not count.",
            qualification.title
        ),
        NotCounted::OtherSizes(sizes) => format!("Closed here: {} only.", sizes_list(sizes)),
        NotCounted::LeftOutByRule => format!(
            "Closed here: the rule of combination of the {} leaves it out.",
            qualification.size.name()
        ),
        NotCounted::Registration {
            closed_from,
            open_if_achieved,
            instead,
            ..
        } => {
            let from = date(*closed_from);
            let unless = if *open_if_achieved {
                " who have not achieved it already"
            } else {
                ""
            };
            let instead = instead
                .as_ref()
                .map(|code| format!(" Take {code} instead."))
                .unwrap_or_default();
            format!("Closed to learners registered from {from} on{unless}.{instead}")
        }
        NotCounted::NotYet {
            open_from, instead, ..
        } => {
            let instead = instead
                .as_ref()
                .map(|code| format!(" Take {code} instead."))
                .unwrap_or_default();
            format!(
                "Closed to learners registered before {}.{instead}",
                date(*open_from)
            )
        }
        NotCounted::Barred { by, .. } => {
            format!("Does not count together with {by}, which is in your plan.")
        }
        NotCounted::ClassFull { rule, most, by } => {
            let class = match qualification.rule(rule).map(|rule| &rule.form) {
                Some(Form::Barred { units, .. }) => list(units),
                _ => String::new(),
            };
            let do_so = if by.len() == 1 { "does" } else { "do" };
            format!(
                "Only {most} of {class} count together, and {} {do_so}.",
                list(by)
            )
        }
        NotCounted::SameContent { by, .. } => {
            format!("Has the same content as {by}, which is in your plan.")
        }
        NotCounted::Surplus { rule } => match qualification.rule(rule) {
            Some(rule) => format!("Does not count: {}.", surplus(qualification, rule)),
            None => "Does not count: it is more than counts.".to_owned(),
        },
    }
}

/// The name of what can be said of a unit: “Details of Coaching”.
#[must_use]
pub fn details_of(title: &str) -> String {
    format!("Details of {title}")
}

/// Something to know about a plan.
#[must_use]
pub fn notice(notice: Notice) -> String {
    match notice {
        Notice::RegisteredToday(day) => format!("No date? We use today’s, {}.", date(day)),
        Notice::RegistrationToCome(day) => format!("Checked for {}.", date(day)),
        Notice::RegistrationNotOpen(from) => format!(
            "Registration opens on {}, after the day that the plan is judged for. Check with your centre.",
            date(from)
        ),
        Notice::RegistrationClosed(until) => format!(
            "Registration closed on {}, before the day that the plan is judged for. Check with your centre.",
            date(until)
        ),
        Notice::CertificationEnded(day) => {
            format!("The last day of certification was {}.", date(day))
        }
        Notice::RegisteredBeforeStart(start) => format!(
            "This qualification starts on {}. Check the date with your centre.",
            date(start)
        ),
    }
}

/// The sizes that a unit is kept for: “Diploma only”; nothing where it is open to all.
#[must_use]
pub fn only_sizes(unit: &Unit) -> Option<String> {
    (!unit.sizes.is_empty()).then(|| format!("{} only", sizes_list(&unit.sizes)))
}

/// Says why a day of registration was not taken.
#[must_use]
pub const fn odd_year() -> &'static str {
    "Enter a year from 1900 to 2999. The plan still has the date before."
}

/// The day of registration as a sentence.
#[must_use]
pub fn registered(plan: &Plan) -> String {
    match plan.registered {
        Some(day) => format!("Registration on {}.", date(day)),
        None => "No registration date given.".to_owned(),
    }
}

pub(super) fn sizes_list(sizes: &[Size]) -> String {
    let names: Vec<String> = sizes.iter().map(|one| one.name().to_owned()).collect();
    join(&names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::qualification::{Date, QualificationId, RuleId, UnitCode};

    fn check(found: &NotCounted) -> String {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-award").unwrap();
        not_counted(catalogue.qualification(&id).unwrap(), found)
    }

    #[test]
    fn each_obstacle_says_why_and_what_to_do() {
        let rule = || RuleId::new("r").unwrap();
        let code = || UnitCode::new("8607-550").unwrap();
        assert_eq!(
            check(&NotCounted::Registration {
                rule: rule(),
                closed_from: Date::parse("2020-07-01").unwrap(),
                open_if_achieved: true,
                instead: Some(code()),
            }),
            "Closed to learners registered from 1 July 2020 on who have not achieved it already. \
             Take 8607-550 instead."
        );
        assert_eq!(
            check(&NotCounted::OtherSizes(vec![
                Size::new("certificate").unwrap(),
                Size::new("diploma").unwrap()
            ])),
            "Closed here: Certificate and Diploma only."
        );
        assert_eq!(
            check(&NotCounted::Barred {
                rule: rule(),
                by: code()
            }),
            "Does not count together with 8607-550, which is in your plan."
        );
        assert_eq!(
            check(&NotCounted::NotListed),
            "Not a unit of the Level 5 Award in Leadership and Management, so it does not count."
        );
    }
}
