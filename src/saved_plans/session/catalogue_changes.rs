//! What an open plan does where the catalogue is not the one with which it was made.

use super::Session;
use crate::qualification::Qualification;
use crate::saved_plans::snapshot::{hash_of, rename, renamed};
use crate::saved_plans::{Difference, SavedPlans, Saving};

impl Session {
    /// Puts the units that the plan names otherwise under the codes that the qualification has for them,
    /// as a step of its own, and saves that. Says which.
    pub fn take_codes_of(
        &mut self,
        plans: &SavedPlans<'_>,
        qualification: &Qualification,
        now: u32,
    ) -> Vec<Difference> {
        let Some((plan, meant)) = self.plan.plan().under_codes_of(qualification) else {
            return Vec::new();
        };
        rename(&mut self.plan.facts, &meant);
        self.act(plans, qualification, now, |history| history.follow(plan));
        renamed(meant)
    }

    /// Keeps whether the learner has seen how the catalogue differs from the one with which the plan was
    /// made. The old figures stay with the plan.
    pub fn acknowledge(&mut self, plans: &SavedPlans<'_>, differences: &[Difference], seen: bool) {
        self.plan.acknowledged = if seen { hash_of(differences) } else { 0 };
        // A plan that was deleted elsewhere, or changed by a newer version, stays so.
        if matches!(self.saving, Saving::Saved | Saving::Failed(_)) {
            self.save(plans);
        }
    }

    /// True where the learner has seen just these differences.
    #[must_use]
    pub fn has_acknowledged(&self, differences: &[Difference]) -> bool {
        self.plan.acknowledged != 0 && self.plan.acknowledged == hash_of(differences)
    }
}
