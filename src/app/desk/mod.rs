//! The planning screen’s state: one qualification, one plan, where it stands, whether it is kept.

mod asked;
mod held;
mod travel;

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{on_cleanup, set_timeout, set_timeout_with_handle};

pub(super) use asked::Advice;

use super::browser;
use super::dom::follow;
use super::live::{Handle, Live};
use super::state::State;
use crate::assess::{Assessment, Context, Obstacle, Standing as UnitStanding, assess};
use crate::draft::{Draft, Failure, UnitFacts, Unreadable};
use crate::plan::{Action, History, Plan};
use crate::qualification::{Date, Qualification, UnitCode};

/// Whether the plan as it is shown is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saving {
    /// Nothing has been changed yet, and there was no draft.
    Nothing,
    /// It is in this browser.
    Saved,
    /// It is not.
    Failed(Failure),
    /// It was, until everything was deleted elsewhere.
    Deleted,
}

/// A planning screen: one qualification, one plan, its assessment.
#[derive(Clone, Copy)]
pub(super) struct Desk(Handle<Held>);

struct Held {
    state: State,
    qualification: Arc<Qualification>,
    work: Live<Work>,
    saving: Live<Saving>,
    unreadable: Live<Vec<Unreadable>>,
    announcement: Live<String>,
    /// Changes when the plan has been left alone for a moment.
    settled: Live<()>,
    /// True from a change of the plan until that moment.
    unsettled: Cell<bool>,
    /// The facts of units as they were saved last, for those that the catalogue has lost.
    facts: RefCell<Vec<UnitFacts>>,
    sequence: Cell<u32>,
    /// True while this desk tells the others that it has saved, and hears itself.
    telling: Cell<bool>,
    timer: Cell<Option<TimeoutHandle>>,
}

/// The plan, and where it stands: always of one another.
struct Work {
    history: History,
    assessment: Assessment,
}

/// What a row of the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) picked: bool,
    pub(super) achieved: bool,
    pub(super) obstacle: Option<Obstacle>,
    pub(super) displaces: Option<UnitCode>,
}

impl Desk {
    /// Opens the desk for a qualification with its draft, if there is one.
    pub(super) fn open(state: State, qualification: &Arc<Qualification>) -> Self {
        let (draft, unreadable, saving) = match state.open_draft(&qualification.id) {
            Ok((Some(draft), unreadable)) => (Some(draft), unreadable, Saving::Saved),
            Ok((None, unreadable)) => (None, unreadable, Saving::Nothing),
            Err(failure) => (None, Vec::new(), Saving::Failed(failure)),
        };
        let (sequence, facts, plan) = match draft {
            Some(draft) => (draft.sequence, draft.facts, draft.plan),
            None => (0, Vec::new(), Plan::new(qualification.id.clone())),
        };
        let context = Context {
            today: state.today(),
        };
        let desk = Self(Handle::new(Held {
            state,
            qualification: Arc::clone(qualification),
            work: Live::new(Work {
                assessment: assess(qualification, &plan, &context),
                history: History::new(plan),
            }),
            saving: Live::new(saving),
            unreadable: Live::new(unreadable),
            announcement: Live::new(String::new()),
            settled: Live::new(()),
            unsettled: Cell::new(false),
            facts: RefCell::new(facts),
            sequence: Cell::new(sequence),
            telling: Cell::new(false),
            timer: Cell::new(None),
        }));
        browser::on_window("storage", move || desk.follow());
        browser::on_window(browser::SAVED, move || desk.follow());
        if let Some(draft) = state.take_incoming() {
            desk.adopt(draft);
        }
        on_cleanup(move || desk.stop_timer());
        follow(Box::new(move || {
            desk.plan(|_| ());
            desk.settle();
        }));
        desk
    }

    /// Looks at the plan.
    pub(super) fn plan<T>(self, look: impl FnOnce(&Plan) -> T) -> T {
        self.0.held().work.look(|work| look(work.history.now()))
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

    /// What the row of a unit shows.
    pub(super) fn row(self, code: &UnitCode) -> Row {
        let held = self.0.held();
        held.work.look(|work| {
            let pick = work.history.now().pick(code);
            let index = held.qualification.unit_index(code);
            let standing = index.and_then(|index| work.assessment.standings.get(index));
            let UnitStanding {
                obstacle,
                displaces,
            } = standing.cloned().unwrap_or_default();
            Row {
                picked: pick.is_some(),
                achieved: pick.is_some_and(|pick| pick.achieved),
                obstacle,
                displaces,
            }
        })
    }

    /// What a unit was when the plan was last saved.
    pub(super) fn facts(self, code: &UnitCode) -> Option<UnitFacts> {
        let held = self.0.held();
        let facts = held.facts.borrow();
        facts.iter().find(|unit| unit.code == *code).cloned()
    }

    /// Whether the plan is kept.
    pub(super) fn saving(self) -> Saving {
        self.0.held().saving.get()
    }

    /// Drafts that were found and could not be read.
    pub(super) fn unreadable(self) -> Vec<Unreadable> {
        self.0.held().unreadable.get()
    }

    /// What a screen reader is told, a second after the last change.
    pub(super) fn announcement(self) -> String {
        self.0.held().announcement.get()
    }

    pub(super) fn can_undo(self) -> bool {
        self.0.held().work.look(|work| work.history.can_undo())
    }

    pub(super) fn can_redo(self) -> bool {
        self.0.held().work.look(|work| work.history.can_redo())
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

    /// Saves the plan as it is, and says whether that worked.
    pub(super) fn save(self) {
        self.0.held().save();
    }

    /// The plan as a draft.
    pub(super) fn draft(self) -> Draft {
        self.0.held().draft(1)
    }

    /// Puts the focus on the element of this id, where what had it has gone.
    pub(super) fn focus(self, id: &str) {
        self.0.held().state.focus(id);
    }

    /// Removes a draft that could not be read, when the learner says so.
    pub(super) fn forget(self, gone: &Unreadable) {
        let held = self.0.held();
        match held.state.with_drafts(|drafts| drafts.forget(gone)) {
            Ok(()) => held
                .unreadable
                .change(|all| all.retain(|found| found.key != gone.key)),
            Err(failure) => held.saving.set(Saving::Failed(failure)),
        }
        held.state.focus("qp-heading");
    }

    /// Takes over a plan from a file, as a step that undo takes back.
    fn adopt(self, draft: Draft) {
        let held = self.0.held();
        held.facts.replace(draft.facts);
        held.act(|history| history.follow(draft.plan));
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
                held.announcement.set(held.standing());
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
