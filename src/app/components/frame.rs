//! What stands above every screen.

use crate::app::dom::{El, styled};
use crate::wording::label;

/// The name of the planner, as the way back to the start, and below it what is to be in view on the screen.
pub(crate) fn header(home: El, below: impl Fn() -> String + 'static) -> El {
    let link = home.attr("class", "qp-name").text(label::PLANNER);
    let below = styled("p", "qp-hint qp-header-line").live_text(below);
    styled("header", "qp-header").with(link).with(below)
}
