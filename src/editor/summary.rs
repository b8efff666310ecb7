use super::{BarView, Current};
use crate::assess::{Finding, State};
use crate::plan::History;
use crate::qualification::{Form, Qualification, RuleId, UnitCode};
use crate::wording;

/// The head of “Your plan”: the total, the state, and the pathway and nation by which it is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanView {
    /// The total against what the rules ask for, with a piece for each group.
    pub bar: BarView,
    /// The other bounds on the whole: “2 of at least 2 units”; empty where there are none.
    pub beside: String,
    /// The state of the plan, with a sentence; `None` until it is judged.
    pub state: Option<(State, String)>,
    /// The pathway and nation by which it is judged, where the plan names none; empty where it does.
    pub assumed: String,
}

/// A condition of a rule that is no unit, to be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionView {
    /// The rule that asks for it.
    pub rule: RuleId,
    /// The condition in words.
    pub text: String,
    /// True where it is ticked.
    pub is_ticked: bool,
}

/// A picked unit that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncountedView {
    /// Its code.
    pub code: UnitCode,
    /// Its title; where the qualification does not have it, its title when the plan was saved.
    pub title: String,
    /// Why it does not count.
    pub reason: String,
    /// False for a mandatory unit: the suggestions say which other unit to take out.
    pub can_be_taken_out: bool,
}

/// Which of the buttons below the plan would change anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each button")]
pub struct Controls {
    /// Picking every mandatory unit.
    pub pick_mandatory: bool,
    /// Undo.
    pub undo: bool,
    /// Redo.
    pub redo: bool,
    /// Taking all units out.
    pub clear: bool,
}

/// Which suggestions are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceView {
    /// None: the plan meets its rules.
    Nothing,
    /// Ways to complete it.
    Complete,
    /// Ways to mend it.
    PutRight,
}

impl PlanView {
    /// The name of the bar: “Credits of your plan”.
    #[must_use]
    pub fn bar_name(qualification: &Qualification) -> String {
        wording::of_your_plan(qualification.measure())
    }
}

impl Current<'_> {
    /// The head of “Your plan”.
    #[must_use]
    pub fn summary(&self) -> PlanView {
        PlanView {
            bar: self.total_bar(),
            beside: self.beside_total(),
            state: self.state(),
            assumed: self.assumed(),
        }
    }

    /// The total against what the rules ask for, with a piece for each group.
    #[must_use]
    pub fn total_bar(&self) -> BarView {
        let (of, found) = (self.qualification, self.assessment);
        let groups = found.groups.iter();
        BarView {
            pieces: groups.map(|one| one.counted.of(of.measure())).collect(),
            bounds: wording::overall(of, found),
            words: wording::total_line(of, found),
        }
    }

    /// What else bounds the whole: “2 of at least 2 units”; empty where nothing does.
    #[must_use]
    pub fn beside_total(&self) -> String {
        wording::beside_total(self.qualification, self.assessment).unwrap_or_default()
    }

    /// Where the plan stands, with a sentence; `None` while it is not judged.
    #[must_use]
    pub fn state(&self) -> Option<(State, String)> {
        let found = self.assessment;
        self.sentences
            .map(|sentences| (found.state, (sentences.state)(found)))
    }

    /// By which pathway and nation the plan is judged, where it names none; empty where it does, and while it is
    /// not judged.
    #[must_use]
    pub fn assumed(&self) -> String {
        let (of, found) = (self.qualification, self.assessment);
        self.sentences.map_or_else(String::new, |sentences| {
            (sentences.assumed)(of, self.plan, found)
        })
    }

    /// The legend of the bar: each group with what counts of it; empty where there is one group.
    #[must_use]
    pub fn legend(&self) -> Vec<String> {
        let of = self.qualification;
        let groups = of.groups.iter().enumerate();
        let lines = groups.map(|(place, group)| {
            let totals = self.assessment.groups.get(place);
            let number = totals.map_or(0, |totals| totals.counted.of(of.measure()));
            wording::group_share(&group.title, number)
        });
        let lines: Vec<String> = lines.collect();
        if lines.len() < 2 { Vec::new() } else { lines }
    }

    /// The conditions that can be ticked.
    #[must_use]
    pub fn conditions(&self) -> Vec<ConditionView> {
        let rules = self.qualification.rules.iter();
        let conditions = rules.filter_map(|rule| match &rule.form {
            Form::Condition { text, if_taken } => Some(ConditionView {
                rule: rule.id.clone(),
                text: wording::condition(text, if_taken),
                is_ticked: self.plan.conditions.contains(&rule.id),
            }),
            _ => None,
        });
        conditions.collect()
    }

    /// How many picked units do not count.
    #[must_use]
    pub fn uncounted_number(&self) -> usize {
        let units = self.assessment.units.iter();
        units.filter(|unit| unit.not_counted.is_some()).count()
    }

    /// The picked units that do not count. `known` gives the title of a unit that the qualification
    /// does not have.
    pub fn uncounted<'b>(
        &'b self,
        known: impl Fn(&UnitCode) -> Option<String> + 'b,
    ) -> impl Iterator<Item = UncountedView> + 'b {
        let (of, found) = (self.qualification, self.assessment);
        found.units.iter().filter_map(move |unit| {
            let (code, why) = (&unit.code, unit.not_counted.as_ref()?);
            let title = of.unit(code).map(|unit| unit.title.clone());
            let mut judgements = found.judgements.iter();
            let is_missing = judgements.any(|one| {
                matches!(&one.finding, Finding::Mandatory { missing, .. } if missing.contains(code))
            });
            Some(UncountedView {
                code: code.clone(),
                title: title.or_else(|| known(code)).unwrap_or_default(),
                reason: wording::not_counted(of, why),
                can_be_taken_out: !is_missing,
            })
        })
    }

    /// Which of the buttons below the plan would change it.
    #[must_use]
    pub fn controls(&self, history: &History) -> Controls {
        let mandatory = wording::mandatory(self.qualification).unwrap_or_default();
        Controls {
            pick_mandatory: mandatory.iter().any(|code| self.pick(code).is_none()),
            undo: history.can_undo(),
            redo: history.can_redo(),
            clear: !self.plan.picks().is_empty(),
        }
    }

    /// Which suggestions are offered.
    #[must_use]
    pub const fn advice(&self) -> AdviceView {
        match self.assessment.state {
            State::Met => AdviceView::Nothing,
            State::Broken => AdviceView::PutRight,
            State::Open | State::NotKnown => AdviceView::Complete,
        }
    }
}
