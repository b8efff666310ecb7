//! Saved plans as a file that a person can read, and whatever a learner may have kept as a copy.
//!
//! What is written is described in `docs/drafts-file.md`. Beside that it reads a saved plan as it is kept,
//! everything that one browser kept, and a plan in the form of `docs/plan-format.md`.

pub use super::contents::{Contents, Item};
use super::everything;
use crate::plan::Plan;
use crate::qualification::Date;
use crate::reading::{Cursor, Expected, Node, Problem, Problems, Reason, parse};
use crate::saved_plans::{
    CatalogueVersion, FIRST, LONGEST, PlanId, PlanSnapshot, ROOT, ReadError, SCHEMA, checksum,
    decode, is_ours, read_plan, read_snapshot, schema_of, snapshot_members, without_checksum,
};

/// What a file of saved plans calls itself.
const FORMAT: &str = "qualification-planner drafts";

/// The most bytes of a text that holds everything that a browser kept: up to 5 Mi letters for a site, each
/// of one to three bytes.
pub const LONGEST_OF_EVERYTHING: usize = 16 * 1024 * 1024;

/// How much of a text is looked at on either end to find out what it is.
const ENDS: usize = 64 * 1024;

/// The most saved plans in a file.
const MOST_PLANS: usize = 500;

/// What a text is, at a first look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Saved plans, in one of the forms that are read here.
    SavedPlans,
    /// Everything that a browser kept.
    Everything,
    /// Something with a key of a catalogue file.
    Other,
    /// Neither: nothing of it is said by line and column to somebody who took another file.
    Unknown,
}

/// Saved plans as the texts of as many files as it takes: each can be read again.
#[must_use]
pub fn write_all(items: &[Item], made: &str) -> Vec<String> {
    let (mut files, mut rest) = (Vec::new(), items);
    while !rest.is_empty() {
        let mut room = LONGEST;
        // Each by itself has more around it than among others.
        let fits = rest.iter().take(MOST_PLANS).take_while(|item| {
            let length = write(std::slice::from_ref(item), made).len();
            let fits = length <= room;
            room = room.saturating_sub(length);
            fits
        });
        let (file, others) = rest.split_at(fits.count().max(1));
        files.push(write(file, made));
        rest = others;
    }
    files
}

/// Saved plans as the text of a file. `made` is the day, as it is shown in the file.
#[must_use]
pub fn write(items: &[Item], made: &str) -> String {
    let nodes = items.iter().map(item).collect();
    let plans = items.iter().map(|item| &item.snapshot.plan);
    let schema = plans.map(schema_of).max().unwrap_or(FIRST);
    let mut members = vec![
        ("format".to_owned(), Node::text(FORMAT)),
        ("schema".to_owned(), Node::Integer(schema.into())),
        ("made".to_owned(), Node::text(made)),
        ("drafts".to_owned(), Node::List(nodes)),
    ];
    let sum = checksum(&Node::Object(members.clone()));
    members.push(("checksum".to_owned(), Node::Text(sum)));
    let file = Node::Object(members);
    let mut text = file.to_pretty_json();
    if text.len() >= LONGEST {
        // A saved plan of thousands of units: what can be read again comes before what is nice to read.
        text = file.to_json();
    }
    text.push('\n');
    text
}

fn item(item: &Item) -> Node {
    let snapshot = &item.snapshot;
    let mut members = Vec::new();
    let id = item.id.as_ref();
    members.extend(id.map(|id| ("draft".to_owned(), Node::text(id.as_str()))));
    if item.changed > 0 {
        members.push(("changed".to_owned(), Node::Integer(item.changed.into())));
    }
    let rest = snapshot_members(&snapshot.plan, &snapshot.catalogue_version, &snapshot.facts);
    members.extend(rest.into_iter().map(|(key, node)| (key.to_owned(), node)));
    Node::Object(members)
}

