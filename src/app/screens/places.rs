//! What the first program has of a screen, with the places in it that are filled once the engine is there.

use crate::app::dom::El;
use crate::app::live::{Handle, Live};
use crate::app::stores::{PlanLibrary, Stores};

/// The choice of a qualification.
pub(crate) struct ChoosePlaces {
    pub(super) stores: Stores,
    pub(super) screen: El,
    /// Above the qualifications: what is kept here, and what came in a file.
    pub(super) above: El,
    pub(super) below: El,
    /// The plans that are kept here.
    pub(super) kept: Handle<Live<PlanLibrary>>,
}
