//! Files that come from outside: what they are, and the plans in them.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::incoming::{Arrival, Choice, Incoming};
use super::library::PlanSummary;
use super::plan_storage::PlanStorage;
use super::plans::Plans;
use crate::app::browser;
use crate::catalogue::{self, LONGEST_FILE};
use crate::exchange::file::{self, Kind, LONGEST_OF_EVERYTHING};
use crate::plan::{Plan, one_line};
use crate::qualification::QualificationId;
use crate::reading::Problem;
use crate::saved_plans::{LONGEST, LibraryChange, NewPlan, Operation, PlanId, ReadError};
use crate::wording;

/// The id of what came of a file: it takes the focus.
pub(crate) const CAME: &str = "qp-file-came";

/// What was taken in of a file.
pub(crate) struct TakenIn {
    /// That, in words.
    words: String,
    /// Where it was one plan alone that can be opened: that.
    one: Option<(QualificationId, PlanId)>,
}

/// What waits of a file, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct Import {
    plans: Plans,
    /// Saved plans from a file, until the learner has said what to do with them.
    incoming: RwSignal<Option<Incoming>>,
    /// Counts how often the place was closed in which files are opened.
    closed: StoredValue<u32>,
}

impl Import {
    pub(super) fn new(plans: Plans) -> Self {
        Self {
            plans,
            incoming: RwSignal::new(None),
            closed: StoredValue::new(0),
        }
    }

    /// True while a file waits; the binding that asks runs again.
    pub(crate) fn is_waiting(self) -> bool {
        self.incoming.with(Option::is_some)
    }

    /// Saved plans from a file that wait for the learner to say what to do with them.
    pub(crate) fn incoming(self) -> Option<Incoming> {
        self.incoming.get()
    }

    /// Reads a file that the learner chose: a plan, or a catalogue.
    pub(crate) fn choose_file(self, file: &web_sys::File) {
        let (name, closed) = (one_line(&file.name()), self.closed.get_value());
        browser::read_file(file, LONGEST_OF_EVERYTHING, move |bytes| {
            // While the file was read the planner may have left the page, or the reader the place that asked for it.
            if self.closed.try_get_value() != Some(closed) {
                return;
            }
            match bytes.map(|bytes| browser::text_in(&bytes)) {
                Some(Ok(text)) => {
                    self.open_file(&name, &text.text, wording::read_as(&text));
                }
                Some(Err(what)) => self.refuse(&name, wording::not_opened(what), Vec::new()),
                None => self.refuse(&name, wording::CANNOT_BE_READ, Vec::new()),
            }
            // What came of it stands where it was asked for.
            self.plans.page().focus(CAME);
        });
    }

    /// `read_as` says how it was read, where that leaves a doubt.
    fn open_file(self, name: &str, text: &str, read_as: Option<String>) {
        self.incoming.set(None);
        let kind = file::kind(text);
        let longest = match kind {
            Kind::SavedPlans => LONGEST,
            Kind::Everything => LONGEST_OF_EVERYTHING,
            Kind::Other => LONGEST_FILE,
            Kind::Unknown => return self.refuse(name, wording::NOT_A_PLAN_FILE, Vec::new()),
        };
        if text.len() > longest {
            return self.refuse(name, wording::too_long(kind), Vec::new());
        }
        let store = self.plans.catalogues();
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
                return self.refuse(name, &words.join(" "), problems);
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
        store.reports().report(None);
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
    }

    /// Says that a file cannot be opened, and why, where it was asked for.
    fn refuse(self, name: &str, words: &str, problems: Vec<Problem>) {
        self.incoming.set(None);
        self.plans.catalogues().refuse_file(name, words, problems);
    }

    /// The place is closed in which a file was opened: nothing more is said of it, and what waits of it is left.
    pub(crate) fn close(self) {
        self.forget();
        self.plans.catalogues().reports().report(None);
    }

