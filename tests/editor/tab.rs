//! A tab of a browser in which a plan is edited and kept.

use std::sync::Arc;

use qualification_planner::assess::{Context, State};
use qualification_planner::catalogue::Catalogue;
use qualification_planner::editor::{Announcer, Editor, KeptPlan, Notice, Sentences};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Qualification, UnitCode};
use qualification_planner::saved_plans::{
    Memory, Opened, PlanId, PlanSnapshot, SavedPlans, Saving, Session, Writer, differences,
};

use crate::support::{code, date};

/// Room enough for anything here.
const ROOM: usize = 1_000_000;

pub(crate) fn storage() -> Memory {
    Memory::with_room(ROOM)
}

pub(crate) fn context() -> Context {
    Context::on(date("2026-11-22"))
}

pub(crate) fn shipped(id: &str) -> Arc<Qualification> {
    Arc::clone(Catalogue::shipped().named(id).unwrap())
}

pub(crate) fn pick(unit: &str) -> Action {
    Action::Pick(code(unit))
}

pub(crate) struct Tab<'a> {
    pub(crate) editor: Editor,
    pub(crate) plans: SavedPlans<'a>,
    /// The last change's state before it, where there was a change.
    pub(crate) was: Option<State>,
}

fn id() -> PlanId {
    PlanId::of_number(7)
}

fn writer(name: &str) -> Writer {
    Writer::new(name).unwrap()
}

impl<'a> Tab<'a> {
    /// A tab with a new plan for a qualification.
    pub(crate) fn new(storage: &'a Memory, name: &str, of: &Arc<Qualification>) -> Self {
        let session = Self::fresh(name, of);
        Self {
            editor: Editor::open(Arc::clone(of), context(), session),
            plans: SavedPlans::new(storage, ""),
            was: None,
        }
    }

    /// A tab that opens the plan that is kept.
    pub(crate) fn again(storage: &'a Memory, name: &str, of: &Arc<Qualification>) -> Self {
        let plans = SavedPlans::new(storage, "");
        let Ok(Opened::Session(session)) = Session::open(&plans, &id(), &writer(name)) else {
            panic!("no plan is kept");
        };
        Self {
            editor: Editor::open(Arc::clone(of), context(), session),
            plans,
            was: None,
        }
    }

    pub(crate) fn fresh(name: &str, of: &Qualification) -> Box<Session> {
        let snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), of);
        Box::new(Session::new(id(), writer(name), snapshot))
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.was = self
            .editor
            .act(&self.plans, 1_000, |history| history.act(action));
    }

    /// The same where what is shown follows later. True where that changed the plan.
    pub(crate) fn settle(&mut self) -> Option<State> {
        self.editor.settle(&self.plans, 1_000)
    }

    pub(crate) fn undo(&mut self) {
        self.was = self.editor.act(
            &self.plans,
            1_001,
            qualification_planner::plan::History::undo,
        );
    }

    pub(crate) fn redo(&mut self) {
        self.was = self.editor.act(
            &self.plans,
            1_002,
            qualification_planner::plan::History::redo,
        );
    }

    /// Takes over what another tab has saved. True where something else is shown now.
    pub(crate) fn sync(&mut self) -> bool {
        let plans = &self.plans;
        self.editor.with_session(|session| {
            session.sync(plans);
        })
    }

    /// Tries once more to save.
    pub(crate) fn save(&mut self) {
        let plans = &self.plans;
        self.editor.with_session(|session| session.save(plans));
    }

    pub(crate) fn picks(&self) -> Vec<&str> {
        let picks = self.editor.plan().picks().iter();
        picks.map(|pick| pick.code.as_str()).collect()
    }

    pub(crate) fn saving(&self) -> Saving {
        self.editor.session().unwrap().saving()
    }

    pub(crate) fn total(&self) -> String {
        self.editor.current(None).plan_bar().words
    }

    pub(crate) fn announcement(&self) -> String {
        Announcer::default().tell(&self.editor.current(Some(Sentences::all())))
    }

    pub(crate) fn outlook(&self, unit: &str) -> String {
        self.editor.outlook(&UnitCode::new(unit).unwrap())
    }

    /// What is said above the plan.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        let session = self.editor.session().unwrap();
        let differences = differences(
            &session.saved_plan().snapshot(),
            self.editor.qualification(),
        );
        let kept = KeptPlan {
            saving: session.saving(),
            is_missing: false,
            is_forked: !session.copies().is_empty(),
            differences: &differences,
            has_seen: session.has_acknowledged(&differences),
            unreadable: session.unreadable(),
        };
        // What stands beside the plan, and what stands above the units.
        let beside = Notice::not_saved(session.saving(), true);
        beside.into_iter().chain(kept.notices(None)).collect()
    }
}
