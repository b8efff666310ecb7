//! A problem made ready for the search: its steps, and the state after each.

use super::layout::{Ahead, Place};
use super::problem::Counter;

/// Items that add the same: only how many are chosen matters.
pub(super) struct Step {
    /// The items, in their order.
    pub(super) members: Vec<usize>,
    /// True where they have to be chosen.
    pub(super) must: bool,
    /// The ways in which each of them may be taken.
    pub(super) options: Vec<Vec<Effect>>,
    /// True where there can be enough: nothing that it touches has a most.
    pub(super) saturates: bool,
    /// What the counters that begin here begin with.
    pub(super) enter: Key,
    /// The counters that end after it, earlier ones first.
    pub(super) closing: Vec<Closing>,
}

/// The values of the open counters. No counter lies in both words.
pub(super) type Key = [u64; 2];

/// What one choice does to a counter, and what the outcome means after that step.
#[derive(Clone, Copy)]
pub(super) struct Effect {
    pub(super) counter: usize,
    pub(super) change: i64,
    place: Place,
    meaning: Meaning,
}

pub(super) struct Closing {
    place: Place,
    /// The least and the most it may end at, and whether it may end at 0 all the same.
    least: i64,
    most: i64,
    unless_zero: bool,
    /// From where on it adds to others.
    at: i64,
    to: Vec<Effect>,
}

/// What the values of a counter mean, given how far what comes can still take it.
#[derive(Clone, Copy)]
struct Meaning {
    /// Above this, its most cannot be kept any more.
    over: i64,
    /// Below this, its least cannot be reached any more,
    under: i64,
    /// which is nothing to one that can still end at 0: up to here.
    zero: i64,
    /// Above this, its most can still be passed, so that the value matters.
    exact: i64,
    /// Otherwise this stands for all that is higher: nothing more is wanted of it.
    full: i64,
}

/// Where a choice leads.
pub(super) struct Reached {
    pub(super) key: Key,
    /// True where more of the same leads there too.
    pub(super) full: bool,
}

/// Why a choice leads nowhere.
pub(super) enum Dead {
    /// More of the same can still help.
    Yet,
    /// More of the same cannot.
    Ever,
}

/// What came of making a machine.
pub(super) enum Made {
    /// It can be searched.
    Ready(Machine),
    /// No choice keeps all bounds: that is plain without a search.
    Impossible,
    /// More counters overlap than a key can hold.
    TooWide,
}

/// A problem with its steps.
pub(super) struct Machine {
    pub(super) counters: Vec<Counter>,
    pub(super) places: Vec<Place>,
    /// The first and the last step that touch each counter.
    pub(super) lives: Vec<Option<(usize, usize)>>,
    pub(super) steps: Vec<Step>,
    /// Items that are chosen in any case, in one way only.
    pub(super) fixed: Vec<usize>,
    pub(super) start: Key,
}

impl Step {
    /// The state after taking the step's items so many times in this way, or not at all.
    pub(super) fn take(
        &self,
        key: Key,
        option: Option<usize>,
        times: i64,
    ) -> Result<Reached, Dead> {
        let mut key = [key[0] | self.enter[0], key[1] | self.enter[1]];
        let mut full = self.saturates;
        // Where nothing is taken, what the step could have done is no longer ahead.
        let (ways, times) = match option {
            Some(option) => (self.options.get(option..=option), times),
            None => (Some(self.options.as_slice()), 0),
        };
        for effect in ways.into_iter().flatten().flatten() {
            let change = effect.change.saturating_mul(times);
            let value = effect.place.get(&key).saturating_add(change);
            match effect.meaning.of(value) {
                Ok(value) => {
                    full &= value >= effect.meaning.full;
                    effect.place.put(&mut key, value);
                }
                Err(above) if above == (effect.change > 0) => return Err(Dead::Ever),
                Err(_) => return Err(Dead::Yet),
            }
        }
        for closing in &self.closing {
            let value = closing.place.get(&key);
            if value > closing.most || value < closing.least && !(closing.unless_zero && value == 0)
            {
                return Err(Dead::Yet);
            }
            closing.place.clear(&mut key);
            if value >= closing.at {
                for effect in &closing.to {
                    let value = effect.place.get(&key).saturating_add(1);
                    let Ok(value) = effect.meaning.of(value) else {
                        return Err(Dead::Yet);
                    };
                    effect.place.put(&mut key, value);
                }
            }
        }
        Ok(Reached { key, full })
    }
}

