//! Where a file is opened: a plan that was downloaded, or a centre's own catalogue.

use crate::app::components::field::field;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::Stores;
use crate::wording::{self, heading, label};

/// The field, behind a summary.
pub(super) fn own_files(stores: Stores) -> El {
    let file = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| {
            let Some(input) = dom::input(&event) else {
                return;
            };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                let (name, chosen) = (file.name(), lazy::loading(read_file(stores, file)));
                let failed = move || {
                    stores
                        .catalogues()
                        .refuse_file(&name, wording::part_missing(), Vec::new());
                };
                lazy::run(chosen, failed);
            }
            input.set_value("");
        });
    // Its own children, so that it stays open.
    styled("details", "qp-details").live(move || file_field(stores, &file))
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn read_file(stores: Stores, file: web_sys::File) -> Fetched<()> {
    stores.import().choose_file(&file);
    Ok(())
}

fn file_field(stores: Stores, file: &El) -> Vec<El> {
    // Where only the centre's qualifications are shown nobody can add others.
    let any = !stores.centre().is_alone();
    let [summary, label] = if any {
        [heading::OPEN_ANY_FILE, label::ANY_FILE]
    } else {
        [heading::OPEN_PLANS, label::PLANS_FILE]
    };
    vec![
        said("summary", summary),
        said("p", wording::about_files(any)),
        field(label, file.clone()),
    ]
}
