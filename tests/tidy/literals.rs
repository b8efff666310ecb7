//! Texts that people read stand in `src/wording`: another language is another `wording`.
//!
//! What people read is told from keys, class names and the like by how it is written: it has a space
//! beside a letter, begins with a capital letter, joins what is put into it with the marks of a
//! sentence, or ends as a file's name does.

use proc_macro2::{TokenStream, TokenTree};

use crate::hold;
use crate::source::{other, rust, without_comments};
use crate::tokens::code;

/// Texts outside `wording` that look as if people read them, and why they stand where they do: the file or
/// folder, each text, which may go on behind “…”, and the reason.
const OTHERS: &[(&str, &[&str], &str)] = &[
    (
        "src/app",
        &["Escape", "Z", "Arrow…", "Home", "End"],
        "the name of a key",
    ),
    (
        "src/app",
        &["BODY", "h1, …", "input:not…"],
        "elements of a page, and how they are found",
    ),
    (
        "src/app/browser/print.rs",
        &["CSSStyleSheet"],
        "what browsers call styles",
    ),
    (
        "src/app/browser/share.rs",
        &["AbortError", "(pointer: coarse)"],
        "what browsers call an error, and what they are asked",
    ),
    (
        "src/app/components/icon.rs",
        &["M…"],
        "the path of a drawing",
    ),
    ("src/drawing.rs", &["M…"], "the same"),
    (
        "src/app/storage.rs",
        &["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"],
        "what browsers call an error",
    ),
    (
        "src/catalogue/mod.rs",
        &["86…", "data/86…"],
        "files of the shipped catalogue",
    ),
    (
        "src/cli/args.rs",
        &["…"],
        "the help of the command line stands beside its arguments, from where clap takes it",
    ),
    (
        "src/cli/cohort/cells.rs",
        &["x, yes, …", ":.Z+ "],
        "what may stand in the cells of a cohort: its format",
    ),
    (
        "src/cli/cohort/headings.rs",
        &["…"],
        "the headings that a cohort may have: its format",
    ),
    (
        "src/cli/mod.rs",
        &["NO_COLOR"],
        "a variable of the environment",
    ),
    ("src/cli/mod.rs", &["error: "], "taken off what clap says"),
    (
        "src/exchange/calendar.rs",
        &[
            "BEGIN:…",
            "END:…",
            "VERSION:…",
            "PRODID:…",
            "UID:…",
            "SEQUENCE:…",
            "DTSTAMP:…",
            "DTSTART;…",
            "TRANSP:…",
            "SUMMARY:…",
            "DESCRIPTION:…",
        ],
        "the format of calendars",
    ),
    (
        "src/exchange/file.rs",
        &["qualification-planner drafts"],
        "by which a file says what it is",
    ),
    ("src/exchange/qr.rs", &["M{from}…"], "the path of a drawing"),
    (
        "src/qualification/level.rs",
        &["Entry {}", "SCQF {}"],
        "levels as files write them",
    ),
    (
        "src/reading",
        &[
            "JSON",
            "UTF-…",
            "Windows-1252",
            "%PDF",
            "repeated key",
            ": ",
        ],
        "the names of formats, their marks, and what serde is told",
    ),
    ("src/shipped.rs", &["OUT_DIR"], "a variable of the build"),
    (
        "src/solve/problem.rs",
        &["ByRows"],
        "shown where a test fails",
    ),
];

/// What draws the texts that it is given, so that a word in small letters is read there too.
const DRAWING: &[&str] = &[
    "text",
    "set_text",
    "said",
    "title",
    "field",
    "wide_field",
    "button",
    "notice",
    "done",
];

/// Attributes that are read aloud or shown.
const READ_ATTRIBUTES: &[&str] = &[
    "aria-label",
    "aria-valuetext",
    "alt",
    "placeholder",
    "title",
];

/// The texts of [`OTHERS`], each with its place.
fn allowed() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = OTHERS.iter();
    all.flat_map(|(path, texts, _)| texts.iter().map(move |text| (*path, *text)))
}

/// Whether a text is the one that is allowed.
fn fits(text: &str, allowed: &str) -> bool {
    match allowed.strip_suffix('…') {
        Some(begins) => text.starts_with(begins),
        None => text == allowed,
    }
}

fn breaches() -> Vec<String> {
    let mut breaches = Vec::new();
    let mut found = Vec::new();
    for file in rust().iter().filter(|file| file.module != "wording") {
        let tokens: TokenStream = file.text.parse().unwrap();
        let mut texts = read_in(tokens.clone());
        if file.module == "app" {
            texts.extend(drawn_in(tokens));
        }
        for text in texts {
            let one = allowed().find(|one| file.path.starts_with(one.0) && fits(&text, one.1));
            match one {
                Some(one) => found.push(one),
                None => breaches.push(format!("{}: {text:?}", file.path)),
            }
        }
    }
    for (path, text) in other("style", "css") {
        let contents = without_comments(&text);
        let contents = contents.split("content:").skip(1);
        let drawn = contents.map(|rest| rest.split([';', '}']).next().unwrap_or(rest));
        let words = drawn.filter(|text| text.contains('"') && text.contains(char::is_alphabetic));
        breaches.extend(words.map(|text| format!("{path}: {text}")));
    }
    let gone = allowed().filter(|one| !found.contains(one));
    breaches.extend(gone.map(|(path, text)| format!("{path} has no {text:?} any more")));
    breaches
}

