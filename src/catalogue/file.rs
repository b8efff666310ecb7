//! What a catalogue file holds, and what reading one gives.

use std::sync::Arc;

use super::origins::Origins;
use crate::qualification::{Date, Qualification, Unit, UnitCode, packed};
use crate::reading::Problem;

/// One catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The catalogue's name: `ilm-8607`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who awards its qualifications.
    pub awarding_body: String,
    /// True where a page that names the file shows only the qualifications of this file.
    pub only: bool,
    /// The document its facts come from.
    pub document: String,
    /// The day on which its facts were last compared with the document.
    pub checked: Date,
    /// Its qualifications, in the order of the file.
    pub qualifications: Vec<Arc<Qualification>>,
    /// Units that no group of any qualification names.
    pub unnamed: Vec<Unit>,
}

packed! {
    File { id, title, awarding_body, only, document, checked, qualifications, unnamed }
}

/// What reading a file gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The part that could be read; `None` where nothing could.
    pub file: Option<File>,
    /// What is wrong in the file. A file without problems is whole.
    pub problems: Vec<Problem>,
    /// Qualifications left out because of a problem in them.
    pub left_out: usize,
    /// Where each qualification of the file stands in the text, counted from 0: those left out
    /// have a place too.
    pub places: Vec<usize>,
    /// Where in the file the shared content of suites is written.
    pub origins: Origins,
    /// The units without a problem, each with its place in the text.
    pub units: Vec<(usize, UnitCode)>,
}
