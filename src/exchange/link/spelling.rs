//! How names, days and what a learner typed are written in bits: in few where they are as in most
//! plans, and each in one way only. Knows no plan.

use super::bits::{DecodeError, Read, Reader, Writer};
use crate::qualification::{Date, DayOrMonth};

/// Writes a plan's parts; each name and day by what differs from the one before.
#[derive(Default)]
pub(super) struct Encoder {
    pub(super) bits: Writer,
    /// True where a name has a letter that version 1 of links does not know.
    pub(super) newer: bool,
    /// True where a month stands in the place of a day, which version 4 knows.
    pub(super) months: bool,
    day: Month,
}

/// Reads them.
pub(super) struct Decoder<'a> {
    pub(super) bits: Reader<'a>,
    /// True where a name has a letter that version 1 of links does not know.
    pub(super) newer: bool,
    /// True where a month stands in the place of a day, which version 4 knows.
    pub(super) months: bool,
    day: Month,
}

/// The previous name, by which the next one is written.
#[derive(Clone, Default)]
pub(super) struct Before(String);

/// How a name follows the one before it.
#[derive(PartialEq, Eq)]
enum Encoding {
    /// The number at its end is so much larger, and nothing else is different.
    Step(u32),
    /// So many letters are the same, then come others.
    Rest(usize),
}

/// Digits and marks, which codes are made of, and the letters; last in both what came with version 2.
const MARKS: &[u8] = b"0123456789-/._ (";
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ)&+*";
const NEWER: &[u8] = b" ()&+*";

/// The longest name, in bytes.
const LONGEST: usize = 64;

impl Encoder {
    /// A name, in 5 bits for each digit and 7 for each letter that the one before does not have.
    pub(super) fn name(&mut self, before: &mut Before, name: &str) {
        let encoding = encoding(&before.0, name);
        self.bits.flag(matches!(encoding, Encoding::Step(_)));
        match encoding {
            Encoding::Step(step) => self.bits.number(step, 1),
            Encoding::Rest(same) => {
                self.bits.number(small(same), 2);
                self.bits.number(small(name.len() - same), 2);
                for letter in name.bytes().skip(same) {
                    self.newer |= NEWER.contains(&letter);
                    let mark = place(MARKS, letter);
                    self.bits.flag(mark.is_none());
                    match mark {
                        Some(mark) => self.bits.bits(mark, 4),
                        None => self.bits.bits(place(LETTERS, letter).unwrap_or(0), 6),
                    }
                }
            }
        }
        name.clone_into(&mut before.0);
    }

    /// What a learner typed: 6 bits for a small letter, 8 for the rest of ASCII.
    pub(super) fn typed(&mut self, text: &str) {
        self.bits.number(small(text.chars().count()), 4);
        for letter in text.chars() {
            let byte = u8::try_from(letter).unwrap_or(0);
            if let Some(place) = place(USUAL, byte) {
                self.bits.bits(place, 6);
            } else if let Some(place) = place(OTHER, byte) {
                self.bits.bits(0b10 << 6 | place, 8);
            } else {
                self.bits.bits(0b11, 2);
                self.bits
                    .number(u32::from(letter).saturating_sub(BEYOND), 7);
            }
        }
    }

    pub(super) fn day(&mut self, day: Date) {
        self.bits.number(self.day.to(month(day)), 4);
        self.bits.bits(day.day().into(), 5);
    }

    /// A day, or a month with the day 0.
    pub(super) fn day_or_month(&mut self, of: DayOrMonth) {
        let day = of.last_day();
        self.bits.number(self.day.to(month(day)), 4);
        let number = if of.is_month() { 0 } else { day.day() };
        self.bits.bits(number.into(), 5);
        self.months |= of.is_month();
    }

