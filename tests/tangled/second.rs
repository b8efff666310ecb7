//! Whether the rules of a tangled qualification can be met, found out once more in another way: unit
//! after unit, with all that the sums of the rules can stand at. It reads the rules themselves and knows
//! nothing of the solver.

use std::collections::HashSet;

use crate::make::{Rule, Tangled, Unit};

/// More states than this are not gone through.
const MOST: usize = 150_000;

/// What a unit adds that counts in a group.
type Adds<'a> = Box<dyn Fn(usize, &Unit, usize) -> i64 + 'a>;

/// What one sum is of, and what it has to come to.
struct Sum<'a> {
    of: Adds<'a>,
    least: i64,
    most: i64,
    /// Nothing is asked for where it is 0.
    if_used: bool,
}

/// Whether the rules can be met with the picks; `None` where there is too much to go through.
pub(crate) fn can_be_met(made: &Tangled) -> Option<bool> {
    let mut sums: Vec<Sum<'_>> = Vec::new();
    // Parts of which so many have to be used: the places of their sums.
    let mut parts: Vec<(Vec<usize>, i64)> = Vec::new();
    let mut must = made.picks.clone();
    for rule in &made.rules {
        match rule {
            Rule::Mandatory(units) => must.extend(units),
            Rule::Groups(least) => {
                let all =
                    (0..made.groups).map(|group| move |_, _: &Unit, of| i64::from(of == group));
                parts.push((used(&mut sums, all), *least));
            }
            Rule::Subjects(least) => {
                let all = (0..made.subjects)
                    .map(|of| move |_, unit: &Unit, _| i64::from(unit.subject == of));
                parts.push((used(&mut sums, all), *least));
            }
            rule => sums.extend(of_rule(made, rule)),
        }
    }
    // How far what comes can still take each sum, up and down.
    let ahead = |from: usize, sum: &Sum<'_>| {
        made.units
            .iter()
            .enumerate()
            .skip(from)
            .fold((0, 0), |(up, down), (place, unit)| {
                let changes = unit
                    .groups
                    .iter()
                    .map(|group| (sum.of)(place, unit, *group));
                let changes: Vec<i64> = changes.collect();
                let (high, low) = (changes.iter().max().copied(), changes.iter().min().copied());
                (
                    up + high.unwrap_or(0).max(0),
                    down + low.unwrap_or(0).min(0),
                )
            })
    };
    let mut states = HashSet::from([vec![0_i64; sums.len()]]);
    for (place, unit) in made.units.iter().enumerate() {
        let ways = unit.groups.iter().map(|group| {
            let changes = sums.iter().map(|sum| (sum.of)(place, unit, *group));
            changes.collect::<Vec<i64>>()
        });
        let mut ways: Vec<Vec<i64>> = ways.collect();
        if !must.contains(&place) {
            ways.push(vec![0; sums.len()]);
        }
        let ahead: Vec<(i64, i64)> = sums.iter().map(|sum| ahead(place + 1, sum)).collect();
        let mut next = HashSet::new();
        for state in &states {
            'ways: for way in &ways {
                let mut then = state.clone();
                for (((value, change), sum), (up, down)) in
                    then.iter_mut().zip(way).zip(&sums).zip(&ahead)
                {
                    *value += change;
                    let is_short = *value + up < sum.least && !(sum.if_used && *value == 0);
                    if is_short || *value + down > sum.most {
                        continue 'ways;
                    }
                    // Above what can make a difference all is the same.
                    if *value + down >= sum.least && *value + up <= sum.most {
                        *value = (*value).min(sum.least.max(1) - down);
                    }
                }
                next.insert(then);
            }
        }
        states = next;
        if states.len() > MOST {
            return None;
        }
    }
    let enough = |state: &Vec<i64>| {
        let mut parts = parts.iter();
        parts.all(|(places, least)| {
            let used = places.iter().filter(|place| state[**place] > 0).count();
            i64::try_from(used).unwrap() >= *least
        })
    };
    Some(states.iter().any(enough))
}

/// Adds a sum for each of several parts, of which nothing but whether it is used is of interest.
fn used<'a, F>(sums: &mut Vec<Sum<'a>>, parts: impl Iterator<Item = F>) -> Vec<usize>
where
    F: Fn(usize, &Unit, usize) -> i64 + 'a,
{
    let first = sums.len();
    sums.extend(parts.map(|of| Sum {
        of: Box::new(of),
        least: 1,
        most: i64::MAX / 4,
        if_used: true,
    }));
    (first..sums.len()).collect()
}

fn of_rule<'a>(made: &'a Tangled, rule: &'a Rule) -> Vec<Sum<'a>> {
    let (none, any) = (i64::MIN / 4, i64::MAX / 4);
    let sum = |least: i64, most: i64, of: Adds<'a>| Sum {
        of,
        least,
        most,
        if_used: false,
    };
    let one = match rule {
        Rule::Total(least, most) => sum(*least, *most, Box::new(|_, unit, _| unit.credits)),
        Rule::Units(most) => sum(none, *most, Box::new(|_, _, _| 1)),
        Rule::Group {
            group,
            least,
            most,
            if_used,
        } => Sum {
            if_used: *if_used,
            ..sum(
                least.unwrap_or(none),
                most.unwrap_or(any),
                Box::new(move |_, unit, of| if of == *group { unit.credits } else { 0 }),
            )
        },
        Rule::Level(from, least) => sum(
            *least,
            any,
            Box::new(move |_, unit, _| if unit.level >= *from { unit.credits } else { 0 }),
        ),
        Rule::Half(from) => sum(
            0,
            any,
            Box::new(move |_, unit, _| {
                if unit.level >= *from {
                    unit.credits
                } else {
                    -unit.credits
                }
            }),
        ),
        Rule::EachSubject(most) => {
            let of = |subject: usize| -> Adds<'a> {
                Box::new(move |_, unit, _| {
                    if unit.subject == subject {
                        unit.credits
                    } else {
                        0
                    }
                })
            };
            return (0..made.subjects)
                .map(|subject| sum(none, *most, of(subject)))
                .collect();
        }
        Rule::Barred(units) => sum(
            none,
            1,
            Box::new(move |place, _, _| i64::from(units.contains(&place))),
        ),
        Rule::Groups(_) | Rule::Subjects(_) | Rule::Mandatory(_) => return Vec::new(),
    };
    vec![one]
}
