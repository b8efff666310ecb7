//! What is said of the mistakes that people make in a catalogue file: that it names the true cause,
//! the place and what to do, and says nothing twice.

#[path = "messages/suites.rs"]
mod suites;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use qualification_planner::assess::{Context, assess};
use qualification_planner::catalogue::{locate, read};
use qualification_planner::plan::Plan;
use qualification_planner::qualification::Date;
use qualification_planner::reading::{Cause, Problem, Reason};
use qualification_planner::wording::{hint, problem, unmet};

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn small() -> String {
    file("tests/catalogues/small.json")
}

/// The small catalogue with one thing in it written otherwise.
fn with(written: &str, otherwise: &str) -> String {
    let text = small();
    assert!(text.contains(written), "{written}");
    text.replacen(written, otherwise, 1)
}

/// The problems of a text, without those that only follow from a unit that has one.
fn problems(text: &str) -> Vec<Problem> {
    let mut problems = read(text).problems;
    problems.retain(|one| !matches!(one.reason, Reason::Unreadable(_)));
    problems
}

/// The one problem of a text, and what to do about it.
fn said(text: &str) -> (String, String) {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    (problem(&problems[0]), hint(&problems[0]))
}

#[track_caller]
fn says(text: &str, what: &str, remedy: &str) {
    let (said, told) = said(text);
    assert!(said.contains(what), "{said}\nand not {what}");
    assert!(told.contains(remedy), "{told}\nand not {remedy}");
}

#[track_caller]
fn because(text: &str, line: usize, column: usize, cause: Cause) {
    let found = &problems(text)[0];
    let place = found.place.as_ref().unwrap();
    let Reason::NotJson { cause: named, .. } = found.reason else {
        panic!("{found:?}");
    };
    assert_eq!((named, place.line, place.column), (cause, line, column));
}

#[test]
fn the_true_cause_is_named_where_a_text_is_no_json() {
    let line = "\"level\": 3, \"credits\": 2,";
    let otherwise = |otherwise: &str| with(line, otherwise);
    // The line has 38 characters before this.
    for (written, column, cause) in [
        ("\"level\": 3 \"credits\": 2,", 49, Cause::CommaMissing),
        ("\"level\": 3; \"credits\": 2,", 49, Cause::CommaMissing),
        ("\"level\": 3,, \"credits\": 2,", 49, Cause::CommaTooMany),
        ("\"level\" 3, \"credits\": 2,", 46, Cause::ColonMissing),
        ("\"level\" = 3, \"credits\": 2,", 46, Cause::ColonMissing),
        ("\"level\": , \"credits\": 2,", 48, Cause::ValueMissing),
        ("\"level\": 3, // as printed\n", 51, Cause::Comment),
        ("\"level\": /* as printed */ 3,", 48, Cause::Comment),
        ("\"level\": 3, # as printed\n", 51, Cause::Comment),
        ("“level”: 3,", 39, Cause::Quote),
        ("\"level”: 3, \"credits\": 2,", 45, Cause::Quote),
        ("'level': 3,", 39, Cause::Quote),
        ("`level`: 3,", 39, Cause::Quote),
        ("\"level\":\u{a0}3,", 47, Cause::Space),
        ("\"level\": 3,\u{200b} \"credits\": 2,", 50, Cause::Space),
        ("\"level\": 3, \"le\tvel\": 2,", 54, Cause::Control),
        ("\"level\": 3, \"credits: 2,\n", 63, Cause::LineBreak),
        ("\"level\": 03,", 48, Cause::LeadingZero),
        ("\"level\": +3,", 48, Cause::Number),
        ("\"level\": .5,", 48, Cause::Number),
        ("\"level\": 3., \"credits\": 2,", 48, Cause::Number),
        ("\"level\": 3, \"credits\": 2,5,", 62, Cause::Number),
        ("\"level\": 3, \"credits\": 1,000,", 62, Cause::Number),
        ("\"level\": 0x3,", 48, Cause::Number),
        ("\"level\": -1.5e312,", 48, Cause::TooLarge),
        ("\"level\": 0.00018e312,", 48, Cause::TooLarge),
        ("\"level\": 1e99999999999999999999,", 48, Cause::TooLarge),
        ("\"level\": None,", 48, Cause::Word),
        ("\"level\": True,", 48, Cause::Word),
        ("level: 3,", 39, Cause::Word),
        ("\"level\": \"3\\4\",", 50, Cause::Escape),
        ("\"level\": \"\\ud800\",", 49, Cause::Escape),
        ("\"level\": \"the \"third\" one\",", 54, Cause::InText),
        ("\"level: 3, \"credits\": 2,", 51, Cause::InText),
        ("\"level\": 3], \"credits\": 2,", 49, Cause::Bracket),
        ("\"level\": 3, {\"credits\": 2},", 51, Cause::Bracket),
        ("\"level\": [\"credits\": 2,", 49, Cause::KeyInList),
        ("\"level\": 3, 5", 51, Cause::KeyMissing),
    ] {
        because(&otherwise(written), 8, column, cause);
    }
}

