//! The browser's storage as a [`Store`]. The only file that touches it but for `second_copy.js`, which hears of
//! every change and follows it.
//!
//! `localStorage` can be refused from the start or taken away in mid-session. gloo-storage panics
//! then, so the fallible getter of web-sys is asked before every call; behind it gloo-storage
//! gives the very same object.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;
use wasm_bindgen::JsCast;

use super::browser;
use crate::saved_plans::{Failure, Store};

/// The storage of this browser for this site.
#[derive(Clone, Copy, Debug)]
pub(super) struct Browser;

impl Browser {
    fn open() -> Result<web_sys::Storage, Failure> {
        match window().local_storage() {
            Ok(Some(_)) => Ok(LocalStorage::raw()),
            _ => Err(Failure::Blocked),
        }
    }
}

impl Store for Browser {
    fn read(&self, key: &str) -> Result<Option<String>, Failure> {
        Self::open()?.get_item(key).map_err(|_| Failure::Blocked)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Failure> {
        let written = Self::open()?.set_item(key, text);
        // One that is said to have failed may have gone through.
        browser::announce_change(browser::WRITTEN, key);
        written.map_err(|error| {
            let name = error
                .dyn_into::<web_sys::DomException>()
                .map(|error| error.name())
                .unwrap_or_default();
            // Firefox has a name of its own for it.
            if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
                Failure::Full
            } else {
                Failure::Blocked
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        Self::open()?
            .remove_item(key)
            .map_err(|_| Failure::Blocked)?;
        browser::announce_change(browser::REMOVED, key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        let storage = Self::open()?;
        let length = storage.length().map_err(|_| Failure::Blocked)?;
        let mut keys = Vec::new();
        for index in 0..length {
            if let Some(key) = storage.key(index).map_err(|_| Failure::Blocked)?
                && key.starts_with(prefix)
            {
                keys.push(key);
            }
        }
        Ok(keys)
    }
}
