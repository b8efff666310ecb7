//! Rust as tokens: without attributes, and without what is there for tests only.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The tokens of a text or a group that are part of the program.
pub(crate) fn code(tokens: TokenStream) -> Vec<TokenTree> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut code = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        if !is_mark(Some(token), '#') {
            code.push(token.clone());
            continue;
        }
        at += usize::from(is_mark(tokens.get(at), '!'));
        let attribute = tokens.get(at).map(ToString::to_string);
        at += 1;
        if attribute.is_some_and(|text| text.replace(' ', "") == "[cfg(test)]") {
            at = end_of_item(&tokens, at) + 1;
        }
    }
    code
}

pub(crate) fn is_name(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(known) if known == name)
}

pub(crate) fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(known)) if known.as_char() == mark)
}

/// Where the item ends that begins here: its semicolon, or its braces.
pub(crate) fn end_of_item(tokens: &[TokenTree], from: usize) -> usize {
    let rest = tokens.get(from..).unwrap_or_default();
    let is_use = rest.first().is_some_and(|token| is_name(token, "use"));
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => !is_use && group.delimiter() == Delimiter::Brace,
        _ => is_mark(Some(token), ';'),
    };
    from + rest.iter().take_while(|token| !ends(token)).count()
}

#[test]
fn attributes_and_tests_are_no_code() {
    let text =
        "#![warn(x)] #[y] fn a() {} #[cfg(test)] use b::{c, d}; #[cfg(test)] #[z] mod e { f } g";
    let code: TokenStream = code(text.parse().unwrap()).into_iter().collect();
    let expected: TokenStream = "fn a() {} g".parse().unwrap();
    assert_eq!(code.to_string(), expected.to_string());
}
