//! What is kept beside the drafts, and all of it together.

use super::keep::{Drafts, ROOT};
use super::{DraftId, Failure, Store};

/// What the name of a catalogue file began with in version 0.1.0.
const OLD_CATALOGUE: &str = "catalogue:";

impl Drafts<'_> {
    /// Keeps the text of a catalogue file that the learner opened.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn keep_catalogue(&self, id: &str, text: &str) -> Result<(), Failure> {
        let key = self.key(&format!("catalogue/{id}"));
        self.put(&key, text)?;
        // One that stays is read before this one, which then takes its place.
        let _ = self
            .store()
            .remove(&self.old_key(&format!("{OLD_CATALOGUE}{id}")));
        Ok(())
    }

    /// The catalogue files that the learner opened.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn catalogues(&self) -> Result<Vec<String>, Failure> {
        let mut texts = Vec::new();
        for prefix in [self.old_key(OLD_CATALOGUE), self.key("catalogue/")] {
            let mut keys = self.store().keys(&prefix)?;
            keys.sort();
            for key in keys {
                texts.extend(self.store().read(&key)?);
            }
        }
        Ok(texts)
    }

    /// Notes that a copy of a draft was taken out of the browser at this moment, in seconds since
    /// 1970.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn note_copied(&self, id: &DraftId, now: u32) -> Result<(), Failure> {
        self.store()
            .write(&self.key(&format!("copied/{id}")), &now.to_string())
    }

    /// When a copy of a draft was last taken out of the browser.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn copied(&self, id: &DraftId) -> Result<Option<u32>, Failure> {
        let text = self.store().read(&self.key(&format!("copied/{id}")))?;
        Ok(text.and_then(|text| text.parse().ok()))
    }
}

/// Every text that the planner keeps in a store, under every instance: for a last export.
///
/// # Errors
///
/// The store's [`Failure`].
pub fn everything(store: &dyn Store) -> Result<Vec<(String, String)>, Failure> {
    let mut texts = Vec::new();
    for key in store.keys(ROOT)? {
        if let Some(text) = store.read(&key)? {
            texts.push((key, text));
        }
    }
    texts.sort();
    Ok(texts)
}

/// Removes everything that the planner keeps in a store. Returns the keys under which it stood.
///
/// # Errors
///
/// The store's [`Failure`]; what was removed before it is gone. [`Failure::Altered`] where something is still
/// there that was removed.
pub fn delete_everything(store: &dyn Store) -> Result<Vec<String>, Failure> {
    let keys = store.keys(ROOT)?;
    for key in &keys {
        store.remove(key)?;
    }
    for key in &keys {
        if store.read(key)?.is_some() {
            return Err(Failure::Altered);
        }
    }
    Ok(keys)
}
