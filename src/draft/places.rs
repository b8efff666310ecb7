use std::collections::{BTreeMap, BTreeSet};

use super::drafts::Drafts;
use super::{Draft, DraftId, Failure, Writer};

/// The most other writers that a save names after nothing of theirs is kept any more.
const MOST_SEEN: usize = 100;

/// A place where a save is kept, by its name.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) key: String,
    pub(super) writer: Writer,
    pub(super) sequence: u32,
}

impl Drafts<'_> {
    /// The places of all saves, or of those of one draft.
    pub(super) fn places(
        &self,
        only: Option<&DraftId>,
    ) -> Result<BTreeMap<DraftId, Vec<Place>>, Failure> {
        let mut places: BTreeMap<DraftId, Vec<Place>> = BTreeMap::new();
        let begin = self.key("draft/");
        let prefix = only.map_or_else(|| begin.clone(), |id| format!("{begin}{id}/"));
        for key in self.store().keys(&prefix)? {
            if let Some((id, place)) = named(&key, &begin) {
                places.entry(id).or_default().push(place);
            }
        }
        Ok(places)
    }

    /// The names under which a draft is kept, or what is left of one.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn names(&self) -> Result<BTreeSet<DraftId>, Failure> {
        Ok(self.places(None)?.into_keys().collect())
    }

    /// Where a draft follows very many saves, drops those of writers of whom nothing is kept any more. This
    /// is not done earlier, because a save that is gone may come back, from the second copy or after a kill
    /// of the browser.
    pub(super) fn forget_some_seen(&self, draft: &mut Draft) {
        if draft.seen.len() <= MOST_SEEN {
            return;
        }
        if let Ok(places) = self.places(Some(&draft.id)) {
            let places = places.get(&draft.id).map(Vec::as_slice).unwrap_or_default();
            let is_kept = |writer: &Writer| places.iter().any(|place| place.writer == *writer);
            draft.seen.retain(|(writer, _)| is_kept(writer));
        }
    }
}

/// The draft and the place that a key names.
fn named(key: &str, begin: &str) -> Option<(DraftId, Place)> {
    let (id, save) = key.strip_prefix(begin)?.split_once('/')?;
    let (writer, sequence) = save.split_once('-')?;
    let place = Place {
        key: key.to_owned(),
        writer: Writer::new(writer)?,
        sequence: sequence.parse().ok()?,
    };
    Some((DraftId::new(id)?, place))
}

pub(super) fn newest_first(places: &mut [Place]) {
    places.sort_by(|one, other| (other.sequence, &other.writer).cmp(&(one.sequence, &one.writer)));
}
