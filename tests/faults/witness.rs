use std::collections::BTreeMap;
use std::slice;
use std::sync::{Arc, LazyLock};

use super::faulty::Faulty;
use qualification_planner::catalogue::Catalogue;
use qualification_planner::plan::{Action, History, Plan};
use qualification_planner::qualification::{Qualification, QualificationId, UnitCode};
use qualification_planner::saved_plans::{
    Failure, LibraryChange, NewPlan, Opened, Operation, PlanId, PlanSnapshot, SavedPlans, Saving,
    Session, Writer, decode, everything,
};

pub(crate) fn qualification() -> Arc<Qualification> {
    // Read once: it is asked for hundreds of thousands of times.
    static DIPLOMA: LazyLock<Arc<Qualification>> = LazyLock::new(|| {
        let id = QualificationId::new("8607-diploma").unwrap();
        Arc::clone(Catalogue::shipped().qualification(&id).unwrap())
    });
    Arc::clone(&DIPLOMA)
}

pub(crate) fn pick(code: &str) -> Action {
    Action::Pick(UnitCode::new(code).unwrap())
}

/// Walks as a learner does, remembers what was promised, and looks at what is really there.
pub(crate) struct Witness<'a> {
    store: &'a Faulty,
    case: String,
    /// What was last called saved of each saved plan, and behind it what the learner made of that and was
    /// called not saved: a write may have gone through although it was said to have failed.
    promised: BTreeMap<PlanId, Vec<Plan>>,
    /// Saved plans that were called deleted: they are still there, among the deleted ones.
    deleted: BTreeMap<PlanId, Vec<Plan>>,
    warned: bool,
    /// That two tabs changed a saved plan was said.
    copies: bool,
    next: u64,
}

impl<'a> Witness<'a> {
    pub(crate) fn new(store: &'a Faulty, case: &str) -> Self {
        let mut witness = Self {
            store,
            case: case.to_owned(),
            promised: BTreeMap::new(),
            deleted: BTreeMap::new(),
            warned: false,
            copies: false,
            next: 100,
        };
        // What the browser held before was called saved then.
        for found in SavedPlans::new(store.inner(), "").all().unwrap() {
            for head in found.heads {
                witness
                    .promised
                    .insert(head.id.clone(), vec![head.plan().clone()]);
            }
        }
        witness
    }

