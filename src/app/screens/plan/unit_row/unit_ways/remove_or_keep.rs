//! A unit that does not count since another does, in its row.

use leptos::prelude::*;

use crate::app::components::with_code::with_code;
use crate::app::screens::plan::sheets::STATE;
use crate::app::screens::plan::ways_out::keep_this;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, pressed};
use crate::editor::RowView;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording;

/// Takes the unit out, or the one that counts in its place. The buttons go with that, and leave the focus on its box, or
/// where the plan stands where that is no longer listed.
#[component]
pub(super) fn RemoveOrKeep(code: UnitCode, row: RwSignal<RowView>, id: String) -> View {
    let editor = expect_context::<EditorStore>();
    let words = with_code(wording::remove_unit(&editor.qualification(), &code));
    let done = move || {
        let id = id.clone();
        queue_microtask(move || {
            let is_listed = row.with_untracked(|row| row.is_shown);
            editor.focus(if is_listed { &id } else { STATE });
        });
    };
    let (gone, after) = (code.clone(), done.clone());
    let remove = pressed(move || {
        editor.dispatch(Action::Remove(gone.clone()));
        after();
    });
    view! {
        <div class="qp-part">
            <button type="button" class="qp-button" on:click=remove>{words}</button>
            {keep_this(code, done)}
        </div>
    }
    .built()
}
