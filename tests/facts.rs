//! The shipped catalogue against the tables of facts in `tests/facts`, which somebody made from
//! the documents without looking at the catalogue. See `tests/facts/README.md`.

#[path = "facts/about.rs"]
mod about;
#[path = "facts/hours.rs"]
mod hours;
#[path = "facts/rules.rs"]
mod rules;
#[path = "facts/table.rs"]
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use qualification_planner::catalogue::{Catalogue, SHIPPED};
use qualification_planner::qualification::{
    Bounds, Group, Measure, Qualification, QualificationId, Size, UnitCode,
};
use qualification_planner::reading::{Node, parse};
use table::{Comparison, text_of};

fn shipped() -> Vec<Arc<Qualification>> {
    Catalogue::shipped().qualifications().cloned().collect()
}

fn qualification(id: &str) -> Arc<Qualification> {
    let id = QualificationId::new(id).unwrap();
    Catalogue::shipped().qualification(&id).unwrap().clone()
}

fn size_mark(sizes: &[Size]) -> String {
    let names: Vec<&str> = sizes.iter().map(Size::name).collect();
    match names.as_slice() {
        [] => String::new(),
        names => format!("{} only", names.join(" and ")),
    }
}

/// The heading of a group as printed: none where the document prints none and the catalogue had
/// to find a name of its own.
fn printed_group(qualification: &Qualification, group: &Group) -> String {
    match qualification.suite.as_str() {
        "8617" => String::new(),
        _ => group.title.clone(),
    }
}

#[test]
fn every_unit_is_as_the_documents_print_it() {
    let mut table = Comparison::with("units.csv", &["code"]);
    let mut units = BTreeMap::new();
    for qualification in shipped() {
        for group in &qualification.groups {
            for code in group.units.iter().chain(&group.closed_units) {
                let unit = qualification.unit(code).unwrap();
                let cells = [
                    ("code", code.to_string()),
                    ("title", unit.title.clone()),
                    ("level", unit.level.unwrap().to_string()),
                    ("credits", unit.amount(Measure::Credits).to_string()),
                    (
                        "guided_learning_hours",
                        unit.amount(Measure::Hours).to_string(),
                    ),
                    ("note", size_mark(&unit.sizes)),
                    ("suite", qualification.suite.clone()),
                    ("group", printed_group(&qualification, group)),
                    ("document", qualification.source.document.clone()),
                ];
                let first = units.entry(code.clone()).or_insert_with(|| cells.clone());
                assert_eq!(*first, cells, "{code} is not the same in every size");
            }
        }
    }
    for cells in units.into_values() {
        table.holds(cells);
    }
    table.finish(&["heading"]);
}

#[test]
fn every_qualification_is_as_its_document_describes_it() {
    let mut table = Comparison::with("qualifications.csv", &["id"]);
    for qualification in shipped() {
        let hours = |bounds: Bounds| {
            assert!(bounds.most().is_none() || bounds.most() == bounds.least());
            (text_of(bounds.least()), bounds.most().is_none().to_string())
        };
        let (induction_hours, induction_at_least) = hours(qualification.induction);
        let (tutorial_hours, tutorial_at_least) = hours(qualification.tutorial_support);
        // One document prints a total that includes both, the others a bare number or none.
        let published = &qualification.published;
        let glh = published.guided_learning.clone().unwrap_or_default();
        let (glh, overall) = if qualification.unit_hours_include_support {
            (String::new(), glh)
        } else {
            (glh, String::new())
        };
        table.holds([
            ("id", qualification.id.to_string()),
            ("suite", qualification.suite.clone()),
            (
                "accreditation_number",
                qualification.accreditation_number.clone(),
            ),
            ("title", qualification.title.clone()),
            ("level", qualification.level.unwrap().to_string()),
            ("size", qualification.size.name().to_owned()),
            (
                "operational_start",
                qualification
                    .operational_start
                    .map(|start| start.to_string())
                    .unwrap_or_default(),
            ),
            (
                "credits_at_least",
                text_of(qualification.credit_value.and_then(Bounds::least)),
            ),
            (
                "credits_at_most",
                text_of(qualification.credit_value.and_then(Bounds::most)),
            ),
            ("induction_hours", induction_hours),
            ("induction_at_least", induction_at_least),
            ("tutorial_hours", tutorial_hours),
            ("tutorial_at_least", tutorial_at_least),
            ("guided_learning_hours_as_published", glh),
            (
                "average_guided_learning_hours",
                published
                    .average_guided_learning
                    .clone()
                    .unwrap_or_default(),
            ),
            (
                "total_qualification_time",
                published
                    .total_qualification_time
                    .clone()
                    .unwrap_or_default(),
            ),
            ("overall_hours_published", overall),
            ("duration_years", text_of(qualification.completion_years)),
            (
                "post_nominals",
                qualification.post_nominals.clone().unwrap_or_default(),
            ),
            ("document", qualification.source.document.clone()),
            ("heading", qualification.source.heading.clone()),
        ]);
    }
    table.finish(&["credits_as_published"]);
}

