//! Files that come from outside: what they are, and the saved plans in them.

use std::sync::Arc;

use super::browser;
use super::library::PlanSummary;
use super::state::State;
use crate::catalogue::{self, Catalogue, LONGEST_FILE};
use crate::editor::Notification;
use crate::exchange::file::{self, Item, Kind, LONGEST_OF_EVERYTHING};
use crate::plan::one_line;
use crate::reading::Problem;
use crate::saved_plans::{
    LONGEST, LibraryChange, NewPlan, Operation, PlanId, PlanSnapshot, ReadError,
};
use crate::wording;

/// Saved plans from a file, and what is to be done with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Incoming {
    /// The file's name.
    pub(super) name: String,
    /// How it was read, where that leaves a doubt.
    pub(super) read_as: Option<String>,
    /// Its saved plans.
    pub(super) plans: Vec<Arrival>,
    /// How many more there are that cannot be read.
    pub(super) unreadable: usize,
    /// Which those are, and why.
    pub(super) problems: Vec<Problem>,
    /// False where it cannot be told what is here already.
    pub(super) compared: bool,
    /// True where the file is not as it was written.
    pub(super) altered: bool,
    /// The catalogue files in it that are not here: title and text.
    pub(super) catalogues: Vec<(String, String)>,
    /// Every qualification there will be with them.
    pub(super) catalogue: Arc<Catalogue>,
}

/// A saved plan from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Arrival {
    /// Its name where it comes from.
    pub(super) id: Option<PlanId>,
    pub(super) snapshot: PlanSnapshot,
    pub(super) changed: u32,
    /// What of it cannot be read.
    pub(super) left_out: Vec<Problem>,
    /// The saved plan here that it was, and whether it still is the same.
    pub(super) here: Option<(PlanSummary, bool)>,
    pub(super) choice: Choice,
}

/// What is to be done with a saved plan from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// It is added, beside the one here if there is one.
    Add,
    /// It takes the place of the one here, which is deleted and can be brought back.
    Replace,
    /// It is left out.
    Leave,
}

impl State {
    /// Reads a file that the learner chose: a plan, or a catalogue.
    pub(super) fn choose_file(self, file: &web_sys::File) {
        let name = one_line(&file.name());
        browser::read_file(file, LONGEST_OF_EVERYTHING, move |bytes| {
            // The planner may have left the page while the file was read.
            if self.0.still_held().is_none() {
                return;
            }
            let refuse = |words: &str| self.refuse_file(&name, words, Vec::new());
            match bytes.map(|bytes| browser::text_in(&bytes)) {
                Some(Ok(text)) => {
                    self.open_file(&name, &text.text, wording::read_as(&text));
                }
                Some(Err(what)) => refuse(wording::not_text(what)),
                None => refuse(wording::CANNOT_BE_READ),
            }
        });
    }

    /// `read_as` says how it was read, where that leaves a doubt.
    fn open_file(self, name: &str, text: &str, read_as: Option<String>) {
        self.0.held().incoming.set(None);
        let kind = file::kind(text);
        let longest = match kind {
            Kind::SavedPlans => LONGEST,
            Kind::Everything => LONGEST_OF_EVERYTHING,
            Kind::Other => LONGEST_FILE,
        };
        if text.len() > longest {
            return self.refuse_file(name, wording::too_long(kind), Vec::new());
        }
        if kind == Kind::Other {
            return self.open_own_catalogue(name, text, read_as);
        }
        let contents = match file::read(text) {
            Ok(contents) => contents,
            Err(fault) => {
                let words = wording::fault(&fault);
                let problems = match fault {
                    ReadError::Corrupt(problems) => problems,
                    ReadError::Newer(_) => Vec::new(),
                };
                let words = [words].into_iter().chain(read_as.as_deref());
                let words: Vec<&str> = words.collect();
                return self.refuse_file(name, &words.join(" "), problems);
            }
        };
        let held = self.0.held();
        let kept = self.library();
        let compared = kept.is_ok();
        let summary = kept.unwrap_or_default().plans;
        let arrival = |item: Item| {
            let mut here = summary.iter().filter(|one| !one.deleted && !one.newer);
            let whole = item.left_out.is_empty();
            // The saved plan that it was, or one that holds the same under another name.
            let here = here
                .clone()
                .find(|one| Some(&one.id) == item.id.as_ref())
                .or_else(|| here.find(|one| whole && one.snapshot.plan == item.snapshot.plan));
            let same = here.is_some_and(|one| whole && one.snapshot.plan == item.snapshot.plan);
            Arrival {
                id: item.id,
                snapshot: item.snapshot,
                changed: item.changed,
                left_out: item.left_out,
                here: here.map(|one| (one.clone(), same)),
                choice: if same { Choice::Leave } else { Choice::Add },
            }
        };
        let mut catalogue = self.catalogue_now();
        let mut catalogues = Vec::new();
        for text in contents.catalogues {
            // One that is here already stays as it is.
            if let Some(file) = catalogue::read(&text).file
                && catalogue.files().iter().all(|known| known.id != file.id)
            {
                catalogues.push((file.title.clone(), text));
                Arc::make_mut(&mut catalogue).add(file);
            }
        }
        let items = contents.items.into_iter().map(|mut item| {
            catalogue.own_name(&mut item.snapshot.plan.qualification);
            item
        });
        let plans = items.map(arrival).collect();
        held.opened.set(None);
        held.incoming.set(Some(Incoming {
            name: name.to_owned(),
            read_as,
            plans,
            unreadable: contents.unreadable,
            problems: contents.problems,
            compared,
            altered: contents.altered,
            catalogues,
            catalogue,
        }));
        self.focus("qp-incoming");
    }

