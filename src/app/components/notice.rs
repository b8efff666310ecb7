//! A box that says something went wrong, in the manner of the GOV.UK error summary: what
//! happened, what is kept, what to do. And the button that goes with it.

use crate::app::dom::{El, said, styled};

/// A box with a heading, lines, and buttons below.
pub(crate) fn notice(heading: &str, lines: &[String], actions: Vec<El>) -> El {
    let lines = lines.iter().map(|line| said("p", line)).collect();
    styled("div", "qp-notice")
        .attr("role", "alert")
        .with(said("h2", heading))
        .with_all(lines)
        .with(styled("div", "qp-actions").with_all(actions))
}

/// A plain button.
pub(crate) fn button(label: &str, clicked: impl FnMut() + 'static) -> El {
    styled("button", "qp-button")
        .attr("type", "button")
        .text(label)
        .on_click(clicked)
}
