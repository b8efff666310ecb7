//! Findings about the units of a file, before any qualification is looked at.

use std::collections::BTreeMap;

use super::finding::Finding;
use crate::catalogue::{Reading, locate, near};
use crate::qualification::{Size, Unit, UnitCode};
use crate::wording;
use crate::wording::command::lint_units::{self as say, hint};

/// Units that nobody names, and sizes that nobody has. While a qualification is left out, these are
/// not known.
pub(super) fn findings(reading: &Reading) -> Vec<Finding> {
    let Some(file) = reading.file.as_ref().filter(|_| reading.left_out == 0) else {
        return Vec::new();
    };
    let named = file.qualifications.iter().flat_map(|one| &one.units);
    let mut named: BTreeMap<&UnitCode, &Unit> = named.map(|unit| (&unit.code, unit)).collect();
    let unused = reading
        .units
        .iter()
        .filter(|(_, code)| !named.contains_key(code));
    let mut found: Vec<Finding> = unused
        .map(|(place, code)| unused_unit(*place, code))
        .collect();
    named.extend(file.unnamed.iter().map(|unit| (&unit.code, unit)));
    let mut sizes: Vec<&Size> = file.qualifications.iter().map(|one| &one.size).collect();
    sizes.dedup();
    for (place, code) in &reading.units {
        let of_unit = named.get(code).map(|unit| unit.sizes.iter().enumerate());
        let unknown = of_unit.into_iter().flatten();
        let unknown = unknown.filter(|(_, size)| !sizes.contains(size));
        found.extend(unknown.map(|(number, size)| unknown_size(*place, number, size, &sizes)));
    }
    found
}

fn unused_unit(place: usize, code: &UnitCode) -> Finding {
    Finding::new(
        format!("units[{place}]"),
        "unused-unit",
        say::unused_unit(code),
        say::put_into_group(code),
    )
}

fn unknown_size(place: usize, number: usize, size: &Size, sizes: &[&Size]) -> Finding {
    let meant = near(size.name(), sizes.iter().map(|size| size.key()));
    Finding::new(
        format!("units[{place}].sizes[{number}]"),
        "unknown-size",
        say::unknown_size(size.name(), &wording::meant(&meant)),
        hint::SIZE_AS_THERE,
    )
}

/// The units of which the file says that they have no level.
pub(super) fn levelless(text: &str, reading: &Reading) -> Vec<UnitCode> {
    let units = reading.units.iter();
    let paths: Vec<String> = units
        .map(|(place, _)| format!("units[{place}].level"))
        .collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let units = reading.units.iter().zip(locate(text, &paths));
    let without = units.filter(|(_, there)| there.found == "\"none\"");
    without.map(|((_, code), _)| code.clone()).collect()
}