#[test]
fn the_bounds_of_the_credit_value_are_those_in_the_words_of_the_documents() {
    for row in Comparison::with("qualifications.csv", &["id"]).printed() {
        let words = row["credits_as_published"].to_lowercase();
        let number = |after: &str| -> Option<u32> {
            let rest = words.split_once(after)?.1;
            rest.split_whitespace().next()?.parse().ok()
        };
        let exactly = words
            .strip_suffix(" credits")
            .and_then(|number| number.parse().ok());
        let (least, most) = (
            number("minimum ").or(exactly),
            number("maximum ").or(exactly),
        );
        let found = (
            row["credits_at_least"].clone(),
            row["credits_at_most"].clone(),
        );
        assert_eq!(
            found,
            (text_of(least), text_of(most)),
            "{}: {words}",
            row["id"]
        );
    }
}

#[test]
fn a_qualification_takes_the_units_that_its_rule_names_and_no_others() {
    let mut table = Comparison::with("membership.csv", &["qualification", "group", "code"]);
    for qualification in shipped() {
        for group in &qualification.groups {
            for code in &group.units {
                table.holds([
                    ("qualification", qualification.id.to_string()),
                    ("group", printed_group(&qualification, group)),
                    ("code", code.to_string()),
                    ("document", qualification.source.document.clone()),
                ]);
            }
        }
    }
    table.finish(&["heading"]);
}

#[test]
fn a_unit_that_a_document_lists_but_a_rule_leaves_out_is_shown_closed_in_its_group() {
    let printed = Comparison::with("units.csv", &["code"]);
    for qualification in shipped() {
        for group in &qualification.groups {
            let title = printed_group(&qualification, group);
            let expected: BTreeSet<&str> = printed
                .printed()
                .filter(|row| row["suite"] == qualification.suite && row["group"] == title)
                .map(|row| row["code"].as_str())
                .collect();
            let shown = group.units.iter().chain(&group.closed_units);
            let actual: BTreeSet<&str> = shown.map(UnitCode::as_str).collect();
            assert_eq!(actual, expected, "{} {}", qualification.id, group.id);
        }
        for unit in qualification
            .units
            .iter()
            .filter(|unit| !unit.sizes.is_empty())
        {
            // Group 2 is no part of the Award: there is nothing to show closed.
            let open = qualification.group_of(&unit.code).is_some();
            assert_eq!(
                open,
                unit.sizes.contains(&qualification.size),
                "{}",
                unit.code
            );
        }
    }
}

/// The lists of units as the rules of 8607 print them, from qualification, group and text.
const PRINTED_RANGES: [(&str, &str, &str); 5] = [
    (
        "8607-award",
        "Group 1",
        "501 - 520, 522, 523, 525-530, 533, 550",
    ),
    ("8607-certificate", "Group 1", "501-530, 533, 550"),
    ("8607-certificate", "Group 2", "601, 400-408, 410-425, 427"),
    ("8607-diploma", "Group 1", "501-531, 533, 550"),
    ("8607-diploma", "Group 2", "400-427, 601"),
];

#[test]
fn the_ranges_in_the_rules_name_the_units_of_the_table() {
    let table = Comparison::with("membership.csv", &["qualification", "group", "code"]);
    for (id, group, ranges) in PRINTED_RANGES {
        let mut expected = BTreeSet::new();
        for range in ranges.split(',') {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let number = |text: &str| text.trim().parse::<u32>().unwrap();
            expected.extend((number(first)..=number(last)).map(|unit| format!("8607-{unit}")));
        }
        let actual: BTreeSet<String> = table
            .printed()
            .filter(|row| row["qualification"] == id && row["group"] == group)
            .map(|row| row["code"].clone())
            .collect();
        assert_eq!(actual, expected, "{id} {group}");
    }
}

#[test]
fn every_qualification_leads_where_its_document_says_in_that_order() {
    let mut table = Comparison::with("progression.csv", &["qualification", "position"]);
    for qualification in shipped() {
        for (index, title) in qualification.progression.iter().enumerate() {
            table.holds([
                ("qualification", qualification.id.to_string()),
                ("position", (index + 1).to_string()),
                ("title", title.clone()),
                ("document", qualification.source.document.clone()),
            ]);
        }
    }
    table.finish(&["heading"]);
}

#[test]
fn the_counts_are_those_of_the_documents() {
    assert_eq!(shipped().len(), 7);

    // Units written down in the files, whether or not a group names them.
    let written: BTreeMap<&str, usize> = SHIPPED
        .iter()
        .map(|(name, text)| {
            let Ok(Node::Object(file)) = parse(text, text.len()) else {
                panic!("{name} is no object");
            };
            let units = file.iter().find(|(key, _)| key == "units");
            let Some((_, Node::List(units))) = units else {
                panic!("{name} has no list of units");
            };
            (*name, units.len())
        })
        .collect();
    let expected = [
        ("8603.json", 3),
        ("8604.json", 2),
        ("8607.json", 33 + 29),
        ("8609.json", 2),
        ("8617.json", 1),
    ];
    assert_eq!(written, expected.into());
    assert_eq!(written.values().sum::<usize>(), 70);

    for (id, sizes) in [
        ("8617-award", &[1][..]),
        ("8609-award", &[2]),
        ("8604-award", &[2]),
        ("8607-award", &[30]),
        ("8607-certificate", &[32, 27]),
        ("8607-diploma", &[33, 29]),
        ("8603-certificate", &[3]),
    ] {
        let qualification = qualification(id);
        let actual: Vec<usize> = qualification
            .groups
            .iter()
            .map(|group| group.units.len())
            .collect();
        assert_eq!(actual, sizes, "{id}");
    }
}
