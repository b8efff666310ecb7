//! What gets out of two picked units of which one counts only.

use leptos::prelude::*;

use crate::app::components::with_code::with_code;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, Live, View, live, pressed};
use crate::editor::KeptOut;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording;

/// The picked units in whose place others count: found out once for the whole screen.
#[derive(Clone, Copy)]
pub(super) struct WaysOut(Memo<Vec<KeptOut>>);

impl WaysOut {
    pub(super) fn new(editor: EditorStore) -> Self {
        Self(Memo::new(move |_| editor.kept_out()))
    }

    /// The units of which each may be taken out for this one to count.
    fn of(self, code: &UnitCode) -> Vec<UnitCode> {
        self.0.with(|all| {
            let found = all.iter().find(|one| one.code == *code);
            found.map_or_else(Vec::new, |one| one.in_place_of.clone())
        })
    }
}

/// Buttons that each take a unit out that counts in place of this one. `done` is called then.
pub(super) fn keep_this(
    code: UnitCode,
    done: impl Fn() + Clone + Send + 'static,
) -> Live<Vec<View>> {
    let editor = expect_context::<EditorStore>();
    let ways = expect_context::<WaysOut>();
    let others = Memo::new(move |_| ways.of(&code));
    let button = move |other: UnitCode| {
        let words = with_code(wording::keep_and_remove(&editor.qualification(), &other));
        let done = done.clone();
        let keep = pressed(move || {
            editor.dispatch(Action::Remove(other.clone()));
            done();
        });
        view! { <button type="button" class="qp-button" on:click=keep>{words}</button> }.built()
    };
    live(move || others.get().into_iter().map(&button).collect())
}
