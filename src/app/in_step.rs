//! Keeping step: with the address bar, with other tabs and planners, and with the second copy.

use leptos::prelude::untrack;

use super::browser;
use super::dom::effect;
use super::engine::{engine, prefetch};
use super::rest::rest;
use super::route::asked_by_address;
use super::state::{State, StateData};

impl State {
    /// Keeps the screen in step with the address bar, and has fetched what comes after the first screen.
    pub(super) fn subscribe(self) {
        // The first comes with the change itself, and the second where a browser has no such event for it.
        for moved in ["popstate", "hashchange"] {
            browser::on_window(moved, move || self.sync_address());
        }
        // For a planner beside another they are there.
        let held = self.0.held();
        held.has_engine.set_other(engine().is_some());
        held.has_rest.set_other(rest().is_some());
        // What listens belongs to the owner of the planner, and goes with it.
        effect(Box::new(move || {
            if self.has_engine()
                && let Some(engine) = engine()
            {
                untrack(|| (engine.arrive)(self));
            }
        }));
        effect(Box::new(move || {
            if self.0.held().has_rest.get()
                && let Some(rest) = rest()
            {
                untrack(|| (rest.arrive)(self));
            }
        }));
        prefetch(self);
    }

    /// Keeps the list of saved plans in step with other tabs and planners.
    pub(super) fn keep_in_step(self) {
        let changed = move || {
            if let Some(held) = self.0.still_held() {
                held.elsewhere.set(());
            }
        };
        // Whoever on this page has saved: it is called saved when the second copy has it.
        let with_held = move |act: fn(&StateData)| {
            move || {
                if let Some(held) = self.0.still_held() {
                    act(&held);
                }
            }
        };
        let saved = with_held(|held| {
            held.uncopied.set(true);
            held.confirmed.set_other(false);
        });
        let copied = with_held(|held| {
            if !held.uncopied.get() {
                held.confirmed.set_other(true);
            }
        });
        browser::on_window(browser::SAVED, saved);
        browser::on_window(browser::COPYING, with_held(|held| held.uncopied.set(false)));
        browser::on_window(browser::COPIED, copied);
        browser::on_window("storage", changed);
        browser::on_window(browser::SAVED, changed);
        // Back from the browser's cache of whole pages: others may have saved since.
        browser::on_window("pageshow", changed);
        for leaving in ["pagehide", "visibilitychange"] {
            browser::on_window(leaving, move || self.save_unsaved());
        }
        self.keep_left_plans();
        browser::ask_whether_promised(move |promised| {
            if let Some(held) = self.0.still_held() {
                held.promised.set(Some(promised));
            }
        });
    }

    fn sync_address(self) {
        let Some(held) = self.0.still_held() else {
            return;
        };
        let now = browser::fragment();
        if held.fragment.replace(now.clone()) == now {
            // A host page has put another address into its history that has the same fragment.
            return;
        }
        match asked_by_address(&held.options) {
            Some(name) => self.navigate(&name, true),
            None if held.options.page => self.navigate("", true),
            None => {}
        }
    }

    /// Reads the catalogue files that are kept, and keeps in step with them.
    pub(super) fn subscribe_to_catalogues(self) {
        let changed = move || {
            if self.0.still_held().is_some() {
                self.sync_catalogues();
            }
        };
        for event in ["storage", browser::SAVED, "pageshow"] {
            browser::on_window(event, changed);
        }
        if self.0.held().awaits_catalogues.peek(|awaits| *awaits) {
            self.read_catalogues();
        } else {
            // The second copy may have brought one meanwhile.
            self.sync_catalogues();
        }
    }

    /// The same where another page, or the second copy, has brought or taken one since.
    pub(super) fn sync_catalogues(self) {
        let held = self.0.held();
        let now = self.with_plans(|plans| plans.catalogue_names().ok());
        let known = |name: &String| {
            held.own
                .peek(|own| own.iter().any(|one| one.kept.name == *name))
        };
        let number = held.own.peek(Vec::len);
        if now.is_some_and(|now| now.len() != number || !now.iter().all(known)) {
            self.read_catalogues();
            self.show_asked();
        }
    }
}
