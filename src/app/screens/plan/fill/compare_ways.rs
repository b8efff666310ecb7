//! Ways side by side.

use leptos::prelude::*;

use super::filling::Filling;
use crate::app::components::sheet::Sheet;
use crate::app::screens::plan::sheets::Sheets;
use crate::app::signals::follow;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{ComparedLine, Comparison, WayView};
use crate::wording::{act, fill as words};

/// Has the chosen ways stand beside the plan; where there is no room for that, a button opens them.
#[component]
pub(super) fn CompareWays(filling: Filling, sheets: Sheets) -> View {
    let open = RwSignal::new(false);
    let comparison = Memo::new(move |_| {
        let ways = filling.compared();
        (ways.len() > 1).then(|| WayView::compared(&ways.iter().collect::<Vec<_>>()))
    });
    follow(Box::new(move || sheets.compared.set(comparison.get())));
    on_cleanup(move || sheets.compared.set(None));
    let number = move || comparison.with(|all| all.as_ref().map_or(0, |all| all.names.len()));
    let body = move || {
        let shown = live(move || comparison.get().map(compared_ways));
        view! { <div>{shown}</div> }.built()
    };
    let hidden = live(move || number() == 0);
    view! {
        <div class="qp-compare-foot" class=("qp-hidden", hidden)>
            <button type="button" class="qp-button" on:click=pressed(move || open.set(true))>
                <span prop:textContent=live(move || words::compare(number()))></span>
            </button>
            <Sheet title=Signal::derive(|| act::COMPARE.to_owned()) open body=Box::new(body) />
        </div>
    }
    .built()
}

/// A table of ways: the smaller figure is bold.
pub(in crate::app::screens::plan) fn compared_ways(comparison: Comparison) -> View {
    let name = |name: String| view! { <th scope="col">{name}</th> }.built();
    let value = |(number, is_least): (u32, bool)| {
        view! { <td class=("qp-least", is_least)>{number}</td> }.built()
    };
    let line = |line: ComparedLine| {
        let ComparedLine { label, values } = line;
        let values: Vec<View> = values.into_iter().map(value).collect();
        view! { <tr><th scope="row">{label}</th>{values}</tr> }.built()
    };
    let names: Vec<View> = comparison.names.into_iter().map(name).collect();
    let lines: Vec<View> = comparison.lines.into_iter().map(line).collect();
    view! {
        <div class="qp-compared">
            <table>
                <caption>{act::COMPARE}</caption>
                <thead><tr><td>{words::FEWER_IN_BOLD}</td>{names}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .built()
}
