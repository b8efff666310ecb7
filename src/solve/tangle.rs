//! The search by rows: decide, follow, learn.
//!
//! Literals that were met in recent conflicts are decided first, and each is set to its last value.
//! From time to time the search restarts, so that it does not stay where it began, and forgets the
//! less useful half of what it learned. Where a search takes long it is mostly because it began in
//! the wrong place. So after a number of conflicts it begins in another, with what it has learned.

use super::asked::Asked;
use super::learn::{Learner, Lesson};
use super::limit::{Found, Limit};
use super::problem::Problem;
use super::queue::Queue;
use super::rows::Rows;
use super::shape::Literal;

/// After this number of conflicts, times a factor, the search restarts.
const ROUND: u64 = 20;
/// After this number of conflicts the search begins in another place.
const FRESH: u64 = 40;
/// How many learned rows are kept at first, and how many more after each time that some were
/// forgotten.
const KEPT: usize = 80;
const MORE: usize = 20;
/// What a variable gains each time it is met, and from where on all is made smaller.
const GAIN: u64 = 1 << 16;
const HIGH: u64 = 1 << 50;

/// A search, and what it has learned.
pub(super) struct Tangle {
    pub(super) asked: Asked,
    learner: Learner,
    /// How often each variable was met, lately above all.
    met: Vec<u64>,
    gain: u64,
    /// Those that have no value, and perhaps others.
    queue: Queue,
    /// What each variable was when it last had a value.
    was: Vec<bool>,
    lessons: u64,
    rounds: u64,
    until: u64,
    /// How often it began in another place.
    fresh: u64,
    kept: usize,
}

/// The limit was reached.
const STOPPED: Found<Option<Choice>> = Found {
    answer: None,
    fully_searched: false,
};

/// Items, each with the way in which it is taken.
pub(super) type Choice = Vec<(usize, usize)>;

impl Tangle {
    /// A search for a choice; `None` where the problem cannot be said in rows. Of items that add the
    /// same those that are `first` are taken first.
    pub(super) fn of<F: Ord>(problem: &Problem, first: impl Fn(usize) -> F) -> Option<Self> {
        let asked = Asked::of(problem, first)?;
        Some(Self {
            asked,
            learner: Learner::default(),
            met: Vec::new(),
            gain: GAIN,
            queue: Queue::default(),
            was: Vec::new(),
            lessons: 0,
            rounds: 0,
            until: 0,
            fresh: 0,
            kept: KEPT,
        })
    }

    /// A choice in which this literal is true, if one is given. Asked again it goes on with what it
    /// has learned.
    pub(super) fn choose(
        &mut self,
        problem: &Problem,
        only_if: Option<Literal>,
        limit: &mut Limit,
    ) -> Found<Option<Choice>> {
        let found = self.search(only_if, limit);
        let is_kept = found
            .answer
            .as_ref()
            .is_none_or(|choice| problem.keeps(choice));
        if is_kept { found } else { STOPPED }
    }

    fn search(&mut self, only_if: Option<Literal>, limit: &mut Limit) -> Found<Option<Choice>> {
        self.take_back(0);
        // There may be more variables than when it was asked last.
        self.met.resize(self.asked.rows.variables(), 0);
        self.was.resize(self.asked.rows.variables(), false);
        self.queue.grow(self.asked.rows.variables(), &self.met);
        if self.asked.rows.is_impossible || !self.asked.rows.propagate_new() {
            return Found::whole(None);
        }
        let mut broken = self.asked.rows.propagate();
        loop {
            // Before the limit is looked at: where the search is asked again, this row would not be
            // followed once more.
            if broken.is_some() && self.asked.rows.level() == 0 {
                return Found::whole(None);
            }
            if !limit.take_steps(&mut self.asked.rows.steps) {
                return STOPPED;
            }
            if let Some(row) = broken {
                broken = match self.learn(row) {
                    Ok(broken) => broken,
                    Err(Lesson::Impossible) => return Found::whole(None),
                    Err(_) => return STOPPED,
                };
                continue;
            }
            if self.lessons >= self.until {
                self.begin_round();
            }
            let first = only_if.filter(|literal| !self.asked.rows.is_true(*literal));
            let literal = if let Some(literal) = first {
                if self.asked.rows.is_false(literal) {
                    return Found::whole(None);
                }
                literal
            } else {
                let Some(variable) = self.next() else {
                    return Found::whole(Some(self.choice()));
                };
                2 * variable + usize::from(!self.was[variable])
            };
            self.asked.rows.decide(literal);
            broken = self.asked.rows.propagate();
        }
    }

