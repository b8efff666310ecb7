//! Parts of the program that are fetched when they are wanted.
//!
//! A function with `#[wasm_split(part, …, fallible)]` is the way into a part: it and what only such
//! functions of that part use is taken out of the program by tools/bindgen. To call it is to fetch the
//! part first. One that cannot be fetched is an answer, and the next call asks for it anew.

use std::pin::Pin;

pub(super) use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// What comes with a part, or that it could not be fetched.
pub(super) type Fetched<T> = Result<T, SplitLoaderError>;

/// What is fetched, some time.
pub(super) type Loading<T> = Pin<Box<dyn Future<Output = Fetched<T>>>>;

/// What a function of a part gives, in one type for all.
pub(super) fn loading<T>(what: impl Future<Output = Fetched<T>> + 'static) -> Loading<T> {
    Box::pin(what)
}
