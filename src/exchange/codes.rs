//! Unit codes in a text that somebody typed or pasted.
//!
//! “501, 502; 8607-503”, a line for each unit with its title, or a row of a table: whatever stands
//! between them. A code is known whole or without what stands before its last hyphen, in any case and
//! with any kind of dash, where that leaves no doubt. What is not known is named, but for the words
//! beside a code that is: “501 Managing Improvement” says one thing.

use crate::qualification::{Qualification, Unit, UnitCode};

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 16 * 1024;

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// The units, in the order in which they were first named.
    pub codes: Vec<UnitCode>,
    /// What was not recognised, each once.
    pub unknown: Vec<String>,
}

/// The units that a text names; `None` where it is longer than [`LONGEST`].
///
/// ```
/// use qualification_planner::catalogue::Catalogue;
/// use qualification_planner::exchange::codes;
/// # let catalogue = Catalogue::shipped();
/// # let diploma = catalogue.qualifications().find(|one| one.id.as_str() == "8607-diploma").unwrap();
/// let found = codes::recognise(diploma, "501 Managing Improvement; 8607–503 / 599").unwrap();
/// let codes: Vec<&str> = found.codes.iter().map(|code| code.as_str()).collect();
/// assert_eq!(codes, ["8607-501", "8607-503"]);
/// assert_eq!(found.unknown, ["599"]);
/// ```
#[must_use]
pub fn recognise(qualification: &Qualification, text: &str) -> Option<Recognised> {
    if text.len() > LONGEST {
        return None;
    }
    let known = Known::new(qualification);
    let mut found = Recognised::default();
    let (mut line, mut word) = (Vec::new(), String::new());
    for letter in text.chars().chain(['\n']) {
        let letter = plain(letter);
        if known.is_of_a_word(letter) && !(word.is_empty() && is_mark(letter)) {
            word.push(letter);
            continue;
        }
        while word.ends_with(is_mark) {
            word.pop();
        }
        if !word.is_empty() {
            line.push(std::mem::take(&mut word));
        }
        if letter == '\n' {
            known.read(&line, &mut found);
            line.clear();
        }
    }
    Some(found)
}

/// The codes of a qualification, as they may be written.
struct Known<'a> {
    units: &'a [Unit],
    /// The fewest digits that are a code without what stands before its hyphen.
    fewest_digits: usize,
    /// False where some code is without any digit behind its hyphen.
    all_have_digits: bool,
}

impl<'a> Known<'a> {
    fn new(qualification: &'a Qualification) -> Self {
        let units = qualification.units.as_slice();
        let endings = units.iter().map(|unit| parts(&unit.code).1);
        let digits = endings.filter(|ending| ending.bytes().all(|byte| byte.is_ascii_digit()));
        Self {
            fewest_digits: digits.map(str::len).min().unwrap_or(usize::MAX),
            all_have_digits: units.iter().all(|unit| {
                let ending = parts(&unit.code).1;
                ending.bytes().any(|byte| byte.is_ascii_digit())
            }),
            units,
        }
    }

    /// The code that a word means, if it means one: as it is written, else in any case, else without
    /// its prefix or the hyphen behind that. What two codes can be written as means neither.
    fn code(&self, word: &str) -> Option<&'a UnitCode> {
        let (mut found, mut best) = (None, 0);
        for code in self.units.iter().map(|unit| &unit.code) {
            let (prefix, ending) = parts(code);
            let whole = word.strip_prefix(prefix).filter(|_| !prefix.is_empty());
            let fit = if code.as_str() == word {
                3
            } else if code.as_str().eq_ignore_ascii_case(word) {
                2
            } else if ending.eq_ignore_ascii_case(whole.unwrap_or(word)) {
                1
            } else {
                continue;
            };
            if fit > best {
                (found, best) = (Some(code), fit);
            } else if fit == best {
                found = None;
            }
        }
        found
    }

    fn is_prefix(&self, word: &str) -> bool {
        let mut codes = self.units.iter().map(|unit| parts(&unit.code).0);
        codes.any(|prefix| prefix.eq_ignore_ascii_case(word))
    }

    /// True for what a code is written with. A stroke or a full stop stands between two, unless some
    /// code has one.
    fn is_of_a_word(&self, letter: char) -> bool {
        match letter {
            '/' | '.' => self
                .units
                .iter()
                .any(|unit| unit.code.as_str().contains(letter)),
            '-' | '_' => true,
            letter if letter.is_ascii() => letter.is_ascii_alphanumeric(),
            // Signs and spaces of other scripts and of typesetting.
            '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
            _ => true,
        }
    }

    fn read(&self, line: &[String], found: &mut Recognised) {
        // Behind a title a number says something of the unit: directly behind a code it may be one.
        let (mut some, mut titled, mut others) = (false, false, Vec::new());
        for (place, word) in line.iter().enumerate() {
            let next = line.get(place + 1);
            let is_before_a_code = || next.is_some_and(|next| self.code(next).is_some());
            if let Some(code) = self.code(word) {
                (some, titled) = (true, false);
                if !found.codes.contains(code) {
                    found.codes.push(code.clone());
                }
            } else if !(self.is_prefix(word) && is_before_a_code()) {
                titled |= is_of_a_title(word);
                // All but a digit of a code, and directly before another: one of a list.
                let listed = word.len() + 1 >= self.fewest_digits && is_before_a_code();
                others.push((word, titled && !listed || is_word(word)));
            }
        }
        for (word, may_be_beside) in others {
            let is_beside = some && may_be_beside && self.is_beside_a_code(word);
            let is_told = found.unknown.contains(word) || is_beside;
            if !is_told {
                found.unknown.push(word.clone());
            }
        }
    }

    /// True for a word that says something of the unit beside it and names none: a word of its title,
    /// or a number too short for a code, such as its level or credits.
    fn is_beside_a_code(&self, word: &str) -> bool {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        // Where codes are words, a word may be meant as one.
        digits == 0 && self.all_have_digits || digits == word.len() && digits < self.fewest_digits
    }
}

