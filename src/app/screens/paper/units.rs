//! The units on paper.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::editor::PaperUnit;
use crate::wording::{heading, paper as words};

/// The table of the units that count, whose head stands on each page, and below it those that do not.
#[component]
pub(super) fn Units(
    columns: Vec<&'static str>,
    units: Vec<PaperUnit>,
    sums: Vec<String>,
    uncounted: Vec<PaperUnit>,
) -> View {
    let width = (columns.len() + 5).to_string();
    let heads = columns
        .into_iter()
        .map(|one| view! { <th scope="col" class="qp-paper-figure">{one}</th> }.built());
    let heads: Vec<View> = heads.collect();
    let sums: Vec<View> = sums.into_iter().map(figure).collect();
    let counted: Vec<View> = units.into_iter().map(unit).collect();
    let uncounted = (!uncounted.is_empty()).then(|| {
        let rows: Vec<View> = uncounted
            .into_iter()
            .flat_map(|one| struck(one, &width))
            .collect();
        view! {
            <tbody class="qp-paper-uncounted">
                <tr><th scope="rowgroup" colspan=width.clone()>{heading::UNCOUNTED}</th></tr>
                {rows}
            </tbody>
        }
        .built()
    });
    view! {
        <table class="qp-paper-units">
            <thead>
                <tr>
                    <th scope="col" colspan="2">{words::UNIT}</th>
                    <th scope="col">{words::GROUP}</th>
                    {heads}
                    <th scope="col">{words::ACHIEVED}</th>
                    <th scope="col">{words::BY}</th>
                </tr>
            </thead>
            <tbody>
                {counted}
                <tr class="qp-paper-sums">
                    <th scope="row" colspan="3">{words::TOGETHER}</th>
                    {sums}
                    <td colspan="2"></td>
                </tr>
            </tbody>
            {uncounted}
        </table>
    }
    .built()
}

fn unit(one: PaperUnit) -> View {
    let figures: Vec<View> = one.figures.into_iter().map(figure).collect();
    view! {
        <tr>
            <td class="qp-paper-unit" translate="no">{one.code}</td>
            <td>{one.title}</td>
            <td>{one.group}</td>
            {figures}
            <td class="qp-paper-by">{one.achieved}</td>
            <td class="qp-paper-by">{one.by}</td>
        </tr>
    }
    .built()
}

/// A unit that does not count, and in a row below it why.
fn struck(one: PaperUnit, width: &str) -> [View; 2] {
    let reason = one.reason.clone();
    let reason =
        view! { <tr class="qp-paper-reason"><td colspan=width.to_owned()>{reason}</td></tr> };
    [unit(one), reason.built()]
}

fn figure(number: String) -> View {
    view! { <td class="qp-paper-figure">{number}</td> }.built()
}
