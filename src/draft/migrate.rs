//! Drafts of earlier schemas, brought to the one of today step by step.
//!
//! A step reads the whole of what it comes from, its checksum too, and is never changed again: the
//! files in `tests/drafts` were written then and have to open for ever. A draft is brought up in
//! memory only; what is kept stays as it is until the draft is saved again.

use super::record::read_content;
use super::seen::see;
use super::{Draft, DraftId, Writer};
use crate::reading::{Node, Object, Reason, fnv};

/// Schema 1, of version 0.1.0: one draft for each qualification, without a name of its own, saved by
/// whoever had it open. Its name is made from the qualification's, its writer from its text: two
/// different ones are never taken for the same save.
pub(super) fn from_1(envelope: &Object<'_>, text: &str) -> Option<Draft> {
    let sequence = envelope.required("sequence")?.whole(1..=u32::MAX)?;
    let sum = envelope.required("checksum")?;
    let content = envelope.required("content")?;
    if sum.text(64)? != checksum_1(sequence, content.node()) {
        return sum.wrong(Reason::Contradiction(
            "the checksum does not fit what is kept",
        ));
    }
    let mut draft = read_content(envelope, DraftId::of_number(0))?;
    envelope.finish();
    draft.id = id_from_1(draft.plan().qualification.as_str());
    draft.writer = writer_from_1(text);
    draft.sequence = sequence;
    Some(draft)
}

fn checksum_1(sequence: u32, content: &Node) -> String {
    let bytes = sequence.to_le_bytes().into_iter();
    let bytes = bytes.chain(content.to_json().into_bytes());
    format!("{:016x}", fnv(bytes))
}

/// True where it is a text of schema 1 but for the number of the schema, which is damaged then.
pub(super) fn is_1(envelope: &Object<'_>) -> bool {
    let [sequence, content, sum] =
        ["sequence", "content", "checksum"].map(|key| envelope.optional(key));
    let (Some(sequence), Some(content), Some(sum)) = (sequence, content, sum) else {
        return false;
    };
    match (sequence.node(), sum.node()) {
        (Node::Whole(sequence), Node::Text(sum)) => u32::try_from(*sequence)
            .is_ok_and(|sequence| *sum == checksum_1(sequence, content.node())),
        _ => false,
    }
}

/// The name of the draft that was the only one for a qualification.
pub(super) fn id_from_1(qualification: &str) -> DraftId {
    DraftId::of_number(fnv(qualification.bytes()))
}

fn writer_from_1(text: &str) -> Writer {
    Writer::of_number(fnv(text.bytes()))
}

/// Lets a draft follow an earlier save that was kept beside it: in schema 1 they named no writers.
pub(super) fn follow_1(draft: &mut Draft, earlier: &Draft) {
    see(&mut draft.seen, &earlier.writer, earlier.sequence);
}
