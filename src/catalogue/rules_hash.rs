use crate::qualification::{Size, Unit};
use crate::reading::{Node, fnv};

/// The keys of a qualification that say what it asks for.
const ASKING: [&str; 8] = [
    "groups",
    "rules",
    "pathways",
    "nations",
    "endorsements",
    "registration",
    "last_certification",
    "completion_years",
];

/// The keys below them that do not change what is asked for. The text of a condition does, so it is
/// not among them.
const WORDS: [&str; 3] = ["note", "heading", "title"];

/// The [`rules_hash`](crate::qualification::Qualification::rules_hash) of a qualification in a file, with
/// these units: rules may be for units of a tag or a subject, and units for some sizes.
pub(super) fn of_rules(qualification: &Node, units: &[Unit]) -> u32 {
    let Node::Object(members) = qualification else {
        return 1;
    };
    let asking = members
        .iter()
        .filter(|(key, _)| ASKING.contains(&key.as_str()));
    let asking = asking.map(|(key, node)| (key.clone(), without_words(node)));
    let mut text = Node::Object(asking.collect()).to_json();
    // In the order of their codes: where a unit stands in the file says nothing of the rules.
    let mut units: Vec<&Unit> = units.iter().collect();
    units.sort_unstable_by_key(|unit| &unit.code);
    text.extend(units.into_iter().filter_map(marked));
    let hash = fnv(text.bytes());
    // Both halves of it, and never the 0 of those that are not known.
    let [high, low] = [hash >> 32, hash & u64::from(u32::MAX)].map(u32::try_from);
    (high.unwrap_or(0) ^ low.unwrap_or(0)).max(1)
}

/// What rules may ask of a unit beside its figures; `None` where the unit has nothing of the kind.
fn marked(unit: &Unit) -> Option<String> {
    let sizes = unit.sizes.iter().map(Size::key);
    let tags = unit.tags.iter().chain(&unit.subject).map(String::as_str);
    let points = unit.points.filter(|points| *points > 0);
    let points = points.map(|points| points.to_string());
    let words: Vec<&str> = sizes.chain(tags).chain(points.as_deref()).collect();
    (!words.is_empty()).then(|| format!("\n{} {}", unit.code, words.join("\t")))
}

fn without_words(node: &Node) -> Node {
    match node {
        Node::List(items) => Node::List(items.iter().map(without_words).collect()),
        Node::Object(members) => {
            let said = members
                .iter()
                .filter(|(key, _)| !WORDS.contains(&key.as_str()));
            let said = said.map(|(key, node)| (key.clone(), without_words(node)));
            Node::Object(said.collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::read;

    fn hashes(edit: impl FnOnce(String) -> String) -> Vec<u32> {
        let text = edit(include_str!("../../tests/catalogues/small.json").to_owned());
        let file = read(&text).file.unwrap();
        let all = file.qualifications.iter();
        all.map(|qualification| qualification.rules_hash).collect()
    }

    #[test]
    fn another_bound_makes_another_hash_of_that_qualification_alone() {
        let (then, now) = (
            hashes(|text| text),
            hashes(|text| {
                assert!(
                    text.contains("\"measure\": \"credits\", \"at_least\": 6"),
                    "{text}"
                );
                text.replacen(
                    "\"credits\", \"at_least\": 6",
                    "\"credits\", \"at_least\": 5",
                    1,
                )
            }),
        );
        assert_ne!(then[0], now[0]);
        assert_eq!(then[1], now[1]);
    }

    #[test]
    fn so_does_another_day_another_condition_and_a_unit_that_is_for_other_sizes() {
        let then = hashes(|text| text);
        for (what, other) in [
            (
                "\"operational_start\"",
                "\"completion_years\": 2, \"operational_start\"",
            ),
            (
                "\"operational_start\"",
                "\"last_certification\": \"2031-01-01\", \"operational_start\"",
            ),
            ("\"level\": 3", "\"sizes\": [\"diploma\"], \"level\": 3"),
            ("\"level\": 3", "\"tags\": [\"core\"], \"level\": 3"),
        ] {
            let now = hashes(|text| {
                assert!(text.contains(what), "{what}");
                text.replacen(what, other, 1)
            });
            assert_ne!(then[0], now[0], "{other}");
        }
    }

    #[test]
    fn other_words_make_no_other_hash() {
        let now = hashes(|text| {
            let now = text.replace("\"heading\": \"", "\"heading\": \"Now: ");
            assert_ne!(now, text);
            now
        });
        assert_eq!(now, hashes(|text| text));
    }
}
