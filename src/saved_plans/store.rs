use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Bound;

/// What can go wrong with a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser does not let the page store anything, or no longer does.
    Blocked,
    /// There is no room left.
    Full,
    /// The text that was read back is not the one that was written.
    Altered,
    /// The text is longer than what can be read again, so nothing was written.
    TooLong,
}

/// Where plans are kept: texts under keys.
///
/// Each call may fail at any time: a browser can take storage away while the page is open. A failed
/// write leaves the earlier text of the key as it was.
pub trait Store {
    /// The text under `key`, if there is one.
    ///
    /// # Errors
    ///
    /// [`Failure::Blocked`] where nothing can be read.
    fn read(&self, key: &str) -> Result<Option<String>, Failure>;

    /// Puts `text` under `key`.
    ///
    /// # Errors
    ///
    /// [`Failure::Blocked`] where nothing can be written, [`Failure::Full`] where there is no
    /// room.
    fn write(&self, key: &str, text: &str) -> Result<(), Failure>;

    /// Removes `key` and what is under it.
    ///
    /// # Errors
    ///
    /// [`Failure::Blocked`] where nothing can be removed.
    fn remove(&self, key: &str) -> Result<(), Failure>;

    /// All keys that begin with `prefix`, in any order.
    ///
    /// # Errors
    ///
    /// [`Failure::Blocked`] where nothing can be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Failure>;
}

/// A store in memory with a limit of bytes; `None` for one that is blocked.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    /// How many bytes keys and texts take.
    taken: Cell<usize>,
    room: RefCell<Option<usize>>,
}

impl Memory {
    /// A store with room for `room` bytes of keys and texts.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self {
            room: RefCell::new(Some(room)),
            ..Self::default()
        }
    }

    /// Changes the room; `None` blocks the store.
    pub fn set_room(&self, room: Option<usize>) {
        *self.room.borrow_mut() = room;
    }

    fn room(&self) -> Result<usize, Failure> {
        self.room.borrow().ok_or(Failure::Blocked)
    }
}

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, Failure> {
        self.room()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Failure> {
        let room = self.room()?;
        let mut texts = self.texts.borrow_mut();
        let before = texts.get(key).map_or(0, |text| key.len() + text.len());
        let others = self.taken.get().saturating_sub(before);
        let taken = others.saturating_add(key.len() + text.len());
        if taken > room {
            return Err(Failure::Full);
        }
        self.taken.set(taken);
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        self.room()?;
        if let Some(text) = self.texts.borrow_mut().remove(key) {
            let taken = self.taken.get().saturating_sub(key.len() + text.len());
            self.taken.set(taken);
        }
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        self.room()?;
        let texts = self.texts.borrow();
        let from = texts.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        Ok(from
            .map(|(key, _)| key)
            .take_while(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }
}
