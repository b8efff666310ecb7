use super::{Pick, Plan};
use crate::qualification::{Date, UnitCode};

/// One change of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Put a unit into the plan.
    Pick(UnitCode),
    /// Take a unit out of it.
    Drop(UnitCode),
    /// Say whether a picked unit has been achieved already.
    Achieve(UnitCode, bool),
    /// Put several units into the plan.
    PickAll(Vec<UnitCode>),
    /// Take every unit out.
    Clear,
    /// Call the plan something.
    Rename(String),
    /// Set or unset the day of registration.
    Register(Option<Date>),
}

impl Plan {
    /// The plan after `action`.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Pick(code) => self.put(code),
            Action::PickAll(codes) => codes.into_iter().for_each(|code| self.put(code)),
            Action::Drop(code) => self.picks.retain(|pick| pick.code != code),
            Action::Achieve(code, achieved) => {
                for pick in &mut self.picks {
                    if pick.code == code {
                        pick.achieved = achieved;
                    }
                }
            }
            Action::Clear => self.picks.clear(),
            Action::Rename(name) => self.name = tidy_name(&name),
            Action::Register(day) => self.registered = day,
        }
        self
    }

    fn put(&mut self, code: UnitCode) {
        if let Err(index) = self.place(&code)
            && self.picks.len() < Self::MOST_PICKS
        {
            self.picks.insert(
                index,
                Pick {
                    code,
                    achieved: false,
                },
            );
        }
    }
}

/// A name on one line, no longer than a plan takes.
fn tidy_name(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_control())
        .take(Plan::LONGEST_NAME)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qualification::QualificationId;

    fn code(text: &str) -> UnitCode {
        UnitCode::new(text).unwrap()
    }

    fn plan(actions: impl IntoIterator<Item = Action>) -> Plan {
        let empty = Plan::new(QualificationId::new("q").unwrap());
        actions.into_iter().fold(empty, Plan::after)
    }

    fn codes(plan: &Plan) -> Vec<&str> {
        plan.picks().iter().map(|pick| pick.code.as_str()).collect()
    }

    #[test]
    fn picks_stand_in_the_order_of_their_codes_and_each_once() {
        let plan = plan(["b", "a", "c", "a"].map(|text| Action::Pick(code(text))));
        assert_eq!(codes(&plan), ["a", "b", "c"]);
    }

    #[test]
    fn a_dropped_unit_forgets_that_it_was_achieved() {
        let plan = plan([
            Action::Pick(code("a")),
            Action::Achieve(code("a"), true),
            Action::Drop(code("a")),
            Action::Pick(code("a")),
        ]);
        assert!(!plan.pick(&code("a")).unwrap().achieved);
    }

    #[test]
    fn a_name_stays_on_one_line_and_within_its_length() {
        let plan = plan([Action::Rename(format!("Siân\n{}", "x".repeat(200)))]);
        assert!(plan.name.starts_with("Siânx"));
        assert_eq!(plan.name.chars().count(), Plan::LONGEST_NAME);
    }

    #[test]
    fn clearing_takes_the_units_and_leaves_name_and_day() {
        let day = Date::parse("2020-06-30");
        let plan = plan([
            Action::Rename("Siân".to_owned()),
            Action::Register(day),
            Action::PickAll(vec![code("a"), code("b")]),
            Action::Clear,
        ]);
        assert_eq!(
            (plan.name.as_str(), plan.registered, plan.picks().len()),
            ("Siân", day, 0)
        );
    }
}
