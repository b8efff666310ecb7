//! Pieces of the answers in words.

use crate::wording::command::{answer as say, join};
use serde_json::Value;

/// Colours words that mean the same without colour.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    pub(super) colours: bool,
}

impl Paint {
    /// A word in the colour of a state, or of how severe a finding is.
    pub(super) fn word(self, word: &str, of: &Value) -> String {
        let colour = match of.as_str() {
            Some("met") => 32,
            Some("can-be-met" | "not-known" | "warning") => 33,
            _ => 31,
        };
        if self.colours {
            format!("\u{1b}[{colour}m{word}\u{1b}[0m")
        } else {
            word.to_owned()
        }
    }
}

pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "-".to_owned(),
        other => other.to_string(),
    }
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(super) fn searched(value: &Value) -> &'static str {
    if value["fully_searched"] == true {
        ""
    } else {
        say::NOT_SEARCHED
    }
}

/// A state in words; `some` is true where a picked unit could be taken out.
pub(super) fn in_words(state: &Value, some: bool) -> &'static str {
    say::state(state.as_str(), some)
}

/// Codes as people list them: “501, 502 and 503”.
pub(super) fn listed(value: &Value) -> String {
    join(&list(value).iter().map(text).collect::<Vec<_>>())
}
