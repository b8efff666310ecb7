//! A tangled qualification as a problem for the solver, put together without the engine.

use qualification_planner::solve::{ByRows, Counter, Item, Kind, Problem, Role};

use crate::make::{Rule, Tangled};

/// A counter, and what a unit adds to it that counts in a group.
type Adding<'a> = (Counter, Box<dyn Fn(usize, usize) -> i64 + 'a>);

/// The problem of a plan: its picks have to be taken, all others may be.
pub(crate) fn problem(made: &Tangled) -> Problem {
    let mut all: Vec<Adding<'_>> = Vec::new();
    for rule in &made.rules {
        let mut counters = of_rule(made, rule);
        // Where there are several the last is what the others add to.
        let target = all.len() + counters.len() - 1;
        for (counter, _) in &mut counters {
            if let Some((_, to)) = &mut counter.emits {
                to.push(target);
            }
        }
        all.extend(counters);
    }
    let kinds = made.units.iter().enumerate().map(|(place, unit)| {
        let effects = |group: &usize| {
            let adds = all.iter().enumerate();
            let adds = adds.map(|(counter, (_, adds))| (counter, adds(place, *group)));
            adds.filter(|(_, change)| *change != 0).collect()
        };
        Kind {
            options: unit.groups.iter().map(effects).collect(),
        }
    });
    let kinds = kinds.collect();
    let items = (0..made.units.len()).map(|kind| Item {
        kind,
        role: if made.picks.contains(&kind) {
            Role::Must
        } else {
            Role::Free
        },
    });
    Problem {
        items: items.collect(),
        kinds,
        counters: all.into_iter().map(|(counter, _)| counter).collect(),
        ignored: Vec::new(),
        by_rows: Some(ByRows::new()),
    }
}

fn of_rule<'a>(made: &'a Tangled, rule: &'a Rule) -> Vec<Adding<'a>> {
    let credits = |place: usize| made.units[place].credits;
    let level = |place: usize| made.units[place].level;
    let subject = |place: usize| made.units[place].subject;
    let if_so = |holds: bool, amount: i64| if holds { amount } else { 0 };
    match rule {
        Rule::Total(least, most) => one(bounds(Some(*least), Some(*most)), move |place, _| {
            credits(place)
        }),
        Rule::Units(most) => one(bounds(None, Some(*most)), |_, _| 1),
        Rule::Group {
            group,
            least,
            most,
            if_used,
        } => {
            let counter = Counter {
                unless_zero: *if_used,
                ..bounds(*least, *most)
            };
            one(counter, move |place, of| {
                if_so(of == *group, credits(place))
            })
        }
        Rule::Groups(least) => at_least_of(made.groups, *least, |_, group| group),
        Rule::Subjects(least) => at_least_of(made.subjects, *least, move |place, _| subject(place)),
        Rule::Level(from, least) => one(bounds(Some(*least), None), move |place, _| {
            if_so(level(place) >= *from, credits(place))
        }),
        Rule::Half(from) => one(bounds(Some(0), None), move |place, _| {
            let sign = if level(place) >= *from { 1 } else { -1 };
            sign * credits(place)
        }),
        Rule::EachSubject(most) => (0..made.subjects)
            .flat_map(|of| {
                one(bounds(None, Some(*most)), move |place, _| {
                    if_so(subject(place) == of, credits(place))
                })
            })
            .collect(),
        Rule::Barred(units) => {
            let counter = Counter {
                relaxed_first: true,
                ..bounds(None, Some(1))
            };
            one(counter, move |place, _| if_so(units.contains(&place), 1))
        }
        Rule::Mandatory(units) => {
            let number = i64::try_from(units.len()).unwrap();
            one(bounds(Some(number), None), move |place, _| {
                if_so(units.contains(&place), 1)
            })
        }
    }
}

fn bounds(least: Option<i64>, most: Option<i64>) -> Counter {
    Counter {
        least,
        most,
        ..Counter::default()
    }
}

fn one<'a>(counter: Counter, adds: impl Fn(usize, usize) -> i64 + 'a) -> Vec<Adding<'a>> {
    vec![(counter, Box::new(adds))]
}

/// At least so many of several parts in which some unit counts.
fn at_least_of<'a>(
    parts: usize,
    least: i64,
    part: impl Fn(usize, usize) -> usize + Copy + 'a,
) -> Vec<Adding<'a>> {
    let used = Counter {
        emits: Some((1, Vec::new())),
        ..Counter::default()
    };
    let parts = (0..parts).flat_map(|of| {
        one(used.clone(), move |place, group| {
            i64::from(part(place, group) == of)
        })
    });
    let target = one(bounds(Some(least), None), |_, _| 0);
    parts.chain(target).collect()
}
