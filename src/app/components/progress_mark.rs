//! How far a learner has come with a unit, in a word.

use leptos::prelude::*;

use super::sign::Sign;
use crate::app::view::{Build, View};
use crate::assess::State;
use crate::plan::Progress;
use crate::wording::unit_state;

/// “achieved” with the mark of what is met, “in progress”; empty where it is not started.
pub(crate) fn progress_mark(progress: Progress) -> View {
    let is_achieved = progress == Progress::Achieved;
    let sign = is_achieved.then(|| view! { <Sign state=State::Met /> }.built());
    view! {
        <span class="qp-progress" class=("qp-progress--achieved", is_achieved)>
            {sign}
            {unit_state::in_short(progress)}
        </span>
    }
    .built()
}
