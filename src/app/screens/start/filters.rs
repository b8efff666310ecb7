//! Which of the qualifications are listed.

use leptos::prelude::*;

use super::have::Have;
use super::narrow::narrow;
use crate::app::components::chips::{Chips, ChipsProps};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::editor::{OfferFilter, OffersView};
use crate::wording::{self, label};

/// The filters of a list that was drawn: which of its rows are shown follows them.
pub(crate) fn filters(stores: Stores, list: &View) -> View {
    let filter = RwSignal::new(OfferFilter::default());
    let list = list.element().clone();
    let show = RenderEffect::new(move |_| {
        let (filter, offers, list) = (filter.get(), offers(stores), list.clone());
        // Once the list is of these.
        queue_microtask(move || narrow(&list, &offers, &filter));
    });
    StoredValue::new(show);
    view! {
        <div class="qp-part">
            <Have />
            <Filters filter />
        </div>
    }
    .built()
}

fn offers(stores: Stores) -> OffersView {
    OffersView::new(&stores.catalogues().all().by_suite())
}

/// A group of chips for the level and one for the size, each where there is more than one, and how many
/// qualifications are listed.
#[component]
fn Filters(filter: RwSignal<OfferFilter>) -> View {
    let stores = expect_context::<Stores>();
    let offers = move || offers(stores);
    let levels = move || {
        let levels = offers().levels;
        (!levels.is_empty()).then(|| {
            let words = levels.iter().map(|level| wording::level_chip(*level));
            let words = std::iter::once(label::ANY.to_owned())
                .chain(words)
                .collect();
            let choose = move |place: usize| {
                let level = place
                    .checked_sub(1)
                    .and_then(|place| levels.get(place).copied());
                filter.update(|filter| filter.level = level);
            };
            Chips(ChipsProps {
                label: label::LEVEL,
                name: "qp-level",
                words,
                choose: Box::new(choose),
            })
        })
    };
    let sizes = move || {
        let sizes = offers().sizes;
        (!sizes.is_empty()).then(|| {
            let words = sizes.iter().map(|size| size.name().to_owned());
            let words = std::iter::once(label::ANY.to_owned())
                .chain(words)
                .collect();
            let choose = move |place: usize| {
                let size = place
                    .checked_sub(1)
                    .and_then(|place| sizes.get(place).cloned());
                filter.update(|filter| filter.size = size);
            };
            Chips(ChipsProps {
                label: label::SIZE,
                name: "qp-size",
                words,
                choose: Box::new(choose),
            })
        })
    };
    let count = move || filter.with(|filter| wording::qualifications(offers().number(filter)));
    view! {
        <div class="qp-part">
            {live(levels)}
            {live(sizes)}
            <p class="qp-hint" role="status" prop:textContent=live(count)></p>
        </div>
    }
    .built()
}
