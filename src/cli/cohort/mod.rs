//! A cohort from a CSV file. No learner is lost, and no plan is judged while something that the file
//! says of it is ignored in silence. The format is described in `docs/cohort-format.md`.
//!
//! `sheet` makes rows of the text, `columns` says what the columns are by their `headings`, `learner`
//! and `units` make a plan of what stands in the `cells` of a row (`reading`), `gather` puts together what belongs
//! together, and `answer` judges and writes.

mod answer;
mod cells;
mod columns;
mod gather;
mod headings;
mod learner;
mod reading;
mod sheet;
mod units;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::args::{Args, BatchOptions};
use super::inputs::{day, decoded, read_catalogue, today};
use super::remarks::{Failure, Remark, Remarks};
use crate::assess::Context;
use crate::wording::command::cohort as say;
use answer::Answer;
use columns::{Given, Layout};
use reading::Reader;
use sheet::Sheet;

/// The longest cohort that is read, in bytes: some million rows.
const LONGEST: usize = 64 * 1024 * 1024;

/// Judges a cohort, and returns the exit status.
pub(crate) fn run(
    args: &Args,
    options: &BatchOptions,
    remarks: &mut Remarks,
) -> Result<u8, Failure> {
    if args.units.is_some() || args.achieved.is_some() || !args.plan.is_empty() {
        return Err(Failure::new(say::UNITS_IN_FILE));
    }
    let catalogue = read_catalogue(args, remarks)?;
    let context = Context::on(today(args)?);
    let registered = args.registered.as_deref().map(day).transpose()?;
    let path = options.file.as_path();
    let of_file = |Failure(all): Failure| {
        let all = all.into_iter();
        Failure(all.map(|one| Remark::of(path, one.message)).collect())
    };
    let text = decoded(path, source(path)?, LONGEST, remarks)?;
    let (mut sheet, head) =
        Sheet::new(&text, headings::is_known).ok_or_else(|| Failure::of(path, say::EMPTY))?;
    if let Some(why) = head.broken {
        return Err(Failure::of(path, say::first_line(why)));
    }
    let given = Given {
        passed_over: &options.ignore_column,
        qualification: args.qualification.is_some(),
        registered: registered.is_some(),
    };
    let (columns, notes) = columns::read(&head.cells, &catalogue, &given).map_err(of_file)?;
    remarks.note(path, taken_for(columns.layout));
    for note in notes {
        remarks.note(path, note);
    }
    let reader = Reader {
        catalogue: &catalogue,
        columns: &columns,
        qualification: args.qualification.as_deref(),
    };
    let is_row = |cells: &[String]| reader.is_row(cells);
    let mut rows = Vec::new();
    while let Some(row) = sheet.row(&is_row) {
        rows.push(reader.learner(&row));
    }
    if rows.iter().any(|row| row.may_be_american) {
        remarks.note(path, say::DAY_BEFORE_MONTH);
    }
    let number = rows.len();
    let layout = columns.layout;
    let mut entries = gather::gather(rows, layout);
    for planned in entries
        .iter_mut()
        .filter_map(|entry| entry.plan.as_mut().ok())
    {
        let plan = &mut planned.1.plan;
        plan.registered = plan.registered.or(registered);
    }
    Answer::new(args, &catalogue, context, layout, number).judge(entries, remarks)
}

fn source(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path).map_err(|error| Failure::of(path, error.to_string()))?;
    Ok(Box::new(file))
}

const fn taken_for(layout: Layout) -> &'static str {
    match layout {
        Layout::RowPerLearner => say::ROW_PER_LEARNER,
        Layout::ColumnPerUnit => say::COLUMN_PER_UNIT,
        Layout::RowPerUnit => say::ROW_PER_UNIT,
    }
}
