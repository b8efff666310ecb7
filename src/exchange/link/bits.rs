//! Bits one after the other, and bytes as letters that any address takes. Knows nothing of plans.

/// Something that is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DecodeError;

pub(super) type Read<T> = Result<T, DecodeError>;

/// Bits as they are written: the first one is the highest of its byte.
#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    /// How many bits of the last byte are not written yet.
    free: u32,
}

impl Writer {
    /// The lowest bits of a number, at most 64 of them.
    pub(super) fn bits(&mut self, number: u64, count: u32) {
        for place in (0..count).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if (number >> place) & 1 == 1
                && let Some(last) = self.bytes.last_mut()
            {
                *last |= 1 << self.free;
            }
        }
    }

    pub(super) fn flag(&mut self, flag: bool) {
        self.bits(flag.into(), 1);
    }

    /// A number, in fewer bits the smaller it is: below 2^`small` in `small` + 1, and in two more
    /// for each doubling beyond (an exponential Golomb code). Each has one spelling.
    pub(super) fn number(&mut self, number: u32, small: u32) {
        let number = u64::from(number) + (1 << small);
        let length = number.ilog2();
        self.bits(0, length.saturating_sub(small));
        self.bits(number, length + 1);
    }

    /// The bytes; what is left of the last one is 0.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Bits as they are read.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    /// How many bits have been read.
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// So many bits, at most 64 of them.
    pub(super) fn bits(&mut self, count: u32) -> Read<u64> {
        let mut number = 0;
        for _ in 0..count {
            let byte = self.bytes.get(self.at / 8).ok_or(DecodeError)?;
            number = (number << 1) | u64::from((byte >> (7 - self.at % 8)) & 1);
            self.at += 1;
        }
        Ok(number)
    }

    pub(super) fn flag(&mut self) -> Read<bool> {
        Ok(self.bits(1)? == 1)
    }

    /// The opposite of [`Writer::number`].
    pub(super) fn number(&mut self, small: u32) -> Read<u32> {
        let mut length = small;
        while !self.flag()? {
            length += 1;
            if length > 32 {
                return Err(DecodeError);
            }
        }
        let number = ((1 << length) | self.bits(length)?) - (1 << small);
        u32::try_from(number).map_err(|_| DecodeError)
    }

    /// Nothing is left but the zeros that fill the last byte.
    pub(super) fn finish(mut self) -> Read<()> {
        let left = (self.bytes.len() * 8).saturating_sub(self.at);
        let zeros = left < 8 && (0..left).all(|_| self.flag() == Ok(false));
        if zeros { Ok(()) } else { Err(DecodeError) }
    }
}

/// The letters of base64url (RFC 4648, section 5): none has a meaning in an address.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Adds bytes to a text as letters, without padding.
pub(super) fn put_letters(text: &mut String, bytes: &[u8]) {
    for three in bytes.chunks(3) {
        let mut group = [0; 4];
        for (place, byte) in group.iter_mut().skip(1).zip(three) {
            *place = *byte;
        }
        let number = u32::from_be_bytes(group);
        for place in [18, 12, 6, 0].iter().take(three.len() + 1) {
            let letter = LETTERS.get((number >> place) as usize & 63);
            text.extend(letter.map(|letter| char::from(*letter)));
        }
    }
}

/// The bytes that letters stand for, in the one spelling that they have.
pub(super) fn from_letters(text: &str) -> Read<Vec<u8>> {
    let mut bits = Writer::default();
    for letter in text.bytes() {
        bits.bits(value(letter).ok_or(DecodeError)?, 6);
    }
    // Bits that make no byte fill the last letter.
    let mut bytes = bits.bytes;
    match text.len() * 6 % 8 {
        0 => Ok(bytes),
        2 | 4 if bytes.pop() == Some(0) => Ok(bytes),
        _ => Err(DecodeError),
    }
}

/// True for a text of letters alone.
pub(super) fn are_letters(text: &str) -> bool {
    text.bytes().all(|letter| value(letter).is_some())
}

/// True for one of the letters.
pub(super) fn is_letter(letter: char) -> bool {
    u8::try_from(letter).is_ok_and(|letter| value(letter).is_some())
}

fn value(letter: u8) -> Option<u64> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

/// CRC-32, as in ZIP and PNG: it finds every change within 32 bits that stand together, so of any
/// five letters, and of others all but one in four thousand million.
pub(super) fn checksum(bytes: impl Iterator<Item = u8>) -> u32 {
    let shift = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1));
    !bytes.fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(byte), shift)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_of_zip() {
        assert_eq!(checksum(b"123456789".iter().copied()), 0xcbf4_3926);
    }

    #[test]
    fn letters_are_those_of_the_standard() {
        for (bytes, letters) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (&[0xfb, 0xff], "-_8"),
        ] {
            let mut text = String::new();
            put_letters(&mut text, bytes);
            assert_eq!(text, letters);
            assert_eq!(from_letters(letters).as_deref(), Ok(bytes));
        }
        for (place, letter) in (0..).zip(LETTERS) {
            assert_eq!(value(*letter), Some(place));
        }
    }

    #[test]
    fn letters_have_one_spelling() {
        for bad in ["A", "Zh", "Zm9vA", "Zm9", "Zg==", "Zm9v ", "Zm+v", "é"] {
            assert_eq!(from_letters(bad), Err(DecodeError), "{bad}");
        }
    }

    #[test]
    fn every_number_comes_back_whatever_was_thought_small() {
        for number in [0, 1, 7, 8, 255, 100_000, u32::MAX - 1, u32::MAX] {
            for small in [0, 1, 4, 10] {
                let mut bits = Writer::default();
                bits.flag(true);
                bits.number(number, small);
                let bytes = bits.into_bytes();
                let mut bits = Reader::new(&bytes);
                assert_eq!(bits.flag(), Ok(true));
                assert_eq!(bits.number(small), Ok(number));
                assert_eq!(bits.finish(), Ok(()));
            }
        }
    }

    #[test]
    fn a_number_that_is_too_large_or_cut_short_is_none() {
        assert_eq!(Reader::new(&[0; 5]).number(0), Err(DecodeError));
        assert_eq!(Reader::new(&[0xff; 40]).bits(8 * 40 + 1), Err(DecodeError));
        // 2^32, in a zero fewer than is refused at sight.
        let mut bits = Writer::default();
        bits.bits(0, 32);
        bits.bits((1 << 32) + 1, 33);
        assert_eq!(Reader::new(&bits.into_bytes()).number(0), Err(DecodeError));
    }

    #[test]
    fn what_is_left_has_to_be_nothing() {
        let left = |bytes: &[u8], count| {
            let mut bits = Reader::new(bytes);
            bits.bits(count).unwrap();
            bits.finish().is_ok()
        };
        assert!(left(&[0b1110_0000], 3) && left(&[], 0) && left(&[1], 8));
        assert!(!left(&[0b1110_0001], 3) && !left(&[1, 0], 8) && !left(&[0], 0));
    }
}
