//! The store of a planning screen: one qualification, one plan, where it stands, whether it is kept.

mod asked;
mod counts;
mod current;
mod inner;
mod keeping;
mod open;
mod travel;
mod units;

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{Program, Stores};
use crate::app::browser;
use crate::assess::Assessment;
use crate::editor::{Editor, Tick};
use crate::plan::{Action, History, Plan};
use crate::qualification::{Date, Qualification, UnitCode};
use crate::saved_plans::{NewerPlan, PlanId, Session, UnitSnapshot};
use inner::Inner;
pub(crate) use units::UnitsStore;

/// A planning screen: one qualification, one plan, its assessment.
#[derive(Clone, Copy)]
pub(crate) struct EditorStore(StoredValue<Rc<Inner>, LocalStorage>);

/// What came of opening a saved plan.
pub(crate) enum OpenResult {
    /// A plan to work at.
    Plan(EditorStore),
    /// A saved plan of a newer version, to look at.
    Newer(Box<NewerPlan>),
    /// A saved plan that the learner has deleted.
    Deleted(PlanId),
}

impl EditorStore {
    /// Begins a plan that nothing judges or keeps yet.
    pub(crate) fn begin(
        stores: Stores,
        qualification: &Arc<Qualification>,
        wanted: Option<PlanId>,
    ) -> Self {
        let context = Program::context(stores.page().today());
        let mut editor = Editor::new(Arc::clone(qualification), context);
        for tick in stores.saves().take_unkept(qualification) {
            editor.tick(tick);
        }
        let editor = Self::with(stores, editor, wanted);
        on_cleanup(move || editor.leave_unkept());
        editor
    }

    /// The screen goes: where nothing keeps the plan yet, it is given to a session when that can be.
    fn leave_unkept(self) {
        let Some(held) = self.0.try_get_value() else {
            return;
        };
        let mut ticks = Vec::new();
        held.editor.maybe_update(|editor| {
            ticks = editor.take_ticks();
            false
        });
        if !ticks.is_empty() && held.stores.are_here() {
            let of = Arc::clone(&held.qualification);
            held.stores.saves().leave_unkept(of, ticks);
        }
    }

    fn with(stores: Stores, editor: Editor, wanted: Option<PlanId>) -> Self {
        Self(StoredValue::new_local(Rc::new(Inner::new(
            stores, editor, wanted,
        ))))
    }

    /// Ticks a unit, or takes the tick away, of a plan that nothing keeps yet: that is remembered.
    pub(crate) fn tick_unkept(self, code: &UnitCode, picked: bool) {
        let held = self.0.get_value();
        let tick = Tick::One(code.clone(), picked);
        held.editor.update(|editor| editor.tick(tick));
        // Until something keeps it, it goes with the page.
        held.stores.saves().ask_before_leaving();
    }

    /// True where the plan is judged; until then only its totals are known.
    pub(crate) fn is_judged(self) -> bool {
        self.0.get_value().editor.with(Editor::is_judged)
    }

    /// The same as it is now: no binding follows it.
    pub(crate) fn is_judged_now(self) -> bool {
        self.0.get_value().editor.with_untracked(Editor::is_judged)
    }

    /// Looks at the plan.
    pub(crate) fn plan<T>(self, look: impl FnOnce(&Plan) -> T) -> T {
        self.0.get_value().editor.with(|editor| look(editor.plan()))
    }

    /// Looks at the assessment.
    pub(crate) fn assessment<T>(self, look: impl FnOnce(&Qualification, &Assessment) -> T) -> T {
        let held = self.0.get_value();
        held.editor
            .with(|editor| look(&held.qualification, editor.assessment()))
    }

    /// The day on which this is looked at.
    pub(crate) fn today(self) -> Date {
        self.0.get_value().stores.page().today()
    }

    /// What is planned for.
    pub(crate) fn qualification(self) -> Arc<Qualification> {
        Arc::clone(&self.0.get_value().qualification)
    }

    /// What a unit was when the plan was last saved.
    pub(crate) fn facts(self, code: &UnitCode) -> Option<UnitSnapshot> {
        self.session(|session| session.saved_plan().fact(code).cloned())?
    }

