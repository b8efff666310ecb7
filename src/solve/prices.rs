//! What it is worth to bring each counter nearer to its bounds: the prices of a linear program.
//!
//! The program is the problem with fractions allowed: any part of an item may be taken. Its prices
//! are the best weights that [`super::bound`] can have. They are found by the dual simplex method
//! for variables with bounds, with steps that pass over as many kinks as are worth passing; the
//! inverse of the basis is kept in whole numbers over a common denominator, so nothing is rounded.
//! Where a number gets too long the search stops with the prices it has: any prices give a true
//! bound.

use super::layout::Raw;
use super::problem::Counter;
use super::program::{Candidate, Program};

/// The most counters that get a price.
const ROWS: usize = 48;

/// What was found.
pub(super) enum Prices {
    /// A weight for each counter, in fractions of [`ONE`](super::objective::ONE).
    Weights(Vec<i64>),
    /// Not even with fractions can the bounds be kept.
    Impossible,
}

/// The prices where each step has these cheapest costs, in order. `whole` says that no step has
/// more members than costs.
pub(super) fn prices(counters: &[Counter], steps: &[Raw], costs: &[Vec<i64>]) -> Prices {
    let rows = rows(counters, steps);
    let mut row_of = vec![usize::MAX; counters.len()];
    for (row, counter) in rows.iter().enumerate() {
        row_of[*counter] = row;
    }
    let mut program = Program::new(counters, &rows);
    for (step, costs) in steps.iter().zip(costs) {
        for option in &step.options {
            let terms = option
                .iter()
                .map(|(counter, change)| (row_of[*counter], *change));
            let terms = terms.filter(|(row, _)| *row != usize::MAX).collect();
            program.add(terms, costs.clone());
        }
    }
    let mut weights = vec![0; counters.len()];
    for _ in 0..20 + 8 * rows.len() {
        match program.round() {
            Some(Round::On) => {}
            Some(Round::Impossible) => return Prices::Impossible,
            Some(Round::Done) | None => break,
        }
    }
    for (row, counter) in rows.iter().enumerate() {
        weights[*counter] = program.weight(row);
    }
    Prices::Weights(weights)
}

/// The counters that get a price: those with bounds that steps touch, and that nothing else adds to.
fn rows(counters: &[Counter], steps: &[Raw]) -> Vec<usize> {
    let mut wanted: Vec<bool> = counters
        .iter()
        .map(|counter| counter.least.is_some() && !counter.unless_zero || counter.most.is_some())
        .collect();
    for target in counters
        .iter()
        .flat_map(|counter| &counter.emits)
        .flat_map(|(_, to)| to)
    {
        wanted[*target] = false;
    }
    let mut rows = Vec::new();
    for counter in steps.iter().flat_map(Raw::touches) {
        if wanted[counter] && rows.len() < ROWS {
            wanted[counter] = false;
            rows.push(counter);
        }
    }
    rows
}

/// What one turn came to.
enum Round {
    On,
    Done,
    Impossible,
}

