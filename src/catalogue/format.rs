use std::sync::Arc;

use super::facts::{self, Places};
use super::{File, LONGEST_FILE, Reading, rules};
use crate::qualification::{Date, Group, GroupId, Qualification, Source, Unit, UnitCode};
use crate::reading::{Cursor, Problem, Problems, Reason, parse};

/// The one format there is so far.
const FORMAT: u32 = 1;

/// The most units, qualifications, groups, rules or lines of a text list in a file.
const MOST_UNITS: usize = 5_000;
const MOST_QUALIFICATIONS: usize = 500;
const MOST_GROUPS: usize = 64;
const MOST_RULES: usize = 500;

pub(super) fn read(text: &str) -> Reading {
    let node = match parse(text, LONGEST_FILE) {
        Ok(node) => node,
        Err(problem) => {
            return Reading {
                file: None,
                problems: vec![problem],
                left_out: 0,
            };
        }
    };
    let problems = Problems::default();
    let mut left_out = 0;
    let file = read_file(&Cursor::top(&node, &problems), &problems, &mut left_out);
    Reading {
        file,
        problems: problems.into_inner(),
        left_out,
    }
}

fn read_file(top: &Cursor<'_>, problems: &Problems, left_out: &mut usize) -> Option<File> {
    let file = top.object()?;
    file.required("format")?.whole(FORMAT..=FORMAT)?;
    let id = file.required("id").and_then(|id| id.text(64));
    let title = file.required("title").and_then(|title| title.text(200));
    let awarding_body = file.required("awarding_body").and_then(|name| name.text(200));
    let source = file.required("source").and_then(|source| read_source(&source));
    let units = file.required("units").and_then(|units| read_units(&units));
    let qualifications = file.required("qualifications");
    file.finish();

    let (document, checked) = source?;
    let suite = Suite {
        awarding_body: awarding_body?,
        document,
        checked,
        units: units?,
    };
    let mut ids = Vec::new();
    let qualifications = qualifications?.list(MOST_QUALIFICATIONS, |place| {
        let before = problems.borrow().len();
        let qualification = read_qualification(place, &suite);
        if let Some(known) = &qualification {
            if ids.contains(&known.id) {
                let _: Option<()> = place.wrong(Reason::Repeated(known.id.to_string()));
            }
            ids.push(known.id.clone());
        }
        let whole = problems.borrow().len() == before;
        *left_out += usize::from(!whole);
        qualification.filter(|_| whole).map(Arc::new)
    })?;
    Some(File {
        id: id?.to_owned(),
        title: title?.to_owned(),
        document: suite.document,
        checked,
        qualifications,
    })
}

/// What the qualifications of a file share.
struct Suite<'a> {
    awarding_body: &'a str,
    document: String,
    checked: Date,
    /// In the order of their codes.
    units: Vec<Unit>,
}

fn read_source(place: &Cursor<'_>) -> Option<(String, Date)> {
    let source = place.object()?;
    let document = source
        .required("document")
        .and_then(|name| name.text(200).map(str::to_owned));
    let checked = source.required("checked").and_then(|day| facts::day(&day));
    source.finish();
    Some((document?, checked?))
}

fn read_units(place: &Cursor<'_>) -> Option<Vec<Unit>> {
    let mut units: Vec<Unit> = Vec::new();
    place.list(MOST_UNITS, |place| {
        let unit = facts::unit(place)?;
        match units.binary_search_by(|known| known.code.cmp(&unit.code)) {
            Ok(_) => place.wrong(Reason::Repeated(unit.code.to_string())),
            Err(index) => {
                units.insert(index, unit);
                Some(())
            }
        }
    })?;
    Some(units)
}

fn read_qualification(place: &Cursor<'_>, suite: &Suite<'_>) -> Option<Qualification> {
    let object = place.object()?;
    let groups = object
        .required("groups")
        .and_then(|groups| read_groups(&groups, &suite.units));
    let heading = object.required("heading").and_then(|text| text.text(300));
    let source = |heading: &str| Source {
        document: suite.document.clone(),
        heading: heading.to_owned(),
        checked: suite.checked,
    };
    let rules = object.required("rules").and_then(|rules| {
        let places = Places {
            groups: groups.as_deref()?,
        };
        let mut ids = Vec::new();
        rules.list(MOST_RULES, |place| {
            let rule = rules::rule(place, &places, &source)?;
            if ids.contains(&rule.id) {
                return place.wrong(Reason::Repeated(rule.id.to_string()));
            }
            ids.push(rule.id.clone());
            Some(rule)
        })
    });
    let facts = facts::facts(&object);
    object.finish();
    let (groups, facts) = (groups?, facts?);
    let units = suite
        .units
        .iter()
        .filter(|unit| {
            groups.iter().any(|group| {
                group.units.contains(&unit.code) || group.closed_units.contains(&unit.code)
            })
        })
        .cloned()
        .collect();
    Some(Qualification {
        awarding_body: suite.awarding_body.to_owned(),
        groups,
        units,
        rules: rules?,
        source: source(heading?),
        ..facts
    })
}

fn read_groups(place: &Cursor<'_>, units: &[Unit]) -> Option<Vec<Group>> {
    let mut ids: Vec<GroupId> = Vec::new();
    let mut taken: Vec<UnitCode> = Vec::new();
    let mut codes = |place: &Cursor<'_>| {
        place.list(MOST_UNITS, |place| {
            let code = facts::code(place)?;
            if units.binary_search_by(|unit| unit.code.cmp(&code)).is_err() {
                return place.wrong(Reason::Unknown(code.to_string()));
            }
            match taken.binary_search(&code) {
                Ok(_) => place.wrong(Reason::Repeated(code.to_string())),
                Err(index) => {
                    taken.insert(index, code.clone());
                    Some(code)
                }
            }
        })
    };
    place.list(MOST_GROUPS, |place| {
        let group = place.object()?;
        let id = group.required("id").and_then(|id| facts::group_id(&id));
        let title = group.required("title").and_then(|title| title.text(200));
        let units = group.required("units").and_then(|units| codes(&units));
        let closed_units = group.optional("closed_units").map(|units| codes(&units));
        group.finish();
        let id = id?;
        if ids.contains(&id) {
            return place.wrong(Reason::Repeated(id.to_string()));
        }
        ids.push(id.clone());
        Some(Group {
            id,
            title: title?.to_owned(),
            units: units?,
            closed_units: closed_units.unwrap_or_default().unwrap_or_default(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let reading = small(|text| text.replacen("\"credits\", \"at_least\": 6", "\"credits\", \"at_least\": \"six\"", 1));
        assert_eq!(paths(&reading), ["qualifications[0].rules[0].at_least"]);
        assert_eq!(reading.left_out, 1);
        assert_eq!(reading.file.unwrap().qualifications.len(), 1);
    }

    #[test]
    fn a_unit_that_a_group_names_but_the_file_does_not_have_is_named() {
        let reading = small(|text| text.replacen("\"units\": [\"A-1\"", "\"units\": [\"A-9\"", 1));
        assert_eq!(
            reading.problems[0],
            Problem {
                path: "qualifications[0].groups[0].units[0]".to_owned(),
                reason: Reason::Unknown("A-9".to_owned())
            }
        );
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
