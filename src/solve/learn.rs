//! What is learned from a row that cannot be kept.
//!
//! The reasons of what was set are added to the row, each so many times that the literal it set
//! falls out (cutting planes with division, as the solver `RoundingSat` does). What is left is a row
//! that follows from the others and that would have shown the conflict earlier.

use super::rows::{NO_ROW, Rows};
use super::shape::{Literal, not};

/// A row of which a weight is larger is divided.
const LARGE: i64 = 1 << 16;

/// A row while it is put together: for each variable its weight, below 0 where it is to be false.
#[derive(Default)]
pub(super) struct Learner {
    weights: Vec<i64>,
    seen: Vec<usize>,
    is_seen: Vec<bool>,
    least: i64,
    /// A buffer for a reason.
    reason: Vec<(i64, Literal)>,
}

/// What was learned.
pub(super) enum Lesson {
    /// The rows cannot be kept.
    Impossible,
    /// Nothing: this cannot happen, and would prove nothing.
    Nothing,
    Row {
        terms: Vec<(i64, Literal)>,
        least: i64,
        /// The level at which it would have shown the conflict.
        level: usize,
        /// From how many levels it has what is false.
        levels: usize,
    },
}

impl Learner {
    fn literal(&self, variable: usize) -> Literal {
        2 * variable + usize::from(self.weights[variable] < 0)
    }

    /// Adds a literal with this weight.
    fn add(&mut self, weight: i64, literal: Literal) {
        let variable = literal / 2;
        let known = self.weights[variable];
        let signed = if literal & 1 == 0 { weight } else { -weight };
        if !self.is_seen[variable] {
            self.is_seen[variable] = true;
            self.seen.push(variable);
        } else if known != 0 && (known > 0) != (signed > 0) {
            // One of the two is true.
            self.least -= known.abs().min(weight);
        }
        self.weights[variable] = known + signed;
    }

    /// Learns from a row that cannot be kept. `met` hears of each variable on the way.
    pub(super) fn learn(
        &mut self,
        rows: &mut Rows,
        row: usize,
        mut met: impl FnMut(usize),
    ) -> Lesson {
        self.weights.resize(rows.variables(), 0);
        self.is_seen.resize(rows.variables(), false);
        for variable in self.seen.drain(..) {
            self.weights[variable] = 0;
            self.is_seen[variable] = false;
        }
        self.least = rows.all[row].least;
        rows.steps += rows.all[row].terms.len() as u64;
        for (weight, literal) in &rows.all[row].terms {
            self.add(*weight, *literal);
            met(literal / 2);
        }
        let mut place = rows.trail.len();
        let mut level = rows.level();
        let mut tells = self.tidy(rows, place, level);
        loop {
            if tells {
                let level = self.first_to_tell(rows, level);
                return self.lesson(rows, level);
            }
            // The last that was set and is against the row.
            let literal = loop {
                if place == 0 {
                    let weights = self
                        .seen
                        .iter()
                        .map(|variable| self.weights[*variable].abs());
                    let is_impossible = weights.sum::<i64>() < self.least;
                    return if is_impossible {
                        Lesson::Impossible
                    } else {
                        Lesson::Nothing
                    };
                }
                place -= 1;
                let literal = rows.trail[place];
                let weight = self.weights[literal / 2];
                if weight != 0 && self.literal(literal / 2) == not(literal) {
                    break literal;
                }
            };
            let assignments = rows.assignments[literal / 2];
            level = assignments.level;
            if assignments.reason == NO_ROW {
                // Where only the decision of a level is against the row, the row shows it before
                // that level.
                return Lesson::Nothing;
            }
            let times = self.weights[literal / 2].abs();
            self.reduce(rows, assignments.reason, literal, place);
            let reason = std::mem::take(&mut self.reason);
            rows.steps += reason.len() as u64;
            for (weight, term) in &reason {
                self.add(weight * times, *term);
                met(term / 2);
            }
            self.reason = reason;
            tells = self.tidy(rows, place, level);
        }
    }

    /// The reason of a literal, so far weakened and divided that the literal weighs 1; its least is
    /// added.
    fn reduce(&mut self, rows: &Rows, reason: usize, literal: Literal, place: usize) {
        let row = &rows.all[reason];
        let own = row.terms.iter().find(|(_, term)| *term == literal);
        let by = own.map_or(1, |(weight, _)| *weight);
        let mut least = row.least;
        self.reason.clear();
        let (holds, assignments) = (rows.holds.as_slice(), rows.assignments.as_slice());
        for (weight, term) in &row.terms {
            let stands = assignments[term / 2];
            let is_lost = holds[not(*term)] && stands.place < place;
            if is_lost && stands.level == 0 {
                continue;
            }
            let weight = if by == 1 {
                *weight
            } else if is_lost {
                (weight + by - 1) / by
            } else {
                least -= weight % by;
                weight / by
            };
            if weight > 0 {
                self.reason.push((weight, *term));
            }
        }
        // Nothing can weigh more than all that is asked for.
        let least = (least + by - 1).div_euclid(by);
        for (weight, _) in &mut self.reason {
            *weight = (*weight).min(least);
        }
        self.least += least * self.weights[literal / 2].abs();
    }

