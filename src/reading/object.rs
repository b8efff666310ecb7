use std::cell::RefCell;

use super::cursor::{Cursor, MOST_PROBLEMS, Step};
use super::expected::Expected;
use super::near::{also, the_one};
use super::node::Node;
use super::problem::Reason;

/// An object, read key by key. [`Object::finish`] notes the keys that were not asked for.
pub struct Object<'a> {
    members: &'a [(String, Node)],
    place: &'a Cursor<'a>,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Cursor<'a> {
    /// The object here.
    #[must_use]
    pub fn object(&'a self) -> Option<Object<'a>> {
        match self.node {
            Node::Object(members) => Some(Object::new(members, self)),
            _ => self.error(Reason::NotA(Expected::Object)),
        }
    }

    /// The object here; where there is something else, the problem shows an object such as wanted.
    #[must_use]
    pub fn object_like(&'a self, samples: &'static [&'static str]) -> Option<Object<'a>> {
        match self.node {
            Node::Object(_) => self.object(),
            _ => self.error(Reason::NotLike(samples)),
        }
    }
}

impl<'a> Object<'a> {
    pub(super) fn new(members: &'a [(String, Node)], place: &'a Cursor<'a>) -> Self {
        Self {
            members,
            place,
            known: RefCell::default(),
        }
    }

    /// The place of this object.
    #[must_use]
    pub fn place(&self) -> &'a Cursor<'a> {
        self.place
    }

    /// The place under `key`, if the key is there and not `null`.
    #[must_use]
    pub fn optional(&self, key: &'static str) -> Option<Cursor<'a>> {
        self.known.borrow_mut().push(key);
        let (key, node) = self.members.iter().find(|(name, _)| name == key)?;
        (*node != Node::Null).then_some(Cursor {
            node,
            parent: Some(self.place),
            step: Step::Key(key),
            problems: self.place.problems,
        })
    }

    /// The place under `key`; a problem where it is missing.
    #[must_use]
    pub fn required(&self, key: &'static str) -> Option<Cursor<'a>> {
        self.optional(key).or_else(|| {
            Cursor {
                node: &Node::Null,
                parent: Some(self.place),
                step: Step::Key(key),
                problems: self.place.problems,
            }
            .error(Reason::Missing)
        })
    }

    /// A problem: none of these keys is there, and one of them is needed.
    pub fn needs_one_of<T>(&self, keys: &'static [&'static str]) -> Option<T> {
        self.place.error(Reason::NeedsOneOf(keys))
    }

    /// Notes every key that was not asked for. Keys that begin with `$` (a schema's address) are
    /// left alone. Where such a key is likely to mean one that is missing, that one is not noted as
    /// missing as well.
    pub fn finish(&self) {
        self.note_strays(None);
    }

    /// As [`Object::finish`], but only for keys that are likely to mean `key`: for an object of
    /// which the other keys are not known yet.
    pub fn finish_near(&self, key: &'static str) {
        self.note_strays(Some(key));
    }

    fn note_strays(&self, only: Option<&'static str>) {
        let known = self.known.borrow();
        let mut absent: Vec<&'static str> = Vec::new();
        for key in only.as_slice().iter().chain(known.iter()) {
            if only.is_none_or(|only| only == *key) && !absent.contains(key) && !self.has(key) {
                absent.push(key);
            }
        }
        for (key, node) in self.members {
            if key.starts_with('$') || known.contains(&key.as_str()) {
                continue;
            }
            if self.place.problems.borrow().len() >= MOST_PROBLEMS {
                return;
            }
            let near = self
                .place
                .are_few()
                .then(|| {
                    let absent = || absent.iter().copied();
                    the_one(key, absent()).or_else(|| also(key, absent()))
                })
                .flatten();
            if only.is_some() && near.is_none() {
                continue;
            }
            if let Some(meant) = near {
                self.is_not_missing(meant);
            }
            let stray = Cursor {
                node,
                parent: Some(self.place),
                step: Step::Key(key),
                problems: self.place.problems,
            };
            let _: Option<()> = stray.error(Reason::UnknownKey {
                key: key.clone(),
                near,
                known: absent.clone(),
            });
        }
    }

    fn has(&self, key: &str) -> bool {
        self.members.iter().any(|(name, _)| name == key)
    }

    /// Takes back that a key, or one of several, is missing.
    fn is_not_missing(&self, key: &'static str) {
        let missing = Cursor {
            node: &Node::Null,
            parent: Some(self.place),
            step: Step::Key(key),
            problems: self.place.problems,
        };
        let (path, here) = (missing.path(), self.place.path());
        let mut problems = self.place.problems.borrow_mut();
        problems.retain(|one| match one.reason {
            Reason::Missing => one.path != path,
            Reason::NeedsOneOf(keys) => one.path != here || !keys.contains(&key),
            _ => true,
        });
    }
}
