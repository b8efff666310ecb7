//! Circles among the files of a module: which file needs which, read off their tokens.
//!
//! A file needs another where it names something that is defined there, by a `use` or by a path, or
//! calls a method that is there in an `impl` of a type of a third file. What a `mod.rs` passes on with
//! `pub use` is looked for where it is defined, so that passing on makes no circle. Tests are left out, and so
//! is an `impl` of a trait: who calls that needs to know only the trait.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::source::{Source, rust};
use crate::tokens::{code, end_of_item, is_mark, is_name};

/// Names from the root of the crate: `assess`, `forms`, `amount`.
type Path = Vec<String>;

/// What one file says.
#[derive(Default)]
struct File {
    path: String,
    module: Path,
    /// What each `use` brings: its name here, the path as written, and whether it is passed on.
    uses: Vec<(String, Path, bool)>,
    /// Every path of two names or more, outside of `use`.
    paths: BTreeSet<Path>,
    /// Every name outside of `use`.
    names: BTreeSet<String>,
    calls: BTreeSet<String>,
    /// Every function and method that it defines.
    functions: BTreeSet<String>,
    /// The types that have an `impl` here that is of no trait, each with a method of it.
    methods: Vec<(Path, String)>,
}

/// For each file of a module those that it needs there, with one name for which it does.
pub(crate) type Needs = BTreeMap<String, BTreeMap<String, String>>;

/// The files of each of these modules that stand in a circle, or between two, each with what it needs of
/// them.
pub(crate) fn circles(modules: &[&str]) -> Vec<String> {
    let files: Vec<File> = rust().iter().map(File::read).collect();
    let modules = modules.iter();
    modules
        .flat_map(|module| left_of(needs(&files, module)))
        .collect()
}

/// What is left when files that need none of the rest, or that none of the rest needs, have gone.
pub(crate) fn left_of(mut needs: Needs) -> Vec<String> {
    loop {
        let before = needs.len();
        let needed: BTreeSet<String> = needs.values().flat_map(BTreeMap::keys).cloned().collect();
        needs.retain(|file, of| !of.is_empty() && needed.contains(file));
        let left: BTreeSet<String> = needs.keys().cloned().collect();
        for of in needs.values_mut() {
            of.retain(|file, _| left.contains(file));
        }
        if needs.len() == before {
            break;
        }
    }
    let lines = needs.iter().flat_map(|(file, of)| {
        let line =
            move |(other, name): (&String, &String)| format!("{file} needs {other} ({name})");
        of.iter().map(line)
    });
    lines.collect()
}

fn needs(files: &[File], module: &str) -> Needs {
    let by_module: BTreeMap<&[String], &File> = files
        .iter()
        .map(|file| (file.module.as_slice(), file))
        .collect();
    let in_module = |file: &&File| file.module.first().is_some_and(|first| first == module);
    let of_module: Vec<&File> = files.iter().filter(in_module).collect();
    let find = |file: &File, path: &[String]| defined_in(&by_module, file, path, 0);
    // Methods that are not beside their types, where no other function is called so: name, type, file.
    let mut apart: Vec<(&str, &str, &str)> = Vec::new();
    for file in &of_module {
        for (of, method) in &file.methods {
            let mut others = of_module.iter().filter(|other| other.path != file.path);
            let beside = find(file, of).is_none_or(|known| known == file.path);
            if let Some(of) = of.last()
                && !beside
                && !others.any(|other| other.functions.contains(method))
            {
                apart.push((method, of, &file.path));
            }
        }
    }
    let mut needs = Needs::new();
    for file in of_module {
        let is_parent = file.path.ends_with("/mod.rs");
        let uses = file
            .uses
            .iter()
            .filter(|(name, _, passed_on)| !(*passed_on && is_parent) || file.names.contains(name));
        let paths = uses.map(|(_, path, _)| path).chain(&file.paths);
        let named = paths.filter_map(|path| Some((find(file, path)?, path.last()?.as_str())));
        let called = apart
            .iter()
            .filter(|(method, of, _)| file.calls.contains(*method) && file.names.contains(*of))
            .map(|(method, _, other)| (*other, *method));
        let of: BTreeMap<String, String> = named
            .chain(called)
            .filter(|(other, _)| *other != file.path)
            .map(|(other, name)| (other.to_owned(), name.to_owned()))
            .collect();
        needs.insert(file.path.clone(), of);
    }
    needs
}