/// True for what holds no digit.
fn is_word(word: &str) -> bool {
    !word.bytes().any(|byte| byte.is_ascii_digit())
}

/// True for a word that is too long for one that only stands between two codes, as “and” does.
fn is_of_a_title(word: &str) -> bool {
    is_word(word) && word.chars().count() > 3
}

/// What stands before the last hyphen of a code, and behind it.
fn parts(code: &UnitCode) -> (&str, &str) {
    code.as_str()
        .rsplit_once('-')
        .unwrap_or(("", code.as_str()))
}

/// True for what stands within a code and never at its end.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '-' | '_' | '.' | '/')
}

/// Every dash as a hyphen.
const fn plain(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::qualification::QualificationId;

    fn check(text: &str, codes: &[&str], unknown: &[&str]) {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let found = recognise(catalogue.qualification(&id).unwrap(), text).unwrap();
        let found_codes: Vec<&str> = found.codes.iter().map(UnitCode::as_str).collect();
        assert_eq!(
            (&*found_codes, &*found.unknown),
            (codes, &*to_owned(unknown)),
            "{text}"
        );
    }

    fn to_owned(all: &[&str]) -> Vec<String> {
        all.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn codes_are_known_whatever_stands_between_them() {
        for text in [
            "501,503",
            "501 503",
            "501;503",
            "501\t503",
            "501\n503\n",
            "501/503",
            "• 501\n• 503",
            "Units 501 and 503",
            "8607-501, 8607-503",
            "8607/501 8607/503",
            "8607 501, 8607 503",
            "8607501 8607503",
            "8607–501 8607—503",
            "(501) “503”.",
            "501, 503, 501",
        ] {
            check(text, &["8607-501", "8607-503"], &[]);
        }
    }

    #[test]
    fn what_is_not_known_is_named_once() {
        check("501 599 8609-701 599", &["8607-501"], &["599", "8609-701"]);
        check("Managing Improvement", &[], &["Managing", "Improvement"]);
        check("8607", &[], &["8607"]);
        check("501-503", &[], &["501-503"]);
    }

    #[test]
    fn the_title_and_the_small_figures_beside_a_code_are_no_codes() {
        check("8607-501 Managing Improvement 5 3 8", &["8607-501"], &[]);
        check("Level 5: 501", &["8607-501"], &[]);
        // A number that may be meant as a code is named.
        check("501, 53, 503", &["8607-501", "8607-503"], &["53"]);
        check("501 and 53", &["8607-501"], &["53"]);
        check(
            "501 Managing Improvement, 53, 503",
            &["8607-501", "8607-503"],
            &["53"],
        );
        check(
            "501 Managing\nsomething else",
            &["8607-501"],
            &["something", "else"],
        );
    }

    #[test]
    fn a_text_that_is_too_long_is_not_read() {
        let catalogue = Catalogue::shipped();
        let qualification = catalogue.qualifications().next().unwrap();
        assert_eq!(recognise(qualification, &"1".repeat(LONGEST + 1)), None);
        assert!(recognise(qualification, &"1 ".repeat(LONGEST / 2)).is_some());
    }
}