    /// What may not be there.
    pub(super) fn optional<T>(&mut self, thing: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.bits.flag(thing.is_some());
        if let Some(thing) = thing {
            write(self, thing);
        }
    }
}

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bits: Reader::new(bytes),
            newer: false,
            months: false,
            day: Month::default(),
        }
    }

    /// A name; whether it is one of its kind is for `named` to say.
    pub(super) fn name<T>(
        &mut self,
        before: &mut Before,
        named: impl FnOnce(&str) -> Option<T>,
    ) -> Read<T> {
        let (encoding_read, name) = if self.bits.flag()? {
            let step = self.bits.number(1)?;
            (
                Encoding::Step(step),
                stepped(&before.0, step).ok_or(DecodeError)?,
            )
        } else {
            let same = large(self.bits.number(2)?)?;
            let mut name = before.0.get(..same).ok_or(DecodeError)?.to_owned();
            let rest = large(self.bits.number(2)?)?;
            if rest > LONGEST {
                return Err(DecodeError);
            }
            for _ in 0..rest {
                let letter = self.letter_of_a_name()?;
                self.newer |= u8::try_from(letter).is_ok_and(|letter| NEWER.contains(&letter));
                name.push(letter);
            }
            // A space stands between two letters, and alone.
            if name.starts_with(' ') || name.ends_with(' ') || name.contains("  ") {
                return Err(DecodeError);
            }
            (Encoding::Rest(same), name)
        };
        if encoding_read != encoding(&before.0, &name) {
            return Err(DecodeError);
        }
        let thing = named(&name).ok_or(DecodeError);
        before.0 = name;
        thing
    }

    fn letter_of_a_name(&mut self) -> Read<char> {
        if self.bits.flag()? {
            at(LETTERS, self.bits.bits(6)?)
        } else {
            at(MARKS, self.bits.bits(4)?)
        }
    }

    /// What a learner typed, of at most so many letters.
    pub(super) fn typed(&mut self, most: usize) -> Read<String> {
        let length = large(self.bits.number(4)?)?;
        if length > most {
            return Err(DecodeError);
        }
        (0..length).map(|_| self.letter()).collect()
    }

    fn letter(&mut self) -> Read<char> {
        if !self.bits.flag()? {
            return at(USUAL, self.bits.bits(5)?);
        }
        if !self.bits.flag()? {
            return at(OTHER, self.bits.bits(6)?);
        }
        let number = self.bits.number(7)?.checked_add(BEYOND);
        number.and_then(char::from_u32).ok_or(DecodeError)
    }

    pub(super) fn day(&mut self) -> Read<Date> {
        let month = self.day.from(self.bits.number(4)?).ok_or(DecodeError)?;
        let day = self.bits.bits(5)?;
        date(month, day).ok_or(DecodeError)
    }

    pub(super) fn day_or_month(&mut self) -> Read<DayOrMonth> {
        let month = self.day.from(self.bits.number(4)?).ok_or(DecodeError)?;
        let day = self.bits.bits(5)?;
        if day > 0 {
            return Ok(date(month, day).ok_or(DecodeError)?.into());
        }
        self.months = true;
        let first = date(month, 1).ok_or(DecodeError)?;
        DayOrMonth::month(first.year(), first.month()).ok_or(DecodeError)
    }

    /// What may not be there.
    pub(super) fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Read<Option<T>> {
        self.bits.flag()?.then(|| read(self)).transpose()
    }
}

impl Before {
    pub(super) fn new(name: &str) -> Self {
        Self(name.to_owned())
    }
}

fn encoding(before: &str, name: &str) -> Encoding {
    let steps = || {
        let ((front, from), (other, to)) = (numbered(before)?, numbered(name)?);
        let alike = front == other && before.len() == name.len();
        to.checked_sub(from).filter(|step| alike && *step > 0)
    };
    steps().map_or_else(|| Encoding::Rest(same(before, name)), Encoding::Step)
}

/// How many letters are the same at the beginning of both.
fn same(one: &str, other: &str) -> usize {
    let both = one.bytes().zip(other.bytes());
    both.take_while(|(one, other)| one == other).count()
}

/// The number of up to nine digits at the end of a name, and what stands before it.
fn numbered(name: &str) -> Option<(&str, u32)> {
    let digits = name.bytes().rev().take(9).take_while(u8::is_ascii_digit);
    let (front, number) = name.split_at_checked(name.len() - digits.count())?;
    Some((front, number.parse().ok()?))
}

/// The name whose number is so much larger, where it has as many digits.
fn stepped(before: &str, step: u32) -> Option<String> {
    let (front, number) = numbered(before)?;
    let (number, digits) = (number.checked_add(step)?, before.len() - front.len());
    let name = format!("{front}{number:0digits$}");
    (name.len() == before.len()).then_some(name)
}

/// Most of what learners call their plans.
const USUAL: &[u8] = b"abcdefghijklmnopqrstuvwxyz '-.,/";
/// The rest of ASCII.
const OTHER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!\"#$%&()*+:;<=>?@[\\]^_`{|}~";
/// The first letter beyond ASCII.
const BEYOND: u32 = 0x80;

fn place(letters: &[u8], letter: u8) -> Option<u64> {
    let place = letters.iter().position(|known| *known == letter)?;
    u64::try_from(place).ok()
}

fn at(letters: &[u8], place: u64) -> Read<char> {
    let letter = usize::try_from(place).ok().and_then(|at| letters.get(at));
    letter.map(|letter| char::from(*letter)).ok_or(DecodeError)
}

/// A length as a number. What is written has a limit far below the largest of either.
fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn large(length: u32) -> Read<usize> {
    usize::try_from(length).map_err(|_| DecodeError)
}

/// A month, as the number of months since January 1900: the days of a plan are seldom years apart.
struct Month(u32);

impl Default for Month {
    /// January 2025, from which the first day is counted for ever.
    fn default() -> Self {
        Self(125 * 12)
    }
}

impl Month {
    /// How far it is to another month: forwards an even number, backwards an odd one.
    fn to(&mut self, month: u32) -> u32 {
        let before = std::mem::replace(&mut self.0, month);
        if month >= before {
            (month - before) * 2
        } else {
            (before - month) * 2 - 1
        }
    }

