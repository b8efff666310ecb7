//! Figures of units that have credits or hours but not both: what version 2 of links adds behind the
//! content of version 1.

use super::bits::Read;
use super::spelling::{Eye, Pen};
use crate::draft::{Parcel, UnitFacts};
use crate::plan::Pick;

/// True where a unit of the plan is given credits and no hours, or hours and no credits.
pub(super) fn is_any(parcel: &Parcel) -> bool {
    let mut picks = parcel.plan.picks().iter();
    picks.any(|pick| {
        let facts = facts_of(parcel, pick);
        facts.is_some_and(|facts| facts.credits.is_some() != facts.hours.is_some())
    })
}

/// Writes, for each unit of which not both are known, what of them is.
pub(super) fn write(pen: &mut Pen, parcel: &Parcel) {
    for pick in parcel.plan.picks() {
        let facts = facts_of(parcel, pick);
        let figures = facts.map_or((None, None), |facts| (facts.credits, facts.hours));
        if let (None, _) | (_, None) = figures {
            pen.optional(figures.0, |pen, credits| pen.bits.number(credits, 2));
            pen.optional(figures.1, |pen, hours| pen.bits.number(hours, 4));
        }
    }
}

/// Reads them into the facts of a plan.
pub(super) fn read(eye: &mut Eye<'_>, parcel: &mut Parcel) -> Read<()> {
    let mut more = Vec::new();
    for pick in parcel.plan.picks() {
        if facts_of(parcel, pick).is_some() {
            continue;
        }
        let credits = eye.optional(|eye| eye.bits.number(2))?;
        let hours = eye.optional(|eye| eye.bits.number(4))?;
        if credits.is_some() && hours.is_some() {
            // Both stand beside the code.
            return Err(super::bits::Damage);
        }
        if credits.is_some() || hours.is_some() {
            more.push(UnitFacts {
                credits,
                hours,
                ..UnitFacts::new(pick.code.clone())
            });
        }
    }
    parcel.facts.extend(more);
    parcel.facts.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(())
}

fn facts_of<'a>(parcel: &'a Parcel, pick: &Pick) -> Option<&'a UnitFacts> {
    let place = |facts: &UnitFacts| facts.code.cmp(&pick.code);
    let place = parcel.facts.binary_search_by(place).ok()?;
    parcel.facts.get(place)
}

#[cfg(test)]
mod tests {
    use crate::draft::{Parcel, UnitFacts};
    use crate::exchange::link::{decode, encode};
    use crate::plan::{Action, Plan};
    use crate::qualification::{QualificationId, UnitCode};

    fn parcel(figures: &[(Option<u32>, Option<u32>)]) -> Parcel {
        let mut plan = Plan::new(QualificationId::new("pottery").unwrap());
        let mut facts = Vec::new();
        for (number, (credits, hours)) in figures.iter().enumerate() {
            let code = UnitCode::new(&format!("P{number}")).unwrap();
            plan = plan.after(Action::Pick(code.clone()));
            facts.push(UnitFacts {
                credits: *credits,
                hours: *hours,
                ..UnitFacts::new(code)
            });
        }
        Parcel {
            plan,
            edition: crate::draft::Edition::default(),
            facts,
        }
    }

    #[test]
    fn what_a_unit_is_given_travels_and_what_it_is_not_given_is_not_0() {
        let parcel = parcel(&[
            (None, Some(120)),
            (Some(3), Some(8)),
            (Some(0), None),
            (None, Some(0)),
        ]);
        let link = encode(&parcel, true);
        assert!(link.starts_with('2'), "{link}");
        assert_eq!(decode(&link), Ok(parcel));
    }

    #[test]
    fn where_every_unit_is_given_both_older_planners_can_read_it() {
        let parcel = parcel(&[(Some(3), Some(8)), (Some(0), Some(0))]);
        let link = encode(&parcel, true);
        assert!(link.starts_with('1'), "{link}");
        assert_eq!(decode(&link), Ok(parcel));
    }

    #[test]
    fn a_unit_that_is_given_neither_has_no_figures_to_travel() {
        let link = encode(&parcel(&[(None, None)]), true);
        assert!(link.starts_with('1'), "{link}");
        assert_eq!(decode(&link).unwrap().facts, []);
    }
}
