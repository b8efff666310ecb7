//! An amount as a bar: one piece a group, with marks at the least and the most.

use crate::app::dom::{El, styled};
use crate::qualification::Bounds;

/// What a bar shows.
pub(crate) struct Bar {
    /// The pieces, one after the other.
    pub(crate) pieces: Vec<u32>,
    /// What is asked for.
    pub(crate) bounds: Option<Bounds>,
    /// The whole in words: “30 of at least 37 credits”.
    pub(crate) words: String,
}

impl Bar {
    fn sum(&self) -> u32 {
        self.pieces
            .iter()
            .fold(0, |sum, piece| sum.saturating_add(*piece))
    }

    fn goal(&self) -> u32 {
        let goal = self
            .bounds
            .and_then(|bounds| bounds.least().or(bounds.most()));
        goal.unwrap_or(1).max(1)
    }

    fn least(&self) -> Option<u32> {
        self.bounds.and_then(Bounds::least)
    }

    /// The most, where it is not the least too.
    fn most(&self) -> Option<u32> {
        let most = self.bounds.and_then(Bounds::most);
        most.filter(|most| Some(*most) != self.least())
    }

    /// The number at the right end: a little more than all that has to be seen.
    fn end(&self) -> u32 {
        let most = self.bounds.and_then(Bounds::most).unwrap_or(0);
        let seen = self.sum().max(self.goal()).max(most);
        seen.saturating_add((seen / 8).max(1))
    }

    fn share(&self, number: u32) -> String {
        let share = u64::from(number) * 10_000 / u64::from(self.end());
        format!("{}.{:02}%", share / 100, share % 100)
    }
}

/// The bar, as a progress bar named `label`. How many pieces it has is settled when it is
/// made; how long they are and where its marks stand follows what `look` looks at.
pub(crate) fn bar(label: &str, look: impl Fn() -> Bar + Copy + 'static) -> El {
    let first = look();
    let mut track = styled("span", "qp-bar-track");
    for index in 0..first.pieces.len() {
        let class = if index % 2 == 0 {
            "qp-bar-piece"
        } else {
            "qp-bar-piece qp-bar-piece--other"
        };
        let width = move || {
            let bar = look();
            bar.share(bar.pieces.get(index).copied().unwrap_or(0))
        };
        track = track.with(styled("span", class).live_style("inline-size", width));
    }
    // What is asked for may be another for another pathway.
    let mark = |of: fn(&Bar) -> Option<u32>| {
        styled("span", "qp-bar-mark")
            .live_class("qp-hidden", move || of(&look()).is_none())
            .live_style("inset-inline-start", move || {
                let bar = look();
                bar.share(of(&bar).unwrap_or(0))
            })
            .live_text(move || {
                of(&look())
                    .map(|number| number.to_string())
                    .unwrap_or_default()
            })
    };
    let number = |of: fn(&Bar) -> u32| move || Some(of(&look()).to_string());
    styled("div", "qp-bar")
        .attr("role", "progressbar")
        .attr("aria-label", label)
        .attr("aria-valuemin", "0")
        .live_attr("aria-valuemax", number(|bar| bar.sum().max(bar.goal())))
        .live_attr("aria-valuenow", number(Bar::sum))
        .live_attr("aria-valuetext", move || Some(look().words))
        .with(track)
        .with(mark(Bar::least))
        .with(mark(Bar::most))
}
