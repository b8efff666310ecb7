//! What stands in the card of a plan.

use leptos::prelude::*;

use super::acting::Acting;
use super::kept::{about, moment};
use super::link::Link;
use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::components::standing::standing;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, pressed};
use crate::wording::{self, act};

/// A plan: its name, what it is for, its bar and where it stands, when it was changed. All of it is the way to the plan;
/// what else can be done with it stands behind the three dots.
#[component]
pub(super) fn Card<'a>(plan: &'a PlanSummary, acting: Acting) -> View {
    let stores = expect_context::<Stores>();
    let name = stores.plans().name_of(plan);
    let catalogue = stores.catalogues().all_now();
    let id = &plan.snapshot.plan.qualification;
    let of = catalogue.qualification(id).cloned();
    let about = about(&name, of.as_deref(), id);
    let judge = |of| stores.plans().judge(of, &plan.snapshot.plan);
    let standing = of.as_deref().map(|of| standing(of, &judge(of)));
    let versions = of.as_ref().and_then(|of| {
        let (then, now) = (plan.snapshot.catalogue_version.checked?, of.source.checked);
        (then != now).then(|| wording::catalogue_versions(then, now))
    });
    let changed = moment(stores, plan.changed).map(|when| wording::changed(&when));
    let tags = [
        (plan.copy, wording::CONFLICTING_COPY),
        (plan.newer, wording::OF_NEWER_VERSION),
    ];
    let tags = tags.into_iter().filter(|(is, _)| *is);
    let tags = tags.map(|(_, tag)| view! { <p class="qp-plan-tag">{tag}</p> }.built());
    let tags: Vec<View> = tags.collect();
    // What a newer version made is not written here.
    let more = (!plan.newer).then(|| {
        let (label, of) = (act::of_one(act::MORE, &name), plan.clone());
        let open = pressed(move || acting.open(of.clone()));
        view! {
            <button type="button" class="qp-icon-button" aria-haspopup="dialog" aria-label=label on:click=open>
                <Icon outline=icon::MORE />
            </button>
        }
        .built()
    });
    let hint = |words: String| view! { <p class="qp-hint">{words}</p> }.built();
    view! {
        <div class="qp-part">
            {heading_of(2).class("qp-plan-title").child(view! { <Link plan /> })}
            {more}
            {about.map(hint)}
            {standing}
            {changed.map(hint)}
            {versions.map(hint)}
            {tags}
        </div>
    }
    .built()
}
