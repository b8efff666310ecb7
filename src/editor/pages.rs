/// The part of a long list that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// How many rows are shown.
    pub showing: usize,
    /// The row that takes the focus when more are shown: the first of those; `None` on the first page.
    pub focus: Option<usize>,
    /// How many rows more are shown next; 0 where all are.
    pub next: usize,
    /// How many rows are not shown.
    pub rest: usize,
}

/// The part of a list of `number` rows of which at most `most` are shown, and `at_a_time` more on demand.
#[must_use]
pub fn page(number: usize, most: usize, at_a_time: usize) -> Page {
    let showing = most.min(number);
    let first = showing.saturating_sub(1) / at_a_time.max(1) * at_a_time;
    let rest = number - showing;
    Page {
        showing,
        focus: (first > 0).then_some(first),
        next: at_a_time.min(rest),
        rest,
    }
}
