use super::bar_scale::{GAP, GAP_OF_GROUPS, Room, Scale, goal_of, percent};
use crate::assess::{Assessment, State};
use crate::qualification::{Bounds, Group, Qualification, UnitCode};
use crate::wording;

/// A plan as a bar of units, drawn to the goal: one segment a counted unit, as wide as its figure in the
/// measure of the rules. Above the goal, the room up to the most is a tail with a scale of its own. The room between
/// units is taken off the whole and not off the units: a small one is never hidden by it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanBar {
    /// The segments from left to right, in the order of the groups.
    pub segments: Vec<Segment>,
    /// Where the line of the goal stands, as a style: “84.00%”; empty where nothing is asked for.
    pub goal: String,
    /// What that is: “goal 13”.
    pub goal_words: String,
    /// What stands below the end of the tail: “to 36”; empty where there is no tail.
    pub tail_words: String,
    /// The groups of which something counts, by their places, each with how much: “Group 1: 9”.
    pub legend: Vec<(usize, String)>,
    /// What there is, and what a full bar is: the goal, or what there is where that is more; where there is no goal,
    /// what there is with what is known to be missing.
    pub now: u32,
    /// See `now`.
    pub full: u32,
    /// The whole in words: “6 of 13 to 36 credits, 7 more”.
    pub words: String,
}

/// A counted unit in a bar; of one that goes past a limit, what is within it and what is too much are
/// two segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The unit.
    pub unit: UnitCode,
    /// Its code without what all codes of the qualification begin with.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The place of the group that counts it.
    pub group: usize,
    /// Where it begins, as a style: “calc(12.50% + 3.50px)”.
    pub start: String,
    /// How wide it is, as a style.
    pub width: String,
    /// True for what is above the most of the whole or of a group.
    pub is_over: bool,
    /// True for what is not in the plan yet and would be added.
    pub is_added: bool,
}

/// A unit that is drawn.
struct Piece<'a> {
    group: usize,
    place: usize,
    code: &'a UnitCode,
    amount: u32,
}

impl PlanBar {
    /// The bar of a plan, by its assessment.
    #[must_use]
    pub fn new(of: &Qualification, found: &Assessment) -> Self {
        Self::with_added(of, found, &[])
    }

    /// The same where these units are still to be added: they stand last in their groups.
    #[must_use]
    pub fn with_added(of: &Qualification, found: &Assessment, added: &[UnitCode]) -> Self {
        let bounds = wording::overall(of, found);
        let pieces = pieces(of, found, added);
        let total = pieces
            .iter()
            .fold(0, |sum: u32, one| sum.saturating_add(one.amount));
        // Without a goal there is room for what is known to be missing.
        let missing = match (bounds.and_then(goal_of), found.state) {
            (None, State::Open) => wording::amount_to_go(of, found),
            _ => 0,
        };
        let all = total.saturating_add(missing);
        let scale = Scale::new(bounds, all);
        let goal = scale.goal;
        Self {
            segments: segments(of, found, &pieces, &scale, bounds, added),
            goal: goal.map_or_else(String::new, |goal| percent(scale.at(goal))),
            goal_words: goal.map_or_else(String::new, wording::goal),
            tail_words: scale.tail.map_or_else(String::new, wording::up_to),
            legend: legend(of, &pieces),
            now: total,
            full: all.max(goal.unwrap_or(0)).max(1),
            words: wording::total_line(of, found),
        }
    }

    /// The name of the bar: “Credits of your plan”.
    #[must_use]
    pub fn name(of: &Qualification) -> String {
        wording::of_your_plan(of.measure())
    }

    /// The segment that shows the same as this one, wherever it stands now.
    #[must_use]
    pub fn segment(&self, like: &Segment) -> Option<&Segment> {
        let of = |one: &Segment| (one.is_over, one.group) == (like.is_over, like.group);
        self.segments
            .iter()
            .find(|one| of(one) && one.unit == like.unit)
    }
}

/// The counted units that have a figure, in the order of the groups, and within them as listed, those that are still to be
/// added last.
fn pieces<'a>(of: &Qualification, found: &'a Assessment, added: &[UnitCode]) -> Vec<Piece<'a>> {
    let measure = of.measure();
    let counted = found.units.iter().filter(|unit| unit.not_counted.is_none());
    let pieces = counted.filter_map(|unit| {
        let place = of.unit_index(&unit.code)?;
        Some(Piece {
            group: group_place(of, unit.group.as_ref())?,
            place,
            code: &unit.code,
            amount: unit.given(of.units.get(place)?, measure)?,
        })
    });
    let mut pieces: Vec<Piece<'_>> = pieces.filter(|one| one.amount > 0).collect();
    pieces.sort_by_key(|one| (one.group, added.contains(one.code), one.place));
    pieces
}

