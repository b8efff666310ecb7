//! A link written and read, down to a single letter.

use super::bits::{DecodeError, Read, are_letters, checksum, from_letters, put_letters};
use super::choices;
use super::error::LinkError;
use super::notes;
use super::partial;
use super::spelling::{Before, Decoder, Encoder};
use super::starts;
use super::states;
use super::version::{FIFTH, FOURTH, Needed, SECOND, VERSIONS};
use crate::plan::{Action, Pick, Plan};
use crate::qualification::{QualificationId, RuleId, UnitCode, VariantId};
use crate::saved_plans::{CatalogueVersion, PlanSnapshot, UnitSnapshot};

/// The longest link that is read, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// What a link ends in.
pub(super) const CLOSING: char = 'Z';

/// The link to a plan, with or without its name: what comes behind the `#` and a key.
///
/// The facts of picked units travel without their titles, and of the edition the day and the
/// fingerprint. It is as long as the plan is large: one of thousands of units may be more than
/// [`LONGEST`] and more than programs take for an address.
///
/// ```
/// use qualification_planner::saved_plans::PlanSnapshot;
/// use qualification_planner::exchange::link;
/// use qualification_planner::plan::{Action, Plan};
/// use qualification_planner::qualification::{QualificationId, UnitCode};
/// # (|| {
/// let plan = Plan::new(QualificationId::new("8607-diploma")?)
///     .after(Action::Pick(UnitCode::new("8607-501")?))
///     .after(Action::Rename("Siân".to_owned()));
/// let snapshot = PlanSnapshot { plan, catalogue_version: Default::default(), facts: Vec::new() };
/// assert_eq!(link::decode(&link::encode(&snapshot, true)), Ok(snapshot));
/// # Some(())
/// # })().unwrap();
/// ```
#[must_use]
pub fn encode(snapshot: &PlanSnapshot, with_name: bool) -> String {
    let (plan, catalogue_version) = (
        states::without_evidence(notes::without(snapshot.plan.clone())),
        snapshot.catalogue_version.clone(),
    );
    let facts = snapshot.facts.clone();
    let snapshot = PlanSnapshot {
        plan,
        catalogue_version,
        facts,
    };
    encode_with_notes(&snapshot, with_name)
}

/// The same with what is noted of the plan and of its units and where these come from: only where the learner asks for
/// it.
#[must_use]
pub fn encode_with_notes(snapshot: &PlanSnapshot, with_name: bool) -> String {
    let mut encoder = write(snapshot, with_name);
    let has_notes = notes::is_any(&snapshot.plan);
    let needed = Needed {
        newer: encoder.newer || partial::is_any(snapshot),
        more: encoder.months || has_notes || starts::is_any(&snapshot.plan),
        states: states::is_any(&snapshot.plan),
    };
    let version = needed.version();
    if version >= SECOND {
        partial::write(&mut encoder, snapshot);
    }
    if version >= FOURTH {
        starts::write(&mut encoder, &snapshot.plan);
        encoder.bits.flag(has_notes);
    }
    if has_notes {
        notes::write(&mut encoder, &snapshot.plan);
    }
    if version >= FIFTH {
        states::write(&mut encoder, &snapshot.plan);
    }
    let mut bytes = encoder.bits.into_bytes();
    let sum = sum_of(version, &bytes);
    bytes.extend(sum.to_le_bytes());
    let mut text = version.to_string();
    put_letters(&mut text, &bytes);
    text.push(CLOSING);
    text
}

/// The plan in a link that is as it was made. White space around it does no harm, nor do marks behind
/// it, such as the full stop of a sentence. [`open`](super::open) also reads one that was changed on its way.
///
/// # Errors
///
/// A [`LinkError`] where this version cannot read it, down to a single letter.
pub fn decode(text: &str) -> Result<PlanSnapshot, LinkError> {
    if text.len() > LONGEST {
        return Err(LinkError::TooLong);
    }
    let text = text.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
    let mut letters = text.trim_start().chars();
    let written = letters.next().ok_or(LinkError::CutShort)?;
    if !VERSIONS.contains(&written) {
        let newer = written.to_digit(10).filter(|digit| *digit > 0);
        return Err(newer.map_or(LinkError::NoLink, LinkError::Newer));
    }
    let text = letters.as_str();
    if !are_letters(text) {
        return Err(LinkError::Damaged);
    }
    let letters = text.strip_suffix(CLOSING).ok_or(LinkError::CutShort)?;
    Ok(verified(written, letters)?)
}

