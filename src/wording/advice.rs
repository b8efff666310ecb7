//! What would complete a plan or put it right, and what the rules leave to a group.

use super::list::{join, list};
use super::quantity::{quantity, sentence};
use super::titles::{quoted_by, titles};
use crate::assess::{Assessment, Choice, Completion, Effective, Repair, State, Totals};
use crate::qualification::{Measure, Qualification, UnitCode};

/// What a suggestion is called, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The words on its button: “Add 8607-523”.
    pub label: String,
    /// The units by their titles, and what comes of it.
    pub detail: String,
    /// Both as one text that names each unit once.
    pub sentence: String,
    /// What it does, by the titles of units: “Swap “The Management Role” for “Managing Risk””.
    pub by_titles: String,
}

/// A completion of a plan.
#[must_use]
pub fn completion(qualification: &Qualification, completion: &Completion) -> Suggestion {
    let units = completion.units.iter();
    let all: Totals = units.filter_map(|code| qualification.unit(code)).collect();
    let own = qualification.measure();
    let hours =
        (own != Measure::Hours && qualification.gives(Measure::Hours)).then_some(Measure::Hours);
    let in_all: Vec<String> = [Some(own), hours]
        .into_iter()
        .flatten()
        .map(|measure| quantity(all.of(measure), measure))
        .collect();
    let mut pathways = qualification.pathways.iter();
    let pathway = pathways.find(|one| Some(&one.id) == completion.pathway.as_ref());
    let pathway = pathway.map(|one| format!(" on the pathway {}", one.title));
    let mut nations = qualification.nations.iter();
    let nation = nations.find(|one| Some(&one.id) == completion.nation.as_ref());
    let nation = nation.map(|one| format!(", judged by {}", one.title));
    let by = [pathway, nation].into_iter().flatten().collect::<String>();
    let in_all = format!("{} in all{by}", join(&in_all));
    let then = format!("Then {in_all}.");
    let (added, instead) = (&completion.added, &completion.instead);
    let called = |name: &dyn Fn(&[UnitCode]) -> String| match (added.as_slice(), instead.as_slice())
    {
        ([], []) => "Add nothing".to_owned(),
        ([], out) => format!("Take out {}", name(out)),
        (added, []) => format!("Add {}", name(added)),
        (added, instead) => format!("Choose {} instead of {}", name(added), name(instead)),
    };
    let named = |codes: &[UnitCode]| titles(qualification, codes);
    let detail = match (added.as_slice(), instead.as_slice()) {
        ([], []) => "No unit is missing".to_owned(),
        ([], out) => named(out),
        (added, []) => named(added),
        (added, instead) => format!("{} instead of {}", named(added), named(instead)),
    };
    let sentence = if added.is_empty() && instead.is_empty() {
        format!("Nothing has to be added: {in_all}.")
    } else {
        format!("{}. {then}", called(&named))
    };
    let by_titles = match (added.as_slice(), instead.as_slice()) {
        ([], []) => called(&list),
        (added, []) => quoted(qualification, added),
        _ => called(&|codes| quoted(qualification, codes)),
    };
    Suggestion {
        label: called(&list),
        detail: format!("{detail}. {then}"),
        sentence,
        by_titles: format!("{by_titles}{by}"),
    }
}

/// What is no unit and still has to be ticked: “Tick 100 hours of practice”. `rules` are their texts.
#[must_use]
pub fn ticking(rules: &[String]) -> Suggestion {
    let label = format!("Tick “{}”", rules.join("” and “"));
    let detail = "No unit is missing. Then all rules are met.".to_owned();
    Suggestion {
        sentence: format!("{label}. {detail}"),
        by_titles: label.clone(),
        label,
        detail,
    }
}

/// What is no unit and has to be ticked beside units that are added: “Still to tick: 100 hours of
/// practice.” Nothing where there is none.
#[must_use]
pub fn still_to_tick(rules: &[String]) -> Option<String> {
    (!rules.is_empty()).then(|| format!("Still to tick: {}.", rules.join("; ")))
}

/// A repair of a plan.
#[must_use]
pub fn repair(qualification: &Qualification, repair: &Repair) -> Suggestion {
    let called = |name: &dyn Fn(&[UnitCode]) -> String| match (
        repair.drop.as_slice(),
        repair.add.as_slice(),
    ) {
        (drop, []) => format!("Take out {}", name(drop)),
        ([], add) => format!("Add {}", name(add)),
        (drop, add) => format!("Take out {} and add {}", name(drop), name(add)),
    };
    let named = |codes: &[UnitCode]| titles(qualification, codes);
    let mut units = repair.drop.clone();
    units.extend(repair.add.iter().cloned());
    let then = leads_to(repair.leads_to);
    Suggestion {
        label: called(&list),
        detail: format!("{}. {then}", named(&units)),
        sentence: format!("{}. {then}", called(&named)),
        by_titles: match (repair.drop.as_slice(), repair.add.as_slice()) {
            ([out], [into]) => format!(
                "Swap {} for {}",
                short(qualification, std::slice::from_ref(out)),
                short(qualification, std::slice::from_ref(into))
            ),
            _ => called(&|codes| short(qualification, codes)),
        },
    }
}

