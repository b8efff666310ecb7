//! Which units are listed, and in which order.

use qualification_planner::editor::{Filter, Show, is_worth_filtering, levels};
use qualification_planner::names::recognise;
use qualification_planner::qualification::{Level, Unit};

use crate::support::{Learner, learner, learner_of};

fn filter(learner: &Learner) -> Filter {
    Filter::new(&learner.qualification)
}

/// The codes that are listed, group by group, in their order.
fn listed(learner: &Learner, filter: &Filter) -> Vec<String> {
    learner.sees(|current| {
        let groups = current.qualification.groups.iter();
        let listed = groups.flat_map(|group| {
            let codes: Vec<_> = group.listed_units().collect();
            let rows = filter.rows(&current, group).into_iter();
            let shown = rows.filter(|row| row.is_shown);
            shown.map(move |row| codes[row.place].to_string())
        });
        listed.collect()
    })
}

fn search(learner: &Learner, words: &str) -> Vec<String> {
    let mut filter = filter(learner);
    filter.set_search(words.to_owned());
    listed(learner, &filter)
}

fn count_line(learner: &Learner, filter: &Filter) -> String {
    learner.sees(|current| filter.count_line(&current))
}

fn codes(learner: &Learner, keep: impl Fn(&Unit) -> bool) -> Vec<String> {
    let units = learner.qualification.units.iter().filter(|unit| keep(unit));
    units.map(|unit| unit.code.to_string()).collect()
}

#[test]
fn every_unit_is_listed_at_first_and_counted() {
    let diploma = learner("8607-diploma");
    let filter = filter(&diploma);
    assert_eq!(listed(&diploma, &filter).len(), 62);
    assert_eq!(count_line(&diploma, &filter), "62 of 62 units");
}

#[test]
fn a_search_finds_titles_in_any_case_and_says_how_many() {
    let diploma = learner("8607-diploma");
    let mut filter = filter(&diploma);
    filter.set_search("COACHING".to_owned());
    let mut found = listed(&diploma, &filter);
    let titled = codes(&diploma, |unit| {
        unit.title.to_lowercase().contains("coaching")
    });
    assert!(!titled.is_empty());
    assert_eq!(
        count_line(&diploma, &filter),
        format!("{} of 62 units", titled.len())
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
    assert_eq!(search(&learner("8607-diploma"), "hr"), [""; 0]);
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
    let all = codes(&diploma, |_| true);
    let found = search(&diploma, "8607");
    assert_eq!(found, all);
}

#[test]
fn a_row_that_a_search_hides_stays_in_the_list_for_the_printed_plan() {
    let diploma = learner("8607-diploma");
    let mut filter = filter(&diploma);
    filter.set_search("601".to_owned());
    diploma.sees(|current| {
        let group = &current.qualification.groups[0];
        let rows = filter.rows(&current, group);
        assert_eq!(rows.len(), group.listed_units().count());
        assert!(rows.iter().all(|row| !row.is_shown));
    });
}

#[test]
fn the_list_is_narrowed_to_a_level() {
    let diploma = learner("8607-diploma");
    for number in [4, 5, 6] {
        let mut filter = filter(&diploma);
        let level = Level::new(number);
        filter.set_level(level);
        let mut found = listed(&diploma, &filter);
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
    let mut filter = filter(&diploma);
    filter.set_show(Show::Picked);
    assert_eq!(count_line(&diploma, &filter), "2 of 62 units");
    let mut found = listed(&diploma, &filter);
    found.sort();
    assert_eq!(found, ["8607-501", "8607-601"]);
}

#[test]
fn a_unit_that_is_picked_comes_into_the_list_of_the_plan_and_goes_when_it_is_taken_out() {
    let mut diploma = learner("8607-diploma");
    let mut filter = filter(&diploma);
    filter.set_show(Show::Picked);
    assert_eq!(listed(&diploma, &filter), [""; 0]);
    diploma.pick(&["8607-501"]);
    assert_eq!(listed(&diploma, &filter), ["8607-501"]);
    diploma.history.undo();
    assert_eq!(listed(&diploma, &filter), [""; 0]);
}

#[test]
fn the_list_is_narrowed_to_what_is_open_to_the_learner() {
    let mut diploma = learner("8607-diploma");
    let mut filter = filter(&diploma);
    filter.set_show(Show::Open);
    assert_eq!(count_line(&diploma, &filter), "61 of 62 units");
    assert!(!listed(&diploma, &filter).contains(&"8607-530".to_owned()));
    diploma.register("2020-06-30");
    assert!(listed(&diploma, &filter).contains(&"8607-530".to_owned()));
}

#[test]
fn search_level_and_plan_narrow_the_list_together() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-503", "8607-601"]);
    let mut filter = filter(&diploma);
    filter.set_show(Show::Picked);
    filter.set_level(Level::new(5));
    filter.set_search("503".to_owned());
    assert_eq!(listed(&diploma, &filter), ["8607-503"]);
}

#[test]
fn a_search_that_finds_nothing_says_so_and_leaves_the_plan_as_it_is() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    let total = diploma.total();
    let mut filter = filter(&diploma);
    filter.set_search("no such unit".to_owned());
    assert_eq!(count_line(&diploma, &filter), "0 of 62 units");
    assert_eq!(diploma.total(), total);
}

#[test]
fn all_units_are_shown_again_with_one_click() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    let mut filter = filter(&diploma);
    filter.set_search("no such unit".to_owned());
    filter.set_level(Level::new(4));
    filter.set_show(Show::Picked);
    filter.clear();
    assert_eq!(filter.search(), "");
    assert_eq!((filter.level(), filter.show()), (None, Show::All));
    assert_eq!(count_line(&diploma, &filter), "62 of 62 units");
}

#[test]
fn what_is_typed_stays_in_the_field_as_it_was_typed() {
    let diploma = learner("8607-diploma");
    let mut filter = filter(&diploma);
    filter.set_search(" Coach".to_owned());
    assert_eq!(filter.search(), " Coach");
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
    let mut filter = filter(&award);
    assert_eq!(listed(&award, &filter), ["A-1", "A-2", "A-3"]);
    filter.set_show(Show::Open);
    assert_eq!(listed(&award, &filter), ["A-1", "A-2"]);
}

#[test]
fn before_the_engine_has_come_nothing_is_hidden_as_closed() {
    let diploma = learner("8607-diploma").without_engine();
    let mut filter = filter(&diploma);
    filter.set_show(Show::Open);
    assert_eq!(count_line(&diploma, &filter), "62 of 62 units");
}
