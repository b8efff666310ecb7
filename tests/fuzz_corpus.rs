//! The inputs that a reader has to live through: those kept in `tests/fuzz/corpus`, every catalogue
//! file of the other tests, and what comes of changing them by chance.
//!
//! A few changes are tried with every test, the same each time; `make fuzz` tries others for as long
//! as it is told (`FUZZ_SECONDS`). An input that fails is written to `target/fuzz`: mend the fault,
//! make the input smaller, and keep it in the corpus.

#[path = "fuzz/long.rs"]
mod long;
#[path = "fuzz/mutate.rs"]
mod mutate;
#[path = "fuzz/targets.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mutate::{Chance, mutated};
use qualification_planner::exchange::{file, link};

/// Without `FUZZ_SECONDS` so many changed inputs are tried.
const TRIES: usize = 1_000;

/// The longest that an input may take where it is read and judged.
const LONGEST: Duration = Duration::from_secs(30);

/// What the page reads while it is waited for may take so long.
const AT_ONCE: Duration = Duration::from_millis(50);

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of a folder, in order.
fn files_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    let named = paths.into_iter();
    named
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect()
}

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let kept = files_in(&root().join("tests/fuzz/corpus").join(target));
    assert!(kept.len() >= 10, "{target}");
    kept
}

/// The catalogue files of the other tests, and those that are shipped.
fn catalogues() -> Vec<(String, Vec<u8>)> {
    let folders = [
        "src/catalogue/data",
        "tests/catalogues/whole",
        "tests/catalogues/broken",
        "tests/catalogues/lint",
    ];
    let all = folders
        .iter()
        .flat_map(|folder| files_in(&root().join(folder)));
    all.filter(|(name, _)| !name.ends_with("expected.json"))
        .collect()
}

/// Tries an input; where it fails it is written down and the failure goes on.
fn try_out(target: &str, run: fn(&[u8]), name: &str, bytes: &[u8]) -> Duration {
    let before = Instant::now();
    if let Err(failure) = catch_unwind(AssertUnwindSafe(|| run(bytes))) {
        let folder = root().join("target/fuzz");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{target}-failed"));
        fs::write(&path, bytes).unwrap();
        eprintln!("{target}: made from {name}, kept in {}", path.display());
        resume_unwind(failure);
    }
    before.elapsed()
}

/// How long, where that is told.
fn seconds() -> Option<u64> {
    std::env::var("FUZZ_SECONDS").ok()?.parse().ok()
}

/// Tries every input, and then what comes of changing them; where a time is told, none may take longer
/// than `longest`, in the best of a few trials.
fn fuzz(target: &str, run: fn(&[u8]), inputs: &[(String, Vec<u8>)], longest: Duration) {
    for (name, bytes) in inputs {
        try_out(target, run, name, bytes);
    }
    let end = seconds().map(|seconds| Instant::now() + Duration::from_secs(seconds));
    // With a time the seeds are others each time, so that running again finds more.
    let seed = end.map_or(1, |_| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        now.unwrap().as_secs()
    });
    let (mut tries, mut slowest) = (0, (Duration::ZERO, String::new()));
    while end.map_or(tries < TRIES, |end| Instant::now() < end) {
        let mut chance = Chance::new(seed.wrapping_add(tries as u64));
        let (name, bytes) = &inputs[chance.below(inputs.len())];
        let (_, other) = &inputs[chance.below(inputs.len())];
        let input = mutated(bytes, other, &mut chance);
        let mut took = try_out(target, run, name, &input);
        for _ in 0..5 {
            if took > longest && end.is_some() {
                took = took.min(try_out(target, run, name, &input));
            }
        }
        slowest = slowest.max((took, name.clone()));
        tries += 1;
    }
    if end.is_some() {
        eprintln!(
            "{target}: {tries} inputs from seed {seed}, the slowest from {} in {:?}",
            slowest.1, slowest.0
        );
        assert!(slowest.0 <= longest, "an input ran away");
    }
}

#[test]
fn any_catalogue_is_read_and_planned() {
    let mut inputs = corpus("catalogue");
    inputs.extend(catalogues());
    fuzz("catalogue", targets::fuzz_catalogue, &inputs, LONGEST);
}

#[test]
fn any_plan_is_read_and_judged() {
    fuzz("plan", targets::fuzz_plan, &corpus("plan"), LONGEST);
}

#[test]
fn any_file_of_plans_is_read_and_written() {
    let mut inputs = corpus("file");
    inputs.extend(corpus("draft"));
    fuzz("file", targets::fuzz_file, &inputs, AT_ONCE);
}

/// What is as long as it may be, or made to take long, or changed on its way: read while the page waits.
#[test]
fn what_is_as_long_as_may_be_is_read_at_once() {
    let links = long::links().into_iter().flat_map(|text| {
        let broken = format!(
            "{} {}",
            &text[..9],
            &text[9..text.len().min(link::LONGEST - 1)]
        );
        let escaped = "%5A".repeat(link::LONGEST / 3);
        let ends = format!("1{}", "Z".repeat(link::LONGEST - 1));
        [
            ("a link", text),
            ("no link", broken),
            ("no link", escaped),
            ("no link", ends),
        ]
    });
    let links = links.map(|(what, text)| (what, text, 0));
    let files = long::files()
        .into_iter()
        .map(|(text, plans)| ("a file", text, plans));
    for (what, text, plans) in links.chain(files) {
        let mut best = Duration::MAX;
        for _ in 0..5 {
            let before = Instant::now();
            if what == "a link" {
                assert!(text.len() <= link::LONGEST && link::open(&text).is_ok());
            } else if what == "no link" {
                let _ = link::open(&text);
            } else {
                let read = file::read(&text).map_or(0, |contents| contents.items.len());
                assert_eq!(read, plans);
            }
            best = best.min(before.elapsed());
        }
        if seconds().is_some() {
            eprintln!("{what} of {} bytes: {best:?}", text.len());
            assert!(best <= AT_ONCE, "it takes too long");
        }
    }
}

#[test]
fn any_plan_is_read_and_kept() {
    fuzz("draft", targets::fuzz_draft, &corpus("draft"), LONGEST);
}

/// A link is read while the page waits for it, and anybody can have made it.
#[test]
fn any_link_is_read() {
    fuzz("link", targets::fuzz_link, &corpus("link"), AT_ONCE);
}
