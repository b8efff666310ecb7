//! What is said of slips in a file of several sizes that share a suite: once for each cause, with the
//! qualifications that it concerns.

use serde_json::{Value, json};

use super::{hint, problem, problems};

/// A suite of three sizes, made up.
fn suite() -> Value {
    json!({
        "format": 1, "id": "kiln", "title": "Kiln arts", "awarding_body": "Kiln Board",
        "source": {"document": "Kiln handbook", "checked": "2026-11-22"},
        "units": [
            {"code": "K 01", "title": "Safety", "level": 2, "credits": 3},
            {"code": "K 02", "title": "Throwing", "level": 2, "credits": 4},
            {"code": "K 03", "title": "Glazes", "level": 2, "credits": 6},
            {"code": "K 04", "title": "Kiln building", "level": 3, "credits": 8, "sizes": ["diploma"]},
        ],
        "suites": [{
            "id": "kiln-2", "level": 2,
            "groups": [
                {"id": "core", "title": "Core", "units": ["K 01"]},
                {"id": "art", "title": "Art", "units": ["K 02"]},
                {"id": "fire", "title": "Fire", "units": ["K 03", "K 04"]},
            ],
            "rules": [{"id": "core-units", "kind": "mandatory", "group": "core"}],
        }],
        "qualifications": [
            {"id": "kiln-award", "suite": "kiln-2", "title": "Award in Kiln Arts", "size": "award",
             "groups": [{"shared": "core"}, {"shared": "art"}],
             "rules": [{"id": "overall", "kind": "amount", "measure": "credits", "at_least": 7}]},
            {"id": "kiln-certificate", "suite": "kiln-2", "title": "Certificate in Kiln Arts", "size": "certificate",
             "groups": [{"shared": "core"}, {"shared": "art"}, {"shared": "fire", "closed_units": ["K 04"]}],
             "rules": [{"id": "overall", "kind": "amount", "measure": "credits", "at_least": 12}]},
            {"id": "kiln-diploma", "suite": "kiln-2", "title": "Diploma in Kiln Arts", "size": "diploma",
             "rules": [{"id": "overall", "kind": "amount", "measure": "credits", "at_least": 20}]},
        ],
    })
}

/// All that is said of the suite with a slip in it, a line for each, each with what to do.
fn told(slip: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = suite();
    slip(&mut file);
    let text = serde_json::to_string_pretty(&file).unwrap();
    let all = problems(&text);
    let lines = all.iter();
    lines
        .map(|one| {
            let place = one.place.as_ref().unwrap();
            assert!(place.line > 1, "{one:?}");
            format!("{} {}", problem(one), hint(one))
        })
        .collect()
}

#[track_caller]
fn says(told: &[String], wanted: &[&[&str]]) {
    assert_eq!(told.len(), wanted.len(), "{told:#?}");
    for (line, parts) in told.iter().zip(wanted) {
        for part in *parts {
            assert!(line.contains(part), "{line}\nand not {part}");
        }
    }
}

#[test]
fn the_suite_itself_is_without_a_problem() {
    assert_eq!(told(|_| ()), [""; 0]);
}

#[test]
fn a_unit_that_is_for_other_sizes_is_named_with_the_qualifications_that_offer_it() {
    let open_in_two = told(|file| {
        let all = &mut file["qualifications"];
        all[1]["groups"][2] = json!({"shared": "fire"});
        all[0]["groups"][1] = json!({"shared": "fire"});
    });
    says(
        &open_in_two,
        &[&[
            "suite kiln-2, group fire, unit K 04 (line ",
            "in Award in Kiln Arts (kiln-award, size award) and Certificate in Kiln Arts (kiln-certificate, size certificate): unit K 04 is for Diploma only",
            "\"closed_units\": [\"K 04\"]",
        ]],
    );
    // In a group of the qualification's own it is the same.
    let own = told(|file| {
        file["qualifications"][0]["groups"][1] =
            json!({"id": "own", "title": "Own", "units": ["K 04"]});
    });
    says(
        &own,
        &[&[
            "qualification kiln-award, group own, unit K 04 (line ",
            "in Award in Kiln Arts (kiln-award, size award): unit K 04 is for Diploma only",
        ]],
    );
}

