//! What there is to say and to do beside the plan itself.

use crate::app::view::View;

/// What it is, and what else can be done with it.
pub(super) struct Offer {
    pub(super) what: &'static str,
    /// The label of what makes a saved plan of it, where that can be done.
    pub(super) keep: Option<&'static str>,
    /// What else there is to say.
    pub(super) note: Option<View>,
    /// What else there is to do.
    pub(super) more: Option<View>,
}
