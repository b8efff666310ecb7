//! A qualification that a plan can be started for.

use leptos::prelude::*;

use super::state::StartScreen;
use crate::app::components::icon::{self, Icon};
use crate::app::screens::{Way, WayProps};
use crate::app::view::{Build, View};
use crate::editor::{OfferView, Span};
use crate::wording;

/// Its title, its facts, and how much it asks for, on the scale of the list. All of it is the way to a plan for it.
#[component]
pub(super) fn OfferRow(screen: StartScreen, offer: OfferView) -> View {
    let stores = screen.stores;
    let OfferView {
        of,
        said_above,
        title,
        facts,
        amount,
        noun,
        span,
    } = offer;
    let name = of.id.to_string();
    let own = stores.centre().stands_out(&of);
    let own = own.then(|| view! { <span class="qp-tag">{wording::YOUR_CENTRE}</span> }.built());
    let words = view! {
        <span>
            <span class="qp-unseen">{said_above}</span>
            {title}
        </span>
    };
    let way = Way(WayProps {
        name,
        class: "qp-offer-way",
        content: words.built(),
    });
    view! {
        <li class="qp-offer">
            <div class="qp-offer-text">
                {way}
                <p class="qp-hint">{facts}</p>
                {own}
            </div>
            <p class="qp-offer-amount">
                <span>{amount}</span>
                " "
                <span>{noun}</span>
            </p>
            {span.map(scale)}
            <Icon outline=icon::CHEVRON />
        </li>
    }
    .built()
}

/// Where it stands on the scale; what has no most fades out.
fn scale(span: Span) -> View {
    let Span {
        start,
        width,
        is_open,
    } = span;
    view! {
        <svg class="qp-scale" class=("qp-scale--open", is_open) aria-hidden="true" focusable="false">
            <rect x=start width=width height="100%" rx="3" />
        </svg>
    }
    .built()
}
