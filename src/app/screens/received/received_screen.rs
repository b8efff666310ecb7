//! The screen of a plan to look at.

use leptos::prelude::*;

use super::body::Body;
use super::files::Files;
use super::keep::{Keep, KeepProps};
use super::offer::Offer;
use super::unknown::Unknown;
use crate::app::screens::catalogue::CatalogueNotice;
use crate::app::screens::{Back, Main, Title};
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::saved_plans::PlanSnapshot;

/// What it is, where it stands, its units, what can be done with it.
#[component]
pub(super) fn ReceivedScreen(snapshot: PlanSnapshot, offer: Offer) -> View {
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
