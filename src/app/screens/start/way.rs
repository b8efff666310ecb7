//! The way to another screen.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::app::dom;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, heard};

/// The way to the screen that has this name in an address, around what is read and pressed. On our own page it is a
/// link, which can be opened in another tab; elsewhere a button, for the address is the host's.
///
/// A link is followed here too, and not by the browser: that tells of it only later, when a key may have been
/// pressed.
#[component]
pub(super) fn Way(stores: Stores, name: String, class: &'static str, content: View) -> View {
    let is_page = stores.page().is_page();
    let href = format!("#/{name}");
    let go = heard(move |event: MouseEvent| {
        if !(is_page && dom::opens_elsewhere(&event)) {
            event.prevent_default();
            stores.router().go_by(&name);
        }
    });
    if is_page {
        view! { <a class=class href=href on:click=go>{content}</a> }.built()
    } else {
        view! { <button type="button" class=class on:click=go>{content}</button> }.built()
    }
}
