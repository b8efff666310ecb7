//! Where a plan stands, in one sentence: what is left of it, or what breaks it.

use super::group::group_name;
use super::judgement::still_needed;
use super::list::joined;
use super::plan_head::noun_in_short;
use super::quantity::{hours, number_in_words, sentence};
use super::row::some;
use super::selection::{group_title, place};
use super::titles::quoted;
use super::to_go::to_go;
use crate::assess::{Assessment, Finding, Judgement, State};
use crate::qualification::{Bounds, Form, Measure, Qualification, UnitCode};

/// Where a plan stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The sentence, without a full stop: “7 credits to go, at least 1 of them from Group 1”.
    pub sentence: String,
    /// What stands below it: “All three rules are met”; may be empty.
    pub more: String,
}

/// Where a plan stands, in one sentence and what belongs below it.
#[must_use]
pub fn headline(of: &Qualification, found: &Assessment) -> Headline {
    let (sentence, more) = match found.state {
        State::Met => ("Complete".to_owned(), all_met(found.judgements.len())),
        State::NotKnown => (
            "Not worked out: too many ways".to_owned(),
            undecided(
                found
                    .judgements
                    .iter()
                    .filter(|one| one.state == State::NotKnown)
                    .count(),
            ),
        ),
        State::Open => (to_go(of, found), String::new()),
        State::Broken => broken(of, found),
    };
    Headline {
        sentence: tied(of, &sentence),
        more,
    }
}

/// The same text, in which the titles of groups are not broken over two lines.
pub(super) fn tied(of: &Qualification, text: &str) -> String {
    let titles = of.groups.iter().map(|group| group_title(&group.title));
    titles.fold(text.to_owned(), |text, title| {
        let name = group_name(title);
        if name == title {
            text
        } else {
            text.replace(title, &name)
        }
    })
}

/// The same in one line, for a plan among others: “Complete, 43 hours”, “7 credits to go”.
#[must_use]
pub fn headline_in_short(of: &Qualification, found: &Assessment) -> String {
    let sentence = headline(of, found).sentence;
    let taught = found.counted.hours.number();
    if found.state != State::Met || taught == 0 || of.measure() == Measure::Hours {
        return sentence;
    }
    format!("{sentence}, {}", hours(taught))
}

fn all_met(rules: usize) -> String {
    match rules {
        0 => String::new(),
        1 => "Its rule is met".to_owned(),
        2 => "Both rules are met".to_owned(),
        rules => format!("All {} rules are met", number_in_words(rules)),
    }
}

fn undecided(rules: usize) -> String {
    match rules {
        0 => "Whether all rules can be met together is still undecided.".to_owned(),
        1 => "One rule is still undecided.".to_owned(),
        rules => format!(
            "{} rules are still undecided.",
            sentence(&number_in_words(rules))
        ),
    }
}

/// The worst of the broken rules, with its value and limit, and how many more there are.
fn broken(of: &Qualification, found: &Assessment) -> (String, String) {
    let rules = found.judgements.iter();
    let mut rules: Vec<&Judgement> = rules.filter(|one| one.state == State::Broken).collect();
    rules.sort_by_key(|one| std::cmp::Reverse(too_much(one)));
    let Some(worst) = rules.first() else {
        let which = super::collision(of, found).unwrap_or_default();
        return (super::CANNOT_ALL_BE_MET.to_owned(), which);
    };
    let more = match rules.len() {
        1 => String::new(),
        2 => "and 1 more rule".to_owned(),
        all => format!("and {} more rules", all - 1),
    };
    (broken_rule(of, worst), more)
}

/// How much of an amount is above its most.
fn too_much(judgement: &Judgement) -> u32 {
    match &judgement.finding {
        Finding::Amount {
            counted, bounds, ..
        } => counted.saturating_sub(bounds.most().unwrap_or(*counted)),
        _ => 0,
    }
}

