//! Links and files that are as long as they may be.

use qualification_planner::catalogue::Catalogue;
use qualification_planner::exchange::file::{Item, write};
use qualification_planner::exchange::link;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::UnitCode;
use qualification_planner::saved_plans::{LONGEST, PlanId, PlanSnapshot, UnitSnapshot};

/// A plan of so many units that are in no catalogue, each with a code of so many letters.
fn snapshot(units: usize, letters: usize) -> PlanSnapshot {
    let catalogue = Catalogue::shipped();
    let of = catalogue.qualifications().next().unwrap();
    let code = |number: usize| {
        // No two begin alike, so that a link cannot leave out what they share.
        let spread = number.wrapping_mul(2_654_435_761) % 1_000_000_007;
        UnitCode::new(&format!("{spread:0>letters$}")).unwrap()
    };
    let codes: Vec<UnitCode> = (0..units).map(code).collect();
    let mut snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), of);
    let fact = |code: &UnitCode| UnitSnapshot {
        code: code.clone(),
        title: "A unit".to_owned(),
        level: None,
        credits: Some(3),
        hours: Some(8),
        points: None,
    };
    snapshot.facts = codes.iter().map(fact).collect();
    snapshot
        .facts
        .sort_by(|one, other| one.code.cmp(&other.code));
    snapshot.plan = snapshot.plan.after(Action::PickAll(codes));
    snapshot
}

/// Links of the most units, and of the most letters.
pub(crate) fn links() -> Vec<String> {
    let made = [(Plan::MOST_PICKS, 10), (2_000, 32)].map(|(units, letters)| {
        let mut units = units;
        loop {
            let text = link::encode(&snapshot(units, letters), true);
            if text.len() <= link::LONGEST {
                return text;
            }
            units -= units / 20;
        }
    });
    made.to_vec()
}

/// Files of saved plans, with how many there are in each that can be read.
pub(crate) fn files() -> Vec<(String, usize)> {
    let many = |number: u64, units: usize| {
        let snapshot = snapshot(units, 10);
        let item = |id| Item::new(Some(PlanId::of_number(id)), 1, snapshot.clone());
        let items: Vec<Item> = (0..number).map(item).collect();
        write(&items, "2026-11-24")
    };
    let within = |inside: String| {
        format!(
            "{{\"format\":\"qualification-planner drafts\",\"schema\":2,\"drafts\":[{inside}]}}"
        )
    };
    let room = LONGEST - 200;
    let all = vec![
        (many(500, 12), 500),
        (many(1, Plan::MOST_PICKS), 1),
        (within("[".repeat(room)), 0),
        (
            within(format!("{}{}", "[".repeat(room / 2), "]".repeat(room / 2))),
            0,
        ),
        (
            within(vec!["{}"; 500].join(",") + &" ".repeat(room - 2_000)),
            0,
        ),
        (within(vec!["0"; room / 2].join(",")), 0),
        (within(format!("\"{}\"", "\\u0000".repeat(room / 6 - 1))), 0),
        (
            within(format!(
                "{{{}}}",
                (0..40_000)
                    .map(|n| format!("\"{n}\":{{}}"))
                    .collect::<Vec<_>>()
                    .join(",")
            )),
            0,
        ),
    ];
    assert!(all.iter().all(|(text, _)| text.len() <= LONGEST));
    all
}
