//! The catalogue file that a host page names: what came of it, whose figures are shown, and what the
//! reader is told.
//!
//! A learner can do nothing with a path in a file of somebody else's. What is wrong in it the host hears,
//! by the `error` event.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use super::page::Page;
use crate::app::browser;
use crate::catalogue::{File, Reading};
use crate::qualification::Qualification;
use crate::reading::{NotText, Text};
use crate::wording;

/// The catalogue file that the host page names, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct Centre(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    page: Page,
    named: RwSignal<Named>,
    /// Counts how often the host page has named one, or none.
    asked: Cell<u32>,
    /// Called when other qualifications are to be shown.
    changed: Cell<Option<Callback<()>>>,
}

#[derive(Clone, Debug, Default)]
struct Named {
    /// True where the element asks for its qualifications only.
    only: bool,
    came: Came,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
enum Came {
    /// None is named.
    #[default]
    Unnamed,
    /// It is on its way.
    Awaited,
    /// It is here, but for so many qualifications.
    Here(Box<File>, usize),
    /// Nothing of it can be used.
    Failed,
}

impl Came {
    /// True where nothing has come since: a file that came is always another.
    fn is_still(&self, now: &Self) -> bool {
        matches!(
            (self, now),
            (Self::Unnamed, Self::Unnamed)
                | (Self::Awaited, Self::Awaited)
                | (Self::Failed, Self::Failed)
        )
    }
}

impl Named {
    fn file(&self) -> Option<&File> {
        match &self.came {
            Came::Here(file, _) => Some(file),
            _ => None,
        }
    }

    fn only(&self) -> bool {
        !matches!(self.came, Came::Unnamed) && self.only
            || self.file().is_some_and(|file| file.only)
    }
}

impl Centre {
    pub(super) fn new(page: Page) -> Self {
        Self(StoredValue::new_local(Rc::new(Inner {
            page,
            named: RwSignal::new(Named::default()),
            asked: Cell::new(0),
            changed: Cell::new(None),
        })))
    }

    /// Has this called when other qualifications are to be shown.
    pub(crate) fn on_change(self, act: Callback<()>) {
        self.0.get_value().changed.set(Some(act));
    }

    /// The host page names a catalogue file, which is on its way, or none any more. `only` asks for its
    /// qualifications alone.
    pub(crate) fn await_file(self, is_named: bool, only: bool) {
        let asked = &self.0.get_value().asked;
        asked.set(asked.get().wrapping_add(1));
        let came = if is_named {
            Came::Awaited
        } else {
            Came::Unnamed
        };
        self.change(Named { only, came });
    }

    /// How often the host page has named a file so far.
    pub(crate) fn asked(self) -> u32 {
        self.0.get_value().asked.get()
    }

    /// False where the planner is gone meanwhile, or the page names another file.
    pub(crate) fn still_asks(self, asked: u32) -> bool {
        let held = self.0.try_get_value();
        held.is_some_and(|held| held.asked.get() == asked)
    }

    /// It was read.
    pub(crate) fn was_read(self, name: &str, text: &Text, reading: Reading) {
        let file = reading.file.filter(|file| !file.qualifications.is_empty());
        let left_out = file.as_ref().map(|_| reading.left_out);
        self.came(match file {
            Some(file) => Came::Here(Box::new(file), reading.left_out),
            None => Came::Failed,
        });
        let problems = reading.problems.iter().map(wording::problem_and_remedy);
        let problems: Vec<String> = wording::read_as(text).into_iter().chain(problems).collect();
        if !problems.is_empty() {
            self.emit(
                &wording::centre_problems(name, left_out),
                &json_list(&problems),
            );
        }
    }

    /// It is no text.
    pub(crate) fn was_no_text(self, name: &str, what: NotText) {
        self.came(Came::Failed);
        let problems = vec![wording::not_text(what).to_owned()];
        self.emit(&wording::centre_problems(name, None), &json_list(&problems));
    }

    /// It could not be fetched.
    pub(crate) fn was_not_fetched(self, name: &str, trouble: &str) {
        self.came(Came::Failed);
        self.emit(&wording::centre_unfetched(name, trouble), "");
    }

    fn came(self, came: Came) {
        let only = self.0.get_value().named.with_untracked(|named| named.only);
        self.change(Named { only, came });
    }

    fn change(self, named: Named) {
        let held = self.0.get_value();
        let is_still = |now: &Named| now.only == named.only && now.came.is_still(&named.came);
        if !held.named.with_untracked(is_still) {
            held.named.set(named);
            if let Some(changed) = held.changed.get() {
                changed.run(());
            }
        }
    }

    /// `problems` stand as JSON has them in a list.
    fn emit(self, message: &str, problems: &str) {
        let message = browser::quoted(message);
        let detail = format!("{{\"message\":{message},\"problems\":[{problems}]}}");
        self.0.get_value().page.emit("error", &detail);
    }

    fn look<T>(self, look: impl FnOnce(&Named) -> T) -> T {
        self.0.get_value().named.with(look)
    }

    /// The file, where it is here. No binding follows it.
    pub(super) fn file(self) -> Option<File> {
        self.0
            .get_value()
            .named
            .with_untracked(|named| named.file().cloned())
    }

    /// True where no qualification of another file is to be shown. No binding follows it.
    pub(super) fn is_alone_now(self) -> bool {
        self.0.get_value().named.with_untracked(Named::only)
    }

    /// True while the file is on its way.
    pub(crate) fn is_awaited(self) -> bool {
        self.look(|named| matches!(named.came, Came::Awaited))
    }

    /// True where no qualification of another file is shown.
    pub(crate) fn is_alone(self) -> bool {
        self.look(Named::only)
    }

    /// Whose list is shown, where it is a centre's.
    pub(crate) fn line(self) -> Option<String> {
        self.look(|named| Some(wording::from_centre(named.file()?, named.only())))
    }

    /// True for a qualification of a centre's that stands among others. No binding follows it: rows are built anew
    /// where another file comes.
    pub(crate) fn stands_out(self, qualification: &Qualification) -> bool {
        self.0.get_value().named.with_untracked(|named| {
            let of = |file: &File| file.id == qualification.catalogue;
            !named.only() && named.file().is_some_and(of)
        })
    }

    /// What a learner is told where not all of the file can be used.
    pub(crate) fn trouble(self) -> Option<String> {
        self.look(|named| match named.came {
            Came::Failed => Some(wording::centre_failed(named.only).to_owned()),
            Came::Here(_, left_out) if left_out > 0 => Some(wording::centre_left_out(left_out)),
            _ => None,
        })
    }
}

/// Texts as JSON has them in a list.
fn json_list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|one| browser::quoted(one)).collect();
    quoted.join(",")
}
