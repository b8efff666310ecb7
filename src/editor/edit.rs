//! The plan that is being edited. It changes nowhere else.
//!
//! An [`Editor`] exists before the engine and the session are loaded: it takes ticks, adds them up and
//! remembers them. [`Editor::keep`] gives it the session that saves the plan. The remembered ticks
//! become steps of that session, and each can be undone. From then on the plan is judged after each
//! change, so the assessment always belongs to the plan that is shown.

use std::mem;
use std::sync::Arc;

use super::{Controls, Current, Sentences};
use crate::assess::{Assessment, Context, Limit, NODES, State, assess, assess_within, provisional};
use crate::plan::{Action, History, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::saved_plans::{SavedPlans, Session};

/// A plan that is being edited, with its assessment.
#[derive(Clone, Debug)]
pub struct Editor {
    qualification: Arc<Qualification>,
    context: Context,
    keeping: Keeping,
    /// Ticks that are no steps of the plan yet: see [`Editor::tick_ahead`].
    ahead: Vec<(UnitCode, bool)>,
    assessment: Assessment,
    has_looked_longer: bool,
}

/// What was ticked while nobody could save it: a step of the plan, as soon as somebody can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tick {
    /// A unit was ticked or unticked.
    One(UnitCode, bool),
    /// These were ticked in the page, before there was a planner.
    InPage(Vec<UnitCode>),
}

impl From<Tick> for Action {
    fn from(tick: Tick) -> Self {
        match tick {
            Tick::One(code, picked) => Self::tick(code, picked),
            Tick::InPage(codes) => Self::PickAll(codes),
        }
    }
}

/// Who saves the plan.
#[derive(Clone, Debug)]
enum Keeping {
    /// Nobody yet: the plan, and its ticks in their order.
    Awaited(Box<Plan>, Vec<Tick>),
    /// A session, which saves each change.
    Session(Box<Session>),
}

impl Editor {
    /// A new plan, until something can judge and save it.
    #[must_use]
    pub fn new(qualification: Arc<Qualification>, context: Context) -> Self {
        let plan = Plan::new(qualification.id.clone());
        Self {
            assessment: provisional(&qualification, &plan, &context),
            has_looked_longer: false,
            keeping: Keeping::Awaited(Box::new(plan), Vec::new()),
            ahead: Vec::new(),
            qualification,
            context,
        }
    }

    /// The same judged, for what is shown without a session.
    #[must_use]
    pub fn judged(mut self) -> Self {
        self.judge();
        self
    }

    /// The plan of a session, judged.
    #[must_use]
    pub fn open(
        qualification: Arc<Qualification>,
        context: Context,
        session: Box<Session>,
    ) -> Self {
        let plan = session.history().now();
        Self {
            assessment: assess(&qualification, plan, &context),
            has_looked_longer: false,
            keeping: Keeping::Session(session),
            ahead: Vec::new(),
            qualification,
            context,
        }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        match &self.keeping {
            Keeping::Awaited(plan, _) => plan,
            Keeping::Session(session) => session.history().now(),
        }
    }

    /// The assessment; until [`Editor::is_judged`] it has the totals only.
    #[must_use]
    pub const fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// The qualification of the plan.
    #[must_use]
    pub const fn qualification(&self) -> &Arc<Qualification> {
        &self.qualification
    }

    /// What the assessment depends on besides the plan.
    #[must_use]
    pub const fn context(&self) -> Context {
        self.context
    }

