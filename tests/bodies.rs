//! Qualifications as bodies have them beyond the shipped ones: levels of every framework, any name of a
//! size, codes as they are printed. The catalogue is `tests/catalogues/whole/levels-sizes-and-codes.json`.

use qualification_planner::assess::{Aim, Context, Finding, Limit, NODES, assess, complete};
use qualification_planner::catalogue::{Catalogue, read};
use qualification_planner::exchange::link;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification, UnitCode};
use qualification_planner::saved_plans::{
    CatalogueDifference, CatalogueVersion, PlanSnapshot, UnitSnapshot, differences,
};
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
    let context = Context::on(Date::parse("2026-11-29").unwrap());
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
        &PlanSnapshot::new(plan.clone(), qualification),
        true,
    ));
    assert_eq!(read.unwrap().plan, plan);
}

#[test]
fn a_plan_that_calls_units_by_other_names_gets_the_units() {
    let catalogue = catalogue();
    let qualification = catalogue.named("wrk entry").unwrap();
    for name in [
        "OLD-7",
        "old 7",
        "WRK-2",
        "T/501/0007",
        "t5010007",
        "wrk 2(A) & (B)",
    ] {
        let plan = plan(qualification, &[name, "WRK 3", "nothing"]);
        let (plan, called) = plan.under_codes_of(qualification).unwrap();
        assert_eq!(called.len(), 1, "{name}");
        assert_eq!(called[0].1.as_str(), "WRK 2(a) & (b)");
        let codes: Vec<&str> = plan.picks().iter().map(|pick| pick.code.as_str()).collect();
        assert_eq!(codes, ["WRK 2(a) & (b)", "WRK 3", "nothing"], "{name}");
        assert_eq!(plan.under_codes_of(qualification), None);
    }
    assert_eq!(
        plan(qualification, &["WRK 3", "X"]).under_codes_of(qualification),
        None
    );
}

#[test]
fn what_is_said_of_a_unit_under_both_names_is_kept() {
    let catalogue = catalogue();
    let qualification = catalogue.named("WRK Entry").unwrap();
    let old = UnitCode::new("OLD-7").unwrap();
    let plan = plan(qualification, &["OLD-7", "WRK 2(a) & (b)"]).after(Action::Achieve(old, true));
    let (plan, _) = plan.under_codes_of(qualification).unwrap();
    assert_eq!(plan.picks().len(), 1);
    assert!(plan.picks()[0].is_achieved());
}

#[test]
fn a_unit_kept_under_a_former_code_has_the_facts_of_then_and_is_said_to_be_the_unit() {
    let catalogue = catalogue();
    let qualification = catalogue.named("WRK Entry").unwrap();
    let code = UnitCode::new("OLD-7").unwrap();
    let facts = UnitSnapshot {
        code: code.clone(),
        title: "Own Project".to_owned(),
        level: None,
        credits: Some(3),
        hours: Some(30),
        points: None,
    };
    let snapshot = PlanSnapshot {
        plan: plan(qualification, &["OLD-7"]),
        catalogue_version: CatalogueVersion::default(),
        facts: vec![facts],
    };
    let (snapshot, called) = snapshot.under_codes_of(qualification);
    let said: Vec<String> = called.iter().map(wording::difference).collect();
    assert_eq!(said, ["OLD-7 is the unit WRK 2(a) & (b)."]);
    let others = differences(&snapshot, qualification);
    let [CatalogueDifference::Unit { then, .. }] = others.as_slice() else {
        panic!("{others:?}");
    };
    assert_eq!(then.credits, Some(3));
}

#[test]
fn a_qualification_is_found_by_its_number_and_in_any_case() {
    let catalogue = catalogue();
    for (name, id) in [
        ("WRK Entry", Some("WRK Entry")),
        ("wrk-entry", Some("WRK Entry")),
        ("000/0000/3", Some("HNC-research")),
        ("00000003", Some("HNC-research")),
        ("hnc-RESEARCH", Some("HNC-research")),
        ("000/0000/9", None),
        ("", None),
        ("/", None),
    ] {
        let found = catalogue.named(name).map(|one| one.id.as_str());
        assert_eq!(found, id, "{name}");
    }
}

#[test]
fn two_units_do_not_share_a_name() {
    for (written, otherwise, place) in [
        ("\"OLD-7\", \"WRK 2\"", "\"WRK 1\"", "units[4]"),
        ("\"T/501/0007\"", "\"M/600/9682\"", "units[4]"),
        ("\"code\": \"HY92 34\"", "\"code\": \"WRK 2\"", "units[5]"),
    ] {
        let text = FILE.replacen(written, otherwise, 1);
        assert_ne!(text, FILE);
        let first = read(&text).problems.remove(0);
        assert_eq!(
            (first.path.as_str(), first.reason.name()),
            (place, "duplicate")
        );
    }
    let own = FILE.replacen("\"T/501/0007\"", "\"WRK 2(a) & (b)\"", 1);
    assert_eq!(read(&own).problems, []);
}

#[test]
fn units_are_listed_in_the_order_of_the_file_and_of_equals_the_earlier_count() {
    let catalogue = catalogue();
    let qualification = catalogue.named("WRK Entry").unwrap();
    let codes = |units: &mut dyn Iterator<Item = &UnitCode>| -> Vec<String> {
        units.map(ToString::to_string).collect()
    };
    let order = ["WRK 3", "WRK 22", "WRK 1", "M/600/9682", "WRK 2(a) & (b)"];
    let listed = codes(&mut qualification.units.iter().map(|unit| &unit.code));
    assert_eq!(listed, order);
    let context = Context::on(Date::parse("2026-11-29").unwrap());
    let mut all = order.to_vec();
    all.extend(["A 0", "Z 9"]);
    let found = assess(qualification, &plan(qualification, &all), &context);
    assert_eq!(codes(&mut found.units.iter().map(|unit| &unit.code)), all);
    let mut limit = Limit::nodes(NODES);
    let empty = plan(qualification, &[]);
    let aim = Aim::FewestCredits;
    let found = complete(qualification, &empty, &context, aim, 3, &mut limit).answer;
    assert_eq!(codes(&mut found[0].units.iter()), ["WRK 3", "WRK 22"]);
}
