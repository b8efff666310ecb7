//! “My plan”: its bar, its head, the groups, the rules in short lines, and what gets it further.

use qualification_planner::assess::State;
use qualification_planner::editor::{GroupPot, PlanBar, PlanHead, Segment};
use qualification_planner::plan::Action;
use qualification_planner::qualification::DayOrMonth;
use qualification_planner::wording;

use crate::support::{Learner, changed, code, learner, learner_of};

const MEASURES: &str = "catalogues/whole/other-measures.json";

fn bar(learner: &Learner) -> PlanBar {
    learner.sees(|current| current.plan_bar())
}

fn head(learner: &Learner) -> PlanHead {
    learner.sees(|current| current.plan_head())
}

fn pot(learner: &Learner, place: usize) -> GroupPot {
    learner.sees(|current| current.group_pot(place))
}

/// A percentage in hundredths.
fn hundredths(percent: &str) -> u32 {
    let digits = percent.trim_end_matches('%').replace('.', "");
    digits.parse().unwrap()
}

/// A place or a width in a bar that is so many pixels wide.
fn pixels(style: &str, whole: f64) -> f64 {
    let style = style.trim_start_matches("calc(").trim_end_matches(')');
    let (share, px) = style.split_once(' ').unwrap_or((style, "0"));
    let share: f64 = share.trim_end_matches('%').parse().unwrap();
    let px = px.trim_end_matches("px").replace(' ', "");
    share / 100.0 * whole + px.parse::<f64>().unwrap()
}

/// Where each segment begins and ends in a bar that is so many pixels wide.
fn edges(bar: &PlanBar, whole: f64) -> Vec<(f64, f64)> {
    let edges = bar.segments.iter().map(|one| {
        let start = pixels(&one.start, whole);
        (start, start + pixels(&one.width, whole))
    });
    edges.collect()
}

/// The width of a bar on a phone.
const PHONE: f64 = 358.0;

/// Where the last segment ends with the room behind it, in hundredths of a percent: a bar has no room for a gap there.
fn end(bar: &PlanBar) -> u32 {
    let end = edges(bar, 1e6).last().unwrap().1 + 2.0;
    // At most some millions.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let end = (end / 100.0).round() as u32;
    end
}

/// Holds that units stand 2 px apart, and groups 6.
fn expect_gaps(bar: &PlanBar, whole: f64) {
    let (edges, segments) = (edges(bar, whole), &bar.segments);
    for (at, (end, start)) in edges.windows(2).map(|two| (two[0].1, two[1].0)).enumerate() {
        let is_of_groups = segments[at].group != segments[at + 1].group;
        let gap = if is_of_groups { 6.0 } else { 2.0 };
        let code = &segments[at].code;
        assert!(
            (start - end - gap).abs() < 0.1,
            "behind {code}: {}",
            start - end
        );
    }
}

#[test]
fn a_segment_is_as_wide_as_its_figure_and_stands_2_px_behind_the_one_before_it_and_6_behind_another_group()
 {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-501", "8607-503", "8607-400"]);
    let bar = bar(&certificate);
    let of = &certificate.qualification;
    expect_gaps(&bar, PHONE);
    let credit = (PHONE * 0.84 - 2.0 - 6.0 - 2.0) / 13.0;
    for (segment, (start, end)) in bar.segments.iter().zip(edges(&bar, PHONE)) {
        let credits = of.unit(&segment.unit).unwrap().credits.unwrap().number();
        let exact = f64::from(credits) * credit;
        assert!(
            (end - start - exact).abs() < 0.2,
            "{}: {}",
            segment.code,
            end - start
        );
    }
    let codes: Vec<&str> = bar.segments.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(
        codes,
        ["501", "503", "400"],
        "by groups, and within them as listed"
    );
    assert_eq!((bar.now, bar.full), (certificate.number(), 13));
}