impl Machine {
    /// What a change of a counter does where so much is ahead of it after that.
    pub(super) fn effect(&self, counter: usize, change: i64, ahead: Ahead) -> Effect {
        Effect {
            counter,
            change,
            place: self.places[counter],
            meaning: self.meaning(counter, ahead),
        }
    }

    /// How a counter ends, and what it adds to.
    pub(super) fn closing(&self, counter: usize, to: Vec<Effect>) -> Closing {
        let of = &self.counters[counter];
        Closing {
            place: self.places[counter],
            least: of.least.unwrap_or(i64::MIN),
            most: of.most.unwrap_or(i64::MAX),
            unless_zero: of.unless_zero,
            at: of.emits.as_ref().map_or(i64::MAX, |(at, _)| *at),
            to,
        }
    }

    /// The key in which a counter stands at its beginning; `None` where nothing can come of that.
    pub(super) fn begin(&self, counter: usize, ahead: Ahead, key: &mut Key) -> Option<()> {
        let start = self.counters[counter].start;
        let value = self.meaning(counter, ahead).of(start).ok()?;
        self.places[counter].put(key, value);
        Some(())
    }

    fn meaning(&self, counter: usize, Ahead { up, down }: Ahead) -> Meaning {
        let of = &self.counters[counter];
        let wanted = of.least.max(of.emits.as_ref().map(|(at, _)| *at));
        let least = |least: i64| least.saturating_sub(up);
        let low = self.places[counter].low;
        Meaning {
            over: of.most.map_or(i64::MAX, |most| most.saturating_sub(down)),
            under: of.least.map_or(i64::MIN, least),
            zero: if of.unless_zero {
                down.saturating_neg()
            } else {
                i64::MIN
            },
            exact: of.most.map_or(i64::MAX, |most| most.saturating_sub(up)),
            full: wanted.map_or(low, |wanted| wanted.saturating_sub(down)),
        }
    }
}

impl Meaning {
    /// The value that stands for all from which the same can come, or whether it is too high (true)
    /// or too low for anything to come.
    fn of(&self, value: i64) -> Result<i64, bool> {
        if value > self.over {
            return Err(true);
        }
        if value < self.under && value > self.zero {
            return Err(false);
        }
        if value > self.exact {
            return Ok(value);
        }
        Ok(value.min(self.full))
    }
}

impl Place {
    /// The value of the counter that has this place.
    pub(super) fn get(&self, key: &Key) -> i64 {
        let code = (key[self.word] >> self.shift) & self.mask;
        code.cast_signed().wrapping_add(self.low)
    }

    fn put(&self, key: &mut Key, value: i64) {
        // What stands for all that is higher may lie below what can come up at all.
        let code = value.saturating_sub(self.low).max(0).cast_unsigned();
        let word = &mut key[self.word];
        *word = *word & !(self.mask << self.shift) | ((code & self.mask) << self.shift);
    }

    fn clear(&self, key: &mut Key) {
        key[self.word] &= !(self.mask << self.shift);
    }
}

/// Whether a counter that ends here adds to others; `None` where it may not end here.
pub(super) fn ends(counter: &Counter, value: i64) -> Option<bool> {
    let emits = counter.emits.as_ref().is_some_and(|(at, _)| value >= *at);
    counter.holds(value).then_some(emits)
}
