//! The saved plans of this browser, and what can be done with each as a whole.

use leptos::prelude::*;

use super::deleted::deleted_plans;
use super::exports::{every_plan, partly, save_all, save_one, unsaved};
use super::rename::{Renaming, rename_form};
use crate::app::browser;
use crate::app::components::bar::{Bar, BarProps};
use crate::app::components::list::{Shown, long_list};
use crate::app::components::mark::mark;
use crate::app::components::notice::{button, notice};
use crate::app::dom::{El, el, said, styled};
use crate::app::focus::HEADING;
use crate::app::stores::{PlanLibrary, PlanSummary, Stores};
use crate::assess::Assessment;
use crate::editor::{Notification, PlanBar};
use crate::exchange::file::Item;
use crate::plan::Plan;
use crate::qualification::Qualification;
use crate::saved_plans::{Operation, Unreadable};
use crate::wording::{self, act, file_name, heading};

/// How many saved plans are shown at once.
const PAGE: usize = 50;

/// The list; nothing where there never was a saved plan.
pub(super) fn plans(stores: Stores) -> El {
    let renaming = RwSignal::new(None);
    let (shown, of_deleted) = (
        Shown::first(PAGE, "qp-more-saved"),
        Shown::first(PAGE, "qp-more-deleted"),
    );
    styled("div", "qp-saved-plans").live(move || {
        // Nothing that others save takes a name out of the hands of who types it.
        if renaming.get().is_none() {
            stores.plans().subscribe();
        }
        let notification = stores.notifications().shown();
        let notification = notification
            .as_ref()
            .map(|notification| notification_of(stores, notification));
        let parts = if let Ok(library) = stores.plans().library() {
            list(stores, &library, renaming, [shown, of_deleted])
        } else {
            let lines = [wording::cannot_read().to_owned()];
            vec![notice(heading::ALL_UNREADABLE, &lines, Vec::new())]
        };
        let unsaved = unsaved(stores);
        notification
            .into_iter()
            .chain(unsaved)
            .chain(parts)
            .collect()
    })
}

fn notification_of(stores: Stores, notification: &Notification) -> El {
    match notification {
        Notification::Done(words) => styled("p", "qp-told").attr("role", "status").text(words),
        Notification::Failed(failure, added) => {
            let lines = Notification::failed_lines(*failure, *added);
            notice(heading::NOT_DONE, &lines, vec![every_plan(stores)])
        }
        Notification::Partly(why) => partly(why),
    }
}

fn list(
    stores: Stores,
    library: &PlanLibrary,
    renaming: Renaming,
    [shown, of_deleted]: [Shown; 2],
) -> Vec<El> {
    let (deleted, live): (Vec<&PlanSummary>, Vec<&PlanSummary>) =
        library.plans.iter().partition(|one| one.deleted);
    let mut parts: Vec<El> = library
        .unreadable
        .iter()
        .map(|found| unreadable(stores, found))
        .collect();
    let is_nothing_done = library.log.back.is_empty() && library.log.forth.is_empty();
    if live.is_empty() && deleted.is_empty() && is_nothing_done {
        return parts;
    }
    if !live.is_empty() {
        let mut each = live.iter().map(|one| row(stores, one, renaming));
        let rows = long_list("qp-saved-list", shown, live.len(), &mut each, move |id| {
            stores.page().focus(id);
        });
        parts.extend(rows);
    }
    let mut actions = styled("div", "qp-actions");
    for (changes, forth) in [(&library.log.back, false), (&library.log.forth, true)] {
        if let Some(change) = changes.last() {
            let label = wording::library_change_label(change, forth);
            actions = actions.with(button(&label, move || {
                stores.plans().undo_or_redo(forth);
                stores.page().focus_heading();
            }));
        }
    }
    if !live.is_empty() {
        actions = actions.with(button(act::SAVE_ALL, move || {
            save_all(stores);
        }));
    }
    parts.push(actions);
    if !deleted.is_empty() {
        parts.push(deleted_plans(stores, &deleted, of_deleted));
    }
    parts
}

fn unreadable(stores: Stores, found: &Unreadable) -> El {
    let (kept, gone) = (found.text.clone(), found.clone());
    let lines = [wording::unreadable(found).to_owned()];
    let actions = vec![
        button(act::DOWNLOAD_IT, move || {
            browser::download(file_name::UNREADABLE_PLAN, &kept);
        }),
        button(act::REMOVE_IT, move || {
            stores.plans().forget(&gone);
            stores.page().focus_heading();
        }),
    ];
    notice(heading::UNREADABLE, &lines, actions)
}

