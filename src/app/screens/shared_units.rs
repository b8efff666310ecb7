//! The units of a plan that is looked at and not changed.

use crate::app::components::list::{Shown, long_list};
use crate::app::dom::{El, el, said, styled};
use crate::app::stores::Stores;
use crate::assess::Assessment;
use crate::plan::Pick;
use crate::qualification::{Qualification, UnitCode};
use crate::saved_plans::{PlanSnapshot, UnitSnapshot};
use crate::wording;

/// The units of a plan. A link can have thousands: more than a page shows at once.
pub(super) fn units(stores: Stores, picks: Vec<Pick>, row: impl Fn(&Pick) -> El + 'static) -> El {
    let shown = Shown::first(100, "qp-more-units");
    el("div").live(move || {
        let (mut rows, number) = (picks.iter().map(&row), picks.len());
        long_list("qp-shared-units", shown, number, &mut rows, move |id| {
            stores.page().focus(id);
        })
    })
}

/// One of them, with why it does not count.
pub(super) fn unit(
    of: &Qualification,
    found: &Assessment,
    snapshot: &PlanSnapshot,
    pick: &Pick,
) -> El {
    let facts = snapshot.unit(of, &pick.code);
    let judged = found.units.iter().find(|unit| unit.code == pick.code);
    let why = judged.and_then(|unit| unit.not_counted.as_ref());
    let choices = wording::unit_choices(of, pick);
    let why = why.map(|why| wording::not_counted(of, why));
    let notes = Some(choices).filter(|choices| !choices.is_empty());
    unit_row(
        Some(of),
        &pick.code,
        facts.as_ref(),
        notes.into_iter().chain(why),
    )
}

/// A unit of a plan with what is known of it.
fn unit_row(
    of: Option<&Qualification>,
    code: &UnitCode,
    facts: Option<&UnitSnapshot>,
    notes: impl Iterator<Item = String>,
) -> El {
    let hint = |text: &str| styled("p", "qp-hint").text(text);
    let title = facts
        .map(|facts| facts.title.as_str())
        .filter(|title| !title.is_empty());
    let mut text = el("div").with(said("p", title.unwrap_or(code.as_str())));
    if title.is_some() {
        text = text.with(hint(code.as_str()));
    }
    let figures = facts.map(|facts| {
        let mut figures = wording::unit_figures(of, facts).into_iter();
        let first = figures.next().map(|first| said("p", &first));
        styled("div", "qp-shared-figures")
            .with_some(first)
            .with_all(figures.map(|figure| hint(&figure)).collect())
    });
    styled("li", "qp-shared-unit")
        .with(text.with_all(notes.map(|note| hint(&note)).collect()))
        .with_some(figures)
}

/// The units of a plan whose qualification is not here.
pub(super) fn bare(stores: Stores, snapshot: &PlanSnapshot) -> El {
    let facts = snapshot.facts.clone();
    units(stores, snapshot.plan.picks().to_vec(), move |pick| {
        let facts = facts.iter().find(|unit| unit.code == pick.code);
        unit_row(None, &pick.code, facts, std::iter::empty())
    })
}
