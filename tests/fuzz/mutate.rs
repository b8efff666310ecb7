//! Bytes changed by chance, the same for the same seed.

/// A small generator of numbers that look random (xorshift); never begun with 0.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below another, which is not 0.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap()
    }
}

/// What a slip or an attack puts into a text.
const TOKENS: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1e999",
    "1.5",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "18446744073709551615",
    "18446744073709551616",
    "100000",
    "100001",
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\u{feff}",
    "[[[[",
    "]",
    "}",
    ",",
    "\"A-1\"",
    "\"credits\"",
    "\"units\"",
    "\"at_least\":9",
    "\"at_most\":0",
    "\"1/2\"",
    "\"2020-02-30\"",
    "\"barred\"",
];

/// The longest that mutations make: beyond it a text is only longer.
const LONGEST: usize = 256 * 1024;

/// The bytes with a few changes; some of them parts of `other`.
pub(crate) fn mutated(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + chance.below(40)).min(bytes.len());
        match chance.below(8) {
            0 => drop(bytes.splice(at..end, [])),
            1 => {
                let token = TOKENS[chance.below(TOKENS.len())];
                drop(bytes.splice(at..end, token.bytes()));
            }
            2 => {
                let token = TOKENS[chance.below(TOKENS.len())];
                drop(bytes.splice(at..at, token.bytes()));
            }
            3 => {
                let part = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, part));
            }
            4 => {
                let from = chance.below(other.len() + 1);
                let until = (from + chance.below(200)).min(other.len());
                drop(bytes.splice(at..end, other[from..until].iter().copied()));
            }
            5 => number(&mut bytes, at, chance),
            6 => bytes.truncate(at.max(bytes.len() / 2)),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

/// Puts another number in the place of the first one from `at` on: most changes of bytes break the
/// form of a text, and this one leaves it whole.
fn number(bytes: &mut Vec<u8>, at: usize, chance: &mut Chance) {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let Some(from) = bytes
        .iter()
        .skip(at)
        .position(is_digit)
        .map(|from| from + at)
    else {
        return;
    };
    let length = bytes
        .iter()
        .skip(from)
        .take_while(|byte| is_digit(byte))
        .count();
    let new = match chance.below(3) {
        0 => chance.below(20).to_string(),
        1 => chance.below(100_001).to_string(),
        _ => TOKENS[chance.below(11)].to_owned(),
    };
    drop(bytes.splice(from..from + length, new.bytes()));
}
