//! Faults injected into storage: every call of every journey fails, once and from then on, in
//! each way in which a browser can fail. Whatever happens, no saved plan that was called saved is lost, none
//! is called saved that is not, and what could not be done is said.

#[path = "faults/faulty.rs"]
mod faulty;
#[path = "faults/journeys.rs"]
mod journeys;
#[path = "faults/witness.rs"]
mod witness;

use faulty::{Faulty, Way};
use journeys::JOURNEYS;
use qualification_planner::saved_plans::Memory;
use witness::Witness;

#[test]
fn without_a_fault_every_journey_ends_well() {
    for (name, prepare, walk) in JOURNEYS {
        let store = prepared(prepare);
        let mut witness = Witness::new(&store, name);
        walk(&mut witness);
        witness.check();
        let damaged = name.contains("damaged");
        assert_eq!(
            witness.was_warned(),
            damaged,
            "{name}: a warning without a fault"
        );
        assert!(store.calls() > 5, "{name}: hardly a call");
    }
}

#[test]
fn whatever_call_fails_nothing_that_was_called_saved_is_lost() {
    let mut runs = 0;
    for (name, prepare, walk) in JOURNEYS {
        let (calls, well) = {
            let store = prepared(prepare);
            let mut witness = Witness::new(&store, name);
            walk(&mut witness);
            (store.calls(), witness.outcome())
        };
        for way in Way::ALL {
            for forever in [false, true] {
                // Every third call from day to day, each way from another one on.
                let (first, step) = if everything() { (0, 1) } else { (runs % 3, 3) };
                for at in (first..calls).step_by(step) {
                    let store = prepared(prepare);
                    store.fail(at, way, forever);
                    let case = format!("{name}: {way:?} at call {at}, forever: {forever}");
                    let mut witness = Witness::new(&store, &case);
                    walk(&mut witness);
                    witness.check();
                    assert!(
                        witness.has_said_so() || witness.outcome() == well,
                        "{case}: something else came of it, and nothing was said"
                    );
                    runs += 1;
                }
            }
        }
    }
    let least = if everything() { 2_000 } else { 700 };
    assert!(runs > least, "{runs} runs");
}

/// Whether every call is tried, as before a release.
fn everything() -> bool {
    std::env::var_os("QP_ALL").is_some()
}

fn prepared(prepare: fn(&Memory)) -> Faulty {
    let store = Faulty::new();
    prepare(store.inner());
    store
}
