//! The files that the command-line companion is given, as people keep them: in whatever encoding,
//! and some of them not readable at all.

#![cfg(feature = "cli")]

#[path = "cli_support/mod.rs"]
mod support;

use serde_json::Value;
use support::{folder, json, refused, run, text_of};

/// A text in each encoding that is read, and whether it is said how it was read.
fn encoded(text: &str) -> Vec<(&'static str, Vec<u8>, bool)> {
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        let text = format!("{mark}{text}");
        text.encode_utf16().flat_map(bytes).collect()
    };
    let old = text.chars().map(|letter| match letter {
        '’' => 0x92,
        other => u8::try_from(u32::from(other)).unwrap(),
    });
    vec![
        ("utf8", text.as_bytes().to_vec(), false),
        ("utf8-mark", format!("\u{feff}{text}").into_bytes(), false),
        ("utf16le", utf16(u16::to_le_bytes, ""), false),
        ("utf16be", utf16(u16::to_be_bytes, ""), false),
        ("utf16le-mark", utf16(u16::to_le_bytes, "\u{feff}"), false),
        ("utf16be-mark", utf16(u16::to_be_bytes, "\u{feff}"), false),
        ("windows", old.collect(), true),
    ]
}

fn catalogue() -> String {
    let text = std::fs::read_to_string("tests/catalogues/small.json").unwrap();
    text.replace("\"First\"", "\"Zoë’s first\"")
}

#[test]
fn a_catalogue_is_read_in_any_encoding_and_a_guess_is_said() {
    let folder = folder("catalogue-encodings");
    for (name, bytes, said) in encoded(&catalogue()) {
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, bytes).unwrap();
        let path = path.to_str().unwrap();
        let args = [
            "show",
            "--qualification",
            "small-award",
            "--catalogue",
            path,
        ];
        let (shown, code) = json(&args);
        assert_eq!(code, 0, "{name}");
        assert_eq!(
            shown["groups"][0]["units"][0]["title"], "Zoë’s first",
            "{name}"
        );
        assert_eq!(
            shown["notes"][0]["file"].as_str(),
            said.then_some(path),
            "{name}"
        );
        let stderr = text_of(&run(&args).stderr);
        assert_eq!(
            stderr.contains("Read as Windows-1252"),
            said,
            "{name}: {stderr}"
        );
        let (found, _) = json(&["lint", path]);
        assert_eq!(kinds(&found).contains(&"encoding"), said, "{name}");
    }
}

fn kinds(found: &Value) -> Vec<&str> {
    let found = found.as_array().unwrap().iter();
    found.filter_map(|one| one["kind"].as_str()).collect()
}

#[test]
fn a_plan_and_a_cohort_are_read_in_any_encoding() {
    let folder = folder("plan-encodings");
    let plan =
        r#"{"qualification": "8604-award", "name": "Siân’s", "units": [{"code": "8604-308"}]}"#;
    for (name, bytes, said) in encoded(plan) {
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, bytes).unwrap();
        let (answer, _) = json(&["assess", "--plan", path.to_str().unwrap()]);
        assert_eq!(answer["credits"]["counted"], 2, "{name}");
        assert_eq!(
            answer["notes"].as_array().unwrap().len(),
            usize::from(said),
            "{name}"
        );
    }
    let cohort =
        "learner,qualification,registered,units\r\nSiân O’Shea,8604-award,2024-09-01,308 401\r\n";
    for (name, bytes, said) in encoded(cohort) {
        let path = folder.join(format!("{name}.csv"));
        std::fs::write(&path, bytes).unwrap();
        let output = run(&["batch", path.to_str().unwrap()]);
        let (out, err) = (text_of(&output.stdout), text_of(&output.stderr));
        assert!(
            out.contains("Siân O’Shea,8604-award,met,6,12,"),
            "{name}: {out}"
        );
        assert_eq!(err.contains("Windows-1252"), said, "{name}: {err}");
    }
}

