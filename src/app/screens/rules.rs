//! The rules one by one, as they stand for a plan.

use crate::app::dom::{El, el, said, styled};
use crate::app::parts::icon;
use crate::assess::Assessment;
use crate::qualification::Qualification;
use crate::wording;

pub(crate) fn rules(qualification: &Qualification, found: &Assessment) -> Vec<El> {
    let collision = wording::collision(qualification, found).map(|rules| {
        let words = el("div")
            .with(said(
                "p",
                "These rules cannot all be met with what is picked",
            ))
            .with(styled("p", "qp-hint").text(&rules));
        styled("li", "qp-rule")
            .with(icon::mark(found.state))
            .with(words)
    });
    let judgements = found.judgements.iter().map(|judgement| {
        let line = wording::judgement(qualification, judgement);
        let advice = line
            .advice
            .map(|advice| styled("p", "qp-rule-advice").text(&advice));
        let words = el("div")
            .with(said("p", &line.headline))
            .with(styled("p", "qp-hint").text(&line.detail))
            .with_some(advice);
        styled("li", "qp-rule")
            .with(icon::mark(judgement.state))
            .with(words)
    });
    collision.into_iter().chain(judgements).collect()
}
