//! `qualification-check`: the engine on the command line, for centres and for checking catalogues in
//! their own CI.
//!
//! It stands where the screens stand: it reads what it is given, asks the engine, and writes text for
//! people or JSON for programs. The day is the system's unless one is given; nothing below knows a
//! clock.

mod amounts;
mod answers;
mod args;
mod assessed;
mod batch;
mod codes;
mod findings;
mod inputs;
mod lint;
mod rows;
mod show;
mod text;

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use serde_json::Value;

use args::{Args, Command};

/// The exit status where it is not known whether a plan can be met.
pub(crate) const NOT_KNOWN: u8 = 3;

/// What went wrong before there was anything to answer; empty where there is nothing to say.
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// For an answer that could not be written. Who reads it may have seen enough.
    pub(crate) fn unwritten(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self(String::new()),
            _ => Self(format!("the answer could not be written: {error}")),
        }
    }
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) if error.use_stderr() => {
            eprintln!("qualification-check: {}", in_one_line(&error));
            return ExitCode::from(2);
        }
        Err(help) => {
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    match run(&args) {
        Ok(code) => ExitCode::from(code),
        Err(Failure(what)) if what.is_empty() => ExitCode::SUCCESS,
        Err(Failure(what)) => {
            eprintln!("qualification-check: {what}");
            ExitCode::from(2)
        }
    }
}

/// What is wrong with the usage, without what clap says below it.
fn in_one_line(error: &clap::Error) -> String {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return "say what to do: show, lint, assess, complete, count, repair, ladder or batch (see --help)"
            .to_owned();
    }
    let text = error.to_string();
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join(" ");
    format!("{} (see --help)", line.trim_start_matches("error: "))
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
            let status = match answer["state"].as_str() {
                Some("met") => 0,
                Some("not-known") => NOT_KNOWN,
                _ => 1,
            };
            (answer, status)
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

/// Whether standard output is a terminal whose user has not said no to colours.
fn colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn print(args: &Args, value: &Value) -> Result<(), Failure> {
    let out = if args.json {
        format!("{value:#}")
    } else {
        text::of(&args.command, value, colours())
    };
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{out}").map_err(|error| Failure::unwritten(&error))
}
