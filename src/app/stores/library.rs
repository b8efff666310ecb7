//! The plans of this browser as a list has them.

use crate::qualification::QualificationId;
use crate::saved_plans::{
    FoundPlan, Log, NewerPlan, PlanId, PlanSnapshot, Session, Unreadable, first_of,
};

/// A saved plan in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlanSummary {
    pub(crate) id: PlanId,
    pub(crate) snapshot: PlanSnapshot,
    /// In seconds since 1970; 0 where that is not known.
    pub(crate) changed: u32,
    pub(crate) deleted: bool,
    /// True for a conflicting copy of another.
    pub(crate) copy: bool,
    /// True where a newer version has made it.
    pub(crate) newer: bool,
}

/// Every saved plan that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PlanLibrary {
    /// Those that can be shown, the one that was changed last first.
    pub(crate) plans: Vec<PlanSummary>,
    /// What cannot be read.
    pub(crate) unreadable: Vec<Unreadable>,
    /// What was done with whole plans.
    pub(crate) log: Log,
}

/// What there is to open: see [`super::plans::Plans::lookup`].
pub(crate) enum PlanLookup {
    /// A saved plan; true where one was asked for that is not here.
    Session(Box<Session>, bool),
    /// One of a newer version.
    Newer(Box<NewerPlan>),
    /// One that is deleted.
    Deleted(PlanId),
}

impl PlanLibrary {
    /// True where there are plans to go on with.
    pub(crate) fn has_plans(&self) -> bool {
        self.plans.iter().any(|one| !one.deleted)
    }

    /// The saved plan of a qualification that was changed last; a conflicting copy only where there is no
    /// other.
    pub(crate) fn latest(&self, id: &QualificationId) -> Option<&PlanSummary> {
        let live = self.plans.iter();
        let of = |one: &&PlanSummary| !one.deleted && one.snapshot.plan.qualification == *id;
        // Of equals the first, which was changed last.
        live.filter(of).min_by_key(|one| one.copy)
    }

    pub(super) fn put(&mut self, found: FoundPlan) {
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
