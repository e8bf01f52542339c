//! A small XML tree and its text, always well-formed.

/// An element with attributes and children, or with text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Content {
    Element(Element),
    Text(String),
    Comment(String),
}

impl Element {
    /// An empty element. Names are ours, never the user's.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            content: Vec::new(),
        }
    }

    /// Its name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a child.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.content.push(Content::Element(child));
        self
    }

    /// With children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.content
            .extend(children.into_iter().map(Content::Element));
        self
    }

    /// With a text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.content.push(Content::Text(text.into()));
        self
    }

    /// With a comment before what comes next.
    #[must_use]
    pub fn comment(mut self, text: impl Into<String>) -> Self {
        self.content.push(Content::Comment(text.into()));
        self
    }

    /// With a child that holds only a text.
    #[must_use]
    pub fn leaf(self, name: &'static str, text: impl Into<String>) -> Self {
        self.child(Self::new(name).text(text))
    }

    /// Its text: two spaces a level, LF, a final newline.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        indent(out, depth);
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(out, value, true);
            out.push('"');
        }
        match self.content.as_slice() {
            [] => out.push_str(" />\n"),
            [Content::Text(text)] => {
                out.push('>');
                escape(out, text, false);
                self.close(out);
            }
            content => {
                out.push_str(">\n");
                for part in content {
                    part.write(out, depth + 1);
                }
                indent(out, depth);
                self.close(out);
            }
        }
    }

    fn close(&self, out: &mut String) {
        out.push_str("</");
        out.push_str(self.name);
        out.push_str(">\n");
    }
}

impl Content {
    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Element(element) => element.write(out, depth),
            Self::Text(text) => {
                indent(out, depth);
                escape(out, text, false);
                out.push('\n');
            }
            Self::Comment(text) => {
                indent(out, depth);
                out.push_str("<!-- ");
                comment(out, text);
                out.push_str(" -->\n");
            }
        }
    }
}

/// A comment may not hold two hyphens in a row; a space parts them.
fn comment(out: &mut String, text: &str) {
    let mut last = ' ';
    for c in text.chars() {
        if c == '-' && last == '-' {
            out.push(' ');
        }
        escape(out, c.encode_utf8(&mut [0; 4]), false);
        last = c;
    }
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// Characters that XML 1.0 cannot hold at all become U+FFFD; line ends in attributes are kept from
/// being read as spaces.
fn escape(out: &mut String, text: &str, in_attribute: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if in_attribute => out.push_str("&quot;"),
            '\n' | '\t' | '\r' if in_attribute => push_reference(out, c),
            '\r' => push_reference(out, c),
            '\n' | '\t' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

fn push_reference(out: &mut String, c: char) {
    out.push_str("&#");
    out.push_str(&u32::from(c).to_string());
    out.push(';');
}
