//! The codes of units in a sentence, which a page translator has to leave alone.

/// The sentence in pieces: words, and the code that they end with; none behind the last words.
///
/// A code is told by its look, for sentences name units of other qualifications too, and of documents. Three digits are
/// the short code of many; where they are a figure no harm is done.
#[must_use]
pub fn codes_apart(sentence: &str) -> Vec<[String; 2]> {
    let ends = |letter: char| !(letter.is_ascii_alphanumeric() || "-/".contains(letter));
    let mut pieces = Vec::new();
    let mut words = String::new();
    for piece in sentence.split_inclusive(ends) {
        let word = piece.trim_end_matches(ends);
        if is_code(word) {
            pieces.push([std::mem::take(&mut words), word.to_owned()]);
            words.extend(piece.strip_prefix(word));
        } else {
            words.push_str(piece);
        }
    }
    pieces.push([words, String::new()]);
    pieces
}

/// A number of three digits, or one with a capital, a hyphen or a stroke in it.
fn is_code(word: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.bytes().any(|letter| is(&letter));
    let is_number = word.len() == 3 && !has(|letter| !letter.is_ascii_digit());
    let is_marked = !has(u8::is_ascii_lowercase) && has(|letter| !letter.is_ascii_digit());
    is_number || has(u8::is_ascii_digit) && is_marked
}

#[cfg(test)]
mod tests {
    use super::codes_apart;

    /// The sentence, with its codes in brackets.
    fn marked(sentence: &str) -> String {
        let pieces = codes_apart(sentence).into_iter();
        let marked = pieces.map(|[words, code]| match code.as_str() {
            "" => words,
            code => format!("{words}[{code}]"),
        });
        marked.collect()
    }

    #[test]
    fn codes_stand_apart_from_the_words_about_them() {
        let cases = [
            ("", ""),
            (
                "Replaced by 550 on 1 July 2020",
                "Replaced by [550] on 1 July 2020",
            ),
            ("8607-501, 8607-503.", "[8607-501], [8607-503]."),
            (
                "“999” (did you mean M/600/9682?)",
                "“[999]” (did you mean [M/600/9682]?)",
            ),
            ("501-530, 533 and A1", "[501-530], [533] and [A1]"),
            ("Group 1: 7 of 13 credits", "Group 1: 7 of 13 credits"),
            ("A 24-hour course – Level 5", "A 24-hour course – Level 5"),
            ("Siân’s plan and/or another", "Siân’s plan and/or another"),
        ];
        for (sentence, expected) in cases {
            assert_eq!(marked(sentence), expected);
        }
    }
}
