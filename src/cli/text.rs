//! The answers as text for people.

use serde_json::Value;

use super::amounts;
use super::args::Command;
use super::show;

/// An answer in words; with colours where it is for a terminal.
pub(crate) fn of(command: &Command, value: &Value, colours: bool) -> String {
    let paint = Paint { colours };
    if let Value::Array(plans) = &value["answers"] {
        let plans = plans.iter().map(|one| {
            let answer = of(command, &one["answer"], colours);
            format!("{}\n{answer}", text(&one["plan"]))
        });
        return plans.collect::<Vec<_>>().join("\n\n");
    }
    match command {
        Command::Show => show::text_of(value),
        Command::Lint { .. } => lint(value, paint),
        Command::Assess => assess(value, paint),
        Command::Complete(_) => complete(value),
        Command::Count => count(value),
        Command::Repair { .. } => repair(value),
        Command::Ladder => ladder(value, paint),
        Command::Batch(_) => String::new(),
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

fn lint(value: &Value, paint: Paint) -> String {
    let lines: Vec<String> = list(value)
        .iter()
        .map(|one| {
            format!(
                "{}: {}: {}{} {}",
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

/// Where a finding stands: by name, and by line and column; nothing of a whole file.
fn place(finding: &Value) -> String {
    let line = format!("line {}, column {}", finding["line"], finding["column"]);
    match finding["place"].as_str() {
        _ if finding["line"].is_null() => String::new(),
        None | Some("") => format!("{line}: "),
        Some(place) => format!("{place} ({line}): "),
    }
}

fn assess(value: &Value, paint: Paint) -> String {
    let exempt = match value["amount"]["exempt"].as_u64() {
        None | Some(0) => String::new(),
        Some(exempt) => format!(" ({exempt} by exemption)"),
    };
    let mut lines = vec![format!(
        "{}: {}. {} count of {} picked{exempt}{}.",
        text(&value["qualification"]),
        paint.word(in_words(&value["state"]), &value["state"]),
        amounts::with_measure(&value["amount"]["counted"], &value["measure"]),
        value["amount"]["picked"],
        amounts::hours_beside(value)
    )];
    lines.extend(list(&value["beside"]).iter().map(amounts::beside));
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
            "  {}: {}; the rules together leave it {} to {}",
            text(&group["id"]),
            amounts::with_measure(&group["amount"], &value["measure"]),
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
            format!(
                "{}: {}{} in all",
                text(&one["do"]),
                amounts::with_measure(&one["amount"], &one["measure"]),
                amounts::hours_beside(one)
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
    let (repairs, choices) = (list(&value["repairs"]), list(&value["choices"]));
    let mut lines: Vec<String> = repairs
        .iter()
        .chain(choices)
        .map(|one| format!("{}: {}", text(&one["do"]), in_words(&one["leads_to"])))
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
                "{:<24} {} {:>5} short; missing {}{}{}",
                text(&rung["qualification"]),
                paint.word(&format!("{:<38}", in_words(&rung["state"])), &rung["state"]),
                match &rung["short"] {
                    Value::Null => "-".to_owned(),
                    short => amounts::with_measure(short, &rung["measure"]),
                },
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
