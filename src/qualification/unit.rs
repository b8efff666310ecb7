use super::{Credits, Hours, Level, Measure, Size, UnitCode};

/// A unit: what a learner picks, and what is assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its code.
    pub code: UnitCode,
    /// Its title.
    pub title: String,
    /// Its level, if it has one.
    pub level: Option<Level>,
    /// Its credit value, where the awarding body gives it one. What is not given is not 0.
    pub credits: Option<Credits>,
    /// Its guided learning hours, where they are given.
    pub hours: Option<Hours>,
    /// Its points, where they are given.
    pub points: Option<u32>,
    /// Its subject, where the rules speak of subjects.
    pub subject: Option<String>,
    /// Words that rules select it by.
    pub tags: Vec<String>,
    /// The sizes it is open to, where the specification marks it (“Diploma only”); empty where it
    /// is open to all.
    pub sizes: Vec<Size>,
    /// Codes that it had before. No other unit of its file has one of them.
    pub former_codes: Vec<UnitCode>,
    /// The regulator's number of the unit, where it is not its code: `M/600/9682`.
    pub regulator_number: Option<UnitCode>,
}

impl Unit {
    /// All that it is called: its code first, then its other names.
    pub fn names(&self) -> impl Iterator<Item = &UnitCode> {
        let others = self.former_codes.iter().chain(&self.regulator_number);
        std::iter::once(&self.code).chain(others)
    }

    /// The unit's figure in a measure; `None` where the file gives it none. In units, groups and
    /// subjects every unit has the figure 1.
    #[must_use]
    pub fn given(&self, measure: Measure) -> Option<u32> {
        match measure {
            Measure::Credits => self.credits.map(Credits::number),
            Measure::Hours => self.hours.map(Hours::number),
            Measure::Points => self.points,
            Measure::Units | Measure::Groups | Measure::Subjects => Some(1),
        }
    }

    /// What the unit adds to a sum in a measure: 0 where it has no figure.
    #[must_use]
    pub fn amount(&self, measure: Measure) -> u32 {
        self.given(measure).unwrap_or(0)
    }
}
