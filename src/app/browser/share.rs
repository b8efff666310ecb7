//! The way in which a device hands a link to other apps, where it has one.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::DomException;

/// Why a link was not handed on.
pub(in crate::app) enum NotShared {
    /// The reader has thought better of it.
    GivenUp,
    /// The device does not take it.
    Refused,
}

/// True where this is used with a finger.
pub(in crate::app) fn is_touched() -> bool {
    let asked = window().match_media("(pointer: coarse)").ok().flatten();
    asked.is_some_and(|asked| asked.matches())
}

/// True where the device can hand a link on.
pub(in crate::app) fn can_share() -> bool {
    way().is_some()
}

/// Has the reader choose to whom a link goes. The device answers when it likes.
pub(in crate::app) fn share(
    title: &str,
    address: &str,
    answered: impl Fn(Result<(), NotShared>) + 'static,
) {
    let given = Object::new();
    let _ = Reflect::set(&given, &"title".into(), &title.into());
    let _ = Reflect::set(&given, &"url".into(), &address.into());
    let asked = way().and_then(|(navigator, share)| share.call1(&navigator, &given).ok());
    let Some(promise) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else {
        return answered(Err(NotShared::Refused));
    };
    let answered = std::rc::Rc::new(answered);
    let done = {
        let answered = std::rc::Rc::clone(&answered);
        Closure::once(move |_: JsValue| answered(Ok(())))
    };
    let not_done = Closure::once(move |error: JsValue| {
        let error = error.dyn_ref::<DomException>().map(DomException::name);
        let is_given_up = error.is_some_and(|name| name == "AbortError");
        answered(Err(if is_given_up {
            NotShared::GivenUp
        } else {
            NotShared::Refused
        }));
    });
    let _ = promise.then2(&done, &not_done);
    // One of them is called, once.
    done.forget();
    not_done.forget();
}

fn way() -> Option<(JsValue, Function)> {
    let navigator = Reflect::get(&window(), &"navigator".into()).ok()?;
    let share = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}
