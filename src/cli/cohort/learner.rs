//! A row of a cohort as a plan, or every reason why it is none.

use std::sync::Arc;

use super::cells::{self, Mark};
use super::columns::{Column, Layout};
use super::headings::{Kind, plain};
use super::reading::{Planned, Reader, Reading, sentence};
use super::sheet::Row;
use crate::cli::inputs::{Slips, find};
use crate::plan::{Action, Plan};
use crate::qualification::{Form, Qualification, Variant, VariantId};
use crate::wording::command::cohort::{self as say, said};

/// A row, as far as it can be read.
pub(super) struct Learner {
    pub(super) line: usize,
    pub(super) name: String,
    /// The qualification as it is written in the row.
    pub(super) wanted: String,
    pub(super) qualification: Option<Arc<Qualification>>,
    /// The problems, where there is no plan.
    pub(super) plan: Result<Planned, Vec<String>>,
    /// True for a day that could also be read with the month first.
    pub(super) may_be_american: bool,
}

impl Reader<'_> {
    /// True for what can only be a row of its own.
    pub(super) fn is_row(&self, cells: &[String]) -> bool {
        let qualification = self.columns.cell(Kind::Qualification, cells);
        cells.len() >= self.columns.all.len()
            && qualification.is_some_and(|wanted| find(self.catalogue, wanted).is_ok())
    }

    pub(super) fn learner(&self, row: &Row) -> Learner {
        let cell = |kind: Kind| self.columns.cell(kind, &row.cells).unwrap_or_default();
        let own = cell(Kind::Qualification);
        let wanted = if own.is_empty() {
            self.qualification.unwrap_or_default()
        } else {
            own
        };
        let mut learner = Learner {
            line: row.line,
            name: cell(Kind::Learner).to_owned(),
            wanted: wanted.to_owned(),
            qualification: None,
            plan: Err(Vec::new()),
            may_be_american: false,
        };
        let mut wrong = Vec::new();
        let found = find(self.catalogue, wanted);
        learner.qualification = found.as_ref().ok().cloned();
        if let Some(why) = row.broken {
            wrong.push(say::row_cannot_be_read(why));
        } else if let Some(trouble) = self.columns.trouble(&row.cells) {
            wrong.push(trouble);
        } else {
            if learner.name.is_empty() {
                wrong.push(say::NO_LEARNER.to_owned());
            }
            match found {
                Ok(qualification) => {
                    let mut reading = Reading {
                        reader: self,
                        row,
                        qualification: &qualification,
                        planned: Planned {
                            plan: Plan::new(qualification.id.clone()),
                            slips: Slips::default(),
                            repeated: Vec::new(),
                        },
                        wrong: Vec::new(),
                    };
                    reading.all();
                    learner.may_be_american = reading.may_be_american();
                    wrong.append(&mut reading.wrong);
                    if wrong.is_empty() {
                        learner.plan = Ok(reading.planned);
                    }
                }
                Err(failure) => wrong.push(sentence(&failure.line())),
            }
        }
        if !wrong.is_empty() {
            learner.plan = Err(wrong);
        }
        learner
    }
}

impl Reading<'_> {
    fn all(&mut self) {
        self.registration();
        self.choices();
        if self.reader.columns.layout == Layout::RowPerUnit {
            self.unit();
        } else {
            self.units();
        }
        self.marks();
        for (column, cell) in self.reader.columns.all.iter().zip(&self.row.cells) {
            if let (Column::Repeated(heading), false) = (column, cell.is_empty()) {
                let cell = cell.trim_end_matches('.');
                self.planned.repeated.push(say::passed_over(heading, cell));
            }
        }
    }

    fn registration(&mut self) {
        let cell = self.cell(Kind::Registered);
        self.planned.plan.registered = cells::day(&cell);
        if !cell.is_empty() && self.planned.plan.registered.is_none() {
            self.wrong.push(say::no_day(&cell));
        }
    }

    fn may_be_american(&self) -> bool {
        let day = self.planned.plan.registered;
        day.is_some_and(|day| cells::may_be_american(&self.cell(Kind::Registered), day))
    }

    fn choices(&mut self) {
        let qualification = self.qualification;
        self.planned.plan.pathway =
            self.variant(Kind::Pathway, said::PATHWAY, &qualification.pathways);
        self.planned.plan.nation = self.variant(Kind::Nation, said::NATION, &qualification.nations);
        let conditions: Vec<_> = qualification
            .rules
            .iter()
            .filter_map(|rule| match &rule.form {
                Form::Condition { text, .. } => Some((&rule.id, text)),
                _ => None,
            })
            .collect();
        let named = |item: &str| {
            let is_this = |text: &str| plain(text) == plain(item);
            let mut all = conditions.iter();
            all.find(|(id, text)| is_this(id.as_str()) || is_this(text))
        };
        let cell = self.cell(Kind::Conditions);
        // The text of one may have commas or spaces in it; between names spaces do.
        let whole = named(&cell).map(|_| vec![cell.as_str()]);
        let items = whole.unwrap_or_else(|| cells::items(&cell).collect());
        let items = items.into_iter().flat_map(|item| {
            let words: Vec<&str> = item.split_whitespace().collect();
            if words.iter().all(|word| named(word).is_some()) {
                words
            } else {
                vec![item]
            }
        });
        for item in items {
            match (named(item), cells::mark(item), conditions.as_slice()) {
                (None, Some(Mark { picked: false, .. }), _) => {}
                // Where there is only one condition, “yes” is enough.
                (Some((id, _)), _, _) | (None, Some(_), [(id, _)]) => {
                    self.change(Action::Tick((*id).clone(), true));
                }
                _ => {
                    let all = conditions.iter().map(|(id, _)| id.as_str());
                    self.has_no(said::CONDITION, item, all);
                }
            }
        }
    }

    fn variant(&mut self, kind: Kind, what: &str, all: &[Variant]) -> Option<VariantId> {
        let cell = self.cell(kind);
        let is_this = |one: &&Variant| {
            plain(one.id.as_str()) == plain(&cell) || plain(&one.title) == plain(&cell)
        };
        let found = all.iter().find(is_this);
        if !cell.is_empty() && found.is_none() {
            self.has_no(what, &cell, all.iter().map(|one| one.id.as_str()));
        }
        found.map(|one| one.id.clone())
    }
}