#[test]
fn a_size_that_is_nearly_one_that_there_is_is_told_where_it_stands() {
    let slips = told(|file| file["units"][1]["sizes"] = json!(["award", "certifcate", "diplom"]));
    says(
        &slips,
        &[
            &[
                "unit K 02, size certifcate (line ",
                "“certifcate”",
                "Did you mean certificate?",
            ],
            &[
                "unit K 02, size diplom (line ",
                "“diplom”",
                "Did you mean diploma?",
            ],
        ],
    );
}

#[test]
fn what_a_suite_has_is_told_of_those_of_which_it_is_wrong() {
    // The rule of the suite names a unit that two of the three do not offer.
    let some = told(|file| {
        file["suites"][0]["rules"][0] =
            json!({"id": "core-units", "kind": "mandatory", "units": ["K 03"]});
        file["qualifications"][1]["groups"] = json!([{"shared": "core"}, {"shared": "art"}]);
    });
    says(
        &some,
        &[&[
            "suite kiln-2, rule core-units, unit K 03 (line ",
            "in Award in Kiln Arts (kiln-award) and Certificate in Kiln Arts (kiln-certificate): “K 03”",
        ]],
    );
    // What is wrong in all of them alike needs no names.
    let all = told(|file| file["suites"][0]["rules"][0]["kind"] = json!("mandatroy"));
    says(
        &all,
        &[&["suite kiln-2, rule core-units, kind (line ", "mandatory?"]],
    );
    assert!(!all[0].contains("Award"), "{all:?}");
}

#[test]
fn a_suite_by_a_wrong_name_is_one_slip_with_the_name_that_was_meant() {
    let one = told(|file| file["qualifications"][1]["suite"] = json!("kiln2"));
    says(
        &one,
        &[&[
            "qualification kiln-certificate, suite (line ",
            "there is no suite “kiln2”",
            "Did you mean kiln-2?",
        ]],
    );
    let all = told(|file| file["suites"][0]["id"] = json!("klin-2"));
    says(
        &all,
        &[&[
            "in Award in Kiln Arts (kiln-award), Certificate in Kiln Arts (kiln-certificate) and Diploma in Kiln Arts (kiln-diploma): there is no suite “kiln-2”",
            "Did you mean klin-2?",
        ]],
    );
    // Where nothing is near, the suites are named, and nothing more is concluded.
    let far = told(|file| file["qualifications"][0]["suite"] = json!("9950"));
    says(&far, &[&["no suite “9950”", "kiln-2"]]);
    let none = told(|file| {
        file["qualifications"][0]
            .as_object_mut()
            .unwrap()
            .remove("suite");
    });
    says(
        &none,
        &[&[
            "qualification kiln-award, suite (line ",
            "suite is missing",
            "shared",
        ]],
    );
    // A second slip in the same qualification is told beside it.
    let two = told(|file| {
        file["qualifications"][1]["suite"] = json!("kiln2");
        file["qualifications"][1]["rules"][0]["at_least"] = json!("12");
    });
    says(
        &two,
        &[&["Did you mean kiln-2?"], &["at_least", "whole number"]],
    );
}

#[test]
fn a_suite_that_nobody_names_is_asked_about() {
    let unnamed = told(|file| {
        let mut other = file["suites"][0].clone();
        other["id"] = json!("kiln-22");
        file["suites"].as_array_mut().unwrap().push(other);
    });
    says(
        &unnamed,
        &[&[
            "suite kiln-22, id (line ",
            "no qualification of suite “kiln-22”",
            "Did you mean kiln-2?",
        ]],
    );
    let twice = told(|file| {
        let again = file["suites"][0].clone();
        file["suites"].as_array_mut().unwrap().push(again);
    });
    says(
        &twice,
        &[&["“kiln-2” stands here a second time. The first is in line "]],
    );
}

