//! Elements as text. What is put into one is escaped: there is no way to put markup in but another element.

use std::fmt;

/// An element, with what stands in it.
#[derive(Clone, Debug)]
pub(super) struct Html {
    name: &'static str,
    attributes: String,
    content: String,
}

/// Elements that have no end and no content.
const EMPTY: &[&str] = &["input", "meta"];

/// Elements within a line: no other begins a line of its own behind them.
const IN_LINE: &[&str] = &[
    "a", "input", "label", "path", "rect", "span", "strong", "svg",
];

impl Html {
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: String::new(),
            content: String::new(),
        }
    }

    /// The same with classes.
    pub(super) fn styled(name: &'static str, classes: &str) -> Self {
        Self::new(name).attr("class", classes)
    }

    /// The same with a text.
    pub(super) fn said(name: &'static str, text: &str) -> Self {
        Self::new(name).text(text)
    }

    pub(super) fn attr(mut self, name: &str, value: &str) -> Self {
        self.attributes
            .extend([" ", name, "=\"", &escaped(value), "\""]);
        self
    }

    /// An attribute that has no value.
    pub(super) fn flag(mut self, name: &str) -> Self {
        self.attributes.extend([" ", name]);
        self
    }

    pub(super) fn text(mut self, text: &str) -> Self {
        self.content.push_str(&escaped(text));
        self
    }

    pub(super) fn with(self, child: Self) -> Self {
        self.with_all([child])
    }

    pub(super) fn with_all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.content.push_str(&child.to_string());
        }
        self
    }
}

impl fmt::Display for Html {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            attributes,
            content,
        } = self;
        write!(out, "<{name}{attributes}>{content}")?;
        if !EMPTY.contains(name) {
            write!(out, "</{name}>")?;
        }
        if !IN_LINE.contains(name) {
            writeln!(out)?;
        }
        Ok(())
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text_wherever_it_stands() {
        let text = "<b title=\"x\">&amp;";
        let shown = Html::styled("span", text).text(text);
        let escaped = "&lt;b title=&quot;x&quot;&gt;&amp;amp;";
        let wanted = format!("<span class=\"{escaped}\">{escaped}</span>");
        assert_eq!(shown.to_string(), wanted);
    }

    #[test]
    fn what_has_no_content_has_no_end() {
        let shown = Html::new("li").with(Html::new("input").flag("disabled"));
        assert_eq!(shown.to_string(), "<li><input disabled></li>\n");
    }
}
