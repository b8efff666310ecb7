//! Which screen is shown, and how that stands in an address: the only place that knows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::catalogues::Catalogues;
use super::centre::Centre;
use super::notifications::Notifications;
use super::page::Page;
use crate::app::browser;
use crate::exchange::link::{self, MARK};
use crate::qualification::{Qualification, QualificationId};
use crate::saved_plans::PlanId;
use crate::wording::{Sources, label, window};

/// Which screen is shown.
#[derive(Clone, Debug)]
pub(crate) enum Route {
    /// The choice of a qualification.
    Choose,
    /// A plan for one: this saved plan, or else the one that was changed last.
    Plan(Arc<Qualification>, Option<PlanId>),
    /// A qualification that no catalogue has, and a saved plan for it.
    Unknown(String, Option<PlanId>),
    /// A plan that somebody sent as a link.
    Link(String),
}

impl PartialEq for Route {
    /// A qualification that was read anew is another: what is read of the same text stays the same (see
    /// [`Catalogues`]), and the code that compares all of it would weigh 2 KB in the first program.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Choose, Self::Choose) => true,
            (Self::Plan(one, saved_plan), Self::Plan(of, other)) => {
                Arc::ptr_eq(one, of) && saved_plan == other
            }
            (Self::Unknown(name, saved_plan), Self::Unknown(of, other)) => {
                name == of && saved_plan == other
            }
            (Self::Link(text), Self::Link(other)) => text == other,
            _ => false,
        }
    }
}

impl Route {
    /// Its name, as it stands in an address: that of the qualification, and behind a colon that of
    /// the saved plan; empty for the choice.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Choose => String::new(),
            Self::Plan(qualification, None) => qualification.id.to_string(),
            Self::Plan(qualification, Some(saved_plan)) => {
                format!("{}:{saved_plan}", qualification.id)
            }
            Self::Unknown(name, None) => name.clone(),
            Self::Unknown(name, Some(saved_plan)) => format!("{name}:{saved_plan}"),
            Self::Link(text) => format!("{MARK}{text}"),
        }
    }
}

/// Which screen a planner shows.
#[derive(Clone, Copy)]
pub(crate) struct Router(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    page: Page,
    centre: Centre,
    catalogues: Catalogues,
    notifications: Notifications,
    route: RwSignal<Route>,
    /// What the plan of a link is for, where the link is shown and that is here.
    linked: RwSignal<Option<Arc<Qualification>>>,
    /// What was asked for by name, so that a catalogue that comes later can still answer.
    asked: RefCell<String>,
    /// What stood behind `#` in the address when it was last looked at.
    fragment: RefCell<String>,
    /// True where the reader has asked for the screen that comes.
    by_reader: Cell<bool>,
    /// True until the reader has asked for a screen, after the page or the element did.
    is_first: Cell<bool>,
}

impl Inner {
    fn find(&self, name: &str) -> Route {
        if name.is_empty() {
            return Route::Choose;
        }
        if let Some(text) = link::in_fragment(name) {
            return Route::Link(text.to_owned());
        }
        // An address has no spaces.
        let name = name.replace("%20", " ");
        let (qualification, saved_plan) = match name.split_once(':') {
            Some((qualification, saved_plan)) => (qualification, PlanId::new(saved_plan)),
            None => (name.as_str(), None),
        };
        match self.catalogues.all_now().named(qualification) {
            Some(found) => Route::Plan(Arc::clone(found), saved_plan),
            None => Route::Unknown(qualification.chars().take(80).collect(), saved_plan),
        }
    }

    /// What is shown where nothing is asked for: of a centre that shows one qualification and no others, that one.
    fn first(&self) -> Route {
        let all = self.catalogues.all_now();
        let mut all = all.qualifications();
        match (all.next(), all.next()) {
            (Some(one), None) if self.centre.is_alone_now() => Route::Plan(Arc::clone(one), None),
            _ => Route::Choose,
        }
    }

    fn navigate(&self, name: &str, by_reader: bool) {
        name.clone_into(&mut self.asked.borrow_mut());
        if by_reader {
            self.is_first.set(false);
        }
        let route = if name.is_empty() && self.is_first.get() {
            self.first()
        } else {
            self.find(name)
        };
        if self.route.with_untracked(|now| *now != route) {
            self.by_reader.set(by_reader);
            self.route.set(route);
        }
    }

    /// Shows what was asked for by name, where that is here now and was not.
    fn show_asked(&self) {
        let asked = self.asked.borrow().clone();
        // A plan of a link may be for what has just come, and the screen of what is not here says why.
        if matches!(self.find(&asked), Route::Link(_) | Route::Unknown(..)) {
            self.route.update(|_| ());
        }
        self.navigate(&asked, false);
    }

