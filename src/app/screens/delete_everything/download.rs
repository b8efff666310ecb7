//! All that is kept, as a file.

use crate::app::browser;
use crate::app::storage::Browser;
use crate::app::stores::Stores;
use crate::reading::Node;
use crate::saved_plans::{Session, encode, everything};
use crate::wording::{self, file_name};

/// Offers it; says where that is not all.
pub(super) fn download(stores: Stores) -> &'static str {
    let kept = everything(&Browser);
    let is_all = kept.is_ok();
    let mut texts = kept.unwrap_or_default();
    // What is in no save is in the file as the save that it would be.
    let unsaved = stores.saves().each_unsaved(Session::next);
    texts.extend(unsaved.iter().map(|saved_plan| {
        let key = stores.storage().with(|plans| plans.key_of(saved_plan));
        (key, encode(saved_plan))
    }));
    if is_all || !texts.is_empty() {
        let texts = texts.into_iter().map(|(key, text)| (key, Node::Text(text)));
        let all = Node::Object(texts.collect());
        browser::download(file_name::EVERYTHING, &all.to_json());
    }
    if is_all {
        ""
    } else {
        wording::not_all_exported()
    }
}
