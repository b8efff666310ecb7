//! The best few ways to choose so many members of one step.

use std::cmp::Ordering;

use super::objective::{Cost, Objective};

/// Some members, and what they cost together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) cost: Cost,
    /// Its place among the sets; `None` where its members are not recorded.
    pub(super) set: Option<u32>,
}

/// The choices of one step, worked out when they are asked for.
pub(super) struct Choices {
    /// The members by cost, then in their order.
    members: Vec<(Cost, usize)>,
    told: bool,
    /// How many different answers the members of this step can make.
    pub(super) number: usize,
    /// So many members make an answer better by being taken too.
    pub(super) gain: usize,
    by_times: Vec<Option<Vec<Choice>>>,
}

impl Choices {
    /// `told` says whether the members are recorded at all.
    pub(super) fn new(members: &[usize], told: bool, objective: &Objective<'_>) -> Self {
        let recorded = |item: &usize| objective.recorded.get(*item).copied().unwrap_or(false);
        let mut members: Vec<(Cost, usize)> = members
            .iter()
            .map(|item| {
                (
                    objective.costs.get(*item).copied().unwrap_or_default(),
                    *item,
                )
            })
            .collect();
        members.sort_unstable();
        let differs = members.iter().any(|(_, item)| recorded(item));
        Self {
            number: if differs { objective.number } else { 1 },
            gain: if differs {
                members.partition_point(|(cost, _)| *cost <= Cost::default())
            } else {
                0
            },
            by_times: vec![None; members.len() + 1],
            members,
            told: told || differs,
        }
    }

    /// The best choices of so many members, the best first. Sets are put into `sets`.
    pub(super) fn of(&mut self, times: usize, sets: &mut Vec<Vec<usize>>) -> &[Choice] {
        if self.by_times.get(times).is_some_and(Option::is_none) {
            self.by_times[times] = Some(self.work_out(times, sets));
        }
        self.by_times
            .get(times)
            .and_then(Option::as_deref)
            .unwrap_or(&[])
    }

    fn work_out(&self, times: usize, sets: &mut Vec<Vec<usize>>) -> Vec<Choice> {
        if times == 0 || !self.told {
            let members = self.members[..times].iter();
            let cost = members.fold(Cost::default(), |sum, (cost, _)| sum.plus(*cost));
            return vec![Choice { cost, set: None }];
        }
        // The first members are the best choice; each next best moves one member of a better one
        // to the next place.
        let mut open: Vec<Vec<usize>> = vec![(0..times).collect()];
        let mut found = Vec::new();
        while found.len() < self.number {
            let best = (0..open.len()).min_by(|one, two| self.compare(&open[*one], &open[*two]));
            let Some(best) = best.map(|best| open.swap_remove(best)) else {
                break;
            };
            if found.len() + 1 < self.number {
                for place in 0..times {
                    let next = best[place] + 1;
                    if next < best.get(place + 1).copied().unwrap_or(self.members.len()) {
                        let mut moved = best.clone();
                        moved[place] = next;
                        if !open.contains(&moved) {
                            open.push(moved);
                        }
                    }
                }
            }
            let mut items: Vec<usize> = best.iter().map(|place| self.members[*place].1).collect();
            items.sort_unstable();
            let set = u32::try_from(sets.len()).ok();
            sets.push(items);
            found.push(Choice {
                cost: self.cost(&best),
                set,
            });
        }
        found
    }

    fn cost(&self, places: &[usize]) -> Cost {
        places.iter().fold(Cost::default(), |sum, place| {
            sum.plus(self.members[*place].0)
        })
    }

    fn compare(&self, one: &[usize], two: &[usize]) -> Ordering {
        let items = |places: &[usize]| {
            let mut items: Vec<usize> = places.iter().map(|place| self.members[*place].1).collect();
            items.sort_unstable();
            items
        };
        self.cost(one)
            .cmp(&self.cost(two))
            .then_with(|| items(one).cmp(&items(two)))
    }
}
