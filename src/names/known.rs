//! The names of units, in order, so that the longest one that begins at a word is found quickly.

use super::beginning::is_like;
use super::fold::{Gap, Word, words};
use super::names;
use super::search::changes;
use super::written::Written;
use crate::qualification::{About, Unit};

/// What units are called.
pub(super) struct Known<'a> {
    pub(super) units: Vec<&'a Unit>,
    /// By their letters.
    all: Vec<Name>,
    /// The fewest digits that are a code or the end of one.
    pub(super) fewest_digits: usize,
}

/// What a unit is called.
struct Name {
    /// Without anything between its words, and without “and” in a title.
    letters: String,
    /// Where its words and the parts of a code begin, and what stands before them.
    starts: Vec<(usize, Gap)>,
    kind: Kind,
    unit: usize,
}

/// What kind of name it is; where several fit, the first is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Code,
    Title,
    /// A code without what stands before its last dash, else its last space, else its last stroke.
    Short,
}

/// A name that stands in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) unit: usize,
    pub(super) kind: Kind,
    /// The word behind it.
    pub(super) end: usize,
}

impl<'a> Known<'a> {
    /// What these units are called, also in short where that is known. A unit that comes twice counts once.
    pub(super) fn new(units: impl Iterator<Item = &'a Unit>, about: Option<&About>) -> Self {
        let mut units: Vec<&Unit> = units.collect();
        units.sort_by(|one, other| one.code.cmp(&other.code));
        units.dedup_by(|one, other| one.code == other.code);
        let mut all = Vec::new();
        for (place, unit) in units.iter().enumerate() {
            all.extend(names(unit).map(|code| Name::new(code, Kind::Code, place)));
            all.push(Name::new(&unit.title, Kind::Title, place));
            let told = about.and_then(|about| about.unit(&unit.code));
            let short = told.and_then(|unit| unit.short_name.as_deref());
            all.extend(short.map(|name| Name::new(name, Kind::Title, place)));
            let (prefix, ending) = parts(unit.code.as_str());
            if !prefix.is_empty() && ending.bytes().any(|byte| byte.is_ascii_digit()) {
                all.push(Name::new(ending, Kind::Short, place));
            }
        }
        all.sort_by(|one, other| one.letters.cmp(&other.letters));
        let numbers = all.iter().filter(|name| name.kind != Kind::Title);
        let numbers = numbers.filter(|name| name.letters.bytes().all(|byte| byte.is_ascii_digit()));
        Self {
            fewest_digits: numbers
                .map(|name| name.letters.len())
                .min()
                .unwrap_or(usize::MAX),
            units,
            all,
        }
    }

    /// The longest name that begins at this word and ends where one does.
    pub(super) fn longest(&self, list: Written<'_>, at: usize) -> Option<Named> {
        let code = self.longest_of(list, at, false);
        let title = self.longest_of(list, at, true);
        let longer = |title: &Named| {
            code.is_none_or(|code| {
                code.end < title.end || code.kind == Kind::Short && code.end == title.end
            })
        };
        title.filter(longer).or(code)
    }

    /// The same among titles, or among codes. A name that may mean two units means neither, unless
    /// one is a code written exactly as in the text.
    fn longest_of(&self, list: Written<'_>, at: usize, titles: bool) -> Option<Named> {
        let (mut letters, mut gaps) = (String::new(), Vec::new());
        let (begin, mut found) = (list.words.get(at)?.place.0, None);
        for (place, word) in list.words.iter().enumerate().skip(at) {
            if place > at {
                gaps.push((letters.len(), word.gap));
                if titles && word.is_and() {
                    continue;
                }
            }
            letters.push_str(&word.text);
            let first = self.all.partition_point(|name| name.letters < letters);
            let rest = self.all.get(first..).unwrap_or_default();
            let begins = |name: &Name| name.letters.starts_with(&letters);
            if !rest.first().is_some_and(begins) {
                break;
            }
            let same = rest.iter().take_while(|name| name.letters == letters);
            let same =
                same.filter(|name| (name.kind == Kind::Title) == titles && name.is_parted(&gaps));
            let same: Vec<&Name> = same.collect();
            let Some(kind) = same.iter().map(|name| name.kind).min() else {
                continue;
            };
            let written = list.text.get(begin..word.place.1);
            let code = |unit: usize| self.units.get(unit).map(|unit| unit.code.as_str());
            let mut meant = same
                .iter()
                .filter(|name| name.kind == kind)
                .map(|name| name.unit);
            let exact = meant.clone().find(|unit| code(*unit) == written);
            let first = meant.next();
            let unit = exact.or(first.filter(|first| meant.all(|other| other == *first)));
            found = unit
                .map(|unit| Named {
                    unit,
                    kind,
                    end: place + 1,
                })
                .or(found);
        }
        found
    }

    /// True for what stands before the last part of a code.
    pub(super) fn is_prefix(&self, word: &str) -> bool {
        let mut prefixes = self.units.iter().map(|unit| parts(unit.code.as_str()).0);
        prefixes.any(|prefix| prefix.eq_ignore_ascii_case(word))
    }

    /// True for what does, or looks as if it did.
    pub(super) fn may_be_a_prefix(&self, word: &str) -> bool {
        let mut prefixes = self.units.iter().map(|unit| parts(unit.code.as_str()).0);
        prefixes.any(|prefix| {
            !prefix.is_empty() && (prefix.eq_ignore_ascii_case(word) || is_like(word, prefix))
        })
    }

    /// What stands before the last part of a unit's code.
    pub(super) fn prefix(&self, unit: usize) -> &'a str {
        let unit = self.units.get(unit);
        unit.map_or("", |unit| parts(unit.code.as_str()).0)
    }

    /// The words of a unit’s title.
    pub(super) fn title(&self, unit: usize) -> Vec<Word> {
        self.units
            .get(unit)
            .map(|unit| words(&unit.title))
            .unwrap_or_default()
    }
}

impl Name {
    fn new(name: &str, kind: Kind, unit: usize) -> Self {
        let (mut letters, mut starts) = (String::new(), Vec::new());
        for word in words(name) {
            let first = letters.len();
            starts.push((first, word.gap));
            if kind != Kind::Title {
                starts.extend(changes(&word.text).map(|at| (first + at, Gap::Dash)));
            }
            if kind != Kind::Title || !word.is_and() {
                letters.push_str(&word.text);
            }
        }
        // Where “and” stands at the end of a title.
        starts.push((letters.len(), Gap::Space));
        Self {
            letters,
            starts,
            kind,
            unit,
        }
    }

    /// True where these gaps of a text may stand in the name: where it has one itself, and in a code
    /// none that parts two codes, unless the code has such a mark.
    fn is_parted(&self, gaps: &[(usize, Gap)]) -> bool {
        gaps.iter().all(|(at, gap)| {
            let mut own = self.starts.iter().filter(|(start, _)| start == at);
            own.any(|(_, own)| {
                self.kind == Kind::Title
                    || *gap < Gap::Mark
                    || *own == Gap::Mark && *gap == Gap::Mark
            })
        })
    }
}

/// What stands before the last part of a code, and that part.
fn parts(code: &str) -> (&str, &str) {
    let split = ['-', ' ', '/']
        .into_iter()
        .find_map(|mark| code.rsplit_once(mark));
    split.unwrap_or(("", code))
}
