//! The rules that lint names where no choice of units meets them, held against trying every choice: on
//! random small catalogues those that are named cannot be met together with all others left out, without
//! any one of them the others can, and all of that is so for those learners who are named and for no
//! others.

#![cfg(feature = "cli")]

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};

const FILES: usize = 300;
const UNITS: usize = 5;
const KINDS: [&str; 8] = [
    "unreachable",
    "mandatory-barred",
    "mandatory-closed",
    "mandatory-excluded",
    "unsatisfiable-group",
    "contradictory-totals",
    "contradiction",
    "minimum-above-maximum",
];

/// A sequence of numbers that is the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn chance(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn code(&mut self) -> String {
        format!("U{}", self.below(UNITS))
    }

    fn codes(&mut self, number: usize) -> Vec<String> {
        let mut codes: Vec<String> = (0..number).map(|_| self.code()).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

fn rule(numbers: &mut Numbers, id: usize) -> Value {
    let mut rule = match numbers.below(9) {
        0 => json!({"kind": "mandatory", "units": numbers.codes(2)}),
        1 | 2 => json!({"kind": "choice", "options": [numbers.codes(1), numbers.codes(2)]}),
        3 => json!({"kind": "amount", "measure": "credits", "at_least": 3 + numbers.below(12)}),
        4 => json!({"kind": "amount", "measure": "credits", "at_most": 3 + numbers.below(6)}),
        5 => {
            json!({"kind": "amount", "measure": "units", "of": {"units": numbers.codes(3)}, "at_least": 1})
        }
        6 => {
            let units = numbers.codes(4);
            if units.len() < 2 {
                json!({"kind": "same-content", "units": ["U0", "U1"]})
            } else {
                json!({"kind": "barred", "units": units})
            }
        }
        7 => {
            let (unit, mut units) = (numbers.code(), numbers.codes(3));
            units.retain(|other| *other != unit);
            if units.is_empty() {
                json!({"kind": "amount", "measure": "credits", "of": {"units": [unit]}, "at_most": 3, "surplus": "not-counted"})
            } else {
                json!({"kind": "bars", "unit": unit, "units": units})
            }
        }
        _ => {
            let key = if numbers.chance(3) {
                "open_from"
            } else {
                "closed_from"
            };
            json!({"kind": "registration", "unit": numbers.code(), key: "2024-01-01", "open_if_achieved": numbers.chance(2)})
        }
    };
    if rule["kind"] != "registration" && numbers.chance(4) {
        rule["when"] = match numbers.below(3) {
            0 => json!({"registered_before": "2024-01-01"}),
            1 => json!({"registered_from": "2024-01-01"}),
            _ => json!({"pathways": ["p"]}),
        };
    }
    rule["id"] = format!("r{id}").into();
    rule
}

fn catalogue(numbers: &mut Numbers, file: usize) -> Value {
    let codes: Vec<String> = (0..UNITS).map(|unit| format!("U{unit}")).collect();
    let units = codes.iter().map(|code| {
        let credits = 1 + numbers.below(5);
        json!({"code": code, "title": code, "credits": credits})
    });
    let units: Vec<Value> = units.collect();
    let (one, two) = codes.split_at(1 + numbers.below(UNITS - 1));
    let number = 4 + numbers.below(5);
    let rules: Vec<Value> = (0..number).map(|id| rule(numbers, id)).collect();
    json!({
        "format": 1,
        "id": format!("file-{file}"),
        "title": "Random",
        "awarding_body": "Test body",
        "source": {"document": "made up for tests", "checked": "2026-11-22"},
        "units": units,
        "qualifications": [{
            "id": format!("q-{file}"),
            "title": "Random",
            "size": "award",
            "pathways": [{"id": "p", "title": "P"}, {"id": "q", "title": "Q"}],
            "groups": [{"id": "one", "title": "One", "units": one}, {"id": "two", "title": "Two", "units": two}],
            "rules": rules,
        }],
    })
}

/// A learner: the pathway, whether they register late, and whether they have achieved what they claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Learner {
    pathway: &'static str,
    late: bool,
    achieved: bool,
}

fn learners(achieved: bool) -> Vec<Learner> {
    let mut all = Vec::new();
    for pathway in ["p", "q"] {
        for late in [false, true] {
            all.push(Learner {
                pathway,
                late,
                achieved,
            });
        }
    }
    all
}

fn list(value: &Value) -> Vec<&str> {
    let all = value.as_array().unwrap().iter();
    all.map(|one| one.as_str().unwrap()).collect()
}

/// Whether a choice of units keeps a rule.
fn keeps(file: &Value, rule: &Value, learner: Learner, set: &[&str]) -> bool {
    let when = &rule["when"];
    let is_theirs = when["pathways"]
        .as_array()
        .is_none_or(|all| all.contains(&learner.pathway.into()))
        && (when["registered_before"].is_null() || !learner.late)
        && (when["registered_from"].is_null() || learner.late);
    if !is_theirs {
        return true;
    }
    let has = |code: &&str| set.contains(code);
    let number = |units: &Value| list(units).iter().filter(|code| has(code)).count();
    match rule["kind"].as_str().unwrap() {
        "mandatory" => list(&rule["units"]).iter().all(has),
        "choice" => {
            let mut options = rule["options"].as_array().unwrap().iter();
            options.any(|option| list(option).iter().all(has))
        }
        "barred" | "same-content" => number(&rule["units"]) <= 1,
        "bars" => !has(&rule["unit"].as_str().unwrap()) || number(&rule["units"]) == 0,
        "registration" => {
            let closed = rule["open_from"].is_null() == learner.late;
            let claimed = learner.achieved && rule["open_if_achieved"] == true;
            !closed || claimed || !has(&rule["unit"].as_str().unwrap())
        }
        _ => {
            let units = file["units"].as_array().unwrap().iter();
            let spoken_of = units.filter(|unit| {
                let code = unit["code"].as_str().unwrap();
                let of = &rule["of"]["units"];
                has(&code) && (of.is_null() || list(of).contains(&code))
            });
            let sum: u64 = spoken_of
                .map(|unit| match rule["measure"].as_str().unwrap() {
                    "credits" => unit["credits"].as_u64().unwrap(),
                    _ => 1,
                })
                .sum();
            rule["at_least"].as_u64().is_none_or(|least| sum >= least)
                && rule["at_most"].as_u64().is_none_or(|most| sum <= most)
        }
    }
}

