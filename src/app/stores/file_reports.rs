//! What is said of files: of the one that the reader opened, and of those that nobody is opening.

use leptos::prelude::*;

use super::opened_catalogue::OpenedCatalogue;

/// What is said of files, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct FileReports {
    /// What came of the file that the reader opened, where it was asked for.
    opened: RwSignal<Option<OpenedCatalogue>>,
    /// What is wrong with one that is kept, or that came with plans.
    noticed: RwSignal<Option<OpenedCatalogue>>,
}

impl FileReports {
    pub(super) fn new() -> Self {
        Self {
            opened: RwSignal::new(None),
            noticed: RwSignal::new(None),
        }
    }

    /// What came of the file that the reader opened.
    pub(crate) fn opened(self) -> Option<OpenedCatalogue> {
        self.opened.get()
    }

    /// Says this of the file that the reader opened, or nothing any more.
    pub(super) fn report(self, opened: Option<OpenedCatalogue>) {
        self.opened.set(opened);
    }

    /// What there is to say of a file that nobody is opening, until it is closed.
    pub(crate) fn noticed(self) -> Option<OpenedCatalogue> {
        self.noticed.get()
    }

    /// True where nothing is said of such a file.
    pub(super) fn has_noticed_nothing(self) -> bool {
        self.noticed.with_untracked(Option::is_none)
    }

    /// Says this of a file that nobody is opening, or nothing any more.
    pub(crate) fn notice(self, noticed: Option<OpenedCatalogue>) {
        self.noticed.set(noticed);
    }

    /// The place goes in which a file was opened: what is wrong with it is said on the screen from now on; with
    /// `whole` also that nothing is.
    pub(super) fn leave_opened(self, whole: bool) {
        let opened = self.opened.get_untracked();
        if let Some(opened) = opened.filter(|one| whole || !one.is_whole()) {
            self.notice(Some(opened));
        }
        self.report(None);
    }

    /// Says nothing more of any file.
    pub(super) fn forget(self) {
        self.report(None);
        self.notice(None);
    }
}
