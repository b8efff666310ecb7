//! How a plan stands against one rule, in words.

use super::amount::{amount, of_share};
use super::choice::{choice, is_of_single_units, missing_by_set};
use super::line::{Line, cannot_count, kept_out, never};
use super::list::{each, joined, list};
use super::rule::whom;
use super::selection::group_title;
use super::titles::{each_title, quoted, titles};
use crate::assess::{Finding, Judgement, State};
use crate::qualification::{Bounds, Form, Qualification, UnitCode};

/// How a plan stands against one rule.
#[must_use]
pub fn judgement(qualification: &Qualification, judgement: &Judgement) -> Line {
    let told_so_far = matches!(judgement.finding, Finding::Amount { .. });
    if judgement.state == State::NotKnown && !told_so_far {
        // By another pathway, or in other groups, something else may be missing.
        return Line {
            headline: without_stop(qualification, judgement),
            detail: "Not searched whole".to_owned(),
            advice: never(judgement.state),
        };
    }
    match &judgement.finding {
        Finding::Amount { .. } => amount(qualification, judgement),
        finding @ Finding::Share { .. } => of_share(qualification, judgement.state, finding),
        Finding::Mandatory { .. } => mandatory(qualification, judgement),
        Finding::Choice {
            missing,
            closed,
            picked,
            bounds,
        } => choice(qualification, judgement, (missing, closed, picked), *bounds),
        Finding::Needs { .. } => needs(qualification, judgement),
        Finding::Condition { ticked, asked } => Line {
            headline: without_stop(qualification, judgement),
            detail: match (ticked, asked) {
                (true, _) => "Ticked",
                (false, true) => "Not ticked yet",
                (false, false) => "Not asked of this plan",
            }
            .to_owned(),
            advice: None,
        },
    }
}

/// What is to be said of a rule that is not met, where nothing stands beside it: where it stands, what
/// of it is missing by its codes, and why it cannot be met: “1 mandatory unit is missing: 8604-401”.
#[must_use]
pub fn finding(qualification: &Qualification, of: &Judgement) -> String {
    let line = judgement(qualification, of);
    let said = match &of.finding {
        // Those that are closed are named by the advice.
        Finding::Mandatory {
            missing, closed, ..
        } if missing != closed && of.state != State::NotKnown => {
            format!("{}: {}", line.headline, list(missing))
        }
        Finding::Choice {
            missing,
            closed,
            bounds,
            ..
        } if of.state != State::NotKnown
            && is_short_of_sets(qualification, of, missing, *bounds) =>
        {
            format!(
                "{}. Missing, set by set: {}",
                line.headline,
                missing_by_set(missing, closed)
            )
        }
        Finding::Condition { .. } => format!("Still to tick: {}", line.headline),
        _ => line.headline,
    };
    match line.advice {
        Some(_) if of.state == State::NotKnown => format!("{said}; what is missing is not known"),
        Some(advice) => format!("{said}. {advice}"),
        None => said,
    }
}

/// True where sets of several units are too few.
fn is_short_of_sets(
    qualification: &Qualification,
    judgement: &Judgement,
    missing: &[Vec<UnitCode>],
    bounds: Bounds,
) -> bool {
    let rule = qualification.rule(&judgement.rule).map(|rule| &rule.form);
    let is_of_sets =
        matches!(rule, Some(Form::Choice { options, .. }) if !is_of_single_units(options));
    let whole = missing.iter().filter(|units| units.is_empty()).count();
    is_of_sets && whole < bounds.floor() as usize
}

/// The rule itself, as it may stand within a sentence.
fn without_stop(qualification: &Qualification, judgement: &Judgement) -> String {
    let rule = qualification.rule(&judgement.rule);
    let text = rule.map_or_else(String::new, |rule| super::rule(qualification, rule));
    text.strip_suffix('.').unwrap_or(&text).to_owned()
}

