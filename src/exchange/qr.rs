//! A text as a QR code (ISO/IEC 18004), for a screen to draw.
//!
//! The one file that knows the crate that makes them. It was weighed: 3.5 KB after Brotli, where an
//! encoder of our own that can do no more than this took 3.2.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The longest text that a code holds, in bytes.
pub const LONGEST: usize = 2_953;

/// A code: a square of dark and light modules.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(QrCode);

/// The smallest code of a text that can be read where as much as 15 % of it cannot be seen, or, if the
/// text is too long for that, 7 %; `None` where it is longer than [`LONGEST`].
#[must_use]
pub fn code(text: &str) -> Option<Code> {
    if text.len() > LONGEST {
        return None;
    }
    // As bytes: a link has small and large letters, which the shorter ways of writing do not.
    let segment = [QrSegment::make_bytes(text.as_bytes())];
    let (least, most) = (Version::MIN, Version::MAX);
    let mut levels = [QrCodeEcc::Medium, QrCodeEcc::Low].into_iter();
    levels.find_map(|level| {
        let code = QrCode::encode_segments_advanced(&segment, level, least, most, None, false);
        code.ok().map(Code)
    })
}

impl Code {
    /// How many modules it is wide and high, without the four light ones that have to stand round it.
    #[must_use]
    pub fn size(&self) -> usize {
        usize::try_from(self.0.size()).unwrap_or(0)
    }

    /// True where the module of this column and row, from 0 at the top left, is dark. What stands
    /// round the code is light.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let place = |at| i32::try_from(at).unwrap_or(-1);
        self.0.get_module(place(x), place(y))
    }

    /// The dark modules as the path of an SVG, in which a module is 1 wide and high: a rectangle for
    /// each run of a row.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.size() {
            let mut from = 0;
            // One beyond the end of the row is light, and ends its last run.
            for x in 0..=self.size() {
                if !self.is_dark(x, y) {
                    if from < x {
                        let run = x - from;
                        // Writing into a text does not fail.
                        let _ = write!(path, "M{from},{y}h{run}v1h-{run}z");
                    }
                    from = x + 1;
                }
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::link;
    use crate::plan::{Action, Plan};
    use crate::qualification::{QualificationId, UnitCode};
    use crate::saved_plans::{CatalogueVersion, PlanSnapshot};
    use rqrr::{Grid, MetaData, PreparedImage, SimpleGrid};

    /// What a reader that shares nothing with the writer reads.
    fn read(code: &Code) -> (MetaData, String) {
        let grid = SimpleGrid::from_func(code.size(), |x, y| code.is_dark(x, y));
        Grid::new(grid).decode().unwrap()
    }

    fn text(length: usize) -> String {
        let letters = ('-'..='z').cycle();
        letters.skip(length % 7).take(length).collect()
    }

    fn assert_read(text: &str) {
        assert_eq!(read(&code(text).unwrap()).1, text);
    }

    #[test]
    fn a_code_is_read_as_what_was_written() {
        for length in (1..200).chain((200..=2_000).step_by(40)) {
            assert_read(&text(length));
        }
        for text in [
            "Siân’s “plan” 🎓",
            "https:",
            "\u{0}",
            "12345",
            "ABC",
            &text(LONGEST),
        ] {
            assert_read(text);
        }
    }

    #[test]
    fn a_link_is_read_as_what_was_written() {
        for units in [0, 1, 12, 60, 400] {
            let codes = (0..units).map(|number| UnitCode::new(&format!("{number:04}")).unwrap());
            let plan = Plan::new(QualificationId::new("8607-diploma").unwrap())
                .after(Action::PickAll(codes.collect()))
                .after(Action::Rename("Siân".to_owned()));
            let (catalogue_version, facts) = (CatalogueVersion::default(), Vec::new());
            let link = link::encode(
                &PlanSnapshot {
                    plan,
                    catalogue_version,
                    facts,
                },
                true,
            );
            assert_read(&["https:", "//planner.example/#qp=", &link].concat());
        }
    }

    #[test]
    fn a_code_is_read_off_a_picture() {
        let text = text(130);
        let code = code(&text).unwrap();
        let (module, border) = (3, 4);
        let side = (code.size() + 2 * border) * module;
        let place = |at: usize| (at / module).wrapping_sub(border);
        let mut picture = PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if code.is_dark(place(x), place(y)) {
                0
            } else {
                255
            }
        });
        let grids = picture.detect_grids();
        assert_eq!(grids[0].decode().unwrap().1, text);
    }

    #[test]
    fn as_much_is_corrected_as_fits_and_what_does_not_fit_has_no_code() {
        let level = |length| {
            let (about, _) = read(&code(&text(length)).unwrap());
            (about.version.0, about.ecc_level)
        };
        let (medium, low) = (0, 1);
        assert_eq!(level(1), (1, medium));
        assert_eq!(level(2_331), (40, medium));
        assert_eq!(level(2_332), (36, low));
        assert_eq!(level(LONGEST), (40, low));
        assert!(code(&text(LONGEST + 1)).is_none());
    }

    #[test]
    fn a_path_has_every_dark_module_once() {
        let code = code(&text(40)).unwrap();
        let path = code.path();
        assert!(path.starts_with("M0,0h7v1h-7z"), "{path}");
        let mut dark = vec![vec![false; code.size()]; code.size()];
        for run in path.split_terminator('z') {
            let numbers = run.trim_start_matches('M').split([',', 'h', 'v']);
            let numbers: Vec<&str> = numbers.collect();
            let [x, y, run, "1", back] = numbers[..] else {
                panic!("{run}");
            };
            assert_eq!(back, format!("-{run}"));
            let number = |text: &str| text.parse::<usize>().unwrap();
            let x = number(x);
            for module in &mut dark[number(y)][x..x + number(run)] {
                assert!(!std::mem::replace(module, true));
            }
        }
        for (x, y) in (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y))) {
            assert_eq!(dark[y][x], code.is_dark(x, y));
        }
    }
}
