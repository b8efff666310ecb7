//! What happens to an open plan whose catalogue has changed since it was made.

use super::Session;
use crate::qualification::Qualification;
use crate::saved_plans::snapshot::{hash_of, rename, renamed};
use crate::saved_plans::{CatalogueDifference, SavedPlans, Saving};

impl Session {
    /// Replaces other names of units in the plan by the codes of the qualification, as a step of undo
    /// of its own, and saves that. Returns which were replaced.
    pub fn take_codes_of(
        &mut self,
        plans: &SavedPlans<'_>,
        qualification: &Qualification,
        now: u32,
    ) -> Vec<CatalogueDifference> {
        let Some((plan, meant)) = self.plan.plan().under_codes_of(qualification) else {
            return Vec::new();
        };
        rename(&mut self.plan.facts, &meant);
        self.act(plans, qualification, now, |history| history.push(plan));
        renamed(meant)
    }

    /// Keeps whether the learner has acknowledged these differences between the catalogue and the one
    /// with which the plan was made. The old figures stay with the plan.
    pub fn acknowledge(
        &mut self,
        plans: &SavedPlans<'_>,
        differences: &[CatalogueDifference],
        seen: bool,
    ) {
        self.plan.acknowledged = if seen { hash_of(differences) } else { 0 };
        // A plan that was deleted elsewhere, or changed by a newer version, stays so.
        if matches!(self.saving, Saving::Saved | Saving::Failed(_)) {
            self.save(plans);
        }
    }

    /// True where the learner has acknowledged exactly these differences.
    #[must_use]
    pub fn has_acknowledged(&self, differences: &[CatalogueDifference]) -> bool {
        self.plan.acknowledged != 0 && self.plan.acknowledged == hash_of(differences)
    }
}
