use super::{Current, Filter};
use crate::names::Fit;
use crate::qualification::{Group, UnitCode};

/// A row of a group’s list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedRow {
    /// Its place among the units of the group: first those that can be chosen, then the closed ones.
    pub place: usize,
    /// False for a row that the search or a filter hides. It keeps its place, because it may be
    /// printed.
    pub is_shown: bool,
}

impl Filter {
    /// The rows of a group in the order in which they are listed: the best matches of the search first,
    /// and equal matches in the order of the specification.
    #[must_use]
    pub fn rows(&self, current: &Current<'_>, group: &Group) -> Vec<ListedRow> {
        let place = |code: &UnitCode| current.qualification.unit_index(code);
        let units = group.listed_units().filter_map(place).enumerate();
        let mut rows: Vec<(Fit, ListedRow)> = units
            .map(|(row, place)| {
                let row = ListedRow {
                    place: row,
                    is_shown: self.shows(current, place),
                };
                (self.fit(place).unwrap_or(Fit::Inside), row)
            })
            .collect();
        rows.sort_by_key(|(fit, _)| *fit);
        rows.into_iter().map(|(_, row)| row).collect()
    }
}
