//! What was done with whole drafts, so that it can be taken back, after a reload too.
//!
//! Drafts come and go by a mark in them, so taking something back is to turn marks. The log only says
//! which ones; where it is lost, drafts that were deleted are still among the deleted ones.

use super::keep::Drafts;
use super::{Draft, DraftId, Failure, Parcel, Writer, form};
use crate::reading::{Cursor, Node, Problems, parse};

/// The most turns that can be taken back.
const MOST: usize = 20;

/// The most drafts in one: more than a browser has room for.
const MOST_DRAFTS: usize = 10_000;

/// Something that was done with whole drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// What.
    pub deed: Deed,
    /// With which drafts.
    pub drafts: Vec<DraftId>,
    /// Drafts that went where these came: those that were replaced by a file's.
    pub replaced: Vec<DraftId>,
}

impl Turn {
    /// Something that was done with these drafts alone.
    #[must_use]
    pub const fn of(deed: Deed, drafts: Vec<DraftId>) -> Self {
        let replaced = Vec::new();
        Self {
            deed,
            drafts,
            replaced,
        }
    }
}

/// What can be done with whole drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They were deleted.
    Delete,
    /// They were brought back.
    Restore,
    /// They came from a file.
    Import,
    /// They were made of another draft.
    Duplicate,
    /// They came from a link.
    Adopt,
}

impl Deed {
    const ALL: [Self; 5] = [
        Self::Delete,
        Self::Restore,
        Self::Import,
        Self::Duplicate,
        Self::Adopt,
    ];
    const NAMES: &'static [&'static str] = &["delete", "restore", "import", "duplicate", "adopt"];

    /// Whether drafts are gone after it.
    #[must_use]
    pub const fn deletes(self) -> bool {
        matches!(self, Self::Delete)
    }
}

/// The turns, back and forth, the nearest one last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// Those that can be taken back.
    pub back: Vec<Turn>,
    /// Those that were taken back.
    pub forth: Vec<Turn>,
}

impl Drafts<'_> {
    /// The turns that are kept; none where they cannot be read.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn log(&self) -> Result<Log, Failure> {
        let text = self.store().read(&self.key("log"))?;
        Ok(text.and_then(|text| read(&text)).unwrap_or_default())
    }

    fn keep_log(&self, log: &Log) -> Result<(), Failure> {
        self.put(&self.key("log"), &write(log))
    }

    /// Does something with whole drafts and notes it. Drafts that are there already are only noted.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; drafts before the one that failed are done.
    pub fn turn(&self, turn: Turn, me: &Writer) -> Result<(), Failure> {
        self.mark(&turn, turn.deed.deletes(), me)?;
        let mut log = self.log()?;
        log.forth.clear();
        log.back.push(turn);
        if log.back.len() > MOST {
            log.back.remove(0);
        }
        self.keep_log(&log)
    }

    /// Adds drafts under new names, in place of those that are `replaced`, and notes it.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`], with the drafts that were added before it: they stay, and can be taken
    /// back. None is replaced then.
    pub fn add(
        &self,
        deed: Deed,
        parcels: Vec<(DraftId, Parcel)>,
        replaced: Vec<DraftId>,
        me: &Writer,
        now: u32,
    ) -> Result<Vec<DraftId>, (Failure, Vec<DraftId>)> {
        let mut made = Vec::new();
        for (id, parcel) in parcels {
            let mut draft = Draft::new(id, me.clone(), parcel);
            draft.sequence = 1;
            draft.changed = now;
            if let Err(failure) = self.save(&draft) {
                if !made.is_empty() {
                    // Where it cannot be noted, they are in the list all the same.
                    let _ = self.turn(Turn::of(deed, made.clone()), me);
                }
                return Err((failure, made));
            }
            made.push(draft.id);
        }
        let turn = Turn {
            deed,
            drafts: made.clone(),
            replaced,
        };
        match self.turn(turn, me) {
            Ok(()) => Ok(made),
            Err(failure) => Err((failure, made)),
        }
    }

    /// Takes the last turn back. Returns it.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn turn_back(&self, me: &Writer) -> Result<Option<Turn>, Failure> {
        let mut log = self.log()?;
        let Some(turn) = log.back.pop() else {
            return Ok(None);
        };
        self.mark(&turn, !turn.deed.deletes(), me)?;
        log.forth.push(turn.clone());
        self.keep_log(&log)?;
        Ok(Some(turn))
    }

    /// Takes a turn again that was taken back. Returns it.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn turn_forth(&self, me: &Writer) -> Result<Option<Turn>, Failure> {
        let mut log = self.log()?;
        let Some(turn) = log.forth.pop() else {
            return Ok(None);
        };
        self.mark(&turn, turn.deed.deletes(), me)?;
        log.back.push(turn.clone());
        self.keep_log(&log)?;
        Ok(Some(turn))
    }

    /// Marks drafts as deleted or not. One that is not there any more is passed over.
    fn mark(&self, turn: &Turn, deleted: bool, me: &Writer) -> Result<(), Failure> {
        let came = turn.drafts.iter().map(|id| (id, deleted));
        let went = turn.replaced.iter().map(|id| (id, !deleted));
        for (id, deleted) in came.chain(went) {
            let heads = self.find(id)?.heads;
            if let Some(settled) = self.settle(&heads)?
                && settled.draft.deleted != deleted
            {
                let mut draft = settled.draft.next(me);
                draft.deleted = deleted;
                self.save(&draft)?;
            }
        }
        Ok(())
    }
}

fn write(log: &Log) -> String {
    let ids = |ids: &[DraftId]| form::names(ids.iter().map(DraftId::as_str));
    let turn = |turn: &Turn| {
        let deed = Deed::ALL.iter().position(|deed| *deed == turn.deed);
        let name = deed.and_then(|place| Deed::NAMES.get(place)).copied();
        Node::object([
            ("deed", Node::text(name.unwrap_or_default())),
            ("drafts", ids(&turn.drafts)),
            ("replaced", ids(&turn.replaced)),
        ])
    };
    let turns = |turns: &[Turn]| Node::List(turns.iter().map(turn).collect());
    Node::object([("back", turns(&log.back)), ("forth", turns(&log.forth))]).to_json()
}

fn read(text: &str) -> Option<Log> {
    let node = parse(text, super::LONGEST).ok()?;
    let problems = Problems::default();
    let top = Cursor::top(&node, &problems);
    let log = top.object()?;
    let turns = |key| log.required(key)?.list(MOST, turn);
    Some(Log {
        back: turns("back")?,
        forth: turns("forth")?,
    })
}

fn turn(place: &Cursor<'_>) -> Option<Turn> {
    let turn = place.object()?;
    let ids = |key| {
        turn.required(key)?
            .list(MOST_DRAFTS, |place| DraftId::new(place.text(32)?))
    };
    Some(Turn {
        deed: *Deed::ALL.get(turn.required("deed")?.one_of(Deed::NAMES)?)?,
        drafts: ids("drafts")?,
        replaced: ids("replaced")?,
    })
}
