//! Search among units by a few words.

use super::fold::{Gap, Word, words};
use super::names;
use crate::qualification::{About, Unit};

/// How well a unit fits what is looked for, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Each word is one of the unit’s title or of its codes, or is such a code.
    Whole,
    /// Each word is one or begins one.
    Beginning,
    /// A word begins none of these, but one of those by which its file has the unit found: “finance” for
    /// “Making a Financial Case”.
    About,
}

/// The most words that are tried as one: a code has no more parts.
const MOST_JOINED: usize = 4;

/// Units as they are looked for.
///
/// A word fits where it is or begins another, and never in the middle of one: “quality” is not meant by
/// “Equality”.
pub struct Index(Vec<Looked>);

/// A unit as it is looked for.
struct Looked {
    /// Its codes and its title.
    names: Vec<Joined>,
    /// The other words by which it is found.
    words: Vec<Joined>,
}

impl Index {
    /// These units, with what is known of what they are about.
    #[must_use]
    pub fn new(units: &[Unit], about: Option<&About>) -> Self {
        let of_unit = |unit: &Unit| {
            let title = Joined::new(&unit.title, false);
            let names = names(unit).map(|name| Joined::new(name, true));
            let words = about
                .into_iter()
                .flat_map(|about| about.words_of(&unit.code));
            Looked {
                names: names.chain([title]).collect(),
                words: words.map(|word| Joined::new(word, false)).collect(),
            }
        };
        Self(units.iter().map(of_unit).collect())
    }

    /// How well each unit fits, in the order of the units; `None` where it does not. Every word has
    /// to be found, in any order, in the title, in a code, or in what the unit is about. A text without words
    /// fits all.
    ///
    /// ```
    /// use qualification_planner::catalogue::Catalogue;
    /// use qualification_planner::names::{Fit, Index};
    /// # let catalogue = Catalogue::shipped();
    /// # let diploma = catalogue.qualifications().find(|one| one.id.as_str() == "8607-diploma").unwrap();
    /// let fits = Index::new(&diploma.units, diploma.about()).find("cultur & 508");
    /// let found = diploma.units.iter().zip(fits).find(|(_, fit)| fit.is_some());
    /// let (unit, fit) = found.unwrap();
    /// assert_eq!((unit.code.as_str(), fit), ("8607-508", Some(Fit::Beginning)));
    /// ```
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Option<Fit>> {
        let mut wanted = words(text);
        // “and” says nothing beside other words: a list may have a comma in its place.
        if wanted.iter().any(|word| !word.is_and()) {
            wanted.retain(|word| !word.is_and());
        }
        let fit = |unit: &Looked| {
            let all = (0..wanted.len()).map(|place| unit.best(&wanted, place));
            all.max_by_key(|fit| fit.map_or(usize::MAX, |fit| fit as usize))
                .unwrap_or(Some(Fit::Whole))
        };
        self.0.iter().map(fit).collect()
    }
}

impl Looked {
    /// How well one of the words fits.
    fn best(&self, wanted: &[Word], place: usize) -> Option<Fit> {
        let about = || best(wanted, place, &self.words).map(|_| Fit::About);
        best(wanted, place, &self.names).or_else(about)
    }
}

/// How well one of the words fits, by itself or joined with those beside it.
fn best(wanted: &[Word], place: usize, names: &[Joined]) -> Option<Fit> {
    let mut best = None;
    for first in place.saturating_sub(MOST_JOINED - 1)..=place {
        let mut text = String::new();
        for (last, word) in wanted.iter().enumerate().skip(first).take(MOST_JOINED) {
            text.push_str(&word.text);
            if last < place {
                continue;
            }
            let fits = names.iter().filter_map(|name| name.fit(&text));
            best = best.into_iter().chain(fits).min();
        }
    }
    best
}

/// A title or a code: its words without anything between them.
struct Joined {
    text: String,
    /// Where its words begin, and where the text ends; true where a space stands before it.
    starts: Vec<(usize, bool)>,
}

