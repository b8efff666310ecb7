//! What picking a unit would do, and how many combinations complete a plan.

use super::list::list;
use crate::assess::{Found, Natural, Outlook, PickedUnit, State};
use crate::qualification::{GroupId, Qualification};

/// The most digits of a number that is shown in full, and of one that is rounded; of a longer one
/// only its length is shown.
const EXACT: usize = 15;
const ROUNDED: usize = 24;

/// What picking a unit would do to a plan that stands as `now`. `told` is true where the reader
/// knows already why the unit would not count.
#[must_use]
pub fn outlook(qualification: &Qualification, now: State, outlook: &Outlook, told: bool) -> String {
    let mut words = match (&outlook.not_counted, now, outlook.state) {
        (Some(not_counted), _, _) => {
            let mut words = "Would not count".to_owned();
            if outlook.state == now {
                words.push_str(", so the plan would stand as it does now");
            }
            words.push('.');
            if !told {
                words.push(' ');
                words.push_str(&super::not_counted(qualification, not_counted));
            }
            words
        }
        (None, _, State::NotKnown) => {
            "Would count. Whether the plan can be completed with it is not known.".to_owned()
        }
        (None, State::Broken, State::Broken) => {
            "Would count, and would not put the plan right.".to_owned()
        }
        (None, State::Broken, _) => "Would put the plan right.".to_owned(),
        (None, _, State::Broken) => breaking(qualification, now, outlook),
        (None, _, then) => allowed(now, then, outlook.required).to_owned(),
    };
    if !outlook.fully_searched {
        words.push_str(" The rules are too many to be searched whole.");
    }
    words
}

/// What is said of a unit that would leave the plan met or open.
const fn allowed(now: State, then: State, required: bool) -> &'static str {
    match (now, then, required) {
        (_, State::Met, true) => {
            "Required: every way to complete the plan has this unit. With it, all rules are met."
        }
        (_, _, true) => "Required: every way to complete the plan has this unit.",
        (State::Met, State::Met, _) => "Free to pick: all rules would still be met.",
        (State::Met, _, _) => "Free to pick, but the plan would then need more units.",
        (_, State::Met, _) => "Would complete the plan: all rules would be met.",
        (State::NotKnown, ..) => "Free to pick: the plan could be completed with it.",
        _ => "Free to pick: the plan could still be completed.",
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

/// What a picked unit does: “In your plan. Counts in Group 2.”
#[must_use]
pub fn picked(qualification: &Qualification, unit: &PickedUnit) -> String {
    let title = |id: &GroupId| qualification.group(id).map(|group| &group.title);
    let rest = match (&unit.not_counted, unit.group.as_ref().and_then(title)) {
        (Some(_), _) => "and does not count".to_owned(),
        (None, Some(title)) => format!("and counts in {title}"),
        (None, None) => "and counts".to_owned(),
    };
    format!("In your plan, {rest}.")
}

/// How many valid combinations hold all that counts: “1,234 combinations of units complete this
/// plan.”
#[must_use]
pub fn combinations(found: &Found<Natural>) -> String {
    if !found.fully_searched {
        return "The combinations of units that complete this plan are too many to be counted."
            .to_owned();
    }
    let digits = found.answer.to_string();
    match digits.len() {
        1 if digits == "1" => "1 combination of units completes this plan.".to_owned(),
        0..=EXACT => format!(
            "{} combinations of units complete this plan.",
            grouped(&digits)
        ),
        length @ ..=ROUNDED => {
            let millions = (length - 1) / 6;
            let (first, rest) = digits.split_at(length - 6 * millions);
            let mut first = grouped(first);
            if first.len() == 1 {
                first.push('.');
                first.push_str(rest.get(..1).unwrap_or_default());
            }
            format!(
                "About {first}{} combinations of units complete this plan.",
                " million".repeat(millions)
            )
        }
        length => format!(
            "The combinations of units that complete this plan are a number of {} digits.",
            grouped(&length.to_string())
        ),
    }
}

/// A number with its thousands apart: “1,234,567”.
fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
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
        match assess::outlook(qualification, &plan, &context, &now, &code, limit) {
            Some(found) => outlook(qualification, now.state, &found, told),
            None => picked(
                qualification,
                now.units.iter().find(|unit| unit.code == code).unwrap(),
            ),
        }
    }

    #[test]
    fn a_required_unit_says_so_and_whether_it_is_the_last() {
        assert_eq!(
            check("8604-award", &["8604-308"], "8604-401", false),
            "Required: every way to complete the plan has this unit. With it, all rules are met."
        );
        assert_eq!(
            check("8604-award", &[], "8604-401", false),
            "Required: every way to complete the plan has this unit."
        );
    }

    #[test]
    fn a_free_unit_says_what_becomes_of_the_plan() {
        assert_eq!(
            check("8607-diploma", &[], "8607-501", false),
            "Free to pick: the plan could still be completed."
        );
        assert_eq!(
            check("8607-award", &["8607-520"], "8607-518", false),
            "Would complete the plan: all rules would be met."
        );
        assert_eq!(
            check("8607-award", &["8607-520", "8607-518"], "8607-519", false),
            "Free to pick: all rules would still be met."
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
            "Would count, and would not put the plan right."
        );
    }

    #[test]
    fn a_closed_unit_says_why_where_that_is_not_told_already() {
        assert_eq!(
            check("8607-award", &[], "8607-521", true),
            "Would not count, so the plan would stand as it does now."
        );
        assert_eq!(
            check("8607-award", &[], "8607-521", false),
            "Would not count, so the plan would stand as it does now. Closed here: Certificate and \
             Diploma only."
        );
    }

    #[test]
    fn a_picked_unit_says_where_it_counts() {
        assert_eq!(
            check("8607-diploma", &["8607-501"], "8607-501", false),
            "In your plan, and counts in Group 1."
        );
        assert_eq!(
            check("8607-award", &["8607-521"], "8607-521", false),
            "In your plan, and does not count."
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
        let id = QualificationId::new("8607-award").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        assert_eq!(
            outlook(qualification, State::Open, &found, false),
            "Free to pick: the plan could still be completed. The rules are too many to be \
             searched whole."
        );
    }

    #[test]
    fn combinations_are_said_as_a_person_would_read_them() {
        let said = |number: Natural| {
            combinations(&Found {
                answer: number,
                fully_searched: true,
            })
        };
        let rest = "combinations of units complete this plan.";
        assert_eq!(said(Natural::default()), format!("0 {rest}"));
        assert_eq!(
            said(Natural::one()),
            "1 combination of units completes this plan."
        );
        assert_eq!(said(Natural::from(1_234_567)), format!("1,234,567 {rest}"));
        assert_eq!(
            said(Natural::power_of_two(49)),
            format!("562,949,953,421,312 {rest}")
        );
        assert_eq!(
            said(Natural::power_of_two(50)),
            format!("About 1,125 million million {rest}")
        );
        assert_eq!(
            said(Natural::power_of_two(62)),
            format!("About 4.6 million million million {rest}")
        );
        assert_eq!(
            said(Natural::power_of_two(5_000)),
            "The combinations of units that complete this plan are a number of 1,506 digits."
        );
        let stopped = Found {
            answer: Natural::default(),
            fully_searched: false,
        };
        assert!(combinations(&stopped).contains("too many to be counted"));
    }
}
