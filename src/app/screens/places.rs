//! What the first program has of a screen, with the places in it that are filled once the engine is there.

use crate::app::dom::El;
use crate::app::live::{Handle, Live};
use crate::app::stores::editor::EditorStore;
use crate::app::stores::{PlanLibrary, Stores};
use crate::qualification::Unit;

/// The id of where the plan stands: who follows advice is led to what came of it.
pub(super) const STATE: &str = "qp-state";

/// The planning screen.
pub(crate) struct PlanPlaces {
    pub(super) stores: Stores,
    pub(super) editor: EditorStore,
    pub(super) screen: El,
    pub(super) tools: El,
    /// Above the heading.
    pub(super) top: El,
    /// Between the heading and the units.
    pub(super) above: El,
    /// Below the units.
    pub(super) below: El,
    pub(super) groups: Vec<GroupPlaces>,
}

/// A group of units.
pub(super) struct GroupPlaces {
    pub(super) total: El,
    /// Above the list.
    pub(super) above: El,
    pub(super) list: El,
    pub(super) field: El,
    pub(super) rows: Vec<UnitRow>,
}

/// The row of a unit.
#[derive(Clone)]
pub(super) struct UnitRow {
    pub(super) unit: Unit,
    pub(super) item: El,
    /// Below the title.
    pub(super) text: El,
    pub(super) reason: El,
    /// Opens the details.
    pub(super) more: El,
}

impl UnitRow {
    pub(super) fn item(&self) -> El {
        self.item.clone()
    }
}

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
