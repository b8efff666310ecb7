//! What units are about: for people who look for one, not for rules.
//!
//! It stands apart from the units, because a plan is ticked and judged without it: of the qualifications
//! that come with the planner it comes later than they do.

use std::fmt;
use std::sync::Arc;

use super::UnitCode;

/// What is known of what the units of a qualification are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The subjects by which its units are looked for, in the order of the file.
    pub subjects: Vec<Subject>,
    /// The units of the file of which anything is known, in the order of their codes.
    pub units: Arc<Vec<UnitAbout>>,
}

/// A subject of some units of a qualification. Rules know nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name in the file.
    pub id: String,
    /// Its name in one or two words.
    pub label: String,
    /// Its name as the document has it, where that is another.
    pub title: Option<String>,
    /// The heading under which the document names it.
    pub heading: String,
    /// What of it is not the document's.
    pub ours: Ours,
}

/// What the writer of a file has added to a subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ours {
    /// The subject itself: the document knows none.
    pub subject: bool,
    /// Its short name.
    pub label: bool,
    /// Which units stand in it.
    pub units: bool,
}

/// What a unit is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitAbout {
    /// The unit.
    pub code: UnitCode,
    /// What it covers, where its source says it.
    pub covers: Option<Covers>,
    /// The names of its subjects.
    pub subjects: Vec<String>,
    /// A short name that the writer of the file has given it.
    pub short_name: Option<String>,
    /// Words that the writer of the file has given it to be found by.
    pub search_words: Vec<String>,
}

/// What a unit covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covers {
    /// Its lines, in the words of the writer of the file.
    pub lines: Vec<String>,
    /// The heading under which the document says it.
    pub heading: String,
}

/// What the units of a qualification are about, as its file says it; nothing where the qualification was unpacked:
/// there that comes later, by itself.
///
/// Behind a trait, so that what only holds a qualification does not have to know how to drop this.
#[derive(Clone, Debug, Default)]
pub struct OwnAbout(Option<Arc<dyn Told>>);

trait Told: fmt::Debug + Send + Sync {
    fn about(&self) -> &About;
}

impl Told for About {
    fn about(&self) -> &About {
        self
    }
}

impl OwnAbout {
    /// What the file says.
    #[must_use]
    pub fn new(about: About) -> Self {
        Self(Some(Arc::new(about)))
    }

    /// What the file says, where it was read.
    #[must_use]
    pub fn get(&self) -> Option<&About> {
        self.0.as_deref().map(Told::about)
    }
}

impl PartialEq for OwnAbout {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for OwnAbout {}

impl About {
    /// What the unit of this code is about.
    #[must_use]
    pub fn unit(&self, code: &UnitCode) -> Option<&UnitAbout> {
        let place = self.units.binary_search_by(|unit| unit.code.cmp(code));
        self.units.get(place.ok()?)
    }

    /// True where it lists the subject of this name.
    #[must_use]
    pub fn has_subject(&self, id: &str) -> bool {
        self.subjects.iter().any(|subject| subject.id == id)
    }

    /// The subjects of a unit, in the order in which they are listed.
    pub fn subjects_of<'a>(&'a self, code: &UnitCode) -> impl Iterator<Item = &'a Subject> {
        let unit = self.unit(code);
        let is_of = move |subject: &&Subject| unit.is_some_and(|unit| unit.is_in(&subject.id));
        self.subjects.iter().filter(is_of)
    }

    /// All words by which a unit is found beside its title and its codes.
    pub fn words_of<'a>(&'a self, code: &UnitCode) -> impl Iterator<Item = &'a str> {
        let subjects = self.subjects_of(code);
        let subjects = subjects.flat_map(|one| std::iter::once(&one.label).chain(&one.title));
        let unit = self.unit(code);
        let own = unit.into_iter().flat_map(|unit| {
            let covers = unit.covers.iter().flat_map(|covers| &covers.lines);
            unit.search_words
                .iter()
                .chain(&unit.short_name)
                .chain(covers)
        });
        subjects.chain(own).map(String::as_str)
    }
}

impl UnitAbout {
    /// True where it stands in the subject of this name.
    #[must_use]
    pub fn is_in(&self, subject: &str) -> bool {
        self.subjects.iter().any(|one| one == subject)
    }
}
