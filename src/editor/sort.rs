use super::Filter;
use crate::names::Fit;
use crate::qualification::{Group, Measure, Qualification, Unit};
use crate::wording;

/// In which order the units of each group are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the document lists them.
    #[default]
    AsListed,
    /// By their titles.
    Title,
    /// By a figure, the smallest first. Units without it come last.
    Figure(Measure),
    /// By their codes, in which numbers are numbers: `U9` comes before `U10`.
    Code,
}

/// The longest number in a code that is told from others by its value.
const LONGEST_NUMBER: usize = 20;

impl Sort {
    /// The choices for a qualification, in the order in which they are offered.
    #[must_use]
    pub fn choices(of: &Qualification) -> Vec<Self> {
        let figures = Measure::FIGURES.into_iter();
        let figures = figures.filter(|one| of.gives(*one)).map(Self::Figure);
        let first = [Self::AsListed, Self::Title].into_iter();
        first.chain(figures).chain([Self::Code]).collect()
    }

    /// Its name as the value of an option; empty for the order of the document.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsListed => "",
            Self::Title => "title",
            Self::Figure(measure) => measure.key(),
            Self::Code => "code",
        }
    }

    /// Its label on the screen.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::AsListed => wording::sort::AS_LISTED,
            Self::Title => wording::sort::TITLE,
            Self::Figure(measure) => wording::sort::figure(measure),
            Self::Code => wording::sort::CODE,
        }
    }

    /// The choice of this name; the order of the document for any other name.
    #[must_use]
    pub fn named(of: &Qualification, name: &str) -> Self {
        let mut all = Self::choices(of).into_iter();
        all.find(|one| one.name() == name).unwrap_or_default()
    }

    /// The places of the units of a group in this order, the best matches of a search before all. What is
    /// equal stays in the order of the document.
    pub(super) fn places(self, of: &Qualification, group: &Group, filter: &Filter) -> Vec<usize> {
        let mut places = listed(of, group);
        let unit = |place: &usize| of.units.get(*place);
        match self {
            Self::AsListed => {}
            Self::Title => {
                places.sort_by_cached_key(|at| unit(at).map(|one| one.title.to_lowercase()));
            }
            Self::Code => places.sort_by_cached_key(|at| unit(at).map(by_numbers)),
            Self::Figure(measure) => places.sort_by_key(|at| {
                let figure = unit(at).and_then(|one| one.given(measure));
                (figure.is_none(), figure)
            }),
        }
        if filter.is_search() {
            places.sort_by_key(|place| filter.fit(*place).unwrap_or(Fit::About));
        }
        places
    }
}

/// The places of the units of a group in the order of the document.
pub(super) fn listed(of: &Qualification, group: &Group) -> Vec<usize> {
    let listed = group.listed_units();
    listed.filter_map(|code| of.unit_index(code)).collect()
}

/// The code of a unit with zeros before each number, so that texts are in the order of the numbers.
fn by_numbers(unit: &Unit) -> String {
    let (mut all, mut number) = (String::new(), String::new());
    let code = unit.code.as_str().chars().map(Some).chain([None]);
    for letter in code {
        if let Some(digit) = letter.filter(char::is_ascii_digit) {
            number.push(digit);
            continue;
        }
        if !number.is_empty() {
            let zeros = LONGEST_NUMBER.saturating_sub(number.len());
            all.extend(std::iter::repeat_n('0', zeros));
            all.push_str(&number);
            number.clear();
        }
        all.extend(letter.map(|letter| letter.to_ascii_lowercase()));
    }
    all
}