impl Program {
    /// Takes the variable of the basis that is furthest outside its bounds out of it, and another
    /// in. `None` where a number gets too long.
    fn round(&mut self) -> Option<Round> {
        let Some((leaving, below, outside)) = self.furthest() else {
            return Some(Round::Done);
        };
        let mut outside = outside;
        let mut candidates = self.candidates(leaving, below);
        let entering = loop {
            let nearest = candidates.iter().enumerate().min_by(|(_, one), (_, two)| {
                let (first, second) = (
                    one.price.saturating_mul(two.effect),
                    two.price.saturating_mul(one.effect),
                );
                first.cmp(&second).then_with(|| two.effect.cmp(&one.effect))
            });
            let Some(nearest) = nearest.map(|(place, _)| place) else {
                return Some(Round::Impossible);
            };
            let Candidate {
                variable, effect, ..
            } = candidates[nearest];
            match self.range(variable) {
                Some(range) if outside > effect.checked_mul(range)? => {
                    outside -= effect * range;
                    self.flip(variable)?;
                    match self.next_like(variable, effect) {
                        Some(next) => candidates[nearest] = next,
                        None => {
                            candidates.swap_remove(nearest);
                        }
                    }
                }
                _ => break variable,
            }
        };
        self.exchange(leaving, below, entering)?;
        Some(Round::On)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::solve::program::{At, Column, Variable};

    fn counter(least: Option<i64>, most: Option<i64>) -> Counter {
        Counter {
            least,
            most,
            ..Counter::default()
        }
    }

    /// What each row comes to and what all costs, times `common`, with the variables as they stand.
    fn stands(program: &Program) -> (Vec<i128>, i128) {
        let common = i128::from(program.common);
        let mut sums = vec![0; program.rows.len()];
        let mut paid = 0;
        let mut take = |column: &Column, place: usize, much: i128| {
            paid += i128::from(column.members[place].0) * much;
            for (row, change) in &column.terms {
                sums[*row] += i128::from(*change) * much;
            }
        };
        for column in &program.columns {
            for (place, (_, at)) in column.members.iter().enumerate() {
                if *at == At::Upper {
                    take(column, place, common);
                }
            }
        }
        for (place, variable) in program.basis.iter().enumerate() {
            if let Variable::Member(column, member) = variable {
                take(&program.columns[*column], *member, program.value(place));
            }
        }
        (sums, paid)
    }

    /// What the prices say that all costs at least, times `common`.
    fn floor(program: &Program) -> i128 {
        let common = i128::from(program.common);
        let of_rows = program
            .rows
            .iter()
            .zip(&program.prices)
            .map(|(row, price)| {
                let bound = if *price > 0 { row.least } else { row.most };
                i128::from(*price) * bound.map_or(0, i128::from)
            });
        let of_members = program.columns.iter().flat_map(|column| {
            let terms = column.terms.iter();
            let gain: i128 = terms
                .map(|(row, change)| i128::from(program.prices[*row]) * i128::from(*change))
                .sum();
            let members = column.members.iter();
            members.map(move |(cost, _)| (i128::from(*cost) * common - gain).min(0))
        });
        of_rows.sum::<i128>() + of_members.sum::<i128>()
    }

    fn bounds() -> impl Strategy<Value = (Option<i64>, Option<i64>)> {
        (0_i64..30, prop::option::of(0_i64..12), any::<bool>()).prop_map(|(least, room, only)| {
            (
                Some(least).filter(|_| !only || room.is_none()),
                room.map(|room| least + room),
            )
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// A choice that keeps all bounds and costs what the prices say that every choice costs at
        /// least is the best, and the prices are too.
        #[test]
        fn the_choice_costs_what_the_prices_say(
            bounds in prop::collection::vec(bounds(), 1..5),
            columns in prop::collection::vec(
                (prop::collection::vec(0_i64..7, 5), prop::collection::vec(-5_i64..40, 1..4)),
                0..8,
            ),
        ) {
            let counters: Vec<Counter> =
                bounds.iter().map(|(least, most)| counter(*least, *most)).collect();
            let all: Vec<usize> = (0..counters.len()).collect();
            let mut program = Program::new(&counters, &all);
            for (changes, costs) in &columns {
                let terms = changes.iter().copied().enumerate().take(counters.len());
                let mut costs = costs.clone();
                costs.sort_unstable();
                program.add(terms.filter(|(_, change)| *change != 0).collect(), costs);
            }
            for _ in 0..500 {
                match program.round() {
                    Some(Round::On) => {}
                    Some(Round::Done) => {
                        let (sums, paid) = stands(&program);
                        let common = i128::from(program.common);
                        for ((least, most), sum) in bounds.iter().zip(sums) {
                            prop_assert!(least.is_none_or(|least| sum >= i128::from(least) * common));
                            prop_assert!(most.is_none_or(|most| sum <= i128::from(most) * common));
                        }
                        prop_assert_eq!(paid, floor(&program));
                        return Ok(());
                    }
                    Some(Round::Impossible) => {
                        // Not even everything that helps some row, or nothing, is enough for it…
                        let alone = bounds.iter().enumerate().any(|(row, (least, _))| {
                            let members = columns.iter();
                            let sum: i64 = members
                                .map(|(changes, costs)| changes[row] * i64::try_from(costs.len()).unwrap())
                                .sum();
                            least.is_some_and(|least| sum < least)
                        });
                        // …or rows stand against each other.
                        prop_assert!(alone || bounds.iter().any(|(_, most)| most.is_some()));
                        return Ok(());
                    }
                    None => prop_assert!(false, "numbers as small as these do not get too long"),
                }
            }
            prop_assert!(false, "the steps do not come to an end");
        }
    }
}
