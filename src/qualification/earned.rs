/// How the credit of a unit is earned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Earned {
    /// By taking the unit.
    #[default]
    Study,
    /// By recognition of prior learning.
    PriorLearning,
    /// By transfer of credit from elsewhere.
    Transfer,
    /// By exemption.
    Exemption,
}

impl Earned {
    /// All ways.
    pub const ALL: [Self; 4] = [
        Self::Study,
        Self::PriorLearning,
        Self::Transfer,
        Self::Exemption,
    ];

    /// Their names in files, in the order of [`Earned::ALL`].
    pub const NAMES: &'static [&'static str] =
        &["study", "prior-learning", "transfer", "exemption"];

    /// True for a way in which a unit may count without its credit: what was asked of it is met, and nothing is
    /// added.
    #[must_use]
    pub const fn may_be_without_credit(self) -> bool {
        matches!(self, Self::PriorLearning | Self::Exemption)
    }
}
