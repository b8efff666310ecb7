//! Files that come from outside: what they are, and the plans in them.

use std::sync::Arc;

use leptos::prelude::*;

use super::incoming::{Arrival, Choice, Incoming};
use super::plan_storage::PlanStorage;
use super::plans::Plans;
use crate::app::browser;
use crate::catalogue::{self, LONGEST_FILE};
use crate::exchange::file::{self, Kind, LONGEST_OF_EVERYTHING};
use crate::plan::one_line;
use crate::saved_plans::{LONGEST, LibraryChange, NewPlan, Operation, PlanId, ReadError};
use crate::wording;

/// What waits of a file, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct Import {
    plans: Plans,
    /// Saved plans from a file, until the learner has said what to do with them.
    incoming: RwSignal<Option<Incoming>>,
}

impl Import {
    pub(super) fn new(plans: Plans) -> Self {
        Self {
            plans,
            incoming: RwSignal::new(None),
        }
    }

    /// True while a file waits; the binding that asks runs again.
    pub(super) fn is_waiting(self) -> bool {
        self.incoming.with(Option::is_some)
    }

    /// Leaves what waits without a word.
    pub(super) fn forget(self) {
        self.incoming.set(None);
    }

    /// Reads a file that the learner chose: a plan, or a catalogue.
    pub(crate) fn choose_file(self, file: &web_sys::File) {
        let name = one_line(&file.name());
        browser::read_file(file, LONGEST_OF_EVERYTHING, move |bytes| {
            // The planner may have left the page while the file was read.
            if self.incoming.is_disposed() {
                return;
            }
            let refuse = |words: &str| {
                self.plans
                    .catalogues()
                    .refuse_file(&name, words, Vec::new());
            };
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
        self.incoming.set(None);
        let store = self.plans.catalogues();
        let refuse = |words: &str| store.refuse_file(name, words, Vec::new());
        let kind = file::kind(text);
        let longest = match kind {
            Kind::SavedPlans => LONGEST,
            Kind::Everything => LONGEST_OF_EVERYTHING,
            Kind::Other => LONGEST_FILE,
            Kind::Unknown => return refuse(&wording::not_a_plan_file(name)),
        };
        if text.len() > longest {
            return refuse(wording::too_long(kind));
        }
        if kind == Kind::Other {
            return store.open_own(name, text, read_as);
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
                return store.refuse_file(name, &words.join(" "), problems);
            }
        };
        let kept = self.plans.library();
        let compared = kept.is_ok();
        let here = kept.unwrap_or_default().plans;
        let mut catalogue = store.all_now();
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
        let plans = items.map(|item| Arrival::of(item, &here)).collect();
        self.plans.catalogues().forget_opened();
        self.incoming.set(Some(Incoming {
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
        self.plans.page().focus("qp-incoming");
    }

    /// Saved plans from a file that wait for the learner to say what to do with them.
    pub(crate) fn incoming(self) -> Option<Incoming> {
        self.incoming.get()
    }

    /// Says what is to be done with one of them.
    pub(crate) fn choose_for(self, place: usize, choice: Choice) {
        self.incoming.maybe_update(|incoming| {
            let plans = incoming.as_mut().map(|incoming| &mut incoming.plans);
            if let Some(arrival) = plans.and_then(|plans| plans.get_mut(place)) {
                arrival.choice = choice;
            }
            // The field that was changed shows it already.
            false
        });
    }

    /// Leaves all of them.
    pub(crate) fn leave(self) {
        self.forget();
        self.plans.page().focus_heading();
    }

    /// After some were added and then one could not be: those are not added again.
    fn leave_added(self) {
        let mut added = self.plans.notifications().added_before_failure();
        self.incoming.update(|incoming| {
            for one in incoming.iter_mut().flat_map(|all| &mut all.plans) {
                if one.choice != Choice::Leave && added > 0 {
                    added -= 1;
                    one.choice = Choice::Leave;
                }
            }
        });
    }

    /// Does with each what was said.
    pub(crate) fn take_in(self) {
        let Some(incoming) = self.incoming.get_untracked() else {
            return;
        };
        let (plans, name) = (self.plans, &incoming.name);
        for (_, text) in &incoming.catalogues {
            plans.catalogues().open(name, text, None);
        }
        let came = plans.catalogues().own_of(&incoming.catalogues);
        let wanted = incoming.plans.into_iter();
        let wanted: Vec<Arrival> = wanted.filter(|one| one.choice != Choice::Leave).collect();
        let replaced: Vec<PlanId> = wanted
            .iter()
            .filter(|one| one.choice == Choice::Replace)
            .filter_map(|one| one.here.as_ref().map(|(summary, _)| summary.id.clone()))
            .collect();
        let now = browser::now();
        // Where that cannot be read, each gets a new name.
        let mut taken = plans.storage().with(|plans| plans.names().ok());
        let mut is_free = |id: &PlanId| {
            let taken = taken.as_mut();
            taken.is_some_and(|taken| taken.insert(id.clone()))
        };
        let new_plans: Vec<NewPlan> = wanted
            .into_iter()
            .map(|one| NewPlan {
                // It keeps its name where that is free, so that a later file of it is known again.
                id: one
                    .id
                    .filter(&mut is_free)
                    .unwrap_or_else(PlanStorage::new_id),
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
            self.forget();
            plans.notifications().show_done(Ok(wording::taken_in(0)));
            return plans.page().focus_heading();
        }
        let change = LibraryChange {
            replaced,
            ..LibraryChange::of(Operation::Import, Vec::new()).with_catalogues(came)
        };
        let Some(made) = plans.add(change, new_plans) else {
            return self.leave_added();
        };
        plans.saves().ask_to_promise();
        self.forget();
        plans
            .notifications()
            .show_done(Ok(wording::taken_in(number)));
        plans.page().focus_heading();
        // Whoever opens one saved plan wants to see it, where its qualification is here.
        if let (Some(qualification), Some(id)) = (one, made.first())
            && plans
                .catalogues()
                .all_now()
                .qualification(&qualification)
                .is_some()
        {
            plans.router().go_to(&qualification, id);
        }
    }
}
