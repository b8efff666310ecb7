//! What units are about, key by key.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::naming::{heading, name, unknown};
use super::suite::member;
use crate::qualification::{About, Covers, Ours, OwnAbout, Source, Subject, UnitAbout, UnitCode};
use crate::reading::{Cursor, Node, Object, Thing};

/// The most subjects of a qualification, and of a unit.
const MOST_SUBJECTS: usize = 20;

/// The most words by which a unit is found.
const MOST_WORDS: usize = 40;

/// The most lines on what a unit covers.
const MOST_LINES: usize = 20;

/// The longest short name of a unit or subject, and the longest word to be found by.
const LONGEST_NAME: usize = 40;

/// What of a subject may be its writer's own.
const OURS: &[&str] = &["subject", "label", "units"];

/// The names of all subjects that a file lists, whatever else is wrong with it.
pub(super) fn listed(file: &Node) -> BTreeSet<&str> {
    let lists = ["qualifications", "suites"].into_iter();
    let owners = lists.filter_map(|key| member(file, key)).flat_map(items);
    let subjects = owners.filter_map(|owner| member(owner, "subjects"));
    let ids = subjects
        .flat_map(items)
        .filter_map(|subject| member(subject, "id"));
    let ids = ids.filter_map(|id| match id {
        Node::Text(id) => Some(id.as_str()),
        _ => None,
    });
    ids.collect()
}

fn items(list: &Node) -> &[Node] {
    match list {
        Node::List(items) => items,
        _ => &[],
    }
}

/// What the units of a qualification are about.
pub(super) fn of(
    object: &Object<'_>,
    source: &Source,
    units: &Arc<Vec<UnitAbout>>,
) -> Option<OwnAbout> {
    let (subjects, units) = (subjects(object, source)?, Arc::clone(units));
    Some(OwnAbout::new(About { subjects, units }))
}

/// The subjects of a qualification, each once.
fn subjects(object: &Object<'_>, source: &Source) -> Option<Vec<Subject>> {
    let Some(place) = object.optional("subjects") else {
        return Some(Vec::new());
    };
    let mut ids: Vec<(String, usize)> = Vec::new();
    place.list(MOST_SUBJECTS, |place| {
        let subject = place.object_like(&["{\"id\": \"…\", \"label\": \"…\"}"])?;
        let id = subject.required("id").and_then(|id| name(&id));
        let label = subject
            .required("label")
            .and_then(|label| label.text(LONGEST_NAME));
        let title = match subject.optional("title") {
            Some(title) => title.text(200).map(|title| Some(title.to_owned())),
            None => Some(None),
        };
        let heading = heading(&subject);
        let ours = match subject.optional("ours") {
            Some(ours) => ours_of(&ours),
            None => Some(Ours::default()),
        };
        subject.finish();
        let id = id?;
        if let Some((_, earlier)) = ids.iter().find(|(known, _)| known == id) {
            return place.repeated(id, place.beside(*earlier));
        }
        ids.push((id.to_owned(), place.number()));
        Some(Subject {
            id: id.to_owned(),
            label: label?.to_owned(),
            title: title?,
            heading: heading?.unwrap_or(&source.heading).to_owned(),
            ours: ours?,
        })
    })
}

fn ours_of(place: &Cursor<'_>) -> Option<Ours> {
    let mut ours = Ours::default();
    let mut known: Vec<(usize, usize)> = Vec::new();
    place.list(OURS.len(), |place| {
        let word = place.one_of(OURS)?;
        if let Some((_, earlier)) = known.iter().find(|(one, _)| *one == word) {
            let word = OURS.get(word).copied().unwrap_or_default();
            return place.repeated(word, place.beside(*earlier));
        }
        known.push((word, place.number()));
        match word {
            0 => ours.subject = true,
            1 => ours.label = true,
            _ => ours.units = true,
        }
        Some(())
    })?;
    Some(ours)
}

/// What is said of a unit.
pub(super) struct Said {
    covers: Option<Covers>,
    subjects: Vec<String>,
    short_name: Option<String>,
    search_words: Vec<String>,
}

impl Said {
    /// What is said of the unit here; `None` where a part of that cannot be read.
    pub(super) fn read(unit: &Object<'_>, listed: &BTreeSet<&str>) -> Option<Self> {
        let covers = match unit.optional("covers") {
            Some(place) => covers(&place).map(Some),
            None => Some(None),
        };
        let subjects = match unit.optional("subjects") {
            Some(place) => of_subjects(&place, listed),
            None => Some(Vec::new()),
        };
        let short_name = match unit.optional("short_name") {
            Some(place) => place.text(LONGEST_NAME).map(|name| Some(name.to_owned())),
            None => Some(None),
        };
        let search_words = match unit.optional("search_words") {
            Some(place) => place.list(MOST_WORDS, |word| {
                word.text(LONGEST_NAME).map(str::to_owned)
            }),
            None => Some(Vec::new()),
        };
        Some(Self {
            covers: covers?,
            subjects: subjects?,
            short_name: short_name?,
            search_words: search_words?,
        })
    }

    /// The same as what is known of the unit of this code; `None` where nothing is said.
    pub(super) fn of(self, code: &UnitCode) -> Option<UnitAbout> {
        let is_said = self.covers.is_some()
            || self.short_name.is_some()
            || !(self.subjects.is_empty() && self.search_words.is_empty());
        is_said.then(|| UnitAbout {
            code: code.clone(),
            covers: self.covers,
            subjects: self.subjects,
            short_name: self.short_name,
            search_words: self.search_words,
        })
    }
}

fn covers(place: &Cursor<'_>) -> Option<Covers> {
    let covers = place.object_like(&["{\"lines\": [\"…\"], \"heading\": \"…\"}"])?;
    let lines = covers
        .required("lines")
        .and_then(|lines| lines.list_of_some(MOST_LINES, |line| line.text(300).map(str::to_owned)));
    // Nothing is said of a unit that its document does not say.
    let heading = covers
        .required("heading")
        .and_then(|heading| heading.text(300));
    covers.finish();
    Some(Covers {
        lines: lines?,
        heading: heading?.to_owned(),
    })
}

fn of_subjects(place: &Cursor<'_>, listed: &BTreeSet<&str>) -> Option<Vec<String>> {
    let mut known: Vec<(String, usize)> = Vec::new();
    place.list(MOST_SUBJECTS, |place| {
        let id = name(place)?;
        if !listed.contains(id) {
            return unknown(Thing::Subject, id, listed.iter().copied(), place);
        }
        if let Some((_, earlier)) = known.iter().find(|(known, _)| known == id) {
            return place.repeated(id, place.beside(*earlier));
        }
        known.push((id.to_owned(), place.number()));
        Some(id.to_owned())
    })
}
