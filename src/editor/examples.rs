use std::sync::Arc;

use super::PlanBar;
use crate::assess::{Context, State, assess};
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::wording::{self, EXAMPLES, Example};

/// How many units are named.
const NAMED: usize = 3;

/// A plan to start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleView {
    /// What it is for.
    pub of: Arc<Qualification>,
    /// What it is called.
    pub name: &'static str,
    /// What it is for, and for whom: “Level 5 Certificate. For managers who lead people”.
    pub about: String,
    /// The titles of its first units.
    pub units: Vec<String>,
    /// “and 7 more”; empty where all are named.
    pub more: String,
    /// “13 credits, 43 hours”.
    pub totals: String,
    /// The plan as a bar.
    pub bar: PlanBar,
    /// The codes of its units.
    pub codes: Vec<UnitCode>,
}

/// The plans to start from whose qualification `find` finds by its name with all their units, and that meet its rules.
#[must_use]
pub fn examples<'a>(
    find: impl Fn(&str) -> Option<&'a Arc<Qualification>>,
    context: &Context,
) -> Vec<ExampleView> {
    let all = EXAMPLES.iter();
    let found = all.filter_map(|one| example(find(one.qualification)?, context, one));
    found.collect()
}

fn example(of: &Arc<Qualification>, context: &Context, one: &Example) -> Option<ExampleView> {
    let codes: Option<Vec<UnitCode>> = one.units.iter().map(|code| UnitCode::new(code)).collect();
    let codes = codes?;
    let units: Option<Vec<_>> = codes.iter().map(|code| of.unit(code)).collect();
    let titles = units?.into_iter().map(|unit| unit.title.clone());
    let plan = Plan::new(of.id.clone()).after(Action::PickAll(codes.clone()));
    let found = assess(of, &plan, context);
    if found.state != State::Met {
        return None;
    }
    let rest = codes.len().saturating_sub(NAMED);
    Some(ExampleView {
        of: Arc::clone(of),
        name: one.name,
        about: wording::about_example(of, one),
        units: titles.take(NAMED).collect(),
        more: if rest > 0 {
            wording::and_more(rest)
        } else {
            String::new()
        },
        totals: wording::counted_in_all(of, &found),
        bar: PlanBar::new(of, &found),
        codes,
    })
}
