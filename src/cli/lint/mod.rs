//! Problems and likely mistakes in catalogue files: first what the reader finds, then what the
//! engine finds in each qualification that could be read.
//!
//! No rule is evaluated here. Every answer about rules comes from the engine, which judges the qualification
//! with some of its rules left out or with one more (`trial`), for everybody who may register (`who`). A
//! family of findings has a file: `unmet`, `cause` and `mandatory` for rules that cannot be met (`subjects`
//! for bounds of each subject), `totals` for the published credit value, `words` for what selects nothing or
//! is never reached, `levels` for levels that are written otherwise elsewhere, `figures` for what counts
//! nothing, `about` for subjects and short names, `idle` for what nobody can use, `days` for what never opens, `units` for the units of the whole
//! file.

mod about;
mod calendar;
mod cause;
mod days;
mod figures;
mod finding;
mod idle;
mod levels;
mod mandatory;
mod place;
mod set;
mod subjects;
mod totals;
mod trial;
mod units;
mod unmet;
mod who;
mod words;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::Args;
use super::inputs::{read_text, today};
use super::remarks::{Failure, Remark, Remarks};
use super::status::UNREADABLE;
use crate::assess::Context;
use crate::catalogue::{self, Reading, Where};
use crate::qualification::{Qualification, QualificationId};
use crate::wording;
use crate::wording::command::lint::{self as say, hint};
use finding::{Finding, sentence};
use place::Place;
use trial::Trial;

pub(crate) fn run(files: &[PathBuf], args: &Args) -> Result<Value, Failure> {
    let context = Context::on(today(args)?);
    let mut all = Vec::new();
    let mut before: Vec<(QualificationId, &Path)> = Vec::new();
    for path in files {
        let mut of_this = Remarks::default();
        let (text, mut found) = match read_text(path, &mut of_this) {
            Ok(text) => {
                let reading = catalogue::read(&text);
                let mut found = again(&reading, &before);
                let here = reading.file.iter().flat_map(|file| &file.qualifications);
                before.extend(here.map(|one| (one.id.clone(), path.as_path())));
                found.extend(of_reading(&text, &reading, context, args.limit));
                (text, found)
            }
            Err(Failure(errors)) => (String::new(), errors.iter().map(unreadable).collect()),
        };
        found.splice(0..0, of_this.notes.iter().map(doubtful));
        let paths: Vec<&str> = found.iter().map(|one| one.path.as_str()).collect();
        let places = catalogue::locate(&text, &paths);
        all.extend(found.iter().zip(places).map(|(one, there)| {
            // A finding about a whole file has no path.
            let somewhere = one.there.is_some() || !one.path.is_empty();
            let there = one.there.as_deref().unwrap_or(&there);
            let known = |number: usize| (somewhere && number > 0).then_some(number);
            json!({
                "file": path.display().to_string(),
                "path": one.path,
                "line": known(there.line),
                "column": known(there.column),
                "unit": unit(&one.path, there),
                "place": wording::place(&one.path, Some(there)),
                "severity": one.severity(),
                "kind": one.kind,
                "message": one.said(),
                "hint": one.hint,
            })
        }));
    }
    Ok(Value::Array(all))
}

/// A file that cannot be read at all.
fn unreadable(error: &Remark) -> Finding {
    let message = sentence(&format!("{}.", error.message.trim_end_matches('.')));
    Finding::new(String::new(), "unreadable", message, hint::NOT_CHECKED)
}

/// A file whose letters may not be those that were written.
fn doubtful(note: &Remark) -> Finding {
    let message = sentence(&note.message);
    Finding::new(String::new(), "encoding", message, hint::SAVE_AS_UTF8)
}

/// The exit status of these findings: 2 where a file could not be read, 1 where one is wrong.
pub(crate) fn status(findings: &Value) -> u8 {
    let has = |key: &str, value: &str| {
        let all = findings.as_array();
        all.is_some_and(|all| all.iter().any(|one| one[key] == value))
    };
    if has("kind", "unreadable") {
        UNREADABLE
    } else {
        u8::from(has("severity", "error"))
    }
}

/// The code of the unit that a path leads to, or into.
fn unit<'p>(path: &str, there: &'p Where) -> Option<&'p str> {
    let (list, _) = path.rsplit_once('[')?;
    let name = there.names.last().filter(|name| !name.is_empty())?;
    list.ends_with("units").then_some(name)
}

/// Qualifications whose names stand in a file before this one: only one of them could be planned.
fn again(reading: &Reading, before: &[(QualificationId, &Path)]) -> Vec<Finding> {
    let here = reading.file.iter().flat_map(|file| &file.qualifications);
    let here = reading.places.iter().zip(here);
    here.filter_map(|(place, one)| {
        let (_, first) = before.iter().find(|(id, _)| *id == one.id)?;
        Some(Finding::new(
            format!("qualifications[{place}].id"),
            "duplicate",
            say::stands_too(&one.id, &first.display()),
            hint::OWN_NAME,
        ))
    })
    .collect()
}

/// What is wrong in a file.
fn of_reading(text: &str, reading: &Reading, context: Context, nodes: u64) -> Vec<Finding> {
    let mut all: Vec<Finding> = reading
        .problems
        .iter()
        .map(|problem| {
            let message = sentence(&wording::reason(problem));
            let (kind, hint) = (problem.reason.name(), wording::hint(problem));
            Finding {
                there: problem.place.clone(),
                ..Finding::new(problem.path.clone(), kind, message, hint)
            }
        })
        .collect();
    all.extend(units::findings(reading));
    all.extend(about::short_names(reading));
    let levelless = units::levelless(text, reading);
    let qualifications = reading.file.iter().flat_map(|file| &file.qualifications);
    for (place, qualification) in reading.places.iter().zip(qualifications) {
        let place = Place::new(*place, qualification, &levelless);
        for found in of_qualification(&place, context, nodes) {
            let found = as_written(reading, qualification, found);
            let known = all.iter_mut().find(|known| {
                let same = |one: &Finding| (one.path.clone(), one.kind, one.message.clone());
                !found.of.is_empty() && same(known) == same(&found)
            });
            match known {
                Some(known) => known.of.extend(found.of),
                None => all.push(found),
            }
        }
    }
    all
}

/// A finding where it is written; what a suite has may be wrong in some of its qualifications only.
fn as_written(reading: &Reading, qualification: &Qualification, finding: Finding) -> Finding {
    let path = reading.origins.as_written(&finding.path);
    if path == finding.path {
        return finding;
    }
    let of = vec![format!("{} ({})", qualification.title, qualification.id)];
    Finding {
        path,
        of,
        ..finding
    }
}

fn of_qualification(place: &Place<'_>, context: Context, nodes: u64) -> Vec<Finding> {
    let qualification = place.qualification;
    let days = calendar::open_days(qualification);
    let who = who::all(qualification, &days);
    let mut trial = Trial::new(qualification, context, nodes);
    let mut found = days::findings(place, &mut trial, &days, &who);
    let unmet = unmet::findings(place, &mut trial, &who);
    found.extend(unmet.findings);
    found.extend(words::findings(place, &mut trial, &who, &unmet.rules));
    found.extend(about::empty_subjects(place));
    found.extend(figures::findings(place, &unmet.alone));
    if !unmet.possible.is_empty() {
        found.extend(words::floors(place, &mut trial, &unmet.possible));
        found.extend(totals::findings(place, &mut trial, &unmet.possible, &who));
        let idle = idle::findings(place, &mut trial, &unmet.possible, &found);
        found.extend(idle);
    }
    found.extend(trial.not_searched(place));
    found
}
