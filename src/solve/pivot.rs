//! How the variables of the linear program move: from bound to bound, and into the basis and out.

use super::program::{At, Candidate, Program, Row, Variable};

impl Program {
    /// For each column and each row outside the basis, the variable that would have to move first.
    pub(super) fn candidates(&self, leaving: usize, below: bool) -> Vec<Candidate> {
        let number = self.rows.len();
        let sign = if below { 1 } else { -1 };
        let inverse = &self.inverse[leaving * number..(leaving + 1) * number];
        let mut candidates = Vec::new();
        for (row, of) in self.rows.iter().enumerate() {
            let effect = -i128::from(inverse[row]) * sign;
            let fits = of.at == At::Lower && effect < 0 || of.at == At::Upper && effect > 0;
            if fits && of.least != of.most {
                candidates.push(Candidate {
                    variable: Variable::Row(row),
                    price: i128::from(self.prices[row]).abs(),
                    effect: effect.abs(),
                });
            }
        }
        for (index, column) in self.columns.iter().enumerate() {
            let mut effect = 0_i128;
            for (row, change) in &column.terms {
                effect = effect.saturating_add(i128::from(inverse[*row]) * i128::from(*change));
            }
            effect *= sign;
            let at = if effect < 0 { At::Lower } else { At::Upper };
            if effect != 0 {
                candidates.extend(self.first(index, at, effect.abs()));
            }
        }
        candidates
    }

    /// The member of a column that stands there and has the smallest price.
    fn first(&self, column: usize, at: At, effect: i128) -> Option<Candidate> {
        let of = &self.columns[column];
        let stands = |(_, member): &(i64, At)| *member == at;
        let place = match at {
            At::Upper => of.members.iter().rposition(stands),
            _ => of.members.iter().position(stands),
        };
        let place = place?;
        let mut price = i128::from(of.members[place].0) * i128::from(self.common);
        for (row, change) in &of.terms {
            let paid = i128::from(self.prices[*row]) * i128::from(*change);
            price = price.saturating_sub(paid);
        }
        Some(Candidate {
            variable: Variable::Member(column, place),
            price: price.abs(),
            effect,
        })
    }

    /// After a flip, the next member of the same column.
    pub(super) fn next_like(&self, variable: Variable, effect: i128) -> Option<Candidate> {
        let Variable::Member(column, place) = variable else {
            return None;
        };
        // This one has been flipped, so only those that still stand at its old bound are asked for.
        let at = match self.columns[column].members[place].1 {
            At::Upper => At::Lower,
            _ => At::Upper,
        };
        self.first(column, at, effect)
    }

    /// How far a variable may move; `None` where it has a bound on one side only.
    pub(super) fn range(&self, variable: Variable) -> Option<i128> {
        match variable {
            Variable::Member(..) => Some(1),
            Variable::Row(row) => {
                let Row { least, most, .. } = &self.rows[row];
                Some(i128::from((*most)?) - i128::from((*least)?))
            }
        }
    }

    /// Moves a variable outside the basis from one bound to the other.
    pub(super) fn flip(&mut self, variable: Variable) -> Option<()> {
        let to = match self.at(variable) {
            At::Lower => At::Upper,
            _ => At::Lower,
        };
        self.leave_bound(variable)?;
        self.take_bound(variable, to)
    }

    fn at(&self, variable: Variable) -> At {
        match variable {
            Variable::Row(row) => self.rows[row].at,
            Variable::Member(column, place) => self.columns[column].members[place].1,
        }
    }

    /// Puts a variable at a bound: what it brings there is no longer for the basis to make up.
    fn take_bound(&mut self, variable: Variable, at: At) -> Option<()> {
        self.move_by(variable, at, 1)?;
        match variable {
            Variable::Row(row) => self.rows[row].at = at,
            Variable::Member(column, place) => self.columns[column].members[place].1 = at,
        }
        Some(())
    }

    fn leave_bound(&mut self, variable: Variable) -> Option<()> {
        let at = self.at(variable);
        self.move_by(variable, at, -1)
    }

    fn move_by(&mut self, variable: Variable, at: At, sign: i64) -> Option<()> {
        match variable {
            Variable::Row(row) => {
                let Row { least, most, .. } = &self.rows[row];
                let bound = if at == At::Lower { *least } else { *most };
                let rest = &mut self.rest[row];
                *rest = rest.checked_add(bound?.checked_mul(sign)?)?;
            }
            Variable::Member(column, _) if at == At::Upper => {
                for (row, change) in &self.columns[column].terms {
                    let rest = &mut self.rest[*row];
                    *rest = rest.checked_sub(change.checked_mul(sign)?)?;
                }
            }
            Variable::Member(..) => {}
        }
        Some(())
    }

    /// Puts one variable into the basis in the place of another, which goes to the bound that it
    /// was outside of.
    pub(super) fn exchange(
        &mut self,
        leaving: usize,
        below: bool,
        entering: Variable,
    ) -> Option<()> {
        let number = self.rows.len();
        let terms: Vec<(usize, i64)> = match entering {
            Variable::Row(row) => vec![(row, -1)],
            Variable::Member(column, _) => self.columns[column].terms.clone(),
        };
        let effects: Vec<i128> = (0..number)
            .map(|place| {
                let inverse = &self.inverse[place * number..(place + 1) * number];
                let terms = terms.iter();
                terms
                    .map(|(row, change)| i128::from(inverse[*row]) * i128::from(*change))
                    .sum()
            })
            .collect();
        let pivot = effects[leaving];
        let common = i128::from(self.common);
        let sign = pivot.signum();
        let mut inverse = vec![0; number * number];
        for place in 0..number {
            for row in 0..number {
                let of_leaving = i128::from(self.inverse[leaving * number + row]);
                let value = if place == leaving {
                    of_leaving
                } else {
                    let own = i128::from(self.inverse[place * number + row]);
                    let first = pivot.checked_mul(own)?;
                    let second = effects[place].checked_mul(of_leaving)?;
                    first.checked_sub(second)?.checked_div(common)?
                };
                inverse[place * number + row] = i64::try_from(value * sign).ok()?;
            }
        }
        let common = i64::try_from(pivot.checked_abs()?)
            .ok()
            .filter(|common| *common > 0)?;
        let mut basis = self.basis.clone();
        basis[leaving] = entering;
        let mut prices = vec![0_i128; number];
        for (place, variable) in basis.iter().enumerate() {
            if let Variable::Member(column, member) = variable {
                let cost = i128::from(self.columns[*column].members[*member].0);
                for (row, price) in prices.iter_mut().enumerate() {
                    *price = price.checked_add(cost * i128::from(inverse[place * number + row]))?;
                }
            }
        }
        let prices: Option<Vec<i64>> = prices
            .into_iter()
            .map(|price| i64::try_from(price).ok())
            .collect();
        let prices = prices?;
        self.leave_bound(entering)?;
        let left = std::mem::replace(&mut self.basis[leaving], entering);
        self.take_bound(left, if below { At::Lower } else { At::Upper })?;
        match entering {
            Variable::Row(row) => self.rows[row].at = At::Basis,
            Variable::Member(column, place) => self.columns[column].members[place].1 = At::Basis,
        }
        (self.inverse, self.common, self.prices) = (inverse, common, prices);
        Some(())
    }
}
