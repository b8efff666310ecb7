use std::cell::RefCell;
use std::ops::RangeInclusive;

use super::expected::Expected;
use super::near::the_one;
use super::node::Node;
use super::problem::{Elsewhere, Problem, Reason};

/// The most problems of one text that are noted: more than anybody reads, and few enough that a
/// text made to have a million of them takes no time.
pub const MOST_PROBLEMS: usize = 1_000;

/// For how many of them a “Did you mean …?” is looked for: more than anybody reads at once, and few
/// enough that thousands of long names, each compared with thousands, take no time.
const MOST_GUESSED: usize = 100;

/// The problems found so far.
pub type Problems = RefCell<Vec<Problem>>;

#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// A place in a tree: the node there, and the way to it.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    pub(super) node: &'a Node,
    pub(super) parent: Option<&'a Cursor<'a>>,
    pub(super) step: Step<'a>,
    pub(super) problems: &'a Problems,
}

impl<'a> Cursor<'a> {
    /// The top of a tree.
    #[must_use]
    pub fn top(node: &'a Node, problems: &'a Problems) -> Self {
        Self {
            node,
            parent: None,
            step: Step::Key(""),
            problems,
        }
    }

    /// The node here.
    #[must_use]
    pub fn node(&self) -> &'a Node {
        self.node
    }

    /// Notes a problem here; always `None`, so that a reader can return it. After
    /// [`MOST_PROBLEMS`] no more are noted.
    #[must_use]
    pub fn error<T>(&self, reason: Reason) -> Option<T> {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            problems.push(Problem::new(self.path(), reason));
        }
        None
    }

    /// As [`Cursor::error`], for a value that stands already at another path.
    #[must_use]
    pub fn repeated<T>(&self, name: impl Into<String>, earlier: String) -> Option<T> {
        let path = earlier;
        self.error(Reason::Repeated {
            name: name.into(),
            earlier: Box::new(Elsewhere { path, place: None }),
        })
    }

    /// The way to the item of this number in the list in which this one stands.
    #[must_use]
    pub fn beside(&self, number: usize) -> String {
        let list = self.parent.map(Cursor::path).unwrap_or_default();
        format!("{list}[{number}]")
    }

    /// The number of this item in its list, from 0.
    #[must_use]
    pub fn number(&self) -> usize {
        match self.step {
            Step::Index(number) => number,
            Step::Key(_) => 0,
        }
    }

    /// Whether the problems so far are few enough to look for what was meant.
    #[must_use]
    pub fn are_few(&self) -> bool {
        self.problems.borrow().len() < MOST_GUESSED
    }

    /// How many problems are noted.
    #[must_use]
    pub fn number_of_problems(&self) -> usize {
        self.problems.borrow().len()
    }

    /// Notes a problem below here that was found with a list of its own.
    pub fn note(&self, problem: Problem) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            let dot = if problem.path.is_empty() || problem.path.starts_with('[') {
                ""
            } else {
                "."
            };
            problems.push(Problem {
                path: format!("{}{dot}{}", self.path(), problem.path),
                ..problem
            });
        }
    }

    /// The text here, of 1 to `most` characters, none of them a control character.
    #[must_use]
    pub fn text(&self, most: usize) -> Option<&'a str> {
        let Node::Text(text) = self.node else {
            return self.error(Reason::NotA(Expected::Text));
        };
        let length = if text.trim().is_empty() {
            0
        } else {
            text.chars().count()
        };
        if length == 0 || length > most {
            return self.error(Reason::Length { most, length });
        }
        if text.chars().any(char::is_control) {
            return self.error(Reason::NotA(Expected::PlainText));
        }
        Some(text)
    }

    /// The whole number here, within `range`.
    #[must_use]
    pub fn integer(&self, range: RangeInclusive<u32>) -> Option<u32> {
        let Node::Integer(number) = *self.node else {
            return self.error(Reason::NotA(Expected::WholeNumber));
        };
        match u32::try_from(number) {
            Ok(number) if range.contains(&number) => Some(number),
            _ => self.error(Reason::OutOfRange {
                least: u64::from(*range.start()),
                most: u64::from(*range.end()),
            }),
        }
    }

    /// The `true` or `false` here.
    #[must_use]
    pub fn bool(&self) -> Option<bool> {
        match *self.node {
            Node::Bool(value) => Some(value),
            _ => self.error(Reason::NotA(Expected::TrueOrFalse)),
        }
    }

    /// The index of the word of `words` that stands here.
    #[must_use]
    pub fn one_of(&self, words: &'static [&'static str]) -> Option<usize> {
        match self.node {
            Node::Text(text) => words.iter().position(|word| word == text).or_else(|| {
                let near = the_one(text, words.iter().copied());
                self.error(Reason::NotOneOf { words, near })
            }),
            _ => self.error(Reason::NotOneOf { words, near: None }),
        }
    }

    /// Reads every item of the list here (at most `most`) with `read`. `None` where there is no
    /// list; items that cannot be read are left out, their problems noted.
    #[must_use]
    pub fn list<T>(
        &self,
        most: usize,
        mut read: impl FnMut(&Cursor<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Node::List(items) = self.node else {
            return self.error(Reason::NotA(Expected::List));
        };
        if items.len() > most {
            let length = items.len();
            return self.error(Reason::Length { most, length });
        }
        Some(
            items
                .iter()
                .enumerate()
                .filter_map(|(index, node)| {
                    read(&Cursor {
                        node,
                        parent: Some(self),
                        step: Step::Index(index),
                        problems: self.problems,
                    })
                })
                .collect(),
        )
    }

    /// As [`Cursor::list`], of at least one item.
    pub fn list_of_some<T>(
        &self,
        most: usize,
        read: impl FnMut(&Cursor<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        match self.node {
            Node::List(items) if items.is_empty() => self.error(Reason::Length { most, length: 0 }),
            _ => self.list(most, read),
        }
    }

    /// The way here.
    #[must_use]
    pub fn path(&self) -> String {
        let Some(parent) = self.parent else {
            return String::new();
        };
        let mut path = parent.path();
        match self.step {
            Step::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::parse;

    fn problems(json: &str, read: impl FnOnce(&Cursor<'_>)) -> Vec<(String, Reason)> {
        let node = parse(json, 10_000).unwrap();
        let problems = Problems::default();
        read(&Cursor::top(&node, &problems));
        problems
            .into_inner()
            .into_iter()
            .map(|problem| (problem.path, problem.reason))
            .collect()
    }

    #[test]
    fn every_problem_is_found_in_one_reading_each_with_its_path() {
        let found = problems(
            r#"{"units": [{"credits": 5}, {"credits": "five"}, {"credits": 500}], "extra": 1}"#,
            |top| {
                let object = top.object().unwrap();
                let units = object.required("units").unwrap();
                let read = units.list(10, |unit| {
                    unit.object()?.required("credits")?.integer(0..=99)
                });
                assert_eq!(read, Some(vec![5]));
                let _ = object.required("title");
                object.finish();
            },
        );
        assert_eq!(
            found,
            [
                (
                    "units[1].credits".to_owned(),
                    Reason::NotA(Expected::WholeNumber)
                ),
                (
                    "units[2].credits".to_owned(),
                    Reason::OutOfRange { least: 0, most: 99 }
                ),
                ("title".to_owned(), Reason::Missing),
                (
                    "extra".to_owned(),
                    Reason::UnknownKey {
                        key: "extra".to_owned(),
                        near: None,
                        known: vec!["title"]
                    }
                ),
            ]
        );
    }

    #[test]
    fn a_text_is_neither_empty_nor_too_long_nor_hides_control_characters() {
        for (json, reason) in [
            ("\"  \"", Reason::Length { most: 3, length: 0 }),
            ("\"four\"", Reason::Length { most: 3, length: 4 }),
            ("\"a\\tb\"", Reason::NotA(Expected::PlainText)),
            ("7", Reason::NotA(Expected::Text)),
        ] {
            let found = problems(json, |top| assert_eq!(top.text(3), None));
            assert_eq!(found, [(String::new(), reason)], "{json}");
        }
    }
}
