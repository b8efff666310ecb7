//! Where the plan stands: the total, the rules one by one, the hours, and what does not count.
//! Beside the list on a wide screen; on a narrow one a bar at the bottom that opens.

use wasm_bindgen::JsCast;

use super::{advice, rules, saving, travel};
use crate::app::desk::Desk;
use crate::app::dom::{self, El, el, follow, said, styled};
use crate::app::engine::{engine, with_engine};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::parts::bar::{Bar, bar};
use crate::app::parts::icon;
use crate::app::parts::list::{Shown, facts, long_list, plain_list};
use crate::app::parts::notice::button;
use crate::app::state::State;
use crate::assess::Finding;
use crate::plan::Action;
use crate::qualification::{Form, Qualification, RuleId, UnitCode};
use crate::wording;

/// Where the plan stands: who follows advice is led to what came of it.
pub(super) const STATE: &str = "qp-state";

pub(crate) fn summary(state: State, desk: Desk, qualification: &Qualification) -> El {
    let open = Handle::new(Live::new(false));
    let look = move || {
        desk.assessment(|qualification, found| Bar {
            pieces: found
                .groups
                .iter()
                .map(|group| group.counted.of(qualification.measure()))
                .collect(),
            bounds: wording::overall(qualification, found),
            words: wording::total_line(qualification, found),
        })
    };
    let standing = move || {
        let engine = desk.is_judged().then(engine).flatten();
        let shown = engine.map(|engine| {
            desk.assessment(|_, found| {
                let words = said("span", &(engine.state)(found));
                vec![icon::mark(found.state), words]
            })
        });
        shown.unwrap_or_default()
    };
    let assumed = move || {
        let engine = desk.is_judged().then(engine).flatten();
        let words = engine.map(|engine| {
            desk.assessment(|of, found| desk.plan(|plan| (engine.assumed)(of, plan, found)))
        });
        words.unwrap_or_default()
    };
    let label = format!(
        "{} of your plan",
        wording::measure_name(qualification.measure())
    );
    let body = lazy::place(move || with_engine(state, body(desk))).attr("id", "qp-summary-body");
    super::landmark(state, "aside", "qp-summary", "Your plan")
        .live_class("qp-summary--open", move || open.held().get())
        .on("keydown", move |event| {
            let keys = event.dyn_ref::<web_sys::KeyboardEvent>();
            if open.held().peek(|open| *open) && keys.is_some_and(|keys| keys.key() == "Escape") {
                open.held().set(false);
                desk.focus("qp-dock-button");
            }
        })
        .with(total(desk, open))
        .with(bar(&label, look))
        .with(
            styled("p", "qp-hint qp-beside")
                .live_text(move || desk.assessment(wording::beside_total).unwrap_or_default()),
        )
        .with(
            styled("p", "qp-state")
                .attr("id", STATE)
                .attr("tabindex", "-1")
                .live(standing),
        )
        .with(styled("p", "qp-hint qp-assumed").live_text(assumed))
        .with(saving::unsaved(desk))
        .with(body)
}

/// The rules one by one and all else that is behind the button on a narrow screen.
#[wasm_split(next, wasm_split_path = leptos::wasm_split, fallible)]
fn body(desk: Desk) -> Fetched<El> {
    let qualification = desk.qualification();
    let shown = Shown::first(100, "qp-more-uncounted");
    let knows_hours = wording::knows_hours(&qualification);
    Ok(styled("div", "qp-summary-body")
        .with_some(legend(desk, &qualification))
        .with(said("h2", "Rules of combination").attr("class", "qp-unseen"))
        .with(plain_list("").live(move || desk.assessment(rules::rules)))
        .with(
            styled("p", "qp-endorsed")
                .live_text(move || desk.assessment(|_, found| wording::endorsements(found))),
        )
        .with_some(conditions(desk, &qualification))
        .with(advice::advice(desk))
        .with(styled("div", "qp-uncounted").live(move || uncounted(desk, shown)))
        .with_some(knows_hours.then(|| said("h2", "Hours")))
        .with(
            styled("dl", "qp-hours")
                .live(move || desk.assessment(|of, found| facts(wording::plan_hours(of, found)))),
        )
        .with(actions(desk, &qualification))
        .with(travel::files(desk)))
}

/// The one big number, and the button that opens the rest on a narrow screen.
fn total(desk: Desk, open: Handle<Live<bool>>) -> El {
    let line = move || desk.assessment(wording::total_line);
    let number = move || line().split(' ').next().unwrap_or_default().to_owned();
    let rest = move || {
        line()
            .split_once(' ')
            .map(|(_, rest)| rest.to_owned())
            .unwrap_or_default()
    };
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
                "Close plan"
            } else {
                "See plan"
            }
            .to_owned()
        })
        .on_click(move || open.held().change(|open| *open = !*open));
    styled("div", "qp-total").with(words).with(toggle)
}

