//! What units count for that somebody holds, by their codes or titles.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{LadderView, ladder};
use crate::assess::Context;
use crate::names;
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, QualificationId, Unit, UnitCode};
use crate::wording::held as words;

/// Units that somebody holds, and what they count for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldView {
    /// What they count for, by how little is missing.
    pub ladder: LadderView,
    /// The units, by their codes and titles.
    pub units: Vec<(UnitCode, String)>,
    /// What was not recognised, or may be several units, each in a sentence.
    pub unclear: Vec<String>,
    /// All of it for a screen reader; empty where nothing is typed.
    pub read: String,
}

/// What a text with codes or titles of units comes to, among these qualifications.
#[must_use]
pub fn held(all: &[&Arc<Qualification>], text: &str, context: &Context) -> HeldView {
    let text = text.get(..names::LONGEST).unwrap_or(text);
    let mut by_code: BTreeMap<&UnitCode, &Unit> = BTreeMap::new();
    for unit in all.iter().flat_map(|of| of.units.iter()) {
        by_code.entry(&unit.code).or_insert(unit);
    }
    let mut codes: Vec<UnitCode> = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    for said in names::read(by_code.values().copied(), text) {
        match said.unit {
            Some(code) if !codes.contains(&code) => codes.push(code),
            Some(_) => {}
            None => unknown.extend(text.get(said.place)),
        }
    }
    let known = codes.clone();
    let (mut unclear, mut not_known) = (Vec::new(), Vec::new());
    for word in unknown {
        match meant(all, &known, word).as_slice() {
            [] if is_begun(&by_code, text, word) => {}
            [] => not_known.push(word.to_owned()),
            [one] if codes.contains(one) => {}
            [one] => codes.push(one.clone()),
            several => {
                let several: Vec<String> = several.iter().map(ToString::to_string).collect();
                unclear.push(words::which_code(word, &several));
            }
        }
    }
    if !not_known.is_empty() {
        unclear.push(words::not_recognised(&not_known));
    }
    let units = codes
        .iter()
        .filter_map(|code| Some((code.clone(), by_code.get(code)?.title.clone())));
    let units = units.collect();
    let ladder =
        plan_of(codes).map_or_else(LadderView::default, |plan| ladder(all, &plan, context));
    HeldView {
        read: read_aloud(&ladder, &unclear, text),
        ladder,
        units,
        unclear,
    }
}

/// The units as a plan for nothing; none where there are no units.
fn plan_of(codes: Vec<UnitCode>) -> Option<Plan> {
    if codes.is_empty() {
        return None;
    }
    let plan = Plan::new(QualificationId::new("held")?);
    Some(plan.after(Action::PickAll(codes)))
}

/// The units that a word may be, where it is no unit for sure: those beside units that are known come first.
fn meant(all: &[&Arc<Qualification>], known: &[UnitCode], word: &str) -> Vec<UnitCode> {
    let of = |of: &&Arc<Qualification>| {
        let found = names::recognise(of, word)?;
        found.unknown.is_empty().then_some(found.codes)
    };
    let gather = |among: Vec<&&Arc<Qualification>>| {
        let mut codes: Vec<UnitCode> = among.into_iter().filter_map(of).flatten().collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    };
    let is_beside = |of: &&&Arc<Qualification>| known.iter().any(|code| of.unit(code).is_some());
    let near = gather(all.iter().filter(is_beside).collect());
    if near.is_empty() {
        gather(all.iter().collect())
    } else {
        near
    }
}

/// True for the end of a text that may go on to be a code or a title.
fn is_begun(units: &BTreeMap<&UnitCode, &Unit>, text: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    let begins = |name: &str| {
        let name = name.to_lowercase();
        let mut ends = name.rsplit('-');
        name.starts_with(&word) || ends.next().is_some_and(|end| end.starts_with(&word))
    };
    let mut units = units.values();
    text.to_lowercase().ends_with(&word)
        && units.any(|unit| begins(&unit.title) || unit.names().any(|code| begins(code.as_str())))
}

fn read_aloud(ladder: &LadderView, unclear: &[String], text: &str) -> String {
    if text.trim().is_empty() || ladder.rungs.is_empty() && unclear.is_empty() {
        return String::new();
    }
    let lines = ladder.rungs.iter();
    let lines: Vec<_> = lines
        .map(|one| (one.name.clone(), one.to_go.clone()))
        .collect();
    let said = (!lines.is_empty()).then(|| words::answers(&lines));
    let said: Vec<String> = said.into_iter().chain(unclear.iter().cloned()).collect();
    said.join(" ")
}