/// The short names of units in quotation marks: “Management Role” and “Statistics”.
fn short(of: &Qualification, codes: &[UnitCode]) -> String {
    join(&quoted_by(codes, |code| of.short_name(code)))
}

/// The titles of units in quotation marks: “A” and “B”.
fn quoted(of: &Qualification, codes: &[UnitCode]) -> String {
    join(&super::titles::quoted(of, codes))
}

/// The totals of a plan: “14 credits, 57 hours”.
#[must_use]
pub fn totals_in_short(of: &Qualification, found: &Assessment) -> String {
    let own = of.measure();
    let mut totals = vec![super::in_short(found.counted.of(own), own)];
    if own != Measure::Hours && of.gives(Measure::Hours) {
        totals.push(super::hours(found.counted.of(Measure::Hours)));
    }
    totals.join(", ")
}

/// What comes of a change, by how the plan stands after it: “Then your plan is complete: 14 credits, 57 hours”.
#[must_use]
pub fn then(of: &Qualification, found: &Assessment) -> String {
    let totals = totals_in_short(of, found);
    match found.state {
        State::Met => format!("Then your plan is complete: {totals}"),
        _ => format!("Then {totals}. {}", super::headline(of, found).sentence),
    }
}

/// What comes of a change, where it stands among others: “Complete with 14 credits, 57 hours”, “12 credits, 1 to go”.
#[must_use]
pub fn result(of: &Qualification, found: &Assessment) -> String {
    let totals = totals_in_short(of, found);
    match found.state {
        State::Met => format!("Complete with {totals}"),
        _ => format!("{totals}. {}", super::headline(of, found).sentence),
    }
}

/// Another choice of groups, ways of earning or the pathway.
#[must_use]
pub fn other_choice(qualification: &Qualification, choice: &Choice) -> Suggestion {
    let mut pathways = qualification.pathways.iter();
    let pathway = pathways.find(|one| Some(&one.id) == choice.pathway.as_ref());
    let count = |whose: &str| {
        let codes = list(&choice.any_group);
        format!("let {codes} count in any of {whose} groups")
    };
    let groups = match choice.any_group.len() {
        0 => None,
        1 => Some(count("its")),
        _ => Some(count("their")),
    };
    let by_study = &choice.by_study;
    let study = (!by_study.is_empty()).then(|| format!("earn {} by study", list(by_study)));
    let by = pathway.map(|one| format!("follow {}", one.title));
    let steps: Vec<String> = [by, groups, study].into_iter().flatten().collect();
    let label = sentence(&steps.join(" and "));
    let detail = format!("Every unit may stay. {}", leads_to(choice.leads_to));
    Suggestion {
        sentence: format!("{label}. {detail}"),
        by_titles: label.clone(),
        label,
        detail,
    }
}

const fn leads_to(state: State) -> &'static str {
    match state {
        State::Met => "Then all rules are met.",
        _ => "Then all rules can be met.",
    }
}

/// Says why there is no suggestion.
#[must_use]
pub const fn no_advice(fully_searched: bool) -> &'static str {
    if fully_searched {
        "There is none with the units that are open to you."
    } else {
        "The rules are too many to be searched whole; none was found so far."
    }
}

/// How much of a group all rules together allow: “all rules together ask for 14 to 24”. Nothing where no
/// valid combination is left, and where none of its units has a figure in the measure of the totals.
#[must_use]
pub fn left_to_group(qualification: &Qualification, bounds: &Effective) -> Option<String> {
    let groups = qualification.groups.iter();
    let inside = groups.filter(|group| qualification.is_within(group, &bounds.group));
    let units = inside.flat_map(|group| &group.units);
    let figures = units.filter_map(|code| qualification.unit(code));
    let measure = qualification.measure();
    let figures: Vec<u32> = figures.map(|unit| unit.amount(measure)).collect();
    Some(match bounds.range? {
        // Such units are taken or not, and come to nothing.
        (0, 0) if !figures.is_empty() && figures.iter().all(|one| *one == 0) => return None,
        (0, 0) if figures.contains(&0) => "all rules together allow at most 0".to_owned(),
        (0, 0) => "all rules together leave nothing for it".to_owned(),
        (0, most) => format!("all rules together allow at most {most}"),
        (least, most) if least == most => format!("all rules together ask for exactly {least}"),
        (least, most) => format!("all rules together ask for {least} to {most}"),
    })
}

/// What the rules together ask of a group beyond its own rule: “The other rules need at least 19
/// credits from here.” Nothing where they ask no more.
#[must_use]
pub fn effective(
    qualification: &Qualification,
    found: &Assessment,
    bounds: &Effective,
) -> Option<String> {
    let (least, _) = bounds.range?;
    let measure = qualification.measure();
    let own = super::group_bounds(qualification, found, &bounds.group)
        .map_or(0, crate::qualification::Bounds::floor);
    (qualification.groups.len() > 1 && least > own).then(|| {
        format!(
            "The other rules need at least {} from here.",
            quantity(least, measure)
        )
    })
}
