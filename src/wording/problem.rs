//! What is wrong in a text that somebody wrote, where, and what to do.
//!
//! A problem and its remedy never say the same: the one names what stands there and what would be
//! right, the other the next step.

use super::expected::{clash, kind, misplaced, thing};
use super::list::join;
use super::not_json;
use super::remedy::hint;
use super::shown::shown;
use crate::reading::{Concerned, Place, Problem, Reason, Thing};

/// A problem with its place: `unit A-1, credits (line 5, column 60)`, a colon, and what is wrong.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    let what = reason(problem);
    // A key that means nothing may hold anything: it is named in the sentence.
    let path = match &problem.reason {
        Reason::UnknownKey { key, .. } if problem.place.is_some() => {
            let path = problem.path.strip_suffix(key.as_str());
            path.unwrap_or(&problem.path)
        }
        _ => &problem.path,
    };
    let place = place(path, problem.place.as_deref());
    let place = match problem.place.as_deref() {
        Some(Place { line, column, .. }) if place.is_empty() => {
            format!("line {line}, column {column}")
        }
        Some(Place { line, column, .. }) => format!("{place} (line {line}, column {column})"),
        None => place,
    };
    if place.is_empty() {
        what
    } else {
        format!("{place}: {what}")
    }
}

/// A problem with its place and, in a text that somebody wrote, what to do about it.
#[must_use]
pub fn problem_and_remedy(one: &Problem) -> String {
    match one.place {
        Some(_) => format!("{} {}", problem(one), hint(one)),
        None => problem(one),
    }
}

/// The way to a place in words: `qualification q-1, rule all, at_least`. An item is called by its
/// name, one without by its number, from 1. Empty where it is the whole text.
#[must_use]
pub fn place(path: &str, place: Option<&Place>) -> String {
    let Some(place) = place else {
        return shown(path);
    };
    let mut names = place.names.iter();
    let mut all = Vec::new();
    for key in path.split('.').filter(|key| !key.is_empty()) {
        let mut parts = key.split('[');
        let list = parts.next().unwrap_or_default();
        let mut words = shown(list);
        for part in parts {
            let number = part.strip_suffix(']').map(str::parse::<u32>);
            let Some(Ok(number)) = number else {
                words.push_str(&shown(&format!("[{part}")));
                continue;
            };
            let item = words.strip_suffix('s').unwrap_or(&words).replace('_', " ");
            words = match names.next().map(String::as_str) {
                None | Some("") => format!("{item} no. {}", number.saturating_add(1)),
                Some(name) => format!("{item} {}", shown(name)),
            };
        }
        all.push(words);
    }
    all.join(", ")
}

/// What is wrong, without the place, and of which qualifications that is so.
#[must_use]
pub fn reason(problem: &Problem) -> String {
    let what = of_any(problem);
    if problem.of.named.is_empty() {
        what
    } else {
        format!("in {}: {what}", concerned(&problem.of))
    }
}

fn of_any(problem: &Problem) -> String {
    let found = problem.place.as_ref().map_or("", |place| &place.found);
    match &problem.reason {
        Reason::TextTooLong { bytes, limit } => {
            format!("this text of {bytes} bytes is longer than the {limit} bytes that are read.")
        }
        Reason::NotJson {
            cause,
            opened,
            open,
        } => not_json::why(*cause, found, open, *opened),
        Reason::Missing => format!("{} is missing.", shown(last_key(&problem.path))),
        Reason::UnknownKey { key, near, .. } => format!(
            "“{}” is no key that is known here.{}",
            shown(key),
            meant(near.as_slice())
        ),
        Reason::NotHere(key) => format!("{}.", misplaced(*key)[0]),
        Reason::UpsideDown(why) | Reason::Contradiction(why) => format!("{}.", clash(*why)),
        Reason::NotA(of) => format!("this should be {}{}.", kind(*of), but_is(found)),
        Reason::NotLike(_) => format!("this should be an object with keys{}.", but_is(found)),
        Reason::NeedsOneOf(keys) => format!("one of these is needed: {}.", any_of(keys)),
        Reason::OutOfRange { least, most } if least == most => {
            format!("this should be {least}{}.", but_is(found))
        }
        Reason::OutOfRange { least, most } => format!(
            "this should be a whole number from {least} to {most}{}.",
            but_is(found)
        ),
        Reason::Length { length: 0, .. } => "this is empty.".to_owned(),
        Reason::Length { most, length } => {
            format!("this is too long: {length}, where {most} is the most.")
        }
        Reason::NotOneOf { words, near } => {
            let words = words.join(", ");
            let is = if found.is_empty() {
                String::new()
            } else {
                format!(" It is {}.", is(found))
            };
            format!(
                "this should be one of: {words}.{is}{}",
                meant(near.as_slice())
            )
        }
        Reason::Repeated { name, earlier } => {
            let name = shown(name);
            match &earlier.place {
                Some(there) => format!(
                    "“{name}” stands here a second time. The first is in line {}: {}.",
                    there.line,
                    place(&earlier.path, Some(there))
                ),
                None => format!("“{name}” stands here a second time."),
            }
        }
        Reason::Unknown {
            what, name, near, ..
        } => unknown(*what, name, near),
        Reason::NotShared { .. } if found.starts_with('{') => {
            "this group does not say with the key shared that it is one of the suite.".to_owned()
        }
        Reason::NotShared { near, .. } => {
            let is_it = |name: &String| is(found) == format!("\"{}\"", shown(name));
            let near: Vec<&String> = near.iter().filter(|name| !is_it(name)).collect();
            format!(
                "this should be an object with keys{}.{}",
                but_is(found),
                meant(&near)
            )
        }
        Reason::OtherSizes { unit, sizes } => format!(
            "unit {} is for {} only by its sizes, so that it belongs under closed_units.",
            shown(unit),
            names(sizes)
        ),
        Reason::Unreadable(name) => {
            format!(
                "“{}” has a problem of its own: correct that first.",
                shown(name)
            )
        }
        Reason::OpenAndClosed(name) => format!(
            "“{}” stands under units and under closed_units.",
            shown(name)
        ),
        Reason::NotOffered(name) => format!(
            "“{}” is in this catalogue, but no group of this qualification offers it.",
            shown(name)
        ),
    }
}

