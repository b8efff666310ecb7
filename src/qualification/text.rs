use std::fmt;
use std::sync::Arc;

/// The longest name of anything, in bytes.
const LONGEST: usize = 64;

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        ///
        /// 1 to 64 ASCII letters, digits, `-`, `_`, `.` or `/`. Cheap to clone.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name in `text`; `None` where it is none.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                is_name(text).then(|| Self(Arc::from(text)))
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

fn is_name(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_plain_ascii() {
        for good in ["8607-501", "600/5856/0", "A", "unit_1.2"] {
            assert_eq!(UnitCode::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "8607 501", "é", "a\n", "<b>", &"x".repeat(65)] {
            assert_eq!(UnitCode::new(bad), None, "{bad}");
        }
    }
}
