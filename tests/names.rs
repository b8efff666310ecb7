//! Lists of codes as people write them: whatever stands in one is a unit, or part of one's code, or is
//! named as no unit. Nothing goes without a word but what only stands beside a unit that is there.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qualification_planner::catalogue::Catalogue;
use qualification_planner::names::{Said, read, recognise};
use qualification_planner::qualification::{Hours, QualificationId, Unit, UnitCode};
use qualification_planner::wording;

/// Units of a body: code, other names of it, title.
type Body = &'static [(&'static str, &'static [&'static str], &'static str)];

const CARE: Body = &[
    ("CR 31", &["R/701/2211"], "Talking and Listening"),
    ("CR 32", &[], "Growing as a Worker"),
    ("SF 044", &["SF 40"], "Safe Work"),
    ("FRA 51C", &[], "Frailty in Practice"),
    ("FRA 51", &["FRA 41"], "Frailty"),
    ("WALK 07", &[], "Moving About"),
    ("K/702/0087", &[], "Frailty: Talking"),
];

const SOUND: Body = &[
    ("AB12 44", &[], "Sound for Beginners"),
    ("AB17 45", &[], "Sound: Mixing"),
    ("C3D1 44", &[], "Pictures"),
    ("C3D2 21", &["E05F 21", "E06F 21"], "Working Together"),
    ("AB15 03", &[], "Rights"),
];

const CRAFT: Body = &[
    ("6200-301", &[], "Safety"),
    ("6200-302", &["6100-302"], "Materials"),
    ("6200-401", &["Y/333/8080"], "Throwing Pots"),
    ("6200-415", &[], "A Show"),
];

const SPORT: Body = &[
    ("1", &[], "Anatomy"),
    ("2", &[], "Fitness"),
    ("12", &["D/123/4455"], "Coaching"),
    ("13", &[], "Self-employment"),
];

const BODIES: [Body; 4] = [CARE, SOUND, CRAFT, SPORT];

/// Codes that nobody has. The last two may be read with what stands before them where spaces part the
/// items of a list.
const UNKNOWN: [&str; 10] = [
    "XYZ 99",
    "QQ 7",
    "ZK81",
    "AB99C",
    "R/999/1234",
    "5999-123",
    "FRA-99",
    "CR 99",
    "299",
    "ZK81V 55",
];

/// Unknown ones that are told as one also where spaces part the items.
const PLAIN_UNKNOWN: usize = 8;

const SEPARATORS: [&str; 7] = [", ", ",", "; ", "|", " | ", "\n", "\r\n"];

fn units(body: Body) -> Vec<Unit> {
    let code = |code: &str| UnitCode::new(code).unwrap();
    let unit = |(name, others, title): &(&str, &[&str], &str)| Unit {
        code: code(name),
        title: (*title).to_owned(),
        level: None,
        credits: None,
        hours: Hours::new(30),
        points: None,
        subject: None,
        tags: Vec::new(),
        sizes: Vec::new(),
        former_codes: others.iter().map(|other| code(other)).collect(),
        regulator_number: None,
    };
    body.iter().map(unit).collect()
}

/// What stands between two separators.
#[derive(Clone, Debug)]
enum Piece {
    /// A unit of the body, by one of its names, and how that is written.
    Whole(usize, usize, usize),
    Unknown(usize),
    /// The beginning of a code, or its end.
    Part(usize, bool),
}

impl Piece {
    fn text(&self, body: Body) -> String {
        match *self {
            Self::Unknown(place) => UNKNOWN[place % UNKNOWN.len()].to_owned(),
            Self::Whole(unit, name, spelling) => {
                let (code, others, _) = body[unit % body.len()];
                let names: Vec<&str> = std::iter::once(code)
                    .chain(others.iter().copied())
                    .collect();
                let name = names[name % names.len()];
                match spelling % 5 {
                    0 => name.to_lowercase(),
                    1 => name.replace([' ', '-', '/'], ""),
                    2 => name.replace(' ', "-"),
                    3 => name.replace('-', " "),
                    _ => name.to_owned(),
                }
            }
            Self::Part(unit, is_beginning) => {
                let (code, ..) = body[unit % body.len()];
                let (beginning, end) = code.rsplit_once([' ', '-', '/']).unwrap_or((code, code));
                if is_beginning { beginning } else { end }.to_owned()
            }
        }
    }

    /// What is found of it: a code of the body, or what it is as it stands there.
    fn found(&self, body: Body) -> String {
        match *self {
            Self::Whole(unit, ..) => body[unit % body.len()].0.to_owned(),
            _ => self.text(body),
        }
    }
}

fn whole() -> impl Strategy<Value = Piece> {
    (0_usize..8, 0_usize..3, 0_usize..5).prop_map(|(unit, name, way)| Piece::Whole(unit, name, way))
}

fn unknown(most: usize) -> impl Strategy<Value = Piece> {
    (0..most).prop_map(Piece::Unknown)
}

fn part() -> impl Strategy<Value = Piece> {
    (0_usize..8, any::<bool>()).prop_map(|(unit, beginning)| Piece::Part(unit, beginning))
}

