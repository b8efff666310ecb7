use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::components::paged::ShowMore;
use crate::app::components::picked_unit::picked_unit;
use crate::app::components::rows::{Row, rows};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{self, PickedView};
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::{act, heading};

use super::sheets::{STATE, Sheets};
use super::ways_out::keep_this;

/// How many units are shown at first, and how many more each time: a page that builds hundreds at once stands still
/// meanwhile.
const PAGE: usize = 100;

/// The units of the plan, by date and as listed, each with a button that takes it out.
#[component]
pub(super) fn PickedUnits(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let picked = Memo::new(move |_| picked(editor));
    let most = RwSignal::new(PAGE);
    let page = move || editor::page(picked.with(Vec::len), most.get(), PAGE);
    // What has the focus once a unit is taken out.
    let after = move |code: &UnitCode| {
        picked.with_untracked(|all| {
            let mut rest = all.iter().skip_while(|one| one.code != *code).skip(1);
            rest.next().map_or(STATE.to_owned(), remove_id)
        })
    };
    let each = move || {
        let row = |picked: &PickedView| {
            let picked = picked.clone();
            let PickedView {
                code,
                group,
                planned,
                reason,
                ..
            } = &picked;
            Row {
                key: format!("{code} {group:?} {planned} {reason}"),
                build: Box::new(move || view! { <Picked picked after sheets /> }.built()),
            }
        };
        let showing = page().showing;
        picked.with(|all| all.iter().take(showing).map(row).collect())
    };
    let more = move || {
        let first = untrack(page).showing;
        let first = picked.with_untracked(|all| all.get(first).map(remove_id));
        most.update(|most| *most = most.saturating_add(PAGE));
        if let Some(first) = first {
            editor.focus(&first);
        }
    };
    view! {
        <div class="qp-part" class=("qp-hidden", live(move || picked.with(Vec::is_empty)))>
            {heading_of(3).class("qp-unseen").child(heading::UNITS)}
            <ul role="list" class="qp-picked">{rows(Box::new(each))}</ul>
            <ShowMore page more=Box::new(more) />
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
    picked: PickedView,
    /// The id of what has the focus once a unit is taken out.
    after: impl Fn(&UnitCode) -> String + 'static,
    sheets: Sheets,
) -> View {
    let editor = expect_context::<EditorStore>();
    let id = remove_id(&picked);
    let (code, title) = (picked.code.clone(), picked.title.clone());
    let words = act::remove(&title);
    let gone = code.clone();
    let remove = pressed(move || {
        let leads_to = after(&gone);
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
    let remove = view! {
        <button type="button" class="qp-icon-button" id=id aria-label=words on:click=remove>
            <Icon outline=icon::CLOSE />
        </button>
    };
    let (short, planned) = (picked.short.clone(), picked.planned.clone());
    let ways = (!picked.reason.is_empty()).then(|| {
        let (code, id) = (picked.code.clone(), remove_id(&picked));
        // It stays, and so does the focus.
        let done = move || editor.focus(&id);
        view! { <div class="qp-actions">{keep_this(code, done)}</div> }.built()
    });
    picked_unit(
        picked,
        title,
        Some(short),
        planned,
        Some(remove.built()),
        ways,
    )
}
