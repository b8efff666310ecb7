//! Decides the encoding of a file, here and nowhere else, so that the page and the command line
//! never read one file in two ways. The caller gives the decoder, the browser's or a crate's;
//! encodings are named as in the Encoding Standard.

use std::char::{REPLACEMENT_CHARACTER, decode_utf16};

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, of which ASCII is a part.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// What Windows calls ANSI in Western Europe.
    Windows1252,
}

/// Why the letters of a text may not be those that were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing in the file says its encoding: this one is the likeliest.
    Guessed,
    /// This number of places is not valid in its encoding; they read `�`.
    Damaged(usize),
}

/// What kind of file it is, where it holds no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A packed file, such as `.xlsx`, `.ods` and `.docx`.
    Packed,
    /// A workbook or document of older office programs, such as `.xls`.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A text in UTF-32, which nothing reads.
    Utf32,
    /// Anything else.
    Other,
}

/// The text of a file, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its letters, without a byte-order mark.
    pub text: String,
    /// What they were read as.
    pub encoding: Encoding,
    /// The doubt that is left, if any.
    pub doubt: Option<Doubt>,
}

impl Encoding {
    /// Its name, as people know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// Its label in the Encoding Standard.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// The text in the bytes of a file. `decode` takes a label of the Encoding Standard and the bytes
/// behind the byte-order mark, and writes `�` for what is not valid in that encoding.
///
/// UTF-8 and UTF-16 are known by their byte-order mark. Without one, valid UTF-8 is read as UTF-8.
/// Else the file is UTF-16 where zero bytes show that, damaged UTF-8 where more of its letters are
/// whole than not, and Windows-1252 otherwise.
///
/// # Errors
///
/// What the file is instead, where it is no text.
pub fn text_of(
    bytes: &[u8],
    decode: impl FnOnce(&'static str, &[u8]) -> String,
) -> Result<Text, NotText> {
    let (encoding, doubt, rest) = looked_at(bytes)?;
    let text = if encoding == Encoding::Utf8 {
        String::from_utf8_lossy(rest).into_owned()
    } else {
        decode(encoding.label(), rest)
    };
    Ok(Text {
        // A tool that adds a mark may have added it to a text that had one.
        text: text.trim_start_matches('\u{feff}').to_owned(),
        encoding,
        doubt,
    })
}

/// The encoding of these bytes, the doubt about it, and the bytes behind the byte-order mark.
fn looked_at(bytes: &[u8]) -> Result<(Encoding, Option<Doubt>, &[u8]), NotText> {
    if let Some(what) = known_by_its_beginning(bytes) {
        return Err(what);
    }
    for (mark, order) in [
        ([0xff, 0xfe], Encoding::Utf16Le),
        ([0xfe, 0xff], Encoding::Utf16Be),
    ] {
        if let Some(rest) = bytes.strip_prefix(&mark) {
            let damage = look_as_utf16(rest, order).lost;
            return Ok((order, damaged(damage), rest));
        }
    }
    let rest = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    // No text in UTF-8 or Windows-1252 holds a zero, and every one in UTF-16 with an ASCII letter does.
    if rest.contains(&0) {
        for order in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let seen = look_as_utf16(rest, order);
            if !seen.strange && seen.ascii > seen.others {
                return Ok((order, damaged(seen.lost), rest));
            }
        }
        return Err(NotText::Other);
    }
    let (mut whole, mut broken) = (0, 0);
    for chunk in rest.utf8_chunks() {
        let letters = chunk.valid().chars();
        whole += letters.filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    Ok(if broken == 0 || whole > broken {
        (Encoding::Utf8, damaged(broken), rest)
    } else {
        (Encoding::Windows1252, Some(Doubt::Guessed), rest)
    })
}

fn damaged(places: usize) -> Option<Doubt> {
    (places > 0).then_some(Doubt::Damaged(places))
}

fn known_by_its_beginning(bytes: &[u8]) -> Option<NotText> {
    let beginnings: [(&[u8], NotText); 6] = [
        (b"PK\x03\x04", NotText::Packed),
        (b"\x1f\x8b\x08", NotText::Packed),
        (b"\xd0\xcf\x11\xe0", NotText::OldOffice),
        (b"%PDF-", NotText::Pdf),
        (b"\xff\xfe\0\0", NotText::Utf32),
        (b"\0\0\xfe\xff", NotText::Utf32),
    ];
    let mut fitting = beginnings.into_iter();
    let (_, what) = fitting.find(|(beginning, _)| bytes.starts_with(beginning))?;
    Some(what)
}

/// What bytes are as UTF-16.
#[derive(Default)]
struct Utf16 {
    ascii: usize,
    others: usize,
    /// Places that are no letter.
    lost: usize,
    /// True where there is what no text holds.
    strange: bool,
}

fn look_as_utf16(bytes: &[u8], order: Encoding) -> Utf16 {
    let mut seen = Utf16::default();
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match order {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    });
    for letter in decode_utf16(units) {
        match letter.unwrap_or(REPLACEMENT_CHARACTER) {
            REPLACEMENT_CHARACTER => seen.lost += 1,
            letter if letter.is_ascii() => {
                seen.ascii += 1;
                seen.strange |= letter.is_ascii_control() && !letter.is_ascii_whitespace();
            }
            _ => seen.others += 1,
        }
    }
    seen.lost += odd.len();
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Enough of a decoder: the letters of Latin-1, and of UTF-16 without pairs.
    fn decode(label: &'static str, bytes: &[u8]) -> String {
        let pairs = || {
            bytes
                .chunks(2)
                .map(|pair| [pair[0], *pair.get(1).unwrap_or(&0)])
        };
        match label {
            "utf-16le" => {
                String::from_utf16_lossy(&pairs().map(u16::from_le_bytes).collect::<Vec<_>>())
            }
            "utf-16be" => {
                String::from_utf16_lossy(&pairs().map(u16::from_be_bytes).collect::<Vec<_>>())
            }
            _ => bytes.iter().copied().map(char::from).collect(),
        }
    }

    fn read(bytes: &[u8]) -> Result<(String, Encoding, Option<Doubt>), NotText> {
        text_of(bytes, decode).map(|text| (text.text, text.encoding, text.doubt))
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_text_is_read_whatever_it_was_saved_as() {
        let text = "{\"title\": \"Siân’s café\"}\r\n";
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
            (
                format!("\u{feff}\u{feff}{text}").into_bytes(),
                Encoding::Utf8,
            ),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
            (
                utf16(&format!("\u{feff}{text}"), u16::to_le_bytes),
                Encoding::Utf16Le,
            ),
            (
                utf16(&format!("\u{feff}{text}"), u16::to_be_bytes),
                Encoding::Utf16Be,
            ),
        ] {
            assert_eq!(
                read(&bytes),
                Ok((text.to_owned(), encoding, None)),
                "{bytes:?}"
            );
        }
        for mark in ["", "\u{feff}"] {
            let bytes = [mark.as_bytes(), b"Si\xe2n, caf\xe9"].concat();
            let guess = (
                "Siân, café".to_owned(),
                Encoding::Windows1252,
                Some(Doubt::Guessed),
            );
            assert_eq!(read(&bytes), Ok(guess));
        }
    }

    #[test]
    fn utf16_in_which_most_is_not_ascii_needs_its_mark() {
        let text = "Ελλάδα";
        let marked = utf16(&format!("\u{feff}{text}"), u16::to_be_bytes);
        assert_eq!(
            read(&marked),
            Ok((text.to_owned(), Encoding::Utf16Be, None))
        );
        assert_eq!(read(&utf16("Ā\0", u16::to_le_bytes)), Err(NotText::Other));
        // Low bytes of zero are no sign of the other order.
        let text = "learner Ā";
        let bytes = utf16(text, u16::to_le_bytes);
        assert_eq!(read(&bytes), Ok((text.to_owned(), Encoding::Utf16Le, None)));
    }

    #[test]
    fn what_is_damaged_is_read_as_far_as_it_goes_and_counted() {
        let cut = &"Siân and Zoë and Gaëlle".as_bytes()[..21];
        let (text, encoding, doubt) = read(&[cut, b"\xc3"].concat()).unwrap();
        assert!(
            text.starts_with("Siân and Zoë") && text.ends_with('\u{fffd}'),
            "{text}"
        );
        assert_eq!((encoding, doubt), (Encoding::Utf8, Some(Doubt::Damaged(1))));
        let cut = utf16("\u{feff}Siân", u16::to_le_bytes);
        let (_, encoding, doubt) = read(&cut[..cut.len() - 1]).unwrap();
        assert_eq!(
            (encoding, doubt),
            (Encoding::Utf16Le, Some(Doubt::Damaged(1)))
        );
        // A single accent at the end of an old file is no damage.
        let (text, encoding, _) = read(b"Jos\xe9").unwrap();
        assert_eq!((text.as_str(), encoding), ("José", Encoding::Windows1252));
    }

    #[test]
    fn what_is_no_text_is_called_what_it_is() {
        for (bytes, what) in [
            (&b"PK\x03\x04rest"[..], NotText::Packed),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", NotText::OldOffice),
            (b"%PDF-1.7\n%\xe2\xe3", NotText::Pdf),
            (b"\xff\xfe\0\0{\0\0\0", NotText::Utf32),
            (b"\0\0\xfe\xff\0\0\0{", NotText::Utf32),
            (b"\0\0\0\0", NotText::Other),
            (b"text\0and more", NotText::Other),
        ] {
            assert_eq!(read(bytes), Err(what), "{bytes:?}");
        }
        assert_eq!(read(b""), Ok((String::new(), Encoding::Utf8, None)));
    }
}