    /// The screen goes on which a file was opened: what waits of it is left, and what came of it is said on the next.
    pub(crate) fn leave(self) {
        self.forget();
        self.plans.catalogues().reports().leave_opened(true);
    }

    /// Leaves what waits, and what is still being read.
    fn forget(self) {
        self.closed
            .update_value(|closed| *closed = closed.wrapping_add(1));
        self.incoming.set(None);
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

    /// Does with each what was said. What to go on with where that could be done; else it is said why not.
    pub(crate) fn take_in(self, choices: &[Choice]) -> Option<TakenIn> {
        let mut incoming = self.incoming.get_untracked()?;
        for (one, choice) in incoming.plans.iter_mut().zip(choices) {
            one.choice = *choice;
        }
        self.incoming.maybe_update(|held| {
            *held = Some(incoming.clone());
            // The boxes that were ticked show it already.
            false
        });
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
        let new_plans = self.new_plans(self.told_apart(wanted));
        let one = match new_plans.as_slice() {
            [one] => Some(one.snapshot.plan.qualification.clone()),
            _ => None,
        };
        let words = wording::taken_in(new_plans.len(), came.len());
        if new_plans.is_empty() && came.is_empty() {
            // Nothing that could be taken back.
            return Some(TakenIn { words, one: None });
        }
        let change = LibraryChange {
            replaced,
            ..LibraryChange::of(Operation::Import, Vec::new()).with_catalogues(came)
        };
        let Some(made) = plans.add(change, new_plans) else {
            self.leave_added();
            return None;
        };
        plans.saves().ask_to_promise();
        // Whoever opens one saved plan wants to see it, where its qualification is here.
        let here = plans.catalogues().all_now();
        let one = one.filter(|of| here.qualification(of).is_some());
        let one = one.zip(made.into_iter().next());
        Some(TakenIn { words, one })
    }

    /// Goes on to what was taken in, and says so.
    pub(crate) fn go_on(self, taken_in: TakenIn) {
        let plans = self.plans;
        self.forget();
        plans.catalogues().reports().leave_opened(false);
        plans.notifications().show_done(Ok(taken_in.words));
        match taken_in.one {
            Some((qualification, id)) => plans.router().go_to(&qualification, &id),
            None => plans.router().lead_home(),
        }
    }

    /// One that is kept beside the one here, and is called the same, gets a name by which it is known.
    fn told_apart(self, mut wanted: Vec<Arrival>) -> Vec<Arrival> {
        let plans = self.plans;
        let is_same = |one: &Arrival| {
            let name = |(here, _): &(PlanSummary, bool)| plans.name_of(here);
            let here = one.here.as_ref().filter(|_| one.choice == Choice::Add);
            let name = here.map(name);
            name.filter(|name| *name == plans.name_of_snapshot(&one.snapshot))
        };
        if !wanted.iter().any(|one| is_same(one).is_some()) {
            return wanted;
        }
        let kept = plans.library().unwrap_or_default().plans.into_iter();
        let kept = kept.filter(|one| !one.deleted);
        let mut taken: BTreeSet<String> = kept.map(|one| plans.name_of(&one)).collect();
        for one in &mut wanted {
            if let Some(name) = is_same(one) {
                let name =
                    wording::name_beside(&name, Plan::LONGEST_NAME, |name| taken.contains(name));
                one.snapshot.plan.name.clone_from(&name);
                taken.insert(name);
            }
        }
        wanted
    }

    /// The plans as they are added.
    fn new_plans(self, wanted: Vec<Arrival>) -> Vec<NewPlan> {
        let now = browser::now();
        // Where that cannot be read, each gets a new name.
        let mut taken = self.plans.storage().with(|plans| plans.names().ok());
        let mut is_free = |id: &PlanId| {
            let taken = taken.as_mut();
            taken.is_some_and(|taken| taken.insert(id.clone()))
        };
        let plans = wanted.into_iter().map(|one| NewPlan {
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
        });
        plans.collect()
    }
}