#[test]
fn a_text_that_is_cut_short_ends_in_a_line_that_exists() {
    let text = small();
    let cut = text.trim_end().strip_suffix('}').unwrap();
    because(cut, 57, 4, Cause::CutShort);
    because(cut.trim_end(), 57, 4, Cause::CutShort);
    says(
        cut,
        "line 57, column 4: the text ends too early: the “{” of line 1",
        "closing bracket",
    );
    for end in (1..text.trim_end().len()).filter(|end| text.is_char_boundary(*end)) {
        let problems = problems(&text[..end]);
        let place = problems[0].place.as_ref().unwrap();
        assert!(
            place.line <= text[..end].lines().count(),
            "{end}: {problems:?}"
        );
        let Reason::NotJson { cause, .. } = problems[0].reason else {
            panic!("{end}: {problems:?}");
        };
        // A word that is cut short is one that JSON does not know.
        assert!(
            matches!(cause, Cause::CutShort | Cause::Word),
            "{end}: {cause:?}"
        );
    }
}

#[test]
fn what_is_no_json_at_all_is_called_what_it_is() {
    for (text, cause) in [
        ("", Cause::Empty),
        (" \n\t\n", Cause::Empty),
        ("\u{feff}", Cause::Empty),
        ("code,title,credits\nA-1,First,2\n", Cause::Table),
        ("\"code\";\"title\"\n", Cause::Table),
        ("<!DOCTYPE html>\n<html>", Cause::Page),
        ("{\\rtf1\\ansi {\"format\": 1}}", Cause::RichText),
        ("PK\u{3}\u{4}", Cause::Binary),
        ("{\0\"\0f\0", Cause::Binary),
        ("%PDF-1.7\n", Cause::Binary),
        ("\u{fffd}PNG\r\n", Cause::Binary),
        ("format: 1\nid: small\n", Cause::Other),
        ("{} {}", Cause::AfterEnd),
        ("{}}", Cause::AfterEnd),
    ] {
        let found = &problems(text)[0];
        assert!(
            matches!(found.reason, Reason::NotJson { cause: named, .. } if named == cause),
            "{text:?}: {found:?}"
        );
    }
    because(&"[".repeat(1_000), 1, 129, Cause::TooDeep);
    because("{\"a\": 1,\n \"a\": 2}", 2, 2, Cause::RepeatedKey);
    says(
        "{\"a\": 1,\n \"a\": 2}",
        "the key \"a\" stands here a second time",
        "which of them",
    );
}

#[test]
fn a_problem_has_its_line_the_names_on_the_way_and_what_stands_there() {
    says(
        &with("\"credits\": 2,", "\"credits\": 2.5,"),
        "unit A-1, credits (line 8, column 62): this should be a whole number, not 2.5.",
        "Write digits only",
    );
    says(
        &with(
            "\"measure\": \"credits\", \"at_least\": 6",
            "\"measure\": \"credits\", \"at_least\": 21, \"at_most\": 12",
        ),
        "qualification small-award, rule overall-credits, at_least (line 29, column 87): at_least is above at_most.",
        "Exchange the two",
    );
    says(
        &with(
            "{\"code\": \"A-1\", \"title\": \"First\"",
            "{\"title\": 5, \"code\": \"A-1\"",
        ),
        "unit A-1, title (line 8, column 15): this should be a text, not 5.",
        "double quotes",
    );
    says(
        &with("      \"title\": \"Small Award\",\n", ""),
        "qualification small-award, title (line 13, column 5): title is missing.",
        "Add it",
    );
    says(
        &with("\"level\": 4,\n", "\"level\": [1, 2, 3],\n"),
        "qualification small-award, level",
        "",
    );
}

