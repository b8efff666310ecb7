//! Values that bindings follow.
//!
//! A [`Live`] value is a cell with one of Leptos's triggers. Leptos's own signals would do the same,
//! but each type held in one brings its own copy of their code: the ten types of this planner
//! weighed 9 KB of brotli more that way. Screens hold values through [`Handle`]s, which are `Copy`
//! and go with the screen.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{
    ArcTrigger, GetValue, LocalStorage, Notify, StoredValue, Track, queue_microtask,
};

/// A value that bindings follow.
pub(super) struct Live<T> {
    value: RefCell<T>,
    changed: ArcTrigger,
}

impl<T> Live<T> {
    pub(super) fn new(value: T) -> Self {
        Self {
            value: RefCell::new(value),
            changed: ArcTrigger::new(),
        }
    }

    /// Looks at the value; the binding that does so runs again when it changes.
    pub(super) fn look<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.peek(look)
    }

    /// Looks at the value as it is now.
    pub(super) fn peek<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.value.borrow())
    }

    /// Changes the value in place.
    pub(super) fn change(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.borrow_mut());
        self.changed.notify();
    }

    /// Changes the value in place; bindings run again only where `change` says so.
    pub(super) fn change_if(&self, change: impl FnOnce(&mut T) -> bool) {
        let changed = change(&mut self.value.borrow_mut());
        if changed {
            self.changed.notify();
        }
    }

    /// Puts another value in its place.
    pub(super) fn set(&self, value: T) {
        self.change(|held| *held = value);
    }
}

impl<T: PartialEq> Live<T> {
    /// Puts a value in place of one that is not the same.
    pub(super) fn set_other(&self, value: T) {
        self.change_if(|held| {
            let other = *held != value;
            *held = value;
            other
        });
    }
}

impl<T: Clone> Live<T> {
    /// A copy of the value; the binding that asks runs again when it changes.
    pub(super) fn get(&self) -> T {
        self.look(T::clone)
    }
}

/// What is called when something happened, by who does not know of what is called.
pub(super) struct Hook(RefCell<Option<Rc<dyn Fn()>>>);

impl Hook {
    pub(super) fn new() -> Self {
        Self(RefCell::new(None))
    }

    /// Has this called from now on.
    pub(super) fn set(&self, act: impl Fn() + 'static) {
        self.0.replace(Some(Rc::new(act)));
    }

    pub(super) fn call(&self) {
        let act = self.0.borrow().clone();
        if let Some(act) = act {
            act();
        }
    }
}

/// Holds something for as long as the owner lives under which it was made.
///
/// Leptos holds all of it as one type: each other one would bring its own copy of the code that does.
pub(super) struct Handle<T: 'static>(
    StoredValue<Rc<dyn Any>, LocalStorage>,
    PhantomData<fn() -> T>,
);

impl<T: 'static> Handle<T> {
    pub(super) fn new(held: T) -> Self {
        Self(stored(Rc::new(held)), PhantomData)
    }

    /// What is held. Asked for only by what goes with the same owner.
    pub(super) fn held(self) -> Rc<T> {
        match value(self.0).downcast() {
            Ok(held) => held,
            // It holds what it was made with.
            Err(_) => std::process::abort(),
        }
    }

    /// What is held, if it still is.
    pub(super) fn still_held(self) -> Option<Rc<T>> {
        value_if_held(self.0)?.downcast().ok()
    }
}

fn stored(held: Rc<dyn Any>) -> StoredValue<Rc<dyn Any>, LocalStorage> {
    StoredValue::new_local(held)
}

fn value(stored: StoredValue<Rc<dyn Any>, LocalStorage>) -> Rc<dyn Any> {
    stored.get_value()
}

fn value_if_held(stored: StoredValue<Rc<dyn Any>, LocalStorage>) -> Option<Rc<dyn Any>> {
    stored.try_get_value()
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Handle<T> {}

/// Does something once the bindings have run that wait now. They run in microtasks, in the order in which
/// they were woken, and so does this: in the same task, before a frame is drawn, a timer runs out or a key is
/// heard.
pub(super) fn after_bindings(act: impl FnOnce() + 'static) {
    queue_microtask(act);
}
