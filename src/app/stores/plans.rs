//! The plans of this browser: which there are, and which one opens.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::catalogues::Catalogues;
use super::library::{PlanLibrary, PlanLookup, PlanSummary};
use super::notifications::Notifications;
use super::page::Page;
use super::plan_storage::PlanStorage;
use super::program::Program;
use super::route::{Route, Router};
use super::saving::Saves;
use crate::app::browser;
use crate::assess::{Assessment, assess};
use crate::exchange::link;
use crate::plan::Plan;
use crate::qualification::{Qualification, QualificationId};
use crate::saved_plans::{
    CatalogueVersion, Failure, Opened, PlanId, PlanSnapshot, SavedPlans, Saving,
};
use crate::wording;

/// The plans of this browser, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct Plans(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    page: Page,
    storage: PlanStorage,
    catalogues: Catalogues,
    notifications: Notifications,
    router: Router,
    saves: Saves,
    /// Counts what was saved elsewhere, for the list of plans.
    elsewhere: Trigger,
    /// The last saved plan that was begun here, which is in no storage until its first change.
    begun: RefCell<Option<PlanId>>,
}

impl Plans {
    pub(crate) fn new(
        page: Page,
        storage: PlanStorage,
        catalogues: Catalogues,
        notifications: Notifications,
        router: Router,
        saves: Saves,
    ) -> Self {
        Self(StoredValue::new_local(Rc::new(Inner {
            page,
            storage,
            catalogues,
            notifications,
            router,
            saves,
            elsewhere: Trigger::new(),
            begun: RefCell::default(),
        })))
    }

    pub(super) fn page(self) -> Page {
        self.0.get_value().page
    }

    pub(super) fn storage(self) -> PlanStorage {
        self.0.get_value().storage
    }

    pub(super) fn catalogues(self) -> Catalogues {
        self.0.get_value().catalogues
    }

    pub(super) fn notifications(self) -> Notifications {
        self.0.get_value().notifications
    }

    pub(super) fn router(self) -> Router {
        self.0.get_value().router
    }

    pub(super) fn saves(self) -> Saves {
        self.0.get_value().saves
    }

    /// Keeps the list of plans in step with other tabs and planners.
    pub(crate) fn keep_in_step(self) {
        // Back from the browser's cache of whole pages: others may have saved since.
        for event in ["storage", browser::SAVED, "pageshow"] {
            browser::on_window(event, move || {
                if let Some(held) = self.0.try_get_value() {
                    held.elsewhere.notify();
                }
            });
        }
    }

    /// Makes the binding that asks run again when another tab or planner has saved.
    pub(crate) fn subscribe(self) {
        self.0.get_value().elsewhere.track();
    }

    /// True where a plan for this is surely not kept here: it is shown before the keeping of plans is there.
    pub(crate) fn is_new(self, saved_plan: Option<&PlanId>) -> bool {
        saved_plan.is_none_or(|id| self.is_begun(id))
            && !PlanStorage::has_any(|_| true).is_ok_and(|has| has)
    }

    fn is_begun(self, id: &PlanId) -> bool {
        self.0.get_value().begun.borrow().as_ref() == Some(id)
    }

    /// Begins a saved plan: it is kept from its first change on.
    pub(crate) fn begin(self, qualification: &Arc<Qualification>) {
        let held = self.0.get_value();
        let id = PlanStorage::new_id();
        held.begun.replace(Some(id.clone()));
        held.router
            .go(&Route::Plan(Arc::clone(qualification), Some(id)));
    }

    /// Judges a plan that is not being edited.
    pub(crate) fn judge(self, qualification: &Qualification, plan: &Plan) -> Assessment {
        let other = plan.under_codes_of(qualification);
        let plan = other.as_ref().map_or(plan, |(plan, _)| plan);
        let context = Program::context(self.0.get_value().page.today());
        assess(qualification, plan, &context)
    }

    /// Every saved plan that is kept.
    pub(crate) fn library(self) -> Result<PlanLibrary, Failure> {
        let read = |plans: &SavedPlans<'_>| plans.log();
        Ok(PlanLibrary {
            log: self.0.get_value().storage.with(read)?,
            ..self.plans()?
        })
    }

    /// The same without what was done with whole plans.
    fn plans(self) -> Result<PlanLibrary, Failure> {
        let mut kept = PlanLibrary::default();
        let read = |plans: &SavedPlans<'_>| plans.all();
        for found in self.0.get_value().storage.with(read)? {
            kept.put(found);
        }
        let newest =
            |summary: &PlanSummary| std::cmp::Reverse((summary.changed, summary.id.clone()));
        kept.plans.sort_by_key(newest);
        Ok(kept)
    }

