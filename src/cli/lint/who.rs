//! The learners for whom a finding holds: by pathway, nation and days of registration.

use std::borrow::Cow;
use std::sync::Arc;

use super::calendar::Days;
use crate::plan::{Action, Plan};
use crate::qualification::{Date, Form, Qualification, UnitCode, Variant, VariantId};
use crate::wording;
use crate::wording::command::{lint_units as say, semicolons};

/// How many are looked at: more pathways, nations and days than any document has together.
const MOST: usize = 500;

/// Learners for whom the rules are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Who {
    pathway: Option<VariantId>,
    nation: Option<VariantId>,
    /// The first day of the stretch in which they register.
    day: Date,
    /// The first day of the next stretch.
    before: Option<Date>,
    /// True for somebody who has achieved what is claimed, wherever that opens a closed unit.
    achieved: bool,
}

impl Who {
    /// The plan of such a learner, without units.
    pub(super) fn plan(&self, qualification: &Qualification) -> Plan {
        Plan::new(qualification.id.clone())
            .after(Action::SetPathway(self.pathway.clone()))
            .after(Action::SetNation(self.nation.clone()))
            .after(Action::Register(Some(self.day)))
    }

    /// Such a learner who may claim every unit that is open to whoever has achieved it: what can be
    /// chosen without that can be chosen with it as well.
    pub(super) fn having_achieved(&self) -> Self {
        Self {
            achieved: true,
            ..self.clone()
        }
    }

    /// The rules as they are for such a learner.
    pub(super) fn of<'q>(&self, qualification: &'q Qualification) -> Cow<'q, Qualification> {
        let rules = &qualification.rules;
        if !self.achieved
            || !rules
                .iter()
                .any(|rule| may_be_claimed(&rule.form).is_some())
        {
            return Cow::Borrowed(qualification);
        }
        let mut open = qualification.clone();
        Arc::make_mut(&mut open.rules).retain(|rule| may_be_claimed(&rule.form).is_none());
        Cow::Owned(open)
    }

    /// One of these for each day, whatever the pathway and the nation.
    pub(super) fn of_each_day(who: &[Self]) -> Vec<Self> {
        let first = who.first();
        let alike = |one: &&Self| {
            first.is_some_and(|first| one.pathway == first.pathway && one.nation == first.nation)
        };
        who.iter().filter(alike).cloned().collect()
    }
}

/// The unit that a rule closes and that whoever has achieved it may still claim.
pub(super) fn may_be_claimed(form: &Form) -> Option<&UnitCode> {
    match form {
        Form::Registration {
            unit,
            open_if_achieved: true,
            ..
        } => Some(unit),
        _ => None,
    }
}

/// Stretches of days in words, those that follow each other as one.
fn days(who: &[&Who], everybody: &[Who]) -> Vec<String> {
    let mut stretches = distinct(who.iter().map(|one| Some((one.day, one.before))));
    stretches.sort_unstable();
    let mut joined: Vec<(Date, Option<Date>)> = Vec::new();
    for (from, before) in stretches {
        match joined.last_mut() {
            Some((_, end)) if *end == Some(from) => *end = before,
            _ => joined.push((from, before)),
        }
    }
    let first = everybody.iter().map(|one| one.day).min();
    let words = joined.into_iter().map(|(from, before)| {
        let from = (Some(from) != first).then(|| wording::date(from));
        let before = before.map(wording::date);
        say::stretch(from.as_deref(), before.as_deref())
    });
    words.filter(|words| !words.is_empty()).collect()
}

/// Everybody, by pathway, nation and day.
pub(super) fn all(qualification: &Qualification, days: &Days) -> Vec<Who> {
    let mut all = Vec::new();
    for pathway in variants(&qualification.pathways) {
        for nation in variants(&qualification.nations) {
            for (index, day) in days.first.iter().enumerate() {
                all.push(Who {
                    pathway: pathway.clone(),
                    nation: nation.clone(),
                    day: *day,
                    before: days.first.get(index + 1).copied(),
                    achieved: false,
                });
            }
        }
    }
    all.truncate(MOST);
    all
}

fn variants(variants: &[Variant]) -> Vec<Option<VariantId>> {
    if variants.is_empty() {
        return vec![None];
    }
    let ids = variants.iter().map(|variant| Some(variant.id.clone()));
    ids.collect()
}

/// “On the pathway “Dementia”, registered from 1 January 2025 on: ”; nothing where it is everybody.
pub(super) fn told(qualification: &Qualification, some: &[&Who], everybody: &[Who]) -> String {
    told_without(qualification, some, everybody, &[])
}

/// The same of those only who have not achieved any of these units before.
pub(super) fn told_without(
    qualification: &Qualification,
    some: &[&Who],
    everybody: &[Who],
    units: &[&UnitCode],
) -> String {
    let mut words = words(qualification, some, everybody);
    if !units.is_empty() {
        let units: Vec<&str> = units.iter().map(|unit| unit.as_str()).collect();
        words = say::without_achieved(&words, &units);
    }
    if words.is_empty() {
        return words;
    }
    say::for_learners(&super::finding::sentence(&words))
}

