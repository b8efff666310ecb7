//! What people write into the cells of a cohort: marks, ways of earning, days, lists.

use super::headings::plain;
use crate::exchange::sheet::MONTHS;
use crate::plan::Progress;
use crate::qualification::{Date, Earned};

/// What a mark says of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// True where the unit is picked.
    pub(super) picked: bool,
    pub(super) progress: Progress,
    pub(super) earned: Option<Earned>,
}

/// The marks that may stand in a cell.
pub(super) const MARKS: &str =
    "x, yes, 1, achieved, in progress, study, prior-learning, transfer, exemption, no, 0";

/// The meaning of a mark; `None` where the text is no mark.
pub(super) fn mark(cell: &str) -> Option<Mark> {
    let picked = Mark {
        picked: true,
        ..Mark::default()
    };
    let word = plain(cell);
    if let Some(way) = way(cell) {
        return Some(Mark {
            earned: Some(way),
            ..picked
        });
    }
    match (word.as_str(), cell) {
        ("", "" | "-" | "–" | "—" | "✗" | "✘" | "☐")
        | ("no" | "n" | "0" | "false" | "none" | "na", _) => Some(Mark::default()),
        ("x" | "yes" | "y" | "1" | "true" | "taken" | "picked", _)
        | ("", "✓" | "✔" | "√" | "☑" | "*" | "•" | "×") => Some(picked),
        ("achieved" | "completed" | "complete" | "passed" | "pass" | "done", _) => Some(Mark {
            progress: Progress::Achieved,
            ..picked
        }),
        ("inprogress" | "working" | "started" | "begun", _) => Some(Mark {
            progress: Progress::Working,
            ..picked
        }),
        _ => None,
    }
}

/// How a unit is earned.
pub(super) fn way(cell: &str) -> Option<Earned> {
    let word = plain(cell);
    let word = match word.as_str() {
        "rpl" => "priorlearning",
        "credittransfer" => "transfer",
        "exempt" => "exemption",
        word => word,
    };
    let place = Earned::NAMES.iter().position(|name| plain(name) == word)?;
    Earned::ALL.get(place).copied()
}

/// A day as it is written in Britain or by ISO, also with a time behind it, as spreadsheets write it;
/// `None` where it is none.
pub(super) fn day(cell: &str) -> Option<Date> {
    let cell = cell.trim();
    let text = match cell.split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => {
            let is_time = |letter: char| letter.is_ascii_digit() || ":.Z+ ".contains(letter);
            time.chars().all(is_time).then_some(day)?
        }
        _ => cell,
    };
    let parts: Vec<&str> = text
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let &[first, second, third] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = if first.len() == 4 {
        (first, second, third)
    } else {
        (third, second, first)
    };
    let number = |text: &str, most: usize| {
        let is_number = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u16>().ok()).flatten()
    };
    let month = number(month, 2).or_else(|| month_named(month))?;
    // A year of two digits leaves the century open.
    let year = number(year, 4).filter(|_| year.len() == 4)?;
    Date::new(
        year,
        u8::try_from(month).ok()?,
        u8::try_from(number(day, 2)?).ok()?,
    )
}

/// The number of a month that is written whole or by its first three letters.
fn month_named(text: &str) -> Option<u16> {
    let text = text.to_ascii_lowercase();
    let is_this = |month: &&str| {
        *month == text
            || month.get(..3) == Some(text.as_str())
            || text == "sept" && month.starts_with("sept")
    };
    let place = MONTHS.iter().position(is_this)?;
    u16::try_from(place + 1).ok()
}

/// True for a day that could also be read with the month first.
pub(super) fn may_be_american(cell: &str, day: Date) -> bool {
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let is_named = cell
        .bytes()
        .take(10)
        .any(|byte| byte.is_ascii_alphabetic() && byte != b'T');
    digits < 4 && !is_named && day.day() <= 12 && day.day() != day.month()
}

/// The items of a list, parted by commas, semicolons, strokes or lines.
pub(super) fn items(cell: &str) -> impl Iterator<Item = &str> {
    let parts = cell.split([',', ';', '|', '\n', '\r']);
    parts.map(str::trim).filter(|item| !item.is_empty())
}