#[test]
fn a_group_of_the_suite_that_is_not_said_to_be_one_is_told_how_to_say_it() {
    let slips = told(|file| {
        let all = &mut file["qualifications"];
        all[0]["groups"] = json!(["core", "arts"]);
        all[1]["groups"] = json!([{"shared": "core"}, {"id": "outer", "title": "Outer", "groups": ["fire"]}, {"id": "art"}]);
        all[2]["groups"] = json!("core");
    });
    says(
        &slips,
        &[
            &["not \"core\"", "{\"shared\": \"core\"}"],
            &["not \"arts\"", "Did you mean art?", "{\"shared\": \"art\"}"],
            &["group outer, group fire", "{\"shared\": \"fire\"}"],
            &[
                "qualification kiln-certificate, group art (line ",
                "{\"shared\": \"art\"}",
            ],
            &[
                "qualification kiln-diploma, groups (line ",
                "{\"shared\": \"core\"}",
            ],
        ],
    );
    let far = told(|file| file["qualifications"][0]["groups"][1] = json!("water"));
    says(&far, &[&["not \"water\"", "art, core, fire"]]);
}

#[test]
fn what_stands_twice_is_named_in_both_places() {
    let rule = told(|file| {
        let rules = file["qualifications"][1]["rules"].as_array_mut().unwrap();
        rules.push(json!({"id": "core-units", "kind": "mandatory", "units": ["K 02"]}));
    });
    says(
        &rule,
        &[&[
            "suite kiln-2, rule core-units (line ",
            "in Certificate in Kiln Arts (kiln-certificate): “core-units” stands here a second time",
            "The first is in line ",
            ": qualification kiln-certificate, rule core-units.",
        ]],
    );
    for (path, item, first) in [
        (
            "/units",
            json!({"code": "K 02", "title": "Again"}),
            ": unit K 02.",
        ),
        (
            "/units",
            json!({"code": "K 09", "title": "Again", "former_codes": ["K 02"]}),
            ": unit K 02.",
        ),
        (
            "/qualifications/0/groups",
            json!({"shared": "art"}),
            ": qualification kiln-award, group no. 2, shared.",
        ),
        (
            "/suites/0/groups/1/units",
            json!("K 02"),
            ": suite kiln-2, group art, unit K 02.",
        ),
        (
            "/qualifications/2/rules",
            json!({"id": "overall", "kind": "mandatory", "units": ["K 02"]}),
            ": qualification kiln-diploma, rule overall.",
        ),
    ] {
        let twice = told(|file| {
            let list = file
                .pointer_mut(path)
                .and_then(Value::as_array_mut)
                .unwrap();
            list.push(item.clone());
        });
        says(&twice, &[&["a second time. The first is in line ", first]]);
    }
}

#[test]
fn what_is_said_of_a_group_of_the_suite_names_the_key_that_is_meant() {
    let slips = told(|file| {
        file["qualifications"][0]["groups"] = json!([
            {"shared": "core", "units": ["K 01"]},
            {"share": "art"},
            {"shared": "fire", "take": ["K 3"]},
        ]);
        file["qualifications"][1]["groups"] = json!([
            {"group": "core"},
            {"shared": true},
            {"shared": "fires", "closed_units": ["K 04"]},
        ]);
    });
    says(
        &slips,
        &[
            &[
                "qualification kiln-award, group no. 1, units (line ",
                "take for some",
            ],
            &[
                "qualification kiln-award, group no. 2 (line ",
                "with the key shared",
                "{\"shared\": \"art\"}",
            ],
            &[
                "take K 3 (line ",
                "no unit “K 3” in the group",
                "Did you mean K 03?",
            ],
            &[
                "qualification kiln-certificate, group no. 1 (line ",
                "{\"shared\": \"core\"}",
            ],
            &[
                "group no. 2, shared (line ",
                "name of a group of the suite, not true",
            ],
            &["no group “fires” in the suite", "Did you mean fire?"],
        ],
    );
}

#[test]
fn a_word_that_others_have_for_a_key_is_known() {
    let slips = told(|file| {
        file["qualifications"][0]["rules"][0] =
            json!({"id": "overall", "kind": "amount", "measure": "credits", "minimum": 7});
        file["qualifications"][1]["rules"][0] =
            json!({"id": "one-of", "kind": "choice", "units": ["K 02", "K 03"]});
    });
    says(
        &slips,
        &[
            &["“minimum”", "Did you mean at_least?"],
            &["rule one-of, units (line ", "sets of units", "options"],
        ],
    );
}
