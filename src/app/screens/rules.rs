//! The rules one by one, as they stand for a plan.

use crate::app::components::mark::mark;
use crate::app::dom::{El, el, said, styled};
use crate::assess::Assessment;
use crate::editor::{self, RuleView};
use crate::qualification::Qualification;

pub(crate) fn rules(qualification: &Qualification, found: &Assessment) -> Vec<El> {
    let rules = editor::rules(qualification, found).into_iter();
    rules.map(|one| rule(&one)).collect()
}

fn rule(view: &RuleView) -> El {
    let advice = view
        .advice
        .as_ref()
        .map(|advice| styled("p", "qp-rule-advice").text(advice));
    let words = el("div")
        .with(said("p", &view.headline))
        .with(styled("p", "qp-hint").text(&view.detail))
        .with_some(advice);
    styled("li", "qp-rule").with(mark(view.state)).with(words)
}
