//! What is done with whole saved plans: each can be taken back, and each says what came of it.

use super::library::PlanSummary;
use super::plan_storage::PlanStorage;
use super::plans::Plans;
use crate::app::browser;
use crate::editor::Notification;
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::saved_plans::{
    LibraryChange, NewPlan, Opened, Operation, PlanId, PlanSnapshot, Saving, Unreadable,
};
use crate::wording;

impl Plans {
    /// Deletes a saved plan, or brings it back.
    pub(crate) fn apply(self, operation: Operation, summary: &PlanSummary) {
        let change = LibraryChange::of(operation, vec![summary.id.clone()]);
        let done = self
            .storage()
            .with(|plans| plans.apply(change.clone(), &PlanStorage::writer()));
        self.notifications().show_done(
            done.map(|()| wording::library_changed(&change, false, &self.name_of(summary))),
        );
    }

    /// Takes back what was done last with whole saved plans, or does it again.
    pub(crate) fn undo_or_redo(self, forth: bool) {
        let done = self.storage().with(|plans| {
            if forth {
                plans.redo(&PlanStorage::writer())
            } else {
                plans.undo(&PlanStorage::writer())
            }
        });
        let words = done.map(|change| {
            change
                .map(|change| {
                    if !change.catalogues.is_empty() {
                        self.catalogues().read();
                    }
                    let Some(name) = self.name_of_first(&change) else {
                        return wording::gone().to_owned();
                    };
                    wording::library_changed(&change, !forth, &name)
                })
                .unwrap_or_default()
        });
        self.notifications().show_done(words);
    }

    /// What the first saved plan is called that something was done with; nothing where none of them is kept any
    /// more.
    fn name_of_first(self, change: &LibraryChange) -> Option<String> {
        let kept = self.library().unwrap_or_default();
        let of_change = |one: &&PlanSummary| change.plans.contains(&one.id);
        let summary = kept.plans.iter().find(of_change);
        let name = summary.map(|one| self.name_of(one));
        name.or_else(|| change.plans.is_empty().then(String::new))
    }

    /// Begins a plan with these units, which are taken back in one step, and shows it.
    pub(crate) fn begin_with(self, of: &Qualification, name: &str, units: Vec<UnitCode>) {
        let id = PlanStorage::new_id();
        let mut session = PlanStorage::fresh(of, id.clone());
        let now = self.storage().moment(&id);
        let rename = Action::Rename(name.to_owned());
        let change = Action::All(vec![rename, Action::PickAll(units)]);
        self.storage()
            .with(|plans| session.act(plans, of, now, |history| history.act(change)));
        if let Saving::Failed(failure) = session.saving() {
            return self.notifications().show_done(Err(failure));
        }
        browser::announce_saved();
        self.saves().ask_to_promise();
        self.router().go_to(&of.id, &id);
    }

    /// Begins a plan with what another has of units, which is taken back in one step, and shows it. `said` says so.
    pub(crate) fn carry(self, of: &Qualification, plan: Plan, said: &str) {
        let id = PlanStorage::new_id();
        let mut session = PlanStorage::fresh(of, id.clone());
        let now = self.storage().moment(&id);
        self.storage()
            .with(|plans| session.act(plans, of, now, |history| history.push(plan)));
        if let Saving::Failed(failure) = session.saving() {
            return self.notifications().show_done(Err(failure));
        }
        browser::announce_saved();
        self.saves().ask_to_promise();
        self.router().go_to(&of.id, &id);
        let said = Notification::Carried(said.to_owned());
        self.notifications().show(Some(said));
    }

    /// Duplicates a saved plan. The name of the duplicate, where that could be done.
    pub(crate) fn duplicate(self, summary: &PlanSummary) -> Option<PlanId> {
        let mut snapshot = summary.snapshot.clone();
        let name = wording::name_of_copy(&self.name_of(summary));
        snapshot.plan = snapshot.plan.after(Action::Rename(name));
        let made = self.add(
            LibraryChange::of(Operation::Duplicate, Vec::new()),
            vec![Self::new_plan(snapshot)],
        )?;
        self.notifications()
            .show_done(Ok(wording::duplicated(&self.name_of(summary))));
        made.into_iter().next()
    }

    /// Gives a saved plan another name.
    pub(crate) fn rename(self, summary: &PlanSummary, name: &str) {
        let opened = match self.storage().open(&summary.id) {
            Ok(Opened::Session(session)) => Some(session),
            Ok(_) => None,
            Err(failure) => return self.notifications().show_done(Err(failure)),
        };
        let Some(mut session) = opened else {
            return self
                .notifications()
                .show_done(Ok(wording::gone().to_owned()));
        };
        let now = self.storage().moment(&summary.id);
        let before = session.history().now().name.clone();
        self.storage()
            .with(|plans| session.rename(plans, now, name));
        if let Saving::Failed(failure) = session.saving() {
            return self.notifications().show_done(Err(failure));
        }
        let after = session.history().now().name.clone();
        let words = wording::renamed(&after);
        let change = LibraryChange {
            names: Some([before, after]),
            ..LibraryChange::of(Operation::Rename, vec![summary.id.clone()])
        };
        // Where it cannot be noted, the saved plan has its name, and its own way back.
        let _ = self.storage().with(|plans| plans.append_to_log(change));
        self.notifications().show_done(Ok(words));
    }

    /// A saved plan of this, as of now, under a name of its own.
    fn new_plan(snapshot: PlanSnapshot) -> NewPlan {
        NewPlan {
            id: PlanStorage::new_id(),
            changed: browser::now(),
            snapshot,
        }
    }

    /// Adds saved plans, and says which they are, or on the screen why they could not be added.
    pub(crate) fn add(self, change: LibraryChange, new_plans: Vec<NewPlan>) -> Option<Vec<PlanId>> {
        let made = self
            .storage()
            .with(|plans| plans.add(change, new_plans, &PlanStorage::writer()));
        let notification = match &made {
            Ok(_) => None,
            Err((failure, made)) => Some(Notification::Failed(*failure, made.len())),
        };
        self.notifications().show(notification);
        browser::announce_saved();
        made.ok()
    }

    /// Removes a deleted saved plan for good.
    pub(crate) fn remove(self, summary: &PlanSummary) {
        let done = self.storage().with(|plans| plans.remove(&summary.id));
        self.notifications()
            .show_done(done.map(|()| wording::removed(&self.name_of(summary))));
    }

    /// Removes what could not be read.
    pub(crate) fn forget(self, gone: &Unreadable) {
        let done = self.storage().with(|plans| plans.forget(gone));
        self.notifications().show_done(done.map(|()| String::new()));
    }

    /// Shows a plan that came as a link as a saved plan of the learner's own.
    pub(crate) fn adopt(self, snapshot: PlanSnapshot) {
        let qualification = snapshot.plan.qualification.clone();
        let made = self.add(
            LibraryChange::of(Operation::Adopt, Vec::new()),
            vec![Self::new_plan(snapshot)],
        );
        let Some(made) = made else { return };
        self.saves().ask_to_promise();
        if self
            .catalogues()
            .all_now()
            .qualification(&qualification)
            .is_none()
        {
            self.notifications()
                .show_done(Ok(wording::kept_for_later().to_owned()));
            return self.router().go_home();
        }
        if let Some(id) = made.first() {
            self.router().go_to(&qualification, id);
        }
    }
}
