//! What has to hold whatever the bytes are: reading them ends, never panics, and gives something
//! with which everything else works.
//!
//! These know neither a fuzzer nor a test: `fuzz/` calls them under libFuzzer, `tests/fuzz_corpus.rs`
//! replays the corpus and mutates it.

use qualification_planner::assess::{Aim, State};
use qualification_planner::assess::{
    Context, Limit, assess_within, complete, count, effective, ladder, repair,
};
use qualification_planner::catalogue::{Catalogue, read};
use qualification_planner::exchange::{file, link};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification};
use qualification_planner::saved_plans::{
    PlanId, PlanSnapshot, SavedPlan, Writer, decode, encode, read_plan,
};
use qualification_planner::wording::{hint, problem};

/// Few enough that any input is answered in a moment.
const NODES: u64 = 2_000;

/// How many qualifications of a file are looked at.
const MOST: usize = 3;

fn context() -> Context {
    Context::on(Date::new(2026, 11, 22).unwrap_or(Date::EARLIEST))
}

/// Any bytes as a catalogue file: a qualification that can be read can be planned, with nothing and
/// with all of its units, and the plan kept as a saved plan and read again.
pub(crate) fn fuzz_catalogue(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let reading = read(&text);
    let lines = text.split(['\n', '\r']).count();
    for one in &reading.problems {
        assert!(!problem(one).is_empty() && !hint(one).is_empty());
        let line = one.place.as_ref().map_or(1, |place| place.line);
        assert!((1..=lines).contains(&line), "{one:?} is in no line");
    }
    let Some(file) = reading.file else {
        assert!(!reading.problems.is_empty(), "no file and no reason given");
        return;
    };
    assert_eq!(file.qualifications.len(), reading.places.len());
    assert!(reading.left_out == 0 || !reading.problems.is_empty());
    for qualification in file.qualifications.iter().take(MOST) {
        let empty = Plan::new(qualification.id.clone());
        let codes = qualification.units.iter().map(|unit| unit.code.clone());
        let all = empty.clone().after(Action::PickAll(codes.collect()));
        for plan in [empty, all] {
            ask(qualification, &plan);
            assert_kept(&saved(plan, qualification, 1));
        }
    }
}

/// Any bytes as a plan: what is read is written and read again as the same, and can be judged
/// against any qualification.
pub(crate) fn fuzz_plan(bytes: &[u8]) {
    let Ok(plan) = read_plan(&String::from_utf8_lossy(bytes)) else {
        return;
    };
    let catalogue = Catalogue::shipped();
    for qualification in catalogue.qualifications() {
        ask(qualification, &plan);
        assert_kept(&saved(plan.clone(), qualification, u32::MAX));
    }
    let all = catalogue.qualifications().map(AsRef::as_ref);
    assert_eq!(
        ladder(all, &plan, &context(), NODES).len(),
        catalogue.qualifications().count()
    );
}

/// Any bytes as a saved plan: what is read is written and read again as the same.
pub(crate) fn fuzz_draft(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(saved_plan) = decode(&text) {
        assert_kept(&saved_plan);
        for qualification in Catalogue::shipped().qualifications().take(MOST) {
            ask(qualification, saved_plan.plan());
        }
    }
}

/// Any bytes as a link, and as what stands in one, with a checksum that is right, since no fuzzer finds
/// that: what is read has this one spelling and is written in it again.
///
/// A link is read while the page waits for it, so this does little beside reading it. One that was
/// changed on its way is opened as what it was made for.
pub(crate) fn fuzz_link(bytes: &[u8]) {
    let sealed = ['1', '2', '4', '5'].map(|version| sealed(version, bytes));
    for text in std::iter::once(String::from_utf8_lossy(bytes).into_owned()).chain(sealed) {
        let opened = link::open(&text);
        let Ok(snapshot) = link::decode(&text) else {
            if let Ok(snapshot) = opened {
                assert_eq!(
                    link::decode(&link::encode_with_notes(&snapshot, true)),
                    Ok(snapshot)
                );
            }
            continue;
        };
        assert_eq!(opened.as_ref(), Ok(&snapshot));
        let again = link::encode_with_notes(&snapshot, true);
        assert!(text.contains(&again), "two spellings: {text} and {again}");
        let codes = snapshot.plan.picks().iter().map(|pick| &pick.code);
        assert!(codes.clone().is_sorted_by(|one, next| one < next));
        let known = snapshot.facts.iter().map(|unit| &unit.code);
        assert!(known.clone().count() <= codes.count() && known.is_sorted());
    }
}