/// The plan in the letters between the version and the one that closes a link, where their checksum is
/// right.
pub(super) fn verified(written: char, letters: &str) -> Read<PlanSnapshot> {
    let bytes = from_letters(letters)?;
    let (content, sum) = bytes.split_last_chunk().ok_or(DecodeError)?;
    if sum_of(written, content) != u32::from_le_bytes(*sum) {
        return Err(DecodeError);
    }
    let mut decoder = Decoder::new(content);
    let mut snapshot = read(&mut decoder)?;
    if written >= SECOND {
        partial::read(&mut decoder, &mut snapshot)?;
    }
    if written >= FOURTH {
        snapshot.plan = starts::read(&mut decoder, snapshot.plan)?;
        if decoder.bits.flag()? {
            snapshot.plan = notes::read(&mut decoder, snapshot.plan)?;
            if !notes::is_any(&snapshot.plan) {
                return Err(DecodeError);
            }
        }
    }
    // A month in which a unit was achieved is none that an earlier version would have to know.
    let months = decoder.months;
    if written >= FIFTH {
        snapshot.plan = states::read(&mut decoder, snapshot.plan)?;
    }
    let needed = Needed {
        newer: decoder.newer || partial::is_any(&snapshot),
        more: months || starts::is_any(&snapshot.plan) || notes::is_any(&snapshot.plan),
        states: states::is_any(&snapshot.plan),
    };
    decoder.bits.finish()?;
    let is_right = written == needed.version();
    is_right.then_some(snapshot).ok_or(DecodeError)
}

fn sum_of(version: char, content: &[u8]) -> u32 {
    checksum(version.to_string().bytes().chain(content.iter().copied()))
}

fn write(snapshot: &PlanSnapshot, with_name: bool) -> Encoder {
    let (plan, catalogue_version) = (&snapshot.plan, &snapshot.catalogue_version);
    let mut encoder = Encoder::default();
    let mut words = Before::default();
    encoder.name(&mut words, plan.qualification.as_str());
    encoder.optional(catalogue_version.checked, Encoder::day);
    let rules = Some(catalogue_version.rules).filter(|rules| *rules != 0);
    encoder.optional(rules, |encoder, rules| encoder.bits.bits(rules.into(), 32));
    encoder.typed(&if with_name {
        name_of(plan)
    } else {
        String::new()
    });
    encoder.optional(plan.registered, Encoder::day);
    for variant in [&plan.pathway, &plan.nation] {
        let variant = variant.as_ref().map(VariantId::as_str);
        encoder.optional(variant, |encoder, id| encoder.name(&mut words, id));
    }
    // An action keeps them in order, but the field is public.
    let mut conditions = plan.conditions.clone();
    conditions.sort_unstable();
    conditions.dedup();
    let conditions: Vec<&str> = conditions.iter().map(RuleId::as_str).collect();
    write_names(&mut encoder, &mut words, &conditions);

    let mut codes = Before::new(plan.qualification.as_str());
    encoder.bits.number(count(plan.picks().len()), 3);
    let mut before = None;
    for pick in plan.picks() {
        encoder.name(&mut codes, pick.code.as_str());
        choices::write(&mut encoder, &mut words, pick, before.replace(pick));
        let place = |facts: &UnitSnapshot| facts.code.cmp(&pick.code);
        let place = snapshot.facts.binary_search_by(place).ok();
        let facts = place.and_then(|place| snapshot.facts.get(place));
        let figures = facts.and_then(|facts| facts.credits.zip(facts.hours));
        encoder.optional(figures, |encoder, (credits, hours)| {
            encoder.bits.number(credits, 2);
            encoder.bits.number(hours, 4);
        });
    }
    for list in [&plan.wished, &plan.avoided] {
        let list: Vec<&str> = list.iter().map(UnitCode::as_str).collect();
        write_names(&mut encoder, &mut codes, &list);
    }
    encoder
}

