//! The planning screen’s state: one qualification, one plan, where it stands, whether it is kept.

mod asked;
mod current;
mod held;
mod keeping;
mod open;
mod travel;

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{on_cleanup, set_timeout, set_timeout_with_handle, untrack};

use super::dom::effect;
use super::engine::engine;
use super::live::{Handle, Live};
use super::state::State;
use crate::assess::Assessment;
use crate::editor::Editor;
use crate::plan::{Action, History, Plan};
use crate::qualification::{Date, Qualification, UnitCode};
use crate::saved_plans::{
    CatalogueDifference, NewerPlan, PlanId, Saving, Session, UnitSnapshot, Unreadable,
};

/// A planning screen: one qualification, one plan, its assessment.
#[derive(Clone, Copy)]
pub(super) struct Desk(Handle<DeskData>);

struct DeskData {
    state: State,
    editor: Live<Editor>,
    qualification: Arc<Qualification>,
    /// The saved plan that the address names; none where it asks for the one changed last.
    wanted: Option<PlanId>,
    /// True where a saved plan was asked for that is not here: the one that is shown is new.
    missing: Cell<bool>,
    saving: Live<Saving>,
    unreadable: Live<Vec<Unreadable>>,
    /// Second saved plans that were made of what other tabs saved at the same time.
    copies: Live<Vec<PlanId>>,
    /// Units that were put under the codes of the qualification when the saved plan was opened.
    renamed: RefCell<Vec<CatalogueDifference>>,
    /// What is not as it was when the plan was made.
    differences: Live<Vec<CatalogueDifference>>,
    /// True where the learner has seen just those.
    seen: Live<bool>,
    /// When a copy of the plan was last taken out of the browser, in seconds since 1970.
    copied: Live<Option<u32>>,
    announcement: Live<String>,
    /// Changes when the plan has been left alone for a moment.
    debounced: Live<()>,
    /// True from a change of the plan until that moment.
    is_debouncing: Cell<bool>,
    /// True while this desk tells the others that it has saved, and hears itself.
    telling: Cell<bool>,
    timer: Cell<Option<TimeoutHandle>>,
}

/// What came of opening a desk.
pub(super) enum OpenResult {
    /// A plan to work at.
    Desk(Desk),
    /// A saved plan of a newer version, to look at.
    Newer(Box<NewerPlan>),
    /// A saved plan that the learner has deleted.
    Deleted(PlanId),
}

/// What there is to open: see [`State::lookup`].
pub(super) enum PlanLookup {
    /// A saved plan; true where one was asked for that is not here.
    Session(Box<Session>, bool),
    /// One of a newer version.
    Newer(Box<NewerPlan>),
    /// One that is deleted.
    Deleted(PlanId),
}

impl Desk {
    /// Begins a plan that nothing judges or keeps yet.
    pub(super) fn begin(
        state: State,
        qualification: &Arc<Qualification>,
        wanted: Option<PlanId>,
    ) -> Self {
        let desk = Self::with(
            state,
            Editor::new(Arc::clone(qualification), state.context()),
            wanted,
        );
        effect(Box::new(move || {
            if state.has_engine()
                && let Some(engine) = engine()
            {
                untrack(|| (engine.keep)(desk));
            }
        }));
        on_cleanup(move || {
            let Some(held) = desk.0.still_held() else {
                return;
            };
            let ticks = held.editor.peek(|editor| editor.ticks().to_vec());
            if !ticks.is_empty()
                && let Some(state) = held.state.0.still_held()
            {
                let plan = (Arc::clone(&held.qualification), ticks);
                state.unkept_plans.borrow_mut().push(plan);
            }
        });
        desk
    }

    fn with(state: State, editor: Editor, wanted: Option<PlanId>) -> Self {
        Self(Handle::new(DeskData {
            state,
            qualification: Arc::clone(editor.qualification()),
            editor: Live::new(editor),
            wanted,
            missing: Cell::new(false),
            saving: Live::new(Saving::Nothing),
            unreadable: Live::new(Vec::new()),
            copies: Live::new(Vec::new()),
            seen: Live::new(false),
            renamed: RefCell::default(),
            differences: Live::new(Vec::new()),
            copied: Live::new(None),
            announcement: Live::new(String::new()),
            debounced: Live::new(()),
            is_debouncing: Cell::new(false),
            telling: Cell::new(false),
            timer: Cell::new(None),
        }))
    }

