//! A plan on its way in and out, as it is now: none of this is followed by a binding.

use leptos::prelude::*;

use super::EditorStore;
use crate::assess::NotCounted;
use crate::editor::Editor;
use crate::exchange::calendar::Event;
use crate::exchange::link;
use crate::exchange::sheet::Cell;
use crate::names;
use crate::plan::Action;
use crate::qualification::Qualification;
use crate::wording;

impl EditorStore {
    /// Marks the units as achieved whose codes or titles stand in a text, in one step, and says what came of it.
    pub(crate) fn achieve_codes(self, text: &str) -> Vec<String> {
        let of = self.qualification();
        let held = self.current_now(|current| current.held_units(text));
        let Some(held) = held else {
            return vec![wording::list_too_long().to_owned()];
        };
        let lines = wording::achieved(&of, &held.achieved, &held.there, &held.closed, &held.found);
        self.dispatch(held.action());
        lines
    }

    /// Puts the units into the plan whose codes stand in a text, and says what came of it. Those that
    /// are closed stay out.
    pub(crate) fn pick_codes(self, text: &str) -> Vec<String> {
        let qualification = self.qualification();
        // A link is as good as the codes in it.
        let linked = match link::is_in(text).then(|| link::open(text)) {
            Some(Ok(snapshot)) => Some(snapshot),
            Some(Err(error)) => return vec![wording::link_error(error).to_owned()],
            None => None,
        };
        let codes = linked.map(|snapshot| {
            let codes = snapshot.plan.picks().iter().map(|pick| pick.code.as_str());
            codes.collect::<Vec<_>>().join(" ")
        });
        let text = codes.as_deref().unwrap_or(text);
        let Some(found) = names::recognise(&qualification, text) else {
            return vec![wording::list_too_long().to_owned()];
        };
        let (mut new, mut there, mut closed) = (Vec::new(), Vec::new(), Vec::new());
        self.now(|_, editor| {
            for code in &found.codes {
                let place = qualification.unit_index(code);
                let status = place.and_then(|place| editor.assessment().unit_statuses.get(place));
                let why = status.and_then(|status| status.not_counted.clone());
                if editor.plan().pick(code).is_some() {
                    there.push(code.clone());
                } else if let Some(why) = why.filter(NotCounted::is_closed) {
                    closed.push((code.clone(), why));
                } else {
                    new.push(code.clone());
                }
            }
        });
        let lines = wording::added(&qualification, &new, &there, &closed, &found);
        self.dispatch(Action::PickAll(new));
        lines
    }

    /// The plan as a table.
    pub(crate) fn table(self) -> Vec<Vec<Cell>> {
        let snapshot = self.as_saved().snapshot();
        self.now(|qualification, editor| {
            wording::plan_table(qualification, &snapshot, editor.assessment())
        })
    }

    /// The days of the plan for a calendar.
    pub(crate) fn days(self) -> Vec<Event> {
        wording::calendar(&self.qualification(), &self.as_saved())
    }

    fn now<T>(self, look: impl FnOnce(&Qualification, &Editor) -> T) -> T {
        let held = self.0.get_value();
        held.editor
            .with_untracked(|editor| look(&held.qualification, editor))
    }
}
