//! What goes for good, when the learner says so.

use super::keep::{Drafts, Unreadable};
use super::places::newest_first;
use super::{Draft, DraftId, Failure, decode};

impl Drafts<'_> {
    /// Removes all saves of a draft; there is no way back. The newest goes last, so that none that
    /// is older is ever taken for it.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn remove(&self, id: &DraftId) -> Result<(), Failure> {
        let mut places = self.places(Some(id))?.remove(id).unwrap_or_default();
        newest_first(&mut places);
        for place in places.iter().rev() {
            // A conflicting copy would come again as long as what it was made of is there.
            if let Ok(Some(text)) = self.store().read(&place.key)
                && let Ok(Draft {
                    copy_of: Some(of), ..
                }) = decode(&text)
            {
                let save = format!("draft/{of}/{}-{}", place.writer, place.sequence);
                self.take_away(&self.key(&save))?;
            }
            self.take_away(&place.key)?;
        }
        self.store().remove(&self.key(&format!("copied/{id}")))
    }

    /// Removes what could not be read, when the learner says so.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn forget(&self, unreadable: &Unreadable) -> Result<(), Failure> {
        self.take_away(&unreadable.key)
    }

    /// Removes what is said to be gone then, and looks whether it is.
    pub(super) fn take_away(&self, key: &str) -> Result<(), Failure> {
        self.store().remove(key)?;
        match self.store().read(key)? {
            None => Ok(()),
            Some(_) => Err(Failure::Altered),
        }
    }
}
