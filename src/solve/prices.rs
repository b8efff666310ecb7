//! What it is worth to bring each counter nearer to its bounds: the prices of a linear program.
//!
//! The program is the problem with fractions allowed: any part of an item may be taken. Its prices
//! are the best weights that [`super::bound`] can have. They are found by the dual simplex method
//! for variables with bounds, with steps that pass over as many kinks as are worth passing; the
//! inverse of the basis is kept in whole numbers over a common denominator, so nothing is rounded.
//! Where a number gets too long the search stops with the prices it has: any prices give a true
//! bound.

use super::Counter;
use super::layout::Raw;

/// The most counters that get a price.
const ROWS: usize = 48;

/// What was found.
pub(super) enum Prices {
    /// A weight for each counter, in fractions of [`super::bound::ONE`].
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
        match program.turn() {
            Some(Turn::On) => {}
            Some(Turn::Impossible) => return Prices::Impossible,
            Some(Turn::Done) | None => break,
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
enum Turn {
    On,
    Done,
    Impossible,
}

/// Where a variable stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Lower,
    Upper,
    Basis,
}

/// A variable: how much a row comes to, or how much of a member of a column is taken.
#[derive(Clone, Copy)]
pub(super) enum Variable {
    Row(usize),
    Member(usize, usize),
}

pub(super) struct Row {
    pub(super) least: Option<i64>,
    pub(super) most: Option<i64>,
    pub(super) at: At,
}

/// Members that add the same.
pub(super) struct Column {
    pub(super) terms: Vec<(usize, i64)>,
    /// What each costs, the least first, and where it stands.
    pub(super) members: Vec<(i64, At)>,
}

pub(super) struct Program {
    pub(super) rows: Vec<Row>,
    pub(super) columns: Vec<Column>,
    /// The variables of the basis, one a row.
    pub(super) basis: Vec<Variable>,
    /// The inverse of the basis, row after row, times `common`.
    pub(super) inverse: Vec<i64>,
    pub(super) common: i64,
    /// What is left of each row for the basis to make up.
    pub(super) rest: Vec<i64>,
    /// The price of each row, times `common`.
    pub(super) prices: Vec<i64>,
}

/// A variable outside the basis that may enter it, at this ratio of price to effect.
pub(super) struct Candidate {
    pub(super) variable: Variable,
    pub(super) price: i128,
    pub(super) effect: i128,
}

impl Program {
    fn new(counters: &[Counter], rows: &[usize]) -> Self {
        let number = rows.len();
        let mut inverse = vec![0; number * number];
        for row in 0..number {
            inverse[row * number + row] = -1;
        }
        Self {
            rows: rows
                .iter()
                .map(|counter| &counters[*counter])
                .map(|counter| Row {
                    least: counter.least.filter(|_| !counter.unless_zero),
                    most: counter.most,
                    at: At::Basis,
                })
                .collect(),
            columns: Vec::new(),
            basis: (0..number).map(Variable::Row).collect(),
            inverse,
            common: 1,
            rest: rows
                .iter()
                .map(|counter| counters[*counter].start.saturating_neg())
                .collect(),
            prices: vec![0; number],
        }
    }

    fn add(&mut self, terms: Vec<(usize, i64)>, costs: Vec<i64>) {
        let mut members = Vec::new();
        for cost in costs {
            let at = if cost < 0 { At::Upper } else { At::Lower };
            if at == At::Upper {
                for (row, change) in &terms {
                    self.rest[*row] = self.rest[*row].saturating_sub(*change);
                }
            }
            members.push((cost, at));
        }
        self.columns.push(Column { terms, members });
    }

    /// The price of a row in fractions of `ONE`, of the side on which it has a bound.
    fn weight(&self, row: usize) -> i64 {
        let price = i128::from(self.prices[row]) * i128::from(super::bound::ONE);
        let weight = i64::try_from(price / i128::from(self.common)).unwrap_or(0);
        let Row { least, most, .. } = &self.rows[row];
        let low = if most.is_some() { i64::MIN } else { 0 };
        let high = if least.is_some() { i64::MAX } else { 0 };
        weight.clamp(low, high)
    }

    /// Takes the variable of the basis that is furthest outside its bounds out of it, and another
    /// in. `None` where a number gets too long.
    fn turn(&mut self) -> Option<Turn> {
        let Some((leaving, below, outside)) = self.furthest() else {
            return Some(Turn::Done);
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
                return Some(Turn::Impossible);
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
        Some(Turn::On)
    }

    /// The place in the basis that is furthest outside its bounds, whether below, and how far (times
    /// `common`).
    fn furthest(&self) -> Option<(usize, bool, i128)> {
        let number = self.rows.len();
        let mut furthest: Option<(usize, bool, i128)> = None;
        for (place, variable) in self.basis.iter().enumerate() {
            let inverse = &self.inverse[place * number..(place + 1) * number];
            let mut value = 0_i128;
            for (factor, rest) in inverse.iter().zip(&self.rest) {
                value = value.saturating_add(i128::from(*factor) * i128::from(*rest));
            }
            let (least, most) = match variable {
                Variable::Row(row) => (self.rows[*row].least, self.rows[*row].most),
                Variable::Member(..) => (Some(0), Some(1)),
            };
            let common = i128::from(self.common);
            let under = least.map(|least| (true, i128::from(least) * common - value));
            let over = most.map(|most| (false, value - i128::from(most) * common));
            for (below, outside) in under.into_iter().chain(over) {
                if outside > furthest.map_or(0, |(_, _, known)| known) {
                    furthest = Some((place, below, outside));
                }
            }
        }
        furthest
    }
}
