//! The solver on made-up qualifications in which every unit may count in one of two or three of many
//! groups: small ones against every choice there is, middling ones against the count of choices, which
//! goes another way, and large ones against a choice that was planted in them.
//!
//! Some hundred cases run with every test; `make oracle` runs many more (`ORACLE_CASES`).

#[path = "tangled/file.rs"]
mod file;
#[path = "tangled/make.rs"]
mod make;
#[path = "tangled/problem.rs"]
mod problem;
#[path = "tangled/second.rs"]
mod second;

use make::{Chance, Tangled};
use problem::problem;
use qualification_planner::assess::{
    Context, NODES as LONGER, NODES_OF_A_TICK, State, assess_within,
};
use qualification_planner::catalogue::read;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, UnitCode};
use qualification_planner::solve::{
    ByRows, Cost, Counter, Item, Kind, Limit, Objective, Problem, Role, best, count, possible,
};

/// What one state may look at.
const NODES: u64 = 130_000;

/// So many cases, or as many times that as `make oracle` wants.
fn cases(number: u64) -> std::ops::Range<u64> {
    let all = std::env::var("ORACLE_CASES").ok();
    let all = all.and_then(|all| all.parse::<u64>().ok());
    0..all.map_or(number, |all| number * all.div_ceil(2_000))
}

/// What a set of items costs, and for each item whether it is left out: of two sets the better is less.
type Rank = (Cost, Vec<bool>);

/// The best set of items that can be taken in some way so that all bounds are kept.
fn best_by_trying(
    problem: &Problem,
    costs: &[Cost],
    taken: &mut Vec<(usize, usize)>,
    at: usize,
    best: &mut Option<Rank>,
) {
    let Some(item) = problem.items.get(at) else {
        let sums = problem.sums(taken.iter().copied());
        let mut all = problem.counters.iter().zip(sums);
        if all.all(|(counter, sum)| counter.holds(sum)) {
            let mut rank = (Cost::default(), vec![true; costs.len()]);
            for (item, _) in taken {
                rank.0.main += costs[*item].main;
                rank.0.tie += costs[*item].tie;
                rank.1[*item] = false;
            }
            if best.as_ref().is_none_or(|best| rank < *best) {
                *best = Some(rank);
            }
        }
        return;
    };
    if item.role != Role::Must {
        best_by_trying(problem, costs, taken, at + 1, best);
    }
    for way in 0..problem.ways(at) {
        taken.push((at, way));
        best_by_trying(problem, costs, taken, at + 1, best);
        taken.pop();
    }
}

/// Whether some way of taking the items from one on keeps all bounds.
fn by_trying(problem: &Problem, at: usize, taken: &mut Vec<(usize, usize)>) -> bool {
    let Some(item) = problem.items.get(at) else {
        let sums = problem.sums(taken.iter().copied());
        let mut all = problem.counters.iter().zip(sums);
        return all.all(|(counter, sum)| counter.holds(sum));
    };
    if item.role != Role::Must && by_trying(problem, at + 1, taken) {
        return true;
    }
    (0..problem.ways(at)).any(|way| {
        taken.push((at, way));
        let found = by_trying(problem, at + 1, taken);
        taken.pop();
        found
    })
}

#[test]
fn small_ones_are_answered_as_trying_every_choice_does() {
    let mut met = [0; 2];
    for seed in cases(300) {
        let mut chance = Chance::new(seed);
        let units = usize::try_from(chance.of(5..=9)).unwrap();
        let groups = usize::try_from(chance.of(3..=5)).unwrap();
        let problem = problem(&Tangled::new(seed, units, groups));
        let expected = by_trying(&problem, 0, &mut Vec::new());
        let found = possible(&problem, &mut Limit::nodes(NODES));
        assert!(found.fully_searched, "{seed}");
        assert_eq!(found.answer, expected, "{seed}");
        met[usize::from(expected)] += 1;
    }
    assert!(met.iter().all(|met| *met > 30), "{met:?}");
}

