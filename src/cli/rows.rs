//! The rows of a CSV file, one at a time and in bounded memory, also where some are broken: what is
//! wrong with one does not reach the next.

use std::io::{self, BufRead, Read};

use csv::{ByteRecord, ReaderBuilder, StringRecord};

/// The longest row that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// Reads rows, after the head.
pub(crate) struct Rows<R> {
    source: R,
    delimiter: u8,
    /// Lines that were read already and are rows of their own after all, the next one last.
    again: Vec<Vec<u8>>,
}

/// What is wrong with a row, and its cells as far as they can be told.
pub(crate) struct Broken {
    pub(crate) why: &'static str,
    pub(crate) cells: StringRecord,
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

impl<R: BufRead> Rows<R> {
    /// The rows of a file whose first line says what the columns are, and that line's cells.
    pub(crate) fn new(mut source: R) -> io::Result<(Self, Result<StringRecord, Broken>)> {
        let mut head = line(&mut source)?.unwrap_or_default();
        if let Some(rest) = head.strip_prefix("\u{feff}".as_bytes()) {
            head = rest.to_vec();
        }
        let delimiter = if head.contains(&b';') && !head.contains(&b',') {
            b';'
        } else {
            b','
        };
        let head = cells(&head, delimiter);
        let rows = Self {
            source,
            delimiter,
            again: Vec::new(),
        };
        Ok((rows, head))
    }

    /// The next row; `None` at the end. Empty lines are none.
    pub(crate) fn next(&mut self) -> io::Result<Option<Result<StringRecord, Broken>>> {
        let first = loop {
            match self.line()? {
                None => return Ok(None),
                Some(line) if line.trim_ascii().is_empty() => {}
                Some(line) => break line,
            }
        };
        if first.len() > LONGEST {
            return Ok(Some(broken(&first, self.delimiter, "the row is too long")));
        }
        let mut within = self.follow(Within::Start, &first);
        let mut row = first.clone();
        let mut more = Vec::new();
        while within == Within::Quoted && row.len() <= LONGEST {
            let Some(line) = self.line()? else {
                break;
            };
            within = self.follow(within, &line);
            row.extend(&line);
            more.push(line);
        }
        if matches!(within, Within::Quoted | Within::Broken) {
            // The lines that should have closed it are rows of their own.
            self.again.extend(more.into_iter().rev());
            let why = "its quotation marks do not match";
            return Ok(Some(broken(&first, self.delimiter, why)));
        }
        Ok(Some(cells(&row, self.delimiter)))
    }

    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        match self.again.pop() {
            Some(line) => Ok(Some(line)),
            None => line(&mut self.source),
        }
    }

    fn follow(&self, before: Within, line: &[u8]) -> Within {
        line.iter().fold(before, |within, byte| match within {
            Within::Broken => Within::Broken,
            Within::Quoted if *byte == b'"' => Within::Mark,
            Within::Quoted => Within::Quoted,
            Within::Start | Within::Mark if *byte == b'"' => Within::Quoted,
            _ if *byte == self.delimiter || matches!(byte, b'\r' | b'\n') => Within::Start,
            Within::Mark => Within::Broken,
            Within::Start | Within::Plain => Within::Plain,
        })
    }
}

/// A line with its end, or the beginning of one that is too long; `None` at the end.
fn line(source: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let most = u64::try_from(LONGEST + 1).unwrap_or(u64::MAX);
    source.by_ref().take(most).read_until(b'\n', &mut line)?;
    if line.len() > LONGEST && !line.ends_with(b"\n") {
        source.skip_until(b'\n')?;
    }
    Ok((!line.is_empty()).then_some(line))
}

fn cells(row: &[u8], delimiter: u8) -> Result<StringRecord, Broken> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(row.len().max(1))
        .from_reader(row);
    let mut record = ByteRecord::new();
    if reader.read_byte_record(&mut record).is_err() {
        return broken(row, delimiter, "it is no row of CSV");
    }
    match StringRecord::from_byte_record(record) {
        Ok(record) => Ok(record),
        Err(_) => broken(row, delimiter, "it is not UTF-8"),
    }
}

fn broken(row: &[u8], delimiter: u8, why: &'static str) -> Result<StringRecord, Broken> {
    // Enough to find it by.
    let start = String::from_utf8_lossy(&row[..row.len().min(200)]).into_owned();
    let cells = start
        .trim_end()
        .split(char::from(delimiter))
        .map(|cell| cell.trim_matches('"'))
        .collect();
    Err(Broken { why, cells })
}
