//! `qualification-check`: the engine on the command line, for centres and for checking catalogues in
//! their own CI.
//!
//! It stands where the screens stand: it reads what it is given, asks the engine, and writes text for
//! people or JSON for programs. The day is the system's unless one is given; nothing below knows a
//! clock.

mod answers;
mod args;
mod assessed;
mod batch;
mod inputs;
mod lint;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use serde_json::Value;

use args::{Args, Command};

/// What went wrong before there was anything to answer.
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    match run(&args) {
        Ok(code) => ExitCode::from(code),
        Err(Failure(what)) => {
            eprintln!("qualification-check: {what}");
            ExitCode::from(2)
        }
    }
}

/// The exit status of an answer.
fn run(args: &Args) -> Result<u8, Failure> {
    let (value, code) = match &args.command {
        Command::Batch { file } => return batch::run(args, file),
        Command::Lint { files } => {
            let findings = lint::run(files, args)?;
            let errors = lint::has_errors(&findings);
            (findings, u8::from(errors))
        }
        Command::Show => (answers::show(inputs::qualification(args)?.as_ref()), 0),
        Command::Assess => {
            let asked = inputs::asked(args)?;
            let answer = assessed::assess(&asked);
            let met = answer["state"] == "met";
            (answer, u8::from(!met))
        }
        Command::Complete(options) => {
            let asked = inputs::asked(args)?;
            (answers::complete(&asked, options)?, 0)
        }
        Command::Count => (answers::count(&inputs::asked(args)?), 0),
        Command::Repair { best } => (answers::repair(&inputs::asked(args)?, *best), 0),
        Command::Ladder => (answers::ladder(&inputs::asked(args)?), 0),
    };
    print(args, &value)?;
    Ok(code)
}

fn print(args: &Args, value: &Value) -> Result<(), Failure> {
    let out = if args.json {
        format!("{value:#}")
    } else {
        text::of(&args.command, value)
    };
    let mut stdout = io::stdout().lock();
    match writeln!(stdout, "{out}") {
        // Who reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::new(format!(
            "the answer could not be written: {error}"
        ))),
        Ok(()) => Ok(()),
    }
}
