//! A qualification's rules as counters for the solver, for one learner's circumstances.
//!
//! Every rule becomes counters with bounds: credits of a group, units of a set, the groups in which
//! a unit counts. What a unit adds to them depends on the unit, on the group it counts in and on
//! how its credit is earned. Rules that only say which units count side by side are counters too:
//! in a valid combination every unit counts.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::applies::applies;
use super::builder::Builder;
use super::compiled::{Compiled, RuleCounters};
use super::forms;
use super::model::Context;
use super::picks::picks_by_place;
use super::precedence::Precedence;
use super::select::{Counted, Groups, groups_by_unit, measured};
use crate::plan::{Pick, Plan};
use crate::qualification::{
    Earned, GroupId, Level, Qualification, Rule, Selection, Unit, Variant, VariantId,
};
use crate::solve::{ByRows, Counter, Item, Kind, Problem, Role};

/// All that rules can tell units apart by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Profile<'a> {
    /// The level, and the measures that some rule asks for.
    numbers: (Option<u8>, [i64; 4]),
    groups: Groups,
    pinned: Option<&'a GroupId>,
    earned: Earned,
    subject: Option<&'a str>,
    tags: &'a [String],
    /// What it adds wherever it counts.
    own: &'a [(usize, i64)],
    /// The amounts that name it.
    named: &'a [usize],
}

/// What a unit adds to which counters.
type Effects = Vec<(usize, i64)>;
/// A pathway and a nation.
type By<'a> = (Option<&'a VariantId>, Option<&'a VariantId>);
/// The ways in which a unit may count, each with the group.
type Ways = Vec<(Effects, Option<usize>)>;

/// The rules in force, once for each pathway and nation that the plan leaves open.
pub(super) fn compile<'a>(
    qualification: &'a Qualification,
    plan: &Plan,
    context: Context,
) -> Vec<Compiled<'a>> {
    let mut all = Vec::new();
    let of_groups: Rc<[Groups]> = groups_by_unit(qualification).into();
    // There is always one: where nothing is to be chosen, the choice of nothing.
    for pathway in choices(&qualification.pathways, plan.pathway.as_ref()) {
        for nation in choices(&qualification.nations, plan.nation.as_ref()) {
            let in_force = |rule: &Rule| applies(&rule.when, plan, context, pathway, nation);
            let by = (pathway, nation);
            all.push(compile_one(
                qualification,
                plan,
                by,
                in_force,
                context.by_rows,
                &of_groups,
                true,
            ));
        }
    }
    all
}

/// The rules in force by one pathway and nation, each unit with all its groups: also with those in
/// which some rule counts less than this unit alone, so that each rule can be left out of it.
pub(super) fn compile_to_leave_out<'a>(
    qualification: &'a Qualification,
    plan: &Plan,
    context: Context,
    (pathway, nation): By<'a>,
) -> Compiled<'a> {
    let in_force = |rule: &Rule| applies(&rule.when, plan, context, pathway, nation);
    compile_one(
        qualification,
        plan,
        (pathway, nation),
        in_force,
        context.by_rows,
        &groups_by_unit(qualification).into(),
        false,
    )
}

/// The one that was chosen, or each; nothing where there is none to choose.
fn choices<'a>(variants: &'a [Variant], chosen: Option<&VariantId>) -> Vec<Option<&'a VariantId>> {
    let known = |id: &VariantId| variants.iter().find(|variant| variant.id == *id);
    match chosen.and_then(known) {
        Some(variant) => vec![Some(&variant.id)],
        None if variants.is_empty() => vec![None],
        None => variants.iter().map(|variant| Some(&variant.id)).collect(),
    }
}

