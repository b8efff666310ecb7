use std::collections::BTreeSet;

use super::newer::{Newer, read_newer};
use super::snapshot::facts;
use super::snapshot_json::{read_snapshot, snapshot_members};
use super::version_vector;
use super::{CatalogueVersion, PlanId, PlanSnapshot, UnitSnapshot, Writer, form, steps};
use crate::plan::{Action, History, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::reading::{
    Clash, Cursor, Expected, Node, Object, Problem, Problems, Reason, fnv, parse_kept,
};

/// The newest schema that this version reads. Each plan is written in the first schema that has
/// everything it needs, so that older versions can open it.
pub const SCHEMA: u32 = 4;

/// The longest saved plan that is read, in bytes.
pub const LONGEST: usize = 1024 * 1024;

/// One save of a plan: what is kept under one key, and never changed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedPlan {
    /// The id of the plan.
    pub id: PlanId,
    /// Who saved it.
    pub writer: Writer,
    /// Larger than the number of every save that this one supersedes. It tells which of two saves is
    /// newer, and no clock does.
    pub sequence: u32,
    /// The saves that it supersedes: the last one of each writer. Of two saves of which neither
    /// supersedes the other, another tab made one at the same time.
    pub version_vector: Vec<(Writer, u32)>,
    /// When the plan was changed last, in seconds since 1970 by the clock of the browser; 0 where that
    /// is not known. It is only shown and sorted by.
    pub changed: u32,
    /// True where the learner has deleted the plan; it can be restored.
    pub deleted: bool,
    /// The plan of which this one is a conflicting copy, because two tabs changed it at the same time.
    pub copy_of: Option<PlanId>,
    /// The [`hash_of`](super::hash_of) the differences of the catalogue that the learner has
    /// acknowledged; 0 for none.
    pub acknowledged: u32,
    /// The catalogue that the plan was made with.
    pub catalogue_version: CatalogueVersion,
    /// The facts of the picked units as the learner knows them.
    pub facts: Vec<UnitSnapshot>,
    /// The plan, with its steps of undo and redo.
    pub history: History,
}

/// Why this version cannot open a text as a saved plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// A newer version wrote it.
    Newer(Box<Newer>),
    /// It is damaged: the problems, in the order of the text; none for a saved plan that is no JSON any more.
    Corrupt(Vec<Problem>),
}

impl SavedPlan {
    /// A plan that is not saved yet.
    #[must_use]
    pub fn new(id: PlanId, writer: Writer, snapshot: PlanSnapshot) -> Self {
        Self {
            id,
            writer,
            sequence: 0,
            version_vector: Vec::new(),
            changed: 0,
            deleted: false,
            copy_of: None,
            acknowledged: 0,
            catalogue_version: snapshot.catalogue_version,
            facts: snapshot.facts,
            history: History::new(snapshot.plan),
        }
    }

