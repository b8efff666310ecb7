//! The native side: `bench-engine QUESTION FILE…`, one line of JSON for each file; for `tangled` it is
//! SEED:UNITS:GROUPS in place of a file.

use std::time::Instant;

use bench_engine::{Engine, tangled};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let question = arguments.next().unwrap_or_default();
    for path in arguments {
        let engine = if question == "tangled" {
            made(&path)
        } else {
            let read = std::fs::read_to_string(&path).ok();
            read.and_then(|text| Engine::read(&text, ""))
        };
        let Some(engine) = engine else {
            eprintln!("{path} cannot be read");
            std::process::exit(2);
        };
        let ask = || match question.as_str() {
            "count" => engine.count(),
            "tangled" => engine.state(),
            _ => engine.fewest_hours(),
        };
        let answer = ask();
        let mut times = Vec::new();
        let begun = Instant::now();
        while times.len() < 3 || times.len() < 101 && begun.elapsed().as_millis() < 400 {
            let start = Instant::now();
            std::hint::black_box(ask());
            times.push(start.elapsed().as_nanos());
        }
        times.sort_unstable();
        let nanoseconds = u64::try_from(times[times.len() / 2]).unwrap_or(u64::MAX);
        println!("{}", serde_json::json!({"file": path, "answer": answer, "nanoseconds": nanoseconds}));
    }
}

/// A tangled qualification with its picks.
fn made(name: &str) -> Option<Engine> {
    let mut parts = name.split(':').map(str::parse);
    let mut part = || parts.next()?.ok();
    let text = tangled(u32::try_from(part()?).ok()?, part()?, part()?);
    let made: serde_json::Value = serde_json::from_str(&text).ok()?;
    let mut engine = Engine::read(&made["file"].to_string(), "")?;
    let picks = made["picks"].as_array()?.iter();
    let picks: Option<Vec<&str>> = picks.map(|pick| pick.as_str()).collect();
    engine.pick_codes(&picks?.join(" "));
    Some(engine)
}
