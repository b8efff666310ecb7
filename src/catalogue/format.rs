use std::collections::BTreeSet;
use std::sync::Arc;

use super::facts::{self, Described, Places};
use super::file::{File, Reading};
use super::groups::read_groups;
use super::limits::{LONGEST_FILE, MOST_QUALIFICATIONS};
use super::origins::Origins;
use super::{about, concerned};
use super::{rules, rules_hash, suites};
use crate::qualification::{Date, Qualification, Source, Unit, UnitCode, Units};
use crate::reading::{Cursor, MOST_PROBLEMS, Node, Problems, parse, place};

/// The only format so far.
const FORMAT: u32 = 1;

const MOST_RULES: usize = 500;
const MOST_ENDORSEMENTS: usize = 20;

pub(super) fn read(text: &str) -> Reading {
    let node = match parse(text, LONGEST_FILE) {
        Ok(node) => node,
        Err(problem) => {
            return Reading {
                file: None,
                problems: vec![problem],
                left_out: 0,
                places: Vec::new(),
                origins: Origins::default(),
                units: Vec::new(),
            };
        }
    };
    let problems = Problems::default();
    let merged = suites::merge(&Cursor::top(&node, &problems)).unwrap_or_default();
    let written = problems.take();
    let origins = merged.origins;
    let subjects = about::listed(&node);
    let mut seen = Seen {
        subjects,
        faulty: merged.faulty,
        skipped: merged.skipped,
        ..Seen::default()
    };
    let read = merged.node.as_ref().unwrap_or(&node);
    let file = read_file(&Cursor::top(read, &problems), &problems, &mut seen);
    let found = problems.into_inner();
    let mut all = concerned::told(written, found, read, &origins, &seen.units);
    if !all.is_empty() {
        place(text, &node, &mut all);
    }
    if file.is_none() {
        seen = Seen::default();
    }
    Reading {
        file,
        problems: all,
        left_out: seen.left_out,
        places: seen.places,
        origins,
        units: seen.units,
    }
}

/// What is known of a file beside what it says.
#[derive(Default)]
struct Seen<'a> {
    /// The names of the subjects that it lists.
    subjects: BTreeSet<&'a str>,
    left_out: usize,
    places: Vec<usize>,
    units: Vec<(usize, UnitCode)>,
    /// The qualifications, counted from 0, into which the content of their suite could not be put.
    faulty: Vec<usize>,
    /// Those of them that are not read, because their suite is not known.
    skipped: Vec<usize>,
}

