//! The title of a screen.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::focus::HEADING;
use crate::app::view::{Build, View};

/// The heading of a screen, which takes the focus when the screen comes.
#[component]
pub(super) fn Title(text: String) -> View {
    heading_of(1).id(HEADING).tabindex("-1").child(text).built()
}
