//! The order in which the steps of a problem are taken, and the bits that each counter has while it
//! is open.

use super::problem::{Counter, Problem};

/// The words of a key, and the bits of each.
const WORDS: usize = 2;
const BITS: u32 = 64;

/// How far a counter can still go, up and down, after a step.
#[derive(Clone, Copy, Default)]
pub(super) struct Ahead {
    pub(super) up: i64,
    pub(super) down: i64,
}

/// Where a counter stands in the key, and what it counts from.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) word: usize,
    pub(super) shift: u32,
    /// As many ones as it has bits.
    pub(super) mask: u64,
    pub(super) low: i64,
}

/// The ways in which an item may be taken.
type Options = Vec<Vec<(usize, i64)>>;

/// A step before its place in the order is known.
pub(super) struct Raw {
    pub(super) members: Vec<usize>,
    pub(super) must: bool,
    pub(super) options: Vec<Vec<(usize, i64)>>,
}

impl Raw {
    /// Adds what the step can do to each counter.
    pub(super) fn reach(&self, all: &mut [Ahead]) {
        let times = i64::try_from(self.members.len()).unwrap_or(i64::MAX);
        let mut touched: Vec<(usize, Ahead)> = Vec::new();
        for (counter, change) in self.options.iter().flatten() {
            let change = change.saturating_mul(times);
            let known = touched.iter_mut().find(|(known, _)| known == counter);
            let (up, down) = (change.max(0), change.min(0));
            if let Some((_, reach)) = known {
                reach.up = reach.up.max(up);
                reach.down = reach.down.min(down);
            } else {
                touched.push((*counter, Ahead { up, down }));
            }
        }
        for (counter, reach) in touched {
            all[counter].up = all[counter].up.saturating_add(reach.up);
            all[counter].down = all[counter].down.saturating_add(reach.down);
        }
    }

    pub(super) fn touches(&self) -> impl Iterator<Item = usize> {
        self.options.iter().flatten().map(|(counter, _)| *counter)
    }
}

/// Kinds without the counters that are left out, each once, and where each has gone.
pub(super) fn merge_kinds(
    problem: &Problem,
    is_out: &impl Fn(usize) -> bool,
) -> (Vec<Options>, Vec<usize>) {
    let mut slim: Vec<(Options, usize)> = problem
        .kinds
        .iter()
        .enumerate()
        .map(|(index, kind)| {
            let left = |option: &Vec<(usize, i64)>| {
                let mut left = option.clone();
                left.retain(|(counter, change)| !is_out(*counter) && *change != 0);
                left
            };
            let mut options: Vec<_> = kind.options.iter().map(left).collect();
            options.sort_unstable();
            options.dedup();
            (options, index)
        })
        .collect();
    slim.sort_unstable();
    let mut kinds: Vec<Options> = Vec::new();
    let mut place = vec![0; problem.kinds.len()];
    for (options, index) in slim {
        if kinds.last() != Some(&options) {
            kinds.push(options);
        }
        place[index] = kinds.len() - 1;
    }
    (kinds, place)
}

/// How far all steps and all that adds to it can take each counter.
pub(super) fn totals(counters: &[Counter], steps: &[Raw]) -> Vec<Ahead> {
    let mut all = vec![Ahead::default(); counters.len()];
    for step in steps {
        step.reach(&mut all);
    }
    for counter in counters {
        for target in counter.emits.iter().flat_map(|(_, to)| to) {
            all[*target].up = all[*target].up.saturating_add(1);
        }
    }
    all
}

/// The bits that a counter needs.
fn width(counter: &Counter, total: Ahead) -> (i64, u32) {
    let low = counter.start.saturating_add(total.down);
    let wanted = counter
        .least
        .max(counter.emits.as_ref().map(|(at, _)| *at))
        .max(counter.most);
    let top = wanted.map_or(low, |wanted| wanted.saturating_sub(total.down));
    let high = counter.start.saturating_add(total.up).min(top).max(low);
    (low, 64 - high.abs_diff(low).leading_zeros())
}

