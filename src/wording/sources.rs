//! Whose documents the figures come from, and when those were read.

use super::date;
use crate::qualification::Date;

/// Whose documents facts come from, and from which day to which they were read.
pub type Sources<'a> = [(&'a str, Date, Date)];

/// Says that nobody but a reader of the documents stands behind the figures, and when they were read.
#[must_use]
pub fn unofficial(sources: &Sources<'_>) -> String {
    let from = match read(sources) {
        read if read.is_empty() => read,
        read => format!(", from documents of {read}"),
    };
    format!("Unofficial{from}: confirm your choice with your centre.")
}

/// What the figures were made from: the sentence that stands below every screen.
#[must_use]
pub fn made_from(sources: &Sources<'_>) -> String {
    let made = match read(sources) {
        read if read.is_empty() => read,
        read => format!("Made from the specification documents of {read}. "),
    };
    format!("{made}Confirm your choice with your centre before you register.")
}

/// “Example Awards as read on 3 March 2026 and of Another Body as read from 1 May to …”.
fn read(sources: &Sources<'_>) -> String {
    /// Of more bodies only the number is said.
    const MOST: usize = 3;
    let days = |first: Date, last: Date| {
        if first == last {
            format!("as read on {}", date(first))
        } else {
            format!("as read from {} to {}", date(first), date(last))
        }
    };
    let first = sources.iter().map(|(_, first, _)| *first).min();
    let last = sources.iter().map(|(.., last)| *last).max();
    match (first, last) {
        (Some(first), Some(last)) if sources.len() > MOST => {
            format!("{} awarding bodies {}", sources.len(), days(first, last))
        }
        _ => {
            let each = sources.iter();
            let each = each.map(|(body, first, last)| format!("{body} {}", days(*first, *last)));
            let all: Vec<String> = each.collect();
            match all.split_last() {
                Some((last, [])) => last.clone(),
                Some((last, before)) => format!("{} and of {last}", before.join(", of ")),
                None => String::new(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_body_is_named_with_its_own_days() {
        let day = |text| Date::parse(text).unwrap();
        let (one, other, last) = (day("2026-03-03"), day("2025-11-30"), day("2026-05-01"));
        let said = |sources: &Sources<'_>| [unofficial(sources), made_from(sources)];
        assert_eq!(
            said(&[("Example Awards", one, one)]),
            [
                "Unofficial, from documents of Example Awards as read on 3 March 2026: confirm \
                 your choice with your centre.",
                "Made from the specification documents of Example Awards as read on 3 March 2026. \
                 Confirm your choice with your centre before you register."
            ]
        );
        let two = [("Example Awards", one, one), ("Other Body", other, last)];
        assert_eq!(
            said(&two)[0],
            "Unofficial, from documents of Example Awards as read on 3 March 2026 and of Other \
             Body as read from 30 November 2025 to 1 May 2026: confirm your choice with your \
             centre."
        );
        let four = [two[0], two[1], ("Third", one, one), ("Fourth", one, one)];
        assert!(said(&four)[1].starts_with(
            "Made from the specification documents of 4 awarding bodies as read from 30 November \
             2025 to 1 May 2026. "
        ));
        assert_eq!(
            said(&[]),
            [
                "Unofficial: confirm your choice with your centre.",
                "Confirm your choice with your centre before you register."
            ]
        );
    }
}
