//! A unit in “My plan”.

use leptos::prelude::*;

use crate::app::components::icon::{self, Icon};
use crate::app::components::picked_unit::picked_unit;
use crate::app::components::sentence::sentence;
use crate::app::screens::plan::sheets::Sheets;
use crate::app::screens::plan::ways_out::keep_this;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, pressed};
use crate::editor::PickedView;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::act;

/// A unit, which opens its sheet, and the button that takes it out.
#[component]
pub(super) fn Picked(
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
        view! { <p class="qp-picked-title">{sentence(&title)}</p> }.built()
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

/// The id of that button.
pub(super) fn remove_id(one: &PickedView) -> String {
    format!("remove-{}", one.code.plain())
}
