//! The start: the plans that are kept here, and the qualifications that a plan can be started for.

mod examples;
mod filters;
mod have;
mod head;
mod later;
mod narrow;
mod offer_row;
mod offers;
mod state;
mod steps;
mod was_done;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use self::head::Head;
use self::offers::Offers;
use self::steps::Steps;
use crate::app::arriving;
use crate::app::lazy;
use crate::app::screens::Main;
use crate::app::stores::Stores;
use crate::app::tables::rest;
use crate::app::view::{Build, View, heard, live};

pub(crate) use self::filters::filters;
pub(crate) use self::later::{go, keys, part};
use self::state::START;
pub(crate) use self::state::{StartPart, StartScreen};

/// The start screen: as far as the first program has it, with places for what comes later.
pub(crate) fn start(stores: Stores) -> View {
    let is_returning = Stores::may_have_kept();
    let screen = StartScreen {
        stores,
        is_returning: RwSignal::new(is_returning),
        has_plans: RwSignal::new(is_returning),
    };
    let part = move |part| arriving::later(stores, move |rest| (rest.start)(screen, part));
    let has_examples = move || !screen.has_plans.get() && !stores.centre().is_alone();
    let examples = view! { <div class="qp-examples-place"></div> }.built();
    let examples = arriving::later_in(examples, stores, move |rest| {
        (rest.start)(screen, StartPart::Examples)
    });
    let content = view! {
        <div class="qp-part" on:keydown=heard(move |event: KeyboardEvent| {
            if let Some(rest) = rest() {
                (rest.start_keys)(stores, &event);
            }
        })>
            <Head screen />
            {part(StartPart::Notices)}
            {live(move || screen.is_returning.get().then(|| kept(screen)))}
            {live(move || (!screen.has_plans.get()).then(|| view! { <Steps /> }))}
            <div class=("qp-hidden", live(move || !has_examples()))>{examples}</div>
            <Offers screen />
            {part(StartPart::Below)}
            // What comes fills the places above; this one says where it does not.
            {arriving::rest_or_why(stores, START)}
        </div>
    };
    view! { <Main class="qp-screen qp-start-screen" content=content.built() /> }.built()
}

/// What is kept here. Until it is there, the qualifications below it are not: they would
/// move away from under a finger.
fn kept(screen: StartScreen) -> View {
    let place = view! { <div class="qp-part qp-kept"></div> }.built();
    arriving::in_place(place, move || lazy::loading(later::kept(screen)))
}
