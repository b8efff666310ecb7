//! Unit codes in a text that somebody typed or pasted.
//!
//! “501, 502; 8607-503”, a line for each unit with its title, or a row of a table, whatever stands
//! between them. A code is known whole or without what stands before its last part, in any spelling,
//! where that leaves no doubt; a title where no code stands in its line and nothing is left beside it.
//! Every other word is reported, except those that add nothing to a unit that is there: words of its
//! title, its figures, the heads of columns, and the beginning of a code that goes on behind it in the
//! same item. “8607, 501” has two items, of which the first is no unit.

use std::collections::BTreeSet;
use std::ops::Range;

use super::beside::is_of;
use super::fold::{Gap, Word, words};
use super::known::Known;
use super::parts::{Part, Reading, What};
use super::written::Written;
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

/// Something in a list of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The unit; `None` for what is none.
    pub unit: Option<UnitCode>,
    /// Where it is named, in bytes of the text.
    pub place: Range<usize>,
}

/// The units that a text names; `None` where it is longer than [`LONGEST`].
///
/// ```
/// use qualification_planner::catalogue::Catalogue;
/// use qualification_planner::names::recognise;
/// # let catalogue = Catalogue::shipped();
/// # let diploma = catalogue.qualifications().find(|one| one.id.as_str() == "8607-diploma").unwrap();
/// let found = recognise(diploma, "501 Managing Improvement; 8607–503 / 599").unwrap();
/// let codes: Vec<&str> = found.codes.iter().map(|code| code.as_str()).collect();
/// assert_eq!(codes, ["8607-501", "8607-503"]);
/// assert_eq!(found.unknown, ["599"]);
/// ```
#[must_use]
pub fn recognise(qualification: &Qualification, text: &str) -> Option<Recognised> {
    if text.len() > LONGEST {
        return None;
    }
    let mut found = Recognised::default();
    for said in read_of(qualification, text) {
        let written = text.get(said.place).unwrap_or_default();
        match said.unit {
            Some(code) if !found.codes.contains(&code) => found.codes.push(code),
            None if !found.unknown.iter().any(|known| known == written) => {
                found.unknown.push(written.to_owned());
            }
            _ => {}
        }
    }
    Some(found)
}

/// Every unit that a text names, as often as it does, and every other thing that it names, in order.
#[must_use]
pub fn read<'a>(units: impl Iterator<Item = &'a Unit>, text: &str) -> Vec<Said> {
    said(&Known::new(units, None), text)
}

/// The same among the units of a qualification, which are known by their short names as by their titles.
#[must_use]
pub fn read_of(qualification: &Qualification, text: &str) -> Vec<Said> {
    let units = qualification.units.iter();
    said(&Known::new(units, qualification.about()), text)
}

fn said(known: &Known<'_>, text: &str) -> Vec<Said> {
    let words = words(text);
    let words = &words;
    let reading = Reading::new(known, Written { text, words });
    let is_line_end = |_: &Part, next: &Part| reading.list.gap(next.first) == Gap::Line;
    let lines = reading.parts.chunk_by(|one, next| !is_line_end(one, next));
    lines.flat_map(|line| reading.line(line)).collect()
}

