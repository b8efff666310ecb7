//! The solver against one that tries every choice.

use num_bigint::BigUint;
use proptest::prelude::*;
use qualification_planner::solve::{
    Cost, Counter, Found, Item, Kind, Limit, Objective, Problem, Role, Solution, best, count,
    count_any, possible,
};

const ENOUGH: u64 = 50_000_000;

/// Every set of items that can be taken in some way so that all bounds are kept.
fn sets(problem: &Problem) -> Vec<u32> {
    let mut found = Vec::new();
    for set in 0_u32..1 << problem.items.len() {
        let fits = problem
            .items
            .iter()
            .enumerate()
            .all(|(index, item)| match item.role {
                Role::Free => true,
                Role::Must => set >> index & 1 == 1,
                Role::Never => set >> index & 1 == 0,
            });
        let taken: Vec<&Kind> = problem
            .items
            .iter()
            .enumerate()
            .filter(|(index, _)| set >> index & 1 == 1)
            .map(|(_, item)| &problem.kinds[item.kind])
            .collect();
        let start: Vec<i64> = problem
            .counters
            .iter()
            .map(|counter| counter.start)
            .collect();
        if fits && some_way(problem, &taken, start) {
            found.push(set);
        }
    }
    found
}

fn some_way(problem: &Problem, taken: &[&Kind], mut sums: Vec<i64>) -> bool {
    let Some((kind, rest)) = taken.split_first() else {
        for (index, counter) in problem.counters.iter().enumerate() {
            if problem.ignored.get(index).copied().unwrap_or(false) {
                continue;
            }
            let value = sums[index];
            let zero = counter.unless_zero && value == 0;
            if counter.least.is_some_and(|least| value < least) && !zero {
                return false;
            }
            if counter.most.is_some_and(|most| value > most) {
                return false;
            }
            if let Some((at, to)) = &counter.emits
                && value >= *at
            {
                for target in to {
                    sums[*target] += 1;
                }
            }
        }
        return true;
    };
    kind.options.iter().any(|option| {
        let mut sums = sums.clone();
        for (counter, change) in option {
            sums[*counter] += change;
        }
        some_way(problem, rest, sums)
    })
}

fn items(set: u32) -> Vec<usize> {
    (0..32).filter(|index| set >> index & 1 == 1).collect()
}

/// The best answers by trying everything.
fn best_by_trying(problem: &Problem, objective: &Objective<'_>) -> Vec<Solution> {
    let mut all: Vec<(Solution, u32)> = sets(problem)
        .into_iter()
        .map(|set| {
            let mut cost = Cost::default();
            for item in items(set) {
                cost.main += objective.costs[item].main;
                cost.tie += objective.costs[item].tie;
            }
            let told = items(set)
                .into_iter()
                .filter(|item| objective.recorded[*item]);
            let items: Vec<usize> = told.collect();
            // The first item in which two differ decides: the set that has it comes first.
            let order = items
                .iter()
                .fold(0_u32, |order, item| order | 1 << (31 - item));
            (Solution { cost, items }, order)
        })
        .collect();
    all.sort_by(|(one, first), (two, second)| one.cost.cmp(&two.cost).then(second.cmp(first)));
    all.dedup_by(|(one, _), (two, _)| one == two);
    all.into_iter()
        .take(objective.number)
        .map(|(one, _)| one)
        .collect()
}

fn option(counters: usize, below: bool) -> impl Strategy<Value = Vec<(usize, i64)>> {
    let least = if below { -2_i64 } else { 0 };
    prop::collection::vec(prop_oneof![2 => Just(0), 3 => least..5], counters).prop_map(|changes| {
        changes
            .into_iter()
            .enumerate()
            .filter(|(_, change)| *change != 0)
            .collect()
    })
}