fn read_file(top: &Cursor<'_>, problems: &Problems, seen: &mut Seen<'_>) -> Option<File> {
    let file = top.object_like(&[
        "{\"format\": 1, \"id\": \"…\", \"units\": […], \"qualifications\": […]}",
    ])?;
    let Some(format) = file.required("format") else {
        file.finish_near("format");
        return None;
    };
    format.integer(FORMAT..=FORMAT)?;
    let id = file.required("id").and_then(|id| facts::name(&id));
    let title = file.required("title").and_then(|title| title.text(200));
    let awarding_body = file
        .required("awarding_body")
        .and_then(|name| name.text(200));
    let only = file.optional("only").and_then(|only| only.bool());
    let source = file
        .required("source")
        .and_then(|source| read_source(&source));
    let study = facts::study_hours_per_credit(&file);
    let units = file
        .required("units")
        .and_then(|units| facts::read_units(&units, &seen.subjects, &mut seen.units));
    let qualifications = file.required("qualifications");
    // Where it is still there, it could not be put into the qualifications, and that is noted.
    let _ = file.optional("suites");
    file.finish();

    // Without these the file is left out, but its qualifications are read, so that their problems
    // are named at once. Without units there is nothing to read them against.
    let (document, checked) = match source.clone() {
        Some(source) => source,
        None => (String::new(), Date::new(1900, 1, 1)?),
    };
    let suite = Suite {
        catalogue: id.unwrap_or_default(),
        awarding_body: awarding_body.unwrap_or_default(),
        document,
        checked,
        study: study?,
        units: units?,
    };
    let mut ids = Vec::new();
    let qualifications = qualifications?.list_of_some(MOST_QUALIFICATIONS, |place| {
        let here = place.number();
        if seen.skipped.contains(&here) {
            seen.left_out += 1;
            return None;
        }
        let before = problems.borrow().len();
        let is_faulty = seen.faulty.contains(&here);
        let qualification = read_qualification(place, problems, &suite, is_faulty);
        if let Some(known) = &qualification {
            if let Some((_, earlier)) = ids.iter().find(|(id, _)| *id == known.id) {
                let earlier = place.beside(*earlier);
                let _: Option<()> = place.repeated(known.id.as_str(), earlier);
            }
            ids.push((known.id.clone(), here));
        }
        let whole = problems.borrow().len() == before && before < MOST_PROBLEMS && !is_faulty;
        let kept = qualification.filter(|_| whole);
        match &kept {
            Some(_) => seen.places.push(here),
            None => seen.left_out += 1,
        }
        kept.map(Arc::new)
    })?;
    source?;
    let is_named = |unit: &&Unit| {
        let mut all = qualifications.iter();
        all.any(|qualification: &Arc<Qualification>| qualification.unit(&unit.code).is_some())
    };
    let unnamed = suite.units.whole.iter().filter(|unit| !is_named(unit));
    Some(File {
        unnamed: unnamed.cloned().collect(),
        id: id?.to_owned(),
        title: title?.to_owned(),
        awarding_body: awarding_body?.to_owned(),
        only: only.unwrap_or(false),
        document: suite.document,
        checked,
        qualifications,
    })
}

/// What the qualifications of a file share.
struct Suite<'a> {
    catalogue: &'a str,
    awarding_body: &'a str,
    document: String,
    checked: Date,
    /// Hours of study for each credit, where the file says it once for all.
    study: Option<u32>,
    units: Described,
}

fn read_source(place: &Cursor<'_>) -> Option<(String, Date)> {
    let source = place.object_like(&["{\"document\": \"…\", \"checked\": \"2026-11-22\"}"])?;
    let document = source
        .required("document")
        .and_then(|name| name.text(200).map(str::to_owned));
    let checked = source.required("checked").and_then(|day| facts::day(&day));
    source.finish();
    Some((document?, checked?))
}

