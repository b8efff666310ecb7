//! Everything that one browser kept, of any version and under every instance.

use super::file::{Contents, Item};
use crate::draft::{Drafts, Memory, ROOT, Store};
use crate::reading::Node;

/// Reads it as a store of its own. What is deleted stays deleted.
pub(super) fn read(members: &[(String, Node)]) -> Contents {
    let store = Memory::with_room(usize::MAX);
    let mut instances: Vec<String> = Vec::new();
    for (key, node) in members {
        let (Some(rest), Node::Text(text)) = (key.strip_prefix(ROOT), node) else {
            continue;
        };
        // A memory with room for everything takes everything.
        let _ = store.write(key, text);
        let instance = instance(rest).filter(|name| !instances.contains(name));
        instances.extend(instance);
    }
    let mut contents = Contents::default();
    for instance in instances {
        let drafts = Drafts::new(&store, &instance);
        for found in drafts.all().unwrap_or_default() {
            contents.unreadable += found.unreadable.len() + usize::from(found.newer.is_some());
            let there = found.heads.into_iter().filter(|head| !head.deleted);
            contents.items.extend(there.map(|head| {
                let parcel = head.parcel();
                Item::new(Some(head.id), head.changed, parcel)
            }));
        }
        for text in drafts.catalogues().unwrap_or_default() {
            if !contents.catalogues.contains(&text) {
                contents.catalogues.push(text);
            }
        }
    }
    contents
}

/// The instance that a key is of, as it is named in the part behind [`ROOT`].
fn instance(rest: &str) -> Option<String> {
    let (version, rest) = rest.split_once('/')?;
    let name = rest.split_once('/')?.0;
    Some(match version {
        "1" => name.to_owned(),
        _ => name.replace("%2F", "/").replace("%25", "%"),
    })
}

#[cfg(test)]
mod tests {
    use crate::catalogue::SHIPPED;
    use crate::draft::{Drafts, Memory, everything};
    use crate::exchange::file::{Kind, kind, read};
    use crate::reading::Node;

    fn text_of(members: Vec<(String, String)>) -> String {
        let members = members.into_iter();
        Node::Object(members.map(|(key, text)| (key, Node::Text(text))).collect()).to_json()
    }

    fn of_then() -> Vec<(String, String)> {
        let lines = include_str!("../../tests/drafts/1/storage.txt").lines();
        let members = lines.map(|line| {
            let (key, text) = line.split_once('\t').unwrap();
            (key.to_owned(), text.to_owned())
        });
        members.collect()
    }

    #[test]
    fn everything_that_a_browser_kept_is_read_whatever_version_kept_it() {
        let text = text_of(of_then());
        assert_eq!(kind(&text), Kind::Everything);
        assert_eq!(read(&text).unwrap().items.len(), 2);
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
            Drafts::new(&store, instance)
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
        assert_eq!(read(&text).unwrap().items.len(), 2, "of {expected} texts");
    }
}
