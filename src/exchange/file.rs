//! Drafts as a file that a person can read, and whatever a learner may have kept as a copy.
//!
//! What is written is described in `docs/drafts-file.md`. What is read is that, and besides: a draft as
//! version 0.1.0 downloaded it, everything that one browser kept (of any version), and a plan in the
//! form of `docs/plan-format.md`.

use crate::draft::{
    DraftId, Drafts, Edition, Fault, LONGEST, Memory, Parcel, ROOT, SCHEMA, Store, checksum,
    decode, parcel_members, read_parcel, read_plan, without_checksum,
};
use crate::reading::{Cursor, Node, Problem, Problems, Reason, parse};

/// What a file of drafts calls itself.
const FORMAT: &str = "qualification-planner drafts";

/// The most drafts in a file.
const MOST_DRAFTS: usize = 500;

/// A draft on its way in or out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name in the browser that it comes from, where it has one.
    pub id: Option<DraftId>,
    /// When it was changed last, in seconds since 1970; 0 where that is not known.
    pub changed: u32,
    /// What it holds.
    pub parcel: Parcel,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Its drafts.
    pub items: Vec<Item>,
    /// How many more there are that cannot be read.
    pub unreadable: usize,
    /// True where the file is not as it was written: somebody has changed it, or it was damaged.
    pub altered: bool,
}

/// What a text is, at a first look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Drafts, in one of the forms that are read here.
    Drafts,
    /// Something else: a catalogue file, if anything.
    Other,
}

/// Drafts as the text of a file. `made` is the day, as it is shown in the file.
#[must_use]
pub fn write(items: &[Item], made: &str) -> String {
    let drafts = items.iter().map(item).collect();
    let mut members = vec![
        ("format".to_owned(), Node::text(FORMAT)),
        ("schema".to_owned(), Node::Whole(SCHEMA.into())),
        ("made".to_owned(), Node::text(made)),
        ("drafts".to_owned(), Node::List(drafts)),
    ];
    let sum = checksum(&Node::Object(members.clone()));
    members.push(("checksum".to_owned(), Node::Text(sum)));
    let mut text = Node::Object(members).to_pretty_json();
    text.push('\n');
    text
}

fn item(item: &Item) -> Node {
    let parcel = &item.parcel;
    let mut members = Vec::new();
    let id = item.id.as_ref();
    members.extend(id.map(|id| ("draft".to_owned(), Node::text(id.as_str()))));
    if item.changed > 0 {
        members.push(("changed".to_owned(), Node::Whole(item.changed.into())));
    }
    let rest = parcel_members(&parcel.plan, &parcel.edition, &parcel.facts);
    members.extend(rest.into_iter().map(|(key, node)| (key.to_owned(), node)));
    Node::Object(members)
}

/// What a text is.
#[must_use]
pub fn kind(text: &str) -> Kind {
    // A text that is not whole JSON is called what it was meant to be.
    let begins = |key: &str| text.contains(&format!("\"{key}"));
    let is_drafts = begins(FORMAT) || begins(ROOT) || begins("checksum\"") && begins("content\"");
    if begins("awarding_body\"") && begins("qualifications\"") {
        return Kind::Other;
    }
    let is_plan = begins("qualification\"") && begins("units\"");
    if is_drafts || is_plan {
        Kind::Drafts
    } else {
        Kind::Other
    }
}

