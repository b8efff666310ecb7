//! Where the plan stands: the total, the rules one by one, the hours, and what does not count.
//! Beside the list on a wide screen; on a narrow one a bar at the bottom that opens.

use super::places::STATE;
use wasm_bindgen::JsCast;

use super::{advice, rules, saving, travel};
use crate::app::arriving;
use crate::app::components::bar::bar;
use crate::app::components::list::{Shown, facts, long_list, plain_list};
use crate::app::components::mark::mark;
use crate::app::components::notice::button;
use crate::app::dom::{self, El, effect, el, said, styled};
use crate::app::live::{Handle, Live};
use crate::app::stores::Stores;
use crate::app::stores::editor::EditorStore;
use crate::app::tables::engine;
use crate::editor::{ConditionView, Controls, PlanView};
use crate::plan::Action;
use crate::qualification::{Qualification, UnitCode};
use crate::wording::{self, act, heading, label};

pub(crate) fn summary(stores: Stores, editor: EditorStore) -> El {
    let open = Handle::new(Live::new(false));
    super::landmark(stores, "aside", "qp-summary", label::YOUR_PLAN)
        .live_class("qp-summary--open", move || open.held().get())
        .on("keydown", move |event| {
            let keys = event.dyn_ref::<web_sys::KeyboardEvent>();
            if open.held().peek(|open| *open) && keys.is_some_and(|keys| keys.key() == "Escape") {
                open.held().set(false);
                editor.focus("qp-dock-button");
            }
        })
        .with(total(editor, open))
        .with(
            styled("p", "qp-state")
                .attr("id", STATE)
                .attr("tabindex", "-1")
                .live(move || standing(editor)),
        )
        .with(arriving::part_of(stores, STATE, move |rest| {
            (rest.summary)(editor)
        }))
}

/// The state of the plan, once it is judged.
fn standing(editor: EditorStore) -> Vec<El> {
    let engine = editor.is_judged().then(engine).flatten();
    let shown = engine.map(|engine| {
        editor.assessment(|_, found| {
            let words = said("span", &(engine.state)(found));
            vec![mark(found.state), words]
        })
    });
    shown.unwrap_or_default()
}

/// What else stands beside the list of units.
pub(crate) fn rest(editor: EditorStore) -> Vec<El> {
    let name = PlanView::bar_name(&editor.qualification());
    vec![
        bar(&name, move || editor.current(|current| current.total_bar())),
        styled("p", "qp-hint qp-beside")
            .live_text(move || editor.current(|current| current.beside_total())),
        styled("p", "qp-hint qp-assumed")
            .live_text(move || editor.current(|current| current.assumed())),
        saving::unsaved(editor),
        body(editor),
    ]
}

/// The rules one by one and all else that is behind the button on a narrow screen.
fn body(editor: EditorStore) -> El {
    let qualification = editor.qualification();
    let shown = Shown::first(100, "qp-more-uncounted");
    let knows_hours = wording::knows_hours(&qualification);
    styled("div", "qp-summary-body")
        .attr("id", "qp-summary-body")
        .with_some(legend(editor))
        .with(said("h2", heading::RULES).attr("class", "qp-unseen"))
        .with(plain_list("").live(move || editor.assessment(rules::rules)))
        .with(
            styled("p", "qp-endorsed")
                .live_text(move || editor.assessment(|_, found| wording::endorsements(found))),
        )
        .with_some(conditions(editor))
        .with(advice::advice(editor))
        .with(styled("div", "qp-uncounted").live(move || uncounted(editor, shown)))
        .with_some(knows_hours.then(|| said("h2", heading::HOURS)))
        .with(
            styled("dl", "qp-hours")
                .live(move || editor.assessment(|of, found| facts(wording::plan_hours(of, found)))),
        )
        .with(actions(editor, &qualification))
        .with(travel::files(editor))
}

/// The one big number, and the button that opens the rest on a narrow screen.
fn total(editor: EditorStore, open: Handle<Live<bool>>) -> El {
    let total = move || editor.current(|current| current.total_bar());
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
fn legend(editor: EditorStore) -> Option<El> {
    let lines = move || editor.current(|current| current.legend());
    let line = move |place: usize| lines().get(place).cloned().unwrap_or_default();
    let number = editor.current_now(|current| current.legend().len());
    let lines = (0..number).map(|place| el("li").live_text(move || line(place)));
    (number > 0).then(|| plain_list("qp-legend").with_all(lines.collect()))
}

/// What is no unit, to be ticked.
fn conditions(editor: EditorStore) -> Option<El> {
    let conditions = editor.current_now(|current| current.conditions());
    let conditions = conditions.into_iter().enumerate();
    let rows: Vec<El> = conditions
        .map(|(place, one)| condition(editor, place, one))
        .collect();
    (!rows.is_empty()).then(|| styled("div", "qp-conditions").with_all(rows))
}

fn condition(editor: EditorStore, place: usize, condition: ConditionView) -> El {
    let rule = condition.rule;
    let tick = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            editor.dispatch(Action::Tick(rule.clone(), dom::checked(&event)));
        });
    let shown = tick.clone();
    effect(Box::new(move || {
        let all = editor.current(|current| current.conditions());
        shown.set_checked(all.get(place).is_some_and(|one| one.is_ticked));
    }));
    styled("label", "qp-condition")
        .with(tick)
        .text(&condition.text)
}

/// Picked units that do not count, each with the reason and a way out.
fn uncounted(editor: EditorStore, shown: Shown) -> Vec<El> {
    editor.current(|current| {
        let number = current.uncounted_number();
        if number == 0 {
            return Vec::new();
        }
        let known = |code: &UnitCode| editor.facts(code).map(|facts| facts.title);
        let mut rows = current.uncounted(known).map(|one| {
            let name = el("p")
                .with(said("strong", one.code.as_str()))
                .text(&format!(" {}", one.title));
            el("li")
                .with(name)
                .with(styled("p", "qp-hint").text(&one.reason))
                .with_some(one.can_be_taken_out.then(|| take_out(editor, &one.code)))
        });
        // A plan that came from outside can have thousands.
        let focus = move |id| editor.focus(id);
        let mut all = long_list("", shown, number, &mut rows, focus);
        all.insert(0, said("h2", heading::UNCOUNTED));
        all
    })
}

fn take_out(editor: EditorStore, code: &UnitCode) -> El {
    let gone = code.clone();
    button(&act::take_out(code), move || {
        editor.dispatch(Action::Remove(gone.clone()));
        editor.focus(STATE);
    })
}

fn actions(editor: EditorStore, qualification: &Qualification) -> El {
    // Not `disabled`: that would take the focus away from who has just pressed it.
    let unless = move |on: fn(&Controls) -> bool| {
        move || (!on(&editor.controls())).then(|| "true".to_owned())
    };
    let mandatory = wording::mandatory(qualification).map(<[UnitCode]>::to_vec);
    let pick_mandatory = mandatory.map(|units| {
        button(act::PICK_MANDATORY, move || {
            editor.dispatch(Action::PickAll(units.clone()));
        })
        .live_attr("aria-disabled", unless(|one| one.pick_mandatory))
    });
    styled("div", "qp-actions")
        .with_some(pick_mandatory)
        .with(
            button(act::UNDO, move || editor.undo())
                .live_attr("aria-disabled", unless(|one| one.undo)),
        )
        .with(
            button(act::REDO, move || editor.redo())
                .live_attr("aria-disabled", unless(|one| one.redo)),
        )
        .with(
            button(act::CLEAR, move || editor.dispatch(Action::Clear))
                .live_attr("aria-disabled", unless(|one| one.clear)),
        )
}
