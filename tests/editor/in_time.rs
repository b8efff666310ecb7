//! A plan in time: months, hours, the last day, and what is planned past it.

use qualification_planner::editor::{TimelineView, plan_unit};
use qualification_planner::plan::Action;

use crate::support::{code, date};
use crate::tab::{Tab, context, pick, shipped, storage};

fn timeline(tab: &Tab<'_>) -> TimelineView {
    let current = tab.editor.current(None);
    current.timeline(context().today).unwrap()
}

fn plan(tab: &mut Tab<'_>, unit: &str, from: &str, to: &str) {
    tab.act(pick(unit));
    tab.act(plan_unit(&code(unit), from, to));
}

#[test]
fn without_units_there_is_nothing_to_draw() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let tab = Tab::new(&storage, "me", &of);
    assert_eq!(tab.editor.current(None).timeline(context().today), None);
}

#[test]
fn units_stand_by_their_start_with_their_hours_spread_over_their_months() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(Action::Register(Some(date("2026-09-07"))));
    plan(&mut tab, "8607-501", "2026-10", "2026-12");
    plan(&mut tab, "8607-550", "2026-09", "2027-01");
    tab.act(pick("8607-505"));
    let view = timeline(&tab);
    let lanes = view.lanes.iter();
    let lanes: Vec<_> = lanes
        .map(|lane| (lane.short.as_str(), lane.when.as_str(), lane.state))
        .collect();
    assert_eq!(
        lanes,
        [
            ("550", "Sep 2026 to Jan 2027", "planned"),
            ("501", "Oct 2026 to Dec 2026", "planned"),
            ("505", "not planned yet", "not planned yet"),
        ]
    );
    // 20 hours over five months, 8 over three of them.
    let hours: Vec<u32> = view.months.iter().map(|month| month.hours).collect();
    assert_eq!(hours, [4, 7, 7, 7, 4, 0]);
    assert_eq!(view.most, "Most: 7 hours in Oct 2026, about 2 hours a week");
    let axis: Vec<&str> = view.months.iter().map(|month| month.short).collect();
    assert_eq!(axis, ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]);
    let years: Vec<&str> = view
        .months
        .iter()
        .map(|month| month.year.as_str())
        .collect();
    assert_eq!(years, ["2026", "", "", "", "2027", ""]);
    assert_eq!(view.without, "1 unit has no month yet.");
    let days = tab.editor.current(None).days();
    assert_eq!(days.registered, "Registered 7 September 2026.");
    assert_eq!(days.last, "No last day is set.");
    assert_eq!((view.last, view.late), (None, None));
}

#[test]
fn a_unit_past_the_last_day_is_named_and_moved_to_end_in_time() {
    let (storage, of) = (storage(), shipped("8603-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(Action::Register(Some(date("2026-09-07"))));
    let unit = of.units[0].clone();
    let last = timeline_with(&mut tab, unit.code.as_str(), "2029-10", "2029-12");
    let words = last.last.clone().unwrap().words;
    assert_eq!(
        words,
        "Last day 6 September 2029, 3 years from registration, as the document says."
    );
    assert_eq!(last.lanes[0].late, "3 months too late");
    assert_eq!(last.lanes[0].state, "after the last day");
    let late: Vec<bool> = last.months.iter().map(|month| month.is_late).collect();
    assert_eq!(late.iter().filter(|late| **late).count(), 3);
    let line = tab.editor.current(None).time_line();
    assert_eq!(
        (line.words.as_str(), line.is_late),
        ("3 months too late", true)
    );
    let late = last.late.unwrap();
    assert_eq!(
        late.title,
        format!("{} ends after your last day.", unit.title)
    );
    assert_eq!(late.detail, "It is planned to December 2029.");
    assert_eq!(late.label, "Move it to end in September 2029");
    tab.act(late.action);
    let moved = timeline(&tab);
    assert_eq!(moved.lanes[0].when, "Jul 2029 to Sep 2029");
    assert_eq!(moved.late, None);
    assert_eq!(tab.editor.current(None).time_line().words, "to Sep 2029");
}

fn timeline_with(tab: &mut Tab<'_>, unit: &str, from: &str, to: &str) -> TimelineView {
    plan(tab, unit, from, to);
    timeline(tab)
}

#[test]
fn a_unit_is_moved_by_months_with_its_length() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    let view = timeline_with(&mut tab, "8607-501", "2026-12", "2027-02");
    tab.act(view.lanes[0].moved(-2).unwrap());
    assert_eq!(timeline(&tab).lanes[0].when, "Oct 2026 to Dec 2026");
    tab.undo();
    let lane = timeline(&tab).lanes[0].clone();
    assert_eq!(lane.when, "Dec 2026 to Feb 2027");
    let when = |tab: &mut Tab<'_>, action: Action| {
        tab.act(action);
        let when = timeline(tab).lanes[0].when.clone();
        tab.undo();
        when
    };
    assert_eq!(
        when(&mut tab, lane.lengthened(1).unwrap()),
        "Dec 2026 to Mar 2027"
    );
    assert_eq!(when(&mut tab, lane.lengthened(-9).unwrap()), "Dec 2026");
    assert_eq!(
        when(&mut tab, lane.with_month("2027-05", true)),
        "Dec 2026 to May 2027"
    );
    assert_eq!(
        when(&mut tab, lane.with_month("2027-05", false)),
        "May 2027"
    );
    assert_eq!(when(&mut tab, lane.with_month("", true)), "not planned yet");
}

