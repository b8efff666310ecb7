use super::Current;
use crate::qualification::UnitCode;
use crate::wording;

/// What a screen reader is told of a plan after each change. It knows which picked units were said not to count, so
/// that each is told once.
#[derive(Clone, Debug, Default)]
pub struct Announcer {
    uncounted: Vec<UnitCode>,
}

impl Announcer {
    /// For a plan as it is opened, of which nothing is told.
    #[must_use]
    pub fn new(current: &Current<'_>) -> Self {
        Self {
            uncounted: uncounted(current),
        }
    }

    /// What is told of the plan as it is now: the units that do not count since the last time, with their reasons,
    /// the total and, once that is known, where the plan stands.
    pub fn tell(&mut self, current: &Current<'_>) -> String {
        let (of, found) = (current.qualification, current.assessment);
        let Some((headline, more)) = current
            .sentences
            .and_then(|all| Some((all.headline, all.more?)))
        else {
            return wording::announcement(of, found, &[], "");
        };
        let units = found.units.iter();
        let told = units.filter_map(|one| {
            let why = one.not_counted.as_ref()?;
            if self.uncounted.contains(&one.code) {
                return None;
            }
            let title = of.unit(&one.code).map(|unit| unit.title.as_str());
            let title = title.unwrap_or(one.code.as_str());
            Some((more.uncounted)(of, title, &one.code, why))
        });
        let told: Vec<String> = told.collect();
        self.uncounted = uncounted(current);
        let headline = headline(of, found);
        wording::announcement(of, found, &told, &headline.sentence)
    }
}

/// The picked units that do not count.
fn uncounted(current: &Current<'_>) -> Vec<UnitCode> {
    let units = current.assessment.units.iter();
    let units = units.filter(|one| one.not_counted.is_some());
    units.map(|one| one.code.clone()).collect()
}
