//! Saved plans on their way out as files, and those that are in no save.

use crate::app::browser;
use crate::app::stores::Stores;
use crate::editor::Notification;
use crate::exchange::file::{self, Item};
use crate::wording::{self, file_name};

/// Offers a saved plan as a file. The name of that.
pub(super) fn save_one(stores: Stores, item: Item) -> String {
    let name = file::name(
        &item.snapshot.plan,
        stores.page().today(),
        file_name::END_OF_PLAN,
    );
    browser::download(
        &name,
        &file::write(&[item], &stores.page().today().to_string()),
    );
    name
}

/// Offers every saved plan, and gives what is to be said of that; nothing where it is said elsewhere why not all could be
/// offered.
pub(super) fn save_all_and_say(stores: Stores) -> String {
    let files = save_all(stores);
    let shown = stores.notifications().shown_now();
    let is_partly = matches!(shown, Some(Notification::Partly(_)));
    let files = files.filter(|_| !is_partly);
    let name = file_name::plans(stores.page().today(), 0);
    files.map_or_else(String::new, |files| wording::saved_as_files(&name, files))
}

/// Offers every saved plan, also those of this page that are in no save, in as few files as can be. How many those are;
/// nothing where none can be offered, which is said.
pub(super) fn save_all(stores: Stores) -> Option<usize> {
    let mut items = stores
        .saves()
        .each_unsaved(|session| Item::of(session.saved_plan()));
    let kept = stores.plans().library();
    let failure = kept.as_ref().err().copied();
    let kept = kept.unwrap_or_default();
    let some_unreadable = !kept.unreadable.is_empty();
    for one in kept.plans {
        let known = items.iter().any(|item| item.id.as_ref() == Some(&one.id));
        if !one.deleted && !known {
            items.push(Item::new(Some(one.id), one.changed, one.snapshot));
        }
    }
    if let (true, Some(failure)) = (items.is_empty(), failure) {
        stores.notifications().show_done(Err(failure));
        return None;
    }
    let today = stores.page().today().to_string();
    let files = file::write_all(&items, &today);
    for (place, text) in files.iter().enumerate() {
        browser::download(&file_name::plans(stores.page().today(), place), text);
    }
    for id in items.iter().filter_map(|item| item.id.as_ref()) {
        stores.plans().log_copy(id);
    }
    stores.notifications().show_partly(match failure {
        Some(_) => Some(wording::only_what_is_open()),
        None => some_unreadable.then(wording::without_the_unreadable),
    });
    Some(files.len())
}
