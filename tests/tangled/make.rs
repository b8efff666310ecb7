//! Made-up qualifications whose rules are tangled: every unit may count in one of two or three of
//! many groups, and the groups have floors, mostly only if they are used.
//!
//! The same seed always makes the same one. A choice is planted first and the rules are put round
//! it; an instance that is [`strained`](Tangled::strained) then asks for a little more than that.

use std::ops::RangeInclusive;

/// A unit, and the groups in one of which it may count.
pub(crate) struct Unit {
    pub(crate) credits: i64,
    pub(crate) hours: i64,
    pub(crate) level: i64,
    pub(crate) subject: usize,
    pub(crate) groups: Vec<usize>,
}

/// A rule: units are named by their places.
pub(crate) enum Rule {
    /// Credits in all.
    Total(i64, i64),
    /// So many units at most.
    Units(i64),
    /// Of one group; the least may be asked for only if the group is used.
    Group {
        group: usize,
        least: Option<i64>,
        most: Option<i64>,
        if_used: bool,
    },
    /// At least so many groups, or subjects.
    Groups(i64),
    Subjects(i64),
    /// Credits from a level on.
    Level(i64, i64),
    /// At least half of the credits from a level on.
    Half(i64),
    /// Credits of each subject at most.
    EachSubject(i64),
    /// Of these units one counts at most.
    Barred(Vec<usize>),
    Mandatory(Vec<usize>),
}

/// A qualification with a plan.
pub(crate) struct Tangled {
    pub(crate) units: Vec<Unit>,
    pub(crate) groups: usize,
    pub(crate) subjects: usize,
    pub(crate) rules: Vec<Rule>,
    /// Units that are picked, and have to count.
    pub(crate) picks: Vec<usize>,
    /// Units that meet all rules together and hold the picks, each with its group; unless it is
    /// strained.
    pub(crate) planted: Vec<(usize, usize)>,
    /// True where more is asked for than is known to be there.
    pub(crate) strained: bool,
}

/// Numbers that look like chance (splitmix64).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn of(&mut self, range: RangeInclusive<i64>) -> i64 {
        let width = (range.end() - range.start() + 1).cast_unsigned();
        range.start() + (self.next() % width).cast_signed()
    }

    fn place(&mut self, below: usize) -> usize {
        usize::try_from(self.next() % below as u64).unwrap()
    }

    fn one_in(&mut self, number: i64) -> bool {
        self.of(1..=number) == 1
    }

    pub(crate) fn some(&mut self, number: usize, below: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..below).collect();
        for at in 0..number.min(below) {
            let other = at + self.place(below - at);
            all.swap(at, other);
        }
        all.truncate(number);
        all.sort_unstable();
        all
    }
}

impl Tangled {
    /// One with so many units in so many groups.
    pub(crate) fn new(seed: u64, units: usize, groups: usize) -> Self {
        let mut chance = Chance::new(seed);
        let (units, subjects) = made_units(&mut chance, units, groups);
        let of_group = |group: usize| {
            let in_it = |unit: &Unit| unit.groups.contains(&group);
            let credits = units.iter().filter(|unit| in_it(unit));
            credits.map(|unit| unit.credits).sum::<i64>()
        };
        let alike = chance.of(5..=16);
        let same = chance.one_in(2);
        let floors: Vec<i64> = (0..groups)
            .map(|_| if same { alike } else { chance.of(4..=18) })
            .collect();
        // Groups are filled to their floors with units that stand in them and count nowhere yet.
        let mut planted: Vec<(usize, usize)> = Vec::new();
        let wanted = 2 + chance.place(groups * 2 / 3);
        for group in chance.some(wanted, groups) {
            if of_group(group) < floors[group] {
                continue;
            }
            let before = planted.len();
            let mut sum = 0;
            for unit in chance.some(units.len(), units.len()) {
                let unit = (unit + before * 7) % units.len();
                let is_free = planted.iter().all(|(taken, _)| *taken != unit);
                if sum < floors[group] && is_free && units[unit].groups.contains(&group) {
                    sum += units[unit].credits;
                    planted.push((unit, group));
                }
            }
            if sum < floors[group] {
                planted.truncate(before);
            }
        }
        planted.sort_unstable();
        let mut made = Self {
            units,
            groups,
            subjects,
            rules: Vec::new(),
            picks: Vec::new(),
            planted,
            strained: chance.one_in(2),
        };
        made.rules(&mut chance, &floors);
        made.pick(&mut chance);
        made
    }

