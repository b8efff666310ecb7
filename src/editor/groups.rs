use super::{BarView, Current};
use crate::assess::{Effective, State};
use crate::qualification::{Group, Qualification};
use crate::wording;

/// The heading of a group of units: how much of it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupView {
    /// What counts, against what the rules ask of the group.
    pub bar: BarView,
    /// The state of the rules of the group; `None` where there are none, and until the plan is judged.
    pub state: Option<State>,
}

impl Current<'_> {
    /// The heading of a group of the qualification.
    #[must_use]
    pub fn group(&self, group: &Group) -> GroupView {
        let (of, found) = (self.qualification, self.assessment);
        let mut totals = found.groups.iter();
        let Some(totals) = totals.find(|totals| totals.group == group.id) else {
            return GroupView::default();
        };
        let state = || wording::group_state(found, &group.id);
        GroupView {
            bar: BarView {
                pieces: vec![totals.counted.of(of.measure())],
                bounds: wording::group_bounds(of, found, &group.id),
                words: wording::group_line(of, found, totals),
            },
            state: self.is_judged().then(state).flatten(),
        }
    }

    /// What the other rules leave to a group, in words; empty where they leave everything.
    #[must_use]
    pub fn left_to_group(&self, bounds: &Effective) -> String {
        let words = wording::effective(self.qualification, self.assessment, bounds);
        words.unwrap_or_default()
    }
}

impl GroupView {
    /// The name of the bar of a group: “Credits from Group 1”.
    #[must_use]
    pub fn bar_name(qualification: &Qualification, group: &Group) -> String {
        wording::from_group(qualification.measure(), &group.title)
    }
}
