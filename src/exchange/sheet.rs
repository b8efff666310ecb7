//! Tables for spreadsheets: comma-separated values that open as what they are.

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Names and codes: a spreadsheet is to leave them as they are.
    Text(String),
    /// Numbers, and days as `2026-11-24`: a spreadsheet may know them for what they are.
    Value(String),
}

/// A table as the text of a CSV file: UTF-8 with a byte-order mark, so that a spreadsheet reads “Siân”
/// and “Gaëlle” as they are written, and lines that end as everywhere else in CSV.
///
/// No cell is taken for a formula: see [`harmless`]. A text that a spreadsheet would take for a day or a
/// number gets an apostrophe in front too: a unit `3-5` would be the third of May.
#[must_use]
pub fn csv(rows: &[Vec<Cell>]) -> String {
    let mut text = "\u{feff}".to_owned();
    let safe = |cell: &Cell| match cell {
        Cell::Text(text) if is_taken_for_a_value(text) => format!("'{text}"),
        Cell::Text(text) | Cell::Value(text) => harmless(text),
    };
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&safe(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell that no spreadsheet takes for a formula: one that begins as a formula does, also behind
/// spaces, gets an apostrophe in front. Learners write names themselves, and a formula may run
/// programs.
#[must_use]
pub fn harmless(cell: &str) -> String {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'];
    let blank = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    let mut safe = String::new();
    if cell.starts_with(['\t', '\r', '\n', '\0']) {
        safe.push('\'');
    }
    // In much of Europe semicolons separate cells, so a formula may begin behind each.
    for (place, part) in cell.split_inclusive([';', '\n', '\r', '\t']).enumerate() {
        let begins = part.trim_start_matches(blank).trim_start_matches('"');
        if (place > 0 || safe.is_empty()) && begins.trim_start_matches(blank).starts_with(FORMULA) {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    safe
}

/// The months, which are written whole or by their first three letters.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// True for a text that spreadsheets change into a day, a time or another number. A plain number stays
/// what it is.
fn is_taken_for_a_value(text: &str) -> bool {
    let text = text.trim();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(text) {
        return text.len() > 15 || text.len() > 1 && text.starts_with('0');
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ':', ',', ' ']).collect();
    if parts.len() > 1 && parts.iter().all(|part| is_digits(part)) {
        let number = |part: &&str| part.parse::<u32>().unwrap_or(u32::MAX);
        let mut numbers = parts.iter().map(number);
        // A decimal, a time, or a day with its month.
        return text.contains(['.', ',', ':'])
            || numbers.clone().any(|number| (1..=12).contains(&number))
                && numbers.all(|number| number <= 31 || (1900..=9999).contains(&number));
    }
    let lower = text.to_ascii_lowercase();
    if let Some((before, after)) = lower.split_once('e')
        && is_digits(&before.replacen('.', "", 1))
        && is_digits(after.trim_start_matches(['+', '-']))
    {
        return true;
    }
    // 5 May, MAY5, Sept-2: the letters in one piece.
    let letters = lower.trim_matches(|letter: char| !letter.is_ascii_alphabetic());
    let others = lower.replacen(letters, "", 1);
    let is_month = |name: &&str| *name == letters || name.get(..3) == Some(letters);
    (MONTHS.iter().any(is_month) || letters == "sept")
        && others.bytes().any(|byte| byte.is_ascii_digit())
        && others
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b" -/.,".contains(&byte))
}

/// A cell in quotation marks, where it needs them.
fn quoted(cell: &str) -> String {
    let plain = |letter: char| !matches!(letter, ',' | ';' | '"' | '\r' | '\n' | '\t');
    if cell.chars().all(plain) {
        cell.to_owned()
    } else {
        format!("\"{}\"", cell.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cells: &[&str]) -> Vec<Cell> {
        cells
            .iter()
            .map(|cell| Cell::Text((*cell).to_owned()))
            .collect()
    }

    #[test]
    fn no_text_is_taken_for_a_day_or_a_number() {
        for text in [
            "3-5",
            "3/5",
            "1-2-26",
            "2026-05",
            "12:30",
            "1.10",
            "1,5",
            "1E10",
            "2e-3",
            "MAY5",
            "Sept-2",
            "5 March",
            "0501",
            "1234567890123456",
            "31/12/1999",
        ] {
            assert!(
                csv(&[texts(&[text])]).contains(&format!("'{text}")),
                "{text}"
            );
        }
        for text in [
            "8607-501",
            "501",
            "500/3695/9",
            "603/1966/1",
            "E10",
            "Siân",
            "May",
            "Marcher 5 Mai",
            "A-1",
            "2E",
            "D/618/0001",
            "Level 5",
            "Decisions 2",
            "",
        ] {
            assert!(!csv(&[texts(&[text])]).contains('\''), "{text}");
        }
        // What is a day or a number stays one.
        let values = ["2026-11-24", "12"].map(|value| Cell::Value(value.to_owned()));
        assert_eq!(csv(&[values.to_vec()]), "\u{feff}2026-11-24,12\r\n");
    }

    #[test]
    fn names_are_kept_as_they_are_written() {
        let rows = [texts(&["Siân Gŵyl", "Gaëlle, née “Œuf”"])];
        assert_eq!(csv(&rows), "\u{feff}Siân Gŵyl,\"Gaëlle, née “Œuf”\"\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =cmd|' /C calc'!A0",
            "\u{a0}=1",
            "＝1",
            "=\"a\"",
        ] {
            let text = csv(&[texts(&[cell])]);
            let text = text.trim_start_matches('\u{feff}').trim_start_matches('"');
            assert!(text.starts_with('\''), "{cell:?}");
        }
        assert_eq!(harmless("8607-501"), "8607-501");
        // Nor where a spreadsheet parts cells at semicolons.
        assert_eq!(harmless("x;=1+1; @y;z"), "x;'=1+1;' @y;z");
        assert_eq!(harmless("x;\"=1"), "x;'\"=1");
    }

    #[test]
    fn a_csv_reader_reads_what_was_written() {
        let rows = [["a", "b \"c\"", "d\ne; f"], ["", "g,h", "Ŵ"]];
        let text = csv(&rows.map(|row| texts(&row)));
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(read, rows);
    }
}
