//! The units that somebody has as a ladder, from which each leads to a plan.

use leptos::prelude::*;

use crate::app::arriving;
use crate::app::components::sheet::Sheet;
use crate::app::screens::ladder::{Wanted, wanted};
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::wording::ladder as words;

/// The sheet of what they count for.
#[component]
pub(super) fn HeldPlans(typed: RwSignal<String>, open: RwSignal<bool>) -> View {
    let stores = expect_context::<Stores>();
    let title = Signal::stored(words::WHAT_UNITS_COUNT_FOR.to_owned());
    let body = move || arriving::place(move || wanted(Wanted::Typed(stores, typed)));
    view! { <Sheet title open body=Box::new(body) /> }.built()
}
