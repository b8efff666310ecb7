use std::collections::BTreeMap;
use std::ops::Deref;

use super::text::close;
use super::{Unit, UnitCode};

/// Units in the order of their file, and each found by its code at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    all: Vec<Unit>,
    /// Their places, in the order of their codes.
    by_code: Vec<usize>,
    /// How many letters of its code, up to a hyphen, each shares with all others.
    shared: usize,
}

/// What is left of a code without what all share has to be at least this long: a single digit is no code
/// to anybody who reads it in a sentence.
const SHORTEST: usize = 3;

impl Units {
    /// These units, in this order. Of two with one code one is found.
    #[must_use]
    pub fn new(all: Vec<Unit>) -> Self {
        let mut by_code: Vec<usize> = (0..all.len()).collect();
        by_code.sort_by(|one, other| all.get(*one).map(code).cmp(&all.get(*other).map(code)));
        let shared = shared(&all);
        Self {
            all,
            by_code,
            shared,
        }
    }

    /// The place of the unit of this code.
    #[must_use]
    pub fn place(&self, wanted: &UnitCode) -> Option<usize> {
        let found = self
            .by_code
            .binary_search_by(|place| self.all.get(*place).map(code).cmp(&Some(wanted)));
        self.by_code.get(found.ok()?).copied()
    }

    /// The code without what the codes of all these units begin with, up to a hyphen: `501` for `8607-501`
    /// among such. The whole code where they share nothing, and of a unit that is not among them.
    #[must_use]
    pub fn short_code<'a>(&self, code: &'a UnitCode) -> &'a str {
        let (whole, first) = (code.as_str(), self.all.first());
        let shared = first.and_then(|unit| unit.code.as_str().get(..self.shared));
        let short = shared.and_then(|shared| whole.strip_prefix(shared));
        short.filter(|short| !short.is_empty()).unwrap_or(whole)
    }

    /// The unit of this code.
    #[must_use]
    pub fn find(&self, code: &UnitCode) -> Option<&Unit> {
        self.all.get(self.place(code)?)
    }
}

fn code(unit: &Unit) -> &UnitCode {
    &unit.code
}

/// How many letters all codes share, up to a hyphen and without what would leave too little of one.
fn shared(units: &[Unit]) -> usize {
    let mut codes = units.iter().map(|unit| unit.code.as_str());
    let Some(first) = codes.next() else {
        return 0;
    };
    let limit = |code: &str| code.len().saturating_sub(SHORTEST);
    let shared = codes.fold(limit(first), |shared, code| {
        let pairs = first.bytes().zip(code.bytes());
        let alike = pairs.take_while(|(one, other)| one == other).count();
        shared.min(alike).min(limit(code))
    });
    let shared = first.get(..shared).unwrap_or("");
    shared.rfind('-').map_or(0, |hyphen| hyphen + 1)
}

impl Deref for Units {
    type Target = [Unit];

    fn deref(&self) -> &[Unit] {
        &self.all
    }
}

impl FromIterator<Unit> for Units {
    fn from_iter<I: IntoIterator<Item = Unit>>(units: I) -> Self {
        Self::new(units.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Units {
    type Item = &'a Unit;
    type IntoIter = std::slice::Iter<'a, Unit>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

/// All names of some units, to find out which one somebody means: codes, former codes and the
/// regulator's numbers, in any case and with any marks and spaces in them. A name of two units means
/// neither.
pub struct Names<'a> {
    /// With a space for whatever marks stand within them.
    spaced: BTreeMap<String, Option<&'a Unit>>,
    /// Letters and digits alone.
    close: BTreeMap<String, Option<&'a Unit>>,
}

impl<'a> Names<'a> {
    /// The names of these units.
    pub fn new(units: impl IntoIterator<Item = &'a Unit>) -> Self {
        let mut names = Self {
            spaced: BTreeMap::new(),
            close: BTreeMap::new(),
        };
        for unit in units {
            for name in unit.names() {
                put(&mut names.spaced, spaced(name.as_str()), unit);
                put(&mut names.close, close(name.as_str()), unit);
            }
        }
        names
    }

    /// The unit that a text names, in any case and with any marks where the name has some.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&'a Unit> {
        *self.spaced.get(&spaced(text))?
    }

    /// The unit that a text names, also without the marks of the name: `M6009682` for `M/600/9682`.
    #[must_use]
    pub fn find_close(&self, text: &str) -> Option<&'a Unit> {
        self.find(text)
            .or_else(|| *self.close.get(&close(text)).unwrap_or(&None))
    }
}

fn put<'a>(names: &mut BTreeMap<String, Option<&'a Unit>>, name: String, unit: &'a Unit) {
    let known = names.entry(name).or_insert(Some(unit));
    if known.is_some_and(|known| known.code != unit.code) {
        *known = None;
    }
}

fn spaced(text: &str) -> String {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(codes: &[&str]) -> Units {
        let unit = |code: &&str| Unit {
            code: UnitCode::new(code).unwrap(),
            title: String::new(),
            level: None,
            credits: None,
            hours: None,
            points: None,
            subject: None,
            tags: Vec::new(),
            sizes: Vec::new(),
            former_codes: Vec::new(),
            regulator_number: None,
        };
        codes.iter().map(unit).collect()
    }

    #[test]
    fn units_keep_their_order_and_are_found_by_their_codes() {
        let units = units(&["3", "22", "1", "10"]);
        for (place, unit) in units.iter().enumerate() {
            assert_eq!(units.place(&unit.code), Some(place));
        }
        assert_eq!(units.place(&UnitCode::new("2").unwrap()), None);
    }

    #[test]
    fn a_short_code_leaves_out_what_all_codes_begin_with_up_to_a_hyphen() {
        for (codes, short) in [
            (&["8607-501", "8607-510"][..], "501"),
            (&["SS-MU-201", "SS-MU-300"], "201"),
            (&["SS-MU-201", "SS-MA-300"], "MU-201"),
            (&["8617-701"], "701"),
            (&["8607-501", "8609-501"], "8607-501"),
            (&["SHC 21", "SHC 22"], "SHC 21"),
            (&["A-1", "A-2"], "A-1"),
            (&["86-", "86-501"], "86-"),
        ] {
            let units = units(codes);
            assert_eq!(units.short_code(&units[0].code), short, "{codes:?}");
        }
        let other = UnitCode::new("8609-501").unwrap();
        assert_eq!(units(&["8607-501"]).short_code(&other), "8609-501");
        assert_eq!(units(&[]).short_code(&other), "8609-501");
    }

    #[test]
    fn a_name_is_known_in_any_case_and_with_any_marks_where_that_is_clear() {
        let mut all = units(&["SHC 21", "A-1", "A.1", "12", "M/600/9682"]).to_vec();
        all[0].former_codes = vec![UnitCode::new("HSC-21/b").unwrap()];
        let names = Names::new(&all);
        let find = |text| names.find_close(text).map(|unit| unit.code.as_str());
        for (text, code) in [
            ("shc  21", Some("SHC 21")),
            ("SHC-21", Some("SHC 21")),
            ("SHC21", Some("SHC 21")),
            ("hsc 21 b", Some("SHC 21")),
            ("m6009682", Some("M/600/9682")),
            ("A 1", None),
            ("SHC 2", None),
            ("", None),
        ] {
            assert_eq!(find(text), code, "{text}");
        }
        assert!(names.find("1 2").is_none());
    }
}
