//! What is said of a part of the program that is not here yet.

/// Says that it could not be fetched: the network is gone, or the site has a newer program.
#[must_use]
pub const fn part_missing() -> &'static str {
    "This part of the planner could not be loaded. What was saved is still saved; what you changed just \
     now may not be. Try again when you are connected; if that does not help, reload the page."
}
