//! Words beside a unit that add nothing, such as those of its title.

use super::fold::Word;

/// True for a word of a title.
pub(super) fn is_of(title: &[Word], word: &Word) -> bool {
    let is_same = |known: &Word| known.text == word.text;
    !word.has_digit() && (word.is_and() || title.iter().any(is_same))
}

/// True for a word of a title that is cut short.
pub(super) fn is_cut_short(title: &[Word], word: &Word) -> bool {
    let begins = |known: &Word| known.text.starts_with(&word.text);
    !word.has_digit() && word.text.len() > 2 && title.iter().any(begins)
}

/// True for what only says which column or list something stands in, or stands between two.
pub(super) fn is_of_a_table(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "unit"
            | "units"
            | "code"
            | "codes"
            | "title"
            | "titles"
            | "level"
            | "levels"
            | "credit"
            | "credits"
            | "hour"
            | "hours"
            | "glh"
            | "tqt"
            | "group"
            | "mandatory"
            | "optional"
            | "total"
    )
}
