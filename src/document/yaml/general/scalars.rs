//! Scalars: their kind, their style, and where they are.

use std::borrow::Cow;

use granit_parser::ScalarStyle;

use super::gap::Gap;
use super::reader::{Anchored, Properties, Read, Reader};
use super::refusals::{self, mismatch};
use super::tags;
use crate::document::yaml::build::Slot;
use crate::document::yaml::plain_kind;
use crate::document::{Flags, Kind, Style};
use crate::text::Span;

/// A scalar as the parser gives it.
pub(super) struct Scalar<'s, 't> {
    /// Decoded.
    pub(super) text: Cow<'s, str>,
    pub(super) style: ScalarStyle,
    pub(super) properties: Properties<'t>,
}

impl<'s, 't> Scalar<'s, 't> {
    pub(super) const fn new(
        text: Cow<'s, str>,
        style: ScalarStyle,
        properties: Properties<'t>,
    ) -> Self {
        Self {
            text,
            style,
            properties,
        }
    }

    /// For a place without any text the parser gives the text `~`.
    pub(super) fn at(mut self, (start, end): (usize, usize)) -> Self {
        if start == end && self.style == ScalarStyle::Plain {
            self.text = Cow::Borrowed("");
        }
        self
    }

    /// True for a place without any text, where YAML sees an empty node.
    pub(super) fn is_nothing(&self) -> bool {
        self.is_empty_plain() && self.properties.is_none()
    }

    fn is_empty_plain(&self) -> bool {
        self.text.is_empty() && self.style == ScalarStyle::Plain
    }

    fn style(&self) -> Style {
        match self.style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::Single,
            ScalarStyle::DoubleQuoted => Style::Double,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        }
    }

    pub(super) fn is_plain(&self) -> bool {
        self.style == ScalarStyle::Plain
    }

    pub(super) fn is_block(&self) -> bool {
        matches!(self.style, ScalarStyle::Literal | ScalarStyle::Folded)
    }

    /// Its kind, and the flag for a plain scalar that YAML 1.1 types differently.
    fn kind(&self, span: Span) -> Read<(Kind, Flags)> {
        if let Some(tag) = self.properties.tag {
            let kind = tags::scalar_kind(tag, &self.text);
            let kind = kind.map_err(|expected| mismatch(tag, &expected, span))?;
            return Ok((kind, Flags::default()));
        }
        if self.style != ScalarStyle::Plain {
            return Ok((Kind::String, Flags::default()));
        }
        if self.text.contains('\n') {
            return Ok((Kind::String, Flags::default()));
        }
        let (kind, old) = plain_kind(&self.text);
        Ok((kind, Flags::default().with_if(Flags::YAML_1_1, old)))
    }
}

impl Reader<'_> {
    #[inline]
    pub(super) fn scalar(&mut self, scalar: Scalar<'_, '_>, span: (usize, usize)) -> Read<()> {
        if self.is_further() {
            return Ok(());
        }
        if self.wants_key() {
            self.scalar_key(&scalar, span);
            return Ok(());
        }
        let (start, end) = self.scalar_place(&scalar, span);
        if matches!(
            scalar.style,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted
        ) {
            self.check_lines(start, end)?;
        }
        let (kind, old) = scalar.kind(Span::new(start as u32, end as u32))?;
        let slot = self.slot(&scalar.properties).with(old);
        self.push_scalar(slot, kind, scalar, (start, end));
        self.complete(end);
        Ok(())
    }

    fn push_scalar(
        &mut self,
        slot: Slot,
        kind: Kind,
        scalar: Scalar<'_, '_>,
        span: (usize, usize),
    ) {
        let id = self.out.push(slot, kind, scalar.style(), span);
        if scalar.properties.anchor > 0 {
            let anchored = Anchored::Node(id);
            self.anchors.insert(scalar.properties.anchor, anchored);
        }
        let is_source = matches!(scalar.text, Cow::Borrowed(_)) && !scalar.is_block();
        if !is_source {
            self.out.nodes[id.index()].flags.set(Flags::DECODED);
            let text = scalar.text.into_owned().into_boxed_str();
            self.out.decoded.insert(id, text);
        }
    }

    /// Where a value is, from where the parser says it is.
    #[inline]
    fn scalar_place(
        &self,
        scalar: &Scalar<'_, '_>,
        (start, end): (usize, usize),
    ) -> (usize, usize) {
        if scalar.is_block() {
            return self.block_place(self.before_value(), (start, end));
        }
        if scalar.is_empty_plain() {
            let at = self.empty_place(scalar, start);
            return (at, at);
        }
        (start, end)
    }

    /// The lines of a quoted string are indented by spaces, deeper than the block around it (YAML
    /// 1.2.2 section 7.3); the parser lets less pass.
    #[inline]
    fn check_lines(&self, start: usize, end: usize) -> Read<()> {
        let bytes = self.text.as_bytes();
        let Some(first) = memchr::memchr(b'\n', &bytes[start..end]) else {
            return Ok(());
        };
        let indent = self.block_indent();
        let mut line = start + first + 1;
        while line < end {
            let spaces = bytes[line..end]
                .iter()
                .take_while(|byte| **byte == b' ')
                .count();
            let next = bytes[line + spaces];
            let stop = memchr::memchr(b'\n', &bytes[line..end]).map_or(end, |o| line + o + 1);
            let is_blank = self.text[line..stop]
                .trim_matches([' ', '\t', '\r', '\n'])
                .is_empty();
            if spaces < indent && !is_blank {
                return Err(refusals::shallow_line(line + spaces, next == b'\t'));
            }
            line = stop;
        }
        Ok(())
    }

    /// How many spaces a line inside the innermost block collection has at least.
    fn block_indent(&self) -> usize {
        let Some(block) = self.open.iter().rev().find(|open| !open.flow) else {
            return 0;
        };
        let start = self.out.nodes[block.id.index()].start as usize;
        let line = self.text[..start].rfind('\n').map_or(0, |p| p + 1);
        let head = self.text[line..start].trim_start_matches('\u{feff}');
        // behind an anchor or a tag, the collection starts further left than its first key
        if head
            .bytes()
            .all(|byte| matches!(byte, b' ' | b'-' | b'?' | b':'))
        {
            head.len() + 1
        } else {
            1
        }
    }

    /// An empty value is right after its `:`, its `-` or its properties.
    fn empty_place(&self, scalar: &Scalar<'_, '_>, start: usize) -> usize {
        if self.open.is_empty() {
            return start;
        }
        let before = self.before_value();
        if scalar.properties.is_none() {
            before.at()
        } else {
            before.properties().at()
        }
    }

    /// Where a block scalar is that stands after `before` and its properties.
    pub(super) fn block_place(&self, before: Gap<'_>, place: (usize, usize)) -> (usize, usize) {
        let header = before.properties().space().at();
        match self.text.as_bytes().get(header) {
            Some(b'|' | b'>') => (header, self.block_end(header, place.1)),
            _ => place,
        }
    }

    /// A block scalar ends with its last text; without text, with its header. Its last line break
    /// stays outside.
    fn block_end(&self, header: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let indicator = |byte: &&u8| matches!(byte, b'+' | b'-' | b'0'..=b'9');
        let indicators = bytes[header + 1..].iter().take_while(indicator).count();
        let header_end = header + 1 + indicators;
        let rest = &bytes[header_end..];
        let line_end = header_end + memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let mut end = end;
        while end > line_end && matches!(bytes[end - 1], b'\n' | b'\r' | b' ') {
            end -= 1;
        }
        if end > line_end { end } else { header_end }
    }
}
