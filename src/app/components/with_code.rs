//! Words with the code of a unit.

use leptos::prelude::*;

use crate::app::view::{Build, View};

/// Words that end with the code of a unit, which a page translator leaves alone.
pub(crate) fn with_code([words, code]: [String; 2]) -> View {
    view! { <span>{words}<span translate="no">{code}</span></span> }.built()
}
