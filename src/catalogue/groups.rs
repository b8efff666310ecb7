//! The groups of a qualification, with the groups within them.

use std::collections::BTreeMap;

use super::facts::{self, Described};
use super::limits::MOST_UNITS;
use crate::qualification::{Group, GroupId, Size, UnitCode};
use crate::reading::{Clash, Cursor, Reason};

/// The most groups of a qualification, all levels together.
const MOST_GROUPS: usize = 64;
/// How many groups may stand within one another.
const DEEPEST: usize = 6;

pub(super) fn read_groups(
    place: &Cursor<'_>,
    units: &Described,
    size: Option<&Size>,
) -> Option<Vec<Group>> {
    let mut reader = Reader {
        units,
        size,
        ids: Vec::new(),
        closed: Vec::new(),
        groups: Vec::new(),
    };
    reader.level(place, None, 1)?;
    let open: Vec<&UnitCode> = reader
        .groups
        .iter()
        .flat_map(|group| &group.units)
        .collect();
    if let Some(code) = reader.closed.iter().find(|code| open.contains(code)) {
        return place.error(Reason::OpenAndClosed(code.to_string()));
    }
    Some(reader.groups)
}

struct Reader<'a> {
    units: &'a Described,
    size: Option<&'a Size>,
    /// The names of the groups so far, each with the way to it.
    ids: Vec<(GroupId, String)>,
    closed: Vec<UnitCode>,
    groups: Vec<Group>,
}

impl Reader<'_> {
    /// The groups of one list, and after each those within it.
    fn level(&mut self, place: &Cursor<'_>, parent: Option<&GroupId>, depth: usize) -> Option<()> {
        place
            .list_of_some(MOST_GROUPS, |place| self.group(place, parent, depth))
            .map(|_| ())
    }

    fn group(&mut self, place: &Cursor<'_>, parent: Option<&GroupId>, depth: usize) -> Option<()> {
        if depth > DEEPEST || self.groups.len() >= MOST_GROUPS {
            return place.error(Reason::Contradiction(Clash::TooManyGroups));
        }
        let group =
            place.object_like(&["{\"id\": \"…\", \"title\": \"…\", \"units\": [\"…\"]}"])?;
        let id = group.required("id").and_then(|id| facts::group_id(&id));
        let title = group.required("title").and_then(|title| title.text(200));
        let within = group.optional("groups");
        // A group of groups needs no units of its own.
        let units = match (group.optional("units"), &within) {
            (None, Some(_)) => Some(Vec::new()),
            (Some(units), _) => self.codes(&units, true),
            (None, None) => group.needs_one_of(&["units", "groups"]),
        };
        let closed_units = match group.optional("closed_units") {
            Some(units) => self.codes(&units, false),
            None => Some(Vec::new()),
        };
        group.finish();
        let id = id?;
        if let Some((_, earlier)) = self.ids.iter().find(|(known, _)| *known == id) {
            return place.repeated(id.as_str(), earlier.clone());
        }
        self.ids.push((id.clone(), place.path()));
        let (title, units, closed_units) = (title?, units?, closed_units.unwrap_or_default());
        self.closed.extend(closed_units.iter().cloned());
        self.groups.push(Group {
            id: id.clone(),
            title: title.to_owned(),
            parent: parent.cloned(),
            units,
            closed_units,
        });
        match within {
            Some(within) => self.level(&within, Some(&id), depth + 1),
            None => Some(()),
        }
    }

    /// Codes of a group, each once.
    fn codes(&self, place: &Cursor<'_>, open: bool) -> Option<Vec<UnitCode>> {
        let mut taken: BTreeMap<UnitCode, usize> = BTreeMap::new();
        place.list(MOST_UNITS, |place| {
            let code = facts::code(place)?;
            let unit = self.units.find(&code, place)?;
            // The same text in memory: codes of units are compared wherever a plan is judged.
            let (code, sizes) = (unit.code.clone(), &unit.sizes);
            let elsewhere = self.size.is_some_and(|size| !sizes.contains(size));
            if open && !sizes.is_empty() && elsewhere {
                let sizes = sizes.iter().map(|size| size.name().to_owned()).collect();
                let unit = code.to_string();
                return place.error(Reason::OtherSizes { unit, sizes });
            }
            if let Some(earlier) = taken.get(&code) {
                return place.repeated(code.as_str(), place.beside(*earlier));
            }
            taken.insert(code.clone(), place.number());
            Some(code)
        })
    }
}
