//! Which units are listed, and in which order.

use std::sync::Arc;

use qualification_planner::editor::{
    GroupRows, ListChanges, Show, Sort, UnitList, is_worth_filtering, levels,
};
use qualification_planner::names::recognise;
use qualification_planner::plan::Action;
use qualification_planner::qualification::{Level, Unit};

use crate::support::{Learner, changed, code, learner, learner_of};

/// A list before anything is looked for.
fn list(learner: &Learner) -> UnitList {
    UnitList::new(Arc::clone(&learner.qualification))
}

/// Brings a list to the plan, and says which codes have another row then.
fn update(learner: &Learner, list: &mut UnitList) -> Vec<String> {
    let changes = changes(learner, list);
    codes_at(learner, &changes.rows)
}

fn changes(learner: &Learner, list: &mut UnitList) -> ListChanges {
    learner.sees(|current| list.update(&current))
}

fn codes_at(learner: &Learner, places: &[usize]) -> Vec<String> {
    let units = &learner.qualification.units;
    let codes = places.iter().map(|place| units[*place].code.to_string());
    codes.collect()
}

/// The codes that are listed, group by group, in their order; those that are closed last.
fn listed(learner: &Learner, list: &mut UnitList) -> Vec<String> {
    update(learner, list);
    let groups = (0..learner.qualification.groups.len()).map(|place| list.group(place).unwrap());
    let all = groups.flat_map(|group| group.open.iter().chain(&group.closed));
    let shown: Vec<usize> = all
        .copied()
        .filter(|place| list.row(*place).unwrap().is_shown)
        .collect();
    codes_at(learner, &shown)
}

fn search(learner: &Learner, words: &str) -> Vec<String> {
    let mut list = list(learner);
    list.set_search(words.to_owned());
    listed(learner, &mut list)
}

fn count_line(learner: &Learner, list: &mut UnitList) -> String {
    update(learner, list);
    list.count_line()
}

fn codes(learner: &Learner, keep: impl Fn(&Unit) -> bool) -> Vec<String> {
    let units = learner.qualification.units.iter().filter(|unit| keep(unit));
    units.map(|unit| unit.code.to_string()).collect()
}

#[test]
fn every_unit_is_listed_at_first_and_counted() {
    let diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    assert_eq!(listed(&diploma, &mut list).len(), 62);
    assert_eq!(count_line(&diploma, &mut list), "62 units");
}

#[test]
fn a_search_finds_titles_in_any_case_and_says_how_many() {
    let diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    list.set_search("COACHING".to_owned());
    let mut found = listed(&diploma, &mut list);
    let titled = codes(&diploma, |unit| {
        unit.title.to_lowercase().contains("coaching")
    });
    assert!(!titled.is_empty());
    assert_eq!(
        count_line(&diploma, &mut list),
        format!("{} units", titled.len())
    );
    found.sort();
    assert_eq!(found, titled);
}

#[test]
fn a_search_finds_a_unit_by_the_end_of_its_code() {
    assert_eq!(search(&learner("8607-diploma"), "601"), ["8607-601"]);
}

#[test]
fn a_search_takes_a_code_in_the_spellings_that_a_pasted_list_may_have() {
    let diploma = learner("8607-diploma");
    for written in [
        "8607-601",
        "8607 – 601",
        "8607601",
        "8607/601",
        "8607\u{2011}601",
    ] {
        assert_eq!(search(&diploma, written), ["8607-601"], "{written}");
        let pasted = recognise(&diploma.qualification, written).unwrap();
        assert_eq!(pasted.codes[0].as_str(), "8607-601", "{written}");
    }
}

#[test]
fn a_search_finds_no_short_word_within_another() {
    let found = search(&learner("8607-diploma"), "hr");
    let through = "8607-531".to_owned();
    assert!(!found.contains(&through), "{found:?}");
}

#[test]
fn a_search_takes_words_in_any_order_and_an_ampersand_for_and() {
    let diploma = learner("8607-diploma");
    let found = search(&diploma, "conflict & stress");
    assert_eq!(found.len(), 1);
    assert_eq!(search(&diploma, "stress and conflict"), found);
}

