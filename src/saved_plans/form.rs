//! A plan as JSON that a person can read and write.
//!
//! Usual values (no pathway, studied, in any group) are left out.

use crate::plan::{Field, Pick, Plan, Progress, tidy_evidence, tidy_name, tidy_note};
use crate::qualification::{
    Date, DayOrMonth, Earned, GroupId, QualificationId, RuleId, UnitCode, VariantId,
};
use crate::reading::{Cursor, Expected, Node, Object, Problem, Problems, Reason, parse, place};

/// The longest plan that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// The first schema of saved plans and of files of saved plans that is read.
pub const FIRST: u32 = 2;

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

/// The key of a field.
pub(super) const fn key(field: &Field) -> &'static str {
    match field {
        Field::Name(_) => "name",
        Field::Registered(_) => "registered",
        Field::LastDay(_) => "last_day",
        Field::Pathway(_) => "pathway",
        Field::Nation(_) => "nation",
        Field::Conditions(_) => "conditions",
        Field::Wished(_) => "wished",
        Field::Avoided(_) => "avoided",
        Field::Note(_) => "note",
    }
}

/// The value of a field; `null` for none.
pub(super) fn value(field: &Field) -> Node {
    match field {
        Field::Note(note) if note.is_empty() => Node::Null,
        Field::Name(text) | Field::Note(text) => Node::text(text),
        Field::Registered(day) | Field::LastDay(day) => {
            day.map_or(Node::Null, |day| Node::text(day.to_string()))
        }
        Field::Pathway(id) | Field::Nation(id) => {
            let id = id.as_ref().map(VariantId::as_str);
            id.map_or(Node::Null, Node::text)
        }
        Field::Conditions(rules) => names(rules.iter().map(RuleId::as_str)),
        Field::Wished(codes) | Field::Avoided(codes) => names(codes.iter().map(UnitCode::as_str)),
    }
}

/// The same field with the value that stands here.
pub(super) fn read_value(field: &Field, place: &Cursor<'_>) -> Option<Field> {
    Some(match field {
        Field::Name(_) => match place.node() {
            Node::Text(name) => Field::Name(tidy_name(name)),
            _ => return place.error(Reason::NotA(Expected::Name)),
        },
        Field::Registered(_) => Field::Registered(Some(day(place)?)),
        Field::LastDay(_) => Field::LastDay(Some(day(place)?)),
        Field::Pathway(_) => Field::Pathway(Some(variant(place)?)),
        Field::Nation(_) => Field::Nation(Some(variant(place)?)),
        Field::Conditions(_) => {
            let mut rules = place.list(Plan::MOST_PICKS, rule)?;
            rules.sort_unstable();
            rules.dedup();
            Field::Conditions(rules)
        }
        Field::Wished(_) => Field::Wished(codes(place)?),
        Field::Avoided(_) => Field::Avoided(codes(place)?),
        Field::Note(_) => Field::Note(note(place)?),
    })
}

/// The first schema that knows a field.
pub(super) const fn since(field: &Field) -> u32 {
    match field {
        Field::Note(_) => 3,
        Field::LastDay(_) => 4,
        _ => FIRST,
    }
}

/// The first schema that knows everything that a plan says of a unit.
pub(super) fn since_of(pick: &Pick) -> u32 {
    let is_working = pick.progress == Progress::Working;
    let is_traced = pick.achieved_on.is_some() || !pick.evidence.is_empty();
    if is_working || is_traced || pick.without_credit {
        return 4;
    }
    let is_for_month = pick.planned.is_some_and(DayOrMonth::is_month);
    if pick.note.is_empty() && pick.start.is_none() && !is_for_month {
        FIRST
    } else {
        3
    }
}

/// The first schema that knows all that a plan says.
#[must_use]
pub fn schema_of(plan: &Plan) -> u32 {
    let fields = plan.fields().into_iter();
    let said = fields.filter(|field| is_said(&value(field)));
    let fields = said.map(|field| since(&field));
    let units = plan.picks().iter().map(since_of);
    fields.chain(units).max().unwrap_or(FIRST)
}

fn is_said(value: &Node) -> bool {
    *value != Node::Null && *value != Node::List(Vec::new())
}

pub(super) fn node(plan: &Plan) -> Node {
    // These are always written, also without a value, and the units behind them: so it has been
    // from the first version on.
    let is_first = |field: &Field| matches!(field, Field::Name(_) | Field::Registered(_));
    let qualification = Node::text(plan.qualification.as_str());
    let mut members = vec![("qualification", qualification)];
    let (first, others): (Vec<Field>, Vec<Field>) = plan.fields().into_iter().partition(is_first);
    members.extend(first.iter().map(|field| (key(field), value(field))));
    members.push(("units", Node::List(plan.picks().iter().map(unit).collect())));
    let others = others.iter().map(|field| (key(field), value(field)));
    members.extend(others.filter(|(_, node)| is_said(node)));
    object(members)
}

pub(super) fn names<'a>(names: impl Iterator<Item = &'a str>) -> Node {
    Node::List(names.map(Node::text).collect())
}

