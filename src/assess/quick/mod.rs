//! Whether a plan meets all rules, and nothing else, for who asks this of very many sets of units.
//!
//! The rules are made ready once, for one learner's circumstances. What every counter of them comes
//! to stands side by side in a few words, each in bits of its own (a lane), so that one addition adds
//! to all of them. For every few units in a row a table has what each choice of them adds. So a set
//! of 62 units takes eight look-ups, and all bounds of a word are tried at once: what brings a lane
//! from its bound to its highest bit, which is kept free, is added, and those bits are looked at.

mod lanes;

use self::lanes::{Asked, Bounds, Lane, asked};
use super::closed::closed_units;
use super::compile::compile;
use super::credited::credited;
use super::forms::condition;
use super::model::Context;
use crate::plan::Plan;
use crate::qualification::Qualification;
use crate::solve::Counter;

/// The rules in force for a learner, ready to judge sets of units.
#[derive(Clone, Debug)]
pub struct Judge {
    /// How many words a set of units takes.
    words: usize,
    /// What no unit comes to, by words of lanes. Those that say which units count side by side are
    /// words of their own and stand first.
    start: Vec<u64>,
    /// How many words say which units count side by side.
    counting: usize,
    bounds: Vec<Bounds>,
    /// Lanes that add to others, in the order in which they do.
    emitters: Vec<Emitter>,
    /// Floors that are asked for only if there is anything.
    floors: Vec<Floor>,
    /// How many units a look-up takes in.
    at_once: u32,
    /// For each look-up and each choice of its units what they add to each word of lanes.
    table: Vec<u64>,
    conditions_ticked: bool,
}

/// A lane that adds 1 to others from a value on.
#[derive(Clone, Debug)]
struct Emitter {
    lane: Lane,
    at: u64,
    /// To which words how much.
    adds: Vec<(usize, u64)>,
}

#[derive(Clone, Copy, Debug)]
struct Floor {
    lane: Lane,
    zero: Option<u64>,
    least: u64,
}

/// How many words the table may take at most; where it would be longer, fewer units go together.
const TABLE: usize = 1 << 18;

impl Judge {
    /// The rules for a plan's day of registration, pathway, nation, conditions, and ways in which
    /// its units are earned. `None` where the answer takes a search: a pathway or nation is still to
    /// be chosen, a condition to be ticked by those who take a unit, or a unit may count in several
    /// groups so that the rules can tell. Also where a sum could leave 62 bits.
    #[must_use]
    pub fn new(qualification: &Qualification, plan: &Plan, context: Context) -> Option<Self> {
        let qualification = &*credited(qualification, plan);
        let variants = compile(qualification, plan, context);
        let [compiled] = variants.as_slice() else {
            return None;
        };
        let problem = &compiled.problem;
        if problem.kinds.iter().any(|kind| kind.options.len() > 1) {
            return None;
        }
        let mut conditions_ticked = true;
        for asking in condition::not_ticked(compiled, plan) {
            if asking.is_some() {
                return None;
            }
            conditions_ticked = false;
        }
        let open: Vec<bool> = closed_units(qualification, plan, context)
            .iter()
            .map(Option::is_none)
            .collect();
        let mut asked = asked(compiled, &open);
        let is_counting: Vec<bool> = (0..asked.len())
            .map(|index| compiled.counting().any(|counting| counting == index))
            .collect();
        let mut judge = Self {
            words: qualification.units.len().div_ceil(64),
            start: Vec::new(),
            counting: 0,
            bounds: Vec::new(),
            emitters: Vec::new(),
            floors: Vec::new(),
            at_once: 1,
            table: Vec::new(),
            conditions_ticked,
        };
        let mut lanes = vec![None; asked.len()];
        for counting in [true, false] {
            let mut used = 64;
            for (index, asked) in asked.iter().enumerate() {
                if let Some(asked) = asked
                    && is_counting[index] == counting
                {
                    lanes[index] = Some(judge.lane(asked, &mut used)?);
                }
            }
            if counting {
                judge.counting = judge.start.len();
            }
        }
        for (lane, asked) in lanes.iter().zip(&asked) {
            if let (Some(lane), Some(asked)) = (lane, asked) {
                judge.ask(*lane, asked.counter, &lanes)?;
            }
        }
        let mut rows = vec![vec![0_u64; judge.start.len()]; open.len()];
        for (lane, asked) in lanes.iter().zip(&mut asked) {
            for (unit, change) in asked.iter_mut().flat_map(|asked| &asked.changes) {
                if let Some(lane) = lane {
                    let word = &mut rows[*unit][lane.word];
                    *word = word.wrapping_add(change.cast_unsigned() << lane.shift);
                }
            }
        }
        judge.tabulate(&rows);
        Some(judge)
    }

    /// A lane for a counter. `used` are the bits that the last word has no more.
    fn lane(&mut self, asked: &Asked<'_>, used: &mut u32) -> Option<Lane> {
        let range = u64::try_from(asked.highest - asked.lowest).ok()?;
        let bits = (64 - range.leading_zeros()).max(1);
        if bits > 62 {
            return None;
        }
        if *used + bits + 1 > 64 {
            self.start.push(0);
            self.bounds.push(Bounds::default());
            *used = 0;
        }
        let lane = Lane {
            word: self.start.len() - 1,
            shift: *used,
            bits,
            lowest: asked.lowest,
        };
        *used += bits + 1;
        self.start[lane.word] |= lane.place_of(i128::from(asked.counter.start)) << lane.shift;
        Some(lane)
    }

