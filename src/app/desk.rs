use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::browser;
use super::state::State;
use crate::assess::{
    Assessment, Context, Obstacle, State as Standing, assess, displaced, obstacle,
};
use crate::draft::{Draft, Failure, UnitFacts, Unreadable};
use crate::plan::{Action, History, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::reading::Node;
use crate::wording;

/// Whether the plan as it is shown is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saving {
    /// Nothing has been changed yet, and there was no draft.
    Nothing,
    /// It is in this browser.
    Saved,
    /// It is not.
    Failed(Failure),
}

/// A planning screen: one qualification, one plan, its assessment.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) qualification: StoredValue<Arc<Qualification>>,
    pub(super) assessment: Memo<Arc<Assessment>>,
    pub(super) saving: RwSignal<Saving>,
    /// Drafts that were found and could not be read.
    pub(super) unreadable: RwSignal<Vec<Unreadable>>,
    /// What a screen reader is told, a second after the last change.
    pub(super) announcement: RwSignal<String>,
    history: RwSignal<History>,
    /// The facts of units as they were saved last, for those that the catalogue has lost.
    facts: StoredValue<Vec<UnitFacts>>,
    sequence: StoredValue<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
    state: State,
}

/// What a row of the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) picked: bool,
    pub(super) achieved: bool,
    pub(super) obstacle: Option<Obstacle>,
    pub(super) displaces: Option<UnitCode>,
}

impl Desk {
    /// Opens the desk for a qualification with its draft, if there is one.
    pub(super) fn open(state: State, qualification: Arc<Qualification>) -> Self {
        let (draft, unreadable, saving) = match state.open_draft(&qualification.id) {
            Ok((Some(draft), unreadable)) => (Some(draft), unreadable, Saving::Saved),
            Ok((None, unreadable)) => (None, unreadable, Saving::Nothing),
            Err(failure) => (None, Vec::new(), Saving::Failed(failure)),
        };
        let (sequence, facts, plan) = match draft {
            Some(draft) => (draft.sequence, draft.facts, draft.plan),
            None => (0, Vec::new(), Plan::new(qualification.id.clone())),
        };
        let history = RwSignal::new(History::new(plan));
        let context = Context { today: state.today };
        let judged = Arc::clone(&qualification);
        let assessment = Memo::new(move |_| {
            history.with(|history| Arc::new(assess(&judged, history.now(), &context)))
        });
        let desk = Self {
            qualification: StoredValue::new(qualification),
            assessment,
            saving: RwSignal::new(saving),
            unreadable: RwSignal::new(unreadable),
            announcement: RwSignal::new(String::new()),
            history,
            facts: StoredValue::new(facts),
            sequence: StoredValue::new(sequence),
            timer: StoredValue::new(None),
            state,
        };
        browser::on_window("storage", move || desk.follow());
        on_cleanup(move || {
            if let Some(timer) = desk.timer.try_get_value().flatten() {
                timer.clear();
            }
        });
        desk
    }

    /// Looks at the plan.
    pub(super) fn plan<T>(self, look: impl FnOnce(&Plan) -> T) -> T {
        self.history.with(|history| look(history.now()))
    }

    /// Looks at the assessment.
    pub(super) fn assessment<T>(self, look: impl FnOnce(&Qualification, &Assessment) -> T) -> T {
        self.qualification
            .with_value(|qualification| self.assessment.with(|found| look(qualification, found)))
    }

    /// What the row of a unit shows.
    pub(super) fn row(self, code: &UnitCode) -> Row {
        let context = Context {
            today: self.state.today,
        };
        self.qualification.with_value(|qualification| {
            self.plan(|plan| Row {
                picked: plan.pick(code).is_some(),
                achieved: plan.pick(code).is_some_and(|pick| pick.achieved),
                obstacle: obstacle(qualification, plan, &context, code),
                displaces: displaced(qualification, plan, &context, code),
            })
        })
    }

    /// What a unit was when the plan was last saved.
    pub(super) fn facts(self, code: &UnitCode) -> Option<UnitFacts> {
        self.facts
            .with_value(|facts| facts.iter().find(|unit| unit.code == *code).cloned())
    }

    pub(super) fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    pub(super) fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// The one way to change the plan: takes the action, saves, tells.
    pub(super) fn dispatch(self, action: Action) {
        self.change(|history| history.act(action));
    }

