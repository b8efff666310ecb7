use super::Current;
use crate::assess::{NotCounted, PickedUnit, UnitStatus};
use crate::plan::{Pick, Progress};
use crate::qualification::{Form, GroupId, Measure, Qualification, Unit, UnitCode};
use crate::wording;

/// The part of a row that never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitView {
    /// Its title, which is the name of its checkbox.
    pub title: String,
    /// Its whole code: “8607-501”.
    pub code: String,
    /// Its code without what all codes of the qualification begin with: “501”.
    pub short_code: String,
    /// Its level, where the qualification has units of several: “Level 5”; empty elsewhere.
    pub level: String,
    /// Its figures, one for each of [`Columns::heads`]; `None` where it has no such figure.
    pub figures: Vec<Option<FigureView>>,
}

/// A figure of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureView {
    /// The number.
    pub number: u32,
    /// What follows it where it stands under no heading: “credits”.
    pub noun: &'static str,
}

/// What all rows of a qualification have in common: which figures they show, and whether levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    measures: Vec<Measure>,
    shows_levels: bool,
}

/// The part of a row that depends on the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowView {
    /// Whether it is in the plan.
    pub is_picked: bool,
    /// True where the unit does not count, or would not count if it were picked.
    pub is_closed: bool,
    /// Why that is so, or what picking it would do to another; empty where there is nothing to say, and
    /// while the plan is not judged.
    pub note: String,
    /// Whether the learner has achieved the unit already, where this would open it; `None` where it is
    /// not asked.
    pub achieved: Option<bool>,
    /// The unit to take in its place, where the day of registration closes this one.
    pub instead: Option<UnitCode>,
    /// The picked units that count in its place, where it is picked too.
    pub kept_out_by: Vec<UnitCode>,
    /// How far the learner has come with it.
    pub progress: Progress,
    /// The place of the group in which it counts; `None` where it does not, and while the plan is not
    /// judged.
    pub group: Option<usize>,
    /// False where the search or a filter hides it. It keeps its place, because it may be printed.
    pub is_shown: bool,
}

/// What a row depends on. Where this is as it was the row is too, and its sentences need not be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowFacts {
    status: UnitStatus,
    pick: Option<PickFacts>,
}

/// What a row shows of a pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PickFacts {
    progress: Progress,
    counts: bool,
    group: Option<usize>,
}

impl Columns {
    /// What the rows of a qualification show.
    #[must_use]
    pub fn new(of: &Qualification) -> Self {
        let measures = Measure::FIGURES.into_iter();
        let mut levels = of.units.iter().map(|unit| unit.level);
        let first = levels.next();
        Self {
            measures: measures.filter(|one| of.gives(*one)).collect(),
            shows_levels: levels.any(|level| Some(level) != first),
        }
    }

    /// The headings of the columns: “Credits”, “Hours”.
    pub fn heads(&self) -> impl Iterator<Item = &'static str> {
        self.measures.iter().map(|one| wording::column(*one))
    }

    /// The fixed part of the row of a unit.
    #[must_use]
    pub fn unit(&self, of: &Qualification, unit: &Unit) -> UnitView {
        let level = unit.level.filter(|_| self.shows_levels).map(wording::level);
        let measures = self.measures.iter();
        let all = measures.map(|one| Some((*one, unit.given(*one)?)));
        let all: Vec<Option<(Measure, u32)>> = all.collect();
        let figure = |(measure, number): &(Measure, u32)| FigureView {
            number: *number,
            noun: wording::figure_noun(*measure, *number),
        };
        UnitView {
            title: unit.title.clone(),
            code: unit.code.to_string(),
            short_code: of.units.short_code(&unit.code).to_owned(),
            figures: all.iter().map(|one| one.as_ref().map(figure)).collect(),
            level: level.unwrap_or_default(),
        }
    }

    /// Code, level and figures of a unit as they are read aloud behind its title.
    #[must_use]
    pub fn read(&self, unit: &Unit) -> String {
        let level = unit.level.filter(|_| self.shows_levels).map(wording::level);
        let given = self.measures.iter();
        let given = given.filter_map(|one| Some((*one, unit.given(*one)?)));
        let given: Vec<(Measure, u32)> = given.collect();
        wording::unit_read(unit, level, &given)
    }
}

