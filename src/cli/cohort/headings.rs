//! The known headings of a cohort, and what other headings may mean.

use crate::catalogue::Catalogue;
use crate::cli::codes;
use crate::plan::one_line;
use crate::qualification::UnitCode;
use crate::reading::near;
use crate::wording::command::cohort as say;

/// What a column can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Learner,
    Qualification,
    Registered,
    Units,
    Unit,
    Achieved,
    Working,
    Earned,
    WithoutCredit,
    Group,
    Pathway,
    Nation,
    Conditions,
}

/// The headings of each, the first of them the one that is shown.
const HEADINGS: [(Kind, &[&str]); 13] = [
    (
        Kind::Learner,
        &[
            "learner",
            "learner name",
            "student",
            "student name",
            "candidate",
            "candidate name",
            "name",
        ],
    ),
    (
        Kind::Qualification,
        &["qualification", "qualification id", "course"],
    ),
    (
        Kind::Registered,
        &[
            "registered",
            "registered on",
            "registration",
            "registration date",
            "date registered",
            "date of registration",
            "day of registration",
        ],
    ),
    (Kind::Units, &["units", "unit codes"]),
    (Kind::Unit, &["unit", "unit code"]),
    (Kind::Achieved, &["achieved", "achieved before"]),
    (Kind::Working, &["in progress", "working"]),
    (Kind::WithoutCredit, &["without credit", "no credit"]),
    (Kind::Earned, &["earned", "way of earning", "earned by"]),
    (Kind::Group, &["group", "groups"]),
    (Kind::Pathway, &["pathway"]),
    (Kind::Nation, &["nation"]),
    (Kind::Conditions, &["conditions", "condition"]),
];

/// Headings that begin with one of these are about people and not about their units. What stands below
/// them is repeated beside the learner.
const ADMINISTRATIVE: [&str; 8] = [
    "note", "notes", "comment", "comments", "remark", "remarks", "email", "phone",
];

/// True for a heading that means something for every catalogue.
pub(super) fn is_known(heading: &str) -> bool {
    kind_of(heading).is_some()
}

pub(super) fn kind_of(heading: &str) -> Option<Kind> {
    let wanted = plain(heading);
    let mut all = HEADINGS.iter();
    let found = all.find(|(_, headings)| headings.iter().any(|one| plain(one) == wanted));
    found.map(|(kind, _)| *kind)
}

pub(super) fn shown(kind: Kind) -> &'static str {
    let mut all = HEADINGS.iter();
    let headings = all.find(|(one, _)| *one == kind);
    headings
        .and_then(|(_, headings)| headings.first())
        .copied()
        .unwrap_or_default()
}

/// Letters and digits alone, small.
pub(super) fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

pub(super) fn is_administrative(heading: &str) -> bool {
    let heading = heading.to_lowercase().replace("e-mail", "email");
    let first = heading
        .split(|letter: char| !letter.is_alphanumeric())
        .next();
    first.is_some_and(|first| ADMINISTRATIVE.contains(&first))
}

/// A heading as messages repeat it: in one line, and cut where it is long.
pub(super) fn in_words(heading: &str) -> String {
    const LONGEST: usize = 60;
    let line = one_line(heading);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The message about an unknown heading.
pub(super) fn unknown(heading: &str) -> String {
    let names = HEADINGS
        .iter()
        .flat_map(|(_, headings)| headings.iter().copied());
    say::unknown_column(heading, &near(heading, names))
}

/// The unit whose code a heading is, with its title or not: `501`, `Unit 8607-501 Managing Improvement`.
pub(super) fn unit_named(heading: &str, catalogue: &Catalogue) -> Option<UnitCode> {
    let first = heading.split_whitespace().next()?;
    let begins = |code: &UnitCode| plain(code.as_str()).starts_with(&plain(first));
    // “Year 1” is no unit 1.
    let may_be_first = |code: &UnitCode| {
        first.eq_ignore_ascii_case("unit")
            || first.bytes().any(|byte| byte.is_ascii_digit())
            || begins(code)
    };
    catalogue.qualifications().find_map(|qualification| {
        let found = codes::only(qualification, heading)?;
        may_be_first(&found).then_some(found)
    })
}
