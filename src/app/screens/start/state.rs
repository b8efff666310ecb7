//! What the parts of the start screen share, and which parts there are.

use leptos::prelude::*;

use crate::app::stores::Stores;

/// The id of the heading above the qualifications.
pub(super) const START: &str = "qp-start";

/// The start screen of a planner.
#[derive(Clone, Copy)]
pub(crate) struct StartScreen {
    pub(super) stores: Stores,
    /// True where the part for what is kept here is wanted.
    pub(super) is_returning: RwSignal<bool>,
    /// True where there are plans to go on with.
    pub(super) has_plans: RwSignal<bool>,
}

/// What of the start screen comes after the first program.
#[derive(Clone, Copy)]
pub(crate) enum StartPart {
    /// What a catalogue file came to.
    Notices,
    /// Plans to start from.
    Examples,
    /// What stands below the qualifications.
    Below,
}
