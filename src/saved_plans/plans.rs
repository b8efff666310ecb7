//! Where saved plans are kept: a key for every save, written once and never changed.
//!
//! Keys, below a prefix of the planner's own and the name of its instance:
//!
//! - `draft/<draft>/<writer>-<sequence>`, a save. Each says which saves it follows. Of a saved plan the
//!   save counts that no other follows; where there are two, two tabs have changed it at the same
//!   time, and [`resolve`](SavedPlans::resolve) makes a second saved plan of one. So no pointer has to be moved
//!   that two tabs could move at once, and an unfinished save is ignored.
//! - `catalogue/<name>`, a catalogue file that the learner opened; `away/<name>`, that it is put away.
//! - `log`, what was done with whole saved plans: see [`LibraryChange`](super::Turn).
//! - `copied/<draft>`, when a copy of a saved plan was last taken out of the browser.

use super::{Failure, Store};

/// Every key of every version of the planner begins with this.
pub const ROOT: &str = "qualification-planner/";

/// The saved plans of one planner in a store.
pub struct SavedPlans<'a> {
    store: &'a dyn Store,
    prefix: String,
}

impl<'a> SavedPlans<'a> {
    /// The saved plans of the planner named `instance`; two planners on one page that should not share
    /// saved plans have two names.
    #[must_use]
    pub fn new(store: &'a dyn Store, instance: &str) -> Self {
        // A slash ends the name, so that no instance sees the keys of another.
        let name = instance.replace('%', "%25").replace('/', "%2F");
        Self {
            store,
            prefix: format!("{ROOT}2/{name}/"),
        }
    }

    pub(super) const fn store(&self) -> &dyn Store {
        self.store
    }

    /// A key of this planner's, for what is no saved plan.
    pub(super) fn key(&self, rest: &str) -> String {
        format!("{}{rest}", self.prefix)
    }

    /// Writes and reads back.
    pub(super) fn put(&self, key: &str, text: &str) -> Result<(), Failure> {
        self.store().write(key, text)?;
        self.check(key, text)
    }

    /// Reads back what was written. A text that is not the same is removed again.
    pub(super) fn check(&self, key: &str, text: &str) -> Result<(), Failure> {
        if self.store().read(key)?.as_deref() == Some(text) {
            return Ok(());
        }
        let _ = self.store().remove(key);
        Err(Failure::Altered)
    }

    /// Removes a key, and makes sure that it is gone.
    pub(super) fn take_away(&self, key: &str) -> Result<(), Failure> {
        self.store().remove(key)?;
        match self.store().read(key)? {
            None => Ok(()),
            Some(_) => Err(Failure::Altered),
        }
    }
}