#[test]
fn the_best_of_small_ones_is_the_best_that_trying_finds() {
    for seed in cases(150) {
        let mut chance = Chance::new(seed);
        let units = usize::try_from(chance.of(8..=9)).unwrap();
        let groups = usize::try_from(chance.of(3..=5)).unwrap();
        let made = Tangled::new(seed, units, groups);
        let problem = problem(&made);
        let aim = chance.of(0..=3);
        let costs = made.units.iter().map(|unit| Cost {
            main: match aim {
                0 => 1,
                1 => unit.credits,
                2 => unit.hours,
                _ => chance.of(-1..=1),
            },
            tie: chance.of(0..=2).cast_unsigned() << 32 | unit.hours.cast_unsigned(),
        });
        let costs: Vec<Cost> = costs.collect();
        let recorded = vec![true; costs.len()];
        let objective = Objective {
            costs: &costs,
            recorded: &recorded,
            number: 1,
        };
        let found = best(&problem, &objective, &mut Limit::nodes(NODES));
        assert!(found.fully_searched, "{seed}");
        let mut expected = None;
        best_by_trying(&problem, &costs, &mut Vec::new(), 0, &mut expected);
        let found = found.answer.first().map(|found| {
            let is_out = (0..costs.len()).map(|item| !found.items.contains(&item));
            (found.cost, is_out.collect())
        });
        assert_eq!(found, expected, "{seed}");
    }
}

#[test]
fn middling_ones_can_be_met_where_there_are_choices_to_count() {
    let mut met = [0; 2];
    for seed in cases(120) {
        let mut chance = Chance::new(seed);
        let units = usize::try_from(chance.of(14..=24)).unwrap();
        let groups = usize::try_from(chance.of(4..=7)).unwrap();
        let problem = problem(&Tangled::new(seed, units, groups));
        let number = count(&problem, &mut Limit::nodes(300_000));
        if !number.fully_searched {
            continue;
        }
        let found = possible(&problem, &mut Limit::nodes(NODES));
        assert!(found.fully_searched, "{seed}");
        assert_eq!(found.answer, !number.answer.is_zero(), "{seed}");
        met[usize::from(found.answer)] += 1;
    }
    assert!(met.iter().all(|met| *met > 15), "{met:?}");
}

#[test]
fn of_large_ones_hardly_any_is_not_known_and_none_that_can_be_met_is_refused() {
    let (mut unknown, mut refuted) = (0, 0);
    let all = cases(200);
    let number = all.end;
    for seed in all {
        let mut chance = Chance::new(seed ^ 0xABCD);
        let units = usize::try_from(chance.of(40..=240)).unwrap();
        let groups = usize::try_from(chance.of(8..=20)).unwrap();
        let made = Tangled::new(seed, units, groups);
        let problem = problem(&made);
        if !made.strained {
            let planted = made.planted.iter();
            let way =
                |unit: usize, group| made.units[unit].groups.iter().position(|of| *of == group);
            let planted = planted.map(|(unit, group)| (*unit, way(*unit, *group).unwrap()));
            let sums = problem.sums(planted);
            let mut counters = problem.counters.iter().zip(sums);
            assert!(counters.all(|(counter, sum)| counter.holds(sum)), "{seed}");
        }
        let found = possible(&problem, &mut Limit::nodes(NODES_OF_A_TICK));
        unknown += u64::from(!found.fully_searched);
        refuted += u64::from(found.fully_searched && !found.answer);
        assert!(
            made.strained || found.answer || !found.fully_searched,
            "{seed}"
        );
    }
    assert!(unknown * 50 < number, "{unknown} of {number} are not known");
    assert!(
        refuted * 100 > number * 5,
        "{refuted} of {number} are refuted"
    );
}

