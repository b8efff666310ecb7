//! A QR code: always dark on light with its margin, in whatever colours the page is.

use leptos::prelude::*;

use crate::app::view::{Build, View};

/// How many modules of light stand around a code.
const MARGIN: usize = 4;

/// The code of `size` modules a side, drawn by an SVG path.
#[component]
pub(crate) fn Code(label: &'static str, size: usize, path: String) -> View {
    let width = size + 2 * MARGIN;
    view! {
        <svg
            class="qp-code-picture"
            role="img"
            aria-label=label
            viewBox=format!("-{MARGIN} -{MARGIN} {width} {width}")
            shape-rendering="crispEdges"
        >
            <path d=path />
        </svg>
    }
    .built()
}
