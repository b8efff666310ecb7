//! Tables for spreadsheets: comma-separated values that open as what they are.

/// A table as the text of a CSV file: UTF-8 with a byte-order mark, so that a spreadsheet reads “Siân”
/// and “Gaëlle” as they are written, and lines that end as everywhere else in CSV.
///
/// No cell is taken for a formula: see [`harmless`].
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell that no spreadsheet takes for a formula: one that begins as a formula does, also behind
/// spaces, gets an apostrophe in front. Spreadsheets call things from formulas, and learners write
/// names themselves.
#[must_use]
pub fn harmless(cell: &str) -> String {
    let begins =
        cell.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'];
    if begins.starts_with(formula) || cell.starts_with(['\t', '\r', '\n', '\0']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
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

    #[test]
    fn names_are_kept_as_they_are_written() {
        let rows = [vec!["Siân Gŵyl".to_owned(), "Gaëlle, née “Œuf”".to_owned()]];
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
            let text = csv(&[vec![cell.to_owned()]]);
            let text = text.trim_start_matches('\u{feff}').trim_start_matches('"');
            assert!(text.starts_with('\''), "{cell:?}");
        }
        assert_eq!(harmless("8607-501"), "8607-501");
    }

    #[test]
    fn a_csv_reader_reads_what_was_written() {
        let rows = vec![
            vec!["a".to_owned(), "b \"c\"".to_owned(), "d\ne; f".to_owned()],
            vec![String::new(), "g,h".to_owned(), "Ŵ".to_owned()],
        ];
        let text = csv(&rows);
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
