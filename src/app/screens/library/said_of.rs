//! What there is to say of a plan of a file.

use crate::app::screens::plans::moment;
use crate::app::stores::{Arrival, Incoming, Stores};
use crate::wording;

/// Each line with its style: when it was changed, how it stands against the one here, and what
/// of it cannot be read.
pub(super) fn said_of(
    stores: Stores,
    incoming: &Incoming,
    one: &Arrival,
) -> Vec<(&'static str, String)> {
    let plan = &one.snapshot.plan;
    let mut against = Vec::new();
    if incoming.compared {
        let here = one.here.as_ref().map(|(_, same)| *same);
        against.push(wording::arrival(here).to_owned());
    }
    if let Some((summary, false)) = &one.here {
        let when = moment(stores, summary.changed);
        let later = summary.changed.cmp(&one.changed);
        against.extend(when.map(|when| wording::changed_here(&when, later)));
        against.extend(wording::compared(plan, &summary.snapshot.plan));
    }
    let changed = moment(stores, one.changed).map(|when| wording::changed(&when));
    let changed = changed.into_iter().map(|line| ("qp-hint", line));
    let against = against.into_iter().map(|line| ("qp-arrival-against", line));
    let left_out = wording::left_out_of_plan(&one.left_out).into_iter();
    let left_out = left_out.map(|line| ("qp-refused", line));
    changed.chain(against).chain(left_out).collect()
}
