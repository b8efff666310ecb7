//! The saved plans of this browser: which there are, and which one opens.

use std::sync::Arc;

use super::browser;
use super::desk::PlanLookup;
use super::state::State;
use super::storage::Browser;
use crate::exchange::link;
use crate::plan::Plan;
use crate::qualification::{Qualification, QualificationId};
use crate::saved_plans::{
    CatalogueVersion, Failure, FoundPlan, Log, Opened, PlanId, PlanSnapshot, ROOT, SavedPlans,
    Saving, Session, Store, Unreadable, Writer, first_of,
};
use crate::wording;

/// A saved plan in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlanSummary {
    pub(super) id: PlanId,
    pub(super) snapshot: PlanSnapshot,
    /// In seconds since 1970; 0 where that is not known.
    pub(super) changed: u32,
    pub(super) deleted: bool,
    /// True for a conflicting copy of another.
    pub(super) copy: bool,
    /// True where a newer version has made it.
    pub(super) newer: bool,
}

/// Every saved plan that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PlanLibrary {
    /// Those that can be shown, the one that was changed last first.
    pub(super) plans: Vec<PlanSummary>,
    /// What cannot be read.
    pub(super) unreadable: Vec<Unreadable>,
    /// What was done with whole saved plans.
    pub(super) log: Log,
}

impl State {
    /// True where anything is kept, was done or came in a file, or where that cannot be told.
    pub(super) fn has_something_kept(self) -> bool {
        self.subscribe_to_plans();
        let held = self.0.held();
        let came = held.incoming.look(Option::is_some) || held.notification.look(Option::is_some);
        came || !self.each_unsaved(|_| ()).is_empty()
            || Browser.keys(ROOT).map_or(true, |keys| !keys.is_empty())
    }

    /// Every saved plan that is kept.
    pub(super) fn library(self) -> Result<PlanLibrary, Failure> {
        let read = |plans: &SavedPlans<'_>| plans.log();
        Ok(PlanLibrary {
            log: self.with_plans(read)?,
            ..self.plans()?
        })
    }

    /// The same without what was done with whole saved plans.
    fn plans(self) -> Result<PlanLibrary, Failure> {
        let mut kept = PlanLibrary::default();
        let read = |plans: &SavedPlans<'_>| plans.all();
        for found in self.with_plans(read)? {
            kept.put(found);
        }
        let newest =
            |summary: &PlanSummary| std::cmp::Reverse((summary.changed, summary.id.clone()));
        kept.plans.sort_by_key(newest);
        Ok(kept)
    }

    /// The saved plan of a qualification that was changed last.
    pub(super) fn latest(self, id: &QualificationId) -> Result<Option<PlanId>, Failure> {
        Ok(self.plans()?.latest(id).map(|one| one.id.clone()))
    }

    /// Who writes next. Each session and each operation has a writer of its own: no key is written again, not
    /// even after everything was deleted, and what two sessions of this page make of a saved plan is told apart.
    pub(super) fn writer() -> Writer {
        Writer::of_number(browser::random())
    }

    pub(super) fn open_session(self, id: &PlanId) -> Result<Opened, Failure> {
        let opened = self.with_plans(|plans| Session::open(plans, id, &Self::writer()));
        if let Ok(Opened::Session(session)) = &opened
            && !session.copies().is_empty()
        {
            // Opening it has made a second saved plan.
            browser::announce_saved();
        }
        opened
    }

    /// Does something with each saved plan whose last change could not be saved: the one that is open, then those
    /// of screens that were left, the last one first.
    pub(super) fn each_unsaved<T>(self, each: impl Fn(&Session) -> T) -> Vec<T> {
        let held = self.0.held();
        let (open, unsaved) = (held.open_unsaved.borrow(), held.unsaved.borrow());
        open.iter().chain(unsaved.iter().rev()).map(each).collect()
    }

    /// Tries once more to save those.
    pub(super) fn save_unsaved(self) {
        let Some(held) = self.0.still_held() else {
            return;
        };
        let mut all = held.unsaved.take();
        let before = all.len();
        all.retain_mut(|session| {
            // Where the saved plan was deleted meanwhile, it stays so.
            self.with_plans(|plans| session.sync(plans));
            session.is_unsaved()
        });
        let saved = all.len() < before;
        held.unsaved.replace(all);
        if saved {
            self.guard();
            browser::announce_saved();
        }
    }

