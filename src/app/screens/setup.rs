//! The saved plan's name and the day of registration.

use leptos::prelude::*;

use crate::app::arriving;
use crate::app::components::field::{field, wide_field};
use crate::app::components::list::plain_list;
use crate::app::components::notice::button;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::editor::{DayTyped, SetupView};
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, Variant, VariantId};
use crate::wording::{self, act, heading, label};

pub(crate) fn setup(editor: EditorStore, qualification: &Qualification) -> El {
    let name = el("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("maxlength", &Plan::LONGEST_NAME.to_string())
        .live_value(look(editor, |setup| setup.name.clone()))
        .on("input", move |event| {
            editor.dispatch(Action::Rename(dom::value(&event)));
        });
    let odd = RwSignal::new(false);
    let date = el("input")
        .attr("type", "date")
        .attr("min", "1900-01-01")
        .attr("max", "2999-12-31")
        .attr("aria-describedby", "qp-registration-note")
        .live_value(look(editor, |setup| setup.registered.clone()))
        .on("change", move |event| {
            let typed = DayTyped::read(&dom::value(&event));
            odd.set(typed == DayTyped::Odd);
            if let DayTyped::Day(day) = typed {
                editor.dispatch(Action::Register(day));
            }
        });
    let refused = move || if odd.get() { wording::odd_year() } else { "" }.to_owned();
    let variants = [
        (
            label::PATHWAY,
            &qualification.pathways,
            Action::SetPathway as fn(Option<VariantId>) -> Action,
            (|setup| setup.pathway.clone()) as fn(&SetupView) -> String,
        ),
        (
            label::NATION,
            &qualification.nations,
            Action::SetNation,
            |setup| setup.nation.clone(),
        ),
    ];
    let variants = variants
        .into_iter()
        .filter(|(_, all, _, _)| !all.is_empty())
        .map(|(label, all, action, chosen)| field(label, variant(editor, all, action, chosen)))
        .collect();
    styled("div", "qp-setup")
        .with(wide_field(label::PLAN_NAME, name))
        .with(field(label::REGISTERED, date))
        .with(
            styled("p", "qp-hint")
                .attr("id", "qp-registration-note")
                .live_text(look(editor, |setup| setup.notices.clone())),
        )
        .with(styled("p", "qp-hint").live_text(look(editor, |setup| setup.last_day.clone())))
        .with(
            styled("p", "qp-refused")
                .attr("role", "alert")
                .live_text(refused),
        )
        .with_all(variants)
        .with(others(editor))
}

/// A part of what stands here, as a text that follows the plan.
fn look(editor: EditorStore, part: fn(&SetupView) -> String) -> impl Fn() -> String + 'static {
    move || part(&editor.current(|current| current.setup()))
}

/// The other saved plans for this qualification, to switch to, and the way to another.
fn others(editor: EditorStore) -> El {
    let fetch = move |_| lazy::loading(other_plans(editor));
    arriving::details("qp-details", heading::OTHER_PLANS, fetch)
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn other_plans(editor: EditorStore) -> Fetched<El> {
    let stores = editor.stores();
    let shown = move || {
        stores.plans().subscribe();
        let qualification = editor.qualification();
        let id = editor.as_saved().id;
        let others = stores.plans().others(&qualification, &id);
        let links = others.iter().map(|one| {
            let (of, saved_plan) = (qualification.id.clone(), one.id.clone());
            let words = stores.plans().name_of(one);
            let link = styled("button", "qp-link")
                .attr("type", "button")
                .text(&words)
                .on_click(move || stores.router().go_to(&of, &saved_plan));
            el("li").with(link)
        });
        let list = (!others.is_empty()).then(|| {
            el("div")
                .with(said("p", wording::OTHERS_OF_QUALIFICATION))
                .with(plain_list("qp-other-drafts").with_all(links.collect()))
        });
        list.into_iter().collect()
    };
    let new = button(act::START_ANOTHER, move || {
        stores.plans().begin(&editor.qualification());
    });
    let duplicate = button(act::DUPLICATE_THIS, move || editor.duplicate());
    let delete = button(act::DELETE_THIS, move || editor.delete());
    Ok(el("div").with(el("div").live(shown)).with(
        styled("div", "qp-actions")
            .with(new)
            .with(duplicate)
            .with(delete),
    ))
}

/// The choice of a pathway or nation; without one, whichever fits best.
fn variant(
    editor: EditorStore,
    all: &[Variant],
    action: fn(Option<VariantId>) -> Action,
    chosen: fn(&SetupView) -> String,
) -> El {
    let options = all
        .iter()
        .map(|one| said("option", &one.title).attr("value", one.id.as_str()))
        .collect();
    el("select")
        .with(said("option", label::BEST_FIT).attr("value", ""))
        .with_all(options)
        .live_value(look(editor, chosen))
        .on("change", move |event| {
            editor.dispatch(action(VariantId::new(&dom::value(&event))));
        })
}
