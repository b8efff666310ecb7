//! A qualification in the text for people.

use serde_json::Value;

use super::text::{list, text};
use crate::qualification::Level;
use crate::wording;

pub(super) fn text_of(value: &Value) -> String {
    let one = &value["qualification"];
    let mut lines = vec![format!(
        "{} ({})\n{}{}, {}",
        text(&one["title"]),
        text(&one["id"]),
        level(&one["level"]),
        text(&one["size_name"]),
        text(&one["in_all"])
    )];
    for group in list(&value["groups"]) {
        lines.push(format!("\n{}", text(&group["title"])));
        for unit in list(&group["units"]) {
            lines.push(format!(
                "  {:<12} {:<36} {}",
                text(&unit["code"]),
                list(&unit["figures"])
                    .iter()
                    .map(text)
                    .collect::<Vec<_>>()
                    .join(", "),
                text(&unit["title"])
            ));
        }
    }
    lines.push("\nRules of combination".to_owned());
    for rule in list(&value["rules"]) {
        lines.push(format!("  {}: {}", text(&rule["id"]), text(&rule["text"])));
    }
    lines.join("\n")
}

/// A level and what stands behind it, if there is one.
fn level(value: &Value) -> String {
    let level = match value {
        Value::Number(number) => Level::parse(&number.to_string()),
        other => other.as_str().and_then(Level::parse),
    };
    level.map_or_else(String::new, |level| format!("{}, ", wording::level(level)))
}
