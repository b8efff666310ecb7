//! What stands above every screen.

use crate::app::dom::{El, styled};
use crate::wording::label;

/// The name of the planner, as the way back to the start where there is one, and below it what is to be in view on the
/// screen.
pub(crate) fn header(home: Option<El>, below: impl Fn() -> String + 'static) -> El {
    let link = home.map(|home| home.attr("class", "qp-name").text(label::PLANNER));
    let below = styled("p", "qp-hint qp-header-line").live_text(below);
    styled("header", "qp-header").with_some(link).with(below)
}
