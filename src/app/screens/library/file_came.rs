//! What came of a file without plans.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::components::sign::Sign;
use crate::app::screens::catalogue::lines;
use crate::app::stores::{CAME, OpenedCatalogue, Stores};
use crate::app::view::{Build, View, pressed};
use crate::assess::State;
use crate::wording::{act, heading};

/// What came of a file in which there are no plans to look at: which file it is, why it cannot be opened, what to do, and
/// that nothing has changed; or that its qualifications were added.
pub(super) fn file_came(stores: Stores, open: RwSignal<bool>, opened: &OpenedCatalogue) -> View {
    let is_whole = opened.is_whole();
    let (state, title) = if is_whole {
        (State::Met, heading::file_added(&opened.name))
    } else if opened.added {
        (State::Broken, heading::file_problem(&opened.name))
    } else {
        (State::Broken, heading::file_refused(&opened.name))
    };
    let heading = heading_of(3).child(view! {
        <Sign state />
        <span>{title}</span>
    });
    let [plain, places] = lines(opened).map(|lines| -> Vec<View> {
        let lines = lines.into_iter();
        lines.map(|line| view! { <p>{line}</p> }.built()).collect()
    });
    // For who mends the file. Who only wanted to open it has read enough.
    let places = (!places.is_empty())
        .then(|| view! { <div class="qp-file-lines qp-hint">{places}</div> }.built());
    let see = move || {
        open.set(false);
        stores.router().lead_home();
    };
    let see = is_whole.then(|| {
        view! {
            <button type="button" class="qp-button qp-button--main" on:click=pressed(see)>
                {act::SEE_ALL_QUALIFICATIONS}
            </button>
        }
        .built()
    });
    view! {
        <div
            id=CAME
            class="qp-file-told"
            role="group"
            tabindex="-1"
            aria-labelledby="qp-file-title"
            aria-describedby="qp-file-lines"
        >
            {heading.id("qp-file-title").class("qp-file-title").class(("qp-refused", !is_whole))}
            <div id="qp-file-lines" class="qp-file-lines">{plain}</div>
            {places}
            {see}
        </div>
    }
    .built()
}
