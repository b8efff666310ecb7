//! Elements, built by hand and kept in step with signals.
//!
//! Leptos gives the planner its signals, effects, owners and mounting; the elements are made here
//! and not by `view!`. The macro makes a type, and with it code, for each shape of element: the same
//! screens weighed 138 KB of brotli that way and 92 KB so. Here every element has one type and every
//! binding one kind of effect, whatever it shows.
//!
//! A binding (`live_…`) runs at once and again whenever a signal that it read has changed, for as
//! long as the owner lives under which it was made. What [`El::live`] builds is owned by that run
//! and goes with the next. Texts are set as texts only: nothing here reads HTML.

use leptos::prelude::{LocalStorage, RenderEffect, StoredValue, document};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlInputElement, MouseEvent, Node};

use super::components::heading::element_of;
use super::view::View;

/// An element.
#[derive(Clone)]
pub(super) struct El(Element);

/// A new element.
pub(super) fn el(tag: &'static str) -> El {
    let tag = match tag {
        "h1" => element_of(1),
        "h2" => element_of(2),
        "h3" => element_of(3),
        tag => tag,
    };
    // A tag of ours is always a name that the browser takes; a document there is, too.
    El(document()
        .create_element(tag)
        .unwrap_or_else(|_| web_sys::Element::from(wasm_bindgen::JsValue::NULL)))
}

/// A new element with a class.
pub(super) fn styled(tag: &'static str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A new element that holds a text.
pub(super) fn said(tag: &'static str, text: &str) -> El {
    el(tag).text(text)
}

impl El {
    /// Sets an attribute.
    pub(super) fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Adds a text.
    pub(super) fn text(self, text: &str) -> Self {
        self.append(&document().create_text_node(text))
    }

    /// Adds a child.
    pub(super) fn with(self, child: El) -> Self {
        let El(child) = child;
        self.append(&child)
    }

    /// Adds a child, if there is one.
    pub(super) fn with_some(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    /// Adds children.
    pub(super) fn with_all(self, children: Vec<El>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// Calls `heard` on each event of this name, for as long as the owner lives.
    pub(super) fn on(self, event: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(heard));
        self
    }

    /// Calls `clicked` on each click.
    pub(super) fn on_click(self, mut clicked: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| clicked())
    }

    /// Adds a text that follows signals. A browser's translator puts an element in the place of each text:
    /// the text comes back where it changes.
    pub(super) fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        let shown = document().create_text_node("");
        let this = self.append(&shown);
        let place = children(&this.0).count().saturating_sub(1);
        let (element, mut last) = (this.0.clone(), String::new());
        effect(Box::new(move || {
            let text = text();
            if text != last {
                if shown.parent_node().is_none() {
                    put_back(&element, place, &shown);
                }
                shown.set_data(&text);
                last = text;
            }
        }));
        this
    }

    /// Children that follow signals, all built anew.
    pub(super) fn live(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        let element = self.0.clone();
        effect(Box::new(move || {
            El(element.clone()).put(children().iter());
        }));
        self
    }

    /// Puts these in place of all children, outside any binding.
    pub(super) fn put<'a>(&self, children: impl Iterator<Item = &'a El>) {
        let children: js_sys::Array = children.map(|child| &child.0).collect();
        self.0.replace_children_with_node(&children);
    }

    /// The element itself, for what only the browser can do with it.
    pub(super) fn node(&self) -> &Element {
        &self.0
    }

    fn append(self, child: &Node) -> Self {
        let _ = self.0.append_child(child);
        self
    }

    fn listen(&self, event: &'static str, heard: Box<dyn FnMut(Event)>) {
        let heard = Closure::wrap(heard);
        let _ = self
            .0
            .add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        // The browser lets go of the listener with the element; the closure goes with the owner.
        StoredValue::<_, LocalStorage>::new_local(heard);
    }
}

/// Runs now, and again after each change of what it reads, for as long as the owner lives.
pub(super) fn effect(mut run: Box<dyn FnMut()>) {
    StoredValue::new(RenderEffect::new(move |_| run()));
}

/// The field or box that an event comes from.
pub(super) fn input(event: &Event) -> Option<HtmlInputElement> {
    // A select has the same `value`; only what both have is asked of it.
    event.target().map(JsCast::unchecked_into)
}

/// What stands in the field that an event comes from.
pub(super) fn value(event: &Event) -> String {
    input(event).map(|input| input.value()).unwrap_or_default()
}

/// Ticks the checkbox that an event comes from, or not.
pub(super) fn set_checked(event: &Event, on: bool) {
    if let Some(input) = input(event) {
        input.set_checked(on);
    }
}

/// True for a click that asks the browser to open a link in another tab or window, or to keep it as a file.
pub(super) fn opens_elsewhere(event: &Event) -> bool {
    let click = event.dyn_ref::<MouseEvent>();
    click.is_some_and(|click| {
        click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()
    })
}

/// Whether the checkbox that an event comes from is ticked.
pub(super) fn checked(event: &Event) -> bool {
    input(event).is_some_and(|input| input.checked())
}

impl From<View> for El {
    fn from(view: View) -> Self {
        Self(view.element().clone())
    }
}

impl From<El> for View {
    fn from(El(element): El) -> Self {
        Self::from(element)
    }
}

impl Render for El {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        let _ = state.0.replace_with_with_node_1(&self.0);
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        self.0.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let _ = parent.insert_before(&self.0, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.0.parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(&self.0));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone()]
    }
}

fn children(element: &Element) -> impl Iterator<Item = Node> {
    std::iter::successors(element.first_child(), Node::next_sibling)
}

/// Puts a text in the place of what a translator made of it.
fn put_back(element: &Element, place: usize, text: &Node) {
    let made = children(element).nth(place);
    let made = made.filter(|node| node.node_name() == "FONT");
    let _ = match made {
        Some(made) => element.replace_child(text, &made),
        None => element.append_child(text),
    };
}
