//! A plan to look at whose qualification is not here.

use leptos::prelude::*;

use super::bare::Bare;
use crate::app::components::heading::heading_of;
use crate::app::screens::catalogue::CentreNotice;
use crate::app::view::{Build, View};
use crate::saved_plans::PlanSnapshot;
use crate::wording::{self, heading};

/// What there is to see of it.
#[component]
pub(super) fn Unknown<'a>(snapshot: &'a PlanSnapshot, is_said: bool) -> View {
    let plan = &snapshot.plan;
    let unknown = is_said.then(|| wording::unknown_in_link(&plan.qualification));
    let unknown = unknown.map(|words| view! { <p>{words}</p> }.built());
    let has_units = !plan.picks().is_empty();
    let units = has_units.then(|| heading_of(2).child(heading::UNITS));
    view! {
        <div class="qp-part">
            <CentreNotice />
            {unknown}
            {units}
            <Bare snapshot />
        </div>
    }
    .built()
}
