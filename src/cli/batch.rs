//! A cohort: one row in, one row out, in order, however many there are.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use csv::{ErrorKind, StringRecord, Writer};

use super::UNREADABLE;
use super::answers::state;
use super::args::Args;
use super::codes;
use super::findings;
use super::inputs::{Slips, day, decoded, find, read_catalogue, today};
use super::remarks::{Failure, Remarks};
use super::rows::Rows;
use crate::assess::{Context, Limit, assess_within};
use crate::catalogue::Catalogue;
use crate::exchange::sheet::harmless;
use crate::plan::{Action, Plan};

const COLUMNS: [&str; 4] = ["learner", "qualification", "registered", "units"];

/// The longest cohort that is read, in bytes: some million rows.
const LONGEST: usize = 64 * 1024 * 1024;

pub(crate) fn run(args: &Args, path: &Path, remarks: &mut Remarks) -> Result<u8, Failure> {
    let catalogue = read_catalogue(args, remarks)?;
    let context = Context {
        today: today(args)?,
    };
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        let file = File::open(path).map_err(|error| Failure::of(path, error.to_string()))?;
        Box::new(file)
    };
    let text = decoded(path, source, LONGEST, remarks)?;
    let unread = |error: io::Error| Failure::of(path, error.to_string());
    let (mut all, head) = Rows::new(text.as_bytes()).map_err(unread)?;
    let head = head.map_err(|broken| Failure::new(format!("the first line: {}", broken.why)))?;
    let place = |name: &str| {
        head.iter()
            .position(|header| header.trim().eq_ignore_ascii_case(name))
    };
    let places: Vec<usize> = COLUMNS
        .iter()
        .map(|name| place(name).ok_or_else(|| Failure::new(format!("there is no column {name}"))))
        .collect::<Result<_, _>>()?;
    let out = |error: csv::Error| match error.into_kind() {
        ErrorKind::Io(error) => Failure::unwritten(&error),
        _ => Failure::new("the answer could not be written"),
    };
    let mut writer = Writer::from_writer(io::stdout().lock());
    writer
        .write_record([
            "learner",
            "qualification",
            "state",
            "credits",
            "guided_learning_hours",
            "findings",
        ])
        .map_err(out)?;
    let (mut rows, mut errors, mut met) = (0_u64, 0_u64, 0_u64);
    while let Some(row) = all.next().map_err(unread)? {
        rows += 1;
        let cells = match &row {
            Ok(cells) => cells,
            Err(broken) => &broken.cells,
        };
        let cell = |column: usize| {
            let place = places.get(column);
            let cell = place.and_then(|place| cells.get(*place));
            cell.unwrap_or("").trim().to_owned()
        };
        let answer = match &row {
            Err(broken) => Err(Failure::new(format!(
                "The row cannot be read: {}.",
                broken.why
            ))),
            Ok(cells) if !is_whole(cells, &head, &places) => Err(Failure::new(
                "The row has other cells than the first line: codes have spaces between them, \
                 or stand in quotation marks.",
            )),
            Ok(_) => judge(args, &catalogue, context, [&cell(1), &cell(2), &cell(3)]),
        };
        match answer {
            Ok(row) => {
                met += u64::from(row[0] == "met");
                let [state, credits, hours, findings] = row;
                writer
                    .write_record(
                        [cell(0), cell(1), state, credits, hours, findings]
                            .map(|cell| harmless(&cell)),
                    )
                    .map_err(out)?;
            }
            Err(failure) => {
                errors += 1;
                let why = failure.line();
                let row = [
                    cell(0),
                    cell(1),
                    "error".to_owned(),
                    String::new(),
                    String::new(),
                    why,
                ];
                writer
                    .write_record(row.map(|cell| harmless(&cell)))
                    .map_err(out)?;
            }
        }
    }
    writer.flush().map_err(|error| Failure::unwritten(&error))?;
    let row = if rows == 1 { "row" } else { "rows" };
    let _ = writeln!(
        io::stderr(),
        "{rows} {row}: {met} met, {} not met, {errors} errors",
        rows - met - errors
    );
    Ok(if errors > 0 {
        UNREADABLE
    } else {
        u8::from(met < rows)
    })
}

/// Whether a row has every cell that is needed, and none beyond the columns.
fn is_whole(cells: &StringRecord, head: &StringRecord, places: &[usize]) -> bool {
    let beyond = cells
        .iter()
        .skip(head.len())
        .any(|cell| !cell.trim().is_empty());
    !beyond && places.iter().all(|place| *place < cells.len())
}

fn judge(
    args: &Args,
    catalogue: &Catalogue,
    context: Context,
    [wanted, registered, units]: [&str; 3],
) -> Result<[String; 4], Failure> {
    let qualification = find(catalogue, wanted)?;
    let mut plan = Plan::new(qualification.id.clone());
    plan.registered = if registered.is_empty() {
        None
    } else {
        Some(day(registered)?)
    };
    let mut slips = Slips::default();
    for code in codes::read(catalogue, Some(qualification.as_ref()), units)? {
        if plan.pick(&code).is_some() && !slips.twice.contains(&code) {
            slips.twice.push(code.clone());
        }
        plan = plan.after(Action::Pick(code));
    }
    let found = assess_within(
        &qualification,
        &plan,
        &context,
        &mut Limit::nodes(args.limit),
    );
    let mut texts: Vec<String> = findings::of(catalogue, &qualification, &plan, &slips, &found)
        .iter()
        .filter_map(|finding| finding["text"].as_str())
        .map(|text| format!("{}.", text.trim_end_matches('.')))
        .collect();
    if !found.fully_searched {
        texts.push("Not fully searched: the search stopped before its end.".to_owned());
    }
    Ok([
        state(found.state).to_owned(),
        found.counted.credits.number().to_string(),
        found.counted.hours.number().to_string(),
        texts.join(" "),
    ])
}
