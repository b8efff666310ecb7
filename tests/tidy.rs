//! Layer rules, and what else can be held by reading the sources. Each test says what its rule is for.
//! A rule that is in the way is changed here, on purpose and with a reason, or not at all.

#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/components.rs"]
mod components;
#[path = "tidy/documents.rs"]
mod documents;
#[path = "tidy/faults.rs"]
mod faults;
#[path = "tidy/literals.rs"]
mod literals;
#[path = "tidy/recipe.rs"]
mod recipe;
#[path = "tidy/scripts.rs"]
mod scripts;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/style.rs"]
mod style;
#[path = "tidy/tokens.rs"]
mod tokens;
#[path = "tidy/words.rs"]
mod words;

use source::rust;

/// Each module of `src/` and the modules that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("reading", &[]),
    ("qualification", &[]),
    ("plan", &["qualification"]),
    ("solve", &[]),
    ("assess", &["plan", "qualification", "solve"]),
    ("saved_plans", &["plan", "qualification", "reading"]),
    (
        "exchange",
        &["saved_plans", "plan", "qualification", "reading"],
    ),
    ("names", &["qualification"]),
    ("catalogue", &["qualification", "reading"]),
    ("shipped", &["catalogue", "qualification"]),
    (
        "wording",
        &[
            "assess",
            "catalogue",
            "saved_plans",
            "exchange",
            "names",
            "plan",
            "qualification",
            "reading",
        ],
    ),
    (
        "editor",
        &[
            "assess",
            "saved_plans",
            "names",
            "plan",
            "qualification",
            "reading",
            "wording",
        ],
    ),
    (
        "app",
        &[
            "assess",
            "catalogue",
            "saved_plans",
            "drawing",
            "editor",
            "exchange",
            "names",
            "plan",
            "qualification",
            "reading",
            "wording",
        ],
    ),
    (
        "cli",
        &[
            "assess",
            "catalogue",
            "saved_plans",
            "exchange",
            "names",
            "plan",
            "qualification",
            "reading",
            "wording",
        ],
    ),
    (
        "pages",
        &[
            "assess",
            "catalogue",
            "drawing",
            "editor",
            "qualification",
            "reading",
            "wording",
        ],
    ),
    ("drawing", &[]),
    ("bin", &["catalogue", "cli", "pages"]),
    ("embed", &["app"]),
    ("main", &["embed"]),
    ("lib", &[]),
];

/// The modules whose files do not need each other in a circle.
const WITHOUT_CIRCLES: &[&str] = &[
    "app",
    "assess",
    "catalogue",
    "cli",
    "saved_plans",
    "editor",
    "embed",
    "exchange",
    "names",
    "pages",
    "plan",
    "qualification",
    "reading",
    "solve",
    "wording",
];

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[
    (
        "src/catalogue/facts.rs",
        "one key of the format after the other, and nothing else",
    ),
    (
        "src/catalogue/rules.rs",
        "one form of rule after the other, and nothing else",
    ),
];
const LONGEST: usize = 250;

/// Fails with every place that breaks a rule, and with what the rule is for.
fn hold(what_for: &str, breaches: &[String]) {
    let count = breaches.len();
    assert!(
        breaches.is_empty(),
        "{what_for}\n{count} places break it:\n  {}",
        breaches.join("\n  ")
    );
}

#[test]
fn each_module_uses_only_the_modules_below_it() {
    let mut breaches = Vec::new();
    for file in rust() {
        let Some((_, allowed)) = LAYERS.iter().find(|(module, _)| *module == file.module) else {
            breaches.push(format!(
                "{}: say in LAYERS what {} may use",
                file.path, file.module
            ));
            continue;
        };
        for (line, used) in file.modules_used() {
            if used != file.module && !allowed.contains(&used.as_str()) {
                breaches.push(format!("{}:{line} uses {used}", file.path));
            }
        }
    }
    hold(
        "Data goes one way: catalogue, qualification, plan, assess, wording, app. A module that \
         reaches up cannot be understood, tested or reused by itself.",
        &breaches,
    );
}

#[test]
fn no_files_of_a_module_need_each_other_in_a_circle() {
    hold(
        "Of two files one is read first. Types that both sides need stand in a file below both.",
        &circles::circles(WITHOUT_CIRCLES),
    );
}

