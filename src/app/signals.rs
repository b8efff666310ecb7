//! What signals are told and asked where Leptos has no word for it.

use leptos::prelude::{RenderEffect, RwSignal, StoredValue, Update};

/// Puts a value in place of one that is not the same: what follows the signal runs again only then.
pub(super) fn set_other<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    signal.maybe_update(|held| {
        let other = *held != value;
        *held = value;
        other
    });
}

/// Runs now, and again after each change of what it reads, for as long as the owner lives. An `Effect` would run for
/// the first time in a task of its own.
pub(super) fn follow(mut run: Box<dyn FnMut()>) {
    StoredValue::new(RenderEffect::new(move |_| run()));
}
