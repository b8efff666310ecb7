//! The engine, asked of a qualification with some of its rules left out, or with one more.
//!
//! Nothing is picked, so that all credit is studied for. So where a rule asks for credit earned in
//! another way, the trial takes it that all units could be earned in that way; where a rule limits
//! such credit, the trial ignores the limit. Then no error is reported that a learner could avoid.

use super::finding::Finding;
use super::place::Place;
use super::who::{Who, may_be_claimed};
use crate::assess::{
    Aim, Assessment, Completion, Context, Limit, NotCounted, State, assess_within, complete,
};
use crate::plan::{Action, Plan};
use crate::qualification::{
    Amount, Bounds, Earned, Form, Measure, Qualification, Rule, RuleId, Selection, Surplus,
    UnitCode, When,
};
use crate::wording::command::join;
use crate::wording::command::lint::{self as say, hint};
use std::sync::Arc;

/// The name of a rule that is put beside those of the file.
const ADDED: &str = "lint.added";

pub(super) struct Trial<'a> {
    /// The qualification as it is.
    written: &'a Qualification,
    /// The same with ways of earning left out.
    qualification: Qualification,
    context: Context,
    nodes: u64,
    limit: Limit,
    /// What is looked at now, and what could not be searched to the end.
    now: &'static str,
    stopped: Vec<&'static str>,
}

impl<'a> Trial<'a> {
    pub(super) fn new(written: &'a Qualification, context: Context, nodes: u64) -> Self {
        let mut qualification = written.clone();
        for rule in Arc::make_mut(&mut qualification.rules) {
            rule.form = studied(rule.form.clone());
        }
        Self {
            written,
            qualification,
            context,
            nodes,
            limit: Limit::nodes(nodes),
            now: "",
            stopped: Vec::new(),
        }
    }

    /// Begins with something new, with as many nodes as the caller allows.
    pub(super) fn look_at(&mut self, what: &'static str) {
        self.now = what;
        self.limit = Limit::nodes(self.nodes);
    }

    pub(super) fn rules(&self) -> &'a [Rule] {
        &self.written.rules
    }

    /// The rule as it is tried.
    pub(super) fn tried(&self, rule: usize) -> Option<&Rule> {
        self.qualification.rules.get(rule)
    }

    /// The qualification with these of its rules, and with others beside them.
    pub(super) fn with(
        &self,
        keep: impl Fn(usize) -> bool,
        others: impl IntoIterator<Item = Form>,
    ) -> Qualification {
        let mut qualification = self.qualification.clone();
        let mut place = 0..;
        let rules = Arc::make_mut(&mut qualification.rules);
        rules.retain(|_| place.next().is_some_and(&keep));
        if let (Some(like), Some(id)) = (self.qualification.rules.first(), RuleId::new(ADDED)) {
            rules.extend(others.into_iter().map(|form| Rule {
                form,
                id: id.clone(),
                when: When::default(),
                ..like.clone()
            }));
        }
        qualification
    }

    /// How a plan without units stands; `None` where the search stopped.
    pub(super) fn judged(&mut self, of: &Qualification, at: &Who) -> Option<Assessment> {
        let of = at.of(of);
        let found = assess_within(&of, &at.plan(&of), &self.context, &mut self.limit);
        self.searched(found.fully_searched).then_some(found)
    }

    /// Whether some choice of units meets all rules; `None` where the search stopped.
    pub(super) fn possible(&mut self, of: &Qualification, at: &Who) -> Option<bool> {
        Some(self.judged(of, at)?.state != State::Broken)
    }

    /// Whether that is so for any of these; `None` where “no” is not certain.
    pub(super) fn possible_for_any(&mut self, of: &Qualification, who: &[Who]) -> Option<bool> {
        let mut sure = Some(false);
        for at in who {
            match self.possible(of, at) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => sure = None,
            }
        }
        sure
    }

    /// The best completion of a plan of such a learner; the outer `None` where the search stopped.
    #[expect(
        clippy::option_option,
        reason = "no completion and no answer are two things"
    )]
    pub(super) fn completed(
        &mut self,
        of: &Qualification,
        at: &Who,
        plan: &Plan,
        aim: Aim,
    ) -> Option<Option<Completion>> {
        let found = complete(&at.of(of), plan, &self.context, aim, 1, &mut self.limit);
        let whole = self.searched(found.fully_searched);
        whole.then(|| found.answer.into_iter().next())
    }

    /// Why a unit is closed to such a learner, under these rules on registration alone and even where
    /// it was achieved before.
    pub(super) fn closed(
        &mut self,
        unit: &UnitCode,
        at: &Who,
        keep: &dyn Fn(usize) -> bool,
    ) -> Option<NotCounted> {
        let is_kept = |place: usize| {
            let rule = self.written.rules.get(place);
            let closes = rule.is_some_and(|rule| matches!(rule.form, Form::Registration { .. }));
            closes && keep(place)
        };
        let of = self.with(is_kept, []);
        let plan = at.plan(&of).after(Action::Achieve(unit.clone(), true));
        let found = assess_within(&of, &plan, &self.context, &mut self.limit);
        let unit = found.units.into_iter().find(|one| one.code == *unit)?;
        unit.not_counted
    }

    fn searched(&mut self, fully: bool) -> bool {
        if !fully && !self.stopped.contains(&self.now) {
            self.stopped.push(self.now);
        }
        fully
    }

    /// What could not be searched to the end.
    pub(super) fn not_searched(&self, place: &Place<'_>) -> Option<Finding> {
        let parts: Vec<String> = self.stopped.iter().map(ToString::to_string).collect();
        (!parts.is_empty()).then(|| {
            Finding::new(
                place.here(),
                "not-searched",
                say::not_searched(&join(&parts)),
                hint::LARGER_LIMIT,
            )
        })
    }
}

