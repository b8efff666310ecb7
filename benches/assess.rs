//! How long the core takes: `cargo bench --no-default-features`. Prints medians; fails on nothing.

use std::hint::black_box;
use std::time::Instant;

use qualification_planner::assess::{Context, assess};
use qualification_planner::catalogue::{Catalogue, SHIPPED, read};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification};
use qualification_planner::saved_plans::{PlanId, PlanSnapshot, SavedPlan, Writer, decode, encode};

/// How often each is timed, and how long one timing is at least.
const TIMINGS: usize = 51;
const LONG_ENOUGH: u128 = 200_000;

fn main() {
    let catalogue = Catalogue::shipped();
    let Some(today) = Date::parse("2026-11-22") else {
        return;
    };
    let context = Context::on(today);

    println!("assess, ns              no unit   half of them   all of them");
    for qualification in catalogue.qualifications() {
        let times = [0, 1, 2].map(|halves| {
            let plan = plan(qualification, halves);
            median(|| assess(qualification, black_box(&plan), &context))
        });
        let [none, half, all] = times;
        println!(
            "{:<20} {none:>10} {half:>14} {all:>13}",
            qualification.id.as_str()
        );
    }

    println!("\nreading, ns");
    for (name, text) in SHIPPED {
        println!("{name:<20} {:>10}", median(|| read(black_box(text))));
    }
    println!("{:<20} {:>10}", "all of them", median(Catalogue::shipped));

    println!("\ndraft, ns                 write         read");
    for qualification in catalogue.qualifications() {
        let snapshot = PlanSnapshot::new(plan(qualification, 2), qualification);
        let mut saved_plan = SavedPlan::new(PlanId::of_number(1), Writer::of_number(2), snapshot);
        saved_plan.sequence = 1;
        let text = encode(&saved_plan);
        let written = median(|| encode(black_box(&saved_plan)));
        let opened = median(|| decode(black_box(&text)));
        println!(
            "{:<20} {written:>10} {opened:>12}",
            qualification.id.as_str()
        );
    }
}

/// A plan of no unit, every other one, or all.
fn plan(qualification: &Qualification, halves: usize) -> Plan {
    let units = qualification.units.iter().enumerate();
    let codes = units
        .filter(|(index, _)| index % 2 < halves)
        .map(|(_, unit)| unit.code.clone());
    Plan::new(qualification.id.clone()).after(Action::PickAll(codes.collect()))
}

/// The median time of one call in nanoseconds, each timing over as many calls as make it long
/// enough for the clock.
fn median<T>(call: impl Fn() -> T) -> u128 {
    let time = |calls: u32| {
        let start = Instant::now();
        for _ in 0..calls {
            black_box(call());
        }
        start.elapsed().as_nanos()
    };
    let mut calls = 1;
    while time(calls) < LONG_ENOUGH {
        calls *= 2;
    }
    let mut times = [0; TIMINGS].map(|_: u128| time(calls) / u128::from(calls));
    times.sort_unstable();
    times[TIMINGS / 2]
}