    pub(super) fn undo(self) {
        self.change(History::undo);
    }

    pub(super) fn redo(self) {
        self.change(History::redo);
    }

    fn change(self, change: impl FnOnce(&mut History)) {
        let before = self.history.with_untracked(|history| history.now().clone());
        let was = self.assessment.with_untracked(|found| found.state);
        self.history.update(change);
        if self
            .history
            .with_untracked(|history| *history.now() == before)
        {
            return;
        }
        self.save();
        self.announce();
        let detail = self.detail();
        self.state.tell("plan-change", &detail);
        let is = self.assessment.with_untracked(|found| found.state);
        if is == Standing::Met && was != Standing::Met {
            self.state.tell("plan-complete", &detail);
        }
    }

    /// Saves the plan as it is, and says whether that worked.
    pub(super) fn save(self) {
        let draft = self.draft(self.sequence.get_value().saturating_add(1));
        let saved = self.state.with_drafts(|drafts| drafts.save(&draft));
        self.saving.set(match saved {
            Ok(()) => {
                self.sequence.set_value(draft.sequence);
                Saving::Saved
            }
            Err(failure) => Saving::Failed(failure),
        });
        self.facts.set_value(draft.facts);
    }

    /// The plan as a draft, with the facts of the units that the catalogue has lost kept.
    pub(super) fn draft(self, sequence: u32) -> Draft {
        let plan = self.history.with_untracked(|history| history.now().clone());
        let mut draft = self
            .qualification
            .with_value(|qualification| Draft::new(plan, qualification, sequence));
        let lost: Vec<UnitFacts> = self.facts.with_value(|facts| {
            facts
                .iter()
                .filter(|old| draft.plan.pick(&old.code).is_some())
                .filter(|old| !draft.facts.iter().any(|unit| unit.code == old.code))
                .cloned()
                .collect()
        });
        draft.facts.extend(lost);
        draft.facts.sort_by(|one, other| one.code.cmp(&other.code));
        draft
    }

    /// Another tab has changed what is kept: takes it over where it is newer.
    fn follow(self) {
        let Some(id) = self
            .history
            .try_with_untracked(|history| history.now().qualification.clone())
        else {
            return;
        };
        if let Ok((Some(draft), _)) = self.state.open_draft(&id)
            && draft.sequence > self.sequence.get_value()
        {
            self.sequence.set_value(draft.sequence);
            self.facts.set_value(draft.facts);
            self.history.update(|history| history.follow(draft.plan));
            self.saving.set(Saving::Saved);
        }
    }

    /// Tells a screen reader where the plan stands, once, a second after the last change.
    fn announce(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let say = move || {
            let text = self.assessment(|qualification, found| {
                format!(
                    "{}. {}.",
                    wording::total_line(qualification, found),
                    wording::state(found)
                )
            });
            self.announcement.set(text);
        };
        self.timer
            .set_value(set_timeout_with_handle(say, Duration::from_secs(1)).ok());
    }

    /// Puts the focus on the heading, where what had it has gone.
    pub(super) fn focus_heading(self) {
        self.state.focus("qp-heading");
    }

    /// Removes a draft that could not be read, when the learner says so.
    pub(super) fn forget(self, gone: &Unreadable) {
        match self.state.with_drafts(|drafts| drafts.forget(gone)) {
            Ok(()) => self
                .unreadable
                .update(|all| all.retain(|found| found.key != gone.key)),
            Err(failure) => self.saving.set(Saving::Failed(failure)),
        }
    }

    fn detail(self) -> String {
        self.assessment.with_untracked(|found| {
            let state = match found.state {
                Standing::Met => "met",
                Standing::Open => "open",
                Standing::Broken => "broken",
            };
            let units = found
                .units
                .iter()
                .map(|unit| Node::text(unit.code.as_str()));
            Node::object([
                (
                    "qualification",
                    self.qualification
                        .with_value(|qualification| Node::text(qualification.id.as_str())),
                ),
                ("state", Node::text(state)),
                (
                    "credits",
                    Node::Whole(found.counted.credits.number().into()),
                ),
                ("units", Node::List(units.collect())),
            ])
            .to_json()
        })
    }
}
