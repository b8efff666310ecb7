//! The units that every way keeps, and those that none has.

use leptos::prelude::*;

use super::filling::Filling;
use super::wish::Wish;
use crate::app::components::rows::{Row, rows};
use crate::app::view::{Build, View, live};
use crate::editor::WishView;
use crate::wording::fill as words;

/// One of the two lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Kept,
    LeftOut,
}

/// A list of units, each with a button that takes it off the list.
#[component]
pub(super) fn Wishes(list: List, filling: Filling) -> View {
    let label = match list {
        List::Kept => words::KEEP,
        List::LeftOut => words::LEAVE_OUT,
    };
    let all = move || {
        filling.found.with(|found| match list {
            List::Kept => found.kept.clone(),
            List::LeftOut => found.left_out.clone(),
        })
    };
    let all = Memo::new(move |_| all());
    let each = move || {
        let row = |wish: &WishView| {
            let wish = wish.clone();
            Row {
                key: wish.code.to_string(),
                build: Box::new(move || view! { <Wish wish label filling /> }.built()),
            }
        };
        all.with(|all| all.iter().map(row).collect())
    };
    view! {
        <div class="qp-wish-list" class=("qp-hidden", live(move || all.with(Vec::is_empty)))>
            <p>{label}</p>
            <ul role="list" aria-label=label>{rows(Box::new(each))}</ul>
        </div>
    }
    .built()
}