impl Joined {
    fn new(name: &str, is_code: bool) -> Self {
        let mut joined = Self {
            text: String::new(),
            starts: Vec::new(),
        };
        for word in words(name) {
            let is_apart = !is_code && word.gap > Gap::Stroke;
            joined.starts.push((joined.text.len(), is_apart));
            if is_code {
                let first = joined.text.len();
                joined
                    .starts
                    .extend(changes(&word.text).map(|at| (first + at, false)));
            }
            joined.text.push_str(&word.text);
        }
        joined.starts.push((joined.text.len(), true));
        joined
    }

    fn fit(&self, word: &str) -> Option<Fit> {
        let mut fit = None;
        for (start, _) in &self.starts {
            let rest = self.text.get(*start..).unwrap_or_default();
            if rest.starts_with(word) {
                let end = start + word.len();
                if self.starts.iter().any(|(at, _)| *at == end) {
                    return Some(Fit::Whole);
                }
                // “wellbe” begins “well-being”; “them” begins no “the manager”.
                let is_apart =
                    |(at, is_apart): &(usize, bool)| *is_apart && *at > *start && *at < end;
                if !self.starts.iter().any(is_apart) {
                    fit = Some(Fit::Beginning);
                }
            }
        }
        fit
    }
}

/// Where letters follow digits in a word, or digits letters: “SHC21” is “SHC 21”.
pub(super) fn changes(word: &str) -> impl Iterator<Item = usize> {
    let bytes = word.as_bytes().windows(2).enumerate();
    bytes.filter_map(|(at, two)| match two {
        [one, other] if one.is_ascii_digit() != other.is_ascii_digit() => Some(at + 1),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::qualification::UnitCode;

    fn check(name: &str, is_code: bool, fits: &[(&str, Option<Fit>)]) {
        let names = vec![Joined::new(name, is_code)];
        let words = Vec::new();
        let index = Index(vec![Looked { names, words }]);
        for (text, fit) in fits {
            assert_eq!(index.find(text), [*fit], "{text:?} in {name:?}");
        }
    }

    const WHOLE: Option<Fit> = Some(Fit::Whole);
    const BEGINNING: Option<Fit> = Some(Fit::Beginning);

    #[test]
    fn a_word_is_found_whole_before_its_beginning_and_never_inside_another() {
        check(
            "Improving Equality Through HR and the Manager’s Well-being",
            false,
            &[
                ("", WHOLE),
                (" - ", WHOLE),
                ("hr", WHOLE),
                ("HR equality", WHOLE),
                ("equal", BEGINNING),
                ("equal hr", BEGINNING),
                ("quality", None),
                ("quality HR", None),
                ("managers", WHOLE),
                ("manager's", WHOLE),
                ("manager", BEGINNING),
                ("wellbeing", WHOLE),
                ("well being", WHOLE),
                ("well–being", WHOLE),
                ("wellbe", BEGINNING),
                ("being", WHOLE),
                ("HR & equality", WHOLE),
                ("through and improving", WHOLE),
                ("and", WHOLE),
                ("rov", None),
                ("ough", None),
                ("them", None),
                ("hrand", WHOLE),
                ("quality nothing", None),
            ],
        );
        check(
            "Learning Through Work",
            false,
            &[("HR", None), ("hrough", None)],
        );
        check(
            "Team Work",
            false,
            &[("teamwork", WHOLE), ("teamwor", None), ("team-work", WHOLE)],
        );
        check(
            "Health, Safety",
            false,
            &[("safety and health", WHOLE), ("health & safety", WHOLE)],
        );
        check(
            "Research & Development",
            false,
            &[("development and research", WHOLE), ("research &", WHOLE)],
        );
        check(
            "Caffè a’r Gymraeg",
            false,
            &[("caffe", WHOLE), ("Cafe", None), ("ar gymraeg", WHOLE)],
        );
    }

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for (code, texts) in [
            (
                "SHC 21",
                [
                    "SHC 21",
                    "shc21",
                    "SHC-21",
                    "shc–21",
                    "SHC\u{a0}21",
                    "Shc/21",
                    "21 shc",
                ],
            ),
            (
                "SHC21",
                [
                    "SHC 21",
                    "shc21",
                    "SHC-21",
                    "shc–21",
                    "SHC\u{2011}21",
                    "shc.21",
                    "21",
                ],
            ),
            (
                "HY92 34",
                [
                    "hy92 34",
                    "HY9234",
                    "hy92-34",
                    "HY 92 34",
                    "hy92−34",
                    "92 34",
                    "HY_92_34",
                ],
            ),
            (
                "M/600/9682",
                [
                    "m/600/9682",
                    "M6009682",
                    "m 600 9682",
                    "M-600-9682",
                    "9682",
                    "600/9682",
                    "m 6009682",
                ],
            ),
            (
                "SS-MU-2.1",
                [
                    "SS MU 2.1",
                    "ssmu21",
                    "SS–MU–2.1",
                    "SSMU 2.1",
                    "ss/mu/2/1",
                    "mu 2.1",
                    "SS-MU-2.1",
                ],
            ),
        ] {
            for text in texts {
                check(code, true, &[(text, WHOLE)]);
            }
        }
        check(
            "SHC 21",
            true,
            &[
                ("shc2", BEGINNING),
                ("SHC 2", BEGINNING),
                ("1", None),
                ("22", None),
                ("hc21", None),
            ],
        );
        check(
            "8607-501",
            true,
            &[
                ("86", BEGINNING),
                ("86075", BEGINNING),
                ("8607-5", BEGINNING),
                ("7501", None),
                ("07-501", None),
            ],
        );
    }

    /// A text in ten spellings: with any dash, none, another mark, and in small letters.
    fn spellings(code: &str) -> [String; 10] {
        ["-", "\u{2011}", "–", "—", "−", "", " ", "/", ".", " – "]
            .map(|dash| code.replace('-', dash).to_lowercase())
    }

    #[test]
    fn a_word_that_only_the_file_knows_fits_least() {
        let catalogue = Catalogue::shipped();
        let diploma = catalogue.named("8607-diploma").unwrap();
        let index = Index::new(&diploma.units, diploma.about());
        let fit_of = |words: &str, code: &str| {
            let code = UnitCode::new(code).unwrap();
            index.find(words)[diploma.unit_index(&code).unwrap()]
        };
        let about = Some(Fit::About);
        assert_eq!(fit_of("finance", "8607-502"), about);
        assert_eq!(fit_of("financ", "8607-502"), BEGINNING);
        assert_eq!(fit_of("financial money", "8607-407"), about);
        assert_eq!(fit_of("people", "8607-405"), WHOLE);
        assert_eq!(fit_of("people", "8607-514"), about, "it is a subject of it");
        assert_eq!(fit_of("wellbeing workplace", "8607-533"), about);
        assert_eq!(fit_of("inance", "8607-502"), None);
        assert_eq!(fit_of("finance coaching", "8607-502"), None);
    }

    #[test]
    fn every_shipped_unit_is_found_by_its_code_and_by_its_title_in_any_order() {
        let mut count = 0;
        for file in Catalogue::shipped().files() {
            let units: Vec<Unit> = file
                .qualifications
                .iter()
                .flat_map(|one| one.units.to_vec())
                .collect();
            let index = Index::new(&units, None);
            for unit in &units {
                for text in spellings(unit.code.as_str()) {
                    for (other, fit) in units.iter().zip(index.find(&text)) {
                        assert_eq!(
                            fit.is_some(),
                            other.code == unit.code,
                            "{text} finds {}",
                            other.code
                        );
                    }
                }
                let words: Vec<&str> = unit.title.split(' ').collect();
                let turned: Vec<&str> = words.iter().rev().copied().collect();
                let mut sorted = words.clone();
                sorted.sort_unstable();
                let halved: Vec<&str> = words
                    .iter()
                    .skip(1)
                    .step_by(2)
                    .chain(words.iter().step_by(2))
                    .copied()
                    .collect();
                for order in [words, turned, sorted, halved] {
                    for text in [
                        order.join(" "),
                        order.join(" ").replace(" and ", " & ").to_uppercase(),
                        order.join("–").replace('’', "'"),
                    ] {
                        let fits = index.find(&text);
                        let of_unit = units
                            .iter()
                            .zip(&fits)
                            .find(|(other, _)| other.code == unit.code);
                        assert_eq!(of_unit.map(|(_, fit)| *fit), Some(WHOLE), "{text}");
                    }
                }
                count += 1;
            }
        }
        assert!(count >= 70);
    }
}
