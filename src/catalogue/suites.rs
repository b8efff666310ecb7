//! Puts what the qualifications of one suite share into each of them, before they are read.
//!
//! All other code reads a qualification as if everything were written in it. A path to a place that
//! came from a suite is led back to where it is written.

use super::merging::Merging;
use super::origins::Origins;
use super::suite::{OWN, Suite, Suites, first_shared, is_text, member};
use crate::reading::{Cursor, MOST_PROBLEMS, Node};

/// Lists of which a suite's stands after the qualification's own.
const ADDED: [&str; 2] = ["rules", "notes"];

/// Keys whose order changes the hash by which a plan recognises its rules.
const ORDER: [&str; 8] = [
    "registration",
    "last_certification",
    "pathways",
    "nations",
    "completion_years",
    "groups",
    "rules",
    "endorsements",
];

/// A file after everything shared was put in.
#[derive(Default)]
pub(super) struct Merged {
    /// `None` where the file is unchanged.
    pub(super) node: Option<Node>,
    pub(super) origins: Origins,
    /// The qualifications, counted from 0, into which something could not be put.
    pub(super) faulty: Vec<usize>,
    /// Those of them in which no further problems are looked for.
    pub(super) skipped: Vec<usize>,
}

/// The same file with what its suites share in each qualification; `None` where nothing is shared.
pub(super) fn merge(top: &Cursor<'_>) -> Option<Merged> {
    let Node::Object(members) = top.node() else {
        return None;
    };
    let file = top.object()?;
    let list = file.optional("qualifications")?;
    let place = file.optional("suites");
    let takes_groups = |one: &Node| first_shared(one).is_some();
    if place.is_none() && !matches!(list.node(), Node::List(all) if all.iter().any(takes_groups)) {
        return None;
    }
    let suites = match &place {
        Some(place) => Suites::read(place),
        None => Suites::default(),
    };
    let mut merging = Merging::new();
    let mut merged = Merged::default();
    let mut is_unknown = false;
    let qualifications = list.list(usize::MAX, |place| {
        let (here, before) = (place.number(), place.number_of_problems());
        let own = member(place.node(), "suite");
        let named = suites
            .all
            .iter()
            .find(|one| own.is_some_and(|own| is_text(own, &one.id)));
        let suite = match named {
            None if suites.misses(place.node()) => {
                is_unknown = true;
                merged.faulty.push(here);
                let meant = suites.meant(place);
                if meant.is_none() {
                    merged.skipped.push(here);
                }
                meant
            }
            named => named,
        };
        let Some(suite) = suite else {
            return Some(place.node().clone());
        };
        let read = merging.qualification(place, &format!("qualifications[{here}]"), suite);
        if place.number_of_problems() > before || before >= MOST_PROBLEMS {
            merged.faulty.push(here);
        }
        // Those behind it keep their numbers.
        if read.is_none() {
            merged.skipped.push(here);
        }
        Some(read.unwrap_or_else(|| place.node().clone()))
    })?;
    if let Some(place) = place.filter(|_| !is_unknown) {
        suites.unused(&place, list.node());
    }
    let others = members
        .iter()
        .filter(|(key, _)| key != "suites" && key != "qualifications");
    let mut node: Vec<(String, Node)> = others.cloned().collect();
    node.push(("qualifications".to_owned(), Node::List(qualifications)));
    Some(Merged {
        node: Some(Node::Object(node)),
        origins: merging.origins,
        ..merged
    })
}

