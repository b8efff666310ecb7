//! The seven qualifications that come with the planner, as `build.rs` packs them: without the reader
//! of catalogue files, which few visits need.
//!
//! What their units are about is packed by itself. The page has it with the part of the program that first asks
//! for it, and not with the qualifications.

use std::sync::{Arc, LazyLock};

use crate::catalogue::{Catalogue, File};
use crate::qualification::{
    About, Packed, Qualification, QualificationId, Subject, UnitAbout, UnitCode,
};

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue"));
const PACKED_ABOUT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/about"));

/// The units of each file, with the subjects of each of its qualifications.
type PackedAbout = Vec<(Arc<Vec<UnitAbout>>, Vec<(QualificationId, Vec<Subject>)>)>;

static ABOUT: LazyLock<Vec<(QualificationId, About)>> = LazyLock::new(|| {
    let files = PackedAbout::unpack(&mut &*PACKED_ABOUT).unwrap_or_default();
    let all = files.into_iter().flat_map(|(units, all)| {
        all.into_iter().map(move |(id, subjects)| {
            let units = Arc::clone(&units);
            (id, About { subjects, units })
        })
    });
    all.collect()
});

impl Catalogue {
    /// The seven qualifications that come with the planner.
    #[must_use]
    pub fn shipped() -> Self {
        let files: Vec<File> = Packed::unpack(&mut &*PACKED).unwrap_or_default();
        files.into_iter().collect()
    }
}

impl Qualification {
    /// What its units are about, where that is known.
    #[must_use]
    pub fn about(&self) -> Option<&About> {
        if let Some(own) = self.about.get() {
            return Some(own);
        }
        let mut all = ABOUT.iter();
        all.find(|(id, _)| *id == self.id).map(|(_, about)| about)
    }

    /// The short name of a unit; its title where it has none. It is for places where a title would be too long:
    /// “Swap “Management Role” for “Statistics””. Elsewhere the title stands.
    #[must_use]
    pub fn short_name(&self, code: &UnitCode) -> Option<&str> {
        let about = self.about().and_then(|about| about.unit(code));
        let short = about.and_then(|unit| unit.short_name.as_deref());
        short.or_else(|| self.unit(code).map(|unit| unit.title.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{SHIPPED, read};
    use crate::qualification::OwnAbout;

    #[test]
    fn what_is_packed_says_what_the_files_say() {
        let read: Catalogue = SHIPPED
            .iter()
            .filter_map(|(_, text)| read(text).file)
            .collect();
        assert_eq!(read.qualifications().count(), 7);
        let shipped = Catalogue::shipped();
        for (one, other) in shipped.qualifications().zip(read.qualifications()) {
            assert_eq!(one.about(), other.about(), "{}", one.id);
        }
        // Beside that it is the same.
        let packed = |one: &Arc<Qualification>| Qualification {
            about: OwnAbout::default(),
            ..one.as_ref().clone()
        };
        let read: Vec<Qualification> = read.qualifications().map(packed).collect();
        let shipped: Vec<Qualification> = shipped.qualifications().map(packed).collect();
        assert_eq!(shipped, read);
    }
}
