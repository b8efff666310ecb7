//! What the parts of the list share.

use leptos::prelude::Memo;

use crate::app::browser;
use crate::app::stores::{PlanLibrary, Stores};
use crate::qualification::{Qualification, QualificationId};
use crate::saved_plans::Failure;
use crate::wording;

/// How many plans are shown at once.
pub(super) const PAGE: usize = 50;

/// The plans that are kept, as they change; or why they cannot be read.
pub(in crate::app::screens) type Library = Memo<Result<PlanLibrary, Failure>>;

/// What a plan of this name is for, where its name does not say it.
pub(in crate::app::screens) fn about(
    name: &str,
    of: Option<&Qualification>,
    id: &QualificationId,
) -> Option<String> {
    match of {
        Some(of) if name == wording::unnamed(&of.title) => None,
        Some(of) => Some(of.title.clone()),
        None => Some(wording::no_qualification(id)),
    }
}

/// When something was, in words; nothing where that is not known.
pub(in crate::app::screens) fn moment(stores: Stores, seconds: u32) -> Option<String> {
    let (day, time) = browser::local(seconds).filter(|_| seconds > 0)?;
    Some(wording::moment(day, &time, stores.page().today()))
}
