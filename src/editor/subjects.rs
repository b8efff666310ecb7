//! What helps to look for a unit: the subjects of the list, and words to try.

use crate::names::Index;
use crate::qualification::Qualification;
use crate::wording;

/// The subjects to narrow the list to, by their names and labels: those in which a unit stands; none where all
/// units stand in one.
#[must_use]
pub fn subjects(qualification: &Qualification) -> Vec<(String, String)> {
    let Some(about) = qualification.about() else {
        return Vec::new();
    };
    let units = qualification.units.iter();
    let known = units.filter_map(|unit| about.unit(&unit.code));
    let is_used = |id: &str| known.clone().any(|unit| unit.is_in(id));
    let used = about.subjects.iter().filter(|one| is_used(&one.id));
    let mut used: Vec<_> = used
        .map(|one| (one.id.clone(), one.label.clone()))
        .collect();
    if used.len() < 2 {
        used.clear();
    }
    used
}

/// What stands in the search while nothing does: words that find units, where the file says what its units are
/// about.
#[must_use]
pub fn search_hint(qualification: &Qualification) -> String {
    let about = qualification
        .about()
        .filter(|about| !about.units.is_empty());
    let examples = about.map(|about| {
        let index = Index::new(&qualification.units, Some(about));
        let finds = |word: &&str| index.find(word).iter().any(Option::is_some);
        let examples = wording::SEARCH_EXAMPLES.into_iter();
        examples.filter(finds).collect::<Vec<_>>()
    });
    wording::search_hint(&examples.unwrap_or_default())
}
