//! A log of operations with whole drafts, so that they can be undone, after a reload too.
//!
//! Drafts come and go by a mark in them, so an operation is undone by setting marks. The log only
//! says which ones. Where it is lost, deleted drafts are still in the list of deleted drafts.

use super::drafts::Drafts;
use super::{Deed, Draft, DraftId, Failure, Parcel, Writer, form};
use crate::reading::{Cursor, Expected, Node, Problems, Reason, parse};

/// The most turns that can be taken back.
const MOST: usize = 20;

/// The most drafts in one operation: more than a browser can hold.
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
    /// Catalogue files that came or went with them, by their names.
    pub catalogues: Vec<String>,
    /// Catalogue files that went where those came.
    pub instead_of: Vec<String>,
    /// The name before and the one after, where a draft was renamed.
    pub names: Option<[String; 2]>,
}

/// A draft that is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// Its name from now on.
    pub id: DraftId,
    /// When it was changed last, in seconds since 1970.
    pub changed: u32,
    /// What it holds.
    pub parcel: Parcel,
}

impl Turn {
    /// Something that was done with these drafts alone.
    #[must_use]
    pub const fn of(deed: Deed, drafts: Vec<DraftId>) -> Self {
        Self {
            deed,
            drafts,
            replaced: Vec::new(),
            catalogues: Vec::new(),
            instead_of: Vec::new(),
            names: None,
        }
    }

    /// The same, with catalogue files that came or went with them.
    #[must_use]
    pub fn with_catalogues(mut self, names: Vec<String>) -> Self {
        self.catalogues = names;
        self
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
        self.put(&self.key("log"), &write(log))?;
        // What cannot be brought back any more need not be kept.
        let turns = log.back.iter().chain(&log.forth);
        let named = turns.flat_map(|turn| turn.catalogues.iter().chain(&turn.instead_of));
        let named: Vec<&String> = named.collect();
        self.drop_catalogues_but(&named);
        Ok(())
    }

    /// Carries out an operation with whole drafts and logs it. Drafts that are in that state
    /// already are only logged.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]; drafts before the one that failed are done, all of them where it only could
    /// not be noted.
    pub fn turn(&self, turn: Turn, me: &Writer) -> Result<(), Failure> {
        self.mark(&turn, false, me)?;
        self.note(turn)
    }

    /// Notes something that was done with whole drafts.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn note(&self, turn: Turn) -> Result<(), Failure> {
        let mut log = self.log()?;
        log.forth.clear();
        log.back.push(turn);
        if log.back.len() > MOST {
            log.back.remove(0);
        }
        self.keep_log(&log)
    }

    /// Adds drafts, in place of those that are replaced in this `turn`, and notes it with them. Nothing
    /// may be kept under their names.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`], with the drafts that were added before it: they stay, and can be taken
    /// back. Where one of them could not be added none is replaced.
    pub fn add(
        &self,
        mut turn: Turn,
        coming: Vec<Coming>,
        me: &Writer,
    ) -> Result<Vec<DraftId>, (Failure, Vec<DraftId>)> {
        for one in coming {
            let mut draft = Draft::new(one.id, me.clone(), one.parcel);
            draft.sequence = 1;
            draft.changed = one.changed;
            if let Err(failure) = self.save_first(&draft) {
                let made = turn.drafts.clone();
                turn.replaced.clear();
                if !(made.is_empty() && turn.catalogues.is_empty()) {
                    // Where this cannot be logged, the drafts are in the list all the same.
                    let _ = self.note_added(turn, me);
                }
                return Err((failure, made));
            }
            turn.drafts.push(draft.id);
        }
        let made = turn.drafts.clone();
        match self.note_added(turn, me) {
            Ok(()) => Ok(made),
            Err(failure) => Err((failure, made)),
        }
    }

    /// The drafts of the turn are added: removes those that they replace, and logs it.
    fn note_added(&self, turn: Turn, me: &Writer) -> Result<(), Failure> {
        self.mark_others(&turn, false, me)?;
        self.note(turn)
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
        self.mark(&turn, true, me)?;
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
        self.mark(&turn, false, me)?;
        log.back.push(turn.clone());
        self.keep_log(&log)?;
        Ok(Some(turn))
    }

    /// Does what a turn says, or takes it `back`: marks drafts and catalogue files as there or not, and gives
    /// a draft its name. A draft that does not exist any more is ignored.
    fn mark(&self, turn: &Turn, back: bool, me: &Writer) -> Result<(), Failure> {
        if let Some([before, after]) = &turn.names {
            let name = if back { before } else { after };
            return self.mark_each(&turn.drafts, me, |draft| draft.rename(name));
        }
        let deleted = turn.deed.deletes() != back;
        self.mark_each(&turn.drafts, me, |draft| draft.deleted = deleted)?;
        self.mark_others(turn, deleted, me)
    }

    /// Where the drafts of a turn go, brings those back in whose place they came, puts its catalogue files
    /// away and brings those back in whose place they came; or the other way round.
    fn mark_others(&self, turn: &Turn, go: bool, me: &Writer) -> Result<(), Failure> {
        self.mark_each(&turn.replaced, me, |draft| draft.deleted = !go)?;
        for (names, away) in [(&turn.catalogues, go), (&turn.instead_of, !go)] {
            for name in names {
                self.put_away(name, away)?;
            }
        }
        Ok(())
    }

    fn mark_each(
        &self,
        ids: &[DraftId],
        me: &Writer,
        mark: impl Fn(&mut Draft),
    ) -> Result<(), Failure> {
        if ids.is_empty() {
            return Ok(());
        }
        // A browser goes through all its keys to find those of one draft, so that is done once for all.
        let mut places = self.places(None)?;
        for id in ids {
            let places = places.remove(id).unwrap_or_default();
            let heads = self.look(id.clone(), places.clone(), false)?.heads;
            let Some(settled) = self.settle(&heads)? else {
                continue;
            };
            let mut draft = settled.draft.clone();
            mark(&mut draft);
            if draft != settled.draft {
                let mut draft = draft.next(me);
                self.forget_some_seen(&mut draft);
                self.save_beside(&draft, || Some(places.clone()))?;
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
        let texts = |texts: &[String]| form::names(texts.iter().map(String::as_str));
        let mut members = vec![
            ("deed", Node::text(name.unwrap_or_default())),
            ("drafts", ids(&turn.drafts)),
            ("replaced", ids(&turn.replaced)),
        ];
        if !turn.catalogues.is_empty() {
            members.push(("catalogues", texts(&turn.catalogues)));
        }
        if !turn.instead_of.is_empty() {
            members.push(("instead_of", texts(&turn.instead_of)));
        }
        members.extend(turn.names.as_ref().map(|names| ("names", texts(names))));
        form::object(members)
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
    let texts = |key| match turn.optional(key) {
        Some(place) => place.list(MOST_DRAFTS, |place| match place.node() {
            Node::Text(text) => Some(text.clone()),
            // A name may be empty.
            _ => place.error(Reason::NotA(Expected::Text)),
        }),
        None => Some(Vec::new()),
    };
    Some(Turn {
        catalogues: texts("catalogues")?,
        instead_of: texts("instead_of")?,
        names: texts("names")?.try_into().ok(),
        deed: *Deed::ALL.get(turn.required("deed")?.one_of(Deed::NAMES)?)?,
        drafts: ids("drafts")?,
        replaced: ids("replaced")?,
    })
}
