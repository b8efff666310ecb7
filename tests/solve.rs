//! The solver against one that tries every choice.

use num_bigint::BigUint;
use proptest::prelude::*;
use qualification_planner::solve::{
    ByRows, Cost, Counter, Found, Item, Kind, Limit, Objective, Problem, Role, Solution, best,
    count, count_any, possible,
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
                by_rows: Some(ByRows::new()),
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
            let changes = items.iter().map(|(changes, ..)| changes.as_slice());
            let problem = each_its_own(counters.collect(), changes);
            let costs = items.iter().map(|(_, main, tie)| Cost {
                main: *main,
                tie: tie << 32 | 1,
            });
            (problem, costs.collect())
        })
}

/// Problems that many counters are open in at once, and one choice at least fits.
fn broad() -> impl Strategy<Value = (Problem, Vec<Cost>)> {
    (12_usize..19, 5_usize..9).prop_flat_map(|(counters, items)| {
        let changes = prop::collection::vec(1_i64..9, counters);
        let room = (0_i64..8, 0_i64..8);
        (
            prop::collection::vec((changes, any::<bool>(), 1_i64..9), items),
            prop::collection::vec(room, counters),
        )
            .prop_map(|(items, room)| {
                let sum = |counter: usize| -> i64 {
                    let chosen = items.iter().filter(|(_, chosen, _)| *chosen);
                    chosen.map(|(changes, ..)| changes[counter]).sum()
                };
                let counters = room
                    .iter()
                    .enumerate()
                    .map(|(index, (below, above))| Counter {
                        least: Some(sum(index) - below),
                        most: Some(sum(index) + above),
                        ..Counter::default()
                    });
                let changes = items.iter().map(|(changes, ..)| changes.as_slice());
                let costs = items.iter().map(|(.., main)| Cost {
                    main: *main,
                    tie: 1,
                });
                (each_its_own(counters.collect(), changes), costs.collect())
            })
    })
}

/// A problem of free items, each of which adds so much to each counter.
fn each_its_own<'a>(counters: Vec<Counter>, changes: impl Iterator<Item = &'a [i64]>) -> Problem {
    let kinds: Vec<Kind> = changes
        .map(|changes| {
            let option = changes.iter().copied().enumerate();
            Kind {
                options: vec![option.filter(|(_, change)| *change != 0).collect()],
            }
        })
        .collect();
    let items = (0..kinds.len()).map(|kind| Item {
        kind,
        role: Role::Free,
    });
    Problem {
        counters,
        items: items.collect(),
        kinds,
        ignored: Vec::new(),
        by_rows: Some(ByRows::new()),
    }
}

