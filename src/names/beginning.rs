//! Recognises the beginning of a code (what stands before its last part) by its form.

/// The most letters that are taken for the beginning of a code of which nothing is known.
const LONGEST_PREFIX: usize = 4;

/// What the beginning of a code is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Make {
    Letters,
    Digits,
    /// Letters and digits.
    Both,
    /// With other marks, or nothing.
    Other,
}

impl Make {
    pub(super) fn of(text: &str) -> Self {
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let has_letter = text.chars().any(char::is_alphabetic);
        match (has_letter, has_digit) {
            _ if !text.chars().all(char::is_alphanumeric) => Self::Other,
            (true, false) => Self::Letters,
            (false, true) => Self::Digits,
            (true, true) => Self::Both,
            (false, false) => Self::Other,
        }
    }

    pub(super) fn has_letters(self) -> bool {
        matches!(self, Self::Letters | Self::Both)
    }
}

/// True for a word that may begin a code as the beginning of a known one does; where nothing is known,
/// for a few letters.
pub(super) fn is_like(word: &str, known: &str) -> bool {
    match (Make::of(known), Make::of(word)) {
        (Make::Digits, Make::Digits) => known.len() == word.len(),
        (Make::Both, Make::Both) => word.starts_with(char::is_alphabetic),
        (Make::Letters | Make::Both, Make::Letters) => is_few_letters(word),
        (Make::Other, Make::Letters) => known.is_empty() && is_few_letters(word),
        _ => false,
    }
}

fn is_few_letters(word: &str) -> bool {
    let is_of_a_sentence = matches!(
        word,
        "or" | "not" | "no" | "nr" | "plus" | "then" | "also" | "with"
    );
    word.len() <= LONGEST_PREFIX && !is_of_a_sentence
}