#[test]
fn whole_words_are_listed_before_their_beginnings() {
    let diploma = learner("8607-diploma");
    let found = search(&diploma, "manage");
    let titles = |code: &String| {
        let mut units = diploma.qualification.units.iter();
        let unit = units.find(|unit| unit.code.as_str() == code).unwrap();
        unit.title.to_lowercase()
    };
    let is_whole = |code: &String| titles(code).split(' ').any(|word| word == "manage");
    let first = found.iter().position(|code| !is_whole(code)).unwrap();
    let of_group_1 = found.iter().take_while(|code| code.starts_with("8607-5"));
    assert!(
        of_group_1.skip(first).all(|code| !is_whole(code)),
        "{found:?}"
    );
}

#[test]
fn units_that_fit_alike_keep_the_order_of_the_specification() {
    let diploma = learner("8607-diploma");
    // 530 is closed to all who register now, and so last of its group.
    let all = codes(&diploma, |unit| unit.code.as_str() != "8607-530");
    let mut found = search(&diploma, "8607");
    found.retain(|code| code != "8607-530");
    assert_eq!(found, all);
}

#[test]
fn a_row_that_a_search_hides_stays_in_the_list_for_the_printed_plan() {
    let diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    list.set_search("601".to_owned());
    update(&diploma, &mut list);
    let rows = list.group(0).unwrap();
    let all = rows.open.iter().chain(&rows.closed);
    assert_eq!(
        all.clone().count(),
        diploma.qualification.groups[0].listed_units().count()
    );
    assert!(all.copied().all(|place| !list.row(place).unwrap().is_shown));
}

#[test]
fn the_list_is_narrowed_to_a_level() {
    let diploma = learner("8607-diploma");
    for number in [4, 5, 6] {
        let mut list = list(&diploma);
        let level = Level::new(number);
        list.set_level(level);
        let mut found = listed(&diploma, &mut list);
        found.sort();
        let mut at_level = codes(&diploma, |unit| unit.level == level);
        at_level.sort();
        assert_eq!(found, at_level);
    }
}

#[test]
fn the_levels_that_the_units_have_are_offered_lowest_first() {
    let named = |id| {
        let levels = levels(&learner(id).qualification).into_iter();
        levels.map(|level| level.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(named("8607-diploma"), ["3", "4", "5", "6"][1..]);
    assert_eq!(
        named("8617-award"),
        [""; 0],
        "all its units are at one level"
    );
}

#[test]
fn the_list_is_narrowed_to_what_is_in_the_plan() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-601", "8607-501"]);
    let mut list = list(&diploma);
    list.set_show(Show::Picked);
    assert_eq!(count_line(&diploma, &mut list), "2 units");
    let mut found = listed(&diploma, &mut list);
    found.sort();
    assert_eq!(found, ["8607-501", "8607-601"]);
}

#[test]
fn a_unit_that_is_picked_comes_into_the_list_of_the_plan_and_goes_when_it_is_taken_out() {
    let mut diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    list.set_show(Show::Picked);
    assert_eq!(listed(&diploma, &mut list), [""; 0]);
    diploma.pick(&["8607-501"]);
    assert_eq!(listed(&diploma, &mut list), ["8607-501"]);
    diploma.history.undo();
    assert_eq!(listed(&diploma, &mut list), [""; 0]);
}

#[test]
fn the_list_is_narrowed_to_what_is_open_to_the_learner() {
    let mut diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    list.set_show(Show::Open);
    assert_eq!(count_line(&diploma, &mut list), "61 units");
    assert!(!listed(&diploma, &mut list).contains(&"8607-530".to_owned()));
    diploma.register("2020-06-30");
    assert!(listed(&diploma, &mut list).contains(&"8607-530".to_owned()));
}

#[test]
fn search_level_and_plan_narrow_the_list_together() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-503", "8607-601"]);
    let mut list = list(&diploma);
    list.set_show(Show::Picked);
    list.set_level(Level::new(5));
    list.set_search("503".to_owned());
    assert_eq!(listed(&diploma, &mut list), ["8607-503"]);
}

#[test]
fn a_search_that_finds_nothing_says_so_and_leaves_the_plan_as_it_is() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    let total = diploma.total();
    let mut list = list(&diploma);
    list.set_search("no such unit".to_owned());
    assert_eq!(count_line(&diploma, &mut list), "No unit found");
    assert_eq!(diploma.total(), total);
}

