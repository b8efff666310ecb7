use super::expected::{misplaced, thing};
use super::not_json;
use super::shown::shown;
use crate::reading::{Expected, Problem, Reason, Thing};

/// What to do about a problem.
#[must_use]
pub fn hint(problem: &Problem) -> String {
    let found = problem.place.as_ref().map_or("", |place| &place.found);
    match &problem.reason {
        Reason::TextTooLong { .. } => "Split the file by document.".to_owned(),
        Reason::NotJson { cause, .. } => not_json::remedy(*cause).to_owned(),
        Reason::Missing if problem.path == "format" => {
            "A catalogue file has \"format\": 1 at its top: this may be another file.".to_owned()
        }
        Reason::Missing if problem.path.ends_with("].suite") => {
            "A group with the key shared is one of a suite: name the suite to which this \
             qualification belongs."
                .to_owned()
        }
        Reason::Missing => "Add it: docs/catalogue-format.md says what belongs there.".to_owned(),
        Reason::UnknownKey {
            near: Some(near), ..
        } => format!("Write {near} in its place, or take it out."),
        Reason::UnknownKey {
            near: None, known, ..
        } if known.is_empty() => "Take it out: every key that may stand here does.".to_owned(),
        Reason::UnknownKey {
            near: None, known, ..
        } => {
            format!(
                "Take it out. What else may stand here: {}.",
                known.join(", ")
            )
        }
        Reason::NotHere(key) => misplaced(*key)[1].to_owned(),
        Reason::NotA(kind) => written(*kind, found),
        Reason::NotShared { near, there } => match near.first() {
            Some(name) => format!(
                "A group of the suite is taken with {{\"shared\": \"{}\"}}.",
                shown(name)
            ),
            None => format!(
                "Describe it with id, title and units, or take a group of the suite with \
                 {{\"shared\": \"…\"}}: {}.",
                there.join(", ")
            ),
        },
        Reason::OtherSizes { unit, .. } => format!(
            "Name it under closed_units there (where the group is shared: {{\"shared\": \"…\", \
             \"closed_units\": [\"{}\"]}}), or correct the sizes of the unit.",
            shown(unit)
        ),
        Reason::NotLike(samples) => format!("Write it as {}.", samples.join(" or ")),
        Reason::NeedsOneOf(_) => "Add the one that the document gives.".to_owned(),
        Reason::OutOfRange { least, most } if least == most => {
            "Another number is of another version of this format.".to_owned()
        }
        Reason::OutOfRange { .. } => {
            "Compare the figure with the document: most often a digit slipped in.".to_owned()
        }
        Reason::Length { length: 0, .. } => {
            "Fill it; a key that may be left out can go.".to_owned()
        }
        Reason::Length { .. } => "Shorten it, or leave out its key.".to_owned(),
        Reason::NotOneOf {
            near: Some(near), ..
        } => format!("Write \"{near}\": small and capital letters matter."),
        Reason::NotOneOf { .. } => {
            "Use one of these words as it is written: small and capital letters matter.".to_owned()
        }
        Reason::Repeated { name, .. } => format!(
            "Remove this “{}” or the earlier one, or give one another name.",
            shown(name)
        ),
        Reason::Unknown {
            what, near, there, ..
        } => named(*what, near, there),
        Reason::Unreadable(name) => format!(
            "Look where “{}” is described: this goes with what is wrong there.",
            shown(name)
        ),
        Reason::NotOffered(name) => {
            let name = shown(name);
            let put = format!("Put “{name}” under units of a group of this qualification");
            if problem.path.starts_with("suites[") {
                format!(
                    "{put}, take it out of here, or move the rule out of the suite into the \
                     qualifications that offer “{name}”."
                )
            } else {
                format!("{put}, or take it out of here.")
            }
        }
        Reason::OpenAndClosed(name) => {
            format!("Take “{}” out of one of the two.", shown(name))
        }
        Reason::UpsideDown(_) => {
            "Exchange the two, or correct the one that was mistyped.".to_owned()
        }
        Reason::Contradiction(_) => {
            "Keep the part that the document has, and remove or correct the other.".to_owned()
        }
    }
}

/// How a value of this kind is written.
fn written(kind: Expected, found: &str) -> String {
    match kind {
        Expected::WholeNumber => "Write digits only, without quotes, sign or point: 6.".to_owned(),
        Expected::NameOfSharedGroup => "Write the id of that group in double quotes.".to_owned(),
        Expected::Text if found.starts_with(['[', '{']) => {
            "Write one text in double quotes in its place.".to_owned()
        }
        Expected::Text => "Put it in double quotes.".to_owned(),
        Expected::List if found.starts_with('"') && !found.ends_with('…') => {
            format!("Put it in square brackets: [{}].", shown(found))
        }
        Expected::List => "Put it in square brackets, with commas between.".to_owned(),
        Expected::TrueOrFalse => "Write it small and without quotes.".to_owned(),
        Expected::Name | Expected::NameOfSome => name_like(found),
        Expected::Day | Expected::DayOrMonth => {
            "Write the year first, then the month and the day: 2020-07-01.".to_owned()
        }
        Expected::Level | Expected::LevelOfSome => {
            "Write a number without quotes, and any other level in quotes as it is printed."
                .to_owned()
        }
        Expected::Share => "Write parts, a stroke and of how many, in quotes.".to_owned(),
        _ => "docs/catalogue-format.md says under Values how it is written.".to_owned(),
    }
}

/// What to do where a name is not there.
fn named(what: Thing, near: &[String], there: &[String]) -> String {
    let [called, _] = thing(what);
    match what {
        Thing::Unit => "Correct the code, or describe the unit under units.".to_owned(),
        Thing::QualificationOfSuite => {
            "Write one name under id here and under suite in its qualifications.".to_owned()
        }
        Thing::Size => {
            "Write the size as it stands in its qualification, or correct it there.".to_owned()
        }
        Thing::GroupOfSuite | Thing::UnitOfGroup if !near.is_empty() => {
            "Write it as it stands in the suite.".to_owned()
        }
        Thing::GroupOfSuite | Thing::UnitOfGroup => {
            format!("Name one of these: {}.", there.join(", "))
        }
        _ if !near.is_empty() => {
            format!("Write the name as it stands where the {called} is described.")
        }
        _ if there.is_empty() => format!("Describe a {called} first, or take this out."),
        _ => format!("Name a {called} that is described: {}.", there.join(", ")),
    }
}

/// How a name could be written that holds what no name does.
fn name_like(found: &str) -> String {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_./()&+* ".contains(letter);
    let parts = found.split(|letter| !fits(letter));
    let words = parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let parts: Vec<String> = words.filter(|part| !part.is_empty()).collect();
    let name = parts.join("-");
    if name.is_empty() || found.ends_with('…') {
        "Use those characters only.".to_owned()
    } else {
        format!("Use those characters only: \"{name}\", for example.")
    }
}
