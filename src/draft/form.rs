//! A plan as JSON that a person can read and write.
//!
//! What is as it usually is (no pathway, studied, in whatever group) is left out.

use crate::plan::{Action, Pick, Plan};
use crate::qualification::{Date, Earned, GroupId, QualificationId, RuleId, UnitCode, VariantId};
use crate::reading::{Cursor, Node, Object, Problem, Problems, Reason, parse};

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
    let problems = problems.into_inner();
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
    let conditions: Vec<Node> = plan
        .conditions
        .iter()
        .map(|id| Node::text(id.as_str()))
        .collect();
    let codes = |codes: &[UnitCode]| codes.iter().map(|code| Node::text(code.as_str())).collect();
    let lists: [(&str, Vec<Node>); 3] = [
        ("conditions", conditions),
        ("wished", codes(&plan.wished)),
        ("avoided", codes(&plan.avoided)),
    ];
    let some = lists.into_iter().filter(|(_, list)| !list.is_empty());
    members.extend(some.map(|(key, list)| (key, Node::List(list))));
    object(members)
}

fn unit(pick: &Pick) -> Node {
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

fn object(members: Vec<(&str, Node)>) -> Node {
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
    let variant = |key| match object.optional(key) {
        Some(place) => VariantId::new(place.text(64)?)
            .or_else(|| place.wrong(Reason::NotA("name")))
            .map(Some),
        None => Some(None),
    };
    plan.pathway = variant("pathway")?;
    plan.nation = variant("nation")?;
    if let Some(place) = object.optional("conditions") {
        let rules = place.list(Plan::MOST_PICKS, |place| {
            RuleId::new(place.text(64)?).or_else(|| place.wrong(Reason::NotA("name")))
        })?;
        for rule in rules {
            plan = plan.after(Action::Tick(rule, true));
        }
    }
    let codes = |key| match object.optional(key) {
        Some(place) => place.list(Plan::MOST_PICKS, code_at),
        None => Some(Vec::new()),
    };
    plan.wished = codes("wished")?;
    plan.avoided = codes("avoided")?;
    let picks = object.required("units")?.list(Plan::MOST_PICKS, pick)?;
    for pick in picks {
        let code = pick.code;
        plan = plan
            .after(Action::Pick(code.clone()))
            .after(Action::Achieve(code.clone(), pick.achieved))
            .after(Action::Earn(code.clone(), pick.earned))
            .after(Action::Pin(code.clone(), pick.group))
            .after(Action::Schedule(code, pick.planned));
    }
    object.finish();
    Some(plan)
}

fn pick(place: &Cursor<'_>) -> Option<Pick> {
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

fn code_at(place: &Cursor<'_>) -> Option<UnitCode> {
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
