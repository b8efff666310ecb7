//! Figures of units that have credits or hours but not both: what version 2 of links adds behind the
//! content of version 1.

use super::bits::Read;
use super::spelling::{Decoder, Encoder};
use crate::plan::Pick;
use crate::saved_plans::{PlanSnapshot, UnitSnapshot};

/// True where a unit of the plan is given credits and no hours, or hours and no credits.
pub(super) fn is_any(snapshot: &PlanSnapshot) -> bool {
    let mut picks = snapshot.plan.picks().iter();
    picks.any(|pick| {
        let facts = facts_of(snapshot, pick);
        facts.is_some_and(|facts| facts.credits.is_some() != facts.hours.is_some())
    })
}

/// Writes, for each unit of which not both are known, what of them is.
pub(super) fn write(encoder: &mut Encoder, snapshot: &PlanSnapshot) {
    for pick in snapshot.plan.picks() {
        let facts = facts_of(snapshot, pick);
        let figures = facts.map_or((None, None), |facts| (facts.credits, facts.hours));
        if let (None, _) | (_, None) = figures {
            encoder.optional(figures.0, |encoder, credits| {
                encoder.bits.number(credits, 2);
            });
            encoder.optional(figures.1, |encoder, hours| encoder.bits.number(hours, 4));
        }
    }
}

/// Reads them into the facts of a plan.
pub(super) fn read(decoder: &mut Decoder<'_>, snapshot: &mut PlanSnapshot) -> Read<()> {
    let mut more = Vec::new();
    for pick in snapshot.plan.picks() {
        if facts_of(snapshot, pick).is_some() {
            continue;
        }
        let credits = decoder.optional(|decoder| decoder.bits.number(2))?;
        let hours = decoder.optional(|decoder| decoder.bits.number(4))?;
        if credits.is_some() && hours.is_some() {
            // Both stand beside the code.
            return Err(super::bits::DecodeError);
        }
        if credits.is_some() || hours.is_some() {
            more.push(UnitSnapshot {
                credits,
                hours,
                ..UnitSnapshot::new(pick.code.clone())
            });
        }
    }
    snapshot.facts.extend(more);
    snapshot
        .facts
        .sort_by(|one, other| one.code.cmp(&other.code));
    Ok(())
}

fn facts_of<'a>(snapshot: &'a PlanSnapshot, pick: &Pick) -> Option<&'a UnitSnapshot> {
    let place = |facts: &UnitSnapshot| facts.code.cmp(&pick.code);
    let place = snapshot.facts.binary_search_by(place).ok()?;
    snapshot.facts.get(place)
}

#[cfg(test)]
mod tests {
    use crate::exchange::link::{decode, encode};
    use crate::plan::{Action, Plan};
    use crate::qualification::{QualificationId, UnitCode};
    use crate::saved_plans::{PlanSnapshot, UnitSnapshot};

    fn snapshot(figures: &[(Option<u32>, Option<u32>)]) -> PlanSnapshot {
        let mut plan = Plan::new(QualificationId::new("pottery").unwrap());
        let mut facts = Vec::new();
        for (number, (credits, hours)) in figures.iter().enumerate() {
            let code = UnitCode::new(&format!("P{number}")).unwrap();
            plan = plan.after(Action::Pick(code.clone()));
            facts.push(UnitSnapshot {
                credits: *credits,
                hours: *hours,
                ..UnitSnapshot::new(code)
            });
        }
        PlanSnapshot {
            plan,
            catalogue_version: crate::saved_plans::CatalogueVersion::default(),
            facts,
        }
    }

    #[test]
    fn what_a_unit_is_given_travels_and_what_it_is_not_given_is_not_0() {
        let snapshot = snapshot(&[
            (None, Some(120)),
            (Some(3), Some(8)),
            (Some(0), None),
            (None, Some(0)),
        ]);
        let link = encode(&snapshot, true);
        assert!(link.starts_with('2'), "{link}");
        assert_eq!(decode(&link), Ok(snapshot));
    }

    #[test]
    fn where_every_unit_is_given_both_older_planners_can_read_it() {
        let snapshot = snapshot(&[(Some(3), Some(8)), (Some(0), Some(0))]);
        let link = encode(&snapshot, true);
        assert!(link.starts_with('1'), "{link}");
        assert_eq!(decode(&link), Ok(snapshot));
    }

    #[test]
    fn a_unit_that_is_given_neither_has_no_figures_to_travel() {
        let link = encode(&snapshot(&[(None, None)]), true);
        assert!(link.starts_with('1'), "{link}");
        assert_eq!(decode(&link).unwrap().facts, []);
    }
}
