//! A problem made ready for the search: its steps, and the state after each.

use super::Counter;
use super::layout::{Ahead, Place};

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
    pub(super) enter: u128,
    /// The counters that end after it, earlier ones first.
    pub(super) closing: Vec<Closing>,
}

/// What one choice does to a counter.
pub(super) struct Effect {
    pub(super) counter: usize,
    pub(super) change: i64,
    pub(super) ahead: Ahead,
}

pub(super) struct Closing {
    pub(super) counter: usize,
    pub(super) to: Vec<Effect>,
}

/// Where a choice leads.
pub(super) struct Reached {
    pub(super) key: u128,
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

/// A problem with its steps.
pub(super) struct Machine {
    pub(super) counters: Vec<Counter>,
    pub(super) places: Vec<Place>,
    pub(super) steps: Vec<Step>,
    /// Items that are chosen in any case, in one way only.
    pub(super) fixed: Vec<usize>,
    pub(super) start: u128,
}

impl Machine {
    /// The state after taking the step's items so many times in this way, or not at all.
    pub(super) fn take(
        &self,
        step: &Step,
        key: u128,
        option: Option<usize>,
        times: i64,
    ) -> Result<Reached, Dead> {
        let mut key = key | step.enter;
        let mut full = step.saturates;
        // Where nothing is taken, what the step could have done is no longer ahead.
        let (ways, times) = match option {
            Some(option) => (step.options.get(option..=option), times),
            None => (Some(step.options.as_slice()), 0),
        };
        for effect in ways.into_iter().flatten().flatten() {
            let change = effect.change.saturating_mul(times);
            let value = self.get(key, effect.counter).saturating_add(change);
            match self.normal(effect.counter, value, effect.ahead) {
                Ok(value) => {
                    full &= self.is_full(effect.counter, value, effect.ahead);
                    key = self.put(key, effect.counter, value);
                }
                Err(above) if above == (effect.change > 0) => return Err(Dead::Ever),
                Err(_) => return Err(Dead::Yet),
            }
        }
        for closing in &step.closing {
            let value = self.get(key, closing.counter);
            let Some(emits) = ends(&self.counters[closing.counter], value) else {
                return Err(Dead::Yet);
            };
            key = self.clear(key, closing.counter);
            for effect in closing.to.iter().filter(|_| emits) {
                let value = self.get(key, effect.counter).saturating_add(1);
                let Ok(value) = self.normal(effect.counter, value, effect.ahead) else {
                    return Err(Dead::Yet);
                };
                key = self.put(key, effect.counter, value);
            }
        }
        Ok(Reached { key, full })
    }

    /// The value that stands for all from which the same can come, or whether it is too high (true)
    /// or too low for anything to come.
    pub(super) fn normal(&self, index: usize, value: i64, ahead: Ahead) -> Result<i64, bool> {
        let counter = &self.counters[index];
        let (lowest, highest) = (
            value.saturating_add(ahead.down),
            value.saturating_add(ahead.up),
        );
        if counter.most.is_some_and(|most| lowest > most) {
            return Err(true);
        }
        let may_stay_zero = counter.unless_zero && lowest <= 0;
        if counter.least.is_some_and(|least| highest < least) && !may_stay_zero {
            return Err(false);
        }
        if counter.most.is_some_and(|most| highest > most) {
            return Ok(value);
        }
        let wanted = counter.least.max(counter.emits.as_ref().map(|(at, _)| *at));
        Ok(match wanted {
            Some(wanted) => value.min(wanted.saturating_sub(ahead.down)),
            None => self.places[index].low,
        })
    }

    /// True where a counter without a most has all that is wanted of it.
    fn is_full(&self, index: usize, value: i64, ahead: Ahead) -> bool {
        let counter = &self.counters[index];
        let wanted = counter.least.max(counter.emits.as_ref().map(|(at, _)| *at));
        wanted.is_none_or(|wanted| value >= wanted.saturating_sub(ahead.down))
    }

    fn get(&self, key: u128, counter: usize) -> i64 {
        let place = self.places[counter];
        let code = (key >> place.offset) & mask(place.width);
        i64::try_from(code)
            .unwrap_or(i64::MAX)
            .saturating_add(place.low)
    }

    pub(super) fn put(&self, key: u128, counter: usize, value: i64) -> u128 {
        let place = self.places[counter];
        let code = u128::try_from(value.saturating_sub(place.low)).unwrap_or(0);
        self.clear(key, counter) | ((code & mask(place.width)) << place.offset)
    }

    fn clear(&self, key: u128, counter: usize) -> u128 {
        let place = self.places[counter];
        key & !(mask(place.width) << place.offset)
    }
}

const fn mask(width: u32) -> u128 {
    (1 << width) - 1
}

/// Whether a counter that ends here adds to others; `None` where it may not end here.
pub(super) fn ends(counter: &Counter, value: i64) -> Option<bool> {
    let emits = counter.emits.as_ref().is_some_and(|(at, _)| value >= *at);
    counter.holds(value).then_some(emits)
}
