//! How a plan stands against so much of something, in all or for each subject, and against a share.

use super::line::{Line, never};
use super::list::{join, list};
use super::quantity::{bounded_quantity, counted, noun, quantity, sentence};
use super::selection::{place, share};
use crate::assess::{Finding, Judgement, OfSubject, State};
use crate::qualification::{Bounds, Measure, Qualification, Surplus};

/// What is said of a floor that holds only where something of it is taken.
const TOO_FEW_IF_USED: &str = ": too few where any is taken; take more, or none";

pub(super) fn amount(qualification: &Qualification, judgement: &Judgement) -> Line {
    let Finding::Amount {
        of,
        measure,
        counted: number,
        bounds,
        reachable,
        subjects,
        given_up,
    } = &judgement.finding
    else {
        return Line::default();
    };
    let place = place(qualification, of);
    let advice = match reachable.filter(|reachable| *reachable < bounds.floor()) {
        Some(reachable) => Some(format!(
            "The units open to you give {} at most.",
            quantity(reachable, *measure)
        )),
        None => never(judgement.state),
    };
    if let Some(subjects) = subjects {
        let place = if of.is_all() { "" } else { &place };
        return Line {
            advice,
            ..each_subject(subjects, place, *measure, *bounds, judgement.state)
        };
    }
    let over = number.saturating_sub(bounds.most().unwrap_or(*number));
    let short = bounds.floor().saturating_sub(*number);
    if bounds.most() == Some(0) {
        return Line {
            advice,
            ..none(qualification, judgement, &place, *measure, *number)
        };
    }
    let headline = if over > 0 {
        format!("{} too many {place}", quantity(over, *measure))
    } else if short > 0 && *given_up {
        format!("{} {place}{TOO_FEW_IF_USED}", quantity(*number, *measure))
    } else if short > 0 && judgement.state == State::NotKnown {
        format!("{} {place} so far", quantity(*number, *measure))
    } else if short > 0 && judgement.state != State::Met {
        format!(
            "{} {place}",
            missing(*number, short, *measure, judgement.state)
        )
    } else if short > 0 {
        format!("Nothing needed {place}: none of it is used")
    } else {
        enough(&place, *measure, *bounds)
    };
    Line {
        headline,
        detail: format!("{} {place}", counted(*number, *bounds, *measure)),
        advice,
    }
}

/// What is missing, as far as that is known: “7 more credits”.
fn missing(number: u32, short: u32, measure: Measure, state: State) -> String {
    match state {
        State::NotKnown => format!("{} so far", quantity(number, measure)),
        State::Broken => format!("{} too few", quantity(short, measure)),
        State::Met | State::Open => format!("{short} more {}", noun(short, measure)),
    }
}

/// What is said of an amount that is within its bounds.
fn enough(place: &str, measure: Measure, bounds: Bounds) -> String {
    let all = noun(2, measure);
    match place.strip_prefix("from ") {
        _ if bounds.least().is_some() => format!("Enough {all} {place}"),
        Some(group) => format!("Within the limit for {group}"),
        None => format!("Within the limit for {all} {place}"),
    }
}

/// Where nothing may be taken, or nothing counts.
fn none(
    qualification: &Qualification,
    judgement: &Judgement,
    place: &str,
    measure: Measure,
    number: u32,
) -> Line {
    let all = noun(2, measure);
    let rule = qualification.rule(&judgement.rule);
    let amount = rule.and_then(|rule| rule.form.amount());
    let may_be_taken = amount.is_some_and(|one| one.surplus == Surplus::NotCounted);
    let (headline, detail) = if number > 0 {
        (
            format!("{} too many {place}", quantity(number, measure)),
            format!("{} {place}; none may be taken", quantity(number, measure)),
        )
    } else if may_be_taken {
        (
            format!("Nothing {place} counts"),
            sentence(&format!("{all} {place} may be taken, and are not counted")),
        )
    } else {
        (
            format!("Nothing {place}, where nothing may be taken"),
            format!("0 {all} {place}"),
        )
    };
    Line {
        headline,
        detail,
        advice: None,
    }
}

