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
use qualification_planner::draft::{Draft, decode, encode, read_plan};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification};

/// Few enough that any input is answered in a moment.
const NODES: u64 = 2_000;

/// How many qualifications of a file are looked at.
const MOST: usize = 3;

fn context() -> Context {
    Context {
        today: Date::new(2026, 11, 22).unwrap_or(Date::EARLIEST),
    }
}

/// Any bytes as a catalogue file: a qualification that can be read can be planned, with nothing and
/// with all of its units, and the plan kept as a draft and read again.
pub(crate) fn fuzz_catalogue(bytes: &[u8]) {
    let reading = read(&String::from_utf8_lossy(bytes));
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
            assert_kept(&Draft::new(plan, qualification, 1));
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
        assert_kept(&Draft::new(plan.clone(), qualification, u32::MAX));
    }
    let all = catalogue.qualifications().map(AsRef::as_ref);
    assert_eq!(
        ladder(all, &plan, &context(), NODES).len(),
        catalogue.qualifications().count()
    );
}

/// Any bytes as a draft: what is read is written and read again as the same.
pub(crate) fn fuzz_draft(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(draft) = decode(&text) {
        assert_kept(&draft);
        for qualification in Catalogue::shipped().qualifications().take(MOST) {
            ask(qualification, &draft.plan);
        }
    }
}

fn assert_kept(draft: &Draft) {
    assert_eq!(decode(&encode(draft)).as_ref(), Ok(draft));
}

/// Every question about a plan, each with a few nodes.
fn ask(qualification: &Qualification, plan: &Plan) {
    let limit = || Limit::nodes(NODES);
    let now = assess_within(qualification, plan, &context(), &mut limit());
    assert_eq!(now.units.len(), plan.picks().len());
    assert_eq!(now.standings.len(), qualification.units.len());
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