    /// Saved plans from a file that wait for the learner to say what to do with them.
    pub(super) fn incoming(self) -> Option<Incoming> {
        self.0.held().incoming.get()
    }

    /// Says what is to be done with one of them.
    pub(super) fn choose_for(self, place: usize, choice: Choice) {
        self.0.held().incoming.change_if(|incoming| {
            let plans = incoming.as_mut().map(|incoming| &mut incoming.plans);
            if let Some(arrival) = plans.and_then(|plans| plans.get_mut(place)) {
                arrival.choice = choice;
            }
            // The field that was changed shows it already.
            false
        });
    }

    /// Leaves all of them.
    pub(super) fn leave_incoming(self) {
        self.0.held().incoming.set(None);
        self.focus_heading();
    }

    /// After some were added and then one could not be: those are not added again.
    fn leave_added(self) {
        let held = self.0.held();
        let mut added = held.notification.peek(|notification| match notification {
            Some(Notification::Failed(_, added)) => *added,
            _ => 0,
        });
        held.incoming.change(|incoming| {
            for one in incoming.iter_mut().flat_map(|all| &mut all.plans) {
                if one.choice != Choice::Leave && added > 0 {
                    added -= 1;
                    one.choice = Choice::Leave;
                }
            }
        });
    }

    /// Does with each what was said.
    pub(super) fn take_in(self) {
        let Some(incoming) = self.0.held().incoming.peek(Clone::clone) else {
            return;
        };
        let name = &incoming.name;
        for (_, text) in &incoming.catalogues {
            self.open_catalogue(name, text, None);
        }
        let came = self.own_catalogues_of(&incoming.catalogues);
        let wanted = incoming.plans.into_iter();
        let wanted: Vec<Arrival> = wanted.filter(|one| one.choice != Choice::Leave).collect();
        let replaced: Vec<PlanId> = wanted
            .iter()
            .filter(|one| one.choice == Choice::Replace)
            .filter_map(|one| one.here.as_ref().map(|(summary, _)| summary.id.clone()))
            .collect();
        let now = browser::now();
        // Where that cannot be read, each gets a new name.
        let mut taken = self.with_plans(|plans| plans.names().ok());
        let mut is_free = |id: &PlanId| {
            let taken = taken.as_mut();
            taken.is_some_and(|taken| taken.insert(id.clone()))
        };
        let new_plans: Vec<NewPlan> = wanted
            .into_iter()
            .map(|one| NewPlan {
                // It keeps its name where that is free, so that a later file of it is known again.
                id: one.id.filter(&mut is_free).unwrap_or_else(Self::new_id),
                // Clocks of other devices may be ahead.
                changed: if one.changed == 0 {
                    now
                } else {
                    one.changed.min(now)
                },
                snapshot: one.snapshot,
            })
            .collect();
        let one = match new_plans.as_slice() {
            [one] => Some(one.snapshot.plan.qualification.clone()),
            _ => None,
        };
        let number = new_plans.len();
        if number == 0 && came.is_empty() {
            // Nothing that could be taken back.
            self.0.held().incoming.set(None);
            self.notify_done(Ok(wording::taken_in(0)));
            return self.focus_heading();
        }
        let change = LibraryChange {
            replaced,
            ..LibraryChange::of(Operation::Import, Vec::new()).with_catalogues(came)
        };
        let Some(made) = self.add(change, new_plans) else {
            return self.leave_added();
        };
        self.ask_to_promise();
        self.0.held().incoming.set(None);
        self.notify_done(Ok(wording::taken_in(number)));
        self.focus_heading();
        // Whoever opens one saved plan wants to see it, where its qualification is here.
        if let (Some(qualification), Some(id)) = (one, made.first())
            && self.catalogue_now().qualification(&qualification).is_some()
        {
            self.go_to(&qualification, id);
        }
    }
}