    /// The plan as it is.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        self.history.now()
    }

    /// The plan as it is shared: without its history.
    #[must_use]
    pub fn snapshot(&self) -> PlanSnapshot {
        PlanSnapshot {
            plan: self.plan().clone(),
            catalogue_version: self.catalogue_version.clone(),
            facts: self.picked_facts(),
        }
    }

    /// The facts of the units in the plan.
    fn picked_facts(&self) -> Vec<UnitSnapshot> {
        let units = self.facts.iter();
        let picked = units.filter(|unit| self.plan().pick(&unit.code).is_some());
        picked.cloned().collect()
    }

    /// Brings the facts up to date with the plan. New units get the facts of the qualification. Units
    /// that were there, and units that undo or redo can bring back, keep the facts that the learner
    /// knows. The catalogue version stays too.
    pub fn renew_facts(&mut self, qualification: &Qualification) {
        let mut earlier = std::mem::take(&mut self.facts);
        self.facts = facts(self.history.now(), &earlier, qualification);
        earlier.retain(|unit| self.plan().pick(&unit.code).is_none());
        if earlier.is_empty() {
            return;
        }
        let steps = self.history.before().iter().chain(self.history.after());
        let picks = steps.flat_map(|step| &step.put);
        let can_come: BTreeSet<&UnitCode> = picks.map(|pick| &pick.code).collect();
        earlier.retain(|unit| can_come.contains(&unit.code));
        earlier.truncate(Plan::MOST_PICKS.saturating_sub(self.facts.len()));
        self.facts.append(&mut earlier);
        self.facts.sort_by(|one, other| one.code.cmp(&other.code));
    }

    /// Drops the facts of units that only undo or redo would bring back. False where there are none.
    pub(super) fn forget_unpicked(&mut self) -> bool {
        let before = self.facts.len();
        self.facts = self.picked_facts();
        self.facts.len() < before
    }

    /// Renames the plan, as a step of undo of its own, whatever was typed before.
    pub(super) fn rename(&mut self, name: &str) {
        let rename = Action::Rename(name.to_owned());
        self.history.push(self.plan().clone().after(rename));
    }

    /// What a unit was when the learner last knew of it.
    #[must_use]
    pub fn fact(&self, code: &UnitCode) -> Option<&UnitSnapshot> {
        self.facts.iter().find(|unit| unit.code == *code)
    }

    /// True where this save supersedes that one, or is the same.
    #[must_use]
    pub fn supersedes(&self, writer: &Writer, sequence: u32) -> bool {
        (self.writer == *writer && self.sequence >= sequence)
            || version_vector::supersedes(&self.version_vector, writer, sequence)
    }

    /// The next save by `writer`, with the same plan so far.
    #[must_use]
    pub fn next(&self, writer: &Writer) -> Self {
        Self {
            writer: writer.clone(),
            sequence: self.sequence.saturating_add(1),
            version_vector: self.version_vector_after(),
            ..self.clone()
        }
    }

    /// The version vector of the save after this one.
    #[must_use]
    pub fn version_vector_after(&self) -> Vec<(Writer, u32)> {
        let mut seen = self.version_vector.clone();
        version_vector::advance(&mut seen, &self.writer, self.sequence);
        seen
    }
}

/// A saved plan as text: JSON that a person can read.
#[must_use]
pub fn encode(saved: &SavedPlan) -> String {
    let history = &saved.history;
    let schema = form::schema_of(saved.plan())
        .max(steps::schema_of(history.before()))
        .max(steps::schema_of(history.after()));
    let mut members = vec![
        ("schema", Node::Integer(schema.into())),
        ("draft", Node::text(saved.id.as_str())),
        ("writer", Node::text(saved.writer.as_str())),
        ("sequence", Node::Integer(saved.sequence.into())),
        ("seen", version_vector::node(&saved.version_vector)),
        ("content", content(saved)),
    ];
    let sum = checksum(&form::object(members.clone()));
    members.push(("checksum", Node::Text(sum)));
    form::object(members).to_json()
}

fn content(saved: &SavedPlan) -> Node {
    let mut members = vec![("changed", Node::Integer(saved.changed.into()))];
    if saved.deleted {
        members.push(("deleted", Node::Bool(true)));
    }
    let copy_of = saved.copy_of.as_ref();
    members.extend(copy_of.map(|id| ("copy_of", Node::text(id.as_str()))));
    if saved.acknowledged > 0 {
        members.push(("noted", Node::Integer(saved.acknowledged.into())));
    }
    members.extend(snapshot_members(
        saved.plan(),
        &saved.catalogue_version,
        &saved.facts,
    ));
    let [before, after] = steps::both(saved.history.before(), saved.history.after());
    members.extend([("before", before), ("after", after)]);
    form::object(members)
}

/// The saved plan in a text.
///
/// # Errors
///
/// [`ReadError::Newer`] where a later version wrote it; [`ReadError::Corrupt`] where it is damaged, down
/// to a single letter.
pub fn decode(text: &str) -> Result<SavedPlan, ReadError> {
    let node = parse_kept(text, LONGEST).ok_or(ReadError::Corrupt(Vec::new()))?;
    let problems = Problems::default();
    let mut newer = None;
    let saved = read_envelope(&Cursor::top(&node, &problems), &mut newer);
    if let Some(newer) = newer {
        return Err(ReadError::Newer(Box::new(newer)));
    }
    let problems = problems.into_inner();
    match saved {
        Some(saved) if problems.is_empty() => Ok(saved),
        _ => Err(ReadError::Corrupt(problems)),
    }
}

