//! Removal for good: of plans that the learner removes, and of saves that newer ones supersede.

use super::look::Unreadable;
use super::plans::SavedPlans;
use super::save_keys::{SaveKey, newest_first};
use super::whole::Whole;
use super::{Failure, PlanId, SavedPlan, decode};

impl SavedPlans<'_> {
    /// Removes all saves of a plan; this cannot be undone. The newest goes last, so that an older save
    /// never counts as the plan.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn remove(&self, id: &PlanId) -> Result<(), Failure> {
        let mut keys = self.save_keys(Some(id))?.remove(id).unwrap_or_default();
        newest_first(&mut keys);
        for save in keys.iter().rev() {
            // A conflicting copy would be made again as long as the save exists of which it was made.
            if let Ok(Some(text)) = self.store().read(&save.key)
                && let Ok(SavedPlan {
                    copy_of: Some(of), ..
                }) = decode(&text)
            {
                let save = format!("draft/{of}/{}-{}", save.writer, save.sequence);
                self.take_away(&self.key(&save))?;
            }
            self.take_away(&save.key)?;
        }
        self.store().remove(&self.key(&format!("copied/{id}")))
    }

    /// Removes the saves that `saved_plan` supersedes, except the newest ones, and never a save that
    /// cannot be read. `known` are those of its writer that are known to be whole. Returns the number of
    /// concurrent saves.
    pub(super) fn prune(
        &self,
        saved_plan: &SavedPlan,
        stay: usize,
        keys: Option<Vec<SaveKey>>,
        known: &Whole,
    ) -> Option<usize> {
        let mut keys = keys?;
        newest_first(&mut keys);
        let (mut superseded, mut concurrent) = (0, 0);
        for save in keys {
            if (&save.writer, save.sequence) == (&saved_plan.writer, saved_plan.sequence) {
                continue;
            }
            if saved_plan.supersedes(&save.writer, save.sequence) {
                // A save that cannot be read is nothing to fall back on, so it does not count, and it
                // stays.
                let own = (save.writer == saved_plan.writer).then_some(known);
                let whole = self.is_whole(&save, own);
                superseded += usize::from(whole);
                if superseded > stay && whole {
                    // A save that cannot be removed only takes space.
                    let _ = self.store().remove(&save.key);
                }
            } else {
                concurrent += 1;
            }
        }
        Some(concurrent)
    }

    fn is_whole(&self, save: &SaveKey, known: Option<&Whole>) -> bool {
        let is_known = |text: &str| known.is_some_and(|known| known.has(save.sequence, text));
        let is_whole = |text: &str| is_known(text) || decode(text).is_ok();
        matches!(self.store().read(&save.key), Ok(Some(text)) if is_whole(&text))
    }

    /// Removes those saves of other plans that are only kept to fall back on.
    pub(super) fn make_room(&self, but: &PlanId) {
        let keys = self.save_keys(None).unwrap_or_default();
        for (id, keys) in keys.into_iter().filter(|(id, _)| id != but) {
            let found = self.look(id, keys.clone(), false);
            if let Ok([head]) = found.as_ref().map(|found| found.heads.as_slice()) {
                self.prune(head, 0, Some(keys), &Whole::default());
            }
        }
    }

    /// Removes a text that could not be read, when the learner says so.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn forget(&self, unreadable: &Unreadable) -> Result<(), Failure> {
        self.take_away(&unreadable.key)
    }
}