    /// True once the plan is judged and saved; until then only its totals are known.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        matches!(self.keeping, Keeping::Session(_))
    }

    /// The session that saves the plan; `None` until there is one.
    #[must_use]
    pub const fn session(&self) -> Option<&Session> {
        match &self.keeping {
            Keeping::Awaited(..) => None,
            Keeping::Session(session) => Some(session),
        }
    }

    /// The plan with its assessment, to be shown; `sentences` are those of the engine, once they are
    /// loaded.
    #[must_use]
    pub fn current(&self, sentences: Option<Sentences>) -> Current<'_> {
        Current {
            qualification: &self.qualification,
            plan: self.plan(),
            assessment: &self.assessment,
            sentences: sentences.filter(|_| self.is_judged()),
        }
    }

    /// Which of the buttons below the plan would change it.
    #[must_use]
    pub fn controls(&self) -> Controls {
        let history = self.session().map(Session::history);
        history.map_or_else(Controls::default, |history| {
            self.current(None).controls(history)
        })
    }

    /// The ticks that no session has yet, in their order.
    #[must_use]
    pub fn ticks(&self) -> &[Tick] {
        match &self.keeping {
            Keeping::Awaited(_, ticks) => ticks,
            Keeping::Session(_) => &[],
        }
    }

    /// Gives up what was ticked while there was no session: the plan is left, and another shall have it.
    pub fn take_ticks(&mut self) -> Vec<Tick> {
        match &mut self.keeping {
            Keeping::Awaited(_, ticks) => std::mem::take(ticks),
            Keeping::Session(_) => Vec::new(),
        }
    }

    /// Ticks or unticks units while there is no session; afterwards this does nothing.
    pub fn tick(&mut self, tick: Tick) {
        if let Keeping::Awaited(plan, ticks) = &mut self.keeping {
            match &tick {
                Tick::One(code, picked) => plan.set_picked(code, *picked),
                Tick::InPage(codes) => codes.iter().for_each(|code| plan.set_picked(code, true)),
            }
            ticks.push(tick);
            self.assessment = provisional(&self.qualification, plan, &self.context);
        }
    }

    /// Judges by another context from now on, for example with a search that was not loaded before.
    /// True where this changes the assessment.
    pub fn judge_by(&mut self, context: Context) -> bool {
        self.context = context;
        let is_other = self.is_judged() && !self.assessment.fully_searched;
        if is_other {
            self.judge();
        }
        is_other
    }

    /// Gives the plan to a session. The remembered ticks are applied to it step by step, and saved.
    ///
    /// Returns the state that the plan had before the ticks, where there were any.
    pub fn keep(
        &mut self,
        session: Box<Session>,
        plans: &SavedPlans<'_>,
        now: u32,
    ) -> Option<State> {
        let Keeping::Awaited(_, ticks) =
            std::mem::replace(&mut self.keeping, Keeping::Session(session))
        else {
            self.judge();
            return None;
        };
        self.judge();
        let was = self.assessment.state;
        let mut is_other = false;
        for tick in ticks {
            is_other |= self.change(plans, now, |history| history.act(tick.into()));
        }
        self.judge();
        is_other.then_some(was)
    }

    /// Changes the plan and saves it. Returns the state that it had before; `None` where nothing
    /// changed.
    pub fn act(
        &mut self,
        plans: &SavedPlans<'_>,
        now: u32,
        change: impl FnOnce(&mut History),
    ) -> Option<State> {
        let was = self.assessment.state;
        let is_other = self.change(plans, now, change);
        self.judge();
        is_other.then_some(was)
    }

    /// Remembers that a box was ticked, or the tick taken away, while the plan is shown as it was: [`Editor::settle`] follows.
    pub fn tick_ahead(&mut self, code: UnitCode, picked: bool) {
        self.ahead.push((code, picked));
    }

    /// True where something was ticked ahead.
    #[must_use]
    pub const fn is_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Makes steps of what was ticked ahead, saves and judges them. Returns the state that the plan had before; `None`
    /// where nothing changed.
    pub fn settle(&mut self, plans: &SavedPlans<'_>, now: u32) -> Option<State> {
        let was = self.assessment.state;
        let mut is_other = false;
        for (code, picked) in mem::take(&mut self.ahead) {
            is_other |= self.change(plans, now, |history| {
                history.act(Action::tick(code, picked));
            });
        }
        if !is_other {
            return None;
        }
        self.judge();
        Some(was)
    }

    fn change(
        &mut self,
        plans: &SavedPlans<'_>,
        now: u32,
        change: impl FnOnce(&mut History),
    ) -> bool {
        match &mut self.keeping {
            Keeping::Awaited(..) => false,
            Keeping::Session(session) => session.act(plans, &self.qualification, now, change),
        }
    }

    /// Does something with the session that is no step of the plan, such as saving again or taking over
    /// the save of another tab. True where the plan, or its steps of undo, changed.
    pub fn with_session(&mut self, act: impl FnOnce(&mut Session)) -> bool {
        let Keeping::Session(session) = &mut self.keeping else {
            return false;
        };
        let shown = session.history().clone();
        act(session);
        let is_other = *session.history() != shown;
        if is_other {
            self.judge();
        }
        is_other
    }

    fn judge(&mut self) {
        self.assessment = assess(&self.qualification, self.plan(), &self.context);
        self.has_looked_longer = false;
    }

    /// Judges the plan once more, by a search that may look at as much as one for ways to complete it. What comes of it
    /// stays until the plan changes.
    pub fn look_longer(&mut self) {
        let limit = &mut Limit::nodes(NODES);
        self.assessment = assess_within(&self.qualification, self.plan(), &self.context, limit);
        self.has_looked_longer = true;
    }

    /// True where that was done for the plan as it is.
    #[must_use]
    pub(super) const fn has_looked_longer(&self) -> bool {
        self.has_looked_longer
    }
}