impl Merging {
    fn qualification(&mut self, place: &Cursor<'_>, path: &str, suite: &Suite<'_>) -> Option<Node> {
        let (Node::Object(own), Node::Object(shared)) = (place.node(), suite.node) else {
            return Some(place.node().clone());
        };
        let object = place.object()?;
        let mut members: Vec<(String, Node)> = Vec::new();
        for (key, node) in shared {
            let is_own = key == "id" || key.starts_with('$') || OWN.contains(&key.as_str());
            if !is_own && member(place.node(), key).is_none() {
                self.take(node, place)?;
                members.push((key.clone(), node.clone()));
                let (to, from) = (format!("{path}.{key}"), format!("{}.{key}", suite.path));
                self.origins.add(to, from, None);
            }
        }
        for (key, node) in own {
            if members.iter().any(|(known, _)| known == key) {
                continue;
            }
            let more = member(suite.node, key);
            let node = match (node, more) {
                (Node::List(own), Some(Node::List(more))) if ADDED.contains(&key.as_str()) => {
                    let mut all = own.clone();
                    for (index, one) in more.iter().enumerate() {
                        let to = format!("{path}.{key}[{}]", all.len());
                        let from = format!("{}.{key}[{index}]", suite.path);
                        self.origins.add(to, from, None);
                        self.take(one, place)?;
                        all.push(one.clone());
                    }
                    Node::List(all)
                }
                (Node::List(_) | Node::Text(_), _) if key == "groups" => {
                    self.taken.clear();
                    let groups = object.optional("groups")?;
                    self.groups(&groups, &format!("{path}.groups"), suite)?
                }
                _ => node.clone(),
            };
            members.push((key.clone(), node));
        }
        // As if it were typed in the order of the documentation.
        members.sort_by_key(|(key, _)| ORDER.iter().position(|one| one == key));
        Some(Node::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::catalogue::read;
    use crate::qualification::Qualification;
    use crate::reading::{Clash, Reason};

    /// A small file of two sizes with what they share typed twice.
    fn whole() -> Value {
        serde_json::from_str(include_str!("../../tests/catalogues/small.json")).unwrap()
    }

    /// The same with a suite, and the other keys of its qualifications.
    fn shared() -> Value {
        let mut file = whole();
        file["suites"] = json!([{
            "id": "A",
            "$comment": "For both sizes.",
            "level": 4,
            "operational_start": "2020-01-01",
            "purpose": "For tests.",
            "assessment": "None.",
            "groups": [
                {"id": "one", "title": "One", "units": ["A-1", "A-2", "A-3"]},
                {"id": "two", "title": "Two", "units": ["A-3"]}
            ],
            "rules": [file["qualifications"][0]["rules"][0].clone()],
        }]);
        let all = file["qualifications"].as_array_mut().unwrap();
        for one in all.iter_mut() {
            let one = one.as_object_mut().unwrap();
            for key in [
                "level",
                "operational_start",
                "purpose",
                "assessment",
                "groups",
            ] {
                one.remove(key);
            }
        }
        all[0]["groups"] = json!([{"shared": "one", "closed_units": ["A-3"]}]);
        all[0].as_object_mut().unwrap().remove("rules");
        all[1]["groups"] =
            json!([{"shared": "one", "leave_out": ["A-3"]}, {"shared": "two", "take": ["A-3"]}]);
        // The rule that is shared stands last.
        all[1]["rules"].as_array_mut().unwrap().remove(0);
        file
    }

    #[test]
    fn what_a_suite_has_is_read_as_if_it_stood_in_each_of_its_qualifications() {
        let mut typed = whole();
        let rules = typed["qualifications"][1]["rules"].as_array_mut().unwrap();
        rules.rotate_left(1);
        let (typed, shared) = (read(&typed.to_string()), read(&shared().to_string()));
        assert_eq!(shared.problems, []);
        // The number is of the text, in which the keys of these files stand in another order.
        let unmarked = |reading: crate::catalogue::Reading| {
            let all = reading
                .file
                .into_iter()
                .flat_map(|file| file.qualifications);
            let all = all.map(|one| Qualification {
                rules_hash: 0,
                ..(*one).clone()
            });
            all.collect::<Vec<_>>()
        };
        assert_eq!(unmarked(shared), unmarked(typed));
    }

    #[test]
    fn a_problem_is_where_it_is_written_and_told_once() {
        let paths = |change: &dyn Fn(&mut Value)| -> Vec<String> {
            let mut file = shared();
            change(&mut file);
            let reading = read(&file.to_string());
            assert!(reading.left_out > 0);
            reading.problems.into_iter().map(|one| one.path).collect()
        };
        assert_eq!(
            paths(&|file| file["suites"][0]["purpose"] = json!(1)),
            ["suites[0].purpose"]
        );
        assert_eq!(
            paths(&|file| file["suites"][0]["rules"][0]["at_least"] = json!("six")),
            ["suites[0].rules[0].at_least"]
        );
        assert_eq!(
            paths(&|file| file["suites"][0]["groups"][1]["units"] = json!(["A-9"])),
            ["qualifications[1].groups[1].take[0]"]
        );
        assert_eq!(
            paths(&|file| file["qualifications"][0]["groups"][0]["shared"] = json!("three")),
            ["qualifications[0].groups[0].shared"]
        );
        assert_eq!(
            paths(&|file| file["qualifications"][0]["groups"][0]["leave_out"] = json!(["A-7"])),
            ["qualifications[0].groups[0].leave_out[0]"]
        );
        assert_eq!(
            paths(&|file| file["suites"][0]["titel"] = json!("A")),
            ["suites[0].titel"]
        );
    }

    #[test]
    fn a_short_file_does_not_become_a_long_one() {
        let mut file = shared();
        let long = "x".repeat(20_000);
        file["suites"][0]["for_learners"] = json!([long]);
        let one = file["qualifications"][0].clone();
        let many = (0..400).map(|number| {
            let mut one = one.clone();
            one["id"] = json!(format!("award-{number}"));
            one
        });
        file["qualifications"] = many.collect();
        let reading = read(&file.to_string());
        let is_told =
            |reason: &Reason| matches!(reason, Reason::Contradiction(Clash::SuitesTooLong));
        assert!(reading.problems.iter().any(|one| is_told(&one.reason)));
    }
}
