use super::Current;
use crate::qualification::{Date, VariantId};
use crate::wording;

/// The name, the day of registration and the choices of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetupView {
    /// Its name.
    pub name: String,
    /// The day of registration as the value of a date field; empty where none is given.
    pub registered: String,
    /// What the learner has to know about that day.
    pub notices: String,
    /// By when the qualification has to be completed, where its document says so.
    pub last_day: String,
    /// The pathway that the learner has chosen, by its id; empty for whichever fits best.
    pub pathway: String,
    /// The nation, in the same way.
    pub nation: String,
}

/// What was typed into a date field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayTyped {
    /// A day, or nothing: the plan takes it.
    Day(Option<Date>),
    /// An impossible year: the plan keeps its day, and the screen says so.
    Odd,
}

impl DayTyped {
    /// What was typed.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        match Date::parse(typed) {
            None if !typed.is_empty() => Self::Odd,
            day => Self::Day(day),
        }
    }
}

impl Current<'_> {
    /// The name, the day of registration and the choices of the plan.
    #[must_use]
    pub fn setup(&self) -> SetupView {
        let plan = self.plan;
        let notices = self.assessment.notices.iter();
        let notices: Vec<String> = notices.map(|notice| wording::notice(*notice)).collect();
        let chosen = |id: &Option<VariantId>| id.as_ref().map(ToString::to_string);
        SetupView {
            name: plan.name.clone(),
            registered: plan
                .registered
                .map(|day| day.to_string())
                .unwrap_or_default(),
            notices: notices.join(" "),
            last_day: wording::last_day_line(self.qualification, plan),
            pathway: chosen(&plan.pathway).unwrap_or_default(),
            nation: chosen(&plan.nation).unwrap_or_default(),
        }
    }
}
