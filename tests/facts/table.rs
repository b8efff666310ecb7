//! Comparing a table of facts with what the catalogue holds, cell by cell and in both directions.

use std::collections::{BTreeMap, BTreeSet};

/// One table beside the same facts as the catalogue has them.
pub(crate) struct Comparison {
    file: &'static str,
    key: &'static [&'static str],
    columns: Vec<String>,
    /// Line number and cells of each row of the table.
    printed: Vec<(u64, BTreeMap<String, String>)>,
    /// Cells of each row made from the catalogue.
    held: Vec<BTreeMap<&'static str, String>>,
}

impl Comparison {
    /// Reads `tests/facts/{file}`. The cells under `key` name a row.
    pub(crate) fn with(file: &'static str, key: &'static [&'static str]) -> Self {
        let path = format!("{}/tests/facts/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        Self::of(file, key, &text)
    }

    fn of(file: &'static str, key: &'static [&'static str], text: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(str::to_owned)
            .collect();
        let printed = reader
            .records()
            .map(|record| {
                let record = record.unwrap();
                let line = record.position().map_or(0, csv::Position::line);
                let cells = columns.iter().cloned();
                (line, cells.zip(record.iter().map(str::to_owned)).collect())
            })
            .collect();
        Self {
            file,
            key,
            columns,
            printed,
            held: Vec::new(),
        }
    }

    /// The rows of the table, column by name.
    pub(crate) fn printed(&self) -> impl Iterator<Item = &BTreeMap<String, String>> {
        self.printed.iter().map(|(_, cells)| cells)
    }

    /// Adds a row made from the catalogue.
    pub(crate) fn holds<const N: usize>(&mut self, cells: [(&'static str, String); N]) {
        self.held.push(cells.into_iter().collect());
    }

    /// Adds a column to the table, made from the others, for its key.
    pub(crate) fn derive(
        &mut self,
        column: &str,
        cell: impl Fn(&BTreeMap<String, String>) -> &str,
    ) {
        for (_, cells) in &mut self.printed {
            let cell = cell(cells).to_owned();
            cells.insert(column.to_owned(), cell);
        }
    }

    /// Puts the words in the table's cells of a column in order, where their order says nothing.
    pub(crate) fn sort_words_of(&mut self, column: &str) {
        for (_, cells) in &mut self.printed {
            if let Some(cell) = cells.get_mut(column) {
                let mut words: Vec<&str> = cell.split(' ').collect();
                words.sort_unstable();
                *cell = words.join(" ");
            }
        }
    }

    /// Fails with every difference there is. The columns of `apart` have nothing to compare with
    /// in the catalogue, or are compared elsewhere.
    pub(crate) fn finish(&self, apart: &[&str]) {
        let differences = self.differences(apart);
        assert!(
            differences.is_empty(),
            "{} differences; the documents decide who is right:\n{}",
            differences.len(),
            differences.join("\n")
        );
    }

    fn differences(&self, apart: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        let mut compared: BTreeSet<&str> = apart.iter().copied().collect();
        compared.extend(self.key);
        let mut seen = BTreeSet::new();
        for (line, printed) in &self.printed {
            let key = self.key_of(|column| printed.get(column));
            let place = format!("tests/facts/{} line {line}, row {key}", self.file);
            if !seen.insert(key.clone()) {
                found.push(format!("{place}: stands twice in the table"));
            }
            let mut held = self
                .held
                .iter()
                .filter(|held| self.key_of(|column| held.get(column)) == key);
            let Some(first) = held.next() else {
                found.push(format!("{place}: expected, but the catalogue has none"));
                continue;
            };
            if held.next().is_some() {
                found.push(format!("{place}: stands twice in the catalogue"));
            }
            for (column, actual) in first {
                compared.insert(column);
                let expected = printed
                    .get(*column)
                    .map_or("no such column", String::as_str);
                let agrees = match *column {
                    "heading" => is_part_of(actual, expected),
                    _ => expected == actual,
                };
                if !agrees {
                    found.push(format!(
                        "{place}, column {column}: expected {expected:?}, actual {actual:?}"
                    ));
                }
            }
        }
        for held in &self.held {
            let key = self.key_of(|column| held.get(column));
            if !seen.contains(&key) {
                found.push(format!(
                    "tests/facts/{}: no row {key}, but the catalogue has one: {held:?}",
                    self.file
                ));
            }
        }
        for column in &self.columns {
            if !compared.contains(column.as_str()) {
                found.push(format!(
                    "tests/facts/{}: nobody compared column {column}",
                    self.file
                ));
            }
        }
        found
    }

    fn key_of<'a>(&self, cell: impl Fn(&'static str) -> Option<&'a String>) -> String {
        let cells: Vec<&str> = self
            .key
            .iter()
            .map(|column| cell(column).map_or("no such column", String::as_str))
            .collect();
        cells.join(" / ")
    }
}

/// Whether a heading of the catalogue, which gives the outer or the inner one alone, is that of
/// the table, which gives the whole way to it.
fn is_part_of(heading: &str, way: &str) -> bool {
    let inner = way
        .strip_suffix(heading)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(", "));
    let outer = way
        .strip_prefix(heading)
        .is_some_and(|rest| rest.starts_with(", "));
    !heading.is_empty() && (inner || outer)
}

/// The text of a number that may be absent: empty where it is.
pub(crate) fn text_of(number: Option<u32>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

#[test]
fn a_comparison_names_every_cell_that_differs_and_every_row_too_few_or_too_many() {
    let text = "code,credits,heading,spare\na,1,\"Outer, Inner\",x\nb,2,Inner,x\nc,3,Inner,x\n";
    let mut table = Comparison::of("made-up.csv", &["code"], text);
    for (code, credits, heading) in [
        ("a", "1", "Inner"),
        ("b", "3", "Other"),
        ("d", "4", "Inner"),
    ] {
        table.holds([
            ("code", code.to_owned()),
            ("credits", credits.to_owned()),
            ("heading", heading.to_owned()),
        ]);
    }
    let found = table.differences(&[]);
    let expected = [
        "made-up.csv line 3, row b, column credits: expected \"2\", actual \"3\"",
        "made-up.csv line 3, row b, column heading: expected \"Inner\", actual \"Other\"",
        "made-up.csv line 4, row c: expected, but the catalogue has none",
        "made-up.csv: no row d, but the catalogue has one",
        "made-up.csv: nobody compared column spare",
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.contains(expected), "{found}\n{expected}");
    }
}
