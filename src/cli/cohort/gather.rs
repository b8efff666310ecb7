//! Makes plans of rows: each row its own plan, or all rows of one learner and qualification together.
//! No row is lost, and no plan is judged of which a row cannot be read.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::columns::Layout;
use super::learner::Learner;
use super::reading::Planned;
use crate::plan::Action;
use crate::qualification::{Qualification, QualificationId};
use crate::wording::command::cohort::{self as say, said};

/// A plan of the cohort, in the place of its first row.
pub(super) struct Entry {
    pub(super) lines: Vec<usize>,
    pub(super) name: String,
    pub(super) wanted: String,
    pub(super) plan: Result<(Arc<Qualification>, Planned), Vec<String>>,
}

impl Entry {
    fn new(learner: Learner) -> Self {
        let line = learner.line;
        let at_line = |wrong: Vec<String>| {
            let wrong = wrong.into_iter();
            wrong.map(|one| say::at_line(line, &one)).collect()
        };
        let plan = match (learner.plan, learner.qualification) {
            (Ok(planned), Some(qualification)) => Ok((qualification, planned)),
            (Ok(_), None) => Err(Vec::new()),
            (Err(wrong), _) => Err(at_line(wrong)),
        };
        Self {
            lines: vec![line],
            name: learner.name,
            wanted: learner.wanted,
            plan,
        }
    }

    /// Adds what another row says of the same plan.
    fn take(&mut self, other: Self) {
        let line = other.lines.first().copied().unwrap_or_default();
        self.lines.extend(other.lines);
        let mut wrong = Vec::new();
        match (&mut self.plan, other.plan) {
            (Ok((_, planned)), Ok((_, more))) => {
                let said = planned.take(more);
                wrong.extend(said.map(|what| say::says_another(line, what)));
            }
            (_, Err(more)) => wrong = more,
            (Err(_), Ok(_)) => {}
        }
        for one in wrong {
            self.spoil(one);
        }
    }

    fn spoil(&mut self, why: String) {
        match &mut self.plan {
            Err(wrong) => wrong.push(why),
            plan => *plan = Err(vec![why]),
        }
    }
}

impl Planned {
    /// Adds the rest; returns the contradiction, if there is one.
    fn take(&mut self, more: Self) -> Option<&'static str> {
        let against = agree(
            &mut self.plan.registered,
            more.plan.registered,
            said::REGISTERED,
        )
        .or(agree(
            &mut self.plan.pathway,
            more.plan.pathway.clone(),
            said::PATHWAY,
        ))
        .or(agree(
            &mut self.plan.nation,
            more.plan.nation.clone(),
            said::NATION,
        ));
        for rule in more.plan.conditions.iter().cloned() {
            self.change(Action::Tick(rule, true));
        }
        self.slips.twice.extend(more.slips.twice);
        self.slips.called.extend(more.slips.called);
        self.repeated.extend(more.repeated);
        let mut differs = None;
        for pick in more.plan.picks() {
            match self.plan.pick(&pick.code) {
                Some(known) => {
                    differs = (known != pick).then_some(said::OF_UNIT).or(differs);
                    if !self.slips.twice.contains(&pick.code) {
                        self.slips.twice.push(pick.code.clone());
                    }
                }
                None => self.plan.set(pick.clone()),
            }
        }
        against.or(differs)
    }

    fn change(&mut self, action: Action) {
        self.plan = self.plan.clone().after(action);
    }
}

/// Takes over what another row says, unless the two contradict each other.
fn agree<T: PartialEq>(
    mine: &mut Option<T>,
    other: Option<T>,
    what: &'static str,
) -> Option<&'static str> {
    match (&mine, other) {
        (Some(known), Some(other)) => (*known != other).then_some(what),
        (_, None) => None,
        (None, other) => {
            *mine = other;
            None
        }
    }
}

/// The name by which a learner is known; spaces make no difference.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The plans of a cohort, in the order of their first rows.
pub(super) fn gather(rows: Vec<Learner>, layout: Layout) -> Vec<Entry> {
    let mut all = Gathered::default();
    for row in rows {
        all.add(row, layout);
    }
    all.finish(layout)
}

#[derive(Default)]
struct Gathered {
    entries: Vec<Entry>,
    by_plan: BTreeMap<(String, QualificationId), Vec<usize>>,
    /// Rows that name a learner but no plan that can be known: the entry, and its line.
    stray: Vec<(usize, usize)>,
}

impl Gathered {
    fn add(&mut self, row: Learner, layout: Layout) {
        let id = row.qualification.as_ref().map(|one| one.id.clone());
        let (name, line) = (key(&row.name), row.line);
        let place = self.entries.len();
        let entry = Entry::new(row);
        let Some(id) = id.filter(|_| !name.is_empty()) else {
            self.stray.push((place, line));
            return self.entries.push(entry);
        };
        let places = self.by_plan.entry((name, id)).or_default();
        if layout == Layout::RowPerUnit
            && let Some(first) = places
                .first()
                .and_then(|first| self.entries.get_mut(*first))
        {
            return first.take(entry);
        }
        places.push(place);
        self.entries.push(entry);
    }

    fn finish(mut self, layout: Layout) -> Vec<Entry> {
        if layout == Layout::RowPerUnit {
            for (place, line) in std::mem::take(&mut self.stray) {
                self.spoil_what_it_may_be_about(place, line);
            }
            return self.entries;
        }
        for places in self.by_plan.values().filter(|places| places.len() > 1) {
            for place in places {
                let others = places.iter().filter(|other| *other != place);
                let lines = others.filter_map(|other| self.entries.get(*other)?.lines.first());
                let lines: Vec<String> = lines.map(ToString::to_string).collect();
                let said = say::same_learner(&lines);
                if let Some(Entry {
                    plan: Ok((_, planned)),
                    ..
                }) = self.entries.get_mut(*place)
                {
                    planned.repeated.push(said);
                }
            }
        }
        self.entries
    }

    /// This row cannot be read and may hold a unit: of the learner that it names, or, where it
    /// names none, of the one above.
    fn spoil_what_it_may_be_about(&mut self, place: usize, line: usize) {
        let Some(name) = self.entries.get(place).map(|entry| key(&entry.name)) else {
            return;
        };
        let above = || {
            let before = self
                .entries
                .iter()
                .flat_map(|entry| entry.lines.iter().map(|line| (*line, &entry.name)));
            let named = before.filter(|(other, name)| *other < line && !name.is_empty());
            named
                .max_by_key(|(line, _)| *line)
                .map(|(_, name)| key(name))
        };
        let Some(name) = Some(name.clone())
            .filter(|name| !name.is_empty())
            .or_else(above)
        else {
            return;
        };
        let why = say::may_be_about_it(line);
        for (other, entry) in self.entries.iter_mut().enumerate() {
            if other != place && key(&entry.name) == name {
                entry.spoil(why.clone());
            }
        }
    }
}
