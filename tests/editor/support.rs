//! A learner at one plan.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use qualification_planner::assess::{Assessment, Context, assess, provisional};
use qualification_planner::catalogue::{self, Catalogue};
use qualification_planner::editor::{Current, DetailsView, PickedView, RowView, Sentences};
use qualification_planner::plan::{Action, History, Plan};
use qualification_planner::qualification::{Date, Qualification, UnitCode};
use qualification_planner::wording;

/// A qualification, a plan for it, and whether the engine has come.
pub(crate) struct Learner {
    pub(crate) qualification: Arc<Qualification>,
    pub(crate) history: History,
    pub(crate) has_engine: bool,
    today: Date,
}

/// Somebody who plans for a qualification that comes with the planner.
pub(crate) fn learner(id: &str) -> Learner {
    Learner::at(Catalogue::shipped().named(id).unwrap())
}

/// Somebody who plans for a qualification of a file below `tests/`.
pub(crate) fn learner_of(file: &str, id: &str) -> Learner {
    changed(file, id, |text| text)
}

/// The same with another text in the file.
pub(crate) fn changed(file: &str, id: &str, change: impl Fn(String) -> String) -> Learner {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(file);
    let reading = catalogue::read(&change(fs::read_to_string(path).unwrap()));
    assert_eq!(reading.problems, []);
    let all = reading.file.unwrap().qualifications;
    Learner::at(all.iter().find(|one| one.id.as_str() == id).unwrap())
}

pub(crate) fn code(text: &str) -> UnitCode {
    UnitCode::new(text).unwrap()
}

pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

impl Learner {
    fn at(qualification: &Arc<Qualification>) -> Self {
        Self {
            qualification: Arc::clone(qualification),
            history: History::new(Plan::new(qualification.id.clone())),
            has_engine: true,
            today: date("2026-11-22"),
        }
    }

    /// The same before the engine has come.
    pub(crate) fn without_engine(self) -> Self {
        Self {
            has_engine: false,
            ..self
        }
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.history.act(action);
    }

    pub(crate) fn pick(&mut self, codes: &[&str]) {
        for one in codes {
            self.act(Action::Pick(code(one)));
        }
    }

    pub(crate) fn register(&mut self, day: &str) {
        self.act(Action::Register(Some(date(day))));
    }

    pub(crate) fn assessment(&self) -> Assessment {
        let judge = if self.has_engine { assess } else { provisional };
        let context = Context::on(self.today);
        judge(&self.qualification, self.history.now(), &context)
    }

    /// What is shown of the plan as it is.
    pub(crate) fn sees<T>(&self, look: impl FnOnce(Current<'_>) -> T) -> T {
        look(Current {
            qualification: &self.qualification,
            plan: self.history.now(),
            assessment: &self.assessment(),
            sentences: self.has_engine.then(Sentences::all),
        })
    }

    pub(crate) fn row(&self, unit: &str) -> RowView {
        self.sees(|current| current.row(&code(unit)))
    }

    pub(crate) fn details(&self, unit: &str) -> DetailsView {
        self.sees(|current| current.details(&code(unit)))
    }

    /// The total in words.
    pub(crate) fn total(&self) -> String {
        self.sees(|current| current.plan_bar().words)
    }

    /// What counts, in the measure of the rules.
    pub(crate) fn number(&self) -> u32 {
        self.sees(|current| current.number())
    }

    /// The picked units that do not count. `known` gives the title of one that the qualification does not have.
    pub(crate) fn uncounted(&self, known: impl Fn(&UnitCode) -> Option<String>) -> Vec<PickedView> {
        let mut picked = self.sees(|current| current.picked(known));
        picked.retain(|one| !one.reason.is_empty());
        picked
    }

    /// How many rules are open or broken, in words.
    pub(crate) fn stands(&self) -> String {
        wording::state(&self.assessment())
    }
}
