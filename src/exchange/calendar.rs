//! Days for a calendar, as an iCalendar file (RFC 5545).

use crate::qualification::Date;

/// Something that is on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// A name of its own that stays the same, so that a calendar that takes the file again moves the
    /// event and does not add a second.
    pub id: String,
    /// The day.
    pub day: Date,
    /// What it is.
    pub title: String,
    /// More text about it; may be empty.
    pub description: String,
    /// Grows with every change of the plan: a calendar takes the file of the larger number.
    pub revision: u32,
}

/// The text of a calendar file. `today` is when it was made.
#[must_use]
pub fn file(events: &[Event], today: Date) -> String {
    let mut text = String::new();
    let head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//qualification-planner//EN",
    ];
    for line in head {
        put(&mut text, line);
    }
    for event in events {
        put(&mut text, "BEGIN:VEVENT");
        put(&mut text, &format!("UID:{}", escaped(&event.id)));
        put(&mut text, &format!("SEQUENCE:{}", event.revision.min(MOST)));
        put(&mut text, &format!("DTSTAMP:{}T000000Z", compact(today)));
        // An event without an end takes the whole of its day.
        put(
            &mut text,
            &format!("DTSTART;VALUE=DATE:{}", compact(event.day)),
        );
        put(&mut text, "TRANSP:TRANSPARENT");
        put(&mut text, &format!("SUMMARY:{}", escaped(&event.title)));
        if !event.description.is_empty() {
            put(
                &mut text,
                &format!("DESCRIPTION:{}", escaped(&event.description)),
            );
        }
        put(&mut text, "END:VEVENT");
    }
    put(&mut text, "END:VCALENDAR");
    text
}

/// `20260701`.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A text with the characters escaped that have a meaning in this format.
fn escaped(text: &str) -> String {
    let mut all = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => all.extend(['\\', letter]),
            '\n' => all.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => all.push(letter),
        }
    }
    all
}

/// The largest number of the format.
const MOST: u32 = 2_147_483_647;

/// The most bytes of a line before its end.
const LONGEST_LINE: usize = 75;

/// Adds a line; one that is too long goes on behind a space in the next.
fn put(text: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn event(title: &str) -> Event {
        Event {
            id: "8607-diploma/last-day".to_owned(),
            day: day("2027-09-01"),
            title: title.to_owned(),
            description: String::new(),
            revision: 7,
        }
    }

    #[test]
    fn an_event_takes_the_whole_of_its_day() {
        let text = file(&[event("Last day")], day("2026-11-22"));
        assert!(
            text.contains("\r\nDTSTART;VALUE=DATE:20270901\r\n"),
            "{text}"
        );
        assert!(text.contains("\r\nDTSTAMP:20261122T000000Z\r\n"), "{text}");
        assert!(text.contains("\r\nSEQUENCE:7\r\n"), "{text}");
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn no_text_begins_a_line_of_its_own() {
        let text = file(&[event("a\r\nEND:VEVENT\nb; c, d\\")], day("2026-11-22"));
        assert!(
            text.contains("SUMMARY:a\\nEND:VEVENT\\nb\\; c\\, d\\\\\r\n"),
            "{text}"
        );
    }

    #[test]
    fn long_lines_go_on_in_the_next_and_no_letter_is_cut() {
        let title = "ŵ".repeat(100);
        let text = file(&[event(&title)], day("2026-11-22"));
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
        assert!(text.replace("\r\n ", "").contains(&title));
    }
}
