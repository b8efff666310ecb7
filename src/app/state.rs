use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::request_animation_frame;

use super::files::OpenedCatalogue;
use super::live::{Handle, Live};
use super::{browser, storage::Browser};
use crate::assess::{Assessment, Context, assess};
use crate::catalogue::{self, Catalogue};
use crate::draft::keep::Drafts;
use crate::draft::{Draft, Failure, Unreadable};
use crate::qualification::{Date, Qualification, QualificationId};

/// How the host page is told what happened: a name, and a detail in JSON.
pub(super) type Tell = Box<dyn Fn(&str, &str)>;

/// What the element asks for when it mounts a planner.
pub struct Options {
    /// The qualification to open with; empty for the choice of all.
    pub qualification: String,
    /// The name under which drafts are kept.
    pub instance: String,
    /// True where the planner is the page: the address bar follows it.
    pub page: bool,
    /// Tells the host what happened.
    pub tell: Tell,
    /// Where the planner is mounted.
    pub root: web_sys::HtmlElement,
}

/// Which screen is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// The choice of a qualification.
    Choose,
    /// A plan for one.
    Plan(Arc<Qualification>),
    /// A qualification that no catalogue has.
    Unknown(String),
}

impl Route {
    /// The name of the qualification; empty for the choice.
    fn name(&self) -> &str {
        match self {
            Self::Choose => "",
            Self::Plan(qualification) => qualification.id.as_str(),
            Self::Unknown(name) => name,
        }
    }
}

/// The state of one planner, made once by the element.
#[derive(Clone, Copy)]
pub struct State(pub(super) Handle<Held>);

pub(super) struct Held {
    options: Options,
    today: Date,
    pub(super) catalogue: Live<Arc<Catalogue>>,
    route: Live<Route>,
    pub(super) opened: Live<Option<OpenedCatalogue>>,
    /// Counts what was saved elsewhere, for the list of drafts.
    elsewhere: Live<()>,
    /// A plan from a file, until its screen is there.
    pub(super) incoming: RefCell<Option<Draft>>,
    /// What was asked for by name, so that a catalogue that comes later can still answer.
    pub(super) asked: RefCell<String>,
    /// False until the first screen has been shown: only later ones take the focus.
    arrived: Cell<bool>,
}

