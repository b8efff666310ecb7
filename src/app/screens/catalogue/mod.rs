//! Catalogue files: the reader's own, and the one that the host page names.

mod centre_notice;
mod file_notice;
mod own_files;

use crate::app::stores::OpenedCatalogue;
use crate::wording;

pub(super) use centre_notice::CentreNotice;
pub(super) use file_notice::CatalogueNotice;
pub(super) use own_files::OwnFiles;

/// The most problems that are listed at once.
const MOST_SHOWN: usize = 10;

/// What there is to say of a catalogue file.
pub(super) fn lines(opened: &OpenedCatalogue) -> Vec<String> {
    let mut lines: Vec<String> = opened.trouble.iter().cloned().collect();
    // What to do is said of a file that somebody wrote: not of saved plans, which the planner wrote.
    let say = match opened.trouble {
        Some(_) => wording::problem,
        None => wording::problem_and_remedy,
    };
    lines.extend(wording::at_most(&opened.problems, MOST_SHOWN, say));
    if !opened.added {
        lines.push(wording::left_out(0));
    } else if opened.left_out > 0 {
        lines.push(wording::left_out(opened.left_out));
    }
    lines.extend(wording::at_most(&opened.unmet, MOST_SHOWN, Clone::clone));
    lines.extend(opened.read_as.clone());
    lines
}
