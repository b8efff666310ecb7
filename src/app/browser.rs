//! The browser's doors other than storage: address, window title, printing, files, the day.
//!
//! Each may be missing or closed (in a frame, in a sandbox); then nothing happens.

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::qualification::Date;

/// The day it is where the reader is.
pub(super) fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or(0);
    let month = u8::try_from(now.get_month() + 1).unwrap_or(1);
    let day = u8::try_from(now.get_date()).unwrap_or(1);
    Date::new(year, month, day).unwrap_or(Date::EARLIEST)
}

/// What stands behind `#` in the address bar.
pub(super) fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Puts a new fragment into the address bar, as a step that “back” takes back.
pub(super) fn set_fragment(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// Names the window.
pub(super) fn set_title(title: &str) {
    document().set_title(title);
}

/// Prints.
pub(super) fn print() {
    let _ = window().print();
}

/// Moves the focus to the element of this id inside the planner.
pub(super) fn focus(root: &web_sys::HtmlElement, id: &str) {
    if let Ok(Some(element)) = root.query_selector(&format!("#{id}"))
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// Offers a text as a file to keep.
pub(super) fn download(name: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(blob) = web_sys::Blob::new_with_str_sequence(&parts) else {
        return;
    };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a")
        && let Ok(link) = link.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    // The download has its own hold on the data by the next turn of the event loop.
    set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&address);
        },
        std::time::Duration::from_mins(1),
    );
}

/// Reads the text of a chosen file, if it is no longer than `limit` bytes.
pub(super) fn read_file(
    file: &web_sys::File,
    limit: usize,
    done: impl FnOnce(Option<String>) + 'static,
) {
    #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^52")]
    if file.size() > limit as f64 {
        return done(None);
    }
    let Ok(reader) = web_sys::FileReader::new() else {
        return done(None);
    };
    let read = reader.clone();
    let ended = Closure::once_into_js(move || {
        // Null where it could not be read.
        done(read.result().ok().and_then(|text| text.as_string()));
    });
    reader.set_onloadend(Some(ended.unchecked_ref()));
    let _ = reader.read_as_text(file);
}

/// The event by which planners on one page tell each other that something was saved: the browser's
/// `storage` event goes to other windows only.
pub(super) const SAVED: &str = "qualification-planner-saved";

/// Tells the other planners on this page that something was saved.
pub(super) fn tell_saved() {
    if let Ok(event) = web_sys::Event::new(SAVED) {
        let _ = window().dispatch_event(&event);
    }
}

/// Listens on the window for as long as the owner of this call lives.
pub(super) fn on_window(event: &'static str, mut heard: impl FnMut() + 'static) {
    let listener = EventListener::new(&window(), event, move |_| heard());
    // A stored value goes with its owner, and the listener with it.
    StoredValue::new_local(listener);
}
