//! Catalogues, plans and days, as they are given.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use encoding_rs::Encoding;

use super::args::{Args, Command};
use super::codes;
use super::remarks::{Failure, Remarks};
use crate::assess::Context;
use crate::catalogue::{self, Catalogue, LONGEST_FILE, near};
use crate::exchange::link;
use crate::plan::{Action, Plan};
use crate::qualification::{Date, Qualification, QualificationId, Unit, UnitCode};
use crate::reading::text_of;
use crate::saved_plans::read_plan;
use crate::wording;
use crate::wording::command::failure as say;

/// A plan with everything that is needed to judge it.
pub(crate) struct Asked {
    pub(crate) catalogue: Catalogue,
    pub(crate) qualification: Arc<Qualification>,
    pub(crate) plan: Plan,
    pub(crate) context: Context,
    pub(crate) nodes: u64,
    pub(crate) slips: Slips,
}

/// Parts of the input that are not part of the plan.
#[derive(Default)]
pub(crate) struct Slips {
    /// Other names by which units were given, each with the unit's code.
    pub(crate) called: Vec<(UnitCode, UnitCode)>,
    /// Codes that were given more than once.
    pub(crate) twice: Vec<UnitCode>,
    /// Codes that were said to be achieved and are not among the units.
    pub(crate) achieved_only: Vec<UnitCode>,
}

impl Asked {
    /// A unit of the plan, as the catalogue has it: also where this qualification does not take it.
    pub(crate) fn unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.qualification
            .unit(code)
            .or_else(|| self.catalogue.unit(code))
    }
}

/// What is asked about the plan in this file, or in the arguments.
pub(crate) fn asked(
    args: &Args,
    plan: Option<&PathBuf>,
    remarks: &mut Remarks,
) -> Result<Asked, Failure> {
    let catalogue = read_catalogue(args, remarks)?;
    let context = Context::on(today(args)?);
    let mut slips = Slips::default();
    let (plan, qualification) = if let Some(path) = plan {
        let text = read_text(path, remarks)?;
        // JSON begins with a bracket, and a plan in it may have a link in its name.
        let plan = if link::is_in(&text) && !text.trim_start().starts_with('{') {
            let snapshot = link::open(&text);
            let of = |error| Failure::of(path, wording::link_error(error).to_owned());
            snapshot.map_err(of)?.plan
        } else {
            read_plan(&text).map_err(|problems| {
                let first = problems.first().map(wording::problem).unwrap_or_default();
                Failure::of(path, first)
            })?
        };
        let wanted = args
            .qualification
            .as_deref()
            .unwrap_or(plan.qualification.as_str());
        let qualification = find(&catalogue, wanted)?;
        let called = plan.under_codes_of(&qualification);
        let (plan, called) = called.unwrap_or_else(|| (plan, Vec::new()));
        slips.called = called;
        slips.twice = codes::twice_in(&text, &slips.called);
        (plan, qualification)
    } else {
        let named = args.qualification.as_deref();
        let named = named.map(|wanted| find(&catalogue, wanted)).transpose()?;
        let any =
            matches!(args.command, Command::Ladder).then(|| catalogue.qualifications().next());
        let Some(qualification) = named.clone().or_else(|| any.flatten().cloned()) else {
            return Err(Failure::new(say::WHICH_QUALIFICATION_OR_PLAN));
        };
        let mut plan = Plan::new(qualification.id.clone());
        let codes = |given: &Option<String>| {
            codes::read(
                &catalogue,
                named.as_deref(),
                given.as_deref().unwrap_or_default(),
            )
        };
        let (units, achieved) = (codes(&args.units)?, codes(&args.achieved)?);
        slips.called = units.called;
        slips.called.extend(achieved.called);
        slips.called.sort_unstable();
        slips.called.dedup();
        for code in units.codes {
            if plan.pick(&code).is_some() && !slips.twice.contains(&code) {
                slips.twice.push(code.clone());
            }
            plan = plan.after(Action::Pick(code));
        }
        for code in achieved.codes {
            if plan.pick(&code).is_some() {
                plan = plan.after(Action::Achieve(code, true));
            } else if !slips.achieved_only.contains(&code) {
                slips.achieved_only.push(code);
            }
        }
        plan.registered = args.registered.as_deref().map(day).transpose()?;
        (plan, qualification)
    };
    Ok(Asked {
        catalogue,
        qualification,
        plan,
        context,
        nodes: args.limit,
        slips,
    })
}

