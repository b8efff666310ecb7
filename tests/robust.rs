//! Catalogues at the edge of what the format allows: every question about them is answered within
//! the nodes that the caller gives, and none panics, overflows or runs away.
//!
//! The test profile checks arithmetic, so that a sum that wraps is a panic. How long a question
//! takes is not measured here, for a clock would fail on a busy machine: what is measured is that
//! an answer comes at all, and that one cut short says so.

#[path = "robust/make.rs"]
mod make;

use qualification_planner::assess::{
    Aim, Assessment, Context, Limit, NODES, State, assess_within, complete, count, effective,
    ladder, outlook, repair, what_if,
};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification};
use serde_json::{Value, json};

use make::{groups, qualification, rule, units};

/// A search that is cut short is cut short after so many nodes.
const FEW: u64 = 20_000;

fn context() -> Context {
    Context::on(Date::parse("2026-11-22").unwrap())
}

fn empty(of: &Qualification) -> Plan {
    Plan::new(of.id.clone())
}

fn with_all(of: &Qualification) -> Plan {
    let codes = of.units.iter().map(|unit| unit.code.clone());
    empty(of).after(Action::PickAll(codes.collect()))
}

/// Asks every question there is, each with a few nodes of its own; how the plan stands.
fn ask_everything(of: &Qualification, plan: &Plan, nodes: u64) -> Assessment {
    let limit = || Limit::nodes(nodes);
    let now = assess_within(of, plan, &context(), &mut limit());
    for aim in [
        Aim::FewestCredits,
        Aim::FewestHours,
        Aim::FewestUnits,
        Aim::Preferred,
    ] {
        let found = complete(of, plan, &context(), aim, 2, &mut limit());
        assert!(found.answer.len() <= 2);
    }
    let number = count(of, plan, &context(), &mut limit());
    assert!(number.fully_searched || number.answer.to_string() == "0");
    let repairs = repair(of, plan, &context(), 2, &mut limit());
    assert!(now.state == State::Broken || repairs.repairs.is_empty() || !now.fully_searched);
    let bounds = effective(of, plan, &context(), &mut limit());
    assert_eq!(bounds.len(), of.groups.len());
    assert_eq!(ladder([of], plan, &context(), nodes).len(), 1);
    if let Some(unit) = of.units.last() {
        let _ = outlook(of, plan, &context(), &now, &unit.code, &mut limit());
        let other = plan.clone().after(Action::Remove(unit.code.clone()));
        let then = assess_within(of, &other, &context(), &mut limit());
        let _ = what_if((of, &now), (of, &then));
    }
    now
}

/// Whether everything is asked of the plans that take longest too, as before a release.
fn everything() -> bool {
    std::env::var_os("QP_ALL").is_some()
}

/// The same of a plan without units and of one with all of them.
fn ask_of_both(of: &Qualification, nodes: u64) {
    ask_everything(of, &empty(of), nodes);
    ask_everything(of, &with_all(of), nodes);
}

#[test]
fn the_largest_credits_of_five_thousand_units_add_up() {
    let units = units(5_000, |_| 100_000);
    let bounds = json!({"at_least": 100_000, "at_most": 100_000});
    let rules = [
        rule("amount", &json!({"measure": "credits"}), &bounds),
        rule(
            "amount",
            &json!({"measure": "guided_learning_hours"}),
            &json!({"at_least": 1}),
        ),
        rule(
            "share",
            &json!({"measure": "credits", "of": {"level": 4}}),
            &json!({"at_least": "999/1000", "at_most": "1000/1000"}),
        ),
    ];
    let of = qualification(&units, &groups(&units, 64), &rules);
    let now = ask_everything(&of, &with_all(&of), FEW);
    assert_eq!(now.counted.credits.number(), 500_000_000);
    assert_eq!(now.counted.credits.study(10).number(), u32::MAX);
    assert_eq!(now.state, State::Broken);
    if everything() {
        ask_everything(&of, &empty(&of), FEW);
    }
}

#[test]
fn sums_of_many_different_large_credits_do_not_run_away() {
    // Hardly two choices of as many of them add up to the same.
    let units = units(120, |place| 99_991 - 6 * place * place);
    for rules in [
        vec![rule(
            "amount",
            &json!({"measure": "credits"}),
            &json!({"at_most": 20_000}),
        )],
        vec![
            rule(
                "amount",
                &json!({"measure": "credits"}),
                &json!({"at_least": 99_000, "at_most": 99_001}),
            ),
            rule(
                "amount",
                &json!({"measure": "guided_learning_hours"}),
                &json!({"at_most": 77_777}),
            ),
        ],
    ] {
        let of = qualification(&units, &groups(&units, 2), &rules);
        ask_of_both(&of, FEW);
    }
}

