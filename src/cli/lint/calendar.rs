//! The days on which learners may register.
//!
//! What is open changes only on the days that rules name. Between two of them nothing changes, so
//! the first day of each stretch stands for all its days.

use crate::qualification::{Date, Form, Qualification, Rule};

/// The first day of each stretch on which nothing changes, and the last day of registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Vec<Date>,
    pub(super) until: Option<Date>,
    /// False where registration ends before it begins.
    pub(super) any: bool,
}

/// The days of a qualification. Nobody registers before the operational start or after the last
/// certification.
pub(super) fn open_days(qualification: &Qualification) -> Days {
    let window = qualification.registration;
    let start = qualification.operational_start.or(window.from);
    let start = start.unwrap_or(Date::EARLIEST);
    let from = window.from.map_or(start, |from| from.max(start));
    let ends = [window.until, qualification.last_certification];
    let until = ends.into_iter().flatten().min();
    let any = until.is_none_or(|until| from <= until);
    let within = |day: &Date| *day > from && until.is_none_or(|until| *day <= until);
    let mut first: Vec<Date> = qualification.rules.iter().flat_map(changes).collect();
    first.retain(|day| any && within(day));
    first.push(from);
    first.sort_unstable();
    first.dedup();
    Days { first, until, any }
}

/// The days on which a rule changes what is open.
fn changes(rule: &Rule) -> Vec<Date> {
    let mut days = vec![rule.when.registered_from, rule.when.registered_before];
    if let Form::Registration {
        open_from,
        closed_from,
        ..
    } = &rule.form
    {
        days.extend([*open_from, *closed_from]);
    }
    days.into_iter().flatten().collect()
}
