//! Names and headings, and names that mean nothing where they stand.

use crate::qualification::QualificationId;
use crate::reading::{Cursor, Expected, Object, Reason, Thing, near};

/// The most names that are listed where none is likely to be meant.
const MOST_LISTED: usize = 8;

/// Names for a message, of many the first.
pub(super) fn listed<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut listed: Vec<String> = names.take(MOST_LISTED + 1).map(str::to_owned).collect();
    if let Some(last) = listed.get_mut(MOST_LISTED) {
        "…".clone_into(last);
    }
    listed
}

/// A problem with a name that is not among those that are known.
pub(super) fn unknown<'n, T>(
    what: Thing,
    name: &str,
    known: impl Iterator<Item = &'n str> + Clone,
    place: &Cursor<'_>,
) -> Option<T> {
    // Where there are very many problems it is looked for what was meant in the first of them.
    let compared = known.clone().filter(|_| place.are_few());
    let near: Box<[String]> = near(name, compared)
        .into_iter()
        .map(str::to_owned)
        .collect();
    let there = listed(known.filter(|_| near.is_empty()));
    place.error(Reason::Unknown {
        what,
        name: name.to_owned(),
        near,
        there: there.into(),
    })
}

/// A text that is a name of anything.
pub(super) fn name<'a>(place: &Cursor<'a>) -> Option<&'a str> {
    let text = place.text(64)?;
    if QualificationId::new(text).is_some() {
        Some(text)
    } else {
        place.error(Reason::NotA(Expected::NameOfSome))
    }
}

/// The heading of a rule, a note or a qualification, if it has one of its own.
#[expect(
    clippy::option_option,
    reason = "nothing there and something wrong are two things"
)]
pub(super) fn heading<'a>(object: &Object<'a>) -> Option<Option<&'a str>> {
    match object.optional("heading") {
        Some(place) => place.text(300).map(Some),
        None => Some(None),
    }
}
