//! Saving and looking: a save that is there stays whole, and of two that were made at once both do.

use super::drafts::Drafts;
use super::places::{Place, newest_first};
use super::record::Newer;
use super::seen::{follows, see};
use super::{Draft, DraftId, Failure, Fault, decode, encode};
use crate::reading::fnv;

/// How many saves of a draft are kept.
const GENERATIONS: usize = 3;

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

    /// Saves a draft. When this returns, it is there. Returns how many saves of the draft are there that it
    /// does not follow. Of those that it follows only the newest stay; where there is no room, only the
    /// last.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; [`Failure::TooLong`] where the draft could not be read again. What was
    /// saved before is still there then.
    pub fn save(&self, draft: &Draft) -> Result<usize, Failure> {
        // Looked at anew each time: others may save meanwhile.
        self.save_beside(draft, || {
            self.places(Some(&draft.id)).ok()?.remove(&draft.id)
        })
    }

    /// Saves a draft whose other saves stand at these places.
    pub(super) fn save_beside(
        &self,
        draft: &Draft,
        places: impl Fn() -> Option<Vec<Place>>,
    ) -> Result<usize, Failure> {
        let (key, text) = (self.key_of(draft), text_of(draft)?);
        let mut written = self.store().write(&key, &text);
        if written == Err(Failure::Full) {
            self.prune(draft, 1, places());
            written = self.store().write(&key, &text);
        }
        if written == Err(Failure::Full) {
            self.make_room(&draft.id);
            written = self.store().write(&key, &text);
        }
        written?;
        self.check(&key, &text)?;
        let unfollowed = self.prune(draft, GENERATIONS - 1, places());
        Ok(unfollowed.unwrap_or_default())
    }

    /// Saves a draft of which nothing is kept. When this returns, it is there.
    pub(super) fn save_first(&self, draft: &Draft) -> Result<(), Failure> {
        self.put(&self.key_of(draft), &text_of(draft)?)
    }

    /// The key of a save.
    #[must_use]
    pub fn key_of(&self, draft: &Draft) -> String {
        let (writer, sequence) = (&draft.writer, draft.sequence);
        self.key(&format!("draft/{}/{writer}-{sequence}", draft.id))
    }

    /// Where two tabs have changed a draft at the same time: the newer is the draft, and a second draft
    /// is made of the other. Where both are the same in all but who saved them, none is made.
    ///
    /// Whoever finds the same heads makes the same of them, and writes nothing that another would have
    /// to answer: tabs that do this at once come to an end. That the draft follows all heads is written
    /// by whoever saves it next.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; all heads are still there then.
    pub fn settle(&self, heads: &[Draft]) -> Result<Option<Settled>, Failure> {
        let Some(winner) = first_of(heads) else {
            return Ok(None);
        };
        let (mut copies, mut made) = (Vec::new(), false);
        for loser in heads {
            if loser.plan() == winner.plan() || loser.deleted {
                continue;
            }
            let copy = copy_of(loser);
            if self.places(Some(&copy.id))?.is_empty() {
                self.save(&copy)?;
                made = true;
            }
            copies.push(copy.id);
        }
        let mut draft = winner.clone();
        for head in heads.iter().filter(|head| *head != winner) {
            for (writer, last) in head.seen_after() {
                see(&mut draft.seen, &writer, last);
            }
        }
        Ok(Some(Settled {
            draft,
            copies,
            made,
        }))
    }

    /// Reads the saves that no other follows; where it is `thorough` the others too, for what in
    /// them is damaged.
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

/// The text of a save, where it can be read again.
fn text_of(draft: &Draft) -> Result<String, Failure> {
    let text = encode(draft);
    if decode(&text).is_err() {
        return Err(Failure::TooLong);
    }
    Ok(text)
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

/// The one of several heads that is the draft, whoever looks. One that is not deleted comes first: what
/// somebody still works at stays.
#[must_use]
pub fn first_of(heads: &[Draft]) -> Option<&Draft> {
    heads
        .iter()
        .max_by_key(|head| (!head.deleted, head.sequence, head.writer.clone()))
}

/// What [`Drafts::settle`] made of several heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The draft from now on: it follows all heads.
    pub draft: Draft,
    /// The drafts that were made of the others, now or before.
    pub copies: Vec<DraftId>,
    /// True where one of them was made now.
    pub made: bool,
}

/// A second draft made of a head that has lost: the same whoever makes it.
fn copy_of(loser: &Draft) -> Draft {
    let name = format!("{}/{}-{}", loser.id, loser.writer, loser.sequence);
    Draft {
        id: DraftId::of_number(fnv(name.bytes())),
        seen: Vec::new(),
        copy_of: Some(loser.id.clone()),
        ..loser.clone()
    }
}
