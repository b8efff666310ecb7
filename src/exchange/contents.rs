//! What a file of drafts holds.

use crate::draft::{Draft, DraftId, Parcel};
use crate::reading::Problem;

/// A draft on its way in or out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name in the browser that it comes from, where it has one.
    pub id: Option<DraftId>,
    /// When it was changed last, in seconds since 1970; 0 where that is not known.
    pub changed: u32,
    /// What it holds.
    pub parcel: Parcel,
    /// What of it cannot be read and is left out; the paths begin at the draft. Never written.
    pub left_out: Vec<Problem>,
}

impl Item {
    /// A draft of which nothing is left out.
    #[must_use]
    pub const fn new(id: Option<DraftId>, changed: u32, parcel: Parcel) -> Self {
        Self {
            id,
            changed,
            parcel,
            left_out: Vec::new(),
        }
    }

    /// A draft as it is kept.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        Self::new(Some(draft.id.clone()), draft.changed, draft.parcel())
    }
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Its drafts.
    pub items: Vec<Item>,
    /// How many more there are that cannot be read.
    pub unreadable: usize,
    /// Which those are and why, as far as that is known: the path is the place in the file.
    pub problems: Vec<Problem>,
    /// True where the file is not as it was written: it was changed by hand or damaged.
    pub altered: bool,
    /// The texts of the catalogue files in it.
    pub catalogues: Vec<String>,
}
