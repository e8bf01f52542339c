//! The JSON reader.

use std::sync::Arc;

use super::number::number;
use super::scan::{string_stop, white_space};
use super::string::{lone_surrogate, unescape};
use crate::document::read::Refusal;
use crate::document::tree::mark_duplicates;
use crate::document::{
    Document, Flags, Format, Kind, Node, NodeId, Problem, ProblemKind, ReadOptions, Style, Symbol,
    Symbols,
};
use crate::text::{SourceFile, Span};

type Read<T> = Result<T, Refusal>;

/// Read a JSON text.
pub(in crate::document) fn read(source: &Arc<SourceFile>, options: ReadOptions) -> Read<Document> {
    let text = source.text();
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        at: 0,
        nodes: Vec::with_capacity(text.len() / 28 + 16),
        symbols: Symbols::default(),
        problems: Vec::new(),
        seen: Vec::new(),
        open: Vec::with_capacity(64),
        options,
    };
    reader.byte_order_mark()?;
    reader.document()?;
    let Reader {
        mut nodes,
        symbols,
        mut problems,
        ..
    } = reader;
    nodes.shrink_to_fit();
    problems.sort_by_key(|problem| problem.span);
    Ok(Document {
        source: Arc::clone(source),
        format: Format::Json,
        nodes,
        symbols,
        decoded: rustc_hash::FxHashMap::default(),
        aliases: rustc_hash::FxHashMap::default(),
        problems,
        merges: false,
    })
}

/// The key that waits for its value.
#[derive(Clone, Copy)]
struct Key {
    span: Span,
    symbol: Symbol,
}

impl Key {
    const NONE: Self = Self {
        span: Span::new(0, 0),
        symbol: Symbol::NONE,
    };
}

struct Reader<'s> {
    text: &'s str,
    bytes: &'s [u8],
    at: usize,
    nodes: Vec<Node>,
    symbols: Symbols,
    problems: Vec<Problem>,
    seen: Vec<u32>,
    /// The open containers, outermost first.
    open: Vec<NodeId>,
    options: ReadOptions,
}

/// What follows a value.
enum After {
    Member(Key),
    End,
}

