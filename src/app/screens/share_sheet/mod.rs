//! The sheet by which a plan goes to others: as a link, as a picture of that, as files and on paper.

pub(super) mod copy;
mod copy_link;
mod hand_on;
mod plan_code;
mod plan_files;
mod plan_link;
mod shared_link;

use leptos::prelude::*;

use crate::app::arriving;
use crate::app::components::sheet::{Body, Sheet};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::wording::heading;
use plan_code::PlanCode;
use plan_files::PlanFiles;
use plan_link::PlanLink;
use shared_link::SharedLink;

/// The sheet itself. What stands in it comes with a part of the program when it is first opened.
#[component]
pub(crate) fn ShareSheet(open: RwSignal<bool>) -> View {
    let editor = expect_context::<EditorStore>();
    let title = Signal::derive(move || {
        let name = editor.stores().plans().name_of_snapshot(&editor.snapshot());
        heading::share(&name)
    });
    let body: Body = Box::new(move || {
        let fetch = move || lazy::loading(body(editor));
        arriving::place(fetch)
    });
    view! { <Sheet title open body /> }.built()
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn body(editor: EditorStore) -> Fetched<View> {
    let link = SharedLink::new(editor);
    let body = view! {
        <div class="qp-share">
            <PlanLink link />
            <PlanCode link />
            <PlanFiles />
        </div>
    };
    Ok(body.built())
}
