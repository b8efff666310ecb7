//! What is not saved.

use leptos::prelude::*;

use super::broken::{broken, every_plan};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::saved_plans::Session;
use crate::wording::{self, heading};

/// Which plans of this page are in no save.
#[component]
pub(in crate::app::screens::plans) fn Unsaved() -> View {
    let stores = expect_context::<Stores>();
    let told = move || {
        // What is saved here or elsewhere, and what is done with a whole plan, may change it.
        stores.plans().subscribe();
        stores.notifications().shown();
        let name = |session: &Session| {
            let snapshot = session.saved_plan().snapshot();
            stores.plans().name_of_snapshot(&snapshot)
        };
        let lines = stores.saves();
        let lines = lines.each_unsaved(|session| wording::unsaved(&name(session)));
        let is_any = !lines.is_empty();
        is_any.then(|| broken(heading::NOT_ALL_SAVED, lines, vec![every_plan(stores)]))
    };
    view! { <div class="qp-place">{live(told)}</div> }.built()
}
