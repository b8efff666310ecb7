//! Random plans: mostly small, because large ones are nearly all over a maximum; with units of
//! other suites and of no suite, achievements, and days around the ones that matter.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{TestError, TestRunner};

use qualification_planner::assess::Context;
use qualification_planner::catalogue::Catalogue;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification, UnitCode};

pub(crate) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::shipped);

/// How many plans are tried for each qualification: so many with every test, more before a release.
fn plans() -> u32 {
    let more = std::env::var("EXACTNESS_PLANS").ok();
    more.map_or(200, |more| more.parse().expect("a number of plans"))
}

/// Holds `check` to many plans of each of the seven.
pub(crate) fn for_many_plans(
    check: impl Fn(&Qualification, &Plan, Context) -> Result<(), TestCaseError>,
) {
    let mut failures = Vec::new();
    for qualification in CATALOGUE.qualifications() {
        let mut runner = runner();
        let strategy = (chosen(qualification), registered());
        let result = runner.run(&strategy, |(picks, (day, today))| {
            let plan = plan_of(qualification, &picks, day);
            check(qualification, &plan, context(today))
        });
        if let Err(TestError::Fail(reason, (picks, (day, today)))) = result {
            let plan = plan_of(qualification, &picks, day);
            let day = day.map_or("not".to_owned(), |day| format!("on {day}"));
            failures.push(format!(
                "{}: {reason}\n  units {}\n  registered {day}, today {today}",
                qualification.id,
                codes(&plan).join(" ")
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

pub(crate) fn runner() -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases: plans(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })
}

pub(crate) fn holds(truth: bool, what: impl FnOnce() -> String) -> Result<(), TestCaseError> {
    if truth {
        Ok(())
    } else {
        Err(TestCaseError::fail(what()))
    }
}

pub(crate) fn codes(plan: &Plan) -> Vec<&str> {
    plan.picks().iter().map(|pick| pick.code.as_str()).collect()
}

/// A unit and whether it is achieved.
pub(crate) type Pick = (UnitCode, bool);

pub(crate) fn chosen(qualification: &Qualification) -> impl Strategy<Value = Vec<Pick>> + use<> {
    let own: Vec<UnitCode> = qualification
        .units
        .iter()
        .map(|unit| unit.code.clone())
        .collect();
    let strangers =
        select(vec!["8607-532", "8617-703", "8603-300", "8607-409", "X"]).prop_map(code);
    let pair = select(vec!["8607-530", "8607-550"]).prop_map(code);
    let most = own.len();
    let own = any::<Index>().prop_map(move |index| own[index.index(most)].clone());
    let unit = prop_oneof![12 => own, 2 => pair, 1 => strangers];
    let small = prop::collection::vec((unit.clone(), any::<bool>()), 0..9);
    let large = prop::collection::vec((unit, any::<bool>()), 9..70);
    prop_oneof![7 => small, 1 => large]
}

/// A day of registration, and today.
pub(crate) fn registered() -> impl Strategy<Value = (Option<Date>, Date)> {
    let days = [
        "1900-01-01",
        "2012-08-31",
        "2012-09-01",
        "2015-02-28",
        "2020-06-30",
        "2020-07-01",
        "2026-11-22",
        "2099-12-31",
    ];
    let day = select(days.map(|day| Date::parse(day).unwrap()).to_vec());
    (prop::option::of(day.clone()), day)
}

pub(crate) fn plan_of(qualification: &Qualification, picks: &[Pick], day: Option<Date>) -> Plan {
    let start = Plan::new(qualification.id.clone()).after(Action::Register(day));
    picks.iter().fold(start, |plan, (code, achieved)| {
        plan.after(Action::Pick(code.clone()))
            .after(Action::Achieve(code.clone(), *achieved))
    })
}

pub(crate) const fn context(today: Date) -> Context {
    Context::on(today)
}

pub(crate) fn code(name: &str) -> UnitCode {
    UnitCode::new(name).unwrap()
}