/// The file that defines what a path names in another; nothing where that is a module or no part of
/// the crate.
fn defined_in<'a>(
    files: &BTreeMap<&[String], &'a File>,
    from: &File,
    path: &[String],
    depth: usize,
) -> Option<&'a str> {
    let (first, rest) = path.split_first()?;
    let (mut at, mut rest): (Path, &[String]) = match first.as_str() {
        "crate" => (Path::new(), rest),
        "self" => (from.module.clone(), rest),
        "super" => (parent(&from.module)?, rest),
        _ => (from.module.clone(), path),
    };
    while let Some(("super", after)) = rest.split_first().map(|(one, after)| (one.as_str(), after))
    {
        (at, rest) = (parent(&at)?, after);
    }
    loop {
        let (next, after) = rest.split_first()?;
        let module = files.get(at.as_slice())?;
        let mut child = at.clone();
        child.push(next.clone());
        let passed_on = module.uses.iter().find(|(name, ..)| name == next);
        if files.contains_key(child.as_slice()) && !(after.is_empty() && passed_on.is_some()) {
            (at, rest) = (child, after);
            continue;
        }
        let Some((_, through, _)) = passed_on else {
            // A single name of the file's own says nothing of others.
            return (depth > 0 || path.len() > rest.len()).then_some(module.path.as_str());
        };
        let path: Path = through.iter().chain(after).cloned().collect();
        // A `use` of a crate goes round for ever where it is called as something in it.
        return (depth < 8).then(|| defined_in(files, module, &path, depth + 1))?;
    }
}

fn parent(module: &[String]) -> Option<Path> {
    module.split_last().map(|(_, above)| above.to_vec())
}

impl File {
    fn read(source: &Source) -> Self {
        let mut file = Self::named(&source.path);
        file.walk(source.text.parse().unwrap());
        file
    }

    fn named(path: &str) -> Self {
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = inside.trim_end_matches("/mod").split('/');
        let module = module.filter(|name| *name != "lib");
        Self {
            path: path.to_owned(),
            module: module.map(str::to_owned).collect(),
            ..Self::default()
        }
    }

