//! What the pages have in common.

use super::html::Html;
use crate::catalogue::Catalogue;
use crate::qualification::QualificationId;
use crate::wording::{self, label};

/// The address of the start, from any page beside it.
pub(super) const START: &str = "./";

/// The address of the page of a qualification, from any page beside it.
pub(super) fn address(id: &QualificationId) -> String {
    format!("{id}.html")
}

pub(super) fn icon(outline: &str) -> Html {
    let path = Html::new("path").attr("d", outline);
    Html::styled("svg", "qp-icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .with(path)
}

/// What stands at the foot of every page.
pub(super) fn footer(catalogue: &Catalogue) -> Html {
    let unofficial = Html::new("p")
        .with(Html::said("strong", label::UNOFFICIAL))
        .text(" ")
        .text(&wording::made_from(&catalogue.sources()));
    Html::styled("footer", "qp-footer").with(unofficial)
}
