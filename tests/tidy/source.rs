//! Source files as the tests of layer rules read them: without comments and without their tests.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Source {
    /// From the root of the repository.
    pub(crate) path: String,
    /// The first folder below `src/`, or the file's own name.
    pub(crate) module: String,
    pub(crate) text: String,
    /// Without comments; lines keep their numbers.
    pub(crate) code: String,
    /// The line, from 0, on which its tests begin.
    tests: usize,
}

/// Every Rust file of `src/`.
pub(crate) fn rust() -> Vec<Source> {
    other("src", "rs")
        .into_iter()
        .map(|(path, text)| {
            let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
            let module = inside.split('/').next().unwrap_or(inside).to_owned();
            let code = without_comments(&text);
            let lines: Vec<&str> = code.lines().collect();
            let tests = lines
                .windows(2)
                .position(|two| {
                    two[0].trim() == "#[cfg(test)]"
                        && two[1].contains("mod ")
                        && two[1].ends_with('{')
                })
                .unwrap_or(lines.len());
            Source {
                path,
                module,
                text,
                code,
                tests,
            }
        })
        .collect()
}

/// Path and text of every file of this extension below a folder.
pub(crate) fn other(folder: &str, extension: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                found.push((name.to_owned(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

impl Source {
    /// Number and code of each line before the tests, attributes left out.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.part(0, self.tests)
            .filter(|(_, line)| !line.trim_start().starts_with("#["))
    }

    fn part(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.code.lines().enumerate();
        lines
            .skip(from)
            .take(to - from)
            .map(|(index, line)| (index + 1, line))
    }

    /// How many lines of code stand before the tests, without comments and empty lines.
    pub(crate) fn code_lines(&self) -> usize {
        self.lines()
            .filter(|(_, line)| !line.trim().is_empty())
            .count()
    }

    pub(crate) fn is_mod(&self) -> bool {
        self.path.ends_with("/mod.rs") || self.path.matches('/').count() == 1
    }

    /// True where the mod.rs beside it says what the folder is for.
    pub(crate) fn folder_is_documented(&self) -> bool {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let parent = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(folder)
            .join("mod.rs");
        fs::read_to_string(parent).is_ok_and(|text| text.starts_with("//! "))
    }

    /// Line and name of every module that the code names.
    pub(crate) fn modules_used(&self) -> Vec<(usize, String)> {
        self.modules_of(0, self.tests)
    }

    pub(crate) fn modules_used_by_tests(&self) -> Vec<(usize, String)> {
        self.modules_of(self.tests, self.code.lines().count())
    }

    fn modules_of(&self, from: usize, to: usize) -> Vec<(usize, String)> {
        let depth = self.path.matches('/').count() - usize::from(self.path.ends_with("/mod.rs"));
        let lines: Vec<&str> = self.part(from, to).map(|(_, line)| line).collect();
        let used = modules_in(&lines.join("\n"), depth.max(1)).into_iter();
        used.map(|(line, module)| (from + line, module)).collect()
    }
}

/// Line and name of each module behind `crate::`, also in braces, and behind as many `super::` as
/// lead from `depth` modules down to the root.
fn modules_in(code: &str, depth: usize) -> Vec<(usize, String)> {
    let up = "super::".repeat(depth);
    let mut modules = Vec::new();
    for root in ["crate::", "qualification_planner::", up.as_str()] {
        for (at, _) in code.match_indices(root) {
            let line = 1 + code[..at].matches('\n').count();
            let rest = &code[at + root.len()..];
            let names = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or(list).split(',').collect(),
                None => vec![rest],
            };
            for name in names {
                let name: String = name
                    .trim_start()
                    .chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect();
                if !name.is_empty() && name != "super" {
                    modules.push((line, name));
                }
            }
        }
    }
    modules.sort();
    modules
}

/// The words of a line of code: names with a following `!`, and paths both whole and in pieces.
pub(crate) fn words(line: &str) -> impl Iterator<Item = &str> {
    let name = |letter: char| letter.is_alphanumeric() || "_!.:".contains(letter);
    line.split(move |letter| !name(letter)).flat_map(|path| {
        let path = path.trim_matches([':', '.']);
        std::iter::once(path)
            .chain(path.split([':', '.']).filter(move |word| *word != path))
            .filter(|word| !word.is_empty())
    })
}

/// A text without `//` and `/* */` comments. Lines stay where they are; what stands in quotes
/// stays too.
pub(crate) fn without_comments(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            let length = rest.find("*/").map_or(rest.len(), |at| at + 2);
            code.extend(rest[..length].matches('\n'));
            length
        } else {
            let length = quoted(rest).unwrap_or(letter.len_utf8());
            code.push_str(&rest[..length]);
            length
        };
        rest = &rest[length..];
    }
    code
}

/// The length of the quoted text that `text` begins with.
fn quoted(text: &str) -> Option<usize> {
    if let Some(raw) = text.strip_prefix("r#\"") {
        return raw.find("\"#").map(|at| at + 5);
    }
    if text.starts_with("'\"'") {
        return Some(3);
    }
    let mut escaped = false;
    let inside = text.strip_prefix('"')?;
    inside.char_indices().find_map(|(at, letter)| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends.then_some(at + 2)
    })
}

#[test]
fn comments_go_and_quotes_stay() {
    let code = "a(\"// no\"); // yes\n/* b\nc */ d('\"') // e";
    assert_eq!(without_comments(code), "a(\"// no\"); \n\n d('\"') ");
}

#[test]
fn words_are_paths_and_their_pieces() {
    let found: Vec<&str> = words("a.unwrap(); panic!(Date::now)").collect();
    for word in ["unwrap", "panic!", "Date::now", "now"] {
        assert!(found.contains(&word), "{word} in {found:?}");
    }
}

#[test]
fn modules_are_seen_in_braces_over_lines_and_behind_super() {
    let code = "use crate::plan::Plan;\nuse crate::{\n    app,\n    saved_plans::keep,\n};\nsuper::super::wording::x";
    let modules = modules_in(code, 2);
    let found: Vec<(usize, &str)> = modules
        .iter()
        .map(|(line, module)| (*line, module.as_str()))
        .collect();
    assert_eq!(
        found,
        [(1, "plan"), (2, "app"), (2, "saved_plans"), (6, "wording")]
    );
}
