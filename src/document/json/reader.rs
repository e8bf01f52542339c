//! The JSON reader.

use std::sync::{Arc, OnceLock};

use super::number::number;
use super::string::unescape;
use crate::document::read::{ReadRun, Refusal};
use crate::document::tree::mark_duplicates;
use crate::document::used::Used;
use crate::document::{
    Document, Flags, Format, Kind, Node, NodeId, Problem, ProblemKind, ReadOptions, Style, Symbol,
    Symbols,
};
use crate::text::{SourceFile, Span};

type Read<T> = Result<T, Refusal>;

/// Read a JSON text.
pub(in crate::document) fn read(source: &Arc<SourceFile>, options: ReadOptions) -> Read<Document> {
    read_around(source, &[], options)
}

/// Read a JSON text but for the runs of members that were read already.
pub(in crate::document) fn read_around(
    source: &Arc<SourceFile>,
    runs: &[ReadRun],
    options: ReadOptions,
) -> Read<Document> {
    let mut reader = Reader::new(source.text(), runs, options);
    reader.byte_order_mark()?;
    reader.document(Key::NONE)?;
    reader.skip()?;
    if reader.at < reader.bytes.len() {
        return Err(reader.refuse("text after the end of the document", "nothing may follow"));
    }
    reader.nodes.shrink_to_fit();
    Ok(reader.finish(source))
}

/// The key that waits for its value.
#[derive(Clone, Copy)]
pub(super) struct Key {
    span: Span,
    symbol: Symbol,
}

impl Key {
    pub(super) const NONE: Self = Self {
        span: Span::new(0, 0),
        symbol: Symbol::NONE,
    };
}

pub(super) struct Reader<'s> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    pub(super) at: usize,
    pub(super) nodes: Vec<Node>,
    pub(super) symbols: Symbols,
    pub(super) problems: Vec<Problem>,
    /// For each symbol the last object that had it, as far as objects are closed.
    pub(super) seen: Vec<u32>,
    /// The well-known keys in the runs that were taken over.
    pub(super) used: Used,
    /// The open containers, outermost first.
    pub(super) open: Vec<NodeId>,
    /// What is read is a run of members: it ends where the text does.
    pub(super) is_run: bool,
    /// The runs of members that were read already and are still ahead.
    pub(super) runs: &'s [ReadRun],
    /// Where the next one begins.
    pub(super) cut: u32,
    pub(super) options: ReadOptions,
}

/// What follows a value.
enum After {
    Member(Key),
    End,
}

impl<'s> Reader<'s> {
    pub(super) fn new(text: &'s str, runs: &'s [ReadRun], options: ReadOptions) -> Self {
        let known: usize = runs.iter().map(|run| run.nodes.len()).sum();
        let beside: usize = runs.iter().map(|run| run.span().len() as usize).sum();
        let expected = known + text.len().saturating_sub(beside) / 28 + 16;
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            nodes: Vec::with_capacity(expected),
            symbols: Symbols::default(),
            problems: Vec::new(),
            seen: Vec::new(),
            used: Used::default(),
            open: Vec::with_capacity(64),
            is_run: false,
            runs,
            cut: super::runs::start(runs),
            options,
        }
    }

    pub(super) fn finish(self, source: &Arc<SourceFile>) -> Document {
        let mut used = Used::of(&self.seen);
        used.add(self.used);
        let mut problems = self.problems;
        problems.sort_by_key(|problem| problem.span);
        Document {
            used,
            source: Arc::clone(source),
            format: Format::Json,
            nodes: self.nodes,
            symbols: self.symbols,
            decoded: rustc_hash::FxHashMap::default(),
            aliases: rustc_hash::FxHashMap::default(),
            problems,
            merges: false,
            positions: OnceLock::new(),
        }
    }

    fn byte_order_mark(&mut self) -> Read<()> {
        if self.text.starts_with('\u{feff}') {
            self.at = 3;
            self.accept(Span::new(0, 3), ProblemKind::ByteOrderMark)?;
        }
        Ok(())
    }

    /// Read values from that of `key` on, until everything is closed.
    pub(super) fn document(&mut self, mut key: Key) -> Read<()> {
        loop {
            self.skip()?;
            if key.span.start == self.cut {
                self.splice();
            } else if let Some(first) = self.value(key)? {
                key = first;
                continue;
            }
            match self.after_value()? {
                After::Member(next) => key = next,
                After::End => return Ok(()),
            }
        }
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
                None if self.is_run && self.open.len() == 1 => return Ok(After::End),
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
    pub(super) fn key(&mut self) -> Read<Key> {
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
        self.make_room();
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

    /// Room to mark every symbol.
    #[inline]
    pub(super) fn make_room(&mut self) {
        if self.seen.len() < self.symbols.count() {
            self.seen.resize(self.symbols.count() * 2, 0);
        }
    }

    /// Note a deviation and go on, or refuse it when reading strictly.
    #[cold]
    pub(super) fn accept(&mut self, span: Span, kind: ProblemKind) -> Read<()> {
        if self.options.strict && kind != ProblemKind::LoneSurrogate {
            return Err(Refusal::new(span, kind.message(), "not strict JSON"));
        }
        self.problems.push(Problem { span, kind });
        Ok(())
    }
}

/// The bracket that closes a container.
pub(super) const fn closing(kind: Kind) -> u8 {
    if matches!(kind, Kind::Object) {
        b'}'
    } else {
        b']'
    }
}
