//! Plans and where they stand, as cases in files: `tests/cases/*.json`. Every number in them was
//! worked out by hand from the documents; `why` shows how, and the README beside them says what
//! the keys mean. A failing case prints what went in, what was expected and what came out.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use qualification_planner::assess::{Context, assess};
use qualification_planner::catalogue::Catalogue;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, QualificationId, UnitCode};

#[path = "cases/answer.rs"]
mod answer;
#[path = "cases/keys.rs"]
mod keys;

use keys::{keys, text};

/// Keys of a file, of a case in it, and of what is expected; those after the `|` may be missing.
const FILE: &str = "qualification document today cases |";
const CASE: &str = "name heading why registered units expected | today achieved";
const EXPECTED: &str = "state picked counted groups rules uncounted overall_hours \
                        study_hours notices |";
const RULE: &str = "state | counted short over missing closed";

#[test]
fn every_case_stands_as_its_document_says() {
    let catalogue = Catalogue::shipped();
    let (mut cases, mut failures) = (0, Vec::new());
    for (file, text) in files() {
        let parsed = serde_json::from_str(&text).map_err(|error| error.to_string());
        let file_cases = parsed.and_then(|value| cases_of(&value));
        let Ok(file_cases) = file_cases.map_err(|error| failures.push(format!("{file}: {error}")))
        else {
            continue;
        };
        for case in file_cases {
            cases += 1;
            if let Err(error) = check(&catalogue, &case) {
                failures.push(format!("{file}: {}\n{error}", case["name"]));
            }
        }
    }
    assert!(cases >= 60, "only {cases} cases were read");
    let failed = failures.len();
    assert!(
        failures.is_empty(),
        "{failed} of {cases} cases failed:\n\n{}",
        failures.join("\n\n")
    );
}

#[test]
fn a_wrong_number_is_found_and_shown_with_what_went_in() {
    let catalogue = Catalogue::shipped();
    let (_, text) = files().remove(0);
    let mut case = cases_of(&serde_json::from_str(&text).unwrap())
        .unwrap()
        .remove(0);
    assert_eq!(check(&catalogue, &case), Ok(()));
    case["expected"]["overall_hours"] = json!(31);
    let error = check(&catalogue, &case).unwrap_err();
    for part in ["overall_hours", "expected 31", "actual   30", "8607-530"] {
        assert!(error.contains(part), "{part} in\n{error}");
    }
}

#[test]
fn a_key_that_nobody_reads_is_an_error() {
    let value = json!({"state": "met", "contd": 3});
    let error = keys(&value, RULE).unwrap_err();
    assert!(error.contains("unknown key `contd`"), "{error}");
    let error = keys(&json!({"counted": 3}), RULE).unwrap_err();
    assert!(error.contains("missing key `state`"), "{error}");
}

/// Name and text of every file of cases.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// The cases of a file, each with the qualification and the day that the file gives for all.
fn cases_of(file: &Value) -> Result<Vec<Value>, String> {
    keys(file, FILE)?;
    let cases = file["cases"].as_array().ok_or("`cases` is no list")?;
    cases
        .iter()
        .map(|case| {
            keys(case, CASE).map_err(|error| format!("{}: {error}", case["name"]))?;
            let mut case = case.clone();
            case["qualification"] = file["qualification"].clone();
            if case.get("today").is_none() {
                case["today"] = file["today"].clone();
            }
            Ok(case)
        })
        .collect()
}

fn check(catalogue: &Catalogue, case: &Value) -> Result<(), String> {
    keys(&case["expected"], EXPECTED)?;
    for (rule, expected) in case["expected"]["rules"].as_object().ok_or("no rules")? {
        keys(expected, RULE).map_err(|error| format!("{rule}: {error}"))?;
    }
    let id = QualificationId::new(text(&case["qualification"])?).ok_or("no name")?;
    let qualification = catalogue
        .qualification(&id)
        .ok_or("no such qualification")?;
    let plan = plan(id, case)?;
    let context = Context::on(Date::parse(text(&case["today"])?).ok_or("`today` is no day")?);
    let actual = answer::of(&assess(qualification, &plan, &context));
    let expected = answer::filled(&case["expected"]);
    if actual == expected {
        return Ok(());
    }
    let differing: Vec<String> = EXPECTED
        .split_whitespace()
        .filter(|key| actual.get(*key) != expected.get(*key))
        .map(|key| {
            let (wanted, found) = (&expected[key], &actual[key]);
            format!("  {key}\n    expected {wanted}\n    actual   {found}")
        })
        .collect();
    Err(format!(
        "  input {} registered {} today {} achieved {}\n  why   {}\n{}",
        case["units"],
        case["registered"],
        case["today"],
        case.get("achieved").unwrap_or(&json!([])),
        case["why"],
        differing.join("\n")
    ))
}

fn plan(id: QualificationId, case: &Value) -> Result<Plan, String> {
    let registered = match &case["registered"] {
        Value::Null => None,
        day => Some(Date::parse(text(day)?).ok_or("`registered` is no day")?),
    };
    let plan = Plan::new(id)
        .after(Action::Register(registered))
        .after(Action::PickAll(codes(&case["units"])?));
    match case.get("achieved") {
        None => Ok(plan),
        Some(achieved) => Ok(codes(achieved)?
            .into_iter()
            .fold(plan, |plan, code| plan.after(Action::Achieve(code, true)))),
    }
}

fn codes(list: &Value) -> Result<Vec<UnitCode>, String> {
    let list = list.as_array().ok_or("no list of units")?;
    list.iter()
        .map(|code| UnitCode::new(text(code)?).ok_or_else(|| format!("{code} is no code")))
        .collect()
}
