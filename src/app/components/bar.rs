//! An amount as a bar: one piece a group, with marks at the least and the most.

use crate::app::dom::{El, styled};
use crate::editor::BarView;

/// The bar, as a progress bar named `label`. How many pieces it has is fixed when it is
/// made; how long they are and where its marks stand follows what `look` looks at.
pub(crate) fn bar(label: &str, look: impl Fn() -> BarView + Copy + 'static) -> El {
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
    let mark = |of: fn(&BarView) -> Option<u32>| {
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
    let number = |of: fn(&BarView) -> u32| move || Some(of(&look()).to_string());
    styled("div", "qp-bar")
        .attr("role", "progressbar")
        .attr("aria-label", label)
        .attr("aria-valuemin", "0")
        .live_attr("aria-valuemax", number(BarView::whole))
        .live_attr("aria-valuenow", number(BarView::sum))
        .live_attr("aria-valuetext", move || Some(look().words))
        .with(track)
        .with(mark(BarView::least))
        .with(mark(BarView::most))
}