#[test]
fn what_cannot_be_met_cannot_in_another_way_of_looking_either() {
    let (mut refuted, mut met) = (0, 0);
    let all = cases(700);
    let number = all.end;
    for seed in all {
        let mut chance = Chance::new(seed ^ 0x5EC0);
        let units = usize::try_from(chance.of(9..=14)).unwrap();
        let groups = usize::try_from(chance.of(3..=5)).unwrap();
        let made = if seed % 2 == 0 {
            Tangled::close(seed, units, groups)
        } else {
            Tangled::new(seed, units, groups)
        };
        let found = possible(&problem(&made), &mut Limit::nodes(NODES));
        assert!(found.fully_searched, "{seed}");
        if let Some(expected) = second::can_be_met(&made) {
            assert_eq!(found.answer, expected, "{seed}");
            refuted += u64::from(!expected);
            met += u64::from(expected);
        }
    }
    assert!(
        refuted * 100 > number * 30,
        "{refuted} of {number} are refuted"
    );
    assert!(met * 100 > number * 20, "{met} of {number} can be met");
}

#[test]
fn what_limits_on_subjects_let_in_is_all_there_is() {
    // Three subjects with 9 credits each at most, and four groups with 7 each at least; four with 38, and
    // 154 in all.
    for (seed, units, groups) in [(16, 80, 11), (10, 40, 18)] {
        let problem = problem(&Tangled::close(seed, units, groups));
        let found = possible(&problem, &mut Limit::nodes(NODES / 10));
        assert!(found.fully_searched && !found.answer, "{seed}");
    }
}

#[test]
fn groups_of_the_same_units_are_used_together_and_count_each() {
    // Each of four pairs of units is the whole of two groups, of which five are to be used.
    let bounded = |least, most| Counter {
        least,
        most,
        ..Counter::default()
    };
    let used = Counter {
        emits: Some((1, vec![9])),
        ..Counter::default()
    };
    let mut problem = Problem::new(Some(ByRows::new()));
    problem.counters.push(bounded(None, Some(7)));
    problem.counters.extend(vec![used; 8]);
    problem.counters.push(bounded(Some(5), None));
    for unit in 0..8 {
        let groups = [1 + unit / 2 * 2, 2 + unit / 2 * 2];
        let adds = vec![(0, 1), (groups[0], 1), (groups[1], 1)];
        problem.kinds.push(Kind {
            options: vec![adds],
        });
        problem.items.push(Item {
            kind: unit,
            role: Role::Free,
        });
    }
    let mut ask = |least| {
        problem.counters[9].least = Some(least);
        possible(&problem, &mut Limit::nodes(NODES))
    };
    assert_eq!(
        [5, 8, 9].map(|least| ask(least).answer),
        [true, true, false]
    );
}

#[test]
fn making_the_rows_ready_is_counted() {
    for seed in cases(5) {
        let problem = problem(&Tangled::new(seed, 200, 16));
        let found = possible(&problem, &mut Limit::nodes(200));
        assert!(!found.fully_searched, "{seed}");
    }
}

#[test]
fn what_no_bound_tells_apart_is_not_tangled() {
    for seed in cases(5) {
        let mut problem = problem(&Tangled::close(seed, 200, 16));
        problem.ignored = vec![true; problem.counters.len()];
        let objective = Objective {
            costs: &vec![Cost { main: -1, tie: 1 }; problem.items.len()],
            recorded: &vec![true; problem.items.len()],
            number: 1,
        };
        let found = best(&problem, &objective, &mut Limit::nodes(2_000));
        assert!(found.fully_searched, "{seed}");
        assert_eq!(found.answer[0].items.len(), problem.items.len(), "{seed}");
    }
}

/// A choice of the fewest units that keeps all bounds, and whether it is proven to be the first of them.
fn fewest(problem: &Problem) -> (Option<Vec<usize>>, bool) {
    let objective = Objective {
        costs: &vec![Cost { main: 1, tie: 0 }; problem.items.len()],
        recorded: &vec![true; problem.items.len()],
        number: 1,
    };
    let found = best(problem, &objective, &mut Limit::nodes(NODES_OF_A_TICK));
    let choice = found.answer.into_iter().next();
    (choice.map(|choice| choice.items), found.fully_searched)
}

