//! The rules of combination against `rules.csv`.

use qualification_planner::qualification::{Amount, Form, GroupId, Measure, Rule, UnitCode};

use crate::shipped;
use crate::table::{Comparison, text_of};

/// The heading that a maximum stands under: the rule's, unless its note names another row.
fn heading_of_most(rule: &Rule, most: u32) -> String {
    let elsewhere = format!("The maximum of {most} stands only in the row “");
    let note = rule.note.as_deref().unwrap_or_default();
    match note
        .split_once(&elsewhere)
        .and_then(|(_, rest)| rest.split_once('”'))
    {
        Some((heading, _)) => heading.to_owned(),
        None => rule.source.heading.clone(),
    }
}

fn codes(units: &[UnitCode]) -> String {
    let mut codes: Vec<&str> = units.iter().map(UnitCode::as_str).collect();
    codes.sort_unstable();
    codes.join(" ")
}

/// A row of `rules.csv`; what a rule does not state is empty.
#[derive(Default)]
struct Stated {
    rule: String,
    measure: &'static str,
    least: Option<u32>,
    most: Option<u32>,
    units: String,
    heading: String,
    date: String,
    instead: String,
}

fn stated(rule: &Rule) -> Vec<Stated> {
    let heading = rule.source.heading.clone();
    match &rule.form {
        Form::Amount(Amount {
            of,
            measure,
            bounds,
            ..
        }) => {
            let (name, measure) = amount_name(of.group(), *measure);
            let least = bounds.least().map(|least| Stated {
                rule: name.clone(),
                measure,
                least: Some(least),
                // One rule with two bounds cites both rows; its least is that of the first.
                heading: heading.trim_end_matches(", Credit Value").to_owned(),
                ..Stated::default()
            });
            let most = bounds.most().map(|most| Stated {
                rule: name.clone(),
                measure,
                most: Some(most),
                heading: heading_of_most(rule, most),
                ..Stated::default()
            });
            least.into_iter().chain(most).collect()
        }
        Form::Mandatory { units } => vec![Stated {
            rule: "mandatory-units".to_owned(),
            measure: "units",
            units: codes(units),
            heading,
            ..Stated::default()
        }],
        Form::Registration {
            unit,
            open_from: None,
            closed_from: Some(closed_from),
            open_if_achieved,
            instead,
        } => {
            assert!(
                open_if_achieved,
                "{}: every such row means it, says the README",
                rule.id
            );
            vec![Stated {
                rule: "closed-from".to_owned(),
                measure: "registration-date",
                units: unit.to_string(),
                // The catalogue names the mark of the note as well as its heading.
                heading: heading.trim_end_matches(", note ^").to_owned(),
                date: closed_from.to_string(),
                instead: instead
                    .as_ref()
                    .map_or_else(String::new, UnitCode::to_string),
                ..Stated::default()
            }]
        }
        // No row: it follows from the registration rule, as a test of its own shows.
        Form::Barred { .. } => Vec::new(),
        other => panic!("{}: the documents have no such rule: {other:?}", rule.id),
    }
}

#[test]
fn every_rule_is_as_its_document_states_it() {
    // A least and a most amount are two rows: see the README.
    let mut table = Comparison::with("rules.csv", &["qualification", "rule", "bound"]);
    table.derive("bound", |row| {
        if row["at_most"].is_empty() {
            "least"
        } else {
            "most"
        }
    });
    table.sort_words_of("units");
    for qualification in shipped() {
        for rule in qualification.rules.iter() {
            for stated in stated(rule) {
                table.holds([
                    ("qualification", qualification.id.to_string()),
                    ("rule", stated.rule),
                    (
                        "bound",
                        if stated.most.is_some() {
                            "most"
                        } else {
                            "least"
                        }
                        .to_owned(),
                    ),
                    ("measure", stated.measure.to_owned()),
                    ("at_least", text_of(stated.least)),
                    ("at_most", text_of(stated.most)),
                    ("units", stated.units),
                    ("document", rule.source.document.clone()),
                    ("heading", stated.heading),
                    ("date", stated.date),
                    ("instead", stated.instead),
                ]);
            }
        }
    }
    table.finish(&[]);
}

/// The names in the table of facts for what an amount bounds and how it is measured.
fn amount_name(group: Option<&GroupId>, measure: Measure) -> (String, &'static str) {
    match (group, measure) {
        (None, Measure::Credits) => ("overall-credits".to_owned(), "credits"),
        (None, Measure::Units) => ("unit-count".to_owned(), "units"),
        (Some(group), Measure::Credits) => (format!("{group}-credits"), "credits"),
        other => panic!("the documents have no rule on {other:?}"),
    }
}

#[test]
fn two_units_bar_each_other_exactly_where_one_takes_the_place_of_the_other() {
    for qualification in shipped() {
        let replaced = qualification
            .rules
            .iter()
            .filter_map(|rule| match &rule.form {
                Form::Registration {
                    unit,
                    instead: Some(instead),
                    ..
                } => Some((codes(&[unit.clone(), instead.clone()]), instead.clone())),
                _ => None,
            });
        let barred = qualification
            .rules
            .iter()
            .filter_map(|rule| match &rule.form {
                Form::Barred {
                    units,
                    most: 1,
                    counts,
                } => Some((codes(units), counts.clone()?)),
                _ => None,
            });
        let (replaced, barred): (Vec<_>, Vec<_>) = (replaced.collect(), barred.collect());
        assert_eq!(barred, replaced, "{}", qualification.id);
    }
}