/// What the items of a list say of units, each a unit and what is said of it: `523=transfer`, `523:
/// transfer`, `523 transfer`. Spaces separate items too, and may stand within a code or within what is
/// said of it. So the reader has to know what may be said. An item that says nothing of a unit is an
/// error.
pub(super) fn pairs(
    cell: &str,
    can_be_said: impl Fn(&str) -> bool,
) -> Vec<Result<(String, String), String>> {
    let mut all = Vec::new();
    for item in items(cell) {
        let parts: Vec<&str> = item.split(['=', ':']).map(str::trim).collect();
        let [unit, between @ .., last] = parts.as_slice() else {
            let (unit, what) = parted(item, |_, what| can_be_said(what));
            all.push(if unit.is_empty() || what.is_empty() {
                Err(item.to_owned())
            } else {
                Ok((unit, what))
            });
            continue;
        };
        let mut unit = (*unit).to_owned();
        for text in between {
            let (what, next) = parted(text, |what, _| can_be_said(what));
            all.push(Ok((std::mem::replace(&mut unit, next), what)));
        }
        all.push(Ok((unit, (*last).to_owned())));
    }
    all
}

/// The two parts of a text at a space with which they fit; else behind the first word.
fn parted(text: &str, fits: impl Fn(&str, &str) -> bool) -> (String, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = |place: usize| {
        let (one, two) = words.split_at(place.min(words.len()));
        (one.join(" "), two.join(" "))
    };
    let fitting = (1..words.len()).map(at).find(|(one, two)| fits(one, two));
    fitting.unwrap_or_else(|| at(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_in_britain_and_as_by_iso() {
        for (text, wanted) in [
            ("2025-12-31", "2025-12-31"),
            ("31/12/2025", "2025-12-31"),
            ("1/2/2025", "2025-02-01"),
            ("01.02.2025", "2025-02-01"),
            ("31-12-2025", "2025-12-31"),
            ("2025/12/31", "2025-12-31"),
            ("31/12/2025 00:00", "2025-12-31"),
            ("2025-12-31T09:30:00Z", "2025-12-31"),
            ("1 September 2021", "2021-09-01"),
            ("1-Sep-2021", "2021-09-01"),
            (" 1 Sept 2021 ", "2021-09-01"),
        ] {
            assert_eq!(
                day(text).map(|day| day.to_string()).as_deref(),
                Some(wanted),
                "{text}"
            );
        }
        for text in [
            "12/31/2025",
            "31/02/2025",
            "31/12/25",
            "2025-13-01",
            "1 July",
            "45000",
            "",
            "soon",
            "31/12/2025 noon",
            "31/12/2025/1",
            "Sep 1 2021",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        let american = |text: &str| may_be_american(text, day(text).unwrap());
        assert!(american("01/02/2025"));
        for text in [
            "2025-02-01",
            "13/02/2025",
            "02/02/2025",
            "1 Feb 2025",
            "1-Feb-2025",
        ] {
            assert!(!american(text), "{text}");
        }
    }

    #[test]
    fn marks_say_whether_and_how_a_unit_is_taken() {
        for text in ["x", "X", "yes", "Y", "1", "TRUE", "✓"] {
            assert_eq!(
                mark(text).map(|mark| (mark.picked, mark.progress)),
                Some((true, Progress::NotStarted)),
                "{text}"
            );
        }
        for text in ["", "no", "0", "-", "false"] {
            assert_eq!(mark(text), Some(Mark::default()), "{text}");
        }
        assert!(
            mark("Achieved").is_some_and(|mark| mark.picked && mark.progress == Progress::Achieved)
        );
        assert_eq!(
            mark("Prior learning").and_then(|mark| mark.earned),
            Some(Earned::PriorLearning)
        );
        assert_eq!(
            mark("transfer").and_then(|mark| mark.earned),
            Some(Earned::Transfer)
        );
        for text in ["maybe", "2", "?"] {
            assert_eq!(mark(text), None, "{text}");
        }
    }

    #[test]
    fn codes_and_what_is_said_of_them_may_have_spaces() {
        let said = |cell| -> Vec<String> {
            let pairs = pairs(cell, |what| way(what).is_some());
            let pairs = pairs.into_iter().map(|pair| match pair {
                Ok((unit, what)) => format!("{unit} by {what}"),
                Err(item) => format!("{item} is of no unit"),
            });
            pairs.collect()
        };
        for (cell, wanted) in [
            (
                "501=transfer 502=rpl",
                &["501 by transfer", "502 by rpl"][..],
            ),
            (
                "CB 601=transfer CB 702: prior learning CB 5 = exempt",
                &[
                    "CB 601 by transfer",
                    "CB 702 by prior learning",
                    "CB 5 by exempt",
                ],
            ),
            (
                "CB 601 transfer; CB 702 exemption",
                &["CB 601 by transfer", "CB 702 by exemption"],
            ),
            ("501=gift 502=rpl", &["501 by gift", "502 by rpl"]),
            ("transfer", &["transfer is of no unit"]),
        ] {
            assert_eq!(said(cell), wanted, "{cell}");
        }
    }
}
