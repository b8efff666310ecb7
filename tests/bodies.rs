//! Qualifications as bodies have them beyond the shipped ones: levels of every framework, any name of a
//! size, codes as they are printed. The catalogue is `tests/catalogues/whole/levels-sizes-and-codes.json`.

use qualification_planner::assess::{Context, Finding, assess};
use qualification_planner::catalogue::{Catalogue, read};
use qualification_planner::draft::Parcel;
use qualification_planner::exchange::link;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification, UnitCode};
use qualification_planner::wording;

const FILE: &str = include_str!("catalogues/whole/levels-sizes-and-codes.json");

fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::default();
    catalogue.add(read(FILE).file.unwrap());
    catalogue
}

fn plan(qualification: &Qualification, codes: &[&str]) -> Plan {
    let codes = codes.iter().map(|code| UnitCode::new(code).unwrap());
    Plan::new(qualification.id.clone()).after(Action::PickAll(codes.collect()))
}

/// What counts for each rule of a qualification that asks for an amount.
fn counted(id: &str, codes: &[&str]) -> Vec<u32> {
    let catalogue = catalogue();
    let qualification = catalogue.qualifications().find(|one| one.id.as_str() == id);
    let qualification = qualification.unwrap();
    let context = Context {
        today: Date::parse("2026-11-29").unwrap(),
    };
    let found = assess(qualification, &plan(qualification, codes), &context);
    let counted = found.judgements.iter().map(|one| match one.finding {
        Finding::Amount { counted, .. } => counted,
        _ => panic!("{one:?}"),
    });
    counted.collect()
}

#[test]
fn rules_by_level_speak_of_entry_levels_and_of_none() {
    let all = ["WRK 3", "WRK 22", "WRK 1", "M/600/9682", "WRK 2(a) & (b)"];
    assert_eq!(counted("WRK Entry", &all), [14, 6, 4]);
    assert_eq!(counted("WRK Entry", &["WRK 1"]), [2, 0, 2]);
    assert_eq!(counted("WRK Entry", &["WRK 2(a) & (b)"]), [4, 0, 0]);
}

#[test]
fn levels_of_the_scottish_framework_are_levels_of_their_own() {
    assert_eq!(counted("HNC-research", &["HY92 34", "HY91 33"]), [8]);
    assert_eq!(counted("HNC-research", &["HY91 33"]), [0]);
}

#[test]
fn levels_and_sizes_are_said_as_people_say_them() {
    let catalogue = catalogue();
    let facts = catalogue.qualifications().map(|one| {
        let level = one.level.map(wording::level);
        (level, one.size.name().to_owned())
    });
    let facts: Vec<_> = facts.collect();
    let of = |level: Option<&str>, size: &str| (level.map(str::to_owned), size.to_owned());
    assert_eq!(
        facts,
        [
            of(Some("Entry 3"), "Extended Certificate"),
            of(Some("SCQF Level 7"), "HNC"),
            of(None, "Subsidiary Award"),
        ]
    );
    let rules = catalogue.qualifications().flat_map(|one| {
        let rules = one.rules.iter();
        rules.map(|rule| wording::rule(one, rule))
    });
    let rules: Vec<String> = rules.collect();
    for (place, text) in [
        (1, "at Entry 3 or above"),
        (2, "at Entry 1 to Entry 2"),
        (3, "at SCQF Level 7"),
    ] {
        assert!(rules[place].contains(text), "{}", rules[place]);
    }
}

#[test]
fn a_unit_says_which_sizes_it_is_kept_for() {
    let catalogue = catalogue();
    let unit = catalogue.unit(&UnitCode::new("HY92 34").unwrap()).unwrap();
    assert_eq!(
        wording::only_sizes(unit).as_deref(),
        Some("HNC and Extended Diploma only")
    );
}

#[test]
fn a_plan_of_codes_with_spaces_travels_as_a_link() {
    let catalogue = catalogue();
    let qualification = catalogue.qualifications().next().unwrap();
    let plan = plan(qualification, &["WRK 3", "WRK 22", "WRK 2(a) & (b)"]);
    let read = link::decode(&link::encode(
        &Parcel::new(plan.clone(), qualification),
        true,
    ));
    assert_eq!(read.unwrap().plan, plan);
}
