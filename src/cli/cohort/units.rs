//! What a row of a cohort says of units: which are picked, and what is said of each.

use super::cells::{self, Mark};
use super::columns::Column;
use super::headings::{Kind, plain};
use super::reading::{Reading, sentence};
use crate::cli::codes;
use crate::plan::{Action, Progress};
use crate::qualification::{Earned, Group, Qualification, UnitCode};
use crate::wording::command::cohort::{self as say, said};

/// A column, its name, and what it says of a unit.
type Truth = (Kind, &'static str, fn(UnitCode) -> Action);

/// What is yes or no of a unit. What is achieved is no longer in progress.
const TRUTHS: [Truth; 3] = [
    (Kind::Working, said::IN_PROGRESS, |code| {
        Action::SetProgress(code, Progress::Working)
    }),
    (Kind::Achieved, said::ACHIEVED, |code| {
        Action::Achieve(code, true)
    }),
    (Kind::WithoutCredit, said::WITHOUT_CREDIT, |code| {
        Action::WithoutCredit(code, true)
    }),
];

impl Reading<'_> {
    /// The unit of a row that is one.
    pub(super) fn unit(&mut self) {
        let picked = self.picked(&self.cell(Kind::Unit));
        for (kind, what, action) in TRUTHS {
            let cell = self.cell(kind);
            match cells::mark(&cell) {
                Some(mark) if mark.earned.is_none() => {
                    for code in picked.iter().filter(|_| mark.picked) {
                        self.change(action(code.clone()));
                    }
                }
                _ => self.wrong.push(say::neither_yes_nor_no(&cell, what)),
            }
        }
        let (earned, group) = (self.cell(Kind::Earned), self.cell(Kind::Group));
        for code in picked {
            if !earned.is_empty() {
                self.earned(code.clone(), &earned);
            }
            if !group.is_empty() {
                self.group(code, &group);
            }
        }
    }

    /// The units of a row that lists them.
    pub(super) fn units(&mut self) {
        self.picked(&self.cell(Kind::Units));
        // Those that are marked come later and may be spoken of here.
        let marked = self.marked();
        for (kind, what, action) in TRUTHS {
            for code in self.codes(&self.cell(kind)) {
                if self.planned.plan.pick(&code).is_some() || marked.contains(&code) {
                    self.change(Action::Pick(code.clone()));
                    self.change(action(code));
                } else if kind != Kind::Achieved {
                    self.wrong.push(say::not_among(&code, what));
                } else if !self.planned.slips.achieved_only.contains(&code) {
                    self.planned.slips.achieved_only.push(code);
                }
            }
        }
        let earned = cells::pairs(&self.cell(Kind::Earned), |way| cells::way(way).is_some());
        self.of_units(earned, "earned", Self::earned);
        let qualification = self.qualification;
        let is_group = |name: &str| group_called(qualification, name).is_some();
        let groups = cells::pairs(&self.cell(Kind::Group), is_group);
        self.of_units(groups, "group", Self::group);
    }

    fn of_units(
        &mut self,
        pairs: Vec<Result<(String, String), String>>,
        what: &str,
        say: fn(&mut Self, UnitCode, &str),
    ) {
        let marked = self.marked();
        for pair in pairs {
            let (unit, value) = match pair {
                Ok(pair) => pair,
                Err(item) => {
                    self.wrong.push(say::of_which_unit(&item, what));
                    continue;
                }
            };
            for code in self.codes(&unit) {
                if marked.contains(&code) {
                    self.change(Action::Pick(code.clone()));
                }
                if self.planned.plan.pick(&code).is_some() {
                    say(self, code, &value);
                } else {
                    self.wrong.push(say::not_among(&code, what));
                }
            }
        }
    }

    fn earned(&mut self, code: UnitCode, value: &str) {
        match cells::way(value) {
            Some(way) => self.change(Action::Earn(code, way)),
            None => self
                .wrong
                .push(say::no_way_of_earning(value, Earned::NAMES)),
        }
    }

    fn group(&mut self, code: UnitCode, value: &str) {
        if let Some(group) = group_called(self.qualification, value) {
            self.change(Action::SetGroup(code, Some(group.id.clone())));
        } else {
            let groups = &self.qualification.groups;
            let names: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
            self.has_no(said::GROUP, value, names.into_iter());
        }
    }

    /// The columns that are units: code and cell.
    fn marked_cells(&self) -> Vec<(String, String)> {
        let cells = self.reader.columns.all.iter().zip(self.cells());
        cells
            .filter_map(|(column, cell)| match column {
                Column::Marks(heading) => Some((heading.clone(), cell.clone())),
                _ => None,
            })
            .collect()
    }

    fn marked(&mut self) -> Vec<UnitCode> {
        let cells = self.marked_cells().into_iter();
        let picked = cells.filter(|(_, cell)| cells::mark(cell).is_some_and(|mark| mark.picked));
        let headings: Vec<String> = picked.map(|(heading, _)| heading).collect();
        headings
            .iter()
            .filter_map(|heading| self.headed(heading))
            .collect()
    }

    fn headed(&self, heading: &str) -> Option<UnitCode> {
        codes::only(self.qualification, heading).or_else(|| {
            let mut others = self.reader.catalogue.qualifications();
            others.find_map(|other| codes::only(other, heading))
        })
    }

    pub(super) fn marks(&mut self) {
        for (heading, cell) in self.marked_cells() {
            match (cells::mark(&cell), self.headed(&heading)) {
                (Some(Mark { picked: false, .. }), _) => {}
                (Some(mark), Some(code)) => {
                    self.change(Action::Pick(code.clone()));
                    if mark.progress != Progress::NotStarted {
                        self.change(Action::SetProgress(code.clone(), mark.progress));
                    }
                    if let Some(way) = mark.earned {
                        self.change(Action::Earn(code, way));
                    }
                }
                _ => self.wrong.push(say::no_mark(&cell, &heading, cells::MARKS)),
            }
        }
    }

    /// Picks the units of a list, and returns them.
    fn picked(&mut self, cell: &str) -> Vec<UnitCode> {
        let codes = self.codes(cell);
        for code in &codes {
            if self.planned.plan.pick(code).is_some() && !self.planned.slips.twice.contains(code) {
                self.planned.slips.twice.push(code.clone());
            }
            self.change(Action::Pick(code.clone()));
        }
        codes
    }

    fn codes(&mut self, cell: &str) -> Vec<UnitCode> {
        match codes::in_cell(self.reader.catalogue, self.qualification, cell) {
            Ok(given) => {
                let known = &mut self.planned.slips.called;
                for one in given.called {
                    if !known.contains(&one) {
                        known.push(one);
                    }
                }
                given.codes
            }
            Err(failure) => {
                self.wrong.push(sentence(&failure.line()));
                Vec::new()
            }
        }
    }
}

fn group_called<'a>(qualification: &'a Qualification, name: &str) -> Option<&'a Group> {
    let mut groups = qualification.groups.iter();
    groups
        .find(|group| plain(group.id.as_str()) == plain(name) || plain(&group.title) == plain(name))
}