impl Reader<'_> {
    fn byte_order_mark(&mut self) -> Read<()> {
        if self.text.starts_with('\u{feff}') {
            self.at = 3;
            self.accept(Span::new(0, 3), ProblemKind::ByteOrderMark)?;
        }
        Ok(())
    }

    fn document(&mut self) -> Read<()> {
        let mut key = Key::NONE;
        loop {
            self.skip()?;
            if let Some(first) = self.value(key)? {
                key = first;
                continue;
            }
            match self.after_value()? {
                After::Member(next) => key = next,
                After::End => break,
            }
        }
        self.skip()?;
        if self.at < self.bytes.len() {
            return Err(self.refuse("text after the end of the document", "nothing may follow"));
        }
        Ok(())
    }

    /// Read a scalar, or open a container: then the key of its first member is given back.
    #[inline]
    fn value(&mut self, key: Key) -> Read<Option<Key>> {
        let Some(&first) = self.bytes.get(self.at) else {
            return Err(self.early_end("a value"));
        };
        match first {
            b'"' => {
                let (end, escaped) = self.string()?;
                let flags = Flags::default().with_if(Flags::ESCAPED, escaped);
                self.scalar(key, Kind::String, end, (Style::Double, flags));
            }
            b'{' => return self.container(key, Kind::Object),
            b'[' => return self.container(key, Kind::Array),
            b'-' | b'0'..=b'9' => match number(self.bytes, self.at) {
                Ok((end, kind)) => self.scalar(key, kind, end, (Style::None, Flags::default())),
                Err(end) => return Err(self.bad_number(end)),
            },
            _ => {
                let (kind, end) = self.literal()?;
                self.scalar(key, kind, end, (Style::None, Flags::default()));
            }
        }
        Ok(None)
    }

    #[inline]
    fn scalar(&mut self, key: Key, kind: Kind, end: usize, (style, flags): (Style, Flags)) {
        self.push(key, kind, end, (style, flags));
        self.at = end;
    }

    #[inline]
    fn push(&mut self, key: Key, kind: Kind, end: usize, (style, flags): (Style, Flags)) {
        let id = self.nodes.len() as u32;
        self.nodes.push(Node {
            start: self.at as u32,
            end: end as u32,
            key_start: key.span.start,
            key_end: key.span.end,
            key: key.symbol,
            parent: self.open.last().copied().unwrap_or(NodeId::NONE),
            next: NodeId(id + 1),
            kind,
            flags: flags.with_if(Flags::KEY_QUOTED, key.span.end != 0),
            style,
            indent: 0,
        });
    }

    #[inline]
    fn container(&mut self, key: Key, kind: Kind) -> Read<Option<Key>> {
        if self.open.len() as u32 >= self.options.max_depth {
            let limit = self.options.max_depth;
            return Err(self.refuse(format!("nested deeper than {limit} levels"), "too deep"));
        }
        let id = NodeId(self.nodes.len() as u32);
        self.push(key, kind, 0, (Style::None, Flags::default()));
        self.open.push(id);
        self.at += 1;
        self.skip()?;
        let closing = closing(kind);
        match self.bytes.get(self.at) {
            Some(&byte) if byte == closing => Ok(None),
            Some(_) if kind == Kind::Object => self.key().map(Some),
            Some(_) => Ok(Some(Key::NONE)),
            None => Err(self.never_closed(id)),
        }
    }

    /// Close containers until a further member follows.
    #[inline]
    fn after_value(&mut self) -> Read<After> {
        loop {
            let Some(&open) = self.open.last() else {
                return Ok(After::End);
            };
            let kind = self.nodes[open.index()].kind;
            self.skip()?;
            match self.bytes.get(self.at) {
                // an empty container closes where it opened
                Some(&byte) if byte == closing(kind) => self.close(open),
                Some(b',') if !self.just_opened(open) => {
                    if let Some(next) = self.comma(kind)? {
                        return Ok(After::Member(next));
                    }
                }
                Some(_) => return Err(self.no_comma(kind)),
                None => return Err(self.never_closed(open)),
            }
        }
    }

    fn just_opened(&self, open: NodeId) -> bool {
        self.nodes.len() == open.index() + 1
    }

    /// At a comma: the key of the next member, or nothing when the comma is one too many.
    #[inline]
    fn comma(&mut self, kind: Kind) -> Read<Option<Key>> {
        let comma = self.at as u32;
        self.at += 1;
        self.skip()?;
        if self.bytes.get(self.at) == Some(&closing(kind)) {
            self.accept(Span::new(comma, comma + 1), ProblemKind::TrailingComma)?;
            return Ok(None);
        }
        if kind == Kind::Object {
            self.key().map(Some)
        } else {
            Ok(Some(Key::NONE))
        }
    }

    #[inline]
    fn close(&mut self, open: NodeId) {
        self.at += 1;
        let next = NodeId(self.nodes.len() as u32);
        let node = &mut self.nodes[open.index()];
        node.end = self.at as u32;
        node.next = next;
        let kind = node.kind;
        self.open.pop();
        if kind == Kind::Object {
            let found = &mut self.problems;
            mark_duplicates(&mut self.nodes, found, &mut self.seen, open);
        }
    }

    #[inline]
    fn key(&mut self) -> Read<Key> {
        let start = self.at;
        match self.bytes.get(start) {
            Some(b'"') => {}
            Some(_) => return Err(self.refuse("expected a key", "a key in double quotes")),
            None => return Err(self.early_end("a key")),
        }
        let (end, escaped) = self.string()?;
        let inside = &self.text[start + 1..end - 1];
        let symbol = if escaped {
            self.symbols.intern(&unescape(inside))
        } else {
            self.symbols.intern(inside)
        };
        if self.seen.len() < self.symbols.count() {
            self.seen.resize(self.symbols.count() * 2, 0);
        }
        self.at = end;
        self.skip()?;
        match self.bytes.get(self.at) {
            Some(b':') => self.at += 1,
            Some(_) => return Err(self.refuse("expected `:` after the key", "`:`")),
            None => return Err(self.early_end("`:`")),
        }
        Ok(Key {
            span: Span::new(start as u32, end as u32),
            symbol,
        })
    }

    /// At an opening quote: the end after the closing one, and whether there are escapes.
    #[inline]
    fn string(&mut self) -> Read<(usize, bool)> {
        let open = self.at;
        let mut at = open + 1;
        let mut escaped = false;
        let mut surrogates = false;
        loop {
            at = string_stop(self.bytes, at);
            match self.bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    let length = self.escape(at)?;
                    surrogates |= length == 6 && matches!(self.bytes[at + 2], b'd' | b'D');
                    at += length;
                }
                Some(_) => return Err(self.control_character(at)),
                None => {
                    let span = Span::new(open as u32, open as u32 + 1);
                    return Err(Refusal::new(
                        span,
                        "the string never ends",
                        "it starts here",
                    ));
                }
            }
        }
        if surrogates && let Some(lone) = lone_surrogate(&self.text[open + 1..at]) {
            let start = (open + 1 + lone) as u32;
            self.accept(Span::new(start, start + 6), ProblemKind::LoneSurrogate)?;
        }
        Ok((at + 1, escaped))
    }

    /// The length of the escape at a backslash.
    fn escape(&self, at: usize) -> Read<usize> {
        match self.bytes.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
            Some(b'u') if self.hex4(at + 2) => Ok(6),
            _ => {
                let end = self.text[at + 1..].chars().next().map_or(1, char::len_utf8);
                let span = Span::new(at as u32, (at + 1 + end).min(self.bytes.len()) as u32);
                let label = r#"one of \" \\ \/ \b \f \n \r \t \uXXXX"#;
                Err(Refusal::new(span, "not an escape JSON knows", label)
                    .help("write a backslash as `\\\\`"))
            }
        }
    }

    fn hex4(&self, at: usize) -> bool {
        let digits = self.bytes.get(at..at + 4);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    }

    fn literal(&self) -> Read<(Kind, usize)> {
        let rest = &self.bytes[self.at..];
        let known: [(&[u8], Kind); 3] = [
            (b"true", Kind::True),
            (b"false", Kind::False),
            (b"null", Kind::Null),
        ];
        for (word, kind) in known {
            if rest.starts_with(word)
                && !rest.get(word.len()).is_some_and(u8::is_ascii_alphanumeric)
            {
                return Ok((kind, self.at + word.len()));
            }
        }
        Err(self.not_a_value())
    }

    /// Skip white space, and comments with a problem each.
    #[inline]
    fn skip(&mut self) -> Read<()> {
        loop {
            self.at = white_space(self.bytes, self.at);
            if self.bytes.get(self.at) != Some(&b'/') {
                return Ok(());
            }
            self.comment()?;
        }
    }

    #[cold]
    fn comment(&mut self) -> Read<()> {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = match rest.get(1) {
            Some(b'/') => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
            Some(b'*') => match memchr::memmem::find(&rest[2..], b"*/") {
                Some(inside) => inside + 4,
                None => return Err(self.refuse("the comment never ends", "it starts here")),
            },
            _ => return Err(self.not_a_value()),
        };
        self.at = start + length;
        let span = Span::new(start as u32, self.at as u32);
        self.accept(span, ProblemKind::Comment)
    }

    /// Note a deviation and go on, or refuse it when reading strictly.
    #[cold]
    fn accept(&mut self, span: Span, kind: ProblemKind) -> Read<()> {
        if self.options.strict && kind != ProblemKind::LoneSurrogate {
            return Err(Refusal::new(span, kind.message(), "not strict JSON"));
        }
        self.problems.push(Problem { span, kind });
        Ok(())
    }
}