    pub(crate) fn plans(&self) -> SavedPlans<'a> {
        SavedPlans::new(self.store, "")
    }

    pub(crate) const fn store(&self) -> &'a Faulty {
        self.store
    }

    pub(crate) const fn was_warned(&self) -> bool {
        self.warned
    }

    /// True where the learner was told of a failure, or of a second saved plan.
    pub(crate) const fn has_said_so(&self) -> bool {
        self.warned || self.copies
    }

    pub(crate) fn name(&mut self) -> PlanId {
        self.next += 1;
        PlanId::of_number(self.next)
    }

    pub(crate) fn writer(&mut self) -> Writer {
        self.next += 1;
        Writer::of_number(self.next)
    }

    /// A new saved plan on the screen.
    pub(crate) fn begin(&mut self) -> Session {
        let of = qualification();
        let snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), &of);
        let me = self.writer();
        Session::new(self.name(), me, snapshot)
    }

    /// Opens a saved plan as the page does: where it cannot be read that is said, and an empty plan is shown.
    pub(crate) fn open(&mut self, id: &PlanId) -> Session {
        let me = self.writer();
        let fresh = |failure| {
            let of = qualification();
            let snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), &of);
            let session = Session::new(id.clone(), me.clone(), snapshot);
            session.with(Saving::Failed(failure), Vec::new())
        };
        match Session::open(&self.plans(), id, &me) {
            Ok(Opened::Session(session)) => {
                self.hear(&session);
                *session
            }
            Ok(Opened::Nothing(unreadable)) => {
                self.warned |= !unreadable.is_empty();
                fresh(Failure::Blocked).with(Saving::Nothing, unreadable)
            }
            Ok(Opened::Newer(..)) => panic!("{}: nothing newer was there", self.case),
            Err(failure) => {
                self.warned = true;
                fresh(failure)
            }
        }
    }

    pub(crate) fn act(&mut self, session: &mut Session, action: Action) {
        self.change(session, |history| history.act(action));
    }

    pub(crate) fn change(&mut self, session: &mut Session, change: impl FnOnce(&mut History)) {
        let plans = self.plans();
        session.act(&plans, &qualification(), 1_000, change);
        self.hear(session);
    }

    pub(crate) fn sync(&mut self, session: &mut Session) {
        session.sync(&self.plans());
        self.hear(session);
    }

    pub(crate) fn flush(&mut self, session: &mut Session) {
        session.flush(&self.plans());
        self.hear(session);
    }

    /// What the screen says of saving now, held against what is really there.
    pub(crate) fn hear(&mut self, session: &Session) {
        let plan = session.history().now();
        self.copies |= !session.copies().is_empty();
        match session.saving() {
            // It has not heard yet of what another tab made of it since.
            Saving::Saved if self.case.contains("tab") && self.is_superseded(session) => {}
            Saving::Saved => {
                // Where the last save cannot be read, which is said, an earlier one is shown.
                if !session.unreadable().is_empty() {
                    self.warned = true;
                    if self.was_there(plan)
                        && !self.is_there(session.id(), slice::from_ref(plan), false)
                    {
                        return;
                    }
                }
                assert!(
                    self.is_there(session.id(), slice::from_ref(plan), false),
                    "{}: called saved and not there: {plan:?}",
                    self.case
                );
                self.promised
                    .insert(session.id().clone(), vec![plan.clone()]);
                self.deleted.remove(session.id());
            }
            Saving::Failed(_) => {
                self.warned = true;
                if let Some(plans) = self.promised.get_mut(session.id()) {
                    plans.push(plan.clone());
                }
            }
            Saving::Nothing => {
                let empty = Plan::new(plan.qualification.clone());
                assert_eq!(
                    *plan, empty,
                    "{}: a change about which nothing is said",
                    self.case
                );
            }
            Saving::Deleted => {}
            Saving::Overtaken => {
                let found = self.plans().find(session.id());
                let newer = found.is_ok_and(|found| found.newer.is_some());
                assert!(newer, "{}: called overtaken, and is not", self.case);
            }
        }
    }

    /// Does something with whole saved plans; a failure is shown.
    pub(crate) fn apply(&mut self, operation: Operation, id: &PlanId) {
        let me = self.writer();
        let done = self
            .plans()
            .apply(LibraryChange::of(operation, vec![id.clone()]), &me);
        self.applied(done, id, operation.deletes());
    }

    pub(crate) fn applied(&mut self, done: Result<(), Failure>, id: &PlanId, gone: bool) {
        if done.is_ok() {
            // Said to be done: then it is.
            let found = SavedPlans::new(self.store.inner(), "").find(id).unwrap();
            assert!(
                found.heads.iter().all(|head| head.deleted == gone),
                "{}: {id} is said to be {}, and is not",
                self.case,
                if gone { "deleted" } else { "back" }
            );
            let (from, to) = if gone {
                (&mut self.promised, &mut self.deleted)
            } else {
                (&mut self.deleted, &mut self.promised)
            };
            if let Some(plan) = from.remove(id) {
                to.insert(id.clone(), plan);
            }
            return;
        }
        // It may have been done or not; the saved plan is there either way.
        self.warned = true;
        if let Some(plan) = self.promised.remove(id) {
            self.deleted.insert(id.clone(), plan);
        }
    }

    pub(crate) fn undo(&mut self, id: &PlanId, forth: bool, gone: bool) {
        let me = self.writer();
        let done = if forth {
            self.plans().redo(&me)
        } else {
            self.plans().undo(&me)
        };
        match done {
            // Where the log could not be written there is nothing to take back.
            Ok(None) => {}
            Ok(Some(_)) => self.applied(Ok(()), id, gone),
            Err(failure) => self.applied(Err(failure), id, gone),
        }
    }

    pub(crate) fn add(
        &mut self,
        operation: Operation,
        snapshots: Vec<PlanSnapshot>,
        replaced: &[PlanId],
    ) -> Vec<PlanId> {
        let me = self.writer();
        let new_plans: Vec<NewPlan> = snapshots
            .into_iter()
            .map(|snapshot| NewPlan {
                id: self.name(),
                changed: 1_000,
                snapshot,
            })
            .collect();
        let plans: BTreeMap<PlanId, Plan> = new_plans
            .iter()
            .map(|one| (one.id.clone(), one.snapshot.plan.clone()))
            .collect();
        let change = LibraryChange {
            replaced: replaced.to_vec(),
            ..LibraryChange::of(operation, Vec::new())
        };
        let done = self.plans().add(change, new_plans, &me);
        let (made, failed) = match done {
            Ok(made) => (made, None),
            Err((failure, made)) => (made, Some(failure)),
        };
        // What was said to be added is there.
        for id in &made {
            if let Some(plan) = plans.get(id) {
                self.promised.insert(id.clone(), vec![plan.clone()]);
            }
        }
        for id in replaced {
            self.applied(failed.map_or(Ok(()), Err), id, true);
        }
        self.warned |= failed.is_some();
        made
    }

    /// That something could not be done, where it could not.
    pub(crate) fn told<T>(&mut self, done: Result<T, Failure>) -> Option<T> {
        self.warned |= done.is_err();
        done.ok()
    }

    /// Deleted for good, where that was said to be done.
    pub(crate) fn forgotten(&mut self, done: Result<(), Failure>) {
        match done {
            Ok(()) => {
                let left = everything(self.store.inner()).unwrap();
                assert!(
                    left.is_empty(),
                    "{}: said to be gone, and is there",
                    self.case
                );
            }
            Err(_) => self.warned = true,
        }
        // Whether all of it went or not, nothing is promised of it any more.
        self.promised.clear();
        self.deleted.clear();
    }

    pub(crate) fn forget_one(&mut self, id: &PlanId, done: Result<(), Failure>) {
        match done {
            Ok(()) => {
                let found = SavedPlans::new(self.store.inner(), "").find(id).unwrap();
                assert!(
                    found.heads.is_empty() && found.unreadable.is_empty(),
                    "{}: {id} is said to be gone, and is there",
                    self.case
                );
            }
            Err(_) => self.warned = true,
        }
        self.promised.remove(id);
        self.deleted.remove(id);
    }

    /// At the end: all that was promised is there, whatever storage says.
    pub(crate) fn check(&self) {
        for (id, plan) in &self.promised {
            assert!(
                self.is_there(id, plan, false),
                "{}: {id} was called saved and is lost: {plan:?}",
                self.case
            );
        }
        for (id, plan) in &self.deleted {
            assert!(
                self.is_there(id, plan, true),
                "{}: {id} was deleted and cannot be brought back: {plan:?}",
                self.case
            );
        }
    }

    /// What came of the journey: every saved plan, whether it is deleted, and its plan.
    pub(crate) fn outcome(&self) -> Vec<(PlanId, bool, Plan)> {
        let all = SavedPlans::new(self.store.inner(), "").all().unwrap();
        let heads = all.into_iter().flat_map(|found| found.heads);
        heads
            .map(|head| (head.id.clone(), head.deleted, head.plan().clone()))
            .collect()
    }

    /// True where what is shown was saved, and what another tab saved after it is there.
    fn is_superseded(&self, session: &Session) -> bool {
        let plan = session.history().now();
        let mut later = self.promised.get(session.id()).cloned().unwrap_or_default();
        later.retain(|other| other != plan);
        self.was_there(plan) && self.is_there(session.id(), &later, false)
    }

    /// True where any save holds the plan, also one that others follow.
    fn was_there(&self, plan: &Plan) -> bool {
        let all = everything(self.store.inner()).unwrap().into_iter();
        let mut plans = all.filter_map(|(_, text)| decode(&text).ok());
        plans.any(|saved_plan| saved_plan.plan() == plan)
    }

    /// True where the saved plan, or a conflicting copy of it, holds one of the plans.
    fn is_there(&self, id: &PlanId, plans: &[Plan], or_deleted: bool) -> bool {
        let all = SavedPlans::new(self.store.inner(), "").all().unwrap();
        let mut heads = all.iter().flat_map(|found| &found.heads);
        heads.any(|head| {
            let is_of_it = head.id == *id || head.copy_of.as_ref() == Some(id);
            is_of_it && (or_deleted || !head.deleted) && plans.contains(head.plan())
        })
    }
}
