//! The steps of a plan's history as JSON, beside the plan.
//!
//! A value that a step takes away is `false`: `null` says that a step leaves it alone.

use super::form::{code_at, codes, day, names, object, pick, rule, unit, variant};
use crate::plan::{DEEPEST, Plan, Step, tidy_name};
use crate::qualification::{RuleId, UnitCode, VariantId};
use crate::reading::{Cursor, Node, Object, Reason};

/// The most bytes of JSON that the steps of a draft take, back and forth together: room for some
/// hundred ticks. What goes further back is there until the page is left.
const ROOM: usize = 16 * 1024;

/// Steps as a list, the nearest one last; those that lead furthest are left out where there is no
/// room.
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

/// Steps back and forth, within the room that there is for both.
pub(super) fn both(before: &[Step], after: &[Step]) -> [Node; 2] {
    let mut room = ROOM;
    [before, after].map(|steps| nodes(steps, &mut room))
}

fn node(step: &Step) -> Node {
    let mut members = Vec::new();
    members.extend(step.name.as_ref().map(|name| ("name", Node::text(name))));
    let or_none = |text: Option<String>| text.map_or(Node::Bool(false), Node::Text);
    let registered = step.registered;
    let registered = registered.map(|day| or_none(day.map(|day| day.to_string())));
    members.extend(registered.map(|node| ("registered", node)));
    for (key, variant) in [("pathway", &step.pathway), ("nation", &step.nation)] {
        let id = variant
            .as_ref()
            .map(|id| id.as_ref().map(VariantId::to_string));
        members.extend(id.map(|id| (key, or_none(id))));
    }
    let conditions = step.conditions.as_ref();
    members.extend(conditions.map(|ids| ("conditions", names(ids.iter().map(RuleId::as_str)))));
    for (key, list) in [("wished", &step.wished), ("avoided", &step.avoided)] {
        let list = list.as_ref();
        members.extend(list.map(|list| (key, names(list.iter().map(UnitCode::as_str)))));
    }
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
    if let Some(name) = object.optional("name") {
        let Node::Text(text) = name.node() else {
            return name.wrong(Reason::NotA("name"));
        };
        step.name = Some(tidy_name(text));
    }
    step.registered = or_none(&object, "registered", day)?;
    step.pathway = or_none(&object, "pathway", variant)?;
    step.nation = or_none(&object, "nation", variant)?;
    if let Some(place) = object.optional("conditions") {
        step.conditions = Some(place.list(Plan::MOST_PICKS, rule)?);
    }
    let some_codes = |key| match object.optional(key) {
        Some(_) => codes(&object, key).map(Some),
        None => Some(None),
    };
    step.wished = some_codes("wished")?;
    step.avoided = some_codes("avoided")?;
    if let Some(place) = object.optional("units") {
        step.put = place.list(Plan::MOST_PICKS, pick)?;
    }
    if let Some(place) = object.optional("out") {
        step.out = place.list(Plan::MOST_PICKS, code_at)?;
    }
    object.finish();
    Some(step)
}

/// What stands under `key`: nothing, something else than before, or `false` for none any more.
#[expect(
    clippy::option_option,
    reason = "a problem, or no change, or a change to none: as a step holds it"
)]
fn or_none<T>(
    object: &Object<'_>,
    key: &'static str,
    read: impl Fn(&Cursor<'_>) -> Option<T>,
) -> Option<Option<Option<T>>> {
    let Some(place) = object.optional(key) else {
        return Some(None);
    };
    if *place.node() == Node::Bool(false) {
        return Some(Some(None));
    }
    read(&place).map(|value| Some(Some(value)))
}
