//! What can be asked for, and how.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::assess::NODES;

/// Judges plans against rules of combination, and checks catalogue files.
#[derive(Parser)]
#[command(name = "qualification-check", version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The qualification, by its name in the catalogue or the regulator's number
    #[arg(long, global = true, value_name = "ID")]
    pub(crate) qualification: Option<String>,
    /// The picked units by their codes or other names, with commas or anything between; may be empty
    #[arg(long, global = true, value_name = "CODES")]
    pub(crate) units: Option<String>,
    /// Those of them that were achieved before
    #[arg(long, global = true, value_name = "CODES")]
    pub(crate) achieved: Option<String>,
    /// The day of registration
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) registered: Option<String>,
    /// The day it is: the system's without this
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
    /// A plan as JSON or a link to one, in place of --units, --achieved and --registered; may be given several times
    #[arg(long, global = true, value_name = "FILE", conflicts_with_all = ["units", "achieved", "registered"])]
    pub(crate) plan: Vec<PathBuf>,
    /// A catalogue file in place of the shipped ones; may be given several times
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) catalogue: Vec<PathBuf>,
    /// How much a search may look at
    #[arg(long, global = true, value_name = "NODES", default_value_t = NODES)]
    pub(crate) limit: u64,
    /// JSON in place of text
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// What a qualification is: its groups, units and rules
    Show {
        /// Only the units that these words find, as the search of the planner does
        #[arg(long, value_name = "WORDS")]
        find: Option<String>,
    },
    /// What is wrong with catalogue files
    Lint {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Where a plan stands, and what to do next
    #[command(after_help = ADVICE)]
    Assess,
    /// The best ways to complete a plan
    Complete(CompleteOptions),
    /// How many valid combinations hold what counts of a plan
    #[command(after_help = COUNT)]
    Count,
    /// The smallest changes that put a plan right
    Repair {
        /// How many of each kind
        #[arg(long, default_value_t = 3, value_name = "K")]
        best: usize,
    },
    /// The same units against every qualification
    #[command(after_help = LADDER)]
    Ladder,
    /// A cohort from a CSV file, or from standard input with -
    #[command(after_help = COHORT)]
    Batch(BatchOptions),
}

#[derive(clap::Args)]
pub(crate) struct BatchOptions {
    /// The file
    #[arg(value_name = "FILE.csv")]
    pub(crate) file: PathBuf,
    /// A column that may be passed over, by its heading; may be given several times
    #[arg(long, value_name = "HEADING")]
    pub(crate) ignore_column: Vec<String>,
}

/// What `assess --help` says of its advice.
const ADVICE: &str = "\
What to do next is tried out before it is told. For a plan that can be met it is the completion that the
plan is judged by: of those that keep all that counts now, the one whose finished plan has the fewest
units, then the fewest credits, then the fewest guided learning hours, then the units that are earliest
in the file; only where there is none, one that takes the place of picked units, again by the finished
plan, and where it is enough that some of those go, to take them out: other units could displace them,
so that such a plan can be met with all that is picked. What is said to count then is what counts once
that is done: other picks may have room then, and another pathway or nation may fit better. For a plan
that cannot be met it is the fewest units to take out so that it can be, then those that bring least of
what the totals are in; or another choice with which every unit may stay: of the group in which a unit
counts, of the pathway, or of how a unit's credit is earned.

Status 0 where the plan is met, 1 where it is not, 2 where something cannot be read, 3 where it is not
known.";

/// What `count --help` says of what it counts.
const COUNT: &str = "\
The valid combinations that hold all that counts of the plan now. Where there are none, because units that
are added take the place of some of it, those that hold what counts of the plan then.";

/// What `ladder --help` says of its order.
const LADDER: &str = "\
First those that are met, then those that can be, then those of which it is not known, then the rest.
Among these come first those whose totals are in the measure of the plan's own qualification; of one
measure those that are short of the least.";

/// What `batch --help` says of the file; docs/cohort-format.md says it at length.
const COHORT: &str = "\
The first line names the columns, in any order and case:

  learner        who it is
  qualification  the qualification; or --qualification for all
  registered     the day, 2025-12-31 or 31/12/2025; or --registered for all
  units          one row a learner: codes with spaces between
  unit           one row a unit: rows of one learner and qualification are one plan
  501, 502, ...  a column for each unit: x, yes, 1, achieved, transfer, ... in its cells
  achieved       units achieved before: codes; with unit: yes or no
  in progress    units that are being worked on: as achieved
  without credit of which prior learning or an exemption brings no credit: as achieved
  earned         523=transfer 524=exemption ...; with unit: the way
  group          524=group-2 ...; with unit: the group in which it is to count
  pathway, nation, conditions   names in the catalogue

Commas, semicolons or tabs between cells; any line ends; UTF-8, UTF-16 or Windows-1252. A column
that is not known is refused, unless --ignore-column names it.

Status 0 where all are met, 1 where some are not, 2 where something cannot be read, 3 where it is
not known of the rest.";

#[derive(clap::Args)]
pub(crate) struct CompleteOptions {
    /// What makes one completion better than another; by default the least of what the totals are in.
    /// Between equals the fewer units, then the fewer credits, then the earliest in the file. It is
    /// the finished plans that are compared. All keep what counts now; where none does, they take the
    /// place of picked units, which they name
    #[arg(long, value_enum)]
    pub(crate) objective: Option<Aim>,
    /// Units wished for
    #[arg(long, value_name = "CODES")]
    pub(crate) prefer: Option<String>,
    /// Units to be avoided
    #[arg(long, value_name = "CODES")]
    pub(crate) avoid: Option<String>,
    /// How many
    #[arg(long, default_value_t = 3, value_name = "K")]
    pub(crate) best: usize,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Aim {
    /// The fewest credits, then units
    FewestCredits,
    /// The fewest guided learning hours, then units, then credits
    FewestHours,
    /// The fewest points, then units, then credits
    FewestPoints,
    /// The fewest units, then credits, then hours: the completion that `assess` judges by
    FewestUnits,
    /// The most of the units wished for and the fewest of those to be avoided, then units, then credits
    Preferred,
}
