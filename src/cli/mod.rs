//! `qualification-check`: the engine on the command line, for centres and for checking catalogues in
//! their own CI.
//!
//! It takes the place of the screens: it reads its input, asks the engine, and writes text for people
//! or JSON for programs. The day is the system's unless one is given; no module below knows a clock.

mod amounts;
mod answers;
mod args;
mod assessed;
mod codes;
mod cohort;
mod findings;
mod inputs;
mod ladder;
mod lint;
mod plain;
mod remarks;
mod show;
mod status;
mod text;
mod values;

use status::{NOT_KNOWN, UNREADABLE};
use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use serde_json::{Value, json};

use crate::wording::command::failure as say;
use args::{Args, Command};
use inputs::Asked;
use remarks::{Failure, Remarks};

/// Runs the program with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let mut remarks = Remarks::default();
    let (json, outcome) = match Args::try_parse() {
        Ok(args) => (args.json, run(&args, &mut remarks)),
        Err(error) if error.use_stderr() => {
            let json = env::args_os().any(|argument| argument == "--json");
            (json, Err(Failure::new(in_one_line(&error))))
        }
        Err(help) => {
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    let code = match outcome {
        Ok(_) if !remarks.errors.is_empty() => UNREADABLE,
        Ok(code) => code,
        Err(Failure(all)) if all.is_empty() => return ExitCode::SUCCESS,
        Err(Failure(all)) => {
            remarks.errors.extend(all);
            if json {
                let _ = writeln!(io::stdout(), "{:#}", remarks.value());
            }
            UNREADABLE
        }
    };
    remarks.say();
    ExitCode::from(code)
}

/// A wrong use of the program, without the help that clap adds.
fn in_one_line(error: &clap::Error) -> String {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return say::WHAT_TO_DO.to_owned();
    }
    let text = error.to_string();
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join(" ");
    say::see_help(line.trim_start_matches("error: "))
}

/// Answers, and returns the exit status.
fn run(args: &Args, remarks: &mut Remarks) -> Result<u8, Failure> {
    let (value, code) = match &args.command {
        Command::Batch(options) => return cohort::run(args, options, remarks),
        Command::Lint { files } => {
            let findings = lint::run(files, args)?;
            let code = lint::status(&findings);
            (findings, code)
        }
        Command::Show { find } => {
            let qualification = inputs::qualification(args, remarks)?;
            (
                remarks.beside(show::answer(&qualification, find.as_deref())),
                0,
            )
        }
        _ if args.plan.len() > 1 => return several(args, remarks),
        _ => {
            let asked = inputs::asked(args, args.plan.first(), remarks)?;
            let (answer, code) = answer(&args.command, &asked)?;
            (remarks.beside(answer), code)
        }
    };
    print(args, &value)?;
    Ok(code)
}

/// The answer about one plan, and its exit status.
fn answer(command: &Command, asked: &Asked) -> Result<(Value, u8), Failure> {
    Ok(match command {
        Command::Assess => {
            let answer = assessed::assess(asked);
            let status = match answer["state"].as_str() {
                Some("met") => 0,
                Some("not-known") => NOT_KNOWN,
                _ => 1,
            };
            (answer, status)
        }
        Command::Complete(options) => (answers::complete(asked, options)?, 0),
        Command::Repair { best } => (answers::repair(asked, *best), 0),
        Command::Ladder => (ladder::of(asked), 0),
        _ => (answers::count(asked), 0),
    })
}

/// The answers about several plans: one that cannot be read does not hide the others.
fn several(args: &Args, remarks: &mut Remarks) -> Result<u8, Failure> {
    let (mut worst, mut all) = (0, Vec::new());
    for path in &args.plan {
        let mut of_this = Remarks::default();
        let answered = inputs::asked(args, Some(path), &mut of_this)
            .and_then(|asked| answer(&args.command, &asked));
        match answered {
            Ok((answer, code)) => {
                worst = worse(worst, code);
                let answer = of_this.beside(answer);
                all.push(json!({"plan": path.display().to_string(), "answer": answer}));
            }
            Err(Failure(errors)) => of_this.errors.extend(errors),
        }
        remarks.take(of_this);
    }
    print(args, &remarks.beside(json!({"answers": all})))?;
    Ok(worst)
}

/// The status of two plans together: “not met” outweighs “not known”.
const fn worse(one: u8, other: u8) -> u8 {
    match (one, other) {
        (1, NOT_KNOWN) | (NOT_KNOWN, 1) => 1,
        (one, other) if one > other => one,
        (_, other) => other,
    }
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
