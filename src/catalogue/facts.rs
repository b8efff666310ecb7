//! The facts of a qualification and of a unit, key by key.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::about::Said;
use super::limits::MOST_UNITS;
pub(super) use super::naming::{heading, listed, name, unknown};
use crate::qualification::{
    Bounds, Credits, Date, Group, GroupId, Hours, Level, Note, OwnAbout, PublishedHours,
    Qualification, QualificationId, Size, Source, Unit, UnitAbout, UnitCode, Units, Variant,
    VariantId, Window,
};
use crate::reading::{Clash, Cursor, Expected, Node, Object, Reason, Thing};

/// The most sizes to which a unit may be restricted.
const MOST_SIZES: usize = 20;

/// The most units that groups may bring in where a group stands in place of a list: a short file may
/// not become a long one.
const MOST_BY_GROUP: usize = 100_000;

/// The most former codes of a unit.
const MOST_NAMES: usize = 20;

/// The units of a file.
pub(super) struct Described {
    /// Those without a problem.
    pub(super) whole: Units,
    /// What those are about of which that is said, in the order of their codes.
    pub(super) about: Arc<Vec<UnitAbout>>,
    /// Codes of units that have a problem, in order.
    pub(super) faulty: Vec<UnitCode>,
    /// How many units a group in place of a list may still bring in.
    pub(super) room: Cell<usize>,
}

impl Described {
    /// Counts the units that a group brings in; a problem at `place` where they are too many.
    pub(super) fn take(&self, number: usize, place: &Cursor<'_>) -> Option<()> {
        let Some(left) = self.room.get().checked_sub(number) else {
            return place.error(Reason::Contradiction(Clash::ListsTooLong));
        };
        self.room.set(left);
        Some(())
    }

    /// The unit of this code; a problem at `place` where there is none.
    pub(super) fn find(&self, code: &UnitCode, place: &Cursor<'_>) -> Option<&Unit> {
        match self.whole.find(code) {
            Some(unit) => Some(unit),
            None if self.faulty.binary_search(code).is_ok() => {
                place.error(Reason::Unreadable(code.to_string()))
            }
            None => {
                let known = self.whole.iter().map(|unit| &unit.code);
                let known = known.chain(&self.faulty).map(UnitCode::as_str);
                unknown(Thing::Unit, code.as_str(), known, place)
            }
        }
    }
}

/// What a rule may refer to.
pub(super) struct Places<'a> {
    groups: &'a [Group],
    /// Pathways and nations; `None` where they could not be read.
    variants: Option<(&'a [Variant], &'a [Variant])>,
    /// Codes of the units that may be chosen, in order.
    open: Vec<&'a UnitCode>,
    units: &'a Described,
    /// False where a group has a problem: then units that it may have held are not reported as
    /// missing.
    whole: bool,
}

impl<'a> Places<'a> {
    pub(super) fn new(
        groups: &'a [Group],
        variants: Option<(&'a [Variant], &'a [Variant])>,
        units: &'a Described,
        whole: bool,
    ) -> Self {
        let mut open: Vec<&UnitCode> = groups.iter().flat_map(|group| &group.units).collect();
        open.sort_unstable();
        Self {
            groups,
            variants,
            open,
            units,
            whole,
        }
    }

    /// The code of a unit that may be chosen from some group.
    pub(super) fn unit(&self, place: &Cursor<'_>) -> Option<UnitCode> {
        let code = code(place)?;
        if !self.whole || self.open.binary_search(&&code).is_ok() {
            return Some(code);
        }
        self.units.find(&code, place)?;
        place.error(Reason::NotOffered(code.to_string()))
    }

    /// The name of a group.
    pub(super) fn group(&self, place: &Cursor<'_>) -> Option<GroupId> {
        let id = group_id(place)?;
        if !self.whole || self.groups.iter().any(|group| group.id == id) {
            Some(id)
        } else {
            let known = self.groups.iter().map(|group| group.id.as_str());
            unknown(Thing::Group, id.as_str(), known, place)
        }
    }

    /// The units that may be chosen from the group named here or one within it, each once; `None`
    /// where a group has a problem.
    pub(super) fn units_of(&self, place: &Cursor<'_>) -> Option<Vec<UnitCode>> {
        let group = self.group(place)?;
        let mut within = vec![&group];
        let (mut units, mut seen) = (Vec::new(), BTreeSet::new());
        // A group stands before those within it.
        for one in self.groups {
            if one
                .parent
                .as_ref()
                .is_some_and(|parent| within.contains(&parent))
            {
                within.push(&one.id);
            }
            if within.contains(&&one.id) {
                units.extend(one.units.iter().filter(|code| seen.insert(*code)).cloned());
            }
        }
        self.units.take(units.len(), place)?;
        self.whole.then_some(units)
    }
}

