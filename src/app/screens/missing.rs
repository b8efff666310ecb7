//! A draft that the learner has deleted.

use std::sync::Arc;

use crate::app::dom::{El, said};
use crate::app::parts::notice::button;
use crate::app::state::State;
use crate::draft::{Deed, DraftId};
use crate::qualification::Qualification;

pub(crate) fn missing(state: State, qualification: &Arc<Qualification>, id: &DraftId) -> El {
    let shelf = state.shelf().unwrap_or_default();
    let listed = shelf.drafts.into_iter().find(|one| one.id == *id);
    let (of, fresh) = (qualification.id.clone(), Arc::clone(qualification));
    let name = listed.as_ref().map(|one| state.name_of(one));
    let back = listed.map(|one| {
        button("Bring it back", move || {
            state.turn(Deed::Restore, &one);
            state.reopen(&of, &one.id);
        })
    });
    let words = format!(
        "“{}” is among the deleted drafts of this browser.",
        name.unwrap_or_default()
    );
    super::main(state, "qp-screen qp-screen--narrow")
        .with(super::title("This draft was deleted"))
        .with(said("p", &words))
        .with_some(back)
        .with(button("Start another plan", move || state.begin(&fresh)))
        .with(button("See all drafts", move || state.go_home()))
}