fn read_envelope(top: &Cursor<'_>, newer: &mut Option<Newer>) -> Option<SavedPlan> {
    let envelope = top.object()?;
    let schema = envelope
        .required("schema")?
        .integer(form::FIRST..=u32::MAX)?;
    let sum = envelope.optional("checksum");
    let is_damaged = || sum.is_some_and(|sum| is_ours(top.node(), sum.node()));
    if schema > SCHEMA && !is_damaged() {
        *newer = Some(read_newer(&envelope, schema));
        return None;
    }
    let sum = envelope.required("checksum")?;
    if sum.text(64)? != checksum(&without_checksum(top.node())) {
        return sum.error(Reason::Contradiction(Clash::Checksum));
    }
    let id = envelope.required("draft")?;
    let id = PlanId::new(id.text(32)?).or_else(|| id.error(Reason::NotA(Expected::DraftName)))?;
    let saved = SavedPlan {
        writer: writer(&envelope.required("writer")?)?,
        sequence: envelope.required("sequence")?.integer(1..=u32::MAX)?,
        version_vector: version_vector::read(&envelope.required("seen")?)?,
        ..read_content(&envelope, id)?
    };
    envelope.finish();
    Some(saved)
}

/// True where only the number of the schema is damaged: with another, this version could read the text.
#[must_use]
pub fn is_ours(text: &Node, sum: &Node) -> bool {
    let mut text = without_checksum(text);
    (form::FIRST..=SCHEMA).any(|known| {
        if let Node::Object(members) = &mut text {
            let schema = members.iter_mut().find(|(key, _)| key == "schema");
            if let Some((_, node)) = schema {
                *node = Node::Integer(known.into());
            }
        }
        *sum == Node::Text(checksum(&text))
    })
}

/// Reads the content of an envelope as a plan that is not saved yet.
fn read_content(envelope: &Object<'_>, id: PlanId) -> Option<SavedPlan> {
    let place = envelope.required("content")?;
    let content = place.object()?;
    let snapshot = read_snapshot(&content)?;
    let mut saved = SavedPlan::new(id, Writer::of_number(0), snapshot);
    if let Some(place) = content.optional("changed") {
        saved.changed = place.integer(0..=u32::MAX)?;
    }
    if let Some(place) = content.optional("deleted") {
        saved.deleted = place.bool()?;
    }
    if let Some(place) = content.optional("copy_of") {
        let id = PlanId::new(place.text(32)?);
        saved.copy_of = Some(id.or_else(|| place.error(Reason::NotA(Expected::DraftName)))?);
    }
    if let Some(place) = content.optional("noted") {
        saved.acknowledged = place.integer(1..=u32::MAX)?;
    }
    let (before, after) = (
        steps::read(&content, "before")?,
        steps::read(&content, "after")?,
    );
    saved.history = History::with_steps(saved.history.now().clone(), before, after);
    content.finish();
    Some(saved)
}

fn writer(place: &Cursor<'_>) -> Option<Writer> {
    Writer::new(place.text(32)?).or_else(|| place.error(Reason::NotA(Expected::WriterName)))
}

/// An envelope without its checksum: the data over which the checksum is computed.
#[must_use]
pub fn without_checksum(envelope: &Node) -> Node {
    let Node::Object(members) = envelope else {
        return Node::Null;
    };
    let others = members.iter().filter(|(key, _)| key != "checksum");
    Node::Object(others.cloned().collect())
}

