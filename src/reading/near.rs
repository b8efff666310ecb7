//! Names that are nearly the same.

/// How much two names may differ: half an exchange of neighbours counts 1, any other letter 2.
const MOST: usize = 6;

/// Longer names are not compared.
const LONGEST: usize = 64;

/// The most names that may be equally near. Where there are more, none is likely to be the one that
/// was meant.
const MOST_NEAR: usize = 3;

/// Those of `names` that `word` is most likely to mean.
#[must_use]
pub fn near<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let wanted = plain(word);
    let mut least = usize::MAX;
    let mut nearest: Vec<&str> = Vec::new();
    for name in names {
        let Some(distance) = distance(&wanted, name) else {
            continue;
        };
        if distance < least {
            least = distance;
            nearest.clear();
        }
        if distance == least && !nearest.contains(&name) && nearest.len() <= MOST_NEAR {
            nearest.push(name);
        }
    }
    if nearest.len() > MOST_NEAR {
        nearest.clear();
    }
    nearest
}

/// The one that `word` is most likely to mean, if there is one.
pub(super) fn the_one<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    match near(word, names).as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// Letters and digits alone, small, and numbers without the zeros in front of them.
fn plain(word: &str) -> Vec<char> {
    let mut plain: Vec<char> = Vec::new();
    let mut before = ' ';
    let mut rest = word.chars().peekable();
    while let Some(letter) = rest.next() {
        let is_in_front = letter == '0'
            && !before.is_ascii_digit()
            && rest.peek().is_some_and(char::is_ascii_digit);
        if is_in_front {
            continue;
        }
        before = letter;
        if letter.is_alphanumeric() && plain.len() <= LONGEST {
            plain.push(letter.to_ascii_lowercase());
        }
    }
    plain
}

/// Other words for a key, and the key.
const ALSO: [(&str, &str); 8] = [
    ("min", "at_least"),
    ("minimum", "at_least"),
    ("max", "at_most"),
    ("maximum", "at_most"),
    ("equals", "exactly"),
    ("name", "title"),
    ("type", "kind"),
    ("number", "code"),
];

/// The key for which a word is another name.
pub(super) fn also(
    word: &str,
    keys: impl IntoIterator<Item = &'static str>,
) -> Option<&'static str> {
    let (_, meant) = ALSO
        .iter()
        .find(|(other, _)| word.eq_ignore_ascii_case(other))?;
    keys.into_iter().find(|key| key == meant)
}

/// How far a name is from what is wanted; nothing where that is too far to be meant.
fn distance(wanted: &[char], name: &str) -> Option<usize> {
    let plain = plain(name);
    let shorter = wanted.len().min(plain.len());
    if wanted == plain {
        return Some(0);
    }
    if shorter < 2 || wanted.len().max(plain.len()) > LONGEST {
        return None;
    }
    // glh for guided_learning_hours.
    let initials = name
        .split(['_', '-', ' '])
        .filter_map(|part| part.chars().next());
    if initials.eq(wanted.iter().copied()) {
        return Some(1);
    }
    let limit = (shorter / 3 * 2).min(MOST);
    if let Some(edits) = edits(wanted, &plain, limit) {
        return Some(edits);
    }
    let (long, short) = if wanted.len() > plain.len() {
        (wanted, plain.as_slice())
    } else {
        (plain.as_slice(), wanted)
    };
    let held = shorter >= 4 && long.windows(shorter).any(|part| part == short);
    held.then_some(MOST + 1)
}

/// Twice the letters to be put in, taken out or changed, and once the neighbours to be exchanged; nothing
/// where that is more than `left`.
fn edits(one: &[char], other: &[char], left: usize) -> Option<usize> {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..)?, other.get(same..)?);
    let cost = |cost: usize, one: Option<&[char]>, other: Option<&[char]>| {
        let rest = edits(one?, other?, left.checked_sub(cost)?)?;
        Some(rest + cost)
    };
    match (one, other) {
        ([], []) => Some(0),
        ([], rest) | (rest, []) => Some(rest.len() * 2).filter(|cost| *cost <= left),
        ([first, second, ..], [third, fourth, ..]) if first == fourth && second == third => {
            cost(1, one.get(2..), other.get(2..))
        }
        _ => [
            cost(2, one.get(1..), other.get(1..)),
            cost(2, one.get(1..), Some(other)),
            cost(2, Some(one), other.get(1..)),
        ]
        .into_iter()
        .flatten()
        .min(),
    }
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn what_was_meant_is_found_and_what_was_not_is_not() {
        let keys = [
            "code",
            "title",
            "level",
            "credits",
            "guided_learning_hours",
            "at_least",
            "at_most",
        ];
        for (word, meant) in [
            ("glh", vec!["guided_learning_hours"]),
            ("guided_lerning_hours", vec!["guided_learning_hours"]),
            ("hours", vec!["guided_learning_hours"]),
            ("Credits", vec!["credits"]),
            ("credit", vec!["credits"]),
            ("atLeast", vec!["at_least"]),
            ("at-most", vec!["at_most"]),
            ("tilte", vec!["title"]),
            ("exactly", vec![]),
            ("x", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(near(word, keys), meant, "{word}");
        }
    }

    #[test]
    fn exchanged_digits_come_before_changed_ones_and_of_many_none_is_meant() {
        let codes = ["K/101/0045", "K/101/0054", "K/101/0145"];
        assert_eq!(near("K/110/0045", codes), ["K/101/0045"]);
        assert_eq!(near("K1010054", codes), ["K/101/0054"]);
        let alike = ["77-501", "77-502", "77-503", "77-504"];
        assert!(near("77-509", alike).is_empty());
        assert_eq!(near("P 3", ["P 01", "P 03", "P 13"]), ["P 03"]);
        assert!(near("P 0", ["P 01", "P 02"]).is_empty());
        assert_eq!(
            near("77-505", alike.into_iter().take(2)),
            ["77-501", "77-502"]
        );
    }
}
