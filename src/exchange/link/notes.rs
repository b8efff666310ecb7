//! What is noted of a plan and its units: in links of version 4, where the learner asks for it.

use super::bits::{DecodeError, Read};
use super::spelling::{Decoder, Encoder};
use crate::plan::{Action, Plan};

/// The end of a line, which is no letter, and the one that stands for it: no note has that.
const END: [char; 2] = ['\n', '\u{80}'];

/// True where anything is noted.
pub(super) fn is_any(plan: &Plan) -> bool {
    let mut notes = plan.picks().iter().map(|pick| &pick.note);
    !plan.note.is_empty() || notes.any(|note| !note.is_empty())
}

/// The plan without its notes.
pub(super) fn without(mut plan: Plan) -> Plan {
    let noted = plan.picks().iter().filter(|pick| !pick.note.is_empty());
    let noted: Vec<_> = noted.map(|pick| pick.code.clone()).collect();
    for code in noted {
        plan = plan.after(Action::NoteOf(code, String::new()));
    }
    plan.after(Action::Note(String::new()))
}

/// Writes the note of the plan, then that of each unit.
pub(super) fn write(encoder: &mut Encoder, plan: &Plan) {
    let notes = plan.picks().iter().map(|pick| &pick.note);
    for note in std::iter::once(&plan.note).chain(notes) {
        let note = Some(note).filter(|note| !note.is_empty());
        encoder.optional(note, |encoder, note| {
            encoder.typed(&note.replace(END[0], &END[1].to_string()));
        });
    }
}

/// Reads them into a plan.
pub(super) fn read(decoder: &mut Decoder<'_>, mut plan: Plan) -> Read<Plan> {
    let codes: Vec<_> = plan.picks().iter().map(|pick| pick.code.clone()).collect();
    if let Some(note) = decoder.optional(note)? {
        plan = plan.after(Action::Note(note.clone()));
        is_whole(&plan.note, &note)?;
    }
    for code in codes {
        if let Some(note) = decoder.optional(note)? {
            plan = plan.after(Action::NoteOf(code.clone(), note.clone()));
            is_whole(plan.pick(&code).map_or("", |pick| &pick.note), &note)?;
        }
    }
    Ok(plan)
}

fn note(decoder: &mut Decoder<'_>) -> Read<String> {
    let note = decoder.typed(Plan::LONGEST_NOTE)?;
    Ok(note.replace(END[1], &END[0].to_string()))
}

/// Each note has one spelling: the form in which an action sets it.
fn is_whole(kept: &str, read: &str) -> Read<()> {
    (kept == read && !read.is_empty())
        .then_some(())
        .ok_or(DecodeError)
}

#[cfg(test)]
mod tests {
    use crate::exchange::link::{decode, encode, encode_with_notes};
    use crate::plan::{Action, Plan};
    use crate::qualification::{QualificationId, UnitCode};
    use crate::saved_plans::{CatalogueVersion, PlanSnapshot};

    fn noted(note: &str, of_unit: &str) -> PlanSnapshot {
        let code = UnitCode::new("P1").unwrap();
        let plan = Plan::new(QualificationId::new("pottery").unwrap())
            .after(Action::Pick(code.clone()))
            .after(Action::Pick(UnitCode::new("P2").unwrap()))
            .after(Action::Note(note.to_owned()))
            .after(Action::NoteOf(code, of_unit.to_owned()));
        let (catalogue_version, facts) = (CatalogueVersion::default(), Vec::new());
        PlanSnapshot {
            plan,
            catalogue_version,
            facts,
        }
    }

    #[test]
    fn notes_travel_only_where_they_are_asked_for() {
        let (snapshot, plain) = (
            noted("Ask\nSiân 🎓", "~ with Rhiannon’s\n\ngroup"),
            noted("", ""),
        );
        let link = encode_with_notes(&snapshot, true);
        assert!(link.starts_with('4'), "{link}");
        assert_eq!(decode(&link), Ok(snapshot.clone()));
        assert_eq!(encode(&snapshot, true), encode(&plain, true));
        assert_eq!(decode(&encode(&snapshot, true)), Ok(plain.clone()));
        // Asked for where there are none, they change nothing.
        assert_eq!(encode_with_notes(&plain, true), encode(&plain, true));
    }

    #[test]
    fn the_longest_notes_travel_whole() {
        let snapshot = noted(&"é".repeat(Plan::LONGEST_NOTE), "");
        assert_eq!(decode(&encode_with_notes(&snapshot, true)), Ok(snapshot));
    }
}
