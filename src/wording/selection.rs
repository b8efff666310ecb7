//! Which units a rule speaks of, in words.

use super::qualification::level;
use super::quantity::sentence;
use super::rule::{join, list};
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
            qualification
                .group(id)
                .map_or_else(String::new, |group| group.title.clone())
        };
        let titles: Vec<String> = of.groups.iter().map(title).collect();
        parts.push(format!("from {}", join(&titles)));
    }
    if !of.units.is_empty() {
        parts.push(format!("from units {}", list(&of.units)));
    }
    if !of.earned.is_empty() {
        let ways: Vec<&str> = of.earned.iter().map(|way| earned(*way)).collect();
        parts.push(format!("earned by {}", ways.join(" or ")));
    }
    parts.join(" ")
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

/// “At least half of the credits from Optional have to be at Level 5”.
pub(super) fn share(
    qualification: &Qualification,
    (of, out_of): (&Selection, &Selection),
    measure: Measure,
    (least, most): (Option<ShareBound>, Option<ShareBound>),
) -> String {
    let noun = super::quantity::noun(2, measure);
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
    let part = place(qualification, of);
    sentence(&format!(
        "{} of the {noun} {whole} have to be {part}",
        join(&bounds)
    ))
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
