//! Saved plans from a file, before they are added.

use std::sync::Arc;

use super::library::PlanSummary;
use crate::catalogue::Catalogue;
use crate::exchange::file::Item;
use crate::reading::Problem;
use crate::saved_plans::{PlanId, PlanSnapshot};
use crate::wording;

/// Saved plans from a file, and what is to be done with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// The file's name.
    pub(crate) name: String,
    /// How it was read, where that leaves a doubt.
    pub(crate) read_as: Option<String>,
    /// Its plans.
    pub(crate) plans: Vec<Arrival>,
    /// How many more there are that cannot be read.
    pub(crate) unreadable: usize,
    /// Which those are, and why.
    pub(crate) problems: Vec<Problem>,
    /// False where it cannot be told what is here already.
    pub(crate) compared: bool,
    /// True where the file is not as it was written.
    pub(crate) altered: bool,
    /// The catalogue files in it that are not here: title and text.
    pub(crate) catalogues: Vec<(String, String)>,
    /// Every qualification there will be with them.
    pub(crate) catalogue: Arc<Catalogue>,
}

impl Incoming {
    /// The titles of the catalogue files in it.
    pub(crate) fn titles(&self) -> Vec<String> {
        let titles = self.catalogues.iter();
        titles.map(|(title, _)| title.clone()).collect()
    }

    /// What is wrong with it although it can be read, in words.
    pub(crate) fn trouble(&self) -> Vec<String> {
        let mut trouble: Vec<String> = self.read_as.iter().cloned().collect();
        trouble.extend(wording::file_trouble(self.unreadable, self.altered));
        trouble.extend(wording::unreadable_plans(&self.problems));
        if !self.compared {
            trouble.push(wording::cannot_compare().to_owned());
        }
        trouble
    }
}

/// A saved plan from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arrival {
    /// Its name where it comes from.
    pub(crate) id: Option<PlanId>,
    pub(crate) snapshot: PlanSnapshot,
    pub(crate) changed: u32,
    /// What of it cannot be read.
    pub(crate) left_out: Vec<Problem>,
    /// The saved plan here that it was, and whether it still is the same.
    pub(crate) here: Option<(PlanSummary, bool)>,
    pub(crate) choice: Choice,
}

/// What is to be done with a saved plan from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// It is added, beside the one here if there is one.
    Add,
    /// It takes the place of the one here, which is deleted and can be brought back.
    Replace,
    /// It is left out.
    Leave,
}

impl Arrival {
    /// True where it is here already, and the same.
    pub(crate) fn is_here(&self) -> bool {
        self.here.as_ref().is_some_and(|(_, same)| *same)
    }

    /// What is in a file, beside the plans here.
    pub(super) fn of(item: Item, summary: &[PlanSummary]) -> Self {
        let mut here = summary.iter().filter(|one| !one.deleted && !one.newer);
        let whole = item.left_out.is_empty();
        // The saved plan that it was, or one that holds the same under another name.
        let here = here
            .clone()
            .find(|one| Some(&one.id) == item.id.as_ref())
            .or_else(|| here.find(|one| whole && one.snapshot.plan == item.snapshot.plan));
        let same = here.is_some_and(|one| whole && one.snapshot.plan == item.snapshot.plan);
        Self {
            id: item.id,
            snapshot: item.snapshot,
            changed: item.changed,
            left_out: item.left_out,
            here: here.map(|one| (one.clone(), same)),
            choice: if same { Choice::Leave } else { Choice::Add },
        }
    }
}