prop_compose! {
    fn counter(index: usize, counters: usize)(
        start in 0_i64..2,
        least in prop::option::weighted(0.6, 0_i64..8),
        most in prop::option::weighted(0.5, 2_i64..14),
        unless_zero in prop::bool::weighted(0.2),
        emits in prop::option::weighted(0.25, (1_i64..5, prop::collection::btree_set(0..counters, 1..3))),
        relaxed in prop::bool::weighted(0.2),
    ) -> Counter {
        let emits = emits.and_then(|(at, to)| {
            let to: Vec<usize> = to.into_iter().filter(|target| *target > index).collect();
            (!to.is_empty()).then_some((at, to))
        });
        let relaxed_first = relaxed && emits.is_none() && most.is_some();
        Counter {
            start,
            least: least.filter(|_| !relaxed_first),
            most,
            unless_zero: unless_zero && !relaxed_first,
            emits,
            relaxed_first,
        }
    }
}

fn problem() -> impl Strategy<Value = Problem> {
    (1_usize..5, 1_usize..4, any::<bool>())
        .prop_flat_map(|(counters, kinds, below)| {
            let counters_made: Vec<_> = (0..counters)
                .map(|index| counter(index, counters))
                .collect();
            let role =
                prop_oneof![8 => Just(Role::Free), 1 => Just(Role::Must), 1 => Just(Role::Never)];
            let kind = prop::collection::vec(option(counters, below), 1..3);
            (
                counters_made,
                prop::collection::vec(kind, kinds),
                prop::collection::vec((0..kinds, role), 0..9),
                prop::collection::vec(prop::bool::weighted(0.1), 0..=counters),
                any::<bool>(),
            )
        })
        .prop_map(|(mut counters, mut kinds, items, ignored, several)| {
            for kind in &mut kinds {
                if !several {
                    kind.truncate(1);
                }
            }
            // Relaxed counters only bar: what is chosen adds to them, and in one way only; nothing else
            // adds to them.
            for index in 0..counters.len() {
                let targeted = counters.iter().any(|one| {
                    one.emits
                        .as_ref()
                        .is_some_and(|(_, to)| to.contains(&index))
                });
                let falls = kinds
                    .iter()
                    .flatten()
                    .flatten()
                    .any(|(counter, change)| *counter == index && *change < 0);
                if several || targeted || falls {
                    counters[index].relaxed_first = false;
                }
                counters[index].unless_zero &= !falls;
            }
            Problem {
                counters,
                kinds: kinds.into_iter().map(|options| Kind { options }).collect(),
                items: items
                    .into_iter()
                    .map(|(kind, role)| Item { kind, role })
                    .collect(),
                ignored,
            }
        })
}

fn costs(items: usize) -> impl Strategy<Value = Vec<Cost>> {
    let cost = (prop_oneof![Just(1_i64), 0_i64..4, -1_i64..2], 0_u64..3);
    prop::collection::vec(cost.prop_map(|(main, tie)| Cost { main, tie }), items)
}