/// A saved plan, with what can be done with it.
fn row(stores: Stores, summary: &PlanSummary, renaming: Renaming) -> El {
    let name = stores.plans().name_of(summary);
    let plan = &summary.snapshot.plan;
    let catalogue = stores.catalogues().all();
    let qualification = catalogue.qualification(&plan.qualification);
    let heading = el("h2").with(link(stores, summary, &name));
    let mut text = styled("div", "qp-saved-text").with(heading);
    text = match qualification {
        Some(of) => text
            .with_some((name != wording::unnamed(&of.title)).then(|| hint(&of.title)))
            .with_all(judged(stores, of, plan)),
        None => text.with(hint(&wording::no_qualification(&plan.qualification))),
    };
    if let Some(changed) = moment(stores, summary.changed) {
        text = text.with(hint(&wording::changed(&changed)));
    }
    let now = qualification.map(|of| of.source.checked);
    if let (Some(then), Some(now)) = (summary.snapshot.catalogue_version.checked, now)
        && then != now
    {
        text = text.with(hint(&wording::catalogue_versions(then, now)));
    }
    for (on, tag) in [
        (summary.copy, wording::CONFLICTING_COPY),
        (summary.newer, wording::OF_NEWER_VERSION),
    ] {
        if on {
            text = text.with(styled("p", "qp-saved-tag").text(tag));
        }
    }
    let row = styled("li", "qp-saved-plan").with(text);
    if summary.newer {
        return row;
    }
    let (buttons, form) = actions(stores, summary, &name, renaming);
    row.with(buttons).with_some(form)
}

fn hint(text: &str) -> El {
    styled("p", "qp-hint").text(text)
}

/// When something was, in words; nothing where that is not known.
pub(super) fn moment(stores: Stores, seconds: u32) -> Option<String> {
    let (day, time) = browser::local(seconds).filter(|_| seconds > 0)?;
    Some(wording::moment(day, &time, stores.page().today()))
}

/// The way to a saved plan.
pub(super) fn link(stores: Stores, summary: &PlanSummary, name: &str) -> El {
    let address = format!("{}:{}", summary.snapshot.plan.qualification, summary.id);
    super::way(stores, address)
        .attr("class", "qp-link")
        .text(name)
}

/// A plan as a bar, and where it stands.
fn judged(stores: Stores, of: &Qualification, plan: &Plan) -> Vec<El> {
    let found = stores.plans().judge(of, plan);
    let bar = Signal::stored(PlanBar::new(of, &found));
    let label = PlanBar::name(of);
    vec![Bar(BarProps { bar, label }).into(), standing_of(of, &found)]
}

/// Where a plan stands, with its mark.
fn standing_of(of: &Qualification, found: &Assessment) -> El {
    let words = wording::headline_in_short(of, found);
    styled("p", "qp-saved-standing")
        .with(mark(found.state))
        .with(said("span", &words))
}

fn actions(
    stores: Stores,
    summary: &PlanSummary,
    name: &str,
    renaming: Renaming,
) -> (El, Option<El>) {
    let id = summary.id.to_string();
    let [to_rename, to_copy, to_save, to_delete] = [(); 4].map(|()| summary.clone());
    let is_open = renaming.with_untracked(|open| open.as_ref() == Some(&id));
    let labelled = |label: &str, act: Box<dyn FnMut()>| {
        button(label, act).attr("aria-label", &act::of_one(label, name))
    };
    let toggle = labelled(
        act::RENAME,
        Box::new(move || {
            renaming.set((!is_open).then(|| id.clone()));
            stores
                .page()
                .focus(if is_open { HEADING } else { "qp-new-name" });
        }),
    );
    let duplicate = labelled(
        act::DUPLICATE,
        Box::new(move || {
            stores.plans().duplicate(&to_copy);
            stores.page().focus_heading();
        }),
    );
    let save = labelled(
        act::SAVE_AS_FILE,
        Box::new(move || {
            let (id, snapshot) = (to_save.id.clone(), to_save.snapshot.clone());
            save_one(stores, Item::new(Some(id), to_save.changed, snapshot));
            stores.plans().log_copy(&to_save.id);
        }),
    );
    let delete = labelled(
        act::DELETE,
        Box::new(move || {
            stores.plans().apply(Operation::Delete, &to_delete);
            stores.page().focus_heading();
        }),
    );
    let buttons = styled("div", "qp-actions")
        .with(toggle)
        .with(duplicate)
        .with(save)
        .with(delete);
    let form = is_open.then(|| rename_form(stores, to_rename, renaming));
    (buttons, form)
}
