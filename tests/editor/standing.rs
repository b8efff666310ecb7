//! Where the plan stands: totals, bars, groups, what does not count, and what can be pressed.

use qualification_planner::assess::{Context, Limit, NODES, State, effective, repair};
use qualification_planner::editor::{Controls, page};
use qualification_planner::plan::Action;
use qualification_planner::qualification::VariantId;
use qualification_planner::wording;

use crate::support::{Learner, changed, code, date, learner};

fn controls(learner: &Learner) -> Controls {
    learner.sees(|current| current.controls(&learner.history))
}

/// “Night” asks for the second unit; two units earn a title.
fn with_pathways() -> Learner {
    let more = r#""pathways": [{"id": "day", "title": "Day"}, {"id": "night", "title": "Night"}],
        "endorsements": [{"title": "Small Award (Practice)", "amounts": [{"measure": "units", "at_least": 2}]}],
        "rules": [
            {"id": "night", "kind": "mandatory", "units": ["A-2"], "heading": "Rules", "when": {"pathways": ["night"]}},
            {"id": "practice", "kind": "condition", "text": "100 hours of practice", "heading": "Rules"},"#;
    changed("catalogues/small.json", "small-award", |text| {
        text.replacen("\"rules\": [", more, 1)
    })
}

#[test]
fn the_total_follows_each_tick_against_what_the_rules_ask() {
    let mut award = learner("8607-award");
    assert_eq!(award.total(), "0 of 6 to 12 credits, 6 more");
    award.pick(&["8607-520"]);
    assert_eq!(award.total(), "6 of 6 to 12 credits");
    award.pick(&["8607-523"]);
    assert_eq!(award.total(), "14 of 6 to 12 credits, 2 too many");
}

#[test]
fn a_plan_is_open_until_its_last_unit_and_met_with_it() {
    let mut award = learner("8604-award");
    assert_eq!(award.stands(), "2 rules still open");
    award.pick(&["8604-308"]);
    assert!(award.stands().contains("still open"));
    award.pick(&["8604-401"]);
    assert_eq!(award.stands(), "All rules met");
}

#[test]
fn a_plan_over_a_limit_is_broken_and_comes_back_with_the_unit_taken_out() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-400", "8607-401"]);
    assert_eq!(certificate.stands(), "1 rule broken");
    assert!(certificate.row("8607-401").is_picked, "warned, not blocked");
    certificate.act(Action::Remove(code("8607-401")));
    assert!(certificate.stands().contains("still open"));
}

#[test]
fn a_group_says_what_the_other_rules_need_from_it() {
    let diploma = learner("8607-diploma");
    let context = Context::on(date("2026-11-22"));
    let plan = diploma.history.now();
    let all = effective(
        &diploma.qualification,
        plan,
        &context,
        &mut Limit::nodes(NODES),
    );
    let lines = diploma.sees(|current| {
        all.iter()
            .map(|one| current.left_to_group(one))
            .collect::<Vec<_>>()
    });
    assert_eq!(
        lines[0],
        "The other rules need at least 19 credits from here."
    );
    assert_eq!(lines[1], "");
}

#[test]
fn a_plan_without_a_pathway_is_judged_by_the_one_that_fits_best_and_says_which() {
    let mut award = with_pathways();
    award.pick(&["A-1"]);
    let assumed = |learner: &Learner| learner.sees(|current| current.assumed());
    assert_eq!(assumed(&award), "No pathway is chosen: judged by Day.");
    award.act(Action::SetPathway(VariantId::new("night")));
    assert_eq!(assumed(&award), "");
    assert_eq!(award.stands(), "3 rules still open");
}

#[test]
fn a_condition_that_is_no_unit_is_asked_for_ticked_and_unticked() {
    let mut award = with_pathways();
    award.pick(&["A-1", "A-2"]);
    assert_eq!(award.stands(), "1 rule still open");
    let condition = |learner: &Learner| learner.sees(|current| current.conditions()).remove(0);
    let asked = condition(&award);
    assert_eq!(
        (asked.text.as_str(), asked.is_ticked),
        ("100 hours of practice", false)
    );
    award.act(Action::Tick(asked.rule, true));
    assert!(condition(&award).is_ticked);
    assert_eq!(award.stands(), "All rules met");
    award.history.undo();
    assert!(!condition(&award).is_ticked);
}

#[test]
fn a_picked_unit_that_does_not_count_is_named_with_its_reason_and_a_way_out() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-530", "8607-501"]);
    let all = diploma.uncounted(|_| None);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].code, code("8607-530"));
    assert_eq!(all[0].reason, "Replaced by 550 on 1 July 2020. Not counted");
    diploma.act(Action::Remove(code("8607-530")));
    assert!(diploma.uncounted(|_| None).is_empty());
}

#[test]
fn a_unit_that_the_catalogue_has_lost_is_named_by_what_it_was_called() {
    let mut award = learner("8607-award");
    award.pick(&["8607-999"]);
    let all = award.uncounted(|_| Some("Leading by Post".to_owned()));
    assert_eq!(all[0].title, "Leading by Post");
    assert!(all[0].reason.starts_with("Not a unit of the"));
}

#[test]
fn nothing_can_be_pressed_that_would_change_nothing() {
    let mut award = learner("8604-award");
    let all = |pick_mandatory, undo, redo, clear| Controls {
        pick_mandatory,
        undo,
        redo,
        clear,
    };
    assert_eq!(controls(&award), all(true, false, false, false));
    award.pick(&["8604-308"]);
    assert_eq!(controls(&award), all(true, true, false, true));
    award.pick(&["8604-401"]);
    assert_eq!(controls(&award), all(false, true, false, true));
    award.history.undo();
    award.history.undo();
    assert_eq!(controls(&award), all(true, false, true, false));
}

