//! A plan as JSON that a person can read and write.
//!
//! What is as it usually is (no pathway, studied, in whatever group) is left out.

use crate::plan::{Action, Pick, Plan};
use crate::qualification::{Date, Earned, GroupId, QualificationId, RuleId, UnitCode, VariantId};
use crate::reading::{Cursor, Node, Object, Problem, Problems, Reason, parse, place};

/// The longest plan that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// The plan in a text.
///
/// # Errors
///
/// Every problem of the text, each with its path.
pub fn read_plan(text: &str) -> Result<Plan, Vec<Problem>> {
    let node = parse(text, LONGEST).map_err(|problem| vec![problem])?;
    let problems = Problems::default();
    let plan = read(&Cursor::top(&node, &problems));
    let mut problems = problems.into_inner();
    place(text, &node, &mut problems);
    match plan {
        Some(plan) if problems.is_empty() => Ok(plan),
        _ => Err(problems),
    }
}

pub(super) fn node(plan: &Plan) -> Node {
    let mut members = vec![
        ("qualification", Node::text(plan.qualification.as_str())),
        ("name", Node::text(&plan.name)),
        (
            "registered",
            plan.registered
                .map_or(Node::Null, |day| Node::text(day.to_string())),
        ),
        ("units", Node::List(plan.picks().iter().map(unit).collect())),
    ];
    let variants = [("pathway", &plan.pathway), ("nation", &plan.nation)];
    for (key, variant) in variants {
        members.extend(variant.as_ref().map(|id| (key, Node::text(id.as_str()))));
    }
    let lists = [
        (
            "conditions",
            names(plan.conditions.iter().map(RuleId::as_str)),
        ),
        ("wished", names(plan.wished.iter().map(UnitCode::as_str))),
        ("avoided", names(plan.avoided.iter().map(UnitCode::as_str))),
    ];
    let some = lists.into_iter();
    members.extend(some.filter(|(_, list)| *list != Node::List(Vec::new())));
    object(members)
}

pub(super) fn names<'a>(names: impl Iterator<Item = &'a str>) -> Node {
    Node::List(names.map(Node::text).collect())
}

pub(super) fn unit(pick: &Pick) -> Node {
    let mut members = vec![
        ("code", Node::text(pick.code.as_str())),
        ("achieved", Node::Bool(pick.achieved)),
    ];
    let way = Earned::ALL.iter().position(|way| *way == pick.earned);
    let way = way.filter(|_| pick.earned != Earned::Study);
    let way = way.and_then(|index| Earned::NAMES.get(index));
    members.extend(way.map(|name| ("earned", Node::text(*name))));
    members.extend(
        pick.group
            .as_ref()
            .map(|id| ("group", Node::text(id.as_str()))),
    );
    members.extend(
        pick.planned
            .map(|day| ("planned", Node::text(day.to_string()))),
    );
    object(members)
}

pub(super) fn object(members: Vec<(&str, Node)>) -> Node {
    Node::Object(
        members
            .into_iter()
            .map(|(key, node)| (key.to_owned(), node))
            .collect(),
    )
}

pub(super) fn read(place: &Cursor<'_>) -> Option<Plan> {
    let object = place.object()?;
    let id = object.required("qualification")?;
    let id = QualificationId::new(id.text(64)?).or_else(|| id.wrong(Reason::NotA("name")))?;
    let mut plan = Plan::new(id);
    if let Some(name) = object.optional("name") {
        let Node::Text(name) = name.node() else {
            return name.wrong(Reason::NotA("name"));
        };
        plan = plan.after(Action::Rename(name.clone()));
    }
    if let Some(place) = object.optional("registered") {
        plan.registered = Some(day(&place)?);
    }
    let chosen = |key| match object.optional(key) {
        Some(place) => variant(&place).map(Some),
        None => Some(None),
    };
    plan.pathway = chosen("pathway")?;
    plan.nation = chosen("nation")?;
    if let Some(place) = object.optional("conditions") {
        for rule in place.list(Plan::MOST_PICKS, rule)? {
            plan = plan.after(Action::Tick(rule, true));
        }
    }
    plan.wished = codes(&object, "wished")?;
    plan.avoided = codes(&object, "avoided")?;
    for pick in object.required("units")?.list(Plan::MOST_PICKS, pick)? {
        plan.set(pick);
    }
    object.finish();
    Some(plan)
}

pub(super) fn variant(place: &Cursor<'_>) -> Option<VariantId> {
    VariantId::new(place.text(64)?).or_else(|| place.wrong(Reason::NotA("name")))
}

pub(super) fn rule(place: &Cursor<'_>) -> Option<RuleId> {
    RuleId::new(place.text(64)?).or_else(|| place.wrong(Reason::NotA("name")))
}

/// The codes under `key`; none where it is not there.
pub(super) fn codes(object: &Object<'_>, key: &'static str) -> Option<Vec<UnitCode>> {
    match object.optional(key) {
        Some(place) => place.list(Plan::MOST_PICKS, code_at),
        None => Some(Vec::new()),
    }
}

pub(super) fn pick(place: &Cursor<'_>) -> Option<Pick> {
    let unit = place.object()?;
    let mut pick = Pick::new(code(&unit)?);
    if let Some(place) = unit.optional("achieved") {
        pick.achieved = place.truth()?;
    }
    if let Some(place) = unit.optional("earned") {
        pick.earned = *Earned::ALL.get(place.one_of(Earned::NAMES)?)?;
    }
    if let Some(place) = unit.optional("group") {
        let id = GroupId::new(place.text(64)?).or_else(|| place.wrong(Reason::NotA("name")))?;
        pick.group = Some(id);
    }
    if let Some(place) = unit.optional("planned") {
        pick.planned = Some(day(&place)?);
    }
    unit.finish();
    Some(pick)
}

pub(super) fn code(unit: &Object<'_>) -> Option<UnitCode> {
    code_at(&unit.required("code")?)
}

pub(super) fn code_at(place: &Cursor<'_>) -> Option<UnitCode> {
    UnitCode::new(place.text(64)?).or_else(|| place.wrong(Reason::NotA("unit code")))
}

pub(super) fn day(place: &Cursor<'_>) -> Option<Date> {
    Date::parse(place.text(10)?).or_else(|| place.wrong(Reason::NotA("day written YYYY-MM-DD")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_a_plan_can_say_comes_back() {
        let text = r#"{"qualification":"q","name":"Siân","registered":"2024-09-01","units":[
            {"code":"A","achieved":true,"earned":"transfer","group":"g","planned":"2025-06-30"},{"code":"B"}],
            "pathway":"p","nation":"wales","conditions":["practice"],"wished":["C"],"avoided":["D"]}"#;
        let plan = read_plan(text).unwrap();
        assert_eq!(plan.picks()[0].earned, Earned::Transfer);
        assert_eq!(read_plan(&node(&plan).to_json()).unwrap(), plan);
    }

    #[test]
    fn a_key_that_means_nothing_is_named() {
        let problems =
            read_plan(r#"{"qualification":"q","units":[{"code":"A","grade":1}]}"#).unwrap_err();
        assert_eq!(problems[0].path, "units[0].grade");
    }
}
