use std::cell::RefCell;
use std::collections::BTreeMap;

/// What can go wrong with the place where drafts are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser does not let the page keep anything, or no longer does.
    Blocked,
    /// There is no room left.
    Full,
    /// What was read back is not what was written.
    Altered,
}

/// Where drafts are kept: texts under keys.
///
/// Each call may fail, at any time: a browser can take storage away in mid-session. A failed
/// write leaves the earlier text of that key as it was.
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

/// A store in memory, with room for so many bytes; `None` for one that is blocked.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    room: RefCell<Option<usize>>,
}

impl Memory {
    /// A store with room for `room` bytes of keys and texts.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self {
            texts: RefCell::default(),
            room: RefCell::new(Some(room)),
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
        let others: usize = texts
            .iter()
            .filter(|(name, _)| *name != key)
            .map(|(name, text)| name.len() + text.len())
            .sum();
        if others + key.len() + text.len() > room {
            return Err(Failure::Full);
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        self.room()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        self.room()?;
        let texts = self.texts.borrow();
        Ok(texts
            .keys()
            .filter(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }
}
