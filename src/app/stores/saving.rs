//! What of this page is in no save, and what the browser promises of what is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::plan_storage::PlanStorage;
use crate::app::browser;
use crate::app::signals::set_other;
use crate::editor::Tick;
use crate::qualification::{Qualification, UnitCode};
use crate::saved_plans::{PlanId, Session};

/// What is in no save, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct Saves(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    storage: PlanStorage,
    /// Saved plans whose last change could not be saved, of screens that were left.
    left: RefCell<Vec<Session>>,
    /// The saved plan of the screen that is open, where its last change could not be saved.
    open: RefCell<Option<Session>>,
    /// Plans of screens that were left before anything could keep them.
    unkept: RefCell<Vec<(Arc<Qualification>, Vec<Tick>)>>,
    /// There while something on this page is in no save.
    leaving: RefCell<Option<browser::LeavingIsAsked>>,
    /// True where what was saved is surely out of this page's hands.
    is_confirmed: RwSignal<bool>,
    /// True once the browser was asked to keep what is stored.
    has_asked: Cell<bool>,
    /// Whether the browser has promised to keep what is stored; unknown until it has answered.
    promised: Cell<Option<bool>>,
    /// Notified when it has answered.
    answered: Trigger,
}

impl Saves {
    pub(super) fn new(storage: PlanStorage) -> Self {
        Self(StoredValue::new_local(Rc::new(Inner {
            storage,
            left: RefCell::default(),
            open: RefCell::default(),
            unkept: RefCell::default(),
            leaving: RefCell::default(),
            is_confirmed: RwSignal::new(true),
            has_asked: Cell::new(false),
            promised: Cell::new(None),
            answered: Trigger::new(),
        })))
    }

    /// Keeps in step with the second copy: what anybody on this page has saved is called saved when it has that.
    pub(crate) fn keep_in_step(self) {
        for (event, is_confirmed) in [(browser::SAVED, false), (browser::COPIED, true)] {
            browser::on_window(event, move || {
                if let Some(held) = self.0.try_get_value() {
                    set_other(held.is_confirmed, is_confirmed);
                }
            });
        }
        for leaving in ["pagehide", "visibilitychange"] {
            browser::on_window(leaving, move || self.save_left());
        }
        self.keep_unkept();
        browser::ask_whether_promised(move |promised| self.promise(promised));
    }

    /// Whether what was saved is surely out of this page's hands: a tab that crashes may take with it what
    /// it has handed to the browser a moment before.
    pub(crate) fn is_confirmed(self) -> bool {
        self.0.get_value().is_confirmed.get()
    }

    /// Whether the browser has promised to keep what is stored; unknown until it has answered.
    pub(crate) fn promised(self) -> Option<bool> {
        let held = self.0.get_value();
        held.answered.track();
        held.promised.get()
    }

    fn promise(self, promised: bool) {
        if let Some(held) = self.0.try_get_value() {
            held.promised.set(Some(promised));
            held.answered.notify();
        }
    }

    /// Asks the browser, once, to keep what is stored.
    pub(crate) fn ask_to_promise(self) {
        let held = self.0.get_value();
        if held.has_asked.replace(true) || held.promised.get() == Some(true) {
            return;
        }
        browser::ask_to_promise(move |promised| self.promise(promised));
    }

    /// Does something with each saved plan whose last change could not be saved: the one that is open, then those
    /// of screens that were left, the last one first.
    pub(crate) fn each_unsaved<T>(self, each: impl Fn(&Session) -> T) -> Vec<T> {
        let held = self.0.get_value();
        let (open, left) = (held.open.borrow(), held.left.borrow());
        open.iter().chain(left.iter().rev()).map(each).collect()
    }

    /// The screen of a saved plan goes: where its last change could not be saved, it is there when the saved plan is
    /// opened again.
    pub(crate) fn leave(self, session: Option<Session>) {
        if let Some(held) = self.0.try_get_value() {
            held.left
                .borrow_mut()
                .extend(session.filter(Session::is_unsaved));
        }
        self.hold_open(None);
    }

    /// A screen goes before anything could keep its plan: that is given to a session when that can be.
    pub(crate) fn leave_unkept(self, of: Arc<Qualification>, ticks: Vec<Tick>) {
        if let Some(held) = self.0.try_get_value() {
            held.unkept.borrow_mut().push((of, ticks));
        }
    }