/// The texts among the tokens of a program that people would read.
fn read_in(tokens: TokenStream) -> Vec<String> {
    let texts = code(tokens).into_iter().flat_map(|token| match token {
        TokenTree::Group(group) => read_in(group.stream()),
        other => text_of(&other).into_iter().collect(),
    });
    texts.filter(|text| is_read(text)).collect()
}

/// The words in small letters that calls among the tokens draw: other texts are found anywhere.
fn drawn_in(tokens: TokenStream) -> Vec<String> {
    let tokens = code(tokens);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let called = at.checked_sub(1).map(|before| tokens[before].to_string());
        let called = called.unwrap_or_default();
        let arguments = code(group.stream());
        let first = arguments.first().and_then(text_of);
        let is_drawn = match called.as_str() {
            "attr" => first.is_some_and(|name| READ_ATTRIBUTES.contains(&name.as_str())),
            other => DRAWING.contains(&other),
        };
        let names = usize::from(["attr", "said"].contains(&called.as_str()));
        let texts = arguments.iter().skip(names).filter_map(text_of);
        let words = texts.filter(|text| text.contains(char::is_alphabetic) && !is_read(text));
        found.extend(words.filter(|_| is_drawn));
        found.extend(drawn_in(group.stream()));
    }
    found
}

/// The text of a literal, if it is one: not of a number or of bytes.
fn text_of(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else {
        return None;
    };
    let literal = literal.to_string();
    if literal.starts_with('r') {
        let inside = literal.trim_matches(['r', '#']);
        return Some(inside.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let inside = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    let mut letters = inside.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some('n' | 'r' | 't')) => {
                letters.next();
                text.push('\n');
            }
            // The line goes on behind the spaces of the next.
            ('\\', Some('\n')) => {
                while letters.next_if(|letter| letter.is_whitespace()).is_some() {}
            }
            ('\\', _) => text.extend(letters.next()),
            _ => text.push(letter),
        }
    }
    Some(text)
}

fn is_read(text: &str) -> bool {
    let text = &without_places(text);
    let are_classes = text.split_whitespace().all(|word| word.starts_with("qp-"));
    if are_classes || text.starts_with("{\"") {
        return false;
    }
    let letters: Vec<char> = text.chars().collect();
    let mut pairs = letters.windows(2);
    let in_words = pairs.any(|pair| match pair {
        [one, ' '] => one.is_alphabetic() || ",.:;·”".contains(*one),
        [' ', other] => other.is_alphabetic() || "“·".contains(*other),
        _ => false,
    });
    let first = letters.iter().find(|letter| letter.is_alphanumeric());
    let ends = [".json", ".csv", ".ics"];
    in_words
        || first.is_some_and(|letter| letter.is_uppercase())
        || ends.iter().any(|end| text.ends_with(end))
}

/// A text without the places in braces where `format!` puts something in.
fn without_places(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        left.push_str(before);
        let place = after.split_once('}');
        let is_place = |place: &str| !place.contains([' ', '"', '{']);
        rest = match place {
            Some((place, behind)) if is_place(place) => behind,
            _ => {
                left.push('{');
                after
            }
        };
    }
    left + rest
}

#[test]
fn what_people_read_stands_in_wording() {
    hold(
        "Another language is another src/wording: what people read is a constant or a function there.",
        &breaches(),
    );
}

#[test]
fn texts_that_people_read_are_told_from_others() {
    for read in [
        "Undo",
        "two words",
        "{name}: {text}",
        "{all}, {one}",
        "{one}.csv",
        "no {what}",
        " of",
        "“{name}”, ",
    ] {
        assert!(is_read(read), "{read}");
    }
    for other in [
        "undo",
        "qp-one qp-two",
        "aria-label",
        "{one}{two}",
        "{a}:{b}",
        "plan/{name}",
        "\n",
        "-{A} -{B} {c}",
        "{\"id\":\"a\"}",
    ] {
        assert!(!is_read(other), "{other}");
    }
}

#[test]
fn tests_attributes_and_bytes_are_not_read() {
    let program = "#[doc = \"A doc.\"] fn f() { g(\"A text\", b\"A\", 'A', r#\"B \"text\"\"#); } \
                   #[cfg(test)] mod tests { fn h() { \"C\" } }";
    assert_eq!(read_in(program.parse().unwrap()), ["A text", "B \"text\""]);
}

#[test]
fn a_word_in_small_letters_is_read_where_it_is_drawn() {
    let program = "button(\"print\", act); said(\"p\", \"none\"); el(\"p\").text(\"·\").text(\"or\"); \
                   x.attr(\"aria-label\", \"plan\").attr(\"role\", \"status\");";
    assert_eq!(
        drawn_in(program.parse().unwrap()),
        ["print", "none", "or", "plan"]
    );
}
