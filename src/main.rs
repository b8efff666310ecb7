//! The program that the element loads. There is nothing to do at the start: `embed.js` defines the
//! element and calls [`qualification_planner::embed::mount`] for each one on the page.

// The exports of the library belong to this program.
use qualification_planner as _;

fn main() {}
