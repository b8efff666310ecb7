//! What is kept beside the plans: catalogue files, and when copies were taken. Also reads and deletes
//! everything that the planner keeps.

use super::plans::{ROOT, SavedPlans};
use super::{Failure, PlanId, Store};

/// The prefix of the key of a catalogue file, below that of an instance.
pub const CATALOGUE: &str = "catalogue/";

/// The prefix of the key that says a catalogue file is archived.
const ARCHIVED: &str = "away/";

/// Separates the name of a catalogue from a number, where several of its files are kept: the one in use
/// and archived ones. The name of a catalogue cannot contain it.
const MORE: char = '~';

/// The name of the catalogue of a file that is kept under this name.
fn catalogue_of(name: &str) -> &str {
    name.split_once(MORE)
        .map_or(name, |(catalogue, _)| catalogue)
}

/// A catalogue file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCatalogue {
    /// The name that it is kept under: that of the catalogue, perhaps with a number.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl SavedPlans<'_> {
    /// Keeps the text of a catalogue file that the learner opened, and archives the other files of the
    /// same catalogue, so that they can be restored. Where storage has no room for both, the new file
    /// overwrites the old.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn keep_catalogue(&self, id: &str, text: &str) -> Result<(), Failure> {
        let key = |name: &str| self.key(&format!("{CATALOGUE}{name}"));
        let mut here = self.catalogue_names()?;
        here.retain(|name| catalogue_of(name) == id);
        let taken = self.names_below(&key(""))?;
        let says_it = |name: &&String| {
            catalogue_of(name) == id
                && matches!(self.store().read(&key(name)), Ok(Some(kept)) if kept == text)
        };
        let name = if let Some(same) = taken.iter().find(says_it) {
            same.clone()
        } else {
            // At least one of these is free.
            let more = 2..=taken.len().saturating_add(2);
            let more = more.map(|number| format!("{id}{MORE}{number}"));
            let mut names = std::iter::once(id.to_owned()).chain(more);
            let name = names.find(|name| !taken.contains(name));
            let name = name.unwrap_or_else(|| id.to_owned());
            match (self.put(&key(&name), text), here.first()) {
                (Err(Failure::Full), Some(one)) => {
                    self.put(&key(one), text)?;
                    return Ok(());
                }
                (kept, _) => kept?,
            }
            name
        };
        self.archive(&name, false)?;
        let mut others = here.iter().filter(|one| **one != name);
        others.try_for_each(|one| self.archive(one, true))
    }

    /// The catalogue files that the learner opened, except archived ones.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn catalogues(&self) -> Result<Vec<KeptCatalogue>, Failure> {
        let archived = self.names_below(&self.key(ARCHIVED))?;
        let prefix = self.key(CATALOGUE);
        let mut keys = self.store().keys(&prefix)?;
        keys.sort();
        let mut all = Vec::new();
        for key in keys {
            let name = key.strip_prefix(&prefix).unwrap_or_default().to_owned();
            if !archived.contains(&name)
                && let Some(text) = self.store().read(&key)?
            {
                all.push(KeptCatalogue { name, text });
            }
        }
        Ok(all)
    }

    /// The names of those files.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn catalogue_names(&self) -> Result<Vec<String>, Failure> {
        // A browser goes through all its keys for every prefix, and this is asked at every save.
        let keys = self.store().keys(ROOT)?;
        let below = |prefix: String| -> Vec<String> {
            let names = keys.iter().filter_map(|key| key.strip_prefix(&prefix));
            names.map(str::to_owned).collect()
        };
        let archived = below(self.key(ARCHIVED));
        let mut all = below(self.key(CATALOGUE));
        all.retain(|name| !archived.contains(name));
        Ok(all)
    }

    /// Archives a catalogue file, or restores it. Its text stays where it is. Only a small key is
    /// written or removed, so this works in a full storage too.
    pub(super) fn archive(&self, name: &str, archived: bool) -> Result<(), Failure> {
        let key = self.key(&format!("{ARCHIVED}{name}"));
        if archived {
            self.put(&key, "1")
        } else if self.store().read(&key)?.is_some() {
            self.take_away(&key)
        } else {
            Ok(())
        }
    }

    /// Deletes the archived catalogue files for good, except these.
    pub(super) fn drop_catalogues_but(&self, these: &[&String]) {
        for name in self.names_below(&self.key(ARCHIVED)).unwrap_or_default() {
            if !these.contains(&&name) {
                // A file that cannot be removed only takes space. Its key in the archive goes last, so
                // that the file stays archived.
                let key = self.key(&format!("{CATALOGUE}{name}"));
                if self.take_away(&key).is_ok() {
                    let _ = self.archive(&name, false);
                }
            }
        }
    }

    /// The rest of every key that begins with this prefix.
    fn names_below(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        let keys = self.store().keys(prefix)?.into_iter();
        Ok(keys
            .filter_map(|key| key.strip_prefix(prefix).map(str::to_owned))
            .collect())
    }

    /// Logs that a copy of a plan was taken out of the browser at this moment, in seconds since 1970.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn log_copy(&self, id: &PlanId, now: u32) -> Result<(), Failure> {
        self.store()
            .write(&self.key(&format!("copied/{id}")), &now.to_string())
    }

    /// When a copy of a saved plan was last taken out of the browser.
    ///
    /// # Errors
    ///
    /// The store's [`Failure`].
    pub fn copied(&self, id: &PlanId) -> Result<Option<u32>, Failure> {
        let text = self.store().read(&self.key(&format!("copied/{id}")))?;
        Ok(text.and_then(|text| text.parse().ok()))
    }
}

/// Every text that the planner keeps in a store, under every instance: for a last export.
///
/// # Errors
///
/// The store's [`Failure`].
pub fn everything(store: &dyn Store) -> Result<Vec<(String, String)>, Failure> {
    let mut texts = Vec::new();
    for key in store.keys(ROOT)? {
        if let Some(text) = store.read(&key)? {
            texts.push((key, text));
        }
    }
    texts.sort();
    Ok(texts)
}

/// Removes everything that the planner keeps in a store. Returns the keys under which it stood.
///
/// # Errors
///
/// The store's [`Failure`]; what was removed before it is gone. [`Failure::Altered`] where something is still
/// there that was removed.
pub fn delete_everything(store: &dyn Store) -> Result<Vec<String>, Failure> {
    let keys = store.keys(ROOT)?;
    for key in &keys {
        store.remove(key)?;
    }
    for key in &keys {
        if store.read(key)?.is_some() {
            return Err(Failure::Altered);
        }
    }
    Ok(keys)
}
