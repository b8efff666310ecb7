use leptos::html;
use leptos::prelude::*;

use super::acts::Acting;
use super::card::PlanCard;
use super::kept::PAGE;
use crate::app::components::paged::ShowMore;
use crate::app::focus;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, live};
use crate::editor;

/// The plans as cards, the one that was changed last first. Of many the first, and a button for more: a page that
/// builds hundreds at once stands still meanwhile.
#[component]
pub(super) fn PlanCards(stores: Stores, plans: Memo<Vec<PlanSummary>>, acting: Acting) -> View {
    let most = RwSignal::new(PAGE);
    let page = move || editor::page(plans.with(Vec::len), most.get(), PAGE);
    let list = NodeRef::<html::Ul>::new();
    let ids = move || {
        let shown = page().showing;
        plans.with(|all| {
            let ids = all.iter().take(shown).map(|one| one.id.clone());
            ids.collect::<Vec<_>>()
        })
    };
    // A card stays while its plan is here: what others save takes the focus from none but its own.
    let card = move |id: crate::saved_plans::PlanId| {
        let plan =
            Memo::new(move |_| plans.with(|all| all.iter().find(|one| one.id == id).cloned()));
        view! { <PlanCard stores plan acting /> }.built()
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
                <For each=ids key=ToString::to_string children=card />
            </ul>
            <ShowMore page more=Box::new(more) />
        </div>
    }
    .built()
}
