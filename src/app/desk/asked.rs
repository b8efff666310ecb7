//! What the desk asks of the engine only for what is looked at: advice, the count of combinations,
//! what a unit would do.

use super::Desk;
use crate::assess::{
    Aim, Choice, Completion, Effective, Limit, NODES, Repair, State as Standing, complete, count,
    effective, outlook, repair,
};
use crate::qualification::UnitCode;
use crate::wording;

/// What would complete a plan, or put it right.
pub(in crate::app) struct Advice {
    pub(in crate::app) completions: Vec<Completion>,
    pub(in crate::app) repairs: Vec<Repair>,
    pub(in crate::app) choices: Vec<Choice>,
    pub(in crate::app) fully_searched: bool,
}

/// How many suggestions are made.
const SUGGESTIONS: usize = 3;

impl Desk {
    /// The best ways to complete the plan, by the least of what the totals are in; where something is broken, the
    /// smallest changes that put it right.
    pub(in crate::app) fn advice(self) -> Advice {
        let held = self.0.held();
        let context = held.context();
        held.editor.look(|editor| {
            let (qualification, plan) = (&held.qualification, editor.plan());
            let mut limit = Limit::nodes(NODES);
            if editor.assessment().state == Standing::Broken {
                let found = repair(qualification, plan, &context, SUGGESTIONS, &mut limit);
                return Advice {
                    completions: Vec::new(),
                    repairs: found.repairs,
                    choices: found.choices,
                    fully_searched: found.fully_searched,
                };
            }
            // Of the pathway and nation that the plan is judged by.
            let aim = Aim::least(qualification.measure());
            let plan = editor.assessment().as_judged(plan);
            let found = complete(qualification, &plan, &context, aim, SUGGESTIONS, &mut limit);
            Advice {
                completions: found.answer,
                repairs: Vec::new(),
                choices: Vec::new(),
                // Of a pathway that only was not searched whole nothing is proved.
                fully_searched: found.fully_searched
                    && editor.assessment().state != Standing::NotKnown,
            }
        })
    }

    /// What the rules together leave to each group.
    pub(in crate::app) fn effective(self) -> Vec<Effective> {
        let held = self.0.held();
        let context = held.context();
        held.editor.look(|editor| {
            let plan = editor.assessment().as_judged(editor.plan());
            let limit = &mut Limit::nodes(NODES);
            effective(&held.qualification, &plan, &context, limit)
        })
    }

    /// How many combinations of units complete the plan, in words, a moment after each change;
    /// nothing where the plan is not open.
    pub(in crate::app) fn combinations(self) -> String {
        let held = self.0.held();
        held.settled.look(|()| ());
        held.editor.peek(|editor| {
            if editor.assessment().state != Standing::Open {
                return String::new();
            }
            let (plan, limit) = (editor.plan(), &mut Limit::nodes(NODES));
            let found = count(&held.qualification, plan, &held.context(), limit);
            wording::combinations(&found)
        })
    }

    /// What picking a unit would do, or what it does in the plan, in words, a moment after each
    /// change.
    pub(in crate::app) fn outlook(self, code: &UnitCode) -> String {
        let held = self.0.held();
        held.settled.look(|()| ());
        held.editor.peek(|editor| {
            let (of, now) = (&held.qualification, editor.assessment());
            if let Some(unit) = now.units.iter().find(|unit| unit.code == *code) {
                return wording::picked(of, unit);
            }
            let (plan, limit) = (editor.plan(), &mut Limit::nodes(NODES));
            let Some(found) = outlook(of, plan, &held.context(), now, code, limit) else {
                return String::new();
            };
            let status = of.unit_index(code).and_then(|at| now.unit_statuses.get(at));
            let told = status.is_some_and(|status| status.not_counted.is_some());
            wording::outlook(of, now.state, &found, told)
        })
    }
}