    /// The month that is so far.
    fn from(&mut self, far: u32) -> Option<u32> {
        self.0 = if far.is_multiple_of(2) {
            self.0.checked_add(far / 2)?
        } else {
            self.0.checked_sub(far.div_ceil(2))?
        };
        Some(self.0)
    }
}

fn month(day: Date) -> u32 {
    (u32::from(day.year()) - 1900) * 12 + u32::from(day.month()) - 1
}

fn date(month: u32, day: u64) -> Option<Date> {
    let year = u16::try_from(1900 + month / 12).ok()?;
    let month = u8::try_from(month % 12 + 1).ok()?;
    Date::new(year, month, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qualification::UnitCode;

    /// Writes names one after the other, reads them back, and gives how many bits they took.
    fn bits_of(names: &[&str]) -> usize {
        let mut encoder = Encoder::default();
        let mut before = Before::default();
        for name in names {
            encoder.name(&mut before, name);
        }
        let bytes = encoder.bits.into_bytes();
        let mut decoder = Decoder::new(&bytes);
        let mut before = Before::default();
        for name in names {
            let code = decoder.name(&mut before, UnitCode::new);
            assert_eq!(code.unwrap().as_str(), *name);
        }
        assert_eq!(decoder.bits.finish(), Ok(()));
        bytes.len() * 8
    }

    #[test]
    fn names_come_back_whatever_came_before() {
        bits_of(&["8607-501", "8607-503", "8607-530", "8607-601", "8609-701"]);
        bits_of(&["a9", "a10", "a09", "a10", "b10", "b", "b", "0"]);
        bits_of(&["999999999", "9999999999", "a4294967295", "a4294967296"]);
        let long = "x".repeat(LONGEST);
        bits_of(&[&long, "x", &long, &long]);
        bits_of(&["SHC 21", "SHC 22", "HY92 34", "(A) & B+*", "HSC 2(a)"]);
    }

    #[test]
    fn codes_that_follow_each_other_take_less_than_a_byte() {
        let names: Vec<String> = (501..521).map(|number| format!("8607-{number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(bits_of(&names) - bits_of(&names[..1]) < 8 * names.len());
    }

    #[test]
    fn a_name_has_one_spelling() {
        // “a1” and then “a2” with an “a” that is the same, though it is one step on.
        let mut encoder = Encoder::default();
        encoder.name(&mut Before::default(), "a1");
        encoder.bits.flag(false);
        encoder.bits.number(1, 2);
        encoder.bits.number(1, 2);
        encoder.bits.flag(false);
        encoder.bits.bits(2, 4);
        let bytes = encoder.bits.into_bytes();
        let (mut decoder, mut before) = (Decoder::new(&bytes), Before::default());
        assert!(decoder.name(&mut before, UnitCode::new).is_ok());
        assert_eq!(decoder.name(&mut before, UnitCode::new), Err(DecodeError));
    }

    #[test]
    fn every_letter_of_a_name_has_one_place() {
        for letter in ' '..='~' {
            let byte = u8::try_from(letter).unwrap();
            let places = [MARKS, LETTERS].map(|all| place(all, byte).is_some());
            let in_a_name = UnitCode::new(&format!("a{letter}b")).is_some();
            assert_eq!(places[0] != places[1], in_a_name, "{letter}");
            assert!(!(places[0] && places[1]), "{letter}");
        }
    }

    #[test]
    fn every_letter_that_can_be_typed_has_one_place() {
        for letter in ' '..='~' {
            let byte = u8::try_from(letter).unwrap();
            assert!(
                place(USUAL, byte).is_some() != place(OTHER, byte).is_some(),
                "{letter}"
            );
        }
        let text = "Siân’s “plan” – 計画 🎓 \u{10ffff}~";
        let mut encoder = Encoder::default();
        encoder.typed(text);
        let bytes = encoder.bits.into_bytes();
        assert_eq!(Decoder::new(&bytes).typed(80).as_deref(), Ok(text));
        assert_eq!(Decoder::new(&bytes).typed(3), Err(DecodeError));
    }

    #[test]
    fn days_come_back_in_any_order() {
        let days = ["2026-11-22", "1900-01-01", "2999-12-31", "2024-02-29"];
        let days = days.map(|day| Date::parse(day).unwrap());
        let mut encoder = Encoder::default();
        for day in days {
            encoder.day(day);
        }
        let bytes = encoder.bits.into_bytes();
        let mut decoder = Decoder::new(&bytes);
        assert_eq!(days.map(|_| decoder.day().unwrap()), days);
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for (far, day) in [(0, 0), (2, 29), (u32::MAX, 1), (u32::MAX - 1, 1), (3001, 1)] {
            let mut encoder = Encoder::default();
            encoder.bits.number(far, 4);
            encoder.bits.bits(day, 5);
            let bytes = encoder.bits.into_bytes();
            assert_eq!(Decoder::new(&bytes).day(), Err(DecodeError), "{far} {day}");
        }
    }
}
