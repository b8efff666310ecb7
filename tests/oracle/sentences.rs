//! Every sentence that says what to do, or that something cannot be, taken from what is said of a
//! plan and checked by running the engines.

use proptest::prelude::*;
use qualification_planner::assess::{
    Aim, Assessment, Finding, Limit, State, assess, complete, outlook, repair,
};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Qualification, RuleId, UnitCode};
use qualification_planner::wording;

use crate::random::CONTEXT;
use crate::slow::Slow;

/// Words that no sentence has which is not checked here.
const CLAIMS: [&str; 10] = [
    "cannot",
    "Take out",
    "Taking out",
    "No unit",
    "No valid",
    "no longer",
    "together",
    "enough is",
    "alone",
    "put the plan right",
];

type Checked = Result<(), TestCaseError>;

/// Holds every such sentence to be true.
pub(crate) fn check(of: &Qualification, plan: &Plan, slow: &Slow<'_>) -> Checked {
    let now = assess(of, plan, &CONTEXT);
    let this = Sentences {
        of,
        plan,
        slow,
        now: &now,
    };
    this.of_rules()?;
    this.of_units()?;
    this.of_advice()
}

struct Sentences<'a> {
    of: &'a Qualification,
    plan: &'a Plan,
    slow: &'a Slow<'a>,
    now: &'a Assessment,
}

