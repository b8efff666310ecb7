//! The answer to `ladder`: the same units against every qualification.

use serde_json::{Value, json};

use super::amounts;
use super::inputs::Asked;
use super::plain::{Paint, in_words, list, listed, text};
use super::values::{names, state};
use crate::assess;
use crate::qualification::{Measure, Qualification};
use crate::wording;
use crate::wording::command::answer as say;

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
                "measure": rung.measure.word(),
                "short": rung.short,
                "credits_short": rung.credits_short.filter(|_| of.is_some_and(|of| of.gives(Measure::Credits))),
                "pathway": rung.pathway.as_ref().map(ToString::to_string),
                "nation": rung.nation.as_ref().map(ToString::to_string),
                "missing": names(&rung.missing),
                "instead_of": names(&rung.instead),
                "to_tick": of.map(|of| to_tick(of, rung)),
                "remarks": of.map(|one| wording::rung_remarks(one, &asked.plan, rung)),
                "units_counted": rung.counted,
                "fully_searched": rung.fully_searched,
            })
        })
        .collect()
}

/// The conditions that are still to be ticked, by their texts.
fn to_tick(of: &Qualification, rung: &assess::Rung) -> Vec<String> {
    let rules = rung.to_tick.iter().filter_map(|id| of.rule(id));
    let texts = rules.map(|rule| wording::rule(of, rule));
    texts
        .map(|text| text.trim_end_matches('.').to_owned())
        .collect()
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
                "{:<24} {}{}.{}{}{}",
                text(&rung["qualification"]),
                paint.word(in_words(&rung["state"], some), &rung["state"]),
                steps(rung),
                ticks(rung),
                remarks(&rung["remarks"]),
                if rung["fully_searched"] == true {
                    ""
                } else {
                    say::NOT_SEARCHED_HERE
                }
            )
        })
        .collect();
    lines.join("\n")
}

/// What is still to be ticked there: “ Still to tick: 40 hours in a studio.”
fn ticks(rung: &Value) -> String {
    let rules: Vec<String> = list(&rung["to_tick"]).iter().map(text).collect();
    wording::still_to_tick(&rules)
        .filter(|_| rung["state"] == "can-be-met")
        .map_or_else(String::new, |ticks| format!(" {ticks}"))
}

/// What leads to a qualification: “: 6 credits more, by 501 and 502”.
fn steps(rung: &Value) -> String {
    if rung["state"] != "can-be-met" || rung["short"].is_null() {
        return String::new();
    }
    let is_short = rung["short"].as_u64().is_some_and(|short| short > 0);
    let short = is_short.then(|| amounts::with_measure(&rung["short"], &rung["measure"]));
    let (missing, instead) = (listed(&rung["missing"]), listed(&rung["instead_of"]));
    say::steps(short.as_deref(), &missing, &instead)
}
