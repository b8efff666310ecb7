/// How far a learner has come with a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// It is planned.
    #[default]
    NotStarted,
    /// It is being worked on.
    Working,
    /// It is achieved.
    Achieved,
}

impl Progress {
    /// All of them, from the first to the last.
    pub const ALL: [Self; 3] = [Self::NotStarted, Self::Working, Self::Achieved];
}
