//! The answers as text for people.

use serde_json::Value;

use super::amounts;
use super::args::Command;
use super::ladder;
use super::plain::{Paint, in_words, list, listed, searched, text};
use super::show;
use crate::wording;
use crate::wording::command::answer as say;

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
        Command::Show { .. } => show::text_of(value),
        Command::Lint { .. } => lint(value, paint),
        Command::Assess => assess(value, paint),
        Command::Complete(_) => complete(value),
        Command::Count => count(value),
        Command::Repair { .. } => repair(value),
        Command::Ladder => ladder::text_of(value, paint),
        Command::Batch(_) => String::new(),
    }
}

fn lint(value: &Value, paint: Paint) -> String {
    let lines: Vec<String> = list(value)
        .iter()
        .map(|one| {
            say::finding(
                &text(&one["file"]),
                &paint.word(&text(&one["severity"]), &one["severity"]),
                &place(one),
                &text(&one["message"]),
                &text(&one["hint"]),
            )
        })
        .collect();
    if lines.is_empty() {
        say::NO_FINDINGS.to_owned()
    } else {
        lines.join("\n")
    }
}

/// Where a finding stands: by name, and by line and column; nothing of a whole file.
fn place(finding: &Value) -> String {
    let (line, column) = (&finding["line"], &finding["column"]);
    if line.is_null() {
        return String::new();
    }
    say::place(line, column, finding["place"].as_str().unwrap_or_default())
}

fn assess(value: &Value, paint: Paint) -> String {
    let exempt = match value["amount"]["exempt"].as_u64() {
        None | Some(0) => String::new(),
        Some(exempt) => say::by_exemption(exempt),
    };
    let some = !list(&value["units"]).is_empty();
    let state = paint.word(in_words(&value["state"], some), &value["state"]);
    let amount = &value["amount"];
    let counted = if some {
        say::counted(
            &amounts::with_measure(&amount["counted"], &value["measure"]),
            amount["counted"] == 1,
            &amount["picked"],
            &exempt,
            &amounts::hours_beside(value),
        )
    } else {
        say::NOTHING_PICKED.to_owned()
    };
    let achieved = amount["achieved"].as_u64().filter(|one| *one > 0);
    let counted = match achieved {
        Some(achieved) => counted + &say::achieved(achieved),
        None => counted,
    };
    let mut lines = vec![say::assessed(
        &text(&value["qualification"]),
        &state,
        &counted,
    )];
    lines.extend(list(&value["beside"]).iter().map(amounts::beside));
    if let Some(assumed) = value["assumed"].as_str() {
        lines.push(format!("  {assumed}"));
    }
    for rule in list(&value["rules"]) {
        let mark = say::rule_state(rule["state"].as_str());
        lines.push(format!(
            "  {} {} ({})",
            paint.word(&format!("{mark:<9}"), &rule["state"]),
            text(&rule["text"]),
            text(&rule["detail"])
        ));
    }
    let titles: Vec<String> = list(&value["endorsements"]).iter().map(text).collect();
    if !titles.is_empty() {
        lines.push(format!("  {}", wording::titles_earned(&titles)));
    }
    for group in list(&value["groups"]) {
        let amount = amounts::with_measure(&group["amount"], &value["measure"]);
        let left = group["effective"].as_str();
        lines.push(say::of_group(&text(&group["title"]), &amount, left));
    }
    for finding in list(&value["findings"]) {
        lines.push(format!("  - {}", text(&finding["text"])));
    }
    if let Some(advice) = value["advice"]["sentence"].as_str() {
        lines.push(format!("  {advice}"));
    }
    lines.join("\n") + searched(value)
}

fn complete(value: &Value) -> String {
    let plans = list(&value["plans"]);
    let lines: Vec<String> = plans
        .iter()
        .map(|one| {
            let rules: Vec<String> = list(&one["to_tick"]).iter().map(text).collect();
            match wording::still_to_tick(&rules) {
                Some(ticks) => format!("{} {ticks}", text(&one["text"])),
                None => text(&one["text"]),
            }
        })
        .collect();
    if lines.is_empty() && value["fully_searched"] == true {
        return say::NOTHING_COMPLETES.to_owned();
    }
    lines.join("\n") + searched(value)
}

fn count(value: &Value) -> String {
    match value["combinations"].as_str() {
        Some(number) => say::combinations(number),
        None => say::COMBINATIONS_NOT_KNOWN.to_owned() + searched(value),
    }
}

fn repair(value: &Value) -> String {
    let (repairs, choices) = (list(&value["repairs"]), list(&value["choices"]));
    let mut lines: Vec<String> = repairs
        .iter()
        .chain(choices)
        .map(|one| text(&one["text"]))
        .collect();
    let together = list(&value["conflict"]).len();
    if together > 0 {
        let (units, as_earned) = (listed(&value["conflict"]), &value["conflict_as_earned"]);
        lines.push(say::conflict(&units, together, *as_earned == true));
    }
    if lines.is_empty() {
        let whole = value["fully_searched"] == true;
        let nothing = match value["state"].as_str() {
            Some("cannot-be-met") if whole => say::NO_CHOICE_MEETS,
            Some("cannot-be-met" | "not-known") => say::NO_REPAIR,
            _ => say::NOTHING_TO_REPAIR,
        };
        lines.push(nothing.to_owned());
    }
    lines.join("\n") + searched(value)
}
