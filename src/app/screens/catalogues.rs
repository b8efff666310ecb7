//! The catalogue files of the learner's own.

use leptos::prelude::untrack;

use crate::app::arriving;
use crate::app::components::list::plain_list;
use crate::app::components::notice::button;
use crate::app::dom::{El, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::{Catalogues, OwnCatalogue, Stores};
use crate::wording::{self, act, heading};

/// Those that are kept here; nothing where there is none.
pub(super) fn catalogues(stores: Stores) -> El {
    styled("div", "qp-own").live(move || {
        let own = stores.catalogues().own();
        if own.is_empty() || stores.centre().is_alone() {
            return Vec::new();
        }
        vec![arriving::place(move || lazy::loading(list(stores)))]
    })
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn list(stores: Stores) -> Fetched<El> {
    let own = untrack(|| stores.catalogues().own()).into_iter();
    let rows = own.map(|one| row(stores, one)).collect();
    Ok(styled("div", "qp-part")
        .with(said("h2", heading::CATALOGUE_FILES))
        .with(plain_list("qp-saved-list").with_all(rows)))
}

fn row(stores: Stores, own: OwnCatalogue) -> El {
    const MOST: usize = 3;
    let title = own.title.as_ref().unwrap_or(&own.kept.name).clone();
    let hint = |text: &str| styled("p", "qp-hint").text(text);
    let problems = own
        .problems
        .iter()
        .take(MOST)
        .map(wording::problem_and_remedy);
    let problems = problems.map(|line| styled("p", "qp-refused").text(&line));
    let text = styled("div", "qp-saved-text")
        .with(said("h3", &title))
        .with(hint(&wording::own_catalogue(
            own.qualifications,
            own.checked,
        )))
        .with_all(problems.collect());
    let labelled = |label: &str, act: Box<dyn FnMut()>| {
        button(label, act).attr("aria-label", &act::of_one(label, &title))
    };
    let name = own.kept.name.clone();
    let download = labelled(
        act::DOWNLOAD_IT,
        Box::new(move || Catalogues::download(&own)),
    );
    let remove = labelled(
        act::REMOVE,
        Box::new(move || {
            stores.catalogues().remove(&name);
            stores.page().focus_heading();
        }),
    );
    let actions = styled("div", "qp-actions").with(download).with(remove);
    styled("li", "qp-saved-plan").with(text).with(actions)
}
