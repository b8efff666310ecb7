//! Which parts of the program are there, as far as what is shown depends on it.

use std::cell::Cell;
use std::thread::LocalKey;

use leptos::prelude::*;

use crate::app::signals::set_other;
use crate::assess::{ByRows, Collisions, Context};
use crate::editor::Sentences;
use crate::qualification::Date;

/// Which parts are there, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct Program {
    /// True where plans are judged.
    engine: RwSignal<bool>,
    /// True where it can be said where a plan stands.
    summary: RwSignal<bool>,
    /// True where what completes the screens is there.
    rest: RwSignal<bool>,
}

/// What the engine can do more with once the part is there that completes the screens.
#[derive(Clone, Copy)]
pub(crate) struct Additions {
    /// The search for plans whose units may count in many groups.
    pub(crate) by_rows: ByRows,
    /// The search for rules that cannot be met together.
    pub(crate) collisions: Collisions,
}

thread_local! {
    static SENTENCES: Cell<Option<Sentences>> = const { Cell::new(None) };
    static ADDITIONS: Cell<Option<Additions>> = const { Cell::new(None) };
}

impl Program {
    pub(super) fn new() -> Self {
        Self {
            engine: RwSignal::new(false),
            summary: RwSignal::new(false),
            rest: RwSignal::new(false),
        }
    }

    /// True where plans are judged and kept.
    pub(crate) fn has_engine(self) -> bool {
        self.engine.get()
    }

    /// True where it can be said where a plan stands.
    pub(crate) fn has_summary(self) -> bool {
        self.summary.get()
    }

    /// From now on that can be said.
    pub(crate) fn has_summary_now(self) {
        set_other(self.summary, true);
    }

    /// True where what completes the screens is there.
    pub(crate) fn has_rest(self) -> bool {
        self.rest.get()
    }

    /// Which parts are there now.
    pub(crate) fn are_here(self, engine: bool, rest: bool) {
        set_other(self.engine, engine);
        set_other(self.rest, rest);
    }

    /// Has the engine use these from now on, for every planner.
    pub(crate) fn add(additions: Additions) {
        ADDITIONS.set(Some(additions));
    }

    /// What the engine finds is said by these from now on, for every planner.
    pub(crate) fn say(sentences: Sentences) {
        SENTENCES.set(Some(sentences));
    }

    /// The sentences of what the engine finds, where they are there.
    pub(crate) fn sentences() -> Option<Sentences> {
        LocalKey::get(&SENTENCES)
    }

    /// What an assessment depends on, with the searches that are there.
    pub(crate) fn context(today: Date) -> Context {
        let additions = LocalKey::get(&ADDITIONS);
        Context {
            today,
            by_rows: additions.map(|additions| additions.by_rows),
            collisions: additions.map(|additions| additions.collisions),
        }
    }
}
