//! What the first program draws of the planning screen, with places for what completes it.

use leptos::prelude::*;

use crate::app::view::{Build, View};

/// The planning screen as it was drawn first: places to fill, and what follows the plan from then on.
pub(crate) struct Drawn {
    /// What the plan is called, below its title.
    pub(super) name: View,
    /// The rules in one line, below the title; the same above the units, where there is less room.
    pub(super) head: View,
    pub(super) rules: View,
    /// What is to be said of the plan above its units.
    pub(super) notices: View,
    /// The search, what narrows the list, and its order.
    pub(super) toolbar: View,
    pub(super) groups: Vec<DrawnGroup>,
    /// Whatever else stands below the units, or opens.
    pub(super) extras: View,
    pub(super) my_plan: View,
    /// Where the plan stands, within that.
    pub(super) summary: View,
    /// The plan in short, on a page of another's.
    pub(super) card: View,
    /// What opens the planner over the whole window there.
    pub(super) widen: View,
}

/// A group of units.
pub(crate) struct DrawnGroup {
    /// The whole group.
    pub(super) group: View,
    /// How far it has come, and what the other rules leave to it.
    pub(super) head: View,
    pub(super) others: View,
    /// The list of its units, its parts where there are many, and its rows by the places of their units in the
    /// qualification.
    pub(super) list: View,
    pub(super) parts: Vec<View>,
    pub(super) rows: Vec<(usize, View)>,
    /// Where those that are closed are folded away, its line, and their list.
    pub(super) fold: View,
    pub(super) fold_line: View,
    pub(super) closed: View,
}

impl Drawn {
    /// `finder` is the class of the place for what finds units.
    pub(super) fn new(finder: &'static str, groups: Vec<DrawnGroup>) -> Self {
        Self {
            name: place("qp-head-name"),
            head: line(),
            rules: line(),
            notices: place("qp-part"),
            toolbar: place(finder),
            groups,
            extras: place("qp-part"),
            my_plan: place("qp-part"),
            summary: place("qp-part"),
            card: place("qp-brief"),
            widen: place("qp-widen"),
        }
    }

    /// Says the rules in one line.
    pub(super) fn say_rules(&self, words: &str) {
        for line in [&self.head, &self.rules] {
            line.element().set_text_content(Some(words));
        }
    }
}

/// A place to fill.
pub(super) fn place(class: &'static str) -> View {
    view! { <div class=class></div> }.built()
}

/// A place for a line of text.
fn line() -> View {
    view! { <span></span> }.built()
}
