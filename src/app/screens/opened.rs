//! What came of opening a catalogue file.

use crate::app::arriving;
use crate::app::components::notice::{button, done, notice};
use crate::app::dom::{El, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::{OpenedCatalogue, Stores};
use crate::wording::{self, act, heading};

/// The most problems that are listed at once.
const MOST_SHOWN: usize = 10;

pub(crate) fn opened(stores: Stores) -> El {
    styled("div", "qp-opened").live(move || {
        let opened = stores.catalogues().opened();
        let place = |opened: OpenedCatalogue| {
            arriving::place(move || lazy::loading(what_came(stores, opened.clone())))
        };
        opened.map(place).into_iter().collect()
    })
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn what_came(stores: Stores, opened: OpenedCatalogue) -> Fetched<El> {
    Ok(told(stores, &opened))
}

/// What a learner is told where not all can be used of the catalogue file that the host page names.
pub(super) fn centre(stores: Stores) -> El {
    styled("div", "qp-opened").live(move || {
        let words = stores.centre().trouble();
        let told = words.map(|words| styled("p", "qp-notice").attr("role", "alert").text(&words));
        told.into_iter().collect()
    })
}

fn told(stores: Stores, opened: &OpenedCatalogue) -> El {
    let mut lines: Vec<String> = opened.trouble.iter().cloned().collect();
    let problems = &opened.problems;
    // What to do is said of a file that somebody wrote: not of saved plans, which the planner wrote.
    let say = match opened.trouble {
        Some(_) => wording::problem,
        None => wording::problem_and_remedy,
    };
    lines.extend(wording::at_most(problems, MOST_SHOWN, say));
    if !opened.added {
        lines.push(wording::left_out(0));
    } else if opened.left_out > 0 {
        lines.push(wording::left_out(opened.left_out));
    }
    let close = button(act::CLOSE, move || stores.catalogues().close_opened());
    let is_whole = lines.is_empty();
    lines.extend(wording::at_most(&opened.unmet, MOST_SHOWN, Clone::clone));
    lines.extend(opened.read_as.clone());
    if is_whole {
        let heading = heading::file_added(&opened.name);
        return match &opened.read_as {
            None => done(&heading, &lines, vec![close]),
            Some(_) => notice(&heading, &lines, vec![close]),
        };
    }
    notice(&heading::file_problem(&opened.name), &lines, vec![close])
}