impl RowView {
    /// True where it is in the plan and counts. A unit that is picked and not counted looks different.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.is_picked && !self.is_closed
    }
}

impl RowFacts {
    pub(super) fn new(status: &UnitStatus, pick: Option<PickFacts>) -> Self {
        Self {
            status: status.clone(),
            pick,
        }
    }

    pub(super) fn are(&self, status: &UnitStatus, pick: Option<&PickFacts>) -> bool {
        self.status == *status && self.pick.as_ref() == pick
    }

    /// True where the unit is closed whatever is picked.
    pub(super) fn is_closed(&self) -> bool {
        let why = self.status.not_counted.as_ref();
        why.is_some_and(NotCounted::is_closed)
    }

    /// True where another unit has replaced it.
    pub(super) fn is_replaced(&self) -> bool {
        let why = self.status.not_counted.as_ref();
        why.is_some_and(NotCounted::is_replaced)
    }

    /// The row, as one that is shown.
    pub(super) fn row(&self, current: &Current<'_>, unit: &Unit) -> RowView {
        let (of, pick) = (current.qualification, self.pick);
        let why = self.status.not_counted.as_ref();
        let (instead, is_open_if_achieved) = match why {
            Some(NotCounted::Registration {
                instead,
                open_if_achieved,
                ..
            }) => (instead.clone(), *open_if_achieved),
            Some(NotCounted::NotYet { instead, .. }) => (instead.clone(), false),
            _ => (None, false),
        };
        let is_achieved = pick.is_some_and(|pick| pick.progress == Progress::Achieved);
        let is_asked = is_open_if_achieved || is_achieved && achieving_opens(of, &unit.code);
        let kept_out_by = why.filter(|_| pick.is_some());
        let kept_out_by = kept_out_by.map(|why| why.in_its_place().to_vec());
        let more = current.sentences.and_then(|sentences| sentences.more);
        let note = more.map(|more| (more.row)(of, unit, &self.status, pick.is_some()));
        RowView {
            is_picked: pick.is_some(),
            is_closed: pick.map_or(why.is_some(), |pick| !pick.counts),
            note: note.unwrap_or_default(),
            achieved: is_asked.then_some(is_achieved),
            instead,
            kept_out_by: kept_out_by.unwrap_or_default(),
            progress: pick.map(|pick| pick.progress).unwrap_or_default(),
            group: pick.and_then(|pick| pick.group),
            is_shown: true,
        }
    }
}

impl PickFacts {
    /// What a row shows of a pick; `judged` is what was found of it, once the plan is judged.
    pub(super) fn new(
        of: &Qualification,
        pick: &Pick,
        status: &UnitStatus,
        judged: Option<&PickedUnit>,
    ) -> Self {
        let group = judged.and_then(|one| one.group.as_ref());
        let place = |id: &GroupId| of.groups.iter().position(|one| one.id == *id);
        Self {
            progress: pick.progress,
            counts: judged.map_or(status.not_counted.is_none(), |one| {
                one.not_counted.is_none()
            }),
            group: group.and_then(place),
        }
    }
}

impl Current<'_> {
    /// What the row of a unit shows.
    #[must_use]
    pub fn row(&self, code: &UnitCode) -> RowView {
        let of = self.qualification;
        let (Some(status), Some(unit)) = (self.status(code), of.unit(code)) else {
            return RowView::default();
        };
        let mut judged = self.assessment.units.iter();
        let judged = judged.find(|one| one.code == *code);
        let pick = self.pick(code);
        let pick = pick.map(|pick| PickFacts::new(of, pick, status, judged));
        RowFacts::new(status, pick).row(self, unit)
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
