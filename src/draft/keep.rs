//! The protocol: a new key, read back, then the pointer; three generations of each draft.
//!
//! Keys, below a prefix of the planner's own: `<draft>/head` holds the number of the generation
//! that counts, `<draft>/0` to `<draft>/2` hold the generations, and
//! `<draft>/kept-damaged-<n>` or `kept-newer-<n>` what could not be read. The name of a draft is
//! the name of its qualification.

use super::{Draft, Failure, Fault, Store, decode, encode};
use crate::qualification::QualificationId;

/// Every key of the planner begins with this; the version is that of the keys, not of the drafts.
pub const ROOT: &str = "qualification-planner/1/";

/// What the name of a kept catalogue file begins with. A colon stands in no draft's name.
const CATALOGUE: &str = "catalogue:";

/// How many generations of a draft are kept.
const GENERATIONS: u32 = 3;

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

/// What opening a draft gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The newest generation that can be read.
    pub draft: Option<Draft>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

/// The drafts of one planner in a store.
pub struct Drafts<'a> {
    store: &'a dyn Store,
    prefix: String,
}

impl<'a> Drafts<'a> {
    /// The drafts of the planner named `instance`; two planners on one page that should not share
    /// drafts have two names.
    #[must_use]
    pub fn new(store: &'a dyn Store, instance: &str) -> Self {
        Self {
            store,
            prefix: format!("{ROOT}{instance}/"),
        }
    }

    /// Saves a draft. When this returns, it is there. A generation that cannot be read is put
    /// aside first, never overwritten.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]. The draft saved before is still there then.
    pub fn save(&self, draft: &Draft) -> Result<(), Failure> {
        let id = &draft.plan.qualification;
        let text = encode(draft);
        let generation = (draft.sequence % GENERATIONS).to_string();
        let key = self.key(id, &generation);
        if let Some(old) = self.store.read(&key)?
            && let Err(fault) = decode(&old)
        {
            self.put_aside(id, &key, &old, &fault)?;
        }
        self.put(&key, &text)?;
        self.put(&self.key(id, "head"), &generation)
    }

    /// Opens the draft for a qualification: the generation that the pointer names, or else the
    /// newest that can be read. What cannot be read is put
    /// aside, where there is room for it.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn open(&self, id: &QualificationId) -> Result<Opened, Failure> {
        let mut opened = Opened::default();
        let head = self.store.read(&self.key(id, "head"))?;
        let mut best: Option<(bool, Draft)> = None;
        for generation in 0..GENERATIONS {
            let name = generation.to_string();
            let key = self.key(id, &name);
            let Some(text) = self.store.read(&key)? else {
                continue;
            };
            match decode(&text) {
                Ok(draft) => {
                    let rank = |known: &(bool, Draft)| (known.0, known.1.sequence);
                    let found = (head.as_deref() == Some(name.as_str()), draft);
                    if best.as_ref().is_none_or(|best| rank(best) < rank(&found)) {
                        best = Some(found);
                    }
                }
                Err(fault) => {
                    if self.put_aside(id, &key, &text, &fault).is_err() {
                        let newer = matches!(fault, Fault::Newer(_));
                        opened.unreadable.push(Unreadable { key, text, newer });
                    }
                }
            }
        }
        opened.draft = best.map(|(_, draft)| draft);
        for key in self.store.keys(&self.key(id, "kept-"))? {
            if let Some(text) = self.store.read(&key)? {
                opened.unreadable.push(Unreadable {
                    newer: matches!(decode(&text), Err(Fault::Newer(_))),
                    key,
                    text,
                });
            }
        }
        Ok(opened)
    }

    /// Removes what could not be read, when the learner says so.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn forget(&self, unreadable: &Unreadable) -> Result<(), Failure> {
        self.store.remove(&unreadable.key)
    }

    fn put_aside(
        &self,
        id: &QualificationId,
        key: &str,
        text: &str,
        fault: &Fault,
    ) -> Result<(), Failure> {
        let kind = if matches!(fault, Fault::Newer(_)) {
            "newer"
        } else {
            "damaged"
        };
        let kept = self.store.keys(&self.key(id, "kept-"))?;
        // The first free number: one that was forgotten may come again, one that is there may not.
        let free = (0..=kept.len())
            .map(|number| self.key(id, &format!("kept-{kind}-{number}")))
            .find(|key| !kept.contains(key));
        self.put(&free.unwrap_or_default(), text)?;
        self.store.remove(key)
    }

    /// Keeps the text of a catalogue file that the learner opened.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn keep_catalogue(&self, id: &str, text: &str) -> Result<(), Failure> {
        self.put(&format!("{}{CATALOGUE}{id}", self.prefix), text)
    }

    /// The catalogue files that the learner opened.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn catalogues(&self) -> Result<Vec<String>, Failure> {
        let mut keys = self.store.keys(&format!("{}{CATALOGUE}", self.prefix))?;
        keys.sort();
        let mut texts = Vec::new();
        for key in keys {
            texts.extend(self.store.read(&key)?);
        }
        Ok(texts)
    }

    /// Writes and reads back.
    fn put(&self, key: &str, text: &str) -> Result<(), Failure> {
        self.store.write(key, text)?;
        match self.store.read(key)? {
            Some(read) if read == text => Ok(()),
            _ => Err(Failure::Altered),
        }
    }

    fn key(&self, id: &QualificationId, rest: &str) -> String {
        format!("{}{id}/{rest}", self.prefix)
    }
}

