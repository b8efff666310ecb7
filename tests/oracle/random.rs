//! Random small catalogues and plans.

use std::sync::LazyLock;

use proptest::collection::{btree_set, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use qualification_planner::assess::Context;
use qualification_planner::catalogue::Catalogue;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{
    Amount, Bounds, Credits, Date, Earned, Endorsement, Form, Fraction, Group, GroupId, Hours,
    Level, Measure, Qualification, Rule, RuleId, Selection, ShareBound, Surplus, Unit, UnitCode,
    Variant, VariantId, When,
};

const UNITS: usize = 6;
const GROUPS: usize = 3;

pub(crate) static CONTEXT: LazyLock<Context> = LazyLock::new(|| Context::on(day(2026)));

fn day(year: u16) -> Date {
    Date::new(year, 6, 1).unwrap()
}

fn code(index: usize) -> UnitCode {
    UnitCode::new(&format!("U{index}")).unwrap()
}

fn group_id(index: usize) -> GroupId {
    GroupId::new(&format!("g{index}")).unwrap()
}

/// The units in any order.
fn any_order() -> impl Strategy<Value = Vec<usize>> {
    Just((0..UNITS).collect::<Vec<_>>()).prop_shuffle()
}

fn codes(fewest: usize) -> impl Strategy<Value = Vec<UnitCode>> {
    btree_set(0..UNITS, fewest..=3.max(fewest)).prop_map(|set| set.into_iter().map(code).collect())
}

prop_compose! {
    fn unit(index: usize)(
        credits in 0_u32..6,
        hours in 0_u32..9,
        level in 3_u32..6,
        points in 0_u32..3,
        subject in weighted(0.6, "[ab]"),
        tagged in any::<bool>(),
    ) -> Unit {
        Unit {
            code: code(index),
            title: format!("Unit {index}"),
            level: Level::new(level),
            credits: Credits::new(credits),
            hours: Hours::new(hours),
            // A unit that is given none adds none.
            points: (points > 0).then_some(points),
            subject,
            tags: if tagged { vec!["graded".to_owned()] } else { Vec::new() },
            sizes: Vec::new(),
            former_codes: Vec::new(),
            regulator_number: None,
        }
    }
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    // Mostly each unit in one group, some in two; the last group may stand within the first. A group
    // lists its units in any order.
    let members = vec((0..GROUPS, weighted(0.2, 0..GROUPS)), UNITS);
    (members, any_order(), any::<bool>()).prop_map(|(members, order, nested)| {
        (0..GROUPS)
            .map(|group| Group {
                id: group_id(group),
                title: format!("Group {group}"),
                parent: (nested && group == GROUPS - 1).then(|| group_id(0)),
                units: order
                    .iter()
                    .filter(|unit| {
                        let (first, second) = members[**unit];
                        first == group || second == Some(group)
                    })
                    .map(|unit| code(*unit))
                    .collect(),
                closed_units: Vec::new(),
            })
            .collect()
    })
}

prop_compose! {
    fn selection()(
        groups in weighted(0.4, btree_set(0..GROUPS, 1..3)),
        units in weighted(0.1, codes(1)),
        level_from in weighted(0.2, 3_u32..6),
        level_to in weighted(0.1, 3_u32..6),
        tag in prop::bool::weighted(0.1),
        subject in weighted(0.1, "[abc]"),
        earned in weighted(0.1, any::<bool>()),
    ) -> Selection {
        Selection {
            groups: groups.into_iter().flatten().map(group_id).collect(),
            units: units.unwrap_or_default(),
            level_from: level_from.and_then(Level::new),
            level_to: level_to.and_then(Level::new),
            tag: tag.then(|| "graded".to_owned()),
            subject,
            earned: match earned {
                None => Vec::new(),
                Some(true) => vec![Earned::Transfer, Earned::Exemption],
                Some(false) => vec![Earned::Study],
            },
        }
    }
}

fn bounds(top: u32) -> impl Strategy<Value = Bounds> {
    (weighted(0.6, 0..top), weighted(0.5, 0..top)).prop_map(|(least, most)| match (least, most) {
        (Some(least), Some(most)) => {
            Bounds::new(Some(least.min(most)), Some(most.max(least))).unwrap()
        }
        (None, None) => Bounds::new(Some(1), None).unwrap(),
        (least, most) => Bounds::new(least, most).unwrap(),
    })
}

fn measure() -> impl Strategy<Value = Measure> {
    prop_oneof![
        5 => Just(Measure::Credits),
        2 => Just(Measure::Units),
        1 => Just(Measure::Hours),
        1 => Just(Measure::Points),
    ]
}

fn amount() -> impl Strategy<Value = Amount> {
    let plain = (
        selection(),
        measure(),
        bounds(14),
        prop::bool::weighted(0.15),
        prop::bool::weighted(0.15),
        prop::bool::weighted(0.15),
    );
    let plain = plain.prop_map(
        |(of, measure, bounds, surplus, if_used, each_subject)| Amount {
            of,
            measure,
            bounds,
            surplus: if surplus && bounds.most().is_some() {
                Surplus::NotCounted
            } else {
                Surplus::Breaks
            },
            if_used: if_used && bounds.least().is_some(),
            each_subject,
        },
    );
    let used = prop::bool::weighted(0.15);
    let counted = (selection(), any::<bool>(), bounds(3), used);
    let counted = counted.prop_map(|(of, groups, bounds, if_used)| Amount {
        of,
        measure: if groups {
            Measure::Groups
        } else {
            Measure::Subjects
        },
        bounds,
        surplus: Surplus::Breaks,
        if_used: if_used && bounds.least().is_some(),
        each_subject: false,
    });
    prop_oneof![6 => plain, 1 => counted]
}

fn share() -> impl Strategy<Value = Form> {
    let bound = || {
        weighted(0.7, (1_u32..4, 1_u32..4, any::<bool>())).prop_map(|bound| {
            let (parts, of, is_strict) = bound?;
            let share = Fraction::new(parts.min(of), of)?;
            Some(ShareBound { share, is_strict })
        })
    };
    (selection(), selection(), measure(), bound(), bound()).prop_map(
        |(of, out_of, measure, least, most)| Form::Share {
            of,
            out_of,
            measure,
            least,
            most,
        },
    )
}

fn form() -> impl Strategy<Value = Form> {
    prop_oneof![
        12 => amount().prop_map(Form::Amount),
        1 => share(),
        1 => codes(1).prop_map(|units| Form::Mandatory { units }),
        1 => (vec(codes(1), 2..4), bounds(3)).prop_map(|(options, bounds)| Form::Choice { options, bounds }),
        2 => (codes(2), 1_u32..3, any::<bool>()).prop_map(|(units, most, named)| Form::Barred {
            counts: named.then(|| units[0].clone()),
            units,
            most,
        }),
        1 => (0..UNITS, codes(1)).prop_map(|(unit, mut units)| {
            units.retain(|other| *other != code(unit));
            Form::Bars { unit: code(unit), units }
        }),
        1 => codes(2).prop_map(|units| Form::SameContent { units }),
        1 => (0..UNITS, codes(1), any::<bool>()).prop_map(|(unit, mut needs, all)| {
            needs.retain(|other| *other != code(unit));
            if needs.is_empty() {
                needs.push(code((unit + 1) % UNITS));
            }
            Form::Needs { unit: code(unit), needs, all }
        }),
        1 => (0..UNITS, any::<bool>(), 2020_u16..2030, any::<bool>()).prop_map(|(unit, opens, year, open_if_achieved)| {
            Form::Registration {
                unit: code(unit),
                open_from: opens.then_some(day(year)),
                closed_from: (!opens).then_some(day(year)),
                open_if_achieved,
                instead: None,
            }
        }),
        1 => weighted(0.6, codes(1)).prop_map(|if_taken| Form::Condition {
            text: "Practice".to_owned(),
            if_taken: if_taken.unwrap_or_default(),
        }),
    ]
}

fn when() -> impl Strategy<Value = When> {
    let id = |name: &str| VariantId::new(name).unwrap();
    (
        weighted(0.2, any::<bool>()),
        weighted(0.1, any::<bool>()),
        weighted(0.1, 2020_u16..2030),
    )
        .prop_map(move |(pathway, nation, year)| When {
            pathways: pathway
                .map(|one| id(if one { "p" } else { "q" }))
                .into_iter()
                .collect(),
            nations: nation
                .map(|one| id(if one { "n" } else { "w" }))
                .into_iter()
                .collect(),
            registered_from: year.map(day),
            registered_before: None,
        })
}

fn variants(names: [&'static str; 2]) -> impl Strategy<Value = Vec<Variant>> {
    prop::bool::weighted(0.3).prop_map(move |there| {
        let all = names.iter().map(|name| Variant {
            id: VariantId::new(name).unwrap(),
            title: (*name).to_owned(),
        });
        all.filter(|_| there).collect()
    })
}

fn qualification() -> impl Strategy<Value = Qualification> {
    // Codes say nothing about where a unit stands in the file.
    let units: Vec<_> = (0..UNITS).map(unit).collect();
    let units = units.prop_shuffle();
    let rules = vec((form(), when()), 1..5);
    let titles = vec(vec(amount(), 1..3), 0..3);
    (
        units,
        groups(),
        rules,
        titles,
        variants(["p", "q"]),
        variants(["n", "w"]),
    )
        .prop_map(|(units, groups, rules, titles, pathways, nations)| {
            let shipped = Catalogue::shipped();
            let any = shipped.qualifications().next().unwrap();
            Qualification {
                units: units.into_iter().collect(),
                groups,
                rules: rules
                    .into_iter()
                    .enumerate()
                    .map(|(index, (form, when))| Rule {
                        id: RuleId::new(&format!("r{index}")).unwrap(),
                        when,
                        form,
                        source: any.source.clone(),
                        note: None,
                    })
                    .collect::<Vec<_>>()
                    .into(),
                endorsements: titles
                    .into_iter()
                    .enumerate()
                    .map(|(index, amounts)| Endorsement {
                        title: format!("Title {index}"),
                        amounts,
                    })
                    .collect::<Vec<_>>()
                    .into(),
                pathways,
                nations,
                ..(**any).clone()
            }
        })
}

fn plan_for(qualification: &Qualification) -> impl Strategy<Value = Plan> + use<> {
    let id = qualification.id.clone();
    let pick = (
        prop::bool::weighted(0.4),
        any::<bool>(),
        0_usize..4,
        weighted(0.2, 0..GROUPS),
        prop::bool::weighted(0.3),
    );
    let either = |one: &'static str, two: &'static str| {
        weighted(0.4, any::<bool>()).prop_map(move |chosen| {
            chosen.and_then(|first| VariantId::new(if first { one } else { two }))
        })
    };
    let wishes = vec(prop_oneof![3 => Just(0), 1 => Just(1), 1 => Just(2)], UNITS);
    (
        vec(pick, UNITS),
        weighted(0.5, 2018_u16..2030),
        either("p", "q"),
        either("n", "w"),
        vec(any::<bool>(), 5),
        wishes,
    )
        .prop_map(move |(picks, year, pathway, nation, ticks, wishes)| {
            let mut plan = Plan::new(id.clone());
            for (index, (picked, achieved, earned, group, without)) in picks.into_iter().enumerate()
            {
                if picked {
                    plan = plan
                        .after(Action::Pick(code(index)))
                        .after(Action::Achieve(code(index), achieved))
                        .after(Action::Earn(code(index), Earned::ALL[earned]))
                        .after(Action::WithoutCredit(code(index), without))
                        .after(Action::SetGroup(code(index), group.map(group_id)));
                }
            }
            for (index, ticked) in ticks.into_iter().enumerate() {
                plan = plan.after(Action::Tick(
                    RuleId::new(&format!("r{index}")).unwrap(),
                    ticked,
                ));
            }
            plan.registered = year.map(day);
            plan.pathway = pathway;
            plan.nation = nation;
            for (index, wish) in wishes.into_iter().enumerate() {
                match wish {
                    1 => plan.wished.push(code(index)),
                    2 => plan.avoided.push(code(index)),
                    _ => {}
                }
            }
            plan
        })
}

/// A qualification and a plan for it.
pub(crate) fn case() -> impl Strategy<Value = (Qualification, Plan)> {
    qualification().prop_flat_map(|qualification| {
        let plan = plan_for(&qualification);
        (Just(qualification), plan)
    })
}

/// A case in a few lines, for who has to find out what is wrong.
pub(crate) fn brief(qualification: &Qualification, plan: &Plan) -> String {
    let mut lines = Vec::new();
    for unit in &qualification.units {
        let groups = qualification
            .groups
            .iter()
            .filter(|group| group.units.contains(&unit.code));
        let groups: Vec<&str> = groups.map(|group| group.id.as_str()).collect();
        lines.push(format!(
            "{}: {} credits, {} hours, level {}, {} points, {:?} {:?}, in {groups:?}",
            unit.code,
            unit.amount(Measure::Credits),
            unit.amount(Measure::Hours),
            unit.level.unwrap(),
            unit.amount(Measure::Points),
            unit.subject,
            unit.tags
        ));
    }
    for rule in qualification.rules.iter() {
        lines.push(format!("{}: {:?} when {:?}", rule.id, rule.form, rule.when));
    }
    lines.push(format!(
        "pathways {:?} nations {:?}",
        qualification.pathways, qualification.nations
    ));
    lines.push(format!("{plan:?}"));
    lines.join("\n")
}
