//! What stands between two tokens: white space, comments, indicators, tags and anchors.

/// A byte order mark.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A place in the source that moves over everything that is not content.
#[derive(Clone, Copy)]
pub(super) struct Gap<'s> {
    bytes: &'s [u8],
    at: usize,
}

impl<'s> Gap<'s> {
    pub(super) const fn new(text: &'s str, at: usize) -> Self {
        Self {
            bytes: text.as_bytes(),
            at,
        }
    }

    pub(super) const fn at(self) -> usize {
        self.at
    }

    /// Over white space, line breaks, comments, and a byte order mark, which may stand before a
    /// document.
    #[must_use]
    pub(super) fn space(mut self) -> Self {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'#' => self = self.line(),
                0xef if self.bytes[self.at..].starts_with(MARK) => self.at += MARK.len(),
                _ => break,
            }
        }
        self
    }

    /// To the end of the line.
    fn line(mut self) -> Self {
        let rest = &self.bytes[self.at..];
        self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        self
    }

    /// Over this indicator; nothing when it is not here.
    pub(super) fn indicator(mut self, indicator: u8) -> Option<Self> {
        (self.bytes.get(self.at) == Some(&indicator)).then(|| {
            self.at += 1;
            self
        })
    }

    /// Over this indicator, if it is here.
    #[must_use]
    pub(super) fn maybe(self, indicator: u8) -> Self {
        self.indicator(indicator).unwrap_or(self)
    }

    /// Over a tag and an anchor, in either order. Space after the last one is left.
    #[must_use]
    pub(super) fn properties(mut self) -> Self {
        loop {
            let property = self.space();
            match property.bytes.get(property.at) {
                Some(b'&' | b'!') => self = property.word(),
                _ => return self,
            }
        }
    }

    /// Over everything up to white space; in flow layout also up to a separator.
    fn word(mut self) -> Self {
        let verbatim = self.bytes[self.at..].starts_with(b"!<");
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => break,
                b',' | b'[' | b']' | b'{' | b'}' if !verbatim => break,
                _ => self.at += 1,
            }
        }
        self
    }

    /// From the start of a text to its first document: over the byte order mark, directives and
    /// `---`.
    #[must_use]
    pub(super) fn prologue(mut self) -> Self {
        self = self.space();
        while self.bytes.get(self.at) == Some(&b'%') {
            self = self.line().space();
        }
        if self.bytes[self.at..].starts_with(b"---") {
            self.at += 3;
        }
        self
    }
}
