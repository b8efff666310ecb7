//! What stands in the row of a unit.

use std::sync::Arc;

use qualification_planner::editor::{
    Columns, FigureView, RowView, UnitList, UnitView, achieving_opens, note_id, row_id,
    taken_instead,
};
use qualification_planner::plan::{Action, Progress};

use crate::support::{Learner, code, learner, learner_of};

/// The fixed part of the row of a unit.
fn view(learner: &Learner, unit: &str) -> UnitView {
    let of = &learner.qualification;
    Columns::new(of).unit(of, of.unit(&code(unit)).unwrap())
}

/// What is read aloud behind its title.
fn read(learner: &Learner, unit: &str) -> String {
    let of = &learner.qualification;
    Columns::new(of).read(of.unit(&code(unit)).unwrap())
}

fn heads(learner: &Learner) -> Vec<&'static str> {
    Columns::new(&learner.qualification).heads().collect()
}

fn figures(view: &UnitView) -> Vec<String> {
    let told = |one: &Option<FigureView>| {
        one.map_or_else(String::new, |one| format!("{} {}", one.number, one.noun))
    };
    view.figures.iter().map(told).collect()
}

#[test]
fn a_unit_has_its_title_code_level_and_figures_of_the_document() {
    let diploma = learner("8607-diploma");
    let unit = diploma.qualification.unit(&code("8607-501")).unwrap();
    let view = view(&diploma, "8607-501");
    assert_eq!(view.title, unit.title);
    assert_eq!(
        (view.short_code.as_str(), view.code.as_str()),
        ("501", "8607-501")
    );
    assert_eq!(view.level, "Level 5");
    assert_eq!(heads(&diploma), ["Credits", "Hours"]);
    assert_eq!(figures(&view), ["3 credits", "8 hours"]);
    assert_eq!(
        read(&diploma, "8607-501"),
        "8607-501, Level 5, 3 credits, 8 guided learning hours."
    );
}

#[test]
fn every_figure_that_is_shown_is_read_out_too() {
    for id in ["8607-diploma", "8603-certificate", "8617-award"] {
        let learner = learner(id);
        for unit in &learner.qualification.units {
            let view = view(&learner, unit.code.as_str());
            assert_eq!(view.figures.len(), 2, "{}", unit.code);
            for figure in view.figures.iter().flatten() {
                let number = format!(", {} ", figure.number);
                let read = read(&learner, unit.code.as_str());
                assert!(read.contains(&number), "{}", unit.code);
            }
        }
    }
}

#[test]
fn a_level_that_all_units_have_is_said_in_no_row() {
    assert_eq!(view(&learner("8617-award"), "8617-703").level, "");
    let read = read(&learner("8617-award"), "8617-703");
    assert!(!read.contains("Level"), "{read}");
}

#[test]
fn codes_that_begin_in_several_ways_are_shown_whole() {
    let award = learner_of("catalogues/small.json", "small-award");
    assert_eq!(view(&award, "A-3").short_code, "A-3");
}

#[test]
fn a_unit_that_is_for_some_sizes_only_is_read_so() {
    let award = learner_of("catalogues/small.json", "small-award");
    let read = read(&award, "A-3");
    assert!(read.starts_with("A-3, Level 4, Diploma only, "), "{read}");
}

#[test]
fn figures_are_in_the_measures_that_the_qualification_knows() {
    let wheel = learner_of("catalogues/whole/other-measures.json", "wheel");
    assert_eq!(heads(&wheel), ["Hours"]);
    let unit = &wheel.qualification.units[0];
    let view = view(&wheel, unit.code.as_str());
    assert!(figures(&view)[0].ends_with(" hours"), "{view:?}");
}

/// The row of a unit in the list.
fn listed(learner: &Learner, unit: &str) -> RowView {
    let mut list = UnitList::new(Arc::clone(&learner.qualification));
    learner.sees(|current| list.update(&current));
    let place = learner.qualification.unit_index(&code(unit)).unwrap();
    list.row(place).unwrap().clone()
}

fn note(learner: &Learner, unit: &str) -> String {
    listed(learner, unit).note
}

