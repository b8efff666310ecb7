//! The command-line companion as a centre's script would call it.

#![cfg(feature = "cli")]

#[path = "cli_support/mod.rs"]
mod support;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json as made};
use support::{json, refused, run, run_with, text_of};

#[test]
fn a_plan_that_is_met_ends_with_0_and_one_that_is_not_with_1() {
    let (value, code) = json(&[
        "assess",
        "--qualification",
        "8604-award",
        "--units",
        "8604-308,8604-401",
    ]);
    assert_eq!((value["state"].as_str(), code), (Some("met"), 0));
    assert_eq!(value["credits"]["counted"], 6);
    assert_eq!(value["guided_learning_hours"], 12);
    let (value, code) = json(&["assess", "--qualification", "8604-award", "--units", ""]);
    assert_eq!((value["state"].as_str(), code), (Some("can-be-met"), 1));
    assert_eq!(value["groups"][0]["effective_minimum"], 6);
}

#[test]
fn codes_are_read_as_they_are_pasted_and_what_is_none_is_refused() {
    let (plain, _) = json(&[
        "assess",
        "--qualification",
        "8607-diploma",
        "--units",
        "8607-501,8607-503",
    ]);
    for text in [
        "8607 501 – Managing Improvement; 8607–503",
        "501 & 503",
        "8607501/8607503",
        "Managing Improvement, 503",
    ] {
        let (value, _) = json(&["assess", "--qualification", "8607-diploma", "--units", text]);
        assert_eq!(value["units"], plain["units"], "{text}");
    }
    let (value, _) = json(&[
        "assess",
        "--qualification",
        "8607-diploma",
        "--units",
        "501 – 503",
    ]);
    assert_eq!(value["units"][0]["code"], "501 - 503");
    let (message, code) = refused(&[
        "assess",
        "--qualification",
        "8607-diploma",
        "--units",
        "501, naïve",
    ]);
    assert!(
        message.contains("\"naïve\" is no unit code") && code == 2,
        "{message}"
    );
}

