//! The result as JSON text: two spaces a level, members on lines of their own.
//!
//! What stands in the source as it should is written from the source's own bytes where they are
//! spelled as this writer spells.

use crate::document::{
    Document, Flags, Format, Kind, NodeRef, Problem, ProblemKind, Value, quote_into,
};

use super::draft::Draft;

/// A comma, a line end, and the indentation of a deep level.
const BREAK: &str = concat!(
    ",\n",
    "                                                                ",
    "                                                                "
);

/// The text of a draft; `like` says how much to expect.
pub(super) fn json(draft: &Draft<'_>, like: &Document) -> String {
    let mut writer = Writer {
        out: String::with_capacity(like.text().len() + like.nodes().len() * 8 + 64),
        depth: 0,
        verbatim: false,
        document: None,
    };
    writer.draft(draft);
    writer.out.push('\n');
    writer.out
}

struct Writer<'d> {
    out: String,
    depth: usize,
    /// The document that was written from last.
    document: Option<&'d Document>,
    /// Its strings are spelled as they are written here, escapes aside.
    verbatim: bool,
}

impl<'d> Writer<'d> {
    fn draft(&mut self, draft: &Draft<'d>) {
        match draft {
            Draft::Source(node) => {
                self.turn_to(node.document());
                self.source(*node);
            }
            Draft::Null => self.out.push_str("null"),
            Draft::Bool(flag) => self.out.push_str(if *flag { "true" } else { "false" }),
            Draft::Number(text) => self.out.push_str(text),
            Draft::String(text) => quote_into(&mut self.out, text),
            Draft::Array(items) => {
                self.collection(items.iter(), ['[', ']'], Self::draft);
            }
            Draft::Object(members) => {
                self.collection(members.iter(), ['{', '}'], |this, (key, member)| {
                    quote_into(&mut this.out, key);
                    this.out.push_str(": ");
                    this.draft(member);
                });
            }
        }
    }

    fn source(&mut self, node: NodeRef<'_>) {
        match node.node().kind {
            Kind::Array => self.collection(node.children(), ['[', ']'], Self::source),
            Kind::Object => self.collection(node.children(), ['{', '}'], Self::entry),
            Kind::Null | Kind::Alias => self.out.push_str("null"),
            Kind::True => self.out.push_str("true"),
            Kind::False => self.out.push_str("false"),
            Kind::Integer | Kind::Float => self.number(node),
            Kind::String => self.string(node),
        }
    }

    fn turn_to(&mut self, document: &'d Document) {
        if self
            .document
            .is_none_or(|last| !std::ptr::eq(last, document))
        {
            self.document = Some(document);
            self.verbatim = is_verbatim(document);
        }
    }

    fn collection<T>(
        &mut self,
        members: impl Iterator<Item = T>,
        [open, close]: [char; 2],
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.out.push(open);
        self.depth += 1;
        let mut empty = true;
        for member in members {
            self.break_line(!empty);
            empty = false;
            write(self, member);
        }
        self.depth -= 1;
        if !empty {
            self.break_line(false);
        }
        self.out.push(close);
    }

    fn break_line(&mut self, comma: bool) {
        let start = usize::from(!comma);
        let end = 2 + 2 * self.depth;
        if let Some(line) = BREAK.get(start..end) {
            self.out.push_str(line);
        } else {
            self.out.push_str(&BREAK[start..2]);
            self.out.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    fn entry(&mut self, entry: NodeRef<'_>) {
        if let Some(text) = self.whole_entry(entry) {
            return self.out.push_str(text);
        }
        self.key(entry);
        self.out.push_str(": ");
        self.source(entry);
    }

    /// Key and scalar in one piece, when the source writes them as they are written here.
    fn whole_entry<'n>(&self, entry: NodeRef<'n>) -> Option<&'n str> {
        let node = entry.node();
        if !self.verbatim || node.is_container() || node.flags.has(Flags::ESCAPED) {
            return None;
        }
        let text = entry.document().text();
        let between = text
            .as_bytes()
            .get(node.key_end as usize..node.start as usize);
        let key_len = (node.key_end - node.key_start) as usize;
        let fits = between == Some(b": ") && key_len == entry.key().len() + 2;
        fits.then(|| &text[node.key_start as usize..node.end as usize])
    }

    fn key(&mut self, entry: NodeRef<'_>) {
        let key = entry.key();
        let raw = entry.key_span().filter(|_| self.verbatim);
        // a key without escapes is as long as its text, quotes aside
        match raw.map(|span| entry.document().source().slice(span)) {
            Some(raw) if raw.len() == key.len() + 2 => self.out.push_str(raw),
            _ => quote_into(&mut self.out, key),
        }
    }

    fn number(&mut self, node: NodeRef<'_>) {
        if node.document().format() == Format::Json {
            return self.out.push_str(node.raw());
        }
        match Value::of(node, 1) {
            Ok(Value::Number(text)) => self.out.push_str(&text),
            Ok(Value::String(text)) => quote_into(&mut self.out, &text),
            _ => self.out.push_str("null"),
        }
    }

    fn string(&mut self, node: NodeRef<'_>) {
        let raw = node.raw();
        let escaped = node.node().flags.has(Flags::ESCAPED);
        if self.verbatim && (!escaped || has_usual_escapes(raw)) {
            self.out.push_str(raw);
        } else {
            quote_into(&mut self.out, &node.text());
        }
    }
}

/// True for JSON without characters that it holds as they are and that are escaped here.
fn is_verbatim(document: &Document) -> bool {
    let control = |problem: &Problem| problem.kind == ProblemKind::ControlCharacter;
    document.format() == Format::Json
        && !document.problems().iter().any(control)
        && memchr::memchr(0x7f, document.text().as_bytes()).is_none()
}

/// True when every escape of a string is one of those that are written.
fn has_usual_escapes(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', &bytes[at..]) {
        let escape = bytes.get(at + found + 1);
        if !matches!(escape, Some(b'"' | b'\\' | b'n' | b'r' | b't')) {
            return false;
        }
        at += found + 2;
    }
    true
}
