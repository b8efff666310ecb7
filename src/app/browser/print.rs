//! Printing: of our own page, or of one planner on a page of another's.

use gloo_events::EventListener;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::{LocalStorage, StoredValue, document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Node};

use super::on_window;

/// What the page around a planner looks like on paper, while that planner is printed: not at all.
const ALONE: &str = include_str!("alone_on_paper.css");

/// By which that finds the planner.
const PRINTED: &str = "printed";

/// Prints the page.
pub(in crate::app) fn print() {
    let _ = window().print();
}

/// Prints what stands in `root` of an element, and nothing of the page around it.
pub(in crate::app) fn print_alone(root: &HtmlElement) {
    let host = Reflect::get(&Node::get_root_node(root), &"host".into()).ok();
    let host = host.and_then(|host| host.dyn_into::<HtmlElement>().ok());
    let (Some(host), Some(sheet)) = (host, sheet()) else {
        return print();
    };
    let _ = host.set_attribute(PRINTED, "");
    let all = adopted();
    all.push(&sheet);
    adopt(&all);
    let over = move || {
        let _ = host.remove_attribute(PRINTED);
        adopt(&adopted().filter(&mut |one, _, _| !js_sys::Object::is(&one, &sheet)));
    };
    EventListener::once(&window(), "afterprint", move |_| over()).forget();
    print();
}

/// A sheet of styles that any content policy allows: it is made and not written into the page.
fn sheet() -> Option<JsValue> {
    let make: Function = Reflect::get(&window(), &"CSSStyleSheet".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let sheet = Reflect::construct(&make, &Array::new()).ok()?;
    let replace = Reflect::get(&sheet, &"replaceSync".into()).ok()?;
    let replace: Function = replace.dyn_into().ok()?;
    replace.call1(&sheet, &ALONE.into()).ok()?;
    Some(sheet)
}

fn adopted() -> Array {
    let all = Reflect::get(&document(), &"adoptedStyleSheets".into());
    all.map(|all| Array::from(&all)).unwrap_or_default()
}

fn adopt(all: &Array) {
    let _ = Reflect::set(&document(), &"adoptedStyleSheets".into(), all);
}

/// Calls this each time before the page goes to paper, for as long as the owner of this call lives.
pub(in crate::app) fn before_paper(fill: impl Fn() + 'static) {
    let fill = std::rc::Rc::new(fill);
    let on_event = std::rc::Rc::clone(&fill);
    // Browsers tell it by the first, and those who look at paper on the screen by the second.
    on_window("beforeprint", move || on_event());
    let Some(paper) = window().match_media("print").ok().flatten() else {
        return;
    };
    if paper.matches() {
        fill();
    }
    let asked = paper.clone();
    let listener = EventListener::new(&paper, "change", move |_| {
        if asked.matches() {
            fill();
        }
    });
    StoredValue::<_, LocalStorage>::new_local(listener);
}
