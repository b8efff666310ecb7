use super::{Credits, Hours, Level, UnitCode};

/// A unit: what a learner picks, and what is assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its code.
    pub code: UnitCode,
    /// Its title.
    pub title: String,
    /// Its level.
    pub level: Level,
    /// Its credit value.
    pub credits: Credits,
    /// Its guided learning hours.
    pub hours: Hours,
    /// Its points, where an awarding body gives them; else 0.
    pub points: u32,
    /// Its subject, where the rules speak of subjects.
    pub subject: Option<String>,
    /// Words that rules select it by.
    pub tags: Vec<String>,
    /// The sizes it is open to, where the specification marks it (“Diploma only”); empty where it
    /// is open to all.
    pub sizes: Vec<Size>,
}

/// How large a qualification is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// 1 to 12 credits.
    Award,
    /// 13 to 36 credits.
    Certificate,
    /// 37 credits or more.
    Diploma,
}

impl Size {
    /// All sizes, small to large.
    pub const ALL: [Self; 3] = [Self::Award, Self::Certificate, Self::Diploma];

    /// Their names in catalogues, in the order of [`Size::ALL`].
    pub const NAMES: &'static [&'static str] = &["award", "certificate", "diploma"];
}
