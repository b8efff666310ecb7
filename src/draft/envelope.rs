use super::form;
use crate::plan::Plan;
use crate::qualification::{Date, Qualification, UnitCode};
use crate::reading::{Cursor, Node, Object, Problem, Problems, Reason, parse};

/// The form of draft that this version writes.
pub const SCHEMA: u32 = 1;

/// The longest draft that is read, in bytes.
pub const LONGEST: usize = 1024 * 1024;

/// A plan as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Counts the savings of this draft, from 1. The larger is the newer; no clock is asked.
    pub sequence: u32,
    /// The catalogue that the plan was made with.
    pub edition: Edition,
    /// The plan.
    pub plan: Plan,
    /// The facts of the picked units when the plan was saved, so that a unit withdrawn or changed
    /// since can still be named. In the order of the codes; units unknown then are not in it.
    pub facts: Vec<UnitFacts>,
}

/// Which catalogue a plan was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its document.
    pub document: String,
    /// The day its facts were compared with it.
    pub checked: Date,
}

/// What a unit was when a plan was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFacts {
    /// Its code.
    pub code: UnitCode,
    /// Its title.
    pub title: String,
    /// Its credits.
    pub credits: u32,
    /// Its guided learning hours.
    pub hours: u32,
}

/// Why a text is no draft that this version opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A newer version wrote it, in this schema.
    Newer(u32),
    /// It is damaged: what is wrong, first fault first.
    Corrupt(Vec<Problem>),
}

impl Draft {
    /// The draft of a plan, with the facts of its units.
    #[must_use]
    pub fn new(plan: Plan, qualification: &Qualification, sequence: u32) -> Self {
        let facts = plan
            .picks()
            .iter()
            .filter_map(|pick| qualification.unit(&pick.code))
            .map(|unit| UnitFacts {
                code: unit.code.clone(),
                title: unit.title.clone(),
                credits: unit.credits.number(),
                hours: unit.hours.number(),
            })
            .collect();
        Self {
            sequence,
            edition: Edition {
                document: qualification.source.document.clone(),
                checked: qualification.source.checked,
            },
            plan,
            facts,
        }
    }
}

impl Draft {
    /// Keeps what is known from earlier of picked units that the catalogue no longer has.
    pub fn remember(&mut self, earlier: &[UnitFacts]) {
        for old in earlier {
            let lost = self.plan.pick(&old.code).is_some();
            if let Err(index) = self.facts.binary_search_by(|unit| unit.code.cmp(&old.code))
                && lost
            {
                self.facts.insert(index, old.clone());
            }
        }
    }
}

/// A draft as text: JSON that a person can read.
#[must_use]
pub fn encode(draft: &Draft) -> String {
    let content = Node::object([
        (
            "catalogue",
            Node::object([
                ("document", Node::text(&draft.edition.document)),
                ("checked", Node::text(draft.edition.checked.to_string())),
            ]),
        ),
        ("plan", form::node(&draft.plan)),
        (
            "facts",
            Node::List(draft.facts.iter().map(facts_node).collect()),
        ),
    ]);
    Node::object([
        ("schema", Node::Whole(SCHEMA.into())),
        ("sequence", Node::Whole(draft.sequence.into())),
        ("checksum", Node::text(checksum(draft.sequence, &content))),
        ("content", content),
    ])
    .to_json()
}

fn facts_node(unit: &UnitFacts) -> Node {
    Node::object([
        ("code", Node::text(unit.code.as_str())),
        ("title", Node::text(&unit.title)),
        ("credits", Node::Whole(unit.credits.into())),
        ("guided_learning_hours", Node::Whole(unit.hours.into())),
    ])
}

/// True where a text looks like a draft, whole or not: so that a damaged one is called so.
#[must_use]
pub fn is_meant_as_draft(text: &str) -> bool {
    text.contains("\"checksum\"") && text.contains("\"schema\"")
}

/// The draft in a text.
///
/// # Errors
///
/// [`Fault::Newer`] where a later version wrote it; [`Fault::Corrupt`] where it is damaged, down
/// to a single letter.
pub fn decode(text: &str) -> Result<Draft, Fault> {
    let node = parse(text, LONGEST).map_err(|problem| Fault::Corrupt(vec![problem]))?;
    let problems = Problems::default();
    let mut newer = None;
    let draft = read_envelope(&Cursor::top(&node, &problems), &mut newer);
    if let Some(schema) = newer {
        return Err(Fault::Newer(schema));
    }
    let problems = problems.into_inner();
    match draft {
        Some(draft) if problems.is_empty() => Ok(draft),
        _ => Err(Fault::Corrupt(problems)),
    }
}