impl Places<'_> {
    /// The name of a pathway.
    pub(super) fn pathway(&self, place: &Cursor<'_>) -> Option<VariantId> {
        let pathways = self.variants.map(|(pathways, _)| pathways);
        known(Thing::Pathway, pathways, place)
    }

    /// The name of a nation.
    pub(super) fn nation(&self, place: &Cursor<'_>) -> Option<VariantId> {
        let nations = self.variants.map(|(_, nations)| nations);
        known(Thing::Nation, nations, place)
    }
}

fn known(what: Thing, variants: Option<&[Variant]>, place: &Cursor<'_>) -> Option<VariantId> {
    let id = variant_id(place)?;
    if variants.is_none_or(|all| all.iter().any(|variant| variant.id == id)) {
        return Some(id);
    }
    let known = variants.into_iter().flatten();
    unknown(what, id.as_str(), known.map(|one| one.id.as_str()), place)
}

fn variant_id(place: &Cursor<'_>) -> Option<VariantId> {
    VariantId::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::NameOfSome)))
}

/// Pathways or nations, each once.
pub(super) fn variants(place: &Cursor<'_>) -> Option<Vec<Variant>> {
    let mut ids: Vec<(VariantId, usize)> = Vec::new();
    place.list_of_some(20, |place| {
        let variant = place.object_like(&["{\"id\": \"…\", \"title\": \"…\"}"])?;
        let id = variant.required("id").and_then(|id| variant_id(&id));
        let title = variant.required("title").and_then(|title| title.text(200));
        variant.finish();
        let id = id?;
        if let Some((_, earlier)) = ids.iter().find(|(known, _)| *known == id) {
            return place.repeated(id.as_str(), place.beside(*earlier));
        }
        ids.push((id.clone(), place.number()));
        Some(Variant {
            id,
            title: title?.to_owned(),
        })
    })
}

/// The first and the last day of something.
fn window(place: &Cursor<'_>) -> Option<Window> {
    let object = place.object_like(&["{\"from\": \"2020-09-01\", \"until\": \"2027-08-31\"}"])?;
    let read = |key| match object.optional(key) {
        Some(place) => day(&place).map(Some),
        None => Some(None),
    };
    let (from, until) = (read("from"), read("until"));
    object.finish();
    let (from, until) = (from?, until?);
    if from.zip(until).is_some_and(|(from, until)| from > until) {
        return upside_down(&object, "from", Clash::EndBeforeBeginning);
    }
    Some(Window { from, until })
}

/// What stands under a key that may be left out; `None` where it has a problem.
#[expect(
    clippy::option_option,
    reason = "the outer one is that of every reader here, the inner one is what was read"
)]
pub(super) fn optional<T>(
    object: &Object<'_>,
    key: &'static str,
    read: impl FnOnce(&Cursor<'_>) -> Option<T>,
) -> Option<Option<T>> {
    match object.optional(key) {
        Some(place) => read(&place).map(Some),
        None => Some(None),
    }
}

pub(super) fn code(place: &Cursor<'_>) -> Option<UnitCode> {
    UnitCode::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::NameOfSome)))
}

pub(super) fn group_id(place: &Cursor<'_>) -> Option<GroupId> {
    GroupId::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::NameOfSome)))
}

pub(super) fn day(place: &Cursor<'_>) -> Option<Date> {
    Date::parse(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::Day)))
}

/// The level here: a number from 1 to 8, or a text such as `Entry 3` or `SCQF 7`.
pub(super) fn level(place: &Cursor<'_>) -> Option<Level> {
    match place.node() {
        Node::Text(text) => {
            Level::parse(text).or_else(|| place.error(Reason::NotA(Expected::LevelOfSome)))
        }
        _ => Level::new(place.integer(1..=8)?),
    }
}

/// The level of a unit or a qualification; the inner `None` where it has none.
#[expect(
    clippy::option_option,
    reason = "without a level and with a wrong one are two things"
)]
fn level_of(object: &Object<'_>) -> Option<Option<Level>> {
    match object.optional("level") {
        Some(place) if *place.node() == Node::text("none") => Some(None),
        Some(place) => level(&place).map(Some),
        None => Some(None),
    }
}

