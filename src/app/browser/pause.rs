//! Waiting until somebody has stopped for a moment.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// What is done once nothing has happened for so long. It goes with its owner.
#[derive(Clone, Copy)]
pub(in crate::app) struct Pause(StoredValue<Option<TimeoutHandle>, LocalStorage>);

impl Pause {
    pub(in crate::app) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Does this in so many milliseconds, in place of what was to be done.
    pub(in crate::app) fn then(self, milliseconds: u64, act: impl Fn() + 'static) {
        if let Some(timer) = self.0.try_get_value().flatten() {
            timer.clear();
        }
        let late = move || {
            if !self.0.is_disposed() {
                act();
            }
        };
        let timer = set_timeout_with_handle(late, Duration::from_millis(milliseconds)).ok();
        self.0.set_value(timer);
    }
}
