//! A notice of what went wrong.

use leptos::prelude::*;

use crate::app::components::banner::{Act, Banner};
use crate::app::screens::exports::save_all;
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::assess::State;
use crate::wording::act;

/// Its heading, its lines, and what can be done.
pub(super) fn broken(heading: &str, lines: Vec<String>, actions: Vec<Act>) -> View {
    let (state, heading) = (State::Broken, heading.to_owned());
    view! { <Banner state heading lines actions /> }.built()
}

/// What can be done where plans may be lost: a file of every plan.
pub(super) fn every_plan(stores: Stores) -> Act {
    let save = move || {
        save_all(stores);
    };
    (act::DOWNLOAD_EVERY_PLAN, Box::new(save))
}
