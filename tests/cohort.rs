//! Cohorts as people keep them: no learner is lost, and none is judged while something about them is
//! passed over in silence.

#![cfg(feature = "cli")]

#[path = "cli_support/mod.rs"]
mod support;

use serde_json::Value;
use support::{run_with, text_of};

/// The answer to a cohort: rows without the head, standard error, status.
fn batch_with(args: &[&str], input: &str) -> (Vec<Vec<String>>, String, i32) {
    let output = run_with(&[&["batch", "-"], args].concat(), input);
    let text = text_of(&output.stdout);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    let rows = rows
        .map(|row| row.iter().map(str::to_owned).collect())
        .collect();
    (rows, text_of(&output.stderr), output.status.code().unwrap())
}

fn batch(input: &str) -> Vec<Vec<String>> {
    batch_with(&[], input).0
}

/// Learner, state and credits of each row.
fn told(rows: &[Vec<String>]) -> Vec<(&str, &str, &str)> {
    let rows = rows.iter();
    rows.map(|row| (&*row[0], &*row[2], &*row[3])).collect()
}

/// What stands in the way of an answer, line by line.
fn refusal(args: &[&str], input: &str) -> String {
    let (rows, stderr, code) = batch_with(args, input);
    assert_eq!((rows.len(), code), (0, 2), "{stderr}");
    stderr
}

const FOUR: [(&str, &str, &str); 4] = [
    ("Ana", "met", "6"),
    ("Bob", "can-be-met", "3"),
    ("Cy", "can-be-met", "4"),
    ("Di", "met", "6"),
];

#[test]
fn lines_that_end_in_several_ways_are_all_rows() {
    let text = "learner,qualification,registered,units\r\n\
                Ana,8607-award,2021-09-01,501 502\rBob,8607-award,2021-09-01,501\rCy,8607-award,2021-09-01,503\n\
                Di,8607-award,2021-09-01,501 502\r\n";
    let (rows, stderr, code) = batch_with(&[], text);
    assert_eq!(told(&rows), FOUR);
    assert!(
        stderr.contains("4 rows: 2 met, 2 not met, 0 errors"),
        "{stderr}"
    );
    assert_eq!(code, 1);
    for ends in ["\r", "\n", "\r\n", "\n\r\n"] {
        let text = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\n', ends);
        assert_eq!(told(&batch(&text)), FOUR, "{ends:?}");
    }
}

#[test]
fn separators_and_blank_rows_are_read_as_spreadsheets_write_them() {
    let met = [("Ana", "met", "6")];
    for text in [
        "sep=;\r\nlearner;qualification;registered;units\r\nAna;8607-award;2021-09-01;501, 502\r\n",
        "learner\tqualification\tregistered\tunits\r\nAna\t8607-award\t2021-09-01\t501, 502\r\n",
        "\u{feff}sep=,\r\nlearner,qualification,registered,units\r\nAna,8607-award,2021-09-01,501 502\r\n",
        "learner,qualification,registered,units\r\nAna,8607-award,2021-09-01,501 502\r\n,,,\r\n , ,,\r\n\r\n",
        ",,,\r\n\r\nlearner,qualification,registered,units\r\n,,,\r\nAna,8607-award,2021-09-01,501 502",
    ] {
        let (rows, stderr, code) = batch_with(&[], text);
        assert_eq!((told(&rows), code), (met.to_vec(), 0), "{text:?}");
        assert!(
            stderr.contains("1 row: 1 met, 0 not met, 0 errors"),
            "{stderr}"
        );
    }
    let head = "learner;qualification;registered;units;\"notes, private\"\r\n";
    let (rows, stderr, _) = batch_with(
        &[],
        &format!("{head}Ana;8607-award;2021-09-01;501 502;late, twice\r\n"),
    );
    assert_eq!(told(&rows), met);
    assert!(stderr.contains("“notes, private”"), "{stderr}");
    assert!(
        rows[0][5].contains("notes, private: late, twice."),
        "{}",
        rows[0][5]
    );
}

#[test]
fn what_is_in_progress_and_brings_no_credit_is_read_and_what_is_achieved_is_counted() {
    let rows = batch(
        "Learner,Qualification,Registered,Units,Achieved,In progress,Earned,Without credit\n\
         Ana,8607-award,2021-09-01,501 502,501,502,,\n\
         Ben,8607-award,2021-09-01,501 502,501,,501=rpl,501\n\
         Cy,8607-award,2021-09-01,501 502,,503,,\n",
    );
    assert_eq!(
        told(&rows),
        [
            ("Ana", "met", "6"),
            ("Ben", "can-be-met", "3"),
            ("Cy", "error", "")
        ]
    );
    let achieved: Vec<&str> = rows.iter().map(|row| row[6].as_str()).collect();
    assert_eq!(achieved, ["3", "0", ""]);
    assert!(rows[2][5].contains("8607-503"), "{}", rows[2][5]);
    let marked = batch(
        "learner,qualification,registered,501,502\n\
         Ana,8607-award,2021-09-01,achieved,in progress\n",
    );
    assert_eq!(marked[0][6], "3");
}

