//! Whether the plan is kept, in words.

use super::exports;
use super::share::copy::{copies, copy};
use crate::app::browser;
use crate::app::components::mark::mark;
use crate::app::components::notice::{button, notice};
use crate::app::dom::{El, el, said, styled};
use crate::app::stores::editor::EditorStore;
use crate::assess::State;
use crate::editor::{KeptPlan, Notice, NoticeAction, changed_lines};
use crate::saved_plans::{CatalogueDifference, Saving};
use crate::wording::{self, act, file_name, heading};

/// The line at the top.
pub(crate) fn status(editor: EditorStore) -> El {
    let words = move || {
        let saving = editor.saving();
        // Asked for where it matters: a binding that does not ask does not run again.
        let is_confirmed = saving != Saving::Saved || editor.is_confirmed();
        wording::saving(saving, is_confirmed).to_owned()
    };
    // It is drawn nowhere: who looks for it by ear finds it. What goes wrong is said where it is seen.
    styled("p", "qp-unseen").live_text(words)
}

/// What is to be said of the keeping of the plan, as boxes.
pub(crate) fn trouble(editor: EditorStore) -> El {
    let boxes = move || {
        let (differences, unreadable) = (editor.differences(), editor.unreadable());
        let kept = KeptPlan {
            saving: editor.saving(),
            is_missing: editor.is_missing(),
            is_forked: !editor.copies().is_empty(),
            differences: &differences,
            has_seen: editor.has_seen(),
            unreadable: &unreadable,
        };
        let notices = kept
            .notices(editor.stores().notifications().shown().as_ref())
            .into_iter();
        notices.map(|one| shown(editor, &one)).collect()
    };
    el("div").attr("class", "qp-trouble").live(boxes)
}

fn shown(editor: EditorStore, of: &Notice) -> El {
    let buttons = of.actions().iter().map(|action| {
        let (action, of) = (*action, of.clone());
        button(action.label(), move || act(editor, action, &of))
    });
    if let Some(heading) = of.heading() {
        return notice(heading, &of.lines(), buttons.collect());
    }
    let links = buttons.map(|button| button.attr("class", "qp-link"));
    said("p", &format!("{} ", of.lines().concat())).with_all(links.collect())
}

fn act(editor: EditorStore, action: NoticeAction, of: &Notice) {
    match (action, of) {
        (NoticeAction::DownloadCopy, _) => copy(editor),
        (NoticeAction::DownloadEveryPlan, _) => {
            if exports::save_all(editor.stores()) {
                editor.log_copy();
            }
        }
        (NoticeAction::TryAgain, _) => {
            editor.save();
            editor.focus_heading();
        }
        (NoticeAction::SeeAllPlans, _) => editor.stores().router().go_home(),
        (NoticeAction::Close, _) => {
            editor.dismiss_copies();
            editor.focus_heading();
        }
        (NoticeAction::Seen | NoticeAction::ShowAgain, _) => {
            editor.note(action == NoticeAction::Seen);
            editor.focus_heading();
        }
        (NoticeAction::DownloadIt, Notice::Unreadable(found)) => {
            browser::download(file_name::UNREADABLE_PLAN, &found.text);
        }
        (NoticeAction::RemoveIt, Notice::Unreadable(found)) => editor.forget(found),
        (NoticeAction::DownloadIt | NoticeAction::RemoveIt, _) => {}
    }
}

/// The same in one line, for the foot of “My plan”: it stays in view wherever the reader is.
pub(crate) fn unsaved(editor: EditorStore) -> El {
    let line = move || match editor.saving() {
        Saving::Failed(_) => vec![
            mark(State::Broken),
            said("span", wording::PLAN_NOT_SAVED),
            button(act::DOWNLOAD_COPY_OF_PLAN, move || copy(editor)),
        ],
        _ => Vec::new(),
    };
    styled("div", "qp-unsaved").live(line)
}

/// What is not as it was when a plan was made.
pub(super) fn changed(differences: &[CatalogueDifference], actions: Vec<El>) -> El {
    notice(heading::CHANGED, &changed_lines(differences), actions)
}

/// That a copy should be taken, where the browser does not promise to keep the plan and the
/// plan is met.
pub(crate) fn reminder(editor: EditorStore) -> El {
    styled("p", "qp-hint qp-reminder").live_text(move || {
        let is_met = editor.is_judged() && editor.assessment(|_, found| found.state == State::Met);
        let promised = editor.stores().saves().promised();
        if !copies(editor).is_due(editor.saving(), is_met, promised) {
            return String::new();
        }
        wording::reminder().to_owned()
    })
}