fn broken_rule(of: &Qualification, judgement: &Judgement) -> String {
    let (selection, measure, counted, bounds, reachable, subjects, given_up) =
        match &judgement.finding {
            Finding::Amount {
                of: selection,
                measure,
                counted,
                bounds,
                reachable,
                subjects,
                given_up,
            } => (
                selection, measure, counted, bounds, reachable, subjects, given_up,
            ),
            Finding::Mandatory {
                missing, closed, ..
            } => return broken_mandatory(of, missing, closed),
            Finding::Choice {
                missing, bounds, ..
            } => return broken_choice(of, judgement, missing, *bounds),
            other => {
                let needed = still_needed(of, other);
                let needed = needed.map(|said| format!("{said}, which cannot count in this plan"));
                return needed.unwrap_or_else(|| super::judgement(of, judgement).headline);
            }
        };
    if subjects.is_some() || *given_up {
        return super::judgement(of, judgement).headline;
    }
    let all = noun_in_short(2, *measure);
    let what = match selection.group().and_then(|id| of.group(id)) {
        Some(group) => format!("{} {all}", group_title(&group.title)),
        None if selection.is_all() => all.to_owned(),
        None => format!("{all} {}", place(of, selection)),
    };
    match bounds.most().filter(|most| counted > most) {
        Some(0) => format!("No {what} may be chosen: {counted} too many"),
        Some(most) => format!("Too many {what}: {counted}, limit {most}"),
        None => match reachable.filter(|most| *most < bounds.floor()) {
            Some(reachable) => format!(
                "Not enough {what} are open to you: {reachable}, at least {} needed",
                bounds.floor()
            ),
            None => format!(
                "Not enough {what}: {counted}, at least {} needed",
                bounds.floor()
            ),
        },
    }
}

/// Which mandatory units cannot count.
fn broken_mandatory(of: &Qualification, missing: &[UnitCode], closed: &[UnitCode]) -> String {
    let (units, cannot) = match (closed, missing) {
        ([], [_]) => (missing, "cannot count"),
        ([], _) => (missing, "cannot all count"),
        _ => (closed, "cannot count"),
    };
    let are = if units.len() == 1 { "is" } else { "are" };
    format!(
        "{} {are} mandatory and {cannot} in this plan",
        titles_of_some(of, units)
    )
}

/// The titles of units in quotation marks; of many the first, and how many there are beside it.
fn titles_of_some(of: &Qualification, units: &[UnitCode]) -> String {
    match units {
        [first, rest @ ..] if rest.len() > 1 => {
            let first = quoted(of, std::slice::from_ref(first)).concat();
            format!("{first} and {} others", rest.len())
        }
        few => joined(&quoted(of, few), "and"),
    }
}

/// Of which units too many or too few can count.
fn broken_choice(
    of: &Qualification,
    judgement: &Judgement,
    missing: &[Vec<UnitCode>],
    bounds: Bounds,
) -> String {
    let options = match of.rule(&judgement.rule).map(|rule| &rule.form) {
        Some(Form::Choice { options, .. }) => options.as_slice(),
        _ => &[],
    };
    let units = options.concat();
    let what = if units.len() == options.len() {
        format!("of {}", some(of, &units))
    } else {
        "sets of units".to_owned()
    };
    let whole = missing.iter().filter(|units| units.is_empty()).count();
    let whole = u32::try_from(whole).unwrap_or(u32::MAX);
    match bounds.most().filter(|most| whole > *most) {
        Some(most) => format!("Too many {what}: {whole}, limit {most}"),
        None => format!(
            "Not enough {what} can count: {whole}, at least {} needed",
            bounds.floor()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_rules_are_written_out() {
        assert_eq!(all_met(0), "");
        assert_eq!(all_met(2), "Both rules are met");
        assert_eq!(all_met(3), "All three rules are met");
        assert_eq!(all_met(13), "All 13 rules are met");
        assert_eq!(undecided(2), "Two rules are still undecided.");
    }
}
