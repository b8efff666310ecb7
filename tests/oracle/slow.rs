//! The slow engine: the definitions, tried on every subset. It shares nothing with the engine but
//! the types of plans and qualifications.

use std::cmp::Ordering;

use qualification_planner::assess::{Aim, State};
use qualification_planner::plan::{Pick, Plan};
use qualification_planner::qualification::{
    Amount, Bounds, Earned, Form, GroupId, Measure, Qualification, Rule, RuleId, Selection,
    ShareBound, Surplus, Unit, UnitCode, VariantId,
};

use crate::random::CONTEXT;

/// A plan, looked at by trying.
pub(crate) struct Slow<'a> {
    qualification: &'a Qualification,
    plan: &'a Plan,
    /// Units that may count at all, as bits.
    open: u32,
    /// Open picks.
    pub(crate) picks: u32,
    variants: Vec<Variant<'a>>,
    pub(crate) counted: u32,
    pub(crate) state: State,
    /// True where only units that displace a pick complete the plan.
    pub(crate) displaces: bool,
}

type Variant<'a> = (Option<&'a VariantId>, Option<&'a VariantId>);

/// A unit of a set, and the group that it counts in.
type Placed<'a> = (&'a Unit, Option<usize>);

impl<'a> Slow<'a> {
    pub(crate) fn new(qualification: &'a Qualification, plan: &'a Plan) -> Self {
        let bits = |holds: &dyn Fn(&Unit) -> bool| {
            let units = qualification.units.iter().enumerate();
            units
                .filter(|(_, unit)| holds(unit))
                .fold(0, |bits, (index, _)| bits | 1 << index)
        };
        let open = bits(&|unit| is_open(qualification, plan, unit));
        let mut slow = Self {
            qualification,
            plan,
            open,
            picks: open & bits(&|unit| plan.pick(&unit.code).is_some()),
            variants: variants(qualification, plan),
            counted: 0,
            state: State::Broken,
            displaces: false,
        };
        slow.choose();
        slow
    }

    /// What counts: of the sets that may count, the one with the best state, then the most of what
    /// the totals are in, then what stands first in the file. Of a plan that only displacing units
    /// complete, one that has the picks of the nearest completion.
    fn choose(&mut self) {
        let mut best = None;
        for variant in self.variants.clone() {
            for set in self.sets_that_may_count(variant) {
                let key = (self.state_of(set, variant), self.rank(set));
                if best.as_ref().is_none_or(|(known, _)| key < *known) {
                    best = Some((key, set));
                }
            }
        }
        let ((state, _), set) = best.expect("the empty set may always count");
        self.state = state;
        self.counted = set;
        if state == State::Broken
            && let Some((completion, variant)) = self.nearest_displacing()
        {
            self.state = State::Open;
            self.displaces = true;
            let kept = completion & self.picks;
            let sets = self.sets_that_may_count(variant);
            let with = sets.iter().filter(|set| *set & kept == kept);
            let fitting = with.copied().min_by_key(|set| self.rank(*set));
            let any = || sets.iter().copied().min_by_key(|set| self.rank(*set));
            self.counted = fitting.or_else(any).expect("some set may count");
        }
    }

    /// The most of what the totals are in comes first, then what stands first in the file.
    fn rank(&self, set: u32) -> (u32, Vec<usize>) {
        let units = self.units(set);
        let measure = self.qualification.measure();
        let total: u32 = units.iter().map(|unit| self.figure(unit, measure)).sum();
        // Of two sets the one that has the first unit in which they differ.
        let end = self.qualification.units.len();
        let places = self.places(set).into_iter().chain([end]);
        (u32::MAX - total, places.collect())
    }

    /// Where the units of a set stand in the file, in its order.
    fn places(&self, set: u32) -> Vec<usize> {
        let all = 0..self.qualification.units.len();
        all.filter(|place| set >> place & 1 == 1).collect()
    }

    fn state_of(&self, set: u32, variant: Variant<'_>) -> State {
        let below = self.below(variant);
        let completes = |more: u32| self.completes(more, variant, &below);
        if self.to_tick(variant, set) == 0 && completes(set) {
            State::Met
        } else if self
            .supersets(set)
            .any(|more| more & self.picks == set && completes(more))
        {
            State::Open
        } else {
            State::Broken
        }
    }