/// What refusals say.
impl Reader<'_> {
    /// A refusal of the character at hand.
    #[cold]
    fn refuse(&self, message: impl Into<String>, label: &str) -> Refusal {
        Refusal::new(self.here(), message, label)
    }

    /// The character at hand; the last one at the end of the text.
    fn here(&self) -> Span {
        let mut start = self.at.min(self.bytes.len().saturating_sub(1));
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let width = self.text[start..].chars().next().map_or(0, char::len_utf8);
        Span::new(start as u32, (start + width) as u32)
    }

    #[cold]
    fn early_end(&self, expected: &str) -> Refusal {
        if self.nodes.is_empty() {
            let end = self.bytes.len() as u32;
            return Refusal::new(Span::empty(end), "the document is empty", "nothing to read")
                .help("an OpenAPI document starts with `swagger` or `openapi`");
        }
        self.refuse(
            format!("the text ends where {expected} was expected"),
            "it ends here",
        )
    }

    #[cold]
    fn never_closed(&self, open: NodeId) -> Refusal {
        let node = &self.nodes[open.index()];
        let bracket = closing(node.kind) as char;
        let span = Span::new(node.start, node.start + 1);
        Refusal::new(
            span,
            format!("this is never closed: no `{bracket}`"),
            "opened here",
        )
    }

    #[cold]
    fn no_comma(&self, kind: Kind) -> Refusal {
        let bracket = closing(kind) as char;
        let expected = format!("`,` or `{bracket}`");
        let message = format!("expected {expected} here");
        Refusal::new(self.here(), message, expected)
    }

    #[cold]
    fn not_a_value(&self) -> Refusal {
        let refusal = self.refuse(
            "expected a value",
            "an object, an array, a string in double quotes, a number, true, false or null",
        );
        if self.nodes.is_empty() {
            return refusal.help("is this JSON? a YAML document needs the extension .yaml or .yml");
        }
        refusal
    }

    #[cold]
    fn bad_number(&self, end: usize) -> Refusal {
        let span = Span::new(self.at as u32, end as u32);
        Refusal::new(span, "not a number JSON knows", "like -1, 0.5 or 1e9")
    }

    #[cold]
    fn control_character(&self, at: usize) -> Refusal {
        let span = Span::new(at as u32, at as u32 + 1);
        let byte = self.bytes[at];
        let (name, escape) = match byte {
            b'\n' | b'\r' => ("a line break".to_owned(), "\\n".to_owned()),
            b'\t' => ("a tab".to_owned(), "\\t".to_owned()),
            _ => (
                format!("the control character U+{byte:04X}"),
                format!("\\u{byte:04x}"),
            ),
        };
        Refusal::new(
            span,
            format!("{name} inside a string"),
            format!("write `{escape}`"),
        )
        .help("is the closing quote of this string missing?")
    }
}

const fn closing(kind: Kind) -> u8 {
    if matches!(kind, Kind::Object) {
        b'}'
    } else {
        b']'
    }
}
