use crate::reading::fnv;

/// How many are known: no more are kept of a plan.
const KEPT: usize = 3;

/// The last saves of a writer that were read back, each by its sequence and the checksum of its text: what is still the
/// same need not be taken apart once more.
#[derive(Clone, Debug, Default)]
pub(super) struct Whole(Vec<(u32, u64)>);

impl Whole {
    pub(super) fn add(&mut self, sequence: u32, text: &str) {
        self.0.push((sequence, fnv(text.bytes())));
        let more = self.0.len().saturating_sub(KEPT);
        self.0.drain(..more);
    }

    pub(super) fn has(&self, sequence: u32, text: &str) -> bool {
        self.0.contains(&(sequence, fnv(text.bytes())))
    }
}
