use super::{Action, Plan};

/// The most steps that can be taken back.
const DEEPEST: usize = 100;

/// A plan with the way back to what it was, and forward again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    now: Plan,
    before: Vec<Plan>,
    after: Vec<Plan>,
}

impl History {
    /// A history that begins with `plan`.
    #[must_use]
    pub const fn new(plan: Plan) -> Self {
        Self {
            now: plan,
            before: Vec::new(),
            after: Vec::new(),
        }
    }

    /// The plan as it is.
    #[must_use]
    pub const fn now(&self) -> &Plan {
        &self.now
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
    /// the other into the name make one step.
    pub fn act(&mut self, action: Action) {
        let typing = matches!(action, Action::Rename(_));
        let next = self.now.clone().after(action);
        if next == self.now {
            return;
        }
        let goes_on = typing
            && self.before.last().is_some_and(|before| {
                before.name != self.now.name && same_but_name(before, &self.now)
            });
        if goes_on {
            self.now = next;
            self.after.clear();
        } else {
            self.step_to(next);
        }
    }

    fn step_to(&mut self, next: Plan) {
        self.after.clear();
        if self.before.len() == DEEPEST {
            self.before.remove(0);
        }
        self.before.push(std::mem::replace(&mut self.now, next));
    }

    /// Takes over a plan that was changed elsewhere, as one step.
    pub fn follow(&mut self, plan: Plan) {
        if plan != self.now {
            self.step_to(plan);
        }
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.after.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// Takes a step again that was taken back.
    pub fn redo(&mut self) {
        if let Some(after) = self.after.pop() {
            self.before.push(std::mem::replace(&mut self.now, after));
        }
    }
}

fn same_but_name(one: &Plan, other: &Plan) -> bool {
    one.registered == other.registered && one.picks == other.picks
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
