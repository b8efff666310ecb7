//! The rules of everybody in one line, under the title of a qualification.

use super::group::asked_in_short;
use super::headline::tied;
use super::quantity::{bounded, bounded_quantity, sentence};
use super::rule_line::of_some;
use super::selection::{Share, place};
use super::to_go::small;
use crate::qualification::{Amount, Form, Qualification, Rule};

/// The most letters of the line, but for what says that there is more.
const LONGEST: usize = 95;

/// The rules that everybody has to meet, in one line: “13 to 36 credits, at least 7 from Group 1, at most 6 from
/// Group 2”. As many stand there as there is room for, and how many there are beside them.
#[must_use]
pub fn rules_in_one_line(of: &Qualification) -> String {
    let (mut amounts, mut others) = (Vec::new(), Vec::new());
    for rule in of.rules_for_all() {
        match (&rule.form, in_short(of, &rule.form)) {
            (_, None) => {}
            (Form::Amount(_) | Form::Mandatory { .. }, Some(said)) => amounts.push(said),
            (_, Some(said)) => others.push(said),
        }
    }
    let all: Vec<String> = amounts.into_iter().chain(others).collect();
    let mut line = String::new();
    let mut more = 0;
    for said in &all {
        let length = line.chars().count() + said.chars().count();
        if line.is_empty() {
            line.clone_from(said);
        } else if more == 0 && length <= LONGEST {
            line = format!("{line}, {said}");
        } else {
            more += 1;
        }
    }
    match more {
        0 => {}
        1 => line.push_str(" and 1 more rule"),
        more => line = format!("{line} and {more} more rules"),
    }
    let asks_more = |rule: &&Rule| !rule.when.pathways.is_empty() || !rule.when.nations.is_empty();
    if let Some(rule) = of.rules.iter().find(asks_more) {
        let by = if rule.when.pathways.is_empty() {
            "nation"
        } else {
            "pathway"
        };
        line = match line.as_str() {
            "" => format!("Depends on the {by}"),
            _ => format!("{line}, more by {by}"),
        };
    }
    if line.is_empty() {
        line = super::asked_in_all(of).unwrap_or_default();
    }
    tied(of, &sentence(&line))
}

/// What a rule asks for; nothing where it only says which units count.
fn in_short(of: &Qualification, form: &Form) -> Option<String> {
    match form {
        Form::Amount(amount) => Some(amount_in_short(of, amount)),
        Form::Mandatory { units } => Some(match units.len() {
            1 => "1 mandatory unit".to_owned(),
            all if all == of.units.len() => format!("all {all} units"),
            some => format!("{some} mandatory units"),
        }),
        Form::Share {
            of: part,
            out_of,
            measure,
            least,
            most,
        } => {
            let share = Share::new(of, (part, out_of), *measure, (*least, *most));
            let verb = if share.part.starts_with("from ") {
                "to be "
            } else {
                ""
            };
            Some(format!(
                "{} {} {verb}{}",
                share.bounds, share.whole, share.part
            ))
        }
        Form::Choice { options, bounds } => {
            let of_what = if options.iter().all(|units| units.len() == 1) {
                "named units"
            } else {
                "sets of units"
            };
            let bounds = bounded(*bounds);
            Some(format!("{bounds} of {} {of_what}", options.len()))
        }
        other => {
            let (text, only) = of_some(of, other)?;
            let said = if only.is_empty() {
                text
            } else {
                format!("{text} {only}")
            };
            let is_text = matches!(other, Form::Condition { .. });
            Some(if is_text { small(&said) } else { said })
        }
    }
}

fn amount_in_short(of: &Qualification, amount: &Amount) -> String {
    let bounds = amount.bounds;
    let selection = place(of, &amount.of);
    let of_whole = of.is_whole(amount);
    let mut said = if of_whole || amount.each_subject && amount.of.is_all() {
        asked_in_short((amount.measure, bounds))
    } else if bounds.most() == Some(0) {
        format!("nothing {selection}")
    } else if amount.measure == of.measure() {
        format!("{} {selection}", bounded(bounds))
    } else {
        format!("{} {selection}", bounded_quantity(bounds, amount.measure))
    };
    if amount.each_subject {
        said.push_str(" in each subject");
    }
    if amount.if_used {
        said.push_str(" if any are chosen");
    }
    said
}