/// Problems with more states than a first walk keeps: every item adds something else.
fn wide() -> impl Strategy<Value = (Problem, Vec<Cost>)> {
    let counter = (0_i64..30, prop::option::of(0_i64..15), any::<bool>());
    let changes = prop::collection::vec(prop_oneof![1 => Just(0_i64), 3 => 1_i64..12], 3);
    let item = (changes, 1_i64..40, 0_u64..3);
    (
        prop::collection::vec(counter, 3),
        prop::collection::vec(item, 8..14),
    )
        .prop_map(|(counters, items)| {
            let counters = counters.into_iter().map(|(least, room, any)| Counter {
                least: Some(least).filter(|_| any || room.is_none()),
                most: room.map(|room| least + room),
                ..Counter::default()
            });
            let kinds = items.iter().map(|(changes, ..)| {
                let option = changes.iter().copied().enumerate();
                Kind {
                    options: vec![option.filter(|(_, change)| *change != 0).collect()],
                }
            });
            let problem = Problem {
                counters: counters.collect(),
                kinds: kinds.collect(),
                items: (0..items.len())
                    .map(|kind| Item {
                        kind,
                        role: Role::Free,
                    })
                    .collect(),
                ignored: Vec::new(),
            };
            let costs = items.iter().map(|(_, main, tie)| Cost {
                main: *main,
                tie: tie << 32 | 1,
            });
            (problem, costs.collect())
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_walk_drops_is_never_missed((problem, costs) in wide(), number in 1_usize..4) {
        let recorded = vec![true; costs.len()];
        let objective = Objective { costs: &costs, recorded: &recorded, number };
        let expected = best_by_trying(&problem, &objective);
        let found = best(&problem, &objective, &mut Limit::nodes(ENOUGH));
        prop_assert!(found.fully_searched);
        prop_assert_eq!(&found.answer, &expected);
        prop_assert_eq!(possible(&problem, &mut Limit::nodes(ENOUGH)), Found::whole(!expected.is_empty()));
    }

    #[test]
    fn a_search_that_stops_says_so_and_what_it_has_keeps_all_bounds(
        (problem, costs) in wide(),
        nodes in 0_u64..600,
    ) {
        let recorded = vec![true; costs.len()];
        let objective = Objective { costs: &costs, recorded: &recorded, number: 1 };
        let whole = best(&problem, &objective, &mut Limit::nodes(ENOUGH));
        let found = best(&problem, &objective, &mut Limit::nodes(nodes));
        if found.fully_searched {
            prop_assert_eq!(&found.answer, &whole.answer);
        }
        for solution in &found.answer {
            let sums = problem.sums(solution.items.iter().map(|item| (*item, 0)));
            let mut counters = problem.counters.iter().zip(&sums);
            prop_assert!(counters.all(|(counter, sum)| counter.holds(*sum)));
            prop_assert!(whole.answer.first().is_some_and(|best| best.cost <= solution.cost));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_counts_what_trying_counts(problem in problem()) {
        let expected = BigUint::from(sets(&problem).len());
        let found = count(&problem, &mut Limit::nodes(ENOUGH));
        prop_assert!(found.fully_searched);
        prop_assert_eq!(found.answer.to_string(), expected.to_string());
        let possible = possible(&problem, &mut Limit::nodes(ENOUGH));
        prop_assert_eq!(possible.answer, expected != BigUint::ZERO);
    }

    #[test]
    fn it_finds_the_best_that_trying_finds(
        (problem, costs, recorded) in problem().prop_flat_map(|problem| {
            let number = problem.items.len();
            (Just(problem), costs(number), prop::collection::vec(prop::bool::weighted(0.8), number))
        }),
        all in any::<bool>(),
        number in 1_usize..5,
    ) {
        let recorded: Vec<bool> = recorded.iter().map(|one| all || *one).collect();
        let costs: Vec<Cost> = costs.iter().zip(&recorded).map(|(cost, told)| if *told { *cost } else { Cost::default() }).collect();
        let objective = Objective { costs: &costs, recorded: &recorded, number };
        let found = best(&problem, &objective, &mut Limit::nodes(ENOUGH));
        prop_assert!(found.fully_searched);
        prop_assert_eq!(found.answer, best_by_trying(&problem, &objective));
    }

    #[test]
    fn what_fits_one_of_several_problems_is_counted_once(
        problem in problem(),
        others in prop::collection::vec(prop::option::of((0_i64..6, 3_i64..12)), 4),
    ) {
        let mut second = problem.clone();
        for (counter, bounds) in second.counters.iter_mut().zip(others) {
            counter.least = bounds.map(|(least, _)| least);
            counter.most = bounds.map(|(_, most)| most);
        }
        let mut union = sets(&problem);
        union.extend(sets(&second));
        union.sort_unstable();
        union.dedup();
        let found = count_any(&[problem, second], &mut Limit::nodes(ENOUGH));
        prop_assert!(found.fully_searched);
        prop_assert_eq!(found.answer.to_string(), union.len().to_string());
    }
}
