//! For whom a rule is.

use super::model::Context;
use crate::plan::Plan;
use crate::qualification::{VariantId, When};

/// Whether a rule is for this learner.
pub(super) fn applies(
    when: &When,
    plan: &Plan,
    context: Context,
    pathway: Option<&VariantId>,
    nation: Option<&VariantId>,
) -> bool {
    let day = plan.registered.unwrap_or(context.today);
    let among = |list: &[VariantId], chosen: Option<&VariantId>| {
        list.is_empty() || chosen.is_some_and(|chosen| list.contains(chosen))
    };
    among(&when.pathways, pathway)
        && among(&when.nations, nation)
        && when.registered_from.is_none_or(|from| day >= from)
        && when.registered_before.is_none_or(|before| day < before)
}
