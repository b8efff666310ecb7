//! What came of a catalogue file: of one that is kept, and of one that was just opened.

use crate::app::lazy::{Fetched, wasm_split};
use crate::assess::{Context, Limit, assess_within};
use crate::catalogue::{self, File, Reading};
use crate::plan::Plan;
use crate::qualification::Date;
use crate::reading::Problem;
use crate::saved_plans::KeptCatalogue;
use crate::wording;

/// How much is looked at, for all qualifications of a file that is opened together, to tell of rules that
/// nobody can meet.
const MOST_NODES: u64 = 100_000;

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
pub(super) fn read_texts(texts: Vec<String>) -> Fetched<Vec<Reading>> {
    Ok(texts.iter().map(|text| catalogue::read(text)).collect())
}

/// A catalogue file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnCatalogue {
    pub(crate) kept: KeptCatalogue,
    /// Its title; nothing where it cannot be read.
    pub(crate) title: Option<String>,
    /// How many qualifications of it can be planned.
    pub(crate) qualifications: usize,
    /// The day on which its facts were last compared with its document.
    pub(crate) checked: Option<Date>,
    pub(crate) problems: Vec<Problem>,
}

/// What came of opening a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpenedCatalogue {
    /// The file's name.
    pub(crate) name: String,
    /// What is wrong in it.
    pub(crate) problems: Vec<Problem>,
    /// Of which of its qualifications no choice of units meets the rules, in words.
    pub(crate) unmet: Vec<String>,
    /// What was wrong outside it, in words.
    pub(crate) trouble: Option<String>,
    /// How it was read, where that leaves a doubt.
    pub(crate) read_as: Option<String>,
    /// Qualifications left out.
    pub(crate) left_out: usize,
    /// True where something of it was added.
    pub(crate) added: bool,
}

impl OpenedCatalogue {
    /// A file that was read, of which nothing was added yet.
    pub(super) fn read(name: &str, reading: &Reading, read_as: Option<String>) -> Self {
        Self {
            name: name.to_owned(),
            problems: reading.problems.clone(),
            unmet: Vec::new(),
            trouble: None,
            read_as,
            left_out: reading.left_out,
            added: false,
        }
    }

    /// True where nothing is wrong with it.
    pub(crate) const fn is_whole(&self) -> bool {
        self.added && self.trouble.is_none() && self.problems.is_empty() && self.left_out == 0
    }

    /// A file that cannot be opened, for this reason.
    pub(super) fn refused(name: &str, trouble: &str, problems: Vec<Problem>) -> Self {
        Self {
            name: name.to_owned(),
            problems,
            unmet: Vec::new(),
            trouble: Some(trouble.to_owned()),
            read_as: None,
            left_out: 0,
            added: false,
        }
    }
}

/// The catalogue files that are kept and were read, with what can be planned of each. What could not be read yet is
/// kept all the same.
pub(super) fn own_of(
    kept: Vec<KeptCatalogue>,
    readings: &[(String, Reading)],
) -> Vec<(OwnCatalogue, Option<File>)> {
    let own = kept.into_iter().filter_map(|kept| {
        let (_, reading) = readings.iter().find(|(text, _)| *text == kept.text)?;
        let file = reading.file.clone();
        let own = OwnCatalogue {
            kept,
            title: file.as_ref().map(|file| file.title.clone()),
            qualifications: file.as_ref().map_or(0, |file| file.qualifications.len()),
            checked: file.as_ref().map(|file| file.checked),
            problems: reading.problems.clone(),
        };
        Some((own, file))
    });
    own.collect()
}

/// The first of these names without the others.
pub(super) fn names_besides(names: &[String], others: &[String]) -> Vec<String> {
    let names = names.iter().filter(|name| !others.contains(name));
    names.cloned().collect()
}

/// What is wrong in a catalogue file that is kept.
pub(super) fn damaged(readings: &[(String, Reading)]) -> Option<OpenedCatalogue> {
    let damaged = |(_, reading): &&(String, Reading)| !reading.problems.is_empty();
    let (_, reading) = readings.iter().rfind(damaged)?;
    Some(OpenedCatalogue {
        added: reading.file.is_some(),
        ..OpenedCatalogue::read(wording::KEPT_FILE, reading, None)
    })
}

/// Of which qualifications of a file no choice of units meets the rules, so far as that is told at once.
pub(super) fn unmet(file: &File, today: Date) -> Vec<String> {
    let mut limit = Limit::nodes(MOST_NODES);
    let unmet = file.qualifications.iter().filter_map(|one| {
        let plan = Plan::new(one.id.clone());
        let found = assess_within(one, &plan, &Context::on(today), &mut limit);
        wording::unmet(one, &found)
    });
    unmet.collect()
}