impl Sentences<'_> {
    fn of_rules(&self) -> Checked {
        let variant = (self.now.pathway.as_ref(), self.now.nation.as_ref());
        for judgement in &self.now.judgements {
            let line = wording::judgement(self.of, judgement);
            claims_nothing(&line.headline)?;
            claims_nothing(&line.detail)?;
            let Some(advice) = line.advice else {
                continue;
            };
            if let Some(units) = advice.strip_suffix(" cannot count in this plan.") {
                for code in self.codes(units) {
                    prop_assert!(!self.counts(&self.with(&code), &code), "{}", advice);
                }
            } else if let Some(most) = advice.strip_prefix("The units open to you give ") {
                let most: u32 = most.split(' ').next().unwrap().parse().unwrap();
                let Finding::Amount { of, measure, .. } = &judgement.finding else {
                    panic!("{advice}");
                };
                let found = self.slow.most(of, *measure, variant);
                prop_assert_eq!(found, most, "{}", advice);
            } else {
                prop_assert_eq!(&advice, "Adding units cannot put this rule right.");
                let rule: [RuleId; 1] = [judgement.rule.clone()];
                prop_assert!(!self.slow.could_meet(&rule, variant), "{}", advice);
            }
        }
        Ok(())
    }

    fn of_units(&self) -> Checked {
        for (unit, status) in self.of.units.iter().zip(&self.now.unit_statuses) {
            let code = &unit.code;
            let is_picked = self.plan.pick(code).is_some();
            let said = wording::row_note(self.of, unit, status, is_picked);
            self.of_standing(code, &said)?;
            let limit = &mut Limit::nodes(crate::ENOUGH);
            if let Some(found) = outlook(self.of, self.plan, &CONTEXT, self.now, code, limit) {
                let said = wording::outlook(self.of, self.now.state, &found, true);
                self.of_outlook(code, &said)?;
            }
        }
        Ok(())
    }

    /// Which units count beside which, by the pathway and nation that the plan is judged by.
    fn of_standing(&self, code: &UnitCode, said: &str) -> Checked {
        let with = self.with(code);
        let with = with
            .after(Action::SetPathway(self.now.pathway.clone()))
            .after(Action::SetNation(self.now.nation.clone()));
        if said.is_empty() {
            return Ok(());
        }
        if let Some(other) = said.strip_prefix("Would count instead of ") {
            let [other] = self.codes(other).try_into().unwrap();
            let so = self.counts(&with, code) && !self.counts(&with, &other);
            prop_assert!(so, "{}: {}", code, said);
            return Ok(());
        }
        let either = said.strip_prefix("Only this or ");
        if either.is_none() {
            prop_assert!(!self.counts(&with, code), "{}: {}", code, said);
        }
        let chosen = |words: &str| said.split_once(words).map(|(_, rest)| rest);
        let chosen = chosen("you chose ").or_else(|| chosen("you also chose "));
        let Some(beside) = either.or(chosen) else {
            return Ok(());
        };
        // With those alone, as they are picked.
        let mut those = self.codes(beside);
        those.push(code.clone());
        let others = with
            .picks()
            .iter()
            .filter(|pick| !those.contains(&pick.code));
        let only = others.fold(with.clone(), |plan, pick| {
            plan.after(Action::Remove(pick.code.clone()))
        });
        let all = those.iter().all(|one| self.counts(&only, one));
        prop_assert!(!all, "{}: {}", code, said);
        Ok(())
    }

    fn of_outlook(&self, code: &UnitCode, said: &str) -> Checked {
        let with = self.with(code);
        let then = assess(self.of, &with, &CONTEXT).state;
        let counts = self.counts(&with, code);
        let so = match said {
            "" => !counts || matches!(then, State::Met | State::Open),
            _ if said.starts_with("Every way to complete the plan has this unit.") => {
                let bit = self.slow.bit(code);
                let all = self.slow.completions_of_any_kind();
                let met = then == State::Met || !said.contains("With it, the plan is complete.");
                all.iter().all(|set| set & bit != 0) && met
            }
            "It puts the plan right." => matches!(then, State::Met | State::Open),
            "It does not put the plan right." => counts && then == State::Broken,
            "It completes the plan." => then == State::Met,
            "With it, the plan needs more units." => then == State::Open,
            _ => {
                let together = said.split_once("No valid combination has it together with ");
                let others = together.map_or(0, |(_, rest)| {
                    let (units, _) = rest.split_once(". ").unwrap();
                    let codes = self.codes(units).into_iter();
                    codes.fold(self.slow.bit(code), |bits, one| bits | self.slow.bit(&one))
                });
                let held = others != 0 && self.slow.some_valid_holds(others);
                let ends = said.ends_with("The plan could no longer be completed.");
                then == State::Broken && ends && !held
            }
        };
        prop_assert!(so, "{}: {} Then {:?}", code, said, then);
        Ok(())
    }

    /// What to do, done.
    fn of_advice(&self) -> Checked {
        let limit = &mut Limit::nodes(crate::ENOUGH);
        let aim = Aim::FewestCredits;
        for one in complete(self.of, self.plan, &CONTEXT, aim, 3, limit).answer {
            let said = wording::completion(self.of, &one);
            let (into, out) = match said.label.split_once(" instead of ") {
                Some((into, out)) => (into, out),
                None if said.label.starts_with("Take out ") => ("", said.label.as_str()),
                None => (said.label.as_str(), ""),
            };
            let after = self.changed(out, into);
            // Conditions are left to be ticked.
            let state = assess(self.of, &after, &CONTEXT).state;
            let met = state == State::Met || !self.slow.all_ticked() && state == State::Open;
            prop_assert!(met, "{}: {:?}", said.label, state);
        }
        for one in repair(self.of, self.plan, &CONTEXT, 3, limit).repairs {
            let said = wording::repair(self.of, &one);
            let (out, into) = match said.label.split_once(" and add ") {
                Some((out, into)) => (out, into),
                None if said.label.starts_with("Add ") => ("", said.label.as_str()),
                None => (said.label.as_str(), ""),
            };
            let state = assess(self.of, &self.changed(out, into), &CONTEXT).state;
            let wanted = if said.detail.ends_with("Then all rules are met.") {
                State::Met
            } else {
                State::Open
            };
            prop_assert_eq!(state, wanted, "{}", said.label);
        }
        Ok(())
    }

    /// The plan without the units that one text names, and with those of another.
    fn changed(&self, out: &str, into: &str) -> Plan {
        let (out, into) = (self.codes(out), self.codes(into));
        self.plan.clone().after(Action::Change { out, into })
    }

    fn with(&self, code: &UnitCode) -> Plan {
        self.plan.clone().after(Action::Pick(code.clone()))
    }

    fn counts(&self, plan: &Plan, code: &UnitCode) -> bool {
        let found = assess(self.of, plan, &CONTEXT);
        let mut units = found.units.iter();
        units.any(|unit| unit.code == *code && unit.not_counted.is_none())
    }

    /// The units whose codes stand in a text.
    fn codes(&self, text: &str) -> Vec<UnitCode> {
        let words: Vec<&str> = text
            .split(|one: char| !one.is_ascii_alphanumeric())
            .collect();
        let units = self.of.units.iter().map(|unit| unit.code.clone());
        units
            .filter(|code| words.contains(&code.as_str()))
            .collect()
    }
}

fn claims_nothing(said: &str) -> Checked {
    let claim = CLAIMS.iter().find(|claim| said.contains(**claim));
    prop_assert!(claim.is_none(), "nobody checks: {}", said);
    Ok(())
}
