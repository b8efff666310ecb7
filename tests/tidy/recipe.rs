//! The recipe “Add a form of rule” in CONTRIBUTING.md, held to what the forms that are there touch.

use std::collections::BTreeSet;

use crate::hold;
use crate::source;

/// The most files in which a form may have to be named.
const MOST_FILES: usize = 15;

fn text() -> String {
    let text = source::read("CONTRIBUTING.md");
    let (_, recipe) = text.split_once("\n## Add a form of rule\n").unwrap();
    recipe.split_once("\n## ").unwrap().0.to_owned()
}

/// The forms that the recipe has as models.
fn models() -> Vec<String> {
    let text = text();
    let (_, models) = text.split_once("Follow ").unwrap();
    let quoted = models.split('`').skip(1).step_by(2);
    quoted.take(2).map(str::to_owned).collect()
}

/// The recipe's table, which is for every form, and what stands below it, for some.
fn recipe() -> (BTreeSet<String>, BTreeSet<String>) {
    let recipe = text();
    let (table, rest): (Vec<&str>, Vec<&str>) =
        recipe.lines().partition(|line| line.starts_with("| `"));
    (files(&table), files(&rest))
}

/// The Rust files that these lines name.
fn files(lines: &[&str]) -> BTreeSet<String> {
    let text = lines.join("\n");
    let quoted = text.split('`').skip(1).step_by(2);
    let is_file = |text: &&str| {
        let path = text.strip_suffix(".rs");
        path.is_some_and(|path| path.contains('/'))
    };
    quoted.filter(is_file).map(str::to_owned).collect()
}

/// The variants of `Form`.
fn forms() -> Vec<String> {
    let text = source::without_comments(&source::read("src/qualification/rule.rs"));
    let (_, body) = text.split_once("pub enum Form {").unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = lines.filter(|line| line.starts_with(char::is_uppercase));
    variants
        .map(|line| {
            line.chars()
                .take_while(|letter| letter.is_alphabetic())
                .collect()
        })
        .collect()
}

/// The files of the program and its tests that name a form, as `git grep -lw` would find them, but for
/// those that read sources.
fn naming(form: &str) -> BTreeSet<String> {
    let sources = ["src", "tests"].map(|folder| source::other(folder, "rs"));
    let sources = sources.into_iter().flatten();
    sources
        .filter(|(path, _)| !path.starts_with("tests/tidy"))
        .filter(|(_, text)| source::words(&source::without_comments(text)).any(|word| word == form))
        .map(|(path, _)| path)
        .collect()
}

/// The files of the program that take a form apart, as `git grep -l Form::…` would find them.
fn taking_apart(form: &str) -> BTreeSet<String> {
    let variant = format!("Form::{form}");
    let files = source::rust().into_iter();
    files
        .filter(|file| source::words(&file.code).any(|word| word == variant))
        .map(|file| file.path)
        .collect()
}

#[test]
fn the_recipe_for_a_form_names_every_file_that_it_touches() {
    let (always, sometimes) = recipe();
    let forms = forms();
    assert!(forms.len() >= 10, "{forms:?}");
    let mut breaches = Vec::new();
    for form in &forms {
        let naming = naming(form);
        let missing = always.difference(&naming);
        breaches.extend(missing.map(|file| format!("{file} does not name {form}")));
        let apart = taking_apart(form).into_iter();
        // Each form has a file of its own there.
        let apart = apart.filter(|file| !file.starts_with("src/assess/forms/"));
        let unknown = apart.filter(|file| !always.contains(file) && !sometimes.contains(file));
        breaches.extend(unknown.map(|file| format!("the recipe has no {file}, where {form} is")));
    }
    for model in models() {
        assert!(forms.contains(&model), "{model} is no form");
        let naming = naming(&model);
        let unknown = naming
            .iter()
            .filter(|file| !always.contains(*file) && !sometimes.contains(*file));
        breaches
            .extend(unknown.map(|file| format!("the recipe has no {file}, which names {model}")));
    }
    hold(
        "Who adds a form of rule by the recipe has been everywhere.",
        &breaches,
    );
}

#[test]
fn a_form_is_named_in_few_files() {
    let models = models().into_iter().map(|form| {
        let files = naming(&form);
        (form, files)
    });
    let all = forms().into_iter().map(|form| {
        let files = taking_apart(&form);
        (form, files)
    });
    let breaches: Vec<String> = models
        .chain(all)
        .inspect(|(form, files)| assert!(!files.is_empty(), "{form} is named nowhere"))
        .filter(|(_, files)| files.len() > MOST_FILES)
        .map(|(form, files)| format!("{form}: {files:?}"))
        .collect();
    hold(
        "What differs between forms is asked of the form itself, in a method.",
        &breaches,
    );
}
