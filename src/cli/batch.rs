//! A cohort: one row in, one row out, in order, however many there are.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use csv::Writer;

use super::Failure;
use super::answers::state;
use super::args::Args;
use super::inputs::{codes, day, find, read_catalogue, today};
use super::rows::Rows;
use crate::assess::{Context, Limit, assess_within};
use crate::catalogue::Catalogue;
use crate::plan::{Action, Plan};
use crate::wording;

const COLUMNS: [&str; 4] = ["learner", "qualification", "registered", "units"];

pub(crate) fn run(args: &Args, path: &Path) -> Result<u8, Failure> {
    let catalogue = read_catalogue(args)?;
    let context = Context {
        today: today(args)?,
    };
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        let file = File::open(path)
            .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
        Box::new(file)
    };
    let unread = |error: io::Error| Failure::new(format!("{}: {error}", path.display()));
    let (mut all, head) = Rows::new(BufReader::new(source)).map_err(unread)?;
    let head = head.map_err(|broken| Failure::new(format!("the first line: {}", broken.why)))?;
    let place = |name: &str| {
        head.iter()
            .position(|header| header.trim().eq_ignore_ascii_case(name))
    };
    let places: Vec<usize> = COLUMNS
        .iter()
        .map(|name| place(name).ok_or_else(|| Failure::new(format!("there is no column {name}"))))
        .collect::<Result<_, _>>()?;
    let out = |error: csv::Error| Failure::new(format!("the answer could not be written: {error}"));
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
            Ok(_) => judge(args, &catalogue, context, [&cell(1), &cell(2), &cell(3)]),
        };
        match answer {
            Ok(row) => {
                met += u64::from(row[0] == "met");
                let [state, credits, hours, findings] = row;
                writer
                    .write_record([cell(0), cell(1), state, credits, hours, findings].map(safe))
                    .map_err(out)?;
            }
            Err(Failure(why)) => {
                errors += 1;
                let row = [
                    cell(0),
                    cell(1),
                    "error".to_owned(),
                    String::new(),
                    String::new(),
                    why,
                ];
                writer.write_record(row.map(safe)).map_err(out)?;
            }
        }
    }
    writer
        .flush()
        .map_err(|error| Failure::new(error.to_string()))?;
    let _ = writeln!(
        io::stderr(),
        "{rows} rows: {met} met, {} not met, {errors} errors",
        rows - met - errors
    );
    Ok(u8::from(errors > 0))
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
    plan = plan.after(Action::PickAll(codes(catalogue, &qualification, units)?));
    let found = assess_within(
        &qualification,
        &plan,
        &context,
        &mut Limit::nodes(args.limit),
    );
    let mut findings: Vec<String> = Vec::new();
    for unit in &found.units {
        let obstacle = unit.obstacle.as_ref();
        findings.extend(obstacle.map(|obstacle| {
            format!(
                "{}: {}",
                unit.code,
                wording::obstacle(&qualification, obstacle)
            )
        }));
    }
    for judgement in &found.judgements {
        if judgement.state != crate::assess::State::Met {
            findings.push(format!(
                "{}.",
                wording::judgement(&qualification, judgement).headline
            ));
        }
    }
    Ok([
        state(found.state).to_owned(),
        found.counted.credits.number().to_string(),
        found.counted.hours.number().to_string(),
        findings.join(" "),
    ])
}

/// A cell that no spreadsheet takes for a formula.
fn safe(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}
