//! What could not be done.

use leptos::prelude::*;

use super::broken::{broken, every_plan};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::editor::Notification;
use crate::wording::heading;

/// What failed of what was done last with whole plans.
#[component]
pub(in crate::app::screens::plans) fn NotDone() -> View {
    let stores = expect_context::<Stores>();
    let told = move || {
        Some(match stores.notifications().shown()? {
            // That stands above all plans, also where there is none.
            Notification::Done(_) | Notification::Carried(_) => return None,
            Notification::Failed(failure, added) => {
                let lines = Notification::failed_lines(failure, added);
                let actions = vec![every_plan(stores)];
                broken(heading::NOT_DONE, lines, actions)
            }
            Notification::Partly(why) => {
                broken(heading::NOT_ALL_IN_FILE, vec![why.to_owned()], Vec::new())
            }
        })
    };
    view! { <div class="qp-place">{live(told)}</div> }.built()
}
