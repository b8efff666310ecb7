//! Links that were changed on their way. Mail programs, chats and the services that count clicks escape
//! an address, break it over lines, wrap it, and put something behind it.
//!
//! A link has a checksum, so any way to undo such changes may be tried. The link opens where the
//! checksum is then right, and is refused otherwise, with a reason that is certain.

use super::bits::is_letter;
use super::code::{CLOSING, LONGEST, decode, verified};
use super::error::LinkError;
use super::version::VERSIONS;
use crate::saved_plans::PlanSnapshot;

/// What a link begins with behind the `#` of an address. No name of a qualification has an equals sign.
pub const MARK: &str = "qp=";

/// What programs make of one hyphen or of two.
const LONG_DASH: char = '—';

/// How many times over an address may have been escaped.
const ESCAPED: usize = 3;

/// How many letters are looked at in all for one link, so that no text takes long: for a usual link
/// all ways are tried, for the longest a few.
const MOST_TRIED: usize = 4 * LONGEST;

/// The plan in a link, or in a text with a link in it, which may have been changed on its way.
///
/// It may have been escaped for addresses, for HTML or for mail (quoted-printable), several times over;
/// broken by white space, line breaks or letters that are not seen; have other dashes; stand between
/// brackets or quotes; and have marks, further parameters or a text behind it.
///
/// # Errors
///
/// A [`LinkError`] where the checksum is right in none of these readings.
pub fn open(text: &str) -> Result<PlanSnapshot, LinkError> {
    match decode(text) {
        Err(LinkError::TooLong) => return Err(LinkError::TooLong),
        Err(_) => {}
        Ok(snapshot) => return Ok(snapshot),
    }
    let mut left = MOST_TRIED;
    let mut error = LinkError::NoLink;
    // “=3D” is an escape in a mail; elsewhere it is what a lost line break has left.
    for in_mail in [true, false] {
        let mut text = text.to_owned();
        for _ in 0..ESCAPED {
            text = unescaped(&in_one_line(&text, in_mail), in_mail);
        }
        let text = in_one_line(&text, in_mail);
        let link = text.rsplit_once(MARK).map_or(&*text, |(_, link)| link);
        let mut before = None;
        for hyphens in ["-", "--"] {
            let letters = link.replace(LONG_DASH, hyphens);
            let letters: String = letters.chars().filter(|one| is_letter(*one)).collect();
            if before.as_ref() == Some(&letters) {
                continue;
            }
            if let Some(snapshot) = certain(&letters, &mut left) {
                return Ok(snapshot);
            }
            if error == LinkError::NoLink {
                error = why(&text, link, &letters);
            }
            before = Some(letters);
        }
    }
    Err(error)
}

/// What opens as a link, where the fragment of an address is one: it begins with [`MARK`], however
/// that is escaped and whatever that is not seen stands before it.
#[must_use]
pub fn in_fragment(fragment: &str) -> Option<&str> {
    // A mail's escape of the equals sign is undone with the sign that stands before it.
    let is_escaped = |rest: &&str| rest.starts_with("3D") || rest.starts_with("3d");
    let rest = fragment.strip_prefix(MARK);
    rest.filter(|rest| !is_escaped(rest)).or_else(|| {
        let mut begin: String = fragment.chars().take(40).collect();
        for _ in 0..ESCAPED {
            begin = in_one_line(&unescaped(&begin, true), true);
        }
        let begin = begin.trim_start_matches('<');
        begin.starts_with(MARK).then_some(fragment)
    })
}

/// True where a text has something in it that begins as a link.
#[must_use]
pub fn is_in(text: &str) -> bool {
    let mut marks = text.match_indices(MARK.trim_end_matches('='));
    marks.any(|(at, _)| text.get(at..).and_then(in_fragment).is_some())
}

/// The plan, where some beginning of these letters is a whole link.
fn certain(letters: &str, left: &mut usize) -> Option<PlanSnapshot> {
    let version = letters
        .chars()
        .next()
        .filter(|one| VERSIONS.contains(one))?;
    let letters = letters.strip_prefix(version)?;
    let closed = letters.rmatch_indices(CLOSING).map(|(end, _)| end);
    // The last letter may be missing or changed.
    let open = [letters.len(), letters.len().saturating_sub(1)];
    closed.chain(open).find_map(|end| {
        *left = left.checked_sub(end)?;
        verified(version, letters.get(..end)?).ok()
    })
}