/// Whether some choice of units meets these rules, where there are no others.
fn could_meet(file: &Value, rules: &[&Value], learner: Learner) -> bool {
    let codes: Vec<String> = (0..UNITS).map(|unit| format!("U{unit}")).collect();
    (0..1_u32 << UNITS).any(|bits| {
        let set = codes.iter().enumerate();
        let set = set.filter(|(place, _)| bits >> place & 1 == 1);
        let set: Vec<&str> = set.map(|(_, code)| code.as_str()).collect();
        rules.iter().all(|rule| keeps(file, rule, learner, &set))
    })
}

/// Whether these rules cannot be met together, and without any one of them the others can.
fn collide(file: &Value, rules: &[&Value], learner: Learner) -> bool {
    !could_meet(file, rules, learner)
        && (0..rules.len()).all(|left_out| {
            let mut others = rules.to_vec();
            others.remove(left_out);
            could_meet(file, &others, learner)
        })
}

/// Those of whom a message is told.
fn told_of(message: &str) -> Vec<Learner> {
    let whom = message.split_once(": ").map_or("", |(whom, _)| whom);
    if !["On the pathway", "Registered"]
        .iter()
        .any(|word| whom.starts_with(word))
    {
        return learners(false);
    }
    let whom = whom.to_lowercase();
    let is_in = |part: &str, one: &Learner| {
        let title = format!("“{}”", one.pathway);
        (!part.contains("pathway") || part.contains(&title))
            && (!part.contains("before 1 january") || !one.late)
            && (!part.contains("from 1 january") || one.late)
    };
    let mut all = learners(false);
    all.retain(|one| whom.split("; ").any(|part| is_in(part, one)));
    all
}

#[test]
fn the_rules_that_are_named_collide_for_those_who_are_named_and_each_of_them_is_needed() {
    let mut numbers = Numbers(20_261_129);
    let folder = std::env::temp_dir().join(format!("lint-sets-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let mut files = BTreeMap::new();
    for file in 0..FILES {
        let path = folder.join(format!("{file}.json"));
        let value = catalogue(&mut numbers, file);
        fs::write(&path, value.to_string()).unwrap();
        files.insert(path.to_str().unwrap().to_owned(), value);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
        .arg("lint")
        .args(files.keys())
        .args(["--json", "--today", "2026-11-22"])
        .output()
        .unwrap();
    fs::remove_dir_all(&folder).unwrap();
    let findings: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let (mut sets, mut silent, mut claimed) = (0, 0, 0);
    for (path, file) in &files {
        let all: Vec<&Value> = file["qualifications"][0]["rules"]
            .as_array()
            .unwrap()
            .iter()
            .collect();
        let mut unmet: Vec<Learner> = Vec::new();
        let mut by_set: BTreeMap<Vec<&str>, Vec<Learner>> = BTreeMap::new();
        for found in findings.iter().filter(|one| one["file"] == *path) {
            let text = |key: &str| found[key].as_str().unwrap();
            if !KINDS.contains(&text("kind")) {
                assert_eq!(found["severity"], "warning", "{found:#}");
                continue;
            }
            let said = format!("{} {}", text("message"), text("hint"));
            let is_named =
                |rule: &Value| said.contains(&format!("“{}” (", rule["id"].as_str().unwrap()));
            let named: Vec<&Value> = all.iter().copied().filter(|rule| is_named(rule)).collect();
            sets += 1;
            silent += usize::from(
                named
                    .iter()
                    .any(|rule| rule["kind"] == "bars" || rule["kind"] == "registration"),
            );
            let whom = told_of(text("message"));
            // What can be had at most may differ, and is then told one by one.
            let ids: Vec<&str> = named
                .iter()
                .map(|rule| rule["id"].as_str().unwrap())
                .collect();
            let told: &mut Vec<Learner> = by_set.entry(ids).or_default();
            told.extend(&whom);
            let has_claim = text("message").contains("without having achieved ");
            claimed += usize::from(has_claim);
            for learner in &whom {
                let achieved = Learner {
                    achieved: true,
                    ..*learner
                };
                assert_eq!(
                    could_meet(file, &named, achieved),
                    has_claim,
                    "{learner:?} {found:#} {file:#}"
                );
            }
            unmet.extend(whom);
        }
        for (ids, told) in by_set {
            let is_named = |rule: &&&Value| ids.contains(&rule["id"].as_str().unwrap());
            let named: Vec<&Value> = all.iter().filter(is_named).copied().collect();
            for learner in learners(false) {
                let is_so = collide(file, &named, learner);
                assert_eq!(
                    is_so,
                    told.contains(&learner),
                    "{learner:?} {ids:?} {file:#}"
                );
            }
        }
        for learner in learners(false) {
            assert_eq!(
                could_meet(file, &all, learner),
                !unmet.contains(&learner),
                "{learner:?} {findings:#?} {file:#}"
            );
        }
    }
    assert!(
        sets > 150 && silent > 50 && claimed > 10,
        "{sets} {silent} {claimed}"
    );
}
