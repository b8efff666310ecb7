//! The draft's name and the day of registration.

use crate::app::desk::Desk;
use crate::app::dom::{self, El, el, styled};
use crate::app::live::{Handle, Live};
use crate::app::parts::field::{field, wide_field};
use crate::plan::{Action, Plan};
use crate::qualification::Date;
use crate::wording;

pub(crate) fn setup(desk: Desk) -> El {
    let name = el("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("maxlength", &Plan::LONGEST_NAME.to_string())
        .live_value(move || desk.plan(|plan| plan.name.clone()))
        .on("input", move |event| {
            desk.dispatch(Action::Rename(dom::value(&event)));
        });
    let odd = Handle::new(Live::new(false));
    let day = move || {
        desk.plan(|plan| {
            plan.registered
                .map(|day| day.to_string())
                .unwrap_or_default()
        })
    };
    let date = el("input")
        .attr("type", "date")
        .attr("min", "1900-01-01")
        .attr("max", "2999-12-31")
        .attr("aria-describedby", "qp-registration-note")
        .live_value(day)
        .on("change", move |event| {
            let typed = dom::value(&event);
            let day = Date::parse(&typed);
            odd.held().set(day.is_none() && !typed.is_empty());
            if day.is_some() || typed.is_empty() {
                desk.dispatch(Action::Register(day));
            }
        });
    let notices = move || {
        desk.assessment(|_, found| {
            let notices: Vec<String> = found
                .notices
                .iter()
                .map(|notice| wording::notice(*notice))
                .collect();
            notices.join(" ")
        })
    };
    let refused = move || {
        if odd.held().get() {
            wording::odd_year()
        } else {
            ""
        }
        .to_owned()
    };
    let printed = move || desk.plan(|plan| wording::plan_heading(plan, desk.today()));
    styled("div", "qp-setup")
        .with(wide_field("Name of this draft", name))
        .with(field("Registration date (optional)", date))
        .with(
            styled("p", "qp-hint")
                .attr("id", "qp-registration-note")
                .live_text(notices),
        )
        .with(
            styled("p", "qp-refused")
                .attr("role", "alert")
                .live_text(refused),
        )
        .with(styled("p", "qp-print-only").live_text(printed))
}
