//! The plans of this planner in the browser's storage, and what they are written with.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::app::browser;
use crate::app::storage::Browser;
use crate::plan::Plan;
use crate::qualification::Qualification;
use crate::saved_plans::{
    Failure, Opened, PlanId, PlanSnapshot, ROOT, SavedPlans, Session, Store, Writer,
};

/// Where the plans of one planner are kept.
#[derive(Clone, Copy)]
pub(crate) struct PlanStorage(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    instance: String,
    /// The saved plan that was changed last here, and when.
    last_change: RefCell<Option<(PlanId, u32)>>,
}

impl PlanStorage {
    pub(super) fn new(instance: String) -> Self {
        Self(StoredValue::new_local(Rc::new(Inner {
            instance,
            last_change: RefCell::new(None),
        })))
    }

    /// Does something with the plans of this planner.
    pub(crate) fn with<T>(self, act: impl FnOnce(&SavedPlans<'_>) -> T) -> T {
        act(&SavedPlans::new(&Browser, &self.0.get_value().instance))
    }

    /// True where the planner keeps anything in this browser; `of` says what counts.
    pub(super) fn has_any(of: impl Fn(&String) -> bool) -> Result<bool, Failure> {
        Ok(Browser.keys(ROOT)?.iter().any(of))
    }

    /// This moment, for a change of a saved plan: later than the last one of any other saved plan, so that the
    /// list has them in the order in which they were changed.
    pub(crate) fn moment(self, saved_plan: &PlanId) -> u32 {
        let held = self.0.get_value();
        let mut last = held.last_change.borrow_mut();
        let mut now = browser::now();
        if let Some((other, then)) = last.as_ref() {
            now = now.max(then.saturating_add(u32::from(other != saved_plan)));
        }
        *last = Some((saved_plan.clone(), now));
        now
    }

    /// Who writes next. Each session and each operation has a writer of its own: no key is written again, not
    /// even after everything was deleted, and what two sessions of this page make of a saved plan is told apart.
    pub(crate) fn writer() -> Writer {
        Writer::of_number(browser::random())
    }

    /// A name for a saved plan that nobody else has.
    pub(crate) fn new_id() -> PlanId {
        PlanId::of_number(browser::random())
    }

    /// A new saved plan that was never changed.
    pub(crate) fn fresh(of: &Qualification, id: PlanId) -> Session {
        let snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), of);
        Session::new(id, Self::writer(), snapshot)
    }

    /// Opens what is kept of a saved plan.
    pub(crate) fn open(self, id: &PlanId) -> Result<Opened, Failure> {
        let opened = self.with(|plans| Session::open(plans, id, &Self::writer()));
        if let Ok(Opened::Session(session)) = &opened
            && !session.copies().is_empty()
        {
            // Opening it has made a conflicting copy.
            browser::announce_saved();
        }
        opened
    }
}
