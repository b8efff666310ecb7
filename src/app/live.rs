//! Values that bindings follow.
//!
//! A [`Live`] value is a cell with one of Leptos's triggers. Leptos's own signals would do the same,
//! but each type held in one brings its own copy of their code: the ten types of this planner
//! weighed 9 KB of brotli more that way. Screens hold values through [`Handle`]s, which are `Copy`
//! and go with the screen.

use std::cell::RefCell;
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

/// Holds something for as long as the owner lives under which it was made.
pub(super) struct Handle<T: 'static>(StoredValue<Rc<T>, LocalStorage>);

impl<T: 'static> Handle<T> {
    pub(super) fn new(held: T) -> Self {
        Self(StoredValue::new_local(Rc::new(held)))
    }

    /// What is held. Asked for only by what goes with the same owner.
    pub(super) fn held(self) -> Rc<T> {
        self.0.get_value()
    }

    /// What is held, if it still is.
    pub(super) fn still_held(self) -> Option<Rc<T>> {
        self.0.try_get_value()
    }
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
