use super::Current;
use crate::assess::NotCounted;
use crate::qualification::{Form, Qualification, Unit, UnitCode};
use crate::wording;

/// The part of a row that never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitView {
    /// Its title, which is the name of its checkbox.
    pub title: String,
    /// Code, level and the sizes that it is for: “8607-521 · Level 5 · Certificate and Diploma only”.
    pub facts: String,
    /// Its figures, in short: “3 credits”, “8 hours”.
    pub figures: Vec<String>,
    /// The same for screen readers: “, 3 credits, 8 guided learning hours. ”.
    pub figures_read: String,
}

/// The part of a row that depends on the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowView {
    /// Whether it is in the plan.
    pub is_picked: bool,
    /// True where the unit does not count, or would not count if it were picked.
    pub is_closed: bool,
    /// Why it is closed, or what picking it would do to another; empty where there is nothing to say, and
    /// while the plan is not judged.
    pub note: String,
    /// Whether the learner has achieved the unit already, where this would open it; `None` where it is
    /// not asked.
    pub achieved: Option<bool>,
    /// The unit to take in its place, where the day of registration closes this one.
    pub instead: Option<UnitCode>,
}

impl UnitView {
    /// The fixed part of the row of a unit, in the measures of its qualification.
    #[must_use]
    pub fn new(qualification: &Qualification, unit: &Unit) -> Self {
        let figures = wording::figures(qualification, unit);
        let short = figures.iter();
        let short = short.map(|(of, number)| wording::short_figure(*of, *number));
        Self {
            title: unit.title.clone(),
            facts: wording::unit_facts(unit),
            figures: short.collect(),
            figures_read: wording::figures_read(&figures),
        }
    }
}

impl Current<'_> {
    /// What the row of a unit shows.
    #[must_use]
    pub fn row(&self, code: &UnitCode) -> RowView {
        let pick = self.pick(code);
        let is_achieved = pick.is_some_and(|pick| pick.achieved);
        let mut row = RowView {
            is_picked: pick.is_some(),
            ..RowView::default()
        };
        let Some(status) = self.status(code) else {
            return row;
        };
        let by_registration = match &status.not_counted {
            Some(NotCounted::Registration { instead, .. } | NotCounted::NotYet { instead, .. }) => {
                Some(instead)
            }
            _ => None,
        };
        let is_open_if_achieved = matches!(
            status.not_counted,
            Some(NotCounted::Registration {
                open_if_achieved: true,
                ..
            })
        );
        row.is_closed = status.not_counted.is_some();
        let is_asked =
            is_open_if_achieved || is_achieved && achieving_opens(self.qualification, code);
        row.achieved = is_asked.then_some(is_achieved);
        row.instead = by_registration.and_then(Clone::clone);
        if let Some(sentences) = self.sentences {
            row.note = (sentences.unit)(self.qualification, status);
        }
        row
    }
}

/// The id of the checkbox of a unit in the group at place `group`. A unit in several groups has a row,
/// and an id, in each.
#[must_use]
pub fn row_id(group: usize, code: &UnitCode) -> String {
    format!("unit-{group}-{}", code.plain())
}

/// The id of the note beside that checkbox.
#[must_use]
pub fn note_id(row_id: &str) -> String {
    format!("{row_id}-note")
}

/// The unit to take in place of one that the day of registration closes, where a rule names it.
#[must_use]
pub fn taken_instead<'a>(
    qualification: &'a Qualification,
    code: &UnitCode,
) -> Option<&'a UnitCode> {
    let mut rules = qualification.rules.iter();
    rules.find_map(|rule| match &rule.form {
        Form::Registration { unit, instead, .. } if unit == code => instead.as_ref(),
        _ => None,
    })
}

/// True for a unit that is open on any day of registration to a learner who has achieved it already.
#[must_use]
pub fn achieving_opens(qualification: &Qualification, code: &UnitCode) -> bool {
    let mut rules = qualification.rules.iter();
    rules.any(|rule| {
        matches!(
            &rule.form,
            Form::Registration { unit, open_if_achieved: true, .. } if unit == code
        )
    })
}
