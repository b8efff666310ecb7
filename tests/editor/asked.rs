//! What is searched for where somebody looks at it: ways to get further, and what a unit would do.

use qualification_planner::editor::{KeptOut, RepairView};
use qualification_planner::plan::Action;
use qualification_planner::qualification::GroupId;

use crate::support::{changed, code, learner_of};
use crate::tab::{Tab, pick, shipped, storage};

#[test]
fn a_required_unit_is_told_to_be_required_before_the_click() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    let required = "Every way to complete the plan has this unit.";
    assert_eq!(tab.outlook("8604-401"), required);
    tab.act(pick("8604-308"));
    let with = format!("{required} With it, the plan is complete.");
    assert_eq!(tab.outlook("8604-401"), with);
    tab.act(pick("8604-401"));
    assert_eq!(tab.outlook("8604-401"), "");
}

#[test]
fn of_a_free_unit_nothing_is_told_but_that_it_completes_the_plan() {
    let (storage, of) = (storage(), shipped("8607-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    let outlook = |tab: &Tab<'_>| tab.outlook("8607-518");
    assert_eq!(outlook(&tab), "");
    tab.act(pick("8607-520"));
    assert_eq!(outlook(&tab), "It completes the plan.");
    tab.act(pick("8607-519"));
    assert_eq!(outlook(&tab), "");
    tab.undo();
    assert_eq!(outlook(&tab), "It completes the plan.");
}

#[test]
fn a_unit_that_would_break_a_rule_is_told_to_do_so_and_beside_which_pick() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-400"));
    assert_eq!(
        tab.outlook("8607-401"),
        "Would break: At most 6 credits from Group 2. No valid combination has it together with 8607-400. The plan \
         could no longer be completed."
    );
}

#[test]
fn of_a_unit_that_would_not_count_nothing_is_told_beside_its_reason() {
    let (storage, of) = (storage(), shipped("8607-award"));
    let tab = Tab::new(&storage, "me", &of);
    assert_eq!(tab.outlook("8607-521"), "");
}

#[test]
fn a_picked_unit_of_several_groups_says_in_which_it_counts() {
    let of = changed("catalogues/small.json", "small-diploma", |text| {
        text.replace("\"units\": [\"A-3\"]", "\"units\": [\"A-2\", \"A-3\"]")
    });
    let (storage, of) = (storage(), of.qualification);
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("A-2"));
    let group = GroupId::new("two");
    tab.act(Action::SetGroup(code("A-2"), group));
    assert_eq!(tab.outlook("A-2"), "Counts in Two.");
}

#[test]
fn nothing_is_told_of_a_unit_that_the_qualification_does_not_have() {
    let (storage, of) = (storage(), shipped("8607-award"));
    assert_eq!(Tab::new(&storage, "me", &of).outlook("8607-999"), "");
}

#[test]
fn a_repair_does_what_its_button_says_and_the_first_completes_the_plan() {
    let (storage, of) = (storage(), shipped("8607-certificate"));
    let mut tab = Tab::new(&storage, "me", &of);
    for unit in ["8607-400", "8607-401", "8607-520"] {
        tab.act(pick(unit));
    }
    let repairs = tab.editor.repairs();
    let completes = |one: &RepairView| {
        let (first, among) = ("Then your plan is complete: ", "Complete with ");
        one.detail.starts_with(first) && one.result.starts_with(among)
    };
    assert!(completes(&repairs[0]), "{repairs:?}");
    assert!(completes(&repairs[1]), "{repairs:?}");
    assert_eq!(repairs[2].label, "Take out “Management Role”");
    assert_eq!(
        repairs[2].result,
        "10 credits, 21 hours. 3 credits to go, at least 1 of them from Group\u{a0}1"
    );
    assert_eq!(repairs.len(), 3);
    for repair in repairs {
        tab.act(repair.action);
        let announced = tab.announcement();
        assert_eq!(
            announced.ends_with("Complete."),
            repair.result.starts_with("Complete")
        );
        tab.undo();
    }
}

#[test]
fn what_the_rules_leave_to_a_group_hangs_on_no_pick() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    let before = tab.editor.effective();
    tab.act(pick("8607-501"));
    assert_eq!(tab.editor.effective(), before);
}

/// The picked units in whose place others count, each with those of which it is tried that without them it counts.
fn kept_out(tab: &Tab<'_>) -> Vec<(String, Vec<String>)> {
    let of_one = |one: &KeptOut| {
        let others = one.in_place_of.iter().map(ToString::to_string);
        (one.code.to_string(), others.collect())
    };
    tab.editor.kept_out().iter().map(of_one).collect()
}

#[test]
fn the_unit_that_counts_in_place_of_another_can_be_taken_out_for_it_to_count() {
    let (storage, law) = (
        storage(),
        learner_of(
            "forms/17-one-content-two-codes.catalogue.json",
            "law-certificate",
        )
        .qualification,
    );
    let mut tab = Tab::new(&storage, "me", &law);
    tab.act(Action::PickAll(vec![code("UT-101"), code("UT-110")]));
    assert_eq!(kept_out(&tab), []);
    tab.act(pick("UT-201"));
    let one = ("UT-201".to_owned(), vec!["UT-101".to_owned()]);
    assert_eq!(kept_out(&tab), [one]);
}

#[test]
fn a_unit_that_others_keep_out_too_is_not_said_to_count_without_the_one() {
    // Without LS-25, LS-30 counts, and of LS-30 and LS-92 one counts.
    let of = changed(
        "forms/15-barred-pair-and-one-that-bars.catalogue.json",
        "economics-certificate",
        |text| {
            text.replace(
                "\"units\": [\"LS-59\", \"LS-92\"]",
                "\"units\": [\"LS-25\", \"LS-59\", \"LS-92\"]",
            )
        },
    );
    let (storage, of) = (storage(), of.qualification);
    let mut tab = Tab::new(&storage, "me", &of);
    let units = ["LS-25", "LS-30", "LS-59", "LS-92"].map(code);
    tab.act(Action::PickAll(units.to_vec()));
    for (unit, others) in kept_out(&tab) {
        for other in others {
            tab.act(Action::Remove(code(&other)));
            let mut found = tab.editor.assessment().units.iter();
            let is = found.find(|one| one.code == code(&unit)).unwrap();
            assert_eq!(is.not_counted, None, "{unit} without {other}");
            tab.undo();
        }
    }
    let all = kept_out(&tab);
    assert!(all.iter().any(|(_, others)| others.is_empty()), "{all:?}");
}
