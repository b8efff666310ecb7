//! A text as words, in the one form in which words are compared: small letters without accents and
//! apostrophes, and “and” for “&”.

/// A word, or a part of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// It, folded.
    pub(super) text: String,
    /// What stands between it and the word before.
    pub(super) gap: Gap,
    /// Where it begins and ends in the text, in bytes.
    pub(super) place: (usize, usize),
}

/// What stands between two words, from the closest join to the widest gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A dash or low line, and no space.
    Dash,
    /// A stroke or full stop, and no space.
    Stroke,
    /// Spaces.
    Space,
    /// A dash between spaces.
    WideDash,
    /// Any other mark, or several.
    Mark,
    /// The end of a line; also what stands before the first word.
    Line,
}

impl Word {
    pub(super) fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    pub(super) fn has_digit(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }

    pub(super) fn is_and(&self) -> bool {
        self.text == "and"
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut gap, mut is_open) = (Some(Gap::Line), false);
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        match kind(letter) {
            Kind::Letter if is_open => {
                if let Some(word) = words.last_mut() {
                    push(&mut word.text, letter);
                    word.place.1 = end;
                }
            }
            kind @ (Kind::Letter | Kind::And) => {
                let mut text = String::new();
                push(&mut text, letter);
                is_open = matches!(kind, Kind::Letter);
                let gap = gap.take().unwrap_or(Gap::Space);
                let place = (start, end);
                words.push(Word { text, gap, place });
            }
            Kind::Unseen => {}
            Kind::Between(other) => {
                gap = Some(gap.map_or(other, |gap| both(gap, other)));
                is_open = false;
            }
        }
    }
    words
}

/// One gap and then another.
fn both(one: Gap, other: Gap) -> Gap {
    match (one.min(other), one.max(other)) {
        (Gap::Space, Gap::Space) => Gap::Space,
        (Gap::Dash, Gap::Dash) => Gap::Dash,
        (Gap::Dash, Gap::Space | Gap::WideDash) | (Gap::Space, Gap::WideDash) => Gap::WideDash,
        (_, Gap::Line) => Gap::Line,
        _ => Gap::Mark,
    }
}

enum Kind {
    Letter,
    /// “&”, which is a word.
    And,
    /// An invisible character, an accent that stands by itself, or an apostrophe.
    Unseen,
    Between(Gap),
}

fn kind(letter: char) -> Kind {
    match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Kind::Letter,
        '&' | '\u{ff06}' => Kind::And,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Kind::Between(Gap::Line)
        }
        '\t' => Kind::Between(Gap::Mark),
        '-'
        | '_'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}' => Kind::Between(Gap::Dash),
        '/' | '.' | '\\' | '\u{2044}' | '\u{2215}' => Kind::Between(Gap::Stroke),
        '\''
        | '`'
        | '\u{b4}'
        | '\u{2bc}'
        | '\u{2018}'
        | '\u{2019}'
        | '\u{2032}'
        | '\u{ff07}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{300}'..='\u{36f}' => Kind::Unseen,
        letter if letter.is_whitespace() => Kind::Between(Gap::Space),
        // Signs of typesetting and of other scripts.
        '\0'..='\u{bf}'
        | '\u{d7}'
        | '\u{f7}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{fffd}' => Kind::Between(Gap::Mark),
        _ => Kind::Letter,
    }
}

/// The letters of Latin-1 and of Latin Extended-A (U+00C0 to U+017F) without their accents.
const LATIN: &[u8] = b"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssss\
ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

fn push(text: &mut String, letter: char) {
    let number = u32::from(letter);
    let latin = number
        .checked_sub(0xc0)
        .and_then(|place| usize::try_from(place).ok());
    match (letter, latin.and_then(|place| LATIN.get(place))) {
        ('&' | '\u{ff06}', _) => text.push_str("and"),
        ('Æ' | 'æ', _) => text.push_str("ae"),
        ('Œ' | 'œ', _) => text.push_str("oe"),
        ('ß', _) => text.push_str("ss"),
        (_, Some(plain)) => text.push(char::from(*plain)),
        ('\u{218}' | '\u{219}', _) => text.push('s'),
        ('\u{21a}' | '\u{21b}', _) => text.push('t'),
        ('\u{1e80}'..='\u{1e85}', _) => text.push('w'),
        ('\u{1ef2}' | '\u{1ef3}', _) => text.push('y'),
        // Letters as wide as those of Chinese.
        ('\u{ff10}'..='\u{ff5a}', _) => {
            push(text, char::from_u32(number - 0xfee0).unwrap_or(letter));
        }
        _ => text.extend(letter.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn accents_apostrophes_and_what_is_not_seen_make_no_difference() {
        for text in [
            "Siân’s Café",
            "SIÂN'S CAFÉ",
            "sians cafe",
            "Sia\u{302}n\u{2bc}s  Cafe\u{301}",
            "Ｓｉａｎｓ\u{a0}Ｃａｆｅ",
            "Si\u{ad}ans, Ca\u{200b}fe!",
        ] {
            assert_eq!(folded(text), ["sians", "cafe"], "{text}");
        }
        assert_eq!(
            folded("Tŷ Gŵyl Ẁ Œuvre Straße Łódź Český"),
            ["ty", "gwyl", "w", "oeuvre", "strasse", "lodz", "cesky"]
        );
        assert_eq!(folded("ΔΡΆΣΗ план 計画"), ["δράση", "план", "計画"]);
        assert_eq!(folded("R&D & “more”"), ["r", "and", "d", "and", "more"]);
    }

    #[test]
    fn every_letter_of_the_table_has_its_place() {
        assert_eq!(LATIN.len(), 0x180 - 0xc0);
        for (text, plain) in [
            ("ÀÉÎÕÜÝÞ", "aeiouyt"),
            ("àéîõüýþÿ", "aeiouyty"),
            ("ĀćĎĘğĥĩ", "acdeghi"),
            ("ĴķłŃŌŔŞ", "jklnors"),
            ("ťŭŵŷžſ", "tuwyzs"),
        ] {
            assert_eq!(folded(text), [plain]);
        }
    }

    #[test]
    fn what_stands_between_words_holds_them_together_or_parts_them() {
        for (between, gap) in [
            ("-", Gap::Dash),
            ("–", Gap::Dash),
            ("\u{2011}", Gap::Dash),
            ("−", Gap::Dash),
            ("_", Gap::Dash),
            ("/", Gap::Stroke),
            (".", Gap::Stroke),
            (" ", Gap::Space),
            ("\u{a0} ", Gap::Space),
            (" – ", Gap::WideDash),
            ("- ", Gap::WideDash),
            (", ", Gap::Mark),
            (". ", Gap::Mark),
            (" / ", Gap::Mark),
            ("\t", Gap::Mark),
            (" (", Gap::Mark),
            ("\r\n- ", Gap::Line),
        ] {
            let words = words(&format!("a{between}b"));
            assert_eq!(words[1].gap, gap, "{between:?}");
        }
    }
}
