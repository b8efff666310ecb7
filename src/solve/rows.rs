//! Rows over variables that are true or false, and what follows from them.
//!
//! A row says that what its true literals weigh together is at least something (a pseudo-Boolean
//! constraint). All bounds of a problem can be said in rows. Each row knows what it can still lose;
//! a literal that weighs more than that has to be true.

use super::shape::{LONGEST, Literal, Shape, not, shape};

/// There is no reason: it was decided.
pub(super) const NO_ROW: usize = usize::MAX;

/// How many looks at a term it takes to make one of a row.
pub(super) const MADE: u64 = 4;

pub(super) struct Row {
    /// Weights above 0, the largest first.
    pub(super) terms: Vec<(i64, Literal)>,
    pub(super) least: i64,
    /// What the literals that are not false weigh above the least.
    slack: i64,
    /// The largest weight.
    largest: i64,
    /// 0 for a row of the problem; for one that was learned, in how many levels it was at odds.
    pub(super) learned: usize,
}

/// Where a variable stands that has a value.
#[derive(Clone, Copy)]
pub(super) struct Assignment {
    pub(super) level: usize,
    pub(super) place: usize,
    pub(super) reason: usize,
}

#[derive(Default)]
pub(super) struct Rows {
    pub(super) all: Vec<Row>,
    /// For each literal the rows that lose something when it becomes false.
    of: Vec<Vec<(usize, i64)>>,
    /// For each literal whether it is true.
    pub(super) holds: Vec<bool>,
    pub(super) assignments: Vec<Assignment>,
    pub(super) trail: Vec<Literal>,
    /// How long the trail was at each decision.
    pub(super) decisions: Vec<usize>,
    /// How much of the trail has been followed.
    propagated: usize,
    /// How many rows take part.
    heard: usize,
    /// Room for a row that is asked.
    room: Vec<(i64, Literal)>,
    /// How many terms were looked at.
    pub(super) steps: u64,
    /// Rows that cannot be kept, whatever is decided.
    pub(super) is_impossible: bool,
    pub(super) is_too_long: bool,
    length: usize,
}

impl Rows {
    /// A variable; the literal that says it is true.
    pub(super) fn variable(&mut self) -> Literal {
        self.assignments.push(Assignment {
            level: 0,
            place: 0,
            reason: NO_ROW,
        });
        self.of.resize(2 * self.assignments.len(), Vec::new());
        self.holds.resize(2 * self.assignments.len(), false);
        2 * (self.assignments.len() - 1)
    }

    pub(super) fn variables(&self) -> usize {
        self.assignments.len()
    }

    pub(super) fn literals(&self) -> usize {
        self.holds.len()
    }

    pub(super) fn level(&self) -> usize {
        self.decisions.len()
    }

    pub(super) fn is_true(&self, literal: Literal) -> bool {
        self.holds[literal]
    }

    pub(super) fn is_false(&self, literal: Literal) -> bool {
        self.holds[not(literal)]
    }

    pub(super) fn is_open(&self, literal: Literal) -> bool {
        !self.holds[literal] && !self.holds[not(literal)]
    }

    /// Adds a row in which weights may be below 0 and literals may stand twice. It takes part from the
    /// next [`Rows::propagate_new`] on.
    pub(super) fn ask(&mut self, terms: impl IntoIterator<Item = (i64, Literal)>, least: i64) {
        let mut room = std::mem::take(&mut self.room);
        room.extend(terms);
        self.steps += MADE + MADE * room.len() as u64;
        match shape(&mut room, least) {
            Shape::Kept => {}
            Shape::Impossible => self.is_impossible = true,
            Shape::TooLong => self.is_too_long = true,
            Shape::Row(least) => {
                self.length += room.len();
                self.is_too_long |= self.length > LONGEST;
                if !self.is_too_long {
                    self.keep(room.clone(), least, 0);
                }
            }
        }
        room.clear();
        self.room = room;
    }

    /// Keeps a row that is in shape; nothing follows from it yet.
    fn keep(&mut self, mut terms: Vec<(i64, Literal)>, least: i64, learned: usize) {
        terms.sort_unstable_by(|one, two| two.cmp(one));
        self.all.push(Row {
            largest: terms.first().map_or(0, |(weight, _)| *weight),
            terms,
            least,
            slack: 0,
            learned,
        });
    }

