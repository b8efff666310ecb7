//! Rules of combination, and how a plan stands against them.

use super::quantity::{bounded_quantity, counted, noun, quantity, sentence};
use crate::assess::{Assessment, Finding, GroupTotals, Judgement, State};
use crate::qualification::{Bounds, Form, GroupId, Hours, Measure, Qualification, Rule, UnitCode};

/// What is said of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, in a few words: “7 more credits”.
    pub headline: String,
    /// The rule with the number behind it: “30 of at least 37 credits in all”.
    pub detail: String,
    /// What would put this rule right, where it is broken.
    pub advice: Option<String>,
}

/// The rule itself: “At least 37 credits in all.”
#[must_use]
pub fn rule(qualification: &Qualification, rule: &Rule) -> String {
    match &rule.form {
        Form::Amount {
            group,
            measure,
            bounds,
        } => format!(
            "{} {}.",
            sentence(&bounded_quantity(*bounds, *measure)),
            place(qualification, group.as_ref())
        ),
        Form::Mandatory { units } => match units.as_slice() {
            [unit] => format!("Unit {unit} is mandatory."),
            units => format!("Units {} are mandatory.", list(units)),
        },
        Form::Barred { units, counts } => format!(
            "Of {} only one counts. Where more are picked, {counts} counts.",
            list(units)
        ),
        Form::Registration {
            unit,
            closed_from,
            open_if_achieved,
            instead,
        } => {
            let from = super::date(*closed_from);
            let unless = if *open_if_achieved {
                ", unless they have achieved it already"
            } else {
                ""
            };
            let instead = instead
                .as_ref()
                .map(|code| format!(" They take {code} instead."))
                .unwrap_or_default();
            format!("{unit} is closed to learners registered from {from} on{unless}.{instead}")
        }
    }
}

/// How a plan stands against one rule.
#[must_use]
pub fn judgement(qualification: &Qualification, judgement: &Judgement) -> Line {
    match &judgement.finding {
        Finding::Amount {
            group,
            measure,
            counted: number,
            bounds,
            reachable,
            take_out,
        } => {
            let place = place(qualification, group.as_ref());
            let over = number.saturating_sub(bounds.most().unwrap_or(*number));
            let short = bounds.floor().saturating_sub(*number);
            let headline = if over > 0 {
                format!("{} too many {place}", quantity(over, *measure))
            } else if short > 0 {
                format!("{short} more {} {place}", noun(short, *measure))
            } else if bounds.least().is_some() {
                format!("Enough {} {place}", noun(2, *measure))
            } else {
                format!("Within the limit {}", place.replacen("from ", "for ", 1))
            };
            let advice = if over > 0 {
                Some(format!(
                    "Taking out {} would put this rule right.",
                    titles(qualification, take_out)
                ))
            } else if judgement.state == State::Broken {
                Some(format!(
                    "The units open to you give {} at most.",
                    quantity(*reachable, *measure)
                ))
            } else {
                None
            };
            Line {
                headline,
                detail: format!("{} {place}", counted(*number, *bounds, *measure)),
                advice,
            }
        }
        Finding::Mandatory {
            of,
            missing,
            closed,
        } => {
            let left = u32::try_from(missing.len()).unwrap_or(u32::MAX);
            Line {
                headline: match left {
                    0 => "Every mandatory unit is picked".to_owned(),
                    1 => "1 mandatory unit is missing".to_owned(),
                    left => format!("{left} mandatory units are missing"),
                },
                detail: if missing.is_empty() {
                    format!("{of} of {of}")
                } else {
                    format!("Still to pick: {}", titles(qualification, missing))
                },
                advice: (!closed.is_empty()).then(|| {
                    format!(
                        "{} cannot count in this plan.",
                        titles(qualification, closed)
                    )
                }),
            }
        }
    }
}

/// How the whole plan stands, in one sentence.
#[must_use]
pub fn state(assessment: &Assessment) -> String {
    let open = |state| {
        assessment
            .judgements
            .iter()
            .filter(|judgement| judgement.state == state)
            .count()
    };
    match assessment.state {
        State::Met => "All rules met".to_owned(),
        State::Open => match open(State::Open) {
            1 => "1 rule still open".to_owned(),
            number => format!("{number} rules still open"),
        },
        State::Broken => match open(State::Broken) {
            1 => "1 rule broken".to_owned(),
            number => format!("{number} rules broken"),
        },
    }
}

