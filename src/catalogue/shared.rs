//! The groups of a suite in the place of their names.

use std::collections::BTreeSet;

use super::facts::{listed, unknown};
use super::limits::MOST_UNITS;
use super::merging::Merging;
use super::suite::{Suite, member};
use crate::reading::{Clash, Cursor, Expected, Misplaced, Node, Reason, Thing, near};

impl Merging {
    /// The groups of one list, with those that are named in the place of the suite's.
    pub(super) fn groups(
        &mut self,
        place: &Cursor<'_>,
        path: &str,
        suite: &Suite<'_>,
    ) -> Option<Node> {
        if let Node::Text(name) = place.node() {
            if !suite.groups.contains_key(name.as_str()) {
                return Some(place.node().clone());
            }
            let _: Option<()> = not_shared(place, name, suite);
            return Some(Node::List(vec![stand_in(path)]));
        }
        let groups = place.list(usize::MAX, |place| {
            let path = format!("{path}[{}]", place.number());
            if member(place.node(), "shared").is_some() {
                let group = self.shared(place, &path, suite);
                return Some(group.unwrap_or_else(|| stand_in(&path)));
            }
            if let Some(name) = bare_name(place.node(), suite) {
                let _: Option<()> = not_shared(place, name, suite);
                return Some(stand_in(&path));
            }
            let Node::Object(members) = place.node() else {
                return Some(place.node().clone());
            };
            let object = place.object()?;
            let members = members.iter().map(|(key, node)| {
                let node = match (key.as_str(), node) {
                    ("groups", Node::List(_)) => {
                        let groups = object.optional("groups")?;
                        self.groups(&groups, &format!("{path}.groups"), suite)?
                    }
                    _ => node.clone(),
                };
                Some((key.clone(), node))
            });
            members.collect::<Option<_>>().map(Node::Object)
        })?;
        Some(Node::List(groups))
    }

    /// A group of the suite in the place of its name.
    fn shared(&mut self, place: &Cursor<'_>, path: &str, suite: &Suite<'_>) -> Option<Node> {
        let object = place.object_like(&["{\"shared\": \"…\", \"leave_out\": [\"…\"]}"])?;
        for (key, why) in [
            ("id", Misplaced::NameOfSharedGroup),
            ("title", Misplaced::TitleOfSharedGroup),
            ("groups", Misplaced::GroupsOfSharedGroup),
            ("units", Misplaced::UnitsOfSharedGroup),
        ] {
            let own = object.optional(key);
            let _: Option<()> = own.and_then(|place| place.error(Reason::NotHere(why)));
        }
        let found = object.required("shared").and_then(|place| {
            let Node::Text(_) = place.node() else {
                return place.error(Reason::NotA(Expected::NameOfSharedGroup));
            };
            let name = place.text(64)?;
            let earlier = self.taken.iter().find(|(known, _)| known == name);
            if let Some((_, earlier)) = earlier {
                return place.repeated(name, earlier.clone());
            }
            self.taken.push((name.to_owned(), place.path()));
            match suite.groups.get(name) {
                Some(found) => self.take(found.0, &place).map(|()| found),
                None => unknown(
                    Thing::GroupOfSuite,
                    name,
                    suite.groups.keys().copied(),
                    &place,
                ),
            }
        });
        let mut listed = BTreeSet::new();
        if let Some((group, _)) = found {
            list_units(group, &mut listed);
        }
        let codes = |key| {
            let Some(place) = object.optional(key) else {
                return Some(None);
            };
            let mut written = 0;
            let codes = place.list(MOST_UNITS, |place| {
                written += 1;
                let code = place.text(64)?;
                if listed.contains(code) || found.is_none() {
                    Some(code.to_owned())
                } else {
                    unknown(Thing::UnitOfGroup, code, listed.iter().copied(), place)
                }
            })?;
            (codes.len() == written).then(|| Some(codes.into_iter().collect::<BTreeSet<String>>()))
        };
        let (take, leave_out, closed) = (codes("take"), codes("leave_out"), codes("closed_units"));
        object.finish();
        let (group, from) = found?;
        let wanted = Wanted {
            take: take?,
            leave_out: leave_out?.unwrap_or_default(),
            closed: closed?.unwrap_or_default(),
        };
        if wanted.take.is_some() && !wanted.leave_out.is_empty() {
            return place.error(Reason::Contradiction(Clash::TakeBesideLeaveOut));
        }
        self.origins.add(path.to_owned(), from.clone(), None);
        Some(self.narrow(group, &wanted, path, from))
    }

