//! Amounts of an answer in the text for people: in the measure that the answer names.

use serde_json::Value;

use crate::qualification::{Bounds, Measure};
use crate::wording;
use crate::wording::command::answer as say;

/// A number with the measure that it is in: “12 credits”.
pub(super) fn with_measure(number: &Value, measure: &Value) -> String {
    let of = |one: &&Measure| Some(one.word()) == measure.as_str();
    let number = number
        .as_u64()
        .and_then(|number| u32::try_from(number).ok());
    match (number, Measure::ALL.iter().find(of)) {
        (Some(number), Some(measure)) => wording::quantity(number, *measure),
        _ => "-".to_owned(),
    }
}

/// The guided learning hours of an answer that is in another measure, where there are any.
pub(super) fn hours_beside(value: &Value) -> String {
    let hours = value["guided_learning_hours"].as_u64();
    let hours = hours.and_then(|hours| u32::try_from(hours).ok());
    let is_told = value["measure"].as_str() == Some(Measure::Hours.word());
    let hours = hours.filter(|_| !is_told);
    hours.map_or_else(String::new, |hours| {
        say::with_hours(&wording::quantity(hours, Measure::Hours))
    })
}

/// What counts of the whole in another measure than that of the total, and what is asked for.
pub(super) fn beside(one: &Value) -> String {
    let number = |key: &str| {
        let number = one[key].as_u64();
        number.and_then(|number| u32::try_from(number).ok())
    };
    let of = |of: &&Measure| Some(of.word()) == one["measure"].as_str();
    let measure = Measure::ALL.iter().find(of).copied();
    let bounds = Bounds::new(number("minimum"), number("maximum"));
    let counted = match (number("counted"), bounds, measure) {
        (Some(counted), Some(bounds), Some(measure)) => wording::counted(counted, bounds, measure),
        _ => "-".to_owned(),
    };
    say::beside(&counted)
}
