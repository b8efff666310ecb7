//! The answers as JSON: names in `snake_case`, values in kebab-case.

use serde_json::{Value, json};

use super::args::{Aim, CompleteOptions};
use super::assessed;
use super::codes;
use super::inputs::Asked;
use super::remarks::Failure;
use super::values::{names, state};
use crate::assess::{self, Limit, Totals};
use crate::qualification::{Measure, UnitCode};
use crate::wording;
use crate::wording::command::failure as say;

pub(crate) fn complete(asked: &Asked, options: &CompleteOptions) -> Result<Value, Failure> {
    let mut plan = asked.plan.clone();
    if let Some(text) = &options.prefer {
        plan.wished = known(asked, text)?;
    }
    if let Some(text) = &options.avoid {
        plan.avoided = known(asked, text)?;
    }
    let aim = match options.objective {
        None => assess::Aim::least(asked.qualification.measure()),
        Some(Aim::FewestCredits) => assess::Aim::FewestCredits,
        Some(Aim::FewestHours) => assess::Aim::FewestHours,
        Some(Aim::FewestPoints) => assess::Aim::FewestPoints,
        Some(Aim::FewestUnits) => assess::Aim::FewestUnits,
        Some(Aim::Preferred) => assess::Aim::Preferred,
    };
    let mut limit = Limit::nodes(asked.nodes);
    let found = assess::complete(
        &asked.qualification,
        &plan,
        &asked.context,
        aim,
        options.best,
        &mut limit,
    );
    let of = &asked.qualification;
    let measure = of.measure();
    let all =
        |codes: &[UnitCode]| -> Totals { codes.iter().filter_map(|code| of.unit(code)).collect() };
    let plans: Vec<Value> = found
        .answer
        .iter()
        .map(|one| {
            json!({
                "units": names(&one.units),
                "added": names(&one.added),
                "instead_of": names(&one.instead),
                "pathway": one.pathway.as_ref().map(ToString::to_string),
                "nation": one.nation.as_ref().map(ToString::to_string),
                "do": wording::completion(of, one).label,
                "measure": measure.word(),
                "amount": all(&one.units).of(measure),
                "credits": of.gives(Measure::Credits).then(|| one.credits.number()),
                "guided_learning_hours": of.gives(Measure::Hours).then(|| one.hours.number()),
                "to_tick": assessed::still_to_tick(asked, one, &mut limit),
                "text": wording::completion(of, one).sentence,
            })
        })
        .collect();
    Ok(json!({"fully_searched": found.fully_searched, "plans": plans}))
}

/// Codes that the catalogue has: a preference for any other code is a typing mistake.
fn known(asked: &Asked, text: &str) -> Result<Vec<UnitCode>, Failure> {
    let all = codes::read(&asked.catalogue, Some(asked.qualification.as_ref()), text)?.codes;
    match all.iter().find(|code| asked.unit(code).is_none()) {
        Some(code) => Err(Failure::new(say::no_unit(code))),
        None => Ok(all),
    }
}

pub(crate) fn count(asked: &Asked) -> Value {
    let mut limit = Limit::nodes(asked.nodes);
    let found = assess::count(
        &asked.qualification,
        &asked.plan,
        &asked.context,
        &mut limit,
    );
    let number = found.fully_searched.then(|| found.answer.to_string());
    json!({"fully_searched": found.fully_searched, "combinations": number})
}

pub(crate) fn repair(asked: &Asked, number: usize) -> Value {
    let mut limit = Limit::nodes(asked.nodes);
    let found = assess::repair(
        &asked.qualification,
        &asked.plan,
        &asked.context,
        number,
        &mut limit,
    );
    let repairs: Vec<Value> = found
        .repairs
        .iter()
        .map(|one| {
            json!({
                "drop": names(&one.drop),
                "add": names(&one.add),
                "leads_to": state(one.leads_to),
                "do": wording::repair(&asked.qualification, one).label,
                "text": wording::repair(&asked.qualification, one).sentence,
            })
        })
        .collect();
    let choices: Vec<Value> = found
        .choices
        .iter()
        .map(|one| {
            json!({
                "any_group": names(&one.any_group),
                "by_study": names(&one.by_study),
                "pathway": one.pathway.as_ref().map(ToString::to_string),
                "leads_to": state(one.leads_to),
                "do": wording::other_choice(&asked.qualification, one).label,
                "text": wording::other_choice(&asked.qualification, one).sentence,
            })
        })
        .collect();
    json!({
        "fully_searched": found.fully_searched,
        "state": state(found.state),
        "repairs": repairs,
        "choices": choices,
        "conflict": names(&found.conflict),
        "conflict_as_earned": found.conflict_as_earned,
    })
}
