//! The start before the program is there: three steps, and the way to the page of each qualification.

use super::html::Html;
use super::parts::{address, footer, icon};
use crate::catalogue::Catalogue;
use crate::drawing::{GAUGE, LIST, PAGE};
use crate::editor::{OfferGroup, OfferView, OffersView, Span};
use crate::wording::{self, heading, label};

pub(super) fn start(catalogue: &Catalogue) -> Html {
    Html::styled("div", "qp")
        .with(header(catalogue))
        .with(
            Html::styled("main", "qp-screen qp-start-screen")
                .with(Html::styled("div", "qp-start-head").with(Html::said("h1", heading::PLANNER)))
                .with(
                    Html::new("noscript")
                        .with(Html::styled("p", "qp-notice").text(wording::NEEDS_PROGRAM)),
                )
                .with(steps())
                .with(Html::styled("div", "qp-examples-place"))
                .with(offers(catalogue)),
        )
        .with(footer(catalogue))
}

fn header(catalogue: &Catalogue) -> Html {
    // On this page it leads to this page: a reload would fetch it for nothing.
    let name = Html::styled("a", "qp-name").attr("href", "#/");
    let unofficial = wording::unofficial(&catalogue.sources());
    Html::styled("header", "qp-header")
        .with(name.text(label::PLANNER))
        .with(
            Html::styled("p", "qp-hint qp-header-line")
                .with(Html::said("span", label::UNOFFICIAL_SHORT))
                .with(Html::said("span", &unofficial)),
        )
}

fn steps() -> Html {
    let steps = wording::STEPS.into_iter().zip([LIST, GAUGE, PAGE]);
    let steps = steps.map(|([title, more], outline)| {
        let words = Html::new("p")
            .with(Html::said("strong", title))
            .text(" ")
            .with(Html::said("span", more));
        Html::new("li").with(icon(outline)).with(words)
    });
    Html::styled("ol", "qp-steps")
        .attr("role", "list")
        .with_all(steps)
}

fn offers(catalogue: &Catalogue) -> Html {
    let all = catalogue.by_suite();
    let view = OffersView::new(&all);
    let levels = view.levels.iter().map(|level| wording::level_chip(*level));
    let sizes = view.sizes.iter().map(|size| size.name().to_owned());
    let filters = Html::styled("div", "qp-filters qp-filters--unready")
        .flag("inert")
        .with(chips(label::LEVEL, levels))
        .with(chips(label::SIZE, sizes))
        .with(Html::styled("p", "qp-hint").text(&wording::qualifications(all.len())));
    Html::styled("div", "qp-offers")
        .with(Html::said("h2", heading::START_FIRST))
        .with(filters)
        .with_all(view.groups.iter().map(group))
}

/// As wide and as high as what stands there with the program.
fn chips(label: &str, words: impl Iterator<Item = String>) -> Html {
    let words = std::iter::once(label::ANY.to_owned()).chain(words);
    let chips = words.map(|words| Html::styled("span", "qp-chip").with(Html::said("span", &words)));
    Html::styled("fieldset", "qp-chips")
        .with(Html::said("legend", label))
        .with_all(chips)
}

/// The qualifications of a level.
fn group(group: &OfferGroup) -> Html {
    let offers = Html::new("ul").attr("role", "list");
    Html::styled("div", "qp-offer-group")
        .with(Html::styled("h3", "qp-offer-level").text(&group.heading))
        .with(offers.with_all(group.offers.iter().map(offer)))
}

fn offer(one: &OfferView) -> Html {
    let title = Html::new("span")
        .with(Html::styled("span", "qp-unseen").text(&one.said_above))
        .text(&one.title);
    let way = Html::styled("a", "qp-offer-way")
        .attr("href", &address(&one.of.id))
        .with(title);
    let text = Html::styled("div", "qp-offer-text")
        .with(way)
        .with(Html::styled("p", "qp-hint").text(&one.facts));
    let amount = Html::styled("p", "qp-offer-amount")
        .with(Html::said("span", &one.amount))
        .text(" ")
        .with(Html::said("span", one.noun));
    Html::styled("li", "qp-offer")
        .with(text)
        .with(amount)
        .with_all(one.span.iter().map(scale))
}

fn scale(span: &Span) -> Html {
    let class = if span.is_open {
        "qp-scale qp-scale--open"
    } else {
        "qp-scale"
    };
    let bar = Html::new("rect")
        .attr("x", &span.start)
        .attr("width", &span.width)
        .attr("height", "100%")
        .attr("rx", "3");
    Html::styled("svg", class)
        .attr("aria-hidden", "true")
        .with(bar)
}
