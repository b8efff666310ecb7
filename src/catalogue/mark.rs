use crate::reading::{Node, fnv};

/// The keys of a qualification that say what it asks for.
const ASKING: [&str; 5] = ["groups", "rules", "pathways", "nations", "endorsements"];

/// The keys below them that say nothing of that.
const WORDS: [&str; 4] = ["note", "heading", "title", "text"];

/// The [`rules_mark`](crate::qualification::Qualification::rules_mark) of a qualification in a file.
pub(super) fn of_rules(qualification: &Node) -> u32 {
    let Node::Object(members) = qualification else {
        return 1;
    };
    let asking = members
        .iter()
        .filter(|(key, _)| ASKING.contains(&key.as_str()));
    let asking = asking.map(|(key, node)| (key.clone(), without_words(node)));
    let hash = fnv(Node::Object(asking.collect()).to_json().bytes());
    // Both halves of it, and never the 0 of those that are not known.
    let [high, low] = [hash >> 32, hash & u64::from(u32::MAX)].map(u32::try_from);
    (high.unwrap_or(0) ^ low.unwrap_or(0)).max(1)
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

    fn marks(edit: impl FnOnce(String) -> String) -> Vec<u32> {
        let text = edit(include_str!("../../tests/catalogues/small.json").to_owned());
        let file = read(&text).file.unwrap();
        let all = file.qualifications.iter();
        all.map(|qualification| qualification.rules_mark).collect()
    }

    #[test]
    fn another_bound_makes_another_mark_of_that_qualification_alone() {
        let (then, now) = (
            marks(|text| text),
            marks(|text| {
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
    fn other_words_make_no_other_mark() {
        let now = marks(|text| {
            let now = text.replace("\"heading\": \"", "\"heading\": \"Now: ");
            assert_ne!(now, text);
            now
        });
        assert_eq!(now, marks(|text| text));
    }
}
