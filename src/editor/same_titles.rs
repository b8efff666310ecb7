//! Units that have the title of a picked one under another code.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::plan::Plan;
use crate::qualification::{Qualification, UnitCode};
use crate::wording::ladder as words;

/// Units that are not in the plan and have the title of one that is.
pub(super) fn same_titles(all: &[&Arc<Qualification>], plan: &Plan) -> Vec<String> {
    let folded = |title: &str| title.trim().to_lowercase();
    let mut titles: BTreeMap<String, UnitCode> = BTreeMap::new();
    for pick in plan.picks() {
        let mut units = all.iter().filter_map(|of| of.unit(&pick.code));
        if let Some(unit) = units.next() {
            titles
                .entry(folded(&unit.title))
                .or_insert_with(|| unit.code.clone());
        }
    }
    let names = words::short_titles(all);
    let mut same: Vec<(UnitCode, UnitCode, Vec<String>)> = Vec::new();
    for (of, name) in all.iter().zip(names) {
        for unit in &*of.units {
            let own = titles.get(&folded(&unit.title));
            let is_own = |own: &&UnitCode| {
                unit.names().any(|code| code == *own) || plan.pick(&unit.code).is_some()
            };
            let Some(own) = own.filter(|own| !is_own(own)) else {
                continue;
            };
            match same.iter_mut().find(|(code, ..)| *code == unit.code) {
                Some((.., names)) => names.push(name.clone()),
                None => same.push((unit.code.clone(), own.clone(), vec![name.clone()])),
            }
        }
    }
    let same = same.iter();
    same.map(|(there, own, names)| words::same_title(there, names, own))
        .collect()
}
