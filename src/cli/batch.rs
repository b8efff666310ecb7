//! A cohort: one row in, one row out, in order, however many there are.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use csv::{ReaderBuilder, StringRecord, Writer};

use super::Failure;
use super::answers::state;
use super::args::Args;
use super::inputs::{codes, day, find, read_catalogue, today};
use crate::assess::{Context, Limit, assess_within};
use crate::catalogue::Catalogue;
use crate::plan::{Action, Plan};
use crate::wording;

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;

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
    let mut source = BufReader::new(source);
    let head = first_line(&mut source)?;
    let delimiter = if head.contains(';') && !head.contains(',') {
        b';'
    } else {
        b','
    };
    let rest = head.as_bytes().chain(source);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(rest);
    let headers = reader
        .headers()
        .map_err(|error| Failure::new(error.to_string()))?
        .clone();
    let place = |name: &str| {
        headers
            .iter()
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
    let mut record = StringRecord::new();
    loop {
        let read = reader.read_record(&mut record);
        if matches!(read, Ok(false)) {
            break;
        }
        rows += 1;
        let cell = |column: usize| {
            places
                .get(column)
                .and_then(|place| record.get(*place))
                .unwrap_or("")
                .trim()
                .to_owned()
        };
        let answer = match &read {
            Err(error) => Err(Failure::new(error.to_string())),
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

/// The head, without a byte-order mark, with its line end.
fn first_line(source: &mut impl BufRead) -> Result<String, Failure> {
    let mut line = Vec::new();
    source
        .take(LONGEST_LINE)
        .read_until(b'\n', &mut line)
        .map_err(|error| Failure::new(error.to_string()))?;
    let text = String::from_utf8(line).map_err(|_| Failure::new("the first line is not UTF-8"))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
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
    plan = plan.after(Action::PickAll(codes(&qualification, units)?));
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
