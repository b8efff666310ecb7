//! What is to be said of the keeping of the plan.

use leptos::prelude::*;

use super::notice::notice;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::KeptPlan;

/// A box for each. What stands there already is not said again.
#[component]
pub(crate) fn KeepingNotices() -> View {
    let editor = expect_context::<EditorStore>();
    let notices = Memo::new(move |_| {
        let (differences, unreadable) = (editor.differences(), editor.unreadable());
        let kept = KeptPlan {
            saving: editor.saving(),
            is_missing: editor.is_missing(),
            is_forked: !editor.copies().is_empty(),
            differences: &differences,
            has_seen: editor.has_seen(),
            unreadable: &unreadable,
        };
        kept.notices(editor.stores().notifications().shown().as_ref())
    });
    let tried = Trigger::new();
    let boxes = move || -> Vec<View> {
        let notices = notices.get().into_iter();
        notices
            .map(|of| notice(editor, tried, None, &of, None))
            .collect()
    };
    view! { <div class="qp-trouble">{live(boxes)}</div> }.built()
}
