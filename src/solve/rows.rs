//! Rows over variables that are true or false, and what follows from them.
//!
//! A row says that what its true literals weigh together is at least something (a pseudo-Boolean
//! constraint). All bounds of a problem can be said in rows. Each row knows what it can still lose;
//! a literal that weighs more than that has to be true.

/// A variable, twice, and 1 more where it is meant to be false.
pub(super) type Literal = usize;

/// The literal of the same variable that says the opposite.
pub(super) const fn not(literal: Literal) -> Literal {
    literal ^ 1
}

/// There is no reason: it was decided.
pub(super) const NO_ROW: usize = usize::MAX;

/// How many looks at a term it takes to make one of a row.
pub(super) const MADE: u64 = 4;

/// The largest weight and the most terms of all rows together, so that no sum can get too long.
pub(super) const HEAVIEST: i64 = 1 << 24;
pub(super) const LONGEST: usize = 1 << 16;

pub(super) struct Row {
    /// Weights above 0, the largest first.
    pub(super) terms: Vec<(i64, Literal)>,
    pub(super) least: i64,
    /// What the literals that are not false weigh above the least.
    pub(super) slack: i64,
    /// 0 for a row of the problem; for one that was learned, in how many levels it was at odds.
    pub(super) learned: usize,
}

/// Where a variable stands that has a value.
#[derive(Clone, Copy)]
pub(super) struct Standing {
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
    pub(super) standing: Vec<Standing>,
    pub(super) trail: Vec<Literal>,
    /// How long the trail was at each decision.
    pub(super) decisions: Vec<usize>,
    /// How much of the trail has been followed.
    followed: usize,
    /// How many rows were asked what they set by themselves.
    heard: usize,
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
        self.standing.push(Standing {
            level: 0,
            place: 0,
            reason: NO_ROW,
        });
        self.of.resize(2 * self.standing.len(), Vec::new());
        self.holds.resize(2 * self.standing.len(), false);
        2 * (self.standing.len() - 1)
    }

    pub(super) fn variables(&self) -> usize {
        self.standing.len()
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

    /// Adds a row in which weights may be below 0 and literals may stand twice.
    pub(super) fn ask(&mut self, terms: impl IntoIterator<Item = (i64, Literal)>, least: i64) {
        let mut least = i128::from(least);
        let mut all: Vec<(usize, i128)> = Vec::new();
        for (weight, literal) in terms {
            // In literals that say something is true.
            let weight = i128::from(weight);
            if literal & 1 == 0 {
                all.push((literal, weight));
            } else {
                least -= weight;
                all.push((not(literal), -weight));
            }
        }
        self.steps += MADE + MADE * all.len() as u64;
        all.sort_unstable();
        let mut merged: Vec<(i128, Literal)> = Vec::new();
        for (literal, weight) in all {
            match merged.last_mut() {
                Some((sum, known)) if *known == literal => *sum += weight,
                _ => merged.push((weight, literal)),
            }
        }
        for (weight, literal) in &mut merged {
            if *weight < 0 {
                least -= *weight;
                (*weight, *literal) = (-*weight, not(*literal));
            }
        }
        merged.retain(|(weight, _)| *weight > 0);
        if least <= 0 {
            return;
        }
        let terms = merged
            .into_iter()
            .map(|(weight, literal)| (weight.min(least), literal));
        let terms: Vec<(i128, Literal)> = terms.collect();
        let sum: i128 = terms.iter().map(|(weight, _)| weight).sum();
        if sum < least {
            self.is_impossible = true;
            return;
        }
        let most = i128::from(HEAVIEST);
        self.length += terms.len();
        if least > most << 16
            || terms.iter().any(|(weight, _)| *weight > most)
            || self.length > LONGEST
        {
            self.is_too_long = true;
            return;
        }
        let short = |number: i128| i64::try_from(number).unwrap_or(i64::MAX);
        let terms = terms
            .into_iter()
            .map(|(weight, literal)| (short(weight), literal));
        self.add(terms.collect(), short(least), 0);
    }

    /// Adds a row that is in shape; its place.
    pub(super) fn add(
        &mut self,
        mut terms: Vec<(i64, Literal)>,
        least: i64,
        learned: usize,
    ) -> usize {
        terms.sort_unstable_by(|one, two| two.cmp(one));
        let place = self.all.len();
        let mut slack = -least;
        for (weight, literal) in &terms {
            self.of[*literal].push((place, *weight));
            let lost = self.is_false(*literal) && self.standing[literal / 2].place < self.followed;
            if !lost {
                slack += weight;
            }
        }
        self.all.push(Row {
            terms,
            least,
            slack,
            learned,
        });
        place
    }

    /// Makes a literal true.
    pub(super) fn set(&mut self, literal: Literal, reason: usize) {
        self.holds[literal] = true;
        self.standing[literal / 2] = Standing {
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
    pub(super) fn follow_row(&mut self, row: usize) -> bool {
        let slack = self.all[row].slack;
        if slack < 0 {
            return false;
        }
        let mut at = 0;
        while let Some((weight, literal)) = self.all[row].terms.get(at).copied() {
            if weight <= slack {
                break;
            }
            if self.is_open(literal) {
                self.set(literal, row);
            }
            at += 1;
        }
        self.steps += at as u64;
        true
    }

    /// Sets what each row asks for by itself that was not there before. False where one cannot be kept.
    /// Nothing may be decided at that time.
    pub(super) fn follow_new(&mut self) -> bool {
        let mut new = self.heard..self.all.len();
        self.heard = self.all.len();
        new.all(|row| self.follow_row(row))
    }

    /// Sets all that follows; a row that cannot be kept.
    pub(super) fn follow(&mut self) -> Option<usize> {
        while let Some(literal) = self.trail.get(self.followed).copied() {
            self.followed += 1;
            let lost = not(literal);
            let mut broken = None;
            let number = self.of[lost].len();
            self.steps += number as u64;
            for at in 0..number {
                let (place, weight) = self.of[lost][at];
                let row = &mut self.all[place];
                row.slack -= weight;
                if row.slack < row.terms[0].0 && broken.is_none() && !self.follow_row(place) {
                    broken = Some(place);
                }
            }
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
            if self.trail.len() < self.followed {
                for (row, weight) in &self.of[not(literal)] {
                    self.all[*row].slack += weight;
                }
                self.steps += self.of[not(literal)].len() as u64;
            }
            undone(literal);
        }
        self.followed = self.followed.min(length);
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
        for row in all {
            if row.learned < levels {
                self.steps += row.terms.len() as u64;
                self.add(row.terms, row.least, row.learned);
            }
        }
        self.heard = self.all.len();
        // What is set in any case needs no reason any more.
        for standing in &mut self.standing {
            standing.reason = NO_ROW;
        }
    }
}
