//! Which sheet of the planning screen is open, and where they lead back to.

use leptos::prelude::*;

use crate::editor::Comparison;
use crate::qualification::UnitCode;

/// The id of where the plan stands: who follows advice is led to what came of it.
pub(crate) const STATE: &str = "qp-state";

/// The id of the list of units.
pub(super) const UNITS: &str = "units";

/// What stands in the place of the units while it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pane {
    /// The ways to complete the plan.
    Fill,
    /// The plan in time.
    Time,
}

/// The id of the heading of what stands there.
pub(super) const PANE: &str = "qp-pane-title";

/// The id of the button that gets the plan further.
pub(super) const PRIMARY: &str = "qp-primary";

/// What opens each sheet: set by the screen, and by a sheet when it closes.
#[derive(Clone, Copy)]
pub(crate) struct Sheets {
    /// The plans that are kept, and what there is to set of this one.
    pub(crate) plans: RwSignal<bool>,
    /// The rules one by one, and what else there is to know of the qualification.
    pub(crate) rules: RwSignal<bool>,
    /// A file that is opened, and units by a list of their codes.
    pub(crate) file: RwSignal<bool>,
    /// The plan as a link, a code, a file.
    pub(crate) share: RwSignal<bool>,
    /// What the units of the plan count for.
    pub(crate) counts: RwSignal<bool>,
    /// The unit that is looked at.
    pub(crate) unit: RwSignal<Option<UnitCode>>,
    /// What stands in the place of the units.
    pub(crate) pane: RwSignal<Option<Pane>>,
    /// Ways side by side, where there is room beside them.
    pub(crate) compared: RwSignal<Option<Comparison>>,
}

impl Sheets {
    pub(crate) fn new() -> Self {
        let shut = || RwSignal::new(false);
        Self {
            plans: shut(),
            rules: shut(),
            file: shut(),
            share: shut(),
            counts: shut(),
            unit: RwSignal::new(None),
            pane: RwSignal::new(None),
            compared: RwSignal::new(None),
        }
    }

    /// True while one of them is open.
    pub(super) fn is_open(self) -> bool {
        let sheets = [self.plans, self.rules, self.file, self.share, self.counts];
        // Each is asked, so that who follows this follows all of them.
        let open = sheets.map(|sheet| sheet.get());
        self.unit.with(Option::is_some) || open.contains(&true)
    }
}
