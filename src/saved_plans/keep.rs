//! Saving. A save that is there stays whole, and two that are made at once both stay.

use super::plans::SavedPlans;
use super::save_keys::SaveKey;
use super::version_vector::advance;
use super::{Failure, PlanId, SavedPlan, decode, encode};
use crate::reading::fnv;

/// How many saves of a saved plan are kept.
const GENERATIONS: usize = 3;

impl SavedPlans<'_> {
    /// Saves a saved plan. When this returns, the save is there. Returns the number of saves of the saved plan that
    /// it does not follow. Of those that it follows only the newest stay; where storage is full, only the
    /// last.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; [`Failure::TooLong`] where the saved plan could not be read again. What was
    /// saved before is still there then.
    pub fn save(&self, saved_plan: &SavedPlan) -> Result<usize, Failure> {
        // This is read anew each time, because others may save meanwhile.
        self.save_beside(saved_plan, || {
            self.save_keys(Some(&saved_plan.id))
                .ok()?
                .remove(&saved_plan.id)
        })
    }

    /// Saves a saved plan whose other saves stand at these places.
    pub(super) fn save_beside(
        &self,
        saved_plan: &SavedPlan,
        keys: impl Fn() -> Option<Vec<SaveKey>>,
    ) -> Result<usize, Failure> {
        let (key, text) = (self.key_of(saved_plan), text_of(saved_plan)?);
        let mut written = self.store().write(&key, &text);
        if written == Err(Failure::Full) {
            self.prune(saved_plan, 1, keys());
            written = self.store().write(&key, &text);
        }
        if written == Err(Failure::Full) {
            self.make_room(&saved_plan.id);
            written = self.store().write(&key, &text);
        }
        written?;
        self.check(&key, &text)?;
        let concurrent = self.prune(saved_plan, GENERATIONS - 1, keys());
        Ok(concurrent.unwrap_or_default())
    }

    /// Saves a saved plan of which nothing is kept. When this returns, it is there.
    pub(super) fn save_first(&self, saved_plan: &SavedPlan) -> Result<(), Failure> {
        self.put(&self.key_of(saved_plan), &text_of(saved_plan)?)
    }

    /// The key of a save.
    #[must_use]
    pub fn key_of(&self, saved_plan: &SavedPlan) -> String {
        let (writer, sequence) = (&saved_plan.writer, saved_plan.sequence);
        self.key(&format!("draft/{}/{writer}-{sequence}", saved_plan.id))
    }

    /// Where two tabs have changed a saved plan at the same time: the newer is the saved plan, and a second saved plan
    /// is made of the other. Where the two differ only in who saved them, no second saved plan is made.
    ///
    /// Whoever finds the same heads makes the same of them, and writes nothing to which another tab
    /// would have to react. So tabs that do this at once come to an end. That the saved plan follows all
    /// heads is written by whoever saves it next.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; all heads are still there then.
    pub fn resolve(&self, heads: &[SavedPlan]) -> Result<Option<Resolved>, Failure> {
        let Some(winner) = first_of(heads) else {
            return Ok(None);
        };
        let (mut copies, mut made) = (Vec::new(), false);
        for loser in heads {
            if loser.plan() == winner.plan() || loser.deleted {
                continue;
            }
            let copy = copy_of(loser);
            if self.save_keys(Some(&copy.id))?.is_empty() {
                self.save(&copy)?;
                made = true;
            }
            copies.push(copy.id);
        }
        let mut saved_plan = winner.clone();
        for head in heads.iter().filter(|head| *head != winner) {
            for (writer, last) in head.version_vector_after() {
                advance(&mut saved_plan.version_vector, &writer, last);
            }
        }
        Ok(Some(Resolved {
            saved_plan,
            copies,
            made,
        }))
    }
}

/// The text of a save, where it can be read again.
fn text_of(saved_plan: &SavedPlan) -> Result<String, Failure> {
    let text = encode(saved_plan);
    if decode(&text).is_err() {
        return Err(Failure::TooLong);
    }
    Ok(text)
}

/// The one of several heads that is the saved plan; every tab chooses the same. A head that is not deleted
/// comes first, so that what somebody still works at stays.
#[must_use]
pub fn first_of(heads: &[SavedPlan]) -> Option<&SavedPlan> {
    heads
        .iter()
        .max_by_key(|head| (!head.deleted, head.sequence, head.writer.clone()))
}

/// What [`SavedPlans::resolve`] made of several heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The saved plan from now on: it follows all heads.
    pub saved_plan: SavedPlan,
    /// The saved plans that were made of the others, now or before.
    pub copies: Vec<PlanId>,
    /// True where one of them was made now.
    pub made: bool,
}

/// A second saved plan made of a head that has lost: the same whoever makes it.
fn copy_of(loser: &SavedPlan) -> SavedPlan {
    let name = format!("{}/{}-{}", loser.id, loser.writer, loser.sequence);
    SavedPlan {
        id: PlanId::of_number(fnv(name.bytes())),
        version_vector: Vec::new(),
        copy_of: Some(loser.id.clone()),
        ..loser.clone()
    }
}
