use crate::assess::{Assessment, NotCounted, UnitStatus};
use crate::plan::Plan;
use crate::qualification::{Qualification, Unit};
use crate::wording::{self, Headline};

/// The sentences of what the engine finds, as functions: they come with the engine, after the first screen.
#[derive(Clone, Copy, Debug)]
pub struct Sentences {
    /// Where a plan stands.
    pub state: fn(&Assessment) -> String,
    /// The same in one sentence of what is left, or of what breaks it.
    pub headline: fn(&Qualification, &Assessment) -> Headline,
    /// What is to be said of a unit in the list; empty where that is nothing.
    pub unit: fn(&Qualification, &UnitStatus) -> String,
    /// What the row of a unit says of it, picked or not; empty where that is nothing.
    pub row: fn(&Qualification, &Unit, &UnitStatus, bool) -> String,
    /// Why a picked unit does not count.
    pub not_counted: fn(&Qualification, &NotCounted) -> String,
    /// By which pathway and nation a plan is judged that names none, and the like; empty where it names them.
    pub assumed: fn(&Qualification, &Plan, &Assessment) -> String,
    /// The hours of a plan, as terms with their values.
    pub hours: fn(&Qualification, &Assessment) -> Vec<(&'static str, String)>,
}

impl Sentences {
    /// All of them. Whoever calls this has them in its part of the program.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            state: wording::state,
            headline: wording::headline,
            unit: wording::unit_status,
            row: wording::row_note,
            not_counted: wording::not_counted,
            assumed: wording::assumptions,
            hours: wording::plan_hours,
        }
    }
}