/// Some learners in words, by what distinguishes them; empty where it is everybody.
fn words(qualification: &Qualification, some: &[&Who], everybody: &[Who]) -> String {
    if some.len() == everybody.len() {
        return String::new();
    }
    let (pathways, nations, days) = parts_of(some);
    let (all_pathways, all_nations, all_days) = parts_of(&everybody.iter().collect::<Vec<_>>());
    let number = pathways.len().max(1) * nations.len().max(1) * days.len().max(1);
    if number != some.len() {
        // Neither part covers the other: learners for whom the same holds are named together.
        let parts = apart(some);
        let parts: Vec<String> = parts
            .iter()
            .map(|part| words(qualification, part, everybody))
            .collect();
        return semicolons(&parts);
    }
    let some_of = |all: &[Variant], some: &[&VariantId], number: usize| {
        let titles = || titles(all, some);
        (some.len() < number).then(titles).unwrap_or_default()
    };
    let stretches = || self::days(some, everybody);
    let stretches = (days.len() < all_days.len()).then(stretches);
    say::learners(
        &some_of(&qualification.pathways, &pathways, all_pathways.len()),
        &some_of(&qualification.nations, &nations, all_nations.len()),
        &stretches.unwrap_or_default(),
    )
}

/// Those on pathways with the same nations and days together, and where these are not alike either,
/// those in nations with the same days.
fn apart<'a>(some: &[&'a Who]) -> Vec<Vec<&'a Who>> {
    let by_pathway = together(
        some,
        |one| one.pathway.clone(),
        |one| (one.nation.clone(), one.day),
    );
    if by_pathway.len() > 1 {
        return by_pathway;
    }
    together(
        some,
        |one| one.nation.clone(),
        |one| (one.pathway.clone(), one.day),
    )
}

/// Some parted by a key, the parts put together of which the rest is the same.
fn together<'a, K: PartialEq, R: PartialEq>(
    some: &[&'a Who],
    key: impl Fn(&Who) -> K,
    rest: impl Fn(&Who) -> R,
) -> Vec<Vec<&'a Who>> {
    let mut parts: Vec<(K, Vec<&'a Who>)> = Vec::new();
    for one in some {
        match parts.iter_mut().find(|(known, _)| *known == key(one)) {
            Some((_, part)) => part.push(one),
            None => parts.push((key(one), vec![one])),
        }
    }
    let mut all: Vec<(Vec<R>, Vec<&'a Who>)> = Vec::new();
    for (_, part) in parts {
        let like: Vec<R> = part.iter().map(|one| rest(one)).collect();
        match all.iter_mut().find(|(known, _)| *known == like) {
            Some((_, whole)) => whole.extend(part),
            None => all.push((like, part)),
        }
    }
    all.into_iter().map(|(_, part)| part).collect()
}

/// The pathways, the nations and the days of some, each once.
fn parts_of<'a>(who: &[&'a Who]) -> (Vec<&'a VariantId>, Vec<&'a VariantId>, Vec<Date>) {
    (
        distinct(who.iter().map(|one| one.pathway.as_ref())),
        distinct(who.iter().map(|one| one.nation.as_ref())),
        distinct(who.iter().map(|one| Some(one.day))),
    )
}

fn distinct<T: PartialEq>(all: impl Iterator<Item = Option<T>>) -> Vec<T> {
    let mut found = Vec::new();
    for one in all.flatten() {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

fn titles(variants: &[Variant], ids: &[&VariantId]) -> Vec<String> {
    let named = variants.iter().filter(|variant| ids.contains(&&variant.id));
    named.map(|variant| variant.title.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;
    use crate::cli::lint::calendar::open_days;

    #[test]
    fn some_are_told_by_what_sets_them_apart() {
        let text = include_str!("../../../tests/catalogues/whole/pathways-and-nations.json");
        let file = catalogue::read(text).file.unwrap();
        let care = &file.qualifications[0];
        let everybody = all(care, &open_days(care));
        assert_eq!(everybody.len(), 2 * 3 * 4);
        let told = |is: &dyn Fn(&Who) -> bool| {
            let some: Vec<&Who> = everybody.iter().filter(|one| is(one)).collect();
            told(care, &some, &everybody)
        };
        let is =
            |id: &Option<VariantId>, name: &str| id.as_ref().is_some_and(|id| id.as_str() == name);
        let day = |text: &str| Date::parse(text).unwrap();
        assert_eq!(told(&|_| true), "");
        assert_eq!(
            told(&|one| is(&one.pathway, "dementia")),
            "On the pathway “Dementia”: "
        );
        assert_eq!(
            told(&|one| is(&one.pathway, "dementia") && !is(&one.nation, "wales")),
            "On the pathway “Dementia”, in “England” and “Northern Ireland”: "
        );
        // Rules turn on 1 January 2022, 1 September 2023 and 1 January 2026.
        assert_eq!(
            told(&|one| one.day >= day("2022-01-01")),
            "Registered from 1 January 2022 on: "
        );
        assert_eq!(
            told(&|one| one.day < day("2023-09-01")),
            "Registered before 1 September 2023: "
        );
        // Learners who have nothing else in common are named part by part, all of them.
        let late = day("2026-01-01");
        assert_eq!(
            told(&|one| is(&one.pathway, "dementia") || is(&one.nation, "wales")),
            "On the pathway “General”, in “Wales”; on the pathway “Dementia”: "
        );
        assert_eq!(
            told(&|one| is(&one.nation, "wales") || one.day >= late),
            "In “England” and “Northern Ireland”, registered from 1 January 2026 on; in “Wales”: "
        );
    }
}
