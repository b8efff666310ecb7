//! What the pages show before the program is there, and where it cannot run: the start, and a page for each
//! shipped qualification with its units, its rules and its hours.
//!
//! The build writes them (`tools/finish.mjs`), by the words that the screens have, and laid out as the screens are,
//! so that nothing moves when the program comes. Addresses are relative: nobody knows where a page will stand.

mod html;
mod parts;
mod qualification;
mod start;
mod units;

use html::Html;
use parts::{START, address};

use crate::catalogue::Catalogue;
use crate::qualification::Qualification;
use crate::reading::Node;
use crate::wording::{label, window};

/// A page, as far as it is a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticPage {
    /// The name of its file.
    pub file: String,
    /// What stands in its head: its title, and what search engines show of it.
    pub head: String,
    /// What stands in its body: the element, with what is shown until the planner is there.
    pub body: String,
}

impl StaticPage {
    fn new(file: String, title: &str, description: &str, element: &Html) -> Self {
        let description = Html::new("meta")
            .attr("name", "description")
            .attr("content", description);
        Self {
            file,
            head: format!("{}{description}", Html::said("title", title)),
            body: element.to_string(),
        }
    }

    fn to_node(&self) -> Node {
        Node::object([
            ("file", Node::text(&self.file)),
            ("head", Node::text(&self.head)),
            ("body", Node::text(&self.body)),
        ])
    }
}

/// The start, and a page for each qualification.
#[must_use]
pub fn pages(catalogue: &Catalogue) -> Vec<StaticPage> {
    let element = |shown: Html| {
        // Links to plans lead to the start, whichever page they were made on.
        Html::new("qualification-planner")
            .attr("page", START)
            .with(shown)
    };
    let start = StaticPage::new(
        "index.html".to_owned(),
        label::PLANNER,
        window::DESCRIPTION,
        &element(start::start(catalogue)),
    );
    let page_of = |of: &Qualification, shown: Html| {
        StaticPage::new(
            address(&of.id),
            &window::title(&of.title),
            &window::description(of),
            &element(shown).attr("qualification", of.id.as_str()),
        )
    };
    let others = catalogue.by_suite().into_iter();
    let others = others.map(|of| page_of(of, qualification::qualification(catalogue, of)));
    std::iter::once(start).chain(others).collect()
}

/// The same as JSON: a list with an object for each.
#[must_use]
pub fn to_json(pages: &[StaticPage]) -> String {
    let pages = pages.iter().map(StaticPage::to_node);
    Node::List(pages.collect()).to_json()
}
