//! The level to which the list of units is narrowed.

use leptos::prelude::*;

use crate::app::components::choice::Choice;
use crate::app::stores::editor::UnitsStore;
use crate::app::view::{Build, View};
use crate::editor::levels;
use crate::qualification::{Level, Qualification};
use crate::wording::{self, label};

/// The choice of a level, where the units are at several.
#[component]
pub(super) fn LevelChoice<'a>(units: UnitsStore, of: &'a Qualification) -> Option<View> {
    let levels = levels(of).into_iter();
    let levels = levels.map(|level| (level.to_string(), wording::level(level)));
    let any = (String::new(), label::ANY_LEVEL.to_owned());
    let options: Vec<(String, String)> = std::iter::once(any).chain(levels).collect();
    if options.len() < 2 {
        return None;
    }
    let chosen = Signal::derive(move || {
        let level = units.with(|list| list.filter().level());
        level.map(|level| level.to_string()).unwrap_or_default()
    });
    let choose = move |name: &str| units.change(|list| list.set_level(Level::parse(name)));
    Some(view! { <Choice label=label::LEVEL options chosen on_choice=choose /> }.built())
}
