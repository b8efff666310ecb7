//! A CSV text as rows, one at a time, also where some are broken: a broken row does not affect the
//! next. Lines end with CR, LF or CRLF, in one text too.

use crate::wording::command::cohort as say;
use csv::{ReaderBuilder, StringRecord};

/// The longest row that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// What may stand between cells, the likeliest first.
const SEPARATORS: &[u8] = b",;\t|";

/// A text on its way into rows.
pub(super) struct Sheet<'t> {
    text: &'t str,
    /// Where each line begins, and the end.
    starts: Vec<usize>,
    separator: u8,
    next: usize,
}

/// A row that is not blank.
pub(super) struct Row {
    /// Its first line, from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
    /// Why it cannot be read; the cells are then a guess to know it by.
    pub(super) broken: Option<&'static str>,
}

/// How far the quotation marks of a row have been followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Start,
    Plain,
    Quoted,
    /// Behind a quotation mark that either ends a cell or is the first of two.
    Mark,
    Broken,
}

impl<'t> Sheet<'t> {
    /// A text and its first row, which says what the columns are. Of all separators the one counts
    /// that gives the most headings that are known; a line `sep=;` before it names the likeliest.
    pub(super) fn new(text: &'t str, is_known: impl Fn(&str) -> bool) -> Option<(Self, Row)> {
        let mut sheet = Self {
            text,
            starts: starts(text),
            separator: b',',
            next: 0,
        };
        sheet.pass_blank_lines();
        let named = separator_named(sheet.line(sheet.next)?);
        sheet.next += usize::from(named.is_some());
        sheet.pass_blank_lines();
        let first = sheet.next;
        let (mut best, mut most) = (b',', None);
        for separator in named.iter().flatten().chain(SEPARATORS) {
            (sheet.separator, sheet.next) = (*separator, first);
            let head = sheet.row(&|_| false)?;
            let known = head.cells.iter().filter(|cell| is_known(cell)).count();
            let found = (known, head.cells.len());
            if most.is_none_or(|most| found > most) {
                (best, most) = (*separator, Some(found));
            }
        }
        (sheet.separator, sheet.next) = (best, first);
        let head = sheet.row(&|_| false)?;
        Some((sheet, head))
    }

    /// The next row with anything in it; `None` at the end. `is_row` knows a line that is a row of its
    /// own, and so no part of a cell that the row before it has begun.
    pub(super) fn row(&mut self, is_row: &dyn Fn(&[String]) -> bool) -> Option<Row> {
        loop {
            let first = self.line(self.next)?;
            self.next += 1;
            let line = self.next;
            let (cells, broken) = match self.rest_of_row(first, is_row) {
                Ok(cells) => (cells, None),
                Err(why) => (self.guess(first), Some(why)),
            };
            if cells.iter().any(|cell| !is_blank(cell)) {
                return Some(Row {
                    line,
                    cells,
                    broken,
                });
            }
        }
    }

    /// The cells of the row that begins with this line.
    fn rest_of_row(
        &mut self,
        first: &str,
        is_row: &dyn Fn(&[String]) -> bool,
    ) -> Result<Vec<String>, &'static str> {
        if first.len() > LONGEST {
            return Err(say::ROW_TOO_LONG);
        }
        let from = self.next - 1;
        let mut to = self.next;
        let mut within = self.scan(Within::Start, first);
        while within == Within::Quoted && self.between(from, to).len() <= LONGEST {
            let Some(line) = self.line(to) else {
                break;
            };
            within = self.scan(within, line);
            to += 1;
        }
        // The lines that should have closed it are rows of their own.
        let mut others = (from + 1..to).filter_map(|line| self.line(line));
        let swallows = others.any(|line| {
            let may_begin_here = !self.closes_a_cell(line);
            may_begin_here && self.cells(line).is_ok_and(|cells| is_row(&cells))
        });
        if swallows || matches!(within, Within::Quoted | Within::Broken) {
            return Err(say::MARKS_DO_NOT_MATCH);
        }
        let cells = self.cells(self.between(from, to))?;
        self.next = to;
        Ok(cells)
    }

    fn scan(&self, before: Within, line: &str) -> Within {
        line.bytes().fold(before, |within, byte| match within {
            Within::Broken => Within::Broken,
            Within::Quoted if byte == b'"' => Within::Mark,
            Within::Quoted => Within::Quoted,
            Within::Start | Within::Mark if byte == b'"' => Within::Quoted,
            _ if byte == self.separator || matches!(byte, b'\r' | b'\n') => Within::Start,
            Within::Mark => Within::Broken,
            Within::Start | Within::Plain => Within::Plain,
        })
    }

    /// True for a line with a quotation mark that can only end what began on a line before.
    fn closes_a_cell(&self, line: &str) -> bool {
        let mut within = Within::Start;
        line.char_indices().any(|(place, letter)| {
            let before = within;
            within = self.scan(
                within,
                line.get(place..place + letter.len_utf8()).unwrap_or(""),
            );
            letter == '"' && before == Within::Plain
        })
    }

    fn cells(&self, row: &str) -> Result<Vec<String>, &'static str> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.separator)
            .buffer_capacity(row.len().max(1))
            .from_reader(row.as_bytes());
        let mut record = StringRecord::new();
        match reader.read_record(&mut record) {
            Ok(_) => Ok(record.iter().map(|cell| cell.trim().to_owned()).collect()),
            Err(_) => Err(say::NO_ROW),
        }
    }

    /// What the cells may be of a line that is no row.
    fn guess(&self, line: &str) -> Vec<String> {
        // Enough to find it by.
        let start = &line[..line.floor_char_boundary(200)];
        let cells = start.trim_end().split(char::from(self.separator));
        cells
            .map(|cell| cell.trim().trim_matches('"').to_owned())
            .collect()
    }

    fn pass_blank_lines(&mut self) {
        let separators =
            |letter: char| letter == '"' || SEPARATORS.iter().any(|one| char::from(*one) == letter);
        while let Some(line) = self.line(self.next)
            && is_blank(&line.replace(separators, ""))
        {
            self.next += 1;
        }
    }

    /// A line with its end, counted from 0.
    fn line(&self, number: usize) -> Option<&'t str> {
        self.starts.get(number + 1)?;
        Some(self.between(number, number + 1))
    }

    /// The lines from one to before another.
    fn between(&self, from: usize, to: usize) -> &'t str {
        let place = |line: usize| self.starts.get(line).copied();
        let range = place(from).zip(place(to));
        range
            .and_then(|(from, to)| self.text.get(from..to))
            .unwrap_or_default()
    }
}

fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut letters = text.bytes().enumerate().peekable();
    while let Some((place, letter)) = letters.next() {
        let is_end = match letter {
            b'\n' => true,
            b'\r' => letters.peek().is_none_or(|(_, next)| *next != b'\n'),
            _ => false,
        };
        if is_end || letters.peek().is_none() {
            starts.push(place + 1);
        }
    }
    starts
}

/// True for a blank line: spaces, or the mark with which old systems end a file.
fn is_blank(text: &str) -> bool {
    let is_nothing = |letter: char| letter.is_whitespace() || letter.is_control();
    text.chars().all(is_nothing)
}

/// For a line such as `sep=;`, the separator that it names; none where it names nothing that can be
/// one.
fn separator_named(line: &str) -> Option<Vec<u8>> {
    let line = line.trim_end_matches(['\r', '\n']);
    let line = line.trim_start().trim_start_matches('"');
    let (name, rest) = line.split_once('=')?;
    if !name.trim_end().eq_ignore_ascii_case("sep") {
        return None;
    }
    let mut letters = rest.bytes();
    let first = letters.next();
    // What has saved it again may have put separators behind it.
    let nothing_more = letters.all(|letter| b",;\t| \"".contains(&letter));
    let may_part =
        |letter: &u8| *letter == b'\t' || letter.is_ascii_punctuation() && *letter != b'"';
    nothing_more.then(|| first.filter(may_part).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let is_known = |cell: &str| ["learner", "units"].contains(&cell);
        let (mut sheet, head) = Sheet::new(text, is_known).unwrap();
        let mut all = vec![head.cells];
        let is_row = |cells: &[String]| cells.get(1).is_some_and(|cell| cell == "q");
        while let Some(row) = sheet.row(&is_row) {
            let broken = row.broken.map(|_| "broken".to_owned());
            all.push(row.cells.into_iter().chain(broken).collect());
        }
        all
    }

    #[test]
    fn lines_end_in_every_way_also_in_one_text() {
        let wanted = [
            ["learner", "units"],
            ["Ana", "1 2"],
            ["Ben", "1"],
            ["Cy", "2"],
        ];
        for text in [
            "learner,units\nAna,1 2\nBen,1\nCy,2\n",
            "learner,units\r\nAna,1 2\r\nBen,1\r\nCy,2",
            "learner,units\rAna,1 2\rBen,1\rCy,2\r",
            "learner,units\r\nAna,1 2\rBen,1\rCy,2\n",
            "\n\r\nlearner,units\n\n,,,\r\nAna,1 2\n , \n\r\rBen,1\nCy,2\n\u{1a}",
        ] {
            assert_eq!(rows(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn the_separator_is_named_or_found() {
        let wanted = [["learner", "units"], ["Ana", "1, 2"]];
        for text in [
            "sep=;\nlearner;units\nAna;1, 2\n",
            "SEP=;\r\n\r\nlearner;units\r\nAna;\"1, 2\"\r\n",
            "\"sep=;\";;\nlearner;units\nAna;1, 2\n",
            "sep=\t\nlearner\tunits\nAna\t1, 2\n",
            "sep=^\nlearner^units\nAna^1, 2\n",
            // The line names another separator than the file has: somebody saved it again.
            "sep=;\nlearner,units\nAna,\"1, 2\"\n",
            "sep=\nlearner|units\nAna|1, 2\n",
            "learner;units\nAna;1, 2\n",
            "learner\tunits\nAna\t1, 2\n",
        ] {
            assert_eq!(rows(text), wanted, "{text:?}");
        }
        let text = "learner;units;\"notes, private, of the tutor\"\nAna;1;late, twice\n";
        assert_eq!(rows(text)[1], ["Ana", "1", "late, twice"]);
    }

    #[test]
    fn what_is_wrong_with_the_quotation_marks_of_one_row_does_not_reach_the_next() {
        let text = "learner,of,units\n\"Ana,q,1\nBen,q,\"1\n2\"\nCy,q,\"1\nDi,q,\"\n\"Eve\"e,q,1\n";
        assert_eq!(
            rows(text)[1..],
            [
                vec!["Ana", "q", "1", "broken"],
                vec!["Ben", "q", "1\n2"],
                vec!["Cy", "q", "1", "broken"],
                vec!["Di", "q", "", "broken"],
                vec!["Eve\"e", "q", "1", "broken"],
            ]
        );
    }
}
