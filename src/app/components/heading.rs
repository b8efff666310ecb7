//! Headings, from the level that the page names.

use leptos::html::{Custom, HtmlElement, custom};
use leptos::prelude::use_context;

/// The level of the planner's first heading on its page; all that is in a planner finds it as a context.
#[derive(Clone, Copy)]
pub(crate) struct FirstLevel(pub(crate) u8);

/// The elements of the levels.
const LEVELS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A heading of this rank: the first names a screen, the second a part of it or a sheet, the third a part of that.
pub(crate) fn heading_of(rank: u8) -> HtmlElement<Custom<&'static str>, (), ()> {
    custom(element_of(rank))
}

/// The name of the element of such a heading.
pub(crate) fn element_of(rank: u8) -> &'static str {
    let first = use_context::<FirstLevel>().map_or(1, |FirstLevel(level)| level);
    let level = usize::from(first.saturating_add(rank).saturating_sub(2));
    LEVELS.get(level).copied().unwrap_or("h6")
}
