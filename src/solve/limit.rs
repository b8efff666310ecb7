//! How much a search may look at, and whether it looked at everything.

/// An answer, and whether everything was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The answer.
    pub answer: T,
    /// False where the search stopped at its limit.
    pub fully_searched: bool,
}

impl<T> Found<T> {
    /// An answer that rests on a whole search.
    pub const fn whole(answer: T) -> Self {
        Self {
            answer,
            fully_searched: true,
        }
    }

    /// The same with another answer.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Found<U> {
        Found {
            answer: change(self.answer),
            fully_searched: self.fully_searched,
        }
    }
}

/// How much a search may look at. One node is one state reached by one step, or as many looks at a
/// term of a row as take as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    left: u64,
}

/// How many looks at a term of a row take as long as one node.
const STEPS: u64 = 16;

impl Limit {
    /// So many nodes.
    #[must_use]
    pub const fn nodes(number: u64) -> Self {
        Self { left: number }
    }

    /// True where nothing more can be looked at: it is not worth while to ask.
    #[must_use]
    pub const fn is_used_up(self) -> bool {
        self.left == 0
    }

    /// How many nodes this has more than another.
    #[must_use]
    pub const fn less(self, other: Self) -> u64 {
        self.left.saturating_sub(other.left)
    }

    /// Gives a search so many parts of what is left, and takes back what it does not use.
    pub(super) fn part<T>(&mut self, of: u64, search: impl FnOnce(&mut Self) -> T) -> T {
        let mut part = Self::nodes(self.left.div_ceil(of));
        self.left -= part.left;
        let found = search(&mut part);
        self.left += part.left;
        found
    }

    /// Takes the nodes that so many steps come to, and leaves the rest of them; false where there are
    /// not enough.
    pub(super) fn take_steps(&mut self, steps: &mut u64) -> bool {
        let nodes = *steps / STEPS;
        *steps %= STEPS;
        let some = self.left > nodes;
        self.left = self.left.saturating_sub(nodes);
        some
    }

    /// Takes one node; false where there is none left.
    pub(super) fn take(&mut self) -> bool {
        let some = self.left > 0;
        self.left = self.left.saturating_sub(1);
        some
    }
}
