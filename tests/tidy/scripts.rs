//! Circles among the files of JavaScript: which file brings which, by the addresses in their quotes.

use std::path::{Component, Path};

use crate::circles::{Needs, left_of};
use crate::source::{other, without_comments};

/// The folders with JavaScript, and how their files end.
const FOLDERS: [(&str, &str); 4] = [
    ("src", "js"),
    ("tools", "mjs"),
    ("tests/browser", "mjs"),
    ("tests/node", "mjs"),
];

/// The files that stand in a circle, or between two, each with what it needs of them.
pub(crate) fn circles() -> Vec<String> {
    let files = FOLDERS.map(|(folder, extension)| other(folder, extension));
    left_of(needs(&files.concat()))
}

/// For each file, by its path and text, those of them that it brings.
fn needs(files: &[(String, String)]) -> Needs {
    let mut needs = Needs::new();
    for (path, text) in files {
        let code = without_comments(text);
        let quoted = code.split('"').skip(1).step_by(2);
        let near = quoted.filter(|text| text.starts_with('.'));
        let brought = near.map(|text| (beside(path, text), text.to_owned()));
        let known = brought.filter(|(other, _)| files.iter().any(|(path, _)| path == other));
        needs.insert(path.clone(), known.collect());
    }
    needs
}

/// The path of what one file calls `./name` or `../name`.
fn beside(path: &str, name: &str) -> String {
    let mut found = Path::new(path).to_owned();
    found.pop();
    for part in Path::new(name).components() {
        match part {
            Component::ParentDir => {
                found.pop();
            }
            Component::Normal(part) => found.push(part),
            _ => {}
        }
    }
    found.display().to_string()
}

#[test]
fn files_that_bring_each_other_are_a_circle() {
    let left = |two: &str| {
        let files = [
            (
                "tools/one.mjs",
                "import { a } from \"./deep/two.mjs\"; // from \"./three.mjs\"",
            ),
            ("tools/deep/two.mjs", two),
            (
                "tools/three.mjs",
                "import(\"./one.mjs\"); import fs from \"node:fs\";",
            ),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
        left_of(needs(&files))
    };
    assert_eq!(left(""), [""; 0]);
    assert_eq!(
        left("export {\n  a,\n} from \"../three.mjs\";"),
        [
            "tools/deep/two.mjs needs tools/three.mjs (../three.mjs)",
            "tools/one.mjs needs tools/deep/two.mjs (./deep/two.mjs)",
            "tools/three.mjs needs tools/one.mjs (./one.mjs)"
        ]
    );
}
