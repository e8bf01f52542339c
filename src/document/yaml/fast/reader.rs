//! The state of the fast reader, and the start and end of a document.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::document::yaml::build::{Builder, Key, Slot};
use crate::document::{Document, NodeId, ReadOptions};
use crate::text::SourceFile;

/// Not for the fast reader.
pub(super) struct Decline;

pub(super) type Read<T> = Result<T, Decline>;

/// Containers recurse here, so however deep a document may be, this reader goes no deeper.
const MAX_DEPTH: u32 = 200;
/// Longest key: YAML allows 1024 characters; a longer one gets its error from the general reader.
const MAX_KEY: usize = 1000;

pub(super) struct Reader<'s> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    /// Offset of the next byte.
    pub(super) at: usize,
    /// Offset of the current line.
    pub(super) line: usize,
    pub(super) out: Builder,
    pub(super) anchors: FxHashMap<&'s str, NodeId>,
    depth: u32,
    max_depth: u32,
}

/// Read a document; nothing when it is not for the fast reader.
pub(in crate::document::yaml) fn read(
    source: &Arc<SourceFile>,
    options: ReadOptions,
) -> Option<Document> {
    let text = source.text();
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        at: start,
        line: start,
        out: Builder::new(text.len()),
        anchors: FxHashMap::default(),
        depth: 0,
        max_depth: options.max_depth.min(MAX_DEPTH),
    };
    reader.document().ok()?;
    Some(reader.out.finish(source))
}

impl Reader<'_> {
    fn document(&mut self) -> Read<()> {
        self.prologue()?;
        if self.bytes[self.at] == b'%' || self.marker() {
            return Err(Decline);
        }
        self.node(Slot::new(Key::NONE, NodeId::NONE), -1, false)?;
        if self.content()? {
            return Err(Decline);
        }
        Ok(())
    }

    /// Comments, blank lines and one `---` may come before the content.
    fn prologue(&mut self) -> Read<()> {
        let mut started = false;
        loop {
            if self.at == self.line && self.bytes[self.at..].starts_with(b"---") {
                if started || !self.marker() {
                    return Err(Decline);
                }
                started = true;
                self.at += 3;
                self.blanks();
                if !self.at_line_end() {
                    return Err(Decline);
                }
            }
            while self.peek(0) == Some(b' ') {
                self.at += 1;
            }
            match self.peek(0) {
                None | Some(b'\t') => return Err(Decline),
                Some(b'#') => self.skip_line(),
                Some(b'\r') => self.at += 1,
                Some(b'\n') => {
                    self.at += 1;
                    self.line = self.at;
                }
                Some(_) => return Ok(()),
            }
        }
    }

    #[inline]
    pub(super) fn deeper(&mut self) -> Read<()> {
        self.depth += 1;
        if self.depth > self.max_depth {
            return Err(Decline);
        }
        Ok(())
    }

    /// A container ends at `end`.
    #[inline]
    pub(super) fn close(&mut self, id: NodeId, end: usize) {
        self.out.close(id, end);
        self.depth -= 1;
    }

    /// The plain key at `start..end`.
    #[inline]
    pub(super) fn plain_key(&mut self, start: usize, end: usize) -> Read<Key> {
        self.key(start, end, false)
    }

    /// The quoted key at `start..end`, quotes included.
    #[inline]
    pub(super) fn quoted_key(&mut self, start: usize, end: usize) -> Read<Key> {
        self.key(start, end, true)
    }

    #[inline]
    fn key(&mut self, start: usize, end: usize, quoted: bool) -> Read<Key> {
        if end - start > MAX_KEY {
            return Err(Decline);
        }
        let quote = usize::from(quoted);
        let text = &self.text[start + quote..end - quote];
        Ok(self.out.key(text, (start, end), quoted))
    }
}
