//! The sheet of paper.

use leptos::prelude::*;

use super::signatures::Signatures;
use super::units::Units;
use crate::app::components::bar::Bar;
use crate::app::components::code::Code;
use crate::app::components::mark::Mark;
use crate::app::view::{Build, View};
use crate::editor::PaperView;
use crate::exchange::qr;
use crate::wording::{RuleLine, label, paper as words};

/// The whole sheet. What is said of the plan as a whole stays together where its units need more than a page.
#[component]
pub(super) fn Sheet(paper: PaperView, code: Option<qr::Code>, source: String) -> View {
    let PaperView {
        title,
        awarded_by,
        name,
        date,
        columns,
        state,
        standing,
        units,
        sums,
        uncounted,
        rules,
        bar,
        time,
    } = paper;
    let code = code.map(|code| {
        let code = view! { <Code label=label::QR_CODE size=code.size() path=code.path() /> };
        view! { <div class="qp-paper-code">{code.built()}<p>{words::ON_YOUR_PHONE}</p></div> }
            .built()
    });
    let name = (!name.is_empty())
        .then(|| view! { <div><dt>{words::PLAN}</dt><dd>{name}</dd></div> }.built());
    let rules: Vec<View> = rules.into_iter().map(rule).collect();
    let time = time.into_iter();
    let time = time.map(|(term, fact)| view! { <div><dt>{term}</dt><dd>{fact}</dd></div> }.built());
    let time: Vec<View> = time.collect();
    let bar = Signal::stored(bar);
    view! {
        <div class="qp-paper">
            <p><strong>{words::NOT_A_REGISTRATION}</strong></p>
            <p class="qp-paper-title">{title}</p>
            <p>{awarded_by}</p>
            <dl class="qp-paper-who">
                {name}
                <div><dt>{words::DATE}</dt><dd>{date}</dd></div>
            </dl>
            <p class="qp-paper-standing"><Mark state /><span>{standing}</span></p>
            <Units columns units sums uncounted />
            <div class="qp-paper-whole">
                <div class="qp-paper-pair">
                    <div>
                        <p class="qp-paper-heading">{words::RULES}</p>
                        <ul role="list" class="qp-paper-rules">{rules}</ul>
                        <Bar bar=bar label=String::new() />
                    </div>
                    <div>
                        <p class="qp-paper-heading">{words::TIME}</p>
                        <dl class="qp-paper-time">{time}</dl>
                    </div>
                </div>
                <div class="qp-paper-foot">
                    <Signatures />
                    {code}
                </div>
                <p class="qp-paper-source">{source}</p>
            </div>
        </div>
    }
    .built()
}

fn rule(line: RuleLine) -> View {
    let asks = words::rule(&line);
    let RuleLine { state, figure, .. } = line;
    let mark = state.map(|state| view! { <Mark state /> }.built());
    view! { <li><span>{mark}</span><span>{asks}</span><strong>{figure}</strong></li> }.built()
}
