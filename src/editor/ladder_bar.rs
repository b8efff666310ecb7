//! What of units counts in a qualification, as a bar on one scale with others.

use super::bar_scale::{GAP, GAP_OF_GROUPS, WHOLE, less, percent, share};
use super::plan_bar::group_place;
use crate::assess::Assessment;
use crate::qualification::{Bounds, Qualification};

/// A bar on a scale that several share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RungBar {
    /// The units that count, from left to right, in the order of the groups.
    pub segments: Vec<RungSegment>,
    /// Where the line stands that marks what is needed, as a style: “15.00%”; empty where nothing is.
    pub line: String,
    /// What is needed: “6”.
    pub needed: String,
    /// How wide what is allowed is, from the line on.
    pub allowed: String,
    /// Where that ends; empty where it goes on.
    pub end: String,
    /// The most that is allowed: “12”; empty where there is no most, or it is what is needed.
    pub most: String,
}

/// A unit in such a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RungSegment {
    /// The place of its group.
    pub group: usize,
    /// Where it begins, as a style.
    pub start: String,
    /// How wide it is, as a style.
    pub width: String,
}

/// The amounts of the units that count, in the order of the groups, each with the place of its group.
pub(super) fn amounts(of: &Qualification, found: &Assessment) -> Vec<(usize, u32)> {
    let counted = found.units.iter().filter(|unit| unit.not_counted.is_none());
    let amounts = counted.filter_map(|unit| {
        let amount = of.unit(&unit.code)?.amount(of.measure());
        Some((group_place(of, unit.group.as_ref())?, amount))
    });
    let mut amounts: Vec<(usize, u32)> = amounts.filter(|(_, amount)| *amount > 0).collect();
    amounts.sort_by_key(|(group, _)| *group);
    amounts
}

/// Where a scale ends on which all of these stand: with a round number behind the largest.
pub(super) fn end_of_scale(figures: impl Iterator<Item = u32>) -> u32 {
    let largest = figures.max().unwrap_or(0);
    // What goes on is seen to.
    let step = match largest {
        0..=9 => 1,
        10..=199 => 10,
        _ => 100,
    };
    (largest / step).saturating_add(1).saturating_mul(step)
}

impl RungBar {
    pub(super) fn new(amounts: &[(usize, u32)], bounds: Option<Bounds>, end: u32) -> Self {
        let at = |number: u32| share(number, end, WHOLE);
        let mut from: u32 = 0;
        let next = amounts.iter().skip(1).map(|(group, _)| Some(*group));
        let segment = |((group, amount), next): (&(usize, u32), Option<usize>)| {
            let (first, to) = (at(from), at(from.saturating_add(*amount)));
            from = from.saturating_add(*amount);
            let gap = match next {
                None => 0,
                Some(next) if next == *group => GAP,
                Some(_) => GAP_OF_GROUPS,
            };
            RungSegment {
                group: *group,
                start: percent(first),
                width: less(to.saturating_sub(first), gap),
            }
        };
        let segments = amounts.iter().zip(next.chain([None])).map(segment);
        let segments = segments.collect();
        let least = bounds.and_then(Bounds::least).unwrap_or(0);
        let most = bounds.and_then(Bounds::most);
        let (from, to) = (at(least), at(most.unwrap_or(end)));
        let is_needed = least > 0;
        Self {
            segments,
            line: if is_needed {
                percent(from)
            } else {
                String::new()
            },
            needed: if is_needed {
                least.to_string()
            } else {
                String::new()
            },
            allowed: percent(to.saturating_sub(from)),
            end: most.map_or_else(String::new, |_| percent(to)),
            most: most
                .filter(|most| *most != least)
                .map_or_else(String::new, |most| most.to_string()),
        }
    }
}