#[test]
fn all_units_are_shown_again_with_one_click() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    let mut list = list(&diploma);
    list.set_search("no such unit".to_owned());
    list.set_level(Level::new(4));
    list.set_show(Show::Picked);
    list.clear();
    assert_eq!(list.filter().search(), "");
    assert_eq!(
        (list.filter().level(), list.filter().show()),
        (None, Show::All)
    );
    assert_eq!(count_line(&diploma, &mut list), "62 units");
}

#[test]
fn what_is_typed_stays_in_the_field_as_it_was_typed() {
    let diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    list.set_search(" Coach".to_owned());
    assert_eq!(list.filter().search(), " Coach");
}

#[test]
fn a_choice_that_the_list_does_not_have_shows_all() {
    for show in Show::ALL {
        assert_eq!(Show::named(show.name()), show);
    }
    assert_eq!(Show::named("gone"), Show::All);
}

#[test]
fn a_short_list_needs_no_search() {
    assert!(is_worth_filtering(&learner("8607-award").qualification));
    assert!(!is_worth_filtering(&learner("8604-award").qualification));
}

#[test]
fn a_unit_that_is_closed_to_everybody_is_listed_and_not_among_the_open_ones() {
    let award = learner_of("catalogues/small.json", "small-award");
    let mut list = list(&award);
    assert_eq!(listed(&award, &mut list), ["A-1", "A-2", "A-3"]);
    list.set_show(Show::Open);
    assert_eq!(listed(&award, &mut list), ["A-1", "A-2"]);
}

#[test]
fn what_is_closed_is_folded_away_before_the_engine_has_come_so_that_no_row_moves_then() {
    let late = learner("8607-certificate");
    let early = learner("8607-certificate").without_engine();
    let (mut before, mut after) = (list(&early), list(&late));
    update(&early, &mut before);
    update(&late, &mut after);
    for place in 0..late.qualification.groups.len() {
        assert_eq!(before.group(place), after.group(place));
    }
    let changes = late.sees(|current| before.update(&current));
    assert_eq!(changes.groups, [0; 0]);
}

fn group(learner: &Learner, list: &mut UnitList, place: usize) -> GroupRows {
    update(learner, list);
    list.group(place).unwrap().clone()
}

#[test]
fn closed_and_replaced_units_come_last_in_a_fold_that_says_how_many_they_are() {
    let diploma = learner("8607-diploma");
    let rows = group(&diploma, &mut list(&diploma), 0);
    assert_eq!(codes_at(&diploma, &rows.closed), ["8607-530"]);
    assert_eq!(rows.closed_line, "1 replaced unit");
    assert!(!rows.opens_fold);
    let certificate = learner("8607-certificate");
    let mut all = list(&certificate);
    let lines = ["2 closed or replaced units", "2 closed units"];
    for (place, line) in lines.into_iter().enumerate() {
        assert_eq!(group(&certificate, &mut all, place).closed_line, line);
    }
}

