//! The catalogue file that a host page names: what came of it, whose figures are shown, and what the
//! reader is told.
//!
//! A learner can do nothing with a path in a file of somebody else's. What is wrong in it the host hears,
//! by the `error` event.

use leptos::task::spawn_local;

use super::browser;
use super::lazy::{Fetched, wasm_split};
use super::rest::{rest, rest_for};
use super::route::Route;
use super::state::State;
use crate::catalogue::{self, File, Reading};
use crate::qualification::Qualification;
use crate::reading::Text;
use crate::wording::{self, Sources};

/// The catalogue file that the host page names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Centre {
    /// True where the element asks for its qualifications only.
    only: bool,
    came: Came,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

impl Centre {
    /// The file, where it is here.
    pub(super) fn file(&self) -> Option<&File> {
        match &self.came {
            Came::Here(file, _) => Some(file),
            _ => None,
        }
    }

    /// True where no qualification of another file is to be shown.
    pub(super) fn only(&self) -> bool {
        self.came != Came::Unnamed && self.only || self.file().is_some_and(|file| file.only)
    }
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn read(state: State, asked: u32, name: String, bytes: Vec<u8>) -> Fetched<()> {
    if state.still_asks(asked) {
        state.read_centre(&name, &bytes);
    }
    Ok(())
}

impl State {
    /// The host page names a catalogue file, which is on its way, or none any more. `only` asks for its
    /// qualifications alone.
    pub fn expect_catalogue(self, is_named: bool, only: bool) {
        let asked = &self.0.held().centre_asked;
        asked.set(asked.get().wrapping_add(1));
        let came = if is_named {
            Came::Awaited
        } else {
            Came::Unnamed
        };
        self.turn_centre(Centre { only, came });
    }

    /// That file has come.
    pub fn centre_catalogue(self, name: &str, bytes: &[u8]) {
        let asked = self.0.held().centre_asked.get();
        let (name, bytes) = (name.to_owned(), bytes.to_vec());
        spawn_local(async move {
            let loading = async {
                rest_for(self).await?;
                read(self, asked, name.clone(), bytes).await
            };
            if loading.await.is_err() && self.still_asks(asked) {
                self.no_centre_catalogue(&name, wording::part_missing());
            }
        });
    }

    fn read_centre(self, name: &str, bytes: &[u8]) {
        match browser::text_in(bytes) {
            Ok(text) => self.centre_read(name, &text, catalogue::read(&text.text)),
            Err(what) => {
                self.came(Came::Failed);
                let problems = vec![wording::not_text(what).to_owned()];
                self.emit_centre(&wording::centre_problems(name, None), &problems);
            }
        }
    }

    /// False where the planner is gone meanwhile, or the page names another file.
    fn still_asks(self, asked: u32) -> bool {
        let held = self.0.still_held();
        held.is_some_and(|held| held.centre_asked.get() == asked)
    }

    fn centre_read(self, name: &str, text: &Text, reading: Reading) {
        let file = reading.file.filter(|file| !file.qualifications.is_empty());
        let left_out = file.as_ref().map(|_| reading.left_out);
        self.came(match file {
            Some(file) => Came::Here(Box::new(file), reading.left_out),
            None => Came::Failed,
        });
        let problems = reading.problems.iter().map(wording::problem_and_remedy);
        let problems: Vec<String> = wording::read_as(text).into_iter().chain(problems).collect();
        if !problems.is_empty() {
            self.emit_centre(&wording::centre_problems(name, left_out), &problems);
        }
    }

    /// It could not be fetched.
    pub fn no_centre_catalogue(self, name: &str, trouble: &str) {
        self.came(Came::Failed);
        self.emit_centre(&wording::centre_unfetched(name, trouble), &[]);
    }

    fn came(self, came: Came) {
        let only = self.0.held().centre.peek(|centre| centre.only);
        self.turn_centre(Centre { only, came });
    }

    fn turn_centre(self, centre: Centre) {
        let held = self.0.held();
        if held.centre.peek(|now| *now == centre) {
            return;
        }
        held.centre.set(centre);
        match rest() {
            Some(rest) if held.has_rest.peek(|has| *has) => {
                (rest.read_catalogues)(self);
                self.show_asked();
            }
            // Which qualifications there are is told once that is there.
            _ => held.awaits_catalogues.set_other(true),
        }
    }

    fn emit_centre(self, message: &str, problems: &[String]) {
        let problems: Vec<String> = problems.iter().map(|one| browser::quoted(one)).collect();
        let (message, problems) = (browser::quoted(message), problems.join(","));
        let detail = format!("{{\"message\":{message},\"problems\":[{problems}]}}");
        self.emit("error", &detail);
    }

    /// Looks at what came of the file.
    fn centre<T>(self, look: impl FnOnce(&Centre) -> T) -> T {
        self.0.held().centre.look(look)
    }

    /// True while the file is on its way.
    pub(super) fn awaits_centre(self) -> bool {
        self.centre(|centre| centre.came == Came::Awaited)
    }

    /// True where no qualification of another file is shown.
    pub(super) fn shows_centre_only(self) -> bool {
        self.centre(Centre::only)
    }

    /// Whose list is shown, where it is a centre's.
    pub(super) fn centre_line(self) -> Option<String> {
        self.centre(|centre| Some(wording::from_centre(centre.file()?, centre.only())))
    }

    /// True for a qualification of a centre's that stands among others.
    pub(super) fn stands_out(self, qualification: &Qualification) -> bool {
        self.centre(|centre| {
            let of = |file: &File| file.id == qualification.catalogue;
            !centre.only() && centre.file().is_some_and(of)
        })
    }

    /// What a learner is told where not all of the file can be used.
    pub(super) fn centre_trouble(self) -> Option<String> {
        self.centre(|centre| match centre.came {
            Came::Failed => Some(wording::centre_failed(centre.only).to_owned()),
            Came::Here(_, left_out) if left_out > 0 => Some(wording::centre_left_out(left_out)),
            _ => None,
        })
    }

    /// Whose documents stand behind what is shown: those of the qualification, or of all that can be
    /// chosen.
    pub(super) fn sourced(self, say: fn(&Sources<'_>) -> String) -> String {
        let catalogue = self.catalogue();
        let shown = match self.route() {
            Route::Plan(qualification, _) => Some(qualification),
            Route::Link(_) => self.0.held().linked.get(),
            Route::Choose | Route::Unknown(..) => None,
        };
        match shown {
            Some(of) => say(&[(&of.awarding_body, of.source.checked, of.source.checked)]),
            // Nobody knows yet whose.
            None if self.awaits_centre() => say(&[]),
            None => say(&catalogue.sources()),
        }
    }
}
