//! A log of operations with whole plans, so that they can be undone, after a reload too.
//!
//! A plan that is deleted is only marked as deleted, so an operation is undone by setting marks. The
//! log says which ones. Where the log is lost, deleted plans are still in the list of deleted plans.

use super::plans::SavedPlans;
use super::whole::Whole;
use super::{Failure, Operation, PlanId, PlanSnapshot, SavedPlan, Writer, form};
use crate::reading::{Cursor, Expected, Node, Problems, Reason, parse_kept};

/// The most changes that can be undone.
const MOST: usize = 20;

/// The most plans in one operation: more than a browser can hold.
const MOST_PLANS: usize = 10_000;

/// A change of the library: what was done with whole plans and catalogue files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryChange {
    /// The kind of operation.
    pub operation: Operation,
    /// The plans that it was done with.
    pub plans: Vec<PlanId>,
    /// Plans that were deleted when these came, because those of a file replaced them.
    pub replaced: Vec<PlanId>,
    /// The names of catalogue files that were added or removed with the plans.
    pub catalogues: Vec<String>,
    /// The names of catalogue files that those replaced.
    pub instead_of: Vec<String>,
    /// The name before and the name after, where a plan was renamed.
    pub names: Option<[String; 2]>,
}

/// A plan that is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// Its name from now on.
    pub id: PlanId,
    /// When it was changed last, in seconds since 1970.
    pub changed: u32,
    /// What it holds.
    pub snapshot: PlanSnapshot,
}

impl LibraryChange {
    /// A change that concerns these plans alone.
    #[must_use]
    pub const fn of(operation: Operation, plans: Vec<PlanId>) -> Self {
        Self {
            operation,
            plans,
            replaced: Vec::new(),
            catalogues: Vec::new(),
            instead_of: Vec::new(),
            names: None,
        }
    }

    /// The same change with catalogue files that were added or removed.
    #[must_use]
    pub fn with_catalogues(mut self, names: Vec<String>) -> Self {
        self.catalogues = names;
        self
    }
}

/// The changes that can be undone and redone, the nearest one last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// Those that can be undone.
    pub back: Vec<LibraryChange>,
    /// Those that were undone.
    pub forth: Vec<LibraryChange>,
}

impl SavedPlans<'_> {
    /// The changes that are kept; none where they cannot be read.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn log(&self) -> Result<Log, Failure> {
        let text = self.store().read(&self.key("log"))?;
        Ok(text.and_then(|text| read(&text)).unwrap_or_default())
    }

    fn keep_log(&self, log: &Log) -> Result<(), Failure> {
        self.put(&self.key("log"), &write(log))?;
        // Archived catalogue files that no logged change can restore are deleted.
        let changes = log.back.iter().chain(&log.forth);
        let named = changes.flat_map(|change| change.catalogues.iter().chain(&change.instead_of));
        let named: Vec<&String> = named.collect();
        self.drop_catalogues_but(&named);
        Ok(())
    }

    /// Makes a change and logs it. Plans that are in the wanted state already are only logged.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`]. The plans before the one that failed are changed; all of them, where
    /// only the log failed.
    pub fn apply(&self, change: LibraryChange, me: &Writer) -> Result<(), Failure> {
        self.perform(&change, false, me)?;
        self.append_to_log(change)
    }

    /// Logs a change that is already made.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn append_to_log(&self, change: LibraryChange) -> Result<(), Failure> {
        let mut log = self.log()?;
        log.forth.clear();
        log.back.push(change);
        if log.back.len() > MOST {
            log.back.remove(0);
        }
        self.keep_log(&log)
    }

    /// Adds plans, in place of those that are replaced in this `change`, and logs the change with them.
    /// No plan of the same id may be kept.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`], with the plans that were added before it: they stay, and adding them
    /// can be undone. Where one plan could not be added, none is replaced.
    pub fn add(
        &self,
        mut change: LibraryChange,
        new_plans: Vec<NewPlan>,
        me: &Writer,
    ) -> Result<Vec<PlanId>, (Failure, Vec<PlanId>)> {
        for one in new_plans {
            let mut saved_plan = SavedPlan::new(one.id, me.clone(), one.snapshot);
            saved_plan.sequence = 1;
            saved_plan.changed = one.changed;
            if let Err(failure) = self.save_first(&saved_plan) {
                let made = change.plans.clone();
                change.replaced.clear();
                if !(made.is_empty() && change.catalogues.is_empty()) {
                    // Where the log fails, the plans are in the list all the same.
                    let _ = self.log_added(change, me);
                }
                return Err((failure, made));
            }
            change.plans.push(saved_plan.id);
        }
        let made = change.plans.clone();
        match self.log_added(change, me) {
            Ok(()) => Ok(made),
            Err(failure) => Err((failure, made)),
        }
    }

    /// Deletes the plans that the added ones replace, and logs the change.
    fn log_added(&self, change: LibraryChange, me: &Writer) -> Result<(), Failure> {
        self.perform_on_others(&change, false, me)?;
        self.append_to_log(change)
    }

    /// Undoes the last change. Returns it.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn undo(&self, me: &Writer) -> Result<Option<LibraryChange>, Failure> {
        let mut log = self.log()?;
        let Some(change) = log.back.pop() else {
            return Ok(None);
        };
        self.perform(&change, true, me)?;
        log.forth.push(change.clone());
        self.keep_log(&log)?;
        Ok(Some(change))
    }

    /// Redoes a change that was undone. Returns it.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn redo(&self, me: &Writer) -> Result<Option<LibraryChange>, Failure> {
        let mut log = self.log()?;
        let Some(change) = log.forth.pop() else {
            return Ok(None);
        };
        self.perform(&change, false, me)?;
        log.back.push(change.clone());
        self.keep_log(&log)?;
        Ok(Some(change))
    }

    /// Makes a change, or takes it `back`: deletes or restores plans, archives or restores catalogue
    /// files, or renames a plan. A plan that does not exist any more is ignored.
    fn perform(&self, change: &LibraryChange, back: bool, me: &Writer) -> Result<(), Failure> {
        if let Some([before, after]) = &change.names {
            let name = if back { before } else { after };
            return self.edit_each(&change.plans, me, |saved_plan| saved_plan.rename(name));
        }
        let deleted = change.operation.deletes() != back;
        self.edit_each(&change.plans, me, |saved_plan| saved_plan.deleted = deleted)?;
        self.perform_on_others(change, deleted, me)
    }

    /// Where the plans of a change `go`, restores the plans that they replaced, archives the catalogue
    /// files of the change and restores those that they replaced. Otherwise the other way round.
    fn perform_on_others(
        &self,
        change: &LibraryChange,
        go: bool,
        me: &Writer,
    ) -> Result<(), Failure> {
        self.edit_each(&change.replaced, me, |saved_plan| saved_plan.deleted = !go)?;
        for (names, archived) in [(&change.catalogues, go), (&change.instead_of, !go)] {
            for name in names {
                self.archive(name, archived)?;
            }
        }
        Ok(())
    }

    fn edit_each(
        &self,
        ids: &[PlanId],
        me: &Writer,
        edit: impl Fn(&mut SavedPlan),
    ) -> Result<(), Failure> {
        if ids.is_empty() {
            return Ok(());
        }
        // A browser goes through all its keys to find those of one plan, so that is done once for all
        // plans.
        let mut keys = self.save_keys(None)?;
        for id in ids {
            let keys = keys.remove(id).unwrap_or_default();
            let heads = self.look(id.clone(), keys.clone(), false)?.heads;
            let Some(resolved) = self.resolve(&heads)? else {
                continue;
            };
            let mut saved_plan = resolved.saved_plan.clone();
            edit(&mut saved_plan);
            if saved_plan != resolved.saved_plan {
                let mut saved_plan = saved_plan.next(me);
                self.trim_version_vector(&mut saved_plan);
                self.save_beside(&saved_plan, || Some(keys.clone()), &mut Whole::default())?;
            }
        }
        Ok(())
    }
}

