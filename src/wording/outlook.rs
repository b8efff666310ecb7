//! What picking a unit would do.

use super::list::list;
use crate::assess::{Outlook, State};
use crate::qualification::Qualification;

/// What picking a unit would do to a plan that stands as `now`, where that is not plain; empty where
/// there is nothing to say. `told` is true where the reader knows already why the unit would not count.
#[must_use]
pub fn outlook(qualification: &Qualification, now: State, outlook: &Outlook, told: bool) -> String {
    let words = match (&outlook.not_counted, now, outlook.state) {
        (Some(_), ..) if told => String::new(),
        (Some(not_counted), ..) => super::not_counted(qualification, not_counted),
        (None, State::Broken, State::Broken) => "It does not put the plan right.".to_owned(),
        (None, _, State::NotKnown) => {
            "Not worked out: whether the plan can be completed with it.".to_owned()
        }
        (None, State::Broken, _) => "It puts the plan right.".to_owned(),
        (None, _, State::Broken) => breaking(qualification, now, outlook),
        (None, _, then) => allowed(now, then, outlook.required).to_owned(),
    };
    if outlook.fully_searched || outlook.state == State::NotKnown {
        return words;
    }
    let stopped = "Not everything was worked out: there are too many ways.";
    format!("{words} {stopped}").trim_start().to_owned()
}

/// What is said of a unit that would leave the plan met or open.
const fn allowed(now: State, then: State, required: bool) -> &'static str {
    match (now, then, required) {
        (_, State::Met, true) => {
            "Every way to complete the plan has this unit. With it, the plan is complete."
        }
        (_, _, true) => "Every way to complete the plan has this unit.",
        (State::Met, State::Open, _) => "With it, the plan needs more units.",
        (State::Open | State::NotKnown, State::Met, _) => "It completes the plan.",
        _ => "",
    }
}

/// What is said of a unit that would leave a plan broken: beside which picks, and by which rules.
fn breaking(qualification: &Qualification, now: State, outlook: &Outlook) -> String {
    let rules = outlook
        .breaks
        .iter()
        .filter_map(|id| qualification.rule(id));
    let rules: Vec<String> = rules.map(|rule| super::rule(qualification, rule)).collect();
    let mut words = String::new();
    if !rules.is_empty() {
        words = format!("Would break: {} ", rules.join(" "));
    }
    if !outlook.against.is_empty() {
        words.push_str("No valid combination has it together with ");
        words.push_str(&list(&outlook.against));
        words.push_str(". ");
    }
    words.push_str(if now == State::NotKnown {
        "The plan could not be completed with it."
    } else {
        "The plan could no longer be completed."
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{self, Context, Limit, NODES, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, QualificationId, UnitCode};

    /// What is said of `code` beside these picks, in a qualification that is shipped.
    fn check(qualification: &str, picks: &[&str], code: &str, told: bool) -> String {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let codes = picks.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id).after(Action::PickAll(codes.collect()));
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        let now = assess(qualification, &plan, &context);
        let code = UnitCode::new(code).unwrap();
        let limit = &mut Limit::nodes(NODES);
        let found = assess::outlook(qualification, &plan, &context, &now, &code, limit);
        outlook(qualification, now.state, &found.unwrap(), told)
    }

    #[test]
    fn a_required_unit_says_so_and_whether_it_is_the_last() {
        assert_eq!(
            check("8604-award", &["8604-308"], "8604-401", false),
            "Every way to complete the plan has this unit. With it, the plan is complete."
        );
        assert_eq!(
            check("8604-award", &[], "8604-401", false),
            "Every way to complete the plan has this unit."
        );
    }

    #[test]
    fn a_free_unit_says_only_where_it_completes_the_plan() {
        assert_eq!(check("8607-diploma", &[], "8607-501", false), "");
        assert_eq!(
            check("8607-award", &["8607-520"], "8607-518", false),
            "It completes the plan."
        );
        assert_eq!(
            check("8607-award", &["8607-520", "8607-518"], "8607-519", false),
            ""
        );
    }

    #[test]
    fn a_unit_that_would_be_too_much_names_the_other_pick_and_the_rule() {
        assert_eq!(
            check("8607-certificate", &["8607-400"], "8607-401", false),
            "Would break: At most 6 credits from Group 2. No valid combination has it together with \
             8607-400. The plan could no longer be completed."
        );
    }

    #[test]
    fn a_unit_that_does_not_mend_a_broken_plan_says_so() {
        assert_eq!(
            check(
                "8607-certificate",
                &["8607-400", "8607-401"],
                "8607-501",
                false
            ),
            "It does not put the plan right."
        );
    }

    #[test]
    fn a_closed_unit_says_why_where_that_is_not_told_already() {
        assert_eq!(check("8607-award", &[], "8607-521", true), "");
        assert_eq!(
            check("8607-award", &[], "8607-521", false),
            "Closed here: Certificate and Diploma only."
        );
    }

    #[test]
    fn a_search_that_stopped_is_said_to_have_stopped() {
        let found = Outlook {
            state: State::Open,
            not_counted: None,
            required: false,
            breaks: Vec::new(),
            against: Vec::new(),
            fully_searched: false,
        };
        let catalogue = Catalogue::shipped();
        let of = catalogue.named("8607-award").unwrap();
        assert_eq!(
            outlook(of, State::Open, &found, false),
            "Not everything was worked out: there are too many ways."
        );
    }
}
