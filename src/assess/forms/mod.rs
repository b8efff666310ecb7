//! The forms of rules, each in a file of its own: what it asks of the solver, and what is found
//! when a plan is judged by it.

pub(super) mod amount;
mod barred;
pub(super) mod choice;
pub(super) mod condition;
mod mandatory;
mod needs;
mod share;

use super::builder::Builder;
use super::evaluation::Evaluation;
use super::finding::Finding;
use super::model::State;
use crate::qualification::{Form, Rule};

/// Adds the counters of a rule.
pub(super) fn add(builder: &mut Builder<'_>, form: &Form) {
    match form {
        Form::Amount(amount) => amount::add(builder, amount),
        Form::Share {
            of,
            out_of,
            measure,
            least,
            most,
        } => share::add(builder, of, out_of, *measure, (*least, *most)),
        Form::Mandatory { units } => mandatory::add(builder, units),
        Form::Choice { options, bounds } => choice::add(builder, options, *bounds),
        Form::Barred { units, most, .. } => barred::add(builder, units, *most),
        Form::SameContent { units } => barred::add(builder, units, 1),
        Form::Bars { unit, units } => barred::add_bars(builder, unit, units),
        Form::Needs { unit, needs, all } => needs::add(builder, unit, needs, *all),
        Form::Registration { .. } | Form::Condition { .. } => {}
    }
}

/// What is found when a plan is judged by a rule; `None` for a rule that only says which units
/// count. `state` is how the rule stands.
pub(super) fn find(evaluation: &Evaluation<'_>, rule: &Rule, state: State) -> Option<Finding> {
    Some(match &rule.form {
        Form::Amount(amount) => amount::find(evaluation, amount, state),
        Form::Share {
            of,
            out_of,
            measure,
            least,
            most,
        } => share::find(evaluation, of, out_of, *measure, (*least, *most)),
        Form::Mandatory { units } => mandatory::find(evaluation, units),
        Form::Choice { options, bounds } => choice::find(evaluation, options, *bounds),
        Form::Needs { unit, needs, all } => needs::find(evaluation, unit, needs, *all),
        Form::Condition { if_taken, .. } => condition::find(evaluation, if_taken, rule),
        Form::Registration { .. }
        | Form::Barred { .. }
        | Form::Bars { .. }
        | Form::SameContent { .. } => return None,
    })
}

/// A small qualification with rules of the test's own.
#[cfg(test)]
pub(super) mod testing {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use crate::assess::{Assessment, Context, State, assess};
    use crate::catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, Qualification, UnitCode};

    /// Units A to F of 1 to 6 credits, at Level 3 (A, B), 4 (C, D) and 5 (E, F); A to C in the group
    /// `one`, D to F in `two`.
    pub(in crate::assess) fn judged(rules: &Value, picks: &[&str]) -> Assessment {
        let (qualification, plan, context) = made(rules, &[], picks);
        assess(&qualification, &plan, &context)
    }

    /// The same with pathways, to be asked anything.
    pub(in crate::assess) fn made(
        rules: &Value,
        pathways: &[&str],
        picks: &[&str],
    ) -> (Arc<Qualification>, Plan, Context) {
        let mut rules = rules.as_array().unwrap().clone();
        for (index, rule) in rules.iter_mut().enumerate() {
            rule["id"] = format!("rule-{index}").into();
            rule["heading"] = "Rules".into();
        }
        let units: Vec<Value> = ["A", "B", "C", "D", "E", "F"]
            .iter()
            .zip(1..)
            .map(|(code, credits)| {
                json!({"code": code, "title": code, "level": 3 + (credits - 1) / 2, "credits": credits, "guided_learning_hours": 10 * credits})
            })
            .collect();
        let mut file: Value =
            serde_json::from_str(include_str!("../../../tests/catalogues/small.json")).unwrap();
        let mut qualification = file["qualifications"][0].clone();
        qualification["groups"] = json!([
            {"id": "one", "title": "One", "units": ["A", "B", "C"]},
            {"id": "two", "title": "Two", "units": ["D", "E", "F"]},
        ]);
        if !pathways.is_empty() {
            let pathways = pathways.iter().map(|id| json!({"id": id, "title": id}));
            qualification["pathways"] = pathways.collect();
        }
        qualification["rules"] = rules.into();
        file["units"] = units.into();
        file["qualifications"] = json!([qualification]);
        let reading = catalogue::read(&file.to_string());
        assert_eq!(reading.problems, []);
        let file = reading.file.unwrap();
        let qualification = Arc::clone(&file.qualifications[0]);
        let codes = picks.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(qualification.id.clone()).after(Action::PickAll(codes.collect()));
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        (qualification, plan, context)
    }

    /// How the plan stands, and the units that count.
    pub(in crate::assess) fn check(rules: &Value, picks: &[&str]) -> (State, Vec<String>) {
        let found = judged(rules, picks);
        let counted = found.units.iter().filter(|unit| unit.not_counted.is_none());
        (
            found.state,
            counted.map(|unit| unit.code.to_string()).collect(),
        )
    }
}
