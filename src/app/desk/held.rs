use super::super::browser;
use super::DeskData;
use crate::assess::State as PlanState;
use crate::editor::HostEvent;
use crate::plan::History;
use crate::saved_plans::{Opened, SavedPlans, Saving, Session};

impl DeskData {
    /// Changes the plan; where that changed anything, saves it and tells the host page.
    pub(super) fn act(&self, change: impl FnOnce(&mut History)) {
        let id = self
            .editor
            .peek(|editor| editor.session().map(|one| one.id().clone()));
        let Some(id) = id else {
            return;
        };
        let now = self.state.moment(&id);
        let mut was = None;
        self.editor.change(|editor| {
            was = self
                .state
                .with_plans(|plans| editor.act(plans, now, change));
        });
        if let Some(was) = was {
            self.saved();
            self.emit(was);
        }
    }

    /// Tells the host page of a change.
    pub(super) fn emit(&self, was: PlanState) {
        let (is, detail) = self.editor.peek(|editor| {
            let current = editor.current(None);
            (current.assessment.state, current.detail())
        });
        for event in HostEvent::of_change(was, is) {
            self.state.emit(event.name(), &detail);
        }
    }

    /// Does something with the saved plan that leaves the plan as it is.
    pub(super) fn with_session(&self, act: impl FnOnce(&mut Session, &SavedPlans<'_>)) {
        // The bindings that follow the plan run again only where it is another.
        self.editor.change_if(|editor| {
            self.state
                .with_plans(|plans| editor.with_session(|session| act(session, plans)))
        });
        self.show_session();
    }

    /// After a save: lets the others know, and asks the browser to keep what is stored, once.
    pub(super) fn saved(&self) {
        self.show_session();
        if self.saving.peek(|saving| *saving != Saving::Saved) {
            return;
        }
        self.announce_save();
        self.state.ask_to_promise();
    }

    /// Lets the other planners, and the second copy, know that something else is kept.
    pub(super) fn announce_save(&self) {
        self.telling.set(true);
        browser::announce_saved();
        self.telling.set(false);
    }

    /// Shows what the session says of itself.
    pub(super) fn show_session(&self) {
        self.editor.peek(|editor| {
            let Some(session) = editor.session() else {
                return;
            };
            let unsaved = session.is_unsaved().then(|| session.clone());
            self.state.hold_open(unsaved);
            self.saving.set_other(session.saving());
            self.unreadable.set_other(session.unreadable().to_vec());
            self.copies.set_other(session.copies().to_vec());
        });
    }

    pub(super) fn sync(&self) {
        // What this desk has saved it need not read again, three saves with each tick.
        if self.telling.get() {
            return;
        }
        let ask = |ask: fn(&Session) -> bool| {
            self.editor.peek(|editor| editor.session().is_some_and(ask))
        };
        if ask(Session::is_untouched) && self.wanted.is_none() {
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
        self.with_session(|session, plans| {
            (unsaved, copies) = (session.is_unsaved(), session.copies().len());
            session.sync(plans);
        });
        let now = self
            .editor
            .peek(|editor| editor.session().map_or(0, |one| one.copies().len()));
        if now > copies || unsaved && !ask(Session::is_unsaved) {
            // What it has written itself on the way others have not heard of.
            self.saved();
        }
    }
}
