use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::not_json::not_json;
use super::problem::{Problem, Reason};

/// A JSON value without fractions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from 0 to 2⁶⁴ − 1.
    Integer(u64),
    /// A number that is negative or has a fraction: kept only to be named in a problem.
    OtherNumber,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object, in the order of the text. No key stands twice.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// A text node.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object node from keys and values.
    #[must_use]
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(
            members
                .into_iter()
                .map(|(key, node)| (key.to_owned(), node))
                .collect(),
        )
    }

    /// The JSON text of this tree, without white space.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Writing to a string cannot fail, and every key is a string.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Node {
    /// The JSON text of this tree for people: a line for each member and item, two spaces further in
    /// than what holds it.
    #[must_use]
    pub fn to_pretty_json(&self) -> String {
        let mut text = String::new();
        self.put(0, &mut text);
        text
    }

    fn put(&self, depth: usize, text: &mut String) {
        let line = |depth: usize, text: &mut String| {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        };
        match self {
            Self::List(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    text.push(if index == 0 { '[' } else { ',' });
                    line(depth + 1, text);
                    item.put(depth + 1, text);
                }
                line(depth, text);
                text.push(']');
            }
            Self::Object(members) if !members.is_empty() => {
                for (index, (key, node)) in members.iter().enumerate() {
                    text.push(if index == 0 { '{' } else { ',' });
                    line(depth + 1, text);
                    text.push_str(&Self::text(key.as_str()).to_json());
                    text.push_str(": ");
                    node.put(depth + 1, text);
                }
                line(depth, text);
                text.push('}');
            }
            plain => text.push_str(&plain.to_json()),
        }
    }
}

/// Reads JSON text of at most `limit` bytes.
///
/// # Errors
///
/// One [`Problem`] at the top: the text is longer than `limit` (nothing of it is parsed then), or
/// is not JSON, or nests deeper than 128, or gives a key twice in one object.
pub fn parse(text: &str, limit: usize) -> Result<Node, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > limit {
        let bytes = text.len();
        let reason = Reason::TextTooLong { bytes, limit };
        return Err(Problem::new(String::new(), reason));
    }
    serde_json::from_str(text).map_err(|error| not_json(text, &error))
}

/// Reads JSON text that the planner keeps and nobody writes; `None` where it is none. Where it stops being so is not
/// looked for.
#[must_use]
pub fn parse_kept(text: &str, limit: usize) -> Option<Node> {
    (text.len() <= limit).then(|| serde_json::from_str(text).ok())?
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(u64::try_from(value).map_or(Node::OtherNumber, Node::Integer))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Node, E> {
        Ok(Node::OtherNumber)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node, A::Error> {
        let mut object: Vec<(String, Node)> = Vec::new();
        // A set, because a hostile text can hold a hundred thousand keys.
        let mut known = BTreeSet::new();
        while let Some(key) = members.next_key::<String>()? {
            if !known.insert(key.clone()) {
                return Err(A::Error::custom("repeated key"));
            }
            object.push((key, members.next_value()?));
        }
        Ok(Node::Object(object))
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::OtherNumber => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_u64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(list) => list.serialize(serializer),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, node) in members {
                    map.serialize_entry(key, node)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_as_it_was() {
        let node = Node::object([
            ("a", Node::List(vec![Node::Integer(1), Node::Null])),
            ("b", Node::text("Ynys Môn “quoted” \u{7}")),
            ("c", Node::Bool(true)),
        ]);
        assert_eq!(parse(&node.to_json(), 1000), Ok(node));
    }

    #[test]
    fn what_is_written_for_people_reads_back_too() {
        let node = Node::object([
            (
                "a",
                Node::List(vec![Node::Integer(1), Node::List(Vec::new())]),
            ),
            ("b", Node::object([("“c”", Node::Null)])),
        ]);
        let text = node.to_pretty_json();
        assert!(
            text.starts_with("{\n  \"a\": [\n    1,\n    []\n  ],\n"),
            "{text}"
        );
        assert_eq!(parse(&text, 1000), Ok(node));
    }

    #[test]
    fn a_fraction_or_a_negative_number_is_kept_apart_from_whole_numbers() {
        assert_eq!(
            parse("[1.5, -1, 3]", 100),
            Ok(Node::List(vec![
                Node::OtherNumber,
                Node::OtherNumber,
                Node::Integer(3)
            ]))
        );
    }

    #[test]
    fn a_key_given_twice_is_an_error_with_its_line() {
        let problem = parse("{\"a\": 1,\n \"a\": 2}", 100).unwrap_err();
        assert_eq!(problem.reason.name(), "duplicate");
        assert_eq!(problem.place.unwrap().line, 2);
    }

    #[test]
    fn a_text_over_the_limit_is_not_parsed() {
        let problem = parse("[1,2,3]", 6).unwrap_err();
        assert_eq!(problem.reason, Reason::TextTooLong { bytes: 7, limit: 6 });
    }

    #[test]
    fn nesting_without_end_is_an_error_and_no_crash() {
        assert!(parse(&"[".repeat(100_000), 1_000_000).is_err());
    }
}
