use std::cmp::Ordering;
use std::fmt;

/// A level: Entry 1 to 3 or Level 1 to 8 of the Regulated Qualifications Framework, or Level 1 to 12 of
/// the Scottish Credit and Qualifications Framework. A unit without a level has no value of this type.
///
/// Levels compare within one framework, in which Entry 3 stands below Level 1; a level of the other is
/// neither above nor below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(Framework, u8);

/// Where a level stands: the Entry levels and the others of one framework are two parts of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Framework {
    Entry,
    Regulated,
    Scottish,
}

impl Level {
    /// The level of this number in the Regulated Qualifications Framework, 1 to 8.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        Self::of(Framework::Regulated, number)
    }

    /// The level in a text: `5`, `Level 5`, `L5`, `Entry 3`, `Entry Level 3`, `E3`, `SCQF 7`,
    /// `SCQF Level 7`, in any case, with any space or hyphen between.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.to_ascii_lowercase();
        let between = |letter: char| letter == '-' || letter.is_whitespace();
        let number = lower.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let words = lower.strip_suffix(number)?.split(between);
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        // Wales has the same levels under a name of its own, and England had another one before.
        let framework = match *words.as_slice() {
            []
            | ["l" | "level" | "rqf" | "qcf" | "nqf" | "cqfw"]
            | ["rqf" | "qcf" | "nqf" | "cqfw", "level"] => Framework::Regulated,
            ["e" | "el" | "entry"] | ["entry", "level"] => Framework::Entry,
            ["scqf"] | ["scqf", "level"] => Framework::Scottish,
            _ => return None,
        };
        let is_number = (1..=2).contains(&number.len()) && !number.starts_with('0');
        Self::of(framework, number.parse().ok().filter(|_| is_number)?)
    }

    fn of(framework: Framework, number: u32) -> Option<Self> {
        let most = match framework {
            Framework::Entry => 3,
            Framework::Regulated => 8,
            Framework::Scottish => 12,
        };
        let number = u8::try_from(number).ok()?;
        (1..=most)
            .contains(&number)
            .then_some(Self(framework, number))
    }

    /// The level that has this [`place`](Self::place).
    pub(super) fn of_place(place: u32) -> Option<Self> {
        match place {
            0..=9 => Self::of(Framework::Entry, place),
            10..=19 => Self::of(Framework::Regulated, place - 10),
            _ => Self::of(Framework::Scottish, place - 20),
        }
    }

    /// Its number, 1 to 8, where it is neither an Entry level nor one of the Scottish framework.
    #[must_use]
    pub fn number(self) -> Option<u8> {
        (self.0 == Framework::Regulated).then_some(self.1)
    }

    /// A number to list levels by: the Entry levels first, the Scottish ones last.
    #[must_use]
    pub const fn place(self) -> u8 {
        match self.0 {
            Framework::Entry => self.1,
            Framework::Regulated => 10 + self.1,
            Framework::Scottish => 20 + self.1,
        }
    }
}

impl PartialOrd for Level {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let alike = (self.0 == Framework::Scottish) == (other.0 == Framework::Scottish);
        alike.then(|| self.place().cmp(&other.place()))
    }
}

impl fmt::Display for Level {
    /// As catalogue files have it: `5`, `Entry 3`, `SCQF 7`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Framework::Entry => write!(formatter, "Entry {}", self.1),
            Framework::Regulated => write!(formatter, "{}", self.1),
            Framework::Scottish => write!(formatter, "SCQF {}", self.1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(text: &str) -> Level {
        Level::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn a_level_is_known_however_it_is_usually_written() {
        for (written, all) in [
            ("5", ["5", "Level 5", "level\u{a0}5", "L5", "RQF Level 5"]),
            (
                "Entry 3",
                ["Entry 3", "entry-3", "Entry Level 3", "E3", "EL3"],
            ),
            (
                "SCQF 11",
                [
                    "SCQF 11",
                    "scqf11",
                    "SCQF Level 11",
                    "SCQF level 11",
                    "SCQF-11",
                ],
            ),
        ] {
            for text in all {
                assert_eq!(level(text).to_string(), written, "{text}");
            }
        }
    }

    #[test]
    fn what_no_framework_has_is_no_level() {
        for text in [
            "",
            "0",
            "9",
            "Entry",
            "Entry 4",
            "Entry 0",
            "SCQF 13",
            "SCQF",
            "Level",
            "Level 05",
            "Level five",
            "5th",
            "Level 5.5",
            "3 to 4",
            "EQF 5",
            "Level Level 3",
        ] {
            assert_eq!(Level::parse(text), None, "{text}");
        }
    }

    #[test]
    fn levels_compare_within_one_framework_and_not_beyond() {
        let order = ["Entry 1", "Entry 2", "Entry 3", "Level 1", "Level 8"].map(level);
        assert!(order.is_sorted_by(|one, next| one < next));
        assert!(level("SCQF 7") < level("SCQF 10"));
        for (one, other) in [("Level 5", "SCQF 5"), ("Entry 3", "SCQF 1")] {
            let (one, other) = (level(one), level(other));
            assert_eq!(one.partial_cmp(&other), None);
            assert!(!(one <= other || one >= other || one == other));
        }
    }
}
