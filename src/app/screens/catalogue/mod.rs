//! Catalogue files: the reader's own, and the one that the host page names.

mod catalogue_notice;
mod centre_notice;
mod own_file;
mod own_files;

use crate::app::stores::OpenedCatalogue;
use crate::wording;

pub(super) use catalogue_notice::CatalogueNotice;
pub(super) use centre_notice::CentreNotice;
pub(super) use own_files::OwnFiles;

/// The most problems that are listed at once.
const MOST_SHOWN: usize = 10;

/// What there is to say of a file: in plain words what is wrong with it, what to do and what has changed; then in which
/// places exactly it is not as it has to be.
pub(super) fn lines(opened: &OpenedCatalogue) -> [Vec<String>; 2] {
    let mut plain: Vec<String> = opened.trouble.iter().cloned().collect();
    if plain.is_empty() && !opened.added {
        plain.push(wording::CATALOGUE_REFUSED.to_owned());
    }
    // What to do is said of a file that somebody wrote: not of saved plans, which the planner wrote.
    let say = match opened.trouble {
        Some(_) => wording::problem,
        None => wording::problem_and_remedy,
    };
    let places = wording::at_most(&opened.problems, MOST_SHOWN, say);
    if !opened.added {
        plain.push(wording::left_out(0));
    } else if opened.left_out > 0 {
        plain.push(wording::left_out(opened.left_out));
    }
    plain.extend(wording::at_most(&opened.unmet, MOST_SHOWN, Clone::clone));
    plain.extend(opened.read_as.clone());
    [plain, places]
}
