//! The rules of a qualification, form by form.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::facts::{self, Places, optional};
use super::limits::MOST_UNITS;
use crate::qualification::{
    Amount, Bounds, Credits, Earned, Endorsement, Form, Fraction, Measure, Rule, RuleId, Selection,
    ShareBound, Source, Surplus, UnitCode, When,
};
use crate::reading::{Clash, Cursor, Expected, Misplaced, Node, Object, Reason};

/// The most sets, groups or variants that one rule names.
const MOST_NAMES: usize = 64;

/// The forms by their names, each with its reader.
const KINDS: &[&str] = &[
    "amount",
    "share",
    "mandatory",
    "choice",
    "barred",
    "bars",
    "same-content",
    "needs",
    "registration",
    "condition",
];
const READERS: [fn(&Object<'_>, &Places<'_>) -> Option<Form>; 10] = [
    |object, places| amount(object, places).map(Form::Amount),
    share,
    |object, places| {
        Some(Form::Mandatory {
            units: units(object, places, 1)?,
        })
    },
    choice,
    barred,
    bars,
    |object, places| {
        Some(Form::SameContent {
            units: units(object, places, 2)?,
        })
    },
    needs,
    registration,
    condition,
];

pub(super) fn rule(place: &Cursor<'_>, places: &Places<'_>, source: &Source) -> Option<Rule> {
    let object = place.object_like(&["{\"id\": \"…\", \"kind\": \"…\", \"heading\": \"…\"}"])?;
    let id = object.required("id").and_then(|place| {
        RuleId::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::NameOfSome)))
    });
    let heading = facts::heading(&object);
    let note = optional(&object, "note", |place| {
        place.text(1_000).map(str::to_owned)
    });
    let when = optional(&object, "when", |place| when(place, places));
    let Some(kind) = object.required("kind") else {
        object.finish_near("kind");
        return None;
    };
    let kind = kind.one_of(KINDS)?;
    let form = READERS.get(kind).and_then(|read| read(&object, places));
    let when = when?.unwrap_or_default();
    if matches!(form, Some(Form::Registration { .. })) && when != When::default() {
        return place.error(Reason::Contradiction(Clash::RegistrationForSome));
    }
    object.finish();
    Some(Rule {
        id: id?,
        when,
        form: form?,
        source: Source {
            heading: heading?.unwrap_or(&source.heading).to_owned(),
            ..source.clone()
        },
        note: note?,
    })
}

fn flag_of(place: &Cursor<'_>) -> Option<bool> {
    place.bool()
}

fn flag(object: &Object<'_>, key: &'static str) -> Option<bool> {
    Some(optional(object, key, flag_of)?.unwrap_or_default())
}

fn when(place: &Cursor<'_>, places: &Places<'_>) -> Option<When> {
    let object = place.object_like(&["{\"pathways\": [\"…\"]}"])?;
    let pathways = optional(&object, "pathways", |place| {
        place.list_of_some(MOST_NAMES, |place| places.pathway(place))
    });
    let nations = optional(&object, "nations", |place| {
        place.list_of_some(MOST_NAMES, |place| places.nation(place))
    });
    let registered_from = optional(&object, "registered_from", facts::day);
    let registered_before = optional(&object, "registered_before", facts::day);
    object.finish();
    let when = When {
        pathways: pathways?.unwrap_or_default(),
        nations: nations?.unwrap_or_default(),
        registered_from: registered_from?,
        registered_before: registered_before?,
    };
    let days = when.registered_from.zip(when.registered_before);
    if days.is_some_and(|(from, before)| from >= before) {
        let why = Clash::NoDayOfRegistration;
        return facts::upside_down(&object, "registered_from", why);
    }
    Some(when)
}

/// A title that a choice of units earns.
pub(super) fn endorsement(place: &Cursor<'_>, places: &Places<'_>) -> Option<Endorsement> {
    let object = place.object_like(&["{\"title\": \"…\", \"amounts\": [{…}]}"])?;
    let title = object.required("title").and_then(|title| title.text(200));
    let amounts = object.required("amounts").and_then(|list| {
        list.list_of_some(MOST_NAMES, |place| {
            let object = place.object_like(&["{\"measure\": \"credits\", \"at_least\": 6}"])?;
            let amount = amount(&object, places);
            object.finish();
            amount
        })
    });
    object.finish();
    Some(Endorsement {
        title: title?.to_owned(),
        amounts: amounts?,
    })
}