/// Reads the drafts in a text of at most 1 MiB.
///
/// # Errors
///
/// [`Fault::Newer`] where a newer version wrote the file, [`Fault::Corrupt`] with every problem where
/// nothing of it can be read.
pub fn read(text: &str) -> Result<Contents, Fault> {
    let node = parse(text, LONGEST).map_err(|problem| Fault::Corrupt(vec![problem]))?;
    let Node::Object(members) = &node else {
        return Err(not_drafts());
    };
    let has = |wanted: &str| members.iter().any(|(key, _)| key == wanted);
    if has("drafts") {
        return read_file(&node);
    }
    if has("content") {
        let draft = decode(text)?;
        return Ok(Contents {
            items: vec![Item {
                id: Some(draft.id.clone()),
                changed: draft.changed,
                parcel: draft.parcel(),
            }],
            ..Contents::default()
        });
    }
    if members.iter().any(|(key, _)| key.starts_with(ROOT)) {
        return Ok(read_everything(members));
    }
    let plan = read_plan(text).map_err(Fault::Corrupt)?;
    let parcel = Parcel {
        plan,
        edition: Edition::default(),
        facts: Vec::new(),
    };
    let changed = 0;
    Ok(Contents {
        items: vec![Item {
            id: None,
            changed,
            parcel,
        }],
        ..Contents::default()
    })
}

fn not_drafts() -> Fault {
    Fault::Corrupt(vec![Problem {
        path: String::new(),
        reason: Reason::NotA("file of drafts"),
    }])
}

fn read_file(node: &Node) -> Result<Contents, Fault> {
    let problems = Problems::default();
    let mut newer = false;
    let contents = read_drafts(&Cursor::top(node, &problems), &mut newer);
    let problems = problems.into_inner();
    match contents {
        Some(contents) if problems.is_empty() => Ok(contents),
        _ if newer => Err(Fault::Newer(Box::default())),
        // One draft with a problem does not keep the others out.
        Some(mut contents) if !contents.items.is_empty() => {
            contents.altered = true;
            Ok(contents)
        }
        _ => Err(Fault::Corrupt(problems)),
    }
}

fn read_drafts(top: &Cursor<'_>, newer: &mut bool) -> Option<Contents> {
    let file = top.object()?;
    let format = file.required("format")?;
    if format.text(64)? != FORMAT {
        return format.wrong(Reason::NotOneOf(&[FORMAT]));
    }
    let schema = file.required("schema")?;
    if schema.whole(1..=u32::MAX)? > SCHEMA {
        *newer = true;
        return None;
    }
    let sum = file.optional("checksum");
    let (list, mut all) = (file.required("drafts")?, 0_usize);
    let items = list.list(MOST_DRAFTS, |place| {
        all += 1;
        read_item(place)
    })?;
    let expected = checksum(&without_checksum(top.node()));
    Some(Contents {
        unreadable: all.saturating_sub(items.len()),
        items,
        altered: sum.is_some_and(|sum| *sum.node() != Node::Text(expected)),
    })
}

fn read_item(place: &Cursor<'_>) -> Option<Item> {
    let object = place.object()?;
    let id = match object.optional("draft") {
        Some(place) => Some(
            DraftId::new(place.text(32)?).or_else(|| place.wrong(Reason::NotA("draft’s name")))?,
        ),
        None => None,
    };
    let changed = match object.optional("changed") {
        Some(place) => place.whole(0..=u32::MAX)?,
        None => 0,
    };
    let parcel = read_parcel(&object)?;
    object.finish();
    Some(Item {
        id,
        changed,
        parcel,
    })
}