    /// What a screen reader is told, a second after the last change.
    pub(crate) fn announcement(self) -> String {
        self.0.get_value().announcement.get()
    }

    /// What the session says that keeps the plan, as it is now.
    fn session<T>(self, ask: impl FnOnce(&Session) -> T) -> Option<T> {
        let held = self.0.get_value();
        held.editor
            .with_untracked(|editor| editor.session().map(ask))
    }

    /// Ticks a unit, or takes the tick away: once the tick itself is painted, that is saved, judged and shown
    /// (docs/decisions/tick-painted-first.md).
    pub(crate) fn tick(self, code: &UnitCode, picked: bool) {
        let held = self.0.get_value();
        held.ticked.borrow_mut().push(code.clone());
        let mut is_first = false;
        held.editor.update_untracked(|editor| {
            is_first = !editor.is_ahead();
            editor.tick_ahead(code.clone(), picked);
        });
        if is_first {
            browser::after_paint(move || self.settle());
        }
        self.announce();
    }

    /// Shows in full what was ticked.
    pub(crate) fn settle(self) {
        if let Some(held) = self.0.try_get_value() {
            held.settle();
        }
    }

    /// The units whose boxes were ticked since this was asked last.
    pub(super) fn take_ticked(self) -> Vec<UnitCode> {
        self.0.get_value().ticked.take()
    }

    /// The one way to change the plan beside that: takes the action, saves, tells.
    pub(crate) fn dispatch(self, action: Action) {
        self.0.get_value().act(|history| history.act(action));
        self.announce();
    }

    pub(crate) fn undo(self) {
        self.0.get_value().act(History::undo);
        self.announce();
    }

    pub(crate) fn redo(self) {
        self.0.get_value().act(History::redo);
        self.announce();
    }

    /// The stores of the planner.
    pub(crate) fn stores(self) -> Stores {
        self.0.get_value().stores
    }

    /// Puts the focus on the element of this id, where what had it has gone.
    pub(crate) fn focus(self, id: &str) {
        self.stores().page().focus(id);
    }

    /// The same for the heading of the screen.
    pub(crate) fn focus_heading(self) {
        self.stores().page().focus_heading();
    }

    /// Another tab or planner has changed what is kept: takes it over where it is newer.
    fn sync(self) {
        if let Some(held) = self.0.try_get_value() {
            held.sync();
        }
    }

    /// Lets what is searched for in view follow a change a moment later, so that the tick itself is
    /// drawn before any search begins, and several ticks at once wait for one search.
    fn debounce(self) {
        if self.0.get_value().is_debouncing.replace(true) {
            return;
        }
        let debounced = move || {
            if let Some(held) = self.0.try_get_value() {
                held.is_debouncing.set(false);
                held.debounced.notify();
            }
        };
        set_timeout(debounced, Duration::from_millis(150));
    }

    /// Tells a screen reader where the plan stands, once, a second after the last change. Some seconds later the words
    /// go: what still stands there when a sheet closes would be told again.
    fn announce(self) {
        self.after(1, |editor, held| {
            held.announcement.set(held.what_to_announce());
            editor.after(5, |editor, _| editor.forget_announcement());
        });
    }

    /// What was announced is not there any more.
    pub(crate) fn forget_announcement(self) {
        if let Some(held) = self.0.try_get_value() {
            let _ = held.announcement.try_set(String::new());
        }
    }

    /// Does something in so many seconds, in place of what was to be done.
    fn after(self, seconds: u64, act: fn(Self, &Inner)) {
        self.stop_timer();
        let act = move || {
            if let Some(held) = self.0.try_get_value() {
                act(self, &held);
            }
        };
        let timer = set_timeout_with_handle(act, Duration::from_secs(seconds)).ok();
        self.0.get_value().timer.set(timer);
    }

    fn stop_timer(self) {
        let timer = self.0.try_get_value().and_then(|held| held.timer.take());
        if let Some(timer) = timer {
            timer.clear();
        }
    }
}
