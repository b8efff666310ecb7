//! Packs the shipped catalogues for the program, and keeps in it what tells a function from the next, so
//! that tools/bindgen can split it into parts.

#![allow(
    clippy::pedantic,
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the modules are judged as a part of the program"
)]

use std::{env, fs, io, path::Path, sync::Arc};

use catalogue::{File, SHIPPED};
use qualification::{Packed, Qualification};

// The program’s own reader of catalogue files, of which the build uses a part.
#[path = "src/catalogue/mod.rs"]
mod catalogue;
#[path = "src/qualification/mod.rs"]
mod qualification;
#[path = "src/reading/mod.rs"]
mod reading;

fn main() -> io::Result<()> {
    for read in [
        "build.rs",
        "src/catalogue",
        "src/qualification",
        "src/reading",
    ] {
        println!("cargo:rerun-if-changed={read}");
    }
    let variable = |name| env::var(name).unwrap_or_default();
    if variable("CARGO_CFG_TARGET_ARCH") == "wasm32" {
        println!("cargo:rustc-link-arg-bin=qualification-planner=--emit-relocs");
    }
    let files: Vec<File> = SHIPPED
        .iter()
        .filter_map(|(_, text)| catalogue::read(text).file)
        .collect();
    let write = |name, packed| fs::write(Path::new(&variable("OUT_DIR")).join(name), packed);
    let (mut packed, mut about) = (Vec::new(), Vec::new());
    files.pack(&mut packed);
    // What units are about comes later than they do.
    let of_file = |file: &File| {
        let own = |one: &Arc<Qualification>| one.about.get().cloned().unwrap_or_default();
        let first = file.qualifications.first();
        let units = first.map(|one| own(one).units).unwrap_or_default();
        let all = file.qualifications.iter();
        let all = all.map(|one| (one.id.clone(), own(one).subjects));
        (units, all.collect::<Vec<_>>())
    };
    files
        .iter()
        .map(of_file)
        .collect::<Vec<_>>()
        .pack(&mut about);
    write("catalogue", packed)?;
    write("about", about)
}
