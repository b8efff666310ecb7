//! Plans as a whole, beside their list: files that bring some.

mod arrival;
mod file_came;
mod file_field;
mod file_review;
mod not_done;
mod open_file;
mod open_file_sheet;
mod said_of;

pub(super) use open_file::OpenFile;
pub(super) use open_file_sheet::OpenFileSheet;