/// What can be said of a link that does not open, and of the text it stands in.
fn why(text: &str, link: &str, letters: &str) -> LinkError {
    let Some(version) = letters.chars().next() else {
        let is_nothing = text.is_empty() || text.len() != link.len();
        return if is_nothing {
            LinkError::CutShort
        } else {
            LinkError::NoLink
        };
    };
    if VERSIONS.contains(&version) {
        let mut parts = link.split(|letter| !is_letter(letter));
        let has_end = parts.any(|part| part.ends_with(CLOSING));
        return if has_end {
            LinkError::Damaged
        } else {
            LinkError::CutShort
        };
    }
    let newer = version.to_digit(10).filter(|digit| *digit > 0);
    newer.map_or(LinkError::NoLink, LinkError::Newer)
}

/// A text without breaks and whatever else is put into an address where it is broken, but for a space
/// behind what may be the end of a link; and with one kind of hyphen and of dash.
fn in_one_line(text: &str, in_mail: bool) -> String {
    let mut line = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        match letter {
            '\u{2012}'..='\u{2015}' => line.push(LONG_DASH),
            '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{ff0d}' => line.push('-'),
            '=' if in_mail && matches!(next, Some('\r' | '\n')) => {}
            '>' | '\\' => {}
            letter if letter.is_ascii_graphic() => line.push(letter),
            _ if line.ends_with(CLOSING) => line.push(' '),
            _ => {}
        }
    }
    line
}

/// A text without one layer of the escapes of addresses, of HTML and, where it is in a mail, of those.
fn unescaped(text: &str, in_mail: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let (byte, behind) = escape(rest, in_mail).unwrap_or((*first, behind));
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What an escape stands for, where a text begins with one, and the text behind it.
fn escape(text: &[u8], in_mail: bool) -> Option<(u8, &[u8])> {
    match text {
        [b'%', high, low, behind @ ..] => Some((byte(*high, *low)?, behind)),
        // Of letters and digits none is made: a version stands behind the mark’s own sign.
        [b'=', high, low, behind @ ..] if in_mail => byte(*high, *low)
            .filter(u8::is_ascii_punctuation)
            .map(|byte| (byte, behind)),
        [b'&', b'#', behind @ ..] => {
            let end = behind.iter().take(5).position(|byte| *byte == b';')?;
            let (number, behind) = behind.split_at_checked(end)?;
            let number = str::from_utf8(number).ok()?;
            let byte = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u8::from_str_radix(digits, 16),
                None => number.parse(),
            };
            Some((byte.ok()?, behind.get(1..)?))
        }
        _ => Some((b'&', text.strip_prefix(b"&amp;")?)),
    }
}

