use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::catalogues::{OpenedCatalogue, OwnCatalogue};
use super::centre::Centre;
use super::files::Incoming;
use super::live::{Handle, Live};
use super::route::{Route, asked_by_address};
use super::{browser, storage::Browser};
use crate::catalogue::{Catalogue, File, Reading};
use crate::editor::{Notification, Tick};
use crate::exchange::link::MARK;
use crate::qualification::{Date, Qualification};
use crate::saved_plans::{CATALOGUE, PlanId, ROOT, SavedPlans, Session, Store};
use crate::wording::{label, window};

/// How the host page is told what happened: a name, and a detail in JSON.
pub(super) type Emit = Box<dyn Fn(&str, &str)>;

/// What the element asks for when it mounts a planner.
pub struct Options {
    /// The qualification to open with; empty for the choice of all.
    pub qualification: String,
    /// The name under which saved plans are kept.
    pub instance: String,
    /// True where the planner is the page: the address bar follows it.
    pub page: bool,
    /// True where a link to a plan in the address is for this planner: the page, or the first
    /// element of another's.
    pub links: bool,
    /// The address of a page that opens links to a plan.
    pub home: String,
    /// Tells the host what happened.
    pub emit: Emit,
    /// Deletes the second copy of what is kept; called with the keys that went, answers with a promise.
    pub delete_copies: js_sys::Function,
    /// Where the planner is mounted.
    pub root: web_sys::HtmlElement,
}

/// The state of one planner, made once by the element.
#[derive(Clone, Copy)]
pub struct State(pub(super) Handle<StateData>);

pub(super) struct StateData {
    pub(super) options: Options,
    today: Date,
    pub(super) catalogue: Live<Arc<Catalogue>>,
    /// The catalogue files that are kept here.
    pub(super) own: Live<Vec<OwnCatalogue>>,
    /// What was read of their texts.
    pub(super) readings: RefCell<Vec<(String, Reading)>>,
    /// True until those that are kept, or that the host page names, were looked at.
    pub(super) awaits_catalogues: Live<bool>,
    pub(super) route: Live<Route>,
    pub(super) opened: Live<Option<OpenedCatalogue>>,
    /// Counts what was saved elsewhere, for the list of saved plans.
    pub(super) elsewhere: Live<()>,
    /// Saved plans from a file, until the learner has said what to do with them.
    pub(super) incoming: Live<Option<Incoming>>,
    /// What was just done with whole saved plans, or why it could not be done.
    pub(super) notification: Live<Option<Notification>>,
    /// Saved plans whose last change could not be saved, of screens that were left.
    pub(super) unsaved: RefCell<Vec<Session>>,
    /// The saved plan of the screen that is open, where its last change could not be saved.
    pub(super) open_unsaved: RefCell<Option<Session>>,
    /// Plans of screens that were left before anything could keep them.
    pub(super) unkept_plans: RefCell<Vec<(Arc<Qualification>, Vec<Tick>)>>,
    /// There while something on this page is in no save.
    pub(super) leaving: RefCell<Option<browser::LeavingIsAsked>>,
    /// The saved plan that was changed last here, and when.
    last_change: RefCell<Option<(PlanId, u32)>>,
    /// True where what was saved is surely out of this page's hands.
    pub(super) confirmed: Live<bool>,
    /// True where something was saved since the element last began to copy.
    pub(super) uncopied: Cell<bool>,
    /// The catalogue file that the host page names.
    pub(super) centre: Live<Centre>,
    /// Counts how often the host page has named one, or none.
    pub(super) centre_asked: Cell<u32>,
    /// The learner's catalogue files that could not be kept: they are here until the page goes.
    pub(super) unkept: RefCell<Vec<File>>,
    /// The last saved plan that was begun here, which is in no storage until its first change.
    pub(super) begun: RefCell<Option<PlanId>>,
    /// True once the browser was asked to keep what is stored.
    pub(super) asked_to_promise: Cell<bool>,
    /// Whether the browser has promised to keep what is stored; unknown until it has answered.
    pub(super) promised: Live<Option<bool>>,
    /// True where plans are judged.
    pub(super) has_engine: Live<bool>,
    /// True where what completes the screens is there.
    pub(super) has_rest: Live<bool>,
    /// What the plan of a link is for, where the link is shown and that is here.
    pub(super) linked: Live<Option<Arc<Qualification>>>,
    /// What was asked for by name, so that a catalogue that comes later can still answer.
    pub(super) asked: RefCell<String>,
    /// What stood behind `#` in the address when it was last looked at.
    pub(super) fragment: RefCell<String>,
    /// True where the reader has asked for the screen that comes.
    by_reader: Cell<bool>,
}

