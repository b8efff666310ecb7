//! Saving. A save that is there stays whole, and two that are made at once both stay.

use super::drafts::Drafts;
use super::places::Place;
use super::seen::see;
use super::{Draft, DraftId, Failure, decode, encode};
use crate::reading::fnv;

/// How many saves of a draft are kept.
const GENERATIONS: usize = 3;

impl Drafts<'_> {
    /// Saves a draft. When this returns, the save is there. Returns the number of saves of the draft that
    /// it does not follow. Of those that it follows only the newest stay; where storage is full, only the
    /// last.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; [`Failure::TooLong`] where the draft could not be read again. What was
    /// saved before is still there then.
    pub fn save(&self, draft: &Draft) -> Result<usize, Failure> {
        // This is read anew each time, because others may save meanwhile.
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
    /// is made of the other. Where the two differ only in who saved them, no second draft is made.
    ///
    /// Whoever finds the same heads makes the same of them, and writes nothing to which another tab
    /// would have to react. So tabs that do this at once come to an end. That the draft follows all
    /// heads is written by whoever saves it next.
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
}

/// The text of a save, where it can be read again.
fn text_of(draft: &Draft) -> Result<String, Failure> {
    let text = encode(draft);
    if decode(&text).is_err() {
        return Err(Failure::TooLong);
    }
    Ok(text)
}

/// The one of several heads that is the draft; every tab chooses the same. A head that is not deleted
/// comes first, so that what somebody still works at stays.
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
