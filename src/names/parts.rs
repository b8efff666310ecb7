//! Sorts the words of a list of units, one after the other: codes, titles, figures beside them, and
//! the rest.

use super::beginning::{Make, is_like};
use super::beside::{is_cut_short, is_of, is_of_a_table};
use super::fold::Gap;
use super::known::{Kind, Known, Named};
use super::written::Written;
use crate::qualification::Measure;

/// A text while it is read.
pub(super) struct Reading<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) list: Written<'a>,
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
    /// A word that adds nothing.
    Beside,
    /// The beginning of a code that goes on behind it, where that is one.
    Beginning,
    /// A figure of the unit before it, where there is one.
    Figure,
    Left,
}

impl<'a> Reading<'a> {
    /// Reads a text.
    pub(super) fn new(known: &'a Known<'a>, list: Written<'a>) -> Self {
        let mut reading = Self {
            known,
            list,
            parts: Vec::new(),
            titled: false,
            prefix: None,
        };
        let mut at = 0;
        while at < list.words.len() {
            at = reading.compound(at);
        }
        reading
    }

    fn add(&mut self, first: usize, end: usize, what: What) {
        self.parts.push(Part { first, end, what });
    }

    /// Reads what dashes and strokes hold together, and what belongs to it; gives the word behind.
    /// It is read as a whole or left as one: of “501-503” and “600/501/8” no part is a code.
    fn compound(&mut self, first: usize) -> usize {
        let (mut at, mut end, before) = (first, self.list.end_of_compound(first), self.parts.len());
        if self.list.gap(first) == Gap::Line {
            self.titled = false;
            self.prefix = None;
        }
        while at < end {
            let is_held = at > first && self.list.gap(at) == Gap::Dash;
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
                    self.titled = self.list.has_long_word(named.end, at);
                }
                None if end - first == 1 => {
                    return self.single(first);
                }
                None if !is_held && is_of_a_table(self.list.word(at)) => {
                    self.add(at, at + 1, What::Beside);
                    at += 1;
                }
                None => {
                    self.parts.truncate(before);
                    let whole = self.list.end_of_compound(first);
                    self.add(first, whole, What::Left);
                    return whole;
                }
            }
            while end < at {
                end = self.list.end_of_compound(end);
            }
        }
        at
    }

    /// The name that begins at a word, unless that is only a number beside a unit.
    fn named(&self, at: usize) -> Option<Named> {
        let named = self.known.longest(self.list, at)?;
        let word = self.list.words.get(at)?;
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
        let is_other =
            |prefix: &String| Make::of(prefix).has_letters() && !prefix.eq_ignore_ascii_case(own);
        Make::of(own).has_letters() && self.prefix.as_ref().is_some_and(is_other)
    }

    /// The end of a code whose beginning is another's than that of the unit by its last part, where such
    /// a code begins at this word: “CYP 1” where only “CMH 1” is known, “8609 501” where “8607-501” is.
    fn end_of_another(&self, at: usize) -> Option<usize> {
        let (word, next) = (self.list.words.get(at)?, at + 1);
        if self.list.gap(next) > Gap::Space || is_of_a_table(&word.text) {
            return None;
        }
        let named = self.known.longest(self.list, next)?;
        let own = self.known.prefix(named.unit);
        let is_other = is_like(&word.text, own) && !own.eq_ignore_ascii_case(&word.text);
        (named.kind == Kind::Short && is_other).then(|| self.list.end_of_compound(next))
    }

    /// True for the beginning of a code before an ending of its own that belongs to it, in one item of
    /// a list: the 8607 of “8607: 501”, not that of “8607, 501”, nor of “8607 8607-501”.
    fn begins_the_next(&self, at: usize) -> bool {
        let next = at + 1;
        if self.list.gap(next) == Gap::Line || self.list.is_parted(next) {
            return false;
        }
        let named = self.known.longest(self.list, next);
        named.is_some_and(|named| {
            let own = self.known.prefix(named.unit);
            named.kind == Kind::Short && own.eq_ignore_ascii_case(self.list.word(at))
        })
    }

    /// True for a word that may begin a code with the number behind it: “HY92 35” where “HY92 34” is
    /// known, “XYZ 99”.
    pub(super) fn may_begin_a_code(&self, at: usize) -> bool {
        let word = self.list.word(at);
        self.known.may_be_a_prefix(word) || is_like(word, "")
    }

    /// True where a number is a code. “Level 5” and “3 credits” are none, and behind a title a number
    /// of one or two digits is one only before a title of its own.
    fn is_code(&self, at: usize, named: Named) -> bool {
        let is_short = self.list.word(at).len() < 3;
        if is_short && self.is_labelled(at) {
            return false;
        }
        if !self.titled {
            return true;
        }
        let has_title = || self.list.has_long_word(named.end, self.title_behind(named));
        !(is_short || self.is_figure(at)) || has_title()
    }

    /// True for the 5 of “level 5” and the 3 of “3 credits”.
    fn is_labelled(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.list.word(before));
        let is_level = before.is_some_and(|word| matches!(word, "level" | "group"));
        let behind = matches!(
            self.list.word(at + 1),
            "credit" | "credits" | "hour" | "hours" | "points" | "glh"
        );
        !self.list.is_edge(at) && is_level || self.list.gap(at + 1) == Gap::Space && behind
    }

    /// True for a number that is a figure of the unit before it.
    fn is_figure(&self, at: usize) -> bool {
        let of_unit = self.parts.iter().rev().find_map(|part| match part.what {
            What::Code(unit) => self.known.units.get(unit),
            _ => None,
        });
        let given = |measure| of_unit.and_then(|unit| unit.given(measure));
        let measures = [Measure::Credits, Measure::Hours, Measure::Points];
        let mut figures = measures.into_iter().filter_map(given);
        figures.any(|figure| figure.to_string() == self.list.word(at))
    }

    /// The word behind what stands of the unit’s title behind its code.
    fn title_behind(&self, named: Named) -> usize {
        let whole = self.known.longest(self.list, named.end);
        let whole = whole.filter(|title| title.kind == Kind::Title && title.unit == named.unit);
        if let Some(title) = whole {
            return title.end;
        }
        let title = self.known.title(named.unit);
        let rest = self.list.words.iter().enumerate().skip(named.end);
        let of_title = rest.take_while(|(at, word)| {
            word.gap < Gap::Line
                && !self.known.is_prefix(&word.text)
                && (is_of(&title, word) || !self.list.is_parted(*at) && is_cut_short(&title, word))
        });
        named.end + of_title.count()
    }

    /// Reads a single word that is no name, and returns the index of the word behind what belongs
    /// to it.
    fn single(&mut self, at: usize) -> usize {
        let Some(word) = self.list.words.get(at) else {
            return at + 1;
        };
        if let Some(end) = self.end_of_another(at) {
            self.prefix = Some(word.text.to_lowercase());
            self.add(at, end, What::Left);
            return end;
        }
        let is_prefix = self.known.is_prefix(&word.text);
        let begins_the_next = is_prefix && self.begins_the_next(at);
        let is_before_a_code = || {
            let named = (self.list.gap(at + 1) < Gap::Line)
                .then(|| self.named(at + 1))
                .flatten();
            named.is_some_and(|named| named.kind != Kind::Title)
        };
        let what = if begins_the_next {
            self.prefix = Some(word.text.to_lowercase());
            self.titled = false;
            What::Beginning
        } else if is_of_a_table(&word.text) {
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
        self.titled |= what == What::Left && !is_prefix && self.list.has_long_word(at, at + 1);
        self.add(at, at + 1, what);
        at + 1
    }
}
