//! Reads the saves of a plan, and finds those that cannot be read.

use super::newer::Newer;
use super::plans::SavedPlans;
use super::save_keys::{SaveKey, newest_first};
use super::version_vector::{advance, supersedes};
use super::{Failure, PlanId, ReadError, SavedPlan, decode};

/// A text that could not be read, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// Its text.
    pub text: String,
    /// True where a newer version of the planner made it.
    pub newer: bool,
}

/// A plan that a newer version of the planner saved: it can be looked at, and is never overwritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewerPlan {
    /// Its key and its text.
    pub kept: Unreadable,
    /// What can be read of it.
    pub newer: Newer,
}

/// What was found of one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPlan {
    /// The id of the plan.
    pub id: PlanId,
    /// The saves that no other supersedes, the newest first: one, unless tabs changed the plan at the
    /// same time.
    pub heads: Vec<SavedPlan>,
    /// Such a save by a newer version of the planner.
    pub newer: Option<NewerPlan>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

impl SavedPlans<'_> {
    /// Every plan that is kept, in the order of the ids.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn all(&self) -> Result<Vec<FoundPlan>, Failure> {
        let keys = self.save_keys(None)?.into_iter();
        keys.map(|(id, keys)| self.look(id, keys, false)).collect()
    }

    /// What is kept of one plan.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn find(&self, id: &PlanId) -> Result<FoundPlan, Failure> {
        let keys = self.save_keys(Some(id))?.remove(id).unwrap_or_default();
        self.look(id.clone(), keys, true)
    }

    /// Reads the saves that no other supersedes; where `thorough` is true also the others, to find
    /// damaged ones.
    pub(super) fn look(
        &self,
        id: PlanId,
        mut keys: Vec<SaveKey>,
        thorough: bool,
    ) -> Result<FoundPlan, Failure> {
        newest_first(&mut keys);
        let mut found = FoundPlan {
            id,
            heads: Vec::new(),
            newer: None,
            unreadable: Vec::new(),
        };
        for save in keys {
            let (writer, sequence) = (&save.writer, save.sequence);
            let mut heads = found.heads.iter();
            let superseded = heads.any(|head| head.supersedes(writer, sequence))
                || found
                    .newer
                    .as_ref()
                    .is_some_and(|newer| supersedes(&newer.newer.version_vector, writer, sequence));
            if superseded && !thorough {
                continue;
            }
            match self.open(&found.id, save)? {
                Save::Whole(saved_plan) if !superseded => found.heads.push(saved_plan),
                Save::Newer(newer) if !superseded && found.newer.is_none() => {
                    found.newer = Some(newer);
                }
                Save::Newer(newer) if !superseded => found.unreadable.push(newer.kept),
                Save::Damaged(kept) => found.unreadable.push(kept),
                _ => {}
            }
        }
        Ok(found)
    }

    fn open(&self, id: &PlanId, save: SaveKey) -> Result<Save, Failure> {
        let (key, writer, sequence) = (save.key, save.writer, save.sequence);
        let Some(text) = self.store().read(&key)? else {
            return Ok(Save::Gone);
        };
        let is_named_so = |saved_plan: &SavedPlan| {
            (&saved_plan.id, &saved_plan.writer, saved_plan.sequence) == (id, &writer, sequence)
        };
        Ok(match decode(&text) {
            Ok(saved_plan) if is_named_so(&saved_plan) => Save::Whole(saved_plan),
            Err(ReadError::Newer(newer)) => {
                let mut newer = *newer;
                advance(&mut newer.version_vector, &writer, sequence);
                let kept = unreadable(key, text, true);
                Save::Newer(NewerPlan { kept, newer })
            }
            _ => Save::Damaged(unreadable(key, text, false)),
        })
    }
}

fn unreadable(key: String, text: String, newer: bool) -> Unreadable {
    Unreadable { key, text, newer }
}

/// What a key holds.
enum Save {
    /// Nothing: the save was removed meanwhile.
    Gone,
    /// A save that can be read.
    Whole(SavedPlan),
    /// A save by a newer version.
    Newer(NewerPlan),
    /// What cannot be read.
    Damaged(Unreadable),
}