    /// A saved plan whose last change could not be saved when its screen was left; that is tried once more.
    fn take_unsaved(self, of: &Qualification, wanted: Option<&PlanId>) -> Option<Session> {
        let held = self.0.held();
        let mut all = held.unsaved.borrow_mut();
        let place = all.iter().rposition(|session| {
            session.history().now().qualification == of.id
                && wanted.is_none_or(|id| session.id() == id)
        })?;
        let mut session = all.remove(place);
        drop(all);
        self.with_plans(|plans| session.sync(plans));
        self.hold_open(session.is_unsaved().then(|| session.clone()));
        if !session.is_unsaved() {
            browser::announce_saved();
        }
        Some(session)
    }

    /// The saved plan to work at: the one that is wanted, or else the one that was changed last, or else a
    /// new one.
    pub(super) fn lookup(
        self,
        qualification: &Arc<Qualification>,
        wanted: Option<PlanId>,
    ) -> PlanLookup {
        if let Some(session) = self.take_unsaved(qualification, wanted.as_ref()) {
            return PlanLookup::Session(Box::new(session), false);
        }
        let fresh = |id: PlanId| Self::fresh(qualification, id);
        let failed = |id, failure| {
            let session = fresh(id).with(Saving::Failed(failure), Vec::new());
            PlanLookup::Session(Box::new(session), false)
        };
        let another = Self::new_id;
        let begun = self.0.held().begun.borrow().clone();
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
        let is_begun = begun.as_ref() == Some(&id);
        match self.open_session(&id) {
            // An address may name a saved plan of another qualification.
            Ok(Opened::Session(session))
                if session.history().now().qualification == qualification.id =>
            {
                PlanLookup::Session(session, false)
            }
            Ok(Opened::Session(_)) => PlanLookup::Session(Box::new(fresh(another())), true),
            Ok(Opened::Newer(newer, _)) => PlanLookup::Newer(newer),
            Ok(Opened::Nothing(unreadable)) => {
                let there = self.with_plans(|plans| plans.find(&id));
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

    /// The saved plans of this qualification, but for this one.
    pub(super) fn others(self, of: &Qualification, but: &PlanId) -> Vec<PlanSummary> {
        let mut plans = self.library().unwrap_or_default().plans;
        plans.retain(|one| {
            !one.deleted && one.id != *but && one.snapshot.plan.qualification == of.id
        });
        plans
    }

    /// The saved plan that says what this plan says, whatever the order of its units; its name counts only where
    /// the plan has one.
    pub(super) fn same_as(self, snapshot: &PlanSnapshot) -> Option<PlanSummary> {
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
    pub(super) fn name_of(self, summary: &PlanSummary) -> String {
        self.name_of_snapshot(&summary.snapshot)
    }

    pub(super) fn name_of_snapshot(self, snapshot: &PlanSnapshot) -> String {
        let plan = &snapshot.plan;
        if !plan.name.is_empty() {
            return plan.name.clone();
        }
        let catalogue = self.catalogue_now();
        match catalogue.qualification(&plan.qualification) {
            Some(found) => wording::unnamed(&found.title),
            None => wording::unnamed_unknown(&plan.qualification),
        }
    }

    /// Asks the browser, once, to keep what is stored.
    pub(super) fn ask_to_promise(self) {
        let held = self.0.held();
        if held.asked_to_promise.replace(true)
            || held
                .promised
                .peek(|notification| *notification == Some(true))
        {
            return;
        }
        browser::ask_to_promise(move |promised| {
            if let Some(held) = self.0.still_held() {
                held.promised.set(Some(promised));
            }
        });
    }
}

impl PlanLibrary {
    /// The saved plan of a qualification that was changed last; a conflicting copy only where there is no
    /// other.
    pub(super) fn latest(&self, id: &QualificationId) -> Option<&PlanSummary> {
        let live = self.plans.iter();
        let of = |one: &&PlanSummary| !one.deleted && one.snapshot.plan.qualification == *id;
        // Of equals the first, which was changed last.
        live.filter(of).min_by_key(|one| one.copy)
    }

    fn put(&mut self, found: FoundPlan) {
        self.unreadable.extend(found.unreadable);
        // Of several heads the newest is shown; opening it settles them.
        let head = first_of(&found.heads);
        let newer = found.newer.filter(|_| head.is_none_or(|head| head.deleted));
        if let Some(saved_plan) = newer {
            match saved_plan.newer.snapshot {
                Some(snapshot) => self.plans.push(PlanSummary {
                    id: found.id,
                    snapshot,
                    changed: saved_plan.newer.changed,
                    deleted: saved_plan.newer.deleted,
                    copy: false,
                    newer: true,
                }),
                None => self.unreadable.push(saved_plan.kept),
            }
        } else if let Some(head) = head {
            self.plans.push(PlanSummary {
                snapshot: head.snapshot(),
                changed: head.changed,
                deleted: head.deleted,
                copy: head.copy_of.is_some(),
                newer: false,
                id: found.id,
            });
        }
    }
}
