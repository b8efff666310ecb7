//! Selections by level that no unit meets because levels are written otherwise there: a level of
//! another framework, an Entry level, none at all.

use super::figures::{fits, named};
use super::finding::Finding;
use super::place::Place;
use crate::qualification::{Form, Level, Selection, Unit, UnitCode};
use crate::wording;
use crate::wording::command::join;
use crate::wording::command::lint_units::{self as say, hint};

/// One thing that is wrong with a selection by level.
struct Slip {
    key: &'static str,
    kind: &'static str,
    message: String,
    hint: String,
    /// Whether no unit is left that fits.
    leaves_none: bool,
}

/// What is found of a selection, and whether it says why no unit fits.
pub(super) fn findings(place: &Place<'_>, path: &str, of: &Selection) -> (Vec<Finding>, bool) {
    let slips = slips(place, of);
    let explained = slips.iter().any(|slip| slip.leaves_none);
    let told = slips.into_iter().map(|slip| {
        let path = format!("{path}.{}", slip.key);
        Finding::new(path, slip.kind, slip.message, slip.hint)
    });
    (told.collect(), explained)
}

/// Why a rule that selects by level finds too little; nothing where levels are not the reason.
pub(super) fn why(place: &Place<'_>, form: &Form) -> Option<String> {
    let selections = form.selections().into_iter();
    let slips = selections.flat_map(|(_, of)| slips(place, of));
    let told: Vec<String> = slips
        .map(|slip| format!("{} {}", slip.message, slip.hint))
        .collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn slips(place: &Place<'_>, of: &Selection) -> Vec<Slip> {
    let bounds = bounds(of);
    if bounds.is_empty() {
        return Vec::new();
    }
    let any_level = Selection {
        level_from: None,
        level_to: None,
        ..of.clone()
    };
    let qualification = place.qualification;
    let meant = qualification
        .units
        .iter()
        .filter(|unit| fits(qualification, &any_level, unit));
    let (with, without): (Vec<&Unit>, Vec<&Unit>) = meant.partition(|unit| unit.level.is_some());
    let mut slips = Vec::new();
    let levels = levels_of(&with);
    let is_empty = !with.is_empty() && !with.iter().any(|unit| fits(qualification, of, unit));
    let is_foreign = |bound: Level| !levels.iter().any(|level| parts(*level).0 == parts(bound).0);
    // Where there are levels of each kind and none between the bounds, the first is reported.
    let is_other = bounds.iter().any(|(_, bound)| is_foreign(*bound));
    for (number, (key, bound)) in bounds.into_iter().enumerate() {
        let is_first = is_empty && !is_other && number == 0;
        if levels.is_empty() || !is_foreign(bound) && !is_first {
            continue;
        }
        let near = levels
            .iter()
            .find(|level| parts(**level).1 == parts(bound).1);
        slips.push(Slip {
            key,
            kind: "other-levels",
            message: {
                let near: Vec<String> = near
                    .map(|level| wording::level(*level))
                    .into_iter()
                    .collect();
                let (there, meant) = (in_words(&levels), wording::meant(&near));
                if is_empty {
                    say::none_at(&asked(of), &there, &meant)
                } else {
                    say::none_such_as(&wording::level(bound), &there, &meant)
                }
            },
            hint: say::levels_as_there(key),
            leaves_none: is_empty,
        });
    }
    let apart: Vec<&Unit> = with
        .iter()
        .copied()
        .filter(|unit| is_apart(unit.level, of))
        .collect();
    if slips.is_empty() && !apart.is_empty() {
        slips.push(Slip {
            key: bounds_key(of),
            kind: "other-levels",
            message: say::two_frameworks(&named(&codes(&apart)), &in_words(&levels_of(&apart))),
            hint: hint::RULE_PER_FRAMEWORK.to_owned(),
            leaves_none: false,
        });
    }
    let without = codes(&without);
    let without: Vec<UnitCode> = without
        .into_iter()
        .filter(|code| !place.levelless.contains(code))
        .collect();
    if !without.is_empty() {
        slips.push(Slip {
            key: bounds_key(of),
            kind: "missing-level",
            message: say::missing_level(&named(&without), without.len() == 1),
            hint: hint::LEVEL_AS_PRINTED.to_owned(),
            leaves_none: with.is_empty(),
        });
    }
    slips
}

/// The levels that a selection names, each with its key.
fn bounds(of: &Selection) -> Vec<(&'static str, Level)> {
    match (of.level_from, of.level_to) {
        (Some(from), Some(to)) if from == to => vec![("level", from)],
        (from, to) => {
            let from = from.map(|level| ("level_from", level));
            let to = to.map(|level| ("level_to", level));
            from.into_iter().chain(to).collect()
        }
    }
}

/// “Level 3”, “Level 3 or above”, “Entry 1 to Entry 3”.
fn asked(of: &Selection) -> String {
    say::levels(
        of.level_from.map(wording::level),
        of.level_to.map(wording::level),
    )
}

fn bounds_key(of: &Selection) -> &'static str {
    bounds(of).first().map_or("level", |(key, _)| key)
}

/// Whether a level is neither below, nor at, nor above what a selection names.
fn is_apart(level: Option<Level>, of: &Selection) -> bool {
    let Some(level) = level else {
        return false;
    };
    let mut bounds = [of.level_from, of.level_to].into_iter().flatten();
    bounds.any(|bound| level.partial_cmp(&bound).is_none())
}

/// The name of a level, and its number.
fn parts(level: Level) -> (String, String) {
    let name = wording::level(level);
    let (word, number) = name.rsplit_once(' ').unwrap_or_default();
    (word.to_owned(), number.to_owned())
}

fn levels_of(units: &[&Unit]) -> Vec<Level> {
    let mut levels: Vec<Level> = units.iter().filter_map(|unit| unit.level).collect();
    levels.sort_by_key(|level| level.place());
    levels.dedup();
    levels
}

/// “Level 2 and Level 3”.
fn in_words(levels: &[Level]) -> String {
    let words: Vec<String> = levels.iter().map(|level| wording::level(*level)).collect();
    join(&words)
}

fn codes(units: &[&Unit]) -> Vec<UnitCode> {
    units.iter().map(|unit| unit.code.clone()).collect()
}
