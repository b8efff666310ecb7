use std::sync::Arc;

use leptos::prelude::*;

use super::{browser, storage::Browser};
use crate::assess::{Assessment, Context, assess};
use crate::catalogue::{self, Catalogue, LONGEST_FILE};
use crate::draft::keep::Drafts;
use crate::draft::{Draft, Failure, Unreadable};
use crate::qualification::{Date, Qualification, QualificationId};
use crate::reading::Problem;

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
    /// Tells the host what happened: a name and a detail in JSON.
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

/// What came of opening a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OpenedCatalogue {
    /// The file's name.
    pub(super) name: String,
    /// What is wrong in it.
    pub(super) problems: Vec<Problem>,
    /// What was wrong outside it, in words.
    pub(super) trouble: Option<String>,
    /// Qualifications left out.
    pub(super) left_out: usize,
    /// True where something of it was added.
    pub(super) added: bool,
}

/// The state of one planner. `Copy`, in context, made once by the element.
#[derive(Clone, Copy)]
pub struct State {
    pub(super) catalogue: RwSignal<Arc<Catalogue>>,
    pub(super) route: RwSignal<Route>,
    pub(super) opened: RwSignal<Option<OpenedCatalogue>>,
    pub(super) page: bool,
    pub(super) today: Date,
    host: StoredValue<Host, LocalStorage>,
    /// What was asked for by name, so that a catalogue that comes later can still answer.
    asked: StoredValue<String>,
    /// False until the first screen has been shown: only later ones take the focus.
    arrived: StoredValue<bool>,
}

struct Host {
    instance: String,
    tell: Tell,
    root: web_sys::HtmlElement,
}

impl State {
    /// The state of a new planner. Called under the owner of its mount.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let mut catalogue = Catalogue::shipped();
        let store = Browser;
        for text in Drafts::new(&store, &options.instance)
            .catalogues()
            .unwrap_or_default()
        {
            if let Some(file) = catalogue::read(&text).file {
                catalogue.add(file);
            }
        }
        let asked = if options.page && !browser::fragment().is_empty() {
            from_fragment(&browser::fragment())
        } else {
            options.qualification
        };
        let state = Self {
            catalogue: RwSignal::new(Arc::new(catalogue)),
            route: RwSignal::new(Route::Choose),
            opened: RwSignal::new(None),
            page: options.page,
            today: browser::today(),
            host: StoredValue::new_local(Host {
                instance: options.instance,
                tell: options.tell,
                root: options.root,
            }),
            asked: StoredValue::new(String::new()),
            arrived: StoredValue::new(false),
        };
        state.show(&asked);
        state
    }

    /// Shows the qualification of this name; the choice of all where it is empty.
    pub fn show(self, name: &str) {
        self.asked.set_value(name.to_owned());
        let route = self.find(name);
        if self.route.with_untracked(|now| *now != route) {
            self.route.set(route);
        }
    }

    fn find(self, name: &str) -> Route {
        if name.is_empty() {
            return Route::Choose;
        }
        let found = QualificationId::new(name).and_then(|id| {
            self.catalogue
                .with_untracked(|catalogue| catalogue.qualification(&id).cloned())
        });
        found.map_or_else(
            || Route::Unknown(name.chars().take(80).collect()),
            Route::Plan,
        )
    }

    /// Goes to another screen.
    pub(super) fn go(self, route: Route) {
        let name = match &route {
            Route::Choose => String::new(),
            Route::Plan(qualification) => qualification.id.to_string(),
            Route::Unknown(name) => name.clone(),
        };
        if self.page {
            browser::set_fragment(&format!("/{name}"));
        }
        self.asked.set_value(name);
        self.route.set(route);
    }

    /// On the page, keeps the screen in step with the address bar.
    pub(super) fn follow_address(self) {
        if self.page {
            browser::on_window("hashchange", move || {
                self.show(&from_fragment(&browser::fragment()));
            });
        }
    }

    /// Called when a screen has been built: names the window and, from the second screen on, puts
    /// the focus on its heading.
    pub(super) fn arrive(self) {
        let title = self.route.with_untracked(|route| match route {
            Route::Choose => None,
            Route::Plan(qualification) => Some(qualification.title.clone()),
            Route::Unknown(_) => Some("Unknown qualification".to_owned()),
        });
        if self.page {
            const NAME: &str = "Qualification planner";
            browser::set_title(&title.map_or(NAME.to_owned(), |title| format!("{title} · {NAME}")));
        }
        if self.arrived.get_value() {
            // The screen is in the document after this turn.
            request_animation_frame(move || self.focus("qp-heading"));
        }
        self.arrived.set_value(true);
    }

    /// Puts the focus on the element of this id.
    pub(super) fn focus(self, id: &str) {
        self.host
            .try_with_value(|host| browser::focus(&host.root, id));
    }

    /// Opens the text of a catalogue file; `keep` keeps it in this browser.
    pub fn open_catalogue(self, name: &str, text: &str, keep: bool) {
        let reading = catalogue::read(text);
        let mut opened = OpenedCatalogue {
            name: name.to_owned(),
            problems: reading.problems,
            trouble: None,
            left_out: reading.left_out,
            added: false,
        };
        if let Some(file) = reading.file.filter(|file| !file.qualifications.is_empty()) {
            opened.added = true;
            if keep {
                let kept = self.with_drafts(|drafts| drafts.keep_catalogue(&file.id, text));
                if kept.is_err() {
                    opened.trouble = Some(
                        "This browser could not keep the file: open it again after a reload."
                            .to_owned(),
                    );
                }
            }
            self.catalogue
                .update(|catalogue| Arc::make_mut(catalogue).add(file));
        }
        let silent = opened.problems.is_empty() && opened.trouble.is_none() && !keep;
        self.opened.set((!silent).then_some(opened));
        let asked = self.asked.get_value();
        self.show(&asked);
    }

    /// Says that a catalogue file could not be fetched or read at all.
    pub fn no_catalogue(self, name: &str, trouble: &str) {
        self.opened.set(Some(OpenedCatalogue {
            name: name.to_owned(),
            problems: Vec::new(),
            trouble: Some(trouble.to_owned()),
            left_out: 0,
            added: false,
        }));
    }

    /// Reads a catalogue file that the learner chose.
    pub(super) fn choose_catalogue(self, file: &web_sys::File) {
        let name = file.name();
        browser::read_file(file, LONGEST_FILE, move |text| match text {
            Ok(text) => self.open_catalogue(&name, &text, true),
            Err(()) => self.no_catalogue(&name, "it cannot be read, or is longer than 2 MiB"),
        });
    }

    /// After everything was deleted: the shipped catalogue, and the choice of all.
    pub(super) fn start_again(self) {
        self.catalogue.set(Arc::new(Catalogue::shipped()));
        self.opened.set(None);
        // The planning screen would save its plan again with the next change: leave it.
        self.route.set(Route::Choose);
        self.go(Route::Choose);
    }

    /// Does something with the drafts of this planner.
    pub(super) fn with_drafts<T>(self, act: impl FnOnce(&Drafts<'_>) -> T) -> T {
        let instance = self
            .host
            .try_with_value(|host| host.instance.clone())
            .unwrap_or_default();
        act(&Drafts::new(&Browser, &instance))
    }

    /// Tells the host page.
    pub(super) fn tell(self, name: &str, detail: &str) {
        self.host.try_with_value(|host| (host.tell)(name, detail));
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
        assess(qualification, &draft.plan, &Context { today: self.today })
    }
}

fn from_fragment(fragment: &str) -> String {
    fragment
        .trim_start_matches('#')
        .trim_start_matches('/')
        .to_owned()
}
