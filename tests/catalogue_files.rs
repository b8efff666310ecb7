//! Catalogue files, whole and broken, read as the planner reads them. The files are in
//! `tests/catalogues`; `tests/node/catalogue-schema.test.mjs` holds the schema against the same
//! ones.

#[path = "catalogues/any_input.rs"]
mod any_input;
#[path = "catalogues/mangle.rs"]
mod mangle;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use qualification_planner::catalogue::{LONGEST_FILE, Reading, read};
use qualification_planner::wording;
use serde_json::{Map, Value};

fn catalogues() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogues")
}

fn text(path: &str) -> String {
    let path = catalogues().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Names of the JSON files in a folder.
fn files_in(folder: &str) -> BTreeSet<String> {
    fs::read_dir(catalogues().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "json"))
        .collect()
}

/// Path and reason of every problem, in order of the alphabet.
fn problems(reading: &Reading) -> Vec<(String, String)> {
    let mut problems: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| (problem.path.clone(), problem.reason.name().to_owned()))
        .collect();
    problems.sort_unstable();
    problems
}

/// Names of the qualifications that were kept; `None` where the whole file was left out.
fn kept(reading: &Reading) -> Option<Vec<String>> {
    let file = reading.file.as_ref()?;
    let ids = file.qualifications.iter().map(|kept| kept.id.to_string());
    Some(ids.collect())
}

fn assert_whole(name: &str, text: &str) {
    let reading = read(text);
    let sentences: Vec<String> = reading.problems.iter().map(wording::problem).collect();
    assert!(
        sentences.is_empty(),
        "{name} has problems:\n{}",
        sentences.join("\n")
    );
    assert!(reading.file.is_some(), "{name}");
    assert_eq!(reading.left_out, 0, "{name}");
}

