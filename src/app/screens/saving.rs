//! Whether the plan is kept, in words.

use crate::app::browser;
use crate::app::desk::{Desk, Saving};
use crate::app::dom::{El, el, said, styled};
use crate::app::parts::icon;
use crate::app::parts::notice::{button, notice};
use crate::assess::State;
use crate::draft::{Unreadable, encode};
use crate::wording;

/// The line at the top.
pub(crate) fn status(desk: Desk) -> El {
    let words = move || {
        match desk.saving() {
            Saving::Nothing => "Nothing to save yet",
            Saving::Saved => "Saved in this browser",
            Saving::Failed(_) => "Not saved",
            Saving::Deleted => "Deleted from this browser; the next change saves it again",
        }
        .to_owned()
    };
    styled("p", "qp-saving")
        .live_class("qp-saving--failed", move || {
            matches!(desk.saving(), Saving::Failed(_))
        })
        .live_text(words)
}

/// What went wrong with keeping, as boxes.
pub(crate) fn trouble(desk: Desk) -> El {
    let boxes = move || {
        let mut boxes = Vec::new();
        if let Saving::Failed(failure) = desk.saving() {
            let lines = [
                wording::failure(failure).to_owned(),
                "You can go on: everything you do stays on this page until you close it."
                    .to_owned(),
            ];
            let actions = vec![
                button("Download a copy", move || copy(desk)),
                button("Try again", move || {
                    desk.save();
                    desk.focus("qp-heading");
                }),
            ];
            boxes.push(notice("Your plan is not saved", &lines, actions));
        }
        boxes.extend(
            desk.unreadable()
                .into_iter()
                .map(|found| unreadable(desk, found)),
        );
        boxes
    };
    el("div").attr("class", "qp-trouble").live(boxes)
}

/// The same in one line, for the summary: it stays in view wherever the reader is.
pub(crate) fn unsaved(desk: Desk) -> El {
    let line = move || match desk.saving() {
        Saving::Failed(_) => vec![
            icon::mark(State::Broken),
            said("span", "This plan is not saved"),
            button("Download a copy of the plan", move || copy(desk)),
        ],
        _ => Vec::new(),
    };
    styled("div", "qp-unsaved").live(line)
}

fn unreadable(desk: Desk, found: Unreadable) -> El {
    let lines = [wording::unreadable(&found).to_owned()];
    let kept = found.text.clone();
    let actions = vec![
        button("Download it", move || {
            browser::download("unreadable-draft.json", &kept);
        }),
        button("Remove it", move || desk.forget(&found)),
    ];
    notice("A draft could not be read", &lines, actions)
}

/// Offers the plan as a file.
pub(super) fn copy(desk: Desk) {
    let draft = desk.draft();
    let name = format!("{}.plan.json", draft.plan.qualification);
    browser::download(&name, &encode(&draft));
}