    /// Learns from a row that cannot be kept, and goes back to where the learned row would have
    /// shown the conflict. Returns a row that cannot be kept there, if there is one.
    fn learn(&mut self, row: usize) -> Result<Option<usize>, Lesson> {
        self.lessons += 1;
        let (met, queue, gain) = (&mut self.met, &mut self.queue, self.gain);
        let rows = &mut self.asked.rows;
        let lesson = self.learner.learn(rows, row, |variable| {
            met[variable] = met[variable].saturating_add(gain);
            queue.raise(variable, met);
        });
        self.gain += self.gain / 16;
        if self.gain > HIGH {
            self.gain = GAIN;
            for met in &mut self.met {
                *met /= HIGH / GAIN;
            }
            self.queue.sort(&self.met);
        }
        let Lesson::Row {
            terms,
            least,
            level,
            levels,
        } = lesson
        else {
            return Err(lesson);
        };
        self.take_back(level);
        let rows = &mut self.asked.rows;
        let row = rows.add(terms, least, levels);
        Ok(if rows.propagate_row(row) {
            rows.propagate()
        } else {
            Some(row)
        })
    }

    fn begin_round(&mut self) {
        self.take_back(0);
        self.rounds += 1;
        self.until = self.lessons + ROUND * luby(self.rounds);
        if self.lessons / FRESH > self.fresh {
            self.fresh = self.lessons / FRESH;
            self.begin_elsewhere();
        }
        let mut levels: Vec<usize> = self.asked.rows.learned().collect();
        if levels.len() > self.kept {
            levels.sort_unstable();
            let middle = levels[levels.len() / 2].max(3);
            self.asked.rows.forget(middle);
            self.kept += MORE;
        }
    }

    /// Lets other variables come first: the last, any, or the first.
    fn begin_elsewhere(&mut self) {
        self.gain = GAIN;
        self.was.fill(false);
        let (fresh, mut first) = (self.fresh, self.met.len() as u64);
        for (variable, met) in (0_u64..).zip(&mut self.met) {
            first -= 1;
            *met = match fresh % 3 {
                1 => variable,
                2 => (variable.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ fresh) % 1_024,
                _ => first,
            };
        }
        self.queue.sort(&self.met);
    }

    fn take_back(&mut self, level: usize) {
        let (was, met, queue) = (&mut self.was, &self.met, &mut self.queue);
        let rows: &mut Rows = &mut self.asked.rows;
        rows.back_to(level, |literal| {
            was[literal / 2] = literal & 1 == 0;
            queue.push(literal / 2, met);
        });
    }

    /// The variable that is decided on next; `None` where all have a value.
    fn next(&mut self) -> Option<usize> {
        loop {
            self.asked.rows.steps += 2 * self.queue.depth();
            let variable = self.queue.pop(&self.met)?;
            if self.asked.rows.is_open(2 * variable) {
                return Some(variable);
            }
        }
    }

    fn choice(&self) -> Choice {
        let mut chosen = Vec::new();
        for (item, ways) in self.asked.ways.iter().enumerate() {
            let mut ways = ways.iter();
            let way = ways.find(|(_, literal)| self.asked.rows.is_true(*literal));
            chosen.extend(way.map(|(way, _)| (item, *way)));
        }
        chosen
    }
}

/// How long each round is: 1, 1, 2, 1, 1, 2, 4, and so on, so that no length is tried much less than
/// another (Luby, Sinclair and Zuckerman).
fn luby(mut round: u64) -> u64 {
    loop {
        let power = (round + 1).next_power_of_two();
        if power == round + 1 {
            return power / 2;
        }
        round -= power / 2 - 1;
    }
}