fn write(log: &Log) -> String {
    let ids = |ids: &[PlanId]| form::names(ids.iter().map(PlanId::as_str));
    let change = |change: &LibraryChange| {
        let operation = Operation::ALL
            .iter()
            .position(|operation| *operation == change.operation);
        let name = operation
            .and_then(|place| Operation::NAMES.get(place))
            .copied();
        let texts = |texts: &[String]| form::names(texts.iter().map(String::as_str));
        let mut members = vec![
            ("deed", Node::text(name.unwrap_or_default())),
            ("drafts", ids(&change.plans)),
            ("replaced", ids(&change.replaced)),
        ];
        if !change.catalogues.is_empty() {
            members.push(("catalogues", texts(&change.catalogues)));
        }
        if !change.instead_of.is_empty() {
            members.push(("instead_of", texts(&change.instead_of)));
        }
        members.extend(change.names.as_ref().map(|names| ("names", texts(names))));
        form::object(members)
    };
    let changes = |changes: &[LibraryChange]| Node::List(changes.iter().map(change).collect());
    Node::object([("back", changes(&log.back)), ("forth", changes(&log.forth))]).to_json()
}

fn read(text: &str) -> Option<Log> {
    let node = parse_kept(text, super::LONGEST)?;
    let problems = Problems::default();
    let top = Cursor::top(&node, &problems);
    let log = top.object()?;
    let changes = |key| log.required(key)?.list(MOST, change);
    Some(Log {
        back: changes("back")?,
        forth: changes("forth")?,
    })
}

fn change(place: &Cursor<'_>) -> Option<LibraryChange> {
    let change = place.object()?;
    let ids = |key| {
        change
            .required(key)?
            .list(MOST_PLANS, |place| PlanId::new(place.text(32)?))
    };
    let texts = |key| match change.optional(key) {
        Some(place) => place.list(MOST_PLANS, |place| match place.node() {
            Node::Text(text) => Some(text.clone()),
            // A name may be empty.
            _ => place.error(Reason::NotA(Expected::Text)),
        }),
        None => Some(Vec::new()),
    };
    Some(LibraryChange {
        catalogues: texts("catalogues")?,
        instead_of: texts("instead_of")?,
        names: texts("names")?.try_into().ok(),
        operation: *Operation::ALL.get(change.required("deed")?.one_of(Operation::NAMES)?)?,
        plans: ids("drafts")?,
        replaced: ids("replaced")?,
    })
}
