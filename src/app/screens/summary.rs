//! Where the plan stands: the total, the rules one by one, the hours, and what does not count.
//! Beside the list on a wide screen; on a narrow one a bar at the bottom that opens.

use wasm_bindgen::JsCast;

use super::{advice, rules, saving, travel};
use crate::app::desk::Desk;
use crate::app::dom::{self, El, effect, el, said, styled};
use crate::app::engine::engine;
use crate::app::lazy;
use crate::app::live::{Handle, Live};
use crate::app::parts::bar::bar;
use crate::app::parts::icon;
use crate::app::parts::list::{Shown, facts, long_list, plain_list};
use crate::app::parts::notice::button;
use crate::app::state::State;
use crate::editor::{ConditionView, Controls, PlanView};
use crate::plan::Action;
use crate::qualification::{Qualification, UnitCode};
use crate::wording::{self, act, heading, label};

/// Where the plan stands: who follows advice is led to what came of it.
pub(super) const STATE: &str = "qp-state";

pub(crate) fn summary(state: State, desk: Desk) -> El {
    let open = Handle::new(Live::new(false));
    super::landmark(state, "aside", "qp-summary", label::YOUR_PLAN)
        .live_class("qp-summary--open", move || open.held().get())
        .on("keydown", move |event| {
            let keys = event.dyn_ref::<web_sys::KeyboardEvent>();
            if open.held().peek(|open| *open) && keys.is_some_and(|keys| keys.key() == "Escape") {
                open.held().set(false);
                desk.focus("qp-dock-button");
            }
        })
        .with(total(desk, open))
        .with(
            styled("p", "qp-state")
                .attr("id", STATE)
                .attr("tabindex", "-1")
                .live(move || standing(desk)),
        )
        .with(lazy::part_of(state, STATE, move |rest| {
            (rest.summary)(desk)
        }))
}

/// The state of the plan, once it is judged.
fn standing(desk: Desk) -> Vec<El> {
    let engine = desk.is_judged().then(engine).flatten();
    let shown = engine.map(|engine| {
        desk.assessment(|_, found| {
            let words = said("span", &(engine.state)(found));
            vec![icon::mark(found.state), words]
        })
    });
    shown.unwrap_or_default()
}

/// What else stands beside the list of units.
pub(crate) fn rest(desk: Desk) -> Vec<El> {
    let name = PlanView::bar_name(&desk.qualification());
    vec![
        bar(&name, move || desk.current(|current| current.total_bar())),
        styled("p", "qp-hint qp-beside")
            .live_text(move || desk.current(|current| current.beside_total())),
        styled("p", "qp-hint qp-assumed")
            .live_text(move || desk.current(|current| current.assumed())),
        saving::unsaved(desk),
        body(desk),
    ]
}

/// The rules one by one and all else that is behind the button on a narrow screen.
fn body(desk: Desk) -> El {
    let qualification = desk.qualification();
    let shown = Shown::first(100, "qp-more-uncounted");
    let knows_hours = wording::knows_hours(&qualification);
    styled("div", "qp-summary-body")
        .attr("id", "qp-summary-body")
        .with_some(legend(desk))
        .with(said("h2", heading::RULES).attr("class", "qp-unseen"))
        .with(plain_list("").live(move || desk.assessment(rules::rules)))
        .with(
            styled("p", "qp-endorsed")
                .live_text(move || desk.assessment(|_, found| wording::endorsements(found))),
        )
        .with_some(conditions(desk))
        .with(advice::advice(desk))
        .with(styled("div", "qp-uncounted").live(move || uncounted(desk, shown)))
        .with_some(knows_hours.then(|| said("h2", heading::HOURS)))
        .with(
            styled("dl", "qp-hours")
                .live(move || desk.assessment(|of, found| facts(wording::plan_hours(of, found)))),
        )
        .with(actions(desk, &qualification))
        .with(travel::files(desk))
}