#[test]
fn a_unit_of_one_credit_is_seen_in_a_plan_far_above_its_goal() {
    let mut certificate = changed(
        "../src/catalogue/data/8607.json",
        "8607-certificate",
        |text| {
            let (before, unit) = text.split_once(r#""code": "8607-425""#).unwrap();
            let unit = unit.replacen(r#""credits": 2"#, r#""credits": 1"#, 1);
            format!(r#"{before}"code": "8607-425"{unit}"#)
        },
    );
    certificate.pick(&[
        "8607-501", "8607-502", "8607-503", "8607-504", "8607-505", "8607-506", "8607-507",
        "8607-516", "8607-400", "8607-425",
    ]);
    let bar = bar(&certificate);
    assert!(bar.now > 30, "{}", bar.now);
    expect_gaps(&bar, PHONE);
    let last = bar.segments.last().unwrap();
    assert_eq!(last.code, "425");
    for (segment, (start, end)) in bar.segments.iter().zip(edges(&bar, PHONE)) {
        assert!(end - start >= 1.0, "{}: {}", segment.code, end - start);
    }
}

#[test]
fn the_goal_stands_at_84_percent_where_there_is_room_above_it_and_else_at_the_end() {
    let mut certificate = learner("8607-certificate");
    let empty = bar(&certificate);
    assert_eq!(
        (
            empty.goal.as_str(),
            empty.goal_words.as_str(),
            empty.tail_words.as_str()
        ),
        ("84.00%", "goal 13", "to 36")
    );
    assert!(empty.segments.is_empty());
    certificate.pick(&["8607-501", "8607-503", "8607-400", "8607-415"]);
    let full = bar(&certificate);
    assert_eq!((full.now, end(&full)), (13, 8_400), "exactly at the goal");
    let diploma = bar(&learner("8607-diploma"));
    assert_eq!(
        (diploma.goal.as_str(), diploma.tail_words.as_str()),
        ("100.00%", "")
    );
}

#[test]
fn a_plan_above_its_goal_goes_on_in_the_tail_on_a_scale_of_its_own() {
    let mut award = learner("8607-award");
    award.pick(&["8607-520", "8607-518"]);
    let bar = bar(&award);
    assert!(bar.now > 6 && bar.now < 12);
    // From 6 at 84 % to 12 at the end.
    assert_eq!(end(&bar), 8_400 + (bar.now - 6) * 1_600 / 6);
    assert!(bar.segments.iter().all(|one| !one.is_over));
}

#[test]
fn without_a_most_a_plan_above_its_goal_fills_the_bar_and_the_goal_moves_in() {
    let mut award = learner("8604-award");
    award.pick(&["8604-308", "8604-401"]);
    let met = bar(&award);
    assert_eq!(end(&met), 10_000);
    let mut diploma = learner("8607-diploma");
    let all: Vec<String> = diploma
        .qualification
        .units
        .iter()
        .map(|unit| unit.code.to_string())
        .collect();
    let first: Vec<&str> = all.iter().take(20).map(String::as_str).collect();
    diploma.pick(&first);
    let bar = bar(&diploma);
    assert!(bar.now > 37);
    assert!((9_999..=10_000).contains(&end(&bar)), "{}", end(&bar));
    assert_eq!(hundredths(&bar.goal), 37 * 10_000 / bar.now);
}

#[test]
fn what_is_above_the_limit_of_a_group_is_drawn_as_too_much() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-501", "8607-400", "8607-401"]);
    let bar = bar(&certificate);
    let drawn = |one: &Segment| (one.code.clone(), one.is_over);
    let drawn: Vec<(String, bool)> = bar.segments.iter().map(drawn).collect();
    let drawn: Vec<(&str, bool)> = drawn
        .iter()
        .map(|(code, over)| (code.as_str(), *over))
        .collect();
    assert_eq!(
        drawn,
        [("501", false), ("400", false), ("401", false), ("", true)],
        "the code stands once, where there is most room"
    );
    let pot = pot(&certificate, 1);
    assert_eq!(
        (pot.words.as_str(), pot.state),
        ("8, limit 6", Some(State::Broken))
    );
    assert_eq!(hundredths(&pot.filled) + hundredths(&pot.over), 10_000);
    assert_eq!(pot.mark, "75.00%", "the limit: 6 of 8");
}

#[test]
fn a_group_is_read_aloud_with_what_is_asked_of_it_and_how_far_it_has_come() {
    let names = |learner: &Learner| [pot(learner, 0).name, pot(learner, 1).name];
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-501", "8607-400", "8607-401"]);
    assert_eq!(
        names(&certificate),
        [
            "Group 1, at least 7 credits, Open: 3 of 7",
            "Group 2, at most 6 credits, Broken: 8, limit 6"
        ]
    );
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    assert_eq!(
        names(&diploma),
        [
            "Group 1, 3 credits chosen",
            "Group 2, at most 18 credits, Met: 0 credits chosen"
        ]
    );
    assert_eq!(
        pot(&learner("8604-award"), 0).name,
        "Group 1, 2 units, 0 of 2"
    );
}

#[test]
fn below_the_bar_stands_what_each_group_has() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-400"]);
    let legend = bar(&diploma).legend;
    assert_eq!(
        legend,
        [
            (0, "Group\u{a0}1: 3".to_owned()),
            (1, "Group\u{a0}2: 4".to_owned())
        ]
    );
    assert_eq!(
        PlanBar::name(&diploma.qualification),
        "Credits of your plan"
    );
}

#[test]
fn a_bar_is_in_the_measure_of_the_rules_and_units_that_are_counted_are_equally_wide() {
    let mut raku = learner_of(MEASURES, "raku");
    let all: Vec<String> = raku
        .qualification
        .units
        .iter()
        .map(|unit| unit.code.to_string())
        .collect();
    raku.pick(&all.iter().take(2).map(String::as_str).collect::<Vec<_>>());
    let units = bar(&raku);
    let widths: Vec<f64> = units
        .segments
        .iter()
        .map(|one| pixels(&one.width, PHONE))
        .collect();
    assert_eq!(widths.len(), 2);
    assert!((widths[0] - widths[1]).abs() < 0.1, "{widths:?}");
    assert_eq!(PlanBar::name(&raku.qualification), "Units of your plan");
    assert_eq!((units.now, units.full), (2, 2));
    raku.act(Action::Remove(code(&all[1])));
    let (one, left) = (bar(&raku), head(&raku));
    assert_eq!((one.now, one.full), (1, 2), "room for what is missing");
    assert_eq!(one.goal, "", "nothing is asked of the whole");
    assert!(left.sentence.starts_with("1 unit to go"), "{left:?}");
    let width = pixels(&one.segments[0].width, PHONE);
    assert!((width - PHONE / 2.0).abs() < 1.5, "half of it: {width}");
    let mut pottery = learner_of(MEASURES, "pottery");
    pottery.pick(&["P1", "P3"]);
    let hours = bar(&pottery);
    assert_eq!((hours.now, hours.full), (160, 220));
    let widths: Vec<f64> = hours
        .segments
        .iter()
        .map(|one| pixels(&one.width, PHONE))
        .collect();
    assert!(
        (widths[0] - widths[1] * 100.0 / 60.0).abs() < 0.2,
        "{widths:?}"
    );
    assert_eq!(
        (head(&pottery).number, head(&pottery).rest),
        ("160".to_owned(), "of 220 hours".to_owned())
    );
    assert_eq!(head(&pottery).hours, "", "they are the number itself");
}

#[test]
fn a_unit_of_several_groups_is_drawn_once_in_the_group_that_counts_it() {
    let mut award = changed("catalogues/small.json", "small-award", |text| {
        text.replacen(
            r#""groups": ["#,
            r#""groups": [{"id": "more", "title": "More", "units": ["A-1", "A-2"]},"#,
            1,
        )
    });
    assert!(award.qualification.groups.len() > 1);
    award.pick(&["A-1", "A-2"]);
    let drawn = bar(&award).segments;
    let codes: Vec<&str> = drawn.iter().map(|one| one.unit.as_str()).collect();
    let mut once = codes.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(codes.len(), once.len(), "{codes:?}");
    let legend = bar(&award).legend;
    let own = |(_, words): &(usize, String)| -> u32 {
        words.rsplit(' ').next().unwrap().parse().unwrap()
    };
    assert_eq!(legend.iter().map(own).sum::<u32>(), award.number());
}

#[test]
fn a_unit_that_does_not_count_is_not_in_the_bar_and_is_in_the_list_with_its_reason() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-530", "8607-501"]);
    let drawn = bar(&diploma).segments;
    assert_eq!(drawn.len(), 1);
    let picked = diploma.sees(|current| current.picked(|_| None));
    let picked: Vec<(&str, &str)> = picked
        .iter()
        .map(|one| (one.short.as_str(), one.reason.as_str()))
        .collect();
    assert_eq!(
        picked,
        [
            ("501", ""),
            ("530", "Replaced by 550 on 1 July 2020. Not counted")
        ]
    );
}