#[test]
fn a_row_says_why_its_unit_is_closed_and_when_it_is_picked_that_it_is_not_counted() {
    let mut diploma = learner("8607-diploma");
    assert_eq!(note(&diploma, "8607-530"), "Replaced by 550 on 1 July 2020");
    diploma.pick(&["8607-530"]);
    assert_eq!(
        note(&diploma, "8607-530"),
        "Replaced by 550 on 1 July 2020. Not counted"
    );
    assert_eq!(note(&diploma, "8607-501"), "");
    let mut certificate = learner("8607-certificate");
    assert_eq!(note(&certificate, "8607-409"), "Diploma only");
    assert_eq!(note(&certificate, "8607-531"), "Not in the Certificate");
    certificate.pick(&["8607-409"]);
    assert_eq!(note(&certificate, "8607-409"), "Diploma only. Not counted");
    let award = learner("8607-award");
    assert_eq!(note(&award, "8607-521"), "Certificate and Diploma only");
}

#[test]
fn a_row_says_which_other_pick_keeps_its_unit_from_counting() {
    let mut diploma = learner("8607-diploma");
    diploma.register("2020-06-30");
    diploma.pick(&["8607-530"]);
    assert_eq!(note(&diploma, "8607-550"), "Would count instead of 530");
    diploma.pick(&["8607-550"]);
    assert_eq!(
        note(&diploma, "8607-530"),
        "Not counted: you also chose 550, which replaced it"
    );
    diploma.act(Action::Remove(code("8607-530")));
    assert_eq!(
        note(&diploma, "8607-530"),
        "Would not count: you chose 550, which replaced it"
    );
}

