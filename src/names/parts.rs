//! What the words of a list of units are, one after the other: codes, titles, figures beside them, and
//! what is left.

use super::fold::{Gap, Word};
use super::known::{Kind, Known, Named};
use crate::qualification::Measure;

/// A text while it is read.
pub(super) struct Reading<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) parts: Vec<Part>,
    /// True behind a word of a title, in the same line.
    titled: bool,
    /// What stands before the last part of the code that was last written whole in this line, known or
    /// not: a number alone goes on with it.
    prefix: Option<String>,
}

/// Some words, from the first to the one behind them, and what they are.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A unit by its code.
    Code(usize),
    /// A unit by its title.
    Title(usize),
    /// What says nothing more.
    Beside,
    /// A number that says something of the unit before it, where one is there.
    Figure,
    Left,
}

impl<'a> Reading<'a> {
    /// Reads a text.
    pub(super) fn new(known: &'a Known<'a>, text: &'a str, words: &'a [Word]) -> Self {
        let mut reading = Self {
            known,
            text,
            words,
            parts: Vec::new(),
            titled: false,
            prefix: None,
        };
        let mut at = 0;
        while at < words.len() {
            at = reading.compound(at);
        }
        reading
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.words.get(at).map_or(Gap::Line, |word| word.gap)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.text)
    }

    /// The end of what dashes and strokes hold together.
    fn end_of_compound(&self, at: usize) -> usize {
        let rest = self.words.iter().enumerate().skip(at + 1);
        let mut ends = rest.filter(|(_, word)| word.gap > Gap::Stroke);
        ends.next().map_or(self.words.len(), |(end, _)| end)
    }

    fn add(&mut self, first: usize, end: usize, what: What) {
        self.parts.push(Part { first, end, what });
    }

    /// Reads what dashes and strokes hold together, and what belongs to it; gives the word behind.
    /// It is read as a whole or left as one: of “501-503” and “600/501/8” no part is a code.
    fn compound(&mut self, first: usize) -> usize {
        let (mut at, mut end, before) = (first, self.end_of_compound(first), self.parts.len());
        if self.gap(first) == Gap::Line {
            self.titled = false;
            self.prefix = None;
        }
        while at < end {
            let is_held = at > first && self.gap(at) == Gap::Dash;
            let found = self.named(at).filter(|_| !is_held);
            match found {
                Some(named) if named.kind == Kind::Title => {
                    self.add(at, named.end, What::Title(named.unit));
                    self.titled = true;
                    at = named.end;
                }
                Some(named) => {
                    self.add(at, named.end, What::Code(named.unit));
                    if named.kind == Kind::Code {
                        self.prefix = Some(self.known.prefix(named.unit).to_lowercase());
                    }
                    at = self.title_behind(named);
                    self.titled = self.has_long_word(named.end, at);
                }
                None if end - first == 1 => {
                    return self.single(first);
                }
                None if !is_held && is_of_a_table(self.word(at)) => {
                    self.add(at, at + 1, What::Beside);
                    at += 1;
                }
                None => {
                    self.parts.truncate(before);
                    let whole = self.end_of_compound(first);
                    self.add(first, whole, What::Left);
                    return whole;
                }
            }
            while end < at {
                end = self.end_of_compound(end);
            }
        }
        at
    }

    /// The name that begins at a word, unless that is only a number beside a unit.
    fn named(&self, at: usize) -> Option<Named> {
        let named = self.known.longest(self.text, self.words, at)?;
        let word = self.words.get(at)?;
        if named.kind == Kind::Short && self.goes_on_with_another(named) {
            return None;
        }
        let is_single = named.end == at + 1 && word.is_number();
        (!is_single || named.kind == Kind::Title || self.is_code(at, named)).then_some(named)
    }

    /// True for a part of a code behind letters that stand before another's: the 16 of “CMH 16” and of
    /// “CMH 1, 16” is not that of “LD 16”.
    fn goes_on_with_another(&self, named: Named) -> bool {
        let own = self.known.prefix(named.unit);
        let is_other = |prefix: &String| is_letters(prefix) && !prefix.eq_ignore_ascii_case(own);
        is_letters(own) && self.prefix.as_ref().is_some_and(is_other)
    }

    /// The end of a code whose beginning is another's than that of the unit by its last part, where such
    /// a code begins at this word: “CYP 1” where only “CMH 1” is known, “8609 501” where “8607-501” is.
    fn end_of_another(&self, at: usize) -> Option<usize> {
        let (word, next) = (self.words.get(at)?, at + 1);
        if self.gap(next) > Gap::Space || is_of_a_table(&word.text) {
            return None;
        }
        let named = self.known.longest(self.text, self.words, next)?;
        let own = self.known.prefix(named.unit);
        let is_like =
            is_letters(own) && is_letters(&word.text) && word.text.len() <= LONGEST_PREFIX
                || is_digits(own) && is_digits(&word.text) && own.len() == word.text.len();
        let is_word = matches!(
            &*word.text,
            "or" | "not" | "no" | "nr" | "plus" | "then" | "also" | "with"
        );
        let is_other = is_like && !is_word && !own.eq_ignore_ascii_case(&word.text);
        (named.kind == Kind::Short && is_other).then(|| self.end_of_compound(next))
    }

    /// True where a number is a code. “Level 5” and “3 credits” are none, and behind a title a number
    /// of one or two digits is one only before a title of its own.
    fn is_code(&self, at: usize, named: Named) -> bool {
        let is_short = self.word(at).len() < 3;
        if is_short && self.is_labelled(at) {
            return false;
        }
        if !self.titled {
            return true;
        }
        let has_title = || self.has_long_word(named.end, self.title_behind(named));
        !(is_short || self.is_figure(at)) || has_title()
    }

    /// True for the 5 of “level 5” and the 3 of “3 credits”.
    fn is_labelled(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.word(before));
        let is_level = before.is_some_and(|word| matches!(word, "level" | "group"));
        let behind = matches!(
            self.word(at + 1),
            "credit" | "credits" | "hour" | "hours" | "points" | "glh"
        );
        self.gap(at) < Gap::Line && is_level || self.gap(at + 1) == Gap::Space && behind
    }

    /// True for a number that the unit before it is given.
    fn is_figure(&self, at: usize) -> bool {
        let of_unit = self.parts.iter().rev().find_map(|part| match part.what {
            What::Code(unit) => self.known.units.get(unit),
            _ => None,
        });
        let given = |measure| of_unit.and_then(|unit| unit.given(measure));
        let measures = [Measure::Credits, Measure::Hours, Measure::Points];
        let mut figures = measures.into_iter().filter_map(given);
        figures.any(|figure| figure.to_string() == self.word(at))
    }

    /// The word behind what stands of the unit’s title behind its code.
    fn title_behind(&self, named: Named) -> usize {
        let whole = self.known.longest(self.text, self.words, named.end);
        let whole = whole.filter(|title| title.kind == Kind::Title && title.unit == named.unit);
        if let Some(title) = whole {
            return title.end;
        }
        let title = self.known.title(named.unit);
        let rest = self.words.iter().skip(named.end);
        let of_title = rest.take_while(|word| word.gap < Gap::Line && is_of(&title, word));
        named.end + of_title.count()
    }

    /// True where one of these words is too long for one that only stands between two codes.
    fn has_long_word(&self, first: usize, end: usize) -> bool {
        let mut words = self.words.iter().take(end).skip(first);
        words.any(|word| !word.has_digit() && word.text.chars().count() > 3)
    }

    /// Reads a word by itself that is no name, and gives the word behind what belongs to it.
    fn single(&mut self, at: usize) -> usize {
        let Some(word) = self.words.get(at) else {
            return at + 1;
        };
        if let Some(end) = self.end_of_another(at) {
            self.prefix = Some(word.text.to_lowercase());
            self.add(at, end, What::Left);
            return end;
        }
        let is_before_a_code = || {
            let named = (self.gap(at + 1) < Gap::Line)
                .then(|| self.named(at + 1))
                .flatten();
            named.is_some_and(|named| named.kind != Kind::Title)
        };
        let what = if is_of_a_table(&word.text)
            || self.known.is_prefix(&word.text) && is_before_a_code()
        {
            What::Beside
        } else if word.is_number() {
            let digits = word.text.len();
            // All but a digit of a code, and directly before another: one of a list.
            let is_listed = digits + 1 >= self.known.fewest_digits && is_before_a_code();
            let is_small = digits < self.known.fewest_digits || self.is_figure(at);
            if (self.titled && is_small && !is_listed) || self.is_labelled(at) {
                What::Figure
            } else {
                What::Left
            }
        } else {
            What::Left
        };
        self.titled |= what == What::Left && self.has_long_word(at, at + 1);
        self.add(at, at + 1, what);
        at + 1
    }
}

/// The most letters that are taken for the beginning of a code of which nothing is known.
const LONGEST_PREFIX: usize = 4;

fn is_letters(prefix: &str) -> bool {
    !prefix.is_empty() && prefix.chars().all(char::is_alphabetic)
}

fn is_digits(prefix: &str) -> bool {
    !prefix.is_empty() && prefix.bytes().all(|byte| byte.is_ascii_digit())
}

/// True for a word of a title, whole or cut short.
pub(super) fn is_of(title: &[Word], word: &Word) -> bool {
    let fits = |known: &Word| {
        known.text == word.text || word.text.len() > 2 && known.text.starts_with(&word.text)
    };
    !word.has_digit() && (word.is_and() || title.iter().any(fits))
}

/// True for what only says which column or list something stands in, or stands between two.
fn is_of_a_table(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "unit"
            | "units"
            | "code"
            | "codes"
            | "title"
            | "titles"
            | "level"
            | "levels"
            | "credit"
            | "credits"
            | "hour"
            | "hours"
            | "glh"
            | "tqt"
            | "group"
            | "mandatory"
            | "optional"
            | "total"
    )
}
