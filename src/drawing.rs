//! What the screens and the static pages draw alike: outlines of drawings, and the colours of groups.

/// A list of units.
pub const LIST: &str = "M4 5h3v3H4zM10 6.5h10M4 11h3v3H4zM10 12.5h7M4 17h3v3H4zM10 18.5h10";
/// A bar with a goal.
pub const GAUGE: &str = "M3 9h6v6H3zM11 9h4v6h-4zM17 6v12M20 12h1";
/// Three lines.
pub const MENU: &str = "M4 7h16M4 12h16M4 17h16";
/// A printed page.
pub const PAGE: &str = "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 15h7M9 18h5";

/// The colours of the groups. A seventh begins again.
const COLOURS: [&str; 6] = [
    "qp-colour-1",
    "qp-colour-2",
    "qp-colour-3",
    "qp-colour-4",
    "qp-colour-5",
    "qp-colour-6",
];

/// The colour of a group by its place, as a class.
#[must_use]
pub fn colour(group: usize) -> &'static str {
    COLOURS
        .get(group % COLOURS.len())
        .copied()
        .unwrap_or_default()
}

/// From so many groups on they stand in short above a list with a search. Of two, the head of the one leads to the other.
pub const MANY_GROUPS: usize = 3;

/// The class of the place for what finds units: few have none, for nobody waits for it. Many groups stand in a line
/// below.
#[must_use]
pub const fn finder(is_there: bool, groups: usize) -> &'static str {
    match (is_there, groups >= MANY_GROUPS) {
        (false, _) => "",
        (true, false) => "qp-finder",
        (true, true) => "qp-finder qp-finder--groups",
    }
}
