//! What stands in the page before there is a planner, where the page is one of our own (`src/pages`): between the tags
//! of the element.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The codes of the units that were ticked there. They no longer are: whoever comes back to the page finds it as new.
pub(in crate::app) fn take_ticked(root: &HtmlElement) -> Vec<String> {
    let next = || {
        let found = find(root, "[data-qp-unit]:checked")?;
        let input = found.dyn_into::<HtmlInputElement>().ok()?;
        input.set_checked(false);
        input.get_attribute("data-qp-unit")
    };
    std::iter::from_fn(next).collect()
}

/// The id of the box that has the focus there.
pub(in crate::app) fn focused(root: &HtmlElement) -> Option<String> {
    find(root, "[data-qp-unit]:focus").map(|found| found.id())
}

/// The rules in one line.
pub(in crate::app) fn rules(root: &HtmlElement) -> Option<String> {
    find(root, ".qp-rules-line>span")?.text_content()
}

/// What the other rules leave to the group at this place.
pub(in crate::app) fn left_to_group(root: &HtmlElement, at: usize) -> Option<String> {
    find(root, &format!("#group-{at}~.qp-group-others"))?.text_content()
}

fn find(root: &HtmlElement, what: &str) -> Option<Element> {
    let host = js_sys::Reflect::get(&root.get_root_node(), &JsValue::from_str("host")).ok()?;
    host.dyn_into::<Element>().ok()?.query_selector(what).ok()?
}