/// Every text that the planner keeps in a store, under every instance: for a last export.
///
/// # Errors
///
/// The store's [`Failure`].
pub fn everything(store: &dyn Store) -> Result<Vec<(String, String)>, Failure> {
    let mut texts = Vec::new();
    for key in store.keys(ROOT)? {
        if let Some(text) = store.read(&key)? {
            texts.push((key, text));
        }
    }
    texts.sort();
    Ok(texts)
}

/// Removes everything that the planner keeps in a store.
///
/// # Errors
///
/// The store's [`Failure`]; what was removed before it is gone.
pub fn delete_everything(store: &dyn Store) -> Result<(), Failure> {
    for key in store.keys(ROOT)? {
        store.remove(&key)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Edition, Memory};
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, UnitCode};

    fn id() -> QualificationId {
        QualificationId::new("8607-diploma").unwrap()
    }

    fn draft(sequence: u32) -> Draft {
        let code = UnitCode::new(&format!("U-{sequence}")).unwrap();
        Draft {
            sequence,
            edition: Edition {
                document: "made up".to_owned(),
                checked: Date::parse("2026-11-22").unwrap(),
            },
            plan: Plan::new(id()).after(Action::Pick(code)),
            facts: Vec::new(),
        }
    }

    fn saved(store: &Memory, sequences: std::ops::RangeInclusive<u32>) {
        for sequence in sequences {
            Drafts::new(store, "").save(&draft(sequence)).unwrap();
        }
    }

    #[test]
    fn the_last_saved_draft_is_the_one_that_opens() {
        let store = Memory::with_room(10_000);
        for last in 1..=7 {
            saved(&store, last..=last);
            assert_eq!(
                Drafts::new(&store, "").open(&id()).unwrap().draft,
                Some(draft(last))
            );
        }
        assert_eq!(
            store.keys(ROOT).unwrap().len(),
            4,
            "three generations and the pointer"
        );
    }

    #[test]
    fn a_crash_before_the_pointer_moves_leaves_the_draft_before() {
        let store = Memory::with_room(10_000);
        saved(&store, 1..=2);
        store
            .write(&format!("{ROOT}/8607-diploma/0"), &encode(&draft(3)))
            .unwrap();
        assert_eq!(
            Drafts::new(&store, "").open(&id()).unwrap().draft,
            Some(draft(2))
        );
    }

    #[test]
    fn a_full_store_keeps_what_was_saved_and_says_that_it_is_full() {
        let store = Memory::with_room(10_000);
        saved(&store, 1..=4);
        store.set_room(Some(10));
        assert_eq!(Drafts::new(&store, "").save(&draft(5)), Err(Failure::Full));
        assert_eq!(
            Drafts::new(&store, "").open(&id()).unwrap().draft,
            Some(draft(4))
        );
    }

    #[test]
    fn a_blocked_store_is_said_to_be_blocked() {
        let store = Memory::default();
        assert_eq!(
            Drafts::new(&store, "").save(&draft(1)),
            Err(Failure::Blocked)
        );
        assert_eq!(Drafts::new(&store, "").open(&id()), Err(Failure::Blocked));
    }

    #[test]
    fn a_damaged_draft_is_kept_and_the_generation_before_it_opens() {
        let store = Memory::with_room(10_000);
        saved(&store, 1..=3);
        let head = format!("{ROOT}/8607-diploma/0");
        store.write(&head, "{\"schema\":1,").unwrap();
        let drafts = Drafts::new(&store, "");
        let opened = drafts.open(&id()).unwrap();
        assert_eq!(opened.draft, Some(draft(2)));
        assert_eq!(opened.unreadable[0].text, "{\"schema\":1,");
        saved(&store, 3..=6);
        let opened = drafts.open(&id()).unwrap();
        assert_eq!(opened.unreadable.len(), 1, "still there after more savings");
        drafts.forget(&opened.unreadable[0]).unwrap();
        assert_eq!(drafts.open(&id()).unwrap().unreadable, []);
    }

    #[test]
    fn a_damaged_draft_is_not_overwritten_even_where_it_cannot_be_put_aside() {
        let store = Memory::with_room(10_000);
        saved(&store, 1..=2);
        let damaged = format!("{ROOT}/8607-diploma/0");
        store.write(&damaged, "damaged").unwrap();
        store.set_room(Some(10));
        let opened = Drafts::new(&store, "").open(&id()).unwrap();
        assert_eq!(opened.draft, Some(draft(2)));
        assert_eq!(opened.unreadable[0].text, "damaged");
        assert_eq!(Drafts::new(&store, "").save(&draft(3)), Err(Failure::Full));
        assert_eq!(store.read(&damaged).unwrap().unwrap(), "damaged");
    }

    #[test]
    fn no_kept_draft_takes_the_place_of_another() {
        let store = Memory::with_room(10_000);
        let drafts = Drafts::new(&store, "");
        let damage = |text: &str| {
            store
                .write(&format!("{ROOT}/8607-diploma/0"), text)
                .unwrap();
            drafts.open(&id()).unwrap().unreadable
        };
        damage("first");
        let two = damage("second");
        drafts.forget(&two[0]).unwrap();
        let texts: Vec<String> = damage("third").into_iter().map(|kept| kept.text).collect();
        assert_eq!(texts, ["third", "second"]);
    }

    #[test]
    fn an_opened_catalogue_is_kept_and_is_no_draft() {
        let store = Memory::with_room(10_000);
        let drafts = Drafts::new(&store, "");
        drafts.keep_catalogue("a/centre", "{}").unwrap();
        assert_eq!(drafts.catalogues().unwrap(), ["{}"]);
        assert_eq!(drafts.open(&id()).unwrap(), Opened::default());
    }

    #[test]
    fn a_draft_of_a_newer_version_is_kept_apart_from_damage() {
        let store = Memory::with_room(10_000);
        saved(&store, 1..=1);
        let newer = encode(&draft(2)).replacen("\"schema\":1", "\"schema\":9", 1);
        store
            .write(&format!("{ROOT}/8607-diploma/2"), &newer)
            .unwrap();
        let opened = Drafts::new(&store, "").open(&id()).unwrap();
        assert!(opened.unreadable[0].newer);
        assert_eq!(opened.draft, Some(draft(1)));
    }

    #[test]
    fn two_instances_do_not_see_each_other_and_deleting_everything_takes_both() {
        let store = Memory::with_room(10_000);
        Drafts::new(&store, "one").save(&draft(1)).unwrap();
        Drafts::new(&store, "two").save(&draft(2)).unwrap();
        store.write("another program's", "text").unwrap();
        assert_eq!(
            Drafts::new(&store, "one").open(&id()).unwrap().draft,
            Some(draft(1))
        );
        assert_eq!(
            Drafts::new(&store, "two").open(&id()).unwrap().draft,
            Some(draft(2))
        );
        delete_everything(&store).unwrap();
        assert_eq!(everything(&store).unwrap(), []);
        assert_eq!(store.keys("").unwrap(), ["another program's"]);
    }
}