/// An order of the steps that keeps few counters open at a time: again and again the counter that
/// can be finished by opening the fewest others, then all the steps that are left of it.
pub(super) fn order(counters: &[Counter], steps: &[Raw], totals: &[Ahead]) -> Vec<usize> {
    let mut steps_of = vec![Vec::new(); counters.len()];
    for (index, step) in steps.iter().enumerate() {
        for counter in step.touches() {
            if steps_of[counter].last() != Some(&index) {
                steps_of[counter].push(index);
            }
        }
    }
    let bits: Vec<u32> = counters
        .iter()
        .zip(totals)
        .map(|(counter, total)| width(counter, *total).1)
        .collect();
    let (mut begun, mut taken) = (vec![false; counters.len()], vec![false; steps.len()]);
    let mut left: Vec<usize> = (0..counters.len())
        .filter(|counter| !steps_of[*counter].is_empty())
        .collect();
    let mut order = Vec::new();
    // To look at what each would open takes long; where there are more counters than this the number
    // of steps decides.
    let careful = left.len() <= 200;
    while !left.is_empty() {
        let price = |counter: usize| {
            let mut seen: Vec<usize> = Vec::new();
            let mut price = 0;
            let mut number = 0;
            for step in steps_of[counter].iter().filter(|step| !taken[**step]) {
                number += 1;
                for touched in steps[*step].touches().filter(|_| careful) {
                    if !begun[touched] && !seen.contains(&touched) {
                        seen.push(touched);
                        price += bits[touched];
                    }
                }
            }
            (price, number, counter)
        };
        let Some(place) = (0..left.len()).min_by_key(|place| price(left[*place])) else {
            break;
        };
        let counter = left.swap_remove(place);
        for step in &steps_of[counter] {
            if !taken[*step] {
                taken[*step] = true;
                order.push(*step);
                steps[*step]
                    .touches()
                    .for_each(|touched| begun[touched] = true);
            }
        }
    }
    order.extend((0..steps.len()).filter(|step| !taken[*step]));
    order
}

/// The first and the last step that touch each counter, through what adds to it too.
pub(super) fn lives(counters: &[Counter], steps: &[Raw]) -> Vec<Option<(usize, usize)>> {
    let mut lives: Vec<Option<(usize, usize)>> = vec![None; counters.len()];
    for (at, step) in steps.iter().enumerate() {
        for counter in step.touches() {
            let first = lives[counter].map_or(at, |(first, _)| first);
            lives[counter] = Some((first, at));
        }
    }
    for (index, counter) in counters.iter().enumerate() {
        let Some((_, last)) = lives[index] else {
            continue;
        };
        for target in counter.emits.iter().flat_map(|(_, to)| to) {
            let (first, until) = lives[*target].unwrap_or((last, last));
            lives[*target] = Some((first.min(last), until.max(last)));
        }
    }
    lives
}

/// Gives each counter its bits, those of a finished one to the next. `None` where there are too few.
pub(super) fn place(
    counters: &[Counter],
    totals: &[Ahead],
    lives: &[Option<(usize, usize)>],
    steps: usize,
    places: &mut [Place],
) -> Option<()> {
    let mut begins = vec![Vec::new(); steps];
    let mut ends = vec![Vec::new(); steps];
    for (index, life) in lives.iter().enumerate() {
        if let Some((first, last)) = life {
            begins[*first].push(index);
            ends[*last].push(index);
        }
    }
    let mut used = [0_u64; WORDS];
    for (begin, end) in begins.iter().zip(&ends) {
        for index in begin {
            let (low, width) = width(&counters[*index], totals[*index]);
            let mask = u64::MAX.checked_shr(BITS - width).unwrap_or(0);
            let shifts = 0..=BITS - width;
            let mut free = (0..WORDS).flat_map(|word| shifts.clone().map(move |at| (word, at)));
            let (word, shift) = free
                .find(|(word, shift)| mask.checked_shl(*shift).unwrap_or(0) & used[*word] == 0)?;
            used[word] |= mask << shift;
            places[*index] = Place {
                word,
                shift,
                mask,
                low,
            };
        }
        for index in end {
            let place = places[*index];
            used[place.word] &= !(place.mask << place.shift);
        }
    }
    Some(())
}