    /// Ticks a unit, or takes the tick away. Until something keeps the plan that is remembered.
    pub(super) fn tick(self, code: &UnitCode, picked: bool) {
        let held = self.0.held();
        match engine() {
            Some(engine) if held.editor.peek(Editor::is_judged) => {
                (engine.tick)(self, code, picked);
            }
            _ => {
                held.editor.change(|editor| editor.tick(code, picked));
                // Until something keeps it, it goes with the page.
                held.state.ask_before_leaving();
            }
        }
    }

    /// True where the plan is judged; until then only its totals are known.
    pub(super) fn is_judged(self) -> bool {
        self.0.held().editor.look(Editor::is_judged)
    }

    /// Looks at the plan.
    pub(super) fn plan<T>(self, look: impl FnOnce(&Plan) -> T) -> T {
        self.0.held().editor.look(|editor| look(editor.plan()))
    }

    /// Looks at the assessment.
    pub(super) fn assessment<T>(self, look: impl FnOnce(&Qualification, &Assessment) -> T) -> T {
        let held = self.0.held();
        held.editor
            .look(|editor| look(&held.qualification, editor.assessment()))
    }

    /// The day on which this is looked at.
    pub(super) fn today(self) -> Date {
        self.0.held().state.today()
    }

    /// What is planned for.
    pub(super) fn qualification(self) -> Arc<Qualification> {
        Arc::clone(&self.0.held().qualification)
    }

    /// What a unit was when the plan was last saved.
    pub(super) fn facts(self, code: &UnitCode) -> Option<UnitSnapshot> {
        self.session(|session| session.saved_plan().fact(code).cloned())?
    }

    /// What a screen reader is told, a second after the last change.
    pub(super) fn announcement(self) -> String {
        self.0.held().announcement.get()
    }

    /// What the session says that keeps the plan, as it is now.
    fn session<T>(self, ask: impl FnOnce(&Session) -> T) -> Option<T> {
        let held = self.0.held();
        held.editor.peek(|editor| editor.session().map(ask))
    }

    /// The one way to change the plan: takes the action, saves, tells.
    pub(super) fn dispatch(self, action: Action) {
        self.0.held().act(|history| history.act(action));
        self.announce();
    }

    pub(super) fn undo(self) {
        self.0.held().act(History::undo);
        self.announce();
    }

    pub(super) fn redo(self) {
        self.0.held().act(History::redo);
        self.announce();
    }

    /// The state of the planner.
    pub(super) fn state(self) -> State {
        self.0.held().state
    }

    /// Puts the focus on the element of this id, where what had it has gone.
    pub(super) fn focus(self, id: &str) {
        self.state().focus(id);
    }

    /// The same for the heading of the screen.
    pub(super) fn focus_heading(self) {
        self.state().focus_heading();
    }

    /// Another tab or planner has changed what is kept: takes it over where it is newer.
    fn sync(self) {
        if let Some(held) = self.0.still_held() {
            held.sync();
        }
    }

    /// Lets what is searched for in view follow a change a moment later, so that the tick itself is
    /// drawn before any search begins, and several ticks at once wait for one search.
    fn debounce(self) {
        if self.0.held().is_debouncing.replace(true) {
            return;
        }
        let debounced = move || {
            if let Some(held) = self.0.still_held() {
                held.is_debouncing.set(false);
                held.debounced.set(());
            }
        };
        set_timeout(debounced, Duration::from_millis(150));
    }

    /// Tells a screen reader where the plan stands, once, a second after the last change.
    fn announce(self) {
        self.stop_timer();
        let say = move || {
            if let Some(held) = self.0.still_held() {
                held.announcement
                    .set(self.current_now(|current| current.announcement()));
            }
        };
        let timer = set_timeout_with_handle(say, Duration::from_secs(1)).ok();
        self.0.held().timer.set(timer);
    }

    fn stop_timer(self) {
        let timer = self.0.still_held().and_then(|held| held.timer.take());
        if let Some(timer) = timer {
            timer.clear();
        }
    }
}
