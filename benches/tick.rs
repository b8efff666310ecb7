//! How long a tick takes in a short list and in a long one: `cargo bench --no-default-features --bench tick`.
//! Prints medians of each thing that a tick sets going; fails on nothing.

use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use qualification_planner::assess::{Context, assess, provisional};
use qualification_planner::catalogue::read;
use qualification_planner::editor::{Announcer, Editor, Sentences, UnitList};
use qualification_planner::plan::Action;
use qualification_planner::qualification::{Date, Qualification, UnitCode};
use qualification_planner::saved_plans::{
    Memory, PlanId, PlanSnapshot, SavedPlans, Session, Writer,
};

/// How often each is timed.
const TIMINGS: usize = 101;
const SIZES: [usize; 3] = [70, 1_000, 5_000];
/// The picks of a plan as learners make them.
const PICKS: usize = 8;

fn main() {
    let Some(today) = Date::parse("2026-11-22") else {
        return;
    };
    let context = Context::on(today);
    let mut lines: Vec<(&str, Vec<u128>)> = Vec::new();
    for size in SIZES {
        let Some(of) = qualification(size) else {
            println!("The qualification cannot be read.");
            return;
        };
        for (place, (name, time)) in times(&of, context).into_iter().enumerate() {
            if lines.len() == place {
                lines.push((name, Vec::new()));
            }
            if let Some((_, times)) = lines.get_mut(place) {
                times.push(time);
            }
        }
    }
    let heads = SIZES.map(|size| format!("{size:>10}"));
    println!("a tick, ns          {} units", heads.concat());
    for (name, times) in lines {
        let times: Vec<String> = times.iter().map(|time| format!("{time:>10}")).collect();
        println!("{name:<20}{}", times.concat());
    }
}

/// The medians of what a tick sets going.
fn times(of: &Arc<Qualification>, context: Context) -> Vec<(&'static str, u128)> {
    let store = Memory::default();
    let plans = SavedPlans::new(&store, "");
    let codes: Vec<UnitCode> = of.units.iter().map(|unit| unit.code.clone()).collect();
    let first = codes.iter().step_by(5).take(PICKS).cloned().collect();
    let plan = qualification_planner::plan::Plan::new(of.id.clone());
    let snapshot = PlanSnapshot::new(plan.after(Action::PickAll(first)), of);
    let session = Session::new(PlanId::of_number(1), Writer::of_number(2), snapshot);
    let mut editor = Editor::open(Arc::clone(of), context, Box::new(session));
    let mut list = UnitList::new(Arc::clone(of));
    let sentences = Some(Sentences::all());
    list.update(&editor.current(sentences));
    let mut announcer = Announcer::default();
    let mut all: Vec<(&'static str, Vec<u128>)> = Vec::new();
    for timing in 0..TIMINGS {
        let code = codes[(timing * 7 + 3) % 60].clone();
        let picked = editor.plan().pick(&code).is_none();
        let mut one: Vec<(&'static str, u128)> = Vec::new();
        one.push(timed("the change, saved", || {
            editor.act(&plans, 1, |history| {
                history.act(Action::tick(code.clone(), picked));
            })
        }));
        let current = editor.current(sentences);
        one.push(timed("rows", || list.update(&current)));
        one.push(timed("plan and groups", || {
            let pots: Vec<_> = (0..of.groups.len())
                .map(|at| current.group_pot(at))
                .collect();
            (current.plan_head(), current.plan_bar(), pots)
        }));
        one.push(timed("rules", || current.rule_lines()));
        one.push(timed("picked units", || current.picked(|_| None)));
        one.push(timed("announcement", || announcer.tell(&current)));
        one.push(timed("host event", || current.detail()));
        one.push(timed("controls", || editor.controls()));
        let plan = editor.plan();
        one.push(timed("(assess)", || assess(of, plan, &context)));
        one.push(timed("(provisional)", || provisional(of, plan, &context)));
        let session = editor.session();
        one.push(timed("(a clone of session)", || session.cloned()));
        for (place, (name, time)) in one.into_iter().enumerate() {
            if all.len() == place {
                all.push((name, Vec::new()));
            }
            all[place].1.push(time);
        }
    }
    let median = |mut times: Vec<u128>| {
        times.sort_unstable();
        times[TIMINGS / 2]
    };
    all.into_iter()
        .map(|(name, times)| (name, median(times)))
        .collect()
}

fn timed<T>(name: &'static str, call: impl FnOnce() -> T) -> (&'static str, u128) {
    let start = Instant::now();
    black_box(call());
    (name, start.elapsed().as_nanos())
}

/// A qualification as they mostly are, of so many units: three groups, credits overall from so many on, a
/// floor and a cap in a group each, a closed unit, and one pair of units that do not count together.
fn qualification(size: usize) -> Option<Arc<Qualification>> {
    let mut units = String::new();
    let mut groups = [String::new(), String::new(), String::new()];
    for index in 0..size {
        let (credits, comma) = (1 + index * 7 % 6, if index == 0 { "" } else { "," });
        let hours = credits * 3 + index % 5;
        let _ = write!(
            units,
            r#"{comma}{{"code":"X-{index:05}","title":"Unit {index}","level":5,"credits":{credits},"guided_learning_hours":{hours}}}"#
        );
        let group = groups.get_mut(index % 3)?;
        let comma = if group.is_empty() { "" } else { "," };
        let _ = write!(group, r#"{comma}"X-{index:05}""#);
    }
    let [one, two, three] = groups;
    let text = format!(
        r#"{{"format":1,"id":"long","title":"A long list","awarding_body":"Nobody",
        "source":{{"document":"made up","checked":"2026-11-22"}},"units":[{units}],
        "qualifications":[{{"id":"long","suite":"X","title":"A long list","level":5,"size":"diploma","heading":"H",
        "purpose":"None.","assessment":"None.",
        "groups":[{{"id":"g0","title":"One","units":[{one}]}},{{"id":"g1","title":"Two","units":[{two}]}},{{"id":"g2","title":"Three","units":[{three}]}}],
        "rules":[
        {{"id":"g0","kind":"amount","measure":"credits","group":"g0","at_least":12,"heading":"H"}},
        {{"id":"g1","kind":"amount","measure":"credits","group":"g1","at_most":20,"heading":"H"}},
        {{"id":"overall","kind":"amount","measure":"credits","at_least":37,"heading":"H"}},
        {{"id":"closes","kind":"registration","unit":"X-00010","closed_from":"2020-07-01","instead":"X-00011","heading":"H"}},
        {{"id":"p0","kind":"barred","units":["X-00000","X-00001"],"heading":"H"}}]}}]}}"#
    );
    let reading = read(&text);
    for problem in &reading.problems {
        println!("{problem:?}");
    }
    reading.file?.qualifications.pop()
}
