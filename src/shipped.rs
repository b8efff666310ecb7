//! The seven qualifications that come with the planner, as `build.rs` packs them: without the reader
//! of catalogue files, which few visits need.

use crate::catalogue::{Catalogue, File};
use crate::qualification::Packed;

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue"));

impl Catalogue {
    /// The seven qualifications that come with the planner.
    #[must_use]
    pub fn shipped() -> Self {
        let files: Vec<File> = Packed::unpack(&mut &*PACKED).unwrap_or_default();
        files.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{SHIPPED, read};

    #[test]
    fn what_is_packed_says_what_the_files_say() {
        let read: Catalogue = SHIPPED
            .iter()
            .filter_map(|(_, text)| read(text).file)
            .collect();
        assert_eq!(read.qualifications().count(), 7);
        assert_eq!(Catalogue::shipped(), read);
    }
}
