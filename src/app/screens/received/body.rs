//! What there is to see of a plan to look at.

use std::sync::Arc;

use leptos::prelude::*;

use super::units::{Units, picked};
use crate::app::components::banner::Banner;
use crate::app::components::bar::Bar;
use crate::app::components::head::Head;
use crate::app::components::heading::heading_of;
use crate::app::components::rule_line::rule_line;
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::editor::{Current, PlanBar, Sentences, changed_lines};
use crate::qualification::Qualification;
use crate::saved_plans::{CatalogueDifference, PlanSnapshot, differences};
use crate::wording::{self, heading, label, rules_sheet};

/// Where the plan stands by the catalogue that is here, what of it is not as it was made, its rules, units and hours.
#[component]
pub(super) fn Body<'a>(of: &'a Arc<Qualification>, snapshot: &'a PlanSnapshot) -> View {
    let stores = expect_context::<Stores>();
    let (snapshot, called) = snapshot.under_codes_of(of);
    let plan = &snapshot.plan;
    let found = stores.plans().judge(of, plan);
    let others = differences(&snapshot, of);
    let differences: Vec<CatalogueDifference> = called.into_iter().chain(others).collect();
    let changed = (!differences.is_empty()).then(|| {
        let (heading, lines) = (heading::CHANGED.to_owned(), changed_lines(&differences));
        view! { <Banner heading lines actions=Vec::new() /> }.built()
    });
    let title = (!plan.name.is_empty()).then(|| hint(of.title.clone()));
    let current = Current {
        qualification: of,
        plan,
        assessment: &found,
        sentences: Some(Sentences::all()),
    };
    let head = Signal::stored(current.plan_head());
    let bar = Signal::stored(current.plan_bar());
    let rules = current
        .rule_lines()
        .into_iter()
        .map(|line| rule_line(line, None));
    let rules: Vec<View> = rules.collect();
    let none = plan.picks().is_empty();
    let none = none.then(|| view! { <p>{wording::NO_UNIT_PICKED}</p> }.built());
    let units = picked(&current, &snapshot);
    let (then, now) = (snapshot.catalogue_version.checked, of.source.checked);
    let versions = then.filter(|then| *then != now);
    let versions = versions.map(|then| hint(wording::catalogue_versions(then, now)));
    let assumed = wording::assumptions(of, plan, &found);
    let is_asked = plan.registered.is_some() || !assumed.is_empty();
    let registered = is_asked.then(|| hint(wording::registered(plan)));
    let assumed = (!assumed.is_empty()).then(|| hint(assumed));
    view! {
        <div class="qp-part">
            <div>
                {title}
                {hint(label::UNOFFICIAL_SHORT.to_owned())}
            </div>
            <div>
                <Head head />
                <Bar bar label=PlanBar::name(of) />
            </div>
            {changed}
            <div>
                {registered}
                {assumed}
                {versions}
            </div>
            <section>
                {heading_of(2).child(heading::RULES)}
                <ul role="list" class="qp-rule-lines">{rules}</ul>
            </section>
            <section>
                {heading_of(2).child(heading::UNITS)}
                {none}
                <Units units />
            </section>
            {hours(of, &found)}
        </div>
    }
    .built()
}

fn hint(words: String) -> View {
    view! { <p class="qp-hint">{words}</p> }.built()
}

/// The hours of the plan; nothing where the qualification tells none.
fn hours(of: &Qualification, found: &crate::assess::Assessment) -> Option<View> {
    let rows = wording::plan_hours(of, found).into_iter();
    let rows: Vec<View> = rows
        .map(|(term, fact)| view! { <div><dt>{term}</dt><dd>{fact}</dd></div> }.built())
        .collect();
    (!rows.is_empty()).then(|| {
        let title = wording::knows_hours(of).then(|| heading_of(2).child(heading::HOURS));
        let mean = wording::knows_hours(of).then(|| hint(rules_sheet::HOURS_MEAN.to_owned()));
        view! { <section>{title}<dl class="qp-facts">{rows}</dl>{mean}</section> }.built()
    })
}
