//! What can be held of documents by reading them: their links, their indexes, their length.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::{hold, source};

/// The most lines of CONTRIBUTING.md, which is read before the first change.
const LONGEST_CONTRIBUTING: usize = 150;

/// Path and text of every document.
fn documents() -> Vec<(String, String)> {
    let at_the_top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];
    let mut found: Vec<(String, String)> = at_the_top
        .iter()
        .map(|path| ((*path).to_owned(), source::read(path)))
        .collect();
    for folder in ["docs", "tests"] {
        // Benchmarks bring packages of others, with documents of theirs.
        let own = source::other(folder, "md").into_iter();
        found.extend(own.filter(|(path, _)| !path.contains("node_modules")));
    }
    found
}

/// The text without its blocks and pieces of code, in which brackets are no links.
fn prose(text: &str) -> String {
    let mut is_code = false;
    let lines = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        is_code ^= fence;
        !is_code && !fence && !line.starts_with("    ")
    });
    let joined = lines.collect::<Vec<_>>().join("\n");
    let pieces = joined.split('`').enumerate();
    pieces
        .filter(|(index, _)| index % 2 == 0)
        .map(|(_, piece)| piece)
        .collect()
}

/// Where the links of a text lead.
fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let pieces = prose.split("](").skip(1);
    pieces
        .filter_map(|piece| Some(piece.split_once(')')?.0.to_owned()))
        .collect()
}

/// What a heading is called in an address: letters, digits and hyphens.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        '-' | '_' => Some(letter),
        _ if letter.is_alphanumeric() => Some(letter),
        _ => None,
    });
    kept.collect::<String>().to_lowercase()
}

fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| anchor(line.trim_start_matches('#').trim()))
        .collect()
}

/// A path from the root of the repository, without `..`.
fn resolved(from: &str, link: &str) -> PathBuf {
    let folder = Path::new(from).parent().unwrap_or(Path::new(""));
    let mut path = PathBuf::new();
    for piece in folder.join(link).components() {
        match piece {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut breaches = Vec::new();
    let mut count = 0;
    for (path, text) in documents() {
        for link in links(&text) {
            if link.starts_with("http") {
                continue;
            }
            count += 1;
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() {
                PathBuf::from(&path)
            } else {
                resolved(&path, file)
            };
            let found = root.join(&target);
            let leads = if anchor.is_empty() {
                found.exists()
            } else {
                std::fs::read_to_string(found).is_ok_and(|text| anchors(&text).contains(anchor))
            };
            if !leads {
                breaches.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(count > 100, "only {count} links were read");
    hold("A reader who follows a link arrives.", &breaches);
}

#[test]
fn every_document_is_found_from_the_readme() {
    let documents = documents();
    let mut found = BTreeSet::from([PathBuf::from("README.md")]);
    let mut before = 0;
    while found.len() > before {
        before = found.len();
        for (path, text) in &documents {
            if found.contains(Path::new(path)) {
                let links = links(text).into_iter();
                found.extend(
                    links.map(|link| resolved(path, link.split('#').next().unwrap_or(&link))),
                );
            }
        }
    }
    let hidden = documents
        .iter()
        .map(|(path, _)| path.clone())
        .filter(|path| !found.contains(Path::new(path)));
    hold(
        "A document to which no link leads is read by nobody.",
        &hidden.collect::<Vec<String>>(),
    );
}

#[test]
fn every_decision_is_in_the_index_under_its_title() {
    let index = source::read("docs/decisions/README.md");
    let mut breaches = Vec::new();
    for (path, text) in source::other("docs/decisions", "md") {
        let name = path.rsplit('/').next().unwrap_or(&path);
        let title = text.lines().next().unwrap_or_default();
        let line = format!("- [{}]({name})", title.trim_start_matches("# "));
        if name != "README.md" && index.lines().filter(|known| *known == line).count() != 1 {
            breaches.push(format!("{path} has no line {line}"));
        }
    }
    hold(
        "A decision that is in no index is found by nobody.",
        &breaches,
    );
}

#[test]
fn contributing_is_short_enough_to_be_read() {
    let lines = source::read("CONTRIBUTING.md").lines().count();
    assert!(
        lines <= LONGEST_CONTRIBUTING,
        "CONTRIBUTING.md has {lines} lines, at most {LONGEST_CONTRIBUTING} are read: what is longer belongs into docs/"
    );
}

#[test]
fn links_are_seen_in_prose_only() {
    let text = "A [b](c.md#d) and `[no](no)`.\n\n    [no](no)\n\n```\n[no](no)\n```\n[e\nf](g)\n";
    assert_eq!(links(text), ["c.md#d", "g"]);
    assert_eq!(
        anchor("What `view!` is, and isn’t"),
        "what-view-is-and-isnt"
    );
    assert_eq!(
        resolved("docs/decisions/a.md", "../b.md"),
        Path::new("docs/b.md")
    );
}
