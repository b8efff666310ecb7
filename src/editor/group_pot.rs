use super::bar_scale::{WHOLE, goal_of, percent, share};
use crate::assess::{Assessment, State};
use crate::qualification::{Group, Qualification};
use crate::wording;

/// How far a group has come, as a small bar in its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupPot {
    /// How much of it is filled up to the limit, as a style.
    pub filled: String,
    /// How much of it is above the limit, as a style; empty where nothing is.
    pub over: String,
    /// Where the mark of the goal or of the limit stands; empty where it is the end of the bar.
    pub mark: String,
    /// How far the group has come: “6 of 7”, “9, limit 6”, “9 chosen”.
    pub words: String,
    /// The same as short as can be: “6 of 7”, “9, limit 6”, “9”.
    pub count: String,
    /// All that in one name, to be read aloud: “Group 1, at least 7 credits, Open: 6 of 7”.
    pub name: String,
    /// What is asked of it: “at least 7 credits”; empty where nothing is.
    pub asked: String,
    /// The state of its rules; `None` where there are none, and until the plan is judged.
    pub state: Option<State>,
}

impl GroupPot {
    /// How far a group has come. `is_judged` is false as long as only the totals are known.
    #[must_use]
    pub fn new(of: &Qualification, found: &Assessment, group: &Group, is_judged: bool) -> Self {
        let mut totals = found.groups.iter();
        let Some(totals) = totals.find(|totals| totals.group == group.id) else {
            return Self {
                name: group.title.clone(),
                ..Self::default()
            };
        };
        let asked = wording::asked_of_group(of, found, group);
        let measure = asked.map_or_else(|| of.measure(), |(measure, _)| measure);
        let number = totals.counted.of(measure);
        let state = || wording::group_state(found, &group.id);
        let bounds = asked.map(|(_, bounds)| bounds);
        let mut pot = Self {
            words: wording::pot(number, bounds, measure),
            count: wording::group_count(number, bounds).unwrap_or_else(|| number.to_string()),
            asked: asked.map_or_else(String::new, wording::asked_in_short),
            state: is_judged.then(state).flatten(),
            ..Self::default()
        };
        pot.name = wording::group_read(&group.title, &pot.asked, pot.state, &pot.words);
        let Some(bounds) = bounds else {
            return pot;
        };
        let (goal, most) = (goal_of(bounds), bounds.most());
        let end = goal.max(most).unwrap_or(1).max(number).max(1);
        let within = number.min(most.unwrap_or(number));
        let at = |number: u32| share(number, end, WHOLE);
        pot.filled = percent(at(within));
        if number > within {
            pot.over = percent(WHOLE - at(within));
        }
        let mark = if number > within { most } else { goal };
        let mark = mark.map(at).filter(|mark| *mark < WHOLE);
        pot.mark = mark.map(percent).unwrap_or_default();
        pot
    }
}
