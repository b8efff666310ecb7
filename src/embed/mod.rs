//! Mounting.
use leptos::prelude::*;
use leptos::mount::{UnmountHandle, mount_to};
use wasm_bindgen::prelude::*;

/// A mounted planner.
#[wasm_bindgen]
pub struct Mounted { handle: Box<dyn std::any::Any> }

/// Mounts a planner into `root`.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::HtmlElement) -> Mounted {
    let n = RwSignal::new(0);
    Mounted { handle: Box::new(mount_to(root, move || view! { <button on:click=move |_| n.update(|n| *n += 1)>"Count " {n}</button> }.into_any())) }
}
