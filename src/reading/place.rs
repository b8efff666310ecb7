//! Where paths lead in a text.

use super::node::Node;
use super::position::{Place, positions, shortened};
use super::problem::{Problem, Reason};
use super::scan::{ScanError, Wanted, scan};

/// The longest name by which an item is called.
const LONGEST_NAME: usize = 64;

/// Where each of these paths leads in a text, which has to be the one that `node` was parsed from.
/// For a member it is the position of its key. For something missing it is the position of what it is
/// missing from.
#[must_use]
pub fn locate(text: &str, node: &Node, paths: &[(&str, bool)]) -> Vec<Place> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut places = Vec::new();
    let mut wanted = Vec::new();
    for (number, (path, _)) in paths.iter().enumerate() {
        let walked = walk(node, path);
        places.push(Place {
            names: walked.names,
            ..Place::default()
        });
        let way = walked.way;
        wanted.push((
            number,
            walked.whole,
            Wanted {
                way,
                key: 0,
                from: 0,
                to: 0,
            },
        ));
    }
    wanted.sort_by(|(.., one), (.., other)| one.way.cmp(&other.way));
    let (order, mut wanted): (Vec<_>, Vec<_>) = wanted
        .into_iter()
        .map(|(number, whole, wanted)| ((number, whole), wanted))
        .unzip();
    // What was parsed has no fault.
    let _: Result<(), ScanError> = scan(text, &mut wanted);
    let mut at = vec![0; places.len()];
    for ((number, whole), found) in order.into_iter().zip(wanted) {
        let Some((place, at)) = places.get_mut(number).zip(at.get_mut(number)) else {
            continue;
        };
        let to_key = paths.get(number).is_some_and(|(_, to_key)| *to_key);
        *at = if to_key { found.key } else { found.from };
        if whole {
            place.found = shortened(text.get(found.from..found.to).unwrap_or_default());
        }
    }
    for (place, (line, column)) in places.iter_mut().zip(positions(text, &at)) {
        (place.line, place.column) = (line, column);
    }
    places
}

/// Gives each of these problems its position in the text, and the position of what it repeats.
pub fn place(text: &str, node: &Node, problems: &mut [Problem]) {
    let mut paths: Vec<(&str, bool)> = problems
        .iter()
        .map(|problem| {
            let to_key = matches!(
                problem.reason,
                Reason::UnknownKey { .. } | Reason::NotHere(_)
            );
            (problem.path.as_str(), to_key)
        })
        .collect();
    let earlier = problems.iter().filter_map(|problem| match &problem.reason {
        Reason::Repeated { earlier, .. } => Some((earlier.path.as_str(), false)),
        _ => None,
    });
    paths.extend(earlier);
    let mut places = locate(text, node, &paths).into_iter();
    for problem in problems.iter_mut() {
        problem.place = places.next().map(Box::new);
    }
    for problem in problems {
        if let Reason::Repeated { earlier, .. } = &mut problem.reason {
            earlier.place = places.next();
        }
    }
}

struct Walked {
    way: Vec<usize>,
    names: Vec<String>,
    /// True where all of the path is there.
    whole: bool,
}

/// The way that a path describes, as far as it leads.
fn walk(mut node: &Node, path: &str) -> Walked {
    let (mut way, mut names) = (Vec::new(), Vec::new());
    let mut rest = path;
    loop {
        let step = match node {
            Node::List(items) => index(rest).and_then(|(index, behind)| {
                let item = items.get(index)?;
                names.push(name(item));
                Some((index, item, behind))
            }),
            Node::Object(members) => member(members, rest.strip_prefix('.').unwrap_or(rest)),
            _ => None,
        };
        let Some((number, below, behind)) = step.filter(|_| !rest.is_empty()) else {
            break;
        };
        way.push(number);
        (node, rest) = (below, behind);
    }
    Walked {
        way,
        names,
        whole: rest.is_empty(),
    }
}

/// The index that a path begins with, and what follows.
fn index(path: &str) -> Option<(usize, &str)> {
    let (number, behind) = path.strip_prefix('[')?.split_once(']')?;
    Some((number.parse().ok()?, behind))
}

/// The member whose key a path begins with: of several, since a key may hold anything, the longest.
fn member<'n, 'p>(
    members: &'n [(String, Node)],
    path: &'p str,
) -> Option<(usize, &'n Node, &'p str)> {
    let fits = members
        .iter()
        .enumerate()
        .filter_map(|(number, (key, node))| {
            let behind = path.strip_prefix(key.as_str())?;
            (behind.is_empty() || behind.starts_with(['.', '['])).then_some((number, node, behind))
        });
    fits.min_by_key(|(.., behind)| behind.len())
}

/// The name by which people know an item.
fn name(item: &Node) -> String {
    let text = |node: &Node| match node {
        Node::Text(text) if text.len() <= LONGEST_NAME => Some(text.clone()),
        _ => None,
    };
    let Node::Object(members) = item else {
        return text(item).unwrap_or_default();
    };
    let named = |wanted: &str| {
        let (_, node) = members.iter().find(|(key, _)| key == wanted)?;
        text(node)
    };
    named("code").or_else(|| named("id")).unwrap_or_default()
}
