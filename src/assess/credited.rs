//! Units that count without their credit: somebody who is exempt from a unit, or whose prior learning is recognised,
//! may have met what was asked of it and be given nothing for it.
//!
//! To this learner the figures of such a unit are 0. All else is as before: it is picked, mandatory, barred and
//! counted as a unit as any other. So everything that the engine does is done with a qualification in which they
//! are, and nothing in it has to know of this.

use std::borrow::Cow;

use crate::plan::{Pick, Plan};
use crate::qualification::{Credits, Hours, Qualification, Unit};

/// The qualification as it is to the learner of this plan: what counts without credit has no figures.
pub(super) fn credited<'a>(
    qualification: &'a Qualification,
    plan: &Plan,
) -> Cow<'a, Qualification> {
    if !plan.picks().iter().any(Pick::is_without_credit) {
        return Cow::Borrowed(qualification);
    }
    let is_without = |unit: &Unit| plan.pick(&unit.code).is_some_and(Pick::is_without_credit);
    let units = qualification.units.iter().map(|unit| {
        let mut unit = unit.clone();
        if is_without(&unit) {
            unit.credits = unit.credits.map(|_| Credits::default());
            unit.hours = unit.hours.map(|_| Hours::default());
            unit.points = unit.points.map(|_| 0);
        }
        unit
    });
    let units = units.collect();
    Cow::Owned(Qualification {
        units,
        ..qualification.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Context, State, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::{Date, Earned, UnitCode};

    fn code(code: &str) -> UnitCode {
        UnitCode::new(code).unwrap()
    }

    /// The state of a certificate with two mandatory units, and credits and units that count, after an action.
    fn check(actions: impl IntoIterator<Item = Action>) -> (State, u32, u32) {
        let catalogue = Catalogue::shipped();
        let of = catalogue.named("8604-award").unwrap();
        let both = of.units.iter().map(|unit| unit.code.clone()).collect();
        let plan = Plan::new(of.id.clone()).after(Action::PickAll(both));
        let plan = actions.into_iter().fold(plan, Plan::after);
        let found = assess(of, &plan, &Context::on(Date::parse("2026-12-01").unwrap()));
        let (credits, units) = (found.counted.credits.number(), found.counted.units);
        (found.state, credits, units)
    }

    #[test]
    fn a_unit_without_its_credit_is_there_and_adds_nothing() {
        let (state, all, units) = check([]);
        assert_eq!((state, units), (State::Met, 2));
        let unit = || code("8604-308");
        let exempt = Action::Earn(unit(), Earned::Exemption);
        assert_eq!(check([exempt.clone()]), (State::Met, all, 2));
        let without = Action::WithoutCredit(unit(), true);
        let (state, credits, units) = check([exempt, without.clone()]);
        assert!(credits < all, "{credits} of {all}");
        assert_eq!((state, units), (State::Broken, 2));
        // Of a unit that is studied it is not looked at.
        assert_eq!(check([without]), (State::Met, all, 2));
    }
}