    fn sync_address(&self) {
        let now = browser::fragment();
        if self.fragment.replace(now.clone()) == now {
            // A host page has put another address into its history that has the same fragment.
            return;
        }
        match self.page.asked_by_address() {
            Some(name) => self.navigate(&name, true),
            // The page of a qualification by itself is of that; the start is the choice of all.
            None if self.page.is_page() => self.navigate(&self.page.asked_by_element(), true),
            None => {}
        }
    }
}

impl Router {
    /// What the address asks for, or else the element.
    pub(super) fn new(
        page: Page,
        centre: Centre,
        catalogues: Catalogues,
        notifications: Notifications,
    ) -> Self {
        let router = Self(StoredValue::new_local(Rc::new(Inner {
            page,
            centre,
            catalogues,
            notifications,
            route: RwSignal::new(Route::Choose),
            linked: RwSignal::new(None),
            asked: RefCell::default(),
            fragment: RefCell::new(browser::fragment()),
            by_reader: Cell::new(false),
            is_first: Cell::default(),
        })));
        let asked = page.asked_by_address();
        router.show(&asked.unwrap_or_else(|| page.asked_by_element()));
        catalogues.on_change(Callback::new(move |()| {
            if let Some(held) = router.0.try_get_value() {
                held.show_asked();
            }
        }));
        router
    }

    /// Keeps the screen in step with the address bar.
    pub(crate) fn keep_in_step(self) {
        // The first comes with the change itself, and the second where a browser has no such event for it.
        for moved in ["popstate", "hashchange"] {
            browser::on_window(moved, move || {
                if let Some(held) = self.0.try_get_value() {
                    held.sync_address();
                }
            });
        }
    }

    /// Which screen is shown.
    pub(crate) fn route(self) -> Route {
        self.0.get_value().route.get()
    }

    /// Shows the qualification of this name; the choice of all where it is empty.
    pub(crate) fn show(self, name: &str) {
        let held = self.0.get_value();
        held.is_first.set(true);
        held.navigate(name, false);
    }

    /// Goes to another screen.
    pub(crate) fn go(self, route: &Route) {
        let held = self.0.get_value();
        held.notifications.leave_screen();
        if held.page.is_page() {
            browser::set_fragment(&format!("/{}", route.name()));
        }
        held.navigate(&route.name(), true);
        held.page.to_top();
    }

    /// Shows a saved plan.
    pub(crate) fn go_to(self, qualification: &QualificationId, saved_plan: &PlanId) {
        self.go_by(&format!("{qualification}:{saved_plan}"));
    }

    /// Shows what has this name in an address.
    pub(crate) fn go_by(self, name: &str) {
        let route = self.0.get_value().find(name);
        self.go(&route);
    }

    /// Shows a saved plan anew whose screen said that it is not there.
    pub(crate) fn reopen(self, qualification: &QualificationId, saved_plan: &PlanId) {
        self.0.get_value().route.set(Route::Choose);
        self.go_to(qualification, saved_plan);
    }

    /// Shows all plans.
    pub(crate) fn go_home(self) {
        self.go(&Route::Choose);
    }

    /// The same for who is there already and reads it anew: the focus goes to its heading.
    pub(crate) fn lead_home(self) {
        let held = self.0.get_value();
        let is_there = held.route.with_untracked(|now| *now == Route::Choose);
        self.go_home();
        if is_there {
            held.page.focus_heading();
        }
    }

    /// The screen that comes takes the focus: what has it goes.
    pub(crate) fn brings_focus(self) {
        self.0.get_value().by_reader.set(true);
    }

    /// Called when a screen has been built: names the window, and brings the focus along.
    pub(crate) fn arrive(self) {
        let held = self.0.get_value();
        if held.page.is_page() {
            browser::set_title(&held.route.with_untracked(|route| match route {
                Route::Choose => label::PLANNER.to_owned(),
                Route::Plan(qualification, _) => window::title(&qualification.title),
                Route::Unknown(..) => window::title(window::UNKNOWN),
                Route::Link(_) => window::title(window::OF_LINK),
            }));
        }
        held.page.focus_screen(held.by_reader.take());
    }

    /// The plan of a link that is shown is for this, where that is here.
    pub(crate) fn link_is_for(self, qualification: Option<Arc<Qualification>>) {
        self.0.get_value().linked.set(qualification);
    }

    /// Whose documents stand behind what is shown: those of the qualification, or of all that can be
    /// chosen.
    pub(crate) fn sourced(self, say: fn(&Sources<'_>) -> String) -> String {
        let held = self.0.get_value();
        let catalogue = held.catalogues.all();
        let shown = match self.route() {
            Route::Plan(qualification, _) => Some(qualification),
            Route::Link(_) => held.linked.get(),
            Route::Choose | Route::Unknown(..) => None,
        };
        match shown {
            Some(of) => say(&[(&of.awarding_body, of.source.checked, of.source.checked)]),
            // Nobody knows yet whose.
            None if held.centre.is_awaited() => say(&[]),
            None => say(&catalogue.sources()),
        }
    }
}
