//! What the sheet of a unit says beside what its row says.

use super::list::join;
use super::{date, only_sizes, quantity};
use crate::qualification::{Date, DayOrMonth, GroupId, Qualification, Unit};

/// The part of the sheet that is about the learner's own plan.
pub const IN_YOUR_PLAN: &str = "In your plan";
/// Puts the unit into the plan.
pub const ADD: &str = "Add to my plan";
/// Takes it out.
pub const REMOVE: &str = "Remove from my plan";
/// Why the day of registration is asked for beside a unit.
pub const DEPENDS_ON_DAY: &str = "Whether this unit counts depends on when you registered.";

/// Its code, level, figures and groups, each as a text of its own.
#[must_use]
pub fn facts(of: &Qualification, unit: &Unit) -> Vec<String> {
    let figures = super::figures(of, unit).into_iter();
    let figures = figures.map(|(measure, number)| quantity(number, measure));
    let level = unit.level.map(super::level);
    let groups = of.groups.iter();
    let groups = groups.filter(|group| group.units.contains(&unit.code));
    let groups: Vec<String> = groups.map(|group| group.title.clone()).collect();
    let last = [Some(join(&groups)), only_sizes(unit), replaced(of, unit)];
    let facts = level.into_iter().chain(figures);
    let facts = facts.chain(last.into_iter().flatten());
    facts.filter(|fact| !fact.is_empty()).collect()
}

/// Which unit it took the place of: “Replaced 530 on 1 July 2020”.
fn replaced(of: &Qualification, unit: &Unit) -> Option<String> {
    let mut rules = of.rules.iter();
    rules.find_map(|rule| {
        let (instead, from) = rule.form.replacement()?;
        let units = rule.form.units();
        let old = units.first().filter(|_| *instead == unit.code)?;
        let old = of.units.short_code(old);
        Some(format!("Replaced {old} on {}", date(from?)))
    })
}

/// In which of its groups a unit counts: “Counts in Group 2.”
#[must_use]
pub fn counts_in(of: &Qualification, group: &GroupId) -> String {
    let group = of.group(group);
    group.map_or_else(String::new, |group| format!("Counts in {}.", group.title))
}

/// Says how long after the last day a unit is planned; empty where it is in time.
#[must_use]
pub fn too_late(planned: DayOrMonth, last: Date) -> String {
    let day = planned.last_day();
    let first = if planned.is_month() {
        Date::new(day.year(), day.month(), 1).unwrap_or(day)
    } else {
        day
    };
    if first <= last {
        return String::new();
    }
    let months = |day: Date| u32::from(day.year()) * 12 + u32::from(day.month());
    let begun = u32::from(day.day() < last.day());
    let late = months(day).saturating_sub(months(last));
    let late = match late.saturating_sub(begun) {
        0 => "Too late".to_owned(),
        1 => "1 month too late".to_owned(),
        months => format!("{months} months too late"),
    };
    format!("{late}: the last day is {}.", date(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::qualification::UnitCode;

    fn facts_of(code: &str) -> Vec<String> {
        let catalogue = Catalogue::shipped();
        let of = catalogue.named("8607-certificate").unwrap();
        facts(of, of.unit(&UnitCode::new(code).unwrap()).unwrap())
    }

    #[test]
    fn the_facts_name_level_figures_groups_and_what_the_unit_replaced() {
        assert_eq!(
            facts_of("8607-550"),
            [
                "Level 5",
                "6 credits",
                "20 guided learning hours",
                "Group 1",
                "Replaced 530 on 1 July 2020"
            ]
        );
        assert!(facts_of("8607-409").contains(&"Diploma only".to_owned()));
    }

    #[test]
    fn a_day_after_the_last_is_too_late_by_whole_months() {
        let last = Date::parse("2029-09-06").unwrap();
        let late = |day: &str| too_late(Date::parse(day).unwrap().into(), last);
        assert_eq!(late("2029-09-06"), "");
        assert_eq!(
            late("2029-09-07"),
            "Too late: the last day is 6 September 2029."
        );
        assert_eq!(
            late("2029-10-06"),
            "1 month too late: the last day is 6 September 2029."
        );
        assert_eq!(
            late("2029-12-05"),
            "2 months too late: the last day is 6 September 2029."
        );
    }

    #[test]
    fn a_month_is_too_late_once_it_begins_after_the_last_day() {
        let last = Date::parse("2029-09-06").unwrap();
        let month = |month| DayOrMonth::month(2029, month).unwrap();
        assert_eq!(too_late(month(9), last), "");
        assert!(too_late(month(10), last).starts_with("1 month too late"));
    }
}
