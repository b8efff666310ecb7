//! A second, light reading of a text in which something is wrong. It finds where in the text a
//! value stands and, where the text is no JSON, which common mistake is the cause.
//!
//! It makes no values and keeps nothing of what it passes.

use super::cause::{self, Cause};
use super::token::{escaped, is_number, is_too_large};

/// How deep brackets may stand within one another: as deep as is parsed.
const DEEPEST: usize = 128;

/// Where a text stops being JSON, and why.
#[derive(Debug)]
pub(super) struct ScanError {
    pub(super) at: usize,
    pub(super) cause: Cause,
    /// What stands there ends here.
    pub(super) end: usize,
    /// Where the bracket or the quote stands that is still open.
    pub(super) opened: usize,
}

/// A value to be found in a text.
#[derive(Debug)]
pub(super) struct Wanted {
    /// Which member or item, level by level.
    pub(super) way: Vec<usize>,
    /// Where its key begins; where it is no member, as `from`.
    pub(super) key: usize,
    /// Where it begins and ends.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Goes through a text and fills in the positions of the wanted values, which are sorted by their
/// paths.
pub(super) fn scan(text: &str, wanted: &mut [Wanted]) -> Result<(), ScanError> {
    let mut scan = Scan {
        text,
        at: 0,
        opened: 0,
        token: 0,
    };
    scan.value(0, wanted)?;
    let end = scan.at;
    scan.space();
    if scan.rest().is_empty() {
        return Ok(());
    }
    Err(scan.stray(Cause::AfterEnd, end))
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The innermost bracket that is open.
    opened: usize,
    /// Where the last text, number or word began.
    token: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, take: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&take) {
            self.at += 1;
        }
    }

    fn space(&mut self) {
        self.skip(|byte| b" \n\r\t".contains(&byte));
    }

    fn value(&mut self, depth: usize, wanted: &mut [Wanted]) -> Result<(), ScanError> {
        self.space();
        let from = self.at;
        match self.peek() {
            Some(b'{') => self.inside(b'}', depth, wanted)?,
            Some(b'[') => self.inside(b']', depth, wanted)?,
            Some(b'"') => self.quoted()?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        }
        for one in wanted.iter_mut().filter(|one| one.way.len() == depth) {
            (one.key, one.from, one.to) = (from, from, self.at);
        }
        Ok(())
    }

    /// An object or a list, up to the bracket that closes it.
    fn inside(&mut self, close: u8, depth: usize, wanted: &mut [Wanted]) -> Result<(), ScanError> {
        let outer = std::mem::replace(&mut self.opened, self.at);
        if depth >= DEEPEST {
            return Err(self.fault(Cause::TooDeep, self.at, self.at + 1));
        }
        self.at += 1;
        self.space();
        let mut comma = None;
        for number in 0.. {
            self.space();
            match (self.peek(), comma) {
                (Some(byte), Some(comma)) if b"]},".contains(&byte) => {
                    return Err(self.fault(Cause::CommaTooMany, comma, comma + 1));
                }
                (Some(byte), None) if byte == close => break,
                _ => {}
            }
            let key = self.at;
            if close == b'}' {
                self.key(comma)?;
            }
            let from = wanted.partition_point(|one| one.way.get(depth) < Some(&number));
            let to = wanted.partition_point(|one| one.way.get(depth) <= Some(&number));
            let within = wanted.get_mut(from..to).unwrap_or_default();
            self.value(depth + 1, within)?;
            for one in within {
                if one.way.len() == depth + 1 {
                    one.key = key;
                }
            }
            let end = self.at;
            self.space();
            match self.peek() {
                Some(b',') => comma = Some(self.at),
                Some(byte) if byte == close => break,
                _ => return Err(self.stray(Cause::CommaMissing, end)),
            }
            self.at += 1;
        }
        self.at += 1;
        self.opened = outer;
        Ok(())
    }

    /// A key and its colon, perhaps behind a comma.
    fn key(&mut self, comma: Option<usize>) -> Result<(), ScanError> {
        let number = self.text.as_bytes().get(self.token);
        let after_number = number.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'-');
        if self.peek() != Some(b'"') {
            // 6,5 and 1,000 are meant as one number.
            let near = comma.is_some_and(|comma| comma + 1 == self.at);
            if near && after_number && self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                self.skip(|byte| byte.is_ascii_digit());
                return Err(self.fault(Cause::Number, self.token, self.at));
            }
            return Err(self.stray(Cause::KeyMissing, self.at));
        }
        self.quoted()?;
        let end = self.at;
        self.space();
        if self.peek() != Some(b':') {
            return Err(self.stray(Cause::ColonMissing, end));
        }
        self.at += 1;
        Ok(())
    }

    fn quoted(&mut self) -> Result<(), ScanError> {
        let from = self.at;
        self.token = from;
        self.at += 1;
        loop {
            self.skip(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(b'\n' | b'\r') => {
                    return Err(self.curled(from).unwrap_or_else(|| {
                        let mut fault = self.fault(Cause::LineBreak, self.at, self.at);
                        fault.opened = from;
                        fault
                    }));
                }
                Some(_) => return Err(self.fault(Cause::Control, self.at, self.at + 1)),
                None => {
                    self.opened = from;
                    return Err(self.stray(Cause::CutShort, from));
                }
            }
        }
        self.at += 1;
        Ok(())
    }

    /// A backslash and what belongs to it.
    fn escape(&mut self) -> Result<(), ScanError> {
        let length = escaped(self.rest().as_bytes());
        if length == 0 {
            let second = self.rest().chars().nth(1).map_or(0, char::len_utf8);
            return Err(self.fault(Cause::Escape, self.at, self.at + 1 + second));
        }
        self.at += length;
        Ok(())
    }

    fn number(&mut self) -> Result<(), ScanError> {
        self.token = self.at;
        let from = self.at;
        self.skip(|byte| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte));
        let written = self.text.get(from..self.at).unwrap_or_default();
        let digits = written.strip_prefix('-').unwrap_or(written).as_bytes();
        let cause = match digits {
            [b'0', b'0'..=b'9', ..] => Cause::LeadingZero,
            _ if is_number(digits) && is_too_large(digits) => Cause::TooLarge,
            _ if is_number(digits) => return Ok(()),
            _ => Cause::Number,
        };
        Err(self.fault(cause, from, self.at))
    }

    fn word(&mut self) -> Result<(), ScanError> {
        self.token = self.at;
        for word in ["true", "false", "null"] {
            if cause::run(self.rest()) == word {
                self.at += word.len();
                return Ok(());
            }
        }
        Err(self.stray(Cause::ValueMissing, self.at))
    }

    fn is_in_list(&self) -> bool {
        self.text.as_bytes().get(self.opened) == Some(&b'[')
    }

    fn fault(&self, cause: Cause, at: usize, end: usize) -> ScanError {
        ScanError {
            at,
            cause,
            end,
            opened: self.opened,
        }
    }

    /// A curly quote in the text from here on that was meant to close it.
    fn curled(&self, from: usize) -> Option<ScanError> {
        let text = self.text.get(from..self.at)?;
        let mut quotes = text
            .char_indices()
            .filter(|(_, letter)| "“”„«»″".contains(*letter));
        let (at, letter) = quotes.find(|(at, letter)| {
            let behind = text.get(at + letter.len_utf8()..).unwrap_or_default();
            let behind = behind.trim_start_matches([' ', '"']);
            behind.is_empty() || behind.starts_with([',', ':', '}', ']'])
        })?;
        let at = from + at;
        Some(self.fault(Cause::Quote, at, at + letter.len_utf8()))
    }

    /// The mistake where something else was expected. A missing character belongs behind `end`.
    fn stray(&self, missing: Cause, end: usize) -> ScanError {
        let rest = self.rest();
        let Some(letter) = rest.chars().next() else {
            let end = self.text.trim_end().len();
            return self.fault(Cause::CutShort, end, end);
        };
        let after_text = self.text.as_bytes().get(self.token) == Some(&b'"');
        let behind = matches!(missing, Cause::CommaMissing | Cause::ColonMissing);
        let run = cause::run(rest).len().max(letter.len_utf8());
        let found = cause::of_letter(rest, letter);
        match found {
            Some(Cause::Word) if behind && after_text => self
                .curled(self.token)
                .unwrap_or_else(|| self.fault(Cause::InText, self.at, self.at + run)),
            // An object or a list that begins where a key belongs: the one before is not closed.
            None if missing == Cause::KeyMissing && "{[".contains(letter) => {
                self.fault(Cause::Bracket, self.at, self.at + 1)
            }
            None if missing == Cause::CommaMissing && letter == ':' && self.is_in_list() => {
                self.fault(Cause::KeyInList, self.token, end)
            }
            Some(Cause::Bracket) if missing == Cause::AfterEnd => {
                self.fault(missing, self.at, self.at + run)
            }
            Some(Cause::Bracket) if missing == Cause::ValueMissing && rest.starts_with(',') => {
                self.fault(missing, self.at, self.at + run)
            }
            Some(cause) => self.fault(cause, self.at, self.at + run),
            None if behind => self.fault(missing, end, end),
            None => self.fault(missing, self.at, self.at + run),
        }
    }
}
