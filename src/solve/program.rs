//! A linear program, where its variables stand, and what that comes to.

use super::objective::ONE;
use super::problem::Counter;

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
    pub(super) fn new(counters: &[Counter], rows: &[usize]) -> Self {
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

    pub(super) fn add(&mut self, terms: Vec<(usize, i64)>, costs: Vec<i64>) {
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
    pub(super) fn weight(&self, row: usize) -> i64 {
        let price = i128::from(self.prices[row]) * i128::from(ONE);
        let weight = i64::try_from(price / i128::from(self.common)).unwrap_or(0);
        let Row { least, most, .. } = &self.rows[row];
        let low = if most.is_some() { i64::MIN } else { 0 };
        let high = if least.is_some() { i64::MAX } else { 0 };
        weight.clamp(low, high)
    }

    /// What the variable at a place of the basis comes to, times `common`.
    pub(super) fn value(&self, place: usize) -> i128 {
        let number = self.rows.len();
        let inverse = &self.inverse[place * number..(place + 1) * number];
        let terms = inverse.iter().zip(&self.rest);
        terms.fold(0, |sum, (factor, rest)| {
            sum.saturating_add(i128::from(*factor) * i128::from(*rest))
        })
    }

    /// The place in the basis that is furthest outside its bounds, whether below, and how far (times
    /// `common`).
    pub(super) fn furthest(&self) -> Option<(usize, bool, i128)> {
        let mut furthest: Option<(usize, bool, i128)> = None;
        for (place, variable) in self.basis.iter().enumerate() {
            let value = self.value(place);
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
