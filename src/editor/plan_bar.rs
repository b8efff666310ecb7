use crate::assess::{Assessment, State};
use crate::qualification::{Bounds, Group, Qualification, UnitCode};
use crate::wording;

/// Where the goal stands in a bar that has room above it, in hundredths of a percent.
const GOAL: u32 = 8_400;

/// The whole width of a bar, in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// A plan as a bar of units, drawn to the goal: one segment a counted unit, as wide as its figure in the
/// measure of the rules. Above the goal, the room up to the most is a tail with a scale of its own.
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
    /// What there is, and what a full bar is: the goal, or what there is where that is more.
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
    /// Where it begins, as a style: “12.50%”.
    pub start: String,
    /// How wide it is, as a style.
    pub width: String,
    /// True for what is above the most of the whole or of a group.
    pub is_over: bool,
    /// True for what is not in the plan yet and would be added.
    pub is_added: bool,
}

/// How far a group has come, as a small bar in its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupPot {
    /// How much of it is filled up to the limit, as a style.
    pub filled: String,
    /// How much of it is above the limit, as a style; empty where nothing is.
    pub over: String,
    /// Where the mark of the goal or of the limit stands; empty where it is the end of the bar.
    pub mark: String,
    /// How far the group has come: “6 of 7”, “9, limit 6”, “9 chosen”.
    pub words: String,
    /// All that in one name, to be read aloud: “Group 1, at least 7 credits, Open: 6 of 7”.
    pub name: String,
    /// What is asked of it: “at least 7 credits”; empty where nothing is.
    pub asked: String,
    /// The state of its rules; `None` where there are none, and until the plan is judged.
    pub state: Option<State>,
}

/// The scale of a bar: up to the goal, and above it up to the end.
struct Scale {
    goal: Option<u32>,
    tail: Option<u32>,
    end: u32,
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
        let bounds = wording::overall(of, found);
        let pieces = pieces(of, found);
        let total = pieces
            .iter()
            .fold(0, |sum: u32, one| sum.saturating_add(one.amount));
        let scale = Scale::new(bounds, total);
        let goal = scale.goal;
        Self {
            segments: segments(of, found, &pieces, &scale, bounds),
            goal: goal.map_or_else(String::new, |goal| percent(scale.at(goal))),
            goal_words: goal.map_or_else(String::new, wording::goal),
            tail_words: scale.tail.map_or_else(String::new, wording::up_to),
            legend: legend(of, &pieces),
            now: total,
            full: total.max(goal.unwrap_or(0)).max(1),
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

    /// The same where these units are still to be added.
    #[must_use]
    pub fn with_added(mut self, added: &[UnitCode]) -> Self {
        for segment in &mut self.segments {
            segment.is_added = added.contains(&segment.unit);
        }
        self
    }
}

impl GroupPot {
    /// How far a group has come. `is_judged` is false as long as only the totals are known.
    #[must_use]
    pub fn new(of: &Qualification, found: &Assessment, group: &Group, is_judged: bool) -> Self {
        let mut totals = found.groups.iter();
        let Some(totals) = totals.find(|totals| totals.group == group.id) else {
            return Self {
                name: group.title.clone(),
                ..Self::default()
            };
        };
        let asked = wording::asked_of_group(of, found, group);
        let measure = asked.map_or_else(|| of.measure(), |(measure, _)| measure);
        let number = totals.counted.of(measure);
        let state = || wording::group_state(found, &group.id);
        let bounds = asked.map(|(_, bounds)| bounds);
        let mut pot = Self {
            words: wording::pot(number, bounds, measure),
            asked: asked.map_or_else(String::new, wording::asked_in_short),
            state: is_judged.then(state).flatten(),
            ..Self::default()
        };
        pot.name = wording::group_read(&group.title, &pot.asked, pot.state, &pot.words);
        let Some(bounds) = bounds else {
            return pot;
        };
        let (goal, most) = (goal_of(bounds), bounds.most());
        let end = goal.max(most).unwrap_or(1).max(number).max(1);
        let within = number.min(most.unwrap_or(number));
        let at = |number: u32| share(number, end, WHOLE);
        pot.filled = percent(at(within));
        if number > within {
            pot.over = percent(WHOLE - at(within));
        }
        let mark = if number > within { most } else { goal };
        let mark = mark.map(at).filter(|mark| *mark < WHOLE);
        pot.mark = mark.map(percent).unwrap_or_default();
        pot
    }
}

impl Scale {
    fn new(bounds: Option<Bounds>, total: u32) -> Self {
        let goal = bounds.and_then(goal_of);
        let tail = bounds.and_then(Bounds::most).filter(|_| goal.is_some());
        let tail = tail.filter(|most| Some(*most) > goal);
        let end = total.max(goal.unwrap_or(0)).max(tail.unwrap_or(0));
        Self {
            goal,
            tail,
            end: end.max(1),
        }
    }