fn mandatory(qualification: &Qualification, judgement: &Judgement) -> Line {
    let Finding::Mandatory {
        of,
        missing,
        closed,
        picked,
    } = &judgement.finding
    else {
        return Line::default();
    };
    let which = which_mandatory(qualification, judgement, |_, units| list(units));
    Line {
        headline: match missing.len() {
            0 => format!("Every mandatory unit{which} is picked"),
            1 => format!("1 mandatory unit{which} is missing"),
            left => format!("{left} mandatory units{which} are missing"),
        },
        detail: if missing.is_empty() {
            format!("{of} of {of}")
        } else {
            let units = titles(qualification, missing);
            format!("Missing: {units}{}", kept_out(picked))
        },
        advice: (!closed.is_empty()).then(|| cannot_count(qualification, closed)),
    }
}

/// Which of several rules on mandatory units this is: “ from Group A”, or else “ for Children”, or else
/// “ of 501 and 502”, as `listed` has them. Nothing where there is only one.
pub(super) fn which_mandatory(
    qualification: &Qualification,
    judgement: &Judgement,
    listed: fn(&Qualification, &[UnitCode]) -> String,
) -> String {
    let rules = qualification.rules.iter();
    let all = rules.filter_map(|rule| match &rule.form {
        Form::Mandatory { units } => Some((rule, units)),
        _ => None,
    });
    let all: Vec<_> = all.collect();
    let this = all.iter().find(|(rule, _)| rule.id == judgement.rule);
    let Some((rule, units)) = this.filter(|_| all.len() > 1) else {
        return String::new();
    };
    // The smallest group that has all of them, unless it is that of another such rule too.
    let home = |units: &[UnitCode]| {
        let groups = qualification.groups.iter();
        let homes = groups.filter(|group| units.iter().all(|code| group.units.contains(code)));
        homes.min_by_key(|group| group.units.len())
    };
    let name = home(units).map(|group| group_title(&group.title));
    let is_own = |name: &&str| {
        let same = all.iter().filter(|(_, units)| {
            let other = home(units).map(|group| group_title(&group.title));
            other == Some(*name)
        });
        same.count() == 1
    };
    if let Some(name) = name.filter(is_own) {
        return format!(" from {name}");
    }
    let same = all.iter().filter(|(other, _)| other.when == rule.when);
    match whom(qualification, &rule.when) {
        Some(whom) if same.count() == 1 => format!(" for {whom}"),
        _ => format!(" of {}", listed(qualification, units)),
    }
}

/// What a unit that counts still needs, by titles: “Coaching” needs “Mentoring”; nothing for what is found of other
/// rules, or where it has what it needs.
pub(super) fn still_needed(of: &Qualification, finding: &Finding) -> Option<String> {
    let Finding::Needs {
        unit,
        missing,
        all,
        asked: true,
        ..
    } = finding
    else {
        return None;
    };
    let word = if *all { "and" } else { "or" };
    let unit = quoted(of, std::slice::from_ref(unit)).concat();
    let needed = joined(&quoted(of, missing), word);
    (!missing.is_empty()).then(|| format!("{unit} needs {needed}"))
}

fn needs(qualification: &Qualification, judgement: &Judgement) -> Line {
    let Finding::Needs {
        unit,
        missing,
        closed,
        picked,
        all,
        asked,
    } = &judgement.finding
    else {
        return Line::default();
    };
    let word = if *all { "and" } else { "or" };
    let rule = without_stop(qualification, judgement);
    let (headline, detail) = if !asked {
        (
            rule,
            format!("Not asked of this plan: {unit} does not count"),
        )
    } else if missing.is_empty() {
        (format!("{unit} has what it needs"), rule)
    } else {
        let units = each_title(qualification, missing);
        (
            format!("{unit} needs {}", joined(&each(missing), word)),
            format!("Missing: {}{}", joined(&units, word), kept_out(picked)),
        )
    };
    Line {
        headline,
        detail,
        advice: match judgement.state {
            State::Broken if !closed.is_empty() => Some(cannot_count(qualification, closed)),
            state => never(state),
        },
    }
}
