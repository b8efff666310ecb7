//! The answer to `ladder`: the same units against every qualification.

use serde_json::{Value, json};

use super::amounts;
use super::answers::{names, state};
use super::inputs::Asked;
use super::text::{Paint, in_words, list, listed, text};
use crate::assess::{self, Totals};
use crate::qualification::{Measure, Qualification, UnitCode};
use crate::wording;

pub(crate) fn of(asked: &Asked) -> Value {
    let all = asked.catalogue.qualifications().map(AsRef::as_ref);
    let rungs = assess::ladder(all, &asked.plan, &asked.context, asked.nodes);
    rungs
        .iter()
        .map(|rung| {
            let of = asked.catalogue.qualification(&rung.qualification).map(AsRef::as_ref);
            json!({
                "qualification": rung.qualification.as_str(),
                "state": state(rung.state),
                "measure": of.map(|of| of.measure().word()),
                "short": rung.credits_short.and_then(|_| short(of?, rung)),
                "credits_short": rung.credits_short.filter(|_| of.is_some_and(|of| of.gives(Measure::Credits))),
                "pathway": rung.pathway.as_ref().map(ToString::to_string),
                "nation": rung.nation.as_ref().map(ToString::to_string),
                "missing": names(&rung.missing),
                "instead_of": names(&rung.instead),
                "remarks": of.map(|one| wording::rung_remarks(one, &asked.plan, rung)),
                "units_counted": rung.counted,
                "fully_searched": rung.fully_searched,
            })
        })
        .collect()
}

/// How much the nearest completion adds in the qualification's own measure, less what it displaces.
fn short(of: &Qualification, rung: &assess::Rung) -> Option<u32> {
    let total =
        |codes: &[UnitCode]| -> Option<Totals> { codes.iter().map(|code| of.unit(code)).collect() };
    let measure = of.measure();
    let added = total(&rung.missing)?.of(measure);
    Some(added.saturating_sub(total(&rung.instead)?.of(measure)))
}

fn remarks(value: &Value) -> String {
    let remarks = list(value).iter().map(text);
    remarks.fold(String::new(), |all, one| all + " " + &one)
}

/// The answer in words: a line for each qualification.
pub(super) fn text_of(value: &Value, paint: Paint) -> String {
    let lines: Vec<String> = list(value)
        .iter()
        .map(|rung| {
            let some = rung["units_counted"] != 0;
            format!(
                "{:<24} {}{}.{}{}",
                text(&rung["qualification"]),
                paint.word(in_words(&rung["state"], some), &rung["state"]),
                steps(rung),
                remarks(&rung["remarks"]),
                if rung["fully_searched"] == true {
                    ""
                } else {
                    " Not fully searched."
                }
            )
        })
        .collect();
    lines.join("\n")
}

/// What leads to a qualification: “: 6 credits more, by 501 and 502”.
fn steps(rung: &Value) -> String {
    let more = match rung["short"].as_u64() {
        None | Some(0) => String::new(),
        Some(_) => format!(
            "{} more, by ",
            amounts::with_measure(&rung["short"], &rung["measure"])
        ),
    };
    match (list(&rung["missing"]), list(&rung["instead_of"])) {
        _ if rung["state"] != "can-be-met" || rung["short"].is_null() => String::new(),
        ([], _) => ": no unit is missing".to_owned(),
        (_, []) => format!(": {more}{}", listed(&rung["missing"])),
        _ => format!(
            ": {more}{} instead of {}",
            listed(&rung["missing"]),
            listed(&rung["instead_of"])
        ),
    }
}
