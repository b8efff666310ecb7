//! The list of units as it is shown. It knows what each row showed last, so that after a change of the plan only the
//! rows that are others now are made, and drawn, anew.

use std::sync::Arc;

use super::rows::{PickFacts, RowFacts};
use super::sort::listed;
use super::{Current, Filter, RowView, Show, Sort};
use crate::assess::UnitStatus;
use crate::qualification::{Level, Qualification};
use crate::wording;

/// A group of more units than this is drawn in parts, which a browser lays out and draws each by itself.
pub const MANY: usize = 200;

/// So many units are in a part.
pub const PART: usize = 50;

/// The units of a qualification with what each row shows, the search, the filters and the order.
///
/// Whatever is changed of it, and after each change of the plan, [`UnitList::update`] is called.
pub struct UnitList {
    of: Arc<Qualification>,
    filter: Filter,
    sort: Sort,
    /// The rows by the places of their units in the qualification, and what each was made of.
    rows: Vec<RowView>,
    facts: Vec<RowFacts>,
    /// For each group the places of its units in the order that was chosen.
    places: Vec<Vec<usize>>,
    groups: Vec<GroupRows>,
    is_judged: bool,
    /// True where the search, a filter or the order was changed after the last update.
    is_stale: bool,
}

/// The rows of a group, by the places of their units in the qualification.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupRows {
    /// Those that may be chosen.
    pub open: Vec<usize>,
    /// Those that are closed whatever is picked: they come last, folded away.
    pub closed: Vec<usize>,
    /// The line of the fold: “2 closed units”; empty where none is shown.
    pub closed_line: String,
    /// True where the fold opens by itself, because a unit in it is picked or nothing else was found. It is
    /// not shut when this is no longer so: no row goes away because of a tick.
    pub opens_fold: bool,
    /// The first that is shown of the open ones, and of the closed ones.
    pub first_shown: (Option<usize>, Option<usize>),
    /// How many of each [`PART`] of the open ones are shown, where there are [`MANY`]; empty where there are fewer.
    pub shown_in_parts: Vec<usize>,
}

impl GroupRows {
    /// False where the search and the filters leave nothing of the group.
    #[must_use]
    pub const fn shows_any(&self) -> bool {
        self.first_shown.0.is_some() || self.first_shown.1.is_some()
    }
}

/// What an update changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChanges {
    /// The places, in the qualification, of the units whose rows are others.
    pub rows: Vec<usize>,
    /// The places of the groups whose rows are in another order, or folded in another way.
    pub groups: Vec<usize>,
}

impl UnitList {
    /// The list of a qualification, before its first update: nothing is picked, all is shown.
    #[must_use]
    pub fn new(of: Arc<Qualification>) -> Self {
        let groups = of.groups.iter();
        let places: Vec<Vec<usize>> = groups.map(|group| listed(&of, group)).collect();
        let row = RowView {
            is_shown: true,
            ..RowView::default()
        };
        let rows = |places: &Vec<usize>| GroupRows {
            first_shown: (places.first().copied(), None),
            shown_in_parts: shown_in_parts(places, |_| true),
            open: places.clone(),
            ..GroupRows::default()
        };
        Self {
            rows: vec![row; of.units.len()],
            facts: vec![RowFacts::default(); of.units.len()],
            groups: places.iter().map(rows).collect(),
            places,
            of,
            filter: Filter::new(),
            sort: Sort::AsListed,
            is_judged: false,
            is_stale: false,
        }
    }

