//! What is answered about a cohort: a row for each plan as CSV, or all of it as JSON.

use std::io::{self, Write};

use csv::{ErrorKind, Writer};
use serde_json::{Value, json};

use super::columns::Layout;
use super::gather::Entry;
use crate::assess::{Context, Limit, assess_within};
use crate::catalogue::Catalogue;
use crate::cli::args::Args;
use crate::cli::findings;
use crate::cli::remarks::{Failure, Remarks};
use crate::cli::status::{NOT_KNOWN, UNREADABLE};
use crate::cli::values::state;
use crate::exchange::sheet::harmless;
use crate::plan::Pick;
use crate::qualification::Measure;
use crate::wording;
use crate::wording::command::cohort::{self as say, Counts};
use crate::wording::command::failure::NOT_WRITTEN;

/// Judges plans one after the other, and counts them.
pub(super) struct Answer<'a> {
    args: &'a Args,
    catalogue: &'a Catalogue,
    context: Context,
    layout: Layout,
    rows: usize,
    plans: usize,
    met: usize,
    not_known: usize,
    errors: usize,
}

/// The columns of the answer. Measure and amount stand where not all is counted in credits, and what is achieved where
/// anything is.
const COLUMNS: [&str; 9] = [
    "learner",
    "qualification",
    "state",
    "credits",
    "guided_learning_hours",
    "findings",
    "measure",
    "amount",
    "achieved",
];

/// A row of the answer.
struct Judged {
    state: &'static str,
    /// Credits and guided learning hours that count; nothing where nothing was judged, or where the
    /// qualification gives none.
    credits: Option<u32>,
    hours: Option<u32>,
    /// What counts in the measure of the totals, where something was judged.
    amount: Option<(Measure, u32)>,
    /// What of that is achieved.
    achieved: Option<u32>,
    findings: Vec<String>,
}

impl<'a> Answer<'a> {
    pub(super) const fn new(
        args: &'a Args,
        catalogue: &'a Catalogue,
        context: Context,
        layout: Layout,
        rows: usize,
    ) -> Self {
        Self {
            args,
            catalogue,
            context,
            layout,
            rows,
            plans: 0,
            met: 0,
            not_known: 0,
            errors: 0,
        }
    }

    /// Judges all, writes the answer, and returns the exit status.
    pub(super) fn judge(
        mut self,
        entries: Vec<Entry>,
        remarks: &mut Remarks,
    ) -> Result<u8, Failure> {
        if self.args.json {
            let mut plans = Vec::new();
            for entry in entries {
                let judged = self.judged(&entry);
                plans.push(value(&entry, &judged));
            }
            let answer = json!({"layout": layout_name(self.layout), "plans": plans, "counts": self.counts()});
            let answer = remarks.beside(answer);
            writeln!(io::stdout(), "{answer:#}").map_err(|error| Failure::unwritten(&error))?;
        } else {
            self.write(entries)
                .map_err(|error| match error.into_kind() {
                    ErrorKind::Io(error) => Failure::unwritten(&error),
                    _ => Failure::new(NOT_WRITTEN),
                })?;
        }
        remarks.last = Some(self.summary());
        Ok(match (self.errors, self.not_met(), self.not_known) {
            (0, 0, 0) => 0,
            (0, 0, _) => NOT_KNOWN,
            (0, _, _) => 1,
            _ => UNREADABLE,
        })
    }

    const fn not_met(&self) -> usize {
        self.plans - self.met - self.not_known - self.errors
    }

