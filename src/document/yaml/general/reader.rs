//! From events to the tree.

use std::sync::Arc;

use granit_parser::{Event, Parser, StructureStyle, Tag};
use rustc_hash::FxHashMap;

use super::gap::Gap;
use super::refusals::{self, mismatch, too_deep};
use super::scalars::Scalar;
use super::tags;
use crate::document::read::Refusal;
use crate::document::yaml::build::{Builder, Key, Slot};
use crate::document::{Document, Flags, Kind, NodeId, ReadOptions, Style};
use crate::text::{SourceFile, Span};

pub(super) type Read<T> = Result<T, Refusal>;

/// The longest key; YAML's own limit of 1024 characters is exceeded by real paths.
const MAX_KEY: usize = 64 << 10;

/// Read a document.
pub(in crate::document::yaml) fn read(
    source: &Arc<SourceFile>,
    options: ReadOptions,
) -> Read<Document> {
    let text = source.text();
    let mut reader = Reader {
        text,
        max_depth: options.max_depth,
        out: Builder::new(text.len()),
        anchors: FxHashMap::default(),
        open: Vec::with_capacity(64),
        key: None,
        stream: Stream::Before,
    };
    let settings = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: options.max_depth as usize,
        block_nesting_limit: options.max_depth as usize,
        simple_key_max_lookahead: MAX_KEY,
    };
    for event in Parser::new_from_str_with_options(text, settings) {
        let (event, span) =
            event.map_err(|error| refusals::of_parser(text, &error, options.max_depth))?;
        let range = span.byte_range().unwrap_or(0..0);
        reader.event(event, (range.start, range.end))?;
    }
    if reader.out.nodes.is_empty() {
        return Err(refusals::empty());
    }
    Ok(reader.out.finish(source))
}

/// Which document of the stream the events are about.
#[derive(Clone, Copy)]
enum Stream {
    Before,
    First,
    /// A further document starts here; nothing is in it so far.
    Further(Span),
}

/// An open container.
pub(super) struct Open {
    pub(super) id: NodeId,
    pub(super) kind: Kind,
    pub(super) flow: bool,
    /// End of the last thing inside.
    pub(super) last: usize,
}

/// What an anchor names.
#[derive(Clone, Copy)]
pub(super) enum Anchored {
    Node(NodeId),
    Key(Key),
}

/// What stands before a node's content.
pub(super) struct Properties<'t> {
    /// The parser's number of the anchor; 0 is none.
    pub(super) anchor: usize,
    pub(super) tag: Option<&'t Tag>,
}

impl Properties<'_> {
    pub(super) const NONE: Self = Self {
        anchor: 0,
        tag: None,
    };

    pub(super) fn flags(&self) -> Flags {
        Flags::default()
            .with_if(Flags::ANCHOR, self.anchor > 0)
            .with_if(Flags::TAGGED, self.tag.is_some())
    }

    pub(super) const fn is_none(&self) -> bool {
        self.anchor == 0 && self.tag.is_none()
    }
}

pub(super) struct Reader<'s> {
    pub(super) text: &'s str,
    pub(super) max_depth: u32,
    pub(super) out: Builder,
    pub(super) anchors: FxHashMap<usize, Anchored>,
    /// The open containers, outermost first.
    pub(super) open: Vec<Open>,
    /// The key that waits for its value.
    pub(super) key: Option<Key>,
    stream: Stream,
}