    /// The row of the unit at this place of the qualification.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&RowView> {
        self.rows.get(place)
    }

    /// The rows of the group at this place of the qualification.
    #[must_use]
    pub fn group(&self, place: usize) -> Option<&GroupRows> {
        self.groups.get(place)
    }

    /// The search and the filters.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The order.
    #[must_use]
    pub const fn sort(&self) -> Sort {
        self.sort
    }

    /// Searches for these words.
    pub fn set_search(&mut self, words: String) {
        self.filter.set_search(&self.of, words);
        self.arrange();
    }

    /// Narrows the list to a level; `None` for all levels.
    pub fn set_level(&mut self, level: Option<Level>) {
        self.filter.set_level(level);
        self.is_stale = true;
    }

    /// Narrows the list to a subject, by its name; `None` for all subjects.
    pub fn set_subject(&mut self, id: Option<&str>) {
        self.filter.set_subject(&self.of, id);
        self.is_stale = true;
    }

    /// Changes which units are shown by their status in the plan.
    pub fn set_show(&mut self, show: Show) {
        self.filter.set_show(show);
        self.is_stale = true;
    }

    /// Lists the units in another order.
    pub fn set_sort(&mut self, sort: Sort) {
        self.sort = sort;
        self.arrange();
    }

    /// Shows every unit again, in the order that is chosen.
    pub fn clear(&mut self) {
        self.filter.clear();
        self.arrange();
    }

    /// How many units are shown.
    #[must_use]
    pub fn found(&self) -> usize {
        self.rows.iter().filter(|row| row.is_shown).count()
    }

    /// Says that nothing was found, and of what there is nothing.
    #[must_use]
    pub fn nothing_line(&self) -> String {
        let search = self.filter.search().trim();
        let alone = Some(search).filter(|_| !self.filter.is_narrowed());
        wording::nothing_found(alone.unwrap_or_default())
    }

    /// The same in words, for who does not see the list: “3 units”, “No unit found”.
    #[must_use]
    pub fn count_line(&self) -> String {
        wording::found(self.found())
    }

    /// Brings the list to the plan as it is, and says what of it is another now.
    pub fn update(&mut self, current: &Current<'_>) -> ListChanges {
        let of = Arc::clone(&self.of);
        // The sentences come with the first judgement: every row may have one then.
        let is_told = self.is_judged != current.is_judged();
        self.is_judged = current.is_judged();
        let is_stale = std::mem::take(&mut self.is_stale);
        let mut regroup = is_stale;
        let mut changes = ListChanges::default();
        // Both are in the order of the qualification.
        let mut statuses = current.assessment.unit_statuses.iter();
        let mut judged = current.assessment.units.iter().peekable();
        let is_judged = judged.peek().is_some();
        let nothing = UnitStatus::default();
        let rows = self.rows.iter_mut().zip(&mut self.facts);
        for ((place, unit), (row, facts)) in of.units.iter().enumerate().zip(rows) {
            let status = statuses.next().unwrap_or(&nothing);
            let found = judged.next_if(|one| one.code == unit.code);
            let pick = if is_judged && found.is_none() {
                None
            } else {
                current.pick(&unit.code)
            };
            let pick = pick.map(|pick| PickFacts::new(&of, pick, status, found));
            let is_other = is_told || !facts.are(status, pick.as_ref());
            if !is_other && !is_stale {
                continue;
            }
            let was_closed = facts.is_closed();
            if is_other {
                *facts = RowFacts::new(status, pick);
            }
            let mut next = if is_other {
                facts.row(current, unit)
            } else {
                row.clone()
            };
            next.is_shown = self.filter.shows_row(unit, place, &next);
            // What decides where a row stands, and whether its fold opens.
            regroup |= was_closed != facts.is_closed()
                || row.is_shown != next.is_shown
                || was_closed && row.is_picked != next.is_picked;
            if *row != next {
                *row = next;
                changes.rows.push(place);
            }
        }
        if regroup {
            self.regroup(&mut changes.groups);
        }
        changes
    }

    /// Puts the units of each group in their order.
    fn arrange(&mut self) {
        let groups = self.of.groups.iter();
        let places = groups.map(|group| self.sort.places(&self.of, group, &self.filter));
        self.places = places.collect();
        self.is_stale = true;
    }

    /// Folds the closed units of each group away, and notes the groups that are others then.
    fn regroup(&mut self, changed: &mut Vec<usize>) {
        let is_closed = |place: &usize| self.facts.get(*place).is_some_and(RowFacts::is_closed);
        let row = |place: &usize| self.rows.get(*place);
        let is_shown = |place: &&usize| row(place).is_some_and(|row| row.is_shown);
        let is_picked = |place: &usize| row(place).is_some_and(|row| row.is_picked);
        let first = |places: &[usize]| places.iter().find(is_shown).copied();
        let mut all = 0..self.rows.len();
        let only_closed =
            self.filter.narrows() && !all.any(|place| is_shown(&&place) && !is_closed(&place));
        for (group, places) in self.places.iter().enumerate() {
            let (closed, open): (Vec<usize>, Vec<usize>) =
                places.iter().partition(|at| is_closed(at));
            let shown: Vec<&usize> = closed.iter().filter(is_shown).collect();
            let is_replaced =
                |at: &&&usize| self.facts.get(***at).is_some_and(RowFacts::is_replaced);
            let replaced = shown.iter().filter(is_replaced).count();
            let shown = shown.len();
            let next = GroupRows {
                closed_line: wording::closed_units(shown, replaced),
                opens_fold: shown > 0 && only_closed || closed.iter().any(is_picked),
                first_shown: (first(&open), first(&closed)),
                shown_in_parts: shown_in_parts(&open, is_shown),
                open,
                closed,
            };
            let Some(was) = self.groups.get_mut(group) else {
                continue;
            };
            if *was != next {
                *was = next;
                changed.push(group);
            }
        }
    }
}

fn shown_in_parts(open: &[usize], is_shown: impl Fn(&&usize) -> bool) -> Vec<usize> {
    if open.len() <= MANY {
        return Vec::new();
    }
    let parts = open.chunks(PART);
    parts
        .map(|part| part.iter().filter(&is_shown).count())
        .collect()
}
