//! What is to be said of the plans that are kept, above them.

mod broken;
mod not_done;
mod unreadables;
mod unsaved;

pub(super) use not_done::NotDone;
pub(super) use unreadables::Unreadables;
pub(super) use unsaved::Unsaved;
