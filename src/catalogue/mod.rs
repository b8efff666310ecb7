//! Catalogue files: reading them, checking them, and the seven qualifications that are shipped.
//!
//! A catalogue file is JSON in the format of `docs/catalogue-format.md`. Reading does not stop at
//! the first problem: every problem is collected with its path, a qualification that has one is
//! left out, and the others stay. What the problems mean in words is said in `wording`.

mod about;
mod concerned;
mod facts;
mod file;
mod format;
mod groups;
mod limits;
mod merging;
mod naming;
mod origins;
mod rules;
mod rules_hash;
mod shared;
mod suite;
mod suites;

pub use self::file::{File, Reading};
pub use self::limits::LONGEST_FILE;
pub use self::origins::Origins;

use std::sync::Arc;

use crate::qualification::{Date, Level, Qualification, QualificationId, Unit, UnitCode, close};
use crate::reading::{locate as located, parse};

pub use crate::reading::{Place as Where, near};

/// The files that come with the planner: name and text.
pub const SHIPPED: [(&str, &str); 5] = [
    ("8603.json", include_str!("data/8603.json")),
    ("8604.json", include_str!("data/8604.json")),
    ("8607.json", include_str!("data/8607.json")),
    ("8609.json", include_str!("data/8609.json")),
    ("8617.json", include_str!("data/8617.json")),
];

/// Every qualification that can be planned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    files: Vec<File>,
}

impl FromIterator<File> for Catalogue {
    fn from_iter<I: IntoIterator<Item = File>>(files: I) -> Self {
        Self {
            files: files.into_iter().collect(),
        }
    }
}

/// Reads the text of a catalogue file.
#[must_use]
pub fn read(text: &str) -> Reading {
    format::read(text)
}

/// The positions in the text of a catalogue file to which these paths lead; none where the text is
/// no JSON.
#[must_use]
pub fn locate(text: &str, paths: &[&str]) -> Vec<Where> {
    match parse(text, LONGEST_FILE) {
        Ok(node) => {
            let paths: Vec<(&str, bool)> = paths.iter().map(|path| (*path, false)).collect();
            located(text, &node, &paths)
        }
        Err(_) => vec![Where::default(); paths.len()],
    }
}

impl Catalogue {
    /// The files, in the order they were added.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// Adds a file. One of the same name takes the place of the earlier; a qualification that
    /// another file has under the same name is replaced too.
    pub fn add(&mut self, file: File) {
        self.files.retain(|known| known.id != file.id);
        for known in &mut self.files {
            known
                .qualifications
                .retain(|old| !file.qualifications.iter().any(|new| new.id == old.id));
        }
        self.files.push(file);
    }

    /// The qualification of this name.
    #[must_use]
    pub fn qualification(&self, id: &QualificationId) -> Option<&Arc<Qualification>> {
        self.qualifications()
            .find(|qualification| qualification.id == *id)
    }

