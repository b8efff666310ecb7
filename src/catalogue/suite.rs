//! The suites that a file describes, and problems with the names by which qualifications refer to them.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::unknown;
use super::limits::MOST_QUALIFICATIONS;
use crate::reading::{Cursor, Misplaced, Node, Reason, Thing, near};

/// Keys that each qualification has for itself.
pub(super) const OWN: [&str; 2] = ["suite", "title"];

/// The suites of a file.
#[derive(Default)]
pub(super) struct Suites<'a> {
    pub(super) all: Vec<Suite<'a>>,
    /// True where something stands under `suites` that has no name that can be read.
    has_nameless: bool,
}

pub(super) struct Suite<'a> {
    pub(super) id: String,
    /// The way to it in the file.
    pub(super) path: String,
    pub(super) node: &'a Node,
    /// Its groups and those within it by their names, each with the way to it.
    pub(super) groups: BTreeMap<&'a str, (&'a Node, String)>,
}

impl<'a> Suites<'a> {
    /// The suites that are described here.
    pub(super) fn read(place: &Cursor<'a>) -> Self {
        let mut suites = Suites::default();
        let mut seen: Vec<(String, usize)> = Vec::new();
        let ids = place.list_of_some(MOST_QUALIFICATIONS, |place| {
            let id = suite_id(place);
            if let Some(id) = &id {
                if let Some((_, earlier)) = seen.iter().find(|(known, _)| known == id) {
                    let _: Option<()> = place.repeated(id.as_str(), place.beside(*earlier));
                }
                seen.push((id.clone(), place.number()));
            }
            Some(id)
        });
        let (Some(ids), Node::List(nodes)) = (ids, place.node()) else {
            suites.has_nameless = true;
            return suites;
        };
        for (index, (id, node)) in ids.into_iter().zip(nodes).enumerate() {
            let Some(id) = id else {
                suites.has_nameless = true;
                continue;
            };
            let path = format!("suites[{index}]");
            let mut groups = BTreeMap::new();
            named_groups(node, &path, &mut groups);
            suites.all.push(Suite {
                id,
                path,
                node,
                groups,
            });
        }
        suites
    }

    /// Whether a qualification cannot do without a suite.
    pub(super) fn misses(&self, qualification: &Node) -> bool {
        let has = |key: &str| member(qualification, key).is_some();
        let is_described = !self.all.is_empty() || self.has_nameless;
        let is_short = || ["groups", "rules", "size"].iter().any(|key| !has(key));
        first_shared(qualification).is_some() || is_described && has("suite") && is_short()
    }

    /// Notes that the suite of a qualification does not exist; returns the one with which to read
    /// on.
    pub(super) fn meant(&self, place: &Cursor<'_>) -> Option<&Suite<'a>> {
        let object = place.object()?;
        let of = object.required("suite")?;
        let name = of.text(64)?;
        // What is wrong with one that has no name is told there.
        if self.has_nameless {
            return None;
        }
        let known = self.all.iter().map(|one| one.id.as_str());
        let _: Option<()> = unknown(Thing::Suite, name, known.clone(), &of);
        match near(name, known).as_slice() {
            [one] => self.all.iter().find(|suite| suite.id == *one),
            _ => self.all.first().filter(|_| self.all.len() == 1),
        }
    }

    /// Notes the suites that no qualification uses.
    pub(super) fn unused(&self, place: &Cursor<'_>, qualifications: &Node) {
        let Node::List(all) = qualifications else {
            return;
        };
        let named = all.iter().filter_map(|one| match member(one, "suite") {
            Some(Node::Text(name)) => Some(name.as_str()),
            _ => None,
        });
        let named: BTreeSet<&str> = named.collect();
        let _: Option<Vec<()>> = place.list(usize::MAX, |place| {
            let path = format!("suites[{}]", place.number());
            let suite = self.all.iter().find(|one| one.path == path)?;
            if named.contains(suite.id.as_str()) {
                return None;
            }
            let id = place.object()?.required("id")?;
            let what = Thing::QualificationOfSuite;
            unknown(what, &suite.id, named.iter().copied(), &id)
        });
    }
}

fn suite_id(place: &Cursor<'_>) -> Option<String> {
    let suite = place.object_like(&["{\"id\": \"…\", \"groups\": […]}"])?;
    for key in OWN {
        let own = suite.optional(key);
        let _: Option<()> =
            own.and_then(|place| place.error(Reason::NotHere(Misplaced::OwnOfQualification)));
    }
    let Some(id) = suite.optional("id") else {
        // One that is written otherwise is likely to be meant.
        let _ = suite.required("id");
        suite.finish_near("id");
        return None;
    };
    Some(id.text(64)?.to_owned())
}

/// The first group of a suite that a qualification takes.
pub(super) fn first_shared(outer: &Node) -> Option<&Node> {
    let Some(Node::List(groups)) = member(outer, "groups") else {
        return None;
    };
    let mut groups = groups.iter();
    groups.find_map(|group| member(group, "shared").or_else(|| first_shared(group)))
}

/// What stands under a key, if anything does.
pub(super) fn member<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Node::Object(members) = node else {
        return None;
    };
    let (_, node) = members.iter().find(|(name, _)| name == key)?;
    (*node != Node::Null).then_some(node)
}

pub(super) fn is_text(node: &Node, text: &str) -> bool {
    matches!(node, Node::Text(known) if known == text)
}

/// The groups within something by their names, each with the way to it.
fn named_groups<'n>(outer: &'n Node, path: &str, all: &mut BTreeMap<&'n str, (&'n Node, String)>) {
    let Some(Node::List(groups)) = member(outer, "groups") else {
        return;
    };
    for (index, group) in groups.iter().enumerate() {
        let path = format!("{path}.groups[{index}]");
        named_groups(group, &path, all);
        if let Some(Node::Text(id)) = member(group, "id") {
            all.entry(id).or_insert((group, path));
        }
    }
}
