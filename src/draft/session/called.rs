//! A draft that names units by other names than their codes.

use super::Session;
use crate::draft::parcel::{rename, renamed};
use crate::draft::{Difference, Drafts};
use crate::qualification::Qualification;

impl Session {
    /// Puts the units that the plan names otherwise under the codes that the qualification has for them,
    /// as a step of its own, and saves that. Says which.
    pub fn take_codes_of(
        &mut self,
        drafts: &Drafts<'_>,
        qualification: &Qualification,
        now: u32,
    ) -> Vec<Difference> {
        let Some((plan, meant)) = self.draft.plan().under_codes_of(qualification) else {
            return Vec::new();
        };
        rename(&mut self.draft.facts, &meant);
        self.act(drafts, qualification, now, |history| history.follow(plan));
        renamed(meant)
    }
}
