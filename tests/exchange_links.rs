//! Links that were written once, and what they mean for ever: nobody can mend a link that was sent.
//!
//! A file of `tests/links` begins with the link, the edition and the facts of the units that it
//! carries, a line each; below an empty line stands the plan. A file is added for each version and
//! field of links, and none is ever changed.

use std::fs;
use std::path::Path;

use qualification_planner::exchange::link;
use qualification_planner::plan::{Pick, Progress};
use qualification_planner::qualification::{Date, DayOrMonth, Earned, UnitCode};
use qualification_planner::saved_plans::{CatalogueVersion, PlanSnapshot, UnitSnapshot, read_plan};

/// The name of each file, its link, and what it means.
fn kept() -> Vec<(String, String, PlanSnapshot)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let kept = paths.iter().map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let (link, snapshot) = parse(&fs::read_to_string(path).unwrap());
        (name.to_owned(), link, snapshot)
    });
    kept.collect()
}

fn parse(text: &str) -> (String, PlanSnapshot) {
    let (head, plan) = text.split_once("\n\n").unwrap();
    let mut snapshot = PlanSnapshot {
        plan: read_plan(plan).unwrap(),
        catalogue_version: CatalogueVersion::default(),
        facts: Vec::new(),
    };
    let mut link = String::new();
    for line in head.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["link", text] => text.clone_into(&mut link),
            ["checked", day] => {
                snapshot.catalogue_version.checked = Some(Date::parse(day).unwrap());
            }
            ["rules", number] => snapshot.catalogue_version.rules = number.parse().unwrap(),
            ["facts", code, credits, hours] => snapshot.facts.push(UnitSnapshot {
                credits: credits.parse().ok(),
                hours: hours.parse().ok(),
                ..UnitSnapshot::new(UnitCode::new(code).unwrap())
            }),
            _ => panic!("{line}"),
        }
    }
    (link, snapshot)
}

#[test]
fn a_link_means_what_it_meant_when_it_was_made() {
    for (name, link, snapshot) in kept() {
        assert_eq!(link::decode(&link), Ok(snapshot), "{name}");
    }
}

/// Each in the version that it is written in.
#[test]
fn a_plan_is_written_as_it_was() {
    for (name, link, snapshot) in kept() {
        assert_eq!(link::encode(&snapshot, true), link, "{name}");
    }
}

fn picks(all: &[PlanSnapshot]) -> impl Iterator<Item = &Pick> {
    all.iter().flat_map(|one| one.plan.picks())
}

#[test]
fn the_kept_links_carry_every_field() {
    let all: Vec<PlanSnapshot> = kept()
        .into_iter()
        .map(|(_, _, snapshot)| snapshot)
        .collect();
    assert!(all.len() >= 6);
    let carries = |what: &str, holds: fn(&PlanSnapshot) -> bool| {
        assert!(all.iter().any(holds), "{what}");
    };
    carries("nothing", |one| one.plan.picks().is_empty());
    carries("the day it was checked", |one| {
        one.catalogue_version.checked.is_some()
    });
    carries("a fingerprint", |one| one.catalogue_version.rules != 0);
    carries("a name", |one| {
        !one.plan.name.is_empty() && one.plan.name.is_ascii()
    });
    carries("any letters", |one| !one.plan.name.is_ascii());
    carries("a registration", |one| one.plan.registered.is_some());
    carries("a pathway", |one| one.plan.pathway.is_some());
    carries("a nation", |one| one.plan.nation.is_some());
    carries("conditions", |one| one.plan.conditions.len() > 1);
    carries("wishes", |one| one.plan.wished.len() > 1);
    carries("what to avoid", |one| one.plan.avoided.len() > 1);
    carries("facts", |one| one.facts.len() > 1);
    carries("units without", |one| {
        one.facts.len() < one.plan.picks().len()
    });
    let said = |what: &str, holds: fn(&Pick) -> bool| {
        assert!(picks(&all).any(holds), "{what}");
    };
    said("achieved", Pick::is_achieved);
    said("a group", |pick| pick.group.is_some());
    let is_month = |of: Option<DayOrMonth>| of.is_some_and(DayOrMonth::is_month);
    let is_day = |of: Option<DayOrMonth>| of.is_some_and(|of| !of.is_month());
    assert!(picks(&all).any(|pick| is_day(pick.planned)));
    assert!(picks(&all).any(|pick| is_month(pick.planned)));
    assert!(picks(&all).any(|pick| is_day(pick.start)));
    assert!(picks(&all).any(|pick| is_month(pick.start)));
    said("being worked on", |pick| pick.progress == Progress::Working);
    assert!(picks(&all).any(|pick| is_day(pick.achieved_on)));
    assert!(picks(&all).any(|pick| is_month(pick.achieved_on)));
    said("no credit", |pick| pick.without_credit);
    let earned = |way| picks(&all).any(|pick| pick.earned == way);
    assert!(Earned::ALL.into_iter().all(earned));
}
