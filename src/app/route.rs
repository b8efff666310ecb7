//! Which screen is shown, and how that stands in an address: the only place that knows.

use std::sync::Arc;

use super::browser;
use super::state::{Held, Options, State};
use crate::draft::DraftId;
use crate::exchange::link::{self, MARK};
use crate::qualification::{Qualification, QualificationId};

/// Which screen is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// The choice of a qualification.
    Choose,
    /// A plan for one: this draft, or else the one that was changed last.
    Plan(Arc<Qualification>, Option<DraftId>),
    /// A qualification that no catalogue has, and a draft for it.
    Unknown(String, Option<DraftId>),
    /// A plan that somebody sent as a link.
    Link(String),
}

impl Route {
    /// Its name, as it stands in an address: that of the qualification, and behind a colon that of
    /// the draft; empty for the choice.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Choose => String::new(),
            Self::Plan(qualification, None) => qualification.id.to_string(),
            Self::Plan(qualification, Some(draft)) => format!("{}:{draft}", qualification.id),
            Self::Unknown(name, None) => name.clone(),
            Self::Unknown(name, Some(draft)) => format!("{name}:{draft}"),
            Self::Link(text) => format!("{MARK}{text}"),
        }
    }
}

impl Held {
    pub(super) fn find(&self, name: &str) -> Route {
        if name.is_empty() {
            return Route::Choose;
        }
        if let Some(text) = link::in_fragment(name) {
            return Route::Link(text.to_owned());
        }
        // An address has no spaces.
        let name = name.replace("%20", " ");
        let (qualification, draft) = match name.split_once(':') {
            Some((qualification, draft)) => (qualification, DraftId::new(draft)),
            None => (name.as_str(), None),
        };
        let found = self
            .catalogue
            .peek(|catalogue| catalogue.named(qualification).cloned());
        match found {
            Some(found) => Route::Plan(found, draft),
            None => Route::Unknown(qualification.chars().take(80).collect(), draft),
        }
    }
}

impl State {
    /// Shows a draft.
    pub(super) fn go_to(self, qualification: &QualificationId, draft: &DraftId) {
        self.go_by(&format!("{qualification}:{draft}"));
    }

    /// Shows what has this name in an address.
    pub(super) fn go_by(self, name: &str) {
        let route = self.0.held().find(name);
        self.go(&route);
    }

    /// Shows a draft anew whose screen said that it is not there.
    pub(super) fn reopen(self, qualification: &QualificationId, draft: &DraftId) {
        self.0.held().route.set(Route::Choose);
        self.go_to(qualification, draft);
    }

    /// Shows all drafts.
    pub(super) fn go_home(self) {
        self.go(&Route::Choose);
    }
}

/// What the address asks for; nothing where that is none of this planner's business.
pub(super) fn asked_by_address(options: &Options) -> Option<String> {
    let fragment = browser::fragment();
    let name = fragment.trim_start_matches('#');
    if link::in_fragment(name).is_some() {
        return options.links.then(|| name.to_owned());
    }
    let name = name.trim_start_matches('/');
    (options.page && !fragment.is_empty()).then(|| name.to_owned())
}
