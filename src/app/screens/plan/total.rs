//! “My plan” before the plan is judged.

use leptos::prelude::*;

use super::sheets::STATE;
use crate::app::components::heading::heading_of;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::wording::{self, label};

/// “My plan” before it is judged: its total, which follows what is ticked.
#[component]
pub(super) fn Total(
    /// Where it stands, until more can be said there.
    place: View,
) -> View {
    let editor = expect_context::<EditorStore>();
    let measure = editor.qualification().measure();
    let number = move || editor.current(|current| current.number());
    let noun = live(move || wording::figure_noun(measure, number()));
    let total = view! {
        <div class="qp-my-state">
            <p class="qp-my-total" id=STATE tabindex="-1">
                <strong prop:textContent=live(move || number().to_string())></strong>
                " "
                <span prop:textContent=noun></span>
            </p>
        </div>
    };
    place.fill(&total.built());
    view! {
        <div class="qp-my-plan">
            <div class="qp-my-head">
                {heading_of(2).child(label::MY_PLAN)}
            </div>
            {place}
        </div>
    }
    .built()
}
