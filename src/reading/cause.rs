//! The mistakes by which a text is no JSON, and how to recognise them.

/// Why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// There is nothing in it.
    Empty,
    /// A table, lines of cells with commas, semicolons or tabs between.
    Table,
    /// A web page, or another file that begins with `<`.
    Page,
    /// Rich text, as word processors write it.
    RichText,
    /// The file of a program: a spreadsheet, a picture.
    Binary,
    /// Something else that does not begin as JSON does.
    Other,
    /// It ends while a bracket or a quote is open.
    CutShort,
    /// A comment.
    Comment,
    /// Another quotation mark than the straight one.
    Quote,
    /// A character that looks like a space or like nothing.
    Space,
    /// A control character within a text.
    Control,
    /// The end of a line within a text.
    LineBreak,
    /// A number that begins with a zero.
    LeadingZero,
    /// A number that is written otherwise than JSON has them.
    Number,
    /// A number beyond every number that a reader of JSON takes, such as `1e400`.
    TooLarge,
    /// A word without quotes.
    Word,
    /// A backslash before a letter for which JSON has no escape.
    Escape,
    /// More text behind the quote that ends a text.
    InText,
    /// A comma with nothing behind it.
    CommaTooMany,
    /// No comma between two values.
    CommaMissing,
    /// No colon behind a key.
    ColonMissing,
    /// A key in a list.
    KeyInList,
    /// Something else where a key belongs.
    KeyMissing,
    /// No value where one belongs.
    ValueMissing,
    /// A bracket that closes another than the one that is open.
    Bracket,
    /// More text behind the end.
    AfterEnd,
    /// Brackets that nest too deep.
    TooDeep,
    /// A key that stands twice in one object.
    RepeatedKey,
    /// None of these causes fits.
    Unknown,
}

/// The run of letters, digits and what joins them that a text begins with.
pub(super) fn run(text: &str) -> &str {
    let joins = |letter: char| letter.is_alphanumeric() || "_-.+".contains(letter);
    let end = text.find(|letter| !joins(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// What mistake a character shows that cannot stand where it does.
pub(super) fn of_letter(rest: &str, letter: char) -> Option<Cause> {
    let comment = ["//", "/*", "#", "<!--"];
    Some(match letter {
        _ if comment.iter().any(|begins| rest.starts_with(begins)) => Cause::Comment,
        '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '″' | '′' | '＂' | '\'' | '`' => {
            Cause::Quote
        }
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Cause::Space,
        _ if letter.is_whitespace() => Cause::Space,
        _ if letter.is_control() => Cause::Control,
        '}' | ']' => Cause::Bracket,
        '+' | '.' => Cause::Number,
        _ if letter.is_alphabetic() || letter == '_' => Cause::Word,
        _ => return None,
    })
}