#[test]
fn a_name_that_is_nearly_right_is_asked_about() {
    let rule = "\"kind\": \"amount\", \"measure\": \"credits\", \"at_least\": 6";
    for (written, otherwise, meant) in [
        (
            "\"guided_learning_hours\": 6",
            "\"glh\": 6",
            "guided_learning_hours",
        ),
        ("\"format\"", "\"Format\"", "format"),
        ("\"awarding_body\"", "\"awardingBody\"", "awarding_body"),
        ("\"kind\": \"amount\"", "\"knd\": \"amount\"", "kind"),
        ("\"kind\": \"amount\"", "\"kind\": \"Amount\"", "amount"),
        (
            "\"at_least\": 6, \"heading\"",
            "\"at_leats\": 6, \"heading\"",
            "at_least",
        ),
        (
            "\"measure\": \"credits\"",
            "\"measure\": \"credit\"",
            "credits",
        ),
    ] {
        says(
            &with(written, otherwise),
            &format!(" Did you mean {meant}?"),
            meant,
        );
    }
    let codes = |text: String| {
        text.replace("A-1", "K/101/0045")
            .replace("A-2", "K/101/0199")
    };
    let exchanged = codes(small()).replacen("[\"K/101/0045\"", "[\"K/110/0045\"", 1);
    says(
        &exchanged,
        "group one, unit K/110/0045 (line 27, column 58): there is no unit “K/110/0045” in this catalogue. Did you mean K/101/0045?",
        "Correct the code",
    );
    let group = |name: &str| with(rule, &format!("\"group\": \"{name}\", {rule}"));
    says(
        &group("D"),
        "there is no group “D” in this qualification.",
        "Name a group that is described: one.",
    );
    says(&group("One"), "Did you mean one?", "described");
    let pathways = |name: &str| {
        with(
            rule,
            &format!("\"when\": {{\"pathways\": [\"{name}\"]}}, {rule}"),
        )
        .replacen(
            "\"purpose\"",
            "\"pathways\": [{\"id\": \"garden\", \"title\": \"Gardens\"}], \"purpose\"",
            1,
        )
    };
    says(
        &pathways("gardens"),
        "there is no pathway “gardens” in this qualification. Did you mean garden?",
        "described",
    );
    says(&pathways("x"), "no pathway “x”", "garden");
}

#[test]
fn what_is_wanted_in_place_of_something_else_is_shown() {
    let rule = "\"kind\": \"amount\", \"measure\": \"credits\", \"at_least\": 6";
    for (written, otherwise, what, remedy) in [
        (
            "\"credit_value\": {\"at_least\": 6, \"at_most\": 12}",
            "\"credit_value\": 46",
            "object with keys, not 46",
            "{\"exactly\": 12} or {\"at_least\": 6, \"at_most\": 12}",
        ),
        (
            "\"purpose\"",
            "\"pathways\": [\"Generic\"], \"purpose\"",
            "not \"Generic\"",
            "{\"id\": \"…\", \"title\": \"…\"}",
        ),
        (
            rule,
            "\"kind\": \"choice\", \"group\": \"one\", \"at_least\": 2",
            "does not take a group by itself",
            "options",
        ),
        (
            rule,
            "\"kind\": \"amount\", \"measure\": \"credits\"",
            "one of these is needed: exactly, at_least, more_than, at_most",
            "the document gives",
        ),
        (
            rule,
            "\"kind\": \"registration\", \"unit\": \"A-1\"",
            "one of these is needed: open_from or closed_from",
            "the document gives",
        ),
        (
            rule,
            "\"kind\": \"mandatory\"",
            "one of these is needed: units or group.",
            "the document gives",
        ),
        (
            rule,
            "\"kind\": \"bars\", \"unit\": \"A-1\"",
            "one of these is needed: units or group.",
            "the document gives",
        ),
        (
            "\"units\": [\"A-1\", \"A-2\"]",
            "\"$comment\": \"None.\"",
            "one of these is needed: units or groups.",
            "the document gives",
        ),
        (
            rule,
            "\"kind\": \"registration\", \"unit\": \"A-1\", \"closedfrom\": \"2024-01-01\"",
            "Did you mean closed_from?",
            "Write closed_from",
        ),
        (
            "\"id\": \"one\"",
            "\"id\": \"Core; units\"",
            "marks such as - . / ( ) &, not \"Core; units\"",
            "\"Core-units\"",
        ),
        (
            "\"operational_start\": \"2020-01-01\"",
            "\"operational_start\": \"01/09/2013\"",
            "YYYY-MM-DD, not \"01/09/2013\"",
            "year first",
        ),
        (
            "\"format\": 1",
            "\"format\": 7",
            "this should be 1, not 7",
            "another version",
        ),
        (
            "\"id\": \"overall-credits\"",
            "\"id\": \"overall-credits\", \"colour\": 1",
            "“colour” is no key that is known here.",
            "note, when, group",
        ),
    ] {
        says(&with(written, otherwise), what, remedy);
    }
    says(
        &with("\"units\": [\"A-1\", \"A-2\"]", "\"units\": \"A-1\""),
        "units (line 27, column 57): this should be a list, not \"A-1\".",
        "[\"A-1\"]",
    );
    says(
        "{\"name\": \"something else\"}",
        "format (line 1, column 1): format is missing.",
        "another file",
    );
    says("[{}]", "not a list", "{\"format\": 1, ");
}