    /// Asks of a lane what its counter asks for. `None` where it adds to one that says which units
    /// count side by side.
    fn ask(&mut self, lane: Lane, counter: &Counter, lanes: &[Option<Lane>]) -> Option<()> {
        let highest = 1 << lane.bits;
        let least = counter.least.map_or(0, |least| lane.place_of(least.into()));
        let beyond = counter
            .most
            .map_or(highest, |most| lane.place_of(i128::from(most) + 1));
        let bounds = &mut self.bounds[lane.word];
        bounds.highest |= highest << lane.shift;
        bounds.most |= (highest - beyond) << lane.shift;
        if counter.unless_zero {
            bounds.least |= highest << lane.shift;
            // Where the sum is always above 0, nothing stands for 0.
            let zero = (lane.lowest <= 0).then(|| lane.place_of(0));
            self.floors.push(Floor { lane, zero, least });
        } else {
            bounds.least |= (highest - least) << lane.shift;
        }
        if let Some((at, to)) = &counter.emits {
            let mut adds = Vec::new();
            for target in to.iter().filter_map(|target| lanes.get(*target)?.as_ref()) {
                if target.word < self.counting {
                    return None;
                }
                adds.push((target.word, 1 << target.shift));
            }
            let at = lane.place_of((*at).into());
            self.emitters.push(Emitter { lane, at, adds });
        }
        Some(())
    }

    /// Puts together what each choice of a few units adds.
    fn tabulate(&mut self, rows: &[Vec<u64>]) {
        let lanes = self.start.len();
        let size = |at_once: u32| ((self.words * 64) >> at_once.ilog2()) * (lanes << at_once);
        let fits = |at_once: &u32| size(*at_once) <= TABLE;
        self.at_once = [8, 4, 2].into_iter().find(fits).unwrap_or(1);
        self.table = vec![0; size(self.at_once)];
        let (choices, at_once) = (1_usize << self.at_once, self.at_once as usize);
        for (place, table) in self
            .table
            .chunks_exact_mut((choices * lanes).max(1))
            .enumerate()
        {
            for choice in 1..choices {
                let first = choice.trailing_zeros() as usize;
                let Some(row) = rows.get(place * at_once + first) else {
                    continue;
                };
                for (lane, more) in row.iter().enumerate() {
                    let others = table[(choice & (choice - 1)) * lanes + lane];
                    table[choice * lanes + lane] = others.wrapping_add(*more);
                }
            }
        }
    }

    /// How many words a set of picked units takes.
    #[must_use]
    pub const fn words(&self) -> usize {
        self.words
    }

    /// Whether a plan of these units meets all rules, one bit for each unit in the order of the
    /// qualification and [`Judge::words`] long. `None` where some of them do not count side by side, so that
    /// [`assess`](super::assess) has to say which do.
    #[must_use]
    pub fn is_met(&self, picked: &[u64]) -> Option<bool> {
        match self.start.len() {
            0 => Some(self.conditions_ticked),
            1 => self.judge::<1>(picked),
            2 => self.judge::<2>(picked),
            3 => self.judge::<3>(picked),
            4 => self.judge::<4>(picked),
            lanes => {
                let mut sums = self.start.clone();
                self.walk(picked, |adds| {
                    let adds = &self.table[adds..adds + lanes];
                    for (sum, more) in sums.iter_mut().zip(adds) {
                        *sum = sum.wrapping_add(*more);
                    }
                });
                self.answer(&mut sums)
            }
        }
    }

    fn judge<const LANES: usize>(&self, picked: &[u64]) -> Option<bool> {
        let mut sums = [0; LANES];
        sums.copy_from_slice(self.start.get(..LANES)?);
        self.walk(picked, |adds| {
            if let Some(adds) = self
                .table
                .get(adds..)
                .and_then(<[u64]>::first_chunk::<LANES>)
            {
                for (sum, more) in sums.iter_mut().zip(adds) {
                    *sum = sum.wrapping_add(*more);
                }
            }
        });
        self.answer(&mut sums)
    }

    /// Tells where in the table that stands which the picked units add.
    fn walk(&self, picked: &[u64], mut add: impl FnMut(usize)) {
        let lanes = self.start.len();
        let choices = 1_u64 << self.at_once;
        let look_ups = (64 / self.at_once) as usize;
        for (place, word) in picked.iter().enumerate().take(self.words) {
            let (mut rest, mut table) = (*word, place * look_ups * (lanes << self.at_once));
            while rest != 0 {
                #[expect(clippy::cast_possible_truncation, reason = "eight bits at most")]
                let choice = (rest & (choices - 1)) as usize;
                add(table + choice * lanes);
                table += lanes << self.at_once;
                rest >>= self.at_once;
            }
        }
    }

    fn answer(&self, sums: &mut [u64]) -> Option<bool> {
        let (counting, asking) = self.bounds.split_at(self.counting);
        let fit = |(bounds, sum): (&Bounds, &u64)| bounds.hold(*sum);
        if !counting.iter().zip(&*sums).all(fit) {
            return None;
        }
        for Emitter { lane, at, adds } in &self.emitters {
            if lane.of(sums) >= *at {
                for (word, more) in adds {
                    sums[*word] = sums[*word].wrapping_add(*more);
                }
            }
        }
        let is_met = self.conditions_ticked
            && asking.iter().zip(&sums[self.counting..]).all(fit)
            && self.floors.iter().all(|Floor { lane, zero, least }| {
                let value = lane.of(sums);
                value >= *least || *zero == Some(value)
            });
        Some(is_met)
    }
}