impl Reader<'_> {
    #[inline]
    fn event(&mut self, event: Event<'_>, span: (usize, usize)) -> Read<()> {
        match event {
            Event::DocumentStart(..) => self.document_start(span),
            Event::Scalar(text, style, anchor, tag) => {
                let tag = tag.as_deref();
                let properties = Properties { anchor, tag };
                let scalar = Scalar::new(text, style, properties).at(span);
                self.first_document(scalar.is_nothing())?;
                self.scalar(scalar, span)
            }
            Event::Alias(anchor) => {
                self.first_document(false)?;
                self.alias(anchor, span)
            }
            Event::SequenceStart(style, anchor, tag) => {
                let tag = tag.as_deref();
                let properties = Properties { anchor, tag };
                self.container((Kind::Array, style), &properties, span)
            }
            Event::MappingStart(style, anchor, tag) => {
                let tag = tag.as_deref();
                let properties = Properties { anchor, tag };
                self.container((Kind::Object, style), &properties, span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(span.1);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn document_start(&mut self, (start, end): (usize, usize)) -> Read<()> {
        self.stream = match self.stream {
            Stream::Before => Stream::First,
            Stream::First => Stream::Further(Span::new(start as u32, end as u32)),
            Stream::Further(span) => return Err(refusals::second_document(span)),
        };
        Ok(())
    }

    /// A node may only be in the first document; a further one may at most be empty.
    #[inline]
    fn first_document(&self, is_nothing: bool) -> Read<()> {
        match self.stream {
            Stream::Further(span) if !is_nothing => Err(refusals::second_document(span)),
            _ => Ok(()),
        }
    }

    /// True when the next node is the key of a member.
    #[inline]
    pub(super) fn wants_key(&self) -> bool {
        self.key.is_none()
            && self
                .open
                .last()
                .is_some_and(|open| open.kind == Kind::Object)
    }

    /// True past the first document: nothing there is kept.
    pub(super) const fn is_further(&self) -> bool {
        matches!(self.stream, Stream::Further(_))
    }

    /// Where the next value goes.
    #[inline]
    pub(super) fn slot(&mut self, properties: &Properties<'_>) -> Slot {
        let key = self.key.take().unwrap_or(Key::NONE);
        let parent = self.open.last().map_or(NodeId::NONE, |open| open.id);
        Slot::new(key, parent).with(properties.flags())
    }

    /// A node that ends at `end` is complete.
    #[inline]
    pub(super) fn complete(&mut self, end: usize) {
        if let Some(open) = self.open.last_mut() {
            open.last = open.last.max(end);
        }
    }

    /// From the end of the last token to the next value: over its `:` or `-`. The properties of the
    /// value are left.
    pub(super) fn before_value(&self) -> Gap<'_> {
        if let Some(key) = self.key {
            let after = Gap::new(self.text, key.end as usize);
            return after.space().indicator(b':').unwrap_or(after);
        }
        match self.open.last() {
            None => Gap::new(self.text, 0).prologue(),
            Some(open) if open.flow => {
                let after = Gap::new(self.text, open.last).maybe(b'[').space();
                after.maybe(b',')
            }
            Some(open) => Gap::new(self.text, open.last).space().maybe(b'-'),
        }
    }

    fn container(
        &mut self,
        (kind, style): (Kind, StructureStyle),
        properties: &Properties<'_>,
        (start, end): (usize, usize),
    ) -> Read<()> {
        self.first_document(false)?;
        let span = Span::new(start as u32, end.max(start + 1).min(self.text.len()) as u32);
        if self.wants_key() {
            return Err(refusals::complex_key(kind, span));
        }
        if self.open.len() as u32 >= self.max_depth {
            return Err(too_deep(span, self.max_depth));
        }
        if let Some(tag) = properties.tag {
            tags::check_collection(tag, kind).map_err(|expected| mismatch(tag, &expected, span))?;
        }
        let flow = style == StructureStyle::Flow;
        let start = self.container_start(kind, flow, start);
        let slot = self.slot(properties);
        let slot = if flow { slot.with(Flags::FLOW) } else { slot };
        let id = self.out.push(slot, kind, Style::None, (start, end));
        if properties.anchor > 0 {
            self.anchors.insert(properties.anchor, Anchored::Node(id));
        }
        self.open.push(Open {
            id,
            kind,
            flow,
            last: start,
        });
        Ok(())
    }

    /// The parser places a sequence under a key at its dash or, when the dash is not indented, at
    /// the content of its first item.
    fn container_start(&self, kind: Kind, flow: bool, start: usize) -> usize {
        if kind != Kind::Array || flow || self.key.is_none() {
            return start;
        }
        let dash = self.before_value().properties().space();
        dash.indicator(b'-').map_or(start, |_| dash.at())
    }

    fn end(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let first = self.text.as_bytes()[self.out.nodes[open.id.index()].start as usize];
        let bracket = if open.kind == Kind::Object {
            b'{'
        } else {
            b'['
        };
        // a pair in a flow sequence (`[a: b]`) has no brackets: it ends like a block mapping
        let end = if open.flow && first == bracket {
            end
        } else {
            open.last
        };
        self.out.close(open.id, end);
        self.complete(end);
    }
}
