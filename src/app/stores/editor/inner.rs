//! What a planning screen holds, how it is changed, and how it is kept in step with what others save.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::browser;
use crate::app::signals::set_other;
use crate::app::stores::{Program, Stores};
use crate::assess::State as PlanState;
use crate::editor::{Announcer, Editor, HostEvent};
use crate::plan::History;
use crate::qualification::{Qualification, UnitCode};
use crate::saved_plans::{
    CatalogueDifference, Opened, PlanId, SavedPlans, Saving, Session, Unreadable,
};

/// What a planning screen holds.
pub(super) struct Inner {
    pub(super) stores: Stores,
    pub(super) editor: RwSignal<Editor>,
    pub(super) qualification: Arc<Qualification>,
    /// The saved plan that the address names; none where it asks for the one changed last.
    pub(super) wanted: Option<PlanId>,
    /// True where a saved plan was asked for that is not here: the one that is shown is new.
    pub(super) missing: Cell<bool>,
    pub(super) saving: RwSignal<Saving>,
    /// What is to be said of the saved plan.
    pub(super) about: RwSignal<AboutPlan>,
    /// Units that were put under the codes of the qualification when the saved plan was opened.
    pub(super) renamed: RefCell<Vec<CatalogueDifference>>,
    pub(super) announcement: RwSignal<String>,
    announcer: RefCell<Announcer>,
    /// Changes when the plan has been left alone for a moment.
    pub(super) debounced: Trigger,
    /// True from a change of the plan until that moment.
    pub(super) is_debouncing: Cell<bool>,
    /// True while this screen tells the others that it has saved, and hears itself.
    pub(super) telling: Cell<bool>,
    pub(super) timer: Cell<Option<TimeoutHandle>>,
    /// The units whose boxes the reader has ticked since their rows were shown last.
    pub(super) ticked: RefCell<Vec<UnitCode>>,
}

/// What is to be said of a saved plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct AboutPlan {
    pub(super) unreadable: Vec<Unreadable>,
    /// Conflicting copies, made of what other tabs saved at the same time.
    pub(super) copies: Vec<PlanId>,
    /// What is not as it was when the plan was made.
    pub(super) differences: Vec<CatalogueDifference>,
    /// True where the learner has seen just those.
    pub(super) seen: bool,
    /// When a copy of the plan was last taken out of the browser, in seconds since 1970.
    pub(super) copied: Option<u32>,
}

impl Inner {
    pub(super) fn new(stores: Stores, editor: Editor, wanted: Option<PlanId>) -> Self {
        let announcer = RefCell::new(Announcer::new(&editor.current(None)));
        Self {
            stores,
            qualification: Arc::clone(editor.qualification()),
            editor: RwSignal::new(editor),
            wanted,
            missing: Cell::new(false),
            saving: RwSignal::new(Saving::Nothing),
            about: RwSignal::new(AboutPlan::default()),
            renamed: RefCell::default(),
            announcement: RwSignal::new(String::new()),
            announcer,
            debounced: Trigger::new(),
            is_debouncing: Cell::new(false),
            telling: Cell::new(false),
            timer: Cell::new(None),
            ticked: RefCell::default(),
        }
    }

    /// Where the plan stands, for a screen reader.
    pub(super) fn what_to_announce(&self) -> String {
        self.editor.with_untracked(|editor| {
            let current = editor.current(Program::sentences());
            self.announcer.borrow_mut().tell(&current)
        })
    }

    /// Changes the plan; where that changed anything, saves it and tells the host page.
    pub(super) fn act(&self, change: impl FnOnce(&mut History)) {
        self.settle();
        let Some(now) = self.moment() else {
            return;
        };
        let mut was = None;
        self.editor.update(|editor| {
            let storage = self.stores.storage();
            was = storage.with(|plans| editor.act(plans, now, change));
        });
        if let Some(was) = was {
            self.saved();
            self.emit(was);
        }
    }

    /// Makes steps of what was ticked ahead, saves and shows them, and tells of them.
    pub(super) fn settle(&self) {
        self.settle_and(true);
    }

