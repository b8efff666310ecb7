//! Drafts of version 0.1.0, kept as it wrote them: see tests/drafts/1.

use std::fs;
use std::path::Path;

use super::{ROOM, texts, writer};
use qualification_planner::draft::{
    Deed, Draft, Drafts, Fault, Memory, Opened, Saving, Session, Store, Turn, decode, encode,
    everything,
};
use qualification_planner::plan::Action;
use qualification_planner::qualification::Earned;
use qualification_planner::reading::fnv;

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts/1");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// A browser's storage as version 0.1.0 left it: a diploma plan in three generations, and an empty
/// plan for an award.
fn storage() -> Memory {
    let store = Memory::with_room(ROOM);
    for line in file("storage.txt").lines() {
        let (key, text) = line.split_once('\t').unwrap();
        store.write(key, text).unwrap();
    }
    store
}

fn diploma(store: &Memory) -> Draft {
    let all = Drafts::new(store, "").all().unwrap();
    let mut heads = all.into_iter().flat_map(|found| found.heads);
    heads
        .find(|head| head.plan().qualification.as_str() == "8607-diploma")
        .unwrap()
}

#[test]
fn a_draft_of_then_whose_schema_is_damaged_is_not_called_newer() {
    let text = file("diploma.json");
    let damaged = text.replacen("\"schema\":1", "\"schema\":3", 1);
    assert_ne!(damaged, text);
    assert!(matches!(decode(&damaged), Err(Fault::Corrupt(_))));
    // What a later version wrote has another checksum.
    let newer = damaged.replacen("\"sequence\":", "\"sequence\":1", 1);
    assert!(matches!(decode(&newer), Err(Fault::Newer(_))));
}

#[test]
fn every_draft_of_then_opens_with_all_that_it_says() {
    let draft = decode(&file("diploma.json")).unwrap();
    let plan = draft.plan();
    assert_eq!(plan.name, "Siân’s “plan”, née Gaëlle");
    assert_eq!(plan.registered.unwrap().to_string(), "2019-09-01");
    assert_eq!(plan.picks().len(), 6);
    assert_eq!(plan.picks()[0].group.as_ref().unwrap().as_str(), "group-1");
    assert_eq!(plan.picks()[1].earned, Earned::Transfer);
    assert_eq!(plan.picks()[2].earned, Earned::PriorLearning);
    assert_eq!(plan.picks()[3].planned.unwrap().to_string(), "2020-06-30");
    assert!(plan.picks()[4].achieved);
    assert_eq!(draft.facts.len(), 6);
    assert_eq!(draft.edition.checked.unwrap().to_string(), "2026-11-22");

    let every_key = decode(&file("every-key.json")).unwrap();
    let plan = every_key.plan();
    assert_eq!(plan.pathway.as_ref().unwrap().as_str(), "p");
    assert_eq!(plan.nation.as_ref().unwrap().as_str(), "wales");
    assert_eq!(plan.conditions[0].as_str(), "practice");
    assert_eq!((plan.wished.len(), plan.avoided.len()), (1, 1));
    assert_eq!(every_key.sequence, 4_000_000_000);

    let empty = decode(&file("empty.json")).unwrap();
    assert_eq!(empty.plan().picks(), []);
}

#[test]
fn one_that_is_brought_up_reads_back_as_it_was() {
    for name in ["diploma.json", "every-key.json", "empty.json"] {
        let draft = decode(&file(name)).unwrap();
        assert_eq!(decode(&encode(&draft)), Ok(draft), "{name}");
    }
}

#[test]
fn one_of_then_that_is_cut_short_or_has_a_flipped_bit_is_never_half_read() {
    let text = file("diploma.json");
    let whole = decode(&text).unwrap();
    // Its writer is made from the text.
    super::assert_never_half_read(&text, |read| {
        read.map_or(true, |mut read| {
            // Its writer is made from the text.
            read.writer = whole.writer.clone();
            read == whole
        })
    });
}

