//! The command-line companion: see `qualification-check --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    qualification_planner::cli::main()
}