    /// The saved plan of a qualification that was changed last.
    pub(crate) fn latest(self, id: &QualificationId) -> Result<Option<PlanId>, Failure> {
        Ok(self.plans()?.latest(id).map(|one| one.id.clone()))
    }

    /// The saved plan to work at: the one that is wanted, or else the one that was changed last, or else a
    /// new one.
    pub(crate) fn lookup(
        self,
        qualification: &Arc<Qualification>,
        wanted: Option<PlanId>,
    ) -> PlanLookup {
        let held = self.0.get_value();
        if let Some(session) = held.saves.take_left(qualification, wanted.as_ref()) {
            return PlanLookup::Session(Box::new(session), false);
        }
        // What was ticked before anybody could know that something is kept is a plan of its own, and is shown.
        let unkept = wanted
            .is_none()
            .then(|| held.saves.open_unkept(qualification));
        if let Some(session) = unkept.flatten() {
            return PlanLookup::Session(Box::new(session), false);
        }
        let fresh = |id: PlanId| PlanStorage::fresh(qualification, id);
        let failed = |id, failure| {
            let session = fresh(id).with(Saving::Failed(failure), Vec::new());
            PlanLookup::Session(Box::new(session), false)
        };
        let another = PlanStorage::new_id;
        let id = match wanted {
            Some(id) => id,
            None => match self.plans() {
                Ok(kept) => {
                    let Some(latest) = kept.latest(&qualification.id) else {
                        // Some of what cannot be read may have been for this.
                        let session = fresh(another()).with(Saving::Nothing, kept.unreadable);
                        return PlanLookup::Session(Box::new(session), false);
                    };
                    latest.id.clone()
                }
                Err(failure) => return failed(another(), failure),
            },
        };
        let is_begun = self.is_begun(&id);
        match held.storage.open(&id) {
            // An address may name a saved plan of another qualification.
            Ok(Opened::Session(session))
                if session.history().now().qualification == qualification.id =>
            {
                PlanLookup::Session(session, false)
            }
            Ok(Opened::Session(_)) => PlanLookup::Session(Box::new(fresh(another())), true),
            Ok(Opened::Newer(newer, _)) => PlanLookup::Newer(newer),
            Ok(Opened::Nothing(unreadable)) => {
                let there = held.storage.with(|plans| plans.find(&id));
                if there.is_ok_and(|found| !found.heads.is_empty()) {
                    return PlanLookup::Deleted(id);
                }
                let missing = !is_begun && unreadable.is_empty();
                let session = fresh(id).with(Saving::Nothing, unreadable);
                PlanLookup::Session(Box::new(session), missing)
            }
            Err(failure) => failed(id, failure),
        }
    }

    /// The saved plan that says what this plan says, whatever the order of its units; its name counts only where
    /// the plan has one.
    pub(crate) fn same_as(self, snapshot: &PlanSnapshot) -> Option<PlanSummary> {
        let named = !snapshot.plan.name.is_empty();
        let spelt = |plan: &Plan| {
            let plan = PlanSnapshot {
                plan: plan.clone(),
                catalogue_version: CatalogueVersion::default(),
                facts: Vec::new(),
            };
            link::encode(&plan, named)
        };
        let wanted = &snapshot.plan;
        let mut plans = self.library().unwrap_or_default().plans.into_iter();
        plans.find(|one| {
            let plan = &one.snapshot.plan;
            let may_be = !one.deleted
                && plan.qualification == wanted.qualification
                && plan.picks().len() == wanted.picks().len();
            may_be && spelt(plan) == spelt(wanted)
        })
    }

    /// What a saved plan is called: its name, or the title of its qualification.
    pub(crate) fn name_of(self, summary: &PlanSummary) -> String {
        self.name_of_snapshot(&summary.snapshot)
    }

    pub(crate) fn name_of_snapshot(self, snapshot: &PlanSnapshot) -> String {
        let plan = &snapshot.plan;
        if !plan.name.is_empty() {
            return plan.name.clone();
        }
        let catalogue = self.0.get_value().catalogues.all_now();
        let title = catalogue
            .qualification(&plan.qualification)
            .map(|found| found.title.clone());
        title.map_or_else(
            || wording::unnamed_unknown(&plan.qualification),
            |title| wording::unnamed(&title),
        )
    }

    /// Notes that a copy of a saved plan was just taken out of the browser. Returns the moment. Where it cannot be
    /// kept, the copy is there all the same.
    pub(crate) fn log_copy(self, id: &PlanId) -> u32 {
        let now = browser::now();
        let _ = self
            .0
            .get_value()
            .storage
            .with(|plans| plans.log_copy(id, now));
        now
    }
}
