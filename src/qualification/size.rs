use std::sync::Arc;

/// The name of how large a qualification is, as its body has it: Award, Extended Certificate, HNC.
///
/// Names that differ in nothing but case, spaces and hyphens are the same.
#[derive(Clone, Debug)]
pub struct Size {
    name: Arc<str>,
    key: Arc<str>,
}

impl Size {
    /// The size in `text`; `None` where that has neither letter nor digit. One without capitals is
    /// shown with them: `extended-diploma` is “Extended Diploma”.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let words = text.split(|letter: char| letter == '-' || letter.is_whitespace());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let key = words.join("-").to_lowercase();
        if !key.contains(char::is_alphanumeric) {
            return None;
        }
        let name = if text.contains(char::is_uppercase) {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            words.into_iter().map(capital).collect::<Vec<_>>().join(" ")
        };
        Some(Self::of(&name, &key))
    }

    /// The size that has these names.
    pub(super) fn of(name: &str, key: &str) -> Self {
        Self {
            name: name.into(),
            key: key.into(),
        }
    }

    /// The name as people read it: `Extended Certificate`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name as programs read it: `extended-certificate`.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    let first = first.into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

impl PartialEq for Size {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Size {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_a_name_for_people_and_one_for_programs() {
        for (text, name, key) in [
            ("award", "Award", "award"),
            (
                "extended-certificate",
                "Extended Certificate",
                "extended-certificate",
            ),
            (
                "Extended  Certificate",
                "Extended Certificate",
                "extended-certificate",
            ),
            ("HNC", "HNC", "hnc"),
            ("Diploma (QCF)", "Diploma (QCF)", "diploma-(qcf)"),
            ("tystysgrif", "Tystysgrif", "tystysgrif"),
        ] {
            let size = Size::new(text).unwrap();
            assert_eq!((size.name(), size.key()), (name, key), "{text}");
        }
        for none in ["", " ", "-", "()"] {
            assert_eq!(Size::new(none), None, "{none}");
        }
    }

    #[test]
    fn sizes_that_differ_in_case_or_hyphens_are_the_same() {
        assert_eq!(Size::new("extended-diploma"), Size::new("Extended Diploma"));
        assert_ne!(Size::new("diploma"), Size::new("Extended Diploma"));
    }
}
