//! The saved plan of a planning screen: whether it is kept, what is to be said of it, and what is done with it as a
//! whole.

use leptos::prelude::*;

use super::EditorStore;
use super::inner::AboutPlan;
use crate::app::stores::{PlanStorage, PlanSummary};
use crate::saved_plans::{
    CatalogueDifference, Operation, PlanId, PlanSnapshot, SavedPlan, Saving, Session, Unreadable,
    differences,
};

impl EditorStore {
    fn about<T>(self, look: impl FnOnce(&AboutPlan) -> T) -> T {
        self.0.get_value().about.with(look)
    }

    /// Whether the plan is kept.
    pub(crate) fn saving(self) -> Saving {
        self.0.get_value().saving.get()
    }

    /// Whether what was saved is surely out of this page's hands: a tab that crashes may take with it what
    /// it has handed to the browser a moment before.
    pub(crate) fn is_confirmed(self) -> bool {
        self.stores().saves().is_confirmed()
    }

    /// Saved plans that were found and could not be read.
    pub(crate) fn unreadable(self) -> Vec<Unreadable> {
        self.about(|about| about.unreadable.clone())
    }

    /// Saves the plan as it is, and says whether that worked.
    pub(crate) fn save(self) {
        let held = self.0.get_value();
        held.with_session(Session::save);
        held.saved();
    }

    /// The page goes, or is no longer looked at: what could not be saved is tried once more.
    pub(super) fn flush(self) {
        if let Some(held) = self.0.try_get_value() {
            let mut tried = false;
            held.with_session(|session, plans| tried = session.flush(plans));
            // Where nothing was to be saved the second copy is left alone: a page in the middle of
            // writing is not put aside for coming back.
            if tried {
                held.saved();
            }
        }
    }

    /// The screen goes: what could not be saved is there when the saved plan is opened again.
    pub(super) fn stash_unsaved(self) {
        let Some(held) = self.0.try_get_value() else {
            return;
        };
        held.settle_unseen();
        let session = held
            .editor
            .with_untracked(|editor| editor.session().cloned());
        if held.stores.are_here() {
            held.stores.saves().leave(session);
        }
    }

    /// The saved plan as it is.
    pub(crate) fn as_saved(self) -> SavedPlan {
        self.settle();
        let saved_plan = self.session(|session| session.saved_plan().clone());
        saved_plan.unwrap_or_else(|| {
            let fresh = PlanStorage::fresh(&self.qualification(), PlanStorage::new_id());
            fresh.saved_plan().clone()
        })
    }

    /// The plan and what it was made with.
    pub(crate) fn snapshot(self) -> PlanSnapshot {
        self.plan(|_| ());
        self.as_saved().snapshot()
    }

    /// True where a saved plan was asked for that is not here.
    pub(crate) fn is_missing(self) -> bool {
        self.0.get_value().missing.get()
    }

    /// What is not as it was when the plan was made.
    pub(crate) fn differences(self) -> Vec<CatalogueDifference> {
        self.about(|about| about.differences.clone())
    }

    /// True where the learner has read just that.
    pub(crate) fn has_seen(self) -> bool {
        self.about(|about| about.seen)
    }

    /// The learner has read what is not as it was, or wants to see it again.
    pub(crate) fn note(self, seen: bool) {
        let held = self.0.get_value();
        let differences = held.about.get_untracked().differences;
        held.with_session(|session, plans| session.acknowledge(plans, &differences, seen));
        held.saved();
        untrack(|| self.compare());
    }

    /// Looks what is not as it was when the plan was made, and whether the learner has seen that.
    pub(crate) fn compare(self) {
        let held = self.0.get_value();
        self.plan(|_| ());
        let found = self.session(|session| {
            let renamed = held.renamed.borrow().clone().into_iter();
            let others = differences(&session.saved_plan().snapshot(), &held.qualification);
            let all: Vec<CatalogueDifference> = renamed.chain(others).collect();
            (session.has_acknowledged(&all), all)
        });
        if let Some((seen, differences)) = found {
            held.tell(|about| (about.seen, about.differences) = (seen, differences));
        }
    }

    /// Conflicting copies, made of what other tabs saved at the same time.
    pub(crate) fn copies(self) -> Vec<PlanId> {
        self.about(|about| about.copies.clone())
    }

    /// The learner has read of the conflicting copies.
    pub(crate) fn dismiss_copies(self) {
        self.0
            .get_value()
            .with_session(|session, _| session.dismiss_copies());
    }

    /// When a copy of the plan was last taken out of the browser, and when it was last changed; in
    /// seconds since 1970.
    pub(crate) fn copied(self) -> (Option<u32>, u32) {
        self.plan(|_| ());
        let changed = self.session(|session| session.saved_plan().changed);
        let copied = self.about(|about| about.copied);
        (copied, changed.unwrap_or_default())
    }

    /// Notes that a copy of the plan was just taken out of the browser.
    pub(crate) fn log_copy(self) {
        let held = self.0.get_value();
        if let Some(id) = self.session(|session| session.id().clone()) {
            let copied = held.stores.plans().log_copy(&id);
            held.tell(|about| about.copied = Some(copied));
        }
    }

    /// Duplicates this saved plan and shows the duplicate.
    pub(crate) fn duplicate(self) {
        let (stores, summary) = (self.stores(), self.summary());
        if let Some(id) = stores.plans().duplicate(&summary) {
            stores
                .router()
                .go_to(&summary.snapshot.plan.qualification, &id);
        }
    }

    /// Deletes this saved plan and shows all that are left.
    pub(crate) fn delete(self) {
        let stores = self.stores();
        // What is in no save cannot be marked as deleted, and would come back when it can be saved.
        self.flush();
        stores.plans().apply(Operation::Delete, &self.summary());
        stores.router().go_home();
    }

    /// The saved plan as the list has it.
    fn summary(self) -> PlanSummary {
        let saved_plan = self.as_saved();
        PlanSummary {
            snapshot: saved_plan.snapshot(),
            changed: saved_plan.changed,
            deleted: false,
            copy: saved_plan.copy_of.is_some(),
            newer: false,
            id: saved_plan.id,
        }
    }

    /// Removes a saved plan that could not be read, when the learner says so.
    pub(crate) fn forget(self, gone: &Unreadable) {
        let held = self.0.get_value();
        held.with_session(|session, plans| session.forget(plans, gone));
        held.announce_save();
        held.stores.page().focus_heading();
    }
}
