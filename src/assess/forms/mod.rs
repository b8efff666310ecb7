//! The forms of rules, each in a file of its own: what it asks of the solver, and what is found
//! when a plan is judged by it.

mod amount;
mod barred;
mod choice;
mod condition;
mod mandatory;
mod needs;
mod share;

use super::compile::Builder;
use super::judge::Case;
use super::{Finding, State};
use crate::qualification::Form;

/// Adds the counters of a rule.
pub(super) fn add(builder: &mut Builder<'_>, form: &Form) {
    match form {
        Form::Amount(amount) => amount::add(builder, amount),
        Form::Share {
            of,
            out_of,
            measure,
            least,
            most,
        } => share::add(builder, of, out_of, *measure, (*least, *most)),
        Form::Mandatory { units } => mandatory::add(builder, units),
        Form::Choice { options, bounds } => choice::add(builder, options, *bounds),
        Form::Barred { units, most, .. } => barred::add(builder, units, *most),
        Form::SameContent { units } => barred::add(builder, units, 1),
        Form::Bars { unit, units } => barred::add_bars(builder, unit, units),
        Form::Needs { unit, needs, all } => needs::add(builder, unit, needs, *all),
        Form::Registration { .. } | Form::Condition { .. } => {}
    }
}

/// What is found when a plan is judged by a rule; `None` for a rule that only says which units
/// count. `state` is how the rule stands.
pub(super) fn find(case: &Case<'_>, form: &Form, state: State) -> Option<Finding> {
    Some(match form {
        Form::Amount(amount) => amount::find(case, amount, state),
        Form::Share {
            of,
            out_of,
            measure,
            least,
            most,
        } => share::find(case, of, out_of, *measure, (*least, *most)),
        Form::Mandatory { units } => mandatory::find(case, units),
        Form::Choice { options, bounds } => choice::find(case, options, *bounds),
        Form::Needs { unit, needs, all } => needs::find(case, unit, needs, *all),
        Form::Condition { .. } => condition::find(state),
        Form::Registration { .. }
        | Form::Barred { .. }
        | Form::Bars { .. }
        | Form::SameContent { .. } => return None,
    })
}