#[test]
fn a_storage_of_then_shows_its_drafts_and_looking_changes_nothing() {
    let store = storage();
    let before = everything(&store).unwrap();
    let all = Drafts::new(&store, "").all().unwrap();
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|found| found.heads.len() == 1));
    assert_eq!(diploma(&store).sequence, 8);
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn a_draft_of_then_goes_on_and_its_old_keys_go_when_newer_saves_are_there() {
    let store = storage();
    let drafts = Drafts::new(&store, "");
    let id = diploma(&store).id;
    let Opened::Session(mut session) = Session::open(&drafts, &id, &writer("a")).unwrap() else {
        panic!();
    };
    let old = || {
        store
            .keys("qualification-planner/1//8607-diploma/")
            .unwrap()
            .len()
    };
    assert_eq!(old(), 4);
    for round in 0..4 {
        session.act(&drafts, &super::qualification(), 9, |history| {
            history.act(Action::Rename(format!("name {round}")));
        });
        assert_eq!(session.saving(), Saving::Saved);
        assert_eq!(diploma(&store).plan().name, format!("name {round}"));
    }
    assert_eq!(old(), 0);
    assert_eq!(
        drafts.all().unwrap().len(),
        2,
        "the other draft is still there"
    );
}

#[test]
fn what_a_tab_of_then_writes_later_is_kept_beside() {
    let store = storage();
    let drafts = Drafts::new(&store, "");
    let before = everything(&store).unwrap();
    let id = diploma(&store).id;
    let Opened::Session(mut session) = Session::open(&drafts, &id, &writer("a")).unwrap() else {
        panic!();
    };
    session.act(&drafts, &super::qualification(), 9, |history| {
        history.act(Action::Rename("now".to_owned()));
    });
    // The other tab knows nothing of that, goes on from its save 8, and writes over its save 6.
    let (key, _) = before
        .iter()
        .find(|(key, _)| key.ends_with("8607-diploma/0"))
        .unwrap();
    let (_, text) = before
        .iter()
        .find(|(key, _)| key.ends_with("8607-diploma/2"))
        .unwrap();
    let later = sealed(
        &text
            .replace("\"sequence\":8", "\"sequence\":9")
            .replace("née", "now"),
        9,
    );
    store.write(key, &later).unwrap();
    session.follow(&drafts);
    let all = drafts.all().unwrap();
    let names: Vec<&str> = all
        .iter()
        .flat_map(|found| &found.heads)
        .map(|head| head.plan().name.as_str())
        .collect();
    assert_eq!(all.len(), 3);
    assert!(
        names.contains(&"now") && names.contains(&"Siân’s “plan”, now Gaëlle"),
        "{names:?}"
    );
}

/// A text of then with the checksum that it had to have.
fn sealed(text: &str, sequence: u32) -> String {
    let (head, content) = text.split_once("\"content\":").unwrap();
    let content = content.strip_suffix('}').unwrap();
    let bytes = sequence.to_le_bytes().into_iter().chain(content.bytes());
    let (_, old) = head.split_once("\"checksum\":\"").unwrap();
    text.replace(&old[..16], &format!("{:016x}", fnv(bytes)))
}

#[test]
fn a_damaged_generation_of_then_is_kept_and_the_one_before_opens() {
    let store = storage();
    let key = "qualification-planner/1//8607-diploma/2";
    store.write(key, "damaged").unwrap();
    let found = Drafts::new(&store, "").find(&diploma(&store).id).unwrap();
    assert_eq!(found.heads[0].sequence, 7);
    assert_eq!(found.unreadable[0].text, "damaged");
}

#[test]
fn a_catalogue_file_of_then_is_still_there_and_makes_way_when_it_is_opened_again() {
    let store = Memory::with_room(ROOM);
    let old = "qualification-planner/1//catalogue:centre";
    store.write(old, "{}").unwrap();
    let drafts = Drafts::new(&store, "");
    assert_eq!(texts(&drafts), ["{}"]);
    drafts.keep_catalogue("centre", "[]").unwrap();
    assert_eq!(texts(&drafts), ["[]"]);
    // It goes when nobody can bring it back any more.
    let turn = Turn::of(Deed::Open, Vec::new()).with_catalogues(vec!["centre~2".to_owned()]);
    drafts.note(turn).unwrap();
    assert_eq!(store.read(old), Ok(None));
    assert_eq!(texts(&drafts), ["[]"]);
}