#[test]
fn a_unit_that_opens_later_says_for_whom_it_is_and_what_there_is_before() {
    let later = |instead: &str| {
        crate::support::changed("catalogues/small.json", "small-diploma", |text| {
            let closed = r#""unit": "A-1", "closed_from": "2025-01-01""#;
            let later = format!(r#""unit": "A-1", "open_from": "2030-01-01"{instead}"#);
            text.replace(closed, &later)
        })
    };
    assert_eq!(
        note(&later(r#", "instead": "A-2""#), "A-1"),
        "For registrations from 1 January 2030, before that A-2"
    );
    assert_eq!(
        note(&later(""), "A-1"),
        "For registrations from 1 January 2030"
    );
}

#[test]
fn a_picked_unit_counts_in_a_group_or_does_not_count() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-530", "8607-501", "8607-601"]);
    let counting = |unit| {
        let row = listed(&diploma, unit);
        (row.is_picked, row.counts(), row.group)
    };
    assert_eq!(counting("8607-501"), (true, true, Some(0)));
    assert_eq!(counting("8607-601"), (true, true, Some(1)));
    assert_eq!(counting("8607-530"), (true, false, None));
    assert_eq!(counting("8607-502"), (false, false, None));
}

#[test]
fn how_far_the_learner_has_come_stands_in_the_row() {
    let mut diploma = learner("8607-diploma");
    assert_eq!(listed(&diploma, "8607-501").progress, Progress::NotStarted);
    for progress in Progress::ALL {
        diploma.pick(&["8607-501"]);
        diploma.act(Action::SetProgress(code("8607-501"), progress));
        assert_eq!(listed(&diploma, "8607-501").progress, progress);
    }
}

#[test]
fn a_unit_is_ticked_when_it_is_picked_and_not_before() {
    let mut diploma = learner("8607-diploma");
    assert!(!diploma.row("8607-501").is_picked);
    diploma.pick(&["8607-501"]);
    assert!(diploma.row("8607-501").is_picked);
    diploma.act(Action::Remove(code("8607-501")));
    assert!(!diploma.row("8607-501").is_picked);
}

#[test]
fn a_tick_changes_no_other_row() {
    let mut diploma = learner("8607-diploma");
    let rows = |learner: &crate::support::Learner| {
        let units = learner.qualification.units.iter();
        let rows = units.map(|unit| (unit.code.to_string(), learner.row(unit.code.as_str())));
        rows.collect::<Vec<_>>()
    };
    let before = rows(&diploma);
    diploma.pick(&["8607-501"]);
    let after = rows(&diploma);
    let other = before
        .iter()
        .zip(&after)
        .filter(|(one, other)| one != other);
    let other: Vec<&str> = other.map(|((code, _), _)| code.as_str()).collect();
    assert_eq!(other, ["8607-501"]);
}

#[test]
fn a_unit_that_is_closed_by_the_day_of_registration_says_why_before_the_click() {
    let diploma = learner("8607-diploma");
    let row = diploma.row("8607-530");
    assert!(row.is_closed && !row.is_picked);
    assert_eq!(row.note, "Replaced by 550 on 1 July 2020");
}

#[test]
fn a_closed_unit_can_be_picked_and_stays_closed() {
    let mut diploma = learner("8607-diploma");
    let before = diploma.total();
    diploma.pick(&["8607-530"]);
    let row = diploma.row("8607-530");
    assert!(row.is_picked && row.is_closed);
    assert_eq!(diploma.total(), before);
}

#[test]
fn a_day_of_registration_opens_a_unit_and_the_next_day_closes_it() {
    let mut diploma = learner("8607-diploma");
    diploma.register("2020-06-30");
    assert_eq!(
        diploma.row("8607-530"),
        crate::support::learner("8607-diploma").row("8607-501")
    );
    diploma.register("2020-07-01");
    assert!(diploma.row("8607-530").is_closed);
}

#[test]
fn a_unit_for_another_size_says_for_which_it_is() {
    let row = learner("8607-award").row("8607-521");
    assert!(row.is_closed);
    assert_eq!(row.note, "Certificate and Diploma only");
}

#[test]
fn the_unit_to_take_instead_is_offered_while_this_one_is_closed() {
    let mut diploma = learner("8607-diploma");
    assert_eq!(diploma.row("8607-530").instead, Some(code("8607-550")));
    diploma.act(Action::Change {
        out: vec![code("8607-530")],
        into: vec![code("8607-550")],
    });
    assert!(diploma.row("8607-550").is_picked);
    diploma.register("2020-06-30");
    assert_eq!(diploma.row("8607-530").instead, None);
}

#[test]
fn no_unit_is_offered_instead_of_one_that_is_closed_for_another_reason() {
    assert_eq!(learner("8607-award").row("8607-521").instead, None);
    assert_eq!(
        taken_instead(&learner("8607-award").qualification, &code("8607-521")),
        None
    );
}

#[test]
fn whether_a_unit_was_achieved_is_asked_where_that_opens_it_and_nowhere_else() {
    let mut diploma = learner("8607-diploma");
    assert!(diploma.row("8607-530").achieved.is_some());
    assert_eq!(diploma.row("8607-501").achieved, None);
    assert!(!achieving_opens(&diploma.qualification, &code("8607-501")));
    diploma.register("2020-06-30");
    assert_eq!(diploma.row("8607-530").achieved, None);
}

#[test]
fn saying_that_a_unit_was_achieved_picks_it_opens_it_and_can_be_unsaid() {
    let mut diploma = learner("8607-diploma");
    diploma.act(Action::Achieve(code("8607-530"), true));
    let row = diploma.row("8607-530");
    assert_eq!((row.is_picked, row.achieved), (true, Some(true)));
    assert!(!row.is_closed);
    diploma.act(Action::Achieve(code("8607-530"), false));
    let row = diploma.row("8607-530");
    assert!(row.is_picked && row.is_closed);
    assert_eq!(row.achieved, Some(false));
}

#[test]
fn a_unit_that_is_not_counted_beside_a_pick_says_beside_which() {
    let mut diploma = learner("8607-diploma");
    diploma.register("2020-06-30");
    diploma.pick(&["8607-550"]);
    let row = diploma.row("8607-530");
    assert!(row.is_closed);
    assert_eq!(
        row.note,
        "Would not count: you chose 550, which replaced it"
    );
}

#[test]
fn a_unit_that_would_take_the_place_of_a_pick_says_of_which() {
    let mut diploma = learner("8607-diploma");
    diploma.register("2020-06-30");
    diploma.pick(&["8607-530"]);
    let row = diploma.row("8607-550");
    assert!(!row.is_closed);
    assert_eq!(row.note, "Would count instead of 530");
}

#[test]
fn before_the_engine_has_come_a_row_is_ticked_and_no_reason_is_told() {
    let mut diploma = learner("8607-diploma").without_engine();
    diploma.pick(&["8607-530"]);
    let row = diploma.row("8607-530");
    assert!(row.is_picked && row.is_closed && !row.counts());
    assert_eq!(row.note, "");
    diploma.pick(&["8607-501"]);
    let row = diploma.row("8607-501");
    assert!(row.is_picked && row.counts() && !row.is_closed);
}

#[test]
fn a_unit_in_several_groups_has_a_row_with_an_id_of_its_own_in_each() {
    let unit = code("8607-501");
    assert_eq!(row_id(0, &unit), "unit-0-8607-501");
    assert_ne!(row_id(0, &unit), row_id(1, &unit));
    assert_eq!(note_id(&row_id(0, &unit)), "unit-0-8607-501-note");
}

#[test]
fn no_two_rows_of_a_list_have_one_id() {
    for file in [
        "catalogues/whole/every-key.json",
        "catalogues/whole/levels-sizes-and-codes.json",
    ] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests")
            .join(file);
        let text = std::fs::read_to_string(path).unwrap();
        let read = qualification_planner::catalogue::read(&text).file.unwrap();
        for of in read.qualifications {
            let groups = of.groups.iter().enumerate();
            let ids = groups.flat_map(|(place, group)| {
                group.listed_units().map(move |unit| row_id(place, unit))
            });
            let mut ids: Vec<String> = ids.collect();
            let number = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), number, "{file}: {}", of.id);
        }
    }
}

