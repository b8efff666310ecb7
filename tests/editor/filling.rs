//! “Help me fill”: the best ways to complete a plan under a learner's wishes.

use qualification_planner::editor::{Fewest, FillRequest, FillView, WayView};
use qualification_planner::plan::Action;
use qualification_planner::qualification::Measure;

use crate::support::{code, date};
use crate::tab::{Tab, pick, shipped, storage};

const HOURS: Fewest = Fewest::Of(Measure::Hours);

fn asked(tab: &Tab<'_>, change: impl FnOnce(&mut FillRequest)) -> FillView {
    let of = tab.editor.qualification();
    let mut request = FillRequest::new(of, tab.editor.plan());
    change(&mut request);
    tab.editor.fill(&request)
}

fn by_hours(tab: &Tab<'_>) -> FillView {
    asked(tab, |request| request.set_fewest(HOURS))
}

fn codes(way: &WayView) -> Vec<&str> {
    way.added.iter().map(|unit| unit.short.as_str()).collect()
}

fn all_codes(view: &FillView) -> Vec<Vec<&str>> {
    view.ways.iter().map(codes).collect()
}

#[test]
fn the_certificate_by_fewest_hours_is_two_units_of_fifteen_hours() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let tab = Tab::new(&storage, "me", &of);
    let view = by_hours(&tab);
    let first = &view.ways[0];
    assert_eq!(codes(first), ["524", "404"]);
    assert_eq!(first.totals, "14 credits, 15 hours");
    assert_eq!(first.why, "Fewest hours");
    assert_eq!(first.name, "with 524, 404");
    assert_eq!((view.ways.len(), view.has_more), (3, true));
    assert_eq!(view.rest, "There are more ways.");
}

#[test]
fn what_is_picked_is_kept_and_completed_by_the_fewest_hours() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-550"));
    let view = by_hours(&tab);
    assert_eq!(all_codes(&view)[0], ["523"]);
    assert_eq!(view.ways[0].totals, "14 credits, 28 hours");
    assert_eq!(view.ways[2].why, "4 hours more, 1 unit more");
    let kept: Vec<&str> = view.kept.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(kept, ["8607-550"]);
}

#[test]
fn a_way_is_one_step_that_completes_the_plan_and_is_taken_back_whole() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    for fewest in Fewest::all(&of) {
        let view = asked(&tab, |request| request.set_fewest(fewest));
        for way in view.ways {
            tab.act(way.action);
            assert!(tab.announcement().ends_with("Complete."), "{fewest:?}");
            tab.undo();
            assert!(tab.picks().is_empty());
        }
    }
}

#[test]
fn no_way_holds_another_or_a_unit_that_is_left_out_and_each_has_what_is_kept() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-506"));
    let view = asked(&tab, |request| {
        request.leave_out(code("8607-524"));
        request.keep(tab.editor.plan(), code("8607-533"));
        request.ask_for_more();
    });
    let ways = all_codes(&view);
    assert_eq!(ways.len(), 6);
    for (place, way) in ways.iter().enumerate() {
        assert!(way.contains(&"533") && !way.contains(&"524"), "{way:?}");
        for earlier in &ways[..place] {
            assert!(!earlier.iter().all(|code| way.contains(code)), "{way:?}");
        }
    }
}

#[test]
fn a_pick_that_may_go_goes_where_a_better_way_is_without_it() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-502"));
    let view = asked(&tab, |request| {
        request.release(tab.editor.plan(), code("8607-502"));
    });
    let first = &view.ways[0];
    assert_eq!(codes(first), ["524", "404"]);
    assert_eq!(first.without, "Without “Making a Financial Case”");
    tab.act(first.action.clone());
    assert_eq!(tab.picks(), ["8607-404", "8607-524"]);
}

#[test]
fn the_nearest_way_takes_out_as_little_as_can_be() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    for unit in ["8607-400", "8607-502", "8607-520"] {
        tab.act(pick(unit));
    }
    tab.act(Action::Remove(code("8607-520")));
    let view = asked(&tab, |request| {
        for unit in ["8607-400", "8607-502"] {
            request.release(tab.editor.plan(), code(unit));
        }
        request.set_fewest(Fewest::Changes);
    });
    let first = &view.ways[0];
    assert_eq!(first.without, "");
    assert_eq!(first.why, "Nearest to what you chose");
    assert_eq!(codes(first), ["520"]);
}

#[test]
fn where_few_ways_are_left_that_is_said_in_words() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let tab = Tab::new(&storage, "me", &of);
    let view = by_hours(&tab);
    assert_eq!(view.ways.len(), 1);
    assert_eq!(view.rest, "This is the only way.");
    let none = asked(&tab, |request| request.leave_out(code("8604-401")));
    assert!(none.ways.is_empty());
    assert!(
        none.rest.starts_with("No way is like that."),
        "{}",
        none.rest
    );
}

#[test]
fn a_way_says_what_it_asks_of_a_month_where_the_last_day_is_known() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(Action::Register(Some(date("2026-09-07"))));
    let view = by_hours(&tab);
    let in_time = &view.ways[0].in_time;
    assert!(in_time.contains(" to do by 6 September 20"), "{in_time}");
    assert!(in_time.ends_with(" a month"), "{in_time}");
}

#[test]
fn ways_stand_side_by_side_with_the_least_of_each_marked() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    for unit in ["8607-506", "8607-533"] {
        tab.act(pick(unit));
    }
    let view = asked(&tab, |request| request.leave_out(code("8607-524")));
    let compared = WayView::compared(&[&view.ways[0], &view.ways[1]]);
    assert_eq!(compared.names, ["with 523", "with 522, 404"]);
    let lines = compared.lines.iter();
    let lines: Vec<_> = lines
        .map(|line| (line.label.as_str(), line.values.as_slice()))
        .collect();
    assert_eq!(
        lines,
        [
            ("Units to do", &[(3, true), (4, false)][..]),
            ("Credits", &[(14, false), (14, false)]),
            ("Hours", &[(24, true), (28, false)]),
            ("From Group 1", &[(14, false), (11, false)]),
            ("From Group 2", &[(0, false), (3, false)]),
        ]
    );
}