#[test]
fn picked_units_stand_by_their_day_and_then_as_listed() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-503", "8607-400"]);
    diploma.act(Action::Schedule(
        code("8607-400"),
        DayOrMonth::month(2027, 3),
    ));
    diploma.act(Action::Schedule(
        code("8607-503"),
        DayOrMonth::month(2027, 1),
    ));
    let picked = diploma.sees(|current| current.picked(|_| None));
    let rows: Vec<(&str, &str, String)> = picked
        .iter()
        .map(|one| {
            (
                one.short.as_str(),
                one.planned.as_str(),
                one.figures.join(", "),
            )
        })
        .collect();
    assert_eq!(rows[0].0, "503");
    assert_eq!(rows[0].1, "by Jan 2027");
    assert_eq!((rows[1].0, rows[1].1), ("400", "by Mar 2027"));
    assert_eq!(
        (rows[2].0, rows[2].1, rows[2].2.as_str()),
        ("501", "", "3 credits, 8 hours")
    );
}

#[test]
fn the_head_says_what_is_left_in_one_sentence_and_nothing_before_the_engine_has_come() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-501", "8607-503"]);
    let open = head(&certificate);
    assert_eq!(
        (open.number.as_str(), open.rest.as_str()),
        ("7", "of 13 credits")
    );
    assert_eq!(
        (open.state, open.sentence.as_str()),
        (Some(State::Open), "6 credits to go")
    );
    certificate.pick(&["8607-400", "8607-415"]);
    let met = head(&certificate);
    assert_eq!((met.number.as_str(), met.rest.as_str()), ("13", "credits"));
    assert_eq!(
        (met.sentence.as_str(), met.more.as_str()),
        ("Complete", "All three rules are met")
    );
    assert!(met.hours.ends_with(" hours"), "{}", met.hours);
    let mut early = learner("8607-certificate").without_engine();
    early.pick(&["8607-501"]);
    let head = head(&early);
    assert_eq!(
        (head.number.as_str(), head.state, head.sentence.as_str()),
        ("3", None, "")
    );
    assert_eq!(pot(&early, 0).state, None);
}

