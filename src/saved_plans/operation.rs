//! The kinds of operation with whole plans and catalogue files, and their names in the log.

/// A kind of operation with whole plans or catalogue files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Plans were deleted.
    Delete,
    /// Deleted plans were restored.
    Restore,
    /// Plans were added from a file.
    Import,
    /// A plan was copied.
    Duplicate,
    /// A plan was added from a link.
    Adopt,
    /// A plan was renamed.
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

    /// True where it deletes plans or removes catalogue files.
    #[must_use]
    pub const fn deletes(self) -> bool {
        matches!(self, Self::Delete | Self::Remove)
    }
}