fn read_qualification(
    place: &Cursor<'_>,
    problems: &Problems,
    suite: &Suite<'_>,
    is_faulty: bool,
) -> Option<Qualification> {
    let object = place
        .object_like(&["{\"id\": \"…\", \"title\": \"…\", \"groups\": […], \"rules\": […]}"])?;
    // A rule or a note without a heading of its own stands under the qualification's.
    let heading = facts::heading(&object);
    let title = object
        .optional("title")
        .and_then(|title| match title.node() {
            Node::Text(title) => Some(title.as_str()),
            _ => None,
        });
    let source = Source {
        document: suite.document.clone(),
        heading: heading.flatten().or(title).unwrap_or_default().to_owned(),
        checked: suite.checked,
    };
    let facts = facts::facts(&object, &source);
    let before = problems.borrow().len();
    let groups = object.required("groups").and_then(|groups| {
        let size = facts.as_ref().map(|facts| &facts.size);
        read_groups(&groups, &suite.units, size)
    });
    let groups_whole = problems.borrow().len() == before && !is_faulty;
    let rules = object.required("rules").and_then(|rules| {
        let groups = groups.as_deref().unwrap_or_default();
        let variants = facts
            .as_ref()
            .map(|facts| (facts.pathways.as_slice(), facts.nations.as_slice()));
        let places = Places::new(groups, variants, &suite.units, groups_whole);
        let mut ids = Vec::new();
        rules.list_of_some(MOST_RULES, |place| {
            let rule = rules::rule(place, &places, &source)?;
            if let Some((_, earlier)) = ids.iter().find(|(known, _)| *known == rule.id) {
                return place.repeated(rule.id.as_str(), place.beside(*earlier));
            }
            ids.push((rule.id.clone(), place.number()));
            Some(rule)
        })
    });
    let endorsements = match object.optional("endorsements") {
        Some(place) => {
            let groups = groups.as_deref().unwrap_or_default();
            let places = Places::new(groups, None, &suite.units, groups_whole);
            place.list_of_some(MOST_ENDORSEMENTS, |place| {
                rules::endorsement(place, &places)
            })
        }
        None => Some(Vec::new()),
    };
    let about = about::of(&object, &source, &suite.units.about);
    object.finish();
    let (groups, facts) = (groups?, facts?);
    heading?;
    let named = groups
        .iter()
        .flat_map(|group| group.units.iter().chain(&group.closed_units));
    // In the order in which the groups name them, each once.
    let mut known = BTreeSet::new();
    let units = named.filter(|code| known.insert(*code));
    let units = units.filter_map(|code| suite.units.whole.find(code));
    let units: Units = units.cloned().collect();
    Some(Qualification {
        awarding_body: suite.awarding_body.to_owned(),
        groups,
        rules_hash: rules_hash::of_rules(place.node(), &units),
        units,
        rules: Arc::new(rules?),
        endorsements: Arc::new(endorsements?),
        catalogue: suite.catalogue.to_owned(),
        about: about?,
        study_hours_per_credit: facts.study_hours_per_credit.or(suite.study),
        ..facts
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Problem;

    /// A small catalogue with `edit` made in its text.
    fn small(edit: impl FnOnce(String) -> String) -> Reading {
        let text = edit(include_str!("../../tests/catalogues/small.json").to_owned());
        read(&text)
    }

    fn paths(reading: &Reading) -> Vec<&str> {
        reading
            .problems
            .iter()
            .map(|problem: &Problem| problem.path.as_str())
            .collect()
    }

    #[test]
    fn a_whole_file_has_no_problem() {
        let reading = small(|text| text);
        assert_eq!(reading.problems, []);
        assert_eq!(reading.file.unwrap().qualifications.len(), 2);
    }

    #[test]
    fn a_qualification_with_a_problem_is_left_out_and_the_others_stay() {
        let reading = small(|text| {
            text.replacen(
                "\"credits\", \"at_least\": 6",
                "\"credits\", \"at_least\": \"six\"",
                1,
            )
        });
        assert_eq!(paths(&reading), ["qualifications[0].rules[0].at_least"]);
        assert_eq!(reading.left_out, 1);
        assert_eq!(reading.file.unwrap().qualifications.len(), 1);
        assert_eq!(reading.places, [1], "it is the second in the text");
    }

    #[test]
    fn units_keep_their_places_where_one_before_them_has_a_problem() {
        let reading = small(|text| text.replacen("\"level\": 3", "\"level\": 9", 1));
        let units: Vec<(usize, &str)> = reading
            .units
            .iter()
            .map(|(place, code)| (*place, code.as_str()))
            .collect();
        assert_eq!(units, [(1, "A-2"), (2, "A-3")]);
    }

    #[test]
    fn a_unit_that_a_group_names_but_the_file_does_not_have_is_named() {
        let reading = small(|text| text.replacen("\"units\": [\"A-1\"", "\"units\": [\"A-9\"", 1));
        assert_eq!(paths(&reading)[0], "qualifications[0].groups[0].units[0]");
        assert_eq!(reading.problems[0].reason.name(), "unknown-reference");
    }

    #[test]
    fn an_unknown_format_is_refused_whole() {
        let reading = small(|text| text.replacen("\"format\": 1", "\"format\": 2", 1));
        assert_eq!(paths(&reading), ["format"]);
        assert_eq!(reading.file, None);
    }

    #[test]
    fn text_that_is_no_json_is_one_problem() {
        let reading = read("{\"format\": 1,");
        assert_eq!(paths(&reading), [""]);
    }
}
