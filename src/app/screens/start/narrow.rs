//! A list of qualifications shows what is asked for.

use web_sys::Element;

use crate::editor::{OfferFilter, OfferView, OffersView};

/// Hides the rows of what is not asked for, and the levels of which then none is left.
pub(super) fn narrow(list: &Element, offers: &OffersView, filter: &OfferFilter) {
    let hide = |element: &Element, hides: bool| {
        let _ = element.class_list().toggle_with_force("qp-hidden", hides);
    };
    for (group, shown) in children(list).zip(&offers.groups) {
        let shows = |offer: &OfferView| filter.shows(&offer.of);
        hide(&group, !shown.offers.iter().any(shows));
        let rows = group.last_element_child();
        let rows = rows.iter().flat_map(children).zip(&shown.offers);
        for (row, offer) in rows {
            hide(&row, !shows(offer));
        }
    }
}

fn children(of: &Element) -> impl Iterator<Item = Element> + use<> {
    std::iter::successors(of.first_element_child(), Element::next_element_sibling)
}
