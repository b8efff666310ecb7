//! The way to another screen.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::app::stores::Stores;
use crate::app::tables::rest;
use crate::app::view::{Build, View, heard};

/// The way to the screen that has this name in an address, around what is read and pressed. On our own page it is a
/// link, which can be opened in another tab; elsewhere a button, for the address is the host's.
///
/// A link is followed here too, and not by the browser: that tells of it only later, when a key may have been
/// pressed.
#[component]
pub(in crate::app) fn Way(name: String, class: &'static str, content: View) -> View {
    let stores = expect_context::<Stores>();
    let is_page = stores.page().is_page();
    let href = format!("#/{name}");
    let go = heard(move |event: MouseEvent| {
        if !(is_page && opens_elsewhere(&event)) {
            event.prevent_default();
            match rest() {
                Some(rest) => (rest.go)(stores, &name),
                None => stores.router().go_by(&name),
            }
        }
    });
    if is_page {
        view! { <a class=class href=href on:click=go>{content}</a> }.built()
    } else {
        view! { <button type="button" class=class on:click=go>{content}</button> }.built()
    }
}

/// True for a click that asks the browser to open a link in another tab or window, or to keep it as a file.
fn opens_elsewhere(click: &MouseEvent) -> bool {
    click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()
}