/// The one big number, and the button that opens the rest on a narrow screen.
fn total(desk: Desk, open: Handle<Live<bool>>) -> El {
    let total = move || desk.current(|current| current.total_bar());
    let number = move || total().number_and_rest().0.to_owned();
    let rest = move || total().number_and_rest().1.to_owned();
    let words = el("p")
        .with(styled("strong", "qp-total-number").live_text(number))
        .text(" ")
        .with(styled("span", "qp-total-rest").live_text(rest));
    let toggle = styled("button", "qp-button qp-dock-button")
        .attr("type", "button")
        .attr("id", "qp-dock-button")
        .attr("aria-controls", "qp-summary-body")
        .live_attr("aria-expanded", move || Some(open.held().get().to_string()))
        .live_text(move || {
            if open.held().get() {
                act::CLOSE_PLAN
            } else {
                act::SEE_PLAN
            }
            .to_owned()
        })
        .on_click(move || open.held().change(|open| *open = !*open));
    styled("div", "qp-total").with(words).with(toggle)
}

/// Which piece of the bar is which group, with what counts of it.
fn legend(desk: Desk) -> Option<El> {
    let lines = move || desk.current(|current| current.legend());
    let line = move |place: usize| lines().get(place).cloned().unwrap_or_default();
    let number = desk.current_now(|current| current.legend().len());
    let lines = (0..number).map(|place| el("li").live_text(move || line(place)));
    (number > 0).then(|| plain_list("qp-legend").with_all(lines.collect()))
}

/// What is no unit, to be ticked.
fn conditions(desk: Desk) -> Option<El> {
    let conditions = desk.current_now(|current| current.conditions());
    let conditions = conditions.into_iter().enumerate();
    let rows: Vec<El> = conditions
        .map(|(place, one)| condition(desk, place, one))
        .collect();
    (!rows.is_empty()).then(|| styled("div", "qp-conditions").with_all(rows))
}

fn condition(desk: Desk, place: usize, condition: ConditionView) -> El {
    let rule = condition.rule;
    let tick = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            desk.dispatch(Action::Tick(rule.clone(), dom::checked(&event)));
        });
    let shown = tick.clone();
    effect(Box::new(move || {
        let all = desk.current(|current| current.conditions());
        shown.set_checked(all.get(place).is_some_and(|one| one.is_ticked));
    }));
    styled("label", "qp-condition")
        .with(tick)
        .text(&condition.text)
}

/// Picked units that do not count, each with the reason and a way out.
fn uncounted(desk: Desk, shown: Shown) -> Vec<El> {
    desk.current(|current| {
        let number = current.uncounted_number();
        if number == 0 {
            return Vec::new();
        }
        let known = |code: &UnitCode| desk.facts(code).map(|facts| facts.title);
        let mut rows = current.uncounted(known).map(|one| {
            let name = el("p")
                .with(said("strong", one.code.as_str()))
                .text(&format!(" {}", one.title));
            el("li")
                .with(name)
                .with(styled("p", "qp-hint").text(&one.reason))
                .with_some(one.can_be_taken_out.then(|| take_out(desk, &one.code)))
        });
        // A plan that came from outside can have thousands.
        let focus = move |id| desk.focus(id);
        let mut all = long_list("", shown, number, &mut rows, focus);
        all.insert(0, said("h2", heading::UNCOUNTED));
        all
    })
}

fn take_out(desk: Desk, code: &UnitCode) -> El {
    let gone = code.clone();
    button(&act::take_out(code), move || {
        desk.dispatch(Action::Remove(gone.clone()));
        desk.focus(STATE);
    })
}

fn actions(desk: Desk, qualification: &Qualification) -> El {
    // Not `disabled`: that would take the focus away from who has just pressed it.
    let unless =
        move |on: fn(&Controls) -> bool| move || (!on(&desk.controls())).then(|| "true".to_owned());
    let mandatory = wording::mandatory(qualification).map(<[UnitCode]>::to_vec);
    let pick_mandatory = mandatory.map(|units| {
        button(act::PICK_MANDATORY, move || {
            desk.dispatch(Action::PickAll(units.clone()));
        })
        .live_attr("aria-disabled", unless(|one| one.pick_mandatory))
    });
    styled("div", "qp-actions")
        .with_some(pick_mandatory)
        .with(
            button(act::UNDO, move || desk.undo())
                .live_attr("aria-disabled", unless(|one| one.undo)),
        )
        .with(
            button(act::REDO, move || desk.redo())
                .live_attr("aria-disabled", unless(|one| one.redo)),
        )
        .with(
            button(act::CLEAR, move || desk.dispatch(Action::Clear))
                .live_attr("aria-disabled", unless(|one| one.clear)),
        )
}
