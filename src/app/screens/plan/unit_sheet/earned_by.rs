//! How a unit is earned.

use leptos::prelude::*;

use crate::app::components::fields::{Entered, SelectField, SelectFieldProps};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::DetailsView;
use crate::plan::Action;
use crate::qualification::{Earned, UnitCode};
use crate::wording::{self, label};

/// The choice of how a unit is earned, where it is achieved, a rule in force asks for that or it was said.
#[component]
pub(super) fn EarnedBy(code: UnitCode, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let ways = || Earned::ALL.iter().zip(Earned::NAMES);
    let options = ways().map(|(way, name)| ((*name).to_owned(), wording::way_of_earning(*way)));
    let options: Vec<(String, String)> = options.collect();
    let on_choice: Entered<String> = Box::new(move |chosen: String| {
        let way = ways().find(|(_, name)| **name == chosen);
        let way = way.map(|(way, _)| *way).unwrap_or_default();
        editor.dispatch(Action::Earn(code.clone(), way));
    });
    let select = SelectField(SelectFieldProps {
        label: label::EARNED,
        options,
        chosen: Signal::derive(move || view.with(|view| view.earned.to_owned())),
        on_choice,
    });
    let hidden = live(move || view.with(|view| !view.asks_how_earned));
    view! { <div class=("qp-hidden", hidden)>{select}</div> }.built()
}
