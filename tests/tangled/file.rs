//! A tangled qualification as a catalogue file.

use serde_json::{Value, json};

use crate::make::{Rule, Tangled};

pub(crate) fn code(place: usize) -> String {
    format!("U{place:03}")
}

fn codes(places: &[usize]) -> Vec<String> {
    places.iter().map(|place| code(*place)).collect()
}

impl Tangled {
    /// As a catalogue file.
    pub(crate) fn catalogue(&self) -> Value {
        let units = self.units.iter().enumerate().map(|(place, unit)| {
            json!({
                "code": code(place), "title": format!("Unit {place}"), "level": unit.level, "credits": unit.credits,
                "guided_learning_hours": unit.hours, "subject": format!("s{}", unit.subject),
            })
        });
        let groups = (0..self.groups).map(|group| {
            let listed = self.units.iter().enumerate();
            let listed = listed.filter(|(_, unit)| unit.groups.contains(&group));
            let units: Vec<String> = listed.map(|(place, _)| code(place)).collect();
            json!({"id": format!("g{group}"), "title": format!("Group {group}"), "units": units})
        });
        let groups = groups.filter(|group| group["units"] != json!([]));
        // Nothing is asked of a group without units: the file does not have it.
        let is_there = |rule: &&Rule| match rule {
            Rule::Group { group, .. } => {
                let mut units = self.units.iter();
                units.any(|unit| unit.groups.contains(group))
            }
            _ => true,
        };
        let rules = self.rules.iter().filter(is_there);
        let mut rules: Vec<Value> = rules.map(Rule::told).collect();
        for (place, rule) in rules.iter_mut().enumerate() {
            rule["id"] = format!("r{place}").into();
            rule["heading"] = "Rules".into();
        }
        json!({
            "format": 1, "id": "tangled", "title": "Made up", "awarding_body": "Nobody",
            "source": {"document": "made up", "checked": "2026-11-22"},
            "units": units.collect::<Vec<_>>(),
            "qualifications": [{
                "id": "tangled", "suite": "X", "accreditation_number": "000/0000/0", "title": "Made-up Diploma",
                "level": 5, "size": "diploma", "operational_start": "2020-01-01", "heading": "Rules",
                "credit_value": {"at_least": 1}, "induction_hours": {"exactly": 0},
                "tutorial_support_hours": {"exactly": 0}, "purpose": "To try.", "assessment": "None.",
                "groups": groups.collect::<Vec<_>>(), "rules": rules,
            }],
        })
    }
}

impl Rule {
    fn told(&self) -> Value {
        let credits = |more: Value| {
            let mut rule = json!({"kind": "amount", "measure": "credits"});
            for (key, value) in more.as_object().into_iter().flatten() {
                rule[key] = value.clone();
            }
            rule
        };
        match self {
            Self::Total(least, most) => credits(json!({"at_least": least, "at_most": most})),
            Self::Units(most) => json!({"kind": "amount", "measure": "units", "at_most": most}),
            Self::Group {
                group,
                least,
                most,
                if_used,
            } => {
                let mut rule = credits(json!({"group": format!("g{group}")}));
                for (key, bound) in [("at_least", least), ("at_most", most)] {
                    if let Some(bound) = bound {
                        rule[key] = json!(bound);
                    }
                }
                if *if_used {
                    rule["if_used"] = json!(true);
                }
                rule
            }
            Self::Groups(least) => {
                json!({"kind": "amount", "measure": "groups", "at_least": least})
            }
            Self::Subjects(least) => {
                json!({"kind": "amount", "measure": "subjects", "at_least": least})
            }
            Self::Level(level, least) => {
                credits(json!({"of": {"level_from": level}, "at_least": least}))
            }
            Self::Half(level) => {
                json!({"kind": "share", "measure": "credits", "of": {"level_from": level}, "at_least": "1/2"})
            }
            Self::EachSubject(most) => credits(json!({"each_subject": true, "at_most": most})),
            Self::Barred(units) => json!({"kind": "barred", "units": codes(units)}),
            Self::Mandatory(units) => json!({"kind": "mandatory", "units": codes(units)}),
        }
    }
}
