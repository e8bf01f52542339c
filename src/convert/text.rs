//! The result as JSON text: two spaces a level, members on lines of their own.
//!
//! What stands in the source as it should is written from the source's own bytes where they are
//! spelled as this writer spells.

use rayon::prelude::*;

use crate::document::{
    Document, Flags, Format, Kind, NodeRef, Problem, ProblemKind, Value, quote_into,
};

use super::draft::{Draft, Entry, Shelf};
use super::library::Library;
use super::reference::definition_named;

/// A comma, a line end, and the indentation of a deep level.
const BREAK: &str = concat!(
    ",\n",
    "                                                                ",
    "                                                                "
);

/// How the strings of each document are spelled.
pub(super) struct Spellings<'d> {
    documents: Vec<(&'d Document, bool)>,
}

impl<'d> Spellings<'d> {
    /// Look at every document of a library.
    pub(super) fn of(library: &'d Library<'d>) -> Self {
        let documents = (0..library.count()).map(|index| library.document(index));
        Self {
            documents: documents.map(|one| (one, is_verbatim(one))).collect(),
        }
    }

    /// How long the input is.
    pub(super) fn length(&self) -> usize {
        self.documents[0].0.text().len()
    }

    /// True when its strings are spelled as they are written here, escapes aside.
    fn are_usual(&self, document: &Document) -> bool {
        let mut known = self.documents.iter();
        known.any(|(one, verbatim)| *verbatim && std::ptr::eq(*one, document))
    }
}

/// A text being written.
pub(super) struct Writer<'w, 'd> {
    pub(super) out: String,
    depth: usize,
    spellings: &'w Spellings<'d>,
    /// The document that is written from spells strings as they are written here, escapes aside.
    verbatim: bool,
}

impl<'w, 'd> Writer<'w, 'd> {
    /// Nothing written yet, so many levels deep; `room` says how much to expect.
    pub(super) fn new(spellings: &'w Spellings<'d>, depth: usize, room: usize) -> Self {
        Self {
            out: String::with_capacity(room),
            depth,
            spellings,
            verbatim: false,
        }
    }

    /// A value.
    pub(super) fn draft(&mut self, draft: &Draft<'d>) {
        match draft {
            Draft::Source(node) => {
                self.verbatim = self.spellings.are_usual(node.document());
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
                self.open('{');
                if !members.is_empty() {
                    self.break_line(false);
                    self.members(members);
                }
                self.close('}', members.is_empty());
            }
            Draft::Reference(kind, name) => {
                self.open('{');
                self.break_line(false);
                self.reference(*kind, name.text());
                self.close('}', false);
            }
        }
    }

    fn reference(&mut self, kind: Shelf, name: &str) {
        self.out.push_str("\"$ref\": \"");
        self.out.push_str(kind.prefix());
        // names are legal: nothing in them is escaped
        self.out.push_str(name);
        self.out.push('"');
    }

    /// Members, each but the first on a line of its own.
    pub(super) fn members(&mut self, members: &[Entry<'d>]) {
        for (at, (key, member)) in members.iter().enumerate() {
            if at > 0 {
                self.break_line(true);
            }
            self.key(key);
            self.draft(member);
        }
    }

    /// The key of a member.
    pub(super) fn key(&mut self, key: &str) {
        quote_into(&mut self.out, key);
        self.out.push_str(": ");
    }

    /// The beginning of a collection.
    pub(super) fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
    }

    /// The end of a collection.
    pub(super) fn close(&mut self, bracket: char, empty: bool) {
        self.depth -= 1;
        if !empty {
            self.break_line(false);
        }
        self.out.push(bracket);
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

    fn collection<T>(
        &mut self,
        members: impl Iterator<Item = T>,
        [open, close]: [char; 2],
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.open(open);
        let mut empty = true;
        for member in members {
            self.break_line(!empty);
            empty = false;
            write(self, member);
        }
        self.close(close, empty);
    }

    /// The end of a line and the indentation of the next one.
    pub(super) fn break_line(&mut self, comma: bool) {
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
        if let Some(name) = definition_named(entry) {
            return self.reference(Shelf::Definitions, name);
        }
        if let Some(text) = self.whole_entry(entry) {
            return self.out.push_str(text);
        }
        self.source_key(entry);
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

    fn source_key(&mut self, entry: NodeRef<'_>) {
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
        && !holds_delete(document.text())
}

/// True when a text has a character that is written as an escape and need not be one.
fn holds_delete(text: &str) -> bool {
    let pieces = text.as_bytes().par_chunks(1 << 20);
    pieces.any(|piece| memchr::memchr(0x7f, piece).is_some())
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