    /// Valid combinations beside which no pick that they do not have could count.
    fn leaving_no_room(&self, variant: Variant<'_>) -> Vec<u32> {
        let below = self.below(variant);
        self.supersets(0)
            .filter(|set| self.completes(*set, variant, &below))
            .collect()
    }

    /// Whether a set is a valid combination with each unit in such a group that no pick that it does
    /// not have could count beside it.
    fn completes(&self, set: u32, variant: Variant<'_>, below: &[u32]) -> bool {
        self.some_placing(set, |placed| {
            self.rules(variant).all(|rule| self.holds(rule, placed))
                && self.no_room(placed, variant, below)
        })
    }

    /// Whether no pick that is not among these, each in its group, could count in one of its own beside
    /// them without those that make way for it.
    fn no_room(&self, placed: &[Placed<'_>], variant: Variant<'_>, below: &[u32]) -> bool {
        let has = |unit: &Unit| placed.iter().any(|(one, _)| one.code == unit.code);
        let units = self.qualification.units.iter().enumerate();
        let mut left_out = units.filter(|(at, unit)| self.picks & 1 << at != 0 && !has(unit));
        !left_out.any(|(at, unit)| {
            let stays = |one: &&Placed<'_>| below[at] & self.bit(&one.0.code) == 0;
            let rest: Vec<Placed<'_>> = placed.iter().filter(stays).copied().collect();
            self.groups_of(unit).into_iter().any(|group| {
                let with: Vec<Placed<'_>> = rest.iter().copied().chain([(unit, group)]).collect();
                self.keep(&with, variant)
            })
        })
    }

    /// Whether these units may count side by side, each in its group.
    fn keep(&self, placed: &[Placed<'_>], variant: Variant<'_>) -> bool {
        let mut rules = self.rules(variant);
        rules.all(|rule| self.may_count(&rule.form, rule, placed))
    }

    /// The completion with the fewest units, then credits, then hours, then those that stand first in
    /// the file, and the first pathway and nation by which it is one.
    fn nearest_displacing(&self) -> Option<(u32, Variant<'a>)> {
        let mut nearest: Option<(_, u32, Variant<'a>)> = None;
        for variant in self.variants.clone() {
            for set in self.leaving_no_room(variant) {
                let cost = self.distance(set);
                if nearest.as_ref().is_none_or(|(known, ..)| cost < *known) {
                    nearest = Some((cost, set, variant));
                }
            }
        }
        nearest.map(|(_, set, variant)| (set, variant))
    }

    fn distance(&self, set: u32) -> (usize, u32, u32, Vec<usize>) {
        let units = self.units(set);
        let sum = |measure| units.iter().map(|unit| self.figure(unit, measure)).sum();
        (
            units.len(),
            sum(Measure::Credits),
            sum(Measure::Hours),
            self.places(set),
        )
    }

    /// The completion that an open plan is judged by.
    pub(crate) fn nearest(&self) -> Option<u32> {
        let all = self.completions_of_any_kind();
        all.into_iter().min_by_key(|set| self.distance(*set))
    }

    /// Sets of open picks that keep the rules on what counts, each in such a group that no other pick
    /// can be added without breaking one, not even in the place of those that make way for it.
    fn sets_that_may_count(&self, variant: Variant<'_>) -> Vec<u32> {
        let picks = self.picks;
        let below = self.below(variant);
        (0..=picks)
            .filter(|set| set & !picks == 0)
            .filter(|set| {
                self.some_placing(*set, |placed| {
                    self.keep(placed, variant) && self.no_room(placed, variant, &below)
                })
            })
            .collect()
    }

    /// For each unit those that make way for it, by the rules that name it; a rule that would have
    /// one make way that comes before it already, by the rules before, leaves that one where it is.
    fn below(&self, variant: Variant<'_>) -> Vec<u32> {
        let mut below = vec![0_u32; self.qualification.units.len()];
        for rule in self.rules(variant) {
            let Form::Barred {
                units,
                most: 1,
                counts: Some(first),
            } = &rule.form
            else {
                continue;
            };
            let first = self.bit(first);
            let mut above = first;
            for _ in 0..below.len() {
                for (at, below) in below.iter().enumerate() {
                    if below & above != 0 {
                        above |= 1 << at;
                    }
                }
            }
            let class = units.iter().fold(0, |bits, code| bits | self.bit(code));
            below[first.trailing_zeros() as usize] |= class & !above;
        }
        below
    }

    /// The fewest rules that are not met with what counts, where it may count as it does.
    pub(crate) fn fewest_unmet(&self) -> Option<usize> {
        let mut fewest = None;
        for variant in self.variants.clone() {
            if !self.sets_that_may_count(variant).contains(&self.counted) {
                continue;
            }
            let to_tick = self.to_tick(variant, self.counted);
            let below = self.below(variant);
            self.some_placing(self.counted, |placed| {
                if self.keep(placed, variant) && self.no_room(placed, variant, &below) {
                    let broken = self.rules(variant).filter(|rule| !self.holds(rule, placed));
                    let unmet = to_tick + broken.count();
                    fewest = Some(fewest.map_or(unmet, |known: usize| known.min(unmet)));
                }
                false
            });
        }
        fewest
    }

    /// Whether adding units can meet these rules together, whatever the others ask for. As the rules of
    /// this pathway and nation are.
    pub(crate) fn could_meet(&self, wanted: &[RuleId], variant: Variant<'_>) -> bool {
        let below = self.below(variant);
        self.supersets(0).any(|set| {
            self.some_placing(set, |placed| {
                let holds = |rule: &Rule| !wanted.contains(&rule.id) || self.holds(rule, placed);
                self.rules(variant).all(holds)
                    && self.keep(placed, variant)
                    && self.no_room(placed, variant, &below)
            })
        })
    }

    /// Whether units can be added to these that meet all rules of one pathway and nation: with all of
    /// them kept, or with picks displaced.
    pub(crate) fn could_complete(&self, counted: u32, variant: Variant<'_>) -> bool {
        // Where a pick may move, another may have room that it has not where the plan stands best.
        let mut units = self.units(self.picks).into_iter();
        let may_move = units.any(|unit| self.groups_of(unit).len() > 1);
        let valid = |set: u32| {
            self.some_placing(set, |placed| {
                self.rules(variant).all(|rule| self.holds(rule, placed))
            })
        };
        !may_move && self.supersets(counted).any(valid) || !self.leaving_no_room(variant).is_empty()
    }

    /// Whether a set is a valid combination: every unit counts, every rule is met.
    fn valid(&self, set: u32) -> bool {
        set & !self.open == 0
            && self.variants.iter().any(|variant| {
                self.some_placing(set, |placed| {
                    self.rules(*variant).all(|rule| self.holds(rule, placed))
                })
            })
    }

    fn supersets(&self, set: u32) -> impl Iterator<Item = u32> {
        let open = self.open;
        (0..=open).filter(move |more| more & !open == 0 && more & set == set)
    }

    /// The valid combinations that complete the plan: those that hold all that counts; where there are
    /// none, those that displace a pick.
    pub(crate) fn completions_of_any_kind(&self) -> Vec<u32> {
        if !self.displaces {
            return self.valid_with_counted();
        }
        let variants = self.variants.iter();
        let mut all: Vec<u32> = variants
            .flat_map(|variant| self.leaving_no_room(*variant))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The valid combinations that hold all that counts, and no pick that does not: by a pathway
    /// and nation in which the other picks do not count either.
    fn valid_with_counted(&self) -> Vec<u32> {
        let aside = self.picks & !self.counted;
        let variants: Vec<Variant<'_>> = self
            .variants
            .iter()
            .copied()
            .filter(|variant| self.sets_that_may_count(*variant).contains(&self.counted))
            .collect();
        let completes = |set: u32| {
            let mut variants = variants.iter();
            variants.any(|variant| self.completes(set, *variant, &self.below(*variant)))
        };
        self.supersets(self.counted)
            .filter(|set| set & aside == 0 && completes(*set))
            .collect()
    }

    /// Whether the plan stands as well where each unit that counts does so in this of the groups.
    pub(crate) fn stands_as_well(
        &self,
        variant: Variant<'_>,
        group_of: impl Fn(&UnitCode) -> Option<GroupId>,
    ) -> bool {
        let said = self.placed(group_of);
        let whole = match self.state {
            State::Met => self.counted,
            State::Open => match self.nearest() {
                Some(nearest) => nearest,
                None => return false,
            },
            State::NotKnown | State::Broken => return true,
        };
        let below = self.below(variant);
        self.some_placing(whole, |placed| {
            let is_there = |(unit, at): &&Placed<'_>| {
                let there = placed.iter().find(|(one, _)| one.code == unit.code);
                // What is displaced stands in none of them.
                there.is_none_or(|(_, there)| there == at)
            };
            said.iter().all(|one| is_there(&one))
                && self.rules(variant).all(|rule| self.holds(rule, placed))
                && self.no_room(placed, variant, &below)
        })
    }

    /// How much a completion adds to an amount beside what counts as it is said to; `None` where what
    /// counts does not stand so in it.
    pub(crate) fn brought(
        &self,
        wanted: &RuleId,
        subject: Option<&String>,
        completion: u32,
        variant: Variant<'_>,
        group_of: impl Fn(&UnitCode) -> Option<GroupId>,
    ) -> Option<u32> {
        let said = self.placed(group_of);
        let rule = self.rules(variant).find(|rule| rule.id == *wanted)?;
        let Form::Amount(amount) = &rule.form else {
            return None;
        };
        let mut amount = amount.clone();
        if subject.is_some() {
            amount.of.subject = subject.cloned();
        }
        let amount = &amount;
        let now = self.sums(amount, &said).first().copied()?;
        let below = self.below(variant);
        let mut brought = None;
        self.some_placing(completion, |placed| {
            let stands = said.iter().all(|(unit, at)| {
                let there = placed.iter().find(|(one, _)| one.code == unit.code);
                there.is_none_or(|(_, there)| there == at)
            });
            if stands
                && self.rules(variant).all(|rule| self.holds(rule, placed))
                && self.no_room(placed, variant, &below)
            {
                let then = self.sums(amount, placed).first().copied().unwrap_or(0);
                let more = then.saturating_sub(now);
                brought = Some(brought.map_or(more, |known: u32| known.max(more)));
            }
            false
        });
        brought
    }

    /// The most of an amount that adding units can make count.
    pub(crate) fn most(&self, of: &Selection, measure: Measure, variant: Variant<'_>) -> u32 {
        let below = self.below(variant);
        let mut most = 0;
        for set in self.supersets(0) {
            self.some_placing(set, |placed| {
                if self.keep(placed, variant) && self.no_room(placed, variant, &below) {
                    most = most.max(self.sum(placed, of, measure));
                }
                false
            });
        }
        most
    }

    /// Whether some valid combination has all of these units.
    pub(crate) fn some_valid_holds(&self, set: u32) -> bool {
        self.supersets(set).any(|more| self.valid(more))
    }

    /// How a rule stands by itself: met with what counts in the groups that are said, or whether adding
    /// units could meet it, whatever the others ask for.
    pub(crate) fn state_of_rule(
        &self,
        wanted: &RuleId,
        variant: Variant<'_>,
        group_of: impl Fn(&UnitCode) -> Option<GroupId>,
    ) -> State {
        let said = self.placed(group_of);
        let wanted: Vec<&Rule> = self
            .rules(variant)
            .filter(|rule| rule.id == *wanted)
            .collect();
        let holds = |placed: &[Placed<'_>]| wanted.iter().all(|rule| self.holds(rule, placed));
        if let [rule] = wanted.as_slice()
            && matches!(rule.form, Form::Condition { .. })
        {
            let to_tick = self.is_to_tick(rule, self.counted);
            return if to_tick { State::Open } else { State::Met };
        }
        if holds(&said) {
            return State::Met;
        }
        let wanted: Vec<RuleId> = wanted.iter().map(|rule| rule.id.clone()).collect();
        if self.could_meet(&wanted, variant) {
            State::Open
        } else {
            State::Broken
        }
    }

    pub(crate) fn completions(&self, aim: Aim) -> Vec<u32> {
        let mut all = self.completions_of_any_kind();
        all.sort_by_key(|set| {
            let units = self.units(*set);
            let sum = |measure| {
                let figures = units.iter().map(|unit| self.figure(unit, measure));
                figures.map(i64::from).sum::<i64>()
            };
            let credits = sum(Measure::Credits);
            let number = i64::try_from(units.len()).unwrap();
            let cost = match aim {
                Aim::FewestCredits => credits,
                Aim::FewestPoints => sum(Measure::Points),
                Aim::FewestHours => sum(Measure::Hours),
                Aim::FewestUnits => number,
                Aim::Preferred => {
                    let has = |code: &&UnitCode| units.iter().any(|unit| unit.code == **code);
                    let missing = self
                        .plan
                        .wished
                        .iter()
                        .filter(|code| self.bit(code) != 0 && !has(code))
                        .count();
                    let unwanted = self.plan.avoided.iter().filter(has).count();
                    i64::try_from(missing + unwanted).unwrap()
                }
            };
            let hours = match aim {
                Aim::FewestUnits => sum(Measure::Hours),
                _ => 0,
            };
            (cost, number, credits, hours, self.places(*set))
        });
        all
    }

    /// The size of the smallest set of counted picks that no valid combination holds.
    pub(crate) fn smallest_conflict(&self) -> Option<usize> {
        let subsets = (0..=self.counted).filter(|set| set & !self.counted == 0);
        let held = |set: u32| self.supersets(set).any(|more| self.valid(more));
        subsets
            .filter(|set| !held(*set))
            .map(|set| set.count_ones() as usize)
            .min()
    }

    /// The fewest picks whose going makes the plan one that can be met.
    pub(crate) fn fewest_drops(&self) -> Option<usize> {
        let subsets = (0..=self.picks).filter(|gone| gone & !self.picks == 0);
        subsets
            .filter(|gone| {
                Slow::new(self.qualification, &self.without(*gone)).state != State::Broken
            })
            .map(|gone| gone.count_ones() as usize)
            .min()
    }

    /// The fewest changes that make the plan one that is met.
    pub(crate) fn fewest_changes(&self) -> Option<usize> {
        let known = self.open;
        let targets = (0..=known).filter(|target| target & !known == 0);
        targets
            .filter(|target| {
                let mut plan = self.without(self.picks & !target);
                for code in self.codes(target & !self.picks) {
                    plan = plan.after(qualification_planner::plan::Action::Pick(code));
                }
                Slow::new(self.qualification, &plan).state == State::Met
            })
            .map(|target| (target ^ self.picks).count_ones() as usize)
            .min()
    }

    fn without(&self, gone: u32) -> Plan {
        self.codes(gone)
            .into_iter()
            .fold(self.plan.clone(), |plan, code| {
                plan.after(qualification_planner::plan::Action::Remove(code))
            })
    }

    fn codes(&self, set: u32) -> Vec<UnitCode> {
        self.units(set)
            .iter()
            .map(|unit| unit.code.clone())
            .collect()
    }

    /// The least and the most of each group, in what the totals are in, over all valid combinations.
    pub(crate) fn effective(&self) -> Vec<Option<(u32, u32)>> {
        let measure = self.qualification.measure();
        (0..self.qualification.groups.len())
            .map(|group| {
                let mut range: Option<(u32, u32)> = None;
                for variant in &self.variants {
                    for set in self.supersets(0) {
                        self.some_placing(set, |placed| {
                            if self.rules(*variant).all(|rule| self.holds(rule, placed)) {
                                let inside = placed
                                    .iter()
                                    .filter(|(_, at)| at.is_some_and(|at| self.within(at, group)));
                                let credits =
                                    inside.map(|(unit, _)| self.figure(unit, measure)).sum();
                                let (least, most) = range.unwrap_or((credits, credits));
                                range = Some((least.min(credits), most.max(credits)));
                            }
                            false
                        });
                    }
                }
                range
            })
            .collect()
    }

    /// Whether some way to put each unit of a set into one of its groups pleases.
    fn some_placing(&self, set: u32, mut pleases: impl FnMut(&[Placed<'_>]) -> bool) -> bool {
        let units = self.units(set);
        let ways: Vec<Vec<Option<usize>>> = units.iter().map(|unit| self.groups_of(unit)).collect();
        let mut at = vec![0; units.len()];
        loop {
            let placed: Vec<Placed<'_>> = units
                .iter()
                .zip(&ways)
                .zip(&at)
                .map(|((unit, ways), at)| (*unit, ways[*at]))
                .collect();
            if pleases(&placed) {
                return true;
            }
            // The next way, as one counts.
            let Some(place) = (0..at.len()).find(|place| at[*place] + 1 < ways[*place].len())
            else {
                return false;
            };
            at[place] += 1;
            at[..place].fill(0);
        }
    }

    /// The groups in which a unit may count: the one that is chosen for it, or any of its own.
    fn groups_of(&self, unit: &Unit) -> Vec<Option<usize>> {
        let pick = self.plan.pick(&unit.code);
        let pinned = pick.and_then(|pick| pick.group.as_ref());
        let groups = self.qualification.groups.iter().enumerate();
        let own: Vec<usize> = groups
            .filter(|(_, group)| group.units.contains(&unit.code))
            .map(|(at, _)| at)
            .collect();
        let pinned = own
            .iter()
            .find(|at| Some(&self.qualification.groups[**at].id) == pinned);
        match pinned {
            Some(at) => vec![Some(*at)],
            None if own.is_empty() => vec![None],
            None => own.into_iter().map(Some).collect(),
        }
    }

    fn within(&self, inner: usize, outer: usize) -> bool {
        let groups = &self.qualification.groups;
        let mut at = Some(inner);
        while let Some(place) = at {
            if place == outer {
                return true;
            }
            at = groups[place]
                .parent
                .as_ref()
                .and_then(|id| groups.iter().position(|group| group.id == *id));
        }
        false
    }

    fn rules(&self, variant: Variant<'_>) -> impl Iterator<Item = &'a Rule> {
        let day = self.plan.registered.unwrap_or(CONTEXT.today);
        let (pathway, nation) = (variant.0.cloned(), variant.1.cloned());
        self.qualification.rules.iter().filter(move |rule| {
            let when = &rule.when;
            let among = |list: &[VariantId], one: &Option<VariantId>| {
                list.is_empty() || one.as_ref().is_some_and(|one| list.contains(one))
            };
            among(&when.pathways, &pathway)
                && among(&when.nations, &nation)
                && when.registered_from.is_none_or(|from| day >= from)
                && when.registered_before.is_none_or(|before| day < before)
        })
    }

    /// Whether every condition is ticked, by whatever pathway and nation and whoever is asked.
    pub(crate) fn all_ticked(&self) -> bool {
        let all = self.open;
        let mut variants = self.variants.iter();
        variants.all(|variant| self.to_tick(*variant, all) == 0)
    }

    /// How many conditions are to be ticked where these units count.
    fn to_tick(&self, variant: Variant<'_>, set: u32) -> usize {
        let rules = self.rules(variant);
        rules.filter(|rule| self.is_to_tick(rule, set)).count()
    }

    /// A condition that is not ticked, and asked of whoever takes these.
    fn is_to_tick(&self, rule: &Rule, set: u32) -> bool {
        let Form::Condition { if_taken, .. } = &rule.form else {
            return false;
        };
        let is_taken = |code: &UnitCode| set & self.bit(code) != 0;
        let asked = if_taken.is_empty() || if_taken.iter().any(is_taken);
        asked && !self.plan.conditions.contains(&rule.id)
    }

    fn holds(&self, rule: &Rule, placed: &[Placed<'_>]) -> bool {
        let has = |code: &UnitCode| placed.iter().any(|(unit, _)| unit.code == *code);
        let number = |codes: &[UnitCode]| codes.iter().filter(|code| has(code)).count();
        match &rule.form {
            Form::Amount(amount) => self.amount_holds(amount, placed),
            Form::Share {
                of,
                out_of,
                measure,
                least,
                most,
            } => {
                let part = u64::from(self.sum(placed, of, *measure));
                let whole = u64::from(self.sum(placed, out_of, *measure));
                let order = |bound: &ShareBound| {
                    let (parts, of) = (bound.share.parts(), bound.share.of());
                    (part * u64::from(of)).cmp(&(whole * u64::from(parts)))
                };
                let beyond = |bound: &ShareBound, way: Ordering| {
                    order(bound) == way || order(bound) == Ordering::Equal && !bound.is_strict
                };
                part == 0 && whole == 0
                    || least.is_none_or(|bound| beyond(&bound, Ordering::Greater))
                        && most.is_none_or(|bound| beyond(&bound, Ordering::Less))
            }
            Form::Mandatory { units } => units.iter().all(has),
            Form::Choice { options, bounds } => {
                let whole = options.iter().filter(|units| units.iter().all(has)).count();
                let whole = u32::try_from(whole).unwrap();
                whole >= bounds.floor() && bounds.most().is_none_or(|most| whole <= most)
            }
            Form::Barred { units, most, .. } => number(units) <= *most as usize,
            Form::SameContent { units } => number(units) <= 1,
            Form::Bars { unit, units } => !has(unit) || number(units) == 0,
            Form::Needs { unit, needs, all } => {
                !has(unit)
                    || if *all {
                        needs.iter().all(has)
                    } else {
                        needs.iter().any(has)
                    }
            }
            Form::Registration { .. } | Form::Condition { .. } => true,
        }
    }

    /// Whether a rule lets these units count side by side, whatever it asks for.
    fn may_count(&self, form: &Form, rule: &Rule, placed: &[Placed<'_>]) -> bool {
        match form {
            Form::Barred { .. } | Form::Bars { .. } | Form::SameContent { .. } => {
                self.holds(rule, placed)
            }
            Form::Amount(amount) if amount.surplus == Surplus::NotCounted => {
                let cap = Amount {
                    bounds: Bounds::new(None, amount.bounds.most()).unwrap(),
                    ..amount.clone()
                };
                self.amount_holds(&cap, placed)
            }
            _ => true,
        }
    }

    /// The titles that what counts earns, where each unit counts in this of the groups.
    pub(crate) fn titles(&self, group_of: impl Fn(&UnitCode) -> Option<GroupId>) -> Vec<String> {
        let placed = self.placed(group_of);
        let all = self.qualification.endorsements.iter();
        let holds = |amount: &Amount| self.amount_holds(amount, &placed);
        all.filter(|one| one.amounts.iter().all(holds))
            .map(|one| one.title.clone())
            .collect()
    }

    /// What the selected units that count come to in some measure. Of several subjects one that is
    /// above the most comes first, then one that is below the least, the furthest out.
    pub(crate) fn come_to(
        &self,
        amount: &Amount,
        group_of: impl Fn(&UnitCode) -> Option<GroupId>,
    ) -> u32 {
        let mut sums = self.sums(amount, &self.placed(group_of));
        sums.sort_unstable();
        let least = amount.bounds.floor();
        let is_short = |sum: &&u32| **sum < least && !(amount.if_used && **sum == 0);
        let largest = sums.last().copied().unwrap_or(0);
        if amount.bounds.most().is_some_and(|most| largest > most) {
            return largest;
        }
        sums.iter().find(is_short).copied().unwrap_or(largest)
    }

    /// How many picks a group lists, or one within it.
    pub(crate) fn picked_of(&self, group: usize) -> u32 {
        let groups = self.qualification.groups.iter().enumerate();
        let inside: Vec<_> = groups.filter(|(at, _)| self.within(*at, group)).collect();
        let lists = |code: &UnitCode| inside.iter().any(|(_, one)| one.units.contains(code));
        let picks = self.plan.picks().iter();
        let listed = picks.filter(|pick| lists(&pick.code)).count();
        u32::try_from(listed).unwrap()
    }

    /// What counts, each in the group where it is said to count.
    fn placed(&self, group_of: impl Fn(&UnitCode) -> Option<GroupId>) -> Vec<Placed<'a>> {
        let units = self.units(self.counted).into_iter();
        let place = |id: GroupId| {
            let mut groups = self.qualification.groups.iter();
            groups.position(|group| group.id == id)
        };
        units
            .map(|unit| (unit, group_of(&unit.code).and_then(place)))
            .collect()
    }

    fn amount_holds(&self, amount: &Amount, placed: &[Placed<'_>]) -> bool {
        self.sums(amount, placed).into_iter().all(|sum| {
            let unused = amount.if_used && sum == 0;
            (unused || sum >= amount.bounds.floor())
                && amount.bounds.most().is_none_or(|most| sum <= most)
        })
    }

    /// What an amount measures: one sum, or one of each subject.
    fn sums(&self, amount: &Amount, placed: &[Placed<'_>]) -> Vec<u32> {
        let mut subjects: Vec<&String> = self
            .qualification
            .units
            .iter()
            .filter_map(|unit| unit.subject.as_ref())
            .collect();
        subjects.sort();
        subjects.dedup();
        let of_subject = |subject: &String| Selection {
            subject: Some(subject.clone()),
            ..amount.of.clone()
        };
        let wanted = |subject: &&String| {
            amount
                .of
                .subject
                .as_ref()
                .is_none_or(|only| only == *subject)
        };
        match amount.measure {
            Measure::Groups => {
                let used = self.qualification.groups.iter().filter(|group| {
                    let named = if amount.of.groups.is_empty() {
                        group.parent.is_none()
                    } else {
                        amount.of.groups.contains(&group.id)
                    };
                    let of = Selection {
                        groups: vec![group.id.clone()],
                        ..amount.of.clone()
                    };
                    named && self.sum(placed, &of, Measure::Units) > 0
                });
                vec![u32::try_from(used.count()).unwrap()]
            }
            Measure::Subjects => {
                let used = subjects.into_iter().filter(wanted);
                let used = used
                    .filter(|subject| self.sum(placed, &of_subject(subject), Measure::Units) > 0);
                vec![u32::try_from(used.count()).unwrap()]
            }
            measure if amount.each_subject && amount.of.subject.is_none() => subjects
                .into_iter()
                .map(|subject| self.sum(placed, &of_subject(subject), measure))
                .collect(),
            measure => vec![self.sum(placed, &amount.of, measure)],
        }
    }

    fn sum(&self, placed: &[Placed<'_>], of: &Selection, measure: Measure) -> u32 {
        let chosen = placed.iter().filter(|(unit, at)| {
            let in_groups = of.groups.iter().any(|id| {
                let outer = self
                    .qualification
                    .groups
                    .iter()
                    .position(|group| group.id == *id);
                at.zip(outer)
                    .is_some_and(|(at, outer)| self.within(at, outer))
            });
            let earned = self
                .plan
                .pick(&unit.code)
                .map_or(Earned::Study, |pick| pick.earned);
            (of.groups.is_empty() || in_groups)
                && (of.units.is_empty() || of.units.contains(&unit.code))
                && of
                    .level_from
                    .is_none_or(|from| unit.level.is_some_and(|level| level >= from))
                && of
                    .level_to
                    .is_none_or(|to| unit.level.is_some_and(|level| level <= to))
                && of.tag.as_ref().is_none_or(|tag| unit.tags.contains(tag))
                && (of.subject.is_none() || of.subject == unit.subject)
                && (of.earned.is_empty() || of.earned.contains(&earned))
        });
        chosen.map(|(unit, _)| self.figure(unit, measure)).sum()
    }

    /// What a unit comes to for this learner: one as a unit, and nothing else where prior learning or an exemption
    /// meets it without its credit.
    pub(crate) fn figure(&self, unit: &Unit, measure: Measure) -> u32 {
        let pick = self.plan.pick(&unit.code);
        let is_without = pick.is_some_and(|pick| {
            pick.without_credit && matches!(pick.earned, Earned::PriorLearning | Earned::Exemption)
        });
        match measure {
            Measure::Units | Measure::Groups | Measure::Subjects => 1,
            _ if is_without => 0,
            Measure::Credits => unit.amount(Measure::Credits),
            Measure::Hours => unit.amount(Measure::Hours),
            Measure::Points => unit.amount(Measure::Points),
        }
    }

    fn units(&self, set: u32) -> Vec<&'a Unit> {
        let units = self.qualification.units.iter().enumerate();
        units
            .filter(|(index, _)| set >> index & 1 == 1)
            .map(|(_, unit)| unit)
            .collect()
    }

    pub(crate) fn bit(&self, code: &UnitCode) -> u32 {
        let place = self
            .qualification
            .units
            .iter()
            .position(|unit| unit.code == *code);
        place.map_or(0, |place| 1 << place)
    }
}

fn is_open(qualification: &Qualification, plan: &Plan, unit: &Unit) -> bool {
    let day = plan.registered.unwrap_or(CONTEXT.today);
    let achieved = plan.pick(&unit.code).is_some_and(Pick::is_achieved);
    let listed = qualification
        .groups
        .iter()
        .any(|group| group.units.contains(&unit.code));
    listed
        && qualification.rules.iter().all(|rule| match &rule.form {
            Form::Registration {
                unit: closed,
                open_from,
                closed_from,
                open_if_achieved,
                ..
            } if *closed == unit.code => {
                let early = open_from.is_some_and(|from| day < from);
                let late = closed_from.is_some_and(|from| day >= from);
                !(early || late) || (*open_if_achieved && achieved)
            }
            _ => true,
        })
}

fn variants<'a>(qualification: &'a Qualification, plan: &Plan) -> Vec<Variant<'a>> {
    let open = |all: &'a [qualification_planner::qualification::Variant],
                chosen: &Option<VariantId>| {
        let known = all.iter().find(|one| Some(&one.id) == chosen.as_ref());
        match known {
            Some(one) => vec![Some(&one.id)],
            None if all.is_empty() => vec![None],
            None => all.iter().map(|one| Some(&one.id)).collect(),
        }
    };
    let nations = open(&qualification.nations, &plan.nation);
    open(&qualification.pathways, &plan.pathway)
        .into_iter()
        .flat_map(|pathway| nations.iter().map(move |nation| (pathway, *nation)))
        .collect()
}
