//! Whatever the text is, reading it ends, never panics, and gives something sound.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qualification_planner::catalogue::{Reading, read};
use qualification_planner::qualification::{Form, Qualification};
use serde_json::Value;

use crate::mangle::{any_change, any_value, changed};
use crate::text;

/// What holds for everything that a reading gives, whatever the text was.
fn assert_sound(reading: &Reading) {
    match &reading.file {
        None => assert!(!reading.problems.is_empty(), "no file and no reason given"),
        Some(file) => {
            let ids: BTreeSet<_> = file.qualifications.iter().map(|kept| &kept.id).collect();
            assert_eq!(ids.len(), file.qualifications.len(), "a name twice");
            file.qualifications
                .iter()
                .for_each(|kept| assert_closed(kept));
        }
    }
    assert!(reading.left_out == 0 || !reading.problems.is_empty());
}

/// Whatever a qualification names is in it.
fn assert_closed(qualification: &Qualification) {
    for group in &qualification.groups {
        for code in group.units.iter().chain(&group.closed_units) {
            assert!(qualification.unit(code).is_some(), "{code}");
        }
    }
    for rule in qualification.rules.iter() {
        let group = rule.form.amount().and_then(|amount| amount.of.group());
        let mut units = rule.form.units();
        match &rule.form {
            Form::Barred { counts, .. } => {
                assert!(units.len() >= 2 && counts.iter().all(|counts| units.contains(&counts)));
            }
            Form::Registration { instead, .. } => units.extend(instead),
            _ => {}
        }
        assert!(
            group.is_none_or(|id| qualification.group(id).is_some()),
            "{}",
            rule.id
        );
        for code in units {
            assert!(
                qualification.group_of(code).is_some(),
                "{}: {code}",
                rule.id
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_is_read_without_a_panic(text in any::<String>()) {
        assert_sound(&read(&text));
    }

    #[test]
    fn any_json_at_all_is_read_without_a_panic(value in any_value()) {
        assert_sound(&read(&value.to_string()));
    }

    #[test]
    fn a_file_with_bytes_flipped_and_its_end_cut_off_is_read_without_a_panic(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        end in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = text("small.json").into_bytes();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        assert_sound(&read(&String::from_utf8_lossy(&bytes)));
    }

    #[test]
    fn a_file_with_its_values_changed_swapped_and_removed_is_read_without_a_panic(
        changes in prop::collection::vec(any_change(), 1..4),
    ) {
        let whole: Value = serde_json::from_str(&text("small.json")).unwrap();
        let tree = changes.into_iter().fold(whole, changed);
        assert_sound(&read(&tree.to_string()));
    }
}
