//! Everything that one browser kept, under every instance.

use std::collections::BTreeSet;

use super::contents::{Contents, Item};
use crate::reading::{Expected, MOST_PROBLEMS, Node, Problem, Reason};
use crate::saved_plans::{KeptCatalogue, Memory, ROOT, ReadError, SavedPlans, Store};

/// The most texts in it; a browser holds fewer saves.
const MOST_TEXTS: usize = 10_000;

/// The most saved plans of it that are offered; the others are counted among those that cannot be read.
const MOST_PLANS: usize = 2_000;

/// Reads it as a store of its own. What is deleted stays deleted.
pub(super) fn read(members: &[(String, Node)]) -> Result<Contents, ReadError> {
    if members.len() > MOST_TEXTS {
        let reason = Reason::Length {
            most: MOST_TEXTS,
            length: members.len(),
        };
        return Err(ReadError::Corrupt(vec![Problem::new(
            String::new(),
            reason,
        )]));
    }
    let store = Memory::with_room(usize::MAX);
    let mut instances = BTreeSet::new();
    for (key, node) in members {
        let (Some(rest), Node::Text(text)) = (key.strip_prefix(ROOT), node) else {
            continue;
        };
        // A store in memory has no limit, so it takes everything.
        let _ = store.write(key, text);
        instances.extend(instance(rest));
    }
    let mut contents = Contents::default();
    for instance in instances {
        let plans = SavedPlans::new(&store, &instance);
        for found in plans.all().unwrap_or_default() {
            let newer = found.newer.into_iter().map(|newer| newer.kept);
            for kept in found.unreadable.into_iter().chain(newer) {
                contents.unreadable += 1;
                let reason = Reason::NotA(if kept.newer {
                    Expected::DraftOfThisVersion
                } else {
                    Expected::WholeDraft
                });
                if contents.problems.len() < MOST_PROBLEMS {
                    contents.problems.push(Problem::new(kept.key, reason));
                }
            }
            let there = found.heads.into_iter().filter(|head| !head.deleted);
            for head in there {
                if contents.items.len() < MOST_PLANS {
                    contents.items.push(Item::of(&head));
                } else {
                    contents.unreadable += 1;
                }
            }
        }
        for KeptCatalogue { text, .. } in plans.catalogues().unwrap_or_default() {
            if !contents.catalogues.contains(&text) {
                contents.catalogues.push(text);
            }
        }
    }
    Ok(contents)
}

/// The instance that a key is of, as it is named in the part behind [`ROOT`].
fn instance(rest: &str) -> Option<String> {
    let (_, rest) = rest.split_once('/')?;
    let (name, _) = rest.split_once('/')?;
    Some(name.replace("%2F", "/").replace("%25", "%"))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::SHIPPED;
    use crate::exchange::file::{Kind, kind, read};
    use crate::reading::Node;
    use crate::saved_plans::{Memory, SavedPlans, everything};

    fn text_of(members: Vec<(String, String)>) -> String {
        let members = members.into_iter();
        Node::Object(members.map(|(key, text)| (key, Node::Text(text))).collect()).to_json()
    }

    fn of_then() -> Vec<(String, String)> {
        let lines = include_str!("../../tests/drafts/2/storage.txt").lines();
        let members = lines.map(|line| {
            let (key, text) = line.split_once('\t').unwrap();
            (key.to_owned(), text.to_owned())
        });
        members.collect()
    }

    #[test]
    fn everything_that_a_browser_kept_is_read_but_for_what_was_deleted() {
        let text = text_of(of_then());
        assert_eq!(kind(&text), Kind::Everything);
        let contents = read(&text).unwrap();
        let names = contents.items.iter().map(|item| &*item.snapshot.plan.name);
        let names: Vec<&str> = names.collect();
        assert_eq!(names, ["Siân’s “plan”, née Gaëlle", "First", "Beside"]);
        assert_eq!(contents.unreadable, 0);
        let spaced = text.replacen('{', "\u{feff} {\n  ", 1).trim().to_owned();
        assert_eq!(kind(&spaced), Kind::Everything);
    }

    #[test]
    fn its_catalogue_files_are_found_under_every_instance_and_each_once() {
        let store = Memory::with_room(usize::MAX);
        let [(_, one), (_, other), ..] = SHIPPED;
        for (instance, id, text) in [
            ("", "one", one),
            ("a/b", "one", one),
            ("a/b", "other", other),
        ] {
            SavedPlans::new(&store, instance)
                .keep_catalogue(id, text)
                .unwrap();
        }
        let text = text_of(everything(&store).unwrap());
        assert_eq!(kind(&text), Kind::Everything);
        let mut found = read(&text).unwrap().catalogues;
        found.sort();
        let mut expected = [one, other].map(str::to_owned);
        expected.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn it_may_be_as_long_as_what_a_browser_keeps() {
        let mut members = of_then();
        let expected = members.len();
        members.push((
            "qualification-planner/2/x/other".into(),
            "“".repeat(3 << 20),
        ));
        let text = text_of(members);
        assert!(text.len() > 9 << 20, "{}", text.len());
        assert_eq!(read(&text).unwrap().items.len(), 3, "of {expected} texts");
    }

    #[test]
    fn one_that_is_made_to_take_long_does_not() {
        let lines: Vec<String> = vec![
            (0..100_000)
                .map(|n| format!("\"qualification-planner/2/{n}/x\":\"\""))
                .collect(),
            (0..9_000)
                .map(|n| format!("\"qualification-planner/2/{n}/x\":\"\""))
                .collect(),
            (0..9_000)
                .map(|n| format!("\"qualification-planner/2/{n}/draft/a/b-1\":\"{{\""))
                .collect(),
        ]
        .into_iter()
        .map(|lines: Vec<String>| format!("{{{}}}", lines.join(",")))
        .collect();
        for (text, can_be_read) in lines.iter().zip([false, true, true]) {
            let begun = std::time::Instant::now();
            assert_eq!(read(text).is_ok(), can_be_read);
            let taken = begun.elapsed();
            assert!(taken.as_secs() < 10, "{taken:?} for {} bytes", text.len());
        }
    }
}
