//! What picking a unit would do, told before the click.
//!
//! It is apart from the assessment, and asked for the rows in view, so that a tick never waits for a
//! search for each unit.

use super::assess_within;
use super::credited::credited;
use super::evaluation::Evaluation;
use super::judge::evaluate;
use super::model::{Assessment, Context, State};
use super::not_counted::NotCounted;
use super::repair_search::RepairSearch;
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, RuleId, UnitCode};
use crate::solve::{Found, Limit, Role, possible};

/// What picking one more unit would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// How the plan would stand.
    pub state: State,
    /// Why the unit would not count; `None` where it would.
    pub not_counted: Option<NotCounted>,
    /// True where every completion of the plan takes it.
    pub required: bool,
    /// The rules that could be met now and no longer with it.
    pub breaks: Vec<RuleId>,
    /// Where the plan would be broken and is not yet: the fewest counted picks that no valid
    /// combination holds together with the unit.
    pub against: Vec<UnitCode>,
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
    let not_counted = match then.units.iter().find(|unit| unit.code == *code) {
        Some(unit) => unit.not_counted.clone(),
        None => Some(NotCounted::NotListed),
    };
    let broken = |found: &Assessment, rule: &RuleId| {
        let mut judgements = found.judgements.iter();
        judgements.any(|judgement| judgement.rule == *rule && judgement.state == State::Broken)
    };
    let mut breaks: Vec<RuleId> = then
        .judgements
        .iter()
        .map(|judgement| &judgement.rule)
        .filter(|rule| !broken(now, rule) && !now.collision.contains(rule))
        .filter(|rule| broken(&then, rule) || then.collision.contains(rule))
        .cloned()
        .collect();
    breaks.sort_unstable();
    let mut fully_searched = then.fully_searched;
    let credited = &*credited(qualification, plan);
    let required = now.state == State::Open && {
        let evaluation = evaluate(credited, plan, *context, limit);
        let found = evaluation.completed_without(index, limit);
        // Where it is not certain how the plan stands, nor is it whether it may displace.
        let certain = found.fully_searched && evaluation.fully_searched;
        fully_searched &= certain || found.answer;
        certain && !found.answer
    };
    let mut against = Vec::new();
    if then.state == State::Broken && matches!(now.state, State::Met | State::Open) {
        let evaluation = evaluate(credited, &with, *context, limit);
        let search = RepairSearch::new(&evaluation, qualification, &with, context);
        against = search.conflict_of_units(limit, &mut fully_searched);
        if against.contains(code) {
            against.retain(|other| other != code);
        } else {
            // They stand against each other, and not against this unit.
            against.clear();
        }
    }
    Some(Outlook {
        state: then.state,
        not_counted,
        required,
        breaks,
        against,
        fully_searched,
    })
}

impl Evaluation<'_> {
    /// Whether a plan can be completed without this unit.
    fn completed_without(&self, index: usize, limit: &mut Limit) -> Found<bool> {
        let mut all = Found::whole(false);
        let mut ask = |found: Found<bool>| {
            all.answer |= found.answer;
            all.fully_searched &= found.fully_searched;
        };
        if self.displaces {
            let (displacements, whole) = self.displacements();
            ask(Found {
                answer: false,
                fully_searched: whole,
            });
            for mut problem in displacements {
                problem.items[index].role = Role::Never;
                ask(possible(&problem, limit));
            }
        } else {
            for mut problem in self.ask_where_same_counts() {
                problem.items[index].role = Role::Never;
                ask(possible(&problem, limit));
            }
        }
        all
    }
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
        let context = Context::on(Date::parse("2026-11-22").unwrap());
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
            (found.state, found.not_counted, found.required),
            (State::Met, None, true)
        );
    }

    #[test]
    fn a_unit_that_would_be_too_much_names_the_rule_and_the_pick_it_stands_against() {
        let found = check("8607-certificate", &["8607-400"], "8607-401").unwrap();
        let rules: Vec<&str> = found.breaks.iter().map(RuleId::as_str).collect();
        assert_eq!(
            (found.state, rules),
            (State::Broken, vec!["group-2-credits"])
        );
        let against: Vec<&str> = found.against.iter().map(UnitCode::as_str).collect();
        assert_eq!((found.required, against), (false, vec!["8607-400"]));
    }

    #[test]
    fn a_unit_that_is_closed_would_not_count_and_says_why() {
        let found = check("8607-diploma", &[], "8607-530").unwrap();
        assert!(matches!(
            found.not_counted,
            Some(NotCounted::Registration { .. })
        ));
        assert_eq!((found.state, found.against), (State::Open, Vec::new()));
    }

    #[test]
    fn nothing_is_said_of_what_is_picked_or_unknown() {
        assert_eq!(check("8607-diploma", &["8607-501"], "8607-501"), None);
        assert_eq!(check("8607-diploma", &[], "8607-999"), None);
    }
}