/// Everything that a browser kept, by key: read as a store of its own.
fn read_everything(members: &[(String, Node)]) -> Contents {
    let store = Memory::with_room(usize::MAX);
    let mut instances: Vec<String> = Vec::new();
    for (key, node) in members {
        let (Some(rest), Node::Text(text)) = (key.strip_prefix(ROOT), node) else {
            continue;
        };
        // A memory with room for everything takes everything.
        let _ = store.write(key, text);
        let version = rest.split_once('/');
        let instance = version.and_then(|(version, rest)| {
            let name = match version {
                "1" => rest.split_once('/')?.0.to_owned(),
                _ => rest
                    .split_once('/')?
                    .0
                    .replace("%2F", "/")
                    .replace("%25", "%"),
            };
            (!instances.contains(&name)).then_some(name)
        });
        instances.extend(instance);
    }
    let mut contents = Contents::default();
    for instance in instances {
        for found in Drafts::new(&store, &instance).all().unwrap_or_default() {
            contents.unreadable += found.unreadable.len() + usize::from(found.newer.is_some());
            let there = found.heads.into_iter().filter(|head| !head.deleted);
            contents.items.extend(there.map(|head| Item {
                id: Some(head.id.clone()),
                changed: head.changed,
                parcel: head.parcel(),
            }));
        }
    }
    contents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::UnitCode;

    fn items() -> Vec<Item> {
        let catalogue = Catalogue::shipped();
        let both = catalogue.qualifications().take(2).enumerate();
        both.map(|(number, qualification)| {
            let codes = ["8603-300", "8604-308", "gone"].map(|code| UnitCode::new(code).unwrap());
            let plan = Plan::new(qualification.id.clone())
                .after(Action::PickAll(codes.into()))
                .after(Action::Rename(format!("Siân’s {number}")));
            Item {
                id: Some(DraftId::of_number(number as u64)),
                changed: 1_700_000_000,
                parcel: Parcel::new(plan, qualification),
            }
        })
        .collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = write(&items(), "2026-11-24");
        assert_eq!(kind(&text), Kind::Drafts);
        let contents = read(&text).unwrap();
        assert_eq!(contents.items, items());
        assert!(!contents.altered);
        assert!(
            text.contains("\n      \"changed\": 1700000000,\n"),
            "{text}"
        );
    }

    #[test]
    fn a_file_that_was_changed_is_read_and_said_to_be_changed() {
        let text = write(&items(), "2026-11-24").replace("Siân’s 0", "Siân’s own");
        let contents = read(&text).unwrap();
        assert!(contents.altered);
        assert_eq!(contents.items[0].parcel.plan.name, "Siân’s own");
    }

    #[test]
    fn a_draft_that_cannot_be_read_does_not_keep_the_others_out() {
        let text = write(&items(), "2026-11-24").replace("8603-certificate", "no name at all");
        let contents = read(&text).unwrap();
        assert_eq!((contents.items.len(), contents.unreadable), (1, 1));
    }

    #[test]
    fn a_newer_file_is_told_from_a_damaged_one() {
        let text = write(&items(), "2026-11-24");
        let newer = text.replace("\"schema\": 2", "\"schema\": 3");
        assert!(matches!(read(&newer), Err(Fault::Newer(_))));
        assert!(matches!(
            read(&text[..text.len() - 9]),
            Err(Fault::Corrupt(_))
        ));
        assert!(matches!(read("[]"), Err(Fault::Corrupt(_))));
    }

    #[test]
    fn a_copy_of_version_0_1_0_is_read() {
        let text = include_str!("../../tests/drafts/1/diploma.json");
        assert_eq!(kind(text), Kind::Drafts);
        assert_eq!(read(text).unwrap().items[0].parcel.plan.picks().len(), 6);
    }

    #[test]
    fn everything_that_a_browser_kept_is_read_whatever_version_kept_it() {
        let lines = include_str!("../../tests/drafts/1/storage.txt").lines();
        let members = lines.map(|line| {
            let (key, text) = line.split_once('\t').unwrap();
            (key.to_owned(), Node::text(text))
        });
        let text = Node::Object(members.collect()).to_json();
        assert_eq!(kind(&text), Kind::Drafts);
        assert_eq!(read(&text).unwrap().items.len(), 2);
    }

    #[test]
    fn a_plan_by_itself_is_read() {
        let text = r#"{"qualification": "8607-award", "units": [{"code": "8607-501"}]}"#;
        assert_eq!(kind(text), Kind::Drafts);
        assert_eq!(read(text).unwrap().items[0].parcel.plan.picks().len(), 1);
    }

    #[test]
    fn a_catalogue_is_something_else() {
        for (name, text) in crate::catalogue::SHIPPED {
            assert_eq!(kind(text), Kind::Other, "{name}");
            let tricky = text.replacen(
                "\"title\": \"",
                "\"title\": \"qualification-planner drafts ",
                1,
            );
            assert_eq!(kind(&tricky), Kind::Other, "{name}");
        }
    }
}