/// The place of a group of this name.
pub(super) fn group_place(
    of: &Qualification,
    id: Option<&crate::qualification::GroupId>,
) -> Option<usize> {
    of.groups.iter().position(|group| Some(&group.id) == id)
}

/// What is drawn of a unit: all of it, or what is within a limit or above it.
struct Stretch<'a> {
    piece: &'a Piece<'a>,
    from: u32,
    to: u32,
    is_over: bool,
    has_code: bool,
}

fn segments(
    of: &Qualification,
    found: &Assessment,
    pieces: &[Piece<'_>],
    scale: &Scale,
    bounds: Option<Bounds>,
    added: &[UnitCode],
) -> Vec<Segment> {
    // Each limit with how much is below it so far: that of the whole, and those of groups.
    let mut limits: Vec<(Option<&Group>, u32, u32)> = Vec::new();
    limits.extend(bounds.and_then(Bounds::most).map(|most| (None, most, 0)));
    limits.extend(of.groups.iter().filter_map(|group| {
        let most = wording::group_bounds(of, found, &group.id).and_then(Bounds::most)?;
        Some((Some(group), most, 0))
    }));
    let mut drawn: Vec<Stretch<'_>> = Vec::new();
    let mut at: u32 = 0;
    for piece in pieces {
        let Some(own) = of.groups.get(piece.group) else {
            continue;
        };
        let mut over: u32 = 0;
        for (group, most, sum) in &mut limits {
            if group.is_none_or(|outer| of.is_within(own, &outer.id)) {
                *sum = sum.saturating_add(piece.amount);
                over = over.max(sum.saturating_sub(*most).min(piece.amount));
            }
        }
        let within = piece.amount - over;
        let (middle, end) = (at.saturating_add(within), at.saturating_add(piece.amount));
        for (from, to, is_over) in [(at, middle, false), (middle, end, true)] {
            if from < to {
                drawn.push(Stretch {
                    piece,
                    from,
                    to,
                    is_over,
                    // Once, where there is more room for it.
                    has_code: is_over == (over > within),
                });
            }
        }
        at = end;
    }
    let next = drawn.iter().skip(1).map(|next| Some(next.piece.group));
    let gaps = drawn.iter().zip(next.chain([None])).map(|(one, next)| {
        if next.is_some_and(|next| next != one.piece.group) {
            GAP_OF_GROUPS
        } else {
            GAP
        }
    });
    let gaps: Vec<i64> = gaps.collect();
    let spaced = drawn.iter().zip(&gaps);
    let all = spaced.clone().fold(Room::default(), |room, (one, gap)| {
        scale.with_gap(room, one.to, *gap)
    });
    let mut before = Room::default();
    let segment = |(one, gap): (&Stretch<'_>, &i64)| {
        let unit = of.units.get(one.piece.place);
        let start = scale.edge(one.from, before, all);
        before = scale.with_gap(before, one.to, *gap);
        let end = scale.edge(one.to, before, all);
        let code = of.units.short_code(one.piece.code);
        Segment {
            unit: one.piece.code.clone(),
            code: if one.has_code { code } else { "" }.to_owned(),
            title: unit.map_or_else(String::new, |unit| unit.title.clone()),
            group: one.piece.group,
            start: start.style(),
            width: start.up_to(end, *gap).style(),
            is_over: one.is_over,
            is_added: added.contains(one.piece.code),
        }
    };
    spaced.map(segment).collect()
}

fn legend(of: &Qualification, pieces: &[Piece<'_>]) -> Vec<(usize, String)> {
    let groups = of.groups.iter().enumerate();
    let sums = groups.map(|(place, group)| {
        let own = pieces.iter().filter(|piece| piece.group == place);
        let sum = own.fold(0, |sum: u32, one| sum.saturating_add(one.amount));
        (place, group, sum)
    });
    let sums = sums.filter(|(.., sum)| *sum > 0);
    sums.map(|(place, group, sum)| (place, wording::group_has(&group.title, sum)))
        .collect()
}