#[test]
fn one_step_spreads_the_units_at_so_many_hours_a_week_and_says_when_they_end() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    // 20, 8 and 18 hours.
    for unit in ["8607-550", "8607-501", "8607-505"] {
        tab.act(pick(unit));
    }
    let (action, ends) = tab.editor.spread(2);
    assert_eq!(ends, "The last unit ends in May 2027.");
    tab.act(action);
    let view = timeline(&tab);
    let when: Vec<_> = view
        .lanes
        .iter()
        .map(|lane| (lane.short.as_str(), lane.when.as_str()))
        .collect();
    assert_eq!(
        when,
        [
            ("501", "Nov 2026"),
            ("505", "Dec 2026 to Feb 2027"),
            ("550", "Mar 2027 to May 2027"),
        ]
    );
    assert!(
        view.months.iter().all(|month| month.hours <= 9),
        "2 hours a week"
    );
    tab.undo();
    assert!(
        timeline(&tab)
            .lanes
            .iter()
            .all(|lane| lane.when == "not planned yet")
    );
}

#[test]
fn the_first_offer_of_hours_a_week_ends_in_time() {
    let (storage, of) = (storage(), shipped("8603-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    for unit in &of.units {
        tab.act(Action::Pick(unit.code.clone()));
    }
    assert_eq!(timeline(&tab).week, 2, "no last day is known");
    tab.act(Action::Register(Some(date("2024-01-10"))));
    let week = timeline(&tab).week;
    let ends = |hours| tab.editor.spread(hours).1;
    assert!(!ends(week).contains("too late"), "{}", ends(week));
    assert!(ends(week - 1).contains("too late"), "{}", ends(week - 1));
}

#[test]
fn a_last_day_that_is_set_in_the_plan_is_said_to_be_that() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    let days = |tab: &Tab<'_>| tab.editor.current(None).days().last;
    tab.act(Action::SetLastDay(Some(date("2028-06-30"))));
    assert_eq!(days(&tab), "Last day 30 June 2028, set in this plan.");
    plan(&mut tab, "8607-502", "2028-05", "2028-08");
    let late = timeline(&tab).late.unwrap();
    assert_eq!(
        late.title,
        "Making a Financial Case ends after your last day."
    );
    assert_eq!(late.label, "Move it to end in June 2028");
    tab.undo();
    tab.undo();
    tab.undo();
    assert_eq!(days(&tab), "No last day is set.");
}

#[test]
fn a_last_day_of_the_document_holds_where_it_is_earlier() {
    let (storage, of) = (storage(), shipped("8603-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    let days = |tab: &Tab<'_>| tab.editor.current(None).days().last;
    tab.act(Action::Register(Some(date("2026-09-07"))));
    tab.act(Action::SetLastDay(Some(date("2031-01-01"))));
    assert!(
        days(&tab).contains("as the document says"),
        "{}",
        days(&tab)
    );
    tab.act(Action::SetLastDay(Some(date("2028-01-01"))));
    assert_eq!(days(&tab), "Last day 1 January 2028, set in this plan.");
}
