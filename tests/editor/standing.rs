//! Where the plan stands: totals, bars, groups, what does not count, and what can be pressed.

use qualification_planner::assess::{Context, Limit, NODES, State, effective, repair};
use qualification_planner::editor::{
    AdviceView, BarView, Controls, GroupView, PlanView, page, rules,
};
use qualification_planner::plan::Action;
use qualification_planner::qualification::{Bounds, VariantId};
use qualification_planner::wording;

use crate::support::{Learner, changed, code, date, learner, learner_of};

fn group(learner: &Learner, place: usize) -> GroupView {
    learner.sees(|current| current.group(&current.qualification.groups[place]))
}

fn controls(learner: &Learner) -> Controls {
    learner.sees(|current| current.controls(&learner.history))
}

fn advice(learner: &Learner) -> AdviceView {
    learner.sees(|current| current.advice())
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
fn the_total_is_a_number_with_the_rest_behind_it() {
    let award = learner("8607-award");
    let bar = award.sees(|current| current.total_bar());
    assert_eq!(bar.number_and_rest(), ("0", "of 6 to 12 credits, 6 more"));
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
fn the_bar_of_the_plan_has_a_piece_for_each_group() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-400"]);
    let bar = diploma.sees(|current| current.total_bar());
    assert_eq!(bar.pieces, [3, 4]);
    assert_eq!((bar.least(), bar.most()), (Some(37), None));
    assert_eq!(
        PlanView::bar_name(&diploma.qualification),
        "Credits of your plan"
    );
}

#[test]
fn what_piece_of_the_bar_is_which_group_is_told_where_there_are_several() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501", "8607-400"]);
    let lines = diploma.sees(|current| current.legend());
    assert_eq!(lines, ["Group 1, 3", "Group 2, 4"]);
    assert!(
        learner("8604-award")
            .sees(|current| current.legend())
            .is_empty()
    );
}

#[test]
fn a_group_says_how_far_it_has_come_against_its_own_rule() {
    let mut certificate = learner("8607-certificate");
    assert_eq!(
        group(&certificate, 0).bar.words,
        "0 of at least 7 credits, 7 more"
    );
    certificate.pick(&["8607-501", "8607-400"]);
    let first = group(&certificate, 0);
    assert_eq!(first.bar.words, "3 of at least 7 credits, 4 more");
    assert_eq!(first.state, Some(State::Open));
    let second = group(&certificate, 1);
    assert_eq!(second.bar.words, "4 of at most 6 credits");
    assert_eq!(second.state, Some(State::Met));
}

#[test]
fn a_group_of_which_too_much_is_picked_is_marked_as_broken() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-400", "8607-401"]);
    let second = group(&certificate, 1);
    assert_eq!(second.state, Some(State::Broken));
    assert!(
        second.bar.words.ends_with("too many"),
        "{}",
        second.bar.words
    );
}

