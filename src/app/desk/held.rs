use super::super::browser;
use super::super::engine::engine;
use super::{Held, Work};
use crate::assess::{Context, State as Standing};
use crate::draft::{Drafts, Opened, Saving, Session, differences};
use crate::editor::HostEvent;
use crate::plan::History;

impl Held {
    pub(super) fn context(&self) -> Context {
        Context {
            today: self.state.today(),
        }
    }

    /// Changes the plan; where that changed anything, saves it and tells the host page.
    pub(super) fn act(&self, change: impl FnOnce(&mut History)) {
        let (was, before) = self.work.peek(|work| {
            let plan = (!work.is_judged).then(|| work.session.history().now().clone());
            (work.assessment.state, plan)
        });
        let of = &self.qualification;
        let id = self.work.peek(|work| work.session.id().clone());
        let now = self.state.moment(&id);
        let mut changed = false;
        self.work.change(|work| {
            let session = &mut work.session;
            changed = self
                .state
                .with_drafts(|drafts| session.act(drafts, of, now, change));
            self.judge(work);
            if changed && work.untold.is_none() {
                work.untold = before;
            }
        });
        if !changed {
            return;
        }
        self.saved();
        if self.work.peek(|work| work.is_judged) {
            self.tell(was);
        }
    }

    /// Tells the host page of a change.
    fn tell(&self, was: Standing) {
        let (is, detail) = self
            .work
            .peek(|work| (work.assessment.state, self.current(work).detail()));
        for event in HostEvent::of_change(was, is) {
            self.state.tell(event.name(), &detail);
        }
    }

    pub(super) fn judge(&self, work: &mut Work) {
        let plan = work.session.history().now();
        work.assessment = self.state.judge(&self.qualification, plan);
        work.is_judged = engine().is_some();
    }

    /// The engine has come: what was shown without it is judged, and the host page hears of what was
    /// changed meanwhile.
    pub(super) fn judge_at_last(&self) {
        let mut untold = None;
        self.work.change_if(|work| {
            let is_late = !work.is_judged;
            if is_late {
                self.judge(work);
                untold = work.untold.take();
            }
            is_late
        });
        if let Some(before) = untold {
            self.tell(self.state.judge(&self.qualification, &before).state);
        }
    }

    /// Does something with the draft that leaves the plan as it is.
    pub(super) fn with_session(&self, act: impl FnOnce(&mut Session, &Drafts<'_>)) {
        let shown = self.work.peek(|work| work.session.history().clone());
        // The bindings that follow the plan run again only where it is another.
        let mut other = false;
        self.work.change_if(|work| {
            self.state
                .with_drafts(|drafts| act(&mut work.session, drafts));
            other = *work.session.history() != shown;
            if other {
                self.judge(work);
            }
            other
        });
        self.tell_session();
    }

    /// After a save: lets the others know, and asks the browser to keep what is stored, once.
    pub(super) fn saved(&self) {
        self.tell_session();
        if self.saving.peek(|saving| *saving != Saving::Saved) {
            return;
        }
        self.tell_others();
        self.state.ask_to_promise();
    }

    /// Lets the other planners, and the second copy, know that something else is kept.
    pub(super) fn tell_others(&self) {
        self.telling.set(true);
        browser::tell_saved();
        self.telling.set(false);
    }

    /// Shows what the session says of itself.
    fn tell_session(&self) {
        self.work.peek(|work| {
            let session = &work.session;
            let unsaved = session.is_unsaved().then(|| session.clone());
            self.state.hold_open(unsaved);
            self.saving.set_other(session.saving());
            self.unreadable.set_other(session.unreadable().to_vec());
            self.copies.set_other(session.copies().to_vec());
            let parcel = session.draft().parcel();
            let differences = differences(&parcel, &self.qualification);
            self.seen.set_other(session.has_noted(&differences));
            self.differences.set_other(differences);
        });
    }

    pub(super) fn follow(&self) {
        // What this desk has saved it need not read again, three saves with each tick.
        if self.telling.get() {
            return;
        }
        let untouched = self.work.peek(|work| work.session.is_untouched());
        if untouched && !self.named {
            // Nothing was planned here yet, and there may be something now.
            let latest = self.state.latest(&self.qualification.id);
            if let Ok(Some(id)) = latest
                && let Ok(Opened::Session(session)) = self.state.open_session(&id)
            {
                self.with_session(|held, _| *held = *session);
            }
            return;
        }
        let (mut unsaved, mut copies) = (false, 0);
        self.with_session(|session, drafts| {
            (unsaved, copies) = (session.is_unsaved(), session.copies().len());
            session.follow(drafts);
        });
        let more = self.work.peek(|work| {
            work.session.copies().len() > copies || unsaved && !work.session.is_unsaved()
        });
        if more {
            // What it has written itself on the way others have not heard of.
            self.saved();
        }
    }
}
