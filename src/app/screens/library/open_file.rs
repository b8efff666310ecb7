//! Where a file is opened on the start screen.

use leptos::prelude::*;

use super::open_file_sheet::OpenFileSheet;
use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View, pressed};
use crate::wording::act;

/// The button that opens the sheet, and the sheet.
#[component]
pub(crate) fn OpenFile() -> View {
    let open = RwSignal::new(false);
    view! {
        <div class="qp-actions">
            <button type="button" class="qp-button" on:click=pressed(move || open.set(true))>
                <Icon outline=icon::FOLDER />
                {act::OPEN_FILE}
            </button>
            <OpenFileSheet open />
        </div>
    }
    .built()
}
