//! Whether the plan is kept, in words.

mod copy_reminder;
mod keeping_notices;
mod not_saved_notice;
mod notice;
mod saving_line;

pub(super) use copy_reminder::CopyReminder;
pub(super) use keeping_notices::KeepingNotices;
pub(super) use not_saved_notice::NotSavedNotice;
pub(super) use saving_line::SavingLine;
