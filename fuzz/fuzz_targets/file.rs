//! Any bytes as a file of saved plans: see tests/fuzz/targets.rs.

#![no_main]

#[path = "../../tests/fuzz/targets.rs"]
#[allow(dead_code)] // The other targets.
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::fuzz_file(bytes));
