//! The browser's interfaces other than storage: address, window title, printing, files, the day.
//!
//! Each may be missing or closed (in a frame, in a sandbox); then nothing happens.

pub(super) mod pause;
pub(super) mod print;
pub(super) mod share;
pub(super) mod static_page;

use std::time::Duration;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::qualification::Date;
use crate::reading::{NotText, Text, text_of};

/// The day it is where the reader is.
pub(super) fn today() -> Date {
    day_of(&js_sys::Date::new_0()).unwrap_or(Date::EARLIEST)
}

fn day_of(moment: &js_sys::Date) -> Option<Date> {
    Date::new(
        u16::try_from(moment.get_full_year()).ok()?,
        u8::try_from(moment.get_month() + 1).ok()?,
        u8::try_from(moment.get_date()).ok()?,
    )
}

/// Seconds since 1970 by the browser's clock.
pub(super) fn now() -> u32 {
    whole(js_sys::Date::now() / 1000.0)
}

/// The day and the time of day of a moment, where the reader is.
pub(super) fn local(seconds: u32) -> Option<(Date, String)> {
    let moment = js_sys::Date::new(&JsValue::from_f64(f64::from(seconds) * 1000.0));
    let time = format!("{:02}:{:02}", moment.get_hours(), moment.get_minutes());
    Some((day_of(&moment)?, time))
}

/// A number that nobody else has.
pub(super) fn random() -> u64 {
    let half = || u64::from(whole(js_sys::Math::random() * 4_294_967_296.0));
    half() << 32 | half()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float that is cast stays at the ends of the range"
)]
fn whole(number: f64) -> u32 {
    number as u32
}

/// What stands behind `#` in the address bar.
pub(super) fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Puts a new fragment into the address bar, as a step that “back” takes back.
pub(super) fn set_fragment(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// A text as JSON has it.
pub(super) fn quoted(text: &str) -> String {
    let quoted = js_sys::JSON::stringify(&JsValue::from_str(text));
    quoted.map(String::from).unwrap_or_default()
}

/// Names the window.
pub(super) fn set_title(title: &str) {
    document().set_title(title);
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

/// Reads a chosen file, if it is no longer than `limit` bytes.
pub(super) fn read_file(
    file: &web_sys::File,
    limit: usize,
    done: impl FnOnce(Option<Vec<u8>>) + 'static,
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
        let bytes = read.result().ok().filter(|bytes| !bytes.is_null());
        done(bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec()));
    });
    reader.set_onloadend(Some(ended.unchecked_ref()));
    let _ = reader.read_as_array_buffer(file);
}

/// The text in the bytes of a file, by the browser's own decoder.
pub(super) fn text_in(bytes: &[u8]) -> Result<Text, NotText> {
    text_of(bytes, |label, bytes| {
        let decoder = web_sys::TextDecoder::new_with_label(label);
        let text = decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes));
        text.unwrap_or_default()
    })
}

/// Asks the browser to keep what is stored until the reader deletes it. Some browsers ask the reader.
pub(super) fn ask_to_promise(answered: impl FnOnce(bool) + 'static) {
    later("storage", "persist", None, answered);
}

/// Asks whether the browser has promised that before.
pub(super) fn ask_whether_promised(answered: impl FnOnce(bool) + 'static) {
    later("storage", "persisted", None, answered);
}

/// Puts a text on the clipboard; false where the browser does not let the page.
pub(super) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    later("clipboard", "writeText", Some(text), done);
}

/// Calls a function of a part of `navigator` that answers later. The parts are missing outside secure
/// contexts and in older browsers, and each may refuse: that is false, as an answer of false is; an
/// answer without a value is true.
fn later(part: &str, function: &str, text: Option<&str>, answered: impl FnOnce(bool) + 'static) {
    let member = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let part = member(&window(), "navigator").and_then(|navigator| member(&navigator, part));
    let function = part.as_ref().and_then(|part| member(part, function));
    match (part, function.and_then(|found| found.dyn_into().ok())) {
        (Some(part), Some(function)) => {
            let text = text.map(JsValue::from_str);
            answer_of(&function, &part, text.as_ref(), answered);
        }
        _ => answered(false),
    }
}

