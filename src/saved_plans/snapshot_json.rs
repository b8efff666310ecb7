//! A plan as JSON with the catalogue and the facts with which it was made, the same in a saved plan and
//! in a file.

use super::{CatalogueVersion, PlanSnapshot, UnitSnapshot, form};
use crate::plan::Plan;
use crate::qualification::{Level, Measure};
use crate::reading::{Cursor, Expected, Node, Object, Reason};

/// What a plan is kept with, and what it travels with in a file.
#[must_use]
pub fn snapshot_members(
    plan: &Plan,
    catalogue_version: &CatalogueVersion,
    facts: &[UnitSnapshot],
) -> Vec<(&'static str, Node)> {
    let mut catalogue = Vec::new();
    for (key, text) in [
        ("id", &catalogue_version.catalogue),
        ("document", &catalogue_version.document),
    ] {
        if !text.is_empty() {
            catalogue.push((key, Node::text(text)));
        }
    }
    let checked = catalogue_version.checked;
    catalogue.extend(checked.map(|day| ("checked", Node::text(day.to_string()))));
    if catalogue_version.rules != 0 {
        catalogue.push(("rules", Node::Integer(catalogue_version.rules.into())));
    }
    vec![
        ("catalogue", form::object(catalogue)),
        ("plan", form::node(plan)),
        ("facts", Node::List(facts.iter().map(facts_node).collect())),
    ]
}

fn facts_node(unit: &UnitSnapshot) -> Node {
    let mut members = vec![("code", Node::text(unit.code.as_str()))];
    if !unit.title.is_empty() {
        members.push(("title", Node::text(&unit.title)));
    }
    let level = unit.level.map(|level| match level.number() {
        Some(number) => Node::Integer(number.into()),
        None => Node::text(level.to_string()),
    });
    members.extend(level.map(|level| ("level", level)));
    members.extend(Measure::FIGURES.into_iter().filter_map(|measure| {
        let figure = unit.given(measure)?;
        Some((measure.key(), Node::Integer(figure.into())))
    }));
    form::object(members)
}

/// What [`snapshot_members`] wrote.
#[must_use]
pub fn read_snapshot(object: &Object<'_>) -> Option<PlanSnapshot> {
    Some(PlanSnapshot {
        catalogue_version: match object.optional("catalogue") {
            Some(place) => read_catalogue_version(&place)?,
            None => CatalogueVersion::default(),
        },
        plan: form::read(&object.required("plan")?)?,
        facts: match object.optional("facts") {
            Some(place) => {
                let mut facts = place.list(Plan::MOST_PICKS, read_facts)?;
                facts.sort_by(|one, other| one.code.cmp(&other.code));
                facts.dedup_by(|one, other| one.code == other.code);
                facts
            }
            None => Vec::new(),
        },
    })
}

fn read_catalogue_version(place: &Cursor<'_>) -> Option<CatalogueVersion> {
    let object = place.object()?;
    let text = |key| match object.optional(key) {
        Some(place) => place.text(200).map(str::to_owned),
        None => Some(String::new()),
    };
    let catalogue_version = CatalogueVersion {
        catalogue: text("id")?,
        document: text("document")?,
        checked: match object.optional("checked") {
            Some(place) => Some(form::day(&place)?),
            None => None,
        },
        rules: match object.optional("rules") {
            Some(place) => place.integer(0..=u32::MAX)?,
            None => 0,
        },
    };
    object.finish();
    Some(catalogue_version)
}

fn read_facts(place: &Cursor<'_>) -> Option<UnitSnapshot> {
    let unit = place.object()?;
    let code = form::code(&unit)?;
    let mut facts = UnitSnapshot {
        title: match unit.optional("title") {
            Some(place) => place.text(300)?.to_owned(),
            None => String::new(),
        },
        level: match unit.optional("level") {
            Some(place) => match place.node() {
                Node::Text(text) => Some(
                    Level::parse(text).or_else(|| place.error(Reason::NotA(Expected::Level)))?,
                ),
                _ => Level::new(place.integer(1..=8)?),
            },
            None => None,
        },
        ..UnitSnapshot::new(code)
    };
    for measure in Measure::FIGURES {
        if let Some(place) = unit.optional(measure.key()) {
            facts = facts.with(measure, Some(place.integer(0..=u32::MAX)?));
        }
    }
    unit.finish();
    Some(facts)
}
