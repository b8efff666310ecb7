//! A row of a cohort while it becomes a plan: what was read of it, and its problems.

use super::columns::Columns;
use super::headings::Kind;
use super::sheet::Row;
use crate::catalogue::Catalogue;
use crate::cli::inputs::Slips;
use crate::plan::{Action, Plan};
use crate::qualification::Qualification;
use crate::wording::command::cohort as say;

/// What every row is read with.
pub(super) struct Reader<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) columns: &'a Columns,
    /// The qualification of all who have none of their own.
    pub(super) qualification: Option<&'a str>,
}

/// What a learner has planned.
pub(super) struct Planned {
    pub(super) plan: Plan,
    pub(super) slips: Slips,
    /// Columns that are not judged.
    pub(super) repeated: Vec<String>,
}

/// A row on its way into a plan; what is said of units is read in `units`.
pub(super) struct Reading<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) row: &'a Row,
    pub(super) qualification: &'a Qualification,
    pub(super) planned: Planned,
    pub(super) wrong: Vec<String>,
}

impl Reading<'_> {
    pub(super) fn cell(&self, kind: Kind) -> String {
        let cell = self.reader.columns.cell(kind, &self.row.cells);
        cell.unwrap_or_default().to_owned()
    }

    pub(super) fn cells(&self) -> &[String] {
        &self.row.cells
    }

    pub(super) fn change(&mut self, action: Action) {
        let plan = &mut self.planned.plan;
        let before = std::mem::replace(plan, Plan::new(self.qualification.id.clone()));
        *plan = before.after(action);
    }

    pub(super) fn has_no<'n>(
        &mut self,
        what: &str,
        name: &str,
        all: impl Iterator<Item = &'n str>,
    ) {
        let names: Vec<&str> = all.collect();
        self.wrong.push(say::has_no(what, name, &names));
    }
}

/// A text with its full stop.
pub(super) fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}