#[test]
fn mandatory_units_are_not_offered_where_there_are_none() {
    assert!(!controls(&learner("8607-award")).pick_mandatory);
}

#[test]
fn every_mandatory_unit_is_picked_in_one_step() {
    let mut certificate = learner("8603-certificate");
    let of = std::sync::Arc::clone(&certificate.qualification);
    let units = wording::mandatory(&of).unwrap();
    certificate.act(Action::PickAll(units.to_vec()));
    assert_eq!(certificate.stands(), "All rules met");
    certificate.history.undo();
    assert!(certificate.history.now().picks().is_empty());
}

#[test]
fn before_the_engine_has_come_a_unit_that_is_known_to_be_closed_adds_nothing() {
    let mut diploma = learner("8607-diploma").without_engine();
    diploma.pick(&["8607-501", "8607-530"]);
    let before = diploma.number();
    diploma.has_engine = true;
    assert_eq!(diploma.number(), before);
}

#[test]
fn a_long_list_is_shown_page_by_page_and_the_focus_goes_to_the_first_new_row() {
    let first = page(250, 100, 100);
    assert_eq!(
        (first.showing, first.focus, first.next, first.rest),
        (100, None, 100, 150)
    );
    let second = page(250, 200, 100);
    assert_eq!(
        (second.showing, second.focus, second.next, second.rest),
        (200, Some(100), 50, 50)
    );
    let last = page(250, 300, 100);
    assert_eq!(
        (last.showing, last.focus, last.next, last.rest),
        (250, Some(200), 0, 0)
    );
    let short = page(3, 100, 100);
    assert_eq!((short.showing, short.focus, short.rest), (3, None, 0));
}

#[test]
fn taking_all_units_out_is_one_step_that_can_be_taken_back() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-503"]);
    let total = diploma.total();
    diploma.act(Action::Clear);
    assert_eq!(diploma.number(), 0);
    assert!(!controls(&diploma).clear);
    diploma.history.undo();
    assert_eq!(diploma.total(), total);
}

#[test]
fn a_step_back_takes_the_last_tick_alone_and_a_new_tick_ends_the_way_forward() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-503"]);
    diploma.history.undo();
    assert!(diploma.row("8607-501").is_picked && !diploma.row("8607-503").is_picked);
    assert!(controls(&diploma).redo);
    diploma.pick(&["8607-504"]);
    assert!(!controls(&diploma).redo);
    diploma.history.undo();
    diploma.history.redo();
    assert!(diploma.row("8607-504").is_picked);
}

#[test]
fn a_title_that_a_choice_earns_comes_and_goes_with_the_choice() {
    let mut award = with_pathways();
    award.pick(&["A-1", "A-2"]);
    let titles = |learner: &Learner| wording::endorsements(&learner.assessment());
    assert_eq!(titles(&award), "Earns the title Small Award (Practice).");
    award.history.undo();
    assert_eq!(titles(&award), "");
}

#[test]
fn a_plan_over_the_limit_of_the_whole_says_by_how_much_and_what_to_take_out() {
    let mut award = learner("8607-award");
    award.pick(&["8607-520", "8607-523"]);
    let said = award.sees(|current| current.plan_head().sentence);
    assert_eq!(said, "Too many credits: 14, limit 12");
    let (plan, limit) = (award.history.now(), &mut Limit::nodes(NODES));
    let context = Context::on(date("2026-11-22"));
    let ways = repair(&award.qualification, plan, &context, 3, limit).repairs;
    let labels = ways
        .iter()
        .map(|way| wording::repair(&award.qualification, way).label);
    assert!(
        labels.clone().any(|label| label == "Take out 8607-520"),
        "{:?}",
        labels.collect::<Vec<_>>()
    );
}

#[test]
fn every_rule_has_its_figure_its_heading_and_how_it_is_read() {
    let mut certificate = learner("8607-certificate");
    let facts = |learner: &Learner| learner.sees(|current| current.rule_facts());
    let find = |learner: &Learner, text: &str| {
        let mut all = facts(learner).into_iter();
        all.find(|fact| fact.text.contains(text)).unwrap()
    };
    certificate.pick(&["8607-501", "8607-400"]);
    let from_two = find(&certificate, "from Group 2");
    assert_eq!(from_two.figure, "you have 4");
    assert_eq!(from_two.state, Some(State::Met));
    assert_eq!(from_two.heading, "Rules of Combination");
    assert!(from_two.reading.is_some());
    let closed = find(&certificate, "8607-530");
    assert_eq!((closed.figure.as_str(), closed.state), ("not chosen", None));
    certificate.pick(&["8607-530"]);
    assert_eq!(find(&certificate, "8607-530").figure, "you chose 530");
}

#[test]
fn hours_are_told_as_published_and_never_added_up() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-501"]);
    let hours = certificate.sees(|current| current.hours());
    let terms: Vec<&str> = hours.iter().map(|(term, _)| *term).collect();
    assert_eq!(terms[0], "Guided learning of your units");
    assert_eq!(hours[0].1, "8 hours");
    assert!(terms.contains(&"Induction"), "{terms:?}");
    assert!(!terms.iter().any(|term| term.contains("in all")));
}

#[test]
fn a_unit_that_is_not_here_is_named_by_what_was_known_of_it_or_by_its_code() {
    let mut award = learner("8607-award");
    award.pick(&["Z-1"]);
    let named = |title: Option<&str>| {
        let picked = award.sees(|current| current.picked(|_| title.map(str::to_owned)));
        picked.into_iter().map(|one| one.title).collect::<Vec<_>>()
    };
    assert_eq!(named(Some("An old unit")), ["An old unit"]);
    assert_eq!(named(None), ["Z-1"]);
}
