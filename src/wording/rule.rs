//! Rules of combination, and how a plan stands against them.

use super::choice::rule_of_choice;
use super::list::{each, joined, list};
use super::quantity::{bounded_quantity, noun, sentence};
use super::selection::{place, share};
use crate::qualification::{Amount, Form, Qualification, Rule, Surplus, UnitCode, Variant, When};

/// The rule itself: “At least 37 credits in all.”
#[must_use]
pub fn rule(qualification: &Qualification, rule: &Rule) -> String {
    format!(
        "{}{}",
        when(qualification, &rule.when),
        form(qualification, &rule.form)
    )
}

/// Whom a rule is for, before it: “Dementia pathway: ”; nothing where it is for all.
fn when(qualification: &Qualification, when: &When) -> String {
    whom(qualification, when).map_or_else(String::new, |whom| format!("{}: ", sentence(&whom)))
}

/// Whom a rule is for: “Dementia pathway, registered from 1 July 2020 on”.
pub(super) fn whom(qualification: &Qualification, when: &When) -> Option<String> {
    let variants = qualification.pathways.iter().chain(&qualification.nations);
    let is_named = |variant: &&Variant| {
        when.pathways.contains(&variant.id) || when.nations.contains(&variant.id)
    };
    let mut parts: Vec<String> = variants
        .filter(is_named)
        .map(|variant| variant.title.clone())
        .collect();
    parts.extend(
        when.registered_from
            .map(|day| format!("registered from {} on", super::date(day))),
    );
    parts.extend(
        when.registered_before
            .map(|day| format!("registered before {}", super::date(day))),
    );
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn form(qualification: &Qualification, form: &Form) -> String {
    match form {
        Form::Amount(one) => amount(qualification, one),
        Form::Share {
            of,
            out_of,
            measure,
            least,
            most,
        } => format!(
            "{}.",
            share(qualification, (of, out_of), *measure, (*least, *most))
        ),
        Form::Mandatory { units } => match units.as_slice() {
            [unit] => format!("Unit {unit} is mandatory."),
            units => format!("Units {} are mandatory.", list(units)),
        },
        Form::Choice { options, bounds } => rule_of_choice(options, *bounds),
        Form::Barred {
            units,
            most: 1,
            counts: Some(counts),
        } => format!(
            "Of {} only one counts. Where more are picked, {counts} counts.",
            list(units)
        ),
        Form::Barred { units, most: 1, .. } => format!("Of {} only one counts.", list(units)),
        Form::Barred { units, most, .. } => {
            format!("Of {} no more than {most} count.", list(units))
        }
        Form::Bars { unit, units } => {
            format!("{unit} does not count together with {}.", list(units))
        }
        Form::SameContent { units } => {
            format!("{} have the same content: one of them counts.", list(units))
        }
        Form::Needs { unit, needs, all } => match (needs.as_slice(), all) {
            ([one], _) => format!("{unit} needs {one}."),
            (needs, true) => format!("{unit} needs {}.", list(needs)),
            (needs, false) => format!("{unit} needs one of {}.", list(needs)),
        },
        Form::Registration { .. } => registration(form),
        Form::Condition { text, if_taken } => format!("{}.", condition(text, if_taken)),
    }
}

/// Something to tick, and for whom: “If 25 or 26 is taken: 30 hours of practice”.
#[must_use]
pub fn condition(text: &str, if_taken: &[UnitCode]) -> String {
    if if_taken.is_empty() {
        text.to_owned()
    } else {
        format!("If {} is taken: {text}", joined(&each(if_taken), "or"))
    }
}

fn amount(qualification: &Qualification, amount: &Amount) -> String {
    let place = match (amount.each_subject, amount.of.is_all()) {
        (false, _) => place(qualification, &amount.of),
        (true, true) => "in each subject".to_owned(),
        (true, false) => format!("{} in each subject", place(qualification, &amount.of)),
    };
    if amount.bounds.most() == Some(0) {
        let all = noun(2, amount.measure);
        return match amount.surplus {
            Surplus::Breaks => format!("No {all} {place}."),
            Surplus::NotCounted => {
                format!(
                    "{} {place} may be taken, and are not counted.",
                    sentence(all)
                )
            }
        };
    }
    let used = if amount.if_used {
        ", if any counts"
    } else {
        ""
    };
    let surplus = match amount.surplus {
        Surplus::Breaks => "",
        Surplus::NotCounted => "; more may be taken, and is not counted",
    };
    format!(
        "{} {place}{used}{surplus}.",
        sentence(&bounded_quantity(amount.bounds, amount.measure)),
    )
}

/// Says why more of something does not count: “no more than 17 credits from Optional count”.
pub(super) fn surplus(qualification: &Qualification, rule: &Rule) -> String {
    let Form::Amount(amount) = &rule.form else {
        return super::rule(qualification, rule);
    };
    let place = match (amount.each_subject, amount.of.is_all()) {
        (true, true) => String::new(),
        _ => format!(" {}", place(qualification, &amount.of)),
    };
    let of_each = if amount.each_subject {
        " in each subject"
    } else {
        ""
    };
    let whom =
        whom(qualification, &rule.when).map_or_else(String::new, |whom| format!(" for {whom}"));
    match amount.bounds.most() {
        None | Some(0) => format!("nothing{place}{of_each} counts{whom}"),
        Some(most) => {
            let verb = if most == 1 { "counts" } else { "count" };
            let most = super::quantity(most, amount.measure);
            format!("no more than {most}{place}{of_each} {verb}{whom}")
        }
    }
}

fn registration(form: &Form) -> String {
    let Form::Registration {
        unit,
        open_from,
        closed_from,
        open_if_achieved,
        instead,
    } = form
    else {
        return String::new();
    };
    let mut days = Vec::new();
    days.extend(open_from.map(|from| format!("before {}", super::date(from))));
    days.extend(closed_from.map(|from| format!("from {} on", super::date(from))));
    let unless = if *open_if_achieved {
        ", unless they have achieved it already"
    } else {
        ""
    };
    let instead = instead
        .as_ref()
        .map(|code| format!(" They take {code} instead."))
        .unwrap_or_default();
    format!(
        "{unit} is closed to learners registered {}{unless}.{instead}",
        days.join(" or ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Context, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, QualificationId};
    use crate::wording::{judgement, state, total_line};

    /// The lines of a plan: its state, then each rule's headline, detail and advice.
    fn check(qualification: &str, units: &[&str]) -> Vec<String> {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let codes = units.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id).after(Action::PickAll(codes.collect()));
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        let assessment = assess(qualification, &plan, &context);
        let mut lines = vec![state(&assessment), total_line(qualification, &assessment)];
        for finding in &assessment.judgements {
            let line = judgement(qualification, finding);
            lines.extend([line.headline, line.detail]);
            lines.extend(line.advice);
        }
        lines
    }

    #[test]
    fn an_unfinished_plan_says_what_is_missing() {
        assert_eq!(
            check("8607-certificate", &["8607-518"]),
            [
                "2 rules still open",
                "2 of 13 to 36 credits, 11 more",
                "11 more credits in all",
                "2 of 13 to 36 credits in all",
                "5 more credits from Group 1",
                "2 of at least 7 credits from Group 1",
                "Within the limit for Group 2",
                "0 of at most 6 credits from Group 2",
            ]
        );
    }

    #[test]
    fn a_broken_rule_says_by_how_much_and_that_adding_cannot_mend_it() {
        assert_eq!(
            check("8607-certificate", &["8607-520", "8607-400", "8607-401"])[6..],
            [
                "2 credits too many from Group 2",
                "8 of at most 6 credits from Group 2",
                "Adding units cannot put this rule right.",
            ]
        );
    }

    #[test]
    fn mandatory_units_are_named_until_they_are_picked() {
        assert_eq!(
            check("8604-award", &["8604-308"])[2..4],
            [
                "1 mandatory unit is missing",
                "Missing: 8604-401 Planning and Leading a Complex Team Activity (4 credits)",
            ]
        );
        assert_eq!(
            check("8604-award", &["8604-308", "8604-401"])[0],
            "All rules met"
        );
    }

    #[test]
    fn rules_read_as_sentences() {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let rules: Vec<String> = qualification
            .rules
            .iter()
            .map(|one| rule(qualification, one))
            .collect();
        assert_eq!(
            rules,
            [
                "At least 37 credits in all.",
                "At most 18 credits from Group 2.",
                "8607-530 is closed to learners registered from 1 July 2020 on, unless they have \
                 achieved it already. They take 8607-550 instead.",
                "Of 8607-530 and 8607-550 only one counts. Where more are picked, 8607-550 counts.",
            ]
        );
    }
}