impl Reading<'_> {
    /// What a line says, once all that stands in it is known.
    fn line(&self, line: &[Part]) -> Vec<Said> {
        let mut line = line.to_vec();
        self.leave_ranges(&mut line);
        let codes = line.iter().filter_map(|part| match part.what {
            What::Code(unit) => Some(unit),
            _ => None,
        });
        let codes: BTreeSet<usize> = codes.collect();
        let titles: Vec<Word> = codes
            .iter()
            .flat_map(|unit| self.known.title(*unit))
            .collect();
        let has_codes = !codes.is_empty();
        let is_left = |part: &Part| match part.what {
            What::Code(_) | What::Beside => false,
            What::Beginning => !line
                .iter()
                .any(|next| next.first == part.end && matches!(next.what, What::Code(_))),
            What::Title(unit) if has_codes => !codes.contains(&unit),
            What::Title(_) => !self.stands_alone(&line, part),
            What::Figure => {
                !has_codes && !line.iter().any(|part| matches!(part.what, What::Title(_)))
            }
            What::Left => {
                let mut words = self.list.words.iter().take(part.end).skip(part.first);
                !words.all(|word| is_of(&titles, word) && !self.known.is_prefix(&word.text))
            }
        };
        let left: Vec<bool> = line.iter().map(is_left).collect();
        let mut said = Vec::new();
        let mut open: Option<Part> = None;
        for (part, is_left) in line.iter().zip(left) {
            if is_left {
                let joined = open.filter(|open| self.is_one_phrase(*open, *part));
                let whole = open.take().filter(|_| joined.is_none());
                said.extend(whole.and_then(|part| self.said(part, None)));
                open = Some(joined.map_or(*part, |open| Part {
                    end: part.end,
                    ..open
                }));
                continue;
            }
            said.extend(open.take().and_then(|part| self.said(part, None)));
            let unit = match part.what {
                What::Code(unit) => Some(unit),
                What::Title(unit) if !has_codes => Some(unit),
                _ => None,
            };
            let unit = unit.and_then(|unit| self.known.units.get(unit));
            said.extend(unit.and_then(|unit| self.said(*part, Some(unit.code.clone()))));
        }
        said.extend(open.and_then(|part| self.said(part, None)));
        said
    }

    /// Two codes with a dash between spaces may be all from the one to the other: they are left.
    fn leave_ranges(&self, line: &mut Vec<Part>) {
        let is_code = |part: &Part| matches!(part.what, What::Code(_));
        let mut others: Vec<Part> = Vec::new();
        let mut was_code = false;
        for part in line.drain(..) {
            let is_range = was_code && is_code(&part) && self.list.gap(part.first) == Gap::WideDash;
            was_code = is_code(&part);
            let one = others
                .last_mut()
                .filter(|one| is_range && one.end == part.first);
            match one {
                Some(one) => (one.end, one.what) = (part.end, What::Left),
                None => others.push(part),
            }
        }
        *line = others;
    }

    /// True for a title beside which nothing is left that might belong to it.
    fn stands_alone(&self, line: &[Part], title: &Part) -> bool {
        let is_apart = |other: &Part, gap: Gap| gap > Gap::Space || other.what != What::Left;
        let before = line.iter().rev().find(|part| part.end == title.first);
        let behind = line.iter().find(|part| part.first == title.end);
        before.is_none_or(|part| is_apart(part, self.list.gap(title.first)))
            && behind.is_none_or(|part| is_apart(part, self.list.gap(part.first)))
    }

    /// True where two unrecognised pieces are reported as one: words, or a code that has a space.
    fn is_one_phrase(&self, one: Part, other: Part) -> bool {
        let first = one.first;
        let begins_a_code = || {
            one.end == first + 1 && self.may_begin_a_code(first) || self.list.is_whole_item(first)
        };
        let is_number = other.end == other.first + 1 && self.list.begins_with_digit(other.first);
        let mut words = self.list.words.iter().take(other.end).skip(first);
        self.list.gap(other.first) == Gap::Space
            && one.end == other.first
            && (!words.any(Word::has_digit) || is_number && begins_a_code())
    }

    fn said(&self, part: Part, unit: Option<UnitCode>) -> Option<Said> {
        let first = self.list.words.get(part.first)?;
        let last = self.list.words.get(part.end.checked_sub(1)?)?;
        let place = first.place.0..last.place.1;
        Some(Said { unit, place })
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
        assert_found(&found, text, codes, unknown);
    }

    fn assert_found(found: &Recognised, text: &str, codes: &[&str], unknown: &[&str]) {
        let found_codes: Vec<&str> = found.codes.iter().map(UnitCode::as_str).collect();
        let found_unknown: Vec<&str> = found.unknown.iter().map(String::as_str).collect();
        assert_eq!((&*found_codes, &*found_unknown), (codes, unknown), "{text}");
    }

    /// The units of another body, by code and title.
    fn check_among(units: &[(&str, &str)], text: &str, codes: &[&str], unknown: &[&str]) {
        let catalogue = Catalogue::shipped();
        let mut other = catalogue.qualifications().next().unwrap().as_ref().clone();
        let unit = other.units[0].clone();
        let named = |(code, title): &(&str, &str)| Unit {
            code: UnitCode::new(code).unwrap(),
            title: (*title).to_owned(),
            ..unit.clone()
        };
        other.units = units.iter().map(named).collect();
        assert_found(&recognise(&other, text).unwrap(), text, codes, unknown);
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
            "501 / 503",
            "501 & 503",
            "501|503",
            "• 501\n• 503",
            "- 501\n- 503",
            "1. 501\n2. 503",
            "Units 501 and 503",
            "UNITS: 501, 503.",
            "8607-501, 8607-503",
            "8607-501/503",
            "8607/501 8607/503",
            "8607 501, 8607 503",
            "8607 501 8607 503",
            "8607501 8607503",
            "8607.501 8607_503",
            "8607–501 8607—503",
            "8607\u{2011}501 8607−503",
            "8607 - 501, 8607 – 503",
            "8607: 501, 503",
            "(501) “503”.",
            "‘501’, '503'",
            "501, 503, 501",
            "５０１，５０３",
            "8607-5\u{200b}01\u{feff}, 503",
        ] {
            let numbered = text.starts_with("1.");
            let unknown: &[&str] = if numbered { &["1", "2"] } else { &[] };
            check(text, &["8607-501", "8607-503"], unknown);
        }
    }

    #[test]
    fn what_is_not_known_is_named_once() {
        check("501 599 8609-701 599", &["8607-501"], &["599", "8609-701"]);
        check("8607", &[], &["8607"]);
        check("something else", &[], &["something else"]);
        check(
            "501 please, not 503",
            &["8607-501", "8607-503"],
            &["please", "not"],
        );
        check("501 or 503", &["8607-501", "8607-503"], &["or"]);
        check("501 (achieved)", &["8607-501"], &["achieved"]);
    }

    #[test]
    fn a_range_and_a_number_of_another_kind_are_left_whole() {
        check("501-503", &[], &["501-503"]);
        check("501–503", &[], &["501–503"]);
        check("501 - 503", &[], &["501 - 503"]);
        check("8607-501-502", &[], &["8607-501-502"]);
        check("R/504/9014, 503", &["8607-503"], &["R/504/9014"]);
        check("600/501/0", &[], &["600/501/0"]);
        check("8609-501 2026-11-29", &[], &["8609-501", "2026-11-29"]);
        check("501/5/3/8", &[], &["501/5/3/8"]);
    }

    #[test]
    fn the_title_and_the_small_figures_beside_a_code_are_no_codes() {
        check("8607-501 Managing Improvement 5 3 8", &["8607-501"], &[]);
        check(
            "8607-501,\"Managing Improvement\",5,3,8",
            &["8607-501"],
            &[],
        );
        check("Managing Improvement (501)", &["8607-501"], &[]);
        check("501—Managing Improvement", &["8607-501"], &[]);
        check("501: Managing Impr…", &["8607-501"], &[]);
        check("Level 5: 501", &["8607-501"], &[]);
        check(
            "Unit code\tTitle\tCredits\n501\tManaging Improvement\t3",
            &["8607-501"],
            &[],
        );
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
            &["something else"],
        );
        check(
            "530 Understanding the Skills, Principles\nand Practice of Effective Management Coaching & Mentoring; 503",
            &["8607-530", "8607-503"],
            &[],
        );
    }

    #[test]
    fn a_short_name_names_a_unit_as_its_title_does() {
        check("Management Role", &["8607-400"], &[]);
        check(
            "statistics\nManagement role",
            &["8607-516", "8607-400"],
            &[],
        );
        check("400 Management Role", &["8607-400"], &[]);
        check("Managing Projects", &[], &["Managing Projects"]);
        check("something on risk", &[], &["something on risk"]);
    }

    #[test]
    fn a_title_names_a_unit_where_nothing_speaks_against_it() {
        check("Managing Improvement", &["8607-501"], &[]);
        check(
            "managing improvement\nPartnership working",
            &["8607-501", "8607-527"],
            &[],
        );
        check(
            "Managing Improvement, Partnership Working",
            &["8607-501", "8607-527"],
            &[],
        );
        check(
            "Managing Stress & Conflict in the Organisation 5 3 8",
            &["8607-506"],
            &[],
        );
        check(
            "Managing Improvement Plans",
            &[],
            &["Managing Improvement Plans"],
        );
        check(
            "Not Managing Improvement",
            &[],
            &["Not Managing Improvement"],
        );
        // What a code says counts, and a title of another unit is named.
        check(
            "501 Partnership Working",
            &["8607-501"],
            &["Partnership Working"],
        );
    }

    #[test]
    fn codes_of_any_form_are_found_in_any_list() {
        let care = [
            ("SHC 21", "Communication"),
            ("SHC-22", "Personal Development in Care"),
            ("DEM 21", "Dementia Awareness"),
            ("HY92 34", "Hygiene"),
            ("M/600/9682", "Duty of Care"),
            ("SS-MU-2.1", "Sensory Loss"),
        ];
        for text in [
            "SHC 21 SHC 22 HY92 34 M/600/9682 SS MU 2.1",
            "SHC21 SHC22 HY9234 M6009682 SSMU21",
            "shc-21,shc-22,hy92-34,m/600/9682,ss-mu-2.1",
            "SHC 21/SHC 22/HY92 34, M 600 9682; SS-MU-2.1",
            "SHC 21, 22; HY 92 34; 9682; SS–MU–2.1",
            "SHC 21 Communication 2 3 23\nSHC 22 Personal Development in Care 2 3 21\nHY92 34 Hygiene 21\nM/600/9682\nSS MU 2.1",
        ] {
            let codes = ["SHC 21", "SHC-22", "HY92 34", "M/600/9682", "SS-MU-2.1"];
            let unknown: &[&str] = if text.contains(" 23") {
                &["23", "21"]
            } else {
                &[]
            };
            check_among(&care, text, &codes, unknown);
        }
        check_among(&care, "SHC 21 SHC 99 21", &["SHC 21"], &["SHC 99", "21"]);
        check_among(&care, "M/600/9683 DEM/600", &[], &["M/600/9683", "DEM/600"]);
    }

    #[test]
    fn a_code_that_is_not_known_is_never_another_with_the_same_ending() {
        let care = [
            ("CMH 1", "Listening"),
            ("CMH 2", "Recovery"),
            ("LD 10", "Choice"),
            ("LD 16", "Voice"),
        ];
        for (text, codes, unknown) in [
            ("CMH 1, CMH 16", &["CMH 1"][..], &["CMH 16"][..]),
            ("CMH 2 CMH 16", &["CMH 2"], &["CMH 16"]),
            ("CYP 1", &[], &["CYP 1"]),
            ("cyp 1; LD 10", &["LD 10"], &["cyp 1"]),
            ("CYP 1, 2", &[], &["CYP 1", "2"]),
            ("CMH 1, 16", &["CMH 1"], &["16"]),
            ("CMH 1, 2; 16", &["CMH 1", "CMH 2"], &["16"]),
            ("CYP-1", &[], &["CYP-1"]),
            ("CYP 1/2", &[], &["CYP 1/2"]),
            ("CMH 1 or 2", &["CMH 1", "CMH 2"], &["or"]),
            ("16", &["LD 16"], &[]),
            ("Unit 16", &["LD 16"], &[]),
            ("CYP 1\n2", &["CMH 2"], &["CYP 1"]),
        ] {
            check_among(&care, text, codes, unknown);
        }
        check("8609 501", &[], &["8609 501"]);
        check("8609 501, 8607 503", &["8607-503"], &["8609 501"]);
        check("ILM 501", &["8607-501"], &["ILM"]);
    }

    #[test]
    fn codes_with_other_marks_are_found() {
        let printed = [
            ("HSC 2(a) & 3", "Rights"),
            ("U1+2", "Duties"),
            ("HSC 2", "Duty and Care"),
        ];
        check_among(
            &printed,
            "HSC 2(a) & 3, HSC 2; U1+2",
            &["HSC 2(a) & 3", "HSC 2", "U1+2"],
            &[],
        );
        check_among(
            &printed,
            "hsc 2 (a) and 3\nHSC2",
            &["HSC 2(a) & 3", "HSC 2"],
            &[],
        );
        check_among(&printed, "HSC 2 Duty & Care", &["HSC 2"], &[]);
        check_among(&printed, "HSC 2(b)", &["HSC 2"], &["b"]);
    }

    #[test]
    fn numbers_alone_are_codes_where_they_can_be() {
        let sport = [
            ("1", "Anatomy"),
            ("2", "Fitness"),
            ("3", "Professional Practice"),
            ("12", "Self-employment"),
        ];
        check_among(&sport, "1 2 12", &["1", "2", "12"], &[]);
        check_among(
            &sport,
            "Unit 1: Anatomy, Unit 12: Self Employment",
            &["1", "12"],
            &[],
        );
        check_among(&sport, "1 Anatomy 2 Fitness", &["1", "2"], &[]);
        check_among(&sport, "Level 3: 1, 2", &["1", "2"], &[]);
        check_among(&sport, "2 Fitness, 3 credits", &["2"], &[]);
        check_among(&sport, "1 Anatomy 3 60", &["1"], &["3", "60"]);
    }

    #[test]
    fn every_shipped_unit_is_found_in_a_list_by_code_and_by_title() {
        for qualification in Catalogue::shipped().qualifications() {
            for unit in &qualification.units {
                let code = unit.code.as_str();
                let code_in = ["-", "\u{2011}", "–", "—", "−", "", " ", "/", ".", " – "];
                let mut texts: Vec<String> =
                    code_in.iter().map(|dash| code.replace('-', dash)).collect();
                texts.push(unit.title.to_uppercase());
                texts.push(unit.title.replace(" and ", " & ").replace('’', "'"));
                texts.push(format!("{code}\t{}\t5\t3\t8", unit.title));
                texts.push(format!("{} – {code}", unit.title));
                for text in texts {
                    let found = recognise(qualification, &text).unwrap();
                    assert_found(&found, &text, &[code], &[]);
                }
            }
            let all: Vec<String> = qualification
                .units
                .iter()
                .map(|unit| unit.code.as_str().replace('-', " "))
                .collect();
            let codes: Vec<&str> = qualification
                .units
                .iter()
                .map(|unit| unit.code.as_str())
                .collect();
            for between in [" ", ", ", "\n", " and "] {
                let text = all.join(between);
                assert_found(
                    &recognise(qualification, &text).unwrap(),
                    &text,
                    &codes,
                    &[],
                );
            }
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_not_read() {
        let catalogue = Catalogue::shipped();
        let qualification = catalogue.qualifications().next().unwrap();
        assert_eq!(recognise(qualification, &"1".repeat(LONGEST + 1)), None);
        assert!(recognise(qualification, &"1 ".repeat(LONGEST / 2)).is_some());
    }

    #[test]
    fn any_text_is_read_at_once() {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let diploma = catalogue.qualification(&id).unwrap();
        for part in [
            "-",
            "1-",
            "1/",
            "and ",
            "&",
            "8607 ",
            "Managing ",
            "Understanding the ",
            "é",
            "\n",
            "501-",
            "501 - ",
            "501 x ",
            "501/",
            "501 Managing 5 ",
        ] {
            let text = part.repeat(LONGEST / part.len());
            assert!(recognise(diploma, &text).is_some(), "{part}");
        }
    }
}
