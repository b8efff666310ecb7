//! What stands above every screen.

use crate::app::dom::{El, styled};
use crate::wording::label;

/// The name of the planner, as the way back to the choice of qualifications.
pub(crate) fn header(home: El) -> El {
    let link = home.attr("class", "qp-name").text(label::PLANNER);
    styled("header", "qp-header").with(link)
}
