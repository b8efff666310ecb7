use std::collections::{BTreeMap, BTreeSet};

use super::keep::{Drafts, Unreadable};
use super::migrate::{follow_1, id_from_1};
use super::{Draft, DraftId, Failure, Fault, Writer, decode};

/// The most other writers that are named once nothing of theirs is kept.
const MOST_SEEN: usize = 100;

/// A place where a save is kept, by its name.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) key: String,
    pub(super) writer: Writer,
    pub(super) sequence: u32,
    /// What stands there, where the name does not say it: a save of version 0.1.0.
    pub(super) old: Option<Result<Draft, Unreadable>>,
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
        self.old_places(only, &mut places)?;
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

    /// Where a draft names many saves that it follows, leaves those of writers out of whom nothing is kept.
    /// What is gone here may come back, from the second copy or after a kill of the browser, so not at once.
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

    /// Adds the places of version 0.1.0.
    fn old_places(
        &self,
        only: Option<&DraftId>,
        places: &mut BTreeMap<DraftId, Vec<Place>>,
    ) -> Result<(), Failure> {
        let mut old: BTreeMap<DraftId, Vec<Place>> = BTreeMap::new();
        let prefix = self.old_key("");
        for key in self.store().keys(&prefix)? {
            let rest = key.strip_prefix(&prefix).unwrap_or_default();
            let Some((qualification, name)) = rest.rsplit_once('/') else {
                continue;
            };
            let id = id_from_1(qualification);
            let is_save = matches!(name, "0" | "1" | "2") || name.starts_with("kept-");
            if !is_save || only.is_some_and(|only| *only != id) {
                continue;
            }
            let Some(text) = self.store().read(&key)? else {
                continue;
            };
            let place = match decode(&text) {
                Ok(draft) if draft.id != id => continue, // another instance's
                Ok(draft) => Place {
                    writer: draft.writer.clone(),
                    sequence: draft.sequence,
                    old: Some(Ok(draft)),
                    key,
                },
                Err(fault) => Place {
                    writer: Writer::of_number(0),
                    sequence: 0,
                    old: Some(Err(Unreadable {
                        newer: matches!(fault, Fault::Newer(_)),
                        key: key.clone(),
                        text,
                    })),
                    key,
                },
            };
            old.entry(id).or_default().push(place);
        }
        for (id, mut old) in old {
            newest_first(&mut old);
            let drafts: Vec<Draft> = old
                .iter()
                .filter_map(|place| place.old.as_ref()?.as_ref().ok())
                .cloned()
                .collect();
            if let Some(Place {
                old: Some(Ok(newest)),
                ..
            }) = old.first_mut()
            {
                for earlier in drafts.iter().skip(1) {
                    follow_1(newest, earlier);
                }
            }
            places.entry(id).or_default().extend(old);
        }
        Ok(())
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
        old: None,
    };
    Some((DraftId::new(id)?, place))
}

pub(super) fn newest_first(places: &mut [Place]) {
    places.sort_by(|one, other| (other.sequence, &other.writer).cmp(&(one.sequence, &one.writer)));
}
