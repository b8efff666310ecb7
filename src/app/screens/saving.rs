//! Whether the plan is kept, in words.

use super::drafts::moment;
use super::exports;
use crate::app::browser;
use crate::app::desk::Desk;
use crate::app::dom::{El, el, said, styled};
use crate::app::parts::icon;
use crate::app::parts::notice::{button, notice};
use crate::app::state::Told;
use crate::assess::State;
use crate::draft::{Difference, Saving, Unreadable};
use crate::exchange::file::Item;
use crate::wording;

/// The line at the top.
pub(crate) fn status(desk: Desk) -> El {
    let words = move || {
        match desk.saving() {
            Saving::Nothing => "Nothing to save yet",
            Saving::Saved if desk.is_confirmed() => "Saved in this browser",
            Saving::Saved => "Saving…",
            Saving::Failed(_) => "Not saved",
            Saving::Deleted => "Deleted from this browser; the next change saves it again",
            Saving::Overtaken => {
                "A newer version of the planner has changed this draft; reload to see it"
            }
        }
        .to_owned()
    };
    styled("p", "qp-saving")
        .live_class("qp-saving--failed", move || {
            matches!(desk.saving(), Saving::Failed(_))
        })
        .live_text(words)
}

/// What went wrong with keeping, as boxes.
pub(crate) fn trouble(desk: Desk) -> El {
    let boxes = move || {
        let mut boxes = Vec::new();
        if let Saving::Failed(failure) = desk.saving() {
            let lines = [
                wording::failure(failure).to_owned(),
                "You can go on: everything you do stays on this page until you close it."
                    .to_owned(),
            ];
            let actions = vec![
                button("Download a copy", move || copy(desk)),
                button("Download every draft", move || {
                    if exports::save_all(desk.state()) {
                        desk.note_copied();
                    }
                }),
                button("Try again", move || {
                    desk.save();
                    desk.focus_heading();
                }),
            ];
            boxes.push(notice("Your plan is not saved", &lines, actions));
        }
        match desk.state().told() {
            Some(Told::Failed(failure, _)) => {
                let lines = [wording::failure(failure).to_owned()];
                boxes.push(notice("That could not be done", &lines, Vec::new()));
            }
            Some(Told::Partly(why)) => boxes.push(exports::partly(why)),
            _ => {}
        }
        if desk.is_missing() && desk.saving() == Saving::Nothing {
            let lines = [wording::no_such_draft().to_owned()];
            boxes.push(notice("This draft is not here", &lines, Vec::new()));
        }
        if !desk.copies().is_empty() {
            let lines = [wording::forked().to_owned()];
            let actions = vec![
                button("See all drafts", move || desk.state().go_home()),
                button("Close", move || {
                    desk.dismiss_copies();
                    desk.focus_heading();
                }),
            ];
            boxes.push(notice("Two tabs changed this draft", &lines, actions));
        }
        let differences = desk.differences();
        let note = move |label: &str, seen: bool| {
            button(label, move || {
                desk.note(seen);
                desk.focus_heading();
            })
        };
        if !differences.is_empty() {
            boxes.push(if desk.has_seen() {
                let again = note("Show what it was", false).attr("class", "qp-link");
                said("p", "The catalogue was changed since this plan was made. ").with(again)
            } else {
                changed(&differences, vec![note("I have seen this", true)])
            });
        }
        boxes.extend(
            desk.unreadable()
                .into_iter()
                .map(|found| unreadable(desk, found)),
        );
        boxes
    };
    el("div").attr("class", "qp-trouble").live(boxes)
}

/// The same in one line, for the summary: it stays in view wherever the reader is.
pub(crate) fn unsaved(desk: Desk) -> El {
    let line = move || match desk.saving() {
        Saving::Failed(_) => vec![
            icon::mark(State::Broken),
            said("span", "This plan is not saved"),
            button("Download a copy of the plan", move || copy(desk)),
        ],
        _ => Vec::new(),
    };
    styled("div", "qp-unsaved").live(line)
}

fn unreadable(desk: Desk, found: Unreadable) -> El {
    let lines = [wording::unreadable(&found).to_owned()];
    let kept = found.text.clone();
    let actions = vec![
        button("Download it", move || {
            browser::download("unreadable-draft.json", &kept);
        }),
        button("Remove it", move || desk.forget(&found)),
    ];
    notice("A draft could not be read", &lines, actions)
}

/// What is not as it was when a plan was made.
pub(super) fn changed(differences: &[Difference], actions: Vec<El>) -> El {
    const MOST: usize = 12;
    let mut lines = wording::at_most(differences, MOST, wording::difference);
    lines.push(
        "The plan has all its units, and is judged by the catalogue as it is now.".to_owned(),
    );
    notice(
        "The catalogue was changed since this plan was made",
        &lines,
        actions,
    )
}

/// That a copy should be taken, where the browser does not promise to keep the plan and there is
/// something in it to lose.
pub(crate) fn reminder(desk: Desk) -> El {
    const WORTH: usize = 3;
    styled("p", "qp-hint qp-reminder").live_text(move || {
        let (copied, changed) = desk.copied();
        let worth = desk.plan(|plan| plan.picks().len() >= WORTH);
        let safe = desk.state().promised() != Some(false) || copied >= Some(changed);
        if !worth || safe || desk.saving() != Saving::Saved {
            return String::new();
        }
        format!("{} {}", last_copy(desk), wording::not_promised())
    })
}

/// When a copy of the plan was last taken out of the browser.
pub(super) fn last_copy(desk: Desk) -> String {
    let (copied, changed) = desk.copied();
    let when = copied.and_then(|copied| moment(desk.state(), copied));
    wording::last_copy(when.as_deref(), copied < Some(changed))
}

/// Offers the plan as a file.
pub(super) fn copy(desk: Desk) {
    let item = item(desk);
    exports::save_one(desk.state(), item);
    desk.note_copied();
}

/// The plan as it is shown, for a file.
fn item(desk: Desk) -> Item {
    Item::of(&desk.draft())
}
