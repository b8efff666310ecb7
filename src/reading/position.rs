//! A position in a text, and what is shown of the text there.

/// The most characters of a value that a place repeats.
const MOST_FOUND: usize = 40;

/// Where in a text something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its line, from 1.
    pub line: usize,
    /// Its first character in that line, from 1.
    pub column: usize,
    /// The name of each item of a list on the way to it: its `code` or `id`, or itself, where it
    /// is a text. Empty where an item has none.
    pub names: Vec<String>,
    /// The text there, as it is written: of a long value the beginning, of a list or an object the
    /// bracket. Empty where the named value is missing.
    pub found: String,
}

/// Line and column of each of these places in a text.
pub(super) fn positions(text: &str, places: &[usize]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|number| places.get(*number));
    let mut found = vec![(1, 1); places.len()];
    let (mut line, mut column, mut before) = (1, 1, 0);
    for number in order {
        let at = places.get(number).copied().unwrap_or_default();
        for (offset, letter) in text.get(before..at).unwrap_or_default().char_indices() {
            // Old files end their lines with a carriage return alone.
            let next = text.as_bytes().get(before + offset + 1);
            (line, column) = if letter == '\n' || letter == '\r' && next != Some(&b'\n') {
                (line + 1, 1)
            } else {
                (line, column + 1)
            };
        }
        before = at.max(before);
        if let Some(found) = found.get_mut(number) {
            *found = (line, column);
        }
    }
    found
}

/// The beginning of a value; of a list or an object its bracket.
pub(super) fn shortened(written: &str) -> String {
    if written.starts_with(['[', '{']) && written.len() > 2 {
        return written.chars().take(1).collect();
    }
    let mut short: String = written.chars().take(MOST_FOUND).collect();
    if short.len() < written.len() {
        short.push('…');
    }
    short
}
