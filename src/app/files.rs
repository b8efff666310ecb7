//! Files that come from outside: catalogues and saved plans.

use std::sync::Arc;

use super::browser;
use super::state::{Route, State};
use crate::catalogue::{self, LONGEST_FILE};
use crate::draft;
use crate::reading::Problem;
use crate::wording;

/// What came of opening a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OpenedCatalogue {
    /// The file's name.
    pub(super) name: String,
    /// What is wrong in it.
    pub(super) problems: Vec<Problem>,
    /// What was wrong outside it, in words.
    pub(super) trouble: Option<String>,
    /// Qualifications left out.
    pub(super) left_out: usize,
    /// True where something of it was added.
    pub(super) added: bool,
}

impl State {
    /// Opens the text of a catalogue file; `keep` keeps it in this browser.
    pub fn open_catalogue(self, name: &str, text: &str, keep: bool) {
        let held = self.0.held();
        let reading = catalogue::read(text);
        let mut opened = OpenedCatalogue {
            name: name.to_owned(),
            problems: reading.problems,
            trouble: None,
            left_out: reading.left_out,
            added: false,
        };
        if let Some(file) = reading.file.filter(|file| !file.qualifications.is_empty()) {
            opened.added = true;
            let kept = !keep
                || self
                    .with_drafts(|drafts| drafts.keep_catalogue(&file.id, text))
                    .is_ok();
            if !kept {
                let trouble = "This browser could not keep the file: open it again after a reload.";
                opened.trouble = Some(trouble.to_owned());
            }
            held.catalogue
                .change(|catalogue| Arc::make_mut(catalogue).add(file));
        }
        let silent = opened.problems.is_empty() && opened.trouble.is_none() && !keep;
        held.opened.set((!silent).then_some(opened));
        let asked = held.asked.borrow().clone();
        self.show(&asked);
    }

    /// Says that a catalogue file could not be fetched or read at all.
    pub fn no_catalogue(self, name: &str, trouble: &str) {
        self.0.held().opened.set(Some(OpenedCatalogue {
            name: name.to_owned(),
            problems: Vec::new(),
            trouble: Some(trouble.to_owned()),
            left_out: 0,
            added: false,
        }));
    }

    /// Reads a file that the learner chose: a plan, or a catalogue.
    pub(super) fn choose_file(self, file: &web_sys::File) {
        let name = file.name();
        browser::read_file(file, LONGEST_FILE, move |text| {
            // The planner may have left the page while the file was read.
            if self.0.still_held().is_none() {
                return;
            }
            match text {
                Some(text) => self.open_file(&name, &text),
                None => self.no_catalogue(&name, "It cannot be read, or is longer than 2 MiB."),
            }
        });
    }

    fn open_file(self, name: &str, text: &str) {
        if !draft::is_meant_as_draft(text) {
            return self.open_catalogue(name, text, true);
        }
        let draft = match draft::decode(text) {
            Ok(draft) => draft,
            Err(fault) => return self.no_catalogue(name, wording::fault(&fault)),
        };
        let held = self.0.held();
        let route = held.find(draft.plan.qualification.as_str());
        if matches!(route, Route::Unknown(_)) {
            return self.no_catalogue(name, &wording::no_qualification(&draft.plan.qualification));
        }
        held.incoming.replace(Some(draft));
        self.go(&route);
    }
}
