//! A qualification in its own measure, and the figures of its units in every measure that it knows.

use super::list::join;
use super::quantity::{bounded_quantity, counted, hours, noun, quantity, sentence};
use crate::assess::{Assessment, State};
use crate::qualification::{Bounds, Credits, Hours, Measure, Qualification, Rule, Unit};
use crate::saved_plans::UnitSnapshot;

/// What is asked for in all, in the qualification's own measure: the credit value as published, or what the rules
/// ask of everybody. Nothing where that depends on pathway, nation or day, or is not said at all.
#[must_use]
pub fn bounds_in_all(qualification: &Qualification) -> Option<Bounds> {
    let measure = qualification.measure();
    let published = credits_published(qualification).filter(|_| measure == Measure::Credits);
    published.or_else(|| qualification.asked_in_all(qualification.rules_for_all(), measure))
}

/// The same in words: “6 to 12 credits”, “360 guided learning hours”.
#[must_use]
pub fn asked_in_all(qualification: &Qualification) -> Option<String> {
    let bounds = bounds_in_all(qualification)?;
    Some(bounded_quantity(bounds, qualification.measure()))
}

/// The published credit value, where there is one: “6 to 12 credits”.
#[must_use]
pub fn credit_value(qualification: &Qualification) -> Option<String> {
    let value = credits_published(qualification)?;
    Some(bounded_quantity(value, Measure::Credits))
}

fn credits_published(qualification: &Qualification) -> Option<Bounds> {
    let value = qualification.credit_value?;
    // An exact 0 was filled in because older files needed the key.
    (value.most() != Some(0)).then_some(value)
}

/// What a total is in: “Credits”, “Guided learning hours”.
#[must_use]
pub fn measure_name(measure: Measure) -> String {
    sentence(noun(2, measure))
}

/// The name of a bar for the whole: “Credits of your plan”.
#[must_use]
pub fn of_your_plan(measure: Measure) -> String {
    format!("{} of your plan", measure_name(measure))
}

/// Hours of study that are reckoned: “about 370 hours of study”. Nothing where
/// the awarding body's rule is not known, or there are none.
pub(super) fn reckoned(qualification: &Qualification, study: Hours) -> Option<String> {
    qualification.study_hours_per_credit?;
    (study.number() > 0).then(|| format!("about {} of study", hours(study.number())))
}

/// What the document publishes as Total Qualification Time, or else what is reckoned for the fewest
/// credits: “about 370 hours of study”.
#[must_use]
pub fn hours_in_all(qualification: &Qualification) -> Option<String> {
    if let Some(hours) = &qualification.published.total_qualification_time {
        return Some(format!("about {hours} hours of study"));
    }
    let credits = Credits::new(qualification.credit_value?.floor())?;
    let study = credits.study(qualification.study_hours_per_credit?);
    reckoned(qualification, study)
}

/// The rules that were judged: those that are for this learner.
pub(super) fn in_force<'a>(
    qualification: &'a Qualification,
    found: &'a Assessment,
) -> impl Iterator<Item = &'a Rule> + Clone {
    let judgements = found.judgements.iter();
    judgements.filter_map(|judgement| qualification.rule(&judgement.rule))
}

/// False where it is not known by which groups or which pathway the plan is met, so that what is missing
/// is not either.
pub(super) fn shortfalls_known(assessment: &Assessment) -> bool {
    let mut judgements = assessment.judgements.iter();
    judgements.all(|judgement| judgement.state != State::NotKnown)
}

/// How far an amount has come: “30 of at least 37 credits, 7 more”; without what is missing where that is
/// not known.
pub(super) fn line(number: u32, bounds: Option<Bounds>, measure: Measure, known: bool) -> String {
    let Some(bounds) = bounds else {
        return quantity(number, measure);
    };
    let text = counted(number, bounds, measure);
    let over = number.saturating_sub(bounds.most().unwrap_or(number));
    let short = bounds.floor().saturating_sub(number);
    if over > 0 {
        format!("{text}, {over} too many")
    } else if short > 0 && known {
        format!("{text}, {short} more")
    } else {
        text
    }
}

/// The figures of a unit in the measures that its qualification knows: “3 credits”, “8 guided learning
/// hours”. What the unit is not given is not in it.
#[must_use]
pub fn figures(qualification: &Qualification, unit: &Unit) -> Vec<(Measure, u32)> {
    let known = Measure::FIGURES
        .into_iter()
        .filter(|one| qualification.gives(*one));
    known
        .filter_map(|measure| Some((measure, unit.given(measure)?)))
        .collect()
}

/// The same in words: “3 credits”, “8 hours”.
#[must_use]
pub fn figures_in_short(qualification: &Qualification, unit: &Unit) -> Vec<String> {
    let figures = figures(qualification, unit).into_iter();
    figures
        .map(|(of, number)| super::in_short(number, of))
        .collect()
}

/// The figure of a unit that stands beside its title: the one in the qualification's own measure, or
/// else its first: “3 credits”.
pub(super) fn worth(qualification: &Qualification, unit: &Unit) -> Option<String> {
    let own = qualification.measure();
    let all = figures(qualification, unit);
    let told = all
        .iter()
        .find(|(measure, _)| *measure == own)
        .or(all.first())?;
    Some(quantity(told.1, told.0))
}

/// The figures of a unit as a plan knew them: “3 credits”, “8 guided learning hours”. Where its
/// qualification is not at hand, a 0 beside other figures is none.
#[must_use]
pub fn unit_figures(of: Option<&Qualification>, facts: &UnitSnapshot) -> Vec<String> {
    let all = Measure::FIGURES.into_iter();
    let given: Vec<(Measure, u32)> = all
        .filter_map(|measure| Some((measure, facts.given(measure)?)))
        .collect();
    let is_any = given.iter().any(|(_, figure)| *figure > 0);
    let is_told = |(measure, figure): &&(Measure, u32)| {
        *figure > 0 || of.map_or(!is_any, |of| of.gives(*measure))
    };
    let told = given.iter().filter(is_told);
    told.map(|(measure, figure)| quantity(*figure, *measure))
        .collect()
}

/// Figures in one text: “3 credits and 8 guided learning hours”.
pub(super) fn joined(figures: &[String]) -> String {
    if figures.is_empty() {
        "no figures".to_owned()
    } else {
        join(figures)
    }
}