fn compile_one<'a>(
    qualification: &'a Qualification,
    plan: &Plan,
    (pathway, nation): By<'a>,
    in_force: impl Fn(&Rule) -> bool,
    by_rows: Option<ByRows>,
    of_groups: &Rc<[Groups]>,
    only_with_room: bool,
) -> Compiled<'a> {
    let mut builder = Builder {
        qualification,
        counters: Vec::new(),
        counting: Vec::new(),
        amounts: Vec::new(),
        units: vec![Vec::new(); qualification.units.len()],
    };
    let mut rules = Vec::new();
    for (place, rule) in qualification.rules.iter().enumerate() {
        if !in_force(rule) {
            continue;
        }
        let before = builder.counters.len();
        forms::add(&mut builder, &rule.form);
        let counters = before..builder.counters.len();
        let (counting, asking) = counters.partition(|counter| builder.counting.contains(counter));
        rules.push(RuleCounters {
            rule: place,
            asking,
            counting,
        });
    }
    let bounded = builder.counters.len();
    let measure = qualification.measure();
    let group_totals: Vec<usize> = qualification
        .groups
        .iter()
        .map(|group| {
            let counter = builder.counter(Counter::default());
            builder.add(counter, Selection::of_group(group.id.clone()), measure, 1);
            counter
        })
        .collect();
    let mut compiled = Compiled {
        qualification,
        pathway,
        nation,
        problem: Problem::new(by_rows),
        groups: Vec::new(),
        of_groups: Rc::clone(of_groups),
        group_totals,
        precedence: Precedence::new(
            qualification,
            qualification.rules.iter().filter(|rule| in_force(rule)),
        ),
        rules,
    };
    // Units of which the rules can see no difference are of one kind, worked out once.
    let mut kinds: BTreeMap<Profile<'_>, usize> = BTreeMap::new();
    let mut known: Vec<Ways> = Vec::new();
    let mut place_of: BTreeMap<Ways, usize> = BTreeMap::new();
    let named = builder.named();
    let measures = builder.measures();
    let mut picks = picks_by_place(qualification, plan).into_iter().peekable();
    for (index, unit) in qualification.units.iter().enumerate() {
        let pick = picks.next_if(|(place, _)| *place == index);
        let pick = pick.map(|(_, pick)| pick);
        let profile = Profile {
            numbers: (
                unit.level.map(Level::place),
                measures.map(|measure| measure.map_or(0, |measure| measured(unit, measure))),
            ),
            groups: of_groups[index],
            pinned: pick.and_then(|pick| pick.group.as_ref()),
            earned: pick.map_or(Earned::Study, |pick| pick.earned),
            subject: unit.subject.as_deref(),
            tags: &unit.tags,
            own: &builder.units[index],
            named: &named[index],
        };
        let kind = *kinds.entry(profile).or_insert_with(|| {
            let mut options = ways(&builder, unit, index, of_groups[index], pick);
            if only_with_room {
                keep_with_room(&builder, &mut options);
            }
            *place_of.entry(options).or_insert_with_key(|options| {
                known.push(options.clone());
                known.len() - 1
            })
        });
        compiled.problem.items.push(Item {
            kind,
            role: Role::Free,
        });
    }
    for options in known {
        let (effects, groups) = options.into_iter().unzip();
        compiled.problem.kinds.push(Kind { options: effects });
        compiled.groups.push(groups);
    }
    let all = 0..builder.counters.len();
    compiled.problem.ignored = all.map(|counter| counter >= bounded).collect();
    compiled.problem.counters = builder.counters;
    compiled
}

/// The ways in which a unit may count: in each of its groups, or in the one that it is pinned to.
/// Of two groups in which it adds the same, the first.
fn ways(
    builder: &Builder<'_>,
    unit: &Unit,
    index: usize,
    groups: Groups,
    pick: Option<&Pick>,
) -> Ways {
    let pinned = pick
        .and_then(|pick| pick.group.as_ref())
        .and_then(|wanted| {
            let is_it = |group: &usize| {
                builder
                    .qualification
                    .groups
                    .get(*group)
                    .is_some_and(|one| one.id == *wanted)
            };
            groups.places().find(is_it)
        });
    let groups: Vec<Option<usize>> = match pinned {
        Some(group) => vec![Some(group)],
        None if groups.is_empty() => vec![None],
        None => groups.places().map(Some).collect(),
    };
    let earned = pick.map_or(Earned::Study, |pick| pick.earned);
    let mut ways: Ways = Vec::new();
    for group in groups {
        let effects = builder.effects(Counted {
            unit,
            index,
            group,
            earned,
        });
        if pinned.is_some() || !ways.iter().any(|(known, _)| *known == effects) {
            ways.push((effects, group));
        }
    }
    ways
}

/// Leaves out the ways in groups of which a rule counts less than this unit alone, as long as there is
/// another.
fn keep_with_room(builder: &Builder<'_>, ways: &mut Ways) {
    let fits = |(effects, _): &(Effects, Option<usize>)| {
        let mut counting = effects
            .iter()
            .filter(|(at, _)| builder.counting.contains(at));
        counting.all(|(at, change)| builder.counters[*at].holds(*change))
    };
    if ways.iter().any(fits) {
        ways.retain(fits);
    }
}
