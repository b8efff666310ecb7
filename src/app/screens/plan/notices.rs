//! Notices above the units.

use leptos::prelude::*;

use crate::app::screens::catalogue::CatalogueNotice;
use crate::app::screens::saving::KeepingNotices;
use crate::app::view::{Build, View};

/// What is to be said of the plan that is kept and of the catalogues.
#[component]
pub(super) fn Notices() -> View {
    view! {
        <div class="qp-part">
            <KeepingNotices />
            <CatalogueNotice />
        </div>
    }
    .built()
}
