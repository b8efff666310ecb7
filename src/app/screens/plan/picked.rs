use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::drawing::colour;
use crate::editor::{self, Page, PickedView};
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::{self, act, heading};

use super::sheets::{STATE, Sheets};

/// How many units are shown at first, and how many more each time: a page that builds hundreds at once stands still
/// meanwhile.
const PAGE: usize = 100;

/// The units of the plan, by date and as listed, each with a button that takes it out.
#[component]
pub(super) fn PickedUnits(editor: EditorStore, sheets: Sheets) -> View {
    let picked = Memo::new(move |_| picked(editor));
    let most = RwSignal::new(PAGE);
    let page = move || editor::page(picked.with(Vec::len), most.get(), PAGE);
    let rows = move || {
        let Page { showing, .. } = page();
        picked.with(|all| {
            let next = all.iter().skip(1).map(Some).chain([None]);
            let rows = all.iter().zip(next).take(showing);
            let rows = rows.map(|(one, next)| {
                let leads_to = next.map_or(STATE.to_owned(), remove_id);
                view! { <Picked editor picked=one.clone() leads_to sheets /> }.built()
            });
            rows.collect::<Vec<_>>()
        })
    };
    let more = move || {
        let Page {
            showing,
            next,
            rest,
            ..
        } = page();
        let first = picked.with(|all| all.get(showing).map(remove_id))?;
        let show = pressed(move || {
            most.update(|most| *most = most.saturating_add(PAGE));
            editor.focus(&first);
        });
        let words = wording::show_more(next, rest);
        Some(
            view! { <button type="button" class="qp-button" on:click=show>{words}</button> }
                .built(),
        )
    };
    view! {
        <div class="qp-part">
            {heading_of(3).class("qp-unseen").child(heading::UNITS)}
            <ul role="list" class="qp-picked" class=("qp-hidden", live(move || picked.with(Vec::is_empty)))>
                {live(rows)}
            </ul>
            {live(more)}
        </div>
    }
    .built()
}

/// The units of the plan.
pub(super) fn picked(editor: EditorStore) -> Vec<PickedView> {
    let known = |code: &UnitCode| editor.facts(code).map(|facts| facts.title);
    editor.current(|current| current.picked(known))
}

fn remove_id(one: &PickedView) -> String {
    format!("remove-{}", one.code.plain())
}

/// A unit of the plan.
#[component]
fn Picked(
    editor: EditorStore,
    picked: PickedView,
    /// The id of what has the focus once this unit is taken out.
    leads_to: String,
    sheets: Sheets,
) -> View {
    let id = remove_id(&picked);
    let PickedView {
        code,
        short,
        title,
        group,
        figures,
        planned,
        reason,
        ..
    } = picked;
    let words = act::remove(&title);
    let colour = group.map(colour).unwrap_or_default();
    let gone = code.clone();
    let remove = pressed(move || {
        editor.dispatch(Action::Remove(gone.clone()));
        editor.focus(&leads_to);
    });
    // There is nothing to open of a unit that is not here.
    let title = if editor.qualification().unit(&code).is_some() {
        let open = pressed(move || sheets.unit.set(Some(code.clone())));
        view! { <button type="button" class="qp-picked-title" on:click=open>{title}</button> }
            .built()
    } else {
        view! { <p class="qp-picked-title">{title}</p> }.built()
    };
    let is_counted = reason.is_empty();
    let figures = figures
        .into_iter()
        .map(|figure| view! { <span>{figure}</span> }.built());
    view! {
        <li class=format!("qp-picked-unit {colour}") class=("qp-picked-unit--uncounted", !is_counted)>
            {title}
            <p class="qp-picked-facts">
                <span translate="no">{short}</span>
                {figures.collect::<Vec<_>>()}
                <span>{planned}</span>
            </p>
            <p class="qp-picked-reason">{reason}</p>
            <button type="button" class="qp-icon-button" id=id aria-label=words on:click=remove>
                <Icon outline=icon::CLOSE />
            </button>
        </li>
    }
    .built()
}
