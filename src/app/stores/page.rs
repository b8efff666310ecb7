//! The page that the planner is on, as far as the planner knows it: what the element asks for, who is told,
//! and where the focus is.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::app::browser::{self, static_page};
use crate::app::components::heading::FirstLevel;
use crate::app::focus::{self, HEADING};
use crate::exchange::link::{self, MARK};
use crate::qualification::{Date, Qualification, UnitCode};

/// How the host page is told what happened: a name, and a detail in JSON.
pub(crate) type Emit = Box<dyn Fn(&str, &str)>;

/// What the element asks for when it mounts a planner.
pub struct Options {
    /// The qualification to open with; empty for the choice of all.
    pub qualification: String,
    /// The name under which plans are kept.
    pub instance: String,
    /// True where the planner is the page: the address bar follows it.
    pub page: bool,
    /// The level of its first heading, 1 to 6; of any other number the second, on a page of another's.
    pub level: u8,
    /// True where a link to a plan in the address is for this planner: the page, or the first
    /// element of another's.
    pub links: bool,
    /// The address of a page that opens links to a plan.
    pub home: String,
    /// Tells the host what happened.
    pub emit: Emit,
    /// Deletes the second copy of what is kept; called with the keys that went, answers with a promise.
    pub delete_copies: js_sys::Function,
    /// Where the planner is mounted.
    pub root: web_sys::HtmlElement,
}

/// The page, for one planner on it.
#[derive(Clone, Copy)]
pub(crate) struct Page(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    options: Options,
    today: Date,
}

impl Page {
    pub(super) fn new(options: Options) -> Self {
        let today = browser::today();
        Self(StoredValue::new_local(Rc::new(Inner { options, today })))
    }

    /// False where the planner has left the page.
    pub(super) fn is_here(self) -> bool {
        self.0.try_get_value().is_some()
    }

    /// True where the planner is the page.
    pub(crate) fn is_page(self) -> bool {
        self.0.get_value().options.page
    }

    /// The level of the planner's first heading.
    pub(crate) fn level(self) -> FirstLevel {
        let Options { page, level, .. } = self.0.get_value().options;
        FirstLevel(match level {
            _ if page => 1,
            1..=6 => level,
            _ => 2,
        })
    }

    /// The screen is that of a plan from now on, whose head stands in place of the planner's, or not any more.
    pub(crate) fn set_planning(self, is_planning: bool) {
        if let Some(root) = self.root() {
            let _ = root.class_list().toggle_with_force("qp--plan", is_planning);
        }
    }

    /// The day it is.
    pub(crate) fn today(self) -> Date {
        self.0.get_value().today
    }

    /// Tells the host page.
    pub(crate) fn emit(self, name: &str, detail: &str) {
        (self.0.get_value().options.emit)(name, detail);
    }

    /// The address of a link to a plan.
    pub(crate) fn address(self, link: &str) -> String {
        format!("{}#{MARK}{link}", self.0.get_value().options.home)
    }

    /// What the address asks for; nothing where that is none of this planner's business.
    pub(super) fn asked_by_address(self) -> Option<String> {
        let options = &self.0.get_value().options;
        let fragment = browser::fragment();
        let name = fragment.trim_start_matches('#');
        if link::in_fragment(name).is_some() {
            return options.links.then(|| name.to_owned());
        }
        let name = name.trim_start_matches('/');
        (options.page && !fragment.is_empty()).then(|| name.to_owned())
    }

    /// What the element asks for where the address asks for nothing.
    pub(super) fn asked_by_element(self) -> String {
        self.0.get_value().options.qualification.clone()
    }

    /// The units of a qualification that were ticked in the page before there was a planner; it is as if they never
    /// were.
    pub(super) fn take_ticked(self, of: &Qualification) -> Vec<UnitCode> {
        let ticked = static_page::take_ticked(&self.0.get_value().options.root);
        let codes = ticked.iter().filter_map(|code| UnitCode::new(code));
        codes.filter(|code| of.unit(code).is_some()).collect()
    }