pub(super) fn unit(pick: &Pick) -> Node {
    let mut members = vec![
        ("code", Node::text(pick.code.as_str())),
        ("achieved", Node::Bool(pick.is_achieved())),
    ];
    if pick.progress == Progress::Working {
        members.push(("working", Node::Bool(true)));
    }
    let way = Earned::ALL.iter().position(|way| *way == pick.earned);
    let way = way.filter(|_| pick.earned != Earned::Study);
    let way = way.and_then(|index| Earned::NAMES.get(index));
    members.extend(way.map(|name| ("earned", Node::text(*name))));
    members.extend(
        pick.group
            .as_ref()
            .map(|id| ("group", Node::text(id.as_str()))),
    );
    let days = [
        ("planned", pick.planned),
        ("start", pick.start),
        ("achieved_on", pick.achieved_on),
    ];
    let days = days.into_iter();
    members.extend(days.filter_map(|(key, day)| Some((key, Node::text(day?.to_string())))));
    if pick.without_credit {
        members.push(("without_credit", Node::Bool(true)));
    }
    let texts = [("evidence", &pick.evidence), ("note", &pick.note)].into_iter();
    let texts = texts.filter(|(_, text)| !text.is_empty());
    members.extend(texts.map(|(key, text)| (key, Node::text(text))));
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
    let id =
        QualificationId::new(id.text(64)?).or_else(|| id.error(Reason::NotA(Expected::Name)))?;
    let mut plan = Plan::new(id);
    for field in plan.fields() {
        if let Some(place) = object.optional(key(&field)) {
            plan.set_field(read_value(&field, &place)?);
        }
    }
    for pick in object.required("units")?.list(Plan::MOST_PICKS, pick)? {
        plan.set(pick);
    }
    object.finish();
    Some(plan)
}

fn variant(place: &Cursor<'_>) -> Option<VariantId> {
    VariantId::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::Name)))
}

fn rule(place: &Cursor<'_>) -> Option<RuleId> {
    RuleId::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::Name)))
}

fn codes(place: &Cursor<'_>) -> Option<Vec<UnitCode>> {
    place.list(Plan::MOST_PICKS, code_at)
}

pub(super) fn pick(place: &Cursor<'_>) -> Option<Pick> {
    let unit = place.object()?;
    let mut pick = Pick::new(code(&unit)?);
    if truth(&unit, "working")? {
        pick.progress = Progress::Working;
    }
    if truth(&unit, "achieved")? {
        pick.progress = Progress::Achieved;
    }
    pick.without_credit = truth(&unit, "without_credit")?;
    if let Some(place) = unit.optional("earned") {
        pick.earned = *Earned::ALL.get(place.one_of(Earned::NAMES)?)?;
    }
    if let Some(place) = unit.optional("group") {
        let id =
            GroupId::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::Name)))?;
        pick.group = Some(id);
    }
    if let Some(place) = unit.optional("planned") {
        pick.planned = Some(day_or_month(&place)?);
    }
    if let Some(place) = unit.optional("start") {
        pick.start = Some(day_or_month(&place)?);
    }
    if let Some(place) = unit.optional("achieved_on") {
        pick.achieved_on = Some(day_or_month(&place)?);
    }
    if let Some(place) = unit.optional("evidence") {
        pick.evidence = tidy_evidence(text(&place)?);
    }
    if let Some(place) = unit.optional("note") {
        pick.note = note(&place)?;
    }
    unit.finish();
    Some(pick)
}

fn truth(unit: &Object<'_>, key: &'static str) -> Option<bool> {
    match unit.optional(key) {
        Some(place) => place.bool(),
        None => Some(false),
    }
}

fn day_or_month(place: &Cursor<'_>) -> Option<DayOrMonth> {
    let read = DayOrMonth::parse(place.text(10)?);
    read.or_else(|| place.error(Reason::NotA(Expected::DayOrMonth)))
}

fn note(place: &Cursor<'_>) -> Option<String> {
    text(place).map(tidy_note)
}

/// A text, however long.
fn text<'a>(place: &Cursor<'a>) -> Option<&'a str> {
    match place.node() {
        Node::Text(text) => Some(text),
        _ => place.error(Reason::NotA(Expected::Text)),
    }
}

pub(super) fn code(unit: &Object<'_>) -> Option<UnitCode> {
    code_at(&unit.required("code")?)
}

pub(super) fn code_at(place: &Cursor<'_>) -> Option<UnitCode> {
    UnitCode::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::UnitCode)))
}

pub(super) fn day(place: &Cursor<'_>) -> Option<Date> {
    Date::parse(place.text(10)?).or_else(|| place.error(Reason::NotA(Expected::Day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_a_plan_can_say_comes_back() {
        let text = r#"{"qualification":"q","name":"Siân","registered":"2024-09-01","units":[
            {"code":"A","achieved":true,"earned":"transfer","group":"g","planned":"2025-06","start":"2024-09-15","note":"Rhiannon’s\ncase",
            "achieved_on":"2025-05","evidence":"Northfield, 12/345"},
            {"code":"B","working":true,"earned":"exemption","without_credit":true}],
            "pathway":"p","nation":"wales","conditions":["practice"],"wished":["C"],"avoided":["D"],
            "note":"Ask about 502.\nMonday"}"#;
        let plan = read_plan(text).unwrap();
        assert_eq!(plan.picks()[0].earned, Earned::Transfer);
        assert!(plan.picks()[0].planned.unwrap().is_month());
        assert!(!plan.picks()[0].start.unwrap().is_month());
        assert_eq!(plan.picks()[0].achieved_on.unwrap().to_string(), "2025-05");
        assert_eq!(plan.picks()[0].evidence, "Northfield, 12/345");
        assert_eq!(plan.picks()[1].progress, Progress::Working);
        assert!(plan.picks()[1].is_without_credit());
        assert_eq!(plan.picks()[0].note, "Rhiannon’s\ncase");
        assert_eq!(plan.note, "Ask about 502.\nMonday");
        assert_eq!(read_plan(&node(&plan).to_json()).unwrap(), plan);
    }

    #[test]
    fn a_key_that_means_nothing_is_named() {
        let problems =
            read_plan(r#"{"qualification":"q","units":[{"code":"A","grade":1}]}"#).unwrap_err();
        assert_eq!(problems[0].path, "units[0].grade");
    }
}
