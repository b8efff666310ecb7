use super::super::browser;
use super::{Held, Saving, Work};
use crate::assess::{Context, State as Standing, assess};
use crate::draft::Draft;
use crate::plan::History;
use crate::reading::Node;
use crate::wording;

impl Held {
    pub(super) fn context(&self) -> Context {
        Context {
            today: self.state.today(),
        }
    }

    /// Changes the plan; where that changed anything, saves it and tells the host page.
    pub(super) fn act(&self, change: impl FnOnce(&mut History)) {
        let (before, was) = self
            .work
            .peek(|work| (work.history.now().clone(), work.assessment.state));
        self.work.change(|work| {
            change(&mut work.history);
            self.judge(work);
        });
        let (after, is) = self
            .work
            .peek(|work| (work.history.now().clone(), work.assessment.state));
        if after == before {
            return;
        }
        self.save();
        let detail = self.detail();
        self.state.tell("plan-change", &detail);
        if is == Standing::Met && was != Standing::Met {
            self.state.tell("plan-complete", &detail);
        }
    }

    pub(super) fn judge(&self, work: &mut Work) {
        work.assessment = assess(&self.qualification, work.history.now(), &self.context());
    }

    pub(super) fn save(&self) {
        let draft = self.draft(self.sequence.get().saturating_add(1));
        let saved = self.state.with_drafts(|drafts| drafts.save(&draft));
        self.saving.set(match saved {
            Ok(()) => {
                self.sequence.set(draft.sequence);
                self.telling.set(true);
                browser::tell_saved();
                self.telling.set(false);
                Saving::Saved
            }
            Err(failure) => Saving::Failed(failure),
        });
        self.facts.replace(draft.facts);
    }

    /// The plan as a draft, with the facts of the units that the catalogue has lost kept.
    pub(super) fn draft(&self, sequence: u32) -> Draft {
        let plan = self.work.peek(|work| work.history.now().clone());
        let mut draft = Draft::new(plan, &self.qualification, sequence);
        draft.remember(&self.facts.borrow());
        draft
    }

    pub(super) fn follow(&self) {
        // What this desk has saved it need not read again, three generations with each tick.
        if self.telling.get() {
            return;
        }
        let Ok((draft, _)) = self.state.open_draft(&self.qualification.id) else {
            return;
        };
        let Some(draft) = draft else {
            if self.sequence.replace(0) > 0 {
                self.saving.set(Saving::Deleted);
            }
            return;
        };
        if draft.sequence > self.sequence.get() {
            self.sequence.set(draft.sequence);
            self.facts.replace(draft.facts);
            self.work.change(|work| {
                work.history.follow(draft.plan);
                self.judge(work);
            });
            self.saving.set(Saving::Saved);
        }
    }

    /// Where the plan stands, in two sentences.
    pub(super) fn standing(&self) -> String {
        self.work.peek(|work| {
            let total = wording::total_line(&self.qualification, &work.assessment);
            format!("{total}. {}.", wording::state(&work.assessment))
        })
    }

    pub(super) fn detail(&self) -> String {
        self.work.peek(|work| {
            let found = &work.assessment;
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
                ("qualification", Node::text(self.qualification.id.as_str())),
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