    /// A group with those of its units that a qualification wants.
    fn narrow(&mut self, group: &Node, wanted: &Wanted, path: &str, from: &str) -> Node {
        let Node::Object(members) = group else {
            return group.clone();
        };
        let (mut narrowed, mut closed) = (Vec::new(), Vec::new());
        for (key, node) in members {
            let node = match (key.as_str(), node) {
                ("units" | "closed_units", Node::List(codes)) => {
                    let (mut kept, mut places) = (Vec::new(), Vec::new());
                    for (index, code) in codes.iter().enumerate() {
                        if key == "units" && wanted.closes(code) {
                            closed.push(code.clone());
                        } else if wanted.keeps(code) {
                            kept.push(code.clone());
                            places.push(index);
                        }
                    }
                    let (to, from) = (format!("{path}.{key}"), format!("{from}.{key}"));
                    self.origins.add(to, from, Some(places));
                    Node::List(kept)
                }
                ("groups", Node::List(groups)) => {
                    let within = groups.iter().enumerate().map(|(index, group)| {
                        let [path, from] = [path, from].map(|way| format!("{way}.groups[{index}]"));
                        self.narrow(group, wanted, &path, &from)
                    });
                    Node::List(within.collect())
                }
                _ => node.clone(),
            };
            narrowed.push((key.clone(), node));
        }
        if !closed.is_empty() {
            let known = narrowed.iter_mut().find(|(key, _)| key == "closed_units");
            match known {
                Some((_, Node::List(known))) => known.extend(closed),
                _ => narrowed.push(("closed_units".to_owned(), Node::List(closed))),
            }
        }
        Node::Object(narrowed)
    }
}

/// Which units of a group a qualification has.
struct Wanted {
    take: Option<BTreeSet<String>>,
    leave_out: BTreeSet<String>,
    closed: BTreeSet<String>,
}

impl Wanted {
    fn closes(&self, code: &Node) -> bool {
        matches!(code, Node::Text(code) if self.closed.contains(code))
    }

    fn keeps(&self, code: &Node) -> bool {
        let Node::Text(code) = code else {
            return true;
        };
        let taken = self.take.as_ref().is_none_or(|take| take.contains(code));
        taken && !self.leave_out.contains(code)
    }
}

/// The name of a group of the suite that stands in a list of groups without saying that it is one.
fn bare_name<'n>(item: &'n Node, suite: &Suite<'_>) -> Option<&'n str> {
    match item {
        Node::Text(name) => Some(name),
        // A group without title, units and groups cannot be one of the qualification's own.
        Node::Object(members) => {
            let is_own = ["title", "units", "closed_units", "groups"];
            if is_own.iter().any(|key| member(item, key).is_some()) {
                return None;
            }
            members.iter().find_map(|(key, node)| match node {
                Node::Text(name) => {
                    let is_shared = || !near(key, ["shared"]).is_empty();
                    (suite.groups.contains_key(name.as_str()) || is_shared())
                        .then_some(name.as_str())
                }
                _ => None,
            })
        }
        _ => None,
    }
}

/// Notes that a group belongs to the suite and has to be written as one of the suite's.
fn not_shared<T>(place: &Cursor<'_>, name: &str, suite: &Suite<'_>) -> Option<T> {
    let near = near(name, suite.groups.keys().copied());
    let near = near.into_iter().map(str::to_owned).collect();
    let there = listed(suite.groups.keys().copied());
    place.error(Reason::NotShared { near, there })
}

/// An empty group in the place of one that could not be put in, so that it causes no further
/// problems. In a qualification that has one, nothing is reported as missing; only its name must not
/// be taken twice.
fn stand_in(path: &str) -> Node {
    let place = path.replace(['[', ']', '.'], "");
    let first = place.len().saturating_sub(60);
    let id = Node::text(place.get(first..).unwrap_or_default());
    Node::object([
        ("id", id.clone()),
        ("title", id),
        ("units", Node::List(Vec::new())),
    ])
}

/// The codes that a group lists, with the groups within it.
fn list_units<'n>(group: &'n Node, all: &mut BTreeSet<&'n str>) {
    for key in ["units", "closed_units", "groups"] {
        let Some(Node::List(items)) = member(group, key) else {
            continue;
        };
        for item in items {
            match item {
                Node::Text(code) => {
                    all.insert(code);
                }
                group => list_units(group, all),
            }
        }
    }
}
