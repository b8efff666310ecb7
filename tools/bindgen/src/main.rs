//! Splits a WebAssembly program into the parts that its `wasm_split` functions name, and makes the
//! JavaScript glue for the first: `wasm-bindgen --target web --no-typescript --out-dir DIR --out-name
//! NAME FILE.wasm`. Called by tools/build.sh, and by Trunk, which also asks for `--version`. Any other
//! option is refused, so that nothing is silently different from the full wasm-bindgen-cli.
//!
//! Writes NAME.js, NAME_bg.wasm, a file for each other part, and parts.json: for each name that the
//! program asks for, the files to be loaded. The glue takes the functions that load them from
//! `./parts.js`, which tools/finish.mjs writes.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("wasm-bindgen: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut options = arguments.flat_map(|argument| match argument.split_once('=') {
        Some((name, value)) if name.starts_with("--") => vec![name.to_owned(), value.to_owned()],
        _ => vec![argument],
    });
    let (mut input, mut folder, mut name) = (None, None, None);
    while let Some(option) = options.next() {
        match option.as_str() {
            "--version" => {
                println!("wasm-bindgen {}", wasm_bindgen_shared::version());
                return Ok(());
            }
            "--target" if options.next().as_deref() == Some("web") => {}
            "--no-typescript" => {}
            "--out-dir" => folder = options.next(),
            "--out-name" => name = options.next(),
            file if !file.starts_with('-') => input = Some(option),
            _ => return Err(format!("{option} is not known here; see tools/bindgen")),
        }
    }
    let input = input.ok_or("no .wasm file given")?;
    let folder = folder.ok_or("no --out-dir given")?;
    let name = name.ok_or("no --out-name given")?;
    let main = split(&input, Path::new(&folder))?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(&name, main)
        .out_name(&name)
        // What the parts share with the first: its memory, its table of functions, its stack.
        .keep_lld_exports(true)
        .omit_default_module_path(true)
        .typescript(false);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| format!("{error:#}"))
}

/// The name of the section by which a program can be split.
const RELOCATIONS: &[u8] = b"reloc.CODE";

/// Writes every part but the first, and what each name loads; returns the first part.
fn split(input: &str, folder: &Path) -> Result<Vec<u8>, String> {
    let cannot = |what: &str, why: &dyn std::fmt::Display| format!("{what}: {why}");
    let program = fs::read(input).map_err(|error| cannot(input, &error))?;
    // Where the linker has left nothing to split by, as in the benchmarks, it is one part.
    if !program
        .windows(RELOCATIONS.len())
        .any(|text| text == RELOCATIONS)
    {
        return Ok(program);
    }
    let main = folder.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = "./parts.js";
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| cannot("the program cannot be split", &format!("{error:#}")))?;
    let names: BTreeMap<_, _> = split.prefetch_map.into_iter().collect();
    let names: Vec<String> = names
        .iter()
        .map(|(name, files)| format!("{name:?}:{files:?}"))
        .collect();
    let list = format!("{{{}}}\n", names.join(","));
    let first = fs::read(&main);
    fs::write(folder.join("parts.json"), list)
        .and_then(|()| fs::remove_file(&main))
        .and_then(|()| fs::remove_file(folder.join("parts.js")))
        .and(first)
        .map_err(|error| cannot("the parts", &error))
}