#[test]
fn what_was_achieved_before_and_how_it_is_earned_is_judged() {
    let rows = batch(
        "Learner,Qualification,Registered,Units,Achieved,Earned\n\
         Ana,8607-award,2021-09-01,501 530,530,\n\
         Ben,8607-award,2021-09-01,501 530,,\n\
         Cy,8607-award,2021-09-01,501 502,503,\n\
         Di,8607-award,2021-09-01,501 502,,501=transfer 502=rpl\n\
         Eve,8607-award,2021-09-01,501 502,,501=gift\n\
         Fay,8607-award,2021-09-01,501 502,,503: transfer\n",
    );
    assert_eq!(
        told(&rows),
        [
            ("Ana", "met", "8"),
            ("Ben", "can-be-met", "3"),
            ("Cy", "met", "6"),
            ("Di", "met", "6"),
            ("Eve", "error", ""),
            ("Fay", "error", ""),
        ]
    );
    assert!(
        rows[2][5].contains("8607-503 is said to be achieved"),
        "{}",
        rows[2][5]
    );
    assert!(
        rows[4][5].contains("“gift” is no way of earning"),
        "{}",
        rows[4][5]
    );
    assert!(rows[5][5].contains("8607-503"), "{}", rows[5][5]);
}

#[test]
fn a_row_may_be_a_unit_and_a_plan_is_not_judged_without_one_of_its_rows() {
    let head = "learner;unit;qualification;registered;achieved\n";
    let (rows, stderr, code) = batch_with(
        &[],
        &format!(
            "{head}Ana;501;8607-award;01/09/2021;\n\
             Ben;8607-501 Managing Improvement;8607-award;01/09/2021;no\n\
             Ana;530;8607-award;;yes\n\
             Cy;;8607-award;2021-09-01;\n\
             Ben;502;8607-award;;\n"
        ),
    );
    assert_eq!(
        told(&rows),
        [
            ("Ana", "met", "8"),
            ("Ben", "met", "6"),
            ("Cy", "can-be-met", "0")
        ]
    );
    assert_eq!(code, 1);
    assert!(stderr.contains("one row a unit"), "{stderr}");
    assert!(
        stderr.contains("5 rows, 3 plans: 2 met, 1 not met, 0 errors"),
        "{stderr}"
    );

    // Whatever cannot be read of a plan, it is not judged without that.
    for bad in [
        "Ana;502;8607-award;31/02/2021;",
        "Ana;502;8607-award;2020-01-01;",
        "Ana;502;8607-awrd;;",
        "Ana;502;8607-award;;maybe",
        "Ana;501;8607-award;;yes",
        "\"Ana\"x;502;8607-award;;",
        "Ana;502;8607-award",
        ";502;8607-award;;",
    ] {
        let rows = batch(&format!(
            "{head}Ben;501;8607-award;2021-09-01;\nBen;502;8607-award;;\nAna;501;8607-award;2021-09-01;\n{bad}\n"
        ));
        assert_eq!(rows[0][2], "met", "{bad}");
        let named_otherwise = bad.starts_with('"');
        assert!(rows[1][2] == "error" || named_otherwise, "{bad}: {rows:?}");
        assert!(
            rows[1..].iter().any(|row| row[5].contains("ine 5")),
            "{bad}: {rows:?}"
        );
    }
}

#[test]
fn a_column_may_be_a_unit() {
    let rows = batch(
        "learner,qualification,registered,501,Unit 502,8607-530 Managing customer relations\n\
         Ana,8607-award,2021-09-01,x,YES,\n\
         Ben,8607-award,2021-09-01,1,no,achieved\n\
         Cy,8607-award,2021-09-01,transfer,0,-\n\
         Di,8607-award,2021-09-01,x,perhaps,\n",
    );
    assert_eq!(
        told(&rows),
        [
            ("Ana", "met", "6"),
            ("Ben", "met", "8"),
            ("Cy", "can-be-met", "3"),
            ("Di", "error", "")
        ]
    );
    assert!(
        rows[3][5].contains("“perhaps” under Unit 502"),
        "{}",
        rows[3][5]
    );
}

