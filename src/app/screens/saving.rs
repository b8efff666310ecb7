//! Whether the plan is kept, in words.

use leptos::prelude::*;

use super::share::copy::{copies, copy};
use crate::app::browser;
use crate::app::components::banner::{Act, Banner};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::assess::State;
use crate::editor::{KeptPlan, Notice, NoticeAction};
use crate::saved_plans::Saving;
use crate::wording::{self, file_name};

/// Whether it is saved. It is drawn nowhere: who looks for it by ear finds it. What goes wrong is said where it is seen.
#[component]
pub(crate) fn SavingLine() -> View {
    let editor = expect_context::<EditorStore>();
    let words = move || {
        let saving = editor.saving();
        // Asked for where it matters: a binding that does not ask does not run again.
        let is_confirmed = saving != Saving::Saved || editor.is_confirmed();
        wording::saving(saving, is_confirmed).to_owned()
    };
    view! { <p class="qp-unseen" prop:textContent=live(words)></p> }.built()
}

/// What is to be said of the keeping of the plan. What stands there already is not said again.
#[component]
pub(crate) fn KeepingNotices() -> View {
    let editor = expect_context::<EditorStore>();
    let notices = Memo::new(move |_| {
        let (differences, unreadable) = (editor.differences(), editor.unreadable());
        let kept = KeptPlan {
            saving: editor.saving(),
            is_missing: editor.is_missing(),
            is_forked: !editor.copies().is_empty(),
            differences: &differences,
            has_seen: editor.has_seen(),
            unreadable: &unreadable,
        };
        kept.notices(editor.stores().notifications().shown().as_ref())
    });
    let tried = Trigger::new();
    let boxes = move || -> Vec<View> {
        let notices = notices.get().into_iter();
        notices.map(|of| shown(editor, tried, None, &of)).collect()
    };
    view! { <div class="qp-trouble">{live(boxes)}</div> }.built()
}

/// `share` opens the sheet of the link.
fn shown(editor: EditorStore, tried: Trigger, share: Option<RwSignal<bool>>, of: &Notice) -> View {
    let actions = of.actions().iter().map(|action| -> Act {
        let (action, of) = (*action, of.clone());
        let act = move || act(editor, tried, share, action, &of);
        (action.label(), Box::new(act))
    });
    let actions: Vec<Act> = actions.collect();
    if let Some(heading) = of.heading() {
        let (heading, lines) = (heading.to_owned(), of.lines());
        return view! { <Banner heading lines actions /> }.built();
    }
    let links = actions.into_iter().map(|(label, mut act)| {
        let pressed = heard(move |_: web_sys::MouseEvent| act());
        view! { <button type="button" class="qp-link" on:click=pressed>{label}</button> }.built()
    });
    let links: Vec<View> = links.collect();
    view! { <p>{of.lines().concat()}" "{links}</p> }.built()
}

fn act(
    editor: EditorStore,
    tried: Trigger,
    share: Option<RwSignal<bool>>,
    action: NoticeAction,
    of: &Notice,
) {
    match (action, of) {
        (NoticeAction::DownloadCopy, _) => copy(editor),
        (NoticeAction::Share, _) => {
            if let Some(share) = share {
                share.set(true);
            }
        }
        (NoticeAction::TryAgain, _) => {
            editor.save();
            tried.notify();
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

/// That it is not saved, at the head of “My plan” and above what is docked: in view wherever the reader is, once something
/// was done that can be lost.
#[component]
pub(crate) fn NotSavedNotice(share: RwSignal<bool>) -> View {
    let editor = expect_context::<EditorStore>();
    let notice = Memo::new(move |_| {
        let is_begun = editor.plan(|plan| !plan.picks().is_empty()) || editor.controls().undo;
        Notice::not_saved(editor.saving(), is_begun)
    });
    // Who has tried again hears what came of it, also where that is the same.
    let tried = Trigger::new();
    let shown = move || {
        tried.track();
        notice
            .get()
            .map(|of| shown(editor, tried, Some(share), &of))
    };
    view! { <div class="qp-unsaved">{live(shown)}</div> }.built()
}

/// That a copy should be taken, where the browser does not promise to keep the plan and the plan is met. It stands by the
/// button that does it: above the units it would move the row that was just ticked.
#[component]
pub(crate) fn CopyReminder() -> View {
    let editor = expect_context::<EditorStore>();
    let words = move || {
        let is_met = editor.is_judged() && editor.assessment(|_, found| found.state == State::Met);
        let promised = editor.stores().saves().promised();
        if !copies(editor).is_due(editor.saving(), is_met, promised) {
            return String::new();
        }
        wording::reminder().to_owned()
    };
    view! { <p class="qp-hint qp-reminder" prop:textContent=live(words)></p> }.built()
}