    /// One with hardly any room: so many groups are asked for that their floors come to nearly all
    /// that may be taken in all. Nothing is planted, and nothing picked.
    pub(crate) fn close(seed: u64, units: usize, groups: usize) -> Self {
        let mut chance = Chance::new(seed);
        let (units, subjects) = made_units(&mut chance, units, groups);
        let floor = chance.of(5..=16);
        let wanted = whole(groups) * chance.of(3..=6) / 10;
        let most = floor * wanted + [0, 0, 1, 2, 5, 10][chance.place(6)];
        let least = (most - [0, 5, 10, 20][chance.place(4)]).max(0);
        let mut rules = vec![Rule::Total(least, most), Rule::Groups(wanted)];
        let with_tops = chance.one_in(3);
        for group in 0..groups {
            let top = with_tops && chance.one_in(2);
            rules.push(Rule::Group {
                group,
                least: Some(floor),
                most: top.then(|| floor + chance.of(0..=4)),
                if_used: true,
            });
        }
        if chance.one_in(2) {
            rules.push(Rule::EachSubject(most / chance.of(3..=4)));
        }
        match chance.of(0..=3) {
            0 => rules.push(Rule::Level(4, most * chance.of(4..=9) / 10)),
            1 | 2 => rules.push(Rule::Half(4)),
            _ => {}
        }
        if chance.one_in(4) {
            rules.push(Rule::Level(5, most * chance.of(1..=6) / 10));
        }
        Self {
            units,
            groups,
            subjects,
            rules,
            picks: Vec::new(),
            planted: Vec::new(),
            strained: true,
        }
    }

    fn sum(&self, of: impl Fn(&Unit, usize) -> bool) -> i64 {
        let planted = self.planted.iter();
        let planted = planted.map(|(unit, group)| (&self.units[*unit], *group));
        let of_it = planted.filter(|(unit, group)| of(unit, *group));
        of_it.map(|(unit, _)| unit.credits).sum()
    }

    fn is_planted(&self, unit: usize) -> bool {
        self.planted.iter().any(|(planted, _)| *planted == unit)
    }

