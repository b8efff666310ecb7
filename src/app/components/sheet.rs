//! A sheet over the screen: a dialog of the browser, which keeps the focus in it and gives it back.

use leptos::html;
use leptos::prelude::*;
use web_sys::{Event, HtmlDialogElement, MouseEvent};

use super::heading::heading_of;
use super::icon::{self, Icon};
use crate::app::focus;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::wording::act;

/// The id of the heading of the sheet that is open.
pub(crate) const TITLE: &str = "sheet-title";

/// What stands in a sheet: built when it opens.
pub(crate) type Body = Box<dyn Fn() -> View + Send + Sync>;

/// A sheet under a title, there while `open` says so: its body is built when it opens, and goes when it closes.
///
/// Escape, the button and a press beside it close it.
#[component]
pub(crate) fn Sheet(
    /// The style of its kind, beside that of all.
    #[prop(optional)]
    kind: &'static str,
    /// Names it.
    #[prop(into)]
    title: Signal<String>,
    open: RwSignal<bool>,
    body: Body,
) -> View {
    let dialog = NodeRef::<html::Dialog>::new();
    let beside = heard(move |event: MouseEvent| {
        // What is drawn of the dialog is all in its frame: who presses the dialog itself presses beside it.
        if event.target() == event.current_target() {
            open.set(false);
        }
    });
    // Escape closes it in the task in which it is pressed: the browser tells that it has closed some time later, and until
    // then a key that opens it again would find it open. A field for a file in the sheet has an event of this name, too.
    let cancelled = heard(move |event: Event| {
        if event.target() == event.current_target() {
            open.set(false);
        }
    });
    // The browser tells of it some time later, when the sheet may be open again.
    let closed = heard(move |_| {
        let is_open = dialog.get_untracked().is_some_and(|dialog| dialog.open());
        if !is_open {
            open.set(false);
        }
    });
    let frame = move || {
        let close = pressed(move || open.set(false));
        let title = live(move || title.get());
        let title = heading_of(2)
            .class("qp-sheet-title")
            .prop("textContent", title);
        let title = title.id(TITLE).tabindex("-1").autofocus(true);
        let frame = view! {
            <div class="qp-sheet-frame">
                <div class="qp-sheet-head">
                    {title}
                    <button type="button" class="qp-icon-button" aria-label=act::CLOSE on:click=close>
                        <Icon outline=icon::CLOSE />
                    </button>
                </div>
                {body()}
            </div>
        };
        frame.built()
    };
    let sheet = view! {
        <dialog
            node_ref=dialog
            class=format!("qp-sheet {kind}")
            aria-label=live(move || title.get())
            on:cancel=cancelled
            on:close=closed
            on:click=beside
        >
            {live(move || open.get().then(&frame))}
        </dialog>
    };
    let sheet = sheet.built();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            show(&dialog, open.get());
        }
    });
    sheet
}

fn show(dialog: &HtmlDialogElement, is_open: bool) {
    if is_open && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !is_open && dialog.open() {
        focus::close(dialog);
    }
}
