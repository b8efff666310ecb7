//! Components of the screens, and the files in which they stand.

use crate::source::rust;

/// Files with more than one component, and those that have another name than theirs.
pub(crate) fn breaches() -> Vec<String> {
    let files = rust().into_iter().filter(|file| file.module == "app");
    files
        .filter_map(|file| {
            let names = names(&file.code);
            let is_well = match names.as_slice() {
                [] => true,
                [name] => subject(&file.path) == file_name(name),
                _ => false,
            };
            (!is_well).then(|| format!("{}: {}", file.path, names.join(", ")))
        })
        .collect()
}

/// What the components of a file are called.
fn names(code: &str) -> Vec<String> {
    let components = code.split("#[component]").skip(1);
    components
        .filter_map(|rest| {
            let (_, name) = rest.split_once("fn ")?;
            let end = name.find(|letter: char| !letter.is_alphanumeric())?;
            name.get(..end).map(ToOwned::to_owned)
        })
        .collect()
}

/// `unit_row` of `UnitRow`.
fn file_name(component: &str) -> String {
    let mut name = String::new();
    for letter in component.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

/// What a file is of by its name; a `mod.rs` by that of its folder.
fn subject(path: &str) -> &str {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.rsplit('/').next().unwrap_or(path)
}

#[test]
fn a_component_names_its_file() {
    let code = "#[component]\npub(super) fn UnitRow(code: u8) -> View {}\nfn tick() {}\n#[component]\nfn Mark<'a>() {}";
    assert_eq!(names(code), ["UnitRow", "Mark"]);
    assert_eq!(file_name("UnitRow"), "unit_row");
    assert_eq!(subject("src/app/screens/plan/unit_row/mod.rs"), "unit_row");
    assert_eq!(subject("src/app/components/mark.rs"), "mark");
}
