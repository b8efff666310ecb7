//! The program that the element loads. `embed.js` defines the element and calls
//! [`qualification_planner::embed::mount`] for each one on the page; all there is to do at the
//! start is to see to it that a panic of a development build says where it was. A release build
//! stops without words, and the element says so.

// The exports of the library belong to this program.
use qualification_planner as _;

fn main() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}