#[test]
fn days_are_british_or_iso_and_others_are_errors_of_their_row() {
    let (rows, stderr, code) = batch_with(
        &[],
        "learner,qualification,registered,units\n\
         Ana,8607-award,30/06/2020,501 530\n\
         Ben,8607-award,01/07/2020,501 530\n\
         Cy,8607-award,2020-06-30,501 530\n\
         Di,8607-award,06/30/2020,501 530\n\
         Eve,8607-award,30/02/2020,501 530\n\
         Fay,8607-award,30/06/20,501 530\n",
    );
    let states: Vec<&str> = rows.iter().map(|row| &*row[2]).collect();
    assert_eq!(
        states,
        ["met", "can-be-met", "met", "error", "error", "error"]
    );
    assert!(
        rows[3][5].starts_with("Line 5: “06/30/2020” is no day"),
        "{}",
        rows[3][5]
    );
    assert!(stderr.contains("the day before the month"), "{stderr}");
    assert_eq!(code, 2);
}

#[test]
fn columns_that_are_not_known_or_not_there_are_named_all_at_once() {
    let stderr = refusal(
        &[],
        "learner,qualificaton,shoe size,achieved befor,501,501\nAna,8607-award,7,,x,x\n",
    );
    for part in [
        "“qualificaton” is not known: did you mean “qualification”?",
        "“shoe size” is not known",
        "“achieved befor” is not known: did you mean “achieved before”?",
        "there is no column qualification",
        "there is no column registered",
        "“501” and “501” both",
    ] {
        assert!(stderr.contains(part), "{part}: {stderr}");
    }
    let stderr = refusal(&[], "who,what\nAna,8607-award\n");
    assert!(
        stderr.contains("no column learner") && stderr.contains("no column units"),
        "{stderr}"
    );
    refusal(&[], "");
    refusal(
        &[],
        "learner,qualification,registered,units,unit\nAna,8607-award,,501,502\n",
    );
}

#[test]
fn a_column_is_passed_over_where_that_is_asked_for_and_said() {
    let text =
        "learner,qualification,registered,units,shoe size\nAna,8607-award,2021-09-01,501 502,7\n";
    let stderr = refusal(&[], text);
    assert!(stderr.contains("--ignore-column \"shoe size\""), "{stderr}");
    let (rows, stderr, code) = batch_with(
        &["--ignore-column", "Shoe size", "--ignore-column", "hat"],
        text,
    );
    assert_eq!((told(&rows), code), (vec![("Ana", "met", "6")], 0));
    assert!(stderr.contains("“shoe size” is passed over"), "{stderr}");
    assert!(stderr.contains("no column “hat”"), "{stderr}");
}

#[test]
fn pathways_nations_and_conditions_are_read_by_name_or_title_and_a_wrong_one_is_an_error() {
    let care = [
        "--catalogue",
        "tests/catalogues/whole/pathways-and-nations.json",
        "--qualification",
        "care",
    ];
    let (rows, _, _) = batch_with(
        &care,
        "learner;registered;units;pathway;nation;conditions\n\
         Ana;2024-09-01;D-1 D-2 D-3 D-4 D-8;dementia;Wales;placement\n\
         Ben;2024-09-01;D-1 D-2 D-3 D-4 D-8;dementia;wales;yes\n\
         Cy;2024-09-01;D-1 D-2 D-3 D-4 D-8;dementia;wales;no\n\
         Di;2024-09-01;D-1 D-2 D-3 D-4 D-8;demntia;atlantis;placment\n\
         Eve;2024-09-01;D-1 D-2 D-3 D-4 D-8;dementia;wales;placement placement\n",
    );
    let states: Vec<&str> = rows.iter().map(|row| &*row[2]).collect();
    assert_eq!(states[0], states[1], "{rows:?}");
    assert_eq!(states[0], states[4], "spaces part names: {rows:?}");
    assert_ne!(states[1], states[2], "{rows:?}");
    assert_eq!(states[3], "error");
    for part in [
        "no pathway “demntia”",
        "no nation “atlantis”",
        "no condition “placment”",
    ] {
        assert!(rows[3][5].contains(part), "{}", rows[3][5]);
    }
}

