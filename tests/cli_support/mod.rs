//! Calls `qualification-check` as a script would.

#![allow(dead_code, reason = "each test program uses some of it")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub(crate) fn run(args: &[&str]) -> Output {
    run_with(args, "")
}

pub(crate) fn run_with(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
        .args(args)
        .args(["--today", "2026-11-22"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    // What refuses its arguments reads nothing.
    let _ = pipe.write_all(input.as_bytes());
    drop(pipe);
    child.wait_with_output().unwrap()
}

pub(crate) fn text_of(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub(crate) fn json(args: &[&str]) -> (Value, i32) {
    let output = run(&[args, &["--json"]].concat());
    let text = text_of(&output.stdout);
    let value = serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("{error}: {text}{}", String::from_utf8_lossy(&output.stderr))
    });
    (value, output.status.code().unwrap())
}

/// What is said on standard error, and the exit status.
pub(crate) fn refused(args: &[&str]) -> (String, i32) {
    let output = run(args);
    assert!(output.stdout.is_empty());
    (text_of(&output.stderr), output.status.code().unwrap())
}

/// A new folder for the files of a test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("files-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