    /// The qualification that a text names: by its name, else by its name in another case, or by the
    /// regulator's number, with or without its strokes. `None` where that may be several.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Arc<Qualification>> {
        let id = QualificationId::new(name);
        if let Some(found) = id.and_then(|id| self.qualification(&id)) {
            return Some(found);
        }
        let wanted = close(name);
        let is_meant = |one: &&Arc<Qualification>| {
            let names = [one.id.as_str(), one.accreditation_number.as_str()];
            !wanted.is_empty() && names.iter().any(|name| close(name) == wanted)
        };
        let mut meant = self.qualifications().filter(is_meant);
        let first = meant.next()?;
        meant.next().is_none().then_some(first)
    }

    /// Puts the qualification's own name in the place of another that means it.
    pub fn own_name(&self, name: &mut QualificationId) {
        if let Some(found) = self.named(name.as_str()) {
            *name = found.id.clone();
        }
    }

    /// The unit of this code, whoever offers it.
    #[must_use]
    pub fn unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.units().find(|unit| unit.code == *code)
    }

    /// Every unit, as often as qualifications offer it, and those that none offers.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        let offered = self.qualifications().flat_map(|one| &one.units);
        offered.chain(self.files.iter().flat_map(|file| &file.unnamed))
    }

    /// Every qualification, file after file.
    pub fn qualifications(&self) -> impl Iterator<Item = &Arc<Qualification>> {
        self.files.iter().flat_map(|file| &file.qualifications)
    }

    /// Every qualification by level and suite: the order in which they are shown.
    #[must_use]
    pub fn by_suite(&self) -> Vec<&Arc<Qualification>> {
        let mut all: Vec<&Arc<Qualification>> = self.qualifications().collect();
        // What has no level comes last.
        let level = |one: &Qualification| one.level.map_or(u8::MAX, Level::place);
        all.sort_by(|one, other| (level(one), &one.suite).cmp(&(level(other), &other.suite)));
        all
    }

    /// Whose documents the facts come from, and on which days they were compared with them: each
    /// body once, with the first day and the last, in the order of the files.
    #[must_use]
    pub fn sources(&self) -> Vec<(&str, Date, Date)> {
        let mut sources: Vec<(&str, Date, Date)> = Vec::new();
        // Others may have taken the place of every qualification of a file.
        let shown = |file: &&File| !file.qualifications.is_empty();
        for file in self.files.iter().filter(shown) {
            let (body, day) = (file.awarding_body.as_str(), file.checked);
            match sources.iter_mut().find(|(known, ..)| *known == body) {
                Some((_, first, last)) => {
                    *first = day.min(*first);
                    *last = day.max(*last);
                }
                None => sources.push((body, day, day)),
            }
        }
        sources
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_files_have_no_problem_and_hold_seven_qualifications() {
        for (name, text) in SHIPPED {
            assert_eq!(read(text).problems, [], "{name}");
        }
        assert_eq!(Catalogue::shipped().qualifications().count(), 7);
    }

    #[test]
    fn an_added_file_takes_the_place_of_one_of_the_same_name() {
        let mut catalogue = Catalogue::shipped();
        let mut again = catalogue.files[2].clone();
        again.title = "newer".to_owned();
        catalogue.add(again);
        assert_eq!(catalogue.qualifications().count(), 7);
        assert_eq!(catalogue.files().last().unwrap().title, "newer");
    }

    #[test]
    fn each_body_is_a_source_once_with_its_own_days() {
        let day = |text| Date::parse(text).unwrap();
        let mut catalogue = Catalogue::shipped();
        let (body, read) = (catalogue.files[0].awarding_body.clone(), day("2026-11-22"));
        assert_eq!(catalogue.sources(), [(body.as_str(), read, read)]);

        let mut own = read_small();
        own.checked = day("2026-03-03");
        catalogue.add(own.clone());
        let other = (own.awarding_body.as_str(), own.checked, own.checked);
        assert_eq!(catalogue.sources(), [(body.as_str(), read, read), other]);

        let mut later = Catalogue::default();
        for (id, checked) in [("one", "2026-05-01"), ("two", "2025-12-31")] {
            let mut file = own.clone();
            file.id = id.to_owned();
            file.checked = day(checked);
            for one in &mut file.qualifications {
                Arc::make_mut(one).id = QualificationId::new(&format!("{id}-{}", one.id)).unwrap();
            }
            later.add(file);
        }
        let days = (
            own.awarding_body.as_str(),
            day("2025-12-31"),
            day("2026-05-01"),
        );
        assert_eq!(later.sources(), [days]);
    }

    #[test]
    fn a_file_whose_qualifications_others_have_taken_is_no_source() {
        let (own, mut catalogue) = (read_small(), Catalogue::default());
        let mut elder = own.clone();
        elder.id = "elder".to_owned();
        elder.awarding_body = "Elder body".to_owned();
        catalogue.add(elder);
        catalogue.add(own.clone());
        let bodies: Vec<&str> = catalogue.sources().iter().map(|(body, ..)| *body).collect();
        assert_eq!(bodies, [own.awarding_body.as_str()]);
    }

    fn read_small() -> File {
        let text = include_str!("../../tests/catalogues/small.json");
        read(text).file.unwrap()
    }
}
