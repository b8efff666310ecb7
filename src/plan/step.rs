use super::{Field, Pick, Plan};
use crate::qualification::UnitCode;

/// What turns one plan into another: only what differs between the two.
///
/// A history holds steps and not whole plans, so that a hundred steps of undo are small enough to
/// be saved with the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The fields that have another value, with that value.
    pub fields: Vec<Field>,
    /// Units that come in, or that something else is said of.
    pub put: Vec<Pick>,
    /// Units that go.
    pub out: Vec<UnitCode>,
}

impl Step {
    /// What turns `from` into `to`, plans for the same qualification.
    #[must_use]
    pub fn between(from: &Plan, to: &Plan) -> Self {
        let fields = to.fields().into_iter().zip(from.fields());
        let put = to.picks.iter();
        let out = from.picks.iter().map(|pick| &pick.code);
        Self {
            fields: fields
                .filter(|(to, from)| to != from)
                .map(|(to, _)| to)
                .collect(),
            put: put
                .filter(|pick| from.pick(&pick.code) != Some(pick))
                .cloned()
                .collect(),
            out: out
                .filter(|code| to.pick(code).is_none())
                .cloned()
                .collect(),
        }
    }

    /// Takes this step in `plan`, and returns the one that takes it back.
    #[must_use]
    pub fn take(self, plan: &mut Plan) -> Self {
        let before = plan.clone();
        for field in self.fields {
            plan.set_field(field);
        }
        plan.picks.retain(|pick| !self.out.contains(&pick.code));
        for pick in self.put {
            plan.set(pick);
        }
        Self::between(plan, &before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Action;
    use crate::qualification::{Date, QualificationId, RuleId, VariantId};

    #[test]
    fn a_step_leads_to_the_other_plan_and_what_it_returns_leads_back() {
        let code = |text| UnitCode::new(text).unwrap();
        let one = Plan::new(QualificationId::new("q").unwrap())
            .after(Action::PickAll(vec![code("a"), code("b")]))
            .after(Action::Rename("one".to_owned()));
        let two = one
            .clone()
            .after(Action::Remove(code("a")))
            .after(Action::Achieve(code("b"), true))
            .after(Action::Pick(code("c")))
            .after(Action::Register(Date::parse("2024-09-01")))
            .after(Action::SetPathway(VariantId::new("p")))
            .after(Action::Tick(RuleId::new("r").unwrap(), true));
        let mut plan = one.clone();
        let back = Step::between(&one, &two).take(&mut plan);
        assert_eq!(plan, two);
        let again = back.take(&mut plan);
        assert_eq!(plan, one);
        assert_eq!(again, Step::between(&one, &two));
    }

    #[test]
    fn between_equal_plans_there_is_nothing() {
        let plan = Plan::new(QualificationId::new("q").unwrap());
        assert_eq!(Step::between(&plan, &plan), Step::default());
    }
}
