//! The page of a qualification before the program is there: its units, as the planning screen has them; its rules and
//! its hours, where the plan comes; and the ways to the others.

use std::sync::Arc;

use super::html::Html;
use super::parts::{START, address, footer, icon};
use super::units;
use crate::catalogue::Catalogue;
use crate::drawing::MENU;
use crate::qualification::Qualification;
use crate::wording::{self, act, heading, label};

pub(super) fn qualification(catalogue: &Catalogue, of: &Arc<Qualification>) -> Html {
    let desk = Html::styled("div", "qp-desk qp-static")
        .with(head(of))
        .with(main(of))
        .with(about(of));
    Html::styled("div", "qp")
        .with(desk)
        .with(footer(catalogue).with(others(catalogue, of)))
}

/// As high and as wide as the head that comes, whose buttons have their places.
fn head(of: &Qualification) -> Html {
    let rules = Html::said("span", &wording::rules_in_one_line(of));
    let title = Html::styled("div", "qp-head-title")
        .with(Html::said("h1", &of.title))
        .with(Html::styled("p", "qp-wide-only").with(rules));
    let buttons = [act::RULES, act::SHARE, act::PRINT];
    Html::styled("header", "qp-head")
        .with(to_start(act::TO_START))
        .with(title)
        .with_all(buttons.map(unready))
}

/// The way to the start, beside the title.
fn to_start(words: &str) -> Html {
    Html::styled("a", "qp-icon-button")
        .attr("href", START)
        .attr("aria-label", words)
        .with(icon(MENU))
        .with(Html::styled("span", "qp-wide-only").text(words))
}

/// The place of a button. Its word is no text: nobody could press it.
fn unready(word: &str) -> Html {
    Html::styled("span", "qp-icon-button qp-unready")
        .attr("aria-hidden", "true")
        .with(Html::styled("svg", "qp-icon"))
        .with(Html::styled("span", "qp-wide-only").attr("data-word", word))
}

fn main(of: &Arc<Qualification>) -> Html {
    let needed = Html::styled("p", "qp-notice").text(wording::NEEDS_PROGRAM_HERE);
    let rules = Html::styled("p", "qp-rules-line")
        .with(Html::said("span", &wording::rules_in_one_line(of)))
        .text(" ")
        .with(Html::said("span", label::UNOFFICIAL_SHORT));
    Html::styled("main", "qp-plan")
        .with(Html::new("noscript").with(needed))
        .with(rules)
        .with_all(units::units(of))
}

/// What the documents say of it.
fn about(of: &Qualification) -> Html {
    let rules = of.rules.iter();
    let rules = rules.map(|rule| Html::said("li", &wording::rule(of, rule)));
    let source = Html::styled("p", "qp-hint").text(&wording::source(&of.source));
    Html::styled("aside", "qp-static-facts")
        .attr("aria-label", heading::FACTS)
        .with(Html::said("h2", heading::RULES))
        .with(Html::new("ul").with_all(rules))
        .with_all(terms(heading::HOURS, wording::published_hours(of)))
        .with_all(terms(heading::FACTS, wording::facts(of)))
        .with(source)
}

/// Terms with their values below a heading, where there are any.
fn terms(heading: &str, terms: Vec<(&'static str, String)>) -> Vec<Html> {
    if terms.is_empty() {
        return Vec::new();
    }
    let rows = terms.into_iter().map(|(term, value)| {
        Html::new("div")
            .with(Html::said("dt", term))
            .with(Html::said("dd", &value))
    });
    let list = Html::styled("dl", "qp-facts").with_all(rows);
    vec![Html::said("h2", heading), list]
}

/// The ways to the pages of the other qualifications.
fn others(catalogue: &Catalogue, of: &Qualification) -> Html {
    let way = |other: &Arc<Qualification>| {
        let link = Html::styled("a", "qp-link").attr("href", &address(&other.id));
        Html::new("li").with(link.text(&other.title))
    };
    let all = catalogue.by_suite().into_iter();
    let others = all.filter(|other| other.id != of.id);
    let list = Html::new("ul")
        .attr("role", "list")
        .with_all(others.map(way));
    Html::new("nav")
        .attr("aria-label", heading::OTHER_QUALIFICATIONS)
        .with(Html::said("h2", heading::OTHER_QUALIFICATIONS))
        .with(list)
}
