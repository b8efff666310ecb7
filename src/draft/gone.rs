//! Removing for good: what the learner says, and saves that newer ones have replaced.

use super::drafts::Drafts;
use super::look::Unreadable;
use super::places::{Place, newest_first};
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

    /// Removes the saves that `draft` follows, except the newest, and never one that cannot be
    /// read. Returns the number of saves that it does not follow.
    pub(super) fn prune(
        &self,
        draft: &Draft,
        stay: usize,
        places: Option<Vec<Place>>,
    ) -> Option<usize> {
        let mut places = places?;
        newest_first(&mut places);
        let (mut followed, mut unfollowed) = (0, 0);
        for place in places {
            if (&place.writer, place.sequence) == (&draft.writer, draft.sequence) {
                continue;
            }
            if draft.follows(&place.writer, place.sequence) {
                // One that cannot be read does not count as a save to fall back on, and stays.
                let whole = self.is_whole(&place);
                followed += usize::from(whole);
                if followed > stay && whole {
                    // Where one cannot be removed, it only takes space.
                    let _ = self.store().remove(&place.key);
                }
            } else {
                unfollowed += 1;
            }
        }
        Some(unfollowed)
    }

    fn is_whole(&self, place: &Place) -> bool {
        matches!(self.store().read(&place.key), Ok(Some(text)) if decode(&text).is_ok())
    }

    /// Removes the saves of other drafts that are only kept to fall back on.
    pub(super) fn make_room(&self, but: &DraftId) {
        let places = self.places(None).unwrap_or_default();
        for (id, places) in places.into_iter().filter(|(id, _)| id != but) {
            let found = self.look(id, places.clone(), false);
            if let Ok([head]) = found.as_ref().map(|found| found.heads.as_slice()) {
                self.prune(head, 0, Some(places));
            }
        }
    }

    /// Removes what could not be read, when the learner says so.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn forget(&self, unreadable: &Unreadable) -> Result<(), Failure> {
        self.take_away(&unreadable.key)
    }
}
