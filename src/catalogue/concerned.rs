//! Problems at the place where they are written, each once, with the qualifications that they concern.
//! What a suite has is read in each of its qualifications, and may be wrong in only one of them.

use std::collections::{BTreeMap, BTreeSet};

use super::origins::Origins;
use super::suite::member;
use crate::qualification::{Size, UnitCode};
use crate::reading::{Concerned, Named, Node, Problem, Reason, Thing, near};

/// How many qualifications are named where a problem concerns some.
const MOST_NAMED: usize = 3;

/// The problems of a file: those found in the text as it is `written`, and those `found` after what
/// its suites share was put into each qualification.
pub(super) fn told(
    written: Vec<Problem>,
    found: Vec<Problem>,
    file: &Node,
    origins: &Origins,
    units: &[(usize, UnitCode)],
) -> Vec<Problem> {
    let mut all: Vec<(Problem, BTreeSet<usize>)> = Vec::new();
    let mapped = found.into_iter().map(|mut problem| {
        let path = origins.as_written(&problem.path);
        let is_shared = path != problem.path;
        let number = number_of(&problem.path);
        problem.path = path;
        if let Reason::Repeated { earlier, .. } = &mut problem.reason {
            earlier.path = origins.as_written(&earlier.path);
        }
        (problem, number, is_shared)
    });
    let written = written.into_iter().map(|problem| {
        let number = number_of(&problem.path);
        (problem, number, false)
    });
    for (problem, number, is_shared) in written.chain(mapped) {
        let concerns = is_shared || is_of_qualification(&problem.reason);
        let who: BTreeSet<usize> = number.filter(|_| concerns).into_iter().collect();
        // A suite that is called by a wrong name is one slip, however often that stands there.
        let is_suite = is_suite(&problem.reason);
        let known = all.iter_mut().find(|(known, _)| {
            known.reason == problem.reason && (is_suite || known.path == problem.path)
        });
        match known {
            Some((_, whose)) => whose.extend(who),
            None => all.push((problem, who)),
        }
    }
    let takers = origins.takers();
    let mut told: Vec<Problem> = Vec::new();
    for (mut problem, who) in all {
        let slips = slips_in_sizes(&problem.reason, file, units);
        if !slips.is_empty() {
            let new = slips.into_iter().filter(|slip| !told.contains(slip));
            let new: Vec<Problem> = new.collect();
            told.extend(new);
            continue;
        }
        let suite = problem.path.split_inclusive(']').next().unwrap_or_default();
        let is_so_for_all = takers.get(suite).is_some_and(|all| all.is_subset(&who));
        // The place says which one it is, where it is one.
        let is_told = who.len() == 1 && is_suite(&problem.reason);
        if !is_told && (!is_so_for_all || names_one(&problem.reason)) {
            problem.of = Box::new(named(&who, file, &problem.reason));
        }
        told.push(problem);
    }
    told
}

/// Whether a problem concerns a qualification by name, also where it stands in it.
fn is_of_qualification(reason: &Reason) -> bool {
    matches!(reason, Reason::OtherSizes { .. }) || is_suite(reason)
}

fn is_suite(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Unknown {
            what: Thing::Suite,
            ..
        }
    )
}

/// Whether a problem is one of what a qualification has, also where all of them have it.
fn names_one(reason: &Reason) -> bool {
    is_of_qualification(reason)
        || matches!(
            reason,
            Reason::NotOffered(_) | Reason::OpenAndClosed(_) | Reason::Unknown { .. }
        ) && !matches!(
            reason,
            Reason::Unknown {
                what: Thing::Unit,
                ..
            }
        )
}

/// The number of the qualification in which a path leads, from 0.
fn number_of(path: &str) -> Option<usize> {
    let (number, _) = path.strip_prefix("qualifications[")?.split_once(']')?;
    number.parse().ok()
}

/// The first of these qualifications, and how many more there are.
fn named(who: &BTreeSet<usize>, file: &Node, reason: &Reason) -> Concerned {
    let named = |number: &usize| {
        let one = item(file, "qualifications", *number)?;
        let text = |key| match member(one, key) {
            Some(Node::Text(text)) => Some(text.clone()),
            _ => None,
        };
        Some(Named {
            number: *number,
            title: text("title"),
            id: text("id"),
            size: text("size").filter(|_| matches!(reason, Reason::OtherSizes { .. })),
        })
    };
    Concerned {
        named: who.iter().take(MOST_NAMED).filter_map(named).collect(),
        others: who.len().saturating_sub(MOST_NAMED),
    }
}

/// What stands in a list of a file under this number.
fn item<'n>(file: &'n Node, list: &str, number: usize) -> Option<&'n Node> {
    match member(file, list)? {
        Node::List(all) => all.get(number),
        _ => None,
    }
}

/// The sizes of a unit that are nearly those that there are, where that is why a group may not offer it.
fn slips_in_sizes(reason: &Reason, file: &Node, units: &[(usize, UnitCode)]) -> Vec<Problem> {
    let Reason::OtherSizes { unit, .. } = reason else {
        return Vec::new();
    };
    let Some((place, _)) = units.iter().find(|(_, code)| code.as_str() == unit) else {
        return Vec::new();
    };
    let there = sizes_of(file);
    let Some(Node::List(written)) =
        item(file, "units", *place).and_then(|unit| member(unit, "sizes"))
    else {
        return Vec::new();
    };
    let slips = written.iter().enumerate().filter_map(|(number, size)| {
        let Node::Text(name) = size else {
            return None;
        };
        if there.contains_key(Size::new(name)?.key()) {
            return None;
        }
        let near = near(name, there.values().map(String::as_str));
        let near: Box<[String]> = near.into_iter().map(str::to_owned).collect();
        (!near.is_empty()).then(|| {
            let path = format!("units[{place}].sizes[{number}]");
            let (name, there) = (name.clone(), Box::default());
            let what = Thing::Size;
            Problem::new(
                path,
                Reason::Unknown {
                    what,
                    name,
                    near,
                    there,
                },
            )
        })
    });
    slips.collect()
}

/// The sizes of the qualifications of a file by their keys, each as it is written.
fn sizes_of(file: &Node) -> BTreeMap<String, String> {
    let mut sizes = BTreeMap::new();
    let Some(Node::List(all)) = member(file, "qualifications") else {
        return sizes;
    };
    for one in all {
        if let Some(Node::Text(written)) = member(one, "size")
            && let Some(size) = Size::new(written)
        {
            sizes
                .entry(size.key().to_owned())
                .or_insert_with(|| written.clone());
        }
    }
    sizes
}
