//! Whether the plan is kept, in words.

use super::exports;
use super::plans::moment;
use crate::app::browser;
use crate::app::desk::Desk;
use crate::app::dom::{El, el, said, styled};
use crate::app::parts::icon;
use crate::app::parts::notice::{button, notice};
use crate::assess::State;
use crate::editor::{KeptPlan, LastCopy, Notice, NoticeAction, changed_lines};
use crate::exchange::file::Item;
use crate::saved_plans::{CatalogueDifference, Saving};
use crate::wording::{self, act, file_name, heading};

/// The line at the top.
pub(crate) fn status(desk: Desk) -> El {
    let words = move || {
        let saving = desk.saving();
        // Asked for where it matters: a binding that does not ask does not run again.
        let is_confirmed = saving != Saving::Saved || desk.is_confirmed();
        wording::saving(saving, is_confirmed).to_owned()
    };
    styled("p", "qp-saving")
        .live_class("qp-saving--failed", move || {
            matches!(desk.saving(), Saving::Failed(_))
        })
        .live_text(words)
}

/// What is to be said of the keeping of the plan, as boxes.
pub(crate) fn trouble(desk: Desk) -> El {
    let boxes = move || {
        let (differences, unreadable) = (desk.differences(), desk.unreadable());
        let kept = KeptPlan {
            saving: desk.saving(),
            is_missing: desk.is_missing(),
            is_forked: !desk.copies().is_empty(),
            differences: &differences,
            has_seen: desk.has_seen(),
            unreadable: &unreadable,
        };
        let notices = kept
            .notices(desk.state().notification().as_ref())
            .into_iter();
        notices.map(|one| shown(desk, &one)).collect()
    };
    el("div").attr("class", "qp-trouble").live(boxes)
}

fn shown(desk: Desk, of: &Notice) -> El {
    let buttons = of.actions().iter().map(|action| {
        let (action, of) = (*action, of.clone());
        button(action.label(), move || act(desk, action, &of))
    });
    if let Some(heading) = of.heading() {
        return notice(heading, &of.lines(), buttons.collect());
    }
    let links = buttons.map(|button| button.attr("class", "qp-link"));
    said("p", &format!("{} ", of.lines().concat())).with_all(links.collect())
}

fn act(desk: Desk, action: NoticeAction, of: &Notice) {
    match (action, of) {
        (NoticeAction::DownloadCopy, _) => copy(desk),
        (NoticeAction::DownloadEveryPlan, _) => {
            if exports::save_all(desk.state()) {
                desk.log_copy();
            }
        }
        (NoticeAction::TryAgain, _) => {
            desk.save();
            desk.focus_heading();
        }
        (NoticeAction::SeeAllPlans, _) => desk.state().go_home(),
        (NoticeAction::Close, _) => {
            desk.dismiss_copies();
            desk.focus_heading();
        }
        (NoticeAction::Seen | NoticeAction::ShowAgain, _) => {
            desk.note(action == NoticeAction::Seen);
            desk.focus_heading();
        }
        (NoticeAction::DownloadIt, Notice::Unreadable(found)) => {
            browser::download(file_name::UNREADABLE_DRAFT, &found.text);
        }
        (NoticeAction::RemoveIt, Notice::Unreadable(found)) => desk.forget(found),
        (NoticeAction::DownloadIt | NoticeAction::RemoveIt, _) => {}
    }
}

/// The same in one line, for the summary: it stays in view wherever the reader is.
pub(crate) fn unsaved(desk: Desk) -> El {
    let line = move || match desk.saving() {
        Saving::Failed(_) => vec![
            icon::mark(State::Broken),
            said("span", wording::PLAN_NOT_SAVED),
            button(act::DOWNLOAD_COPY_OF_PLAN, move || copy(desk)),
        ],
        _ => Vec::new(),
    };
    styled("div", "qp-unsaved").live(line)
}

/// What is not as it was when a plan was made.
pub(super) fn changed(differences: &[CatalogueDifference], actions: Vec<El>) -> El {
    notice(heading::CHANGED, &changed_lines(differences), actions)
}

/// That a copy should be taken, where the browser does not promise to keep the plan and there is
/// something in it to lose.
pub(crate) fn reminder(desk: Desk) -> El {
    styled("p", "qp-hint qp-reminder").live_text(move || {
        let units = desk.plan(|plan| plan.picks().len());
        let promised = desk.state().promised();
        if !copies(desk).is_due(desk.saving(), units, promised) {
            return String::new();
        }
        wording::reminder(&last_copy(desk))
    })
}

fn copies(desk: Desk) -> LastCopy {
    let (taken, changed) = desk.copied();
    LastCopy { taken, changed }
}

/// When a copy of the plan was last taken out of the browser.
pub(super) fn last_copy(desk: Desk) -> String {
    let copies = copies(desk);
    let when = copies.taken.and_then(|taken| moment(desk.state(), taken));
    copies.line(when.as_deref())
}

/// Offers the plan as a file.
pub(super) fn copy(desk: Desk) {
    let item = item(desk);
    exports::save_one(desk.state(), item);
    desk.log_copy();
}

/// The plan as it is shown, for a file.
fn item(desk: Desk) -> Item {
    Item::of(&desk.saved_plan())
}