fn amount(object: &Object<'_>, places: &Places<'_>) -> Option<Amount> {
    let group = optional(object, "group", |place| places.group(place));
    let of = optional(object, "of", |place| selection(place, places));
    let measure = measure(object);
    let bounds = facts::bounds(object);
    let surplus = optional(object, "surplus", |place| {
        place.one_of(&["breaks", "not-counted"])
    });
    let if_used = flag(object, "if_used");
    let each_subject = flag(object, "each_subject");
    let (of, bounds) = match (group?, of?) {
        (Some(_), Some(_)) => {
            return object
                .place()
                .error(Reason::Contradiction(Clash::GroupBesideSelection));
        }
        (Some(group), None) => (Selection::of_group(group), bounds?),
        (None, of) => (of.unwrap_or_default(), bounds?),
    };
    let amount = Amount {
        of,
        measure: measure?,
        bounds,
        surplus: match surplus? {
            Some(1) => Surplus::NotCounted,
            _ => Surplus::Breaks,
        },
        if_used: if_used?,
        each_subject: each_subject?,
    };
    let counted = matches!(amount.measure, Measure::Groups | Measure::Subjects);
    let wrong = if amount.surplus == Surplus::NotCounted && (bounds.most().is_none() || counted) {
        Clash::SurplusWithoutLimit
    } else if amount.if_used && bounds.least().is_none() {
        Clash::IfUsedWithoutLeast
    } else if amount.each_subject && counted {
        Clash::EachSubjectOfCounted
    } else {
        return Some(amount);
    };
    object.place().error(Reason::Contradiction(wrong))
}

fn measure(object: &Object<'_>) -> Option<Measure> {
    let index = object.required("measure")?.one_of(Measure::NAMES)?;
    Measure::ALL.get(index).copied()
}

fn selection(place: &Cursor<'_>, places: &Places<'_>) -> Option<Selection> {
    let object = place.object_like(&["{\"groups\": [\"…\"]}", "{\"level\": 3}"])?;
    let groups = optional(&object, "groups", |place| {
        place.list_of_some(MOST_NAMES, |place| places.group(place))
    });
    let units = optional(&object, "units", |place| codes(place, places, 1));
    let level = |key| optional(&object, key, facts::level);
    let (exactly, from, to) = (level("level"), level("level_from"), level("level_to"));
    let text = |key| optional(&object, key, |place| place.text(64).map(str::to_owned));
    let (tag, subject) = (text("tag"), text("subject"));
    let earned = optional(&object, "earned", |place| {
        place.list_of_some(Earned::ALL.len(), |place| {
            Earned::ALL.get(place.one_of(Earned::NAMES)?).copied()
        })
    });
    object.finish();
    let (exactly, from, to) = (exactly?, from?, to?);
    if exactly.is_some() && (from.is_some() || to.is_some()) {
        return place.error(Reason::Contradiction(Clash::LevelBesideRange));
    }
    match from.zip(to).map(|(from, to)| from.partial_cmp(&to)) {
        Some(Some(Ordering::Greater)) => {
            return facts::upside_down(&object, "level_from", Clash::LevelFromAboveTo);
        }
        Some(None) => {
            return place.error(Reason::Contradiction(Clash::TwoFrameworks));
        }
        _ => {}
    }
    Some(Selection {
        groups: groups?.unwrap_or_default(),
        units: units?.unwrap_or_default(),
        level_from: exactly.or(from),
        level_to: exactly.or(to),
        tag: tag?,
        subject: subject?,
        earned: earned?.unwrap_or_default(),
    })
}

fn share(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let of = object
        .required("of")
        .and_then(|place| selection(&place, places));
    let out_of = optional(object, "out_of", |place| selection(place, places));
    let measure = measure(object);
    let bound = |keys: [&'static str; 2]| {
        let found = facts::either(object, keys, |place, _| {
            Fraction::parse(place.text(9)?).or_else(|| place.error(Reason::NotA(Expected::Share)))
        })?;
        Some(found.map(|(share, is_strict)| ShareBound { share, is_strict }))
    };
    let (least, most) = (bound(facts::LOWER), bound(facts::UPPER));
    let (measure, least, most) = (measure?, least?, most?);
    if least.is_none() && most.is_none() {
        return object.needs_one_of(&["at_least", "more_than", "at_most", "less_than"]);
    }
    let wrong = if matches!(measure, Measure::Groups | Measure::Subjects) {
        Clash::ShareOfCounted
    } else if least
        .zip(most)
        .is_some_and(|(least, most)| least.excludes(most))
    {
        return facts::no_room(object);
    } else {
        return Some(Form::Share {
            of: of?,
            out_of: out_of?.unwrap_or_default(),
            measure,
            least,
            most,
        });
    };
    object.place().error(Reason::Contradiction(wrong))
}

fn choice(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let bounds = if facts::has_bounds(object) {
        facts::bounds(object)
    } else {
        Bounds::new(Some(1), None)
    };
    for (key, why) in [
        ("group", Misplaced::GroupOfChoice),
        ("units", Misplaced::UnitsOfChoice),
    ] {
        if let (Some(place), None) = (object.optional(key), object.optional("options")) {
            return place.error(Reason::NotHere(why));
        }
    }
    let options = object
        .required("options")
        .and_then(|place| place.list_of_some(MOST_NAMES, |place| codes(place, places, 1)));
    Some(Form::Choice {
        options: options?,
        bounds: bounds?,
    })
}

