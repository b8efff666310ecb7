//! The tables of faults in docs/reliability.md: a promise without a test is a wish.

use crate::source;

/// The rows of the tables: fault, promise, tests of the core, tests in the browser.
fn rows() -> Vec<Vec<String>> {
    let text = source::read("docs/reliability.md");
    let is_row = |line: &&str| {
        line.starts_with('|') && !line.starts_with("| Fault |") && !line.starts_with("|---")
    };
    let cells = |line: &str| {
        line.trim_matches('|')
            .split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    text.lines().filter(is_row).map(cells).collect()
}

/// What stands between two marks, each time.
fn between(text: &str, open: char, close: char) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(open) {
        let Some((inside, behind)) = after.split_once(close) else {
            break;
        };
        found.push(inside);
        rest = behind;
    }
    found
}

/// True where a function of this name is a test, and not only called so.
fn is_a_test(native: &str, name: &str) -> bool {
    let found = native.split_once(&format!("fn {name}("));
    found.is_some_and(|(before, _)| {
        let above = before.rsplit_once("}\n").map_or(before, |(_, above)| above);
        above.contains("#[test]")
    })
}

/// What of a row names no test that is there.
pub(crate) fn breaches() -> Vec<String> {
    let mut native: String = source::rust().into_iter().map(|file| file.text).collect();
    native.extend(
        source::other("tests", "rs")
            .into_iter()
            .map(|(_, text)| text),
    );
    let specs = source::other("tests/browser", "mjs");
    let browser: String = specs.iter().map(|(_, text)| text.as_str()).collect();
    let mut breaches = Vec::new();
    let rows = rows();
    assert!(rows.len() >= 30, "{rows:?}");
    for row in rows {
        let [fault, _, core, page] = row.as_slice() else {
            breaches.push(format!("not four cells: {row:?}"));
            continue;
        };
        let functions = between(core, '`', '`');
        let missing = functions.iter().filter(|name| !is_a_test(&native, name));
        breaches.extend(missing.map(|name| format!("{fault}: no test {name}")));
        let files = between(page, '`', '`');
        let there = |name: &str| {
            specs
                .iter()
                .any(|(path, _)| path.ends_with(&format!("/{name}")))
        };
        let missing = files.iter().filter(|name| !there(name));
        breaches.extend(missing.map(|name| format!("{fault}: no file {name}")));
        let names = between(page, '“', '”');
        let begins = |name: &str| {
            ["test(\"", "test(`", "describe(\""]
                .iter()
                .any(|call| browser.contains(&format!("{call}{name}")))
        };
        let missing = names.iter().filter(|name| !begins(name));
        breaches.extend(missing.map(|name| format!("{fault}: no test “{name}”")));
        // What only a browser does, such as asking before a page goes, is tested there alone.
        let in_the_core = !functions.is_empty() || core == "—";
        if !in_the_core || files.is_empty() && names.is_empty() {
            breaches.push(format!("{fault}: without a test"));
        }
    }
    breaches
}
