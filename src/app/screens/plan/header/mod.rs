//! The head of the planning screen.

mod head_button;

use leptos::prelude::*;

use head_button::HeadButton;

use super::sheets::Sheets;
use crate::app::components::heading::heading_of;
use crate::app::components::icon;
use crate::app::focus::HEADING;
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::wording::act;

/// The head of the planning screen: what is planned for, what the plan is called, the rules in one line, and what opens the sheets.
#[component]
pub(super) fn Header(title: String, name: View, rules: View, widen: View, sheets: Sheets) -> View {
    let stores = expect_context::<Stores>();
    view! {
        <header class="qp-head">
            <HeadButton outline=icon::MENU label=act::PLANS on_press=move || sheets.plans.set(true) />
            <div class="qp-head-title">
                {heading_of(1).id(HEADING).tabindex("-1").child(title)}
                {name}
                <p class="qp-wide-only">{rules}</p>
            </div>
            <HeadButton outline=icon::INFO label=act::RULES on_press=move || sheets.rules.set(true) />
            <HeadButton outline=icon::SHARE label=act::SHARE on_press=move || sheets.share.set(true) />
            <HeadButton outline=icon::PRINT label=act::PRINT on_press=move || stores.page().print() />
            {widen}
        </header>
    }
    .built()
}