/// The hours of a plan as terms with their values.
#[must_use]
pub fn plan_hours(assessment: &Assessment) -> Vec<(&'static str, String)> {
    let hours_of = |hours: Hours| super::hours(hours.number());
    let plan = &assessment.hours;
    let mut rows = vec![("Guided learning of your units", hours_of(plan.units))];
    let support = [
        ("Induction", plan.induction),
        ("Tutorial support", plan.tutorial_support),
    ];
    for (term, hours) in support {
        let mut text = super::hours_asked(hours);
        if plan.included {
            text.push_str(", within the above");
        }
        rows.push((term, text));
    }
    rows.push(("Together, at least", hours_of(plan.overall)));
    rows.push((
        "Total Qualification Time, ten hours a credit",
        hours_of(plan.total_qualification_time),
    ));
    rows
}

/// The credits of the whole plan against what the qualification asks for: “30 of at least 37
/// credits, 7 more”.
#[must_use]
pub fn total_line(qualification: &Qualification, assessment: &Assessment) -> String {
    line(
        assessment.counted.credits.number(),
        Some(overall(qualification)),
    )
}

/// The credits that are asked for in all: the rule's, or the published value where no rule bounds
/// the whole.
#[must_use]
pub fn overall(qualification: &Qualification) -> Bounds {
    bounds_of(qualification, None).unwrap_or(qualification.credit_value)
}

/// The credits of a group against what the rules ask of it: “7 of at least 13 credits, 6 more”.
#[must_use]
pub fn group_line(qualification: &Qualification, totals: &GroupTotals) -> String {
    line(
        totals.counted.credits.number(),
        bounds_of(qualification, Some(&totals.group)),
    )
}

/// How the plan stands against the rules of a group, if there are any: as against the worst of
/// them.
#[must_use]
pub fn group_state(assessment: &Assessment, wanted: &GroupId) -> Option<State> {
    let rules = assessment.judgements.iter();
    rules
        .filter(|judgement| {
            matches!(&judgement.finding, Finding::Amount { group: Some(group), .. } if group == wanted)
        })
        .map(|judgement| judgement.state)
        .max()
}

/// What the rules ask of a group's credits, if anything.
#[must_use]
pub fn group_bounds(qualification: &Qualification, group: &GroupId) -> Option<Bounds> {
    bounds_of(qualification, Some(group))
}

fn line(number: u32, bounds: Option<Bounds>) -> String {
    let Some(bounds) = bounds else {
        return quantity(number, Measure::Credits);
    };
    let text = counted(number, bounds, Measure::Credits);
    let over = number.saturating_sub(bounds.most().unwrap_or(number));
    let short = bounds.floor().saturating_sub(number);
    if over > 0 {
        format!("{text}, {over} too many")
    } else if short > 0 {
        format!("{text}, {short} more")
    } else {
        text
    }
}

fn bounds_of(qualification: &Qualification, wanted: Option<&GroupId>) -> Option<Bounds> {
    qualification
        .rules
        .iter()
        .find_map(|rule| match &rule.form {
            Form::Amount {
                group,
                measure: Measure::Credits,
                bounds,
            } if group.as_ref() == wanted => Some(*bounds),
            _ => None,
        })
}

pub(super) fn place(qualification: &Qualification, group: Option<&GroupId>) -> String {
    group.and_then(|id| qualification.group(id)).map_or_else(
        || "in all".to_owned(),
        |group| format!("from {}", group.title),
    )
}

/// Units by code and title: “8607-518 Making Professional Presentations (2 credits)”.
fn titles(qualification: &Qualification, codes: &[UnitCode]) -> String {
    let titles: Vec<String> = codes
        .iter()
        .map(|code| match qualification.unit(code) {
            Some(unit) => format!(
                "{code} {} ({})",
                unit.title,
                quantity(unit.credits.number(), Measure::Credits)
            ),
            None => code.to_string(),
        })
        .collect();
    join(&titles)
}

fn list(codes: &[UnitCode]) -> String {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    join(&codes)
}

/// “a”, “a and b”, “a, b and c”.
pub(super) fn join(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Context, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, QualificationId};

    /// The lines of a plan: its state, then each rule's headline, detail and advice.
    fn check(qualification: &str, units: &[&str]) -> Vec<String> {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let codes = units.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id).after(Action::PickAll(codes.collect()));
        let context = Context {
            today: Date::parse("2026-11-22").unwrap(),
        };
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
    fn a_broken_rule_says_by_how_much_and_what_to_take_out() {
        assert_eq!(
            check("8607-certificate", &["8607-520", "8607-400", "8607-401"])[6..],
            [
                "2 credits too many from Group 2",
                "8 of at most 6 credits from Group 2",
                "Taking out 8607-401 Planning and Leading a Complex Team Activity (4 credits) \
                 would put this rule right.",
            ]
        );
    }

    #[test]
    fn mandatory_units_are_named_until_they_are_picked() {
        assert_eq!(
            check("8604-award", &["8604-308"])[2..4],
            [
                "1 mandatory unit is missing",
                "Still to pick: 8604-401 Planning and Leading a Complex Team Activity (4 credits)",
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
