//! The choice of a pathway beside the search.

use leptos::prelude::*;

use crate::app::components::choice::Choice;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::plan::Action;
use crate::qualification::VariantId;
use crate::wording::{self, label};

/// The same choice as among the plans, where there is room for it.
#[component]
pub(super) fn PathwayChoice() -> View {
    let editor = expect_context::<EditorStore>();
    let of = editor.qualification();
    let best = (String::new(), wording::pathway_choice(label::BEST_FIT));
    let all = of.pathways.iter();
    let all = all.map(|one| (one.id.to_string(), wording::pathway_choice(&one.title)));
    let options: Vec<(String, String)> = std::iter::once(best).chain(all).collect();
    let chosen = Signal::derive(move || editor.current(|current| current.setup().pathway));
    let choose = move |id: &str| editor.dispatch(Action::SetPathway(VariantId::new(id)));
    let choice = view! { <Choice label=label::PATHWAY options chosen on_choice=choose /> };
    view! { <div class="qp-pathway">{choice.built()}</div> }.built()
}