    /// The same where the screen goes, and nothing follows the plan any more.
    pub(super) fn settle_unseen(&self) {
        self.settle_and(false);
    }

    fn settle_and(&self, is_shown: bool) {
        if !self.editor.with_untracked(Editor::is_ahead) {
            return;
        }
        let Some(now) = self.moment() else {
            return;
        };
        let mut was = None;
        self.editor.maybe_update(|editor| {
            let storage = self.stores.storage();
            was = storage.with(|plans| editor.settle(plans, now));
            is_shown && was.is_some()
        });
        if let Some(was) = was {
            self.saved();
            self.emit(was);
        }
    }

    /// This moment, for a change of the plan; none where no session keeps it.
    fn moment(&self) -> Option<u32> {
        let id = self
            .editor
            .with_untracked(|editor| editor.session().map(|one| one.id().clone()));
        Some(self.stores.storage().moment(&id?))
    }

    /// Tells the host page of a change.
    pub(super) fn emit(&self, was: PlanState) {
        let (is, detail) = self.editor.with_untracked(|editor| {
            let current = editor.current(None);
            (current.assessment.state, current.detail())
        });
        for event in HostEvent::of_change(was, is) {
            self.stores.page().emit(event.name(), &detail);
        }
    }

    /// Does something with the saved plan that leaves the plan as it is.
    pub(super) fn with_session(&self, act: impl FnOnce(&mut Session, &SavedPlans<'_>)) {
        self.settle();
        // The bindings that follow the plan run again only where it is another.
        self.editor.maybe_update(|editor| {
            let storage = self.stores.storage();
            storage.with(|plans| editor.with_session(|session| act(session, plans)))
        });
        self.show_session();
    }

    /// After a save: lets the others know, and asks the browser to keep what is stored, once.
    pub(super) fn saved(&self) {
        self.show_session();
        if self.saving.get_untracked() != Saving::Saved {
            return;
        }
        self.announce_save();
        self.stores.saves().ask_to_promise();
    }

    /// Lets the other planners, and the second copy, know that something else is kept.
    pub(super) fn announce_save(&self) {
        self.telling.set(true);
        browser::announce_saved();
        self.telling.set(false);
    }

    /// Shows what the session says of itself.
    pub(super) fn show_session(&self) {
        self.editor.with_untracked(|editor| {
            let Some(session) = editor.session() else {
                return;
            };
            let unsaved = session.is_unsaved().then(|| session.clone());
            self.stores.saves().hold_open(unsaved);
            set_other(self.saving, session.saving());
            self.tell(|about| {
                about.unreadable = session.unreadable().to_vec();
                about.copies = session.copies().to_vec();
            });
        });
    }

    /// Changes what is to be said of the saved plan.
    pub(super) fn tell(&self, change: impl FnOnce(&mut AboutPlan)) {
        let mut about = self.about.get_untracked();
        change(&mut about);
        set_other(self.about, about);
    }

    pub(super) fn sync(&self) {
        // What this screen has saved it need not read again, three saves with each tick.
        if self.telling.get() {
            return;
        }
        let ask = |ask: fn(&Session) -> bool| {
            self.editor
                .with_untracked(|editor| editor.session().is_some_and(ask))
        };
        if ask(Session::is_untouched) && self.wanted.is_none() {
            // Nothing was planned here yet, and there may be something now.
            let latest = self.stores.plans().latest(&self.qualification.id);
            if let Ok(Some(id)) = latest
                && let Ok(Opened::Session(session)) = self.stores.storage().open(&id)
            {
                self.with_session(|held, _| *held = *session);
            }
            return;
        }
        let (mut unsaved, mut copies) = (false, 0);
        self.with_session(|session, plans| {
            (unsaved, copies) = (session.is_unsaved(), session.copies().len());
            session.sync(plans);
        });
        let now = self
            .editor
            .with_untracked(|editor| editor.session().map_or(0, |one| one.copies().len()));
        if now > copies || unsaved && !ask(Session::is_unsaved) {
            // What it has written itself on the way others have not heard of.
            self.saved();
        }
    }
}