#[test]
fn of_those_with_hardly_any_room_hardly_any_is_not_known_whatever_is_picked() {
    let (mut asked, mut unknown, mut begun, mut proven) = (0, 0, 0, 0);
    for seed in cases(100) {
        let mut chance = Chance::new(seed ^ 0xC105E);
        let units = usize::try_from(chance.of(40..=240)).unwrap();
        let groups = usize::try_from(chance.of(8..=20)).unwrap();
        let mut made = Tangled::close(seed, units, groups);
        let mut ask = |made: &Tangled, can_be_met: bool| {
            let found = possible(&problem(made), &mut Limit::nodes(NODES_OF_A_TICK));
            asked += 1;
            unknown += u64::from(!found.fully_searched);
            let is_refuted = found.fully_searched && !found.answer;
            assert!(!(is_refuted && can_be_met), "{seed} with {:?}", made.picks);
        };
        let (choice, _) = fewest(&problem(&made));
        ask(&made, choice.is_some());
        made.picks = chance.some(3, units);
        ask(&made, false);
        let Some(choice) = choice else { continue };
        // Half of a choice, all of it but one, all of it, and one too many.
        for number in [choice.len() / 2, choice.len() - 1, choice.len()] {
            let places = chance.some(number, choice.len());
            made.picks = places.iter().map(|place| choice[*place]).collect();
            ask(&made, true);
            begun += 1;
            proven += u64::from(fewest(&problem(&made)).1);
        }
        made.picks.extend(chance.some(1, units));
        ask(&made, false);
    }
    assert!(unknown * 50 < asked, "{unknown} of {asked} are not known");
    assert!(
        proven * 10 > begun * 6,
        "{proven} of {begun} have a proven nearest"
    );
}

#[test]
fn the_engine_says_of_the_catalogue_what_the_solver_says_of_the_problem() {
    let context = Context::on(Date::parse("2026-11-22").unwrap());
    let mut met = [0; 2];
    for seed in cases(80) {
        let mut chance = Chance::new(seed);
        let units = usize::try_from(chance.of(20..=60)).unwrap();
        let groups = usize::try_from(chance.of(6..=12)).unwrap();
        let made = Tangled::new(seed, units, groups);
        let reading = read(&made.catalogue().to_string());
        assert_eq!(reading.problems, [], "{seed}");
        let qualification = &reading.file.unwrap().qualifications[0];
        let codes = made
            .picks
            .iter()
            .map(|place| UnitCode::new(&file::code(*place)).unwrap());
        let plan = Plan::new(qualification.id.clone()).after(Action::PickAll(codes.collect()));
        let found = assess_within(
            qualification,
            &plan,
            &context,
            &mut Limit::nodes(20 * NODES),
        );
        let expected = possible(&problem(&made), &mut Limit::nodes(NODES));
        // A pick that bars another makes way for it, or leaves it aside, so that there may be more to
        // choose from.
        let is_pick = |unit: &usize| made.picks.contains(unit);
        let is_barred = made
            .rules
            .iter()
            .any(|rule| matches!(rule, make::Rule::Barred(units) if units.iter().any(is_pick)));
        let is_known = found.state != State::NotKnown && expected.fully_searched;
        if is_known && (expected.answer || !is_barred) {
            let can_be_met = matches!(found.state, State::Met | State::Open);
            assert_eq!(can_be_met, expected.answer, "{seed}");
            met[usize::from(expected.answer)] += 1;
        }
    }
    assert!(met[0] > 4 && met[1] > 40, "{met:?}");
}

/// A tangled qualification of which a look as short as that of a tick does not tell whether it can be met.
const NOT_KNOWN: (u64, usize, usize) = (2_680, 33, 6);

#[test]
fn a_longer_look_decides_what_the_look_of_a_tick_leaves_open() {
    let (seed, units, groups) = NOT_KNOWN;
    let made = Tangled::new(seed, units, groups).catalogue().to_string();
    // A browser opens this file too.
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/catalogues/not-known.json"
    );
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), made);
    let of = read(&made).file.unwrap().qualifications.remove(0);
    let plan = Plan::new(of.id.clone());
    let context = Context::on(Date::parse("2026-11-22").unwrap());
    let state = |nodes| assess_within(&of, &plan, &context, &mut Limit::nodes(nodes)).state;
    assert_eq!(state(NODES_OF_A_TICK), State::NotKnown);
    assert_eq!(state(LONGER), State::Open);
}
