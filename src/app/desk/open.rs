//! A plan comes to its keeping: one that is kept is opened, and one that was begun before is given to a
//! session.

use std::sync::Arc;

use leptos::prelude::on_cleanup;

use super::super::browser;
use super::super::dom::effect;
use super::super::state::State;
use super::{Desk, OpenResult, PlanLookup};
use crate::assess::Context;
use crate::editor::Editor;
use crate::plan::{Action, Plan};
use crate::qualification::Qualification;
use crate::saved_plans::{CatalogueDifference, PlanId, PlanSnapshot, Session};

impl Desk {
    /// Opens the desk for a saved plan of a qualification, or for the one that was changed last.
    pub(in crate::app) fn open(
        state: State,
        qualification: &Arc<Qualification>,
        wanted: Option<PlanId>,
    ) -> OpenResult {
        let (mut session, missing) = match state.lookup(qualification, wanted.clone()) {
            PlanLookup::Session(session, missing) => (session, missing),
            PlanLookup::Newer(newer) => return OpenResult::Newer(newer),
            PlanLookup::Deleted(id) => return OpenResult::Deleted(id),
        };
        let called = state.under_own_codes(&mut session, qualification);
        let editor = Editor::open(Arc::clone(qualification), state.context(), session);
        let desk = Self::with(state, editor, wanted);
        desk.0.held().missing.set(missing);
        desk.attach(called);
        OpenResult::Desk(desk)
    }

    /// Gives a plan that was begun before to a session.
    pub(in crate::app) fn keep(self) {
        let held = self.0.held();
        let state = held.state;
        let of = &held.qualification;
        let has_ticks = held.editor.peek(|editor| !editor.ticks().is_empty());
        let mut session = match state.lookup(of, held.wanted.clone()) {
            // Another tab may have begun a plan meanwhile: what was ticked here is one of its own.
            PlanLookup::Session(session, _) if !has_ticks || session.is_untouched() => session,
            _ => Box::new(State::fresh(of, State::new_id())),
        };
        let called = state.under_own_codes(&mut session, of);
        let now = state.moment(session.id());
        let mut was = None;
        held.editor.change(|editor| {
            was = state.with_plans(|plans| editor.keep(session, plans, now));
        });
        self.attach(called);
        if let Some(was) = was {
            held.saved();
            held.emit(was);
            self.announce();
        }
    }

    /// Searches further from now on: what was not found out before is looked at again.
    pub(in crate::app) fn judge_by(self, context: Context) {
        self.0
            .held()
            .editor
            .change_if(|editor| editor.judge_by(context));
    }

    /// Shows what is to be said of the saved plan, and keeps it in step with what others save.
    fn attach(self, called: Vec<CatalogueDifference>) {
        let held = self.0.held();
        let copied = self.session(|session| {
            let copied = held.state.with_plans(|plans| plans.copied(session.id()));
            copied.ok().flatten()
        });
        held.copied.set(copied.flatten());
        held.show_session();
        held.renamed.replace(called);
        let desk = self;
        browser::on_window("storage", move || desk.sync());
        browser::on_window(browser::SAVED, move || desk.sync());
        // Back from the browser's cache of whole pages.
        browser::on_window("pageshow", move || desk.sync());
        for leaving in ["pagehide", "visibilitychange"] {
            browser::on_window(leaving, move || desk.flush());
        }
        on_cleanup(move || {
            desk.stop_timer();
            desk.stash_unsaved();
        });
        effect(Box::new(move || {
            desk.plan(|_| ());
            desk.debounce();
        }));
    }
}

impl State {
    /// Gives each plan of a screen that was left before this to a session of its own.
    pub(in crate::app) fn keep_left_plans(self) {
        let held = self.0.held();
        let plans = held.unkept_plans.take();
        if plans.is_empty() {
            return;
        }
        for (of, ticks) in plans {
            let mut session = Self::fresh(&of, Self::new_id());
            let now = self.moment(session.id());
            for (code, picked) in ticks {
                let action = Action::tick(code, picked);
                self.with_plans(|plans| {
                    session.act(plans, &of, now, |history| history.act(action))
                });
            }
            let unsaved = session.is_unsaved().then_some(session);
            held.unsaved.borrow_mut().extend(unsaved);
        }
        self.guard();
        browser::announce_saved();
    }

    /// A new saved plan that was never changed.
    pub(in crate::app) fn fresh(of: &Qualification, id: PlanId) -> Session {
        let snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), of);
        Session::new(id, Self::writer(), snapshot)
    }

    /// Puts the units of a saved plan that the plan names otherwise under the codes of the qualification.
    fn under_own_codes(
        self,
        session: &mut Session,
        of: &Qualification,
    ) -> Vec<CatalogueDifference> {
        let now = self.moment(session.id());
        self.with_plans(|plans| session.take_codes_of(plans, of, now))
    }
}
