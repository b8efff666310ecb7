use std::sync::Arc;

use super::bar_scale::{WHOLE, percent, share};
use crate::qualification::{Bounds, Level, Measure, Qualification, Size};
use crate::wording;

/// The qualifications that a plan can be started for, by level, the highest first, on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffersView {
    /// A group for each level; what has none comes last.
    pub groups: Vec<OfferGroup>,
    /// The levels that can be asked for: none where there is only one.
    pub levels: Vec<Option<Level>>,
    /// The sizes, in the order of the list: none where there is only one.
    pub sizes: Vec<Size>,
}

/// The qualifications of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferGroup {
    /// “Level 5”; empty where there is no level at all.
    pub heading: String,
    /// The qualifications, in the order of their suites.
    pub offers: Vec<OfferView>,
}

/// A qualification that a plan can be started for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    /// The qualification.
    pub of: Arc<Qualification>,
    /// What of its title the heading of its level says already: “Level 5 ”, or nothing.
    pub said_above: String,
    /// The rest of its title.
    pub title: String,
    /// “8607, 59 units, about 130 hours of study”.
    pub facts: String,
    /// How much it asks for: “6 to 12”; empty where that is not the same for everybody.
    pub amount: String,
    /// The noun behind that: “credits”.
    pub noun: &'static str,
    /// Where that stands on the scale of the list; nothing where it is in another measure.
    pub span: Option<Span>,
}

/// A part of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it begins, as a share of the scale: “12.50%”.
    pub start: String,
    /// How wide it is.
    pub width: String,
    /// True where there is no most: it goes on.
    pub is_open: bool,
}

/// Which qualifications are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferFilter {
    /// Those of this level; of any where none is named. Some have no level.
    pub level: Option<Option<Level>>,
    /// Those of this size.
    pub size: Option<Size>,
}

impl OfferFilter {
    /// True for a qualification that is listed.
    #[must_use]
    pub fn shows(&self, of: &Qualification) -> bool {
        let is_of_level = self.level.is_none_or(|level| level == of.level);
        let is_of_size = self.size.as_ref().is_none_or(|size| *size == of.size);
        is_of_level && is_of_size
    }
}

impl OffersView {
    /// The list of these, which stand in the order of [`crate::catalogue::Catalogue::by_suite`].
    #[must_use]
    pub fn new(all: &[&Arc<Qualification>]) -> Self {
        let measure = measure(all);
        let end = end(all, measure);
        let same_level = |one: &&Arc<Qualification>, other: &&Arc<Qualification>| {
            one.level.map(Level::place) == other.level.map(Level::place)
        };
        let mut by_level: Vec<&[&Arc<Qualification>]> = all.chunk_by(same_level).collect();
        let place = |one: &&Arc<Qualification>| one.level.map_or(0, Level::place);
        by_level.sort_by_key(|group| std::cmp::Reverse(group.first().map(place)));
        let is_graded = all.iter().any(|one| one.level.is_some());
        let heading = |level: Option<Level>| match level {
            Some(level) => wording::level(level),
            None if is_graded => wording::NO_LEVEL.to_owned(),
            None => String::new(),
        };
        let group = |group: &&[&Arc<Qualification>]| OfferGroup {
            heading: heading(group.first().and_then(|one| one.level)),
            offers: group.iter().map(|one| offer(one, measure, end)).collect(),
        };
        let levels = by_level.iter().rev();
        let levels: Vec<_> = levels
            .filter_map(|group| Some(group.first()?.level))
            .collect();
        let mut sizes: Vec<Size> = Vec::new();
        for one in by_level.iter().copied().flatten() {
            if !sizes.contains(&one.size) {
                sizes.push(one.size.clone());
            }
        }
        Self {
            groups: by_level.iter().map(group).collect(),
            levels: if levels.len() > 1 { levels } else { Vec::new() },
            sizes: if sizes.len() > 1 { sizes } else { Vec::new() },
        }
    }

    /// How many are listed.
    #[must_use]
    pub fn number(&self, filter: &OfferFilter) -> usize {
        let offers = self.groups.iter().flat_map(|group| &group.offers);
        offers.filter(|offer| filter.shows(&offer.of)).count()
    }
}

/// The measure of the scale: that in which most of these count; of equals credits, or else the first.
fn measure(all: &[&Arc<Qualification>]) -> Option<Measure> {
    let measures = [
        Measure::Credits,
        Measure::Hours,
        Measure::Points,
        Measure::Units,
    ];
    let number = |measure: Measure| all.iter().filter(|one| one.measure() == measure).count();
    let most = measures.into_iter().rev().max_by_key(|one| number(*one))?;
    (number(most) > 0).then_some(most)
}

/// Where the scale ends: with the largest figure, and where that is not the most, with room behind it.
fn end(all: &[&Arc<Qualification>], measure: Option<Measure>) -> u32 {
    let own = all.iter().filter(|one| Some(one.measure()) == measure);
    let ends = own.filter_map(|one| {
        let bounds = wording::bounds_in_all(one)?;
        let last = bounds.most().unwrap_or(bounds.floor());
        let room = if bounds.most().is_none() { last / 5 } else { 0 };
        Some(last.saturating_add(room))
    });
    ends.max().unwrap_or(0).max(1)
}

fn offer(of: &Arc<Qualification>, measure: Option<Measure>, end: u32) -> OfferView {
    let bounds = wording::bounds_in_all(of);
    let (said_above, title) = wording::split_title(&of.title, of.level);
    let on_scale = bounds.filter(|_| Some(of.measure()) == measure);
    OfferView {
        of: Arc::clone(of),
        said_above: said_above.to_owned(),
        title: title.to_owned(),
        facts: wording::offer_facts(of),
        amount: bounds.map(wording::offer_amount).unwrap_or_default(),
        noun: bounds.map_or("", |bounds| wording::offer_noun(bounds, of.measure())),
        span: on_scale.map(|bounds| span(bounds, end)),
    }
}

fn span(bounds: Bounds, end: u32) -> Span {
    let at = |number: u32| share(number, end, WHOLE);
    let stop = at(bounds.most().unwrap_or(end));
    // One figure is a mark that can be seen.
    let start = at(bounds.floor()).min(stop.saturating_sub(WHOLE / 50));
    Span {
        start: percent(start),
        width: percent(stop.saturating_sub(start)),
        is_open: bounds.most().is_none(),
    }
}
