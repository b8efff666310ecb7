//! The ways out below a row whose unit is closed.

mod achieved;
mod instead;
mod remove_or_keep;

use leptos::prelude::*;

use achieved::Achieved;
use instead::Instead;
use remove_or_keep::RemoveOrKeep;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::RowView;
use crate::qualification::UnitCode;
use crate::wording;

/// What can be done where a unit does not count. Where it is closed by the day of registration: the unit that took its
/// place, or to say that it was achieved already. Where another counts in its place: to take either out.
#[component]
pub(super) fn UnitWays(
    code: UnitCode,
    row: RwSignal<RowView>,
    /// The id of its box.
    id: String,
) -> View {
    let editor = expect_context::<EditorStore>();
    let instead = {
        let code = code.clone();
        live(move || {
            let into = row.with(|row| row.instead.clone())?;
            Some(view! { <Instead out=code.clone() into /> }.built())
        })
    };
    // Until the day is known it is taken to be today.
    let is_unsaid = Memo::new(move |_| editor.plan(|plan| plan.registered.is_none()));
    let before = wording::registered_before(&editor.qualification(), &code);
    let before = before.map(|words| {
        let hidden = move || !is_unsaid.get() || row.with(|row| row.instead.is_none());
        view! { <p class="qp-unit-before" class=("qp-hidden", live(hidden))>{words}</p> }.built()
    });
    let is_kept_out = Memo::new(move |_| row.with(|row| !row.kept_out_by.is_empty()));
    let out = {
        let code = code.clone();
        live(move || {
            let (code, id) = (code.clone(), id.clone());
            is_kept_out
                .get()
                .then(|| view! { <RemoveOrKeep code row id /> }.built())
        })
    };
    // The button stands while it is asked for, so that it keeps the focus when it was pressed.
    let is_asked = Memo::new(move |_| row.with(|row| row.achieved.is_some()));
    let achieved = live(move || {
        let asked = is_asked.get();
        asked.then(|| view! { <Achieved code=code.clone() row /> }.built())
    });
    view! { <div class="qp-unit-ways">{before}{instead}{achieved}{out}</div> }.built()
}