fn barred(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let units = units(object, places, 2);
    let counts = optional(object, "counts", |place| {
        let code = places.unit(place)?;
        if units.as_ref().is_some_and(|units| !units.contains(&code)) {
            return place.error(Reason::Contradiction(Clash::CountsNotAmong));
        }
        Some(code)
    });
    let most = optional(object, "at_most", |place| place.integer(1..=Credits::MOST));
    let (counts, most) = (counts?, most?.unwrap_or(1));
    if counts.is_some() && most > 1 {
        return object
            .place()
            .error(Reason::Contradiction(Clash::CountsBesideMost));
    }
    Some(Form::Barred {
        units: units?,
        most,
        counts,
    })
}

fn bars(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let unit = object
        .required("unit")
        .and_then(|place| places.unit(&place));
    let others = units(object, places, 1);
    let (unit, units) = (unit?, others?);
    if units.contains(&unit) {
        return object
            .place()
            .error(Reason::Contradiction(Clash::BarsItself));
    }
    Some(Form::Bars { unit, units })
}

fn needs(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let unit = object
        .required("unit")
        .and_then(|place| places.unit(&place));
    let any = optional(object, "any_of", |place| codes(place, places, 1));
    let all = optional(object, "all_of", |place| codes(place, places, 1));
    let (unit, needs, all) = match (unit?, any?, all?) {
        (unit, Some(needs), None) => (unit, needs, false),
        (unit, None, Some(needs)) => (unit, needs, true),
        (_, None, None) => {
            return object.needs_one_of(&["any_of", "all_of"]);
        }
        _ => {
            return object
                .place()
                .error(Reason::Contradiction(Clash::AnyBesideAll));
        }
    };
    if needs.contains(&unit) {
        return object
            .place()
            .error(Reason::Contradiction(Clash::NeedsItself));
    }
    Some(Form::Needs { unit, needs, all })
}

fn registration(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let unit = object
        .required("unit")
        .and_then(|place| places.unit(&place));
    let open_from = optional(object, "open_from", facts::day);
    let closed_from = optional(object, "closed_from", facts::day);
    let closed_from = if (open_from, closed_from) == (Some(None), Some(None)) {
        object.needs_one_of(&["open_from", "closed_from"])
    } else {
        closed_from
    };
    let open_if_achieved = flag(object, "open_if_achieved");
    let instead = optional(object, "instead", |place| places.unit(place));
    if unit.is_some() && instead.as_ref().is_some_and(|instead| *instead == unit) {
        return object
            .place()
            .error(Reason::Contradiction(Clash::TakesOwnPlace));
    }
    let (open_from, closed_from) = (open_from?, closed_from?);
    if open_from
        .zip(closed_from)
        .is_some_and(|(from, to)| from >= to)
    {
        return facts::upside_down(object, "open_from", Clash::ClosedBeforeOpen);
    }
    Some(Form::Registration {
        unit: unit?,
        open_from,
        closed_from,
        open_if_achieved: open_if_achieved?,
        instead: instead?,
    })
}

fn condition(object: &Object<'_>, places: &Places<'_>) -> Option<Form> {
    let text = object.required("text").and_then(|place| place.text(300));
    let if_taken = optional(object, "if_taken", |place| codes(place, places, 1));
    Some(Form::Condition {
        text: text?.to_owned(),
        if_taken: if_taken?.unwrap_or_default(),
    })
}

/// The units of a rule: listed, or all of a group.
fn units(object: &Object<'_>, places: &Places<'_>, fewest: usize) -> Option<Vec<UnitCode>> {
    match (object.optional("units"), object.optional("group")) {
        (Some(_), Some(group)) => group.error(Reason::Contradiction(Clash::UnitsBesideGroup)),
        (None, Some(group)) => codes_of_group(&group, places, fewest),
        (Some(units), None) => codes(&units, places, fewest),
        (None, None) => object.needs_one_of(&["units", "group"]),
    }
}

/// Codes, each once, so many at least: a list of them, or `{"group": NAME}`.
fn codes(place: &Cursor<'_>, places: &Places<'_>, fewest: usize) -> Option<Vec<UnitCode>> {
    if let Node::Object(_) = place.node() {
        let object = place.object()?;
        let group = object.required("group");
        let units = group.and_then(|group| codes_of_group(&group, places, fewest));
        object.finish();
        return units;
    }
    let mut written = 0;
    let mut known: BTreeMap<UnitCode, usize> = BTreeMap::new();
    let units = place.list(MOST_UNITS, |place| {
        written += 1;
        let code = places.unit(place)?;
        if let Some(earlier) = known.get(&code) {
            return place.repeated(code.as_str(), place.beside(*earlier));
        }
        known.insert(code.clone(), place.number());
        Some(code)
    })?;
    if written < fewest {
        return place.error(TOO_FEW);
    }
    // Where one of them has a problem, nothing more is concluded from the others.
    (units.len() == written).then_some(units)
}

const TOO_FEW: Reason = Reason::Contradiction(Clash::TooFewUnits);

/// All units of a group and of those within it.
fn codes_of_group(place: &Cursor<'_>, places: &Places<'_>, fewest: usize) -> Option<Vec<UnitCode>> {
    let units = places.units_of(place)?;
    if units.len() < fewest {
        return place.error(TOO_FEW);
    }
    Some(units)
}