#[test]
fn every_broken_file_has_the_problems_that_are_expected_and_no_others() {
    let expected: Map<String, Value> = serde_json::from_str(&text("broken/expected.json")).unwrap();
    let mut named: BTreeSet<String> = expected.keys().cloned().collect();
    named.insert("expected.json".to_owned());
    assert_eq!(
        named,
        files_in("broken"),
        "files named in expected.json, and files there"
    );

    let mut failures = Vec::new();
    for (file, expected) in &expected {
        let reading = read(&text(&format!("broken/{file}")));
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        let mut wanted: Vec<_> = expected["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|problem| (word(&problem["path"]), word(&problem["reason"])))
            .collect();
        wanted.sort_unstable();
        let wanted_kept = expected["kept"]
            .as_array()
            .map(|ids| ids.iter().map(word).collect::<Vec<_>>());
        if problems(&reading) != wanted || kept(&reading) != wanted_kept {
            failures.push(format!(
                "{file}\n  expected {wanted:?}, kept {wanted_kept:?}\n  actual   {:?}, kept {:?}",
                problems(&reading),
                kept(&reading)
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_whole_file_is_read_without_a_problem() {
    assert_whole("small.json", &text("small.json"));
    let files = files_in("whole");
    assert!(files.len() >= 2);
    for file in files {
        assert_whole(&file, &text(&format!("whole/{file}")));
    }
}

/// The fenced JSON blocks of the page on the format.
fn examples() -> Vec<&'static str> {
    let page = include_str!("../docs/catalogue-format.md");
    let blocks = page.split("```json\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap())
        .collect()
}

#[test]
fn the_examples_in_the_documentation_are_whole_and_the_small_ones_are_parts_of_them() {
    fn holds(tree: &Value, part: &Value) -> bool {
        let below = match tree {
            Value::Array(items) => items.iter().any(|item| holds(item, part)),
            Value::Object(members) => members.values().any(|member| holds(member, part)),
            _ => false,
        };
        tree == part || below
    }
    let examples = examples();
    let parsed = examples
        .iter()
        .map(|one| serde_json::from_str(one).unwrap());
    let (whole, parts): (Vec<Value>, Vec<Value>) =
        parsed.partition(|one: &Value| one.get("format").is_some());
    assert_eq!(whole.len(), 2);
    for one in &whole {
        assert_whole("docs/catalogue-format.md", &one.to_string());
    }
    for part in &parts {
        let is_there = whole.iter().any(|one| holds(one, part));
        assert!(is_there, "not in an example: {part}");
    }
    for kind in [
        "amount",
        "share",
        "mandatory",
        "choice",
        "barred",
        "bars",
        "same-content",
        "needs",
        "registration",
        "condition",
    ] {
        let shown = format!("\"kind\": \"{kind}\"");
        assert!(
            examples[1..].iter().any(|part| part.contains(&shown)),
            "no example of {kind}"
        );
    }
}

#[test]
fn a_form_of_rule_is_called_as_in_its_file() {
    fn kinds(tree: &Value, found: &mut Vec<(String, String)>) {
        if let (Some(id), Some(kind)) = (tree["id"].as_str(), tree["kind"].as_str()) {
            found.push((id.to_owned(), kind.to_owned()));
        }
        match tree {
            Value::Array(items) => items.iter().for_each(|item| kinds(item, found)),
            Value::Object(members) => members.values().for_each(|member| kinds(member, found)),
            _ => {}
        }
    }
    let text = text("whole/every-key.json");
    let mut written = Vec::new();
    kinds(&serde_json::from_str(&text).unwrap(), &mut written);
    let file = read(&text).file.unwrap();
    let rules = file.qualifications.iter().flat_map(|one| one.rules.iter());
    let mut read: Vec<(String, String)> = rules
        .map(|rule| (rule.id.to_string(), rule.form.kind().to_owned()))
        .collect();
    // The sizes of a suite share rules.
    for names in [&mut written, &mut read] {
        names.sort_unstable();
        names.dedup();
    }
    assert_eq!(read, written);
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    assert_whole("small.json", &format!("\u{feff}{}", text("small.json")));
}

#[test]
fn a_file_may_be_two_mebibytes_long_and_no_longer() {
    let mut text = text("small.json");
    text.push_str(&" ".repeat(LONGEST_FILE - text.len()));
    assert_eq!(text.len(), 2_097_152);
    assert_whole("small.json", &text);
    text.push(' ');
    assert_eq!(
        problems(&read(&text)),
        [(String::new(), "text-too-long".to_owned())]
    );
}

/// It took minutes once, because each key was compared with every other.
#[test]
fn a_text_of_a_hundred_thousand_keys_is_read_at_once() {
    let keys: Vec<String> = (0..150_000).map(|key| format!("\"{key}\":0")).collect();
    let reading = read(&format!("{{{}}}", keys.join(",")));
    assert_eq!(
        problems(&reading),
        [("format".to_owned(), "missing-key".to_owned())]
    );
}

/// The JSON pointer of a path as problems give it.
fn pointer(path: &str) -> String {
    format!("/{}", path.replace(['.', '['], "/").replace(']', ""))
}

/// Item number `number` made from a pattern with `{n}` in its texts.
fn item(pattern: &Value, number: usize) -> Value {
    serde_json::from_str(&pattern.to_string().replace("{n}", &number.to_string())).unwrap()
}

#[test]
fn every_limit_is_where_the_table_says() {
    let base: Value = serde_json::from_str(&text("whole/every-key.json")).unwrap();
    let limits: Vec<Value> = serde_json::from_str(&text("limits.json")).unwrap();
    for limit in &limits {
        let path = limit["path"].as_str().unwrap();
        let with = |value: Value| {
            let mut file = base.clone();
            let place = file.pointer_mut(&pointer(path));
            *place.unwrap_or_else(|| panic!("no {path} in every-key.json")) = value;
            read(&file.to_string())
        };
        let accepted = |value: Value| assert_eq!(problems(&with(value)), [], "{limit}");
        let refused = |value: Value, reason: &str| {
            let expected = [(path.to_owned(), reason.to_owned())];
            assert_eq!(problems(&with(value)), expected, "{limit}");
        };
        let number = |key: &str| limit[key].as_u64();
        if let Some(most) = number("text").or(number("name")) {
            // A character of four bytes shows that characters are counted and not bytes.
            let letter = if number("text").is_some() {
                "🎓"
            } else {
                "x"
            };
            let most = usize::try_from(most).unwrap();
            accepted(letter.repeat(most).into());
            refused(letter.repeat(most + 1).into(), "wrong-length");
        } else if let Some(pattern) = limit.get("item") {
            let mut list = base
                .pointer(&pointer(path))
                .unwrap()
                .as_array()
                .unwrap()
                .clone();
            let most = usize::try_from(number("most").unwrap()).unwrap();
            list.extend((list.len()..most).map(|index| item(pattern, index)));
            accepted(list.clone().into());
            list.push(item(pattern, most));
            refused(list.into(), "wrong-length");
        } else {
            let (least, most) = (number("least").unwrap(), number("most").unwrap());
            accepted(least.into());
            accepted(most.into());
            refused((most + 1).into(), "out-of-range");
            match least.checked_sub(1) {
                Some(below) => refused(below.into(), "out-of-range"),
                None => refused((-1).into(), "wrong-type"),
            }
        }
    }
}