    /// Where an amount stands, in hundredths of a percent.
    fn at(&self, number: u32) -> u32 {
        match self.goal.filter(|_| self.tail.is_some()) {
            None => share(number, self.end, WHOLE),
            Some(goal) if number <= goal => share(number, goal, GOAL),
            Some(goal) => {
                let beyond = share(number - goal, self.end.saturating_sub(goal), WHOLE - GOAL);
                GOAL.saturating_add(beyond)
            }
        }
    }
}

/// What a plan is to come to: the least, or the most where there is no least.
fn goal_of(bounds: Bounds) -> Option<u32> {
    let least = bounds.least().filter(|least| *least > 0);
    least.or(bounds.most()).filter(|goal| *goal > 0)
}

/// The part of `width` that a number has of a whole.
fn share(number: u32, whole: u32, width: u32) -> u32 {
    let part = u64::from(number) * u64::from(width) / u64::from(whole.max(1));
    u32::try_from(part).unwrap_or(width).min(width)
}

fn percent(hundredths: u32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The counted units that have a figure, in the order of the groups, and within them as listed.
fn pieces<'a>(of: &Qualification, found: &'a Assessment) -> Vec<Piece<'a>> {
    let measure = of.measure();
    let counted = found.units.iter().filter(|unit| unit.not_counted.is_none());
    let pieces = counted.filter_map(|unit| {
        let place = of.unit_index(&unit.code)?;
        Some(Piece {
            group: group_place(of, unit.group.as_ref())?,
            place,
            code: &unit.code,
            amount: of.units.get(place)?.amount(measure),
        })
    });
    let mut pieces: Vec<Piece<'_>> = pieces.filter(|one| one.amount > 0).collect();
    pieces.sort_by_key(|one| (one.group, one.place));
    pieces
}

/// The place of a group of this name.
pub(super) fn group_place(
    of: &Qualification,
    id: Option<&crate::qualification::GroupId>,
) -> Option<usize> {
    of.groups.iter().position(|group| Some(&group.id) == id)
}

fn segments(
    of: &Qualification,
    found: &Assessment,
    pieces: &[Piece<'_>],
    scale: &Scale,
    bounds: Option<Bounds>,
) -> Vec<Segment> {
    // Each limit with how much is below it so far: that of the whole, and those of groups.
    let mut limits: Vec<(Option<&Group>, u32, u32)> = Vec::new();
    limits.extend(bounds.and_then(Bounds::most).map(|most| (None, most, 0)));
    limits.extend(of.groups.iter().filter_map(|group| {
        let most = wording::group_bounds(of, found, &group.id).and_then(Bounds::most)?;
        Some((Some(group), most, 0))
    }));
    let mut segments = Vec::new();
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
        let (middle, end) = (
            at.saturating_add(piece.amount - over),
            at.saturating_add(piece.amount),
        );
        let title = of.units.get(piece.place).map(|unit| unit.title.clone());
        let title = title.unwrap_or_default();
        for (from, to, is_over) in [(at, middle, false), (middle, end, true)] {
            if from < to {
                let (start, stop) = (scale.at(from), scale.at(to));
                segments.push(Segment {
                    unit: piece.code.clone(),
                    code: of.units.short_code(piece.code).to_owned(),
                    title: title.clone(),
                    group: piece.group,
                    start: percent(start),
                    width: percent(stop.saturating_sub(start)),
                    is_over,
                    is_added: false,
                });
            }
        }
        at = end;
    }
    segments
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
