//! A draft that is open: every change of it is saved at once, and it is kept in step with what others
//! save. What the screen says of saving is decided here, so that tests can try it with every fault.

mod called;

use super::drafts::Drafts;
use super::keep::Settled;
use super::look::{Found, NewerDraft, Unreadable};
use super::{Difference, Draft, DraftId, Failure, Parcel, Writer, mark_of};
use crate::plan::History;
use crate::qualification::Qualification;

/// Whether the plan as it is shown is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been changed yet, and there was no draft.
    Nothing,
    /// It is in this browser.
    Saved,
    /// It is not.
    Failed(Failure),
    /// It was, until somebody deleted it elsewhere.
    Deleted,
    /// It is, and a newer version of the planner has changed it since.
    Overtaken,
}

/// A draft that is open.
#[derive(Clone, Debug)]
pub struct Session {
    me: Writer,
    /// The last save that this one comes from, with the plan as it is shown.
    draft: Draft,
    saving: Saving,
    unreadable: Vec<Unreadable>,
    /// The sequence of the last save that failed; 0 for none.
    tried: u32,
    /// Second drafts that the learner has to hear of, and those of which the learner has heard.
    copies: Vec<DraftId>,
    told: Vec<DraftId>,
}

/// What opening a draft gave.
#[derive(Clone, Debug)]
pub enum Opened {
    /// It is open.
    Session(Box<Session>),
    /// A newer version of the planner has made it: it can be looked at. With what else of it could
    /// not be read.
    Newer(Box<NewerDraft>, Vec<Unreadable>),
    /// There is no such draft, or nothing of it can be read.
    Nothing(Vec<Unreadable>),
}

impl Session {
    /// A new draft, which is kept from its first change on.
    #[must_use]
    pub fn new(id: DraftId, me: Writer, parcel: Parcel) -> Self {
        Self {
            draft: Draft::new(id, me.clone(), parcel),
            me,
            saving: Saving::Nothing,
            unreadable: Vec::new(),
            copies: Vec::new(),
            told: Vec::new(),
            tried: 0,
        }
    }

    /// The same, with something to say at once: that nothing can be kept, or what else was found.
    #[must_use]
    pub fn with(mut self, saving: Saving, unreadable: Vec<Unreadable>) -> Self {
        self.saving = saving;
        self.unreadable = unreadable;
        self
    }

    /// Opens a draft.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`] where it cannot be read.
    pub fn open(drafts: &Drafts<'_>, id: &DraftId, me: &Writer) -> Result<Opened, Failure> {
        let Found {
            heads,
            newer,
            mut unreadable,
            ..
        } = drafts.find(id)?;
        let is_there = heads.iter().any(|head| !head.deleted);
        match newer {
            Some(newer) if !is_there => {
                return Ok(Opened::Newer(Box::new(newer), unreadable));
            }
            newer => unreadable.extend(newer.map(|newer| newer.kept)),
        }
        if !is_there {
            return Ok(Opened::Nothing(unreadable));
        }
        Ok(Self::among(drafts, heads, me, unreadable))
    }

    /// Opens the one of several heads that is the draft, and settles the others.
    fn among(
        drafts: &Drafts<'_>,
        heads: Vec<Draft>,
        me: &Writer,
        unreadable: Vec<Unreadable>,
    ) -> Opened {
        let (mut copies, mut told) = (Vec::new(), Vec::new());
        let mut draft = None;
        if heads.len() > 1
            && let Ok(Some(settled)) = drafts.settle(&heads)
        {
            // Where this fails all heads stay, and whoever opens the draft next tries again.
            told.clone_from(&settled.copies);
            copies = if settled.made { settled.copies } else { copies };
            draft = Some(settled.draft);
        }
        match draft.or_else(|| heads.into_iter().next()) {
            Some(draft) => Opened::Session(Box::new(Self {
                me: me.clone(),
                draft,
                saving: Saving::Saved,
                unreadable,
                copies,
                told,
                tried: 0,
            })),
            None => Opened::Nothing(unreadable),
        }
    }

    /// Which draft this is.
    #[must_use]
    pub const fn id(&self) -> &DraftId {
        &self.draft.id
    }

