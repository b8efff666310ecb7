use std::collections::{BTreeMap, BTreeSet};

use super::plans::SavedPlans;
use super::{Failure, PlanId, SavedPlan, Writer};

/// The most writers that a version vector names once nothing of theirs is kept any more.
const MOST_WRITERS: usize = 100;

/// The key of a save, and what it says.
#[derive(Clone, Debug)]
pub(super) struct SaveKey {
    pub(super) key: String,
    pub(super) writer: Writer,
    pub(super) sequence: u32,
}

impl SavedPlans<'_> {
    /// The keys of all saves, or of the saves of one plan.
    pub(super) fn save_keys(
        &self,
        only: Option<&PlanId>,
    ) -> Result<BTreeMap<PlanId, Vec<SaveKey>>, Failure> {
        let mut keys: BTreeMap<PlanId, Vec<SaveKey>> = BTreeMap::new();
        let begin = self.key("draft/");
        let prefix = only.map_or_else(|| begin.clone(), |id| format!("{begin}{id}/"));
        for key in self.store().keys(&prefix)? {
            if let Some((id, save)) = named(&key, &begin) {
                keys.entry(id).or_default().push(save);
            }
        }
        Ok(keys)
    }

    /// The ids of all plans of which anything is kept.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn names(&self) -> Result<BTreeSet<PlanId>, Failure> {
        Ok(self.save_keys(None)?.into_keys().collect())
    }

    /// Drops writers of whom nothing is kept any more from a very long version vector. This is not done
    /// earlier, because a save that is gone may come back, from the second copy or after the browser
    /// was killed.
    pub(super) fn trim_version_vector(&self, saved_plan: &mut SavedPlan) {
        if saved_plan.version_vector.len() <= MOST_WRITERS {
            return;
        }
        if let Ok(keys) = self.save_keys(Some(&saved_plan.id)) {
            let keys = keys
                .get(&saved_plan.id)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let is_kept = |writer: &Writer| keys.iter().any(|save| save.writer == *writer);
            saved_plan
                .version_vector
                .retain(|(writer, _)| is_kept(writer));
        }
    }
}

/// The plan that a key names, and the key taken apart.
fn named(key: &str, begin: &str) -> Option<(PlanId, SaveKey)> {
    let (id, save) = key.strip_prefix(begin)?.split_once('/')?;
    let (writer, sequence) = save.split_once('-')?;
    let save = SaveKey {
        key: key.to_owned(),
        writer: Writer::new(writer)?,
        sequence: sequence.parse().ok()?,
    };
    Some((PlanId::new(id)?, save))
}

pub(super) fn newest_first(keys: &mut [SaveKey]) {
    keys.sort_by(|one, other| (other.sequence, &other.writer).cmp(&(one.sequence, &one.writer)));
}
