use super::action::Typed;
use super::{Action, Plan, Step};

/// The most steps that can be taken back.
pub const DEEPEST: usize = 100;

/// A plan with the way back to what it was, and forward again.
#[derive(Clone, Debug)]
pub struct History {
    now: Plan,
    before: Vec<Step>,
    after: Vec<Step>,
    /// What letters are typed into just now: they make one step.
    typing: Option<Typed>,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        (&self.now, &self.before, &self.after) == (&other.now, &other.before, &other.after)
    }
}

impl Eq for History {}

impl History {
    /// A history that begins with `plan`.
    #[must_use]
    pub const fn new(plan: Plan) -> Self {
        Self::with_steps(plan, Vec::new(), Vec::new())
    }

    /// A plan with the steps that lead back from it and forward, the nearest one last in each.
    #[must_use]
    pub const fn with_steps(now: Plan, before: Vec<Step>, after: Vec<Step>) -> Self {
        Self {
            now,
            before,
            after,
            typing: None,
        }
    }

    /// The plan as it is.
    #[must_use]
    pub const fn now(&self) -> &Plan {
        &self.now
    }

    /// The steps that lead back, the nearest one last.
    #[must_use]
    pub fn before(&self) -> &[Step] {
        &self.before
    }

    /// The steps taken back, that can be taken again, the nearest one last.
    #[must_use]
    pub fn after(&self) -> &[Step] {
        &self.after
    }

    /// True where a step can be taken back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// True where a step taken back can be taken again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    /// Takes an action. One that changes nothing leaves no step behind; letters typed one after
    /// the other into one place make one step.
    pub fn act(&mut self, action: Action) {
        let typing = Typed::by(&action);
        let next = self.now.clone().after(action);
        if typing.is_some() && typing == self.typing && next != self.now {
            // The step that the first letter made leads back to before it.
            self.now = next;
        } else {
            self.push(next);
        }
        self.typing = typing;
    }

    /// Replaces the plan by another, as one step.
    pub fn push(&mut self, plan: Plan) {
        self.typing = None;
        if plan == self.now {
            return;
        }
        self.after.clear();
        if self.before.len() >= DEEPEST {
            self.before.remove(0);
        }
        self.before.push(Step::between(&plan, &self.now));
        self.now = plan;
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.typing = None;
        if let Some(step) = self.before.pop() {
            self.after.push(step.take(&mut self.now));
        }
    }

    /// Takes a step again that was taken back.
    pub fn redo(&mut self) {
        self.typing = None;
        if let Some(step) = self.after.pop() {
            self.before.push(step.take(&mut self.now));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qualification::{QualificationId, UnitCode};

    fn pick(code: &str) -> Action {
        Action::Pick(UnitCode::new(code).unwrap())
    }

    fn history() -> History {
        History::new(Plan::new(QualificationId::new("q").unwrap()))
    }

    #[test]
    fn undo_and_redo_walk_over_every_change() {
        let mut history = history();
        history.act(pick("a"));
        history.act(Action::Clear);
        let cleared = history.now().clone();
        history.undo();
        assert_eq!(history.now().picks().len(), 1);
        history.undo();
        assert!(!history.can_undo());
        history.redo();
        history.redo();
        assert_eq!(*history.now(), cleared);
        assert!(!history.can_redo());
    }

    #[test]
    fn what_changes_nothing_leaves_no_step() {
        let mut history = history();
        history.act(Action::Clear);
        assert!(!history.can_undo());
    }

    #[test]
    fn a_new_change_forgets_what_was_taken_back() {
        let mut history = history();
        history.act(pick("a"));
        history.undo();
        history.act(pick("b"));
        assert!(!history.can_redo());
    }

    #[test]
    fn a_name_typed_letter_by_letter_is_one_step() {
        let mut history = history();
        history.act(pick("a"));
        for name in ["S", "Si", "Siân"] {
            history.act(Action::Rename(name.to_owned()));
        }
        history.undo();
        assert_eq!(
            (history.now().name.as_str(), history.now().picks().len()),
            ("", 1)
        );
    }

    #[test]
    fn a_name_typed_after_something_else_is_another_step() {
        let mut history = history();
        history.act(Action::Rename("one".to_owned()));
        history.act(pick("a"));
        history.undo();
        history.act(Action::Rename("two".to_owned()));
        history.undo();
        assert_eq!(history.now().name, "one");
    }

    #[test]
    fn a_name_typed_back_to_what_it_was_leaves_nothing_behind_it() {
        let mut history = history();
        for name in ["S", "Si", "S", ""] {
            history.act(Action::Rename(name.to_owned()));
        }
        history.undo();
        assert_eq!(history.now().name, "");
        history.redo();
        assert_eq!(history.now().name, "");
    }

    #[test]
    fn the_oldest_steps_go_when_there_are_too_many() {
        let mut history = history();
        for _ in 0..DEEPEST {
            history.act(pick("a"));
            history.act(Action::Clear);
        }
        let mut steps = 0;
        while history.can_undo() {
            history.undo();
            steps += 1;
        }
        assert_eq!(steps, DEEPEST);
    }
}
