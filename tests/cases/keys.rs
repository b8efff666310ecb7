//! The keys of objects in case files: one that nobody reads is an error and not a remark.

use serde_json::{Map, Value};

/// Holds an object to its keys: those before the `|` are there, and none but the listed.
pub(crate) fn keys(value: &Value, known: &str) -> Result<(), String> {
    let empty = Map::new();
    let object = value.as_object().unwrap_or(&empty);
    let (needed, optional) = known.split_once('|').unwrap_or((known, ""));
    let known: Vec<&str> = needed
        .split_whitespace()
        .chain(optional.split_whitespace())
        .collect();
    if let Some(key) = object.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("unknown key `{key}` in {value}"));
    }
    match needed
        .split_whitespace()
        .find(|key| !object.contains_key(*key))
    {
        Some(key) => Err(format!("missing key `{key}` in {value}")),
        None => Ok(()),
    }
}

pub(crate) fn text(value: &Value) -> Result<&str, String> {
    value.as_str().ok_or_else(|| format!("{value} is no text"))
}
