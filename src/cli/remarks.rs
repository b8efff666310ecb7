//! Remarks beside an answer, or in its place: on standard error, and in the JSON.

use std::io;
use std::path::Path;

use crate::wording::command::{failure as say, semicolons};
use serde_json::{Value, json};

/// One thing to say, and the file that it is about.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    pub(crate) file: Option<String>,
    pub(crate) message: String,
}

/// Why there is no answer; empty where there is nothing to say.
pub(crate) struct Failure(pub(crate) Vec<Remark>);

/// What was found on the way to an answer.
#[derive(Default)]
pub(crate) struct Remarks {
    /// What to know.
    pub(crate) notes: Vec<Remark>,
    /// What could not be read, while the rest could.
    pub(crate) errors: Vec<Remark>,
    /// A text that is printed last, unchanged.
    pub(crate) last: Option<String>,
}

impl Remark {
    pub(crate) fn of(path: &Path, message: impl Into<String>) -> Self {
        Self {
            file: Some(path.display().to_string()),
            message: message.into(),
        }
    }

    pub(crate) fn line(&self) -> String {
        match &self.file {
            Some(file) => say::about_file(file, &self.message),
            None => self.message.clone(),
        }
    }

    fn value(&self) -> Value {
        json!({"file": self.file, "message": self.message})
    }
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(vec![Remark {
            file: None,
            message: message.into(),
        }])
    }

    pub(crate) fn of(path: &Path, message: impl Into<String>) -> Self {
        Self(vec![Remark::of(path, message)])
    }

    /// For an answer that could not be written, because its reader has closed the pipe, for
    /// instance.
    pub(crate) fn unwritten(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self(Vec::new()),
            _ => Self::new(say::not_written(error)),
        }
    }

    /// All of it in one line.
    pub(crate) fn line(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(Remark::line).collect();
        semicolons(&lines)
    }
}

impl Remarks {
    pub(crate) fn note(&mut self, path: &Path, message: impl Into<String>) {
        self.notes.push(Remark::of(path, message));
    }

    /// Takes over remarks that are not here yet: a catalogue is read again for each plan, and
    /// repeats its own.
    pub(crate) fn take(&mut self, more: Self) {
        for (mine, more) in [
            (&mut self.notes, more.notes),
            (&mut self.errors, more.errors),
        ] {
            for remark in more {
                if !mine.contains(&remark) {
                    mine.push(remark);
                }
            }
        }
    }

    /// The remarks as JSON: `notes` and `errors`.
    pub(crate) fn value(&self) -> Value {
        let values = |all: &[Remark]| all.iter().map(Remark::value).collect::<Vec<_>>();
        json!({"notes": values(&self.notes), "errors": values(&self.errors)})
    }

    /// An answer with what is to be said beside it. A list has no place for that.
    pub(crate) fn beside(&self, answer: Value) -> Value {
        let mut answer = answer;
        if let (Value::Object(members), Value::Object(more)) = (&mut answer, self.value()) {
            members.extend(more);
        }
        answer
    }

    /// Says all of it on standard error.
    pub(crate) fn say(&self) {
        for note in &self.notes {
            eprintln!("{}", say::note(&note.line()));
        }
        for error in &self.errors {
            eprintln!("{}", say::error(&error.line()));
        }
        if let Some(last) = &self.last {
            eprintln!("{last}");
        }
    }
}
