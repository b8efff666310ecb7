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

/// The largest number that a reader of JSON takes begins with these digits and has so many before its point.
const LARGEST: (&[u8], i64) = (b"17976931348623158", 309);

/// Whether a number of JSON, without its sign, is beyond the largest that a reader takes.
pub(super) fn is_too_large(written: &[u8]) -> bool {
    let mut parts = written.splitn(2, |byte| b"eE".contains(byte));
    let figures = parts.next().unwrap_or_default();
    let exponent = parts.next().and_then(|part| str::from_utf8(part).ok());
    // What has too many digits to be read is far beyond, in one direction or the other.
    let exponent = exponent.map_or(0, |text| {
        let far = if text.starts_with('-') {
            i64::MIN
        } else {
            i64::MAX
        };
        text.parse().unwrap_or(far)
    });
    let point = figures
        .iter()
        .position(|byte| *byte == b'.')
        .unwrap_or(figures.len());
    let digits: Vec<u8> = figures.iter().copied().filter(u8::is_ascii_digit).collect();
    let Some(zeros) = digits.iter().position(|digit| *digit != b'0') else {
        return false;
    };
    let length = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let before = exponent
        .saturating_add(length(point))
        .saturating_sub(length(zeros));
    let leading = digits.get(zeros..).unwrap_or_default();
    let leading = leading.get(..LARGEST.0.len()).unwrap_or(leading);
    before > LARGEST.1 || before == LARGEST.1 && leading > LARGEST.0
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
