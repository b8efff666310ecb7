//! Which units a rule speaks of, in words.

use super::list::{join, joined, list};
use super::quantity::{level, noun, sentence};
use crate::qualification::{Earned, Fraction, Measure, Qualification, Selection, ShareBound};

/// “in all”, “from Group 2”, “at Level 5 or above from Group 1”.
pub(super) fn place(qualification: &Qualification, of: &Selection) -> String {
    if of.is_all() {
        return "in all".to_owned();
    }
    let mut parts = Vec::new();
    match (of.level_from, of.level_to) {
        (Some(from), Some(to)) if from == to => parts.push(format!("at {}", level(from))),
        (Some(from), Some(to)) => parts.push(match (from.number(), to.number()) {
            (Some(from), Some(to)) => format!("at Levels {from} to {to}"),
            _ => format!("at {} to {}", level(from), level(to)),
        }),
        (Some(from), None) => parts.push(format!("at {} or above", level(from))),
        (None, Some(to)) => parts.push(format!("at {} or below", level(to))),
        (None, None) => {}
    }
    parts.extend(of.subject.as_ref().map(|subject| format!("in {subject}")));
    parts.extend(of.tag.as_ref().map(|tag| format!("marked “{tag}”")));
    if !of.groups.is_empty() {
        let title = |id| {
            let group = qualification.group(id);
            group.map_or_else(String::new, |group| group_title(&group.title).to_owned())
        };
        let titles: Vec<String> = of.groups.iter().map(title).collect();
        parts.push(format!("from {}", join(&titles)));
    }
    if !of.units.is_empty() {
        let noun = if of.units.len() == 1 {
            "the unit"
        } else {
            "the units"
        };
        parts.push(format!("from {noun} {}", list(&of.units)));
    }
    if !of.earned.is_empty() {
        let ways: Vec<String> = of
            .earned
            .iter()
            .map(|way| earned(*way).to_owned())
            .collect();
        parts.push(format!("earned by {}", joined(&ways, "or")));
    }
    parts.join(" ")
}

/// The title of a group as it stands behind “from”.
pub(super) fn group_title(title: &str) -> &str {
    title.strip_prefix("From ").unwrap_or(title)
}

/// How credit is earned.
pub(super) const fn earned(way: Earned) -> &'static str {
    match way {
        Earned::Study => "study",
        Earned::PriorLearning => "recognition of prior learning",
        Earned::Transfer => "transfer",
        Earned::Exemption => "exemption",
    }
}

/// The same as a choice: “Recognition of prior learning”.
#[must_use]
pub fn way_of_earning(way: Earned) -> String {
    sentence(earned(way))
}

/// A bound on a part of a whole, in its pieces.
pub(super) struct Share {
    /// “at least half”.
    pub(super) bounds: String,
    /// “of the credits from Optional”.
    pub(super) whole: String,
    /// “at Level 5”.
    pub(super) part: String,
}

impl Share {
    pub(super) fn new(
        qualification: &Qualification,
        (of, out_of): (&Selection, &Selection),
        measure: Measure,
        (least, most): (Option<ShareBound>, Option<ShareBound>),
    ) -> Self {
        let bound = |one: ShareBound, [within, beyond]: [&str; 2]| {
            let word = if one.is_strict { beyond } else { within };
            format!("{word} {}", fraction(one.share))
        };
        let bounds: Vec<String> = least
            .map(|least| bound(least, ["at least", "more than"]))
            .into_iter()
            .chain(most.map(|most| bound(most, ["at most", "less than"])))
            .collect();
        let whole = place(qualification, out_of);
        Self {
            bounds: join(&bounds),
            whole: format!("of the {} {whole}", noun(2, measure)),
            part: place(qualification, &beyond(of, out_of)),
        }
    }
}

/// “At least half of the credits from Optional have to be at Level 5”.
pub(super) fn share(
    qualification: &Qualification,
    selections: (&Selection, &Selection),
    measure: Measure,
    bounds: (Option<ShareBound>, Option<ShareBound>),
) -> String {
    let share = Share::new(qualification, selections, measure, bounds);
    let verb = if bounds.0.is_some() {
        "have to be"
    } else {
        "may be"
    };
    sentence(&format!(
        "{} {} {verb} {}",
        share.bounds, share.whole, share.part
    ))
}

/// What a part says beyond what its whole says already; all that it says where that is nothing.
fn beyond(of: &Selection, out_of: &Selection) -> Selection {
    let mut part = of.clone();
    if part.groups == out_of.groups {
        part.groups.clear();
    }
    if part.units == out_of.units {
        part.units.clear();
    }
    if (part.level_from, part.level_to) == (out_of.level_from, out_of.level_to) {
        (part.level_from, part.level_to) = (None, None);
    }
    part.tag = part.tag.filter(|tag| out_of.tag.as_ref() != Some(tag));
    part.subject = part
        .subject
        .filter(|subject| out_of.subject.as_ref() != Some(subject));
    if part.earned == out_of.earned {
        part.earned.clear();
    }
    if part.is_all() { of.clone() } else { part }
}

/// A share as people say it: “half”, “a third”, “61/120”.
fn fraction(share: Fraction) -> String {
    match (share.parts(), share.of()) {
        (1, 2) => "half".to_owned(),
        (1, 3) => "a third".to_owned(),
        (2, 3) => "two thirds".to_owned(),
        (1, 4) => "a quarter".to_owned(),
        (3, 4) => "three quarters".to_owned(),
        (parts, of) => format!("{parts}/{of}"),
    }
}
