//! What lint says of catalogue files, asked as a script would. The files with something to find are
//! in `tests/catalogues/lint`, with what has to be found of each in `expected.json`: that and
//! nothing else.

#![cfg(feature = "cli")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value};

fn lint(args: &[&str]) -> (Vec<Value>, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
        .arg("lint")
        .args(args)
        .args(["--json", "--today", "2026-11-22"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let value: Vec<Value> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{args:?}: {error}: {text}"));
    (value, output.status.code().unwrap())
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap().to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The JSON files of a folder, by their paths.
fn files_in(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let is_json = |name: &String| Path::new(name).extension().is_some_and(|end| end == "json");
    let mut paths: Vec<String> = names
        .filter(is_json)
        .map(|name| format!("{folder}/{name}"))
        .collect();
    paths.sort();
    paths
}

fn expected() -> Map<String, Value> {
    serde_json::from_str(&read("tests/catalogues/lint/expected.json")).unwrap()
}

/// Every kind that the schema of the answers knows.
fn kinds() -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(&read("docs/answers.schema.json")).unwrap();
    let kinds = schema["$defs"]["lint_finding"]["properties"]["kind"]["enum"].as_array();
    let kinds = kinds.unwrap().iter();
    kinds
        .map(|kind| kind.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_file_has_the_findings_that_are_expected_and_no_others() {
    let expected = expected();
    let named: Vec<String> = expected.keys().cloned().collect();
    let there = files_in("tests/catalogues/lint").into_iter();
    let there: Vec<String> = there
        .map(|path| path.rsplit('/').next().unwrap().to_owned())
        .filter(|name| name != "expected.json")
        .collect();
    assert_eq!(
        named, there,
        "files named in expected.json, and files there"
    );
    let mut failures = Vec::new();
    for (file, wanted) in &expected {
        let (found, code) = lint(&[&format!("tests/catalogues/lint/{file}")]);
        let wanted = wanted.as_array().unwrap();
        let fits = |(found, wanted): (&Value, &Value)| {
            ["kind", "severity", "path"]
                .iter()
                .all(|key| found[key] == wanted[key])
                && text(found, "message").contains(&text(wanted, "says"))
        };
        let errors = wanted.iter().any(|one| one["severity"] == "error");
        let all = found.len() == wanted.len() && found.iter().zip(wanted).all(fits);
        if !all || code != i32::from(errors) {
            failures.push(format!("{file}\n  wanted {wanted:?}\n  found {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_kind_of_finding_has_a_file_and_a_row_in_the_documentation() {
    let mut shown: BTreeMap<String, String> = BTreeMap::new();
    for wanted in expected().values().flat_map(|all| all.as_array().unwrap()) {
        shown.insert(text(wanted, "kind"), text(wanted, "severity"));
    }
    // It depends on --limit and not on the file.
    shown.insert("not-searched".to_owned(), "warning".to_owned());
    // They depend on how it was saved: see tests/cli_files.rs.
    shown.insert("unreadable".to_owned(), "error".to_owned());
    shown.insert("encoding".to_owned(), "warning".to_owned());
    assert_eq!(shown.keys().cloned().collect::<BTreeSet<_>>(), kinds());
    let page = read("docs/catalogue-format.md");
    for (kind, severity) in &shown {
        let row = format!("| `{kind}` | {severity} | ");
        assert_eq!(page.matches(&row).count(), 1, "{row}");
    }
    let (_, table) = page.split_once("| kind | severity |").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    assert_eq!(table.matches("\n| `").count(), shown.len());
}

#[test]
fn every_kind_of_finding_has_a_hint_of_its_own() {
    let files = files_in("tests/catalogues/lint");
    let paths: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut kinds_by_hint: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in lint(&paths).0 {
        let kinds = kinds_by_hint.entry(text(&finding, "hint")).or_default();
        kinds.insert(text(&finding, "kind"));
    }
    kinds_by_hint.retain(|_, kinds| kinds.len() > 1);
    assert!(kinds_by_hint.is_empty(), "{kinds_by_hint:?}");
}

#[test]
fn the_true_cause_is_said_where_a_rule_finds_too_little() {
    for (file, cause) in [
        (
            "unreachable-at-an-entry-level",
            "they are at Entry 3 and Level 4. Did you mean Entry 3?",
        ),
        (
            "unreachable-without-figures",
            "units are given none, so that it adds nothing: L-3 and L-4. Did you mean guided_learning_hours?",
        ),
        (
            "unusable-unit-above-a-limit",
            "L-3 alone has 6 credits, which is above “high”",
        ),
    ] {
        let (found, _) = lint(&[&format!("tests/catalogues/lint/{file}.json")]);
        assert!(text(&found[0], "hint").contains(cause), "{found:?}");
    }
}

#[test]
fn whole_catalogues_have_no_errors_and_no_warnings_but_those_that_are_known() {
    let mut files = files_in("src/catalogue/data");
    files.extend(files_in("tests/catalogues/whole"));
    let page = read("docs/catalogue-format.md");
    let example = page.split("```json\n").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let path = std::env::temp_dir().join(format!("lint-example-{}.json", std::process::id()));
    fs::write(&path, example).unwrap();
    files.push(path.to_str().unwrap().to_owned());
    let paths: Vec<&str> = files.iter().map(String::as_str).collect();
    let (found, code) = lint(&paths);
    fs::remove_file(&path).unwrap();
    let told: Vec<String> = found
        .iter()
        .map(|one| {
            format!(
                "{} {} {}",
                text(one, "kind"),
                text(one, "file"),
                text(one, "path")
            )
        })
        .collect();
    let every_key = "tests/catalogues/whole/every-key.json";
    let levels = "tests/catalogues/whole/levels-and-shares.json";
    let codes = "tests/catalogues/whole/levels-sizes-and-codes.json";
    let known = [
        // The unit on which the limits of units are tried: no group names it, so that its problems
        // are the only ones.
        format!("unused-unit {every_key} units[3]"),
        // A group may be empty: this one is.
        format!("empty-group {every_key} qualifications[0].groups[1].units"),
        // Genes leaves room for units of 15 credits beside it, where 18 are missing.
        format!("unusable-unit {levels} qualifications[0].groups[0].units[3]"),
        // One of several bodies: what its units are kept for, and which of them has no level, is to be read.
        format!("unknown-size {codes} units[5].sizes[1]"),
        format!("missing-level {codes} qualifications[0].rules[1].of.level_from"),
        format!("missing-level {codes} qualifications[0].rules[2].of.level_from"),
    ];
    assert_eq!((told, code), (known.to_vec(), 0));
}

#[test]
fn a_search_that_stops_says_so_and_tells_nothing_that_is_not_certain() {
    for limit in ["0", "1", "10", "100", "1000"] {
        let (found, code) = lint(&["src/catalogue/data/8607.json", "--limit", limit]);
        let kinds: BTreeSet<String> = found.iter().map(|one| text(one, "kind")).collect();
        assert!(
            kinds.is_subset(&BTreeSet::from(["not-searched".to_owned()])),
            "{limit}: {found:?}"
        );
        assert_eq!(code, 0, "a warning is no error");
        assert!(!found.is_empty() || limit == "1000", "{limit}");
    }
}

#[test]
fn several_faults_are_told_in_one_run() {
    let base = read("tests/catalogues/lint/unreachable.json");
    let mut value: Value = serde_json::from_str(&base).unwrap();
    let rules = value["qualifications"][0]["rules"].as_array_mut().unwrap();
    for text in [
        r#"{"id": "two", "kind": "amount", "measure": "units", "group": "two", "at_least": 3, "heading": "Rules"}"#,
        r#"{"id": "all", "kind": "mandatory", "units": ["L-1", "L-3"], "heading": "Rules"}"#,
        r#"{"id": "bar", "kind": "barred", "units": ["L-1", "L-3"], "heading": "Rules"}"#,
    ] {
        rules.push(serde_json::from_str(text).unwrap());
    }
    let path = std::env::temp_dir().join(format!("lint-several-{}.json", std::process::id()));
    fs::write(&path, value.to_string()).unwrap();
    let (found, _) = lint(&[path.to_str().unwrap()]);
    fs::remove_file(&path).unwrap();
    let told: Vec<(String, String)> = found
        .iter()
        .map(|one| (text(one, "kind"), text(one, "path")))
        .collect();
    let at = |kind: &str, rest: &str| (kind.to_owned(), format!("qualifications[0].{rest}"));
    assert_eq!(
        told,
        [
            at("unreachable", "rules[1].at_least"),
            at("unreachable", "rules[2].at_least"),
            at("mandatory-barred", "rules[4]"),
        ]
    );
}

#[test]
fn a_finding_names_its_place_as_people_do_and_the_word_that_was_meant() {
    let base = read("tests/catalogues/lint/unknown-tag.json");
    let written = base.replacen(
        "\"guided_learning_hours\"",
        "\"tags\": [\"graded-unit\"], \"guided_learning_hours\"",
        1,
    );
    let path = std::env::temp_dir().join(format!("lint-places-{}.json", std::process::id()));
    fs::write(&path, &written).unwrap();
    let (found, _) = lint(&[path.to_str().unwrap()]);
    let output = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
        .args(["lint", path.to_str().unwrap(), "--today", "2026-11-22"])
        .output()
        .unwrap();
    fs::remove_file(&path).unwrap();
    let line = written.lines().position(|line| line.contains("\"graded\""));
    let line = line.unwrap() + 1;
    assert_eq!(found[0]["line"], line);
    assert_eq!(found[0]["unit"], Value::Null);
    let place = text(&found[0], "place");
    assert!(place.ends_with("rule graded, of, tag"), "{place}");
    let message = text(&found[0], "message");
    assert!(message.contains("Did you mean graded-unit?"), "{message}");
    let told = String::from_utf8(output.stdout).unwrap();
    let there = format!("{place} (line {line}, column ");
    assert!(told.contains(&there), "{told}");

    let (found, _) = lint(&["tests/catalogues/lint/unused-unit.json"]);
    assert!(found[0]["unit"].is_string(), "{found:?}");
    assert_eq!(
        text(&found[0], "place"),
        format!("unit {}", found[0]["unit"].as_str().unwrap())
    );
}
