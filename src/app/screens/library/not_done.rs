//! Why plans of a file could not be added.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::components::sign::Sign;
use crate::app::screens::exports::save_all;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, pressed};
use crate::assess::State;
use crate::editor::Notification;
use crate::wording::{self, act, heading};

/// The id of why plans of a file could not be added: it takes the focus.
pub(super) const NOT_DONE: &str = "qp-not-done";

/// That plans of a file could not be added, why, and a file of every plan as the way out; nothing where nothing is said to
/// have failed.
pub(super) fn not_done(stores: Stores) -> Option<View> {
    let Some(Notification::Failed(failure, added)) = stores.notifications().shown_now() else {
        return None;
    };
    let lines = match added {
        0 => vec![wording::failure(failure).to_owned(), wording::left_out(0)],
        added => Notification::failed_lines(failure, added),
    };
    let lines = lines.into_iter();
    let lines: Vec<View> = lines.map(|line| view! { <p>{line}</p> }.built()).collect();
    let save = pressed(move || {
        save_all(stores);
    });
    let title = view! {
        <Sign state=State::Broken />
        <span>{heading::NOT_DONE}</span>
    };
    let told = view! {
        <div
            id=NOT_DONE
            class="qp-file-told qp-file-came--refused"
            role="group"
            tabindex="-1"
            aria-labelledby="qp-not-done-title"
            aria-describedby="qp-not-done-lines"
        >
            {heading_of(3).id("qp-not-done-title").class("qp-file-title qp-refused").child(title)}
            <div id="qp-not-done-lines" class="qp-file-lines">{lines}</div>
            <div>
                <button type="button" class="qp-button" on:click=save>
                    {act::DOWNLOAD_EVERY_PLAN}
                </button>
            </div>
        </div>
    };
    Some(told.built())
}
