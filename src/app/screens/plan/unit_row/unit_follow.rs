//! The row of a unit follows the plan.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::unit_ways::UnitWays;
use crate::app::components::progress_mark::progress_mark;
use crate::app::components::sentence::sentence;
use crate::app::view::{Build, View};
use crate::editor::RowView;
use crate::qualification::UnitCode;

/// Has a row that was drawn show what the plan makes of its unit. `read` is what is read aloud of the unit before its
/// note.
///
/// One effect sets all of a row: with one for each class and text, five thousand rows would have six times as many.
pub(in crate::app::screens::plan) fn follow(
    code: UnitCode,
    row: RwSignal<RowView>,
    drawn: &View,
    read: String,
) {
    let view = drawn.element().clone();
    let part = |selector: &str| view.query_selector(selector).ok().flatten();
    let (Some(input), Some(note)) = (part("input"), part(".qp-unit-note")) else {
        return;
    };
    let input: HtmlInputElement = input.unchecked_into();
    let said = said(&note, read);
    let mut progress: Option<View> = None;
    let mut ways = Owner::current().map(|owner| (code, owner));
    let mut last = RowView {
        is_picked: input.checked(),
        is_shown: true,
        ..RowView::default()
    };
    let show = RenderEffect::new(move |_| {
        let is = row.get();
        if is == last && input.checked() == is.is_picked {
            return;
        }
        input.set_checked(is.is_picked);
        let classes = [
            ("qp-unit--picked", is.is_picked),
            ("qp-unit--closed", is.is_closed && !is.is_picked),
            ("qp-unit--uncounted", is.is_closed && is.is_picked),
            ("qp-hidden", !is.is_shown),
        ];
        for (class, on) in classes {
            let _ = view.class_list().toggle_with_force(class, on);
        }
        if is.progress != last.progress {
            let mark = progress_mark(is.progress);
            if let Some(before) = progress.replace(mark.clone()) {
                before.element().remove();
            }
            let _ = said.before_with_node_1(mark.element());
        }
        if is.note != last.note {
            said.replace_children_with_node_1(sentence(&is.note).element());
        }
        let has_ways = is.instead.is_some() || is.achieved.is_some() || !is.kept_out_by.is_empty();
        if has_ways && let Some((code, owner)) = ways.take() {
            // They stay, and so are not of this effect, which runs again.
            let id = input.id();
            let build = || untrack(|| view! { <UnitWays code row id /> }.built());
            let ways = owner.with(build);
            let _ = view.append_child(ways.element());
        }
        last = is;
    });
    StoredValue::new(show);
}

/// Puts into the note of a row what is read aloud before it, and gives the place of the note itself.
fn said(note: &Element, read: String) -> Element {
    let words = view! { <span class="qp-unseen">{read}</span> }.built();
    let place = view! { <span></span> }.built();
    let _ = note.append_child(words.element());
    let _ = note.append_child(place.element());
    place.element().clone()
}