fn read_envelope(top: &Cursor<'_>, newer: &mut Option<u32>) -> Option<Draft> {
    let envelope = top.object()?;
    let schema = envelope.required("schema")?.whole(1..=u32::MAX)?;
    if schema > SCHEMA {
        *newer = Some(schema);
        return None;
    }
    let sequence = envelope.required("sequence")?.whole(1..=u32::MAX)?;
    let sum = envelope.required("checksum")?;
    let place = envelope.required("content")?;
    if sum.text(64)? != checksum(sequence, place.node()) {
        return sum.wrong(Reason::Contradiction(
            "the checksum does not fit what is kept",
        ));
    }
    let content = place.object()?;
    let draft = Draft {
        sequence,
        edition: read_edition(&content)?,
        plan: form::read(&content.required("plan")?)?,
        facts: content
            .required("facts")?
            .list(Plan::MOST_PICKS, read_facts)?,
    };
    content.finish();
    envelope.finish();
    Some(draft)
}

fn read_edition(content: &Object<'_>) -> Option<Edition> {
    let place = content.required("catalogue")?;
    let edition = place.object()?;
    let document = edition.required("document")?.text(200)?.to_owned();
    let checked = form::day(&edition.required("checked")?)?;
    Some(Edition { document, checked })
}

fn read_facts(place: &Cursor<'_>) -> Option<UnitFacts> {
    let unit = place.object()?;
    Some(UnitFacts {
        code: form::code(&unit)?,
        title: unit.required("title")?.text(300)?.to_owned(),
        credits: unit.required("credits")?.whole(0..=u32::MAX)?,
        hours: unit
            .required("guided_learning_hours")?
            .whole(0..=u32::MAX)?,
    })
}

/// FNV-1a of 64 bits over the sequence number and the content, in hexadecimal. It finds damage,
/// not malice: whoever can write to this browser's storage can write a checksum too.
fn checksum(sequence: u32, content: &Node) -> String {
    let text = content.to_json();
    let hash = sequence
        .to_le_bytes()
        .iter()
        .chain(text.as_bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::QualificationId;

    pub(crate) fn draft() -> Draft {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let code = |text| UnitCode::new(text).unwrap();
        let plan = Plan::new(id)
            .after(Action::Rename("Siân’s “plan”".to_owned()))
            .after(Action::Register(Date::parse("2019-09-01")))
            .after(Action::PickAll(vec![
                code("8607-530"),
                code("8607-523"),
                code("unknown"),
            ]))
            .after(Action::Achieve(code("8607-530"), true));
        Draft::new(plan, qualification, 7)
    }

    #[test]
    fn a_draft_reads_back_as_it_was() {
        assert_eq!(decode(&encode(&draft())), Ok(draft()));
    }

    #[test]
    fn a_draft_keeps_the_facts_of_its_units() {
        let facts = draft().facts;
        assert_eq!(facts.len(), 2);
        assert_eq!((facts[0].credits, facts[0].hours), (8, 8));
    }

    #[test]
    fn a_draft_cut_short_anywhere_is_corrupt_and_never_half_read() {
        let text = encode(&draft());
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert!(
                matches!(decode(&text[..end]), Err(Fault::Corrupt(_))),
                "{end}"
            );
        }
    }

    #[test]
    fn a_flipped_bit_is_found_or_changes_nothing() {
        let text = encode(&draft());
        for index in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[index] ^= 1 << bit;
                let Ok(damaged) = String::from_utf8(bytes) else {
                    continue;
                };
                match decode(&damaged) {
                    Ok(read) => assert_eq!(read, draft(), "byte {index}, bit {bit}"),
                    Err(Fault::Newer(_) | Fault::Corrupt(_)) => {}
                }
            }
        }
    }

    #[test]
    fn a_newer_schema_is_told_apart_from_damage() {
        let text = encode(&draft()).replacen("\"schema\":1", "\"schema\":2", 1);
        assert_eq!(decode(&text), Err(Fault::Newer(2)));
    }
}
