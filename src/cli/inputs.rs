//! Catalogues, plans and days, as they are given.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Failure;
use super::args::{Args, Command};
use super::codes;
use crate::assess::Context;
use crate::catalogue::{self, Catalogue, LONGEST_FILE};
use crate::draft::read_plan;
use crate::plan::{Action, Plan};
use crate::qualification::{Date, Qualification, QualificationId, Unit, UnitCode};
use crate::wording;

/// A plan with all that it is looked at with.
pub(crate) struct Asked {
    pub(crate) catalogue: Catalogue,
    pub(crate) qualification: Arc<Qualification>,
    pub(crate) plan: Plan,
    pub(crate) context: Context,
    pub(crate) nodes: u64,
    pub(crate) slips: Slips,
}

/// What was given and is not part of the plan.
#[derive(Default)]
pub(crate) struct Slips {
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

pub(crate) fn asked(args: &Args) -> Result<Asked, Failure> {
    let catalogue = read_catalogue(args)?;
    let context = Context {
        today: today(args)?,
    };
    let mut slips = Slips::default();
    let (plan, qualification) = if let Some(path) = &args.plan {
        let text = read_text(path)?;
        slips.twice = codes::twice_in(&text);
        let plan = read_plan(&text).map_err(|problems| {
            let first = problems.first().map(wording::problem).unwrap_or_default();
            Failure::new(format!("{}: {first}", path.display()))
        })?;
        let wanted = args
            .qualification
            .as_deref()
            .unwrap_or(plan.qualification.as_str());
        let qualification = find(&catalogue, wanted)?;
        (plan, qualification)
    } else {
        let named = args.qualification.as_deref();
        let named = named.map(|wanted| find(&catalogue, wanted)).transpose()?;
        let any =
            matches!(args.command, Command::Ladder).then(|| catalogue.qualifications().next());
        let Some(qualification) = named.clone().or_else(|| any.flatten().cloned()) else {
            return Err(Failure::new(
                "say which qualification with --qualification ID, or give a --plan FILE",
            ));
        };
        let mut plan = Plan::new(qualification.id.clone());
        let codes = |given: &Option<String>| {
            codes::read(
                &catalogue,
                named.as_deref(),
                given.as_deref().unwrap_or_default(),
            )
        };
        for code in codes(&args.units)? {
            if plan.pick(&code).is_some() && !slips.twice.contains(&code) {
                slips.twice.push(code.clone());
            }
            plan = plan.after(Action::Pick(code));
        }
        for code in codes(&args.achieved)? {
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

pub(crate) fn qualification(args: &Args) -> Result<Arc<Qualification>, Failure> {
    let Some(wanted) = &args.qualification else {
        return Err(Failure::new(
            "say which qualification with --qualification ID",
        ));
    };
    find(&read_catalogue(args)?, wanted)
}

pub(crate) fn find(catalogue: &Catalogue, wanted: &str) -> Result<Arc<Qualification>, Failure> {
    QualificationId::new(wanted)
        .and_then(|id| catalogue.qualification(&id).cloned())
        .ok_or_else(|| {
            if wanted.is_empty() {
                return Failure::new("no qualification is given");
            }
            let known: Vec<&str> = catalogue
                .qualifications()
                .map(|one| one.id.as_str())
                .collect();
            Failure::new(format!(
                "there is no qualification {wanted}; there are {}",
                known.join(", ")
            ))
        })
}

/// The shipped catalogue, or the files given in its place.
pub(crate) fn read_catalogue(args: &Args) -> Result<Catalogue, Failure> {
    if args.catalogue.is_empty() {
        return Ok(Catalogue::shipped());
    }
    let mut catalogue = Catalogue::default();
    let mut from: Vec<(QualificationId, &Path)> = Vec::new();
    for path in &args.catalogue {
        let reading = catalogue::read(&read_text(path)?);
        match reading.file {
            Some(file) if reading.problems.is_empty() => {
                for id in file.qualifications.iter().map(|one| one.id.clone()) {
                    if let Some((_, first)) = from.iter().find(|(known, _)| *known == id) {
                        return Err(Failure::new(format!(
                            "{}: the qualification {id} stands in {} already",
                            path.display(),
                            first.display()
                        )));
                    }
                    from.push((id, path.as_path()));
                }
                catalogue.add(file);
            }
            _ => {
                let first = reading
                    .problems
                    .first()
                    .map(wording::problem)
                    .unwrap_or_default();
                let more = match reading.problems.len() {
                    0 | 1 => "see lint".to_owned(),
                    2 => "1 more problem: see lint".to_owned(),
                    all => format!("{} more problems: see lint", all - 1),
                };
                return Err(Failure::new(format!(
                    "{}: {first} ({more})",
                    path.display()
                )));
            }
        }
    }
    Ok(catalogue)
}

/// The text of a file no longer than a catalogue may be.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let failure =
        |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", path.display()));
    let file = File::open(path).map_err(|error| failure(&error))?;
    let mut bytes = Vec::new();
    file.take(LONGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| failure(&error))?;
    if bytes.len() > LONGEST_FILE {
        return Err(failure(&format_args!("longer than {LONGEST_FILE} bytes")));
    }
    String::from_utf8(bytes).map_err(|_| failure(&"not UTF-8"))
}

pub(crate) fn day(text: &str) -> Result<Date, Failure> {
    Date::parse(text).ok_or_else(|| Failure::new(format!("{text:?} is no day written YYYY-MM-DD")))
}

pub(crate) fn today(args: &Args) -> Result<Date, Failure> {
    if let Some(text) = &args.today {
        return day(text);
    }
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    civil(seconds / 86_400)
        .ok_or_else(|| Failure::new("the system's clock makes no sense: give --today"))
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