#[test]
fn rules_that_nobody_can_meet_are_told_with_what_can_be_had() {
    let said = |text: &str| {
        let file = read(text).file.unwrap();
        let one = &file.qualifications[0];
        let context = Context::on(Date::new(2026, 11, 22).unwrap());
        unmet(one, &assess(one, &Plan::new(one.id.clone()), &context))
    };
    assert_eq!(said(&small()), None);
    let rule = "\"measure\": \"credits\", \"at_least\": 6";
    let told = said(&with(rule, "\"measure\": \"credits\", \"at_least\": 120")).unwrap();
    assert!(told.starts_with("Small Award: "), "{told}");
    assert!(told.contains("At least 120 credits"), "{told}");
    assert!(told.contains("6 credits at most"), "{told}");
    let and = format!(
        "{rule}, \"heading\": \"Rules\"}}, {{\"id\": \"few\", \"kind\": \"amount\", \"measure\": \"credits\", \"at_most\": 5"
    );
    let told = said(&with(rule, &and)).unwrap();
    assert!(told.contains("At least 6 credits"), "{told}");
    assert!(told.contains("At most 5 credits"), "{told}");
}

/// Sentences in which so many words in a row are the same say the same.
fn repeats(one: &str, other: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    let (one, other) = (words(one), words(other));
    one.windows(5)
        .any(|run| other.windows(5).any(|other| run == other))
}

#[test]
fn a_problem_and_its_remedy_do_not_say_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogues/broken");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        for one in read(&fs::read_to_string(&path).unwrap()).problems {
            let (what, remedy) = (problem(&one), hint(&one));
            assert!(
                !repeats(&what, &remedy),
                "{}: {what} {remedy}",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

/// A place is true where what is said to stand there does.
fn assert_placed(text: &str, problems: &[Problem]) {
    for one in problems {
        let Some(place) = &one.place else {
            assert!(matches!(one.reason, Reason::TextTooLong { .. }), "{one:?}");
            continue;
        };
        let line = text.split('\n').nth(place.line - 1);
        let line = line.unwrap_or_else(|| panic!("{one:?} is in no line"));
        let there: String = line.chars().skip(place.column - 1).collect();
        let found = place.found.split(['\n', '…']).next().unwrap();
        let names_key = matches!(one.reason, Reason::UnknownKey { .. } | Reason::NotHere(_));
        if names_key {
            assert!(there.starts_with('"'), "{one:?}: {there}");
        } else {
            assert!(there.starts_with(found), "{one:?}: {there}");
        }
    }
}

#[test]
fn every_place_is_where_it_is_said_to_be() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogues/broken");
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert_placed(&text, &read(&text).problems);
    }
    let old = small()
        .replace('\n', "\r")
        .replacen("\"credits\": 2", "\"credits\": 2.5", 1);
    let place = problems(&old)[0].place.clone().unwrap();
    assert_eq!((place.line, place.column), (8, 62));
    let text = "{\"units\": [{\"code\": \"A\",\n  \"credits\": 5}],\n\"a.b\": {\"c\": [7]}}";
    let places = locate(text, &["units[0].credits", "a.b.c[0]", "units[4].code", ""]);
    let found: Vec<_> = places
        .iter()
        .map(|one| (one.line, one.column, one.found.as_str()))
        .collect();
    assert_eq!(
        found,
        [(2, 14, "5"), (3, 15, "7"), (1, 11, ""), (1, 1, "{")]
    );
}

#[test]
fn a_thousand_problems_in_a_long_line_are_placed_at_once() {
    let units: Vec<String> = (0..4_000)
        .map(|unit| {
            format!(
                "{{\"code\": \"U-{unit}\", \"credits\": \"{}\"}}",
                "9".repeat(200)
            )
        })
        .collect();
    let text = small()
        .replacen(
            "\"units\": [\n",
            &format!("\"units\": [{},\n", units.join(",")),
            1,
        )
        .replace('\n', " ");
    let reading = read(&text);
    assert_eq!(reading.problems.len(), 1_000);
    assert_placed(&text, &reading.problems[..1]);
    assert_placed(&text, &reading.problems[999..]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What is parsed is scanned too, and what is not has a cause.
    #[test]
    fn whatever_is_changed_in_a_file_its_problems_have_a_place_and_a_cause(
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(vec![
                "", "\"", ",", ":", "{", "]", "0", "-1.5e3", "\\u00e9", "\\", "\n", "“", "é", "tru", "null", "/*", "\u{a0}", "'",
            ])),
            1..4,
        ),
    ) {
        let mut text = small();
        for (at, instead) in changes {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = places[at.index(places.len())];
            let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
            text.replace_range(at..end, instead);
        }
        let reading = read(&text);
        assert_placed(&text, &reading.problems);
        for one in &reading.problems {
            let unknown = matches!(one.reason, Reason::NotJson { cause: Cause::Unknown, .. });
            prop_assert!(!unknown, "{one:?} in {text}");
            prop_assert!(!problem(one).is_empty() && !hint(one).is_empty());
        }
    }
}
