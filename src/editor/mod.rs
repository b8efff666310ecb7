//! The plan that is being edited, without a browser: what a learner sees of it, as plain values.
//!
//! [`Editor`] is the plan that is being edited: every change goes through it. [`Current`] is a plan
//! with its assessment. A component draws a value that can be compared ([`RowView`], [`PlanBar`],
//! [`PlanHead`], …). It is drawn again only when its value has changed, and a test gets the value
//! without a browser. This module knows no element, clock or store.
//!
//! The engine and the sentences of its findings are loaded after the first screen. A function that the
//! first screen calls takes them as a table of functions ([`Sentences`]), so that they stay out of the
//! first part of the program.

mod announcer;
mod asked;
mod axis;
mod bar_scale;
mod carried;
mod current;
mod details;
mod edit;
mod examples;
mod fewest;
mod fill;
mod filter;
mod group_pot;
mod groups;
mod held;
mod held_units;
mod host;
mod hours_by_month;
mod kept_out;
mod ladder;
mod ladder_bar;
mod lane;
mod my_plan;
mod notices;
mod offers;
mod pages;
mod paper;
mod plan_bar;
mod rows;
mod rule_facts;
mod same_titles;
mod sentences;
mod setup;
mod sort;
mod spread;
mod subjects;
mod summary;
mod timeline;
mod unit_list;
mod ways;
mod where_else;

pub use announcer::Announcer;
pub use asked::{AddedView, RepairView};
pub use current::Current;
pub use details::{DetailsView, depends_on_registration, groups_to_choose};
pub use edit::{Editor, Tick};
pub use examples::{ExampleView, examples};
pub use fewest::Fewest;
pub use fill::{FillRequest, FillView, WishView};
pub use filter::{Filter, Show, is_worth_filtering, levels};
pub use group_pot::GroupPot;
pub use held::{HeldView, held};
pub use held_units::HeldUnits;
pub use host::HostEvent;
pub use kept_out::KeptOut;
pub use ladder::{LadderView, RungView, ladder};
pub use ladder_bar::{RungBar, RungSegment};
pub use lane::{LaneView, plan_unit};
pub use my_plan::{PickedView, PlanHead, Primary};
pub use notices::{KeptPlan, LastCopy, Notice, NoticeAction, Notification, changed_lines};
pub use offers::{OfferFilter, OfferGroup, OfferView, OffersView, Span};
pub use pages::{Page, page};
pub use paper::{PaperUnit, PaperView};
pub use plan_bar::{PlanBar, Segment};
pub use rows::{
    Columns, FigureView, RowView, UnitView, achieving_opens, note_id, row_id, taken_instead,
};
pub use rule_facts::RuleFact;
pub use sentences::{MoreSentences, Sentences};
pub use setup::{DayTyped, SetupView};
pub use sort::Sort;
pub use spread::MOST_HOURS;
pub use subjects::{search_hint, subjects};
pub use summary::{ConditionView, Controls};
pub use timeline::{DaysView, LastDayView, LateView, MonthView, TimeLine, TimelineView};
pub use unit_list::{GroupRows, ListChanges, MANY, PART, UnitList};
pub use ways::{ComparedLine, Comparison, WayView};
pub use where_else::{WhereElse, where_else};
