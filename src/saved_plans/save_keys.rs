use std::collections::{BTreeMap, BTreeSet};

use super::plans::SavedPlans;
use super::{Failure, PlanId, SavedPlan, Writer};

/// The most other writers that a save names after nothing of theirs is kept any more.
const MOST_WRITERS: usize = 100;

/// A place where a save is kept, by its name.
#[derive(Clone, Debug)]
pub(super) struct SaveKey {
    pub(super) key: String,
    pub(super) writer: Writer,
    pub(super) sequence: u32,
}

impl SavedPlans<'_> {
    /// The places of all saves, or of those of one saved plan.
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

    /// The names under which a saved plan is kept, or what is left of one.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn names(&self) -> Result<BTreeSet<PlanId>, Failure> {
        Ok(self.save_keys(None)?.into_keys().collect())
    }

    /// Where a saved plan follows very many saves, drops those of writers of whom nothing is kept any more. This
    /// is not done earlier, because a save that is gone may come back, from the second copy or after a kill
    /// of the browser.
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

/// The saved plan and the place that a key names.
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
