//! The start: the plans that are kept here, and the qualifications that a plan can be started for.

mod examples;
mod filters;
mod later;
mod offer_row;
mod offers;
mod state;
mod steps;
mod way;

use leptos::prelude::*;

use self::offers::Offers;
use self::steps::Steps;
use crate::app::arriving;
use crate::app::components::heading::heading_of;
use crate::app::dom::{El, el};
use crate::app::focus::HEADING;
use crate::app::lazy;
use crate::app::stores::Stores;
use crate::app::tables::rest;
use crate::app::view::{Build, View, live};
use crate::wording::{self, heading};

pub(crate) use self::filters::filters;
pub(crate) use self::later::{keys, part};
use self::state::START;
pub(crate) use self::state::{StartPart, StartScreen};

/// The start screen: as far as the first program has it, with places for what comes later.
pub(crate) fn start(stores: Stores) -> El {
    let is_returning = Stores::may_have_kept();
    let screen = StartScreen {
        stores,
        is_returning: RwSignal::new(is_returning),
        has_plans: RwSignal::new(is_returning),
    };
    let part = move |part| arriving::later(stores, move |rest| (rest.start)(screen, part));
    let content = view! {
        <div class="qp-part">
            <Head screen />
            {View::from(part(StartPart::Notices))}
            {live(move || screen.is_returning.get().then(|| kept(screen)))}
            {live(move || (!screen.has_plans.get()).then(|| view! { <Steps /> }))}
            <Offers screen />
            {View::from(part(StartPart::Below))}
            // What comes fills the places above; this one says where it does not.
            {View::from(arriving::part_of(stores, START, |_| vec![el("div")]))}
        </div>
    };
    super::main(stores, "qp-screen qp-start-screen")
        .with(content.built().into())
        .on("keydown", move |event| {
            if let Some(rest) = rest() {
                (rest.start_keys)(stores, &event);
            }
        })
}

/// The heading of the screen, and beside it where plans are kept.
#[component]
fn Head(screen: StartScreen) -> View {
    let has_plans = move || screen.has_plans.get();
    let title = move || {
        if has_plans() {
            heading::PLANS
        } else {
            heading::PLANNER
        }
    };
    view! {
        <div class="qp-start-head">
            {heading_of(1).id(HEADING).tabindex("-1").prop("textContent", live(title))}
            <p class="qp-hint" class=("qp-hidden", live(move || !has_plans()))>
                {wording::SAVED_HERE_ONLY}
            </p>
        </div>
    }
    .built()
}

/// What is kept here, and what came in a file. Until it is there, the qualifications below it are not: they would
/// move away from under a finger.
fn kept(screen: StartScreen) -> View {
    let place = arriving::place(move || lazy::loading(later::kept(screen)));
    place.attr("class", "qp-part qp-kept").into()
}
