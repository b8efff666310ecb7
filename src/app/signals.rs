//! What a signal is told where Leptos has no word for it.

use leptos::prelude::{RwSignal, Update};

/// Puts a value in place of one that is not the same: what follows the signal runs again only then.
pub(super) fn set_other<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    signal.maybe_update(|held| {
        let other = *held != value;
        *held = value;
        other
    });
}
