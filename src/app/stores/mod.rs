//! What a planner knows: one store for each subject, with its own fields, and each above those that it uses.
//!
//! A store is `Copy` and goes with the planner that it was made for. What is asked of it by a binding is
//! followed by that.

mod catalogues;
mod centre;
pub(super) mod editor;
mod file_reports;
mod import;
mod incoming;
mod library;
mod notifications;
mod opened_catalogue;
mod operations;
mod page;
mod plan_storage;
mod plans;
mod program;
mod route;
mod saving;

pub(super) use catalogues::Catalogues;
pub(super) use centre::Centre;
pub(super) use import::{CAME, Import};
pub(super) use incoming::{Arrival, Choice, Incoming};
pub(super) use library::{PlanLibrary, PlanLookup, PlanSummary};
pub(super) use notifications::Notifications;
pub(super) use opened_catalogue::{OpenedCatalogue, OwnCatalogue};
pub use page::Options;
pub(super) use page::Page;
pub(super) use plan_storage::PlanStorage;
pub(super) use plans::Plans;
pub(super) use program::{Additions, Program};
pub(super) use route::{Route, Router};
pub(super) use saving::Saves;

use leptos::prelude::*;

use super::browser;
use super::storage::Browser;
use crate::editor::Notification;
use crate::saved_plans::delete_everything;
use crate::wording;

/// The stores of one planner: a pointer, for nearly everything holds them. The few bytes that it points to stay when the
/// planner goes, so that what comes late can still ask whether it is there.
#[derive(Clone, Copy)]
pub(super) struct Stores(&'static Inner);

struct Inner {
    program: Program,
    page: Page,
    storage: PlanStorage,
    notifications: Notifications,
    saves: Saves,
    centre: Centre,
    catalogues: Catalogues,
    router: Router,
    plans: Plans,
    import: Import,
}

impl Stores {
    /// The stores of a new planner. Called under the owner of its mount.
    pub(super) fn new(options: Options) -> Self {
        let storage = PlanStorage::new(options.instance.clone());
        let page = Page::new(options);
        let notifications = Notifications::new();
        let saves = Saves::new(storage);
        let centre = Centre::new(page);
        let catalogues = Catalogues::new(page, storage, centre, notifications);
        let router = Router::new(page, centre, catalogues, notifications);
        let plans = Plans::new(page, storage, catalogues, notifications, router, saves);
        if let Some(of) = catalogues.all_now().named(&page.asked_by_element()) {
            saves.take_over(of, page.take_ticked(of));
        }
        Self(Box::leak(Box::new(Inner {
            program: Program::new(),
            page,
            storage,
            notifications,
            saves,
            centre,
            catalogues,
            router,
            plans,
            import: Import::new(plans),
        })))
    }

    /// False where the planner has left the page.
    pub(super) fn are_here(self) -> bool {
        self.0.page.is_here()
    }

    /// Which parts of the program are there.
    pub(super) fn program(self) -> Program {
        self.0.program
    }

    /// The page that the planner is on.
    pub(super) fn page(self) -> Page {
        self.0.page
    }

    /// Where plans are kept.
    pub(super) fn storage(self) -> PlanStorage {
        self.0.storage
    }

    /// What is said of what was done with whole plans.
    pub(super) fn notifications(self) -> Notifications {
        self.0.notifications
    }

    /// What is in no save.
    pub(super) fn saves(self) -> Saves {
        self.0.saves
    }

    /// The catalogue file that the host page names.
    pub(super) fn centre(self) -> Centre {
        self.0.centre
    }

    /// What can be planned.
    pub(super) fn catalogues(self) -> Catalogues {
        self.0.catalogues
    }

    /// Which screen is shown.
    pub(super) fn router(self) -> Router {
        self.0.router
    }

    /// The plans that are kept.
    pub(super) fn plans(self) -> Plans {
        self.0.plans
    }

    /// What waits of a file.
    pub(super) fn import(self) -> Import {
        self.0.import
    }

    /// True where anything may be kept, as far as that can be told before the keeping of plans is there.
    pub(super) fn may_have_kept() -> bool {
        PlanStorage::has_any(|_| true) != Ok(false)
    }

    /// True where anything is kept or was done, or where that cannot be told.
    pub(super) fn have_something_kept(self) -> bool {
        self.plans().subscribe();
        // Each is asked, so that the binding follows all.
        let was_done = self.notifications().shown().is_some();
        let is_unsaved = !self.saves().each_unsaved(|_| ()).is_empty();
        was_done || is_unsaved || Self::may_have_kept()
    }

    /// Deletes everything that the planner keeps in this browser, in both places. `failed` is called
    /// where something of it may still be there.
    pub(super) fn delete_everything(
        self,
        done: impl FnOnce() + 'static,
        failed: impl Fn() + 'static,
    ) {
        let Ok(keys) = delete_everything(&Browser) else {
            return failed();
        };
        self.page().delete_copies(&keys, move |deleted| {
            if !self.are_here() {
                return;
            }
            if !deleted {
                failed();
                return browser::announce_saved();
            }
            done();
            self.start_again();
            // Once the plan that was shown has gone, and has left what it could not save.
            queue_microtask(move || {
                if self.are_here() {
                    self.saves().forget_left();
                }
                browser::announce_saved();
            });
        });
    }

    /// After everything was deleted: the shipped catalogue, and the choice of all.
    fn start_again(self) {
        let catalogues = self.catalogues();
        catalogues.read();
        catalogues.reports().forget();
        self.import().close();
        self.notifications().show(None);
        self.router().go_home();
        let done = Notification::Done(wording::EVERYTHING_DELETED.to_owned());
        self.notifications().show(Some(done));
    }
}
