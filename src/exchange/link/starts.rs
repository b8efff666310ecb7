//! When units are begun: what version 4 of links adds behind the content of version 2.

use super::bits::Read;
use super::spelling::{Decoder, Encoder};
use crate::plan::{Action, Plan};

/// True where any unit has a start.
pub(super) fn is_any(plan: &Plan) -> bool {
    plan.picks().iter().any(|pick| pick.start.is_some())
}

/// Writes it for each unit.
pub(super) fn write(encoder: &mut Encoder, plan: &Plan) {
    for pick in plan.picks() {
        encoder.optional(pick.start, Encoder::day_or_month);
    }
}

/// Reads it into a plan.
pub(super) fn read(decoder: &mut Decoder<'_>, mut plan: Plan) -> Read<Plan> {
    let codes: Vec<_> = plan.picks().iter().map(|pick| pick.code.clone()).collect();
    for code in codes {
        if let Some(start) = decoder.optional(Decoder::day_or_month)? {
            plan = plan.after(Action::Start(code, Some(start)));
        }
    }
    Ok(plan)
}
