//! The plans to start from.

use qualification_planner::assess::Context;
use qualification_planner::catalogue::Catalogue;
use qualification_planner::editor::examples;
use qualification_planner::wording::EXAMPLES;

use crate::support::date;

fn context() -> Context {
    Context {
        today: date("2026-11-22"),
        by_rows: None,
        collisions: None,
    }
}

#[test]
fn every_plan_to_start_from_meets_all_rules_and_says_what_it_comes_to() {
    let shipped = Catalogue::shipped();
    let all = examples(|name| shipped.named(name), &context());
    assert_eq!(
        all.len(),
        EXAMPLES.len(),
        "one that is not complete is not shown"
    );
    let lines: Vec<String> = all
        .iter()
        .map(|one| {
            format!(
                "{}, {}: {}; {} units{}",
                one.name,
                one.of.id,
                one.totals,
                one.codes.len(),
                one.more
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Coaching in a year, 8607-certificate: 13 credits, 43 hours; 3 units",
            "The shortest way, 8607-certificate: 14 credits, 15 hours; 2 units",
            "Money and projects, 8607-diploma: 39 credits, 137 hours; 10 unitsand 7 more",
        ]
    );
    for one in &all {
        assert_eq!(
            one.bar.segments.len(),
            one.codes.len(),
            "{}: every unit counts",
            one.name
        );
    }
}

#[test]
fn there_are_none_for_qualifications_that_are_not_here() {
    assert_eq!(examples(|_| None, &context()), []);
}
