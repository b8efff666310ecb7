//! The ladder as a table.

use leptos::prelude::*;

use crate::app::components::sentence::sentence;
use crate::app::view::{Build, View};
use crate::editor::{LadderView, RungView};
use crate::wording::ladder::COLUMNS;

/// A row for each qualification: how far what counts leads, what is needed, and which units count in which group.
#[component]
pub(super) fn LadderTable<'a>(ladder: &'a LadderView) -> View {
    let heads = COLUMNS.into_iter();
    let heads: Vec<View> = heads
        .map(|head| view! { <th scope="col">{head}</th> }.built())
        .collect();
    let rows: Vec<View> = ladder.rungs.iter().map(row).collect();
    view! {
        <table class="qp-ladder-table">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .built()
}

fn row(rung: &RungView) -> View {
    let groups = rung.groups.iter();
    let groups: Vec<View> = groups
        .map(|line| view! { <p>{sentence(line)}</p> }.built())
        .collect();
    view! {
        <tr>
            <th scope="row">{rung.name.clone()}</th>
            <td>
                <p>{rung.words.clone()}</p>
                <p>{rung.asked.clone()}</p>
            </td>
            <td>{groups}</td>
        </tr>
    }
    .built()
}