#[test]
fn a_qualification_without_any_open_unit_is_answered() {
    let units = units(3, |_| 4);
    let mut groups = groups(&units, 64);
    for group in &mut groups {
        group["units"] = json!([]);
    }
    let least = |least: u32| {
        let bounds = json!({"at_least": least});
        vec![rule("amount", &json!({"measure": "credits"}), &bounds)]
    };
    let of = qualification(&units, &groups, &least(0));
    assert_eq!(ask_everything(&of, &empty(&of), FEW).state, State::Met);
    let of = qualification(&units, &groups, &least(1));
    let now = ask_everything(&of, &empty(&of), FEW);
    assert_eq!((now.state, now.fully_searched), (State::Broken, true));
}

#[test]
fn sixty_four_groups_as_deep_as_they_may_stand_are_answered() {
    let units = units(640, |place| 1 + place % 9);
    let flat = groups(&units, 64);
    // Chains of six, one within the other.
    let mut chains: Vec<Value> = Vec::new();
    for chain in flat.chunks(6) {
        let nested = chain.iter().rev().fold(Value::Null, |inner, group| {
            let mut group = group.clone();
            if !inner.is_null() {
                group["groups"] = json!([inner]);
            }
            group
        });
        chains.push(nested);
    }
    let mut rules = vec![rule(
        "amount",
        &json!({"measure": "credits"}),
        &json!({"at_least": 60}),
    )];
    for group in 0..64 {
        let of = json!({"measure": "credits", "group": format!("g{group}")});
        rules.push(rule(
            "amount",
            &of,
            &json!({"at_most": 40, "at_least": 2, "if_used": true}),
        ));
    }
    rules.push(rule(
        "amount",
        &json!({"measure": "groups"}),
        &json!({"at_least": 3}),
    ));
    let of = qualification(&units, &chains, &rules);
    assert_eq!(of.groups.len(), 64);
    ask_of_both(&of, FEW);
}

#[test]
fn five_thousand_units_with_hundreds_of_barred_pairs_are_answered() {
    let units = units(5_000, |place| 1 + place % 12);
    let mut rules = vec![
        rule(
            "amount",
            &json!({"measure": "credits"}),
            &json!({"at_least": 120, "at_most": 400}),
        ),
        rule(
            "amount",
            &json!({"measure": "subjects"}),
            &json!({"at_least": 2}),
        ),
    ];
    for pair in 0..200 {
        let codes = [make::code(pair), make::code(pair + 1_000)];
        rules.push(rule("barred", &json!({"units": codes}), &json!({})));
    }
    let of = qualification(&units, &groups(&units, 64), &rules);
    ask_of_both(&of, FEW);
}

#[test]
fn a_class_of_five_thousand_of_which_half_count_is_answered() {
    let units = units(5_000, |place| 1 + place % 12);
    let codes: Vec<String> = (0..5_000).map(make::code).collect();
    let rules = [
        rule(
            "amount",
            &json!({"measure": "credits"}),
            &json!({"at_least": 120}),
        ),
        rule(
            "barred",
            &json!({"units": codes}),
            &json!({"at_most": 2_500}),
        ),
    ];
    let of = qualification(&units, &groups(&units, 2), &rules);
    let now = ask_everything(&of, &with_all(&of), FEW);
    assert_eq!((now.state, now.counted.units), (State::Met, 2_500));
    if everything() {
        ask_everything(&of, &empty(&of), FEW);
    }
    // Now something has to go: as many of the class count as may, and that is more than the limit.
    let [_, class] = rules;
    let limit = rule(
        "amount",
        &json!({"measure": "credits"}),
        &json!({"at_most": 9}),
    );
    let of = qualification(&units, &groups(&units, 2), &[limit, class]);
    let all = with_all(&of);
    let now = if everything() {
        ask_everything(&of, &all, FEW)
    } else {
        assess_within(&of, &all, &context(), &mut Limit::nodes(FEW))
    };
    assert_eq!((now.state, now.fully_searched), (State::Broken, false));
}

