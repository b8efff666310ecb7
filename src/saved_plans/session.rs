//! A plan that is open. Every change is saved at once, and the changes of other tabs are taken over.
//! What the screen says of saving is decided here, so that tests can try it with every fault.

mod catalogue_changes;

use super::keep::Resolved;
use super::look::{FoundPlan, NewerPlan, Unreadable};
use super::plans::SavedPlans;
use super::whole::Whole;
use super::{Failure, PlanId, PlanSnapshot, SavedPlan, Writer};
use crate::plan::History;
use crate::qualification::Qualification;

/// Whether the plan is saved as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The plan is new and was not changed yet, so there is no save.
    Nothing,
    /// It is saved in this browser.
    Saved,
    /// The last save failed.
    Failed(Failure),
    /// It was saved, and another tab has deleted it.
    Deleted,
    /// It was saved, and a newer version of the planner has changed it since.
    Overtaken,
}

/// A plan that is open.
#[derive(Clone, Debug)]
pub struct Session {
    me: Writer,
    /// The last save, with the plan as it is shown now.
    plan: SavedPlan,
    saving: Saving,
    unreadable: Vec<Unreadable>,
    /// The sequence of the last save that failed; 0 for none.
    tried: u32,
    /// Its last saves.
    whole: Whole,
    /// Conflicting copies of which the learner has yet to be told, and those that are known.
    copies: Vec<PlanId>,
    known_copies: Vec<PlanId>,
}

/// What opening a saved plan gave.
#[derive(Clone, Debug)]
pub enum Opened {
    /// The plan is open.
    Session(Box<Session>),
    /// A newer version of the planner saved the plan, which can only be looked at; with what else could
    /// not be read.
    Newer(Box<NewerPlan>, Vec<Unreadable>),
    /// There is no such plan, or nothing of it can be read.
    Nothing(Vec<Unreadable>),
}

impl Session {
    /// A new plan, which is saved from its first change on.
    #[must_use]
    pub fn new(id: PlanId, me: Writer, snapshot: PlanSnapshot) -> Self {
        Self {
            plan: SavedPlan::new(id, me.clone(), snapshot),
            me,
            saving: Saving::Nothing,
            unreadable: Vec::new(),
            copies: Vec::new(),
            known_copies: Vec::new(),
            tried: 0,
            whole: Whole::default(),
        }
    }

    /// The same with something to report at once: that nothing can be saved, or what could not be read.
    #[must_use]
    pub fn with(mut self, saving: Saving, unreadable: Vec<Unreadable>) -> Self {
        self.saving = saving;
        self.unreadable = unreadable;
        self
    }

    /// Opens a saved plan.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`] where it cannot be read.
    pub fn open(plans: &SavedPlans<'_>, id: &PlanId, me: &Writer) -> Result<Opened, Failure> {
        let FoundPlan {
            heads,
            newer,
            mut unreadable,
            ..
        } = plans.find(id)?;
        let is_there = heads.iter().any(|head| !head.deleted);
        match newer {
            Some(newer) if !is_there => {
                return Ok(Opened::Newer(Box::new(newer), unreadable));
            }
            newer => unreadable.extend(newer.map(|newer| newer.kept)),
        }
        if !is_there {
            return Ok(Opened::Nothing(unreadable));
        }
        Ok(Self::among(plans, heads, me, unreadable))
    }

    /// Opens the head that is the plan, and resolves a conflict with others.
    fn among(
        plans: &SavedPlans<'_>,
        heads: Vec<SavedPlan>,
        me: &Writer,
        unreadable: Vec<Unreadable>,
    ) -> Opened {
        let (mut copies, mut known_copies) = (Vec::new(), Vec::new());
        let mut plan = None;
        if heads.len() > 1
            && let Ok(Some(resolved)) = plans.resolve(&heads)
        {
            // Where this fails all heads stay, and the next session tries again.
            known_copies.clone_from(&resolved.copies);
            if resolved.made {
                copies = resolved.copies;
            }
            plan = Some(resolved.saved_plan);
        }
        match plan.or_else(|| heads.into_iter().next()) {
            Some(plan) => Opened::Session(Box::new(Self {
                me: me.clone(),
                plan,
                saving: Saving::Saved,
                unreadable,
                copies,
                known_copies,
                tried: 0,
                whole: Whole::default(),
            })),
            None => Opened::Nothing(unreadable),
        }
    }

    /// The id of the plan.
    #[must_use]
    pub const fn id(&self) -> &PlanId {
        &self.plan.id
    }

    /// The plan as it would be saved.
    #[must_use]
    pub const fn saved_plan(&self) -> &SavedPlan {
        &self.plan
    }

