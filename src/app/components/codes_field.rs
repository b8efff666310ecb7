//! A list of units that is typed or pasted.

use leptos::html;
use leptos::prelude::*;

use super::sentence::sentence;
use crate::app::view::{Build, View, live, pressed};
use crate::wording;

/// What is done with the text, and what is said of it, in lines.
pub(crate) type Act = Box<dyn Fn(&str) -> Vec<String>>;

/// A field for codes or titles, the button that does something with them, and in lines what came of that.
#[component]
pub(crate) fn CodesField(
    label: &'static str,
    /// The id of what can be pasted.
    note: &'static str,
    button: &'static str,
    act: Act,
) -> View {
    let typed = NodeRef::<html::Textarea>::new();
    let answer = NodeRef::<html::Div>::new();
    let found = RwSignal::new(Vec::new());
    let press = move || {
        if let Some(typed) = typed.get_untracked() {
            found.set(act(&typed.value()));
            // It may stand below what is in view of the sheet: once it says it.
            let answer = answer.get_untracked();
            queue_microtask(move || {
                if let Some(answer) = answer {
                    answer.scroll_into_view_with_bool(false);
                }
            });
        }
    };
    let lines = move || {
        let lines = found.get().into_iter();
        lines
            .map(|line: String| view! { <p>{sentence(&line)}</p> }.built())
            .collect::<Vec<_>>()
    };
    view! {
        <div class="qp-part">
            <label class="qp-field">
                <span>{label}</span>
                <textarea
                    node_ref=typed
                    rows="3"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby=note
                ></textarea>
            </label>
            <p class="qp-hint" id=note>{wording::PASTE_CODES}</p>
            <button type="button" class="qp-button" on:click=pressed(press)>{button}</button>
            <div node_ref=answer class="qp-codes-found" role="status">{live(lines)}</div>
        </div>
    }
    .built()
}
