use leptos::prelude::*;

use crate::app::components::bar::Bar;
use crate::app::components::head::Head;
use crate::app::view::{Build, View};
use crate::editor::{PlanBar, PlanHead};

/// The number of the plan, where it stands, and its bar.
#[component]
pub(super) fn SharedHead(head: PlanHead, bar: PlanBar, label: String) -> View {
    view! {
        <div class="qp-part">
            <Head head=Signal::stored(head) />
            <Bar bar=Signal::stored(bar) label />
        </div>
    }
    .built()
}
