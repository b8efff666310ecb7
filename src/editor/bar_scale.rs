//! The scale of a bar of units, and where on it an amount stands.

use crate::qualification::Bounds;

/// Where the goal stands in a bar that has room above it, in hundredths of a percent.
const GOAL: u32 = 8_400;

/// The whole width of a bar, in hundredths of a percent.
pub(super) const WHOLE: u32 = 10_000;

/// The room between two units of a group, in hundredths of a pixel.
pub(super) const GAP: i64 = 200;

/// The room between two units of different groups, in hundredths of a pixel.
pub(super) const GAP_OF_GROUPS: i64 = 600;

/// The scale of a bar: up to the goal, and above it up to the end.
pub(super) struct Scale {
    pub(super) goal: Option<u32>,
    pub(super) tail: Option<u32>,
    end: u32,
}

/// The room between units below the goal, and above it.
#[derive(Clone, Copy, Default)]
pub(super) struct Room {
    below: i64,
    above: i64,
}

impl Scale {
    pub(super) fn new(bounds: Option<Bounds>, total: u32) -> Self {
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
    pub(super) fn at(&self, number: u32) -> u32 {
        match self.goal.filter(|_| self.tail.is_some()) {
            None => share(number, self.end, WHOLE),
            Some(goal) if number <= goal => share(number, goal, GOAL),
            Some(goal) => {
                let beyond = share(number - goal, self.end.saturating_sub(goal), WHOLE - GOAL);
                GOAL.saturating_add(beyond)
            }
        }
    }

    /// True where an amount stands in the tail.
    fn is_above(&self, number: u32) -> bool {
        self.tail.is_some() && self.goal.is_some_and(|goal| number > goal)
    }

    /// The same with the room behind a unit that ends at an amount.
    pub(super) fn with_gap(&self, room: Room, number: u32, gap: i64) -> Room {
        let mut room = room;
        let part = if self.is_above(number) {
            &mut room.above
        } else {
            &mut room.below
        };
        *part = part.saturating_add(gap);
        room
    }

    /// Where an edge stands: as much of the bar as belongs to the amount, once the room between all units is taken off,
    /// and the room that comes before it.
    pub(super) fn edge(&self, number: u32, before: Room, all: Room) -> Edge {
        let at = self.at(number);
        let (first, width) = match self.tail {
            None => (0, WHOLE),
            Some(_) if self.is_above(number) => (GOAL, WHOLE - GOAL),
            Some(_) => (0, GOAL),
        };
        let (before, all) = if self.is_above(number) {
            (before.above, all.above)
        } else {
            (before.below, all.below)
        };
        let taken_off = all.saturating_mul(i64::from(at.saturating_sub(first))) / i64::from(width);
        Edge {
            share: at,
            px: before.saturating_sub(taken_off),
        }
    }
}

/// A place or a width, in hundredths of a percent of the bar and hundredths of a pixel.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    share: u32,
    px: i64,
}

impl Edge {
    /// What lies between this edge and one behind it, but for the room between units.
    pub(super) const fn up_to(self, end: Self, gap: i64) -> Self {
        Self {
            share: end.share.saturating_sub(self.share),
            px: end.px.saturating_sub(self.px).saturating_sub(gap),
        }
    }

    pub(super) fn style(self) -> String {
        let Self { share, px } = self;
        let share = percent(share);
        if px == 0 {
            return share;
        }
        let (sign, px) = (if px < 0 { '-' } else { '+' }, px.abs());
        format!("calc({share} {sign} {}.{:02}px)", px / 100, px % 100)
    }
}

/// A width in hundredths of a percent without so many hundredths of a pixel, as a style.
pub(super) fn less(share: u32, px: i64) -> String {
    Edge { share, px: -px }.style()
}

/// What a plan is to come to: the least, or the most where there is no least.
pub(super) fn goal_of(bounds: Bounds) -> Option<u32> {
    let least = bounds.least().filter(|least| *least > 0);
    least.or(bounds.most()).filter(|goal| *goal > 0)
}

/// The part of `width` that a number has of a whole.
pub(super) fn share(number: u32, whole: u32, width: u32) -> u32 {
    let part = u64::from(number) * u64::from(width) / u64::from(whole.max(1));
    u32::try_from(part).unwrap_or(width).min(width)
}

pub(super) fn percent(hundredths: u32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
