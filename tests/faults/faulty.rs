use std::cell::Cell;

use qualification_planner::saved_plans::{Failure, Memory, Store};

/// A way in which a browser can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The getter throws: site data are blocked, or were taken away.
    Blocked,
    /// There is no room. Reading goes on.
    Full,
    /// A write is taken and nothing is kept of it.
    Swallowed,
    /// A write is taken and half of it is kept.
    Torn,
    /// A write is taken and something else is kept.
    Garbled,
}

impl Way {
    pub(crate) const ALL: [Self; 5] = [
        Self::Blocked,
        Self::Full,
        Self::Swallowed,
        Self::Torn,
        Self::Garbled,
    ];
}

/// A store whose calls are counted, and of which one fails, or all from one on.
pub(crate) struct Faulty {
    inner: Memory,
    calls: Cell<usize>,
    fault: Cell<Option<(usize, Way, bool)>>,
}

impl Faulty {
    pub(crate) fn new() -> Self {
        Self {
            inner: Memory::with_room(5_000_000),
            calls: Cell::new(0),
            fault: Cell::new(None),
        }
    }

    /// The store without its faults: what is really there.
    pub(crate) const fn inner(&self) -> &Memory {
        &self.inner
    }

    pub(crate) fn calls(&self) -> usize {
        self.calls.get()
    }

    /// Lets a call fail, counted from 0; `forever` those after it too.
    pub(crate) fn fail(&self, at: usize, way: Way, forever: bool) {
        self.fault.set(Some((at, way, forever)));
    }

    /// How this call fails, if it does.
    fn call(&self) -> Option<Way> {
        let now = self.calls.replace(self.calls.get() + 1);
        let (at, way, forever) = self.fault.get()?;
        (now == at || forever && now > at).then_some(way)
    }
}

impl Store for Faulty {
    fn read(&self, key: &str) -> Result<Option<String>, Failure> {
        match self.call() {
            Some(Way::Blocked) => Err(Failure::Blocked),
            _ => self.inner.read(key),
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Failure> {
        match self.call() {
            Some(Way::Blocked) => Err(Failure::Blocked),
            Some(Way::Full) => Err(Failure::Full),
            Some(Way::Swallowed) => Ok(()),
            Some(Way::Torn) => {
                let half = text.chars().count() / 2;
                let text: String = text.chars().take(half).collect();
                self.inner.write(key, &text)
            }
            Some(Way::Garbled) => self.inner.write(key, &text.replacen('6', "7", 1)),
            None => self.inner.write(key, text),
        }
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        match self.call() {
            Some(Way::Blocked) => Err(Failure::Blocked),
            Some(Way::Swallowed) => Ok(()),
            _ => self.inner.remove(key),
        }
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        match self.call() {
            Some(Way::Blocked) => Err(Failure::Blocked),
            _ => self.inner.keys(prefix),
        }
    }
}
