//! The catalogue files of the learner's own: those that are kept in this browser.

use std::sync::Arc;

use leptos::task::spawn_local;

use super::browser;
use super::centre::Centre;
use super::lazy::{Fetched, wasm_split};
use super::route::Route;
use super::state::State;
use crate::assess::{Context, Limit, assess_within};
use crate::catalogue::{self, Catalogue, File, Reading};
use crate::plan::Plan;
use crate::qualification::Date;
use crate::reading::Problem;
use crate::saved_plans::{KeptCatalogue, LibraryChange, Operation, SavedPlans};
use crate::wording;

/// How much is looked at, for all qualifications of a file that is opened together, to tell of rules that
/// nobody can meet.
const MOST_NODES: u64 = 100_000;

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn read_texts(texts: Vec<String>) -> Fetched<Vec<Reading>> {
    Ok(texts.iter().map(|text| catalogue::read(text)).collect())
}

/// A catalogue file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnCatalogue {
    pub(super) kept: KeptCatalogue,
    /// Its title; nothing where it cannot be read.
    pub(super) title: Option<String>,
    /// How many qualifications of it can be planned.
    pub(super) qualifications: usize,
    /// The day on which its facts were last compared with its document.
    pub(super) checked: Option<Date>,
    pub(super) problems: Vec<Problem>,
}

/// What came of opening a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OpenedCatalogue {
    /// The file's name.
    pub(super) name: String,
    /// What is wrong in it.
    pub(super) problems: Vec<Problem>,
    /// Of which of its qualifications no choice of units meets the rules, in words.
    pub(super) unmet: Vec<String>,
    /// What was wrong outside it, in words.
    pub(super) trouble: Option<String>,
    /// How it was read, where that leaves a doubt.
    pub(super) read_as: Option<String>,
    /// Qualifications left out.
    pub(super) left_out: usize,
    /// True where something of it was added.
    pub(super) added: bool,
}

impl State {
    /// Opens a catalogue file that the learner chose. That can be taken back.
    pub(super) fn open_own_catalogue(self, name: &str, text: &str, read_as: Option<String>) {
        if self.0.held().centre.peek(Centre::only) {
            return self.refuse_file(name, wording::only_centre(), Vec::new());
        }
        let names = || -> Vec<String> {
            let own = &self.0.held().own;
            own.peek(|own| own.iter().map(|one| one.kept.name.clone()).collect())
        };
        let before = names();
        self.open_catalogue(name, text, read_as);
        let now = names();
        let only = |one: &[String], other: &[String]| -> Vec<String> {
            let names = one.iter().filter(|name| !other.contains(name));
            names.cloned().collect()
        };
        let came = only(&now, &before);
        if came.is_empty() {
            return;
        }
        let change = LibraryChange {
            instead_of: only(&before, &now),
            ..LibraryChange::of(Operation::Open, Vec::new()).with_catalogues(came)
        };
        // Where it cannot be noted, the file is there all the same.
        let _ = self.with_plans(|plans| plans.append_to_log(change));
        browser::announce_saved();
    }

    /// Opens the text of a catalogue file and keeps it in this browser; `read_as` says how it was read,
    /// where that leaves a doubt.
    pub(super) fn open_catalogue(self, name: &str, text: &str, read_as: Option<String>) {
        let held = self.0.held();
        let reading = catalogue::read(text);
        held.readings
            .borrow_mut()
            .push((text.to_owned(), reading.clone()));
        let mut opened = OpenedCatalogue {
            name: name.to_owned(),
            problems: reading.problems,
            unmet: Vec::new(),
            trouble: None,
            read_as,
            left_out: reading.left_out,
            added: false,
        };
        if let Some(file) = reading.file.filter(|file| !file.qualifications.is_empty()) {
            opened.added = true;
            opened.unmet = unmet(&file, self.today());
            let keep = |plans: &SavedPlans<'_>| plans.keep_catalogue(&file.id, text);
            let is_kept = self.with_plans(keep).is_ok();
            if !is_kept {
                opened.trouble = Some(wording::FILE_NOT_KEPT.to_owned());
                held.unkept.borrow_mut().push(file);
            }
            self.read_catalogues();
            if is_kept {
                browser::announce_saved();
            }
        }
        held.opened.set(Some(opened));
        self.show_asked();
    }

    /// Says that a file cannot be opened, and why.
    pub(super) fn refuse_file(self, name: &str, trouble: &str, problems: Vec<Problem>) {
        self.0.held().opened.set(Some(OpenedCatalogue {
            name: name.to_owned(),
            problems,
            unmet: Vec::new(),
            trouble: Some(trouble.to_owned()),
            read_as: None,
            left_out: 0,
            added: false,
        }));
    }

