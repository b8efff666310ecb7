//! Reads what is kept of a draft, and finds what of it cannot be read.

use super::drafts::Drafts;
use super::places::{Place, newest_first};
use super::record::Newer;
use super::seen::{follows, see};
use super::{Draft, DraftId, Failure, Fault, decode};

/// What could not be read, kept as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it is kept.
    pub key: String,
    /// Its text.
    pub text: String,
    /// True where a newer version of the planner made it.
    pub newer: bool,
}

/// A draft of a newer version: it can be looked at, and is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewerDraft {
    /// Where and as what it is kept.
    pub kept: Unreadable,
    /// What can be read of it.
    pub newer: Newer,
}

/// What is kept of one draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which draft.
    pub id: DraftId,
    /// The saves that no other follows, the newest first: one, unless tabs have changed the draft
    /// at the same time.
    pub heads: Vec<Draft>,
    /// The same, of a newer version.
    pub newer: Option<NewerDraft>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

impl Drafts<'_> {
    /// Every draft that is kept, in the order of their names.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn all(&self) -> Result<Vec<Found>, Failure> {
        let places = self.places(None)?.into_iter();
        places
            .map(|(id, places)| self.look(id, places, false))
            .collect()
    }

    /// What is kept of one draft.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn find(&self, id: &DraftId) -> Result<Found, Failure> {
        let places = self.places(Some(id))?.remove(id).unwrap_or_default();
        self.look(id.clone(), places, true)
    }

    /// Reads the saves that no other follows; where `thorough` is true also the others, to find
    /// those that are damaged.
    pub(super) fn look(
        &self,
        id: DraftId,
        mut places: Vec<Place>,
        thorough: bool,
    ) -> Result<Found, Failure> {
        newest_first(&mut places);
        let mut found = Found {
            id,
            heads: Vec::new(),
            newer: None,
            unreadable: Vec::new(),
        };
        for place in places {
            let (writer, sequence) = (&place.writer, place.sequence);
            let mut heads = found.heads.iter();
            let followed = heads.any(|head| head.follows(writer, sequence))
                || found
                    .newer
                    .as_ref()
                    .is_some_and(|newer| follows(&newer.newer.seen, writer, sequence));
            if followed && !thorough {
                continue;
            }
            match self.open(&found.id, place)? {
                Save::Whole(draft) if !followed => found.heads.push(draft),
                Save::Newer(newer) if !followed && found.newer.is_none() => {
                    found.newer = Some(newer);
                }
                Save::Newer(newer) if !followed => found.unreadable.push(newer.kept),
                Save::Damaged(kept) => found.unreadable.push(kept),
                _ => {}
            }
        }
        Ok(found)
    }

    fn open(&self, id: &DraftId, place: Place) -> Result<Save, Failure> {
        let (key, writer, sequence) = (place.key, place.writer, place.sequence);
        let Some(text) = self.store().read(&key)? else {
            return Ok(Save::Gone);
        };
        let is_named_so =
            |draft: &Draft| (&draft.id, &draft.writer, draft.sequence) == (id, &writer, sequence);
        Ok(match decode(&text) {
            Ok(draft) if is_named_so(&draft) => Save::Whole(draft),
            Err(Fault::Newer(newer)) => {
                let mut newer = *newer;
                see(&mut newer.seen, &writer, sequence);
                let kept = unreadable(key, text, true);
                Save::Newer(NewerDraft { kept, newer })
            }
            _ => Save::Damaged(unreadable(key, text, false)),
        })
    }
}

fn unreadable(key: String, text: String, newer: bool) -> Unreadable {
    Unreadable { key, text, newer }
}

/// What stands at a place.
enum Save {
    /// Nothing any more.
    Gone,
    /// A whole save.
    Whole(Draft),
    /// One of a newer version.
    Newer(NewerDraft),
    /// What cannot be read.
    Damaged(Unreadable),
}