/// The name in the form in which an action sets it.
fn name_of(plan: &Plan) -> String {
    let named = Plan::new(plan.qualification.clone()).after(Action::Rename(plan.name.clone()));
    named.name
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Names, as many as are read.
fn write_names(encoder: &mut Encoder, before: &mut Before, names: &[&str]) {
    let names = names.get(..Plan::MOST_PICKS).unwrap_or(names);
    encoder.bits.number(count(names.len()), 0);
    for name in names {
        encoder.name(before, name);
    }
}

fn read(decoder: &mut Decoder) -> Read<PlanSnapshot> {
    let mut words = Before::default();
    let mut plan = Plan::new(decoder.name(&mut words, QualificationId::new)?);
    let checked = decoder.optional(Decoder::day)?;
    let rules = decoder.optional(|decoder| decoder.bits.bits(32))?;
    if rules == Some(0) {
        return Err(DecodeError);
    }
    let catalogue_version = CatalogueVersion {
        checked,
        rules: u32::try_from(rules.unwrap_or(0)).map_err(|_| DecodeError)?,
        ..CatalogueVersion::default()
    };
    let name = decoder.typed(Plan::LONGEST_NAME)?;
    plan = plan.after(Action::Rename(name.clone()));
    if plan.name != name {
        return Err(DecodeError);
    }
    plan.registered = decoder.optional(Decoder::day)?;
    plan.pathway = decoder.optional(|decoder| decoder.name(&mut words, VariantId::new))?;
    plan.nation = decoder.optional(|decoder| decoder.name(&mut words, VariantId::new))?;
    plan.conditions = read_names(decoder, &mut words, RuleId::new)?;
    if !plan.conditions.is_sorted_by(|one, next| one < next) {
        return Err(DecodeError);
    }
    let mut codes = Before::new(plan.qualification.as_str());
    let (mut plan, facts) = read_units(decoder, &mut words, &mut codes, plan)?;
    plan.wished = read_names(decoder, &mut codes, UnitCode::new)?;
    plan.avoided = read_names(decoder, &mut codes, UnitCode::new)?;
    Ok(PlanSnapshot {
        plan,
        catalogue_version,
        facts,
    })
}

fn read_names<T>(
    decoder: &mut Decoder,
    before: &mut Before,
    named: impl Fn(&str) -> Option<T>,
) -> Read<Vec<T>> {
    let count = at_most(decoder.bits.number(0)?)?;
    (0..count).map(|_| decoder.name(before, &named)).collect()
}

fn at_most(count: u32) -> Read<u32> {
    let most = usize::try_from(count).is_ok_and(|count| count <= Plan::MOST_PICKS);
    most.then_some(count).ok_or(DecodeError)
}

fn read_units(
    decoder: &mut Decoder,
    words: &mut Before,
    codes: &mut Before,
    mut plan: Plan,
) -> Read<(Plan, Vec<UnitSnapshot>)> {
    let mut before: Option<Pick> = None;
    let mut all_facts = Vec::new();
    for _ in 0..at_most(decoder.bits.number(3)?)? {
        let code = decoder.name(codes, UnitCode::new)?;
        if before.as_ref().is_some_and(|before| before.code >= code) {
            return Err(DecodeError);
        }
        let pick = choices::read(decoder, words, Pick::new(code), before.as_ref())?;
        let facts = decoder.optional(|decoder| {
            Ok(UnitSnapshot {
                credits: Some(decoder.bits.number(2)?),
                hours: Some(decoder.bits.number(4)?),
                ..UnitSnapshot::new(pick.code.clone())
            })
        })?;
        all_facts.extend(facts);
        plan = choices::with(plan, &pick);
        before = Some(pick);
    }
    Ok((plan, all_facts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Progress;
    use crate::qualification::{Date, DayOrMonth, Earned, GroupId};
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    /// A plan as most are: twelve units of the diploma, the second of them achieved.
    fn usual() -> PlanSnapshot {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let codes = [
            501, 503, 506, 509, 511, 515, 522, 530, 533, 404, 412, 418_u32,
        ];
        let codes = codes.map(|number| UnitCode::new(&format!("8607-{number}")).unwrap());
        let plan = Plan::new(id)
            .after(Action::Rename("Gwenllian Pritchards".to_owned()))
            .after(Action::Register(Date::parse("2025-09-01")))
            .after(Action::PickAll(codes.to_vec()))
            .after(Action::Achieve(codes[1].clone(), true));
        let mut snapshot = PlanSnapshot::new(plan, qualification);
        assert_eq!(snapshot.facts.len(), 12);
        // What does not travel.
        for unit in &mut snapshot.facts {
            unit.title.clear();
            unit.level = None;
        }
        snapshot.catalogue_version.catalogue.clear();
        snapshot.catalogue_version.document.clear();
        snapshot
    }

    #[test]
    fn a_link_to_a_usual_plan_is_short() {
        let link = encode(&usual(), true);
        let address = ["https:", "//planner.example/#qp=", &link].concat();
        assert!(address.len() <= 140, "{}: {address}", address.len());
        assert_eq!(decode(&encode(&usual(), true)), Ok(usual()));
    }

    #[test]
    fn a_name_travels_only_where_it_is_to() {
        let read = decode(&encode(&usual(), false)).unwrap();
        assert_eq!((read.plan.name.as_str(), read.facts), ("", usual().facts));
    }

    #[test]
    fn a_code_with_a_space_makes_a_link_of_the_second_version() {
        let plain = Plan::new(QualificationId::new("suite").unwrap());
        let code = UnitCode::new("HY92 34").unwrap();
        let spaced = plain.clone().after(Action::Pick(code));
        for (plan, version) in [(plain, "1"), (spaced, "2")] {
            let (catalogue_version, facts) = (CatalogueVersion::default(), Vec::new());
            let snapshot = PlanSnapshot {
                plan,
                catalogue_version,
                facts,
            };
            let link = encode(&snapshot, true);
            assert!(link.starts_with(version), "{link}");
            let other = link.replacen(version, if version == "1" { "2" } else { "1" }, 1);
            assert_eq!(decode(&other), Err(LinkError::Damaged), "{other}");
            assert_eq!(decode(&link), Ok(snapshot));
        }
    }

    #[test]
    fn a_month_or_a_start_makes_a_link_of_the_last_version_and_takes_few_letters() {
        let code = UnitCode::new("8607-509").unwrap();
        let month = DayOrMonth::month(2026, 2);
        let day = Date::parse("2026-02-28").map(DayOrMonth::from);
        let link = |action| {
            let mut snapshot = usual();
            snapshot.plan = snapshot.plan.after(action);
            let link = encode(&snapshot, true);
            assert_eq!(decode(&link), Ok(snapshot));
            link
        };
        let [by_day, by_month, from] = [
            link(Action::Schedule(code.clone(), day)),
            link(Action::Schedule(code.clone(), month)),
            link(Action::Start(code, month)),
        ];
        assert!(by_day.starts_with('1') && by_month.starts_with('4') && from.starts_with('4'));
        assert!(by_month.len() <= by_day.len() + 5, "{by_month}");
        let older = by_month.replacen('4', "2", 1);
        assert_eq!(decode(&older), Err(LinkError::Damaged));
    }

    #[test]
    fn what_stands_around_a_link_does_no_harm() {
        let link = encode(&usual(), true);
        for text in [
            format!(" {link}\n"),
            format!("{link}."),
            format!("{link}>),"),
        ] {
            assert_eq!(decode(&text), Ok(usual()), "{text}");
        }
    }

    #[test]
    fn a_name_that_no_action_set_is_tidied() {
        let mut snapshot = usual();
        snapshot.plan.name = format!("a\n{}", "b".repeat(200));
        let read = decode(&encode(&snapshot, true)).unwrap();
        assert_eq!(read.plan.name, format!("a{}", "b".repeat(79)));
    }

    #[test]
    fn conditions_that_no_action_set_are_put_in_order() {
        let mut snapshot = usual();
        let rules = ["b", "a", "b"].map(|id| RuleId::new(id).unwrap());
        snapshot.plan.conditions = rules.to_vec();
        let read = decode(&encode(&snapshot, true)).unwrap();
        assert_eq!(read.plan.conditions, [rules[1].clone(), rules[0].clone()]);
    }

    #[test]
    fn a_link_cut_short_is_called_so_and_never_half_read() {
        let link = encode(&usual(), true);
        for end in 0..link.len() {
            let cut = &link[..end];
            let error = if cut.ends_with(CLOSING) {
                LinkError::Damaged
            } else {
                LinkError::CutShort
            };
            assert_eq!(decode(cut), Err(error), "{end}");
        }
    }

    #[test]
    fn a_changed_letter_is_found_or_changes_nothing() {
        let link = encode(&usual(), true);
        for index in 0..link.len() {
            for letter in (0..128_u8).map(char::from).chain(['é', '\u{2028}']) {
                let changed = format!("{}{letter}{}", &link[..index], &link[index + 1..]);
                if let Ok(read) = decode(&changed) {
                    assert_eq!(read, usual(), "{changed}");
                }
            }
            let less = format!("{}{}", &link[..index], &link[index + 1..]);
            let twice = format!("{}{}", &link[..=index], &link[index..]);
            for text in [less, twice] {
                assert!(text == link || decode(&text).is_err(), "{text}");
            }
        }
    }

    #[test]
    fn a_newer_link_is_told_apart_from_damage() {
        for (text, version) in [("3", 3), ("3?!", 3), ("9AAAAZ", 9), (" 6Z", 6)] {
            assert_eq!(decode(text), Err(LinkError::Newer(version)), "{text}");
        }
    }

    #[test]
    fn what_never_was_a_link_is_refused() {
        for text in ["0AAAAZ", "x", "/8607-diploma"] {
            assert_eq!(decode(text), Err(LinkError::NoLink), "{text}");
        }
        for text in ["1AA AAZ", "1Z", "1AAAAZ"] {
            assert_eq!(decode(text), Err(LinkError::Damaged), "{text}");
        }
        for text in ["", " ", "1", "-"] {
            assert_eq!(decode(text), Err(LinkError::CutShort), "{text:?}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_not_looked_at() {
        assert_eq!(
            decode(&"é".repeat(LONGEST / 2 + 1)),
            Err(LinkError::TooLong)
        );
        assert_eq!(decode(&"3".repeat(LONGEST + 1)), Err(LinkError::TooLong));
        assert_eq!(decode(&"3".repeat(LONGEST)), Err(LinkError::Newer(3)));
    }

    /// A link with a checksum that is right and whatever else somebody wants.
    fn sealed(write: impl FnOnce(&mut Encoder)) -> String {
        let mut encoder = Encoder::default();
        write(&mut encoder);
        sealed_bytes('1', encoder.bits.into_bytes())
    }

    fn sealed_bytes(version: char, mut bytes: Vec<u8>) -> String {
        bytes.extend(sum_of(version, &bytes).to_le_bytes());
        let mut text = version.to_string();
        put_letters(&mut text, &bytes);
        text + "Z"
    }

    /// What stands before the conditions of a plan that says nothing.
    fn head(encoder: &mut Encoder) {
        encoder.name(&mut Before::default(), "q");
        encoder.bits.bits(0, 2);
        encoder.typed("");
        encoder.bits.bits(0, 3);
    }

    fn none(encoder: &mut Encoder) {
        encoder.bits.number(0, 0);
    }

    /// Units, and nothing else, with the bits behind each code.
    fn units(count: u32, codes: &[&str], choices: &[(u64, u32)]) -> String {
        sealed(|encoder| {
            head(encoder);
            none(encoder);
            encoder.bits.number(count, 3);
            let mut before = Before::new("q");
            for code in codes {
                encoder.name(&mut before, code);
                for (bits, count) in choices {
                    encoder.bits.bits(*bits, *count);
                }
                encoder.bits.flag(false);
            }
            none(encoder);
            none(encoder);
        })
    }

    fn assert_damaged(links: &[String]) {
        for (index, link) in links.iter().enumerate() {
            assert_eq!(decode(link), Err(LinkError::Damaged), "{index}: {link}");
        }
    }

    #[test]
    fn units_stand_once_and_in_order_and_there_are_as_many_as_it_says() {
        let good = decode(&units(2, &["a", "b"], &[(1, 1)])).unwrap();
        assert_eq!(good.plan.picks().len(), 2);
        assert_damaged(&[
            units(2, &["a", "a"], &[(1, 1)]),
            units(2, &["b", "a"], &[(1, 1)]),
            units(3, &["a", "b"], &[(1, 1)]),
            units(1, &["a", "b"], &[(1, 1)]),
            units(5_001, &["a", "b"], &[(1, 1)]),
            units(u32::MAX, &["a", "b"], &[(1, 1)]),
        ]);
        let codes: Vec<String> = (0..5_001).map(|number| format!("{number:04}")).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let most = decode(&units(5_000, &codes[..5_000], &[(1, 1)])).unwrap();
        assert_eq!(most.plan.picks().len(), Plan::MOST_PICKS);
        assert_damaged(&[units(5_001, &codes, &[(1, 1)])]);
    }

    #[test]
    fn what_is_said_of_a_unit_has_one_spelling() {
        // As before, and yet said: not achieved, studied, in no group, without a day.
        assert_damaged(&[units(1, &["a"], &[(0, 1), (0, 1), (0, 2), (0, 2)])]);
        // Achieved, twice.
        let achieved = [(0, 1), (1, 1), (0, 2), (0, 2)];
        assert!(decode(&units(1, &["a"], &achieved)).is_ok());
        assert_damaged(&[units(2, &["a", "b"], &achieved)]);
        // On the day 0 of a month.
        let day = [(0, 1), (0, 1), (0, 2), (1, 2), (0b10000, 5), (0, 5)];
        assert_damaged(&[units(1, &["a"], &day)]);
    }

    #[test]
    fn names_and_numbers_that_cannot_be_are_refused() {
        let head_with = |typed: &dyn Fn(&mut Encoder)| {
            sealed(|encoder| {
                encoder.name(&mut Before::default(), "q");
                encoder.bits.bits(0, 2);
                typed(encoder);
                encoder.bits.bits(0, 3);
                none(encoder);
                encoder.bits.number(0, 3);
                none(encoder);
                none(encoder);
            })
        };
        assert!(decode(&head_with(&|encoder| encoder.typed(&"é".repeat(80)))).is_ok());
        let letter = |number| {
            head_with(&move |encoder: &mut Encoder| {
                encoder.bits.number(1, 4);
                encoder.bits.bits(0b11, 2);
                encoder.bits.number(number, 7);
            })
        };
        assert!(decode(&letter(0x9f)).is_ok());
        assert_damaged(&[
            head_with(&|encoder| encoder.typed(&"a".repeat(81))),
            head_with(&|encoder| encoder.bits.number(u32::MAX, 4)),
            letter(0),
            letter(0xd800 - 0x80),
            letter(0x11_0000 - 0x80),
            letter(u32::MAX),
            // A qualification without a name, and with one of 65 letters.
            sealed(|encoder| encoder.name(&mut Before::default(), "")),
            sealed(|encoder| encoder.name(&mut Before::default(), &"x".repeat(65))),
            // A fingerprint that is not known, and yet said.
            sealed(|encoder| {
                encoder.name(&mut Before::default(), "q");
                encoder.bits.bits(1, 2);
                encoder.bits.bits(0, 32);
                encoder.bits.bits(0, 64);
            }),
        ]);
    }

    #[test]
    fn conditions_stand_once_and_in_order() {
        let conditions = |names: &[&str]| {
            sealed(|encoder| {
                head(encoder);
                encoder.bits.number(count(names.len()), 0);
                let mut before = Before::new("q");
                for name in names {
                    encoder.name(&mut before, name);
                }
                encoder.bits.number(0, 3);
                none(encoder);
                none(encoder);
            })
        };
        assert!(decode(&conditions(&["a", "b"])).is_ok());
        assert_damaged(&[
            conditions(&["b", "a"]),
            conditions(&["a", "a"]),
            conditions(&vec!["a"; 5_001]),
        ]);
    }

    #[test]
    fn nothing_stands_behind_a_plan() {
        let bytes = write(&usual(), true).bits.into_bytes();
        let sealed_bytes = |bytes| sealed_bytes('1', bytes);
        assert_eq!(decode(&sealed_bytes(bytes.clone())), Ok(usual()));
        let mut more = bytes.clone();
        more.push(0);
        let mut less = bytes;
        less.pop();
        assert_damaged(&[sealed_bytes(more), sealed_bytes(less)]);
        assert_damaged(&[sealed_bytes(vec![]), sealed_bytes(vec![0; 40_000])]);
        assert_damaged(&[sealed_bytes(vec![0xff; 40_000])]);
    }

    fn date() -> impl Strategy<Value = Date> {
        let any = (1900..3000_u16, 1..=12_u8, 1..=31_u8);
        any.prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day))
    }

    fn day_or_month() -> impl Strategy<Value = DayOrMonth> {
        let of = |(day, is_month): (Date, bool)| match DayOrMonth::month(day.year(), day.month()) {
            Some(month) if is_month => month,
            _ => day.into(),
        };
        (date(), prop::bool::weighted(0.2)).prop_map(of)
    }

    fn name<T: std::fmt::Debug>(named: fn(&str) -> Option<T>) -> impl Strategy<Value = T> {
        let text = prop_oneof![
            "86[0-9]{2}-[0-9]{3}",
            "[A-Z]/[0-9]{3}/[0-9]{4}",
            "group-[0-9]",
            "[a-b0]{1,4}[0-9]{8,12}",
            "[-A-Za-z0-9_./]{1,64}",
            "[-A-Za-z0-9_./()&+* ]{1,64}",
            "[A-Z]{2}[0-9]{1,2} [0-9]{2}",
        ];
        text.prop_filter_map("a name", move |text| named(&text))
    }

    /// A unit, and whether its credits and hours are known.
    fn unit() -> impl Strategy<Value = (Pick, Option<(u32, u32)>)> {
        let number = || prop_oneof![0..20_u32, any::<u32>()];
        let pick = (
            name(UnitCode::new),
            any::<bool>(),
            prop::sample::select(&Earned::ALL[..]),
            option::of(name(GroupId::new)),
            option::of(day_or_month()),
            prop_oneof![4 => Just(None), 1 => day_or_month().prop_map(Some)],
            prop_oneof![4 => Just((None, false, false)), 1 => (option::of(day_or_month()), any::<bool>(), any::<bool>())],
        );
        let pick = pick.prop_map(|(code, achieved, earned, group, planned, start, state)| {
            let (achieved_on, is_working, without_credit) = state;
            Pick {
                progress: match (achieved, is_working) {
                    (true, _) => Progress::Achieved,
                    (false, true) => Progress::Working,
                    (false, false) => Progress::NotStarted,
                },
                achieved_on,
                earned,
                without_credit,
                group,
                start,
                planned,
                ..Pick::new(code)
            }
        });
        let plain = name(UnitCode::new).prop_map(Pick::new);
        (prop_oneof![pick, plain], option::of((number(), number())))
    }

    fn snapshot() -> impl Strategy<Value = PlanSnapshot> {
        let catalogue_version = (option::of(date()), any::<u32>());
        let said = (
            prop_oneof!["[ -~]{0,40}", "\\PC{0,80}", any::<String>()],
            option::of(date()),
            option::of(name(VariantId::new)),
            option::of(name(VariantId::new)),
        );
        let lists = (
            vec(name(RuleId::new), 0..20),
            vec(name(UnitCode::new), 0..20),
            vec(name(UnitCode::new), 0..20),
        );
        let id = name(QualificationId::new);
        let units = prop_oneof![vec(unit(), 0..20), vec(unit(), 0..300)];
        let all = (id, catalogue_version, said, lists, units);
        all.prop_map(|(id, (checked, rules), said, lists, units)| {
            let mut plan = Plan::new(id)
                .after(Action::Rename(said.0))
                .after(Action::Register(said.1))
                .after(Action::SetPathway(said.2))
                .after(Action::SetNation(said.3));
            for rule in lists.0 {
                plan = plan.after(Action::Tick(rule, true));
            }
            (plan.wished, plan.avoided) = (lists.1, lists.2);
            let mut facts: Vec<UnitSnapshot> = Vec::new();
            for (pick, figures) in units {
                plan = choices::with(plan, &pick);
                let place = facts.binary_search_by(|facts| facts.code.cmp(&pick.code));
                if let (Err(place), Some((credits, hours))) = (place, figures) {
                    let unit = UnitSnapshot {
                        credits: Some(credits),
                        hours: Some(hours),
                        ..UnitSnapshot::new(pick.code)
                    };
                    facts.insert(place, unit);
                }
            }
            let catalogue_version = CatalogueVersion {
                checked,
                rules,
                ..CatalogueVersion::default()
            };
            PlanSnapshot {
                plan,
                catalogue_version,
                facts,
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_a_plan_holds_comes_back(snapshot in snapshot()) {
            let link = encode(&snapshot, true);
            prop_assert_eq!(decode(&link), Ok(snapshot.clone()));
            let mut without = snapshot.clone();
            without.plan.name.clear();
            prop_assert_eq!(decode(&encode(&snapshot, false)), Ok(without));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[12][A-Za-z0-9_-]{0,200}Z") {
            prop_assert!(decode(&text).is_err());
        }

        #[test]
        fn any_bits_are_read_in_one_spelling_or_refused(
            version in prop::sample::select(&VERSIONS[..]),
            bytes in vec(any::<u8>(), 0..200),
        ) {
            let link = sealed_bytes(version, bytes);
            if let Ok(snapshot) = decode(&link) {
                prop_assert_eq!(encode(&snapshot, true), link);
            }
        }
    }
}