/// An award with one group of so many units.
fn award_of(units: usize) -> Learner {
    let codes: Vec<String> = (1..=units).map(|at| format!("L-{at:03}")).collect();
    let unit = |code: &String| {
        format!(
            r#"{{"code": "{code}", "title": "Unit", "level": 3, "credits": 2, "guided_learning_hours": 8}}, "#
        )
    };
    let units = codes.iter().map(unit).collect::<Vec<_>>().concat();
    let listed = codes.iter().map(|code| format!(r#""{code}", "#));
    let listed = listed.collect::<Vec<_>>().concat();
    changed("catalogues/small.json", "small-award", |text| {
        let text = text.replacen(r#""units": ["#, &format!(r#""units": [{units}"#), 1);
        let group = r#""title": "One", "units": ["#;
        text.replacen(group, &format!("{group}{listed}"), 1)
    })
}

#[test]
fn of_a_long_group_is_known_how_many_of_each_part_are_shown() {
    let (short, long) = (award_of(198), award_of(199));
    assert_eq!(
        group(&short, &mut list(&short), 0).shown_in_parts,
        [0; 0],
        "200 open units are drawn as one"
    );
    let mut list = list(&long);
    assert_eq!(
        group(&long, &mut list, 0).shown_in_parts,
        [50, 50, 50, 50, 1]
    );
    list.set_search("L-05".to_owned());
    let found = group(&long, &mut list, 0);
    assert_eq!(found.shown_in_parts.iter().sum::<usize>(), list.found());
    assert!(list.found() < 20, "{}", list.found());
    list.clear();
    assert_eq!(
        group(&long, &mut list, 0).shown_in_parts,
        [50, 50, 50, 50, 1]
    );
}

#[test]
fn a_group_without_closed_units_has_no_fold() {
    let diploma = learner("8607-diploma");
    let rows = group(&diploma, &mut list(&diploma), 1);
    assert_eq!((rows.closed.len(), rows.closed_line.as_str()), (0, ""));
}

#[test]
fn the_fold_opens_where_a_unit_in_it_is_picked() {
    let mut diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    diploma.pick(&["8607-501"]);
    assert!(!group(&diploma, &mut list, 0).opens_fold);
    diploma.pick(&["8607-530"]);
    assert!(group(&diploma, &mut list, 0).opens_fold);
}

#[test]
fn the_fold_opens_where_the_search_finds_units_only_there() {
    let diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    list.set_search("530".to_owned());
    assert!(group(&diploma, &mut list, 0).opens_fold);
    list.set_search("coaching".to_owned());
    let rows = group(&diploma, &mut list, 0);
    assert!(!rows.opens_fold, "550 is found outside the fold");
    assert_eq!(rows.closed_line, "1 replaced unit");
    list.set_search("501".to_owned());
    assert_eq!(group(&diploma, &mut list, 0).closed_line, "");
}

#[test]
fn a_day_of_registration_takes_a_unit_out_of_the_fold_and_puts_it_where_it_is_listed() {
    let mut diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    update(&diploma, &mut list);
    diploma.register("2020-06-30");
    let changes = changes(&diploma, &mut list);
    assert_eq!(changes.groups, [0]);
    assert_eq!(codes_at(&diploma, &changes.rows), ["8607-530"]);
    let rows = list.group(0).unwrap();
    assert_eq!((rows.closed.len(), rows.closed_line.as_str()), (0, ""));
    let units: Vec<String> = diploma.qualification.groups[0]
        .listed_units()
        .map(ToString::to_string)
        .collect();
    assert_eq!(codes_at(&diploma, &rows.open), units);
}

#[test]
fn a_tick_changes_its_own_row_and_moves_none() {
    let mut diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    update(&diploma, &mut list);
    for unit in ["8607-501", "8607-601", "8607-400"] {
        diploma.pick(&[unit]);
        let changes = changes(&diploma, &mut list);
        assert_eq!(codes_at(&diploma, &changes.rows), [unit]);
        assert_eq!(changes.groups, [0; 0]);
    }
    assert_eq!(changes(&diploma, &mut list), ListChanges::default());
    diploma.act(Action::Remove(code("8607-601")));
    assert_eq!(update(&diploma, &mut list), ["8607-601"]);
}

#[test]
fn a_pick_of_one_of_a_pair_changes_the_rows_of_both() {
    let mut diploma = learner("8607-diploma");
    diploma.register("2020-06-30");
    let mut list = list(&diploma);
    update(&diploma, &mut list);
    diploma.pick(&["8607-550"]);
    assert_eq!(update(&diploma, &mut list), ["8607-530", "8607-550"]);
}

#[test]
fn rows_after_many_changes_are_those_of_a_list_that_is_made_anew() {
    let mut learners = [
        learner("8607-certificate"),
        learner_of("catalogues/small.json", "small-diploma"),
    ];
    for learner in &mut learners {
        let units = codes(learner, |_| true);
        let mut kept = list(learner);
        for (step, unit) in units.iter().chain(&units).enumerate() {
            let action = if step % 3 == 2 {
                Action::Remove(code(&units[step / 2 % units.len()]))
            } else {
                Action::Pick(code(unit))
            };
            learner.act(action);
            if step % 7 == 3 {
                learner.register(if step % 2 == 0 {
                    "2020-06-30"
                } else {
                    "2026-09-01"
                });
                kept.set_search(if step % 4 == 3 {
                    "manag".to_owned()
                } else {
                    String::new()
                });
            }
            update(learner, &mut kept);
            let mut anew = list(learner);
            anew.set_search(kept.filter().search().to_owned());
            update(learner, &mut anew);
            for (place, unit) in units.iter().enumerate() {
                assert_eq!(kept.row(place), anew.row(place), "{step}: {unit}");
            }
            for place in 0..learner.qualification.groups.len() {
                assert_eq!(kept.group(place), anew.group(place), "{step}");
            }
        }
    }
}

fn sorted(learner: &Learner, sort: Sort) -> Vec<Unit> {
    let mut list = list(learner);
    list.set_sort(sort);
    let codes = listed(learner, &mut list);
    let unit = |code: &String| {
        let mut units = learner.qualification.units.iter();
        units
            .find(|unit| unit.code.as_str() == code)
            .unwrap()
            .clone()
    };
    codes.iter().map(unit).collect()
}

#[test]
fn the_orders_that_are_offered_are_those_of_what_the_units_have() {
    let labels = |learner: &Learner| {
        let choices = Sort::choices(&learner.qualification).into_iter();
        choices.map(Sort::label).collect::<Vec<_>>()
    };
    assert_eq!(
        labels(&learner("8607-diploma")),
        [
            "Sort: as listed",
            "Sort: title",
            "Sort: credits",
            "Sort: hours",
            "Sort: code"
        ]
    );
    let wheel = learner_of("catalogues/whole/other-measures.json", "wheel");
    assert_eq!(
        labels(&wheel),
        [
            "Sort: as listed",
            "Sort: title",
            "Sort: hours",
            "Sort: code"
        ]
    );
    for sort in Sort::choices(&wheel.qualification) {
        assert_eq!(Sort::named(&wheel.qualification, sort.name()), sort);
    }
    assert_eq!(Sort::named(&wheel.qualification, "credits"), Sort::AsListed);
}

#[test]
fn each_group_is_sorted_by_what_was_chosen_and_what_is_equal_stays_as_listed() {
    let award = learner("8607-award");
    let groups = &award.qualification.groups;
    for sort in Sort::choices(&award.qualification) {
        let Sort::Figure(measure) = sort else {
            continue;
        };
        let units = sorted(&award, sort);
        for group in groups {
            let rows: Vec<(u32, usize)> = units
                .iter()
                .filter(|unit| group.units.contains(&unit.code))
                // It is closed, and so last.
                .filter(|unit| unit.code.as_str() != "8607-530")
                .map(|unit| {
                    let place = award.qualification.unit_index(&unit.code).unwrap();
                    (unit.given(measure).unwrap(), place)
                })
                .collect();
            assert!(rows.is_sorted(), "{sort:?}: {rows:?}");
        }
    }
    let titles = sorted(&award, Sort::Title).into_iter();
    let titles = titles.filter(|unit| groups[0].units.contains(&unit.code));
    let titles = titles.filter(|unit| unit.code.as_str() != "8607-530");
    assert!(titles.map(|unit| unit.title.to_lowercase()).is_sorted());
}

#[test]
fn codes_are_sorted_by_the_numbers_in_them() {
    let small = changed("catalogues/small.json", "small-diploma", |text| {
        text.replace("\"A-1\"", "\"A-10\"")
            .replace("\"A-2\"", "\"A-9\"")
    });
    let codes = sorted(&small, Sort::Code).into_iter();
    let codes: Vec<String> = codes.map(|unit| unit.code.to_string()).collect();
    let place = |code: &str| codes.iter().position(|one| one == code).unwrap();
    assert!(place("A-9") < place("A-10"), "{codes:?}");
}

#[test]
fn a_search_lists_by_fit_and_within_that_as_sorted() {
    let diploma = learner("8607-diploma");
    let mut list = list(&diploma);
    list.set_sort(Sort::Title);
    list.set_search("manage".to_owned());
    let as_sorted = listed(&diploma, &mut list);
    assert_eq!(as_sorted.len(), search(&diploma, "manage").len());
    assert_eq!(
        as_sorted[0],
        search(&diploma, "manage")[0],
        "the whole word first"
    );
    list.clear();
    assert_eq!(list.sort(), Sort::Title);
    assert_ne!(listed(&diploma, &mut list), codes(&diploma, |_| true));
}