#[test]
fn a_plan_is_read_from_a_link_that_a_mail_has_changed() {
    let kept = include_str!("links/1-diploma.txt");
    let link = kept.lines().next().unwrap().trim_start_matches("link ");
    let address = [
        "Here is my plan:\r\n<https:",
        "//planner.example/#qp=3D",
        &link[..40],
        "=\r\n",
        &link[40..],
        ">.",
    ]
    .concat();
    let folder = tempfile("link");
    let path = folder.join("plan.txt");
    let path = path.to_str().unwrap();
    std::fs::write(path, address).unwrap();
    let (value, _) = json(&["assess", "--plan", path]);
    assert_eq!(value["units"].as_array().unwrap().len(), 12);
    std::fs::write(path, format!("#qp={}", &link[..40])).unwrap();
    let (message, code) = refused(&["assess", "--plan", path]);
    assert!(
        message.contains("Its end is missing") && code == 2,
        "{message}"
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn codes_are_taken_in_any_case_and_without_the_prefix_and_each_once() {
    let (value, _) = json(&[
        "assess",
        "--qualification",
        "8607-diploma",
        "--units",
        "501,8607-501,504,8607-999",
    ]);
    let codes: Vec<&str> = value["units"]
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| unit["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["8607-501", "8607-504", "8607-999"]);
    let kinds: Vec<&str> = value["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "given-twice",
            "unknown-unit",
            "too-little",
            "registered-today"
        ]
    );
    assert_eq!(
        value["credits"]["picked"], 8,
        "a unit that the catalogue does not know has no credits"
    );
}

#[test]
fn the_day_of_registration_opens_and_closes_530() {
    let reason = |day: &str| {
        let (value, _) = json(&[
            "assess",
            "--qualification",
            "8607-diploma",
            "--units",
            "530",
            "--registered",
            day,
        ]);
        value["units"][0]["reason"].as_str().map(str::to_owned)
    };
    assert_eq!(reason("2020-06-30"), None);
    assert_eq!(
        reason("2020-07-01").as_deref(),
        Some("closed-by-registration")
    );
    let (value, _) = json(&[
        "assess",
        "--qualification",
        "8607-diploma",
        "--units",
        "530",
        "--achieved",
        "530",
    ]);
    assert_eq!(value["units"][0]["counted"], true);
}

#[test]
fn completions_hold_the_plan_and_the_best_comes_first() {
    let (value, code) = json(&[
        "complete",
        "--qualification",
        "8607-award",
        "--units",
        "520",
        "--objective",
        "fewest-hours",
        "--best",
        "5",
    ]);
    assert_eq!(code, 0);
    let plans = value["plans"].as_array().unwrap();
    assert_eq!(plans.len(), 5);
    let hours: Vec<u64> = plans
        .iter()
        .map(|plan| plan["guided_learning_hours"].as_u64().unwrap())
        .collect();
    assert!(hours.is_sorted(), "{hours:?}");
    for plan in plans {
        assert!(
            plan["units"]
                .as_array()
                .unwrap()
                .contains(&"8607-520".into())
        );
        let units: Vec<&str> = plan["units"]
            .as_array()
            .unwrap()
            .iter()
            .map(|code| code.as_str().unwrap())
            .collect();
        let (found, _) = json(&[
            "assess",
            "--qualification",
            "8607-award",
            "--units",
            &units.join(","),
        ]);
        assert_eq!(found["state"], "met");
    }
}

#[test]
fn a_broken_plan_is_repaired_as_it_is_told() {
    let units = "400,401,521,523,524,520,528,601";
    let (value, _) = json(&[
        "repair",
        "--qualification",
        "8607-certificate",
        "--units",
        units,
    ]);
    assert_eq!(
        value["conflict"],
        serde_json::json!(["8607-400", "8607-401"])
    );
    let repairs = value["repairs"].as_array().unwrap();
    assert!(!repairs.is_empty());
    for repair in repairs {
        let gone: Vec<&str> = repair["drop"]
            .as_array()
            .unwrap()
            .iter()
            .map(|code| code.as_str().unwrap())
            .collect();
        let left: Vec<String> = units
            .split(',')
            .map(|code| format!("8607-{code}"))
            .filter(|code| !gone.contains(&code.as_str()))
            .collect();
        let (found, _) = json(&[
            "assess",
            "--qualification",
            "8607-certificate",
            "--units",
            &left.join(","),
        ]);
        assert_eq!(found["state"], repair["leads_to"]);
    }
}

#[test]
fn combinations_are_counted_in_whole_digits() {
    let (value, _) = json(&["count", "--qualification", "8604-award"]);
    assert_eq!(value["combinations"], "1");
    let (value, _) = json(&["count", "--qualification", "8607-diploma"]);
    assert_eq!(value["combinations"].as_str().unwrap().len(), 15);
    let (value, _) = json(&["count", "--qualification", "8607-diploma", "--limit", "10"]);
    assert_eq!(value["fully_searched"], false);
}

#[test]
fn the_ladder_names_every_qualification_the_nearest_first() {
    let (value, _) = json(&[
        "ladder",
        "--qualification",
        "8609-award",
        "--units",
        "8609-400,8609-500",
    ]);
    let rungs = value.as_array().unwrap();
    assert_eq!(rungs.len(), 7);
    assert_eq!(
        (&rungs[0]["qualification"], &rungs[0]["state"]),
        (&"8609-award".into(), &"met".into())
    );
    assert_eq!(rungs[0]["credits_short"], 0);
}

#[test]
fn show_finds_units_as_the_search_of_the_planner_does() {
    let asked = |words| ["show", "--qualification", "8607-diploma", "--find", words];
    let codes = |words| -> Vec<String> {
        let (value, code) = json(&asked(words));
        assert_eq!(code, 0);
        let groups = value["groups"].as_array().unwrap().iter();
        let units = groups.flat_map(|group| group["units"].as_array().unwrap());
        units
            .map(|unit| unit["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(codes("delegate"), ["8607-401", "8607-404"]);
    assert_eq!(codes("reflection"), [""; 0]);
    let (value, _) = json(&asked("action learning"));
    let unit = &value["groups"][0]["units"][0];
    assert_eq!(unit["short_name"], "Action Learning");
    assert_eq!(unit["covers"]["lines"].as_array().unwrap().len(), 7);
    assert_eq!(value["qualification"]["subjects"][0]["label"], "People");
    let text = text_of(&run(&asked("digital")).stdout);
    assert!(
        text.contains("No unit of this qualification fits “digital”."),
        "{text}"
    );
    assert!(!text.contains("Group 1"), "{text}");
}

#[test]
fn what_is_there_is_shown() {
    let (value, code) = json(&["show", "--qualification", "8607-diploma"]);
    assert_eq!(
        (value["qualification"]["level"].as_u64(), code),
        (Some(5), 0)
    );
    let units: usize = value["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["units"].as_array().unwrap().len())
        .sum();
    assert_eq!(units, 62);
}

#[test]
fn a_unit_is_shown_with_its_level_its_subject_and_where_it_is_closed() {
    let args = [
        "show",
        "--qualification",
        "kiln",
        "--catalogue",
        "tests/cli_support/kilns.json",
    ];
    let (value, code) = json(&args);
    assert_eq!(code, 0);
    let group = &value["groups"][0];
    assert_eq!(group["units"][0]["subject"], "Clay");
    assert_eq!(group["units"][1]["subject"], Value::Null);
    let closed = group["closed_units"].as_array().unwrap();
    assert_eq!(closed.len(), 1);
    assert_eq!(
        (&closed[0]["code"], &closed[0]["only"]),
        (&made!("K 03"), &made!("Diploma only"))
    );
    let text = text_of(&run(&args).stdout);
    for line in [
        "  K 01         Level 2, 3 points                             Throwing (subject Clay)",
        "  K 02         Entry 3, 4 points                             Slab Work",
        "  Not taken by this qualification:\n  K 03         5 points                                      Raku (subject Fire; Diploma only)",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn a_plan_can_come_as_a_file() {
    let path =
        std::env::temp_dir().join(format!("qualification-check-{}.json", std::process::id()));
    std::fs::write(
        &path,
        r#"{"qualification":"8604-award","units":[{"code":"8604-308"},{"code":"8604-401"}]}"#,
    )
    .unwrap();
    let (value, code) = json(&["assess", "--plan", path.to_str().unwrap()]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!((value["state"].as_str(), code), (Some("met"), 0));
}

#[test]
fn a_faulty_catalogue_is_an_error_with_path_and_hint_and_a_whole_one_has_no_findings() {
    let (value, code) = json(&[
        "lint",
        "src/catalogue/data/8607.json",
        "src/catalogue/data/8603.json",
    ]);
    assert_eq!((value, code), (Value::Array(Vec::new()), 0));
    let (value, code) = json(&["lint", "tests/catalogues/broken/rule-amount.json"]);
    assert_eq!(code, 1);
    assert_eq!(value[0]["path"], "qualifications[0].rules[0].measure");
    assert_eq!(value[0]["severity"], "error");
}

#[test]
fn rules_that_no_choice_meets_are_found() {
    let text = std::fs::read_to_string("tests/catalogues/small.json").unwrap();
    let change = |change: fn(&mut Value)| {
        let mut value: Value = serde_json::from_str(&text).unwrap();
        change(&mut value["qualifications"][0]);
        let path = std::env::temp_dir().join(format!(
            "qualification-check-lint-{}.json",
            std::process::id()
        ));
        std::fs::write(&path, value.to_string()).unwrap();
        let (found, code) = json(&["lint", path.to_str().unwrap()]);
        std::fs::remove_file(&path).unwrap();
        let kinds: Vec<String> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["kind"].as_str().unwrap().to_owned())
            .collect();
        (kinds, code)
    };
    let (kinds, code) = change(|one| one["rules"][0]["at_least"] = 5_000.into());
    assert_eq!(
        (kinds.contains(&"unreachable".to_owned()), code),
        (true, 1),
        "{kinds:?}"
    );
}

#[test]
fn a_cohort_is_judged_row_by_row_and_a_bad_row_does_not_stop_it() {
    let rows = "\u{feff}learner;qualification;registered;units\r\nSiân;8604-award;2024-09-01;8604-308 8604-401\r\nBob;8604-award;;308\r\nEve;8999;;1\r\n=1+1;8604-award;not a day;308\r\n";
    let output = run_with(&["batch", "-"], rows);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "learner,qualification,state,credits,guided_learning_hours,findings"
    );
    assert!(
        lines[1].starts_with("Siân,8604-award,met,6,12,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("Bob,8604-award,can-be-met,2,6,"),
        "{}",
        lines[2]
    );
    assert!(lines[3].starts_with("Eve,8999,error,,,"), "{}", lines[3]);
    assert!(
        lines[4].starts_with("'=1+1,8604-award,error,"),
        "{}",
        lines[4]
    );
    assert_eq!(lines.len(), 5);
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.ends_with(
            "
4 rows: 1 met, 1 not met, 2 errors
"
        ),
        "{stderr}"
    );
}

#[test]
fn bad_usage_ends_with_2_and_says_what_is_wrong_in_one_line() {
    for (args, part) in [
        (&["assess"][..], "--qualification"),
        (
            &["assess", "--qualification", "8607-doctorate"],
            "8607-diploma",
        ),
        (
            &["assess", "--qualification", "8604-award", "--units", "é"],
            "no unit code",
        ),
        (
            &[
                "assess",
                "--qualification",
                "8604-award",
                "--registered",
                "1 July",
            ],
            "YYYY-MM-DD",
        ),
        (&["assess", "--plan", "nowhere.json"], "nowhere.json"),
        (
            &[
                "assess",
                "--catalogue",
                "tests/catalogues/broken/empty.json",
                "--qualification",
                "x",
            ],
            "empty.json",
        ),
        (&["batch", "nowhere.csv"], "nowhere.csv"),
    ] {
        let (text, code) = refused(args);
        assert_eq!(
            (code, text.trim_end().lines().count()),
            (2, 1),
            "{args:?}: {text}"
        );
        assert!(text.contains(part), "{args:?}: {text}");
    }
    assert_eq!(run(&["assess", "--nonsense"]).status.code(), Some(2));
}

#[test]
fn credits_picked_are_those_of_every_unit_that_the_catalogue_knows() {
    let (value, _) = json(&[
        "assess",
        "--qualification",
        "8607-award",
        "--units",
        "501,8604-308,9999-1",
    ]);
    assert_eq!(value["credits"]["counted"], 3);
    assert_eq!(
        value["credits"]["picked"], 5,
        "8604-308 is a unit of another qualification, of 2 credits"
    );
    let findings = value["findings"].as_array().unwrap().iter();
    let of_units: Vec<(&str, &str)> = findings
        .filter_map(|one| Some((one["kind"].as_str()?, one["units"][0].as_str()?)))
        .collect();
    assert_eq!(
        of_units,
        [("not-counted", "8604-308"), ("unknown-unit", "9999-1")]
    );
}

#[test]
fn a_unit_said_to_be_achieved_and_not_picked_is_left_out_and_named() {
    let (value, _) = json(&[
        "assess",
        "--qualification",
        "8607-award",
        "--units",
        "501",
        "--achieved",
        "501,502",
    ]);
    let finding = &value["findings"][0];
    assert_eq!(finding["kind"], "achieved-not-picked");
    assert_eq!(finding["units"][0], "8607-502");
    assert_eq!(value["units"].as_array().unwrap().len(), 1);
}

#[test]
fn bad_usage_is_said_in_one_line() {
    for args in [
        &["assess", "--nonsense"][..],
        &["lint"],
        &["complete", "--best", "many"],
        &["nonsense"],
        &["assess", "--plan", "x.json", "--units", ""],
        &["complete", "--objective", "most-credits"],
    ] {
        let (line, code) = refused(args);
        assert_eq!(code, 2, "{args:?}");
        assert_eq!(line.trim_end().lines().count(), 1, "{args:?}: {line}");
    }
}

#[test]
fn each_rule_of_an_assessment_says_its_form() {
    let (shown, _) = json(&["show", "--qualification", "8607-diploma"]);
    let (value, _) = json(&["assess", "--qualification", "8607-diploma"]);
    let rules = value["rules"].as_array().unwrap();
    assert!(!rules.is_empty());
    for rule in rules {
        let mut all = shown["rules"].as_array().unwrap().iter();
        let same = all.find(|one| one["id"] == rule["id"]).unwrap();
        assert_eq!(rule["kind"], same["kind"], "{}", rule["id"]);
    }
}

/// The rows of an answer to `batch`, without the head.
fn batch(input: &str) -> Vec<Vec<String>> {
    let output = run_with(&["batch", "-"], input);
    let text = String::from_utf8(output.stdout).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_row_whose_quotation_marks_do_not_match_does_not_take_the_next_ones_with_it() {
    let rows = batch(
        "learner,qualification,registered,units\n\
         \"Ann,8604-award,,308 401\n\
         Ben,8604-award,,308 401\n\
         \"Cid\"x,8604-award,,308 401\n\
         \"Dee\nDoe\",8604-award,,308 401\n\
         Eve,8604-award,,\"308 401\n",
    );
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (&*row[0], &*row[2])).collect();
    assert_eq!(
        told,
        [
            ("Ann", "error"),
            ("Ben", "met"),
            ("Cid\"x", "error"),
            ("Dee\nDoe", "met"),
            ("Eve", "error")
        ]
    );
    assert!(rows[0][5].contains("quotation marks"), "{}", rows[0][5]);
}

#[test]
fn a_row_that_is_too_long_or_not_text_is_an_error_and_the_rest_goes_on() {
    let long = "8604-308 ".repeat(20_000);
    let rows = batch(&format!(
        "learner;qualification;registered;units\r\n\
         Ann;8604-award;;{long}\r\n\r\n\
         Ben;8604-award;;308 401\r\n"
    ));
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (&*row[0], &*row[2])).collect();
    assert_eq!(told, [("Ann", "error"), ("Ben", "met")]);
    assert!(rows[0][5].contains("too long"), "{}", rows[0][5]);
}

/// What `assess` says of this unit: whether it counts, and why not.
fn told<'a>(value: &'a Value, code: &str) -> Option<&'a Value> {
    let units = value["units"].as_array().unwrap();
    units.iter().find(|unit| unit["code"] == code)
}

#[test]
fn a_code_without_its_prefix_is_found_in_the_whole_catalogue_where_that_is_clear() {
    let (short, _) = json(&["ladder", "--units", "308,410"]);
    let (long, _) = json(&["ladder", "--units", "8604-308,8607-410"]);
    assert_eq!(short, long);
    assert!(long[0]["units_counted"].as_u64() > Some(0));
    let (value, _) = json(&["assess", "--qualification", "8607-award", "--units", "410"]);
    assert_eq!(told(&value, "8607-410").unwrap()["reason"], "not-listed");
}

#[test]
fn of_two_codes_that_differ_in_case_the_one_that_was_given_is_meant() {
    let folder = tempfile("case");
    let text = std::fs::read_to_string("tests/catalogues/small.json").unwrap();
    let first = serde_json::from_str::<Value>(&text).unwrap()["units"][0]["code"]
        .as_str()
        .unwrap()
        .to_owned();
    let second = serde_json::from_str::<Value>(&text).unwrap()["units"][1]["code"]
        .as_str()
        .unwrap()
        .to_owned();
    let lower = first.to_lowercase();
    let text = text.replace(&format!("\"{second}\""), &format!("\"{lower}\""));
    let path = folder.join("catalogue.json");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let (ladder, _) = json(&["ladder", "--catalogue", path]);
    let id = ladder[0]["qualification"].as_str().unwrap();
    for code in [&first, &lower] {
        let (value, _) = json(&[
            "assess",
            "--catalogue",
            path,
            "--qualification",
            id,
            "--units",
            code,
        ]);
        assert_eq!(value["units"][0]["code"], code.as_str());
    }
}

/// A new folder for the files of a test.
fn tempfile(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn more_codes_than_a_plan_takes_are_refused() {
    let codes: Vec<String> = (0..=5_000).map(|number| format!("U{number}")).collect();
    let codes = codes.join(",");
    let (line, code) = refused(&["assess", "--qualification", "8607-award", "--units", &codes]);
    assert_eq!(code, 2);
    assert!(line.contains("more than 5000"), "{line}");
}

#[test]
fn what_a_plan_says_beside_its_qualification_is_named() {
    let path = tempfile("plan").join("plan.json");
    let plan = r#"{"qualification": "8604-award", "pathway": "north", "conditions": ["overall-credits"],
        "units": [{"code": "8604-308"}, {"code": "8604-308"}]}"#;
    std::fs::write(&path, plan).unwrap();
    let (value, _) = json(&["assess", "--plan", path.to_str().unwrap()]);
    let findings = value["findings"].as_array().unwrap();
    let kinds: Vec<&str> = findings
        .iter()
        .filter_map(|one| one["kind"].as_str())
        .collect();
    assert_eq!(
        kinds[..3],
        ["given-twice", "unknown-choice", "unknown-choice"]
    );
}

#[test]
fn what_a_plan_names_that_is_not_there_is_told_with_what_was_meant() {
    let plan = |units: &str| {
        let path = tempfile("named").join("plan.json");
        let text = format!(
            r#"{{"qualification": "8607-diploma", "pathway": "north", "units": [{units}]}}"#
        );
        std::fs::write(&path, text).unwrap();
        let (value, _) = json(&["assess", "--plan", path.to_str().unwrap()]);
        let findings = value["findings"].as_array().unwrap().clone();
        let of = |kind: &str| -> Vec<String> {
            let all = findings.iter().filter(|one| one["kind"] == kind);
            all.map(|one| one["text"].as_str().unwrap().to_owned())
                .collect()
        };
        (of("other-group"), of("unknown-unit"))
    };
    let (shown, _) = json(&["show", "--qualification", "8607-diploma"]);
    let groups = shown["groups"].as_array().unwrap();
    let of = |group: usize, key: &str| groups[group][key].as_str().unwrap().to_owned();
    let code = groups[0]["units"][0]["code"].as_str().unwrap();
    let (right, other) = (of(0, "id"), of(1, "id"));

    let pinned = |group: &str| plan(&format!(r#"{{"code": "{code}", "group": "{group}"}}"#)).0;
    assert_eq!(pinned(&right), [""; 0]);
    assert_eq!(
        pinned(&other),
        [format!(
            "The plan puts {code} into “{}”, where it does not stand: it counts as if no group were named. Did you mean {right}?",
            of(1, "title")
        )]
    );
    assert_eq!(
        pinned("elsewhere"),
        [format!(
            "The plan puts {code} into the group “elsewhere”, which is not there: it counts as if no group were named. It stands in “{}”.",
            of(0, "title")
        )]
    );
    let swapped = code.replacen("8607", "8067", 1);
    let (_, unknown) = plan(&format!(r#"{{"code": "{swapped}"}}"#));
    assert!(
        unknown[0].ends_with(&format!("Did you mean {code}?")),
        "{unknown:?}"
    );
    // Of what no name is near nothing is asked.
    let (_, unknown) = plan(r#"{"code": "ZZ/999"}"#);
    assert!(unknown[0].ends_with("does not count."), "{unknown:?}");
}

#[test]
fn a_preference_for_a_unit_that_nobody_has_is_refused() {
    let args = [
        "complete",
        "--qualification",
        "8604-award",
        "--prefer",
        "nobody",
    ];
    let (line, code) = refused(&args);
    assert_eq!(code, 2);
    assert!(line.contains("nobody"), "{line}");
}

#[test]
fn one_qualification_in_two_files_is_refused_and_found() {
    let folder = tempfile("twice");
    let (one, other) = (folder.join("one.json"), folder.join("other.json"));
    for path in [&one, &other] {
        std::fs::copy("tests/catalogues/small.json", path).unwrap();
    }
    let (one, other) = (one.to_str().unwrap(), other.to_str().unwrap());
    let (line, code) = refused(&["ladder", "--catalogue", one, "--catalogue", other]);
    assert_eq!(code, 2);
    assert!(
        line.contains("one.json") && line.contains("other.json"),
        "{line}"
    );
    let (found, code) = json(&["lint", one, other]);
    let kinds: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["file"] == other)
        .filter_map(|finding| finding["kind"].as_str())
        .collect();
    assert_eq!((kinds.contains(&"duplicate"), code), (true, 1));
}

#[test]
fn a_row_with_other_cells_than_the_first_line_is_an_error() {
    let rows = batch(
        "learner,qualification,registered,units\n\
         Ann,8604-award,2024-09-01,308,401\n\
         Ben,8604-award\n\
         Cid,,,308 401\n\
         Dee,8604-award,,308 401,\n",
    );
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (&*row[0], &*row[2])).collect();
    assert_eq!(
        told,
        [
            ("Ann", "error"),
            ("Ben", "error"),
            ("Cid", "error"),
            ("Dee", "met")
        ]
    );
    assert!(
        rows[2][5].contains("no qualification is given"),
        "{}",
        rows[2][5]
    );
}

#[test]
fn a_row_says_what_else_there_is_to_know() {
    let rows = batch("learner,qualification,registered,units\nAnn,8604-award,,308 308 401\n");
    assert_eq!(rows[0][2], "met");
    assert!(rows[0][5].contains("more than once"), "{}", rows[0][5]);
    assert!(rows[0][5].contains("22 November 2026"), "{}", rows[0][5]);
}

#[test]
fn a_plan_that_is_met_is_said_to_be_met_also_where_nothing_may_be_searched() {
    let (value, code) = json(&[
        "assess",
        "--qualification",
        "8607-award",
        "--units",
        "501,502",
        "--limit",
        "0",
    ]);
    assert_eq!((value["state"].as_str(), code), (Some("met"), 0));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
        .args(["batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let row = "Ann,8604-award,,308 401\n".repeat(2_000);
    let input = format!("learner,qualification,registered,units\n{row}");
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

/// What is asked of the catalogue with levels, sizes and codes as other bodies have them.
fn of_bodies(args: &[&str]) -> (Value, i32) {
    let catalogue = "tests/catalogues/whole/levels-sizes-and-codes.json";
    json(&[args, &["--catalogue", catalogue]].concat())
}

#[test]
fn codes_with_spaces_and_other_names_of_units_are_known() {
    for given in [
        "WRK 3 WRK 22, T/501/0007",
        "wrk 22; wrk-3; OLD-7",
        "old 7 WRK22 WRK\u{a0}3",
    ] {
        let (answer, _) = of_bodies(&["assess", "--qualification", "000/0000/2", "--units", given]);
        let units = answer["units"].as_array().unwrap();
        let codes: Vec<&str> = units
            .iter()
            .filter_map(|unit| unit["code"].as_str())
            .collect();
        assert_eq!(codes, ["WRK 3", "WRK 22", "WRK 2(a) & (b)"], "{given}");
        let said = &answer["findings"][0];
        assert_eq!(said["kind"], "called-otherwise", "{given}: {answer}");
        assert_eq!(said["units"][0], "WRK 2(a) & (b)");
        assert_eq!(answer["qualification"], "WRK Entry");
    }
}

#[test]
fn a_plan_file_may_name_qualification_and_units_by_other_names() {
    let path = std::env::temp_dir().join(format!("called-{}.json", std::process::id()));
    let plan =
        r#"{"qualification": "000/0000/2", "units": [{"code": "old-7"}, {"code": "wrk 3"}]}"#;
    std::fs::write(&path, plan).unwrap();
    let (answer, _) = of_bodies(&["assess", "--plan", path.to_str().unwrap()]);
    std::fs::remove_file(&path).unwrap();
    let texts = answer["findings"].as_array().unwrap().iter();
    let texts: Vec<&str> = texts.filter_map(|one| one["text"].as_str()).collect();
    assert!(
        texts.contains(&"old-7 is the unit WRK 2(a) & (b)."),
        "{texts:?}"
    );
    assert_eq!(answer["credits"]["counted"], 7);
}

#[test]
fn a_unit_that_stands_twice_in_a_plan_file_counts_once_as_the_format_says() {
    for (units, exempt) in [
        // The last of two holds.
        (
            r#"{"code": "WRK 3", "earned": "exemption"}, {"code": "WRK 3"}"#,
            0,
        ),
        (
            r#"{"code": "WRK 3"}, {"code": "WRK 3", "earned": "exemption"}"#,
            3,
        ),
        // What stands under the code holds, wherever it is.
        (
            r#"{"code": "wrk 3", "earned": "exemption"}, {"code": "WRK 3"}"#,
            0,
        ),
        (
            r#"{"code": "WRK 3", "earned": "exemption"}, {"code": "wrk 3"}"#,
            3,
        ),
    ] {
        let path = std::env::temp_dir().join(format!("twice-{}.json", std::process::id()));
        let plan = format!(r#"{{"qualification": "000/0000/2", "units": [{units}]}}"#);
        std::fs::write(&path, plan).unwrap();
        let (answer, _) = of_bodies(&["assess", "--plan", path.to_str().unwrap()]);
        std::fs::remove_file(&path).unwrap();
        let found = answer["units"].as_array().unwrap();
        assert_eq!(found.len(), 1, "{units}: {answer}");
        assert_eq!(answer["credits"]["exempt"], exempt, "{units}: {answer}");
        let mut texts = answer["findings"].as_array().unwrap().iter();
        let is_said =
            |one: &Value| one["text"] == "WRK 3 was given more than once; it counts once.";
        assert!(texts.any(is_said), "{units}: {answer}");
    }
}

#[test]
fn a_level_is_shown_as_its_framework_has_it() {
    let (answer, _) = of_bodies(&["show", "--qualification", "WRK Entry"]);
    let units = answer["groups"][0]["units"].as_array().unwrap();
    let levels: Vec<&Value> = units.iter().map(|unit| &unit["level"]).collect();
    assert_eq!(
        levels,
        [
            &made!(1),
            &made!("Entry 3"),
            &made!("Entry 2"),
            &made!("Entry 1"),
            &Value::Null
        ]
    );
    let one = &answer["qualification"];
    assert_eq!(one["level"], "Entry 3");
    assert_eq!(one["size"], "extended-certificate");
    assert_eq!(one["size_name"], "Extended Certificate");
}
