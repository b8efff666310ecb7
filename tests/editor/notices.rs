//! What is said of the keeping of a plan: once, and when.

use qualification_planner::editor::{
    KeptPlan, LastCopy, Notice, NoticeAction, Notification, changed_lines,
};
use qualification_planner::qualification::Measure;
use qualification_planner::saved_plans::{
    CatalogueDifference, Failure, Saving, UnitSnapshot, Unreadable,
};
use qualification_planner::wording;

use crate::support::code;

const SAVED: KeptPlan<'static> = KeptPlan {
    saving: Saving::Saved,
    is_missing: false,
    is_forked: false,
    differences: &[],
    has_seen: false,
    unreadable: &[],
};

fn gone(unit: &str) -> CatalogueDifference {
    CatalogueDifference::Gone(UnitSnapshot::new(code(unit)).with(Measure::Credits, Some(3)))
}

fn damaged() -> Unreadable {
    Unreadable {
        key: "qualification-planner/x".to_owned(),
        text: "{".to_owned(),
        newer: false,
    }
}

fn headings(kept: &KeptPlan<'_>, came: Option<&Notification>) -> Vec<&'static str> {
    let notices = kept.notices(came).into_iter();
    notices
        .map(|one| one.heading().unwrap_or_default())
        .collect()
}

#[test]
fn a_plan_that_is_saved_and_as_it_was_has_nothing_said_of_it() {
    assert_eq!(SAVED.notices(None), []);
    let done = Notification::Done("“Siân” was duplicated.".to_owned());
    assert_eq!(
        SAVED.notices(Some(&done)),
        [],
        "that is said in the list of plans"
    );
}

#[test]
fn a_plan_is_called_saved_only_once_it_is_surely_out_of_the_page_s_hands() {
    assert_eq!(wording::saving(Saving::Saved, false), "Saving…");
    assert_eq!(
        wording::saving(Saving::Saved, true),
        "Saved in this browser"
    );
}

#[test]
fn nothing_but_a_save_is_called_saved() {
    let others = [
        Saving::Nothing,
        Saving::Failed(Failure::Full),
        Saving::Deleted,
        Saving::Overtaken,
    ];
    for saving in others {
        for is_confirmed in [false, true] {
            let line = wording::saving(saving, is_confirmed);
            assert!(!line.starts_with("Saved"), "{saving:?}: {line}");
        }
    }
}

#[test]
fn a_change_that_cannot_be_saved_is_said_with_the_reason_and_the_ways_out() {
    for (failure, reason) in [
        (Failure::Blocked, "This browser blocks saving"),
        (Failure::Full, "storage is full"),
        (Failure::Altered, "did not keep what was written"),
        (Failure::TooLong, "longer than the 1 MiB"),
    ] {
        let said = Notice::not_saved(Saving::Failed(failure), true);
        let said = said.expect("there is something to lose");
        assert_eq!(said.heading(), Some("Your plan is not saved"));
        let lines = said.lines();
        assert!(lines[0].contains(reason), "{lines:?}");
        assert!(lines[1].starts_with("You can go on"));
        let labels = said.actions().iter().map(|one| one.label());
        let labels: Vec<_> = labels.collect();
        let is_blocked = failure == Failure::Blocked;
        let share = is_blocked.then_some("Share");
        let want: Vec<_> = share
            .into_iter()
            .chain(["Download a copy", "Try again"])
            .collect();
        assert_eq!(labels, want);
        // It is said once, beside the plan, and not above the units too.
        let kept = KeptPlan {
            saving: Saving::Failed(failure),
            ..SAVED
        };
        assert_eq!(kept.notices(None), []);
    }
}

#[test]
fn nothing_is_said_before_there_is_something_to_lose_nor_after_a_save_that_works() {
    let failed = Saving::Failed(Failure::Full);
    assert!(Notice::not_saved(failed, true).is_some());
    assert_eq!(Notice::not_saved(failed, false), None);
    assert_eq!(wording::saving(failed, false), "");
    assert_eq!(Notice::not_saved(Saving::Saved, true), None);
}

#[test]
fn a_plan_that_is_not_here_is_said_not_to_be_until_something_is_planned_in_its_place() {
    let missing = KeptPlan {
        saving: Saving::Nothing,
        is_missing: true,
        ..SAVED
    };
    assert_eq!(missing.notices(None), [Notice::NotHere]);
    let planned = KeptPlan {
        saving: Saving::Saved,
        ..missing
    };
    assert_eq!(planned.notices(None), []);
}

#[test]
fn two_versions_of_a_plan_are_said_to_be_kept_and_the_list_shows_them() {
    let forked = KeptPlan {
        is_forked: true,
        ..SAVED
    };
    let notices = forked.notices(None);
    assert_eq!(notices, [Notice::Conflict]);
    assert!(notices[0].lines()[0].contains("Both versions are kept"));
    assert_eq!(
        notices[0].actions(),
        [NoticeAction::SeeAllPlans, NoticeAction::Close]
    );
}

#[test]
fn what_the_catalogue_has_otherwise_is_listed_until_it_was_read_and_then_named_in_one_line() {
    let all = [gone("AB-1"), CatalogueDifference::Rules];
    let changed = KeptPlan {
        differences: &all,
        ..SAVED
    };
    let notices = changed.notices(None);
    assert_eq!(notices, [Notice::Changed(all.to_vec())]);
    assert_eq!(
        notices[0].lines(),
        [
            "AB-1 (3 credits) is not there any more.",
            "The rules of the qualification are written otherwise now.",
            "The plan has all its units, and is judged by the catalogue as it is now.",
        ]
    );
    assert_eq!(notices[0].actions(), [NoticeAction::Seen]);
    let seen = KeptPlan {
        has_seen: true,
        ..changed
    };
    let notices = seen.notices(None);
    assert_eq!(notices, [Notice::ChangedAndSeen]);
    assert_eq!(notices[0].heading(), None, "a line, and no box");
    assert_eq!(notices[0].actions(), [NoticeAction::ShowAgain]);
}

#[test]
fn of_very_many_differences_the_first_are_listed_and_the_others_counted() {
    let many: Vec<CatalogueDifference> = (0..30)
        .map(|number| gone(&format!("AB-{number}")))
        .collect();
    let lines = changed_lines(&many);
    assert_eq!(lines.len(), 12 + 2);
    assert_eq!(lines[12], "And 18 more.");
}

#[test]
fn what_cannot_be_read_is_offered_as_it_is_and_told_apart_from_what_is_newer() {
    let newer = Unreadable {
        newer: true,
        ..damaged()
    };
    let both = [damaged(), newer];
    let kept = KeptPlan {
        unreadable: &both,
        ..SAVED
    };
    let notices = kept.notices(None);
    assert!(notices[0].lines()[0].contains("damaged"));
    assert!(notices[1].lines()[0].contains("newer version"));
    for notice in notices {
        assert_eq!(
            notice.actions(),
            [NoticeAction::DownloadIt, NoticeAction::RemoveIt]
        );
    }
}

#[test]
fn the_most_urgent_is_said_first() {
    let (differences, unreadable) = ([CatalogueDifference::Rules], [damaged()]);
    let kept = KeptPlan {
        saving: Saving::Failed(Failure::Blocked),
        is_missing: true,
        is_forked: true,
        differences: &differences,
        has_seen: false,
        unreadable: &unreadable,
    };
    let failed = Notification::Failed(Failure::Blocked, 0);
    assert_eq!(
        headings(&kept, Some(&failed)),
        [
            "That could not be done",
            "Two tabs changed this plan",
            "The catalogue was changed since this plan was made",
            "A plan could not be read",
        ]
    );
}

#[test]
fn what_failed_with_whole_plans_is_said_on_its_screen_and_not_on_the_next() {
    let failed = Notification::Failed(Failure::Full, 2);
    assert_eq!(failed.in_plan(), Some(Notice::NotDone(Failure::Full)));
    let partly = Notification::Partly(wording::without_the_unreadable());
    assert_eq!(
        headings(&SAVED, Some(&partly)),
        ["Not every plan is in the file"]
    );
    assert!(failed.is_of_one_screen() && partly.is_of_one_screen());
    assert!(!Notification::Done(String::new()).is_of_one_screen());
}

#[test]
fn plans_that_were_added_before_something_failed_are_counted() {
    let lines = |added| Notification::failed_lines(Failure::Full, added);
    assert_eq!(lines(0).len(), 2);
    assert!(
        lines(3)[2].starts_with("Before that: 3 plans"),
        "{:?}",
        lines(3)
    );
}

#[test]
fn a_copy_is_asked_for_where_the_browser_promises_nothing_and_the_plan_is_met() {
    let never = LastCopy {
        taken: None,
        changed: 100,
    };
    assert!(never.is_due(Saving::Saved, true, Some(false)));
    assert!(
        !never.is_due(Saving::Saved, false, Some(false)),
        "the plan is still open"
    );
    assert!(
        !never.is_due(Saving::Saved, true, Some(true)),
        "the browser has promised"
    );
    assert!(
        !never.is_due(Saving::Saved, true, None),
        "the browser has not answered"
    );
    assert!(
        !never.is_due(Saving::Failed(Failure::Full), true, Some(false)),
        "more is said"
    );
}

#[test]
fn a_copy_is_asked_for_again_once_the_plan_has_changed() {
    let copy = |taken, changed| LastCopy {
        taken: Some(taken),
        changed,
    };
    assert!(!copy(100, 100).is_due(Saving::Saved, true, Some(false)));
    assert!(copy(100, 101).is_due(Saving::Saved, true, Some(false)));
    assert_eq!(
        copy(100, 101).line(Some("today at 10:00")),
        "The last copy of this plan was taken today at 10:00. It was changed since."
    );
    assert_eq!(
        copy(101, 101).line(Some("today at 10:00")),
        "The last copy of this plan was taken today at 10:00."
    );
}

#[test]
fn that_no_copy_was_taken_yet_is_said_by_the_reminder_alone() {
    let never = LastCopy {
        taken: None,
        changed: 100,
    };
    assert_eq!(never.line(None), "");
    assert!(
        never.is_due(Saving::Saved, true, Some(false)),
        "once, when it is met"
    );
    assert!(
        !never.is_due(Saving::Saved, false, Some(false)),
        "not while it is open"
    );
}

#[test]
fn only_that_saving_is_blocked_can_be_closed() {
    for failure in [Failure::Blocked, Failure::Full, Failure::Altered] {
        let notice = Notice::not_saved(Saving::Failed(failure), true).unwrap();
        let is_blocked = failure == Failure::Blocked;
        assert_eq!(notice.may_be_closed(), is_blocked, "{failure:?}");
    }
    assert!(!Notice::Conflict.may_be_closed());
}
