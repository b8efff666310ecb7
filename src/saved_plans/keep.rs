//! Saving. An existing save is never changed, and two saves made at the same time both stay.

use super::plans::SavedPlans;
use super::save_keys::SaveKey;
use super::version_vector::advance;
use super::whole::Whole;
use super::{Failure, PlanId, SavedPlan, decode, encode};
use crate::reading::fnv;

/// How many saves of a plan are kept.
const GENERATIONS: usize = 3;

impl SavedPlans<'_> {
    /// Saves a plan. When this returns, the save is in the store. Returns the number of concurrent
    /// saves: those of the same plan that this one does not supersede. Of the saves that it supersedes
    /// only the newest stay; where storage is full, only the last.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; [`Failure::TooLong`] where the saved plan could not be read again. What was
    /// saved before is still there then.
    pub fn save(&self, saved_plan: &SavedPlan) -> Result<usize, Failure> {
        self.save_after(saved_plan, &mut Whole::default())
    }

    /// The same where it is known which of its writer's saves are whole, as long as they are what they were.
    ///
    /// # Errors
    ///
    /// As for [`SavedPlans::save`].
    pub(super) fn save_after(
        &self,
        saved_plan: &SavedPlan,
        whole: &mut Whole,
    ) -> Result<usize, Failure> {
        // The keys are read anew each time, because other tabs may save meanwhile.
        let keys = || {
            self.save_keys(Some(&saved_plan.id))
                .ok()?
                .remove(&saved_plan.id)
        };
        self.save_beside(saved_plan, keys, whole)
    }

    /// Saves a plan whose other saves have these keys.
    pub(super) fn save_beside(
        &self,
        saved_plan: &SavedPlan,
        keys: impl Fn() -> Option<Vec<SaveKey>>,
        whole: &mut Whole,
    ) -> Result<usize, Failure> {
        let (key, text) = (self.key_of(saved_plan), text_of(saved_plan)?);
        let mut written = self.store().write(&key, &text);
        if written == Err(Failure::Full) {
            self.prune(saved_plan, 1, keys(), whole);
            written = self.store().write(&key, &text);
        }
        if written == Err(Failure::Full) {
            self.make_room(&saved_plan.id);
            written = self.store().write(&key, &text);
        }
        written?;
        self.check(&key, &text)?;
        whole.add(saved_plan.sequence, &text);
        let concurrent = self.prune(saved_plan, GENERATIONS - 1, keys(), whole);
        Ok(concurrent.unwrap_or_default())
    }

    /// Saves a plan for the first time. When this returns, the save is in the store.
    pub(super) fn save_first(&self, saved_plan: &SavedPlan) -> Result<(), Failure> {
        self.put(&self.key_of(saved_plan), &text_of(saved_plan)?)
    }

    /// The key of a save.
    #[must_use]
    pub fn key_of(&self, saved_plan: &SavedPlan) -> String {
        let (writer, sequence) = (&saved_plan.writer, saved_plan.sequence);
        self.key(&format!("draft/{}/{writer}-{sequence}", saved_plan.id))
    }

    /// Resolves a conflict of two tabs that changed a plan at the same time: the newer save becomes the
    /// plan, and the other becomes a second plan. Where the two saves hold the same plan, no second one
    /// is made.
    ///
    /// Every tab that finds the same heads comes to the same result, and writes nothing to which
    /// another tab would have to react. So tabs that resolve a conflict at the same time do not go on
    /// for ever. The next save supersedes all heads.
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

/// The head that becomes the plan; every tab chooses the same. Heads that are not deleted come first,
/// so that a plan that somebody still works at stays.
#[must_use]
pub fn first_of(heads: &[SavedPlan]) -> Option<&SavedPlan> {
    heads
        .iter()
        .max_by_key(|head| (!head.deleted, head.sequence, head.writer.clone()))
}

/// What [`SavedPlans::resolve`] made of several heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The plan from now on: it supersedes all heads.
    pub saved_plan: SavedPlan,
    /// The second plans that were made of the other heads, now or before.
    pub copies: Vec<PlanId>,
    /// True where one of them was made by this call.
    pub made: bool,
}

/// The second plan that a head becomes that was not chosen. Every tab makes the same one.
fn copy_of(loser: &SavedPlan) -> SavedPlan {
    let name = format!("{}/{}-{}", loser.id, loser.writer, loser.sequence);
    SavedPlan {
        id: PlanId::of_number(fnv(name.bytes())),
        version_vector: Vec::new(),
        copy_of: Some(loser.id.clone()),
        ..loser.clone()
    }
}
