//! Prints, for the build, what the pages show before the program is there: see `tools/finish.mjs`.

use qualification_planner::catalogue::Catalogue;
use qualification_planner::pages::{pages, to_json};

fn main() {
    println!("{}", to_json(&pages(&Catalogue::shipped())));
}