    fn rules(&mut self, chance: &mut Chance, floors: &[i64]) {
        let used: Vec<bool> = (0..self.groups)
            .map(|group| self.planted.iter().any(|(_, of)| *of == group))
            .collect();
        let number = whole(used.iter().filter(|used| **used).count());
        // Where it is strained, some of what is asked for goes a step further than what is planted.
        let strained = self.strained;
        let further = |chance: &mut Chance, most: i64| {
            if strained && chance.one_in(3) {
                chance.of(1..=most)
            } else {
                0
            }
        };
        let all = self.sum(|_, _| true);
        let room = if chance.one_in(2) {
            0
        } else {
            chance.of(0..=12)
        };
        let most = (all + room - further(chance, 6)).max(1);
        let k = number - i64::from(chance.one_in(3)) + further(chance, 2);
        let mut rules = vec![Rule::Total(
            (all - chance.of(0..=10)).min(most).max(0),
            most,
        )];
        if !chance.one_in(4) {
            rules.push(Rule::Groups(k.max(1)));
        }
        if strained && chance.one_in(4) {
            // No more in all than the floors of so many groups come to.
            let sum = floors.iter().max().unwrap_or(&1) * k;
            rules[0] = Rule::Total((sum - 10).max(0), sum);
        }
        let any = chance.one_in(4);
        for group in 0..self.groups {
            let sum = self.sum(|_, of| of == group);
            let if_used = !(any && used[group] && chance.one_in(3));
            let least = (!chance.one_in(8)).then_some(floors[group]);
            let most = chance.one_in(3).then(|| {
                (sum.max(floors[group]) + chance.of(0..=6) - further(chance, 4)).max(floors[group])
            });
            if least.is_some() || most.is_some() {
                rules.push(Rule::Group {
                    group,
                    least,
                    most,
                    if_used: if_used && least.is_some(),
                });
            }
        }
        if !chance.one_in(3) {
            let level = chance.of(4..=5);
            let sum = self.sum(|unit, _| unit.level >= level);
            if chance.one_in(2) {
                rules.push(Rule::Level(
                    level,
                    (sum - chance.of(0..=3) + further(chance, 8)).max(0),
                ));
            } else if 2 * sum >= all || strained {
                rules.push(Rule::Half(level));
            }
        }
        let of_subject = |made: &Self, subject: usize| made.sum(|unit, _| unit.subject == subject);
        let sums: Vec<i64> = (0..self.subjects)
            .map(|subject| of_subject(self, subject))
            .collect();
        if chance.one_in(2) {
            let top = sums.iter().copied().max().unwrap_or(0);
            rules.push(Rule::EachSubject(
                (top + chance.of(0..=5) - further(chance, 5)).max(1),
            ));
        }
        if chance.one_in(4) {
            let there = whole(sums.iter().filter(|sum| **sum > 0).count());
            rules.push(Rule::Subjects((there + further(chance, 1)).max(1)));
        }
        if chance.one_in(4) {
            let number = whole(self.planted.len());
            rules.push(Rule::Units(
                (number + chance.of(0..=2) - further(chance, 2)).max(1),
            ));
        }
        for _ in 0..chance.of(0..=6) {
            let size = 2 + chance.place(3);
            let units = chance.some(size, self.units.len());
            let together = units.iter().filter(|unit| self.is_planted(**unit)).count();
            if together < 2 || strained && chance.one_in(3) {
                rules.push(Rule::Barred(units));
            }
        }
        if chance.one_in(4) && !self.planted.is_empty() {
            let number = 1 + chance.place(2);
            let places = chance.some(number, self.planted.len());
            rules.push(Rule::Mandatory(
                places.iter().map(|place| self.planted[*place].0).collect(),
            ));
        }
        self.rules = rules;
    }

    fn pick(&mut self, chance: &mut Chance) {
        let number = match chance.of(0..=2) {
            0 => 0,
            1 => chance.place(4),
            _ => chance.place(self.planted.len() + 1),
        };
        let places = chance.some(number, self.planted.len());
        self.picks = places.iter().map(|place| self.planted[*place].0).collect();
        if self.strained && chance.one_in(4) {
            self.picks.push(chance.place(self.units.len()));
            self.picks.sort_unstable();
            self.picks.dedup();
        }
    }
}

/// Units in two or three groups each, and how many subjects there are.
fn made_units(chance: &mut Chance, number: usize, groups: usize) -> (Vec<Unit>, usize) {
    let sizes: &[i64] = match chance.of(0..=4) {
        0 => &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        1 => &[2, 3, 4, 5, 6, 8, 10],
        2 => &[3, 6, 9, 12, 15],
        3 => &[
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
        ],
        _ => &[4, 5, 6, 7, 10],
    };
    let in_groups = 2 + chance.place(3);
    let subjects = 3 + chance.place(4);
    let levels = chance.of(1..=3);
    let units = (0..number).map(|place| {
        let credits = sizes[chance.place(sizes.len())];
        // Two, three, or the one or the other.
        let in_groups = if in_groups == 4 {
            2 + chance.place(2)
        } else {
            in_groups
        };
        Unit {
            credits,
            hours: credits * chance.of(2..=6) + chance.of(0..=5),
            level: 3 + chance.of(0..=2).min(levels),
            subject: place % subjects,
            groups: chance.some(in_groups, groups),
        }
    });
    (units.collect(), subjects)
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap()
}