/// Says that there is nothing of a name where that is looked for.
fn unknown(what: Thing, name: &str, near: &[String]) -> String {
    let [what, place] = thing(what);
    format!(
        "there is no {what} “{}” {place}.{}",
        shown(name),
        meant(near)
    )
}

/// “ Did you mean a or b?”; nothing where nothing is near.
#[must_use]
pub fn meant(near: &[impl AsRef<str>]) -> String {
    let near: Vec<String> = near.iter().map(|name| shown(name.as_ref())).collect();
    if near.is_empty() {
        return String::new();
    }
    format!(" Did you mean {}?", near.join(" or "))
}

/// Names with words between: “a, b and c”.
fn names(all: &[String]) -> String {
    join(&all.iter().map(|name| shown(name)).collect::<Vec<_>>())
}

/// Names of which one is meant: “a, b or c”.
fn any_of(all: &[&str]) -> String {
    match all {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        all => all.concat(),
    }
}

/// The qualifications that a problem concerns: “Award (a-1) and 2 others”.
fn concerned(of: &Concerned) -> String {
    let named = of.named.iter().map(|one| {
        let title = one.title.clone();
        let title =
            title.unwrap_or_else(|| format!("qualification no. {}", one.number.saturating_add(1)));
        let size = one.size.as_ref().map(|size| format!("size {size}"));
        let beside: Vec<String> = one.id.clone().into_iter().chain(size).collect();
        if beside.is_empty() {
            title
        } else {
            format!("{title} ({})", beside.join(", "))
        }
    });
    let others = match of.others {
        0 => None,
        1 => Some("1 other".to_owned()),
        more => Some(format!("{more} others")),
    };
    names(&named.chain(others).collect::<Vec<_>>())
}

/// “, not "6"”; nothing where nothing stands there.
fn but_is(found: &str) -> String {
    if found.is_empty() {
        return String::new();
    }
    format!(", not {}", is(found))
}

/// What stands there.
fn is(found: &str) -> String {
    match found {
        "[" => "a list".to_owned(),
        "{" => "an object".to_owned(),
        found => shown(found),
    }
}

/// The key that a path ends with.
fn last_key(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, reason: Reason, names: &[&str], found: &str) -> Problem {
        let place = Place {
            line: 5,
            column: 9,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            found: found.to_owned(),
        };
        Problem {
            place: Some(Box::new(place)),
            ..Problem::new(path.to_owned(), reason)
        }
    }

    #[test]
    fn a_problem_names_its_place_what_stands_there_and_what_would_be_right() {
        let range = Reason::OutOfRange { least: 1, most: 8 };
        assert_eq!(
            problem(&found("units[3].level", range.clone(), &["A-4"], "9")),
            "unit A-4, level (line 5, column 9): this should be a whole number from 1 to 8, not 9."
        );
        assert_eq!(
            problem(&found("units[3].level", range.clone(), &[""], "9")),
            "unit no. 4, level (line 5, column 9): this should be a whole number from 1 to 8, not 9."
        );
        assert_eq!(
            problem(&Problem::new("format".to_owned(), range)),
            "format: this should be a whole number from 1 to 8."
        );
    }

    #[test]
    fn a_rule_of_a_suite_may_move_into_the_qualifications_that_offer_a_unit() {
        let hint = |path: &str| {
            let reason = Reason::NotOffered("A-4".to_owned());
            crate::wording::hint(&found(path, reason, &[], "A-4"))
        };
        assert_eq!(
            hint("qualifications[0].rules[1].unit"),
            "Put “A-4” under units of a group of this qualification, or take it out of here."
        );
        assert_eq!(
            hint("suites[0].rules[1].unit"),
            "Put “A-4” under units of a group of this qualification, take it out of here, or move the \
             rule out of the suite into the qualifications that offer “A-4”."
        );
    }

    #[test]
    fn places_are_named_as_people_name_them() {
        for (path, names, said) in [
            (
                "qualifications[0].rules[2].at_least",
                vec!["q", "all"],
                "qualification q, rule all, at_least",
            ),
            (
                "qualifications[0].groups[1].closed_units[0]",
                vec!["q", "b", "A-9"],
                "qualification q, group b, closed unit A-9",
            ),
            (
                "qualifications[0].rules[2].options[1][0]",
                vec!["q", "", "", "A-9"],
                "qualification q, rule no. 3, option no. 2 A-9",
            ),
            ("", vec![], ""),
            ("a.[b", vec![], "a, [b"),
            ("a[99999999999999999999]", vec![], "a[99999999999999999999]"),
            ("a\u{1b}\u{202e}b", vec![], "a\\u{1b}\\u{202e}b"),
        ] {
            let names = names.into_iter().map(str::to_owned).collect();
            let there = Place {
                names,
                ..Place::default()
            };
            assert_eq!(place(path, Some(&there)), said, "{path}");
        }
    }

    #[test]
    fn what_is_long_is_shortened() {
        let long = "x".repeat(100_000);
        let reason = Reason::UnknownKey {
            key: long.clone(),
            near: None,
            known: vec!["id"],
        };
        let long = found(&long, reason, &[], &long);
        assert!(problem(&long).len() < 250, "{}", problem(&long));
    }
}
