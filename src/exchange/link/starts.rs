//! When units are begun: what version 4 of links adds behind the content of version 2.

use super::bits::Read;
use super::spelling::{Eye, Pen};
use crate::plan::{Action, Plan};

/// True where any unit has a start.
pub(super) fn is_any(plan: &Plan) -> bool {
    plan.picks().iter().any(|pick| pick.start.is_some())
}

/// Writes it for each unit.
pub(super) fn write(pen: &mut Pen, plan: &Plan) {
    for pick in plan.picks() {
        pen.optional(pick.start, Pen::day_or_month);
    }
}

/// Reads it into a plan.
pub(super) fn read(eye: &mut Eye<'_>, mut plan: Plan) -> Read<Plan> {
    let codes: Vec<_> = plan.picks().iter().map(|pick| pick.code.clone()).collect();
    for code in codes {
        if let Some(start) = eye.optional(Eye::day_or_month)? {
            plan = plan.after(Action::Start(code, Some(start)));
        }
    }
    Ok(plan)
}