    fn write(&mut self, entries: Vec<Entry>) -> Result<(), csv::Error> {
        let mut writer = Writer::from_writer(io::stdout().lock());
        // Where all is counted in credits, the answer is the one that scripts know.
        let others = |entry: &Entry| {
            let of = entry.plan.as_ref().map(|(of, _)| of.measure());
            of.is_ok_and(|measure| measure != Measure::Credits)
        };
        let says_measure = entries.iter().any(others);
        let is_achieved = |entry: &Entry| {
            let plan = entry.plan.as_ref().map(|(_, planned)| &planned.plan);
            plan.is_ok_and(|plan| plan.picks().iter().any(Pick::is_achieved))
        };
        let says_achieved = entries.iter().any(is_achieved);
        let is_said = |column: &str| match column {
            "measure" | "amount" => says_measure,
            "achieved" => says_achieved,
            _ => true,
        };
        writer.write_record(COLUMNS.iter().filter(|column| is_said(column)))?;
        for entry in entries {
            let judged = self.judged(&entry);
            let shown =
                |figure: Option<u32>| figure.map_or_else(String::new, |figure| figure.to_string());
            let (credits, hours) = (shown(judged.credits), shown(judged.hours));
            let amount = shown(judged.amount.map(|(_, amount)| amount));
            let achieved = shown(judged.achieved);
            let findings = judged.findings.join(" ");
            let row = [
                entry.name.as_str(),
                &entry.wanted,
                judged.state,
                &credits,
                &hours,
                &findings,
                judged.amount.map_or("", |(measure, _)| measure.word()),
                &amount,
                &achieved,
            ];
            let cells = COLUMNS.iter().zip(row);
            let cells = cells.filter(|(column, _)| is_said(column));
            writer.write_record(cells.map(|(_, cell)| harmless(cell)))?;
        }
        Ok(writer.flush()?)
    }

    fn judged(&mut self, entry: &Entry) -> Judged {
        self.plans += 1;
        let (qualification, planned) = match &entry.plan {
            Ok(planned) => planned,
            Err(wrong) => {
                self.errors += 1;
                return Judged {
                    state: "error",
                    credits: None,
                    hours: None,
                    amount: None,
                    achieved: None,
                    findings: wrong.clone(),
                };
            }
        };
        let mut limit = Limit::nodes(self.args.limit);
        let found = assess_within(qualification, &planned.plan, &self.context, &mut limit);
        let all = findings::of(
            self.catalogue,
            qualification,
            &planned.plan,
            &planned.slips,
            &found,
        );
        let texts = all.iter().filter_map(|finding| finding["text"].as_str());
        let mut findings: Vec<String> = texts
            .map(|text| {
                let stop = if text.ends_with(['.', '?']) { "" } else { "." };
                format!("{text}{stop}")
            })
            .collect();
        if !found.fully_searched {
            findings.push(say::NOT_SEARCHED.to_owned());
        }
        let judged_by = (found.pathway.as_ref(), found.nation.as_ref());
        findings.extend(wording::assumed(qualification, &planned.plan, judged_by));
        findings.extend(planned.repeated.iter().cloned());
        let state = state(found.state);
        let gives = |measure: Measure| {
            let given = qualification.gives(measure);
            given.then(|| found.counted.of(measure))
        };
        let own = qualification.measure();
        self.met += usize::from(state == "met");
        self.not_known += usize::from(state == "not-known");
        Judged {
            state,
            credits: gives(Measure::Credits),
            hours: gives(Measure::Hours),
            amount: Some((own, found.counted.of(own))),
            achieved: Some(found.achieved.of(own)),
            findings,
        }
    }

    fn counts(&self) -> Value {
        json!({
            "rows": self.rows,
            "plans": self.plans,
            "met": self.met,
            "not_met": self.not_met(),
            "not_known": self.not_known,
            "errors": self.errors,
        })
    }

    fn summary(&self) -> String {
        let is_by_unit = self.layout == Layout::RowPerUnit;
        say::summary(&Counts {
            rows: self.rows,
            plans: is_by_unit.then_some(self.plans),
            met: self.met,
            not_met: self.not_met(),
            not_known: self.not_known,
            errors: self.errors,
        })
    }
}

const fn layout_name(layout: Layout) -> &'static str {
    match layout {
        Layout::RowPerLearner => "row-per-learner",
        Layout::RowPerUnit => "row-per-unit",
        Layout::ColumnPerUnit => "column-per-unit",
    }
}

fn value(entry: &Entry, judged: &Judged) -> Value {
    json!({
        "learner": entry.name,
        "qualification": entry.wanted,
        "lines": entry.lines,
        "state": judged.state,
        "credits": judged.credits,
        "guided_learning_hours": judged.hours,
        "measure": judged.amount.map(|(measure, _)| measure.word()),
        "amount": judged.amount.map(|(_, amount)| amount),
        "achieved": judged.achieved,
        "findings": judged.findings,
    })
}