/// The name of a file with a plan: its qualification, what it is called, and the day.
///
/// ```
/// # use qualification_planner::{exchange::file::name, plan::{Action, Plan}, qualification::*};
/// # let plan = Plan::new(QualificationId::new("8607-award").unwrap());
/// # let (plan, day) = (plan.after(Action::Rename("Siân’s plan".into())), Date::new(2026, 11, 24).unwrap());
/// assert_eq!(name(&plan, day, "csv"), "8607-award-siâns-plan-2026-11-24.csv");
/// ```
#[must_use]
pub fn name(plan: &Plan, day: Date, end: &str) -> String {
    const LONGEST: usize = 40;
    let called: String = in_a_name(&plan.name).chars().take(LONGEST).collect();
    let parts = [
        &in_a_name(plan.qualification.as_str()),
        called.trim_end_matches('-'),
        &day.to_string(),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.{end}", parts.join("-"))
}

/// A text as it can stand in the name of a file anywhere.
fn in_a_name(text: &str) -> String {
    let mut name = String::new();
    for letter in text.chars() {
        match letter.to_ascii_lowercase() {
            '\'' | '’' => {}
            'a'..='z' | '0'..='9' => name.push(letter.to_ascii_lowercase()),
            // Letters of every script, but for the signs and spaces of typesetting.
            '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2fff}' | '\u{3040}'..='\u{d7ff}' => {
                name.push(letter);
            }
            // One hyphen for whatever else stands between two words.
            _ if name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    name.trim_matches('-').to_owned()
}

/// What a text is.
#[must_use]
pub fn kind(text: &str) -> Kind {
    let first = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    let first = first.strip_prefix('{').unwrap_or_default().trim_start();
    if first
        .strip_prefix('"')
        .is_some_and(|key| key.starts_with(ROOT))
    {
        return Kind::Everything;
    }
    // A text that is not whole JSON is called what it was meant to be. Its two ends show that.
    let (head, tail) = (
        text.floor_char_boundary(ENDS),
        text.ceil_char_boundary(text.len().saturating_sub(ENDS)),
    );
    let ends = [text.get(..head), text.get(tail..)];
    let begins = |key: &str| {
        let key = format!("\"{key}");
        ends.iter().flatten().any(|end| end.contains(&key))
    };
    let is_plans = begins(FORMAT) || begins(ROOT) || begins("checksum\"") && begins("content\"");
    if begins("awarding_body\"") && begins("qualifications\"") {
        return Kind::Other;
    }
    let is_plan = begins("qualification\"") && begins("units\"");
    if is_plans || is_plan {
        Kind::SavedPlans
    } else if ["awarding_body", "qualifications"]
        .iter()
        .any(|key| text.contains(key))
    {
        Kind::Other
    } else {
        Kind::Unknown
    }
}

/// Reads the saved plans in a text of at most 1 MiB, or [`LONGEST_OF_EVERYTHING`] where it is of that kind.
///
/// # Errors
///
/// [`ReadError::Newer`] where a newer version wrote the file, [`ReadError::Corrupt`] with every problem where
/// nothing of it can be read.
pub fn read(text: &str) -> Result<Contents, ReadError> {
    let longest = match kind(text) {
        Kind::Everything => LONGEST_OF_EVERYTHING,
        _ => LONGEST,
    };
    let node = parse(text, longest).map_err(|problem| ReadError::Corrupt(vec![problem]))?;
    let Node::Object(members) = &node else {
        return Err(not_plans());
    };
    let has = |wanted: &str| members.iter().any(|(key, _)| key == wanted);
    if has("drafts") {
        return read_file(&node);
    }
    if has("content") {
        return Ok(one(Item::of(&decode(text)?)));
    }
    if members.iter().any(|(key, _)| key.starts_with(ROOT)) {
        return everything::read(members);
    }
    let plan = read_plan(text).map_err(ReadError::Corrupt)?;
    let snapshot = PlanSnapshot {
        plan,
        catalogue_version: CatalogueVersion::default(),
        facts: Vec::new(),
    };
    Ok(one(Item::new(None, 0, snapshot)))
}

fn one(item: Item) -> Contents {
    Contents {
        items: vec![item],
        ..Contents::default()
    }
}

fn not_plans() -> ReadError {
    let reason = Reason::NotA(Expected::FileOfDrafts);
    ReadError::Corrupt(vec![Problem::new(String::new(), reason)])
}

fn read_file(node: &Node) -> Result<Contents, ReadError> {
    let problems = Problems::default();
    let mut newer = false;
    let contents = read_plans(&Cursor::top(node, &problems), &mut newer);
    let problems = problems.into_inner();
    match contents {
        _ if newer => Err(ReadError::Newer(Box::default())),
        // One saved plan with a problem does not keep the others out.
        Some(contents) if !contents.items.is_empty() || problems.is_empty() => Ok(Contents {
            problems,
            ..contents
        }),
        _ => Err(ReadError::Corrupt(problems)),
    }
}

fn read_plans(top: &Cursor<'_>, newer: &mut bool) -> Option<Contents> {
    let file = top.object()?;
    let format = file.required("format")?;
    if format.text(64)? != FORMAT {
        return format.error(Reason::NotA(Expected::FileOfDrafts));
    }
    let schema = file.required("schema")?;
    let sum = file.optional("checksum");
    let is_ours = |sum: &Cursor<'_>| is_ours(top.node(), sum.node());
    if schema.integer(1..=u32::MAX)? > SCHEMA && !sum.as_ref().is_some_and(is_ours) {
        *newer = true;
        return None;
    }
    let (list, mut all) = (file.required("drafts")?, 0_usize);
    let items = list.list(MOST_PLANS, |place| {
        all += 1;
        read_item(place)
    })?;
    let expected = checksum(&without_checksum(top.node()));
    Some(Contents {
        unreadable: all.saturating_sub(items.len()),
        items,
        altered: sum.is_some_and(|sum| *sum.node() != Node::Text(expected)),
        ..Contents::default()
    })
}

/// A saved plan, with the problems in it; where it cannot be read at all, the problem is noted for the
/// file.
fn read_item(place: &Cursor<'_>) -> Option<Item> {
    let problems = Problems::default();
    let item = read_members(&Cursor::top(place.node(), &problems));
    let problems = problems.into_inner();
    if let Some(item) = item {
        return Some(Item {
            left_out: problems,
            ..item
        });
    }
    place.note(problems.into_iter().next()?);
    None
}

fn read_members(place: &Cursor<'_>) -> Option<Item> {
    let object = place.object()?;
    let id = match object.optional("draft") {
        Some(place) => Some(
            PlanId::new(place.text(32)?)
                .or_else(|| place.error(Reason::NotA(Expected::DraftName)))?,
        ),
        None => None,
    };
    let changed = match object.optional("changed") {
        Some(place) => place.integer(0..=u32::MAX)?,
        None => 0,
    };
    let snapshot = read_snapshot(&object)?;
    object.finish();
    Some(Item::new(id, changed, snapshot))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::UnitCode;

    fn items() -> Vec<Item> {
        let catalogue = Catalogue::shipped();
        let both = catalogue.qualifications().take(2).enumerate();
        both.map(|(number, qualification)| {
            let codes = ["8603-300", "8604-308", "gone"].map(|code| UnitCode::new(code).unwrap());
            let plan = Plan::new(qualification.id.clone())
                .after(Action::PickAll(codes.into()))
                .after(Action::Rename(format!("Siân’s {number}")));
            let id = Some(PlanId::of_number(number as u64));
            Item::new(id, 1_700_000_000, PlanSnapshot::new(plan, qualification))
        })
        .collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = write(&items(), "2026-11-24");
        assert_eq!(kind(&text), Kind::SavedPlans);
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
        assert_eq!(contents.items[0].snapshot.plan.name, "Siân’s own");
    }

    #[test]
    fn a_note_is_in_the_file_and_a_file_without_notes_opens_in_older_versions() {
        let mut noted = items();
        assert!(write(&noted, "2026-11-24").contains("\"schema\": 2,"));
        let plan = noted[0].snapshot.plan.clone();
        noted[0].snapshot.plan = plan.after(Action::Note("Ask\nSiân".to_owned()));
        let text = write(&noted, "2026-11-24");
        assert!(text.contains("\"schema\": 3,"));
        assert_eq!(read(&text).unwrap().items, noted);
    }

    #[test]
    fn a_plan_that_cannot_be_read_does_not_keep_the_others_out() {
        let text = write(&items(), "2026-11-24").replace("8603-certificate", "no name, at all");
        let contents = read(&text).unwrap();
        assert_eq!((contents.items.len(), contents.unreadable), (1, 1));
        let paths: Vec<&str> = contents.problems.iter().map(|one| &*one.path).collect();
        assert_eq!(paths, ["drafts[0].plan.qualification"]);
    }

    #[test]
    fn a_newer_file_is_told_from_a_damaged_one() {
        let text = write(&items(), "2026-11-24");
        let damaged = text.replace("\"schema\": 2", "\"schema\": 5");
        let contents = read(&damaged).unwrap();
        assert_eq!((contents.items, contents.altered), (items(), true));
        let newer = damaged.replace("\"made\"", "\"by\": 1, \"made\"");
        assert!(matches!(read(&newer), Err(ReadError::Newer(_))));
        assert!(matches!(
            read(&text[..text.len() - 9]),
            Err(ReadError::Corrupt(_))
        ));
        assert!(matches!(read("[]"), Err(ReadError::Corrupt(_))));
    }

    #[test]
    fn the_example_in_the_documentation_is_as_it_was_written() {
        let page = include_str!("../../docs/drafts-file.md");
        let (_, rest) = page.split_once("```json\n").unwrap();
        let (example, _) = rest.split_once("```").unwrap();
        let contents = read(example).unwrap();
        assert_eq!(contents.items.len(), 1);
        assert!(!contents.altered && contents.items[0].left_out.is_empty());
    }

    #[test]
    fn a_plan_as_it_is_kept_is_read() {
        let text = include_str!("../../tests/drafts/2/every-key.json");
        assert_eq!(kind(text), Kind::SavedPlans);
        assert_eq!(read(text).unwrap().items[0].snapshot.plan.picks().len(), 3);
    }

    #[test]
    fn what_of_a_plan_cannot_be_read_is_named_and_the_rest_is_read() {
        let text =
            write(&items(), "2026-11-24").replace("\"code\": \"gone\"", "\"code\": \"no, code\"");
        let contents = read(&text).unwrap();
        assert_eq!((contents.items.len(), contents.unreadable), (2, 0));
        for item in contents.items {
            assert_eq!(item.snapshot.plan.picks().len(), 2);
            let paths: Vec<&str> = item.left_out.iter().map(|one| one.path.as_str()).collect();
            assert_eq!(paths, ["plan.units[2].code"]);
        }
    }

    #[test]
    fn as_many_files_are_written_as_it_takes_and_each_is_read_again() {
        let [first, second] = <[Item; 2]>::try_from(items()).unwrap();
        let many = |item: &Item, number| vec![item.clone(); number];
        assert_eq!(write_all(&[], "2026-11-24"), [""; 0]);
        for all in [
            many(&first, 1),
            many(&second, 500),
            many(&first, 501),
            many(&second, 2_000),
        ] {
            let files = write_all(&all, "2026-11-24");
            assert_eq!(files.len(), all.len().div_ceil(500), "{}", all.len());
            let again = files.iter().flat_map(|text| read(text).unwrap().items);
            assert_eq!(again.collect::<Vec<_>>(), all);
        }
        // Long ones, of which fewer go into a file.
        let mut long = first;
        let codes = (0..300).map(|number| UnitCode::new(&format!("{number:0>32}")).unwrap());
        long.snapshot.plan = long.snapshot.plan.after(Action::PickAll(codes.collect()));
        let files = write_all(&many(&long, 200), "2026-11-24");
        assert!(files.len() > 1 && files.iter().all(|text| text.len() <= LONGEST));
        let again = files.iter().flat_map(|text| read(text).unwrap().items);
        assert_eq!(again.collect::<Vec<_>>(), many(&long, 200));
    }

    #[test]
    fn a_text_that_is_too_long_for_its_kind_is_not_looked_at() {
        let long =
            |text: &str, length: usize| text.replacen('{', &format!("{{{}", " ".repeat(length)), 1);
        let plans = write(&items(), "2026-11-24");
        let room = LONGEST - plans.len();
        assert_eq!(read(&long(&plans, room)).unwrap().items, items());
        let Err(ReadError::Corrupt(problems)) = read(&long(&plans, room + 1)) else {
            panic!("it was read");
        };
        assert!(matches!(
            problems[0].reason,
            Reason::TextTooLong { limit: LONGEST, .. }
        ));
    }

    #[test]
    fn a_plan_by_itself_is_read() {
        let text = r#"{"qualification": "8607-award", "units": [{"code": "8607-501"}]}"#;
        assert_eq!(kind(text), Kind::SavedPlans);
        assert_eq!(read(text).unwrap().items[0].snapshot.plan.picks().len(), 1);
    }

    #[test]
    fn a_file_of_something_else_is_neither_plans_nor_a_catalogue() {
        for text in [
            "",
            "Name,Unit\nAda,8607-501\n",
            "<!doctype html>",
            "{\"name\": \"x\"}",
        ] {
            assert_eq!(kind(text), Kind::Unknown, "{text}");
        }
        assert_eq!(kind("\"qualifications\": ["), Kind::Other);
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
