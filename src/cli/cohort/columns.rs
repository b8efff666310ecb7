//! The meaning of the columns of a cohort. No column is ignored in silence: it may hold what
//! decides whether a plan is met.

use super::headings::{
    Kind, in_words, is_administrative, kind_of, plain, shown, unit_named, unknown,
};
use crate::catalogue::Catalogue;
use crate::cli::remarks::{Failure, Remark};
use crate::wording::command::cohort as say;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Of(Kind),
    /// Marks of the unit that the heading names.
    Marks(String),
    /// Not judged, and repeated in the answer.
    Repeated(String),
    /// Ignored because the caller asked for that.
    PassedOver,
    NoHeading,
}

/// How a cohort is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    RowPerLearner,
    RowPerUnit,
    ColumnPerUnit,
}

/// What holds for every learner and is given outside the file.
pub(super) struct Given<'a> {
    pub(super) passed_over: &'a [String],
    pub(super) qualification: bool,
    pub(super) registered: bool,
}

/// The columns of a file.
pub(super) struct Columns {
    pub(super) all: Vec<Column>,
    pub(super) layout: Layout,
}

impl Columns {
    /// The cell of this kind in a row; `None` where there is no such column.
    pub(super) fn cell<'c>(&self, kind: Kind, cells: &'c [String]) -> Option<&'c str> {
        let place = self.place(kind)?;
        Some(cells.get(place).map_or("", String::as_str))
    }

    fn place(&self, kind: Kind) -> Option<usize> {
        self.all
            .iter()
            .position(|column| *column == Column::Of(kind))
    }

    /// What is wrong with the cells of a row, if there are too few or too many.
    pub(super) fn trouble(&self, cells: &[String]) -> Option<String> {
        let is_read = |column: &Column| matches!(column, Column::Of(_) | Column::Marks(_));
        let last = self.all.iter().rposition(is_read).unwrap_or(0);
        if cells.len() <= last {
            return Some(say::FEWER_CELLS.to_owned());
        }
        let columns = self.all.iter().map(Some).chain(std::iter::repeat(None));
        let mut beyond = cells.iter().zip(columns).enumerate();
        let (place, _) = beyond.find(|(_, (cell, column))| {
            !cell.is_empty() && matches!(column, None | Some(Column::NoHeading))
        })?;
        Some(say::no_heading(place + 1))
    }
}

/// What the columns of the first row say, and what to know of it.
///
/// Every problem is reported at once.
pub(super) fn read(
    head: &[String],
    catalogue: &Catalogue,
    given: &Given<'_>,
) -> Result<(Columns, Vec<String>), Failure> {
    let (mut wrong, mut notes) = (Vec::new(), Vec::new());
    let head: Vec<String> = head.iter().map(|heading| in_words(heading)).collect();
    let all: Vec<Column> = head
        .iter()
        .map(|heading| {
            if given
                .passed_over
                .iter()
                .any(|name| same_heading(name, heading))
            {
                notes.push(say::passed_over_as_asked(heading));
                return Column::PassedOver;
            }
            if heading.is_empty() {
                return Column::NoHeading;
            }
            if let Some(kind) = kind_of(heading) {
                return Column::Of(kind);
            }
            if unit_named(heading, catalogue).is_some() {
                return Column::Marks(heading.clone());
            }
            if is_administrative(heading) {
                notes.push(say::only_repeated(heading));
                return Column::Repeated(heading.clone());
            }
            wrong.push(unknown(heading));
            Column::PassedOver
        })
        .collect();
    for name in given.passed_over {
        if !head.iter().any(|heading| same_heading(name, heading)) {
            notes.push(say::no_column(name));
        }
    }
    let has = |kind: Kind| all.contains(&Column::Of(kind));
    let marks = all.iter().any(|column| matches!(column, Column::Marks(_)));
    if !has(Kind::Learner) {
        wrong.push(say::NO_LEARNER_COLUMN.to_owned());
    }
    if !has(Kind::Qualification) && !given.qualification {
        wrong.push(say::NO_QUALIFICATION_COLUMN.to_owned());
    }
    if !has(Kind::Registered) && !given.registered {
        wrong.push(say::NO_REGISTERED_COLUMN.to_owned());
    }
    if !has(Kind::Units) && !has(Kind::Unit) && !marks {
        wrong.push(say::NO_UNITS_COLUMN.to_owned());
    }
    if has(Kind::Units) && has(Kind::Unit) {
        wrong.push(say::UNIT_AND_UNITS.to_owned());
    }
    wrong.extend(said_twice(&head, &all, catalogue));
    if wrong.is_empty() {
        let layout = if has(Kind::Unit) {
            Layout::RowPerUnit
        } else if marks {
            Layout::ColumnPerUnit
        } else {
            Layout::RowPerLearner
        };
        return Ok((Columns { all, layout }, notes));
    }
    let remark = |message| Remark {
        file: None,
        message,
    };
    Err(Failure(wrong.into_iter().map(remark).collect()))
}

fn same_heading(name: &str, heading: &str) -> bool {
    let name = in_words(name.trim());
    name == heading || !plain(&name).is_empty() && plain(&name) == plain(heading)
}

/// Columns with the same meaning, which could contradict each other.
fn said_twice(head: &[String], all: &[Column], catalogue: &Catalogue) -> Vec<String> {
    let same = |one: &Column, other: &Column| match (one, other) {
        (Column::Of(one), Column::Of(other)) => one == other,
        (Column::Marks(one), Column::Marks(other)) => {
            unit_named(one, catalogue) == unit_named(other, catalogue)
        }
        _ => false,
    };
    let mut wrong = Vec::new();
    for (place, (heading, column)) in head.iter().zip(all).enumerate() {
        let mut before = head.iter().zip(all).take(place);
        if let Some((first, _)) = before.find(|(_, earlier)| same(earlier, column)) {
            let of = match column {
                Column::Of(kind) => shown(*kind),
                _ => heading,
            };
            wrong.push(say::said_twice(first, heading, of));
        }
    }
    wrong
}
