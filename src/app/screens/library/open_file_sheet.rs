//! A file from outside: where it is asked for, what came of it, and what it would bring.

use std::sync::Arc;

use leptos::prelude::*;

use super::file_came::file_came;
use super::file_field::FileField;
use super::file_review::file_review;
use crate::app::arriving;
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::screens::codes;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::wording::{self, act};

/// The sheet in which a file of plans, or a catalogue file, is opened. All that there is to say of the file is said in
/// it. Where a plan is open, units can be added by their codes too.
#[component]
pub(crate) fn OpenFileSheet(open: RwSignal<bool>, #[prop(optional)] with_codes: bool) -> View {
    let stores = expect_context::<Stores>();
    Effect::new(move || {
        open.track();
        // What came of a file goes with the sheet, and another begins anew.
        stores.import().close();
    });
    on_cleanup(move || {
        // The screen may go below it, by what the file brought.
        if open.try_get_untracked() == Some(true) {
            stores.import().leave();
        }
    });
    let title = Signal::stored(act::OPEN_FILE.to_owned());
    let body = move || {
        let asked = arriving::place(move || lazy::loading(asked(open)));
        let codes = with_codes.then(codes::by_codes);
        view! { <div class="qp-open-file">{asked}{codes}</div> }.built()
    };
    view! { <Sheet title open body=Box::new(body) /> }.built()
}

/// The field for a file, below what came of the one before.
#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn asked(open: RwSignal<bool>) -> Fetched<View> {
    let stores = expect_context::<Stores>();
    let reports = stores.catalogues().reports();
    // What is reviewed is built anew where some of it was added before that failed.
    let failed = RwSignal::new(false);
    let came = move || {
        let incoming = stores.import().incoming().map(Arc::new);
        let review = incoming.map(|incoming| file_review(stores, open, failed, &incoming));
        let told = || Some(file_came(stores, open, &reports.opened()?));
        review.or_else(told)
    };
    let is_waiting = move || stores.import().is_waiting();
    let is_refused = move || !is_waiting() && reports.opened().is_some_and(|one| !one.is_whole());
    let is_first = move || !is_waiting() && reports.opened().is_none();
    // Where only the centre's qualifications are shown nobody can add others.
    let about = move || wording::about_files(!stores.centre().is_alone());
    let asked = view! {
        <div class="qp-part">
            <p class="qp-hint" class=("qp-hidden", live(is_waiting)) prop:textContent=live(about)></p>
            <div class="qp-file-came" class=("qp-file-came--refused", live(is_refused))>
                {live(came)}
                <FileField
                    failed
                    is_first=Signal::derive(is_first)
                    is_main=Signal::derive(move || is_refused() || is_first())
                />
            </div>
        </div>
    };
    Ok(asked.built())
}
