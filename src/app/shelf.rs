//! The drafts of this browser: which there are, and which one opens.

use std::sync::Arc;

use super::browser;
use super::desk::Draw;
use super::state::State;
use super::storage::Browser;
use crate::draft::{
    DraftId, Drafts, Edition, Failure, Found, Log, Opened, Parcel, ROOT, Saving, Session, Store,
    Unreadable, Writer, first_of,
};
use crate::editor::Notification;
use crate::exchange::link;
use crate::plan::Plan;
use crate::qualification::{Qualification, QualificationId};
use crate::wording;

/// A draft in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) id: DraftId,
    pub(super) parcel: Parcel,
    /// In seconds since 1970; 0 where that is not known.
    pub(super) changed: u32,
    pub(super) deleted: bool,
    /// True for a conflicting copy of another.
    pub(super) copy: bool,
    /// True where a newer version has made it.
    pub(super) newer: bool,
}

/// Every draft that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shelf {
    /// Those that can be shown, the one that was changed last first.
    pub(super) drafts: Vec<Listed>,
    /// What cannot be read.
    pub(super) unreadable: Vec<Unreadable>,
    /// What was done with whole drafts.
    pub(super) log: Log,
}

impl State {
    /// True where anything is kept, was done or came in a file, or where that cannot be told.
    pub(super) fn has_something_kept(self) -> bool {
        self.follow_drafts();
        let held = self.0.held();
        let came = held.incoming.look(Option::is_some) || held.told.look(Option::is_some);
        came || !self.each_unsaved(|_| ()).is_empty()
            || Browser.keys(ROOT).map_or(true, |keys| !keys.is_empty())
    }

    /// Every draft that is kept.
    pub(super) fn shelf(self) -> Result<Shelf, Failure> {
        let read = |drafts: &Drafts<'_>| drafts.log();
        Ok(Shelf {
            log: self.with_drafts(read)?,
            ..self.drafts()?
        })
    }

    /// The same without what was done with whole drafts.
    fn drafts(self) -> Result<Shelf, Failure> {
        let mut kept = Shelf::default();
        let read = |drafts: &Drafts<'_>| drafts.all();
        for found in self.with_drafts(read)? {
            kept.put(found);
        }
        let newest = |listed: &Listed| std::cmp::Reverse((listed.changed, listed.id.clone()));
        kept.drafts.sort_by_key(newest);
        Ok(kept)
    }

    /// The draft of a qualification that was changed last.
    pub(super) fn latest(self, id: &QualificationId) -> Result<Option<DraftId>, Failure> {
        Ok(self.drafts()?.latest(id).map(|one| one.id.clone()))
    }

    /// Who writes next. Each session and each deed has a writer of its own: no key is written again, not
    /// even after everything was deleted, and what two sessions of this page make of a draft is told apart.
    pub(super) fn writer() -> Writer {
        Writer::of_number(browser::random())
    }

    pub(super) fn open_session(self, id: &DraftId) -> Result<Opened, Failure> {
        let opened = self.with_drafts(|drafts| Session::open(drafts, id, &Self::writer()));
        if let Ok(Opened::Session(session)) = &opened
            && !session.copies().is_empty()
        {
            // Opening it has made a second draft.
            browser::tell_saved();
        }
        opened
    }

    /// Does something with each draft whose last change could not be saved: the one that is open, then those
    /// of screens that were left, the last one first.
    pub(super) fn each_unsaved<T>(self, each: impl Fn(&Session) -> T) -> Vec<T> {
        let held = self.0.held();
        let (open, unsaved) = (held.open_unsaved.borrow(), held.unsaved.borrow());
        open.iter().chain(unsaved.iter().rev()).map(each).collect()
    }

    /// Tries once more to save those.
    pub(super) fn save_unsaved(self) {
        let Some(held) = self.0.still_held() else {
            return;
        };
        let mut all = held.unsaved.take();
        let before = all.len();
        all.retain_mut(|session| {
            // Where the draft was deleted meanwhile, it stays so.
            self.with_drafts(|drafts| session.follow(drafts));
            session.is_unsaved()
        });
        let saved = all.len() < before;
        held.unsaved.replace(all);
        if saved {
            self.guard();
            browser::tell_saved();
        }
    }

    /// A draft whose last change could not be saved when its screen was left; that is tried once more.
    fn take_unsaved(self, of: &Qualification, wanted: Option<&DraftId>) -> Option<Session> {
        let held = self.0.held();
        let mut all = held.unsaved.borrow_mut();
        let place = all.iter().rposition(|session| {
            session.history().now().qualification == of.id
                && wanted.is_none_or(|id| session.id() == id)
        })?;
        let mut session = all.remove(place);
        drop(all);
        self.with_drafts(|drafts| session.follow(drafts));
        self.hold_open(session.is_unsaved().then(|| session.clone()));
        if !session.is_unsaved() {
            browser::tell_saved();
        }
        Some(session)
    }

