//! The groups in short, above their units.

use leptos::prelude::*;

use super::drawn::DrawnGroup;
use crate::app::components::mark::Mark;
use crate::app::focus;
use crate::app::stores::editor::{EditorStore, UnitsStore};
use crate::app::view::{Build, View, live, pressed};
use crate::drawing::colour;
use crate::editor::{GroupPot, GroupRows, UnitList};
use crate::wording::{self, heading};

/// How far each of many groups has come, and the way to it. It stays in view.
#[component]
pub(super) fn GroupStrip<'a>(units: UnitsStore, groups: &'a [DrawnGroup]) -> View {
    let groups = groups.iter().enumerate();
    let groups = groups.map(|(place, one)| group(units, place, &one.group));
    let groups: Vec<View> = groups.collect();
    view! { <nav class="qp-strip" aria-label=heading::GROUPS>{groups}</nav> }.built()
}

/// One of them: its mark, its title, what is there and what is asked for.
fn group(units: UnitsStore, place: usize, of: &View) -> View {
    let editor = expect_context::<EditorStore>();
    let title = editor.qualification();
    let title = title.groups.get(place);
    let title = title.map(|of| of.title.clone()).unwrap_or_default();
    let pot = Memo::new(move |_| editor.current(|current| current.group_pot(place)));
    // The mark is drawn anew with another state only.
    let now = Memo::new(move |_| pot.with(|pot| pot.state));
    let mark = live(move || now.get().map(|state| view! { <Mark state /> }.built()));
    let text =
        move |what: fn(&GroupPot) -> &String| live(move || pot.with(|pot| what(pot).clone()));
    let of = of.clone();
    let go = pressed(move || {
        let shows_any = |rows: RwSignal<GroupRows>| rows.with_untracked(GroupRows::shows_any);
        if !units.group(place).is_some_and(shows_any) {
            units.change(UnitList::clear);
        }
        let of = of.clone();
        // Once a group that was filtered away is shown again.
        queue_microtask(move || focus::lead_to(&of));
    });
    // Most are called alike: what tells them apart is seen, all of it is read.
    let (unseen, seen) = wording::group_in_short(&title);
    view! {
        <button type="button" class=format!("qp-strip-group {}", colour(place)) on:click=go>
            <span class="qp-group-mark"></span>
            <strong><span class="qp-unseen">{unseen}</span>{seen}</strong>
            <span class="qp-strip-asks" prop:textContent=text(|pot| &pot.asked)></span>
            " "
            {mark}
            <span class="qp-strip-count" prop:textContent=text(|pot| &pot.count)></span>
        </button>
    }
    .built()
}