    /// Where a unit of the page had the focus, it has it in the planner.
    pub(crate) fn take_focus_over(self) {
        if let Some(id) = static_page::focused(&self.0.get_value().options.root) {
            self.focus(&id);
        }
    }

    /// The rules of a qualification in one line, where the page is its own: it says them before anything else can.
    pub(crate) fn rules_of(self, of: &Qualification) -> Option<String> {
        static_page::rules(&self.root_on_page_of(of)?)
    }

    /// What the other rules leave to its group at this place, where the page is its own.
    pub(crate) fn left_to_group(self, of: &Qualification, at: usize) -> Option<String> {
        static_page::left_to_group(&self.root_on_page_of(of)?, at)
    }

    /// Where the planner is mounted, on the page of this qualification.
    fn root_on_page_of(self, of: &Qualification) -> Option<web_sys::HtmlElement> {
        let options = &self.0.get_value().options;
        (options.qualification == of.id.as_str()).then(|| options.root.clone())
    }

    /// Has the second copy of what stood under these keys deleted; false where that may have failed.
    pub(super) fn delete_copies(self, keys: &[String], done: impl FnOnce(bool) + 'static) {
        let keys: js_sys::Array = keys.iter().map(|key| JsValue::from_str(key)).collect();
        let delete = self.0.get_value().options.delete_copies.clone();
        browser::answer_of(&delete, &JsValue::NULL, Some(&keys), done);
    }

    /// Where the planner is mounted.
    pub(crate) fn root(self) -> Option<web_sys::HtmlElement> {
        Some(self.0.try_get_value()?.options.root.clone())
    }

    /// Opens the planner over the whole window of another's page, by the button that does it from the card.
    pub(crate) fn widen(self) {
        let root = self.root();
        let open = root.and_then(|root| root.query_selector("#qp-open").ok()?);
        if let Some(open) = open.and_then(|open| open.dyn_into::<web_sys::HtmlElement>().ok()) {
            open.click();
        }
    }

    /// Prints, of a page of another's this planner alone.
    pub(crate) fn print(self) {
        let held = self.0.get_value();
        if held.options.page {
            browser::print::print();
        } else {
            browser::print::print_alone(&held.options.root);
        }
    }

    /// Puts the focus on the element of this id, once what waits to be built is in the document.
    pub(crate) fn focus(self, id: &str) {
        if let Some(held) = self.0.try_get_value() {
            focus::on(&held.options.root, id);
        }
    }

    /// The same for the heading of the screen.
    pub(crate) fn focus_heading(self) {
        self.focus(HEADING);
    }

    /// The same, where `from` has the focus, or nothing on the page: some browsers give a button that is
    /// clicked no focus.
    pub(crate) fn focus_from(self, from: &str, id: &str) {
        let moves = match self.focused() {
            Some(focused) => focused.id() == from,
            None => focus::is_nowhere(),
        };
        if moves {
            self.focus(id);
        }
    }

    /// Shows where the planner begins: another screen comes in place of the one in which the reader has scrolled.
    pub(super) fn to_top(self) {
        focus::to_top(&self.0.get_value().options.root, self.is_page());
    }

    /// Has the element of this id begin where what is seen begins.
    pub(crate) fn scroll_to(self, id: &str) {
        focus::scroll_to(&self.0.get_value().options.root, id);
    }

    /// Another screen comes in place of this one: its heading takes the focus where the reader has asked for
    /// it, or is in what goes. A catalogue that comes late and a host that shows another qualification take
    /// the focus from nobody.
    pub(super) fn focus_screen(self, by_reader: bool) {
        if by_reader || self.focused().is_some() {
            self.focus_heading();
        }
    }

    /// What has the focus in the planner; nothing where that is elsewhere.
    pub(crate) fn focused(self) -> Option<Element> {
        let held = self.0.try_get_value()?;
        focus::in_tree_of(&held.options.root)
    }
}
