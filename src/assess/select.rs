//! Which counted units a rule speaks of, and what each of them measures.

use crate::qualification::{Earned, GroupId, Measure, Qualification, Selection, Unit};

/// A selection with its groups as bits.
pub(super) struct Chosen {
    selection: Selection,
    /// The groups and those within them; all where none is named.
    groups: Groups,
    units: Vec<usize>,
}

/// A way to count a unit.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) unit: &'a Unit,
    pub(super) index: usize,
    pub(super) group: Option<usize>,
    pub(super) earned: Earned,
}

impl Chosen {
    pub(super) fn new(qualification: &Qualification, selection: Selection) -> Self {
        let mut units: Vec<usize> = selection
            .units
            .iter()
            .filter_map(|code| qualification.unit_index(code))
            .collect();
        units.sort_unstable();
        Self {
            groups: if selection.groups.is_empty() {
                Groups(u64::MAX)
            } else {
                within(qualification, &selection.groups)
            },
            units,
            selection,
        }
    }

    /// The places of the units that it names, in order.
    pub(super) fn named(&self) -> &[usize] {
        &self.units
    }

    pub(super) fn holds(&self, counted: Counted<'_>) -> bool {
        let Selection {
            groups,
            units,
            level_from,
            level_to,
            tag,
            subject,
            earned,
        } = &self.selection;
        let unit = counted.unit;
        (groups.is_empty() || counted.group.is_some_and(|group| self.groups.has(group)))
            && (units.is_empty() || self.units.binary_search(&counted.index).is_ok())
            && level_from.is_none_or(|from| unit.level.is_some_and(|level| level >= from))
            && level_to.is_none_or(|to| unit.level.is_some_and(|level| level <= to))
            && tag.as_ref().is_none_or(|tag| unit.tags.contains(tag))
            && subject
                .as_ref()
                .is_none_or(|wanted| unit.subject.as_ref() == Some(wanted))
            && (earned.is_empty() || earned.contains(&counted.earned))
    }
}

/// True where a counted unit is selected.
pub(super) fn holds(
    qualification: &Qualification,
    selection: &Selection,
    counted: Counted<'_>,
) -> bool {
    Chosen::new(qualification, selection.clone()).holds(counted)
}

/// These groups and all within them, by their places.
pub(super) fn within(qualification: &Qualification, ids: &[GroupId]) -> Groups {
    let mut bits = 0_u64;
    for (place, group) in qualification.groups.iter().enumerate().take(64) {
        if ids.iter().any(|id| qualification.is_within(group, id)) {
            bits |= 1 << place;
        }
    }
    Groups(bits)
}

/// What one unit measures.
pub(super) fn measured(unit: &Unit, measure: Measure) -> i64 {
    i64::from(unit.amount(measure))
}

/// Groups by their places, of which a qualification has at most 64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Groups(u64);

impl Groups {
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn number(self) -> u32 {
        self.0.count_ones()
    }

    pub(super) const fn has(self, place: usize) -> bool {
        self.0 >> place & 1 == 1
    }

    /// True where some group is in both.
    pub(super) const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Their places, in order.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |place| self.has(*place))
    }
}

/// The groups that each unit may be chosen from.
pub(super) fn groups_by_unit(qualification: &Qualification) -> Vec<Groups> {
    let mut all = vec![Groups::default(); qualification.units.len()];
    for (place, group) in qualification.groups.iter().enumerate().take(64) {
        for index in qualification.unit_indices(&group.units) {
            all[index].0 |= 1 << place;
        }
    }
    all
}
