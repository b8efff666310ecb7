//! The saved plans that were deleted and can be brought back.

use crate::app::components::list::{Shown, long_list};
use crate::app::components::notice::button;
use crate::app::dom::{El, said, styled};
use crate::app::stores::{PlanSummary, Stores};
use crate::saved_plans::Operation;
use crate::wording::{self, act, heading};

/// Saved plans that were deleted, until they are removed for good.
pub(super) fn deleted_plans(stores: Stores, deleted: &[&PlanSummary], shown: Shown) -> El {
    let mut rows = deleted.iter().map(|one| {
        let name = stores.plans().name_of(one);
        let (back, away) = ((*one).clone(), (*one).clone());
        let labelled = |label: &str, act: Box<dyn FnMut()>| {
            button(label, act).attr("aria-label", &act::of_one(label, &name))
        };
        let bring_back = labelled(
            act::BRING_BACK,
            Box::new(move || {
                stores.plans().apply(Operation::Restore, &back);
                stores.page().focus_heading();
            }),
        );
        let remove = labelled(
            act::REMOVE_FOR_GOOD,
            Box::new(move || {
                stores.plans().remove(&away);
                stores.page().focus_heading();
            }),
        );
        let row = styled("li", "qp-saved-plan").with(styled("p", "qp-saved-text").text(&name));
        if one.newer {
            // What a newer version made is not written here.
            return row;
        }
        row.with(styled("div", "qp-actions").with(bring_back).with(remove))
    });
    let rows = long_list(
        "qp-saved-list",
        shown,
        deleted.len(),
        &mut rows,
        move |id| stores.page().focus(id),
    );
    styled("details", "qp-details")
        .with(said("summary", &heading::deleted_plans(deleted.len())))
        .with(said("p", wording::DELETED_STAY))
        .with_all(rows)
}