#[test]
fn what_was_not_worked_out_is_neither_open_nor_broken() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    let mut found = diploma.assessment();
    found.state = State::NotKnown;
    found.judgements[0].state = State::NotKnown;
    let headline = wording::headline(&diploma.qualification, &found);
    assert_eq!(headline.sentence, "Not worked out: too many ways");
    assert_eq!(headline.more, "One rule is still undecided.");
    let lines = wording::rule_lines(&diploma.qualification, &found);
    assert_eq!(lines[0].state, Some(State::NotKnown));
    assert_eq!(
        (lines[0].name.as_str(), lines[0].figure.as_str()),
        ("Credits in all", "3")
    );
}

#[test]
fn a_broken_plan_names_the_rule_with_value_and_limit_and_how_many_more_there_are() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-400", "8607-401"]);
    let broken = head(&certificate);
    assert_eq!(broken.sentence, "Too many Group\u{a0}2 credits: 8, limit 6");
    assert_eq!(
        (broken.state, broken.more.as_str()),
        (Some(State::Broken), "")
    );
}

#[test]
fn a_mandatory_unit_that_cannot_count_is_named_where_it_breaks_the_plan() {
    let diploma = learner_of("catalogues/small.json", "small-diploma");
    let title = &diploma.qualification.unit(&code("A-1")).unwrap().title;
    assert_eq!(
        head(&diploma).sentence,
        format!("“{title}” is mandatory and cannot count in this plan")
    );
}

#[test]
fn among_others_a_plan_is_told_by_what_is_left_and_once_it_is_met_by_its_hours() {
    let in_short = |learner: &Learner| {
        learner
            .sees(|current| wording::headline_in_short(current.qualification, current.assessment))
    };
    let mut award = learner("8607-award");
    award.pick(&["8607-501"]);
    assert_eq!(in_short(&award), "3 credits to go, with at least 1 unit");
    award.pick(&["8607-502"]);
    assert_eq!(in_short(&award), "Complete, 22 hours");
}

#[test]
fn what_is_left_names_conditions_in_another_measure_in_one_and_none_that_another_says() {
    let left = |learner: &Learner| head(learner).sentence.replace('\u{a0}', " ");
    let mut pottery = learner_of(MEASURES, "pottery");
    pottery.pick(&["P1", "P2"]);
    assert_eq!(
        left(&pottery),
        "60 hours to go, with at least 1 unit from Optional units"
    );
    let mut without_glaze = learner_of(MEASURES, "pottery");
    without_glaze.pick(&["P1"]);
    assert_eq!(
        left(&without_glaze),
        "120 hours to go, with “Glaze” and at least 1 unit from Optional units"
    );
    let mut of_groups = changed("catalogues/whole/other-measures.json", "pottery", |text| {
        text.replacen(
            r#"{"id": "mandatory", "kind": "mandatory", "units": ["P1", "P2"], "heading": "Structure"}"#,
            r#"{"id": "first", "kind": "amount", "measure": "units", "group": "mandatory", "at_least": 2, "heading": "Structure"}"#,
            1,
        )
    });
    assert_eq!(
        left(&of_groups),
        "220 hours to go, with at least 3 units, at least 2 of them from Mandatory units"
    );
    of_groups.pick(&["P1"]);
    assert_eq!(
        left(&of_groups),
        "120 hours to go, with at least 2 units, at least 1 of them from Mandatory units"
    );
}
