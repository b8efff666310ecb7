use super::Current;
use crate::assess::Effective;
use crate::wording;

impl Current<'_> {
    /// What the other rules leave to a group, in words; empty where they leave everything.
    #[must_use]
    pub fn left_to_group(&self, bounds: &Effective) -> String {
        let words = wording::effective(self.qualification, self.assessment, bounds);
        words.unwrap_or_default()
    }
}
