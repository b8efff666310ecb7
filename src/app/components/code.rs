//! A QR code: always dark on light with its margin, in whatever colours the page is.

use crate::app::dom::{El, drawn};

/// How many modules of light stand around a code.
const MARGIN: usize = 4;

/// The code of `size` modules a side, drawn by an SVG path.
pub(crate) fn code(label: &str, size: usize, path: &str) -> El {
    let width = size + 2 * MARGIN;
    drawn("svg")
        .attr("class", "qp-code-picture")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("viewBox", &format!("-{MARGIN} -{MARGIN} {width} {width}"))
        .attr("shape-rendering", "crispEdges")
        .with(drawn("path").attr("d", path))
}