    /// Reads every catalogue anew: the shipped ones, those that are kept, and the one that the host page
    /// names, or that alone. Where one is kept that was not read before, the reader is fetched first.
    pub(super) fn read_catalogues(self) {
        let held = self.0.held();
        let kept = self.with_plans(|plans| plans.catalogues().unwrap_or_default());
        let mut readings = held.readings.borrow_mut();
        readings.retain(|(text, _)| kept.iter().any(|one| one.text == *text));
        let is_read = |text: &String| readings.iter().any(|(known, _)| known == text);
        let texts = kept.iter().map(|one| one.text.clone());
        let unread: Vec<String> = texts.filter(|text| !is_read(text)).collect();
        drop(readings);
        if unread.is_empty() {
            self.gather(kept);
            if held.awaits_catalogues.peek(|awaits| *awaits) {
                held.awaits_catalogues.set(false);
                self.show_asked();
            }
            return;
        }
        spawn_local(async move {
            let read = read_texts(unread.clone()).await;
            let Some(held) = self.0.still_held() else {
                return;
            };
            match read {
                Ok(read) => held
                    .readings
                    .borrow_mut()
                    .extend(unread.into_iter().zip(read)),
                Err(_) => self.refuse_file(wording::KEPT_FILE, wording::part_missing(), Vec::new()),
            }
            // What comes from another tab that tab has told of.
            let tells =
                held.awaits_catalogues.peek(|awaits| *awaits) && held.opened.peek(Option::is_none);
            if let Some(damaged) = self.damaged().filter(|_| tells) {
                held.opened.set(Some(damaged));
            }
            self.gather(kept);
            held.awaits_catalogues.set_other(false);
            self.show_asked();
        });
    }

    /// What is wrong in a catalogue file that is kept.
    fn damaged(self) -> Option<OpenedCatalogue> {
        let held = self.0.held();
        let readings = held.readings.borrow();
        let damaged = |(_, reading): &&(String, Reading)| !reading.problems.is_empty();
        let (_, reading) = readings.iter().rfind(damaged)?;
        Some(OpenedCatalogue {
            name: wording::KEPT_FILE.to_owned(),
            problems: reading.problems.clone(),
            unmet: Vec::new(),
            trouble: None,
            read_as: None,
            left_out: reading.left_out,
            added: reading.file.is_some(),
        })
    }

    /// Puts together what can be planned.
    fn gather(self, kept: Vec<KeptCatalogue>) {
        let held = self.0.held();
        let only = held.centre.peek(Centre::only);
        let mut catalogue = if only {
            Catalogue::default()
        } else {
            Catalogue::shipped()
        };
        let mut own = Vec::new();
        let readings = held.readings.borrow();
        for kept in kept {
            // What could not be read yet is kept all the same.
            let Some((_, reading)) = readings.iter().find(|(text, _)| *text == kept.text) else {
                continue;
            };
            let file = reading.file.clone();
            own.push(OwnCatalogue {
                kept,
                title: file.as_ref().map(|file| file.title.clone()),
                qualifications: file.as_ref().map_or(0, |file| file.qualifications.len()),
                checked: file.as_ref().map(|file| file.checked),
                problems: reading.problems.clone(),
            });
            if let Some(file) = file.filter(|_| !only) {
                catalogue.add(file);
            }
        }
        let unkept = held.unkept.borrow();
        let unkept = unkept.iter().filter(|_| !only).cloned();
        let centre = held.centre.peek(|centre| centre.file().cloned());
        for file in unkept.chain(centre) {
            catalogue.add(file);
        }
        drop(readings);
        held.own.set(own);
        held.catalogue.set(Arc::new(catalogue));
    }

    /// True until the catalogue files that are kept, or that the host page names, were looked at.
    pub(super) fn awaits_catalogues(self) -> bool {
        self.0.held().awaits_catalogues.get()
    }

    /// Shows what was asked for by name, where that is here now and was not.
    pub(super) fn show_asked(self) {
        let held = self.0.held();
        let asked = held.asked.borrow().clone();
        // A plan of a link may be for what has just come, and the screen of what is not here says why.
        if matches!(held.find(&asked), Route::Link(_) | Route::Unknown(..)) {
            held.route.change(|_| ());
        }
        self.show(&asked);
    }

    /// The catalogue files that are kept here.
    pub(super) fn own_catalogues(self) -> Vec<OwnCatalogue> {
        self.0.held().own.get()
    }

    /// The names of those of these texts that are kept here.
    pub(super) fn own_catalogues_of(self, texts: &[(String, String)]) -> Vec<String> {
        let own = self.0.held().own.peek(Clone::clone).into_iter();
        let here = own.filter(|one| texts.iter().any(|(_, text)| *text == one.kept.text));
        here.map(|one| one.kept.name).collect()
    }

    /// Removes one of them. It can be brought back.
    pub(super) fn remove_catalogue(self, name: &str) {
        let change =
            LibraryChange::of(Operation::Remove, Vec::new()).with_catalogues(vec![name.to_owned()]);
        let done = self.with_plans(|plans| plans.apply(change.clone(), &Self::writer()));
        self.read_catalogues();
        self.notify_done(done.map(|()| wording::library_changed(&change, false, "")));
    }

    /// Offers one of them as a file.
    pub(super) fn download_catalogue(own: &OwnCatalogue) {
        browser::download(
            &wording::file_name::catalogue(&own.kept.name),
            &own.kept.text,
        );
    }
}

/// Of which qualifications of a file no choice of units meets the rules, so far as that is told at once.
fn unmet(file: &File, today: Date) -> Vec<String> {
    let mut limit = Limit::nodes(MOST_NODES);
    let unmet = file.qualifications.iter().filter_map(|one| {
        let plan = Plan::new(one.id.clone());
        let found = assess_within(one, &plan, &Context::on(today), &mut limit);
        wording::unmet(one, &found)
    });
    unmet.collect()
}