    /// The draft to work at: the one that is wanted, or else the one that was changed last, or else a
    /// new one.
    pub(super) fn opened_draft(
        self,
        qualification: &Arc<Qualification>,
        wanted: Option<DraftId>,
    ) -> Draw {
        if let Some(session) = self.take_unsaved(qualification, wanted.as_ref()) {
            return Draw::Session(Box::new(session), false);
        }
        let fresh = |id: DraftId| Self::fresh(qualification, id);
        let failed = |id, failure| {
            let session = fresh(id).with(Saving::Failed(failure), Vec::new());
            Draw::Session(Box::new(session), false)
        };
        let another = Self::new_id;
        let begun = self.0.held().begun.borrow().clone();
        let id = match wanted {
            Some(id) => id,
            None => match self.drafts() {
                Ok(kept) => {
                    let Some(latest) = kept.latest(&qualification.id) else {
                        // Some of what cannot be read may have been for this.
                        let session = fresh(another()).with(Saving::Nothing, kept.unreadable);
                        return Draw::Session(Box::new(session), false);
                    };
                    latest.id.clone()
                }
                Err(failure) => return failed(another(), failure),
            },
        };
        let is_begun = begun.as_ref() == Some(&id);
        match self.open_session(&id) {
            // An address may name a draft of another qualification.
            Ok(Opened::Session(session))
                if session.history().now().qualification == qualification.id =>
            {
                Draw::Session(session, false)
            }
            Ok(Opened::Session(_)) => Draw::Session(Box::new(fresh(another())), true),
            Ok(Opened::Newer(newer, _)) => Draw::Newer(newer),
            Ok(Opened::Nothing(unreadable)) => {
                let there = self.with_drafts(|drafts| drafts.find(&id));
                if there.is_ok_and(|found| !found.heads.is_empty()) {
                    return Draw::Deleted(id);
                }
                let missing = !is_begun && unreadable.is_empty();
                let session = fresh(id).with(Saving::Nothing, unreadable);
                Draw::Session(Box::new(session), missing)
            }
            Err(failure) => failed(id, failure),
        }
    }

    /// The drafts of this qualification, but for this one.
    pub(super) fn others(self, of: &Qualification, but: &DraftId) -> Vec<Listed> {
        let drafts = self.shelf().unwrap_or_default().drafts.into_iter();
        drafts
            .filter(|one| !one.deleted && one.id != *but && one.parcel.plan.qualification == of.id)
            .collect()
    }

    /// The draft that says what this plan says, whatever the order of its units; its name counts only where
    /// the plan has one.
    pub(super) fn same_as(self, parcel: &Parcel) -> Option<Listed> {
        let named = !parcel.plan.name.is_empty();
        let spelt = |plan: &Plan| {
            let plan = Parcel {
                plan: plan.clone(),
                edition: Edition::default(),
                facts: Vec::new(),
            };
            link::encode(&plan, named)
        };
        let wanted = &parcel.plan;
        let mut drafts = self.shelf().unwrap_or_default().drafts.into_iter();
        drafts.find(|one| {
            let plan = &one.parcel.plan;
            let may_be = !one.deleted
                && plan.qualification == wanted.qualification
                && plan.picks().len() == wanted.picks().len();
            may_be && spelt(plan) == spelt(wanted)
        })
    }

    /// What a draft is called: its name, or the title of its qualification.
    pub(super) fn name_of(self, listed: &Listed) -> String {
        self.name_of_parcel(&listed.parcel)
    }

    pub(super) fn name_of_parcel(self, parcel: &Parcel) -> String {
        let plan = &parcel.plan;
        if !plan.name.is_empty() {
            return plan.name.clone();
        }
        let catalogue = self.catalogue_now();
        let title = catalogue
            .qualification(&plan.qualification)
            .map(|found| found.title.clone());
        title.map_or_else(
            || wording::unnamed_unknown(&plan.qualification),
            |title| wording::unnamed(&title),
        )
    }

    /// What was just done with whole drafts, or why it could not be done.
    pub(super) fn told(self) -> Option<Notification> {
        self.0.held().told.get()
    }

    /// Asks the browser, once, to keep what is stored.
    pub(super) fn ask_to_promise(self) {
        let held = self.0.held();
        if held.asked_to_promise.replace(true) || held.promised.peek(|told| *told == Some(true)) {
            return;
        }
        browser::ask_to_promise(move |promised| {
            if let Some(held) = self.0.still_held() {
                held.promised.set(Some(promised));
            }
        });
    }
}

impl Shelf {
    /// The draft of a qualification that was changed last; a conflicting copy only where there is no
    /// other.
    pub(super) fn latest(&self, id: &QualificationId) -> Option<&Listed> {
        let live = self.drafts.iter();
        let of = |one: &&Listed| !one.deleted && one.parcel.plan.qualification == *id;
        // Of equals the first, which was changed last.
        live.filter(of).min_by_key(|one| one.copy)
    }

    fn put(&mut self, found: Found) {
        self.unreadable.extend(found.unreadable);
        // Of several heads the newest is shown; opening it settles them.
        let head = first_of(&found.heads);
        let newer = found.newer.filter(|_| head.is_none_or(|head| head.deleted));
        if let Some(draft) = newer {
            match draft.newer.parcel {
                Some(parcel) => self.drafts.push(Listed {
                    id: found.id,
                    parcel,
                    changed: draft.newer.changed,
                    deleted: draft.newer.deleted,
                    copy: false,
                    newer: true,
                }),
                None => self.unreadable.push(draft.kept),
            }
        } else if let Some(head) = head {
            self.drafts.push(Listed {
                parcel: head.parcel(),
                changed: head.changed,
                deleted: head.deleted,
                copy: head.copy_of.is_some(),
                newer: false,
                id: found.id,
            });
        }
    }
}