    /// Lets the rows take part that do not yet.
    fn join(&mut self) {
        for (place, row) in self.all.iter_mut().enumerate().skip(self.heard) {
            row.slack = -row.least;
            for (weight, literal) in &row.terms {
                self.of[*literal].push((place, *weight));
                let is_lost = self.holds[not(*literal)]
                    && self.assignments[literal / 2].place < self.propagated;
                if !is_lost {
                    row.slack += weight;
                }
            }
        }
        self.heard = self.all.len();
    }

    /// Adds a row that was learned, from so many levels; its place. All rows that were asked take part
    /// by then.
    pub(super) fn add(&mut self, terms: Vec<(i64, Literal)>, least: i64, learned: usize) -> usize {
        self.keep(terms, least, learned);
        self.join();
        self.all.len() - 1
    }

    /// Makes a literal true.
    pub(super) fn set(&mut self, literal: Literal, reason: usize) {
        self.holds[literal] = true;
        self.assignments[literal / 2] = Assignment {
            level: self.decisions.len(),
            place: self.trail.len(),
            reason,
        };
        self.trail.push(literal);
    }

    pub(super) fn decide(&mut self, literal: Literal) {
        self.decisions.push(self.trail.len());
        self.set(literal, NO_ROW);
    }

    /// Sets what a row asks for. False where the row cannot be kept any more.
    pub(super) fn propagate_row(&mut self, row: usize) -> bool {
        let slack = self.all[row].slack;
        if slack < 0 {
            return false;
        }
        let terms = std::mem::take(&mut self.all[row].terms);
        for (weight, literal) in &terms {
            if *weight <= slack {
                break;
            }
            self.steps += 1;
            if self.is_open(*literal) {
                self.set(*literal, row);
            }
        }
        self.all[row].terms = terms;
        true
    }

    /// Sets what each row asks for by itself that was not there before. False where one cannot be kept.
    /// Nothing may be decided at that time.
    pub(super) fn propagate_new(&mut self) -> bool {
        let mut new = self.heard..self.all.len();
        // How many rows each literal is in, so that room for them is made once.
        let mut numbers = vec![0; self.of.len()];
        let terms = self.all[new.clone()].iter().flat_map(|row| &row.terms);
        terms.for_each(|(_, literal)| numbers[*literal] += 1);
        for (of, number) in self.of.iter_mut().zip(numbers) {
            of.reserve_exact(number);
        }
        self.join();
        new.all(|row| self.propagate_row(row))
    }

    /// Sets all that follows; a row that cannot be kept.
    pub(super) fn propagate(&mut self) -> Option<usize> {
        while let Some(literal) = self.trail.get(self.propagated).copied() {
            self.propagated += 1;
            let lost = not(literal);
            let mut broken = None;
            let touched = std::mem::take(&mut self.of[lost]);
            self.steps += touched.len() as u64;
            for (place, weight) in &touched {
                let row = &mut self.all[*place];
                row.slack -= weight;
                if row.slack < row.largest && broken.is_none() && !self.propagate_row(*place) {
                    broken = Some(*place);
                }
            }
            self.of[lost] = touched;
            if broken.is_some() {
                return broken;
            }
        }
        None
    }

    /// Takes back all that was set after this level.
    pub(super) fn back_to(&mut self, level: usize, mut undone: impl FnMut(Literal)) {
        let Some(length) = self.decisions.get(level).copied() else {
            return;
        };
        while self.trail.len() > length {
            let Some(literal) = self.trail.pop() else {
                break;
            };
            self.holds[literal] = false;
            if self.trail.len() < self.propagated {
                let touched = self.of[not(literal)].as_slice();
                let all = self.all.as_mut_slice();
                for (row, weight) in touched {
                    all[*row].slack += weight;
                }
                self.steps += touched.len() as u64;
            }
            undone(literal);
        }
        self.propagated = self.propagated.min(length);
        self.decisions.truncate(level);
    }

    /// In how many levels each row that was learned was at odds.
    pub(super) fn learned(&self) -> impl Iterator<Item = usize> {
        let learned = self.all.iter().map(|row| row.learned);
        learned.filter(|learned| *learned > 0)
    }

    /// Forgets what was learned from so many levels or more. Nothing may be decided at that time.
    pub(super) fn forget(&mut self, levels: usize) {
        let all = std::mem::take(&mut self.all);
        for of in &mut self.of {
            of.clear();
        }
        self.heard = 0;
        for row in all {
            if row.learned < levels {
                self.steps += row.terms.len() as u64;
                self.all.push(row);
            }
        }
        self.join();
        // What is set in any case needs no reason any more.
        for assignments in &mut self.assignments {
            assignments.reason = NO_ROW;
        }
    }
}
