//! The main job: units are picked until all rules are met, and taken out again. What the planner should say is
//! worked out from the tables of `tests/facts` by the plain words of the rules: a second, slow and obvious
//! engine for the seven qualifications.

use std::collections::BTreeMap;

use qualification_planner::assess::State;
use qualification_planner::editor::Columns;
use qualification_planner::plan::Action;
use qualification_planner::wording;

use crate::support::{Learner, code, learner};

/// For each qualification a plan that meets its rules with the last unit and not before.
const PLANS: [(&str, &[&str]); 7] = [
    ("8617-award", &["8617-703"]),
    ("8609-award", &["8609-500", "8609-400"]),
    ("8604-award", &["8604-308", "8604-401"]),
    ("8603-certificate", &["8603-302", "8603-300", "8603-301"]),
    ("8607-award", &["8607-520", "8607-518"]),
    (
        "8607-certificate",
        &["8607-400", "8607-415", "8607-503", "8607-501"],
    ),
    (
        "8607-diploma",
        &["8607-409", "8607-403", "8607-521", "8607-519"],
    ),
];

type Row = BTreeMap<String, String>;

fn table(name: &str) -> Vec<Row> {
    let path = format!("{}/tests/facts/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// What is asked for: the least and the most.
#[derive(Clone, Copy)]
struct Asked(Option<u32>, Option<u32>);

/// A qualification as the documents have it.
struct Facts {
    rules: Vec<Row>,
    /// Code, level, credits and hours of each unit of the documents.
    units: BTreeMap<String, (String, u32, u32)>,
    /// The groups with their units.
    groups: Vec<(String, Vec<String>)>,
    qualification: Row,
}

impl Facts {
    fn of(id: &str) -> Self {
        let units = table("units").into_iter().map(|row| {
            let number = |name: &str| row[name].parse().unwrap();
            let figures = (
                row["level"].clone(),
                number("credits"),
                number("guided_learning_hours"),
            );
            (row["code"].clone(), figures)
        });
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for row in table("membership")
            .iter()
            .filter(|row| row["qualification"] == id)
        {
            match groups.iter_mut().find(|(name, _)| *name == row["group"]) {
                Some((_, units)) => units.push(row["code"].clone()),
                None => groups.push((row["group"].clone(), vec![row["code"].clone()])),
            }
        }
        let mut all = table("qualifications").into_iter();
        Self {
            rules: table("rules")
                .into_iter()
                .filter(|row| row["qualification"] == id)
                .collect(),
            units: units.collect(),
            groups,
            qualification: all.find(|row| row["id"] == id).unwrap(),
        }
    }

    fn asked(&self, rule: &str) -> Option<Asked> {
        let rows: Vec<&Row> = self
            .rules
            .iter()
            .filter(|row| row["rule"] == rule)
            .collect();
        let number = |column: &str| rows.iter().find_map(|row| row[column].parse().ok());
        (!rows.is_empty()).then(|| Asked(number("at_least"), number("at_most")))
    }

    fn mandatory(&self) -> Vec<&str> {
        let mut rows = self
            .rules
            .iter()
            .filter(|row| row["rule"] == "mandatory-units");
        rows.next()
            .map(|row| row["units"].split(' ').collect())
            .unwrap_or_default()
    }

    fn credits(&self, codes: &[&str]) -> u32 {
        codes.iter().map(|code| self.units[*code].1).sum()
    }

    fn hours(&self, codes: &[&str]) -> u32 {
        codes.iter().map(|code| self.units[*code].2).sum()
    }

    fn group_credits(&self, units: &[String], codes: &[&str]) -> u32 {
        let of_group = codes
            .iter()
            .filter(|code| units.iter().any(|unit| unit == *code));
        self.credits(&of_group.copied().collect::<Vec<_>>())
    }

    /// What the head of a group should say of these picks: its credits against its own rule, or its units where all
    /// of them are mandatory.
    fn pot(&self, name: &str, units: &[String], codes: &[&str]) -> String {
        let rule = format!("{}-credits", name.to_lowercase().replace(' ', "-"));
        let mandatory = self.mandatory();
        let mut noun = "credit";
        let (counted, asked) = if let Some(asked) = self.asked(&rule) {
            (self.group_credits(units, codes), asked)
        } else if units.iter().all(|unit| mandatory.contains(&unit.as_str())) {
            noun = "unit";
            let number = u32::try_from(units.len()).unwrap();
            let picked = units.iter().filter(|unit| codes.contains(&unit.as_str()));
            let picked = u32::try_from(picked.count()).unwrap();
            (picked, Asked(Some(number), Some(number)))
        } else {
            (self.group_credits(units, codes), Asked(None, None))
        };
        match (asked.over(counted), asked.short(counted)) {
            (0, 0) if counted == 1 => format!("1 {noun} chosen"),
            (0, 0) => format!("{counted} {noun}s chosen"),
            (0, _) => format!("{counted} of {}", asked.0.unwrap()),
            _ => format!("{counted}, limit {}", asked.1.unwrap()),
        }
    }

    /// What each rule should say of these picks, each of which counts.
    fn expected_rules(&self, codes: &[&str]) -> Vec<(State, String, String)> {
        let total = Asked::rule(
            self.asked("overall-credits").unwrap(),
            self.credits(codes),
            "credit",
            "in all",
        );
        let mut rules = vec![total];
        for (name, units) in &self.groups {
            let rule = format!("{}-credits", name.to_lowercase().replace(' ', "-"));
            if let Some(asked) = self.asked(&rule) {
                let place = format!("from {name}");
                rules.push(asked.rule(self.group_credits(units, codes), "credit", &place));
            }
        }
        if let Some(asked) = self.asked("unit-count") {
            let number = u32::try_from(codes.len()).unwrap();
            rules.push(asked.rule(number, "unit", "in all"));
        }
        let mandatory = self.mandatory();
        if !mandatory.is_empty() {
            let missing = mandatory.iter().filter(|code| !codes.contains(*code));
            let missing: Vec<&str> = missing.copied().collect();
            let (state, headline) = match missing.len() {
                0 => (State::Met, "Every mandatory unit is picked".to_owned()),
                1 => (State::Open, "1 mandatory unit is missing".to_owned()),
                number => (State::Open, format!("{number} mandatory units are missing")),
            };
            rules.push((state, headline, missing.join(" ")));
        }
        rules
    }

    fn expected_hours(&self, codes: &[&str]) -> Vec<(String, String)> {
        let cell = |name: &str| self.qualification[name].as_str();
        let includes = !cell("overall_hours_published").is_empty();
        let support = |what: &str| {
            let number: u32 = cell(&format!("{what}_hours")).parse().unwrap();
            let least = if cell(&format!("{what}_at_least")) == "true" {
                "at least "
            } else {
                ""
            };
            let within = if includes { ", within the above" } else { "" };
            (number, format!("{least}{}{within}", plural(number, "hour")))
        };
        let units = self.hours(codes);
        let ((induction, of_induction), (tutorial, of_tutorial)) =
            (support("induction"), support("tutorial"));
        let overall = if includes {
            units
        } else {
            units + induction + tutorial
        };
        let mut rows = vec![
            ("Guided learning of your units", plural(units, "hour")),
            ("Induction", of_induction),
            ("Tutorial support", of_tutorial),
            ("Taught in all, at least", plural(overall, "hour")),
        ];
        let credits = self.credits(codes);
        if credits > 0 {
            let study = plural(credits * 10, "hour");
            rows.push(("With your own study", format!("about {study} of study")));
        }
        rows.into_iter()
            .map(|(term, value)| (term.to_owned(), value))
            .collect()
    }
}

impl Asked {
    fn words(self, noun: &str) -> String {
        let (words, last) = match self {
            Self(Some(least), Some(most)) if least == most => (least.to_string(), most),
            Self(Some(least), Some(most)) => (format!("{least} to {most}"), most),
            Self(Some(least), None) => (format!("at least {least}"), least),
            Self(None, most) => (format!("at most {}", most.unwrap()), most.unwrap()),
        };
        let plural = if last == 1 { "" } else { "s" };
        format!("{words} {noun}{plural}")
    }

    fn over(self, counted: u32) -> u32 {
        counted.saturating_sub(self.1.unwrap_or(counted))
    }

    fn short(self, counted: u32) -> u32 {
        self.0.unwrap_or(0).saturating_sub(counted)
    }

    /// “30 of at least 37 credits, 7 more”.
    fn line(self, counted: u32, noun: &str) -> String {
        let detail = format!("{counted} of {}", self.words(noun));
        match (self.over(counted), self.short(counted)) {
            (0, 0) => detail,
            (0, short) => format!("{detail}, {short} more"),
            (over, _) => format!("{detail}, {over} too many"),
        }
    }

    fn rule(self, counted: u32, noun: &str, place: &str) -> (State, String, String) {
        let detail = format!("{counted} of {} {place}", self.words(noun));
        let (state, headline) = match (self.over(counted), self.short(counted)) {
            (0, 0) if self.0.unwrap_or(0) > 0 => (State::Met, format!("Enough {noun}s {place}")),
            (0, 0) => (
                State::Met,
                format!("Within the limit {}", place.replace("from ", "for ")),
            ),
            (0, 1) => (State::Open, format!("1 more {noun} {place}")),
            (0, short) => (State::Open, format!("{short} more {noun}s {place}")),
            (over, _) => (
                State::Broken,
                format!("{} too many {place}", plural(over, noun)),
            ),
        };
        (state, headline, detail)
    }
}

fn plural(number: u32, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

fn check(learner: &Learner, facts: &Facts, codes: &[&str]) {
    let expected = facts.expected_rules(codes);
    let total = facts
        .asked("overall-credits")
        .unwrap()
        .line(facts.credits(codes), "credit");
    assert_eq!(learner.total(), total);
    assert_eq!(learner.number(), facts.credits(codes));
    let open = expected
        .iter()
        .filter(|(state, ..)| *state != State::Met)
        .count();
    let stands = match open {
        0 => "All rules met".to_owned(),
        open => format!(
            "{} still open",
            plural(u32::try_from(open).unwrap(), "rule")
        ),
    };
    assert_eq!(learner.stands(), stands, "{codes:?}");

    assert_eq!(learner.qualification.groups.len(), facts.groups.len());
    for (place, (name, units)) in facts.groups.iter().enumerate() {
        let pot = learner.sees(|current| current.group_pot(place));
        assert_eq!(
            pot.words,
            facts.pot(name, units, codes),
            "{name} with {codes:?}"
        );
    }

    let (of, found) = (&learner.qualification, learner.assessment());
    let lines = learner.sees(|current| current.rule_lines());
    assert_eq!(
        (found.judgements.len(), lines.len()),
        (expected.len(), expected.len())
    );
    let said = found
        .judgements
        .iter()
        .map(|one| wording::judgement(of, one));
    let said: Vec<_> = said.zip(&lines).collect();
    for (state, headline, texts) in &expected {
        let says = |(line, _): &&(wording::Line, &wording::RuleLine)| {
            let whole = format!(
                "{} {}",
                line.detail,
                line.advice.clone().unwrap_or_default()
            );
            let mut texts = texts.split(' ');
            line.headline == *headline && texts.all(|text| whole.contains(text))
        };
        let same: Vec<_> = said.iter().filter(says).collect();
        assert_eq!(same.len(), 1, "{headline}: {texts} in {said:?}");
        assert_eq!(same[0].1.state, Some(*state), "{headline}");
    }

    let hours = wording::plan_hours(&learner.qualification, &learner.assessment()).into_iter();
    let hours: Vec<_> = hours
        .map(|(term, value)| (term.to_owned(), value))
        .collect();
    assert_eq!(hours, facts.expected_hours(codes));
}

#[test]
fn each_qualification_is_planned_to_all_rules_met_and_back_with_the_figures_of_its_document() {
    for (id, codes) in PLANS {
        let (mut learner, facts) = (learner(id), Facts::of(id));
        check(&learner, &facts, &[]);
        for number in 1..=codes.len() {
            learner.pick(&codes[number - 1..number]);
            check(&learner, &facts, &codes[..number]);
            assert_eq!(
                learner.stands() == "All rules met",
                number == codes.len(),
                "{id}"
            );
        }
        for number in (0..codes.len()).rev() {
            learner.act(Action::Remove(code(codes[number])));
            check(&learner, &facts, &codes[..number]);
        }
    }
}

#[test]
fn each_qualification_of_the_documents_has_a_plan_here() {
    let mut planned: Vec<String> = PLANS.iter().map(|(id, _)| (*id).to_owned()).collect();
    let mut all: Vec<String> = table("qualifications")
        .iter()
        .map(|row| row["id"].clone())
        .collect();
    planned.sort();
    all.sort();
    assert_eq!(planned, all);
}

#[test]
fn each_qualification_lists_the_units_of_its_document_with_their_figures() {
    for (id, _) in PLANS {
        let (of, facts) = (learner(id).qualification, Facts::of(id));
        for (group, (_, units)) in of.groups.iter().zip(&facts.groups) {
            let mut listed: Vec<String> = group.units.iter().map(ToString::to_string).collect();
            let mut printed = units.clone();
            listed.sort();
            printed.sort();
            assert_eq!(listed, printed, "{id}");
            for unit in units {
                let (level, credits, hours) = &facts.units[unit];
                let (columns, listed) = (Columns::new(&of), of.unit(&code(unit)).unwrap());
                let (view, read) = (columns.unit(&of, listed), columns.read(listed));
                assert_eq!(&view.code, unit);
                assert!(["", &format!("Level {level}")].contains(&view.level.as_str()));
                let end = format!(", {credits} credits, {hours} guided learning hours.");
                assert!(read.ends_with(&end), "{read}");
                let numbers = view.figures.iter().flatten();
                let numbers: Vec<String> = numbers.map(|one| one.number.to_string()).collect();
                assert_eq!(numbers, [credits.to_string(), hours.to_string()]);
            }
        }
    }
}
