//! What picking a unit would do, told before the click.
//!
//! It is apart from the assessment, and asked for the rows in view, so that a tick never waits for a
//! search for each unit.

use super::judge::Case;
use super::{Assessment, Context, State, assess_within};
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, RuleId, UnitCode};
use crate::solve::{Limit, Role, possible};

/// What picking one more unit would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// How the plan would stand.
    pub state: State,
    /// True where the unit would count.
    pub counts: bool,
    /// True where every completion of the plan takes it.
    pub required: bool,
    /// The rules that could be met now and no longer with it.
    pub breaks: Vec<RuleId>,
    /// False where a search stopped at its limit.
    pub fully_searched: bool,
}

/// What picking `code` would do to a plan that was assessed; `None` where it is picked already.
#[must_use]
pub fn outlook(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    now: &Assessment,
    code: &UnitCode,
    limit: &mut Limit,
) -> Option<Outlook> {
    if plan.pick(code).is_some() {
        return None;
    }
    let index = qualification.unit_index(code)?;
    let with = plan.clone().after(Action::Pick(code.clone()));
    let then = assess_within(qualification, &with, context, limit);
    let counts = then
        .units
        .iter()
        .any(|unit| unit.code == *code && unit.obstacle.is_none());
    let broken = |found: &Assessment, rule: &RuleId| {
        let mut judgements = found.judgements.iter();
        judgements.any(|judgement| judgement.rule == *rule && judgement.state == State::Broken)
    };
    let breaks: Vec<RuleId> = then
        .judgements
        .iter()
        .map(|judgement| &judgement.rule)
        .chain(&then.collision)
        .filter(|rule| !broken(now, rule) && !now.collision.contains(rule))
        .filter(|rule| broken(&then, rule) || then.collision.contains(rule))
        .cloned()
        .collect();
    let mut fully_searched = then.fully_searched;
    let required = now.state == State::Open && {
        let case = Case::new(qualification, plan, *context, limit);
        case.ask_all().into_iter().all(|mut problem| {
            problem.items[index].role = Role::Never;
            let found = possible(&problem, limit);
            fully_searched &= found.fully_searched || found.answer;
            !found.answer && found.fully_searched
        })
    };
    Some(Outlook {
        state: then.state,
        counts,
        required,
        breaks: without_repeats(breaks),
        fully_searched,
    })
}

fn without_repeats(mut rules: Vec<RuleId>) -> Vec<RuleId> {
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::catalogue::Catalogue;
    use crate::qualification::{Date, QualificationId};

    fn check(qualification: &str, picks: &[&str], code: &str) -> Option<Outlook> {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let picks = picks.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id).after(Action::PickAll(picks.collect()));
        let context = Context {
            today: Date::parse("2026-11-22").unwrap(),
        };
        let now = assess(qualification, &plan, &context);
        let code = UnitCode::new(code).unwrap();
        outlook(
            qualification,
            &plan,
            &context,
            &now,
            &code,
            &mut Limit::nodes(crate::assess::NODES),
        )
    }

    #[test]
    fn a_mandatory_unit_is_required() {
        let found = check("8604-award", &["8604-308"], "8604-401").unwrap();
        assert_eq!(
            (found.state, found.counts, found.required),
            (State::Met, true, true)
        );
    }

    #[test]
    fn a_unit_that_would_be_too_much_names_the_rule_it_would_break() {
        let found = check("8607-certificate", &["8607-400"], "8607-401").unwrap();
        let rules: Vec<&str> = found.breaks.iter().map(RuleId::as_str).collect();
        assert_eq!(
            (found.state, rules),
            (State::Broken, vec!["group-2-credits"])
        );
        assert!(!found.required);
    }

    #[test]
    fn a_unit_that_is_closed_would_not_count() {
        assert!(!check("8607-diploma", &[], "8607-530").unwrap().counts);
    }

    #[test]
    fn nothing_is_said_of_what_is_picked_or_unknown() {
        assert_eq!(check("8607-diploma", &["8607-501"], "8607-501"), None);
        assert_eq!(check("8607-diploma", &[], "8607-999"), None);
    }
}
