//! The planning screen’s state: one qualification, one plan, where it stands, whether it is kept.

mod asked;
mod current;
mod held;
mod keeping;
mod travel;

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{on_cleanup, set_timeout, set_timeout_with_handle, untrack};

pub(super) use asked::Advice;

use super::browser;
use super::dom::follow;
use super::engine::engine;
use super::live::{Handle, Live};
use super::state::State;
use crate::assess::Assessment;
use crate::draft::{
    Difference, DraftId, NewerDraft, Saving, Session, UnitFacts, Unreadable, differences,
};
use crate::plan::{Action, History, Plan};
use crate::qualification::{Date, Qualification, UnitCode};

/// A planning screen: one qualification, one plan, its assessment.
#[derive(Clone, Copy)]
pub(super) struct Desk(Handle<Held>);

struct Held {
    state: State,
    qualification: Arc<Qualification>,
    work: Live<Work>,
    /// True where the address names the draft, false where it asks for the one changed last.
    named: bool,
    /// True where a draft was asked for that is not here: the one that is shown is new.
    missing: bool,
    saving: Live<Saving>,
    unreadable: Live<Vec<Unreadable>>,
    /// Second drafts that were made of what other tabs saved at the same time.
    copies: Live<Vec<DraftId>>,
    /// What is not as it was when the plan was made.
    differences: Live<Vec<Difference>>,
    /// True where the learner has seen just those.
    seen: Live<bool>,
    /// When a copy of the plan was last taken out of the browser, in seconds since 1970.
    copied: Live<Option<u32>>,
    announcement: Live<String>,
    /// Changes when the plan has been left alone for a moment.
    settled: Live<()>,
    /// True from a change of the plan until that moment.
    unsettled: Cell<bool>,
    /// True while this desk tells the others that it has saved, and hears itself.
    telling: Cell<bool>,
    timer: Cell<Option<TimeoutHandle>>,
}

/// The plan, and where it stands: always of one another.
struct Work {
    session: Session,
    assessment: Assessment,
    /// False while the engine is on its way.
    is_judged: bool,
    /// The plan as it was before the changes that the host page has not heard of, since they are not
    /// judged yet.
    untold: Option<Plan>,
}

/// What came of opening a desk.
pub(super) enum Opening {
    /// A plan to work at.
    Desk(Desk),
    /// A draft of a newer version, to look at.
    Newer(Box<NewerDraft>),
    /// A draft that the learner has deleted.
    Deleted(DraftId),
}

/// What there is to open: see [`State::opened_draft`].
pub(super) enum Draw {
    /// A draft; true where one was asked for that is not here.
    Session(Box<Session>, bool),
    /// One of a newer version.
    Newer(Box<NewerDraft>),
    /// One that is deleted.
    Deleted(DraftId),
}

impl Desk {
    /// Opens the desk for a draft of a qualification, or for the one that was changed last.
    pub(super) fn open(
        state: State,
        qualification: &Arc<Qualification>,
        wanted: Option<DraftId>,
    ) -> Opening {
        let named = wanted.is_some();
        let (mut session, missing) = match state.opened_draft(qualification, wanted) {
            Draw::Session(session, missing) => (session, missing),
            Draw::Newer(newer) => return Opening::Newer(newer),
            Draw::Deleted(id) => return Opening::Deleted(id),
        };
        let now = state.moment(session.id());
        let called = state.with_drafts(|drafts| session.take_codes_of(drafts, qualification, now));
        let assessment = state.judge(qualification, session.history().now());
        let copied = state.with_drafts(|drafts| drafts.copied(session.id()));
        let others = differences(&session.draft().parcel(), qualification);
        let differences: Vec<Difference> = called.into_iter().chain(others).collect();
        let desk = Self(Handle::new(Held {
            state,
            qualification: Arc::clone(qualification),
            named,
            missing,
            saving: Live::new(session.saving()),
            unreadable: Live::new(session.unreadable().to_vec()),
            copies: Live::new(session.copies().to_vec()),
            seen: Live::new(session.has_noted(&differences)),
            differences: Live::new(differences),
            copied: Live::new(copied.ok().flatten()),
            work: Live::new(Work {
                session: *session,
                assessment,
                is_judged: engine().is_some(),
                untold: None,
            }),
            announcement: Live::new(String::new()),
            settled: Live::new(()),
            unsettled: Cell::new(false),
            telling: Cell::new(false),
            timer: Cell::new(None),
        }));
        browser::on_window("storage", move || desk.follow());
        browser::on_window(browser::SAVED, move || desk.follow());
        // Back from the browser's cache of whole pages.
        browser::on_window("pageshow", move || desk.follow());
        for leaving in ["pagehide", "visibilitychange"] {
            browser::on_window(leaving, move || desk.flush());
        }
        on_cleanup(move || {
            desk.stop_timer();
            desk.put_by();
        });
        follow(Box::new(move || {
            desk.plan(|_| ());
            desk.settle();
        }));
        follow(Box::new(move || {
            if state.0.held().has_engine.get() {
                untrack(|| desk.0.held().judge_at_last());
            }
        }));
        Opening::Desk(desk)
    }

    /// True where the plan is judged; until then only its totals are known.
    pub(super) fn is_judged(self) -> bool {
        self.0.held().work.look(|work| work.is_judged)
    }

    /// Looks at the plan.
    pub(super) fn plan<T>(self, look: impl FnOnce(&Plan) -> T) -> T {
        self.0
            .held()
            .work
            .look(|work| look(work.session.history().now()))
    }

    /// Looks at the assessment.
    pub(super) fn assessment<T>(self, look: impl FnOnce(&Qualification, &Assessment) -> T) -> T {
        let held = self.0.held();
        held.work
            .look(|work| look(&held.qualification, &work.assessment))
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
    pub(super) fn facts(self, code: &UnitCode) -> Option<UnitFacts> {
        let held = self.0.held();
        held.work
            .peek(|work| work.session.draft().fact(code).cloned())
    }

    /// What a screen reader is told, a second after the last change.
    pub(super) fn announcement(self) -> String {
        self.0.held().announcement.get()
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
    fn follow(self) {
        if let Some(held) = self.0.still_held() {
            held.follow();
        }
    }

    /// Lets what is searched for in view follow a change a moment later, so that the tick itself is
    /// drawn before any search begins, and several ticks at once wait for one search.
    fn settle(self) {
        if self.0.held().unsettled.replace(true) {
            return;
        }
        let settled = move || {
            if let Some(held) = self.0.still_held() {
                held.unsettled.set(false);
                held.settled.set(());
            }
        };
        set_timeout(settled, Duration::from_millis(150));
    }

    /// Tells a screen reader where the plan stands, once, a second after the last change.
    fn announce(self) {
        self.stop_timer();
        let say = move || {
            if let Some(held) = self.0.still_held() {
                let words = held.work.peek(|work| held.current(work).announcement());
                held.announcement.set(words);
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