#[test]
fn the_bar_of_a_group_is_named_after_measure_and_group() {
    let of = learner("8607-diploma").qualification;
    assert_eq!(
        GroupView::bar_name(&of, &of.groups[0]),
        "Credits from Group 1"
    );
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
fn a_bar_that_is_empty_and_one_that_is_over_stay_within_their_frame() {
    let bounds = |least, most| Bounds::new(least, most);
    for (pieces, bounds, share, whole) in [
        (vec![0], None, "0.00%", 1),
        (vec![3, 6], bounds(Some(8), Some(12)), "69.23%", 9),
        (vec![40], bounds(None, Some(6)), "88.88%", 40),
        (vec![u32::MAX, 7], None, "100.00%", u32::MAX),
    ] {
        let bar = BarView {
            pieces,
            bounds,
            words: String::new(),
        };
        assert_eq!(bar.share(bar.sum()), share);
        assert_eq!(bar.whole(), whole);
    }
}

#[test]
fn a_bar_has_one_mark_where_the_least_is_the_most() {
    let bar = BarView {
        bounds: Bounds::new(Some(14), Some(14)),
        ..BarView::default()
    };
    assert_eq!((bar.least(), bar.most()), (Some(14), None));
}

#[test]
fn what_else_bounds_the_whole_stands_beside_the_total() {
    let mut units = learner_of(
        "forms/09-units-as-well-as-credits.catalogue.json",
        "leading-award",
    );
    let first = units.qualification.units[0].code.clone();
    let beside = |learner: &Learner| learner.sees(|current| current.summary().beside);
    let before = beside(&units);
    assert!(before.contains("units"), "{before}");
    units.act(Action::Pick(first));
    assert_ne!(beside(&units), before);
    assert_eq!(
        beside(&learner("8607-award")),
        "0 of at least 2 units, 2 more"
    );
}

#[test]
fn a_plan_without_a_pathway_is_judged_by_the_one_that_fits_best_and_says_which() {
    let mut award = with_pathways();
    award.pick(&["A-1"]);
    let assumed = |learner: &Learner| learner.sees(|current| current.summary().assumed);
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
    diploma.sees(|current| {
        let all: Vec<_> = current.uncounted(|_| None).collect();
        assert_eq!((all.len(), current.uncounted_number()), (1, 1));
        assert_eq!(all[0].code, code("8607-530"));
        assert!(
            all[0].reason.starts_with("Closed to learners"),
            "{}",
            all[0].reason
        );
        assert!(all[0].can_be_taken_out);
    });
    diploma.act(Action::Remove(code("8607-530")));
    assert_eq!(diploma.sees(|current| current.uncounted_number()), 0);
}

#[test]
fn a_unit_that_the_catalogue_has_lost_is_named_by_what_it_was_called() {
    let mut award = learner("8607-award");
    award.pick(&["8607-999"]);
    award.sees(|current| {
        let known = |_: &_| Some("Leading by Post".to_owned());
        let all: Vec<_> = current.uncounted(known).collect();
        assert_eq!(all[0].title, "Leading by Post");
        assert!(all[0].reason.starts_with("Not a unit of the"));
        assert!(all[0].can_be_taken_out);
    });
}

#[test]
fn a_mandatory_unit_that_does_not_count_is_not_offered_to_be_taken_out() {
    let mut diploma = learner_of("catalogues/small.json", "small-diploma");
    diploma.pick(&["A-1"]);
    diploma.sees(|current| {
        let all: Vec<_> = current.uncounted(|_| None).collect();
        assert_eq!(all[0].code, code("A-1"));
        assert!(!all[0].can_be_taken_out);
    });
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
fn ways_to_complete_a_plan_are_offered_until_it_is_met_and_ways_to_put_it_right_where_it_is_broken()
{
    let mut certificate = learner("8607-certificate");
    assert_eq!(advice(&certificate), AdviceView::Complete);
    certificate.pick(&["8607-400", "8607-401"]);
    assert_eq!(advice(&certificate), AdviceView::PutRight);
    let mut award = learner("8604-award");
    award.pick(&["8604-308", "8604-401"]);
    assert_eq!(advice(&award), AdviceView::Nothing);
}

#[test]
fn before_the_engine_has_come_the_total_follows_each_tick_and_no_state_is_named() {
    let mut award = learner("8604-award").without_engine();
    award.pick(&["8604-308", "8604-401"]);
    let view = award.sees(|current| current.summary());
    assert!(view.bar.words.starts_with("6 of "), "{}", view.bar.words);
    assert_eq!((view.state, view.assumed.as_str()), (None, ""));
    assert_eq!(group(&award, 0).state, None);
}

#[test]
fn before_the_engine_has_come_a_unit_that_is_known_to_be_closed_adds_nothing() {
    let mut diploma = learner("8607-diploma").without_engine();
    diploma.pick(&["8607-501", "8607-530"]);
    let before = diploma.sees(|current| current.total_bar().sum());
    diploma.has_engine = true;
    assert_eq!(diploma.sees(|current| current.total_bar().sum()), before);
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
    assert_eq!(diploma.sees(|current| current.total_bar().sum()), 0);
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
fn a_rule_that_is_over_says_by_how_much_and_that_adding_does_not_help() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-400", "8607-401"]);
    let rules = rules(&certificate.qualification, &certificate.assessment());
    let mut rules = rules.iter();
    let rule = rules
        .find(|one| one.detail.contains("from Group 2"))
        .unwrap();
    assert_eq!(rule.state, State::Broken);
    assert_eq!(rule.headline, "2 credits too many from Group 2");
    assert!(
        rule.detail
            .starts_with("8 of at most 6 credits from Group 2"),
        "{}",
        rule.detail
    );
    let advice = rule.advice.clone().unwrap_or_default();
    let said = format!("{} {advice}", rule.detail);
    assert!(
        said.contains("Adding units cannot put this rule right."),
        "{said}"
    );
}

#[test]
fn rules_that_cannot_all_be_met_with_what_is_picked_are_named_first() {
    let mut diploma = learner_of("catalogues/small.json", "small-diploma");
    diploma.act(Action::Register(Some(date("2024-01-01"))));
    diploma.pick(&["A-1", "A-2", "A-3"]);
    let all = rules(&diploma.qualification, &diploma.assessment());
    let is_collision = |one: &qualification_planner::editor::RuleView| {
        one.headline == "These rules cannot all be met with what is picked"
    };
    let found = diploma.assessment();
    assert_eq!(all.iter().any(is_collision), !found.collision.is_empty());
    assert_eq!(
        all.len(),
        found.judgements.len() + usize::from(!found.collision.is_empty())
    );
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
    let found = award.assessment();
    let rules = rules(&award.qualification, &found);
    assert_eq!(rules[0].headline, "2 credits too many in all");
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
    assert!(!terms.iter().any(|term| term.contains("Together")));
}