    /// What was ticked in the page before there was a planner is a step of the plan that is begun there.
    pub(super) fn take_over(self, of: &Arc<Qualification>, ticked: Vec<UnitCode>) {
        if !ticked.is_empty() {
            self.leave_unkept(Arc::clone(of), vec![Tick::InPage(ticked)]);
            self.ask_before_leaving();
        }
    }

    /// What was ticked in a plan for this on a screen that was left before anything could keep it.
    pub(crate) fn take_unkept(self, of: &Qualification) -> Vec<Tick> {
        let mut ticks = Vec::new();
        self.0
            .get_value()
            .unkept
            .borrow_mut()
            .retain_mut(|(one, left)| {
                let is_other = one.id != of.id;
                if !is_other {
                    ticks.append(left);
                }
                is_other
            });
        ticks
    }

    /// The same, given to a session of its own: a plan that was begun stands beside those that are kept.
    pub(super) fn open_unkept(self, of: &Qualification) -> Option<Session> {
        let ticks = self.take_unkept(of);
        let session = (!ticks.is_empty()).then(|| self.keep(of, ticks))?;
        self.hold_open(session.is_unsaved().then(|| session.clone()));
        browser::announce_saved();
        Some(session)
    }

    /// Makes a saved plan of what was ticked.
    fn keep(self, of: &Qualification, ticks: Vec<Tick>) -> Session {
        let storage = self.0.get_value().storage;
        let mut session = PlanStorage::fresh(of, PlanStorage::new_id());
        let now = storage.moment(session.id());
        for tick in ticks {
            storage.with(|plans| session.act(plans, of, now, |history| history.act(tick.into())));
        }
        session
    }

    /// Gives each plan of a screen that was left before this to a session of its own.
    fn keep_unkept(self) {
        let held = self.0.get_value();
        let plans = held.unkept.take();
        if plans.is_empty() {
            return;
        }
        for (of, ticks) in plans {
            let session = self.keep(&of, ticks);
            let unsaved = session.is_unsaved().then_some(session);
            held.left.borrow_mut().extend(unsaved);
        }
        self.guard();
        browser::announce_saved();
    }

    /// Tries once more to save the plans of screens that were left.
    fn save_left(self) {
        let Some(held) = self.0.try_get_value() else {
            return;
        };
        let mut all = held.left.take();
        let before = all.len();
        all.retain_mut(|session| {
            // Where the saved plan was deleted meanwhile, it stays so.
            held.storage.with(|plans| session.sync(plans));
            session.is_unsaved()
        });
        let saved = all.len() < before;
        held.left.replace(all);
        if saved {
            self.guard();
            browser::announce_saved();
        }
    }

    /// A saved plan whose last change could not be saved when its screen was left; that is tried once more.
    pub(super) fn take_left(self, of: &Qualification, wanted: Option<&PlanId>) -> Option<Session> {
        let held = self.0.get_value();
        let mut all = held.left.borrow_mut();
        let place = all.iter().rposition(|session| {
            session.history().now().qualification == of.id
                && wanted.is_none_or(|id| session.id() == id)
        })?;
        let mut session = all.remove(place);
        drop(all);
        held.storage.with(|plans| session.sync(plans));
        self.hold_open(session.is_unsaved().then(|| session.clone()));
        if !session.is_unsaved() {
            browser::announce_saved();
        }
        Some(session)
    }

    /// After everything was deleted nothing of screens that were left is to come back.
    pub(super) fn forget_left(self) {
        if let Some(held) = self.0.try_get_value() {
            held.left.take();
        }
        self.guard();
    }

    /// Holds on to the saved plan that is open for as long as its last change is in no save.
    pub(crate) fn hold_open(self, open: Option<Session>) {
        if let Some(held) = self.0.try_get_value() {
            held.open.replace(open);
            self.guard();
        }
    }

    /// Has the reader asked before the page goes, until what is shown is in a save.
    pub(crate) fn ask_before_leaving(self) {
        let held = self.0.get_value();
        let mut leaving = held.leaving.borrow_mut();
        leaving.get_or_insert_with(browser::LeavingIsAsked::from_now_on);
    }

    /// Has the reader asked before the page goes where the saved plan that is open, or one of a screen that
    /// was left, is in no save.
    fn guard(self) {
        let Some(held) = self.0.try_get_value() else {
            return;
        };
        let lossy = held.open.borrow().is_some() || !held.left.borrow().is_empty();
        let mut leaving = held.leaving.borrow_mut();
        if lossy != leaving.is_some() {
            *leaving = lossy.then(browser::LeavingIsAsked::from_now_on);
        }
    }
}