impl State {
    /// The state of a new planner. Called under the owner of its mount.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let asked = asked_by_address(&options).unwrap_or_else(|| options.qualification.clone());
        let has_catalogues = Browser
            .keys(ROOT)
            .is_ok_and(|keys| keys.iter().any(|key| key.contains(CATALOGUE)));
        let state = Self(Handle::new(StateData {
            options,
            today: browser::today(),
            catalogue: Live::new(Arc::new(Catalogue::shipped())),
            own: Live::new(Vec::new()),
            readings: RefCell::default(),
            awaits_catalogues: Live::new(has_catalogues),
            route: Live::new(Route::Choose),
            opened: Live::new(None),
            elsewhere: Live::new(()),
            incoming: Live::new(None),
            notification: Live::new(None),
            unsaved: RefCell::new(Vec::new()),
            open_unsaved: RefCell::new(None),
            unkept_plans: RefCell::default(),
            leaving: RefCell::new(None),
            confirmed: Live::new(true),
            uncopied: Cell::new(false),
            centre: Live::new(Centre::default()),
            centre_asked: Cell::new(0),
            unkept: RefCell::default(),
            last_change: RefCell::new(None),
            begun: RefCell::new(None),
            asked_to_promise: Cell::new(false),
            promised: Live::new(None),
            has_engine: Live::new(false),
            has_rest: Live::new(false),
            linked: Live::new(None),
            asked: RefCell::default(),
            fragment: RefCell::new(browser::fragment()),
            by_reader: Cell::new(false),
        }));
        state.show(&asked);
        state
    }

    /// True where the planner is the page.
    pub(super) fn is_page(self) -> bool {
        self.0.held().options.page
    }

    /// The day it is.
    pub(super) fn today(self) -> Date {
        self.0.held().today
    }

    /// Which screen is shown.
    pub(super) fn route(self) -> Route {
        self.0.held().route.get()
    }

    /// Makes the binding that asks run again when another tab or planner has saved.
    pub(super) fn subscribe_to_plans(self) {
        self.0.held().elsewhere.look(|()| ());
    }

    /// Every qualification that can be planned.
    pub(super) fn catalogue(self) -> Arc<Catalogue> {
        self.0.held().catalogue.get()
    }

    /// The same as it is now: no binding follows it.
    pub(super) fn catalogue_now(self) -> Arc<Catalogue> {
        self.0.held().catalogue.peek(Arc::clone)
    }

    /// What came of opening a catalogue file, until it is closed.
    pub(super) fn opened(self) -> Option<OpenedCatalogue> {
        self.0.held().opened.get()
    }

    /// Closes what is said of a catalogue file.
    pub(super) fn close_opened(self) {
        self.0.held().opened.set(None);
        self.focus_heading();
    }

    /// Shows the qualification of this name; the choice of all where it is empty.
    pub fn show(self, name: &str) {
        self.navigate(name, false);
    }

    pub(super) fn navigate(self, name: &str, by_reader: bool) {
        let held = self.0.held();
        name.clone_into(&mut held.asked.borrow_mut());
        let route = held.find(name);
        if held.route.peek(|now| *now != route) {
            held.by_reader.set(by_reader);
            held.route.set(route);
        }
    }

    /// Goes to another screen.
    pub(super) fn go(self, route: &Route) {
        // What could not be done on one screen is nothing to say on the next.
        let held = self.0.held();
        if held.notification.peek(|notification| {
            notification
                .as_ref()
                .is_some_and(Notification::is_of_one_screen)
        }) {
            held.notification.set(None);
        }
        if self.is_page() {
            browser::set_fragment(&format!("/{}", route.name()));
        }
        self.navigate(&route.name(), true);
    }

    /// The screen that comes takes the focus: what has it goes.
    pub(super) fn brings_focus(self) {
        self.0.held().by_reader.set(true);
    }

    /// Called when a screen has been built: names the window, and brings the focus along.
    pub(super) fn arrive(self) {
        let held = self.0.held();
        if held.options.page {
            browser::set_title(&held.route.peek(|route| match route {
                Route::Choose => label::PLANNER.to_owned(),
                Route::Plan(qualification, _) => window::title(&qualification.title),
                Route::Unknown(..) => window::title(window::UNKNOWN),
                Route::Link(_) => window::title(window::OF_LINK),
            }));
        }
        self.focus_screen(held.by_reader.take());
    }

    /// Does something with the saved plans of this planner.
    pub(super) fn with_plans<T>(self, act: impl FnOnce(&SavedPlans<'_>) -> T) -> T {
        act(&SavedPlans::new(&Browser, &self.0.held().options.instance))
    }

    /// What was just done with whole saved plans, or why it could not be done.
    pub(super) fn notification(self) -> Option<Notification> {
        self.0.held().notification.get()
    }

    /// Tells the host page.
    pub(super) fn emit(self, name: &str, detail: &str) {
        (self.0.held().options.emit)(name, detail);
    }

    /// This moment, for a change of a saved plan: later than the last one of any other saved plan, so that the
    /// list has them in the order in which they were changed.
    pub(super) fn moment(self, saved_plan: &PlanId) -> u32 {
        let held = self.0.held();
        let mut last = held.last_change.borrow_mut();
        let mut now = browser::now();
        if let Some((other, then)) = last.as_ref() {
            now = now.max(then.saturating_add(u32::from(other != saved_plan)));
        }
        *last = Some((saved_plan.clone(), now));
        now
    }

    /// True where a plan for this is surely not kept here: it is shown before the keeping of plans is there.
    pub(super) fn is_new(self, saved_plan: Option<&PlanId>) -> bool {
        let is_begun = |id| self.0.held().begun.borrow().as_ref() == Some(id);
        saved_plan.is_none_or(is_begun) && Browser.keys(ROOT).map_or(true, |keys| keys.is_empty())
    }

    /// Has the reader asked before the page goes, until what is shown is in a save.
    pub(super) fn ask_before_leaving(self) {
        let held = self.0.held();
        let mut leaving = held.leaving.borrow_mut();
        leaving.get_or_insert_with(browser::LeavingIsAsked::from_now_on);
    }

    /// Begins a saved plan: it is kept from its first change on.
    pub(super) fn begin(self, qualification: &Arc<Qualification>) {
        let id = Self::new_id();
        self.0.held().begun.replace(Some(id.clone()));
        self.go(&Route::Plan(Arc::clone(qualification), Some(id)));
    }

    /// The address of a link to a plan.
    pub(super) fn address(self, link: &str) -> String {
        format!("{}#{MARK}{link}", self.0.held().options.home)
    }

    /// Makes the binding that asks run again when the browser has promised to keep what is stored.
    pub(super) fn promised(self) -> Option<bool> {
        self.0.held().promised.get()
    }
}
