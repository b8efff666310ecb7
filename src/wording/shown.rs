/// The most characters of a name or a value that a sentence repeats.
const MOST_SHOWN: usize = 80;

/// A text from outside as a sentence can hold it: not too long, and without characters that change
/// how the others are shown.
pub(super) fn shown(text: &str) -> String {
    let mut short = String::new();
    for (number, letter) in text.chars().enumerate() {
        if number == MOST_SHOWN {
            short.push('…');
            break;
        }
        let hidden = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if letter.is_control() || hidden {
            short.extend(letter.escape_unicode());
        } else {
            short.push(letter);
        }
    }
    short
}