fn joined(body: Body, pieces: &[Piece], separators: &[&str]) -> String {
    let mut text = String::new();
    for (place, piece) in pieces.iter().enumerate() {
        if place > 0 {
            text.push_str(separators[place % separators.len()]);
        }
        text.push_str(&piece.text(body));
    }
    text
}

fn said(body: Body, text: &str) -> Vec<Said> {
    read(units(body).iter(), text)
}

/// What is found in a text: codes of units, and what is none as it stands there.
fn found(body: Body, text: &str) -> Vec<String> {
    let said = said(body, text).into_iter();
    said.map(|said| match said.unit {
        Some(code) => code.to_string(),
        None => text[said.place].to_owned(),
    })
    .collect()
}

/// The words of a text of which nothing is said, each with where it stands.
fn passed_over<'t>(said: &[Said], text: &'t str) -> Vec<(usize, &'t str)> {
    let is_between = |letter: char| !letter.is_alphanumeric() && letter != '\'';
    let words = text.split(is_between).filter(|word| !word.is_empty());
    let words = words.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
    let is_said = |at: usize| said.iter().any(|said| said.place.contains(&at));
    words.filter(|(at, _)| !is_said(*at)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whole_codes_are_found_in_any_order_whatever_parts_them(
        body in 0..BODIES.len(),
        mut pieces in prop::collection::vec(prop_oneof![3 => whole(), 2 => unknown(UNKNOWN.len())], 1..8),
        separators in prop::collection::vec(prop::sample::select(&SEPARATORS[..]), 1..4),
        turn in 0_usize..8,
    ) {
        let body = BODIES[body];
        let wanted = |pieces: &[Piece]| -> Vec<String> {
            pieces.iter().map(|piece| piece.found(body)).collect()
        };
        let text = joined(body, &pieces, &separators);
        prop_assert_eq!(found(body, &text), wanted(&pieces), "{:?}", text);
        let turn = turn % pieces.len();
        pieces.rotate_left(turn);
        pieces.reverse();
        let text = joined(body, &pieces, &separators);
        prop_assert_eq!(found(body, &text), wanted(&pieces), "{:?}", text);
    }

    #[test]
    fn whole_codes_are_found_where_spaces_part_them(
        body in 0..BODIES.len(),
        pieces in prop::collection::vec(prop_oneof![3 => whole(), 2 => unknown(PLAIN_UNKNOWN)], 1..8),
        separators in prop::collection::vec(prop::sample::select(&[" ", "  ", ", ", "\n"][..]), 1..4),
    ) {
        let body = BODIES[body];
        let text = joined(body, &pieces, &separators);
        let wanted: Vec<String> = pieces.iter().map(|piece| piece.found(body)).collect();
        prop_assert_eq!(found(body, &text), wanted, "{:?}", text);
    }

    #[test]
    fn parts_of_codes_are_units_or_are_named(
        body in 0..BODIES.len(),
        pieces in prop::collection::vec(
            prop_oneof![2 => whole(), 1 => unknown(UNKNOWN.len()), 2 => part()], 1..8),
        separators in prop::collection::vec(prop::sample::select(&SEPARATORS[..]), 1..4),
        spaces in any::<bool>(),
    ) {
        let body = BODIES[body];
        let separators = if spaces { vec![" "] } else { separators };
        let text = joined(body, &pieces, &separators);
        let said = said(body, &text);
        prop_assert_eq!(passed_over(&said, &text), vec![], "{:?}", text);
        if !spaces {
            // Each is told for itself: a unit that has this part, or the part as it stands there.
            prop_assert_eq!(said.len(), pieces.len(), "{:?}", text);
            for (piece, said) in pieces.iter().zip(&said) {
                let written = &text[said.place.clone()];
                prop_assert_eq!(written, piece.text(body), "{:?}", text);
                if let (Piece::Part(unit, _), Some(code)) = (piece, &said.unit) {
                    prop_assert_eq!(code.as_str(), body[unit % body.len()].0, "{:?}", text);
                }
            }
        }
    }

    /// Codes, parts of them, titles, words of a table and figures with whatever marks between.
    #[test]
    fn only_what_stands_beside_a_unit_is_passed_over(
        body in 0..BODIES.len(),
        pieces in prop::collection::vec(
            prop_oneof![
                3 => (whole(), Just(0)),
                1 => (unknown(UNKNOWN.len()), Just(0)),
                2 => (part(), Just(0)),
                3 => (whole(), 1_usize..12),
            ],
            1..10,
        ),
        marks in prop::collection::vec(
            prop::sample::select(&[" ", ", ", "; ", ": ", " (", ") ", "-", "/", " & ", "\t", "\n", " | "][..]), 1..5),
    ) {
        const BESIDE: [&str; 8] = ["and", "unit", "units", "code", "title", "level", "credits", "mandatory"];
        let body = BODIES[body];
        let texts = pieces.iter().map(|(piece, word)| {
            let Piece::Whole(unit, name, _) = piece else { return piece.text(body) };
            let title = body[unit % body.len()].2;
            let words: Vec<&str> = title.split(' ').collect();
            match word {
                0 => piece.text(body),
                1 | 2 => title.to_owned(),
                3 | 4 => words[name % words.len()].to_owned(),
                5 => title.chars().take(4).collect(),
                6 | 7 => BESIDE[(unit + 3 * name) % BESIDE.len()].to_owned(),
                8 | 9 => (3 + unit).to_string(),
                10 => "30".to_owned(),
                _ => "plumbing".to_owned(),
            }
        });
        let mut text = String::new();
        for (place, piece) in texts.enumerate() {
            text.push_str(&piece);
            text.push_str(marks[place % marks.len()]);
        }
        let said = said(body, &text);
        let lower = |text: &str| text.to_lowercase();
        let ends = body.iter().filter_map(|(code, ..)| code.rsplit([' ', '-', '/']).next());
        let numbers = ends.filter(|end| end.bytes().all(|byte| byte.is_ascii_digit()));
        let fewest = numbers.map(str::len).min().unwrap();
        let named: BTreeSet<String> = said.iter().filter_map(|said| said.unit.as_ref()).map(ToString::to_string).collect();
        let titles: BTreeSet<String> = body.iter()
            .filter(|(code, ..)| named.contains(*code))
            .flat_map(|(.., title)| title.split([' ', ':', '-']).map(lower))
            .collect();
        for (at, word) in passed_over(&said, &text) {
            let small = lower(word);
            let is_of_title = titles.contains(&small)
                || small.len() > 2 && titles.iter().any(|title| title.starts_with(&small));
            let words = |text: &str| -> Vec<String> {
                let words = text.split(|letter: char| !letter.is_alphanumeric());
                words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
            };
            let last = words(text[..at].rsplit([',', ';', '|', '\n']).next().unwrap_or_default()).pop();
            let next = words(&text[at + word.len()..]).into_iter().next();
            let is_figure = word.bytes().all(|byte| byte.is_ascii_digit())
                && (word.len() < fewest
                    || word == "30"
                    || last.as_deref() == Some("level")
                    || next.as_deref() == Some("credits"));
            let behind = text[at + word.len()..].trim_start_matches([' ', ':', '(', ')', '-', '\t', '/']);
            let is_beginning = said.iter().any(|said| {
                said.place.start == text.len() - behind.len()
                    && said.unit.as_ref().is_some_and(|code| lower(code.as_str()).starts_with(&small))
            });
            prop_assert!(
                is_of_title || is_figure || is_beginning || BESIDE.contains(&&*small),
                "{:?} of {:?}", word, text
            );
        }
    }
}

#[test]
fn a_part_of_a_code_before_or_behind_a_whole_one_is_named() {
    for (body, text, wanted) in [
        (SOUND, "C3D2, AB12 44", &["C3D2", "AB12 44"][..]),
        (SOUND, "C3D2 AB12 44", &["C3D2", "AB12 44"]),
        (SOUND, "AB12; C3D1", &["AB12", "C3D1"]),
        (
            SOUND,
            "AB17, C3D1 44|AB12 44",
            &["AB17", "C3D1 44", "AB12 44"],
        ),
        (SOUND, "AB12 44, X9Y8 44", &["AB12 44", "X9Y8 44"]),
        // 21 ends one code alone, and that is another.
        (SOUND, "AB12 44, X9Y8 21", &["AB12 44", "X9Y8 21"]),
        (CARE, "CR, CR 31", &["CR", "CR 31"]),
        (CARE, "WALK, CR 31", &["WALK", "CR 31"]),
        (CARE, "SF; FRA 51", &["SF", "FRA 51"]),
        // It begins a word of the title as well.
        (CARE, "FRA, FRA 51", &["FRA", "FRA 51"]),
        (CARE, "FRA 51, FRA", &["FRA 51", "FRA"]),
        (CARE, "FRA 51, Frail, CR 31", &["FRA 51", "Frail", "CR 31"]),
        // A number behind the beginning of a code is no figure of the unit before.
        (CARE, "CR 31, WALK, 3", &["CR 31", "WALK", "3"]),
        (CARE, "CR: 31, 32", &["CR 31", "CR 32"]),
        (CARE, "CR (31)", &["CR 31"]),
        (CRAFT, "6200, 301", &["6200", "6200-301"]),
        (CRAFT, "6200: 301", &["6200-301"]),
    ] {
        assert_eq!(found(body, text), wanted, "{text}");
    }
}

#[test]
fn what_a_pasted_list_names_in_vain_is_said_with_what_may_be_meant() {
    let catalogue = Catalogue::shipped();
    let id = QualificationId::new("8607-diploma").unwrap();
    let diploma = catalogue.qualification(&id).unwrap();
    let found = recognise(diploma, "8607, 8607-501, 8607-5003, XYZ 99").unwrap();
    let lines = wording::added(diploma, &found.codes, &[], &[], &found);
    assert_eq!(lines[0], "1 unit was added: 8607-501.");
    assert_eq!(
        lines[1],
        "Not units of this qualification: “8607”, “8607-5003” (did you mean 8607-503?), “XYZ 99”."
    );
}
