//! What would put a broken plan right.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::app::components::icon::{self, Icon};
use crate::app::screens::plan::sheets::STATE;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, Heard, View, pressed};
use crate::editor::RepairView;
use crate::plan::Action;

/// The id of what comes of the first.
const RESULT: &str = "repair-result";

/// The style of a planner that shows them, and how high they stand.
const SHOWN: &str = "qp--repairs";
const HEIGHT: &str = "--qp-repairs";

/// The first repair that was tried and is sound, what comes of it, and the others with what comes of each.
#[component]
pub(super) fn Repairs(repairs: Vec<RepairView>) -> View {
    let editor = expect_context::<EditorStore>();
    stand_clear(editor);
    let mut repairs = repairs.into_iter();
    let first = repairs.next().map(|first| {
        let mend = mends(editor, first.action);
        view! {
            <div class="qp-repair-first">
                <button type="button" class="qp-button qp-button--main" aria-describedby=RESULT on:click=mend>{first.label}</button>
                <p class="qp-hint" id=RESULT>{first.detail}</p>
            </div>
        }
        .built()
    });
    let other = |repair: RepairView| {
        let mend = mends(editor, repair.action);
        view! {
            <li>
                <button type="button" class="qp-repair-other" on:click=mend>
                    <span>{repair.label}</span>
                    <span class="qp-hint">{repair.result}</span>
                    <Icon outline=icon::CHEVRON />
                </button>
            </li>
        }
        .built()
    };
    let others: Vec<View> = repairs.map(other).collect();
    view! {
        <div class="qp-repair">
            {first}
            <ul role="list" class="qp-repair-others">{others}</ul>
        </div>
    }
    .built()
}

fn mends(editor: EditorStore, action: Action) -> Heard<MouseEvent> {
    pressed(move || {
        editor.dispatch(action.clone());
        editor.focus(STATE);
    })
}

/// Has what gets the focus stand clear of them, for as long as they are shown.
fn stand_clear(editor: EditorStore) {
    let Some(root) = editor.stores().page().root() else {
        return;
    };
    let root = StoredValue::new_local(root);
    // Once they are there.
    queue_microtask(move || {
        root.try_with_value(|root| {
            let foot = root.query_selector(".qp-repair").ok().flatten();
            let height = foot.map_or(0, |foot| foot.client_height());
            let _ = root.style().set_property(HEIGHT, &format!("{height}px"));
            let _ = root.class_list().add_1(SHOWN);
        });
    });
    on_cleanup(move || {
        let _ = root.try_with_value(|root| root.class_list().remove_1(SHOWN));
    });
}
