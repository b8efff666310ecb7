//! A notice of the keeping, with what can be done about it.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::components::banner::{Act, Banner, BannerProps};
use crate::app::screens::share_sheet::copy::copy;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard};
use crate::editor::{Notice, NoticeAction};
use crate::wording::file_name;

/// `share` opens the sheet of the link, `close` takes the notice away.
pub(super) fn notice(
    editor: EditorStore,
    tried: Trigger,
    share: Option<RwSignal<bool>>,
    of: &Notice,
    close: Option<Box<dyn FnMut()>>,
) -> View {
    let actions = of.actions().iter().map(|action| -> Act {
        let (action, of) = (*action, of.clone());
        let act = move || act(editor, tried, share, action, &of);
        (action.label(), Box::new(act))
    });
    let actions: Vec<Act> = actions.collect();
    if let Some(heading) = of.heading() {
        let (heading, lines) = (heading.to_owned(), of.lines());
        return Banner(BannerProps {
            state: None,
            heading,
            lines,
            actions,
            close,
        });
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
