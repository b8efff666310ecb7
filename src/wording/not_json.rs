//! Why a text is no JSON, and what to do about it.

use super::shown::shown;
use crate::reading::Cause;

/// The cause, with what was `found` there and the bracket or quote that is still `open`, which stands
/// in the line `opened`.
pub(super) fn why(cause: Cause, found: &str, open: &str, opened: usize) -> String {
    let letter = found.chars().next().unwrap_or_default();
    let found = shown(found);
    let still_open = || format!("the “{open}” of line {opened} is not closed");
    match cause {
        Cause::Empty => "the file is empty.".to_owned(),
        Cause::Table => format!("this is no JSON but a table (CSV), which begins “{found}”."),
        Cause::Page => format!("this is no JSON but a web page or XML, which begins “{found}”."),
        Cause::RichText => "this is no JSON but rich text (RTF).".to_owned(),
        Cause::Binary => "this is no JSON, and no text in UTF-8.".to_owned(),
        Cause::Other => format!("this is no JSON at all: it begins “{found}”."),
        Cause::CutShort => format!("the text ends too early: {}.", still_open()),
        Cause::Comment => "a comment begins here, and JSON has none.".to_owned(),
        Cause::Quote => {
            format!("the quotation mark {found} is not the straight one that JSON has.")
        }
        Cause::Space => format!("this only looks like a space: it is {}.", invisible(letter)),
        Cause::Control => "a control character stands here, such as a tab.".to_owned(),
        Cause::LineBreak => "the line ends within a text, before its closing quote.".to_owned(),
        Cause::LeadingZero => format!("the number {found} begins with a zero."),
        Cause::Number => format!("“{found}” is no number as JSON writes them."),
        Cause::TooLarge => format!("the number {found} is too large to be read."),
        Cause::Word => format!("“{found}” stands here without quotes."),
        Cause::Escape => format!("within a text a backslash begins a sign, and “{found}” is none."),
        Cause::InText => {
            format!(
                "a quote is missing, or one is too many: the text before “{found}” is closed already."
            )
        }
        Cause::CommaTooMany => "a comma is too many here: nothing follows it.".to_owned(),
        Cause::CommaMissing => "a comma is missing here.".to_owned(),
        Cause::ColonMissing => "a colon is missing here, between a key and its value.".to_owned(),
        Cause::KeyInList => format!("a key stands in a list here: {}.", still_open()),
        Cause::KeyMissing => format!("a key is missing here, where “{found}” stands."),
        Cause::ValueMissing => format!("a value is missing here, where “{found}” stands."),
        Cause::Bracket => format!("“{found}” stands here although {}.", still_open()),
        Cause::AfterEnd => "the text goes on behind its last bracket.".to_owned(),
        Cause::TooDeep => "more than 128 brackets stand within one another here.".to_owned(),
        Cause::RepeatedKey => format!("the key {found} stands here a second time."),
        Cause::Unknown => "this is no JSON from here on.".to_owned(),
    }
}

/// What a character is called that cannot be seen.
fn invisible(letter: char) -> String {
    let name = match letter {
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{feff}' => "a byte-order mark",
        _ => "an invisible character",
    };
    format!("{name} (U+{:04X})", u32::from(letter))
}

pub(super) fn remedy(cause: Cause) -> &'static str {
    match cause {
        Cause::Empty | Cause::Page | Cause::Binary | Cause::Table | Cause::Other => {
            "Take the catalogue file itself: it begins with {. docs/catalogue-format.md has an example."
        }
        Cause::RichText => "Save it as plain text (UTF-8).",
        Cause::CutShort => {
            "Take a whole copy of the file, or write the end that is missing: most often a closing bracket."
        }
        Cause::Comment => "Take it out, or keep it as a text: \"$comment\": \"…\".",
        Cause::Quote => {
            "Type the mark again as \", and turn off smart quotes in the program that you write with."
        }
        Cause::Space => "Delete it, and type an ordinary space if one is needed.",
        Cause::Control => "Put a space in its place.",
        Cause::LineBreak => "Close the quote in this line, or write the whole text in one line.",
        Cause::LeadingZero => "Leave the zero out, or put it all in quotes where it is a code.",
        Cause::Number => "Write digits only, with no sign, space, comma or unit of measure: 6.",
        Cause::TooLarge => "Write the number that the document gives, in digits: 6.",
        Cause::Word => {
            "Put keys and texts in double quotes. Only true, false and null, in small letters, have none."
        }
        Cause::Escape => "Write a backslash itself as \\\\.",
        Cause::InText => "Write a quote within a text as \\\".",
        Cause::CommaTooMany => "Take the comma out.",
        Cause::CommaMissing => "Put a comma between this and what follows.",
        Cause::ColonMissing => "Write \"key\": value.",
        Cause::KeyInList => "Close the list before it with ], or open an object for it with {.",
        Cause::KeyMissing => "Begin with a key in double quotes.",
        Cause::ValueMissing => "Write the value, or take its key out.",
        Cause::Bracket => "Close first what was opened last.",
        Cause::AfterEnd => "Look for a bracket that is closed too early, or once too often.",
        Cause::TooDeep => "Look for brackets that are not closed.",
        Cause::RepeatedKey => "Remove one of the two: which of them was meant cannot be told.",
        Cause::Unknown => {
            "Look just before that place: most often a comma is missing or too many, or a quote is not closed."
        }
    }
}
