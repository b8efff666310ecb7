use std::fmt;
use std::sync::Arc;

/// The longest id of a plan or a writer, in letters.
const LONGEST: usize = 32;

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        ///
        /// 1 to 32 of the letters `a` to `z` and digits. Cheap to clone.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id in `text`; `None` where the text is no id.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                is_name(text).then(|| Self(Arc::from(text)))
            }

            /// The id that stands for a number.
            #[must_use]
            pub fn of_number(number: u64) -> Self {
                Self(Arc::from(in_letters(number).as_str()))
            }

            /// The id as text.
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
    /// The id of a plan in keys, addresses and files. It stays the same when the plan is renamed.
    PlanId
    /// The id of a writer: one open plan on one page, or one operation with whole plans.
    Writer
}

fn is_name(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// A number in base 36.
fn in_letters(mut number: u64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut letters = Vec::new();
    loop {
        let digit = usize::try_from(number % 36).unwrap_or(0);
        letters.extend(DIGITS.get(digit).map(|byte| char::from(*byte)));
        number /= 36;
        if number == 0 {
            return letters.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_name() {
        assert_eq!(PlanId::of_number(0).as_str(), "0");
        assert_eq!(PlanId::of_number(35 * 36 + 10).as_str(), "za");
        let longest = Writer::of_number(u64::MAX);
        assert_eq!(Writer::new(longest.as_str()), Some(longest));
    }

    #[test]
    fn a_name_has_nothing_in_it_that_parts_a_key() {
        for bad in ["", "a/b", "a-b", "A", "é", &"x".repeat(33)] {
            assert_eq!(PlanId::new(bad), None, "{bad}");
        }
    }
}
