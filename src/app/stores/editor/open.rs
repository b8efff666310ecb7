//! A plan comes to its keeping: one that is kept is opened, and one that was begun before is given to a
//! session.

use std::sync::Arc;

use leptos::prelude::*;

use super::{EditorStore, OpenResult};
use crate::app::browser;
use crate::app::signals::follow;
use crate::app::stores::{PlanLookup, PlanStorage, Program, Stores};
use crate::assess::Context;
use crate::editor::Editor;
use crate::qualification::Qualification;
use crate::saved_plans::{CatalogueDifference, PlanId, Session};

impl EditorStore {
    /// Opens a saved plan of a qualification, or for the one that was changed last.
    pub(crate) fn open(
        stores: Stores,
        qualification: &Arc<Qualification>,
        wanted: Option<PlanId>,
    ) -> OpenResult {
        let (mut session, missing) = match stores.plans().lookup(qualification, wanted.clone()) {
            PlanLookup::Session(session, missing) => (session, missing),
            PlanLookup::Newer(newer) => return OpenResult::Newer(newer),
            PlanLookup::Deleted(id) => return OpenResult::Deleted(id),
        };
        let called = under_own_codes(stores, &mut session, qualification);
        let editor = Editor::open(
            Arc::clone(qualification),
            Program::context(stores.page().today()),
            session,
        );
        let store = Self::with(stores, editor, wanted);
        store.0.get_value().missing.set(missing);
        store.attach(called);
        OpenResult::Plan(store)
    }

    /// Gives a plan that was begun before to a session.
    pub(crate) fn keep(self) {
        let held = self.0.get_value();
        let stores = held.stores;
        let of = &held.qualification;
        let has_ticks = held
            .editor
            .with_untracked(|editor| !editor.ticks().is_empty());
        let mut session = match stores.plans().lookup(of, held.wanted.clone()) {
            // Another tab may have begun a plan meanwhile: what was ticked here is one of its own.
            PlanLookup::Session(session, _) if !has_ticks || session.is_untouched() => session,
            _ => Box::new(PlanStorage::fresh(of, PlanStorage::new_id())),
        };
        let called = under_own_codes(stores, &mut session, of);
        let now = stores.storage().moment(session.id());
        let mut was = None;
        held.editor.update(|editor| {
            was = stores
                .storage()
                .with(|plans| editor.keep(session, plans, now));
        });
        self.attach(called);
        if let Some(was) = was {
            held.saved();
            held.emit(was);
            self.announce();
        }
    }

    /// Searches further from now on: what was not found out before is looked at again.
    pub(crate) fn judge_by(self, context: Context) {
        let held = self.0.get_value();
        held.settle();
        held.editor.maybe_update(|editor| editor.judge_by(context));
    }

    /// Shows what is to be said of the saved plan, and keeps it in step with what others save.
    fn attach(self, called: Vec<CatalogueDifference>) {
        let held = self.0.get_value();
        let copied = self.session(|session| {
            let copied = held
                .stores
                .storage()
                .with(|plans| plans.copied(session.id()));
            copied.ok().flatten()
        });
        held.tell(|about| about.copied = copied.flatten());
        held.show_session();
        held.renamed.replace(called);
        let store = self;
        browser::on_window("storage", move || store.sync());
        browser::on_window(browser::SAVED, move || store.sync());
        // Back from the browser's cache of whole pages.
        browser::on_window("pageshow", move || store.sync());
        for leaving in ["pagehide", "visibilitychange"] {
            browser::on_window(leaving, move || store.flush());
        }
        on_cleanup(move || {
            store.stop_timer();
            store.stash_unsaved();
        });
        follow(Box::new(move || {
            store.plan(|_| ());
            store.debounce();
        }));
    }
}

/// Puts the units of a saved plan that the plan names otherwise under the codes of the qualification.
fn under_own_codes(
    stores: Stores,
    session: &mut Session,
    of: &Qualification,
) -> Vec<CatalogueDifference> {
    let storage = stores.storage();
    let now = storage.moment(session.id());
    storage.with(|plans| session.take_codes_of(plans, of, now))
}
