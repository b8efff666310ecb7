//! Where plans are kept: every save has a key of its own, which is written once and never changed.
//!
//! The keys, behind the prefix of the planner and the name of its instance:
//!
//! - `draft/<plan>/<writer>-<sequence>`, a save. Each names the saves that it supersedes. The plan is the
//!   save that no other supersedes. Where there are two such saves, two tabs changed the plan at the same
//!   time, and [`resolve`](SavedPlans::resolve) makes a second plan of one of them. So there is no pointer
//!   that two tabs could move at the same time, and an unfinished save is ignored.
//! - `catalogue/<name>`, a catalogue file that the learner opened; `away/<name>`, that it is archived.
//! - `log`, what was done with whole plans: see [`LibraryChange`](super::LibraryChange).
//! - `copied/<plan>`, when a copy of a plan was last taken out of the browser.

use super::{Failure, Store};

/// Every key of every version of the planner begins with this.
pub const ROOT: &str = "qualification-planner/";

/// The plans of one planner in a store.
pub struct SavedPlans<'a> {
    store: &'a dyn Store,
    prefix: String,
}

impl<'a> SavedPlans<'a> {
    /// The plans of the planner named `instance`. Two planners on one page that should not share plans
    /// have two names.
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

    /// The key of this planner that ends so.
    pub(super) fn key(&self, rest: &str) -> String {
        format!("{}{rest}", self.prefix)
    }

    /// Writes a text and reads it back.
    pub(super) fn put(&self, key: &str, text: &str) -> Result<(), Failure> {
        self.store().write(key, text)?;
        self.check(key, text)
    }

    /// Reads back a text that was written, and removes it again where it is another.
    pub(super) fn check(&self, key: &str, text: &str) -> Result<(), Failure> {
        if self.store().read(key)?.as_deref() == Some(text) {
            return Ok(());
        }
        let _ = self.store().remove(key);
        Err(Failure::Altered)
    }

    /// Removes a key, and checks that it is gone.
    pub(super) fn take_away(&self, key: &str) -> Result<(), Failure> {
        self.store().remove(key)?;
        match self.store().read(key)? {
            None => Ok(()),
            Some(_) => Err(Failure::Altered),
        }
    }
}
