//! Every form of rule that specifications are known to have: for each a catalogue file and plans
//! worked out by hand, in `tests/forms`. The README beside them says what the keys mean. A failing
//! case prints what went in, what was expected and what came out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use qualification_planner::assess::Context;
use qualification_planner::catalogue::{Catalogue, read};
use qualification_planner::qualification::Date;
use qualification_planner::saved_plans::read_plan;
use qualification_planner::wording;
use serde_json::{Value, json};

#[path = "forms/answer.rs"]
mod answer;
#[path = "cases/keys.rs"]
mod keys;

use keys::{keys, text};

/// Keys of a file, of a case in it, and of what is expected; those after the `|` may be missing.
const FILE: &str = "form source today cases |";
const CASE: &str = "name why plan expected | today";
const EXPECTED: &str = "state counted rules uncounted | groups in collision pathway nation \
                        endorsements notices completions count repairs effective";
const STATES: [&str; 3] = ["met", "can-be-met", "cannot-be-met"];
/// The forms are numbered from 0 to this.
const LAST_FORM: usize = 27;

/// One form: the number and name of its files, its catalogue and its cases.
struct Form {
    name: String,
    catalogue: Catalogue,
    cases: Vec<Value>,
}

#[test]
fn every_case_of_every_form_stands_as_worked_out_by_hand() {
    let (mut cases, mut failures) = (0, Vec::new());
    for form in forms() {
        for case in &form.cases {
            cases += 1;
            if let Err(error) = check(&form.catalogue, case) {
                failures.push(format!("{}: {}\n{error}", form.name, case["name"]));
            }
        }
    }
    let failed = failures.len();
    assert!(
        failures.is_empty(),
        "{failed} of {cases} cases failed:\n\n{}",
        failures.join("\n\n")
    );
}

/// Forms whose rules only say which units count side by side, beside what has to be reached: there a
/// further unit can always displace one that stands in the way, so that every plan can be met.
const ONLY_DISPLACING: [usize; 3] = [14, 15, 17];

#[test]
fn every_form_has_a_plan_in_each_state() {
    let forms = forms();
    for number in 0..=LAST_FORM {
        let start = format!("{number:02}-");
        let of_form: Vec<&Form> = forms
            .iter()
            .filter(|form| form.name.starts_with(&start))
            .collect();
        let [form] = of_form.as_slice() else {
            panic!("form {number} has {} files", of_form.len());
        };
        for state in STATES {
            if state == "cannot-be-met" && ONLY_DISPLACING.contains(&number) {
                continue;
            }
            let found = form.cases.iter();
            let mut found = found.filter(|case| case["expected"]["state"] == state);
            assert!(found.next().is_some(), "{}: no plan is {state}", form.name);
        }
        let names = form.cases.iter().map(|case| case["name"].to_string());
        let names: BTreeSet<String> = names.collect();
        assert_eq!(names.len(), form.cases.len(), "{}: a name twice", form.name);
    }
    assert_eq!(forms.len(), LAST_FORM + 1);
}

#[test]
fn a_wrong_answer_is_found_and_shown_with_what_went_in() {
    let form = forms().remove(0);
    let case = form.cases[0].clone();
    assert_eq!(check(&form.catalogue, &case), Ok(()));
    let wrong = [
        ("counted", json!([5, 19, 64])),
        ("state", json!("can-be-met")),
        ("completions", json!([["LM-6"]])),
        ("count", json!("2")),
    ];
    for (key, value) in wrong {
        let mut case = case.clone();
        case["expected"][key] = value.clone();
        let error = check(&form.catalogue, &case).unwrap_err();
        for part in [key, &format!("expected {value}"), "actual", "LM-3"] {
            assert!(error.contains(part), "{part} in\n{error}");
        }
    }
}

#[test]
fn a_key_that_nobody_reads_is_an_error() {
    let form = forms().remove(0);
    let mut case = form.cases[0].clone();
    case["expected"]["contd"] = json!(3);
    let error = check(&form.catalogue, &case).unwrap_err();
    assert!(error.contains("unknown key `contd`"), "{error}");
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms")
}

fn forms() -> Vec<Form> {
    let (mut catalogues, mut cases) = (BTreeSet::new(), BTreeSet::new());
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(form) = name.strip_suffix(".catalogue.json") {
            catalogues.insert(form.to_owned());
        } else if let Some(form) = name.strip_suffix(".cases.json") {
            cases.insert(form.to_owned());
        }
    }
    assert_eq!(catalogues, cases, "catalogues, and files of cases");
    let form = |name: String| form(&name).unwrap_or_else(|error| panic!("{name}: {error}"));
    cases.into_iter().map(form).collect()
}

fn form(name: &str) -> Result<Form, String> {
    let text_of = |kind: &str| {
        let path = folder().join(format!("{name}.{kind}.json"));
        fs::read_to_string(path).map_err(|error| error.to_string())
    };
    let reading = read(&text_of("catalogue")?);
    if !reading.problems.is_empty() {
        let problems: Vec<String> = reading.problems.iter().map(wording::problem).collect();
        return Err(problems.join("\n"));
    }
    let mut catalogue = Catalogue::default();
    catalogue.add(reading.file.ok_or("no file")?);
    let file: Value =
        serde_json::from_str(&text_of("cases")?).map_err(|error| error.to_string())?;
    keys(&file, FILE)?;
    text(&file["form"])?;
    text(&file["source"])?;
    let mut cases = file["cases"].as_array().ok_or("no list of cases")?.clone();
    for case in &mut cases {
        if case.get("today").is_none() {
            case["today"] = file["today"].clone();
        }
    }
    let name = name.to_owned();
    Ok(Form {
        name,
        catalogue,
        cases,
    })
}

fn check(catalogue: &Catalogue, case: &Value) -> Result<(), String> {
    keys(case, CASE)?;
    let expected = &case["expected"];
    keys(expected, EXPECTED)?;
    text(&case["name"])?;
    text(&case["why"])?;
    let plan = read_plan(&case["plan"].to_string()).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(wording::problem).collect();
        problems.join("\n")
    })?;
    let qualification = catalogue
        .qualification(&plan.qualification)
        .ok_or("no such qualification")?;
    let context = Context::on(Date::parse(text(&case["today"])?).ok_or("`today` is no day")?);
    let actual = answer::of(qualification, &plan, context, expected)?;
    let differing: Vec<String> = EXPECTED
        .split_whitespace()
        .filter(|key| expected.get(*key) != actual.get(*key))
        .map(|key| {
            let (wanted, found) = (&expected[key], &actual[key]);
            format!("  {key}\n    expected {wanted}\n    actual   {found}")
        })
        .collect();
    if differing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "  input {} today {}\n  why   {}\n{}",
        case["plan"],
        case["today"],
        case["why"],
        differing.join("\n")
    ))
}
