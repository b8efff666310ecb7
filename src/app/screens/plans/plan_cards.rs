//! The plans as cards.

use leptos::html;
use leptos::prelude::*;

use super::acting::Acting;
use super::kept::PAGE;
use super::plan_card::PlanCard;
use crate::app::components::rows::{Row, rows};
use crate::app::components::show_more::ShowMore;
use crate::app::focus;
use crate::app::stores::PlanSummary;
use crate::app::view::{Build, View, live};
use crate::editor;

/// The one that was changed last first. Of many the first, and a button for more: a page that
/// builds hundreds at once stands still meanwhile.
#[component]
pub(super) fn PlanCards(plans: Memo<Vec<PlanSummary>>, acting: Acting) -> View {
    let most = RwSignal::new(PAGE);
    let page = move || editor::page(plans.with(Vec::len), most.get(), PAGE);
    let list = NodeRef::<html::Ul>::new();
    // A card stays while its plan is here: what others save takes the focus from none but its own.
    let cards = move || {
        let card = |one: &PlanSummary| {
            let id = one.id.clone();
            Row {
                key: id.to_string(),
                build: Box::new(move || {
                    let of =
                        move |all: &Vec<PlanSummary>| all.iter().find(|one| one.id == id).cloned();
                    let plan = Memo::new(move |_| plans.with(&of));
                    view! { <PlanCard plan acting /> }.built()
                }),
            }
        };
        let shown = page().showing;
        plans.with(|all| all.iter().take(shown).map(card).collect())
    };
    let more = move || {
        let first = untrack(page).showing;
        most.update(|most| *most = most.saturating_add(PAGE));
        if let Some(list) = list.get_untracked() {
            focus::on_child(&list, first);
        }
    };
    view! {
        <div class="qp-part">
            <ul
                role="list"
                class="qp-plan-cards"
                class=("qp-hidden", live(move || plans.with(Vec::is_empty)))
                node_ref=list
            >
                {rows(Box::new(cards))}
            </ul>
            <ShowMore page more=Box::new(more) />
        </div>
    }
    .built()
}