/// A link of a version with these bytes: written apart from the one that is tested.
fn sealed(version: char, bytes: &[u8]) -> String {
    let mut sum = u32::MAX;
    let digit = u8::try_from(version).expect("a digit");
    for byte in std::iter::once(digit).chain(bytes.iter().copied()) {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            let lowest = sum & 1;
            sum >>= 1;
            if lowest == 1 {
                sum ^= 0xedb8_8320;
            }
        }
    }
    let letters = ('A'..='Z').chain('a'..='z').chain('0'..='9');
    let letters: Vec<char> = letters.chain(['-', '_']).collect();
    let (mut text, mut held, mut count) = (String::from(version), 0_u32, 0);
    for byte in bytes.iter().copied().chain((!sum).to_le_bytes()) {
        held = (held << 8 | u32::from(byte)) & 0xffff;
        count += 8;
        while count >= 6 {
            count -= 6;
            text.push(letters[(held >> count) as usize % 64]);
        }
    }
    if count > 0 {
        text.push(letters[(held << (6 - count)) as usize % 64]);
    }
    text + "Z"
}

/// Any bytes as a file of saved plans: what is read is written and read again as the same, without a word
/// of the saved plans that could not be.
pub(crate) fn fuzz_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = file::kind(&text);
    if let Ok(contents) = file::read(&text) {
        let again = file::read(&file::write(&contents.items, "2026-11-24"));
        let again = again.expect("what was read can be written");
        let whole = contents.items.into_iter().map(|item| file::Item {
            left_out: Vec::new(),
            ..item
        });
        assert_eq!(again.items, whole.collect::<Vec<_>>());
        assert_eq!((again.unreadable, again.altered), (0, false));
    }
}

/// A saved plan as it is saved.
fn saved(plan: Plan, qualification: &Qualification, sequence: u32) -> SavedPlan {
    let snapshot = PlanSnapshot::new(plan, qualification);
    let mut saved_plan = SavedPlan::new(PlanId::of_number(1), Writer::of_number(2), snapshot);
    saved_plan.sequence = sequence;
    saved_plan
}

/// What is kept is there again. Of a history that is too long for its room the end is.
fn assert_kept(saved_plan: &SavedPlan) {
    let read = decode(&encode(saved_plan)).expect("what is kept can be read");
    assert_eq!(read.snapshot(), saved_plan.snapshot());
    assert!(saved_plan.history.before().ends_with(read.history.before()));
    assert_eq!(decode(&encode(&read)).as_ref(), Ok(&read));
    let mut walked = read.history.clone();
    while walked.can_undo() {
        walked.undo();
    }
    while walked.can_redo() {
        walked.redo();
    }
}

/// Every question about a plan, each with a few nodes.
fn ask(qualification: &Qualification, plan: &Plan) {
    let limit = || Limit::nodes(NODES);
    let now = assess_within(qualification, plan, &context(), &mut limit());
    assert_eq!(now.units.len(), plan.picks().len());
    assert_eq!(now.unit_statuses.len(), qualification.units.len());
    let found = complete(
        qualification,
        plan,
        &context(),
        Aim::FewestCredits,
        1,
        &mut limit(),
    );
    let broken = now.state == State::Broken && now.fully_searched;
    assert!(
        !broken || found.answer.is_empty(),
        "a broken plan is completed"
    );
    let _ = count(qualification, plan, &context(), &mut limit());
    let _ = repair(qualification, plan, &context(), 1, &mut limit());
    let bounds = effective(qualification, plan, &context(), &mut limit());
    assert_eq!(bounds.len(), qualification.groups.len());
}
