//! Classes in the program, the page and the styles.

use std::collections::BTreeSet;

use crate::source;

/// Names beginning with `qp-` that the program uses for something else than a style.
const IDS: &[(&str, &str)] = &[
    ("qp-heading", "the id that takes the focus"),
    (
        "qp-state",
        "the id that is led to, of where the plan stands",
    ),
    ("qp-search", "another"),
    (
        "qp-open",
        "the id of what opens the planner over the window of another's page",
    ),
    ("qp-start", "another"),
    ("qp-level", "the name of a group of chips"),
    ("qp-size", "the same"),
    (
        "qp-arrival-",
        "ids that describe the box of a plan in a file",
    ),
    ("qp-not-done", "the id that takes the focus"),
    (
        "qp-not-done-title",
        "the id that names what could not be done",
    ),
    ("qp-not-done-lines", "the id that describes it"),
    ("qp-delete-title", "the id that names a dialog"),
    ("qp-registration-note", "the id that describes a field"),
    ("qp-codes-note", "the same"),
    ("qp-link-note", "the id that describes a field"),
    ("qp-new-name", "the id that takes the focus"),
    ("qp-plan-link", "the same"),
    ("qp-copy-link", "the id that hands the focus on"),
    ("qp-file", "an id that names a button"),
    ("qp-table", "another"),
    ("qp-days", "another"),
    ("qp-paper", "another"),
    ("qp-more-saved", "another, and those of other long lists"),
    ("qp-more-deleted", "the same"),
    ("qp-more-units", "the same"),
    ("qp-more-uncounted", "the same"),
];

/// Classes without a style and styles without a use.
pub(crate) fn breaches() -> Vec<String> {
    let mut used = BTreeSet::new();
    for file in source::rust() {
        let lines: Vec<&str> = file.lines().map(|(_, line)| line).collect();
        used.extend(names(&lines.join("\n")));
    }
    for (_, text) in source::other("src", "js") {
        used.extend(names(&source::without_comments(&text)));
    }
    used.extend(names(&source::read("index.html")));

    let mut styled = BTreeSet::new();
    for (_, text) in source::other("style", "css") {
        let text = source::without_comments(&text);
        for (at, _) in text.match_indices(".qp") {
            styled.extend(names(&text[at + 1..]).into_iter().next());
        }
    }
    let id = |name: &str| IDS.iter().any(|(id, _)| *id == name);
    let without_style = used
        .iter()
        .filter(|name| !styled.contains(*name) && !id(name));
    let without_use = styled.difference(&used);
    without_style
        .map(|name| format!("{name} has no style"))
        .chain(without_use.map(|name| format!("{name} is styled and not used")))
        .collect()
}

/// Every `qp-` name in a text that is no custom property and no part of a longer name.
fn names(text: &str) -> Vec<String> {
    let part = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    text.split(|letter| !part(letter))
        .filter(|name| name.starts_with("qp-"))
        .map(str::to_owned)
        .collect()
}
