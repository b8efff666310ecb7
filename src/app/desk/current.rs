use super::super::engine::engine;
use super::{Desk, Held};
use crate::editor::{Controls, Current};

impl Desk {
    /// Looks at the plan with where it stands.
    pub(in crate::app) fn current<T>(self, look: impl FnOnce(Current<'_>) -> T) -> T {
        let held = self.0.held();
        held.work.look(|work| look(held.current(work)))
    }

    /// The same as it is now: no binding follows it.
    pub(in crate::app) fn current_now<T>(self, look: impl FnOnce(Current<'_>) -> T) -> T {
        let held = self.0.held();
        held.work.peek(|work| look(held.current(work)))
    }

    /// Which of the buttons below the plan would change it.
    pub(in crate::app) fn controls(self) -> Controls {
        let held = self.0.held();
        held.work
            .look(|work| held.current(work).controls(work.session.history()))
    }
}

impl Held {
    pub(super) fn current<'a>(&'a self, work: &'a super::Work) -> Current<'a> {
        Current {
            qualification: &self.qualification,
            plan: work.session.history().now(),
            assessment: &work.assessment,
            sentences: engine()
                .filter(|_| work.is_judged)
                .map(|engine| engine.sentences),
        }
    }
}