#[test]
fn whatever_stands_among_the_units_of_a_row_is_one_of_them_or_is_named() {
    let bodies = [
        "--catalogue",
        "tests/catalogues/whole/levels-sizes-and-codes.json",
    ];
    let said_of = |units: &str| {
        let (rows, _, _) = batch_with(
            &bodies,
            &format!(
                "learner,qualification,registered,units\nAna,WRK Entry,2024-09-01,\"{units}\"\n"
            ),
        );
        rows[0][5].clone()
    };
    for (units, named) in [
        // The beginning of a code before a whole one.
        ("WRK, WRK 3", &["WRK: Not a unit"][..]),
        ("WRK WRK 3", &["WRK: Not a unit"]),
        ("M/600; WRK 3", &["M/600: Not a unit"]),
        ("M600, WRK 3", &["M600: Not a unit"]),
        // Of another qualification.
        ("HY92; WRK 3", &["HY92: Not a unit"]),
        (
            "HY92, HY91 33, WRK 3",
            &["HY92: Not a unit", "HY91 33: Not a unit"],
        ),
        // Codes that nobody has, each as a whole.
        ("WRK 3, XYZ 99, WRK 22", &["XYZ 99: Not a unit"]),
        (
            "XYZ 99; AB17C 4|WRK 3",
            &["XYZ 99: Not a unit", "AB17C 4: Not a unit"],
        ),
        (
            "WRK 33, WRKS 22",
            &[
                "WRK 33: Not a unit",
                "WRKS 22: Not a unit",
                "Did you mean WRK 22?",
            ],
        ),
        // Other names of units, whatever parts them.
        ("WRK 3|OLD-7|WRK 22", &["OLD-7 is the unit WRK 2(a) & (b)."]),
        (
            "WRK 3, OLD-7, WRK 22",
            &["OLD-7 is the unit WRK 2(a) & (b)."],
        ),
        (
            "WRK 3|T/501/0007",
            &["T/501/0007 is the unit WRK 2(a) & (b)."],
        ),
        (
            "WRK 3\nOLD 7\nWRK 22",
            &["OLD 7 is the unit WRK 2(a) & (b)."],
        ),
    ] {
        let said = said_of(units);
        for text in named {
            assert!(said.contains(text), "{units}: {text}: {said}");
        }
        let number = named
            .iter()
            .filter(|text| text.contains("Not a unit"))
            .count();
        assert_eq!(
            said.matches("Not a unit").count(),
            number,
            "{units}: {said}"
        );
    }
    assert!(!said_of("WRK: 3, 22").contains("Not a unit"));
}

#[test]
fn a_question_among_the_findings_ends_with_its_mark() {
    let rows = batch("learner,qualification,registered,units\nAna,8607-award,,8607-5011\n");
    assert!(rows[0][5].contains('?'), "{}", rows[0][5]);
    assert!(!rows[0][5].contains("?."), "{}", rows[0][5]);
}

#[test]
fn a_row_that_is_not_closed_swallows_no_learner() {
    let rows = batch(
        "learner,qualification,registered,units\n\
         Ana,8604-award,,\"308 401\n\
         Ben,8604-award,,\"\n\
         Cy,8604-award,,308 401\n",
    );
    let names: Vec<(&str, &str)> = rows.iter().map(|row| (&*row[0], &*row[2])).collect();
    assert_eq!(names, [("Ana", "error"), ("Ben", "error"), ("Cy", "met")]);
}

#[test]
fn the_same_learner_twice_is_said() {
    let rows = batch(
        "learner,qualification,registered,units\n\
         Ana,8604-award,2024-09-01,308\n\
         Ben,8604-award,2024-09-01,308\n\
         Ana,8604-award,2024-09-01,401\n",
    );
    assert!(
        rows[0][5].contains("Line 4 is about the same learner"),
        "{}",
        rows[0][5]
    );
    assert!(
        rows[2][5].contains("Line 2 is about the same learner"),
        "{}",
        rows[2][5]
    );
    assert!(!rows[1][5].contains("same learner"), "{}", rows[1][5]);
}

#[test]
fn the_answer_is_json_where_that_is_asked_for() {
    let output = run_with(
        &["batch", "-", "--json"],
        "learner,qualification,registered,units\nAna,8604-award,2024-09-01,308 401\nBen,8604,,308\n",
    );
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["layout"], "row-per-learner");
    assert_eq!(answer["plans"][0]["state"], "met");
    assert_eq!(answer["plans"][0]["credits"], 6);
    assert_eq!(answer["plans"][1]["state"], "error");
    assert_eq!(answer["plans"][1]["lines"][0], 3);
    assert_eq!(answer["counts"]["errors"], 1);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn one_error_is_one() {
    let output = run_with(
        &["batch", "-"],
        "learner,qualification,registered,units\nAna,8604-award,2024-09-01,308 401\nBen,8604,,308\n",
    );
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.ends_with("2 rows: 1 met, 0 not met, 1 error\n"),
        "{stderr}"
    );
}

/// The example files of the documentation are answered, and no row of them is an error.
#[test]
fn the_examples_of_the_documentation_are_read() {
    let page = std::fs::read_to_string("docs/cohort-format.md").unwrap();
    let mut examples: Vec<String> = page
        .split("```csv\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect();
    assert_eq!(examples.len(), 3);
    examples.push(std::fs::read_to_string("examples/cohort.csv").unwrap());
    for text in examples {
        let (rows, stderr, code) = batch_with(&[], &text);
        assert!(!rows.is_empty() && code < 2, "{text}{stderr}{rows:?}");
        assert!(rows.iter().any(|row| row[2] == "met"), "{text}{rows:?}");
    }
}
