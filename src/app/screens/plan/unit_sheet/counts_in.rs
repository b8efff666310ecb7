//! The group in which a unit counts.

use leptos::prelude::*;

use crate::app::components::fields::{SelectField, SelectFieldProps};
use crate::app::stores::editor::EditorStore;
use crate::app::view::View;
use crate::editor::{DetailsView, groups_to_choose};
use crate::plan::Action;
use crate::qualification::{GroupId, UnitCode};
use crate::wording::label;

/// The choice of a group, for a unit that may count in several.
#[component]
pub(super) fn CountsIn(code: UnitCode, view: Memo<DetailsView>) -> Option<View> {
    let editor = expect_context::<EditorStore>();
    let of = editor.qualification();
    let groups = groups_to_choose(&of, &code).into_iter();
    let groups = groups.map(|group| (group.id.to_string(), group.title.clone()));
    let any = (String::new(), label::ANY_GROUP.to_owned());
    let options: Vec<(String, String)> = std::iter::once(any).chain(groups).collect();
    if options.len() < 2 {
        return None;
    }
    Some(SelectField(SelectFieldProps {
        label: label::COUNTS_IN,
        options,
        chosen: Signal::derive(move || view.with(|view| view.group.clone())),
        on_choice: Box::new(move |id: String| {
            editor.dispatch(Action::SetGroup(code.clone(), GroupId::new(&id)));
        }),
    }))
}
