//! A plan carried over to another qualification.

use crate::plan::{Action, Pick, Plan};
use crate::qualification::{Qualification, UnitCode};

/// The plan as one for a qualification: its units with all that is said of them, and of the rest what means the same
/// there.
pub(super) fn taken_over(of: &Qualification, own: Option<&Qualification>, plan: &Plan) -> Plan {
    if of.id == plan.qualification {
        return plan.clone();
    }
    let mut other = plan.clone();
    other.qualification = of.id.clone();
    other.note = String::new();
    if let Some((renamed, _)) = other.under_codes_of(of) {
        other = renamed;
    }
    let is_pathway = |id: &_| of.pathways.iter().any(|one| one.id == *id);
    other.pathway = other.pathway.filter(is_pathway);
    let is_nation = |id: &_| of.nations.iter().any(|one| one.id == *id);
    other.nation = other.nation.filter(is_nation);
    other.conditions.retain(|id| {
        let form = |of: &Qualification| of.rule(id).map(|rule| rule.form.clone());
        let here = form(of);
        here.is_some() && here == own.and_then(form)
    });
    let no_group = |pick: &Pick| {
        let group = pick.group.as_ref().and_then(|id| of.group(id));
        pick.group.is_some() && !group.is_some_and(|group| group.units.contains(&pick.code))
    };
    let picks: Vec<UnitCode> = other
        .picks()
        .iter()
        .filter(|pick| no_group(pick))
        .map(|pick| pick.code.clone())
        .collect();
    picks
        .into_iter()
        .fold(other, |plan, code| plan.after(Action::SetGroup(code, None)))
}
