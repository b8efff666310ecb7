use crate::qualification::Bounds;

/// What the bar of an amount shows: a piece for each group, with marks at the least and the most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarView {
    /// The pieces, from left to right.
    pub pieces: Vec<u32>,
    /// What is asked for.
    pub bounds: Option<Bounds>,
    /// The whole in words: “30 of at least 37 credits”.
    pub words: String,
}

impl BarView {
    /// The words split into the number and the rest: “30”, “of at least 37 credits”.
    #[must_use]
    pub fn number_and_rest(&self) -> (&str, &str) {
        let words = self.words.as_str();
        words.split_once(' ').unwrap_or((words, ""))
    }

    /// The sum of all pieces.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.pieces
            .iter()
            .fold(0, |sum, piece| sum.saturating_add(*piece))
    }

    /// The maximum of the progress bar: what is asked for, or what is there, whichever is more.
    #[must_use]
    pub fn whole(&self) -> u32 {
        self.sum().max(self.goal())
    }

    /// Where the mark of the lower bound is drawn.
    #[must_use]
    pub fn least(&self) -> Option<u32> {
        self.bounds.and_then(Bounds::least)
    }

    /// Where the mark of the upper bound is drawn, unless it equals the lower bound.
    #[must_use]
    pub fn most(&self) -> Option<u32> {
        let most = self.bounds.and_then(Bounds::most);
        most.filter(|most| Some(*most) != self.least())
    }

    /// The length of a piece, or the position of a mark, as a style: “37.50%”. The right end of the bar
    /// stands for slightly more than everything that is shown.
    #[must_use]
    pub fn share(&self, number: u32) -> String {
        let share = u64::from(number) * 10_000 / u64::from(self.end());
        format!("{}.{:02}%", share / 100, share % 100)
    }

    fn goal(&self) -> u32 {
        let goal = self
            .bounds
            .and_then(|bounds| bounds.least().or(bounds.most()));
        goal.unwrap_or(1).max(1)
    }

    fn end(&self) -> u32 {
        let most = self.bounds.and_then(Bounds::most).unwrap_or(0);
        let seen = self.whole().max(most);
        seen.saturating_add((seen / 8).max(1))
    }
}