/// Which piece of the bar is which group, with what counts of it.
fn legend(desk: Desk, qualification: &Qualification) -> Option<El> {
    if qualification.groups.len() < 2 {
        return None;
    }
    let amount = move |index: usize| {
        desk.assessment(|qualification, found| {
            let group = found.groups.get(index);
            group.map_or(0, |group| group.counted.of(qualification.measure()))
        })
    };
    let groups = qualification
        .groups
        .iter()
        .enumerate()
        .map(|(index, group)| {
            let title = group.title.clone();
            el("li").live_text(move || format!("{title}, {}", amount(index)))
        })
        .collect();
    Some(plain_list("qp-legend").with_all(groups))
}

/// What is no unit, to be ticked.
fn conditions(desk: Desk, qualification: &Qualification) -> Option<El> {
    let rows: Vec<El> = qualification
        .rules
        .iter()
        .filter_map(|rule| match &rule.form {
            Form::Condition { text, if_taken } => {
                let text = wording::condition(text, if_taken);
                Some(condition(desk, &rule.id, &text))
            }
            _ => None,
        })
        .collect();
    (!rows.is_empty()).then(|| styled("div", "qp-conditions").with_all(rows))
}

fn condition(desk: Desk, rule: &RuleId, text: &str) -> El {
    let (asked, told) = (rule.clone(), rule.clone());
    let tick = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            desk.dispatch(Action::Tick(told.clone(), dom::checked(&event)));
        });
    let shown = tick.clone();
    follow(Box::new(move || {
        shown.set_checked(desk.plan(|plan| plan.conditions.contains(&asked)));
    }));
    styled("label", "qp-condition").with(tick).text(text)
}

/// Picked units that do not count, each with the reason and a way out.
fn uncounted(desk: Desk, shown: Shown) -> Vec<El> {
    desk.assessment(|qualification, found| {
        let units = found.units.iter();
        let units: Vec<_> = units
            .filter_map(|unit| Some((&unit.code, unit.not_counted.as_ref()?)))
            .collect();
        if units.is_empty() {
            return Vec::new();
        }
        let mut rows = units.iter().map(|(code, not_counted)| {
            let reason = wording::not_counted(qualification, not_counted);
            let title = qualification
                .unit(code)
                .map(|unit| unit.title.clone())
                .or_else(|| desk.facts(code).map(|facts| facts.title));
            // What to take out in the place of a mandatory unit is for the ways to put the plan right to say.
            let is_missing = found.judgements.iter().any(|one| {
                matches!(&one.finding, Finding::Mandatory { missing, .. } if missing.contains(code))
            });
            let row = uncounted_unit(code, &title.unwrap_or_default(), &reason);
            row.with_some((!is_missing).then(|| take_out(desk, code)))
        });
        // A plan that came from outside can have thousands.
        let focus = move |id| desk.focus(id);
        let mut all = long_list("", shown, units.len(), &mut rows, focus);
        all.insert(0, said("h2", "Picked, but not counted"));
        all
    })
}

fn uncounted_unit(code: &UnitCode, title: &str, reason: &str) -> El {
    let name = el("p")
        .with(said("strong", code.as_str()))
        .text(&format!(" {title}"));
    el("li")
        .with(name)
        .with(styled("p", "qp-hint").text(reason))
}

fn take_out(desk: Desk, code: &UnitCode) -> El {
    let gone = code.clone();
    button(&format!("Take out {code}"), move || {
        desk.dispatch(Action::Drop(gone.clone()));
        desk.focus(STATE);
    })
}

fn actions(desk: Desk, qualification: &Qualification) -> El {
    // Not `disabled`: that would take the focus away from who has just pressed it.
    let unless = |on: bool| (!on).then(|| "true".to_owned());
    let mandatory = wording::mandatory(qualification).map(<[UnitCode]>::to_vec);
    let pick_mandatory = mandatory.map(|units| {
        let all = units.clone();
        button("Pick every mandatory unit", move || {
            desk.dispatch(Action::PickAll(units.clone()));
        })
        .live_attr("aria-disabled", move || {
            unless(desk.plan(|plan| all.iter().any(|code| plan.pick(code).is_none())))
        })
    });
    styled("div", "qp-actions")
        .with_some(pick_mandatory)
        .with(
            button("Undo", move || desk.undo())
                .live_attr("aria-disabled", move || unless(desk.can_undo())),
        )
        .with(
            button("Redo", move || desk.redo())
                .live_attr("aria-disabled", move || unless(desk.can_redo())),
        )
        .with(
            button("Take all units out", move || desk.dispatch(Action::Clear))
                .live_attr("aria-disabled", move || {
                    unless(desk.plan(|plan| !plan.picks().is_empty()))
                }),
        )
}
