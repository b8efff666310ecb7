use leptos::prelude::*;

use super::body::Body;
use super::files::Files;
use super::offer::{Keep, KeepProps, Offer};
use super::units::Bare;
use crate::app::components::heading::heading_of;
use crate::app::screens::catalogue::{CatalogueNotice, CentreNotice};
use crate::app::screens::{Back, Main, Title};
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::saved_plans::PlanSnapshot;
use crate::wording::{self, heading};

/// The screen of a plan to look at: what it is, where it stands, its units, what can be done with it.
#[component]
pub(super) fn Received(snapshot: PlanSnapshot, offer: Offer) -> View {
    let stores = expect_context::<Stores>();
    let catalogue = stores.catalogues().all_now();
    let of = catalogue
        .qualification(&snapshot.plan.qualification)
        .cloned();
    let title = stores.plans().name_of_snapshot(&snapshot);
    let Offer {
        what,
        keep,
        note,
        more,
    } = offer;
    // What waits here says so itself.
    let is_unknown = keep.is_some();
    let body = of.as_ref().map_or_else(
        || view! { <Unknown snapshot=&snapshot is_said=is_unknown /> }.built(),
        |of| view! { <Body of=of snapshot=&snapshot /> }.built(),
    );
    let keep = keep.map(|label| {
        Keep(KeepProps {
            snapshot: snapshot.clone(),
            label,
        })
    });
    let content = view! {
        <div class="qp-part">
            <div class="qp-heading">
                <Back />
                <Title text=title />
                <p>{what}</p>
                {note}
            </div>
            <CatalogueNotice />
            {body}
            <Files of snapshot more />
            {keep}
        </div>
    };
    view! { <Main class="qp-screen qp-received" content=content.built() /> }.built()
}

/// What there is to see of a plan whose qualification is not here.
#[component]
fn Unknown<'a>(snapshot: &'a PlanSnapshot, is_said: bool) -> View {
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
