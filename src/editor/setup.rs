use super::Current;
use crate::qualification::{Date, VariantId};
use crate::wording;

/// The name, the day of registration and the choices of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetupView {
    /// Its name.
    pub name: String,
    /// The day of registration as a field of a date has it; empty where none is given.
    pub registered: String,
    /// What is to be known of that day.
    pub notices: String,
    /// By when the qualification has to be completed, where its document says so.
    pub last_day: String,
    /// The pathway that the learner has chosen, by its name in the file; empty for whichever fits best.
    pub pathway: String,
    /// The same of the nation.
    pub nation: String,
}

/// A day that was typed into a field of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayTyped {
    /// A day, or none: the plan takes it.
    Day(Option<Date>),
    /// A year that is none: the plan keeps what it had, and that is said.
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
