/// How long the escape is that a text begins with; 0 where it is none.
pub(super) fn escaped(rest: &[u8]) -> usize {
    match rest.get(1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
        Some(b'u') => match unit(rest) {
            Some(0xd800..=0xdbff) => {
                let low = rest.get(6..).and_then(unit);
                low.filter(|low| (0xdc00..=0xdfff).contains(low))
                    .map_or(0, |_| 12)
            }
            Some(0xdc00..=0xdfff) | None => 0,
            Some(_) => 6,
        },
        _ => 0,
    }
}

/// The number of `\uXXXX`.
fn unit(rest: &[u8]) -> Option<u32> {
    let [b'\\', b'u', digits @ ..] = rest.get(..6)? else {
        return None;
    };
    let digits = str::from_utf8(digits).ok()?;
    if digits.starts_with('+') {
        return None;
    }
    u32::from_str_radix(digits, 16).ok()
}

/// Whether these digits, perhaps with a fraction and an exponent, are a number of JSON.
pub(super) fn is_number(written: &[u8]) -> bool {
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let mut parts = written.splitn(2, |byte| b"eE".contains(byte));
    let mut figures = parts
        .next()
        .unwrap_or_default()
        .splitn(2, |byte| *byte == b'.');
    let signless = |part: &[u8]| {
        digits(
            part.strip_prefix(b"+")
                .or(part.strip_prefix(b"-"))
                .unwrap_or(part),
        )
    };
    figures.all(digits) && parts.all(signless)
}
