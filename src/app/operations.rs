//! What is done with whole saved plans: each can be taken back, and each says what came of it.

use wasm_bindgen::JsValue;

use super::browser;
use super::library::PlanSummary;
use super::live::after_bindings;
use super::route::Route;
use super::state::State;
use super::storage::Browser;
use crate::editor::Notification;
use crate::plan::Action;
use crate::saved_plans::{
    Failure, LibraryChange, NewPlan, Opened, Operation, PlanId, PlanSnapshot, Saving, Session,
    Unreadable, delete_everything,
};
use crate::wording;

impl State {
    /// Deletes a saved plan, or brings it back.
    pub(super) fn apply(self, operation: Operation, summary: &PlanSummary) {
        let change = LibraryChange::of(operation, vec![summary.id.clone()]);
        let done = self.with_plans(|plans| plans.apply(change.clone(), &Self::writer()));
        self.notify_done(
            done.map(|()| wording::library_changed(&change, false, &self.name_of(summary))),
        );
    }

    /// Takes back what was done last with whole saved plans, or does it again.
    pub(super) fn undo_or_redo(self, forth: bool) {
        let done = self.with_plans(|plans| {
            if forth {
                plans.redo(&Self::writer())
            } else {
                plans.undo(&Self::writer())
            }
        });
        let words = done.map(|change| {
            change
                .map(|change| {
                    if !change.catalogues.is_empty() {
                        self.read_catalogues();
                    }
                    let Some(name) = self.name_of_first(&change) else {
                        return wording::gone().to_owned();
                    };
                    wording::library_changed(&change, !forth, &name)
                })
                .unwrap_or_default()
        });
        self.notify_done(words);
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

    /// Makes a second saved plan of one. Its name, where that could be done.
    pub(super) fn duplicate(self, summary: &PlanSummary) -> Option<PlanId> {
        let mut snapshot = summary.snapshot.clone();
        let name = wording::name_of_copy(&self.name_of(summary));
        snapshot.plan = snapshot.plan.after(Action::Rename(name));
        let made = self.add(
            LibraryChange::of(Operation::Duplicate, Vec::new()),
            vec![Self::new_plan(snapshot)],
        )?;
        self.notify_done(Ok(wording::duplicated(&self.name_of(summary))));
        made.into_iter().next()
    }

    /// Gives a saved plan another name.
    pub(super) fn rename(self, summary: &PlanSummary, name: &str) {
        let opened = match self.open_session(&summary.id) {
            Ok(Opened::Session(session)) => Some(session),
            Ok(_) => None,
            Err(failure) => return self.notify_done(Err(failure)),
        };
        let Some(mut session) = opened else {
            return self.notify_done(Ok(wording::gone().to_owned()));
        };
        let now = self.moment(&summary.id);
        let before = session.history().now().name.clone();
        self.with_plans(|plans| session.rename(plans, now, name));
        if let Saving::Failed(failure) = session.saving() {
            return self.notify_done(Err(failure));
        }
        let after = session.history().now().name.clone();
        let words = wording::renamed(&after);
        let change = LibraryChange {
            names: Some([before, after]),
            ..LibraryChange::of(Operation::Rename, vec![summary.id.clone()])
        };
        // Where it cannot be noted, the saved plan has its name, and its own way back.
        let _ = self.with_plans(|plans| plans.append_to_log(change));
        self.notify_done(Ok(words));
    }

    /// A saved plan of this, as of now, under a name of its own.
    fn new_plan(snapshot: PlanSnapshot) -> NewPlan {
        NewPlan {
            id: Self::new_id(),
            changed: browser::now(),
            snapshot,
        }
    }

    /// Adds saved plans, and says which they are, or on the screen why they could not be added.
    pub(super) fn add(self, change: LibraryChange, new_plans: Vec<NewPlan>) -> Option<Vec<PlanId>> {
        let held = self.0.held();
        let made = self.with_plans(|plans| plans.add(change, new_plans, &Self::writer()));
        let notification = match &made {
            Ok(_) => None,
            Err((failure, made)) => Some(Notification::Failed(*failure, made.len())),
        };
        held.notification.set(notification);
        browser::announce_saved();
        made.ok()
    }

    /// Removes a deleted saved plan for good.
    pub(super) fn remove(self, summary: &PlanSummary) {
        let done = self.with_plans(|plans| plans.remove(&summary.id));
        self.notify_done(done.map(|()| wording::removed(&self.name_of(summary))));
    }

    /// Removes what could not be read.
    pub(super) fn forget(self, gone: &Unreadable) {
        let done = self.with_plans(|plans| plans.forget(gone));
        self.notify_done(done.map(|()| String::new()));
    }

    /// A name for a saved plan that nobody else has.
    pub(super) fn new_id() -> PlanId {
        PlanId::of_number(browser::random())
    }

    /// Shows a plan that came as a link as a saved plan of the learner's own.
    pub(super) fn adopt(self, snapshot: PlanSnapshot) {
        let qualification = snapshot.plan.qualification.clone();
        let made = self.add(
            LibraryChange::of(Operation::Adopt, Vec::new()),
            vec![Self::new_plan(snapshot)],
        );
        let Some(made) = made else { return };
        self.ask_to_promise();
        if self.catalogue_now().qualification(&qualification).is_none() {
            self.notify_done(Ok(wording::kept_for_later().to_owned()));
            return self.go_home();
        }
        if let Some(id) = made.first() {
            self.go_to(&qualification, id);
        }
    }

    /// Says what came of something that was done with whole saved plans.
    pub(super) fn notify_done(self, done: Result<String, Failure>) {
        self.0.held().notification.set(match done {
            Ok(words) if words.is_empty() => None,
            Ok(words) => Some(Notification::Done(words)),
            Err(failure) => Some(Notification::Failed(failure, 0)),
        });
        browser::announce_saved();
    }

    /// Notes that a copy of a saved plan was just taken out of the browser. Returns the moment. Where it cannot be
    /// kept, the copy is there all the same.
    pub(super) fn log_copy(self, id: &PlanId) -> u32 {
        let now = browser::now();
        let _ = self.with_plans(|plans| plans.log_copy(id, now));
        now
    }

    /// Says why not every saved plan is in a file; nothing where all are.
    pub(super) fn notify_partly(self, why: Option<&'static str>) {
        let notification = &self.0.held().notification;
        if why.is_some()
            || notification
                .peek(|notification| matches!(notification, Some(Notification::Partly(_))))
        {
            notification.set(why.map(Notification::Partly));
        }
    }

    /// Deletes everything that the planner keeps in this browser, in both places. `failed` is called
    /// where something of it may still be there.
    pub(super) fn delete_everything(
        self,
        done: impl FnOnce() + 'static,
        failed: impl Fn() + 'static,
    ) {
        let Ok(keys) = delete_everything(&Browser) else {
            return failed();
        };
        let keys: js_sys::Array = keys.iter().map(|key| JsValue::from_str(key)).collect();
        let delete_copies = self.0.held().options.delete_copies.clone();
        browser::answer_of(
            &delete_copies,
            &JsValue::NULL,
            Some(&keys),
            move |deleted| {
                if self.0.still_held().is_none() {
                    return;
                }
                if !deleted {
                    failed();
                    return browser::announce_saved();
                }
                done();
                self.start_again();
                // Once the plan that was shown has gone, and has left what it could not save.
                after_bindings(move || {
                    if let Some(held) = self.0.still_held() {
                        held.unsaved.take();
                        self.guard();
                    }
                    browser::announce_saved();
                });
            },
        );
    }

    /// After everything was deleted: the shipped catalogue, and the choice of all.
    fn start_again(self) {
        let held = self.0.held();
        self.read_catalogues();
        held.opened.set(None);
        held.incoming.set(None);
        held.notification.set(None);
        self.go(&Route::Choose);
    }

    /// Holds on to the saved plan that is open for as long as its last change is in no save.
    pub(super) fn hold_open(self, open: Option<Session>) {
        if let Some(held) = self.0.still_held() {
            held.open_unsaved.replace(open);
            self.guard();
        }
    }

    /// Has the reader asked before the page goes where the saved plan that is open, or one of a screen that
    /// was left, is in no save.
    pub(super) fn guard(self) {
        let Some(held) = self.0.still_held() else {
            return;
        };
        let lossy = held.open_unsaved.borrow().is_some() || !held.unsaved.borrow().is_empty();
        let mut leaving = held.leaving.borrow_mut();
        if lossy != leaving.is_some() {
            *leaving = lossy.then(browser::LeavingIsAsked::from_now_on);
        }
    }
}