    /// The draft as it is.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The plan with the way back and forth.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.draft.history
    }

    /// Whether the plan is kept.
    #[must_use]
    pub const fn saving(&self) -> Saving {
        self.saving
    }

    /// What of this draft could not be read.
    #[must_use]
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// The second drafts that were made because other tabs changed this one at the same time.
    #[must_use]
    pub fn copies(&self) -> &[DraftId] {
        &self.copies
    }

    /// The learner has read of the second drafts.
    pub fn dismiss_copies(&mut self) {
        self.copies.clear();
    }

    /// True where nothing was ever done with this draft.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.draft.sequence == 0 && !self.history().can_undo() && !self.history().can_redo()
    }

    /// Changes the plan and saves it. False where that changed nothing.
    pub fn act(
        &mut self,
        drafts: &Drafts<'_>,
        qualification: &Qualification,
        now: u32,
        change: impl FnOnce(&mut History),
    ) -> bool {
        let before = self.draft.plan().clone();
        change(&mut self.draft.history);
        if *self.draft.plan() == before {
            return false;
        }
        self.draft.renew_facts(qualification);
        self.draft.changed = now;
        self.save(drafts);
        true
    }

    /// Gives the draft another name and saves it.
    pub fn rename(&mut self, drafts: &Drafts<'_>, now: u32, name: &str) {
        self.draft.rename(name);
        self.draft.changed = now;
        self.save(drafts);
    }

    /// Notes whether the learner has seen how the catalogue differs from the one with which the plan was
    /// made. The old figures stay with the draft.
    pub fn note(&mut self, drafts: &Drafts<'_>, differences: &[Difference], seen: bool) {
        self.draft.noted = if seen { mark_of(differences) } else { 0 };
        // A draft that was deleted elsewhere, or changed by a newer version, stays so.
        if matches!(self.saving, Saving::Saved | Saving::Failed(_)) {
            self.save(drafts);
        }
    }

    /// True where the learner has seen just these differences.
    #[must_use]
    pub fn has_noted(&self, differences: &[Difference]) -> bool {
        self.draft.noted != 0 && self.draft.noted == mark_of(differences)
    }

    /// The next save: the plan as it is shown, after every save that it follows.
    #[must_use]
    pub fn next(&self) -> Draft {
        let mut next = self.draft.next(&self.me);
        // A write that was reported as failed may have succeeded, so its key is not used again.
        next.sequence = next.sequence.max(self.tried.saturating_add(1));
        next.deleted = false;
        next
    }

    /// Saves the draft as it is.
    pub fn save(&mut self, drafts: &Drafts<'_>) {
        let mut next = self.next();
        drafts.forget_some_seen(&mut next);
        let mut saved = drafts.save(&next);
        if saved == Err(Failure::TooLong) && next.forget_unpicked() {
            saved = drafts.save(&next);
        }
        match saved {
            Ok(unfollowed) => {
                self.draft = next;
                self.saving = Saving::Saved;
                if unfollowed > 0
                    && let Ok(found) = drafts.find(&self.draft.id)
                {
                    self.meet(drafts, found);
                }
            }
            Err(failure) => {
                self.tried = next.sequence;
                self.saving = Saving::Failed(failure);
            }
        }
    }

    /// True where the last change is not saved and would be lost with the page.
    #[must_use]
    pub const fn is_unsaved(&self) -> bool {
        matches!(self.saving, Saving::Failed(_)) && self.draft.changed > 0
    }

    /// Tries again where the last change could not be saved: before the page goes, and when it comes
    /// back. False where there is nothing to try.
    pub fn flush(&mut self, drafts: &Drafts<'_>) -> bool {
        let unsaved = self.is_unsaved();
        if unsaved {
            self.save(drafts);
        }
        unsaved
    }

    /// Others may have changed what is kept: takes it over where it follows what is shown, and keeps
    /// both where it does not. True where something else is shown now.
    pub fn follow(&mut self, drafts: &Drafts<'_>) -> bool {
        let before = self.draft.history.clone();
        if let Ok(found) = drafts.find(&self.draft.id) {
            let failed = matches!(self.saving, Saving::Failed(_));
            let gone = found.newer.is_none() && found.heads.iter().all(|head| head.deleted);
            if failed && !(gone && self.draft.sequence > 0) {
                // What is shown is not saved yet: both versions are compared when it is.
                self.flush(drafts);
            } else {
                self.meet(drafts, found);
            }
        }
        before != self.draft.history
    }

    fn meet(&mut self, drafts: &Drafts<'_>, found: Found) {
        let heads = found.heads;
        let is_mine = |head: &Draft| {
            (&head.writer, head.sequence) == (&self.draft.writer, self.draft.sequence)
        };
        match heads.as_slice() {
            [] if found.newer.is_none() => {
                // A draft that was never kept cannot have been deleted.
                if self.draft.sequence > 0 {
                    self.saving = Saving::Deleted;
                }
            }
            [] => {
                let kept = found.newer.map(|newer| newer.kept);
                let new = kept.filter(|kept| !self.unreadable.contains(kept));
                self.unreadable.extend(new);
                self.saving = Saving::Overtaken;
            }
            [head] if is_mine(head) => {}
            [head] if head.deleted => {
                self.saving = Saving::Deleted;
                self.draft.seen = head.seen_after();
                self.draft.sequence = self.draft.sequence.max(head.sequence);
            }
            [head] => self.take(head.clone()),
            _ => {
                if let Ok(Some(Settled { draft, copies, .. })) = drafts.settle(&heads) {
                    for copy in copies {
                        if !self.told.contains(&copy) {
                            self.told.push(copy.clone());
                            self.copies.push(copy);
                        }
                    }
                    self.take(draft);
                }
            }
        }
    }

    fn take(&mut self, draft: Draft) {
        self.draft = draft;
        self.saving = Saving::Saved;
    }

    /// Removes what could not be read, when the learner says so.
    pub fn forget(&mut self, drafts: &Drafts<'_>, gone: &Unreadable) {
        match drafts.forget(gone) {
            Ok(()) => self.unreadable.retain(|kept| kept.key != gone.key),
            Err(failure) => self.saving = Saving::Failed(failure),
        }
    }
}