#[test]
fn units_of_another_size_are_closed_with_the_reason_do_not_count_and_can_be_taken_out() {
    for (id, unit, reason) in [
        ("8607-award", "8607-521", "Certificate and Diploma only"),
        ("8607-award", "8607-524", "Certificate and Diploma only"),
        ("8607-award", "8607-531", "Not in the Award"),
        ("8607-certificate", "8607-531", "Not in the Certificate"),
        ("8607-certificate", "8607-409", "Diploma only"),
        ("8607-certificate", "8607-426", "Diploma only"),
    ] {
        let mut learner = learner(id);
        assert!(learner.row(unit).note.contains(reason), "{id}: {unit}");
        learner.pick(&[unit]);
        assert_eq!(learner.number(), 0);
        let uncounted = learner.uncounted(|_| None);
        assert_eq!(uncounted.len(), 1);
        assert_eq!(uncounted[0].code, code(unit));
        assert!(uncounted[0].reason.contains(reason));
    }
}

#[test]
fn of_530_and_550_the_second_counts_and_the_first_says_why_it_does_not() {
    let mut diploma = learner("8607-diploma");
    diploma.register("2019-09-01");
    diploma.pick(&["8607-530"]);
    let alone = diploma.number();
    assert_eq!(alone, 5);
    diploma.pick(&["8607-550"]);
    let row = diploma.row("8607-530");
    assert_eq!(
        row.note,
        "Not counted: you also chose 550, which replaced it"
    );
    let of = &diploma.qualification;
    let worth = of.unit(&code("8607-550")).unwrap().credits.unwrap();
    assert_eq!(diploma.number(), worth.number());
}

#[test]
fn a_unit_that_is_picked_and_closed_counts_again_with_an_earlier_day_of_registration() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-530"]);
    let sum = crate::support::Learner::number;
    assert_eq!(sum(&diploma), 0);
    diploma.register("2020-06-30");
    assert_eq!(sum(&diploma), 5);
    diploma.register("2020-07-01");
    assert_eq!(sum(&diploma), 0);
}

#[test]
fn where_a_unit_is_not_open_yet_the_one_to_take_instead_is_offered() {
    let award = crate::support::changed("catalogues/small.json", "small-diploma", |text| {
        text.replace(
            r#""unit": "A-1", "closed_from": "2025-01-01""#,
            r#""unit": "A-1", "open_from": "2030-01-01", "instead": "A-2""#,
        )
    });
    let row = award.row("A-1");
    assert!(
        row.is_closed && row.note.ends_with("before that A-2"),
        "{}",
        row.note
    );
    assert_eq!(row.instead, Some(code("A-2")));
}