/// What a rule asks where everything is studied for.
fn studied(form: Form) -> Form {
    let asks_for_nothing = Form::Mandatory { units: Vec::new() };
    match form {
        Form::Amount(amount) => studied_amount(amount).map_or(asks_for_nothing, Form::Amount),
        Form::Share { of, out_of, .. } if !(of.earned.is_empty() && out_of.earned.is_empty()) => {
            asks_for_nothing
        }
        other => other,
    }
}

/// What an amount asks where everything is studied for; nothing where it only limits.
pub(super) fn studied_amount(mut amount: Amount) -> Option<Amount> {
    let earned = std::mem::take(&mut amount.of.earned);
    if earned.is_empty() || Earned::ALL.iter().all(|way| earned.contains(way)) {
        return Some(amount);
    }
    let bounds = Bounds::new(amount.bounds.least(), None)?;
    Some(Amount {
        bounds,
        surplus: Surplus::Breaks,
        ..amount
    })
}

/// A rule that asks for one unit at least of a selection, however it is earned.
pub(super) fn one_of(of: &Selection) -> Option<Form> {
    Some(Form::Amount(Amount {
        of: Selection {
            earned: Vec::new(),
            ..of.clone()
        },
        measure: Measure::Units,
        bounds: Bounds::new(Some(1), None)?,
        surplus: Surplus::Breaks,
        if_used: false,
        each_subject: false,
    }))
}

impl Trial<'_> {
    /// Those of some rules without which the ones that are asked for, and `added` beside them, could be
    /// met: as few of them as leaving out one after the other gives, the last first.
    pub(super) fn needed(
        &mut self,
        at: &Who,
        asked: &[usize],
        added: Option<&Form>,
        some: Vec<usize>,
    ) -> Vec<usize> {
        // What only keeps out whoever has not achieved a unit goes first: without it, it is so for all.
        let rules = self.rules();
        let is_claimed = |rule: &usize| {
            let rule = rules.get(*rule);
            rule.is_some_and(|rule| may_be_claimed(&rule.form).is_some())
        };
        let (claimed, others): (Vec<usize>, Vec<usize>) =
            some.iter().partition(|one| is_claimed(one));
        let mut kept = some;
        let mut parts = vec![others, claimed];
        parts.retain(|part| !part.is_empty());
        // Mostly no rule of a part is needed, so a whole part is tried before its halves.
        while let Some(part) = parts.pop() {
            let without = |rule: usize| {
                asked.contains(&rule) || kept.contains(&rule) && !part.contains(&rule)
            };
            let of = self.with(without, added.cloned());
            if self.possible(&of, at) == Some(false) {
                kept.retain(|rule| !part.contains(rule));
            } else if part.len() > 1 {
                let (first, last) = part.split_at(part.len() / 2);
                parts.push(first.to_vec());
                parts.push(last.to_vec());
            }
        }
        kept
    }
}