/// Problems of which every choice that fits costs the same, and more fit than a first walk keeps.
fn level() -> impl Strategy<Value = (Problem, Vec<Cost>)> {
    let item = (1_i64..30, 0_i64..3, any::<bool>());
    prop::collection::vec(item, 11..15).prop_map(|items| {
        let chosen = items.iter().filter(|(.., chosen)| *chosen);
        let whole: i64 = chosen.map(|(change, ..)| change).sum();
        let exact = Counter {
            least: Some(whole),
            most: Some(whole),
            ..Counter::default()
        };
        let few = Counter {
            most: Some(12),
            ..Counter::default()
        };
        let changes: Vec<[i64; 2]> = items.iter().map(|(one, two, _)| [*one, *two]).collect();
        let costs = items.iter().map(|(main, ..)| Cost {
            main: *main,
            tie: 1,
        });
        let problem = each_its_own(vec![exact, few], changes.iter().map(<[i64; 2]>::as_slice));
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
    fn of_equals_the_first_is_found_however_many_there_are((problem, costs) in level(), number in 1_usize..4) {
        let recorded = vec![true; costs.len()];
        let objective = Objective { costs: &costs, recorded: &recorded, number };
        let found = best(&problem, &objective, &mut Limit::nodes(ENOUGH));
        prop_assert_eq!(found, Found::whole(best_by_trying(&problem, &objective)));
    }

    #[test]
    fn many_counters_open_at_once_are_kept_apart((problem, costs) in broad()) {
        let recorded = vec![true; costs.len()];
        let objective = Objective { costs: &costs, recorded: &recorded, number: 2 };
        let found = best(&problem, &objective, &mut Limit::nodes(ENOUGH));
        prop_assert_eq!(found, Found::whole(best_by_trying(&problem, &objective)));
        let found = count(&problem, &mut Limit::nodes(ENOUGH));
        prop_assert_eq!(found.map(|number| number.to_string()), Found::whole(sets(&problem).len().to_string()));
    }

    #[test]
    fn a_search_that_stops_says_so_and_what_it_has_keeps_all_bounds(
        (problem, costs) in wide(),
        number in 1_usize..4,
        nodes in 0_u64..600,
    ) {
        let recorded = vec![true; costs.len()];
        let objective = Objective { costs: &costs, recorded: &recorded, number };
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

/// Items of all sorts of sizes, always the same ones: a walk with a made-up step.
fn sizes(number: usize, most: i64) -> Vec<i64> {
    let mut at = 7_i64;
    (0..number)
        .map(|_| {
            at = (at * 1_103 + 331) % 10_007;
            1 + at % most
        })
        .collect()
}

/// Sixty items with credits, of which some count in either of two groups or at a level; the credits
/// come in units of `unit`.
fn like_a_plan(unit: i64) -> (Problem, Vec<Cost>) {
    let sizes = sizes(120, 12);
    let changes = sizes.chunks(2).enumerate().map(|(at, pair)| {
        let credits = pair[0] * unit;
        let within = |it_is: bool| if it_is { credits } else { 0 };
        [
            credits,
            within(at % 3 == 0),
            within(at % 3 == 1),
            within(pair[1] < 5),
        ]
    });
    let changes: Vec<[i64; 4]> = changes.collect();
    let bounds = [(120, Some(121)), (40, Some(60)), (30, None), (70, None)];
    let counters = bounds.map(|(least, most)| Counter {
        least: Some(least * unit),
        most: most.map(|most| most * unit),
        ..Counter::default()
    });
    let costs = sizes.chunks(2).map(|pair| Cost {
        main: pair[0] * pair[1],
        tie: 1 << 32,
    });
    let changes = changes.iter().map(<[i64; 4]>::as_slice);
    (each_its_own(counters.to_vec(), changes), costs.collect())
}

/// Items each of which adds to two neighbours of a row of counters, in no order.
fn like_a_chain() -> (Problem, Vec<Cost>) {
    let sizes = sizes(72, 9_973);
    let mut places: Vec<usize> = (0..sizes.len()).collect();
    places.sort_by_key(|place| sizes[*place]);
    let changes = places.iter().map(|place| {
        let mut changes = vec![0; 25];
        changes[place / 3..=place / 3 + 1].fill([1, 2, 3][place % 3]);
        changes
    });
    let changes: Vec<Vec<i64>> = changes.collect();
    let counter = Counter {
        least: Some(2),
        most: Some(6),
        ..Counter::default()
    };
    let costs = places.iter().map(|place| Cost {
        main: [1, 3, 5, 2, 4][place % 5],
        tie: 1 << 32,
    });
    let changes = changes.iter().map(Vec::as_slice);
    (each_its_own(vec![counter; 25], changes), costs.collect())
}

/// Two thousand items, of which two hundred each are alike; enough of them is enough.
fn like_a_crowd() -> (Problem, Vec<Cost>) {
    let counter = |least| Counter {
        least: Some(least),
        ..Counter::default()
    };
    let changes: Vec<[i64; 2]> = (0..10).map(|kind| [1 + kind, 7 * (kind % 3)]).collect();
    let changes = changes.iter().map(<[i64; 2]>::as_slice);
    let mut problem = each_its_own(vec![counter(120), counter(60)], changes);
    problem.items = (0..2_000)
        .map(|item| Item {
            kind: item % 10,
            role: Role::Free,
        })
        .collect();
    let costs = (0..2_000).map(|item| Cost {
        main: [3, 5, 4, 6, 7][item % 5],
        tie: 1 << 32,
    });
    (problem, costs.collect())
}

/// Sixteen items of which three sets come near enough to three sums at once.
fn where_few_fit() -> (Problem, Vec<Cost>) {
    let sizes = sizes(48, 90);
    let bounds = [(120, 124), (110, 130), (110, 140)];
    let counters = bounds.map(|(least, most)| Counter {
        least: Some(least),
        most: Some(most),
        ..Counter::default()
    });
    let costs = sizes.chunks(3).map(|of| Cost {
        main: of[0] * of[1] % 17 + 1,
        tie: 1 << 32,
    });
    let problem = each_its_own(counters.to_vec(), sizes.chunks(3));
    (problem, costs.collect())
}

/// How many nodes the best answer takes, whether there is one, and how many there are.
fn nodes((problem, costs): &(Problem, Vec<Cost>), number: usize) -> [u64; 3] {
    let whole = Limit::nodes(ENOUGH);
    let mut limits = [whole; 3];
    let recorded = vec![true; costs.len()];
    let objective = Objective {
        costs,
        recorded: &recorded,
        number,
    };
    assert!(best(problem, &objective, &mut limits[0]).fully_searched);
    assert!(possible(problem, &mut limits[1]).fully_searched);
    assert!(count(problem, &mut limits[2]).fully_searched);
    limits.map(|limit| whole.less(limit))
}

#[test]
fn a_search_looks_at_few_of_the_states() {
    // Half as many again as it took when this was written.
    for (problem, most) in [
        (like_a_plan(1), [2_000, 2_000, 160_000]),
        (like_a_chain(), [2_000, 6_000, 2_200]),
        (like_a_crowd(), [600, 2_400, 31_000]),
    ] {
        let took = nodes(&problem, 1);
        for (took, most) in took.into_iter().zip(most) {
            assert!(took <= most, "{took} nodes, not {most}");
        }
    }
}

#[test]
fn larger_units_take_no_more_nodes() {
    assert_eq!(nodes(&like_a_plan(5), 2), nodes(&like_a_plan(1), 2));
}

#[test]
fn the_longer_a_search_may_take_the_better_is_what_it_has() {
    let (mut stopped_with_all, mut stopped_with_fewer) = (false, false);
    for ((problem, costs), number) in [(like_a_plan(1), 4), (where_few_fit(), 3)] {
        let recorded = vec![true; costs.len()];
        let objective = Objective {
            costs: &costs,
            recorded: &recorded,
            number,
        };
        let mut had: Vec<Cost> = Vec::new();
        for nodes in (0..).step_by(50) {
            let found = best(&problem, &objective, &mut Limit::nodes(nodes));
            let has: Vec<Cost> = found.answer.iter().map(|one| one.cost).collect();
            assert!(has.len() > had.len() || has.len() == had.len() && has <= had);
            had = has;
            if found.fully_searched {
                break;
            }
            stopped_with_all |= had.len() == number;
            stopped_with_fewer |= (1..number).contains(&had.len());
        }
    }
    assert!(stopped_with_all && stopped_with_fewer);
}

#[test]
fn of_more_counters_at_once_than_a_state_can_hold_it_is_told_whether_there_is_a_choice_and_not_how_many()
 {
    let all = sizes(40 * 12, 100);
    let counter = Counter {
        least: Some(200),
        most: Some(400),
        ..Counter::default()
    };
    let problem = each_its_own(vec![counter; 40], all.chunks(40));
    let limit = || Limit::nodes(ENOUGH);
    assert_eq!(possible(&problem, &mut limit()), Found::whole(false));
    let number = count(&problem, &mut limit());
    assert!(number.answer.is_zero() && !number.fully_searched);
}