#[test]
fn no_files_of_javascript_bring_each_other_in_a_circle() {
    hold(
        "What two files need of each other stands in a third.",
        &scripts::circles(),
    );
}

#[test]
fn tests_use_no_module_above_their_own_but_the_catalogue() {
    let mut breaches = Vec::new();
    for file in rust() {
        let allowed = LAYERS.iter().find(|(module, _)| *module == file.module);
        for (line, used) in file.modules_used_by_tests() {
            let below = allowed.is_some_and(|(_, below)| below.contains(&used.as_str()));
            if used != file.module && used != "catalogue" && !below {
                breaches.push(format!("{}:{line} tests with {used}", file.path));
            }
        }
    }
    hold(
        "Unit tests take their examples from the shipped catalogue; what needs more modules is a \
         test of the whole and belongs under tests/.",
        &breaches,
    );
}

#[test]
fn every_module_says_what_it_is_for() {
    // A file may leave it to the mod.rs beside it, where that documents the module: rustc warns about
    // a public item without a comment.
    let mut breaches: Vec<String> = rust()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .filter(|file| file.is_mod() || !file.folder_is_documented())
        .map(|file| file.path)
        .collect();
    breaches.sort();
    hold(
        "Each module opens with what it is for and what it does not know.",
        &breaches,
    );
}

#[test]
fn files_fit_a_reader() {
    let breaches: Vec<String> = rust()
        .into_iter()
        .map(|file| (file.code_lines(), file.path))
        .filter(|(lines, path)| {
            *lines > LONGEST && !LONGER.iter().any(|(longer, _)| longer == path)
        })
        .map(|(lines, path)| format!("{path}: {lines} lines of code before its tests"))
        .collect();
    hold(
        "A file of more than 250 lines is two files, or has its reason in LONGER.",
        &breaches,
    );
}

#[test]
fn a_component_has_a_file_of_its_own_that_is_called_after_it() {
    hold(
        "Who looks for a component finds it by its name. What is too small for a file is a function \
         beside the component that shows it.",
        &components::breaches(),
    );
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    let mut texts: Vec<(String, String)> = rust()
        .into_iter()
        .map(|file| (file.path, file.code))
        .collect();
    for (folder, extension) in [("src", "js"), ("style", "css")] {
        let found = source::other(folder, extension).into_iter();
        texts.extend(found.map(|(path, text)| (path, source::without_comments(&text))));
    }
    texts.push(("index.html".into(), source::read("index.html")));
    let mut breaches = Vec::new();
    for (path, text) in texts {
        let text = text.replace("http://www.w3.org/2000/svg", "");
        for address in ["http://", "https://"] {
            if let Some(at) = text.find(address) {
                let rest: String = text[at..].chars().take(60).collect();
                breaches.push(format!("{path}: {rest}"));
            }
        }
    }
    hold(
        "The planner asks nobody but its own server, and tracks nobody.",
        &breaches,
    );
}

#[test]
fn every_fault_has_a_test_in_the_core_and_in_the_browser() {
    hold(
        "What is promised in the table of faults is held by a test that is there.",
        &faults::breaches(),
    );
}

#[test]
fn every_class_is_styled_and_every_style_is_used() {
    hold(
        "A class without a style is a typing error or a leftover, and so is a style without use.",
        &style::breaches(),
    );
}

#[test]
fn crates_of_the_browser_are_optional() {
    let manifest = source::read("Cargo.toml");
    let (_, dependencies) = manifest.split_once("\n[dependencies]\n").unwrap();
    let (dependencies, _) = dependencies.split_once("\n[").unwrap();
    let always = ["qrcodegen", "serde", "serde_json"];
    let breaches: Vec<String> = dependencies
        .lines()
        .filter(|line| !line.starts_with([' ', '#', ']', '"']))
        .filter_map(|line| line.split_once(" = "))
        .filter(|(name, value)| !always.contains(name) && !value.contains("optional = true"))
        .map(|(name, _)| name.to_owned())
        .collect();
    hold(
        "`--no-default-features` builds the core and nothing of the browser.",
        &breaches,
    );
}
