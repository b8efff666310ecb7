//! Which screen is shown, and how that stands in an address: the only place that knows.

use std::sync::Arc;

use super::browser;
use super::state::{Options, State, StateData};
use crate::exchange::link::{self, MARK};
use crate::qualification::{Qualification, QualificationId};
use crate::saved_plans::PlanId;

/// Which screen is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// The choice of a qualification.
    Choose,
    /// A plan for one: this saved plan, or else the one that was changed last.
    Plan(Arc<Qualification>, Option<PlanId>),
    /// A qualification that no catalogue has, and a saved plan for it.
    Unknown(String, Option<PlanId>),
    /// A plan that somebody sent as a link.
    Link(String),
}

impl Route {
    /// Its name, as it stands in an address: that of the qualification, and behind a colon that of
    /// the saved plan; empty for the choice.
    pub(super) fn name(&self) -> String {
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

impl StateData {
    pub(super) fn find(&self, name: &str) -> Route {
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
        let found = self
            .catalogue
            .peek(|catalogue| catalogue.named(qualification).cloned());
        match found {
            Some(found) => Route::Plan(found, saved_plan),
            None => Route::Unknown(qualification.chars().take(80).collect(), saved_plan),
        }
    }
}

impl State {
    /// Shows a saved plan.
    pub(super) fn go_to(self, qualification: &QualificationId, saved_plan: &PlanId) {
        self.go_by(&format!("{qualification}:{saved_plan}"));
    }

    /// Shows what has this name in an address.
    pub(super) fn go_by(self, name: &str) {
        let route = self.0.held().find(name);
        self.go(&route);
    }

    /// Shows a saved plan anew whose screen said that it is not there.
    pub(super) fn reopen(self, qualification: &QualificationId, saved_plan: &PlanId) {
        self.0.held().route.set(Route::Choose);
        self.go_to(qualification, saved_plan);
    }

    /// Shows all saved plans.
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