/// Bounds that are for each subject: every subject that is above or below them, by its name.
fn each_subject(
    subjects: &[OfSubject],
    place: &str,
    measure: Measure,
    bounds: Bounds,
    state: State,
) -> Line {
    let place = if place.is_empty() {
        String::new()
    } else {
        format!("{place} ")
    };
    let over: Vec<&OfSubject> = subjects.iter().filter(|one| one.over > 0).collect();
    let short: Vec<&OfSubject> = subjects.iter().filter(|one| one.short > 0).collect();
    let mut parts = alike(&over, |one| {
        (
            format!("{} too many {place}", quantity(one.over, measure)),
            "",
        )
    });
    parts.extend(alike(&short, |one| {
        if one.given_up {
            let counted = quantity(one.counted, measure);
            (format!("{counted} {place}"), TOO_FEW_IF_USED)
        } else {
            let missing = missing(one.counted, one.short, measure, state);
            (format!("{missing} {place}"), "")
        }
    }));
    let stands = |one: &&OfSubject| {
        let units = if one.units.is_empty() {
            String::new()
        } else {
            format!(" ({})", list(&one.units))
        };
        let counted = counted(one.counted, bounds, measure);
        format!("“{}”: {counted}{units}", one.subject)
    };
    if parts.is_empty() {
        let used = subjects.iter().filter(|one| one.counted > 0);
        let used: Vec<String> = used
            .map(|one| format!("{} in “{}”", one.counted, one.subject))
            .collect();
        let asked = bounded_quantity(bounds, measure);
        let asked = sentence(&format!("{asked} {place}in each subject"));
        return Line {
            headline: enough(&format!("{place}in each subject"), measure, bounds),
            detail: if used.is_empty() {
                asked
            } else {
                format!("{asked}: {}", join(&used))
            },
            advice: None,
        };
    }
    let out: Vec<String> = over.iter().chain(&short).map(stands).collect();
    Line {
        headline: parts.join("; "),
        detail: out.join("; "),
        advice: None,
    }
}

/// What is said of several subjects, those of which the same is said named together.
fn alike(
    subjects: &[&OfSubject],
    said: impl Fn(&OfSubject) -> (String, &'static str),
) -> Vec<String> {
    let mut all: Vec<((String, &str), Vec<String>)> = Vec::new();
    for one in subjects {
        let (words, name) = (said(one), format!("“{}”", one.subject));
        match all.iter_mut().find(|(known, _)| *known == words) {
            Some((_, names)) => names.push(name),
            None => all.push((words, vec![name])),
        }
    }
    let all = all.into_iter();
    all.map(|((before, after), names)| match names.as_slice() {
        [one] => format!("{before}in the subject {one}{after}"),
        several => format!("{before}in each of the subjects {}{after}", join(several)),
    })
    .collect()
}

/// A share with how much there is of it, and how much there has to be or may be.
pub(super) fn of_share(qualification: &Qualification, state: State, finding: &Finding) -> Line {
    let Finding::Share {
        of,
        out_of,
        measure,
        part,
        whole,
        least,
        most,
    } = finding
    else {
        return Line::default();
    };
    let rule = share(qualification, (of, out_of), *measure, (*least, *most));
    let all = quantity(*whole, *measure);
    let needed = least.map(|least| least.least_of(*whole));
    let allowed = most.map(|most| most.most_of(*whole));
    let least = needed.map(|needed| match needed {
        1 => "at least 1 has to be".to_owned(),
        needed => format!("at least {needed} have to be"),
    });
    let most = allowed.map(|allowed| match allowed {
        0 => "none may be".to_owned(),
        allowed => format!("at most {allowed} may be"),
    });
    let is_short = needed.is_some_and(|needed| *part < needed);
    let is_over = allowed.is_some_and(|allowed| *part > allowed);
    let headline = match (
        least.as_ref().filter(|_| is_short),
        most.as_ref().filter(|_| is_over),
    ) {
        _ if *whole < *part => format!("{rule}: {part} against {whole}"),
        (Some(asked), _) | (None, Some(asked)) => {
            let are = if *part == 1 { "is" } else { "are" };
            format!("{rule}: {part} of {whole} {are}, and {asked}")
        }
        (None, None) => rule,
    };
    let asked: Vec<String> = least.into_iter().chain(most).collect();
    let detail = if *whole == 0 || is_short || is_over {
        format!("{part} of {all}")
    } else {
        format!("{part} of {all}; {}", join(&asked))
    };
    Line {
        headline,
        detail,
        advice: never(state),
    }
}