/// Calls a function that answers later, with a promise: false where it refuses or has no such answer, or
/// answers with false.
pub(super) fn answer_of(
    function: &js_sys::Function,
    this: &JsValue,
    argument: Option<&JsValue>,
    answered: impl FnOnce(bool) + 'static,
) {
    let answer = match argument {
        Some(argument) => function.call1(this, argument),
        None => function.call0(this),
    };
    let Some(promise) = answer.ok().and_then(|answer| answer.dyn_into().ok()) else {
        return answered(false);
    };
    let promise: js_sys::Promise = promise;
    let answered = std::rc::Rc::new(std::cell::Cell::new(Some(answered)));
    let told = |refused: bool| {
        let answered = std::rc::Rc::clone(&answered);
        Closure::once(move |answer: JsValue| {
            if let Some(answered) = answered.take() {
                answered(!refused && (answer.is_undefined() || answer.is_truthy()));
            }
        })
    };
    let (kept, refused) = (told(false), told(true));
    let _ = promise.then2(&kept, &refused);
    // One of them is called, once.
    kept.forget();
    refused.forget();
}

/// The event by which planners on one page tell each other that something was saved: the browser's
/// `storage` event goes to other windows only.
pub(super) const SAVED: &str = "qualification-planner-saved";

/// The event by which the second copy says that all that was saved is in it: nothing was saved since it began.
pub(super) const COPIED: &str = "qualification-planner-copied";

/// The events by which the second copy hears under which key something was written or removed.
pub(super) const WRITTEN: &str = "qualification-planner-written";
pub(super) const REMOVED: &str = "qualification-planner-removed";

/// Tells the second copy that something was written or removed under this key.
pub(super) fn announce_change(what: &str, key: &str) {
    if let Ok(event) = web_sys::Event::new(what) {
        let _ = js_sys::Reflect::set(&event, &"key".into(), &key.into());
        let _ = window().dispatch_event(&event);
    }
}

/// Tells the other planners on this page that something was saved.
pub(super) fn announce_saved() {
    if let Ok(event) = web_sys::Event::new(SAVED) {
        let _ = window().dispatch_event(&event);
    }
}

/// Does something once what has changed so far is painted; soon in any case, for a page that nobody sees paints nothing.
/// So it may be done twice. To ask for the next frame would be too soon: after a press a browser draws one before all else.
pub(super) fn after_paint(act: impl FnOnce() + Clone + 'static) {
    let (painted, unseen) = (act.clone(), act);
    request_animation_frame(move || set_timeout(painted, Duration::from_millis(5)));
    set_timeout(unseen, Duration::from_millis(200));
}

/// Listens on the window for as long as the owner of this call lives.
pub(super) fn on_window(event: &'static str, mut heard: impl FnMut() + 'static) {
    let listener = EventListener::new(&window(), event, move |_| heard());
    // A stored value goes with its owner, and the listener with it.
    StoredValue::new_local(listener);
}

/// Makes the browser ask, for as long as this is held, whether the reader means to leave the page. The
/// words are the browser's own. Never held for nothing: some browsers do not put aside for coming back
/// what would ask.
pub(super) struct LeavingIsAsked {
    _listener: EventListener,
}

impl LeavingIsAsked {
    pub(super) fn from_now_on() -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        let ask = |event: &web_sys::Event| {
            event.prevent_default();
            // Chromium before version 119 asks for this only.
            let _ = js_sys::Reflect::set(event, &"returnValue".into(), &true.into());
        };
        Self {
            _listener: EventListener::new_with_options(&window(), "beforeunload", options, ask),
        }
    }
}