impl State {
    /// The state of a new planner. Called under the owner of its mount.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let mut catalogue = Catalogue::shipped();
        let kept = Drafts::new(&Browser, &options.instance).catalogues();
        let mut damaged = None;
        for text in kept.unwrap_or_default() {
            let reading = catalogue::read(&text);
            if !reading.problems.is_empty() {
                damaged = Some(OpenedCatalogue {
                    name: "a catalogue file kept in this browser".to_owned(),
                    problems: reading.problems,
                    trouble: None,
                    left_out: reading.left_out,
                    added: reading.file.is_some(),
                });
            }
            if let Some(file) = reading.file {
                catalogue.add(file);
            }
        }
        let asked = if options.page && !browser::fragment().is_empty() {
            from_fragment(&browser::fragment())
        } else {
            options.qualification.clone()
        };
        let state = Self(Handle::new(Held {
            options,
            today: browser::today(),
            catalogue: Live::new(Arc::new(catalogue)),
            route: Live::new(Route::Choose),
            opened: Live::new(damaged),
            elsewhere: Live::new(()),
            incoming: RefCell::new(None),
            asked: RefCell::default(),
            arrived: Cell::new(false),
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
    pub(super) fn follow_drafts(self) {
        self.0.held().elsewhere.look(|()| ());
    }

    /// The plan from a file that the screen was opened for.
    pub(super) fn take_incoming(self) -> Option<Draft> {
        self.0.held().incoming.take()
    }

    /// Every qualification that can be planned.
    pub(super) fn catalogue(self) -> Arc<Catalogue> {
        self.0.held().catalogue.get()
    }

    /// What came of opening a catalogue file, until it is closed.
    pub(super) fn opened(self) -> Option<OpenedCatalogue> {
        self.0.held().opened.get()
    }

    /// Closes what is said of a catalogue file.
    pub(super) fn close_opened(self) {
        self.0.held().opened.set(None);
        self.focus("qp-heading");
    }

    /// Shows the qualification of this name; the choice of all where it is empty.
    pub fn show(self, name: &str) {
        let held = self.0.held();
        name.clone_into(&mut held.asked.borrow_mut());
        let route = held.find(name);
        if held.route.peek(|now| *now != route) {
            held.route.set(route);
        }
    }

    /// Goes to another screen.
    pub(super) fn go(self, route: &Route) {
        if self.is_page() {
            browser::set_fragment(&format!("/{}", route.name()));
        }
        self.show(route.name());
    }

    /// Keeps the list of drafts in step with other tabs and planners, and on the page the screen
    /// with the address bar.
    pub(super) fn follow(self) {
        let changed = move || {
            if let Some(held) = self.0.still_held() {
                held.elsewhere.set(());
            }
        };
        browser::on_window("storage", changed);
        browser::on_window(browser::SAVED, changed);
        if self.is_page() {
            browser::on_window("hashchange", move || {
                self.show(&from_fragment(&browser::fragment()));
            });
        }
    }

    /// Called when a screen has been built: names the window and, from the second screen on, puts
    /// the focus on its heading.
    pub(super) fn arrive(self) {
        let held = self.0.held();
        if held.options.page {
            let name = "Qualification planner";
            browser::set_title(&held.route.peek(|route| match route {
                Route::Choose => name.to_owned(),
                Route::Plan(qualification) => format!("{} · {name}", qualification.title),
                Route::Unknown(_) => format!("Unknown qualification · {name}"),
            }));
        }
        if held.arrived.replace(true) {
            // The screen is in the document after this turn.
            request_animation_frame(move || self.focus("qp-heading"));
        }
    }

    /// Puts the focus on the element of this id.
    pub(super) fn focus(self, id: &str) {
        if let Some(held) = self.0.still_held() {
            browser::focus(&held.options.root, id);
        }
    }

    /// After everything was deleted: the shipped catalogue, and the choice of all.
    pub(super) fn start_again(self) {
        let held = self.0.held();
        held.catalogue.set(Arc::new(Catalogue::shipped()));
        held.opened.set(None);
        self.go(&Route::Choose);
    }

    /// Does something with the drafts of this planner.
    pub(super) fn with_drafts<T>(self, act: impl FnOnce(&Drafts<'_>) -> T) -> T {
        act(&Drafts::new(&Browser, &self.0.held().options.instance))
    }

    /// Tells the host page.
    pub(super) fn tell(self, name: &str, detail: &str) {
        (self.0.held().options.tell)(name, detail);
    }

    /// The draft of a qualification with what could not be read, or why there is none.
    pub(super) fn open_draft(
        self,
        id: &QualificationId,
    ) -> Result<(Option<Draft>, Vec<Unreadable>), Failure> {
        self.with_drafts(|drafts| drafts.open(id))
            .map(|opened| (opened.draft, opened.unreadable))
    }

    /// Judges a draft, for the list of qualifications.
    pub(super) fn judge(self, qualification: &Qualification, draft: &Draft) -> Assessment {
        let context = Context {
            today: self.today(),
        };
        assess(qualification, &draft.plan, &context)
    }
}

impl Held {
    pub(super) fn find(&self, name: &str) -> Route {
        if name.is_empty() {
            return Route::Choose;
        }
        let found = QualificationId::new(name).and_then(|id| {
            self.catalogue
                .peek(|catalogue| catalogue.qualification(&id).cloned())
        });
        found.map_or_else(
            || Route::Unknown(name.chars().take(80).collect()),
            Route::Plan,
        )
    }
}

fn from_fragment(fragment: &str) -> String {
    fragment
        .trim_start_matches('#')
        .trim_start_matches('/')
        .to_owned()
}
