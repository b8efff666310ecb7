//! How answers write what the engine and a catalogue name.

use serde_json::Value;

use crate::assess::State;
use crate::plan::Progress;
use crate::qualification::{Level, UnitCode};

/// A number from 1 to 8, a text such as `Entry 3`, or nothing.
pub(crate) fn level(level: Option<Level>) -> Value {
    match level.map(|level| (level, level.number())) {
        Some((_, Some(number))) => number.into(),
        Some((level, None)) => level.to_string().into(),
        None => Value::Null,
    }
}

pub(crate) const fn state(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Open => "can-be-met",
        State::NotKnown => "not-known",
        State::Broken => "cannot-be-met",
    }
}

pub(crate) const fn progress(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "planned",
        Progress::Working => "in-progress",
        Progress::Achieved => "achieved",
    }
}

pub(crate) fn names(codes: &[UnitCode]) -> Vec<&str> {
    codes.iter().map(UnitCode::as_str).collect()
}
