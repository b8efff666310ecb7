//! The bar of a unit over the months: it is moved by dragging and by the arrow keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::drawing::colour;
use crate::editor::{LaneView, TimelineView};
use crate::qualification::UnitCode;
use crate::wording::timeline as words;

/// The id of the bar of a unit.
pub(super) fn id_of(code: &UnitCode) -> String {
    format!("when-{code}")
}

/// A drag: where it began, and how wide a month is.
#[derive(Clone, Copy)]
struct Drag {
    from: i32,
    month: i32,
}

/// The bar, with its hours. Left and right move it by a month; with Shift they make it shorter and longer.
#[component]
pub(super) fn Bar(lane: Memo<LaneView>, view: Signal<TimelineView>) -> View {
    let editor = expect_context::<EditorStore>();
    // By how many months it is dragged so far.
    let shift = RwSignal::new(0_i32);
    let drag = StoredValue::new(None::<Drag>);
    let act = move |action: Option<_>| {
        if let Some(action) = action {
            editor.dispatch(action);
        }
    };
    let keys = heard(move |event: KeyboardEvent| {
        let is_right = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        let by = if is_right == is_rtl(&event) { -1 } else { 1 };
        event.prevent_default();
        act(lane.with_untracked(|lane| {
            if event.shift_key() {
                lane.lengthened(by)
            } else {
                lane.moved(by)
            }
        }));
    });
    let begin = heard(move |event: PointerEvent| {
        let Some(bar) = target(&event).filter(|_| event.button() == 0) else {
            return;
        };
        let track = bar.parent_element().map_or(0, |track| track.client_width());
        let months = view.with_untracked(|view| view.months.len());
        let months = i32::try_from(months).unwrap_or(1).max(1);
        let _ = bar.set_pointer_capture(event.pointer_id());
        drag.set_value(Some(Drag {
            from: event.client_x(),
            month: (track / months).max(1),
        }));
    });
    let go_on = heard(move |event: PointerEvent| {
        if let Some(Drag { from, month }) = drag.get_value() {
            let by = event.client_x().saturating_sub(from);
            let by = if is_rtl(&event) { -by } else { by };
            shift.set((by.saturating_mul(2) + by.signum() * month) / (2 * month));
        }
    });
    let end = move |is_done: bool| {
        heard(move |_: PointerEvent| {
            if drag.try_update_value(Option::take).flatten().is_some() {
                let by = shift.get_untracked();
                shift.set(0);
                act(lane
                    .with_untracked(|lane| lane.moved(by))
                    .filter(|_| is_done && by != 0));
            }
        })
    };
    let start = live(move || {
        let (by, months) = (shift.get(), view.with(|view| view.months.len()));
        lane.with(|lane| format!("calc({} + {by} * 100% / {months})", lane.start))
    });
    let colour = lane.with_untracked(|lane| lane.group.map(colour).unwrap_or_default());
    let title = lane.with_untracked(|lane| words::slider(&lane.title));
    view! {
        <div
            id=lane.with_untracked(|lane| id_of(&lane.code))
            class=format!("qp-lane-bar {colour}")
            class=("qp-hidden", live(move || lane.with(|lane| lane.start.is_empty())))
            role="slider"
            tabindex="0"
            aria-label=title
            aria-valuemin="0"
            aria-valuemax=live(move || view.with(|view| view.months.len().to_string()))
            aria-valuenow=live(move || lane.with(|lane| lane.place.to_string()))
            aria-valuetext=live(move || lane.with(|lane| lane.when.clone()))
            style:inset-inline-start=start
            style:inline-size=live(move || lane.with(|lane| lane.width.clone()))
            on:keydown=keys
            on:pointerdown=begin
            on:pointermove=go_on
            on:pointerup=end(true)
            on:pointercancel=end(false)
        >
            <span prop:textContent=live(move || lane.with(|lane| lane.hours.clone()))></span>
        </div>
    }
    .built()
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// True where time runs from right to left.
fn is_rtl(event: &web_sys::Event) -> bool {
    target(event).is_some_and(|bar| bar.matches(":dir(rtl)").unwrap_or_default())
}
