//! What a learner sees of a plan that is being edited, without a browser: which units are listed, what stands in
//! each row, where the plan stands, and what a host page and a screen reader are told.

#[path = "editor/about.rs"]
mod about;
#[path = "editor/asked.rs"]
mod asked;
#[path = "editor/details.rs"]
mod details;
#[path = "editor/editing.rs"]
mod editing;
#[path = "editor/examples.rs"]
mod examples;
#[path = "editor/filling.rs"]
mod filling;
#[path = "editor/finding.rs"]
mod finding;
#[path = "editor/host.rs"]
mod host;
#[path = "editor/in_time.rs"]
mod in_time;
#[path = "editor/journeys.rs"]
mod journeys;
#[path = "editor/ladder.rs"]
mod ladder;
#[path = "editor/my_plan.rs"]
mod my_plan;
#[path = "editor/notices.rs"]
mod notices;
#[path = "editor/offers.rs"]
mod offers;
#[path = "editor/paper.rs"]
mod paper;
#[path = "editor/rows.rs"]
mod rows;
#[path = "editor/rules.rs"]
mod rules;
#[path = "editor/setup.rs"]
mod setup;
#[path = "editor/standing.rs"]
mod standing;
#[path = "editor/states.rs"]
mod states;
#[path = "editor/support.rs"]
mod support;
#[path = "editor/tab.rs"]
mod tab;
