use std::fmt;
use std::sync::Arc;

/// The longest name of anything, in bytes.
const LONGEST: usize = 64;

/// Marks that names may have beside letters and digits, because awarding bodies print them in codes.
/// Commas and semicolons stand between codes, a colon between the names in an address.
const MARKS: &[u8] = b"-_./()&+*";

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        ///
        /// 1 to 64 of the letters a to z, digits and `-_./()&+*`, and single spaces between them.
        /// Cheap to clone.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name in `text`, of which any dash is a hyphen and any white space one space;
            /// `None` where it is no such name.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                name(text).map(Self)
            }

            /// True where a text has the same letters and digits, whatever case and marks.
            #[must_use]
            pub fn is_close_to(&self, text: &str) -> bool {
                close(&self.0) == close(text)
            }

            /// The name in letters, digits, `-` and `_`, for places that take no other marks.
            /// Different names stay different, and a name of letters, digits and hyphens stays as
            /// it is.
            #[must_use]
            pub fn plain(&self) -> String {
                plain(&self.0)
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

names! {
    /// A unit's code: `8607-501`.
    UnitCode
    /// A qualification's name: `8607-diploma`.
    QualificationId
    /// A group's name: `group-1`.
    GroupId
    /// A rule's name: `overall-credits`.
    RuleId
    /// The name of a pathway or nation: `dementia`.
    VariantId
}

fn name(text: &str) -> Option<Arc<str>> {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || MARKS.contains(byte);
    if text.as_bytes().iter().all(is_plain) {
        return is_short(text).then(|| Arc::from(text));
    }
    let mut name = String::new();
    for letter in text.trim().chars() {
        match letter {
            // A space of no width and a hyphen that shows at the end of a line only.
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
                name.push('-');
            }
            _ if letter.is_whitespace() => {
                if !name.is_empty() && !name.ends_with(' ') {
                    name.push(' ');
                }
            }
            _ => name.push(letter),
        }
    }
    let name = name.trim_end();
    let all = name.bytes().all(|byte| byte == b' ' || is_plain(&byte));
    (all && is_short(name)).then(|| Arc::from(name))
}

/// Every other letter as `_` and its number.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            plain.push(letter);
        } else {
            plain.push('_');
            plain.push_str(&u32::from(letter).to_string());
        }
    }
    plain
}

/// A name without marks and spaces, in small letters: by these, names are the same to people.
pub(crate) fn close(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

fn is_short(name: &str) -> bool {
    (1..=LONGEST).contains(&name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_and_plain() {
        for good in [
            "8607-501",
            "600/5856/0",
            "A",
            "unit_1.2",
            "SHC 21",
            "HSC 2(a) & 3",
            "U1+2*",
        ] {
            assert_eq!(UnitCode::new(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            " ",
            "é",
            "a,b",
            "a;b",
            "a:b",
            "a#b",
            "a\0",
            "<b>",
            "\"",
            "a\\b",
            &"x".repeat(65),
        ] {
            assert_eq!(UnitCode::new(bad), None, "{bad}");
        }
    }

    #[test]
    fn spaces_and_dashes_of_typesetting_are_those_of_a_keyboard() {
        for text in [
            "HY92 34-A",
            "HY92\u{a0}34-A",
            " HY92 \u{2009} 34\u{2013}A ",
            "\u{feff}HY92\u{202f}34\u{2011}A\n",
            "HY92 34\u{2212}\u{ad}A\u{200b}",
        ] {
            assert_eq!(
                UnitCode::new(text).unwrap().as_str(),
                "HY92 34-A",
                "{text:?}"
            );
        }
    }

    #[test]
    fn names_that_differ_are_plain_names_that_differ() {
        let names = [
            "A 1", "A/1", "A.1", "A_1", "A-1", "A1", "A(1)", "A&1", "A 11",
        ];
        let plain = names.map(|name| UnitCode::new(name).unwrap().plain());
        assert_eq!(plain[4], "A-1");
        for (place, one) in plain.iter().enumerate() {
            let marks = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            assert!(one.bytes().all(marks), "{one}");
            assert!(!plain[..place].contains(one), "{one}");
        }
    }
}
