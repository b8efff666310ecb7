use crate::assess::{Assessment, NotCounted, UnitStatus};
use crate::plan::Plan;
use crate::qualification::{Qualification, Unit, UnitCode};
use crate::wording::{self, Headline};

/// The sentences of what the engine finds, as functions: they come after the engine, in two parts of the program.
#[derive(Clone, Copy, Debug)]
pub struct Sentences {
    /// Where a plan stands, in one sentence of what is left, or of what breaks it.
    pub headline: fn(&Qualification, &Assessment) -> Headline,
    /// What comes with the part that completes the screens; `None` until then.
    pub more: Option<MoreSentences>,
}

/// Those of what the screens show besides.
#[derive(Clone, Copy, Debug)]
pub struct MoreSentences {
    /// What the row of a unit says of it, picked or not; empty where that is nothing.
    pub row: fn(&Qualification, &Unit, &UnitStatus, bool) -> String,
    /// A picked unit, by its title and code, with why it does not count.
    pub uncounted: fn(&Qualification, &str, &UnitCode, &NotCounted) -> String,
    /// By which pathway and nation a plan is judged that names none, and the like; empty where it names them.
    pub assumed: fn(&Qualification, &Plan, &Assessment) -> String,
}

impl Sentences {
    /// The first of them. Whoever calls this has it in its part of the program.
    #[must_use]
    pub const fn first() -> Self {
        Self {
            headline: wording::headline,
            more: None,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            headline: wording::headline,
            more: Some(MoreSentences {
                row: wording::row_note,
                uncounted: wording::unit_uncounted,
                assumed: wording::assumptions,
            }),
        }
    }
}
