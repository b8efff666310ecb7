//! What `element.js` calls: mount, unmount, and a few more functions. Our own page and every other
//! mount the planner in the same way: our page is the element on a page.

use wasm_bindgen::prelude::*;

use crate::app::{self, Options};

/// A mounted planner. `element.js` holds it for as long as its element is in a document.
#[wasm_bindgen]
pub struct Planner(app::Planner);

/// Mounts a planner into `root`.
///
/// `qualification` names the one to open with, or is empty; `instance` names whose saved plans they
/// are; `page` is true where the planner is the page; `level` is the level of its first heading, or none; `links` is true where links to a plan in the
/// address are for this planner; `home` is the address of a page that opens such links; `emit` is
/// called with the name of an event and its detail in JSON; `delete_copies` is called with the keys
/// that were deleted from `localStorage`, and answers with a promise.
#[wasm_bindgen]
#[must_use]
#[expect(
    clippy::too_many_arguments,
    reason = "an object of JavaScript costs more than it tells"
)]
pub fn mount(
    root: &web_sys::HtmlElement,
    qualification: String,
    instance: String,
    page: bool,
    level: u8,
    links: bool,
    home: String,
    emit: js_sys::Function,
    delete_copies: js_sys::Function,
) -> Option<Planner> {
    let options = Options {
        qualification,
        instance,
        page,
        level,
        links,
        home,
        emit: Box::new(move |name, detail| {
            // A fault in the host's listener is the host's.
            let _ = emit.call2(&JsValue::NULL, &name.into(), &detail.into());
        }),
        delete_copies,
        root: root.clone(),
    };
    app::Planner::mount(root, options).map(Planner)
}

#[wasm_bindgen]
impl Planner {
    /// Shows another qualification; the choice of all where the name is empty.
    pub fn show(&self, qualification: &str) {
        self.0.show(qualification);
    }

    /// The host page names a catalogue file, which is on its way, or none any more; `only` asks for its
    /// qualifications alone.
    pub fn expect_catalogue(&self, is_named: bool, only: bool) {
        self.0.expect_catalogue(is_named, only);
    }

    /// That file has come, given as it was fetched: adds its qualifications.
    pub fn open_catalogue(&self, name: &str, bytes: &[u8]) {
        self.0.open_catalogue(name, bytes);
    }

    /// It could not be fetched: says so on the screen, and to the host why.
    pub fn no_catalogue(&self, name: &str, trouble: &str) {
        self.0.no_catalogue(name, trouble);
    }

    /// Takes the planner off the page, with every listener and timer of it.
    pub fn unmount(self) {}
}