#[test]
fn one_file_that_cannot_be_read_hides_no_other() {
    let folder = folder("hidden");
    let (packed, cut) = (folder.join("packed.json"), folder.join("cut.json"));
    std::fs::write(&packed, b"PK\x03\x04\0\0").unwrap();
    std::fs::write(&cut, "{\"format\": 1,").unwrap();
    let (packed, cut) = (packed.to_str().unwrap(), cut.to_str().unwrap());
    let small = "tests/catalogues/small.json";

    let (found, code) = json(&["lint", packed, "nowhere.json", cut, small]);
    assert_eq!(code, 2);
    let of_file = |file: &str| -> Vec<Value> {
        let found = found
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["file"] == file);
        found.cloned().collect()
    };
    assert_eq!(kinds(&of_file(packed).into()), ["unreadable"]);
    assert_eq!(kinds(&of_file("nowhere.json").into()), ["unreadable"]);
    assert_eq!(kinds(&of_file(cut).into()), ["not-json"]);

    let mut args = vec!["assess", "--qualification", "small-award", "--units", "A-1"];
    for path in [packed, small, "nowhere.json", cut] {
        args.extend(["--catalogue", path]);
    }
    let (answer, code) = json(&args);
    assert_eq!(
        (answer["qualification"].as_str(), code),
        (Some("small-award"), 2)
    );
    let files: Vec<&Value> = answer["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["file"])
        .collect();
    assert_eq!(files, [packed, "nowhere.json", cut]);
    let stderr = text_of(&run(&args).stderr);
    for path in [packed, "nowhere.json", cut] {
        assert!(stderr.contains(path), "{stderr}");
    }
    // Where the qualification may stand in a file that cannot be read, that is named with it.
    args[2] = "elsewhere";
    let (answer, code) = json(&args);
    assert_eq!((answer["errors"].as_array().unwrap().len(), code), (4, 2));
}

#[test]
fn several_plans_are_answered_and_one_that_cannot_be_read_is_named() {
    let folder = folder("plans");
    let good = |name: &str, units: &str| {
        let path = folder.join(name);
        let units: Vec<String> = units
            .split(' ')
            .map(|code| format!("{{\"code\": \"{code}\"}}"))
            .collect();
        let plan = format!(
            "{{\"qualification\": \"8604-award\", \"registered\": \"2024-09-01\", \"units\": [{}]}}",
            units.join(",")
        );
        std::fs::write(&path, plan).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (met, open) = (
        good("met.json", "8604-308 8604-401"),
        good("open.json", "8604-308"),
    );
    let (all, code) = json(&[
        "assess",
        "--plan",
        &met,
        "--plan",
        "nowhere.json",
        "--plan",
        &open,
    ]);
    assert_eq!(code, 2);
    let states: Vec<&str> = all["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["answer"]["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["met", "can-be-met"]);
    assert_eq!(all["errors"][0]["file"], "nowhere.json");
    let (_, code) = json(&["assess", "--plan", &met, "--plan", &open]);
    assert_eq!(code, 1);
    let text = text_of(&run(&["assess", "--plan", &met, "--plan", &open]).stdout);
    assert!(text.contains(&met) && text.contains(&open), "{text}");
}

#[test]
fn json_is_answered_also_where_nothing_else_can_be() {
    for args in [
        &["assess", "--plan", "nowhere.json"][..],
        &["assess", "--qualification", "nowhere"],
        &[
            "show",
            "--qualification",
            "8604-award",
            "--catalogue",
            "nowhere.json",
        ],
        &["batch", "nowhere.csv"],
        &["assess"],
        &["assess", "--nonsense"],
        &["nonsense"],
    ] {
        let (answer, code) = json(args);
        assert_eq!(code, 2, "{args:?}");
        let message = answer["errors"][0]["message"].as_str().unwrap();
        let (line, _) = refused(args);
        assert!(line.contains(message), "{args:?}: {line} {message}");
    }
}
