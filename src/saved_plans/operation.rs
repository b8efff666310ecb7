//! What can be done with whole saved plans and catalogue files, and what it is called in the log.

/// What can be done with whole saved plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// They were deleted.
    Delete,
    /// They were brought back.
    Restore,
    /// They came from a file.
    Import,
    /// They were made of another saved plan.
    Duplicate,
    /// They came from a link.
    Adopt,
    /// One was given another name.
    Rename,
    /// Catalogue files were removed.
    Remove,
    /// A catalogue file was opened.
    Open,
}

impl Operation {
    pub(super) const ALL: [Self; 8] = [
        Self::Delete,
        Self::Restore,
        Self::Import,
        Self::Duplicate,
        Self::Adopt,
        Self::Rename,
        Self::Remove,
        Self::Open,
    ];
    pub(super) const NAMES: &'static [&'static str] = &[
        "delete",
        "restore",
        "import",
        "duplicate",
        "adopt",
        "rename",
        "remove",
        "open",
    ];

    /// Whether saved plans or catalogue files are gone after it.
    #[must_use]
    pub const fn deletes(self) -> bool {
        matches!(self, Self::Delete | Self::Remove)
    }
}