/// The checksum of a tree, in hexadecimal. It finds damage, not malice: whoever can write to this
/// browser's storage can write a checksum too.
#[must_use]
pub fn checksum(node: &Node) -> String {
    format!("{:016x}", fnv(node.to_json().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::qualification::{Date, QualificationId};

    fn saved() -> SavedPlan {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let code = |text| UnitCode::new(text).unwrap();
        let plan = Plan::new(id);
        let mut saved = SavedPlan::new(
            PlanId::of_number(7),
            Writer::of_number(5),
            PlanSnapshot::new(plan, qualification),
        );
        for action in [
            Action::Rename("Siân’s “plan”".to_owned()),
            Action::Register(Date::parse("2019-09-01")),
            Action::PickAll(vec![code("8607-530"), code("8607-523"), code("unknown")]),
            Action::Achieve(code("8607-530"), true),
            Action::Register(None),
            Action::Remove(code("8607-523")),
        ] {
            saved.history.act(action);
        }
        saved.history.undo();
        saved.renew_facts(qualification);
        saved.sequence = 9;
        saved.version_vector = vec![(Writer::of_number(1), 7), (Writer::of_number(2), 8)];
        saved.changed = 1_764_000_000;
        saved.copy_of = Some(PlanId::of_number(3));
        saved
    }

    #[test]
    fn a_plan_reads_back_as_it_was_with_its_history() {
        assert_eq!(decode(&encode(&saved())), Ok(saved()));
    }

    #[test]
    fn undo_goes_on_after_reading() {
        let mut read = decode(&encode(&saved())).unwrap();
        read.history.redo();
        assert_eq!(read.plan().picks().len(), 2);
        while read.history.can_undo() {
            read.history.undo();
        }
        assert_eq!(
            (read.plan().picks(), read.plan().name.as_str()),
            (&[][..], "")
        );
    }

    #[test]
    fn a_plan_keeps_the_facts_of_its_units() {
        let facts = saved().facts;
        assert_eq!(facts.len(), 2);
        assert_eq!((facts[0].credits, facts[0].hours), (Some(8), Some(8)));
    }

    #[test]
    fn a_plan_is_written_in_the_first_schema_that_knows_what_it_says() {
        let mut acknowledged = saved();
        assert!(encode(&acknowledged).starts_with("{\"schema\":2,"));
        acknowledged
            .history
            .act(Action::Note("Ask\nSiân".to_owned()));
        assert!(encode(&acknowledged).starts_with("{\"schema\":3,"));
        assert_eq!(decode(&encode(&acknowledged)), Ok(acknowledged.clone()));
        // Redo brings the note back.
        acknowledged.history.undo();
        assert!(encode(&acknowledged).starts_with("{\"schema\":3,"));
        let mut read = decode(&encode(&acknowledged)).unwrap();
        assert_eq!(read, acknowledged);
        read.history.redo();
        assert_eq!(read.plan().note, "Ask\nSiân");
        let damaged = encode(&read).replacen("\"schema\":3", "\"schema\":7", 1);
        assert!(matches!(decode(&damaged), Err(ReadError::Corrupt(_))));
    }

    #[test]
    fn a_plan_cut_short_anywhere_is_corrupt_and_never_half_read() {
        let text = encode(&saved());
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert!(
                matches!(decode(&text[..end]), Err(ReadError::Corrupt(_))),
                "{end}"
            );
        }
    }

    #[test]
    fn a_flipped_bit_is_found_or_changes_nothing() {
        let text = encode(&saved());
        for index in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[index] ^= 1 << bit;
                let Ok(damaged) = String::from_utf8(bytes) else {
                    continue;
                };
                match decode(&damaged) {
                    Ok(read) => assert_eq!(read, saved(), "byte {index}, bit {bit}"),
                    Err(ReadError::Corrupt(_)) => {}
                    Err(ReadError::Newer(_)) => panic!("byte {index}, bit {bit}: called newer"),
                }
            }
        }
    }

    #[test]
    fn of_a_newer_schema_what_is_known_can_be_read() {
        let text = encode(&saved())
            .replacen("\"schema\":2", "\"schema\":5", 1)
            .replacen("\"plan\":{", "\"weather\":[1],\"plan\":{\"mood\":7,", 1);
        let Err(ReadError::Newer(newer)) = decode(&text) else {
            panic!("{text}");
        };
        assert_eq!(
            (newer.schema, newer.version_vector),
            (5, saved().version_vector)
        );
        assert_eq!(newer.snapshot, Some(saved().snapshot()));
        let unreadable = text.replacen("\"plan\"", "\"plans\"", 1);
        let Err(ReadError::Newer(newer)) = decode(&unreadable) else {
            panic!("{unreadable}");
        };
        assert_eq!(newer.snapshot, None);
    }

    #[test]
    fn steps_that_lead_too_far_back_to_be_kept_are_left_out() {
        let mut saved = saved();
        let codes = |from: u32| {
            let all = (from..from + 100).map(|number| UnitCode::new(&format!("unit-{number}")));
            all.map(Option::unwrap).collect()
        };
        for round in 0..50 {
            saved.history.act(Action::Clear);
            saved.history.act(Action::PickAll(codes(round)));
        }
        let read = decode(&encode(&saved)).unwrap();
        assert_eq!(read.plan(), saved.plan());
        let (kept, all) = (read.history.before(), saved.history.before());
        assert!(kept.len() < all.len());
        assert!(all.ends_with(kept));
        assert!(encode(&saved).len() < 40_000);
    }
}
