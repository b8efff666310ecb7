//! Makes the JavaScript glue for a WebAssembly file: `wasm-bindgen --target web --no-typescript
//! --out-dir DIR --out-name NAME FILE.wasm`. Called by tools/build.sh, and by Trunk, which also
//! asks for `--version`. Any other option is refused, so that nothing is silently different from
//! the full wasm-bindgen-cli.

use std::{env, process::ExitCode};
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
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .omit_default_module_path(false)
        .typescript(false);
    if let Some(name) = name {
        bindgen.out_name(&name);
    }
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| format!("{error:#}"))
}
