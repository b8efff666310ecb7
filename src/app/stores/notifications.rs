//! What is to be said of what was done with whole plans.

use leptos::prelude::*;

use crate::app::browser;
use crate::editor::Notification;
use crate::saved_plans::Failure;

/// What was just done with whole plans, or why it could not be done.
#[derive(Clone, Copy)]
pub(crate) struct Notifications(RwSignal<Option<Notification>>);

impl Notifications {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// What is said now.
    pub(crate) fn shown(self) -> Option<Notification> {
        self.0.get()
    }

    /// The same as it is now: no binding follows it.
    pub(crate) fn shown_now(self) -> Option<Notification> {
        self.0.get_untracked()
    }

    /// Says this in place of what was said, or nothing any more.
    pub(super) fn show(self, notification: Option<Notification>) {
        self.0.set(notification);
    }

    /// Says what came of something that was done with whole plans, also to other planners.
    pub(crate) fn show_done(self, done: Result<String, Failure>) {
        self.show(match done {
            Ok(words) if words.is_empty() => None,
            Ok(words) => Some(Notification::Done(words)),
            Err(failure) => Some(Notification::Failed(failure, 0)),
        });
        browser::announce_saved();
    }

    /// Says why not every saved plan is in a file; nothing where all are.
    pub(crate) fn show_partly(self, why: Option<&'static str>) {
        if why.is_some()
            || self
                .0
                .with_untracked(|now| matches!(now, Some(Notification::Partly(_))))
        {
            self.0.set(why.map(Notification::Partly));
        }
    }

    /// How many plans were added before one could not be.
    pub(super) fn added_before_failure(self) -> usize {
        self.0.with_untracked(|now| match now {
            Some(Notification::Failed(_, added)) => *added,
            _ => 0,
        })
    }

    /// The screen goes: what could not be done on one is nothing to say on the next.
    pub(super) fn leave_screen(self) {
        let is_of_screen =
            |now: &Option<Notification>| now.as_ref().is_some_and(Notification::is_of_one_screen);
        if self.0.with_untracked(is_of_screen) {
            self.0.set(None);
        }
    }
}
