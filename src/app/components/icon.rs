//! Small drawings beside words and on buttons, by their outline.

use leptos::prelude::*;

use crate::app::view::{Build, View};
pub(crate) use crate::drawing::{GAUGE, LIST, MENU, PAGE};

pub(crate) const CALENDAR: &str = "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5";
pub(crate) const CHEVRON: &str = "M9 6l6 6-6 6";
pub(crate) const CLOSE: &str = "M6 6l12 12M18 6L6 18";
pub(crate) const COPY: &str = "M9 9h11v11H9zM5 15H4V4h11v1";
pub(crate) const FILE: &str = "M6 3h8l5 5v13H6zM14 3v5h5";
pub(crate) const FOLDER: &str = "M4 6h6l2 2h8v11H4z";
pub(crate) const INFO: &str = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v6M12 7v.5";
pub(crate) const MORE: &str = "M5 11.5v1M12 11.5v1M19 11.5v1";
pub(crate) const PLUS: &str = "M12 5v14M5 12h14";
pub(crate) const PRINT: &str = "M7 9V4h10v5M7 18H4V9h16v9h-3M7 14h10v6H7z";
pub(crate) const REDO: &str = "M20 9H10a5 5 0 0 0 0 10h3M16 5l4 4-4 4";
pub(crate) const SHARE: &str = "M12 15V4M8 8l4-4 4 4M5 12v8h14v-8";
pub(crate) const TABLE: &str = "M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9";
pub(crate) const TRASH: &str = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13";
pub(crate) const UNDO: &str = "M4 9h10a5 5 0 0 1 0 10h-3M8 5L4 9l4 4";
pub(crate) const WIDEN: &str = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";

/// A drawing of this outline, in the colour of the text around it. The words beside it, or the name of its button,
/// say what it means.
#[component]
pub(crate) fn Icon(outline: &'static str) -> View {
    view! {
        <svg class="qp-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=outline />
        </svg>
    }
    .built()
}