fn byte(high: u8, low: u8) -> Option<u8> {
    let digit = |letter: u8| char::from(letter).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::super::code::encode;
    use super::*;
    use crate::plan::{Action, Plan};
    use crate::qualification::{QualificationId, UnitCode};
    use proptest::prelude::*;
    use std::fmt::Write;

    /// Units with these numbers.
    fn snapshot(numbers: &[u32]) -> PlanSnapshot {
        let codes = numbers
            .iter()
            .map(|number| UnitCode::new(&format!("A/{number}_x")).unwrap());
        let plan = Plan::new(QualificationId::new("made-up").unwrap())
            .after(Action::Rename("Siân’s".to_owned()))
            .after(Action::PickAll(codes.collect()));
        PlanSnapshot {
            plan,
            catalogue_version: crate::saved_plans::CatalogueVersion::default(),
            facts: Vec::new(),
        }
    }

    /// A link that has a hyphen, a low line and the letter that closes a link in its middle.
    fn link() -> (PlanSnapshot, String) {
        let mut all = (0..1000).map(|number| {
            let snapshot = snapshot(&[number, number * 7 + 1, 90_000 - number]);
            let link = encode(&snapshot, true);
            (snapshot, link)
        });
        let has_all = |(_, link): &(PlanSnapshot, String)| {
            let inner = &link[..link.len() - 1];
            ["-", "_", "Z"].iter().all(|letter| inner.contains(letter))
        };
        all.find(has_all).unwrap()
    }

    fn percent(text: &str, is_escaped: fn(char) -> bool) -> String {
        let mut escaped = String::new();
        for letter in text.chars() {
            if !is_escaped(letter) {
                escaped.push(letter);
                continue;
            }
            for byte in letter.to_string().bytes() {
                write!(escaped, "%{byte:02X}").unwrap();
            }
        }
        escaped
    }

    /// Breaks a text into lines.
    fn lines(text: &str, length: usize, end: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let lines = letters.chunks(length).map(|line| line.iter().collect());
        lines.collect::<Vec<String>>().join(end)
    }

    type Change = fn(&str) -> String;

    /// Done to what is not escaped before.
    const LOST_LINES: &str = "with signs of lost lines";

    /// What is done to an address on its way.
    const CHANGES: &[(&str, Change)] = &[
        ("nothing", str::to_owned),
        ("escaped", |text| {
            percent(text, |letter| !letter.is_ascii_alphanumeric())
        }),
        ("escaped in small letters", |text| {
            percent(text, |letter| "#=_".contains(letter))
                .replace("%3D", "%3d")
                .replace("%5F", "%5f")
        }),
        ("all escaped", |text| percent(text, |_| true)),
        ("in a mail", |text| text.replace('=', "=3D")),
        ("in a mail with small letters", |text| {
            text.replace('=', "=3d").replace('_', "=5f")
        }),
        ("over the lines of a mail", |text| lines(text, 30, "=\r\n")),
        ("over lines", |text| lines(text, 33, "\n")),
        ("over lines that are quoted", |text| {
            lines(text, 40, "\r\n> > ")
        }),
        ("over lines that are indented", |text| {
            lines(text, 41, "\r\n\t  ")
        }),
        (LOST_LINES, |text| lines(text, 29, "=")),
        ("with spaces", |text| lines(text, 17, " ")),
        ("with spaces that do not break", |text| {
            lines(text, 18, "\u{a0}")
        }),
        ("with letters that are not seen", |text| {
            lines(text, 16, "\u{200b}")
        }),
        ("with soft hyphens", |text| lines(text, 19, "\u{ad}")),
        ("for HTML", |text| {
            format!("{text}&amp;").replace('=', "&#61;")
        }),
        ("for HTML, in hexadecimal", |text| {
            text.replace('=', "&#x3D;").replace('-', "&#x2d;")
        }),
        ("between angle brackets", |text| format!("<{text}>")),
        ("between quotes", |text| format!("“{text}”")),
        ("between quotes of one stroke", |text| format!("'{text}'")),
        ("between brackets", |text| format!("[link]({text})")),
        ("in an attribute", |text| {
            format!("<a href=\"{text}\">My plan</a>")
        }),
        ("with a full stop", |text| format!("{text}.")),
        ("with marks", |text| {
            format!("{text}’),]>\"\u{200b}\u{feff} ")
        }),
        ("with a parameter", |text| {
            format!("{text}&utm_source=newsletter&fbclid=IwZ0AbZ-9_Z")
        }),
        ("with the first parameter", |text| {
            format!("{text}?utm_source=a")
        }),
        ("with a parameter for HTML", |text| {
            format!("{text}&amp;utm_source=a")
        }),
        ("in another address", |text| {
            format!(
                "https:{}?url={}&data=05%7C01Z",
                "//safe.example/",
                percent(text, |letter| !letter.is_ascii_alphanumeric())
            )
        }),
        ("with marks of Markdown", |text| {
            text.replace('_', "\\_").replace('-', "\\-")
        }),
        ("with another hyphen", |text| text.replace('-', "\u{2011}")),
        ("with a dash", |text| {
            text.replace("--", "—").replace('-', "–")
        }),
        ("with long dashes", |text| text.replace("--", "–")),
        ("before a text", |text| {
            format!("{text} and see you on Zoom")
        }),
        ("before a text, and no space", |text| {
            format!("{text}See you on Zoom")
        }),
        ("behind a text", |text| {
            format!("My plan, have a look: {text}")
        }),
    ];

    #[test]
    fn a_link_that_was_changed_on_its_way_opens() {
        let (snapshot, link) = link();
        let address = ["https:", "//planner.example/plans/#", MARK, &link].concat();
        for (what, change) in CHANGES {
            assert_eq!(open(&change(&address)), Ok(snapshot.clone()), "{what}");
            let marked = change(&[MARK, &link].concat());
            assert_eq!(open(&marked), Ok(snapshot.clone()), "{what}: {marked}");
            let has_text_before = ["brackets", "attribute", "address", "behind"];
            let is_bare = !has_text_before.iter().any(|word| what.contains(word));
            let text = change(&link);
            assert!(
                !is_bare || open(&text).as_ref() == Ok(&snapshot),
                "{what}: {text}"
            );
            for (other, again) in CHANGES.iter().filter(|(other, _)| *other != LOST_LINES) {
                let text = again(&change(&address));
                assert_eq!(open(&text), Ok(snapshot.clone()), "{what}, {other}: {text}");
            }
        }
    }

    #[test]
    fn a_link_of_which_only_the_closing_letter_is_not_there_opens() {
        let (snapshot, link) = link();
        let open_end = &link[..link.len() - 1];
        for text in [
            open_end.to_owned(),
            format!("{open_end}z"),
            format!("{open_end}."),
        ] {
            assert_eq!(open(&text), Ok(snapshot.clone()), "{text}");
        }
    }

    #[test]
    fn the_fragment_of_an_address_is_a_link_however_it_is_escaped() {
        for (fragment, link) in [
            ("qp=1AZ", "1AZ"),
            ("qp=", ""),
            ("qp%3D1AZ", "qp%3D1AZ"),
            ("qp%3d1AZ", "qp%3d1AZ"),
            ("qp%25253D1AZ", "qp%25253D1AZ"),
            // The equals sign that a mail has escaped is undone with the one that is left.
            ("qp=3D1AZ", "qp=3D1AZ"),
            ("%71%70%3D1AZ", "%71%70%3D1AZ"),
            ("%20qp=1AZ", "%20qp=1AZ"),
            ("%E2%80%8Bqp=1AZ", "%E2%80%8Bqp=1AZ"),
        ] {
            assert_eq!(in_fragment(fragment), Some(link), "{fragment}");
            assert!(is_in(&format!("see #{fragment}")) || !fragment.contains("qp"));
        }
        for fragment in [
            "",
            "qp",
            "qp1AZ",
            "/8607-award",
            "units",
            "é",
            "faqp=1",
            "qp-1:2",
        ] {
            assert_eq!(in_fragment(fragment), None, "{fragment}");
        }
        assert!(!is_in("8607-501, 502") && is_in("a qp b qp=1"));
    }

    #[test]
    fn the_reason_why_a_link_does_not_open_is_true() {
        let (_, link) = link();
        let changed = |at: usize| {
            let other = if link[at..].starts_with('A') {
                "B"
            } else {
                "A"
            };
            [&link[..at], other, &link[at + 1..]].concat()
        };
        let middle = changed(link.len() / 2);
        for (what, change) in CHANGES {
            let cut = link[..link.len() - 7].trim_end_matches(CLOSING);
            for (text, error) in [
                (cut, LinkError::CutShort),
                (&middle, LinkError::Damaged),
                (&link.replacen('1', "6", 1), LinkError::Newer(6)),
                (&link.replacen('1', "3", 1), LinkError::Newer(3)),
            ] {
                // What stands behind a link that is cut short ends in the middle of a word.
                if error == LinkError::CutShort && what.contains("parameter")
                    || what.contains("no space")
                    || *what == "in another address"
                {
                    continue;
                }
                let text = change(&["#", MARK, text].concat());
                assert_eq!(open(&text), Err(error), "{what}: {text}");
            }
        }
        for text in ["hello", "#qp=hello", "qp=0AAAZ", "qp=-", "%", "{}", "Zoom"] {
            assert_eq!(open(text), Err(LinkError::NoLink), "{text}");
        }
        for text in ["", "qp=", "qp=1", "#qp=..."] {
            assert_eq!(open(text), Err(LinkError::CutShort), "{text}");
        }
        assert_eq!(open(&"%31".repeat(LONGEST)), Err(LinkError::TooLong));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_was_done_to_it_it_is_this_plan_or_none(
            numbers in prop::collection::vec(0..100_000_u32, 0..40),
            changes in prop::collection::vec(0..CHANGES.len(), 0..3),
            at in any::<prop::sample::Index>(),
            letter in any::<char>(),
        ) {
            let snapshot = snapshot(&numbers);
            let address = ["https:", "//planner.example/#", MARK, &encode(&snapshot, true)].concat();
            let changes = changes.iter().filter(|change| CHANGES[**change].0 != LOST_LINES);
            let sent = changes.fold(address.clone(), |text, change| CHANGES[*change].1(&text));
            prop_assert_eq!(open(&sent), Ok(snapshot.clone()), "{}", sent);
            let mut letters: Vec<char> = address.chars().collect();
            let at = at.index(letters.len());
            letters[at] = letter;
            let changed: String = letters.into_iter().collect();
            if let Ok(other) = open(&changed) {
                prop_assert_eq!(other, snapshot);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "(qp=)?1?[-A-Za-z0-9_%=&#; ]{0,200}Z?") {
            prop_assert!(open(&text).is_err());
        }
    }
}