    /// The plan with its steps of undo and redo.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.plan.history
    }

    /// Whether the plan is saved.
    #[must_use]
    pub const fn saving(&self) -> Saving {
        self.saving
    }

    /// What of this plan could not be read.
    #[must_use]
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// The conflicting copies that were made because other tabs changed this plan at the same time.
    #[must_use]
    pub fn copies(&self) -> &[PlanId] {
        &self.copies
    }

    /// The learner was told of the conflicting copies.
    pub fn dismiss_copies(&mut self) {
        self.copies.clear();
    }

    /// True for a new plan that was never changed.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.plan.sequence == 0 && !self.history().can_undo() && !self.history().can_redo()
    }

    /// Changes the plan and saves it. False where that changed nothing.
    pub fn act(
        &mut self,
        plans: &SavedPlans<'_>,
        qualification: &Qualification,
        now: u32,
        change: impl FnOnce(&mut History),
    ) -> bool {
        let before = self.plan.plan().clone();
        change(&mut self.plan.history);
        if *self.plan.plan() == before {
            return false;
        }
        self.plan.renew_facts(qualification);
        self.plan.changed = now;
        self.save(plans);
        true
    }

    /// Renames the plan and saves it.
    pub fn rename(&mut self, plans: &SavedPlans<'_>, now: u32, name: &str) {
        self.plan.rename(name);
        self.plan.changed = now;
        self.save(plans);
    }

    /// The next save: the plan as it is shown.
    #[must_use]
    pub fn next(&self) -> SavedPlan {
        let mut next = self.plan.next(&self.me);
        // A write that was reported as failed may have succeeded, so its key is not used again.
        next.sequence = next.sequence.max(self.tried.saturating_add(1));
        next.deleted = false;
        next
    }

    /// Saves the plan as it is shown.
    pub fn save(&mut self, plans: &SavedPlans<'_>) {
        let mut next = self.next();
        plans.trim_version_vector(&mut next);
        let mut saved = plans.save_after(&next, &mut self.whole);
        if saved == Err(Failure::TooLong) && next.forget_unpicked() {
            saved = plans.save_after(&next, &mut self.whole);
        }
        match saved {
            Ok(concurrent) => {
                self.plan = next;
                self.saving = Saving::Saved;
                if concurrent > 0
                    && let Ok(found) = plans.find(&self.plan.id)
                {
                    self.meet(plans, found);
                }
            }
            Err(failure) => {
                self.tried = next.sequence;
                self.saving = Saving::Failed(failure);
            }
        }
    }

    /// True where the last change is not saved and would be lost with the page.
    #[must_use]
    pub const fn is_unsaved(&self) -> bool {
        matches!(self.saving, Saving::Failed(_)) && self.plan.changed > 0
    }

    /// Tries again to save the last change where that failed: before the page is left, and when it
    /// comes back. False where everything is saved.
    pub fn flush(&mut self, plans: &SavedPlans<'_>) -> bool {
        let unsaved = self.is_unsaved();
        if unsaved {
            self.save(plans);
        }
        unsaved
    }

    /// Takes over what other tabs have saved. Where their save supersedes the plan that is shown, it
    /// replaces it; where it does not, both are kept. True where another plan is shown now.
    pub fn sync(&mut self, plans: &SavedPlans<'_>) -> bool {
        let before = self.plan.history.clone();
        if let Ok(found) = plans.find(&self.plan.id) {
            let failed = matches!(self.saving, Saving::Failed(_));
            let is_deleted = found.newer.is_none() && found.heads.iter().all(|head| head.deleted);
            if failed && !(is_deleted && self.plan.sequence > 0) {
                // What is shown is not saved yet: both versions are compared when it is.
                self.flush(plans);
            } else {
                self.meet(plans, found);
            }
        }
        before != self.plan.history
    }

    fn meet(&mut self, plans: &SavedPlans<'_>, found: FoundPlan) {
        let heads = found.heads;
        let is_mine = |head: &SavedPlan| {
            (&head.writer, head.sequence) == (&self.plan.writer, self.plan.sequence)
        };
        match heads.as_slice() {
            [] if found.newer.is_none() => {
                // A plan that was never saved cannot have been deleted.
                if self.plan.sequence > 0 {
                    self.saving = Saving::Deleted;
                }
            }
            [] => {
                let kept = found.newer.map(|newer| newer.kept);
                let new = kept.filter(|kept| !self.unreadable.contains(kept));
                self.unreadable.extend(new);
                self.saving = Saving::Overtaken;
            }
            [head] if is_mine(head) => {}
            [head] if head.deleted => {
                self.saving = Saving::Deleted;
                self.plan.version_vector = head.version_vector_after();
                self.plan.sequence = self.plan.sequence.max(head.sequence);
            }
            [head] => self.take(head.clone()),
            _ => {
                if let Ok(Some(Resolved {
                    saved_plan, copies, ..
                })) = plans.resolve(&heads)
                {
                    for copy in copies {
                        if !self.known_copies.contains(&copy) {
                            self.known_copies.push(copy.clone());
                            self.copies.push(copy);
                        }
                    }
                    self.take(saved_plan);
                }
            }
        }
    }

    fn take(&mut self, plan: SavedPlan) {
        self.plan = plan;
        self.saving = Saving::Saved;
    }

    /// Removes a text that could not be read, when the learner says so.
    pub fn forget(&mut self, plans: &SavedPlans<'_>, unreadable: &Unreadable) {
        match plans.forget(unreadable) {
            Ok(()) => self.unreadable.retain(|kept| kept.key != unreadable.key),
            Err(failure) => self.saving = Saving::Failed(failure),
        }
    }
}
