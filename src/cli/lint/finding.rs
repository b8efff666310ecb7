//! What a check finds.

use crate::catalogue::Where;
use crate::wording::command::{join, lint as say};

/// The kinds of warnings: something is likely to be wrong, but the qualification can still be met.
/// Every other kind is an error.
const WARNINGS: [&str; 21] = [
    "missing-figure",
    "missing-level",
    "other-levels",
    "unknown-size",
    "encoding",
    "not-searched",
    "unused-unit",
    "empty-group",
    "empty-subject",
    "same-short-name",
    "unusable-group",
    "unusable-unit",
    "unknown-tag",
    "unknown-subject",
    "empty-selection",
    "never-open",
    "never-applies",
    "unmet-need",
    "unreachable-if-used",
    "unreachable-endorsement",
    "credit-value-differs",
];

/// One thing that is wrong in a file, or likely to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) path: String,
    pub(super) kind: &'static str,
    pub(super) message: String,
    pub(super) hint: String,
    /// The qualifications that it concerns, where it stands in their suite.
    pub(super) of: Vec<String>,
    /// The position, where it is known more exactly than by the path.
    pub(super) there: Option<Box<Where>>,
}

impl Finding {
    pub(super) fn new(
        path: String,
        kind: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            path,
            kind,
            message: message.into(),
            hint: hint.into(),
            of: Vec::new(),
            there: None,
        }
    }

    /// What is wrong, with the qualifications that it concerns.
    pub(super) fn said(&self) -> String {
        match self.of.as_slice() {
            [] => self.message.clone(),
            some => say::concerned(&join(some), &self.message),
        }
    }

    pub(super) fn severity(&self) -> &'static str {
        if WARNINGS.contains(&self.kind) {
            "warning"
        } else {
            "error"
        }
    }
}

/// A text with its first letter large.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
