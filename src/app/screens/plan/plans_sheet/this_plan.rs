//! What is set of the plan that is open.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::app::components::fields::{SelectField, SelectFieldProps};
use crate::app::screens::plan::registered::Registered;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::SetupView;
use crate::plan::{Action, Plan};
use crate::qualification::{Variant, VariantId};
use crate::wording::label;

/// What there is to set of a plan: its name, the day of registration, its pathway and nation where there are several.
#[component]
pub(super) fn ThisPlan() -> View {
    let editor = expect_context::<EditorStore>();
    let of = editor.qualification();
    let setup = Memo::new(move |_| editor.current(|current| current.setup()));
    let rename = heard(move |event: Event| {
        let typed = event_target_value(&event);
        editor.dispatch(Action::Rename(typed.clone()));
        // Another tab may have renamed it at the same moment, and that may hold: then the field follows no change.
        let name = editor.current_now(|current| current.plan.name.clone());
        if typed != name
            && typed.trim() != name
            && let Some(field) = event.target()
        {
            field.unchecked_into::<HtmlInputElement>().set_value(&name);
        }
    });
    let pathway = variant(
        label::PATHWAY,
        &of.pathways,
        setup,
        |setup| &setup.pathway,
        move |id| {
            editor.dispatch(Action::SetPathway(id));
        },
    );
    let nation = variant(
        label::NATION,
        &of.nations,
        setup,
        |setup| &setup.nation,
        move |id| {
            editor.dispatch(Action::SetNation(id));
        },
    );
    view! {
        <div class="qp-this-plan">
            <label class="qp-field">
                <span>{label::PLAN_NAME}</span>
                <input
                    type="text"
                    autocomplete="off"
                    maxlength=Plan::LONGEST_NAME.to_string()
                    prop:value=live(move || setup.with(|setup| setup.name.clone()))
                    on:input=rename
                />
            </label>
            <Registered note="qp-registration-note" />
            {pathway}
            {nation}
        </div>
    }
    .built()
}

/// The choice of a pathway or nation; without one, whichever fits best.
fn variant(
    label: &'static str,
    all: &[Variant],
    setup: Memo<SetupView>,
    chosen: fn(&SetupView) -> &String,
    mut choose: impl FnMut(Option<VariantId>) + 'static,
) -> Option<View> {
    let best = (String::new(), label::BEST_FIT.to_owned());
    let options = all
        .iter()
        .map(|one| (one.id.to_string(), one.title.clone()));
    let field = || {
        SelectField(SelectFieldProps {
            label,
            options: std::iter::once(best).chain(options).collect(),
            chosen: Signal::derive(move || setup.with(|setup| chosen(setup).clone())),
            on_choice: Box::new(move |id| choose(VariantId::new(&id))),
        })
    };
    (!all.is_empty()).then(field)
}
