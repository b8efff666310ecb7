//! The rules of a qualification, form by form.

use super::facts::{self, Places};
use crate::qualification::{Form, Measure, Rule, RuleId, Source, UnitCode};
use crate::reading::{Cursor, Object, Reason};

/// The most units that one rule names.
const MOST_UNITS: usize = 5_000;

const KINDS: &[&str] = &["amount", "mandatory", "barred", "registration"];

pub(super) fn rule(
    place: &Cursor<'_>,
    places: &Places<'_>,
    source: &dyn Fn(&str) -> Source,
) -> Option<Rule> {
    let object = place.object()?;
    let id = object.required("id").and_then(|place| {
        RuleId::new(place.text(64)?).or_else(|| place.wrong(Reason::NotA(facts::NAME)))
    });
    let heading = object.required("heading").and_then(|place| place.text(300));
    let note = match object.optional("note") {
        Some(place) => place.text(1_000).map(|text| Some(text.to_owned())),
        None => Some(None),
    };
    let form = match object.required("kind")?.one_of(KINDS)? {
        0 => amount(&object, places),
        1 => mandatory(&object, places),
        2 => barred(&object, places),
        _ => registration(&object, places),
    };
    object.finish();
    Some(Rule {
        id: id?,
        form: form?,
        source: source(heading?),
        note: note?,
    })
}

fn amount(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let group = match object.optional("group") {
        Some(place) => places.group(&place).map(Some),
        None => Some(None),
    };
    let measure = object
        .required("measure")
        .and_then(|place| place.one_of(Measure::NAMES))
        .and_then(|index| Measure::ALL.get(index).copied());
    let bounds = facts::bounds(object);
    Some(Form::Amount {
        group: group?,
        measure: measure?,
        bounds: bounds?,
    })
}

fn mandatory(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let units = units(object, places, 1)?;
    Some(Form::Mandatory { units })
}

fn barred(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let units = units(object, places, 2);
    let counts = match object.optional("counts") {
        Some(place) => {
            let code = places.unit(&place)?;
            if units.as_ref().is_some_and(|units| !units.contains(&code)) {
                return place.wrong(Reason::Contradiction(
                    "the unit that counts is not among the units",
                ));
            }
            Some(code)
        }
        None => None,
    };
    let units = units?;
    let counts = counts.or_else(|| units.first().cloned())?;
    Some(Form::Barred { units, counts })
}

fn registration(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let unit = object
        .required("unit")
        .and_then(|place| places.unit(&place));
    let closed_from = object
        .required("closed_from")
        .and_then(|place| facts::day(&place));
    let open_if_achieved = match object.optional("open_if_achieved") {
        Some(place) => place.truth(),
        None => Some(false),
    };
    let instead = match object.optional("instead") {
        Some(place) => places.unit(&place).map(Some),
        None => Some(None),
    };
    if unit.is_some() && instead.as_ref().is_some_and(|instead| *instead == unit) {
        return object
            .place()
            .wrong(Reason::Contradiction("a unit cannot take its own place"));
    }
    Some(Form::Registration {
        unit: unit?,
        closed_from: closed_from?,
        open_if_achieved: open_if_achieved?,
        instead: instead?,
    })
}

fn units(object: &Object<'_>, places: &Places<'_>, fewest: usize) -> Option<Vec<UnitCode>> {
    let place = object.required("units")?;
    let mut written = 0;
    let mut taken: Vec<UnitCode> = Vec::new();
    let units = place.list(MOST_UNITS, |place| {
        written += 1;
        let code = places.unit(place)?;
        match taken.binary_search(&code) {
            Ok(_) => place.wrong(Reason::Repeated(code.to_string())),
            Err(index) => {
                taken.insert(index, code.clone());
                Some(code)
            }
        }
    })?;
    if written < fewest {
        return place.wrong(Reason::Contradiction(
            "a rule names at least one unit, a barring rule at least two",
        ));
    }
    // Where one of them has a problem, nothing more is concluded from the others.
    (units.len() == written).then_some(units)
}
