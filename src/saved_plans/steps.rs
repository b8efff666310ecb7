//! The steps of a plan's history as JSON, beside the plan.
//!
//! A value that a step takes away is `false`: `null` says that a step leaves it alone.

use super::form::{
    FIRST, code_at, key, names, object, pick, read_value, since, since_of, unit, value,
};
use crate::plan::{DEEPEST, Field, Plan, Step};
use crate::qualification::UnitCode;
use crate::reading::{Cursor, Node, Object};

/// The most bytes of JSON for all steps of a saved plan: enough for some hundred ticks. Older steps
/// last until the page is left.
const ROOM: usize = 16 * 1024;

/// Steps as a list, the nearest one last. The furthest are left out where they exceed the limit.
pub(super) fn nodes(steps: &[Step], room: &mut usize) -> Node {
    let mut list = Vec::new();
    for step in steps.iter().rev() {
        let node = node(step);
        match room.checked_sub(node.to_json().len()) {
            Some(left) => *room = left,
            None => break,
        }
        list.push(node);
    }
    list.reverse();
    Node::List(list)
}

/// The steps of undo and of redo, within the limit for both.
pub(super) fn both(before: &[Step], after: &[Step]) -> [Node; 2] {
    let mut room = ROOM;
    [before, after].map(|steps| nodes(steps, &mut room))
}

/// The first schema that knows all that these steps say.
pub(super) fn schema_of(steps: &[Step]) -> u32 {
    let fields = steps.iter().flat_map(|step| &step.fields);
    let units = steps.iter().flat_map(|step| &step.put);
    let all = fields.map(since).chain(units.map(since_of));
    all.max().unwrap_or(FIRST)
}

fn node(step: &Step) -> Node {
    let fields = step.fields.iter();
    let mut members: Vec<(&str, Node)> = fields
        .map(|field| match value(field) {
            Node::Null => (key(field), Node::Bool(false)),
            node => (key(field), node),
        })
        .collect();
    if !step.put.is_empty() {
        members.push(("units", Node::List(step.put.iter().map(unit).collect())));
    }
    if !step.out.is_empty() {
        members.push(("out", names(step.out.iter().map(UnitCode::as_str))));
    }
    object(members)
}

/// The steps under `key`; none where it is not there.
pub(super) fn read(content: &Object<'_>, key: &'static str) -> Option<Vec<Step>> {
    match content.optional(key) {
        Some(place) => place.list(DEEPEST, step),
        None => Some(Vec::new()),
    }
}

fn step(place: &Cursor<'_>) -> Option<Step> {
    let object = place.object()?;
    let mut step = Step::default();
    for none in Field::none() {
        if let Some(place) = object.optional(key(&none)) {
            let is_none = *place.node() == Node::Bool(false) && value(&none) == Node::Null;
            step.fields.push(if is_none {
                none
            } else {
                read_value(&none, &place)?
            });
        }
    }
    if let Some(place) = object.optional("units") {
        step.put = place.list(Plan::MOST_PICKS, pick)?;
    }
    if let Some(place) = object.optional("out") {
        step.out = place.list(Plan::MOST_PICKS, code_at)?;
    }
    object.finish();
    Some(step)
}
