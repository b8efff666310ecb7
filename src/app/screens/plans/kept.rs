//! What the parts of the list share.

use leptos::prelude::Memo;

use crate::app::browser;
use crate::app::stores::{PlanLibrary, Stores};
use crate::saved_plans::Failure;
use crate::wording;

/// How many plans are shown at once.
pub(super) const PAGE: usize = 50;

/// The plans that are kept, as they change; or why they cannot be read.
pub(super) type Library = Memo<Result<PlanLibrary, Failure>>;

/// When something was, in words; nothing where that is not known.
pub(in crate::app::screens) fn moment(stores: Stores, seconds: u32) -> Option<String> {
    let (day, time) = browser::local(seconds).filter(|_| seconds > 0)?;
    Some(wording::moment(day, &time, stores.page().today()))
}
