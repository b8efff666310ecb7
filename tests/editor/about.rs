//! Looking for units by what they are about.

use std::sync::Arc;

use qualification_planner::editor::{UnitList, search_hint, subjects};

use crate::support::{Learner, learner, learner_of};

/// A list in which these words are looked for, brought to the plan.
fn searched(learner: &Learner, words: &str) -> UnitList {
    let mut list = UnitList::new(Arc::clone(&learner.qualification));
    list.set_search(words.to_owned());
    learner.sees(|current| list.update(&current));
    list
}

/// The ends of the codes that are found, group by group: those that are open, and those that are folded away.
fn found_in(learner: &Learner, list: &UnitList) -> (Vec<String>, Vec<String>) {
    let of = &learner.qualification;
    let shown = |places: &[usize]| -> Vec<String> {
        let shown = places.iter().filter(|at| list.row(**at).unwrap().is_shown);
        let codes = shown.map(|at| of.units.short_code(&of.units[*at].code).to_owned());
        codes.collect()
    };
    let groups = (0..of.groups.len()).map(|place| list.group(place).unwrap());
    let groups = groups.map(|rows| (shown(&rows.open), shown(&rows.closed)));
    groups.fold(Default::default(), |mut all, (open, closed)| {
        all.0.extend(open);
        all.1.extend(closed);
        all
    })
}

fn finds(words: &str) -> Vec<String> {
    let diploma = learner("8607-diploma");
    found_in(&diploma, &searched(&diploma, words)).0
}

#[test]
fn each_word_that_people_try_finds_the_units_that_they_mean() {
    for (words, meant) in [
        ("finance", ["407", "420", "421", "502"].as_slice()),
        ("money", &["407", "420", "421", "502"]),
        ("customers", &["413", "422", "509"]),
        ("delegate", &["401", "404"]),
        ("teamwork", &["401", "519"]),
        ("wellbeing", &["411", "425", "506", "533"]),
        ("well-being", &["411", "425", "506", "533"]),
        ("HR", &["402", "405", "505", "514", "515", "533"]),
        ("coaching", &["550"]),
        ("mentor", &["550"]),
        ("home working", &["526"]),
    ] {
        let mut found = finds(words);
        found.sort();
        assert_eq!(found, meant, "{words}");
    }
}

#[test]
fn a_word_is_not_found_in_the_middle_of_another() {
    let found = finds("quality");
    assert!(found.contains(&"501".to_owned()), "{found:?}");
    assert!(!found.contains(&"402".to_owned()), "Equality: {found:?}");
}

#[test]
fn titles_come_before_what_only_the_file_says() {
    let found = finds("people");
    let first = found.iter().position(|code| code == "415").unwrap();
    let later = found.iter().position(|code| code == "404").unwrap();
    assert!(first < later, "{found:?}");
    assert!(found.contains(&"514".to_owned()), "a subject: {found:?}");
}

#[test]
fn a_closed_unit_stands_before_no_open_one() {
    let diploma = learner("8607-diploma");
    for words in [
        "coaching",
        "mentoring",
        "management coaching",
        "people",
        "530",
    ] {
        let list = searched(&diploma, words);
        let (open, closed) = found_in(&diploma, &list);
        assert_eq!(closed, ["530"], "{words}");
        let rows = list.group(0).unwrap();
        let is_alone = open.is_empty();
        assert_eq!(rows.opens_fold, is_alone, "{words}: {open:?}");
    }
}

#[test]
fn of_what_there_is_nothing_that_is_said_plainly() {
    let diploma = learner("8607-diploma");
    let mut list = searched(&diploma, " digital");
    assert_eq!(list.count_line(), "No unit found");
    assert_eq!(
        list.nothing_line(),
        "No unit of this qualification fits “digital”. Units in your plan stay in it."
    );
    list.set_subject(Some("people"));
    learner("8607-diploma").sees(|current| list.update(&current));
    assert_eq!(
        list.nothing_line(),
        "No unit fits this search. Units in your plan stay in it."
    );
}

#[test]
fn a_subject_narrows_the_list_and_goes_with_the_other_filters() {
    let certificate = learner("8607-certificate");
    let mut list = searched(&certificate, "");
    list.set_subject(Some("people"));
    certificate.sees(|current| list.update(&current));
    let (open, closed) = found_in(&certificate, &list);
    let group_1: Vec<&str> = open
        .iter()
        .map(String::as_str)
        .filter(|code| code.starts_with('5'))
        .collect();
    assert_eq!(group_1, ["505", "506", "514", "519", "526", "533", "550"]);
    assert_eq!(closed, ["530"]);
    assert!(list.filter().narrows());
    list.set_search("stress".to_owned());
    certificate.sees(|current| list.update(&current));
    assert_eq!(found_in(&certificate, &list).0, ["506", "533"]);
    list.clear();
    assert_eq!(list.filter().subject(), None);
    list.set_subject(Some("no such subject"));
    assert_eq!(list.filter().subject(), None);
}

#[test]
fn the_subjects_of_a_qualification_are_offered_where_there_are_some() {
    let labels = |name: &str| -> Vec<String> {
        let of = learner(name).qualification.clone();
        subjects(&of).into_iter().map(|(_, label)| label).collect()
    };
    let all = [
        "People",
        "Yourself",
        "Direction",
        "Change",
        "Results",
        "Resources",
    ];
    assert_eq!(labels("8607-diploma"), all);
    assert_eq!(labels("8607-award"), all);
    assert!(labels("8603-certificate").is_empty());
}

#[test]
fn the_examples_in_the_search_find_units_or_are_not_there() {
    let hint = |of: &Learner| search_hint(&of.qualification);
    assert_eq!(
        hint(&learner("8607-award")),
        "Search: coaching, money, people"
    );
    let small = learner_of("catalogues/small.json", "small-award");
    assert_eq!(hint(&small), "Search units");
}
