//! The answers as text for people.

use serde_json::Value;

use super::args::Command;
use crate::qualification::Level;
use crate::wording;

/// An answer in words; with colours where it is for a terminal.
pub(crate) fn of(command: &Command, value: &Value, colours: bool) -> String {
    let paint = Paint { colours };
    match command {
        Command::Show => show(value),
        Command::Lint { .. } => lint(value, paint),
        Command::Assess => assess(value, paint),
        Command::Complete(_) => complete(value),
        Command::Count => count(value),
        Command::Repair { .. } => repair(value),
        Command::Ladder => ladder(value, paint),
        Command::Batch { .. } => String::new(),
    }
}

/// Colours words that say the same without.
#[derive(Clone, Copy)]
struct Paint {
    colours: bool,
}

impl Paint {
    /// A word in the colour of a state, or of how severe a finding is.
    fn word(self, word: &str, of: &Value) -> String {
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

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "-".to_owned(),
        other => other.to_string(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn codes(value: &Value) -> String {
    let codes: Vec<String> = list(value).iter().map(text).collect();
    if codes.is_empty() {
        "-".to_owned()
    } else {
        codes.join(" ")
    }
}

fn searched(value: &Value) -> &'static str {
    if value["fully_searched"] == true {
        ""
    } else {
        "\nNot fully searched: the search stopped before its end (a larger --limit may help)."
    }
}

fn in_words(state: &Value) -> &'static str {
    match state.as_str() {
        Some("met") => "all rules met",
        Some("can-be-met") => "can be met",
        Some("not-known") => "not known whether it can be met",
        _ => "cannot be met with all that is picked",
    }
}

fn show(value: &Value) -> String {
    let one = &value["qualification"];
    let mut lines = vec![format!(
        "{} ({})\n{}{}, {}",
        text(&one["title"]),
        text(&one["id"]),
        level(&one["level"]),
        text(&one["size_name"]),
        text(&one["credits"])
    )];
    for group in list(&value["groups"]) {
        lines.push(format!("\n{}", text(&group["title"])));
        for unit in list(&group["units"]) {
            lines.push(format!(
                "  {:<12} {:>3} credits {:>4} hours  {}",
                text(&unit["code"]),
                unit["credits"],
                unit["guided_learning_hours"],
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

fn lint(value: &Value, paint: Paint) -> String {
    let lines: Vec<String> = list(value)
        .iter()
        .map(|one| {
            format!(
                "{}: {}: {} {} {}",
                text(&one["file"]),
                paint.word(&text(&one["severity"]), &one["severity"]),
                place(one),
                text(&one["message"]),
                text(&one["hint"])
            )
        })
        .collect();
    if lines.is_empty() {
        "No findings.".to_owned()
    } else {
        lines.join("\n")
    }
}

/// Where a finding stands: by name, and by line and column.
fn place(finding: &Value) -> String {
    let line = format!("line {}, column {}", finding["line"], finding["column"]);
    match finding["place"].as_str() {
        None | Some("") => format!("{line}:"),
        Some(place) => format!("{place} ({line}):"),
    }
}

fn assess(value: &Value, paint: Paint) -> String {
    let mut lines = vec![format!(
        "{}: {}. {} credits count of {} picked, {} guided learning hours.",
        text(&value["qualification"]),
        paint.word(in_words(&value["state"]), &value["state"]),
        value["credits"]["counted"],
        value["credits"]["picked"],
        value["guided_learning_hours"]
    )];
    if let Some(assumed) = value["assumed"].as_str() {
        lines.push(format!("  {assumed}"));
    }
    for rule in list(&value["rules"]) {
        let mark = match rule["state"].as_str() {
            Some("met") => "met",
            Some("can-be-met") => "open",
            Some("not-known") => "not known",
            _ => "broken",
        };
        lines.push(format!(
            "  {} {} ({})",
            paint.word(&format!("{mark:<9}"), &rule["state"]),
            text(&rule["text"]),
            text(&rule["detail"])
        ));
    }
    for group in list(&value["groups"]) {
        lines.push(format!(
            "  {}: {} credits; the rules together leave it {} to {}",
            text(&group["id"]),
            group["credits"],
            text(&group["effective_minimum"]),
            text(&group["effective_maximum"])
        ));
    }
    for finding in list(&value["findings"]) {
        lines.push(format!("  - {}", text(&finding["text"])));
    }
    if let Some(what) = value["advice"]["do"].as_str() {
        lines.push(format!("  {what}. {}", text(&value["advice"]["text"])));
    }
    lines.join("\n") + searched(value)
}

fn complete(value: &Value) -> String {
    let plans = list(&value["plans"]);
    let lines: Vec<String> = plans
        .iter()
        .map(|one| {
            let instead = match list(&one["instead_of"]) {
                [] => String::new(),
                _ => format!(" instead of {}", codes(&one["instead_of"])),
            };
            format!(
                "add {}{instead}: {} credits, {} guided learning hours in all",
                codes(&one["added"]),
                one["credits"],
                one["guided_learning_hours"]
            )
        })
        .collect();
    if lines.is_empty() && value["fully_searched"] == true {
        return "No units complete this plan.".to_owned();
    }
    lines.join("\n") + searched(value)
}

fn count(value: &Value) -> String {
    match value["combinations"].as_str() {
        Some(number) => format!("{number} valid combinations"),
        None => format!(
            "The number of valid combinations is not known.{}",
            searched(value)
        ),
    }
}

fn repair(value: &Value) -> String {
    let repairs = list(&value["repairs"]);
    let mut lines: Vec<String> = repairs
        .iter()
        .map(|one| {
            format!(
                "drop {}, add {}: {}",
                codes(&one["drop"]),
                codes(&one["add"]),
                in_words(&one["leads_to"])
            )
        })
        .collect();
    if !list(&value["conflict"]).is_empty() {
        lines.push(format!(
            "These cannot stand together: {}",
            codes(&value["conflict"])
        ));
    }
    if lines.is_empty() {
        let nothing = if value["fully_searched"] == true {
            "Nothing to repair."
        } else {
            "No repair was found."
        };
        lines.push(nothing.to_owned());
    }
    lines.join("\n") + searched(value)
}

fn remarks(value: &Value) -> String {
    let remarks = list(value).iter().map(text);
    remarks.fold(String::new(), |all, one| all + " " + &one)
}

fn ladder(value: &Value, paint: Paint) -> String {
    let lines: Vec<String> = list(value)
        .iter()
        .map(|rung| {
            format!(
                "{:<24} {} {:>5} credits short; missing {}{}{}",
                text(&rung["qualification"]),
                paint.word(&format!("{:<38}", in_words(&rung["state"])), &rung["state"]),
                text(&rung["credits_short"]),
                codes(&rung["missing"]),
                remarks(&rung["remarks"]),
                if rung["fully_searched"] == true {
                    ""
                } else {
                    " (not fully searched)"
                }
            )
        })
        .collect();
    lines.join("\n")
}
