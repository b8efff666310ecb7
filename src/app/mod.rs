//! The screens.
//!
//! One [`Stores`] a planner, `Copy`, given to components by context: what it knows, one store for each subject; on the
//! planning screen an `EditorStore` with the plan, its assessment and whether it is saved. Writes go through
//! `EditorStore::dispatch`; everything that is seen is derived from the plan.
//!
//! Views are components that are built once (`view`). `components` know values and callbacks
//! only; `screens` know the stores; `storage` alone touches the browser's storage, `browser` alone
//! its other interfaces.

#![allow(
    unreachable_pub,
    reason = "what the macro of a component makes is public"
)]

mod arriving;
mod browser;
mod centre;
mod components;
mod entries;
mod focus;
mod lazy;
mod screens;
mod signals;
mod storage;
mod stores;
mod tables;
mod view;

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use screens::footer::Footer;
use screens::masthead::Masthead;
pub use stores::Options;
use stores::{Route, Stores};
use tables::{Engine, Rest, engine, once, prefetch, rest};
use view::{Build, View, live};

/// A planner on a page. It goes, with every listener and timer of it, when this does.
pub struct Planner {
    stores: Stores,
    _handle: UnmountHandle<View>,
}

impl Planner {
    /// Mounts a planner into `root`.
    #[must_use]
    pub fn mount(root: &web_sys::HtmlElement, options: Options) -> Option<Self> {
        tables::ways_in(entries::WAYS_IN);
        let made = std::rc::Rc::new(std::cell::Cell::new(None));
        let handle = mount_to_renderer(root, {
            let made = std::rc::Rc::clone(&made);
            move || {
                let stores = Stores::new(options);
                made.set(Some(stores));
                planner(stores)
            }
        });
        let stores = made.get()?;
        stores.page().take_focus_over();
        Some(Self {
            stores,
            _handle: handle,
        })
    }

    /// Shows the qualification of this name; the choice of all where it is empty.
    pub fn show(&self, qualification: &str) {
        self.stores.router().show(qualification);
    }

    /// The host page names a catalogue file, which is on its way, or none any more. `only` asks for its
    /// qualifications alone.
    pub fn expect_catalogue(&self, is_named: bool, only: bool) {
        self.stores.centre().await_file(is_named, only);
    }

    /// That file has come, given as it was fetched.
    pub fn open_catalogue(&self, name: &str, bytes: &[u8]) {
        centre::came(self.stores, name.to_owned(), bytes.to_vec());
    }

    /// It could not be fetched, for this reason.
    pub fn no_catalogue(&self, name: &str, trouble: &str) {
        self.stores.centre().was_not_fetched(name, trouble);
    }
}

/// Keeps a planner in step with its address and with the file that the host page names, and has fetched what comes
/// after the first screen.
fn keep_in_step(stores: Stores) {
    stores.router().keep_in_step();
    tables::tell(stores);
    // What listens belongs to the owner of the planner, and goes with it.
    once(stores, move |engine: &'static Engine| {
        (engine.arrive)(stores);
    });
    once(stores, move |rest: &'static Rest| (rest.arrive)(stores));
    stores
        .centre()
        .on_change(Callback::new(move |()| match rest() {
            Some(rest) if untrack(|| stores.program().has_rest()) => (rest.read_catalogues)(stores),
            // Which qualifications there are is told once that is there.
            _ => stores.catalogues().await_part(),
        }));
    prefetch(stores);
}

fn planner(stores: Stores) -> View {
    provide_context(stores);
    provide_context(stores.page().level());
    keep_in_step(stores);
    // Only another route makes another screen: what a screen reads while it is built is its own.
    let screen = move || {
        let route = stores.router().route();
        if stores.catalogues().are_awaited() {
            return screens::awaited(stores);
        }
        untrack(|| {
            let screen = match route {
                Route::Choose => screens::start::start(stores),
                Route::Plan(qualification, saved_plan)
                    if stores.plans().is_new(saved_plan.as_ref()) =>
                {
                    screens::plan::begin(stores, &qualification, saved_plan)
                }
                Route::Plan(qualification, saved_plan) => match engine() {
                    Some(engine) => (engine.open)(stores, &qualification, saved_plan),
                    None => return screens::plan::kept(stores, qualification, saved_plan),
                },
                // These come with a part, and bring the focus along themselves.
                Route::Link(text) => return screens::link(stores, text),
                Route::Unknown(name, saved_plan) => {
                    return screens::unknown(stores, name, saved_plan);
                }
            };
            stores.router().arrive();
            screen
        })
    };
    view! {
        <div>
            <Masthead />
            <div>{live(screen)}</div>
            <Footer />
        </div>
    }
    .built()
}
