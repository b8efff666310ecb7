//! The state of a plan, in numbers and short sentences.

use super::measure::{in_force, line, reckoned, shortfalls_known};
use super::pin::all_pinned_elsewhere;
use crate::assess::{Assessment, Finding, Notice, Rung, State};
use crate::plan::Plan;
use crate::qualification::{Bounds, GroupId, Hours, Measure, Qualification, Variant, VariantId};

/// So many units that do not count are told one by one.
const MOST_ANNOUNCED: usize = 2;

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
        State::Open if open(State::NotKnown) > 0 => "Rules are still open".to_owned(),
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

/// By which pathway and nation a plan is judged that names none, and what of its groups is not heeded, in
/// words.
#[must_use]
pub fn assumptions(of: &Qualification, plan: &Plan, found: &Assessment) -> String {
    let by = (found.pathway.as_ref(), found.nation.as_ref());
    let mut said = all_pinned_elsewhere(of, plan);
    said.extend(assumed(of, plan, by));
    said.join(" ")
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

/// What to know of a plan's units in another qualification: by which pathway and nation they are
/// judged, and days that do not fit.
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

/// What is said of rules that could each be met, but not all together.
pub const CANNOT_ALL_BE_MET: &str = "These rules cannot all be met with what is picked";

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
    titles_earned(&assessment.endorsements)
}

/// The same of titles that are given.
#[must_use]
pub fn titles_earned(titles: &[String]) -> String {
    match titles {
        [] => String::new(),
        [one] => format!("Earns the title {one}."),
        several => format!(
            "Earns one of the titles {}, as you choose.",
            super::list::join(several)
        ),
    }
}

/// The hours of a plan as terms with their values; none where the qualification knows no hours.
#[must_use]
pub fn plan_hours(
    qualification: &Qualification,
    assessment: &Assessment,
) -> Vec<(&'static str, String)> {
    let hours_of = |hours: Hours| super::hours(hours.number());
    let plan = &assessment.hours;
    let knows_guided = qualification.gives(Measure::Hours);
    let mut rows = Vec::new();
    if knows_guided {
        rows.push(("Guided learning of your units", hours_of(plan.units)));
    }
    let support = [
        ("Induction", plan.induction),
        ("Tutorial support", plan.tutorial_support),
    ];
    // An exact 0 was filled in because older files needed the key.
    let support = support
        .into_iter()
        .filter(|(_, hours)| hours.most() != Some(0));
    let support = support.map(|(term, hours)| {
        let mut text = super::hours_asked(hours);
        if plan.included && knows_guided {
            text.push_str(", within the above");
        }
        (term, text)
    });
    rows.extend(support);
    if knows_guided && rows.len() > 1 {
        rows.push(("Taught in all, at least", hours_of(plan.overall)));
    }
    let study = plan.study.and_then(|study| reckoned(qualification, study));
    rows.extend(study.map(|study| ("With your own study", study)));
    rows
}

/// True where [`plan_hours`] has something to say.
#[must_use]
pub fn knows_hours(qualification: &Qualification) -> bool {
    let some = |hours: Bounds| hours.most() != Some(0);
    qualification.gives(Measure::Hours)
        || some(qualification.induction)
        || some(qualification.tutorial_support)
        || qualification.study_hours_per_credit.is_some() && qualification.gives(Measure::Credits)
}

/// The whole plan against what the qualification asks for, in the qualification's own measure: “30 of
/// at least 37 credits, 7 more”.
#[must_use]
pub fn total_line(qualification: &Qualification, assessment: &Assessment) -> String {
    let measure = qualification.measure();
    let bounds = overall(qualification, assessment);
    let number = assessment.counted.of(measure);
    let line = line(number, bounds, measure, shortfalls_known(assessment));
    match assessment.exempt.of(measure) {
        0 => line,
        exempt => format!("{line}; {exempt} of the {number} by exemption"),
    }
}

/// What a screen reader is told after a change: the picked units that do not count since then, each with its
/// reason, the total, and where the plan stands, once that is known.
#[must_use]
pub fn announcement(
    of: &Qualification,
    found: &Assessment,
    uncounted: &[String],
    sentence: &str,
) -> String {
    let shown = uncounted.iter().take(MOST_ANNOUNCED).cloned();
    let mut said: Vec<String> = shown.collect();
    match uncounted.len().saturating_sub(MOST_ANNOUNCED) {
        0 => {}
        1 => said.push("1 more unit is not counted".to_owned()),
        more => said.push(format!("{more} more units are not counted")),
    }
    let measure = of.measure();
    let number = found.counted.of(measure);
    let rest = super::rest_of_total(number, overall(of, found), measure);
    said.push(format!("{number} {rest}"));
    said.push(sentence.to_owned());
    said.retain(|one| !one.is_empty());
    format!("{}.", said.join(". "))
}

/// What is asked for in all: by the rules that are for this learner, or the published value where
/// none of them bounds the whole.
#[must_use]
pub fn overall(qualification: &Qualification, assessment: &Assessment) -> Option<Bounds> {
    let rules = in_force(qualification, assessment);
    qualification.asked_in_all(rules, qualification.measure())
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

/// What the rules that are for this learner ask of a group in the qualification's own measure, if
/// anything.
#[must_use]
pub fn group_bounds(
    qualification: &Qualification,
    assessment: &Assessment,
    group: &GroupId,
) -> Option<Bounds> {
    let rules = in_force(qualification, assessment);
    qualification.asked_of_group(rules, group, qualification.measure())
}
