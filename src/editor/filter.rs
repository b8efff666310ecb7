use super::RowView;
use crate::names::{Fit, Index};
use crate::qualification::{Level, Qualification, Unit};
use crate::wording;

/// With fewer units than this no search is offered: all are in view.
const FEWEST_UNITS: usize = 10;

/// The search and the filters over the units of one qualification.
///
/// The search matches titles and codes, as pasted lists of codes do, in any case, with any dash or none, and
/// what the units are about.
#[derive(Default)]
pub struct Filter {
    /// What is searched, made when it first is.
    index: Option<Index>,
    search: String,
    /// How well each unit fits the search, in the order of the qualification; `None` while there is no
    /// search, which all fit.
    fits: Option<Vec<Option<Fit>>>,
    level: Option<Level>,
    /// The subject to which the list is narrowed, by its name, and whether each unit stands in it.
    subject: Option<(String, Vec<bool>)>,
    show: Show,
}

/// Which units are shown, by their status in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All units.
    #[default]
    All,
    /// Those that are in the plan.
    Picked,
    /// Those that count, or would if they were picked.
    Open,
}

impl Show {
    /// All choices, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::All, Self::Picked, Self::Open];

    /// Its name as the value of an option; empty for all units.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Picked => "picked",
            Self::Open => "open",
        }
    }

    /// Its label on the screen.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => wording::ALL_UNITS,
            Self::Picked => wording::IN_MY_PLAN,
            Self::Open => wording::OPEN_TO_ME,
        }
    }

    /// The choice of this name; all units for any other name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.name() == name).unwrap_or_default()
    }
}

impl Filter {
    /// A filter that shows every unit.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What is searched for, as it was typed.
    #[must_use]
    pub fn search(&self) -> &str {
        &self.search
    }

    /// Searches the units of the qualification for these words.
    pub fn set_search(&mut self, qualification: &Qualification, words: String) {
        self.fits = if words.trim().is_empty() {
            None
        } else {
            let units = &qualification.units;
            let index = self
                .index
                .get_or_insert_with(|| Index::new(units, qualification.about()));
            Some(index.find(&words))
        };
        self.search = words;
    }

    /// The level to which the list is narrowed.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        self.level
    }

    /// Narrows the list to a level; `None` for all levels.
    pub const fn set_level(&mut self, level: Option<Level>) {
        self.level = level;
    }

    /// The subject to which the list is narrowed, by its name.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_ref().map(|(id, _)| id.as_str())
    }

    /// Narrows the list to a subject; `None`, or one that is not there, for all.
    pub fn set_subject(&mut self, qualification: &Qualification, id: Option<&str>) {
        let about = qualification.about();
        let subject = about.zip(id).filter(|(about, id)| about.has_subject(id));
        self.subject = subject.map(|(about, id)| {
            let is_in = |unit: &Unit| about.unit(&unit.code).is_some_and(|one| one.is_in(id));
            let units = qualification.units.iter();
            (id.to_owned(), units.map(is_in).collect())
        });
    }

    /// Which units are shown, by their status in the plan.
    #[must_use]
    pub const fn show(&self) -> Show {
        self.show
    }

    /// Changes that choice.
    pub const fn set_show(&mut self, show: Show) {
        self.show = show;
    }

    /// Shows every unit again.
    pub fn clear(&mut self) {
        self.search.clear();
        self.fits = None;
        self.level = None;
        self.subject = None;
        self.show = Show::All;
    }

    /// How well the unit at this place of the qualification matches the search; `None` where it does
    /// not.
    #[must_use]
    pub fn fit(&self, place: usize) -> Option<Fit> {
        let Some(fits) = &self.fits else {
            return Some(Fit::Whole);
        };
        fits.get(place).copied().flatten()
    }

    /// True where something is searched for.
    #[must_use]
    pub const fn is_search(&self) -> bool {
        self.fits.is_some()
    }

    /// True where anything may be hidden.
    #[must_use]
    pub fn narrows(&self) -> bool {
        self.is_search() || self.is_narrowed()
    }

    /// True where more than the search may hide something.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.level.is_some() || self.subject.is_some() || self.show != Show::All
    }

    fn is_in_subject(&self, place: usize) -> bool {
        let of = |(_, units): &(String, Vec<bool>)| units.get(place).copied();
        self.subject
            .as_ref()
            .is_none_or(|one| of(one) == Some(true))
    }

    /// True where the unit at this place of the qualification is shown, whose row is this one.
    #[must_use]
    pub fn shows_row(&self, unit: &Unit, place: usize, row: &RowView) -> bool {
        self.fit(place).is_some()
            && self.level.is_none_or(|level| unit.level == Some(level))
            && self.is_in_subject(place)
            && match self.show {
                Show::All => true,
                Show::Picked => row.is_picked,
                Show::Open => !row.is_closed,
            }
    }
}

/// True where there are so many units that a search among them helps.
#[must_use]
pub fn is_worth_filtering(qualification: &Qualification) -> bool {
    qualification.units.len() >= FEWEST_UNITS
}

/// The levels to narrow the list to, the lowest first; none where all units are at one.
#[must_use]
pub fn levels(qualification: &Qualification) -> Vec<Level> {
    let level = |unit: &Unit| unit.level;
    let mut levels: Vec<Level> = qualification.units.iter().filter_map(level).collect();
    levels.sort_unstable_by_key(|level| level.place());
    levels.dedup();
    if levels.len() < 2 {
        levels.clear();
    }
    levels
}