pub(crate) fn qualification(
    args: &Args,
    remarks: &mut Remarks,
) -> Result<Arc<Qualification>, Failure> {
    let Some(wanted) = &args.qualification else {
        return Err(Failure::new(say::WHICH_QUALIFICATION));
    };
    find(&read_catalogue(args, remarks)?, wanted)
}

pub(crate) fn find(catalogue: &Catalogue, wanted: &str) -> Result<Arc<Qualification>, Failure> {
    catalogue.named(wanted).cloned().ok_or_else(|| {
        if wanted.is_empty() {
            return Failure::new(say::NO_QUALIFICATION);
        }
        let known: Vec<&str> = catalogue
            .qualifications()
            .map(|one| one.id.as_str())
            .collect();
        let meant = wording::meant(&near(wanted, known.iter().copied()));
        Failure::new(say::no_such_qualification(wanted, &known, &meant))
    })
}

/// The shipped catalogue, or the files given in its place: those of them that can be read.
pub(crate) fn read_catalogue(args: &Args, remarks: &mut Remarks) -> Result<Catalogue, Failure> {
    if args.catalogue.is_empty() {
        return Ok(Catalogue::shipped());
    }
    let mut catalogue = Catalogue::default();
    let mut from: Vec<(QualificationId, &Path)> = Vec::new();
    for path in &args.catalogue {
        let file = match catalogue_file(path, remarks) {
            Ok(file) => file,
            Err(Failure(errors)) => {
                remarks.errors.extend(errors);
                continue;
            }
        };
        for id in file.qualifications.iter().map(|one| one.id.clone()) {
            if let Some((_, first)) = from.iter().find(|(known, _)| *known == id) {
                let message = say::stands_already(&id, &first.display());
                return Err(Failure::of(path, message));
            }
            from.push((id, path.as_path()));
        }
        catalogue.add(file);
    }
    if catalogue.files().is_empty() {
        // They are the reason why there is no answer.
        return Err(Failure(std::mem::take(&mut remarks.errors)));
    }
    Ok(catalogue)
}

/// A catalogue file without a problem.
fn catalogue_file(path: &Path, remarks: &mut Remarks) -> Result<catalogue::File, Failure> {
    let reading = catalogue::read(&read_text(path, remarks)?);
    let first = match (reading.file, reading.problems.first()) {
        (Some(file), None) => return Ok(file),
        (_, first) => first.map(wording::problem).unwrap_or_default(),
    };
    let all = reading.problems.len();
    Err(Failure::of(path, say::first_of(&first, all)))
}

/// The text of a file no longer than a catalogue may be.
pub(crate) fn read_text(path: &Path, remarks: &mut Remarks) -> Result<String, Failure> {
    let file = File::open(path).map_err(|error| Failure::of(path, error.to_string()))?;
    decoded(path, file, LONGEST_FILE, remarks)
}

/// The text in what is read, of at most so many bytes in UTF-8, in whatever encoding it is.
pub(crate) fn decoded(
    path: &Path,
    source: impl Read,
    longest: usize,
    remarks: &mut Remarks,
) -> Result<String, Failure> {
    let too_long = || Failure::of(path, say::too_long(longest));
    // In UTF-16 most letters take twice as much.
    let most = longest.saturating_mul(2).saturating_add(2);
    let mut bytes = Vec::new();
    source
        .take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::of(path, error.to_string()))?;
    if bytes.len() > most {
        return Err(too_long());
    }
    let decode = |label: &str, bytes: &[u8]| {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    };
    let text =
        text_of(&bytes, decode).map_err(|what| Failure::of(path, wording::not_text(what)))?;
    if text.text.len() > longest {
        return Err(too_long());
    }
    if let Some(doubt) = wording::read_as(&text) {
        remarks.note(path, doubt);
    }
    Ok(text.text)
}

pub(crate) fn day(text: &str) -> Result<Date, Failure> {
    Date::parse(text).ok_or_else(|| Failure::new(say::no_day(text)))
}

pub(crate) fn today(args: &Args) -> Result<Date, Failure> {
    if let Some(text) = &args.today {
        return day(text);
    }
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    civil(seconds / 86_400).ok_or_else(|| Failure::new(say::NO_CLOCK))
}

/// The day so many days after 1 January 1970 (UTC), in the proleptic Gregorian calendar.
fn civil(days: u64) -> Option<Date> {
    // Years are counted from March, so that the leap day is the last of one.
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    let text = format!("{:04}-{month:02}-{day:02}", year + era * 400 + later);
    Date::parse(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970_are_days_of_the_calendar() {
        for (days, text) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_779, "2026-11-22"),
        ] {
            assert_eq!(
                civil(days).map(|day| day.to_string()).as_deref(),
                Some(text)
            );
        }
    }
}