fn size(place: &Cursor<'_>) -> Option<Size> {
    Size::new(place.text(64)?).or_else(|| place.error(Reason::NotA(Expected::TextWithLetters)))
}

fn lines(place: &Cursor<'_>) -> Option<Vec<String>> {
    place.list(50, |line| line.text(500).map(str::to_owned))
}

/// `{"exactly": 2}` or `{"at_least": 1, "at_most": 3}`, either of the two.
fn amount(place: &Cursor<'_>) -> Option<Bounds> {
    let object = place.object_like(&["{\"exactly\": 12}", "{\"at_least\": 6, \"at_most\": 12}"])?;
    let bounds = bounds(&object);
    object.finish();
    bounds
}

/// The keys of a lower bound: the number itself is enough, or is not.
pub(super) const LOWER: [&str; 2] = ["at_least", "more_than"];
/// The keys of an upper bound: the number itself is allowed, or is not.
pub(super) const UPPER: [&str; 2] = ["at_most", "less_than"];

/// The keys of bounds, for a message.
const BOUNDS: &[&str] = &["exactly", "at_least", "more_than", "at_most", "less_than"];

/// What is read under one of two keys that do not stand together, and whether it is the second.
#[expect(
    clippy::option_option,
    reason = "nothing there and something wrong are two things"
)]
pub(super) fn either<T>(
    object: &Object<'_>,
    keys: [&'static str; 2],
    read: impl Fn(&Cursor<'_>, bool) -> Option<T>,
) -> Option<Option<(T, bool)>> {
    match keys.map(|key| object.optional(key)) {
        [None, None] => Some(None),
        [Some(place), None] => Some(Some((read(&place, false)?, false))),
        [None, Some(place)] => Some(Some((read(&place, true)?, true))),
        [Some(_), Some(place)] => place.error(Reason::Contradiction(if keys == LOWER {
            Clash::TwoLowerBounds
        } else {
            Clash::TwoUpperBounds
        })),
    }
}

/// Whether an object has any bounds.
pub(super) fn has_bounds(object: &Object<'_>) -> bool {
    let mut keys = LOWER.into_iter().chain(UPPER).chain(["exactly"]);
    keys.any(|key| object.optional(key).is_some())
}

/// The bounds under `exactly`, or under [`LOWER`] and [`UPPER`]. Of whole numbers, more than 12 is
/// at least 13.
pub(super) fn bounds(object: &Object<'_>) -> Option<Bounds> {
    let least = either(object, LOWER, |place, is_strict| {
        place.integer(0..=Credits::MOST - u32::from(is_strict))
    });
    let most = either(object, UPPER, |place, is_strict| {
        place.integer(u32::from(is_strict)..=Credits::MOST)
    });
    let exactly = object.optional("exactly");
    let (least, most) = (least?, most?);
    if let Some(place) = exactly {
        if least.is_some() || most.is_some() {
            return object
                .place()
                .error(Reason::Contradiction(Clash::BoundBesideExactly));
        }
        let number = Some(place.integer(0..=Credits::MOST)?);
        return Bounds::new(number, number);
    }
    let least = least.map(|(number, is_strict)| number + u32::from(is_strict));
    let most = most.map(|(number, is_strict)| number - u32::from(is_strict));
    Bounds::new(least, most).or_else(|| {
        if least.is_some() {
            return no_room(object);
        }
        object.needs_one_of(BOUNDS)
    })
}

/// A problem under the key of a lower bound that leaves no room below the upper one.
pub(super) fn no_room<T>(object: &Object<'_>) -> Option<T> {
    let has = |key: &&'static str| object.optional(key).is_some();
    let why = if has(&"at_least") && has(&"at_most") {
        Clash::LeastAboveMost
    } else {
        Clash::NothingBetween
    };
    upside_down(object, LOWER.into_iter().find(has)?, why)
}

/// A problem under the key of a lower bound that is above the upper one.
pub(super) fn upside_down<T>(object: &Object<'_>, lower: &'static str, why: Clash) -> Option<T> {
    object.optional(lower)?.error(Reason::UpsideDown(why))
}

/// What a unit looks like.
const UNIT: &[&str] = &[
    "{\"code\": \"…\", \"title\": \"…\", \"level\": 3, \"credits\": 6, \"guided_learning_hours\": 20}",
];

/// The units of a file, and where each stands in it.
pub(super) fn read_units(
    place: &Cursor<'_>,
    subjects: &BTreeSet<&str>,
    seen: &mut Vec<(usize, UnitCode)>,
) -> Option<Described> {
    let mut whole: Vec<Unit> = Vec::new();
    let (mut faulty, mut about) = (Vec::new(), Vec::new());
    let mut names: BTreeMap<UnitCode, usize> = BTreeMap::new();
    place.list_of_some(MOST_UNITS, |place| {
        let here = place.number();
        let (unit, said) = match unit(place, subjects) {
            Ok(read) => read,
            Err(code) => {
                faulty.extend(code);
                return None;
            }
        };
        // A unit may have its own code among its other names, and no other unit's.
        let own: BTreeSet<&UnitCode> = unit.names().collect();
        let again = own.iter().find_map(|name| Some((name, *names.get(*name)?)));
        if let Some((name, earlier)) = again {
            let repeated = place.repeated(name.as_str(), place.beside(earlier));
            faulty.push(unit.code);
            return repeated;
        }
        names.extend(own.into_iter().map(|name| (name.clone(), here)));
        seen.push((here, unit.code.clone()));
        about.extend(said.of(&unit.code));
        whole.push(unit);
        Some(())
    })?;
    faulty.sort_unstable();
    about.sort_unstable_by(|one, other| one.code.cmp(&other.code));
    Some(Described {
        whole: Units::new(whole),
        about: Arc::new(about),
        faulty,
        room: Cell::new(MOST_BY_GROUP),
    })
}

/// The unit here and what it is about; where it has a problem, its code, if that can be read.
fn unit(place: &Cursor<'_>, listed: &BTreeSet<&str>) -> Result<(Unit, Said), Option<UnitCode>> {
    let unit = place.object_like(UNIT).ok_or(None)?;
    let code = unit.required("code").and_then(|place| code(&place));
    let title = unit.required("title").and_then(|place| place.text(300));
    let level = level_of(&unit);
    let number = |key| optional(&unit, key, |place| place.integer(0..=Credits::MOST));
    let credits = number("credits");
    let hours = number("guided_learning_hours");
    let former_codes = match unit.optional("former_codes") {
        Some(place) => place.list(MOST_NAMES, self::code),
        None => Some(Vec::new()),
    };
    let regulator_number = optional(&unit, "regulator_number", self::code);
    let sizes = match unit.optional("sizes") {
        Some(place) => sizes(&place),
        None => Some(Vec::new()),
    };
    let points = number("points");
    let subject = match unit.optional("subject") {
        Some(place) => place.text(64).map(|text| Some(text.to_owned())),
        None => Some(None),
    };
    let tags = match unit.optional("tags") {
        Some(place) => place.list(20, |tag| tag.text(64).map(str::to_owned)),
        None => Some(Vec::new()),
    };
    let said = Said::read(&unit, listed);
    unit.finish();
    let known = code.clone();
    let whole = || {
        let unit = Unit {
            code: code?,
            title: title?.to_owned(),
            level: level?,
            credits: credits?.and_then(Credits::new),
            hours: hours?.and_then(Hours::new),
            points: points?,
            subject: subject?,
            tags: tags?,
            sizes: sizes?,
            former_codes: former_codes?,
            regulator_number: regulator_number?,
        };
        Some((unit, said?))
    };
    whole().ok_or(known)
}

fn sizes(place: &Cursor<'_>) -> Option<Vec<Size>> {
    let mut known: Vec<Size> = Vec::new();
    place.list(MOST_SIZES, |place| {
        let size = size(place)?;
        if let Some(earlier) = known.iter().position(|known| *known == size) {
            return place.repeated(size.name(), place.beside(earlier));
        }
        known.push(size.clone());
        Some(size)
    })
}

/// How many hours of study the awarding body reckons for each credit, in a file or a qualification.
#[expect(clippy::option_option, reason = "as with `optional`")]
pub(super) fn study_hours_per_credit(object: &Object<'_>) -> Option<Option<u32>> {
    optional(object, "study_hours_per_credit", |place| {
        place.integer(1..=100)
    })
}

/// A qualification without groups, units, rules and source, which the caller fills in.
pub(super) fn facts(object: &Object<'_>, source: &Source) -> Option<Qualification> {
    let text = |key, most| {
        let text = object.required(key).and_then(|place| place.text(most));
        text.map(str::to_owned)
    };
    let optional_text = |key, most| match object.optional(key) {
        Some(place) => place.text(most).map(|text| Some(text.to_owned())),
        None => Some(None),
    };
    let list = |key| match object.optional(key) {
        Some(place) => lines(&place),
        None => Some(Vec::new()),
    };
    let some_text = |key, most| Some(optional_text(key, most)?.unwrap_or_default());
    let support = |key| match object.optional(key) {
        Some(place) => amount(&place),
        None => Bounds::new(Some(0), Some(0)),
    };

    let id = object.required("id").and_then(|place| {
        QualificationId::new(place.text(64)?)
            .or_else(|| place.error(Reason::NotA(Expected::NameOfSome)))
    });
    let suite = some_text("suite", 64);
    let accreditation_number = some_text("accreditation_number", 64);
    let title = text("title", 200);
    let level = level_of(object);
    let size = object.required("size").and_then(|place| size(&place));
    let operational_start = optional(object, "operational_start", day);
    let credit_value = optional(object, "credit_value", amount);
    let study_hours_per_credit = study_hours_per_credit(object);
    let induction = support("induction_hours");
    let tutorial_support = support("tutorial_support_hours");
    let unit_hours_include_support = match object.optional("unit_hours_include_support") {
        Some(place) => place.bool(),
        None => Some(false),
    };
    let published = match object.optional("published") {
        Some(place) => published(&place),
        None => Some(PublishedHours::default()),
    };
    let completion_years = optional(object, "completion_years", |place| place.integer(1..=20));
    let post_nominals = optional_text("post_nominals", 40);
    let designation = optional_text("designation", 200);
    let purpose = some_text("purpose", 2_000);
    let for_learners = list("for_learners");
    let for_employers = list("for_employers");
    let progression = list("progression");
    let assessment = some_text("assessment", 1_000);
    let notes = match object.optional("notes") {
        Some(place) => place.list(50, |place| note(place, source)),
        None => Some(Vec::new()),
    };
    let registration = match object.optional("registration") {
        Some(place) => window(&place),
        None => Some(Window::default()),
    };
    let last_certification = optional(object, "last_certification", day);
    let variants = |key| match object.optional(key) {
        Some(place) => variants(&place),
        None => Some(Vec::new()),
    };
    let (pathways, nations) = (variants("pathways"), variants("nations"));
    Some(Qualification {
        registration: registration?,
        last_certification: last_certification?,
        pathways: pathways?,
        nations: nations?,
        endorsements: Arc::default(),
        id: id?,
        suite: suite?,
        awarding_body: String::new(),
        accreditation_number: accreditation_number?,
        title: title?,
        level: level?,
        size: size?,
        operational_start: operational_start?,
        credit_value: credit_value?,
        study_hours_per_credit: study_hours_per_credit?,
        induction: induction?,
        tutorial_support: tutorial_support?,
        unit_hours_include_support: unit_hours_include_support?,
        published: published?,
        completion_years: completion_years?,
        post_nominals: post_nominals?,
        designation: designation?,
        purpose: purpose?,
        for_learners: for_learners?,
        for_employers: for_employers?,
        progression: progression?,
        assessment: assessment?,
        groups: Vec::new(),
        units: Units::default(),
        rules: Arc::default(),
        notes: Arc::new(notes?),
        source: source.clone(),
        catalogue: String::new(),
        rules_hash: 0,
        about: OwnAbout::default(),
    })
}

fn published(place: &Cursor<'_>) -> Option<PublishedHours> {
    let object = place.object_like(&["{\"guided_learning_hours\": \"…\"}"])?;
    let text = |key| match object.optional(key) {
        Some(place) => place.text(20).map(|text| Some(text.to_owned())),
        None => Some(None),
    };
    let guided_learning = text("guided_learning_hours");
    let average_guided_learning = text("average_guided_learning_hours");
    let total_qualification_time = text("total_qualification_time");
    object.finish();
    Some(PublishedHours {
        guided_learning: guided_learning?,
        average_guided_learning: average_guided_learning?,
        total_qualification_time: total_qualification_time?,
    })
}

fn note(place: &Cursor<'_>, source: &Source) -> Option<Note> {
    let note = place.object_like(&["{\"text\": \"…\", \"heading\": \"…\"}"])?;
    let text = note.required("text").and_then(|place| place.text(1_000));
    let heading = heading(&note);
    note.finish();
    Some(Note {
        text: text?.to_owned(),
        heading: heading?.unwrap_or(&source.heading).to_owned(),
    })
}