#[test]
fn of_more_sets_that_may_count_than_are_looked_at_a_plan_is_sure_only_where_it_is_met() {
    // Of each class one counts: 729 sets are looked at, 2,187 are too many; and 1,024 are where
    // finding them takes too many questions.
    for (classes, size, looked_at) in [(6, 3, true), (7, 3, false), (10, 2, false)] {
        let units = units(classes * size, |_| 3);
        let barred: Vec<Value> = (0..classes)
            .map(|class| {
                let codes: Vec<String> = (class * size..).take(size).map(make::code).collect();
                rule("barred", &json!({"units": codes}), &json!({}))
            })
            .collect();
        for (most, state) in [(2, State::Broken), (3 * classes, State::Met)] {
            let bounds = json!({"at_most": most});
            let amount = rule("amount", &json!({"measure": "credits"}), &bounds);
            let rules: Vec<Value> = barred.iter().cloned().chain([amount]).collect();
            let of = qualification(&units, &groups(&units, 1), &rules);
            let limit = &mut Limit::nodes(NODES);
            let now = assess_within(&of, &with_all(&of), &context(), limit);
            let sure = looked_at || state == State::Met;
            assert_eq!((now.state, now.fully_searched), (state, sure));
            assert_eq!(now.counted.units, u32::try_from(classes).unwrap());
        }
    }
}

#[test]
fn units_in_many_groups_that_all_limit_what_counts_are_answered() {
    let units = units(40, |place| 1 + place % 5);
    let codes: Vec<String> = (0..40).map(make::code).collect();
    let mut groups = groups(&units, 16);
    let mut rules = vec![rule(
        "amount",
        &json!({"measure": "credits"}),
        &json!({"at_least": 30}),
    )];
    for (place, group) in groups.iter_mut().enumerate() {
        group["units"] = json!(codes);
        let of =
            json!({"measure": "credits", "group": format!("g{place}"), "surplus": "not-counted"});
        rules.push(rule("amount", &of, &json!({"at_most": 7})));
    }
    let of = qualification(&units, &groups, &rules);
    ask_of_both(&of, FEW);
}

#[test]
fn five_hundred_rules_on_the_same_units_are_answered() {
    let units = units(60, |place| 1 + place % 7);
    let mut rules = Vec::new();
    for place in 0..500_usize {
        let of = [make::code(place % 60), make::code((place * 7 + 1) % 60)];
        rules.push(match place % 4 {
            0 => rule(
                "amount",
                &json!({"measure": "units", "of": {"units": [of[0]]}}),
                &json!({"at_most": 1}),
            ),
            1 if of[0] != of[1] => rule(
                "needs",
                &json!({"unit": of[0], "any_of": [of[1]]}),
                &json!({}),
            ),
            2 => rule(
                "choice",
                &json!({"options": [[of[0]], [of[1]]]}),
                &json!({"at_least": 0, "at_most": 2}),
            ),
            _ => rule(
                "share",
                &json!({"measure": "credits", "of": {"units": [of[0]]}}),
                &json!({"at_most": "1/2"}),
            ),
        });
    }
    let of = qualification(&units, &groups(&units, 4), &rules);
    ask_of_both(&of, FEW);
}

#[test]
fn twenty_pathways_in_twenty_nations_are_answered() {
    let units = units(30, |place| 1 + place % 7);
    let names = |kind: &str| -> Vec<Value> {
        (0..20)
            .map(|place| json!({"id": format!("{kind}{place}"), "title": kind}))
            .collect()
    };
    let rules = [rule(
        "amount",
        &json!({"measure": "credits"}),
        &json!({"at_least": 20}),
    )];
    let more = json!({"pathways": names("p"), "nations": names("n")});
    let of = make::with_more(&units, &groups(&units, 3), &rules, &more);
    ask_of_both(&of, FEW);
}

#[test]
fn no_nodes_at_all_are_no_error() {
    let units = units(20, |place| 1 + place % 7);
    let rules = [rule(
        "amount",
        &json!({"measure": "credits"}),
        &json!({"at_least": 20, "at_most": 22}),
    )];
    let of = qualification(&units, &groups(&units, 3), &rules);
    for nodes in [0, 1, 2, 3, u64::MAX] {
        ask_of_both(&of, nodes);
    }
    let now = assess_within(&of, &empty(&of), &context(), &mut Limit::nodes(0));
    assert!(!now.fully_searched);
    assert!(assess_within(&of, &empty(&of), &context(), &mut Limit::nodes(NODES)).fully_searched);
}
