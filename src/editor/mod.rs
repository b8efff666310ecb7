//! A plan that is being edited, without a browser: what a learner sees of it as plain values.
//!
//! [`Editor`] is the plan that is being edited: every change goes through it. [`Current`] is a plan with its
//! assessment. What a component draws of it is a value that can be compared ([`RowView`], [`GroupView`],
//! [`PlanView`], …). A component changes only when its value did, and a test needs no browser to ask for one.
//! Nothing here knows an element, a clock or a store.
//!
//! The engine and the sentences of its findings come later than the first screen. What needs them takes a table
//! of functions ([`Sentences`]) where it is for the first screen; so nothing here that the first screen calls
//! leads to them.

mod asked;
mod bar;
mod current;
mod details;
mod edit;
mod filter;
mod groups;
mod host;
mod notices;
mod pages;
mod rows;
mod rules;
mod sentences;
mod setup;
mod sort;
mod summary;

pub use asked::SuggestionView;
pub use bar::BarView;
pub use current::Current;
pub use details::{DetailsView, groups_to_choose, may_ask_how_earned};
pub use edit::{Editor, Tick};
pub use filter::{Filter, Show, is_worth_filtering, levels};
pub use groups::GroupView;
pub use host::HostEvent;
pub use notices::{KeptPlan, LastCopy, Notice, NoticeAction, Notification, changed_lines};
pub use pages::{Page, page};
pub use rows::{RowView, UnitView, achieving_opens, note_id, row_id, taken_instead};
pub use rules::{RuleView, rules};
pub use sentences::Sentences;
pub use setup::{DayTyped, SetupView};
pub use sort::ListedRow;
pub use summary::{AdviceView, ConditionView, Controls, PlanView, UncountedView};
