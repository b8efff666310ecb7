//! A list as it is written: its words, what separates its items, and which words are joined.

use super::fold::{Gap, Word};

/// What parts the items of a list in a line.
const PARTING: [char; 6] = [',', ';', '|', '\u{ff0c}', '\u{ff1b}', '\u{ff5c}'];

/// The most numbers behind the first word of a code.
const MOST_NUMBERS: usize = 3;

/// A text and its words.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
}

impl Written<'_> {
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.words.get(at).map_or(Gap::Line, |word| word.gap)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.text)
    }

    pub(super) fn begins_with_digit(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// The end of what dashes and strokes hold together.
    pub(super) fn end_of_compound(&self, at: usize) -> usize {
        let rest = self.words.iter().enumerate().skip(at + 1);
        let mut ends = rest.filter(|(_, word)| word.gap > Gap::Stroke);
        ends.next().map_or(self.words.len(), |(end, _)| end)
    }

    /// True where two items of a list are parted before this word, within a line.
    pub(super) fn is_parted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let between = before.zip(self.words.get(at));
        let between = between.and_then(|(one, other)| self.text.get(one.place.1..other.place.0));
        between.is_some_and(|between| between.contains(PARTING))
    }

    /// True where an item of a list begins or ends before this word.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        self.gap(at) == Gap::Line || self.is_parted(at)
    }

    /// True for letters that are one item of a list with the numbers behind them, whatever letters they
    /// are: the AB12C of “1, AB12C 99”.
    pub(super) fn is_whole_item(&self, first: usize) -> bool {
        let numbers = (first + 1..=first + MOST_NUMBERS)
            .take_while(|at| !self.is_edge(*at) && self.begins_with_digit(*at));
        let end = first + 1 + numbers.count();
        self.is_edge(first)
            && self.is_edge(end)
            && self.word(first).starts_with(char::is_alphabetic)
    }

    /// True where one of these words is too long for one that only stands between two codes.
    pub(super) fn has_long_word(&self, first: usize, end: usize) -> bool {
        let mut words = self.words.iter().take(end).skip(first);
        words.any(|word| !word.has_digit() && word.text.chars().count() > 3)
    }
}
