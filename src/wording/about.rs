//! What the units are about, in words.

use super::list::join;
use crate::qualification::{About, Covers, Ours, Qualification, Subject, UnitCode};

/// The part of the sheet of a unit that says what it covers.
pub const WHAT_IT_COVERS: &str = "What it covers";
/// Of a unit of which no document here says it.
pub const CENTRE_HAS_IT: &str = "Your centre has the full unit.";
/// By what the list is narrowed.
pub const SUBJECT: &str = "Subject";
/// The list is not narrowed by it, on a chip and in a choice.
pub const ALL_SUBJECTS: &str = "All";
/// The same in a choice.
pub const ANY_SUBJECT: &str = "Any subject";

/// Where it stands what a unit covers, and whose words those are.
#[must_use]
pub fn covers_source(of: &Qualification, covers: &Covers) -> String {
    let document = &of.source.document;
    format!(
        "A summary in our words of {document}, “{}”. {CENTRE_HAS_IT}",
        covers.heading
    )
}

/// The subjects of a unit: “Subjects: People, Change”; empty where it has none.
#[must_use]
pub fn subjects_of(about: &About, code: &UnitCode) -> String {
    let labels: Vec<String> = about
        .subjects_of(code)
        .map(|one| one.label.clone())
        .collect();
    match labels.as_slice() {
        [] => String::new(),
        [one] => format!("Subject: {one}"),
        some => format!("Subjects: {}", join(some)),
    }
}

/// Where the subjects of a unit are named, and what of them is not the document's; empty where it has none.
#[must_use]
pub fn subjects_source(of: &Qualification, about: &About, code: &UnitCode) -> String {
    let subjects: Vec<&Subject> = about.subjects_of(code).collect();
    let Some(first) = subjects.first() else {
        return String::new();
    };
    let is_ours = |what: fn(&Ours) -> bool| subjects.iter().any(|one| what(&one.ours));
    if is_ours(|ours| ours.subject) {
        return "We have sorted the units by these subjects.".to_owned();
    }
    let titles = subjects
        .iter()
        .map(|one| one.title.as_ref().unwrap_or(&one.label));
    let titles: Vec<String> = titles.map(|title| format!("“{title}”")).collect();
    let named = format!(
        "{} in {}, “{}”.",
        join(&titles),
        of.source.document,
        first.heading
    );
    let ours = match (is_ours(|ours| ours.label), is_ours(|ours| ours.units)) {
        (true, true) => " The short names are ours, and so is which unit stands where.",
        (true, false) => " The short names are ours.",
        (false, true) => " Which unit stands where is ours.",
        (false, false) => "",
    };
    format!("{named}{ours}")
}

/// Whose the short name of a unit is.
#[must_use]
pub fn short_name(name: &str) -> String {
    format!("Where there is little room we call it “{name}”.")
}

/// How many units of a group the list is narrowed to: “7 about people”.
#[must_use]
pub fn about_subject(number: usize, label: &str) -> String {
    format!("{number} about {}", label.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn what_is_ours_is_told_from_what_the_document_says() {
        let catalogue = Catalogue::shipped();
        let of = catalogue.named("8607-diploma").unwrap();
        let (about, code) = (of.about().unwrap(), UnitCode::new("8607-531").unwrap());
        assert_eq!(
            subjects_of(about, &code),
            "Subjects: Yourself and Direction"
        );
        assert_eq!(
            subjects_source(of, about, &code),
            "“managing yourself and personal skills” and “providing direction” in ILM 8607 specification, \
             “Qualification Purpose and Aim, Who are these qualifications for?”. The short names are ours, and \
             so is which unit stands where."
        );
        let covers = about.unit(&code).unwrap().covers.as_ref().unwrap();
        assert_eq!(
            covers_source(of, covers),
            "A summary in our words of ILM 8607 specification, “Improving own leadership performance through \
             action learning (M5.30), Assessment criteria”. Your centre has the full unit."
        );
        let code = UnitCode::new("8607-501").unwrap();
        assert_eq!(subjects_of(about, &code), "Subject: Change");
    }

    #[test]
    fn a_unit_without_subjects_says_nothing_of_any() {
        let catalogue = Catalogue::shipped();
        let of = catalogue.named("8603-certificate").unwrap();
        let (about, code) = (of.about().unwrap(), UnitCode::new("8603-300").unwrap());
        assert_eq!(subjects_of(about, &code), "");
        assert_eq!(subjects_source(of, about, &code), "");
    }
}
