//! Where a plan stands, in numbers and short sentences.

use super::quantity::{counted, quantity};
use crate::assess::{Assessment, Finding, GroupTotals, Notice, Rung, State};
use crate::plan::Plan;
use crate::qualification::{
    Bounds, Form, GroupId, Hours, Measure, Qualification, Variant, VariantId,
};

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
        State::NotKnown => "Not known whether all rules can be met".to_owned(),
        State::Broken => match open(State::Broken) {
            0 => "The rules cannot all be met".to_owned(),
            1 => "1 rule broken".to_owned(),
            number => format!("{number} rules broken"),
        },
    }
}

/// By which pathway and nation a plan is judged where the learner has chosen none: “No pathway is
/// chosen: judged by Children.” Nothing where all are chosen, or there is nothing to choose.
#[must_use]
pub fn assumed(
    qualification: &Qualification,
    plan: &Plan,
    (pathway, nation): (Option<&VariantId>, Option<&VariantId>),
) -> Option<String> {
    let title = |all: &[Variant], chosen: Option<&VariantId>, judged: Option<&VariantId>| {
        let is_known = |id: &VariantId| all.iter().any(|one| one.id == *id);
        let one = all.iter().find(|one| Some(&one.id) == judged)?;
        (!chosen.is_some_and(is_known)).then(|| one.title.clone())
    };
    let pathway = title(&qualification.pathways, plan.pathway.as_ref(), pathway);
    let nation = title(&qualification.nations, plan.nation.as_ref(), nation);
    match (pathway, nation) {
        (None, None) => None,
        (Some(pathway), None) => Some(format!("No pathway is chosen: judged by {pathway}.")),
        (None, Some(nation)) => Some(format!("No nation is chosen: judged by {nation}.")),
        (Some(pathway), Some(nation)) => Some(format!(
            "No pathway and no nation is chosen: judged by {pathway} and {nation}."
        )),
    }
}

/// What has to be known of how a plan's units stand to another qualification: by which pathway and
/// nation, and days that do not fit.
#[must_use]
pub fn rung_remarks(qualification: &Qualification, plan: &Plan, rung: &Rung) -> Vec<String> {
    let by = (rung.pathway.as_ref(), rung.nation.as_ref());
    let days = rung.notices.iter().copied();
    let days = days.filter(|notice| !matches!(notice, Notice::RegisteredToday(_)));
    assumed(qualification, plan, by)
        .into_iter()
        .chain(days.map(super::notice))
        .collect()
}

/// Which rules could each be met, but not all together, if that is so.
#[must_use]
pub fn collision(qualification: &Qualification, assessment: &Assessment) -> Option<String> {
    let rules = assessment
        .collision
        .iter()
        .filter_map(|id| qualification.rule(id));
    let rules: Vec<String> = rules.map(|rule| super::rule(qualification, rule)).collect();
    (!rules.is_empty()).then(|| rules.join(" "))
}

/// The titles that the plan earns, in a sentence; nothing where it earns none.
#[must_use]
pub fn endorsements(assessment: &Assessment) -> String {
    match assessment.endorsements.as_slice() {
        [] => String::new(),
        [one] => format!("Earns the title {one}."),
        several => format!(
            "Earns one of the titles {}, as you choose.",
            super::rule::join(several)
        ),
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
    line(assessment.counted.credits.number(), overall(qualification))
}

/// The credits that are asked for in all: the rule's, or the published value where no rule bounds
/// the whole, if there is one.
#[must_use]
pub fn overall(qualification: &Qualification) -> Option<Bounds> {
    bounds_of(qualification, None).or(qualification.credit_value)
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
            matches!(&judgement.finding, Finding::Amount { of, .. } if of.group() == Some(wanted))
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
            Form::Amount(amount)
                if amount.measure == Measure::Credits
                    && !amount.each_subject
                    && !amount.if_used
                    && match wanted {
                        Some(group) => amount.of.group() == Some(group),
                        None => amount.of.is_all(),
                    } =>
            {
                Some(amount.bounds)
            }
            _ => None,
        })
}