    /// Drops what weighs nothing or is false in any case, and keeps weights small. True where the row
    /// sets something or cannot be kept already before this level.
    fn tidy(&mut self, rows: &mut Rows, place: usize, level: usize) -> bool {
        let least = self.least.max(0);
        let (weights, is_seen) = (self.weights.as_mut_slice(), self.is_seen.as_mut_slice());
        let (holds, assignments) = (rows.holds.as_slice(), rows.assignments.as_slice());
        let (mut largest, mut slack, mut open) = (0, -self.least, 0);
        let mut kept = 0;
        for at in 0..self.seen.len() {
            let variable = self.seen[at];
            let signed = weights[variable];
            let weight = signed.abs().min(least);
            let literal = 2 * variable + usize::from(signed < 0);
            let is_false = holds[not(literal)];
            let stands = assignments[variable].level;
            if weight == 0 || is_false && stands == 0 {
                weights[variable] = 0;
                is_seen[variable] = false;
                continue;
            }
            weights[variable] = if signed < 0 { -weight } else { weight };
            self.seen[kept] = variable;
            kept += 1;
            largest = largest.max(weight);
            // What is lost before the level, and the largest weight that is open up to there.
            let is_set = stands < level && (is_false || holds[literal]);
            if !is_set {
                open = open.max(weight);
            }
            if !(is_set && is_false) {
                slack += weight;
            }
        }
        self.seen.truncate(kept);
        let is_large = largest > LARGE;
        if is_large {
            self.divide(rows, largest / LARGE + 1, place);
        }
        rows.steps += self.seen.len() as u64;
        if is_large {
            return level > 0 && self.tells_before(rows, level);
        }
        level > 0 && (slack < open || slack < 0)
    }

    /// Makes weights smaller.
    fn divide(&mut self, rows: &Rows, by: i64, place: usize) {
        for variable in &self.seen {
            let literal = self.literal(*variable);
            let weight = self.weights[*variable].abs();
            let is_lost = rows.is_false(literal) && rows.assignments[*variable].place < place;
            let new = if is_lost {
                (weight + by - 1) / by
            } else {
                self.least -= weight % by;
                weight / by
            };
            self.weights[*variable] = if literal & 1 == 0 { new } else { -new };
        }
        self.least = (self.least + by - 1).div_euclid(by);
        let (weights, is_seen) = (&mut self.weights, &mut self.is_seen);
        self.seen.retain(|variable| {
            is_seen[*variable] = weights[*variable] != 0;
            is_seen[*variable]
        });
    }

    /// Whether the row sets something or cannot be kept already before this level.
    fn tells_before(&self, rows: &Rows, level: usize) -> bool {
        let (mut slack, mut open) = (-self.least, 0);
        for variable in &self.seen {
            let literal = self.literal(*variable);
            let weight = self.weights[*variable].abs();
            let is_set = !rows.is_open(literal) && rows.assignments[*variable].level < level;
            if !is_set {
                open = open.max(weight);
            }
            if !(is_set && rows.is_false(literal)) {
                slack += weight;
            }
        }
        slack < open || slack < 0
    }

    /// Of the levels below one, before which the row tells, the first at which it does.
    fn first_to_tell(&self, rows: &mut Rows, level: usize) -> usize {
        // The levels of what it has, the lowest first.
        let set = self
            .seen
            .iter()
            .filter(|variable| rows.is_false(self.literal(**variable)));
        let mut levels: Vec<usize> = set
            .map(|variable| rows.assignments[*variable].level)
            .collect();
        levels.push(0);
        levels.sort_unstable();
        levels.dedup();
        let (mut low, mut high) = (0, levels.partition_point(|one| *one < level));
        // The more is decided, the more the row implies.
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.tells_before(rows, levels[middle] + 1) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        rows.steps += (self.seen.len() * 4) as u64;
        levels.get(low).copied().unwrap_or(level - 1).min(level - 1)
    }

    fn lesson(&self, rows: &Rows, level: usize) -> Lesson {
        let mut levels: Vec<usize> = Vec::new();
        let terms = self.seen.iter().map(|variable| {
            let literal = self.literal(*variable);
            if rows.is_false(literal) {
                levels.push(rows.assignments[*variable].level);
            }
            (self.weights[*variable].abs(), literal)
        });
        let terms: Vec<(i64, Literal)> = terms.collect();
        levels.sort_unstable();
        levels.dedup();
        Lesson::Row {
            terms,
            least: self.least,
            level,
            levels: levels.len().max(1),
        }
    }
}
