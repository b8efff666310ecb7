//! Why a text is no JSON, and where it stops being so.

use super::cause::Cause;
use super::position::{Place, positions, shortened};
use super::problem::{Problem, Reason};
use super::scan::{ScanError, scan};

/// The problem of a text that is no JSON.
pub(super) fn not_json(text: &str, error: &serde_json::Error) -> Problem {
    let lines = text.split_inclusive('\n').map(str::len);
    let before: usize = lines.take(error.line().saturating_sub(1)).sum();
    let at = before.saturating_add(error.column()).min(text.len());
    let unknown = |cause| ScanError {
        at,
        cause,
        end: at,
        opened: at,
    };
    let fault = if error.is_data() {
        // Noted behind the closing quote of the second.
        let before = text.get(..at.saturating_sub(1)).unwrap_or_default();
        ScanError {
            at: before.rfind('"').unwrap_or(at),
            ..unknown(Cause::RepeatedKey)
        }
    } else {
        why(text).unwrap_or_else(|| unknown(Cause::Unknown))
    };
    let found = text.get(fault.at..fault.end).unwrap_or_default();
    let open = text.get(fault.opened..).unwrap_or_default();
    let mut places = positions(text, &[fault.at, fault.opened]).into_iter();
    let (line, column) = places.next().unwrap_or_default();
    let reason = Reason::NotJson {
        cause: fault.cause,
        opened: places.next().map_or(0, |(line, _)| line),
        open: open.chars().take(1).collect(),
    };
    let place = Place {
        line,
        column,
        names: Vec::new(),
        found: shortened(found),
    };
    Problem {
        place: Some(Box::new(place)),
        ..Problem::new(String::new(), reason)
    }
}

/// Why a text is no JSON; nothing where it looks like JSON all the same.
fn why(text: &str) -> Option<ScanError> {
    let here = |cause| {
        let at = text.len() - text.trim_start().len();
        ScanError {
            at,
            cause,
            end: at
                + text
                    .get(at..)
                    .and_then(|rest| rest.lines().next())
                    .map_or(0, str::len),
            opened: at,
        }
    };
    if text.trim().is_empty() {
        return Some(ScanError {
            at: 0,
            ..here(Cause::Empty)
        });
    }
    match at_the_beginning(text) {
        Some(cause) => Some(here(cause)),
        None => scan(text, &mut []).err(),
    }
}

/// The cause where a text does not even begin as JSON does.
fn at_the_beginning(text: &str) -> Option<Cause> {
    let begins = text.trim_start();
    let first = begins.chars().next()?;
    let line = begins.lines().next().unwrap_or_default();
    let strange =
        |letter: char| letter == '\u{fffd}' || letter.is_control() && !letter.is_whitespace();
    Some(if begins.starts_with("{\\rtf") {
        Cause::RichText
    } else if begins.chars().take(64).any(|letter| letter == '\0') {
        Cause::Binary
    } else if "{[/“”\u{feff}".contains(first) {
        return None;
    } else if begins.starts_with("%PDF") || begins.chars().take(64).any(strange) {
        Cause::Binary
    } else if first == '<' {
        Cause::Page
    } else if line.contains([',', ';', '\t']) {
        Cause::Table
    } else {
        Cause::Other
    })
}
