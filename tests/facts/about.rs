//! What the documents say that units are about, and that nothing more is said in their name.

use std::collections::{BTreeMap, BTreeSet};

use super::shipped;
use super::table::Comparison;

#[test]
fn the_subjects_are_the_areas_that_the_document_names_and_what_is_ours_of_them_is_marked() {
    let mut table = Comparison::with("subjects.csv", &["suite", "position"]);
    let mut told = BTreeMap::new();
    for one in shipped() {
        let about = one.about().unwrap();
        let subjects = about.subjects.iter();
        let cells = subjects.zip(1..).map(|(subject, position)| {
            let ours = (subject.ours.subject, subject.ours.label, subject.ours.units);
            assert_eq!(ours, (false, true, true), "{}", subject.label);
            [
                ("suite", one.suite.clone()),
                ("position", position.to_string()),
                ("title", subject.title.clone().unwrap()),
                ("document", one.source.document.clone()),
                ("heading", subject.heading.clone()),
            ]
        });
        let cells: Vec<_> = cells.collect();
        let first = told
            .entry(one.suite.clone())
            .or_insert_with(|| cells.clone());
        assert_eq!(*first, cells, "{} is not as its suite", one.id);
    }
    for cells in told.into_values().flatten() {
        table.holds(cells);
    }
    table.finish(&[]);
}

/// There is a line for each criterion: what it says is restated, so its words are in no table.
#[test]
fn what_a_unit_covers_is_said_where_its_document_has_it_and_of_no_other_unit() {
    let mut lines = BTreeMap::new();
    for one in shipped() {
        let units = one.units.iter().filter_map(|unit| {
            let covers = one.about()?.unit(&unit.code)?.covers.as_ref()?;
            Some((unit.code.to_string(), covers))
        });
        for (code, covers) in units {
            let there = (
                covers.lines.len(),
                one.source.document.clone(),
                covers.heading.clone(),
            );
            lines.insert(code, there);
        }
    }
    let mut printed = BTreeMap::new();
    for row in Comparison::with("criteria.csv", &["code", "criterion"]).printed() {
        let there = printed
            .entry(row["code"].clone())
            .or_insert_with(|| (0, row["document"].clone(), row["heading"].clone()));
        there.0 += 1;
    }
    assert_eq!(lines, printed);
}

#[test]
fn each_unit_has_a_short_name_of_its_own_and_words_to_be_found_by() {
    let mut count = BTreeSet::new();
    for one in shipped() {
        let about = one.about().unwrap();
        let mut names = BTreeSet::new();
        for unit in &one.units {
            let told = about.unit(&unit.code).unwrap();
            let name = one.short_name(&unit.code).unwrap();
            assert!(names.insert(name), "{name} in {}", one.id);
            assert_eq!(told.short_name.as_deref(), Some(name));
            assert!(name.len() <= 28, "{name} is not short");
            assert!(!told.search_words.is_empty(), "{}", unit.code);
            assert_eq!(
                told.subjects.is_empty(),
                about.subjects.is_empty(),
                "{}",
                unit.code
            );
            count.insert(unit.code.clone());
        }
    }
    assert_eq!(count.len(), 70);
}
