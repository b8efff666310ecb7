//! What stands above every screen.

use crate::app::dom::{El, el, styled};

/// The name of the planner, as the way back to the choice of qualifications.
pub(crate) fn header(page: bool, home: impl FnMut() + 'static) -> El {
    let link = if page {
        el("a").attr("href", "#/")
    } else {
        el("button").attr("type", "button").on_click(home)
    };
    let link = link.attr("class", "qp-name").text("Qualification planner");
    styled("header", "qp-header").with(link)
}
