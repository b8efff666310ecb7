//! What can be said of a plan without judging it: while the engine is on its way, its total follows each tick all
//! the same.

use super::closed::{Closed, closed_units};
use super::model::{Assessment, Context, State, Totals};
use super::not_counted::UnitStatus;
use super::picks::picked;
use super::totals::plan_hours;
use crate::plan::Plan;
use crate::qualification::{Qualification, Unit};

/// A plan that was not judged: its state is not known, and nothing is said of its groups and rules. What is picked and
/// not closed to the learner is added up; that a rule leaves some of it uncounted is not looked at.
#[must_use]
pub fn provisional(qualification: &Qualification, plan: &Plan, context: &Context) -> Assessment {
    let closed = closed_units(qualification, plan, *context);
    let picked = picked(qualification, plan);
    let counts = |place: &&usize| closed.get(**place).is_some_and(Option::is_none);
    let unit = |place: &usize| qualification.units.get(*place);
    let counted: Vec<&Unit> = picked.iter().filter(counts).filter_map(unit).collect();
    let total: Totals = counted.iter().copied().collect();
    let all: Totals = picked.iter().filter_map(unit).collect();
    // Closed units stand apart in the list from the beginning, so that none moves there when the plan is judged.
    let unit_statuses = closed.iter().enumerate().map(|(index, closed)| {
        let reason = |closed: Closed| closed.reason(qualification, plan, *context, index);
        UnitStatus::kept_out(closed.map(reason))
    });
    Assessment {
        state: State::NotKnown,
        picked: all,
        counted: total,
        exempt: Totals::default(),
        achieved: Totals::default(),
        hours: plan_hours(qualification, total),
        groups: Vec::new(),
        judgements: Vec::new(),
        units: Vec::new(),
        unit_statuses: unit_statuses.collect(),
        collision: Vec::new(),
        pathway: plan.pathway.clone(),
        nation: plan.nation.clone(),
        endorsements: Vec::new(),
        fully_searched: false,
        notices: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::{Date, QualificationId, UnitCode};

    fn of_diploma(units: &[&str], registered: &str) -> Assessment {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let today = Date::parse("2026-09-01").unwrap();
        let mut plan = Plan::new(id);
        plan = plan.after(Action::Register(Date::parse(registered)));
        for code in units {
            let pick = Action::Pick(UnitCode::new(code).unwrap());
            plan = plan.after(pick);
        }
        provisional(qualification, &plan, &Context::on(today))
    }

    fn credits(found: &Assessment) -> u32 {
        found.counted.credits.number()
    }

    #[test]
    fn what_is_picked_is_added_up_and_nothing_is_said_of_what_is_missing() {
        let found = of_diploma(&["8607-501", "8607-503"], "2026-09-01");
        assert_eq!(credits(&found), 7);
        assert_eq!(found.state, State::NotKnown);
        assert!(found.judgements.is_empty());
    }

    #[test]
    fn a_unit_that_is_closed_to_the_learner_adds_nothing() {
        let late = of_diploma(&["8607-501", "8607-530"], "2020-07-01");
        assert_eq!(credits(&late), 3);
        let early = of_diploma(&["8607-501", "8607-530"], "2020-06-30");
        assert_eq!(credits(&early), 8);
    }
}