    fn walk(&mut self, tokens: TokenStream) {
        let tokens = code(tokens);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            match token {
                // `pub(in path)` says who may look in.
                TokenTree::Group(_) if before.is_some_and(|before| is_name(before, "pub")) => {}
                TokenTree::Group(group) => self.walk(group.stream()),
                TokenTree::Ident(_) if is_name(token, "use") => {
                    let end = end_of_item(&tokens, at);
                    let tree: TokenStream = tokens[at + 1..end].iter().cloned().collect();
                    let passed_on = before.is_some_and(|before| {
                        let of_pub = matches!(before, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis);
                        of_pub || is_name(before, "pub")
                    });
                    self.bring(tree, &Path::new(), passed_on);
                    at = end;
                }
                TokenTree::Ident(name) => {
                    let (path, end) = path_at(&tokens, at);
                    if is_name(token, "impl") {
                        self.implement(&tokens[at + 1..]);
                    } else if before.is_some_and(|before| is_name(before, "fn")) {
                        self.functions.insert(name.to_string());
                    } else if before.is_some_and(|before| is_name(before, "mod")) {
                        // It is there, and not named.
                    } else if is_mark(before, '.') {
                        self.calls.insert(name.to_string());
                    } else {
                        self.names.insert(name.to_string());
                        if path.len() > 1 {
                            self.calls.extend(path.last().cloned());
                            self.paths.insert(path);
                        }
                    }
                    at = end;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// What a `use` brings, from the tree behind a path.
    fn bring(&mut self, tree: TokenStream, behind: &[String], passed_on: bool) {
        let mut path = behind.to_vec();
        let mut tokens = tree.into_iter();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let all: Vec<TokenTree> = group.stream().into_iter().collect();
                    for one in all.split(|token| is_mark(Some(token), ',')) {
                        self.bring(one.iter().cloned().collect(), &path, passed_on);
                    }
                    return;
                }
                TokenTree::Ident(name) if name == "as" => {
                    let name = tokens.next().map(|name| name.to_string());
                    self.uses.push((name.unwrap_or_default(), path, passed_on));
                    return;
                }
                TokenTree::Ident(name) if name == "self" && !path.is_empty() => {}
                TokenTree::Ident(name) => path.push(name.to_string()),
                // All that is there: the file itself is needed then.
                TokenTree::Punct(mark) if mark.as_char() == '*' => path.push("*".to_owned()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
        if let Some(name) = path.last().filter(|_| path.len() > 1) {
            self.uses.push((name.clone(), path, passed_on));
        }
    }

    /// The methods of an `impl` that is of no trait; `tokens` are what follows the word.
    fn implement(&mut self, tokens: &[TokenTree]) {
        let mut depth = 0;
        let mut of: Option<Path> = None;
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '<' => depth += 1,
                TokenTree::Punct(mark) if mark.as_char() == '>' => depth -= 1,
                TokenTree::Ident(_) if is_name(token, "for") => return,
                TokenTree::Ident(_) if depth == 0 && of.is_none() => {
                    of = Some(path_at(tokens, at).0);
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    let functions = inside.windows(2).filter(|two| is_name(&two[0], "fn"));
                    for name in functions.map(|two| two[1].to_string()) {
                        self.methods.extend(of.clone().map(|of| (of, name)));
                    }
                    return;
                }
                _ => {}
            }
        }
    }
}

/// The path that begins here, and where its last name stands.
fn path_at(tokens: &[TokenTree], mut at: usize) -> (Path, usize) {
    let mut path = vec![tokens[at].to_string()];
    while is_mark(tokens.get(at + 1), ':')
        && is_mark(tokens.get(at + 2), ':')
        && let Some(TokenTree::Ident(name)) = tokens.get(at + 3)
    {
        path.push(name.to_string());
        at += 3;
    }
    (path, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a module `part` of these files: path within it, and text.
    fn left(files: &[(&str, &str)]) -> Vec<String> {
        let files = files
            .iter()
            .map(|(path, text)| (format!("src/part/{path}"), *text));
        let root = [("src/lib.rs".to_owned(), "mod part;")];
        let files = files.chain(root).map(|(path, text)| {
            let mut file = File::named(&path);
            file.walk(text.parse().unwrap());
            file
        });
        left_of(needs(&files.collect::<Vec<File>>(), "part"))
    }

    #[test]
    fn two_files_that_name_each_other_are_a_circle_and_what_uses_them_is_none() {
        let files = [
            (
                "mod.rs",
                "mod one; mod two; mod three; fn f() { three::g(); }",
            ),
            ("one.rs", "use super::two::{A, B as C}; struct One;"),
            (
                "two.rs",
                "struct A; struct B; fn f() -> crate::part::one::One {}",
            ),
            ("three.rs", "use super::two::A; fn g() {}"),
        ];
        assert_eq!(
            left(&files),
            [
                "src/part/one.rs needs src/part/two.rs (B)",
                "src/part/two.rs needs src/part/one.rs (One)"
            ]
        );
    }

    #[test]
    fn a_module_that_passes_something_on_makes_no_circle_and_one_that_uses_it_does() {
        let one = ("one.rs", "use super::{Two, At}; struct One;");
        let two = ("two.rs", "pub struct Two;");
        let at = |rest: &str| format!("mod one; mod two; pub use two::Two; {rest}");
        let left = |parent: &str| left(&[("mod.rs", parent), one, two]).len();
        assert_eq!(left(&at("pub struct At;")), 0);
        assert_eq!(left(&at("pub struct At(Two);")), 0);
        assert_eq!(left(&at("pub struct At(one::One);")), 2);
        assert_eq!(left(&at("pub use one::One; pub struct At(One);")), 2);
    }

    #[test]
    fn a_module_that_is_brought_is_needed_for_what_is_named_in_it() {
        let files = |text| {
            [
                (
                    "deep/mod.rs",
                    "mod leaf; use super::one; fn f() { one::f() }",
                ),
                ("deep/leaf.rs", "fn g() {}"),
                ("mod.rs", "mod deep; mod one;"),
                ("one.rs", text),
            ]
        };
        assert_eq!(
            left(&files("use super::deep; fn f() { deep::leaf::g() }")).len(),
            0
        );
        assert_eq!(
            left(&files("use super::deep; fn f() { deep::f() }")).len(),
            2
        );
    }

    #[test]
    fn a_method_apart_from_its_type_is_needed_where_it_is_called() {
        let call = "use super::two::Two; fn f(two: &Two) { two.far(); }";
        let files = |two| {
            [
                (
                    "one.rs",
                    "use super::two::Two; impl<'a> Two<'a> { fn far(&self) {} }",
                ),
                ("two.rs", two),
                ("call.rs", call),
                ("mod.rs", "mod call; mod one; mod two;"),
            ]
        };
        assert_eq!(left(&files("struct Two<'a>;")).len(), 0);
        assert_eq!(
            left(&files("struct Two<'a>; fn f(two: Two) { two.far() }")).len(),
            2
        );
    }

    #[test]
    fn all_that_is_in_a_file_is_brought_from_it() {
        let files = [
            ("mod.rs", "mod one; mod two;"),
            ("one.rs", "use super::two::*; struct One;"),
            ("two.rs", "use super::one::One; use elsewhere::prelude::*;"),
        ];
        assert_eq!(left(&files).len(), 2);
    }

    #[test]
    fn tests_comments_texts_and_who_may_look_in_need_nothing() {
        let files = [
            ("mod.rs", "mod one; mod two;"),
            (
                "one.rs",
                "use super::two::Two; pub(in super::two) struct One;",
            ),
            (
                "two.rs",
                "// super::one::One\nfn f() { \"super::one::One\" } struct Two; #[cfg(test)] mod tests { use super::one::One; }",
            ),
        ];
        assert_eq!(left(&files), [""; 0]);
    }
}
